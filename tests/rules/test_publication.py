"""Publication and correction: what has to have come before what."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from claimtrack.records.presets import WORKFLOWS

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

APPROVED = """
status: approved
history:
  - {to: in-review, on: 2026-02-13, by: ines}
  - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
"""
PUBLISHED = APPROVED + "published: 2026-02-20\n"
SUMMARY = """
    en: The Roads Office counted 620 lorries a day in January 2026 and 310 a year before.
    de: Das Straßenamt zählte im Januar 2026 am Tag 620 Lastwagen und ein Jahr davor 310.
"""


def correction(day: str, class_: str, was: str = "") -> str:
    notice = "notice: {en: We had rated this otherwise., de: Wir hatten das anders bewertet.}"
    return f"  - {{on: {day}, class: {class_}, cause: reader, {f'was: {was}, ' if was else ''}{notice}}}\n"


@pytest.mark.parametrize("status", [status.id for status in WORKFLOWS["standard@1"].statuses])
def test_only_what_is_approved_or_being_corrected_has_a_day_of_publication(status: str, check_base: CheckBase) -> None:
    record = (
        f"published: 2026-02-20  # here\nstatus: {status}\nhistory:\n  - {{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}}\n"
    )
    record += "" if status == "approved" else f"  - {{to: {status}, on: 2026-02-25, by: omar}}\n"
    expected = f"the claim has a day of publication and is not approved; found the status ‘{status}’, expected an approved claim"
    told = [] if status in {"approved", "correcting"} else [f"here: {expected} -> have it approved, or take `published` away"]

    assert check_base(record).messages("CT601") == told


def test_what_is_corrected_was_approved_before(check_base: CheckBase) -> None:
    record = "published: 2026-02-20  # here\nstatus: correcting\nhistory: [{to: correcting, on: 2026-02-25, by: ines}]\n"
    expected = "the claim has a day of publication and is not approved; found no approval in `history`, expected an approved claim"

    assert check_base(record).messages("CT601") == [f"here: {expected} -> have it approved, or take `published` away"]


def test_an_approved_status_without_an_approval_is_told_by_what_the_status_demands(check_base: CheckBase) -> None:
    checked = check_base("published: 2026-02-20\nstatus: approved\nhistory: []\n")

    assert [one.code for one in checked.findings] == ["CT411"]


def test_a_gap_that_is_decisive_holds_publication_up_and_nothing_else(check_base: CheckBase) -> None:
    gaps = "gaps:\n  - {what: The minutes}\n  - {what: The count, decisive: yes}  # here\n"
    message = "the claim has a day of publication and a gap that is decisive; expected no open gap of that kind"

    assert check_base(APPROVED + gaps).findings == ()
    assert check_base(PUBLISHED + gaps).messages("CT602") == [f"here: {message} -> close the gap, or do not publish"]
    assert check_base(PUBLISHED + gaps + "retracted: {on: 2026-02-25, notice: {en: Gone., de: Weg.}}\n").findings == ()


@pytest.mark.parametrize(
    ("published", "made_on", "message"),
    [
        ("2026-02-14", "2026-02-02", None),
        ("2026-02-13", "2026-02-02", "the check was published before it was approved; found 2026-02-13, expected 2026-02-14 or later"),
        ("2026-02-20", "2026-02-20", None),
        ("2026-02-20", "2026-02-21", "the check was published before the claim was made; found 2026-02-20, expected 2026-02-21 or later"),
        ("2026-02-20", "2026-02", None),
        ("2026-02-20", "2026", None),
        ("2026-02-20", "2026-03~", None),
    ],
)
def test_a_check_is_published_after_the_claim_and_its_approval(
    published: str, made_on: str, message: str | None, check_base: CheckBase
) -> None:
    checked = check_base(APPROVED + f"published: {published}  # here\nmade_on: {made_on}\n")

    assert checked.messages("CT603") == ([f"here: {message} -> correct the day that is wrong"] if message else [])


def test_the_first_approval_counts_and_not_that_of_a_correction(check_base: CheckBase) -> None:
    record = """
