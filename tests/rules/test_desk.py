"""The desk record: languages, scales, workflows, origins, people and the pages that standards want."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

PRESETS = "averitec-four@1, fever-three@1, google-five@1, meta-six@1, six-step@1"
PAGES = "  methodology: https://desk.example/m\n  selection: https://desk.example/s\n  corrections: https://desk.example/c\n"
BARE = "verdict: ~\nso_far: {en: This much., de: So viel.}\n"


def scale(*ratings: str) -> str:
    return "--- desk.yaml\nscale:\n  name: alderford\n  version: 1\n  ratings:\n" + "".join(f"    - {one}\n" for one in ratings)


def rating(rating_id: str, number: str = "", label: str = "{en: X, de: X}", definition: str = "{en: X, de: X}") -> str:
    return f"{{id: {rating_id}, {f'number: {number}, ' if number else ''}label: {label}, definition: {definition}}}"


def workflow(*statuses: str) -> str:
    bare = f"status: work\nhistory: [{{to: work, on: 2026-02-09, by: ines}}]\n{BARE}"
    other = "--- other.yaml\nstatus: work\nhistory: [{to: work, on: 2026-02-09, by: ines}]\n"
    written = "".join(f"    - {one}\n" for one in statuses)
    return f"{bare}{other}--- desk.yaml\nworkflow:\n  name: house\n  version: 1\n  statuses:{'' if statuses else ' []'}\n{written}"


@pytest.mark.parametrize("number", ["0", "2"])
def test_only_the_first_version_of_the_format_is_known(number: str, check_base: CheckBase) -> None:
    assert check_base(f"--- desk.yaml\nformat: {number}  # here\n").messages("CT801") == [
        f"here: the record format {number} is not known; expected 1 -> write `format: 1`, or use another version of claimtrack"
    ]


def test_each_language_once(check_base: CheckBase) -> None:
    assert check_base("--- desk.yaml\nlanguages: [en, de, de, en]\n").messages("CT802") == [
        "desk.yaml:3: the language ‘de’ is named twice; expected each once -> take it out once",
        "desk.yaml:3: the language ‘en’ is named twice; expected each once -> take it out once",
    ]


@pytest.mark.parametrize(
    ("field", "name", "known", "hint"),
    [
        ("scale", "six-step", PRESETS, "did you mean ‘six-step@1’?"),
        ("scale", "house@1", PRESETS, "write your own scale out in its place"),
        ("workflow", "standard@2", "standard@1", "did you mean ‘standard@1’?"),
    ],
)
def test_a_scale_or_workflow_by_a_name_that_nobody_knows(field: str, name: str, known: str, hint: str, check_base: CheckBase) -> None:
    checked = check_base(f"--- desk.yaml\n{field}: {name}  # here\n")

    assert checked.messages("CT803") == [f"here: there is no {field} ‘{name}’; expected one of {known} -> {hint}"]
    assert [one.code for one in checked.findings] == ["CT803"]


@pytest.mark.parametrize("name", PRESETS.split(", "))
def test_every_scale_that_comes_along_is_known(name: str, check_base: CheckBase) -> None:
    assert check_base(f"{BARE}--- desk.yaml\nscale: {name}\n").findings == ()


def test_a_part_of_a_body_that_is_no_origin_is_fine_and_a_circle_is_not(check_base: CheckBase) -> None:
    def told(**parts: str) -> list[str]:
        known = {"roads-office": "", "treasury": "", "hauliers": "", "courier": "", **parts}
        origins = "".join(f"  {one}: {{name: X{f', part_of: {of}' if of else ''}}}\n" for one, of in known.items())
        return [one.message for one in check_base(f"--- desk.yaml\norigins:\n{origins}").of("CT804")]

    assert told(treasury="town-hall") == []
    assert told(a="b", b="c", c="state") == []
    assert told(a="a") == ["the origins are parts of each other in a circle: ‘a’ → ‘a’"]
    assert told(a="b", b="c", c="b") == ["the origins are parts of each other in a circle: ‘b’ → ‘c’ → ‘b’"]
    assert told(a="b", b="a", c="d", d="c", e="a") == [
        "the origins are parts of each other in a circle: ‘a’ → ‘b’ → ‘a’",
        "the origins are parts of each other in a circle: ‘c’ → ‘d’ → ‘c’",
    ]


def test_a_person_who_may_do_nothing(check_base: CheckBase) -> None:
    record = "--- desk.yaml\npeople:\n  ines: {shown: Ines, may: [write]}\n  cleo: {shown: Cleo, may: []}  # here\n"

    assert check_base(record).messages("CT805") == [
        "here: ‘cleo’ may do nothing; expected some of write, review, publish -> add `may`, such as `may: [write]`"
    ]


def test_every_topic_of_public_interest_is_declared(check_base: CheckBase) -> None:
    checked = check_base("--- desk.yaml\npublic_interest:\n  - traffic\n  - trafic\n  - health\n")
    missing = "under `public_interest` is not declared; expected one under `topics`"

    assert checked.messages("CT806") == [
        f"desk.yaml:21: the topic ‘trafic’ {missing} -> did you mean ‘traffic’?",
        f"desk.yaml:22: the topic ‘health’ {missing} -> declare the topic under `topics`, or take it out",
    ]


def test_every_rating_of_an_own_scale_has_words_in_every_language(check_base: CheckBase) -> None:
    checked = check_base(
        BARE
        + scale(
            rating("right", "2"),
            rating("wrong", "1", label="Wrong"),
            rating("joke", definition="{fr: X}"),
        )
    )

    expected = "expected all languages of the desk"
    assert checked.messages("CT811") == [
        f"desk.yaml:9: the label of the rating ‘wrong’ is missing in de; {expected} -> add the label in de",
        f"desk.yaml:10: the definition of the rating ‘joke’ is missing in en and de; {expected} -> add the definition in en and de",
    ]


def test_a_preset_has_words_in_german_and_english_only(check_base: CheckBase) -> None:
    found = "the scale six-step@1 has no words in fr and nds; readers see those of another language"
    hint = "write the scale out with labels and definitions in all languages"

    assert check_base("--- desk.yaml\nlanguages: [en, fr, nds]\nscale: six-step@1  # here\n").messages("CT812") == [
        f"here: {found} -> {hint}"
    ]
    assert check_base("--- desk.yaml\nlanguages: [de]\n").of("CT812") == []


def test_every_rating_has_an_id_and_a_number_of_its_own(check_base: CheckBase) -> None:
    checked = check_base(BARE + scale(rating("a", "2"), rating("b", "1"), rating("a", "3"), rating("c", "1"), rating("d"), rating("e")))

    assert checked.messages("CT813") == [
        "desk.yaml:10: two ratings have the id ‘a’; expected another one for each -> give one of them another id",
        "desk.yaml:11: two ratings have the number 1; expected another one for each -> give one of them another number",
    ]
    assert [(place.span.line, place.message) for one in checked.of("CT813") for place in one.related] == [
        (8, "first used here"),
        (9, "first used here"),
    ]


def test_every_rating_has_a_label_of_its_own_in_every_language(check_base: CheckBase) -> None:
    checked = check_base(
        BARE
        + scale(
            rating("a", label="{en: True, de: Wahr}"),
            rating("b", label="{en: Wahr, de: Stimmt}"),
            rating("c", label="{en: ' true  ', de: wahr}"),
            rating("d", label="Wahr"),
        )
    )

    hint = "give one of them another label"
    assert checked.messages("CT815") == [
        f"desk.yaml:10: two ratings have the label ‘ true  ’ in en; expected another one for each -> {hint}",
        f"desk.yaml:10: two ratings have the label ‘wahr’ in de; expected another one for each -> {hint}",
        f"desk.yaml:11: two ratings have the label ‘Wahr’ in en; expected another one for each -> {hint}",
    ]
    assert [(place.span.line, place.message) for one in checked.of("CT815") for place in one.related] == [
        (8, "first used here"),
        (8, "first used here"),
        (9, "first used here"),
    ]


def test_a_scale_of_nothing(check_base: CheckBase) -> None:
    assert [one.message for one in check_base(BARE + "--- desk.yaml\nscale: {name: a, version: 1, ratings: []}\n").findings] == [
        "the scale has no ratings; expected at least one"
    ]


def test_every_status_has_an_id_of_its_own(check_base: CheckBase) -> None:
    checked = check_base(workflow("{id: work, label: W, moves: [done]}", "{id: done, label: D, approves: yes}", "{id: done, label: E}"))

    assert checked.messages("CT821") == [
        "desk.yaml:11: two statuses have the id ‘done’; expected another one for each -> give one of them another id"
    ]


def test_every_move_leads_to_a_status_and_every_status_can_be_reached(check_base: CheckBase) -> None:
    checked = check_base(
        workflow(
            "{id: work, label: W, moves: [dne, done]}",
            "{id: done, label: D, approves: yes, moves: [done]}",
            "{id: lost, label: L, moves: [found]}",
            "{id: found, label: F, moves: [lost, work]}",
        )
    )

    which = "which is no status of the workflow"
    assert checked.messages("CT822") == [
        f"desk.yaml:9: the move leads to ‘dne’, {which}; expected one of work, done, lost, found -> did you mean ‘done’?",
    ]
    hint = "add it to the `moves` of a status before it"
    assert checked.messages("CT823") == [
        f"desk.yaml:11: no move leads to the status ‘lost’ from ‘work’, the first one -> {hint}",
        f"desk.yaml:12: no move leads to the status ‘found’ from ‘work’, the first one -> {hint}",
    ]


@pytest.mark.parametrize("statuses", [[], ["{id: work, label: W, moves: [work]}"]])
def test_a_workflow_in_which_nothing_is_approved(statuses: list[str], check_base: CheckBase) -> None:
    message = "no status of the workflow approves; expected one with `approves: yes`, or nothing can be published"

    assert [one.message for one in check_base(workflow(*statuses)).of("CT824")] == [message]


def test_a_workflow_in_which_nothing_is_approved_is_no_fault_of_the_claims(check_base: CheckBase) -> None:
    statuses = "    - {id: work, label: W, moves: [done]}\n    - {id: done, label: D, who: review, demands: [approval]}\n"
    desk = f"--- desk.yaml\nworkflow:\n  name: house\n  version: 1\n  statuses:\n{statuses}"
    other = "--- other.yaml\nstatus: work\nhistory: []\n"
    moves = "{to: work, on: 2026-02-13, by: ines}, {to: done, on: 2026-02-14, by: omar}"
    done = f"status: done\npublished: 2026-02-20\nhistory: [{moves}]\n"

    assert [one.code for one in check_base(done + other + desk).findings] == ["CT824"]
    approving = desk.replace("who: review,", "who: review, approves: yes,")
    assert [one.code for one in check_base(done + other + approving).findings] == ["CT416"]


@pytest.mark.parametrize(
    ("correcting", "hint"),
    [
        ("fixng", "did you mean ‘fixing’?"),
        ("anders", "write the id of a status, or leave `correcting` out"),
        ("fixing", None),
        ("correcting", None),
    ],
)
def test_the_status_of_corrections_is_one_of_the_workflow(correcting: str, hint: str | None, check_base: CheckBase) -> None:
    statuses = workflow(
        "{id: work, label: W, moves: [done]}", "{id: done, label: D, approves: yes, moves: [fixing]}", "{id: fixing, label: F}"
    )
    message = f"here: the workflow has no status ‘{correcting}’; expected one of work, done, fixing"

    checked = check_base(statuses.replace("  version: 1\n", f"  version: 1\n  correcting: {correcting}  # here\n"))
    assert checked.messages("CT825") == ([f"{message} -> {hint}"] if hint else [])
    assert check_base(statuses).of("CT825") == []
    assert check_base("--- desk.yaml\nworkflow: standard@1\n").of("CT825") == []


def origins(*bodies: str) -> str:
    parts = "".join(f"  part-{place}: {{name: Part {place}, part_of: {body}}}\n" for place, body in enumerate(bodies))
    return f"--- desk.yaml\norigins:\n  hauliers: {{name: A}}\n  courier: {{name: B}}\n  roads-office: {{name: C}}\n{parts}"


@pytest.mark.parametrize(
    ("bodies", "found", "meant"),
    [
        (["stadt", "stdat"], "stdat", "stadt"),
        (["stdat", "stadt", "stadt"], "stdat", "stadt"),
        (["stadt", "staadt"], "staadt", "stadt"),
        (["stadt", "stad"], None, None),
        (["stadts", "stadt"], "stadt", "stadts"),
        (["stadt", "Stadt"], "Stadt", "stadt"),
        (["couriers"], "couriers", "courier"),
        (["courier", "couriers"], "couriers", "courier"),
        (["stadt", "staat-b"], None, None),
        (["iran", "iraq"], None, None),
        (["district-1", "district-2"], None, None),
        (["north-county", "south-county"], None, None),
        (["stadt", "stadt"], None, None),
    ],
)
def test_a_body_is_spelled_in_one_way(bodies: list[str], found: str | None, meant: str | None, check_base: CheckBase) -> None:
    message = f"the body ‘{found}’ is not declared, and ‘{meant}’ is spelled nearly the same -> did you mean ‘{meant}’?"

    told = [f"{one.message} -> {one.hint}" for one in check_base(origins(*bodies)).of("CT807")]
    assert told == ([message] if found else [])


def test_bodies_that_are_declared_may_be_spelled_alike(check_base: CheckBase) -> None:
    declared = "  gambia: {name: D}\n  zambia: {name: E}\n"

    assert check_base(origins("gambia", "zambia") + declared).of("CT807") == []
    assert len(check_base(origins("gambia", "zambia")).of("CT807")) == 1


@pytest.mark.parametrize(
    ("kind", "may", "told"),
    [
        ("machine", "[write, review]", True),
        ("machine", "[review, publish]", True),
        ("machine", "[write, publish]", False),
        ("human", "[write, review]", False),
    ],
)
def test_a_machine_has_no_permission_to_review(kind: str, may: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    people = f"--- desk.yaml\npeople:\n  ines: {{shown: I, may: [write]}}\n  bot: {{shown: B, kind: {kind}, may: {may}}}  # here\n"
    message = "‘bot’ is a machine and may `review`; expected only people to, since a machine never approves"

    assert check_base(people).messages("CT808") == ([f"here: {message} -> take `review` out of what it may do"] if told else [])


@pytest.mark.parametrize(
    ("standards", "told"),
    [
        ("[]", []),
        ("[ifcn]", ["CT831 `funding`", "CT831 `team`", "CT831 `complaints`", "CT831 `submit`"]),
        ("[efcsn]", ["CT832 `funding`", "CT832 `complaints`", "CT832 `submit`"]),
        ("[google]", []),
    ],
)
def test_the_pages_of_a_standard_are_wanted_from_those_who_adopted_it(standards: str, told: list[str], check_base: CheckBase) -> None:
    checked = check_base(f"--- desk.yaml\nstandards: {standards}\npages:  # here\n{PAGES}")
    standard = standards.strip("[]")

    assert sorted(
        f"{one.code} `{one.message.partition('`')[2].partition('`')[0]}`" for one in checked.findings if "CT83" in one.code
    ) == sorted(told)
    for code in {one.partition(" ")[0] for one in told}:
        assert checked.messages(code)[0] == (
            f"here: the desk has adopted {standard} and names no page for `complaints`; expected its address "
            "-> add `complaints: https://…` under `pages`"
        )


def test_a_desk_without_any_pages_is_told_of_each(check_base: CheckBase) -> None:
    checked = check_base("--- desk.yaml\nstandards: [ifcn]\n")

    assert [(one.code, one.file) for one in checked.of("CT831")] == [("CT831", "desk.yaml")] * 7
