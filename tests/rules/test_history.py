"""CT7xx: what changed since a revision, to the boundary; the examples of the rules are held in ``test_examples``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

BASE = Path(__file__).parent / "base"
PUBLISHED = """
published: 2026-02-20
status: approved
history:
  - {to: in-review, on: 2026-02-13, by: ines}
  - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
"""
APPROVED_AGAIN = """
history:
  - {to: in-review, on: 2026-02-13, by: ines}
  - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
  - {to: approved, on: 2026-02-25, by: omar, covers: 7c1e90b2}
"""
REVIEWED = "{to: in-review, on: 2026-02-13, by: ines}"
APPROVED = "{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}"
APPROVAL = f"status: approved\nhistory:\n  - {REVIEWED}\n  - {APPROVED}\n"
UNDER_CORRECTION = """
published: 2026-02-20
status: correcting
history:
  - {to: in-review, on: 2026-02-13, by: ines}
  - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
  - {to: correcting, on: 2026-02-24, by: ines}
"""
CORRECTED = """
status: approved
history:
  - {to: in-review, on: 2026-02-13, by: ines}
  - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
  - {to: correcting, on: 2026-02-24, by: ines}
  - {to: approved, on: 2026-02-25, by: omar, covers: 7c1e90b2}
"""
MINOR = "corrections: [{on: 2026-02-25, class: minor, cause: reader, notice: {en: A name., de: Ein Name.}}]\n"
HEADLINE = "headline: {en: 620 lorries a day, de: 620 Lastwagen am Tag}\n"
RETRACTED = "retracted: {on: 2026-02-25, notice: {en: We had confused two bridges., de: Wir hatten zwei Brücken verwechselt.}}\n"


def verdict(rating: str = "supported", summary: str = "Twice.", rationale: str = "Counted [@survey].") -> str:
    return (
        f"verdict: {{rating: {rating}, summary: {{en: {summary}, de: Doppelt.}}, rationale: {{en: '{rationale}', de: 'So [@survey].'}}}}\n"
    )


def of_history(check_base: CheckBase, fragments: str) -> list[str]:
    """Return the findings about the history, without their hints; that the committer of these tests is unknown is left out."""
    checked = check_base(fragments)
    found = [f"{checked.place(one)} {one.code} {one.message}" for one in checked.findings if one.code.startswith("CT7")]
    return [one for one in found if "desk@desk.example" not in one]


# What readers were told.


@pytest.mark.parametrize(("then", "now", "what"), [
    (verdict(), verdict("mostly-supported"), "the rating, which was ‘supported’"),
    (verdict(), verdict(summary="Two times."), "the summary"),
    (verdict(), verdict(rationale="Counted twice [@survey]."), "the reasoning"),
    (verdict(), "so_far: {en: Unknown., de: Unbekannt.}\nverdict: ~\n", "the rating, which was ‘supported’, the summary and the reasoning"),
    (HEADLINE, HEADLINE.replace("620 lorries", "630 lorries"), "the headline"),
    ("statement: {en: One., de: Eins.}\n", "statement: {en: Two., de: Eins.}\n", "the statement"),
    ("so_far: {en: Known., de: Bekannt.}\n", "so_far: ~\n", "what is known so far"),
])  # fmt: skip
def test_whatever_readers_were_told(then: str, now: str, what: str, check_base: CheckBase) -> None:
    silently = f"{PUBLISHED}--- before:\n{then}--- after:\n{now}{APPROVED_AGAIN}"
    (told,) = of_history(check_base, silently)
    assert told.partition(" CT701 ")[2].partition(" without a correction: ")[2] == what
    assert [one for one in of_history(check_base, silently + MINOR) if "CT701" in one] == []


@pytest.mark.parametrize(("then", "now"), [
    ("statement: {en: One.}\n", "statement: {en: One., de: Eins.}\n"),
    ("statement: One.\n", "statement: {en: One.}\n"),
    (verdict(rationale="Counted  twice [@survey]."), verdict(rationale="Counted twice [@survey].")),
    ("topics: [traffic]\n", "topics: [traffic, budget]\n"),
])  # fmt: skip
def test_what_takes_nothing_back(then: str, now: str, check_base: CheckBase) -> None:
    assert of_history(check_base, f"{PUBLISHED}--- before:\n{then}--- after:\n{now}{APPROVED_AGAIN}") == []


def test_a_language_that_the_desk_has_given_up(check_base: CheckBase) -> None:
    fragments = f"{PUBLISHED}--- before:\n{HEADLINE}--- after:\nheadline: {{en: 620 lorries a day}}\n{APPROVED_AGAIN}"
    assert len(of_history(check_base, fragments)) == 1
    assert of_history(check_base, f"{fragments}--- desk.yaml\nlanguages: [en]\n") == []


def test_what_was_not_published_may_change_freely(check_base: CheckBase) -> None:
    changes = f"{HEADLINE}{verdict('refuted')}statement: {{en: Two., de: Zwei.}}\n"
    assert of_history(check_base, f"--- after:\n{changes}") == []
    assert of_history(check_base, f"{PUBLISHED}--- before:\npublished: 2026-03-03\n--- after:\n{changes}{APPROVED_AGAIN}") == []
    assert len(of_history(check_base, f"{PUBLISHED}--- before:\npublished: 2026-03-02\n--- after:\n{changes}{APPROVED_AGAIN}")) == 1


def test_what_is_published_since_may_have_changed_before(check_base: CheckBase) -> None:
    assert of_history(check_base, f"--- after:\n{HEADLINE}{PUBLISHED}") == []


def test_a_correction_that_was_there_before_is_none_of_this_change(check_base: CheckBase) -> None:
    (told,) = of_history(check_base, f"{PUBLISHED}{MINOR}--- after:\n{HEADLINE}{APPROVED_AGAIN}")
    assert "CT701" in told


def test_nothing_is_asked_while_a_claim_is_under_correction_or_when_it_is_withdrawn(check_base: CheckBase) -> None:
    assert of_history(check_base, f"{PUBLISHED}--- after:\n{HEADLINE}{verdict('refuted')}{UNDER_CORRECTION}") == []
    assert of_history(check_base, f"{PUBLISHED}--- after:\n{HEADLINE}{APPROVED_AGAIN}{RETRACTED}") == []


def test_when_a_correction_ends_it_is_asked_for(check_base: CheckBase) -> None:
    for then, now in ((HEADLINE, ""), ("", HEADLINE)):  # changed as the correction was begun, or as it ended
        fragments = f"{UNDER_CORRECTION}--- before:\n{then}--- after:\n{now}{CORRECTED}"
        (told,) = of_history(check_base, fragments)
        assert "CT701" in told
        assert of_history(check_base, fragments + MINOR) == []
        assert of_history(check_base, f"{UNDER_CORRECTION}{MINOR}--- before:\n{then}--- after:\n{now}{CORRECTED}") == []
    unchanged = CORRECTED.replace("7c1e90b2", "5e1f00d2")
    assert of_history(check_base, f"{UNDER_CORRECTION}--- after:\n{unchanged}") == []


OTHER_RATING = "CT703 the correction says that the rating was ‘refuted’; expected ‘supported’, which readers were told at HEAD"
OTHER_SUMMARY = "CT703 the correction gives a summary that is not the one of HEAD; expected that one"
UNDERSTATED = "CT702 the rating was ‘supported’ at HEAD and is ‘misleading’ now; expected `class: substantial`"
SUBSTANTIAL = (
    "corrections:\n  - {{on: 2026-02-25, class: {class_}, cause: reader, was: {{{was}}}, notice: {{en: We had it wrong., de: Falsch.}}}}\n"
)


@pytest.mark.parametrize(("class_", "was", "told"), [
    ("substantial", "rating: supported", []),
    ("substantial", "rating: supported, summary: {en: Twice., de: Doppelt.}", []),
    ("substantial", "summary: {en: 'Twice. '}", []),
    ("substantial", "rating: refuted", [OTHER_RATING]),
    ("substantial", "summary: {en: Nearly twice.}", [OTHER_SUMMARY]),
    ("update", "summary: {en: Twice.}", [UNDERSTATED]),
    ("minor", "rating: supported", []),  # told by CT618
])  # fmt: skip
def test_a_correction_says_what_was_there(class_: str, was: str, told: list[str], check_base: CheckBase) -> None:
    correction = SUBSTANTIAL.format(class_=class_, was=was)
    fragments = f"{PUBLISHED}--- before:\n{verdict()}--- after:\n{verdict('misleading')}{APPROVED_AGAIN}{correction}"
    checked = check_base(fragments)
    found = [f"{one.code} {one.message}" for one in checked.findings if one.code in {"CT701", "CT702", "CT703"}]
    assert [re.sub(r"\b[0-9a-f]{8}\b", "HEAD", one) for one in found] == told


FORMER = SUBSTANTIAL.format(class_="substantial", was="rating: refuted")


def test_what_a_former_correction_says_is_not_held_against_what_readers_were_told_after_it(check_base: CheckBase) -> None:
    (told,) = of_history(check_base, f"{PUBLISHED}{verdict()}{FORMER}--- after:\n{FORMER.replace('We had it wrong.', 'Oh.')}")
    assert "CT712" in told
    one_language = FORMER.replace(", de: Falsch.", "")
    assert of_history(check_base, f"{PUBLISHED}{verdict()}{one_language}--- after:\n{FORMER}") == []


def test_a_translation_of_a_former_correction_is_no_correction(check_base: CheckBase) -> None:
    one_language = FORMER.replace(", de: Falsch.", "")
    silently = f"{PUBLISHED}{one_language}--- before:\n{verdict()}--- after:\n{FORMER}{verdict(summary='Two times.')}{APPROVED_AGAIN}"
    (told,) = of_history(check_base, silently)
    assert "CT701" in told


# What readers saw and is gone.


def test_a_published_day_that_is_gone(check_base: CheckBase) -> None:
    (told,) = of_history(check_base, f"{PUBLISHED}--- after:\npublished: ~\n")
    assert "CT704 the day of publication is gone; at " in told
    assert told.endswith(" it was 2026-02-20")


def test_a_withdrawn_record_that_is_gone(check_base: CheckBase) -> None:
    gone = f"{PUBLISHED}{RETRACTED}--- after:\n--- town/example.yaml is gone\n"
    (told,) = of_history(check_base, gone)
    assert told.startswith("town/article.yaml:2 CT706")
    assert told.endswith(" readers could see ‘example’, and its record town/example.yaml is gone")
    assert of_history(check_base, "--- after:\n--- town/example.yaml is gone\n") == []


def test_a_folder_that_is_gone_is_told_at_the_desk(check_base: CheckBase) -> None:
    files = "".join(f"--- town/{one}.yaml is gone\n" for one in ("example", "other", "article"))
    (told,) = of_history(check_base, f"{PUBLISHED}--- after:\n{files}")
    assert told.startswith("desk.yaml:3 CT706")


def test_a_record_that_cannot_be_read_now_is_not_gone(check_base: CheckBase) -> None:
    assert of_history(check_base, f"{PUBLISHED}--- after:\nstatus: [\n") == []


@pytest.mark.parametrize("committed", ["", ", not committed"])
def test_a_renamed_record_names_its_former_id(committed: str, check_base: CheckBase) -> None:
    renamed = f"{PUBLISHED}--- after{committed}:\n--- town/example.yaml is now town/lorries.yaml\n"
    (told,) = of_history(check_base, renamed)
    assert told.startswith("town/lorries.yaml:1 CT707")
    assert told.endswith(" readers knew the claim as ‘example’, and `former_ids` does not say so")
    assert of_history(check_base, f"{renamed}former_ids: [example]\n") == []
    assert of_history(check_base, renamed.removeprefix(PUBLISHED)) == []


OTHER = "statement: {en: Rain fell., de: Es regnete.}\nheadline: ~\n"


def test_an_id_is_used_again_only_where_nothing_is_the_same(check_base: CheckBase) -> None:
    def codes(now: str) -> set[str]:
        return {one.split()[1] for one in of_history(check_base, f"{PUBLISHED}--- after:\n{now}{APPROVED_AGAIN}")}

    assert codes(OTHER + "quote: {exact: detours of 14 kilometres, at: 360-384}\n") == {"CT708"}
    assert codes(OTHER) == {"CT701"}
    assert codes("quote: {exact: detours of 14 kilometres, at: 360-384}\n") == set()
    assert codes(OTHER + "quote: ~\n") == {"CT701"}
    assert codes(OTHER + "quote: ~\nevidence: []\ncomputed: ~\nverdict: ~\n") == {"CT708"}


def test_an_id_is_used_again_where_the_record_was_gone_in_between(check_base: CheckBase) -> None:
    there = "status: in-review\nauthors: [ines]\nstatement: {en: Rain fell., de: Es regnete.}\n"
    same = "quote: {exact: twice as many lorries as a year ago, at: 93-128}\n"
    told = of_history(check_base, f"{PUBLISHED}--- after:\n--- town/example.yaml is gone\n--- after:\n{there}{same}")
    assert "CT708" in {one.split()[1] for one in told}


@pytest.mark.parametrize("gone", ["disputes: [{who: Rike Holm, says: It is not so.}]\n", "disclosure: {conflicts: Omar has a share.}\n"])
def test_what_stood_beside_the_check(gone: str, check_base: CheckBase) -> None:
    taken = f"{gone.partition(':')[0]}: {'[]' if '[' in gone else '{}'}\n"
    fragments = f"{PUBLISHED}--- before:\n{gone}--- after:\n{taken}"
    assert [one.split()[1] for one in of_history(check_base, fragments)] == ["CT709"]
    assert of_history(check_base, fragments + MINOR) == []


def test_a_desk_that_could_not_be_read(check_base: CheckBase) -> None:
    broken = "--- before:\n--- desk.yaml\nlanguages: {a: b}\n--- after:\n--- desk.yaml\nlanguages: [en, de]\n"
    (told,) = of_history(check_base, f"{PUBLISHED}{broken}")
    assert told.startswith("desk.yaml:2 CT710")


def test_a_desk_that_was_not_there_yet(check_base: CheckBase) -> None:
    moved = "--- before:\n--- desk.yaml is gone\n--- after:\n--- desk.yaml\n" + (BASE / "desk.yaml").read_text("utf-8")
    (told,) = of_history(check_base, f"{PUBLISHED}{moved}")
    assert told.startswith("desk.yaml:2 CT710 at ")
    assert told.endswith(" there was no desk record here, so there is nothing to compare with")
    assert of_history(check_base, moved) == []


# What was written down.


@pytest.mark.parametrize(("now", "told"), [
    ("", False),
    ("  - {to: approved, on: 2026-02-13, by: omar, covers: 5e1f00d2}", True),
    ("  - {to: approved, on: 2026-02-14, by: omar, covers: 0a44d1f7}", True),
    ("  - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}\n  - {to: correcting, on: 2026-02-25, by: ines}", False),
])  # fmt: skip
def test_an_old_entry_of_the_history(now: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001  (a parameter of the test)
    history = f"history:\n  - {{to: in-review, on: 2026-02-13, by: ines}}\n{now}\n" if now else ""
    status = "status: correcting\n" if "correcting" in now else ""
    found = of_history(check_base, f"{PUBLISHED}--- after:\ntopics: []\n{history}{status}")
    assert [one.split()[1] for one in found] == ["CT711"] * told


def test_what_was_forgotten_may_be_put_in_and_order_may_be_made(check_base: CheckBase) -> None:
    before = "history:\n  - {to: in-review, on: 2026-02-13, by: ines}\n  - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}\n"
    between = before.replace("history:\n", "history:\n  - {to: researching, on: 2026-02-10, by: ines}\n")
    assert of_history(check_base, f"{PUBLISHED}--- after:\n{between}") == []
    disorder = (
        "history:\n  - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}\n  - {to: in-review, on: 2026-02-13, by: ines}\n"
        "  - {to: approved, on: 2026-02-15, by: omar, covers: 5e1f00d2}\n"
    )
    order = (
        "history:\n  - {to: in-review, on: 2026-02-13, by: ines}\n  - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}\n"
        "  - {to: approved, on: 2026-02-15, by: omar, covers: 5e1f00d2}\n"
    )
    assert of_history(check_base, f"{PUBLISHED}--- before:\n{disorder}--- after:\n{order}") == []
    assert [one.split()[1] for one in of_history(check_base, f"{PUBLISHED}--- before:\n{order}--- after:\n{disorder}")] == ["CT711"]


def test_a_person_who_has_another_id_now(check_base: CheckBase) -> None:
    renamed = (
        "--- desk.yaml\npeople:\n  ines-h: {shown: Ines, may: [write]}\n  omar: {shown: Omar, may: [write, review, publish]}\n"
        "  robot: {shown: First reading (language model), kind: machine, may: [write]}\n"
    )
    people = "history:\n  - {to: in-review, on: 2026-02-13, by: ines-h}\n  - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}\n"
    assert of_history(check_base, f"{PUBLISHED}--- after:\nauthors: [ines-h]\n{people}{renamed}") == []


def test_the_history_of_what_nobody_has_approved_may_be_put_right(check_base: CheckBase) -> None:
    assert of_history(check_base, "--- after:\nhistory: [{to: in-review, on: 2026-02-14, by: ines}]\n") == []


def test_a_fingerprint_that_covered_nothing_may_be_replaced_before_publication(check_base: CheckBase) -> None:
    wrong = PUBLISHED.replace("published: 2026-02-20\n", "").replace("5e1f00d2", '"v1:0000000000000000"')
    right = wrong.replace("0000000000000000", "1111111111111111")
    assert of_history(check_base, f"{wrong}--- after:\n{right}") == []
    public = f"{wrong}published: 2026-02-20\n"
    assert [one.split()[1] for one in of_history(check_base, f"{public}--- after:\n{right}")] == ["CT711"]


def test_a_notice_may_get_a_language_and_nothing_else(check_base: CheckBase) -> None:
    def made(notice: str, was: str = "") -> str:
        return f"corrections: [{{on: 2026-02-25, class: minor, cause: reader, {was}notice: {{{notice}}}}}]\n"

    def codes(then: str, now: str) -> list[str]:
        return [one.split()[1] for one in of_history(check_base, f"{PUBLISHED}--- before:\n{then}--- after:\n{now}")]

    assert codes(made("en: A name."), made("en: A name., de: Ein Name.")) == []
    assert codes(made("en: A name., de: Ein Name."), made("en: A name.")) == ["CT712"]
    assert codes(made("en: A name."), made("en: A day.")) == ["CT712"]
    assert codes(made("en: A name.", "was: {summary: {en: So.}}, "), made("en: A name.")) == ["CT712"]
    assert codes(made("en: A name."), "corrections: []\n") == ["CT712"]


def test_a_correction_that_is_being_made_may_change(check_base: CheckBase) -> None:
    assert of_history(check_base, f"{UNDER_CORRECTION}{MINOR}--- after:\n{MINOR.replace('reader', 'own-error')}") == []


@pytest.mark.parametrize(("then", "now", "told"), [
    ("draft", f"[{REVIEWED}, {APPROVED}]", False),
    ("in-review", f"[{{to: researching, on: 2026-02-12, by: ines}}, {REVIEWED}, {APPROVED}]", False),
    ("draft", f"[{APPROVED}]", True),
    ("approved", f"[{APPROVED}]", False),
    ("draft", "[]", True),
])  # fmt: skip
def test_the_way_since(then: str, now: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001  (a parameter of the test)
    fragments = f"--- before:\nstatus: {then}\nhistory: []\n--- after:\nstatus: approved\nhistory: {now}\n"
    assert [one.split()[1] for one in of_history(check_base, fragments)] == ["CT713"] * told


def test_a_new_claim_may_begin_anywhere(check_base: CheckBase) -> None:
    new = "--- town/new.yaml\nstatus: approved\nauthors: [ines]\nhistory: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]\n"
    assert of_history(check_base, f"--- after:\n{new}") == []


def test_what_changed_after_it_was_approved_by_another_commit(check_base: CheckBase) -> None:
    (told,) = of_history(check_base, f"--- after:\n{APPROVAL}--- after:\ncomputed: ~\n")
    assert "CT714 the approval of 2026-02-14 is of what stood there at " in told
    assert of_history(check_base, f"--- after:\ncomputed: ~\n--- after:\n{APPROVAL}") == []
    assert of_history(check_base, f"--- after:\n{APPROVAL}--- after:\ntopics: []\n") == []
    assert [one.split()[1] for one in of_history(check_base, f"--- after:\n{APPROVAL}--- after, not committed:\ncomputed: ~\n")] == [
        "CT714"
    ]


# Who it was.

PEOPLE = """
--- desk.yaml
people:
  ines: {shown: Ines, may: [write], git: [ines@desk.example, Ines Holm]}
  omar: {shown: Omar, may: [write, review, publish], git: [Omar@desk.example]}
  robot: {shown: First reading (language model), kind: machine, may: [write]}
