"""A project: who cites what, who comes from where, what is meant, and where it stands."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import attrs
import pytest

from claimtrack.errors import CannotReadError
from claimtrack.loading import load
from claimtrack.locations import Span
from claimtrack.project import Project, digest
from claimtrack.records.article import Article, ForAllClaims
from claimtrack.records.claim import Claim, Letter, Reasons, Verdict
from claimtrack.records.desk import Desk, Origin, Publisher
from claimtrack.records.evidence import Evidence
from claimtrack.records.presets import SCALES, WORKFLOWS
from claimtrack.records.scale import Scale
from claimtrack.records.source import Source
from claimtrack.records.text import Text
from claimtrack.records.vocabulary import Seen, Stance
from claimtrack.records.workflow import Status, Workflow


def text(words: str) -> Text:
    return Text.plain(words)


ORIGINS = {
    "unhcr": Origin(name=text("UNHCR"), part_of="un"),
    "iom": Origin(name=text("IOM"), part_of="un"),
    "un": Origin(name=text("United Nations")),
    "office": Origin(name=text("Statistics Office"), part_of="ministry"),
    "ministry": Origin(name=text("Ministry"), part_of="state"),
    "police": Origin(name=text("Police"), part_of="state"),
    "hen": Origin(name=text("Hen"), part_of="egg"),
    "egg": Origin(name=text("Egg"), part_of="hen"),
}
DESK = Desk(format=1, publisher=Publisher(name=text("Desk")), languages=("en",), origins=ORIGINS)


def project(**parts: Any) -> Project:  # noqa: ANN401  (any of its attributes)
    """Return a project that was not read from any file."""
    made: Project = attrs.evolve(Project(root=Path("nowhere"), desk_file="desk.yaml", desk=DESK), **parts)
    return made


def evidence(origin: str | None = None, *, stance: Stance = "supports", seen: Seen | None = "live", source: str | Source = "a") -> Evidence:
    return Evidence(id="e", source=source, stance=stance, origin=origin, seen=seen)


def origins(*pieces: Evidence, sources: dict[str, Source] | None = None) -> list[str]:
    found = project(sources=sources or {}).independent_origins(Claim(status="draft", evidence=pieces))
    return sorted(found)


# Independent origins


def test_no_evidence_has_no_origin() -> None:
    assert origins() == []


def test_two_links_to_one_origin_count_once() -> None:
    assert origins(evidence("iom", source="a"), evidence("iom", source="b")) == ["un"]


def test_parts_of_one_body_count_once() -> None:
    assert origins(evidence("iom"), evidence("unhcr")) == ["un"]
    assert origins(evidence("iom"), evidence("un")) == ["un"]
    assert origins(evidence("office"), evidence("police")) == ["state"]
    assert origins(evidence("iom"), evidence("police")) == ["state", "un"]


def test_the_terms_of_a_calculation_count_by_themselves() -> None:
    assert origins(evidence("iom", stance="term"), evidence("unhcr", stance="term")) == ["iom", "unhcr"]
    assert origins(evidence("iom", stance="term"), evidence("iom", stance="term")) == ["iom"]


def test_other_evidence_from_the_body_of_a_term_adds_nothing_to_it() -> None:
    assert origins(evidence("iom", stance="term"), evidence("unhcr")) == ["iom"]
    assert origins(evidence("iom", stance="term"), evidence("un")) == ["iom"]
    assert origins(evidence("iom", stance="term"), evidence("police")) == ["iom", "state"]


@pytest.mark.parametrize(
    ("seen", "counts"),
    [("live", True), ("archive", True), ("full-copy", True), ("excerpt", True), (None, True), ("memory", False), ("not-seen", False)],
)
def test_what_was_not_seen_does_not_count(seen: Seen | None, *, counts: bool) -> None:
    assert origins(evidence("iom", seen=seen)) == (["un"] if counts else [])
    assert origins(evidence(seen=None), sources={"a": Source(origin="iom", seen=seen)}) == (["un"] if counts else [])


def test_how_evidence_was_seen_goes_before_how_its_source_was() -> None:
    assert origins(evidence("iom", seen="excerpt"), sources={"a": Source(seen="memory")}) == ["un"]
    assert origins(evidence("iom", seen="memory"), sources={"a": Source(seen="live")}) == []


def test_evidence_comes_from_its_own_origin_else_that_of_its_source_else_the_publisher_else_the_source_itself() -> None:
    full = Source(origin="iom", publisher=Text({"de": "Die UN", "en": "The UN"}))
    published = Source(publisher=Text({"de": "Die UN", "en": "The UN"}))

    assert project(sources={"a": full}).origin_of(evidence("police")) == "police"
    assert project(sources={"a": full}).origin_of(evidence()) == "iom"
    assert project(sources={"a": published}).origin_of(evidence()) == "publisher the un"
    assert project(sources={"a": Source(title="Minutes")}).origin_of(evidence()) == "source a"
    assert project().origin_of(evidence(source=Source(title="Minutes"))) == "source e"
    assert project().origin_of(evidence()) == "source a"


def test_one_publisher_is_one_origin_however_it_is_capitalised() -> None:
    sources = {"a": Source(publisher=text("The Post")), "b": Source(publisher=text("THE POST")), "c": Source(publisher=text("The Times"))}

    assert origins(evidence(source="a"), evidence(source="b"), sources=sources) == ["publisher the post"]
    assert origins(evidence(source="a"), evidence(source="c"), sources=sources) == ["publisher the post", "publisher the times"]


def test_a_source_says_what_it_is_part_of_where_no_origin_does() -> None:
    sources = {"a": Source(publisher=text("Bureau"), part_of="ministry"), "b": Source(origin="iom", part_of="ministry")}

    assert origins(evidence(source="a"), sources=sources) == ["state"]
    assert origins(evidence(source="b"), sources=sources) == ["un"]


def test_a_body_is_the_largest_that_is_known() -> None:
    assert project().body_of("office") == "state"
    assert project().body_of("un") == "un"
    assert project().body_of("never declared") == "never declared"


def test_origins_that_are_part_of_each_other_have_an_end() -> None:
    assert project().body_of("hen") == "egg"
    assert project().body_of("egg") == "hen"


# What a claim means


def test_a_claim_means_what_its_article_says_for_all_of_them_where_it_says_nothing_itself() -> None:
    day = datetime.date(2026, 2, 1)
    to_all = Letter(to=text("The paper"), about="claim", on=day)
    to_one = Letter(to=text("The mayor"), about="claim", on=day)
    common = ForAllClaims(
        selection=text("All of them."), letters=(to_all,), reasons=Reasons(no_archive=text("On paper."), single_origin=text("A count."))
    )
    own = Claim(folder="bridge", status="draft", letters=(to_one,), reasons=Reasons(single_origin=text("Another reason.")))
    meant = project(articles={"bridge": Article(title="T", language="en", for_all_claims=common)}).as_meant(own)

    assert meant == attrs.evolve(
        own,
        selection=text("All of them."),
        letters=(to_one, to_all),
        reasons=Reasons(no_archive=text("On paper."), single_origin=text("Another reason.")),
    )


def test_what_a_claim_says_itself_is_what_it_means() -> None:
    common = ForAllClaims(selection=text("All of them."))
    own = Claim(folder="bridge", status="draft", selection=text("This one."))
    elsewhere = Claim(folder="speeches", status="draft")
    found = project(articles={"bridge": Article(title="T", language="en", for_all_claims=common)})

    assert found.as_meant(own) == own
    assert found.as_meant(elsewhere) is elsewhere


def test_a_claim_whose_article_cannot_be_read_lacks_it() -> None:
    here, there = Claim(folder="bridge", status="draft"), Claim(folder="speeches", status="draft")
    broken = project(unreadable={"article": frozenset({"bridge"})})

    assert broken.lacks_its_article(here)
    assert not broken.lacks_its_article(there)
    assert not project(articles={"bridge": Article(title="T", language="en")}).lacks_its_article(here)


# Scales and workflows


def test_a_verdict_is_on_the_scale_that_it_names_else_on_that_of_the_desk() -> None:
    own = Scale(name="own", version="1", ratings=())
    plain, other = (Claim(status="draft", verdict=Verdict(rating="true", scale=scale)) for scale in (None, "meta-six@1"))
    unknown, named = (Claim(status="draft", verdict=Verdict(rating="true", scale=scale)) for scale in ("no-such@1", "own@1"))
    by_name = project(desk=attrs.evolve(DESK, scale="google-five@1"))
    written_out = project(desk=attrs.evolve(DESK, scale=own))
    nobody_knows = project(desk=attrs.evolve(DESK, scale="no-such@1"))

    assert [by_name.scale_of(one) for one in (plain, other, unknown)] == [SCALES["google-five@1"], SCALES["meta-six@1"], None]
    assert [written_out.scale_of(one) for one in (plain, other, named)] == [own, SCALES["meta-six@1"], own]
    assert nobody_knows.scale is None
    assert nobody_knows.scale_of(plain) is None
    assert by_name.scale_of(Claim(status="draft")) == SCALES["google-five@1"]


def test_a_status_is_one_of_the_workflow_of_the_desk() -> None:
    own = Workflow(name="own", version="1", statuses=(Status(id="new", label=text("New")),))
    written_out = project(desk=attrs.evolve(DESK, workflow=own))

    assert project().workflow == WORKFLOWS["standard@1"]
    assert project().status_of(Claim(status="draft")) == WORKFLOWS["standard@1"].status("draft")
    assert project().status_of(Claim(status="new")) is None
    assert written_out.status_of(Claim(status="new")) == own.statuses[0]
    assert project(desk=attrs.evolve(DESK, workflow="no-such@1")).status_of(Claim(status="draft")) is None


# Where something stands


@pytest.fixture
def read(tmp_path: Path) -> Project:
    (tmp_path / "bridge").mkdir()
    (tmp_path / "desk.yaml").write_text("format: 1\npublisher: {name: Desk}\nlanguages: [en]\n", "utf-8")
    (tmp_path / "sources.yaml").write_text("office:\n  title: Count\n", "utf-8")
    (tmp_path / "bridge" / "jam.yaml").write_text("status: draft\nauthors: [ines]\n", "utf-8")
    made, findings = load(tmp_path)
    assert findings == ()
    return made


def test_places_are_found_in_the_order_asked(read: Project) -> None:
    assert read.locate("bridge/jam.yaml", (("authors", 0), False), (("status",), True), ((), False)) == [
        Span(2, 11, 2, 15),
        Span(1, 1, 1, 7),
        Span(1, 1, 1, 14),
    ]
    assert read.locate(read.file_of("source", "office"), (("office", "title"), False)) == [Span(2, 10, 2, 15)]


def test_the_nearest_place_around_something_absent_is_found(read: Project) -> None:
    assert read.locate("bridge/jam.yaml", (("authors", 7), False), (("evidence", 0, "id"), True)) == [
        Span(2, 10, 2, 16),
        Span(1, 1, 1, 14),
    ]


def test_a_file_that_has_changed_is_noticed(read: Project) -> None:
    (read.root / "bridge" / "jam.yaml").write_text("status: drafT\nauthors: [ines]\n", "utf-8")

    with pytest.raises(CannotReadError) as error:
        read.locate("bridge/jam.yaml", (("status",), False))
    assert str(error.value) == "bridge/jam.yaml has changed since it was read; run the command again"


@pytest.mark.parametrize("file", ["bridge/jam.yaml", "bridge/never.yaml"])
def test_a_file_that_is_gone_is_noticed(read: Project, file: str) -> None:
    (read.root / "bridge" / "jam.yaml").unlink()

    with pytest.raises(CannotReadError) as error:
        read.locate(file, (("status",), False))
    assert str(error.value) == f"{file} has changed since it was read; run the command again"


def test_a_file_that_could_not_be_read_has_no_places(read: Project) -> None:
    (read.root / "bridge" / "jam.yaml").write_text("status: draft: yes\n", "utf-8")
    broken, _ = load(read.root)

    with pytest.raises(CannotReadError) as error:
        broken.locate("bridge/jam.yaml", (("status",), False))
    assert str(error.value) == "bridge/jam.yaml cannot be read any more; run the command again"


def test_a_record_is_there_or_may_be_there(read: Project) -> None:
    assert read.exists("claim", "jam")
    assert read.exists("source", "office")
    assert not read.exists("claim", "office")
    assert not read.exists("article", "bridge")
    assert project(unreadable={"claim": frozenset({"x"})}).exists("claim", "x")
    with pytest.raises(KeyError):
        read.file_of("claim", "office")


def test_a_digest_is_the_id_that_git_gives_to_a_content() -> None:
    assert digest(b"").hex() == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"
    assert digest(b"a\n").hex() == "78981922613b2afb6025042ff6bd878ac1994e85"
