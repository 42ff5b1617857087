"""What two people made of one record, and what comes of it: whole texts, one case for each thing that is promised."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimtrack.merging import Marks, Merged

CLAIM = """\
# INVENTED. A claim about a pool.
status: in-review
authors: [ada]
statement: The pool was closed on 91 days.
topics: [pool]
evidence:
  - id: gauge
    source: tide-table   # seen
    stance: refutes
  # the letter came late
  - id: letter
    source: office
    stance: supports
verdict:
  rating: false
  summary:
    de: Nein.
    en: No.
history:
  - {to: researching, on: 2026-02-23, by: ada}
"""

Merging = Callable[..., Merged]


def changed(text: str, *changes: tuple[str, str]) -> str:
    """Return a text with some words in it changed, each of which is there once."""
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def merged(merging: Merging, base: str, ours: list[tuple[str, str]], theirs: list[tuple[str, str]], *conflicts: str) -> str:
    """Merge what was changed in a text on two sides, and see where the conflicts are."""
    came = merging(base, changed(base, *ours), changed(base, *theirs))
    assert (came.as_text, came.conflicts) == ("", conflicts)
    return came.data.decode()


def test_different_fields_never_conflict_even_on_neighbouring_lines(merging: Merging) -> None:
    ours = [("status: in-review", "status: needs-work"), ("    de: Nein.", "    de: Nein, an 91 Tagen.")]
    theirs = [("authors: [ada]", "authors: [ada, ben]"), ("    en: No.", "    en: No, on 91 days.")]
    assert merged(merging, CLAIM, ours, theirs) == changed(CLAIM, *ours, *theirs)


def test_evidence_of_both_sides_is_there_ours_first(merging: Merging) -> None:
    end = "    source: office\n    stance: supports\n"
    ours = [(end, end + "  - id: photo\n    source: photo\n    stance: context\n")]
    theirs = [(end, end + "  # a second look\n  - id: diary\n    source: pilot\n    stance: unclear   # hm\n")]
    assert merged(merging, CLAIM, ours, theirs) == changed(CLAIM, (end, ours[0][1] + theirs[0][1].removeprefix(end)))


def test_new_entries_of_the_history_stand_in_the_order_of_their_days(merging: Merging) -> None:
    last = "  - {to: researching, on: 2026-02-23, by: ada}\n"
    ours = [(last, last + "  - {to: in-review, on: 2026-03-05, by: ada}\n")]
    theirs = [(last, last + "  - {to: needs-work, on: 2026-03-01, by: ben}\n  - {to: in-review, on: 2026-03-09, by: ben}\n")]
    together = (
        "  - {to: needs-work, on: 2026-03-01, by: ben}\n  - {to: in-review, on: 2026-03-05, by: ada}\n"
        "  - {to: in-review, on: 2026-03-09, by: ben}\n"
    )
    assert merged(merging, CLAIM, ours, theirs) == changed(CLAIM, (last, last + together))


def test_corrections_and_sources_merge_entry_by_entry(merging: Merging) -> None:
    base = "published: 2026-03-01\ncorrections:\n  - {on: 2026-03-02, class: minor, cause: reader, notice: A name.}\n"
    ours = base + "  - on: 2026-03-08\n    class: minor\n    cause: own\n    notice: A number.\n"
    theirs = base + "  - {on: 2026-03-04, class: major, cause: reader, notice: A date.}\n"
    came = merging(base, ours, theirs)
    assert came.data.decode() == (
        base + "  - {on: 2026-03-04, class: major, cause: reader, notice: A date.}\n"
        "  - on: 2026-03-08\n    class: minor\n    cause: own\n    notice: A number.\n"
    )
    base = "# INVENTED.\na:\n  title: A\n"
    came = merging(base, base + "b:\n  title: B\n", base + "\n# another one\nc:\n  title: C\n")
    assert (came.data.decode(), came.conflicts) == ("# INVENTED.\na:\n  title: A\nb:\n  title: B\n\n# another one\nc:\n  title: C\n", ())


def test_names_of_both_sides_are_there_and_those_that_one_side_took_out_are_not(merging: Merging) -> None:
    base = changed(CLAIM, ("[ada]", "[ada, ben]"))
    assert merged(merging, base, [("[ada, ben]", "[ada, cleo]")], [("[ada, ben]", "[dora, ada, ben]")]) == changed(
        base, ("[ada, ben]", "[dora, ada, cleo]")
    )


def test_the_same_field_changed_on_both_sides_is_a_conflict_around_its_lines(merging: Merging) -> None:
    ours, theirs = [("stance: refutes", "stance: context")], [("stance: refutes", "stance: unclear")]
    marks = "<<<<<<< ours\n    stance: context\n=======\n    stance: unclear\n>>>>>>> theirs\n"
    assert merged(merging, CLAIM, ours, theirs, "evidence › gauge › stance") == changed(CLAIM, ("    stance: refutes\n", marks))


def test_both_changed_in_the_same_way_is_no_conflict(merging: Merging) -> None:
    same = ("stance: refutes", "stance: context")
    assert merged(merging, CLAIM, [same, ("[pool]", "[pool, sea]")], [same]) == changed(CLAIM, same, ("[pool]", "[pool, sea]"))


def test_two_statuses_are_a_conflict_and_the_history_is_not(merging: Merging) -> None:
    last = "  - {to: researching, on: 2026-02-23, by: ada}\n"
    new = ["  - {to: approved, on: 2026-03-05, by: ben, covers: v1:0}\n", "  - {to: needs-work, on: 2026-03-06, by: cleo}\n"]
    ours, theirs = (
        [("status: in-review", f"status: {status}"), (last, last + entry)]
        for status, entry in zip(("approved", "needs-work"), new, strict=True)
    )
    marks = "<<<<<<< ours\nstatus: approved\n=======\nstatus: needs-work\n>>>>>>> theirs\n"
    assert merged(merging, CLAIM, ours, theirs, "status") == changed(CLAIM, ("status: in-review\n", marks), (last, last + "".join(new)))


def test_two_approvals_of_other_contents_are_a_conflict_around_their_line(merging: Merging) -> None:
    entry = "  - {to: researching, on: 2026-02-23, by: ada}\n"
    ours, theirs = ([("by: ada}", f"by: ada, covers: v1:{one}}}")] for one in "12")
    marks = (
        "<<<<<<< ours\n  - {to: researching, on: 2026-02-23, by: ada, covers: v1:1}\n=======\n"
        "  - {to: researching, on: 2026-02-23, by: ada, covers: v1:2}\n>>>>>>> theirs\n"
    )
    assert merged(merging, CLAIM, ours, theirs, "history › researching, 2026-02-23, ada") == changed(CLAIM, (entry, marks))


@pytest.mark.parametrize("side", ["ours", "theirs", "both"])
def test_a_published_verdict_changed_on_both_sides_is_a_conflict_as_a_whole(merging: Merging, side: str) -> None:
    published = "published: 2026-03-01\n"
    base = CLAIM + published if side == "both" else CLAIM
    ours = changed(base, ("    de: Nein.", "    de: Nie.")) + (published if side == "ours" else "")
    theirs = changed(base, ("    en: No.", "    en: Never.")) + (published if side == "theirs" else "")
    came = merging(base, ours, theirs)
    verdict = "verdict:\n  rating: false\n  summary:\n    de: {}\n    en: {}\n"
    marks = f"<<<<<<< ours\n{verdict.format('Nie.', 'No.')}=======\n{verdict.format('Nein.', 'Never.')}>>>>>>> theirs\n"
    assert came.conflicts == ("verdict",)
    assert came.data.decode() == changed(CLAIM, (verdict.format("Nein.", "No."), marks)) + published


def test_a_published_headline_in_two_languages_never_merges_silently(merging: Merging) -> None:
    base = "headline: {de: Nein, en: No}\npublished: 2026-03-01\n"
    came = merging(base, base.replace("Nein", "Nie"), base.replace("No}", "Never}"))
    assert came.data.decode() == (
        "<<<<<<< ours\nheadline: {de: Nie, en: No}\n=======\nheadline: {de: Nein, en: Never}\n>>>>>>> theirs\npublished: 2026-03-01\n"
    )
    came = merging(base.replace("published", "made_on"), base.replace("published", "made_on").replace("Nein", "Nie"),
                   base.replace("published", "made_on").replace("No}", "Never}"))  # fmt: skip
    assert came.data.decode() == "headline: {de: Nie, en: Never}\nmade_on: 2026-03-01\n"


def test_one_side_took_out_what_the_other_changed(merging: Merging) -> None:
    gauge = "  - id: gauge\n    source: tide-table   # seen\n    stance: refutes\n"
    marks = f"<<<<<<< ours\n=======\n{gauge.replace('refutes', 'context')}>>>>>>> theirs\n"
    assert merged(merging, CLAIM, [(gauge, "")], [("refutes", "context")], "evidence › gauge") == changed(CLAIM, (gauge, marks))
    assert merged(merging, CLAIM, [(gauge, "")], [("[ada]", "[ben]")]) == changed(CLAIM, (gauge, ""), ("[ada]", "[ben]"))


def test_the_first_field_of_an_entry_that_one_side_took_out_and_the_other_changed_marks_the_entry(merging: Merging) -> None:
    base = "gaps:\n  - what: A\n    decisive: yes\n    would_change: B\nstatus: draft\n"
    came = merging(base, base.replace("  - what: A\n    ", "  - "), base.replace("what: A", "what: A2"))
    assert came.data.decode() == (
        "gaps:\n<<<<<<< ours\n  - decisive: yes\n    would_change: B\n=======\n  - what: A2\n    decisive: yes\n    would_change: B\n"
        ">>>>>>> theirs\nstatus: draft\n"
    )


def test_an_entry_under_another_id_is_still_the_same_one(merging: Merging) -> None:
    ours, theirs = [("id: letter", "id: reply")], [("stance: supports", "stance: unclear")]
    assert merged(merging, CLAIM, ours, theirs) == changed(CLAIM, *ours, *theirs)
    marks = "<<<<<<< ours\n  - id: reply\n=======\n  - id: answer\n>>>>>>> theirs\n"
    assert merged(merging, CLAIM, ours, [("id: letter", "id: answer")], "evidence › letter › id") == changed(
        CLAIM, ("  - id: letter\n", marks)
    )


def test_a_name_replaced_twice_is_a_conflict(merging: Merging) -> None:
    marks = "<<<<<<< ours\nauthors: [ben]\n=======\nauthors: [cleo]\n>>>>>>> theirs\n"
    assert merged(merging, CLAIM, [("[ada]", "[ben]")], [("[ada]", "[cleo]")], "authors") == changed(CLAIM, ("authors: [ada]\n", marks))


def test_a_list_put_into_two_orders_is_a_conflict_and_into_one_is_not(merging: Merging) -> None:
    base = "languages: [de, en, pl]\n"
    assert merging(base, "languages: [en, de, pl]\n", "languages: [de, pl, en]\n").conflicts == ("languages",)
    assert merging(base, "languages: [en, de, pl]\n", "languages: [de, en, pl, da]\n").data == b"languages: [en, de, pl, da]\n"
    assert merging(base, "languages: [de, en, pl, da]\n", "languages: [en, de, pl]\n").data == b"languages: [en, de, pl, da]\n"


def test_a_calculation_is_one_thing(merging: Merging) -> None:
    base = "computed: {ratio: [a, b], result: 2}\n"
    came = merging(base, base.replace("a, b", "a, c"), base.replace("a, b", "d, b"))
    assert came.conflicts == ("computed",)


def test_comments_of_both_sides_are_kept(merging: Merging) -> None:
    ours = [
        ("  # the letter came late\n", "  # the letter came late\n  # and unsigned\n"),
        ("# seen", "# seen twice"),
        ("[pool]", "[pool]  # ours"),
    ]
    theirs = [
        ("  # the letter came late\n", "  # ask Ben\n  # the letter came late\n"), ("stance: supports", "stance: unclear"),
        ("[pool]", "[pool]  # theirs"),
    ]  # fmt: skip
    assert merged(merging, CLAIM, ours, theirs) == changed(
        CLAIM,
        ("  # the letter came late\n", "  # ask Ben\n  # the letter came late\n  # and unsigned\n"),
        ("# seen", "# seen twice"),
        ("stance: supports", "stance: unclear"),
        ("topics: [pool]", "# theirs\ntopics: [pool]  # ours"),
    )


def test_a_comment_at_the_end_of_a_list_that_both_add_to_stays_one(merging: Merging) -> None:
    base = "topics:\n  - pool\n  # more to come\nstatus: draft\n"
    came = merging(base, base.replace("come\n", "come\n  - sea\n"), base.replace("come\n", "come\n  # salt\n  - lake\n"))
    assert came.data.decode() == "topics:\n  - pool\n  # more to come\n  - sea\n  # salt\n  - lake\nstatus: draft\n"
    assert (came.conflicts, came.as_text) == ((), "")


def test_a_comment_on_what_the_other_side_took_out_stays(merging: Merging) -> None:
    came = merged(merging, CLAIM, [("topics: [pool]\n", "")], [("topics: [pool]", "topics: [pool]  # why this one?")])
    assert came == changed(CLAIM, ("topics: [pool]", "# why this one?"))


def test_a_comment_taken_out_on_one_side_is_gone_and_one_in_a_conflict_is_there(merging: Merging) -> None:
    ours, theirs = [("  # the letter came late\n", "")], [("  # the letter came late\n", "  # the letter came late\n  # by boat\n")]
    assert merged(merging, CLAIM, ours, theirs) == changed(CLAIM, ("  # the letter came late\n", "  # by boat\n"))


def test_layout_of_one_side_and_contents_of_the_other(merging: Merging) -> None:
    anew = """\
