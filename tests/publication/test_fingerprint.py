"""What an approval covers: every word that readers are told, and not how it is written."""

from __future__ import annotations

import random
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest
import yaml

import claimtrack
from claimtrack.fingerprint import COVERED, fingerprint
from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.records.desk import Desk, Publisher
from claimtrack.records.text import Text

if TYPE_CHECKING:
    from tests.publication.conftest import Fill, Leaves

DESK = "format: 1\npublisher: {name: An invented desk}\nlanguages: [en, de]\n"
RECORD = """\
status: approved
authors: [ines]
statement:
  en: The old bridge carried twice as many lorries.
  de: Über die alte Brücke fuhren doppelt so viele Lastwagen.
headline: 620 lorries a day, not 310
quote: {exact: twice as many lorries, at: 93-114}
aspect: fact
claimant: {name: Rike Holm (invented), role: Councillor}
quantity: {value: 2, unit: times, tolerance: 10 %, as_of: 2026-01}
chain:
  - {who: Rike Holm, text: twice as many, fault: yes}
evidence:
  - {id: count, source: bridge-count, stance: supports, quote: 620 lorries a day, quantity: {value: 620, unit: lorry}}
  - {id: survey, source: {url: "https://survey.example/", level: secondary}, stance: context}
gaps:
  - {what: The minutes, decisive: no}
reasons:
  single_origin: Nobody else counts.
verdict:
  rating: supported
  summary: The office counted both.
  rationale: |
    It counted 620 [@count].

    Others say so too [@survey].
"""
SOURCES = "bridge-count: {url: 'https://roads.example/count', level: primary, origin: roads, title: Counts, accessed: 2026-02-09}\n"

Print = Callable[..., str]


@pytest.fixture
def print_of(tmp_path: Path) -> Print:
    """Take the fingerprint of a record, as it stands in a file."""

    def taken(record: str = RECORD, *, desk: str = DESK, sources: str = SOURCES, article: str = "") -> str:
        (tmp_path / "town").mkdir(exist_ok=True)
        (tmp_path / "desk.yaml").write_text(desk, "utf-8")
        (tmp_path / "town" / "sources.yaml").write_text(sources, "utf-8")
        (tmp_path / "town" / "lorries.yaml").write_text(record, "utf-8")
        (tmp_path / "town" / "article.yaml").write_text(
            "title: Old bridge\nurl: https://courier.example/\nlanguage: en\n" + article, "utf-8"
        )
        project, findings = claimtrack.load(tmp_path)
        assert findings == ()
        return fingerprint(project, project.claims["lorries"])

    return taken


def shuffled(value: Any, chance: random.Random) -> Any:  # noqa: ANN401  (plain data)
    """Return plain data with the keys of every mapping in another order."""
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {key: shuffled(value[key], chance) for key in keys}
    return [shuffled(one, chance) for one in value] if isinstance(value, list) else value


def test_it_is_v1_and_sixteen_hex_digits(print_of: Print) -> None:
    version, _, digits = print_of().partition(":")

    assert version == "v1"
    assert len(digits) == 16
    assert int(digits, 16) >= 0


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_keys_quoting_and_layout_do_not_count(print_of: Print, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  (the same in every run)
    plain = shuffled(yaml.load(RECORD, Loader=yaml.BaseLoader), chance)  # noqa: S506  (all scalars stay text)
    written = yaml.safe_dump(
        plain, sort_keys=False, allow_unicode=bool(seed % 2), default_flow_style=False, default_style='"', width=40 + seed * 20
    )

    assert print_of(written) == print_of()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("status: approved", "# a comment\nstatus: approved  # another"),
        ("headline: 620 lorries", "headline:\n  en: 620 lorries"),
        ("{name: Rike Holm (invented), role: Councillor}", "{kind: person, role: Councillor, name: Rike Holm (invented)}"),
        ("rationale: |\n", "rationale: |-\n"),
        ("rationale: |\n", "rationale: |+\n"),
        ("  rating: supported", "  rating: supported\n  scale: six-step@1"),
        ("fault: yes", "fault: true"),
        ("decisive: no", "decisive: false"),
        (", decisive: no", ""),
        ("status: approved", "status: in-review"),
        ("authors: [ines]", "authors: [omar]"),
        ("aspect: fact", "aspect: said"),
    ],
)
def test_how_it_is_written_and_what_it_does_not_cover_do_not_count(print_of: Print, before: str, after: str) -> None:
    assert before in RECORD
    assert print_of(RECORD.replace(before, after)) == print_of()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("fault: yes", "fault: no"),
        ("decisive: no", "decisive: yes"),
        ("value: 2,", "value: 3,"),
        ("tolerance: 10 %", "tolerance: 20 %"),
        ("as_of: 2026-01", "as_of: 2026"),
        ("at: 93-114", "at: 93-115"),
        ("stance: supports", "stance: refutes"),
        ("rating: supported", "rating: refuted"),
        ("rating: supported", "rating: supported\n  scale: fever-three@1"),
        ("role: Councillor", "role: Councillor, kind: group"),
        ("role: Councillor", "role: Councillor, affiliation: Bridge List"),
        ("claimant: {name: Rike Holm (invented), role: Councillor}", "claimant: article"),
    ],
)
def test_what_is_no_text_counts_too(print_of: Print, before: str, after: str) -> None:
    assert before in RECORD
    assert print_of(RECORD.replace(before, after)) != print_of()