status: approved
published: 2026-02-14
history:
  - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
  - {to: correcting, on: 2026-02-15, by: ines}
  - {to: approved, on: 2026-02-16, by: omar, covers: 0a44d1f7}
"""

    assert check_base(record).findings == ()


def test_a_day_that_lies_ahead_is_only_noted(check_base: CheckBase) -> None:
    record = APPROVED + "published: 2026-03-02  # here\n"

    assert check_base(record).findings == ()
    assert check_base(record, today=datetime.date(2026, 3, 1)).messages("CT604") == [
        "here: readers do not see the claim before 2026-03-02 -> build the site again on that day"
    ]


def test_what_was_never_published_is_not_corrected(check_base: CheckBase) -> None:
    correcting = "status: correcting  # here\nhistory:\n  - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}\n"
    correcting += "  - {to: correcting, on: 2026-02-15, by: ines}\n"
    message = "the status is ‘correcting’ and the claim was never published; expected a day under `published`"

    assert check_base(correcting).messages("CT605") == [
        f"here: {message} -> send the claim back into the work, or add `published` if it was"
    ]
    assert check_base(correcting + "published: 2026-02-14\n").findings == ()


def test_corrections_come_after_publication(check_base: CheckBase) -> None:
    never = APPROVED + "corrections:  # here\n" + correction("2026-02-21", "minor")
    early = "the correction was made before the claim was published; found 2026-02-19, expected 2026-02-20 or later"

    unpublished = "there are corrections, and the claim was never published; expected a day under `published`"
    assert check_base(never).messages("CT611") == [f"here: {unpublished} -> take them away, or add `published`"]
    assert check_base(PUBLISHED + "corrections:\n" + correction("2026-02-19", "minor").replace("}\n", "}  # here\n")).messages("CT611") == [
        f"here: {early} -> correct the day, or take the correction away"
    ]
    assert check_base(PUBLISHED + "corrections:\n" + correction("2026-02-20", "minor")).findings == ()


def test_corrections_are_in_order(check_base: CheckBase) -> None:
    def told(*days: str) -> list[str]:
        return [
            one.message for one in check_base(PUBLISHED + "corrections:\n" + "".join(correction(day, "minor") for day in days)).of("CT612")
        ]

    assert told("2026-02-21", "2026-02-21", "2026-02-22") == []
    assert told("2026-02-21", "2026-02-23", "2026-02-22") == [
        "the corrections go back in time; found 2026-02-22 after 2026-02-23, expected the newest last"
    ]


@pytest.mark.parametrize(
    ("class_", "was", "told"),
    [
        ("substantial", "", True),
        ("substantial", "{}", True),
        ("substantial", "{rating: refuted}", False),
        ("substantial", "{summary: So it was.}", False),
        ("update", "", False),
        ("minor", "", False),
    ],
)
def test_only_a_substantial_correction_has_to_say_what_was(class_: str, was: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    checked = check_base(PUBLISHED + "corrections:\n" + correction("2026-02-21", class_, was).replace("}\n", "}  # here\n"))
    message = "here: the correction is substantial and does not say what readers were told before; expected `was`"

    assert checked.messages("CT613") == ([f"{message} -> add `was` with the rating and the summary as they stood there"] if told else [])


def test_a_rating_that_was_is_on_the_scale_of_the_verdict(check_base: CheckBase) -> None:
    def told(was: str, verdict: str = "") -> list[str]:
        record = PUBLISHED + "corrections:\n" + correction("2026-02-21", "update", was) + verdict
        return [f"{one.message} -> {one.hint}" for one in check_base(record).of("CT614")]

    other = 'verdict: {rating: half-true, scale: google-five@1, summary: So., rationale: "So [@count-2026]."}\n'
    assert told("{rating: refuted}") == []
    assert told("{rating: false}", other) == []
    ratings = "supported, mostly-supported, partly-supported, refuted, misleading, unsupported, unverifiable"
    assert told("{rating: misleadin}") == [
        f"the scale six-step@1 has no rating ‘misleadin’; expected one of {ratings} -> did you mean ‘misleading’?"
    ]


@pytest.mark.parametrize(
    ("corrections", "told"),
    [
        ([("substantial", "{rating: supported}")], True),
        ([("substantial", "{rating: refuted}")], False),
        ([("substantial", "{rating: supported, summary: Otherwise.}")], False),
        ([("substantial", "{summary: Otherwise.}")], False),
        ([("substantial", f"\n  rating: supported\n  summary:{SUMMARY}")], True),
        ([("update", "{rating: supported}")], False),
        ([("minor", "{rating: supported}")], False),
        ([("substantial", "{rating: supported}"), ("substantial", "{rating: refuted}")], False),
        ([("substantial", "{rating: supported}"), ("minor", "")], True),
        ([("substantial", "{rating: supported}"), ("update", "")], False),
        ([("substantial", "{rating: refuted}"), ("substantial", "{rating: misleading, summary: Otherwise.}")], False),
        ([("substantial", "{summary: Otherwise.}"), ("substantial", "{rating: refuted}")], False),
    ],
)
def test_the_latest_correction_of_substance_changed_something(
    corrections: list[tuple[str, str]],
    told: bool,  # noqa: FBT001
    check_base: CheckBase,
) -> None:
    record = PUBLISHED + "corrections:\n"
    for day, (class_, was) in enumerate(corrections, start=21):
        record += f"  - on: 2026-02-{day}\n    class: {class_}\n    cause: reader\n    notice: We had rated this otherwise.\n"
        record += "    was:" + was.replace("\n", "\n    ").rstrip() + "\n" if was.startswith("\n") else f"    was: {was}\n" if was else ""
    message = "the correction is substantial, and what was is what is now; expected another rating or summary"

    assert [one.message for one in check_base(record).of("CT615")] == ([message] if told else [])


def test_an_earlier_correction_changed_something_too(check_base: CheckBase) -> None:
    record = PUBLISHED + "corrections:\n" + correction("2026-02-21", "substantial", "{rating: refuted}")
    record += correction("2026-02-22", "minor") + correction("2026-02-23", "update", "{rating: refuted, summary: So it was.}")
    message = "the correction is substantial, and what was is what was until the next one too; expected another rating or summary"
    hint = "write what stood there before, or make it `class: minor` if only the wording changed"

    assert [f"{one.message} -> {one.hint}" for one in check_base(record).of("CT615")] == [f"{message} -> {hint}"]


def test_nothing_has_changed_yet_while_a_claim_is_being_corrected(check_base: CheckBase) -> None:
    corrected = PUBLISHED.replace("status: approved", "status: correcting") + "corrections:\n"
    corrected += correction("2026-02-21", "substantial", "{rating: supported}")
    record = corrected.replace("covers: 5e1f00d2}\n", "covers: 5e1f00d2}\n  - {to: correcting, on: 2026-02-21, by: ines}\n", 1)
    assert record.count("correcting") == 2

    assert check_base(record).of("CT615") == []


def test_an_empty_line_at_the_end_of_a_summary_is_no_other_summary(check_base: CheckBase) -> None:
    verdict = "verdict:\n  rating: supported\n  summary: |\n    It was 620.\n  rationale: It counted both [@count-2026].\n"
    record = PUBLISHED + verdict + "corrections:\n" + correction("2026-02-21", "substantial", "{summary: It was 620.}")

    assert len(check_base(record).of("CT615")) == 1


@pytest.mark.parametrize(
    ("corrections", "told"),
    [
        ([("minor", "{rating: refuted}")], "from ‘refuted’ to ‘supported’"),
        ([("minor", "{rating: supported}")], None),
        ([("minor", "{summary: So it was.}")], None),
        ([("minor", "")], None),
        ([("update", "{rating: supported}")], None),
        ([("substantial", "{rating: refuted}")], None),
        ([("minor", "{rating: refuted}"), ("substantial", "{rating: misleading}")], "from ‘refuted’ to ‘misleading’"),
        ([("minor", "{rating: refuted}"), ("substantial", "{rating: refuted}")], None),
        ([("minor", "{rating: refuted}"), ("update", "")], None),
        ([("minor", "{rating: refuted}"), ("minor", "")], "from ‘refuted’ to ‘supported’"),
    ],
)
def test_a_correction_of_the_rating_is_not_minor(corrections: list[tuple[str, str]], told: str | None, check_base: CheckBase) -> None:
    listed = "".join(correction(f"2026-02-{day}", class_, was) for day, (class_, was) in enumerate(corrections, start=21))
    messages = [f"{one.message} -> {one.hint}" for one in check_base(f"{PUBLISHED}corrections:\n{listed}").of("CT618")]
    expected = f"the correction is minor, and it changed the rating {told}; expected `class: substantial` -> write `class: substantial`"

    assert messages == ([expected] if told else [])


@pytest.mark.parametrize(("class_", "called"), [("minor", "minor"), ("update", "an update")])
def test_only_a_substantial_correction_changes_the_rating(class_: str, called: str, check_base: CheckBase) -> None:
    listed = "corrections:\n" + correction("2026-02-21", class_, "{rating: refuted}")
    message = f"the correction is {called}, and it changed the rating from ‘refuted’ to ‘supported’; expected `class: substantial`"

    assert [one.message for one in check_base(PUBLISHED + listed).of("CT618")] == [message]


AGAIN = """
status: approved
published: 2026-02-20
history:
  - {to: in-review, on: 2026-02-13, by: ines}
  - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
  - {to: approved, on: DAY, by: omar, covers: 5e1f00d2}  # here