# INVENTED. A claim about a pool.

status: "in-review"
authors:
- ada
statement: The pool was closed on 91 days.
topics: [pool]

evidence:
-   id: gauge
    source: tide-table   # seen
    stance: refutes
# the letter came late
-   {id: letter, source: office, stance: supports}
verdict:
    summary:
        de: Nein.
        en: No.
    rating: false
history:
- {to: researching, on: 2026-02-23, by: ada}
"""
    theirs = [
        ("[ada]", "[ada, ben]"), ("stance: supports", "stance: unclear"), ("en: No.", "en: |\n      No,\n      never."),
        ("    stance: refutes\n", "    stance: refutes\n    quote: |\n      91 days\n\n      in all\n"),
        ("[pool]", "[pool, sea]"),
    ]  # fmt: skip
    want = changed(
        anew, ("- ada\n", "- ada\n- ben\n"),
        ("-   {id: letter, source: office, stance: supports}", "- id: letter\n  source: office\n  stance: unclear"),
        ("en: No.", "en: |\n          No,\n          never."),
        ("    stance: refutes\n", "    stance: refutes\n    quote: |\n      91 days\n\n      in all\n"), ("[pool]", "[pool, sea]"),
    )  # fmt: skip
    for ours, other in ((anew, changed(CLAIM, *theirs)), (changed(CLAIM, *theirs), anew)):
        came = merging(CLAIM, ours, other)
        assert (came.data.decode(), came.conflicts, came.as_text) == (want, (), "")


def test_both_added_the_same_field(merging: Merging) -> None:
    base = "status: draft\n"
    came = merging(base, base + "location:\n  de: Kai\n", base + "location: {en: quay}\n")
    assert came.data.decode() == base + "location:\n  de: Kai\n  en: quay\n"
    came = merging(base, base + "location: Kai\n", base + "location: Hafen\n")
    assert came.data.decode() == base + "<<<<<<< ours\nlocation: Kai\n=======\nlocation: Hafen\n>>>>>>> theirs\n"
    came = merging(base, base + "location: Kai   # ours\n", base + 'location: "Kai"\n')
    assert (came.data.decode(), came.conflicts) == (base + "location: Kai   # ours\n", ())


def test_both_added_the_file(merging: Merging) -> None:
    came = merging("", "a:\n  title: A\n", "# new\nb:\n  title: B\n")
    assert (came.data.decode(), came.conflicts) == ("# new\na:\n  title: A\nb:\n  title: B\n", ())


def test_a_new_field_stands_behind_the_one_that_it_follows_on_its_side(merging: Merging) -> None:
    ours, theirs = [("topics: [pool]\n", "topics: [pool]\nquantity: {value: 91}\n")], [("statement:", "aspect: fact\nstatement:")]
    assert merged(merging, CLAIM, ours, theirs) == changed(CLAIM, *ours, *theirs)


def test_a_list_that_both_sides_emptied_together_says_that_it_is_empty(merging: Merging) -> None:
    base = "topics:\n  - pool  # one\n  - sea\nstatus: draft\n"
    came = merging(base, "topics:\n  - pool  # one\nstatus: draft\n", "topics:\n  - sea\nstatus: draft\n")
    assert came.data.decode() == "topics: []\nstatus: draft\n"


def test_marks_are_as_git_asks_for_them(merging: Merging) -> None:
    base = "a: 1\nb: 2\n"
    marks = Marks("HEAD", "1234 (base)", "side\nway", size=9, shows_base=True)
    came = merging(base, "a: 2\nb: 2\n", "a: 3\nb: 2\n", marks)
    assert came.data.decode() == ("<<<<<<<<< HEAD\na: 2\n||||||||| 1234 (base)\na: 1\n=========\na: 3\n>>>>>>>>> side way\nb: 2\n")


@pytest.mark.parametrize(("mark", "end", "last"), [("", "\n", "\n"), ("", "\r\n", "\r\n"), ("\ufeff", "\n", ""), ("\ufeff", "\r\n", "")])
def test_line_ends_byte_order_mark_and_a_missing_end_of_the_last_line_stay(merging: Merging, mark: str, end: str, last: str) -> None:
    def written(text: str) -> str:
        return mark + text.removesuffix("\n").replace("\n", end) + last

    ours, theirs = [("refutes", "context")], [("en: No.", "en: Never."), ("by: ada}", "by: ada, covers: v1:0}")]
    came = merging(*(written(one) for one in (CLAIM, changed(CLAIM, *ours), changed(CLAIM, *theirs))))
    assert (came.data.decode(), came.conflicts) == (written(changed(CLAIM, *ours, *theirs)), ())


def test_line_ends_that_one_side_has_changed_are_changed(merging: Merging) -> None:
    came = merging(CLAIM, changed(CLAIM, ("refutes", "context")), changed(CLAIM, ("en: No.", "en: Never.")).replace("\n", "\r\n"))
    assert came.data.decode() == changed(CLAIM, ("refutes", "context"), ("en: No.", "en: Never.")).replace("\n", "\r\n")