--- town/example.yaml
"""


@pytest.mark.parametrize(("by", "told"), [
    ("Ines <ines@desk.example>", ["CT721"]),
    ("Ines Holm <ines@home.example>", ["CT721"]),
    ("Omar <omar@desk.example>", []),
    ("Nobody <nobody@x.example>", ["CT723"]),
    ("Ines <ines@desk.example>, with Omar <omar@desk.example>", []),
    ("Ines <ines@desk.example>, with Nobody <nobody@x.example>", ["CT721"]),
    ("Nobody <nobody@x.example>, with Omar <omar@desk.example>", []),
])  # fmt: skip
def test_who_committed_an_approval(by: str, told: list[str], check_base: CheckBase) -> None:
    assert [one.split()[1] for one in of_history(check_base, f"{PEOPLE}--- after, by {by}:\n{APPROVAL}")] == told


def test_an_approval_that_is_not_committed_yet_is_nobodys(check_base: CheckBase) -> None:
    assert of_history(check_base, f"{PEOPLE}--- after, not committed:\n{APPROVAL}") == []


def test_an_address_of_the_author_is_not_the_approvers_by_a_line_in_the_same_change(check_base: CheckBase) -> None:
    taken = PEOPLE.replace("git: [ines@desk.example, Ines Holm]", "git: [Ines Holm]").replace("[Omar@", "[ines@desk.example, Omar@")
    told = of_history(check_base, f"{PEOPLE}--- after, by Ines <ines@desk.example>:\n{taken}{APPROVAL}")
    assert [one.split()[1] for one in told] == ["CT721"]


def test_who_decided_is_not_who_approves_either(check_base: CheckBase) -> None:
    decided = verdict().replace("verdict: {", "verdict: {decided_by: [omar], ")
    now = f"{verdict()}{APPROVAL}"
    (told,) = of_history(check_base, f"{PEOPLE}--- before:\n{decided}--- after, by Omar <omar@desk.example>:\n{now}")
    assert "CT722" in told
    assert told.endswith(" ‘omar’ had decided the verdict, and has approved it since")


def test_unknown_committers_are_told_once(check_base: CheckBase) -> None:
    approvals = "".join(
        f"--- after, by Person {one} <{one}@x.example>:\n--- town/new-{one}.yaml\nstatus: approved\nauthors: [ines]\n"
        "history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]\n"
        for one in range(5)
    )
    (told,) = of_history(check_base, approvals)
    assert told.startswith("desk.yaml:7 CT723 approvals since ")
    assert told.endswith("were committed by ‘0@x.example’, ‘1@x.example’ and ‘2@x.example’ and 2 more, who are nobody under `people`")


def test_a_machine_that_became_a_human(check_base: CheckBase) -> None:
    people = "  ines: {shown: Ines, may: [write]}\n  omar: {shown: Omar, may: [write, review, publish]}\n  robot: {shown: Robin}\n"
    human = f"--- desk.yaml\npeople:\n{people}"
    named = f"{PUBLISHED}authors: [ines, robot]\n"
    assert [one.split()[1] for one in of_history(check_base, f"{named}--- after:\n{human}")] == ["CT724"]
    assert of_history(check_base, f"{PUBLISHED}--- after:\n{human}") == []


# What it stands on.


def test_a_rating_that_nobody_was_told(check_base: CheckBase) -> None:
    def scale(refuted: str, supported: str = "Is so.") -> str:
        return (
            "--- desk.yaml\nscale:\n  name: two\n  version: 1\n  ratings:\n"
            f"    - {{id: supported, number: 2, label: {{en: S, de: B}}, definition: {{en: {supported}, de: So.}}}}\n"
            f"    - {{id: refuted, number: 1, label: {{en: R, de: W}}, definition: {{en: {refuted}, de: Nein.}}}}\n"
        )

    def codes(then: str, now: str) -> list[str]:
        return [one.split()[1] for one in of_history(check_base, f"{PUBLISHED}--- before:\n{then}--- after:\n{now}")]

    assert codes(scale("Is not."), scale("May not be.")) == []
    assert codes(scale("Is not."), scale("Is not.", "May be.")) == ["CT731"]
    assert codes(scale("Is not.", "Is  so."), scale("Is not.")) == []


def test_a_text_that_was_replaced_is_seen_where_it_is_at_hand(check_base: CheckBase) -> None:
    text = "text: {sha256: 94b8e5aa7bd0a6e7a2a4fc0a3b8a6d7a5ee5d3d13c07c1d7ab0d2f0e7f0b1a11, length: 901, may_show: yes}\n"
    (told,) = of_history(check_base, f"--- after:\n--- article.txt\n--- article.yaml\n{text}")
    assert told.endswith(", and 2 claims still quote it at places in the old one")
    assert of_history(check_base, f"--- after:\n--- article.yaml\n{text}") == []