corrections:
"""


@pytest.mark.parametrize(
    ("day", "corrections", "told"),
    [
        ("2026-02-24", ["update"], "2026-02-25"),
        ("2026-02-25", ["update"], None),
        ("2026-02-24", ["substantial"], "2026-02-25"),
        ("2026-02-24", ["minor"], None),
        ("2026-02-25", ["update", "update"], "2026-02-26"),
        ("2026-02-26", ["update", "update"], None),
        ("2026-02-25", ["minor", "update"], "2026-02-26"),
        ("2026-02-25", ["update", "minor"], None),
    ],
)
def test_what_was_corrected_was_approved_as_it_is_now(day: str, corrections: list[str], told: str | None, check_base: CheckBase) -> None:
    listed = "".join(correction(f"2026-02-{25 + place}", class_, "{rating: refuted}") for place, class_ in enumerate(corrections))
    message = f"here: the approval of {day} is older than the correction; expected one of {told} or later"
    hint = "have it read and approved as it is now, in one more entry of `history`"

    assert check_base(AGAIN.replace("DAY", day) + listed).messages("CT619") == ([f"{message} -> {hint}"] if told else [])


def test_an_approval_of_an_earlier_correction_is_none_of_a_later_one(check_base: CheckBase) -> None:
    twice = AGAIN.replace("DAY", "2026-02-23").replace("covers: 5e1f00d2}  # here", "covers: 5e1f00d2}")
    between = twice.replace(
        "  - {to: approved, on: 2026-02-23", "  - {to: correcting, on: 2026-02-22, by: ines}\n  - {to: approved, on: 2026-02-23"
    )

    assert [one.code for one in check_base(between + correction("2026-02-23", "update")).findings] == []
    assert [one.code for one in check_base(between + correction("2026-02-26", "update")).findings] == ["CT619"]


def test_a_correction_under_way_or_a_stale_approval_is_not_told_twice(check_base: CheckBase) -> None:
    update = "corrections:\n" + correction("2026-02-25", "update")
    correcting = PUBLISHED.replace("status: approved", "status: correcting").replace(
        "published:", "  - {to: correcting, on: 2026-02-24, by: ines}\npublished:"
    )

    assert len(check_base(PUBLISHED + update).of("CT619")) == 1
    assert check_base(correcting + update).of("CT619") == []
    assert [one.code for one in check_base(PUBLISHED.replace("5e1f00d2", '"v1:0000000000000000"') + update).findings] == ["CT417"]


NOW_IN_BOTH = "verdict: {rating: supported, rationale: So., summary: {en: New., de: Neu.}}\n"


@pytest.mark.parametrize(
    ("was", "told"),
    [
        ("{en: New., de: Alt.}", ["en"]),
        ("{en: Old., de: Neu.}", ["de"]),
        ("{en: Old., de: Alt.}", []),
        ("{en: New., de: Neu.}", []),
        ("Old.", []),
        ("{de: Neu., fr: Vieux.}", []),
    ],
)
def test_a_correction_reaches_the_summary_in_every_language(was: str, told: list[str], check_base: CheckBase) -> None:
    notice = "{en: It was otherwise., de: Es war anders.}"
    corrections = f"corrections:\n  - {{on: 2026-02-25, class: update, cause: reader, was: {{summary: {was}}}, notice: {notice}}}\n"
    messages = [one.message for one in check_base(PUBLISHED + NOW_IN_BOTH + corrections).of("CT617")]

    assert messages == [
        f"the summary was corrected, and in ‘{one}’ it is what it was before; expected it to be corrected there too" for one in told
    ]


def test_only_the_latest_that_says_what_was_is_held_against_the_summary(check_base: CheckBase) -> None:
    notice = "notice: {en: It was otherwise., de: Es war anders.}"
    earlier = f"  - {{on: 2026-02-25, class: update, cause: reader, was: {{summary: {{en: New., de: Alt.}}}}, {notice}}}\n"
    later = f"  - {{on: 2026-02-26, class: update, cause: reader, was: {{summary: {{en: Old., de: Älter.}}}}, {notice}}}\n"
    silent = f"  - {{on: 2026-02-27, class: minor, cause: reader, {notice}}}\n"

    assert check_base(f"{PUBLISHED}{NOW_IN_BOTH}corrections:\n{earlier}{later}{silent}").of("CT617") == []
    assert check_base(f"{PUBLISHED}{NOW_IN_BOTH}corrections:\n{earlier}{silent}").of("CT617") != []


def test_the_notice_of_a_correction_is_wanted_in_every_language(check_base: CheckBase) -> None:
    record = PUBLISHED + "corrections:\n  - {on: 2026-02-25, class: minor, cause: reader, notice: It was otherwise.}  # here\n"
    message = "the notice has no text in de; expected one in every language of the desk"

    assert check_base(record).messages("CT617") == [f"here: {message} -> write it in every language"]


@pytest.mark.parametrize(
    ("notice", "field"),
    [
        ("Sie sagte, dass im Januar 2026 die alte Brücke doppelt so viele Lastwagen trug.", None),
        ("In January 2026 the old bridge of Alderford carried twice as many lorries as in January 2025? No.", "statement"),
        ("It is wrong that “in JANUARY 2026, the old bridge of Alderford carried twice as many lorries as in January 2025”.", "statement"),
        ("We wrote: 620 Lastwagen am Tag und nicht mehr 310 wie im Jahr davor.", "headline"),
        ("She never said 'twice as many lorries as a year ago'.", "quote"),
        ("We wrote: the Roads Office counted twice as many lorries.", "verdict.summary"),
        ("We wrote: Das Straßenamt zählte 620 und 310. That was wrong.", "verdict.summary"),
        ("We had confused two bridges.", None),
    ],
)
def test_a_withdrawal_does_not_repeat_the_claim(notice: str, field: str | None, check_base: CheckBase) -> None:
    english = "The Roads Office counted twice as many lorries. It was a quiet month."
    summary = f"  summary:\n    en: {english}\n    de: Das Straßenamt zählte 620 und 310.\n"
    verdict = f"verdict:\n  rating: supported\n{summary}  rationale: The Roads Office counted [@count-2026].\n"
    record = f'{PUBLISHED}{verdict}retracted:\n  on: 2026-02-25\n  notice:\n    de: Weg.\n    en: "{notice}"  # here\n'
    message = f"here: the notice repeats `{field}`; expected a notice without what was claimed or found"

    assert check_base(record).messages("CT620") == ([f"{message} -> say why the check is gone, and not what it was about"] if field else [])


@pytest.mark.parametrize(
    ("statement", "told"), [("Nineteen letters are", 0), ("Nineteen letters are n", 0), ("Nineteen letters are no", 1)]
)
def test_a_short_text_may_stand_in_a_notice_by_chance(statement: str, told: int, check_base: CheckBase) -> None:
    record = f"{PUBLISHED}statement: {statement}\nretracted: {{on: 2026-02-25, notice: Nineteen letters are not many.}}\n"

    assert len(check_base(record).of("CT620")) == told


def test_a_withdrawal_is_told_in_every_language(check_base: CheckBase) -> None:
    record = PUBLISHED + "retracted:\n  on: 2026-02-25\n  notice: Gone.  # here\n"
    message = "the notice has no text in de; expected one in every language of the desk"

    assert check_base(record).messages("CT617") == [f"here: {message} -> write it in every language"]


def test_what_is_withdrawn_was_published(check_base: CheckBase) -> None:
    retracted = "retracted: {on: 2026-02-20, notice: {en: Gone., de: Weg.}}  # here\n"
    hint = "decline the claim, or correct the days"

    assert check_base(PUBLISHED + retracted).findings == ()
    assert check_base(APPROVED + retracted).messages("CT616") == [
        f"here: the claim is retracted and was never published; expected a day under `published` -> {hint}"
    ]
    assert check_base(APPROVED + retracted + "published: 2026-02-21\n").messages("CT616") == [
        f"here: the claim was retracted before it was published; found 2026-02-20, expected 2026-02-21 or later -> {hint}"
    ]


def test_a_public_repository_holds_only_what_is_for_readers(check_base: CheckBase) -> None:
    public = "--- desk.yaml\nrepository: public  # here\ninternal: Ask the lawyer.\n"
    private = "internal: Too sharp.\n--- article.yaml\ninternal: Call them.\n--- sources.yaml\nanna: {protected: She asked us, url: 'https://a.example/'}\n"
    inline = "--- other.yaml\nevidence:\n  - {id: call, source: {protected: He asked us}, stance: context}\n"
    checked = check_base(private + inline + public)

    found = "found 2 claims that are not published, 3 internal texts, 2 protected sources, expected none"
    hint = "keep them in a private repository, and take them out of the history of this one"
    assert checked.messages("CT621") == [f"here: the repository is public and holds what is not for readers; {found} -> {hint}"]
    assert [(place.file, place.message) for place in checked.of("CT621")[0].related] == [
        ("sources.yaml", "a protected source"),
        ("town/other.yaml", "a protected source"),
        ("desk.yaml", "internal"),
        ("town/article.yaml", "internal"),
        ("town/example.yaml", "internal"),
        ("town/example.yaml", "not published"),
        ("town/other.yaml", "not published"),
    ]


def test_a_public_repository_may_hold_published_claims_from_their_day_on(check_base: CheckBase) -> None:
    desk = "--- other.yaml\nstatus: draft\npublished: 2026-02-20\nhistory: []\n--- desk.yaml\nrepository: public\n"

    assert check_base(PUBLISHED + desk).of("CT621") == []
    assert [one.message.partition("found ")[2] for one in check_base(PUBLISHED + desk, today=datetime.date(2026, 2, 19)).of("CT621")] == [
        "2 claims that are not published, expected none"
    ]
    assert check_base("--- desk.yaml\nrepository: private\n").of("CT621") == []