def test_the_order_of_evidence_counts(print_of: Print) -> None:
    first, second = (line for line in RECORD.splitlines() if line.startswith("  - {id:"))

    assert print_of(RECORD.replace(f"{first}\n{second}", f"{second}\n{first}")) != print_of()


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("https://roads.example/count", "https://roads.example/other", False),
        ("level: primary", "level: secondary", False),
        ("origin: roads", "origin: council", False),
        ("title: Counts", "title: More counts", True),
        ("accessed: 2026-02-09", "accessed: 2026-02-10", True),
        ("title: Counts", "title: Counts, archives: [{provider: own, file: archives/count.pdf}]", True),
    ],
)
def test_of_sources_it_covers_address_level_and_origin(print_of: Print, before: str, after: str, same: bool) -> None:  # noqa: FBT001
    assert before in SOURCES
    assert (print_of(sources=SOURCES.replace(before, after)) == print_of()) is same


def test_a_reason_counts_the_same_where_the_article_gives_it_for_all_claims(print_of: Print) -> None:
    own = "reasons:\n  single_origin: Nobody else counts.\n"
    without = print_of(RECORD.replace(own, ""))

    assert without != print_of()
    assert print_of(RECORD.replace(own, ""), article="for_all_claims:\n  reasons: {single_origin: Nobody else counts.}\n") == print_of()


def test_another_scale_of_the_desk_counts_where_there_is_a_verdict(print_of: Print) -> None:
    other = DESK + "scale: averitec-four@1\n"
    without = RECORD[: RECORD.index("verdict:")]

    assert print_of(desk=other) != print_of()
    assert print_of(without, desk=other) == print_of(without)


def project_with(claim: Claim) -> Project:
    desk = Desk(format=1, publisher=Publisher(name=Text.plain("An invented desk")), languages=("en", "de"))
    return Project(root=Path(), desk_file="desk.yaml", desk=desk, claims={claim.id: claim})


def test_every_covered_word_counts_and_no_other(fill: Fill, leaves: Leaves) -> None:
    claim: Claim = fill(Claim, "claim")
    of_evidence = ("quote", "translation.en", "translation.de", "origin", "id", "source.url", "source.origin", "source.cites[]")
    before = fingerprint(project_with(claim), claim)

    for word, changed in leaves(claim):
        field, _, rest = word.removeprefix("<claim.").removesuffix(">").partition(".")
        field = field.removesuffix("[]")
        counts = field in COVERED and word != "<claim.verdict.scale>"
        if field == "evidence":
            counts = rest in of_evidence or rest.startswith("quantity.")
        elif word == "<claim.verdict.scale>":
            counts = True  # it is the scale that the verdict is on
        assert (fingerprint(project_with(changed), changed) != before) is counts, word


def test_it_covers_what_the_design_says() -> None:
    names = [one.name for one in attrs.fields(Claim)]

    assert [one for one in names if one in COVERED] == [
        "statement", "headline", "quote", "claimant", "attributed_to", "chain", "quantity", "evidence", "computed", "reasons", "gaps",
        "so_far", "verdict",
    ]  # fmt: skip


def test_numbers_count_as_they_are_written(fill: Fill) -> None:
    claim: Claim = fill(Claim, "claim")
    assert claim.computed is not None
    other = attrs.evolve(claim, computed=attrs.evolve(claim.computed, result=Decimal("2.0")))

    assert fingerprint(project_with(other), other) != fingerprint(project_with(claim), claim)
