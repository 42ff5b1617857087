"""What leaves the desk: each state of publication, and of every field of every record whether readers see it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import claimtrack
from claimtrack.errors import UsageError
from claimtrack.project import Project
from claimtrack.publication import (
    PUBLIC_IN_ARTICLE,
    PUBLIC_IN_CLAIM,
    PUBLIC_IN_DESK,
    PUBLIC_IN_PROTECTED,
    PUBLIC_IN_SOURCE,
    Publication,
    publication_of,
    published,
)
from claimtrack.reading.snapshots import Snapshot
from claimtrack.records.article import Article
from claimtrack.records.claim import Appearance, Claim, Correction, Dispute, Gap, HistoryEntry, Relation, Retraction
from claimtrack.records.desk import Desk, Origin, Person
from claimtrack.records.evidence import Evidence
from claimtrack.records.presets import WORKFLOWS
from claimtrack.records.source import Source
from claimtrack.records.text import Text

if TYPE_CHECKING:
    from tests.publication.conftest import Fill, Words

DAY = datetime.date(2026, 2, 20)
NOTICE = Text.plain("We had confused two bridges.")
APPROVED = (
    HistoryEntry(to="in-review", on=DAY, by="ines"),
    HistoryEntry(to="approved", on=DAY, by="omar", covers="5e1f00d2"),
)
CORRECTING = (*APPROVED, HistoryEntry(to="correcting", on=DAY, by="ines"))
STATES: dict[str, dict[str, Any]] = {
    "draft": {"status": "draft", "published": None, "history": ()},
    "embargoed": {"published": DAY + datetime.timedelta(days=1)},
    "dated": {"status": "in-review", "history": APPROVED[:1]},
    "open": {},
    "changing": {"status": "correcting", "history": CORRECTING},
    "gone": {"retracted": Retraction(on=DAY, notice=NOTICE)},
}
PUBLIC = {
    "open": Publication.PUBLISHED,
    "changing": Publication.UNDER_CORRECTION,
    "gone": Publication.RETRACTED,
}

MakeClaim = Callable[..., Claim]


@pytest.fixture
def desk(fill: Fill) -> Desk:
    """A desk in which every text is its own path, with a known workflow and two people."""
    desk: Desk = fill(Desk, "desk")
    return attrs.evolve(
        desk,
        languages=("en", "de"),
        workflow=WORKFLOWS["standard@1"],
        people={
            **desk.people,
            "ines": Person(shown=Text.plain("<ines>"), may=("write",)),
            "omar": Person(shown=Text.plain("<omar>"), may=("review",)),
            "robot": Person(shown=Text.plain("<robot>"), kind="machine", may=("write", "review")),
            "cleo": Person(shown=Text.plain("<cleo>"), may=("write", "publish")),
        },
    )


@pytest.fixture
def make_claim(fill: Fill) -> MakeClaim:
    """Make an approved and published claim in which every text is its own path, but for what is given."""

    def made(claim_id: str, **given: Any) -> Claim:  # noqa: ANN401  (fields of a claim)
        claim: Claim = fill(Claim, claim_id)
        fields = {
            "id": claim_id, "folder": "town", "status": "approved", "authors": ("ines",), "published": DAY, "corrections": (),
            "retracted": None, "history": APPROVED, **given,
        }  # fmt: skip
        return attrs.evolve(claim, **fields)

    return made


def project_of(desk: Desk, *claims: Claim, today: datetime.date | None = DAY, **given: Any) -> Project:  # noqa: ANN401  (its fields)
    given.setdefault("files", {("claim", claim.id): f"{claim.folder}/{claim.id}.yaml" for claim in claims})
    return Project(root=Path(), desk_file="desk.yaml", desk=desk, claims={one.id: one for one in claims}, today=today, **given)


def state(desk: Desk, claim: Claim, today: datetime.date | None = DAY) -> Publication:
    return publication_of(project_of(desk, today=today), claim)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, Publication.PUBLISHED),
        ({"corrections": [("minor",)]}, Publication.PUBLISHED),
        ({"corrections": [("minor",), ("update",)]}, Publication.CORRECTED),
        ({"corrections": [("substantial",)]}, Publication.CORRECTED),
        ({"status": "correcting", "history": CORRECTING}, Publication.UNDER_CORRECTION),
        ({"status": "correcting", "history": CORRECTING, "corrections": [("update",)]}, Publication.UNDER_CORRECTION),
        ({"retracted": Retraction(on=DAY, notice=NOTICE)}, Publication.RETRACTED),
        ({"retracted": Retraction(on=DAY, notice=NOTICE), "status": "correcting", "history": CORRECTING}, Publication.RETRACTED),
        ({"retracted": Retraction(on=DAY + datetime.timedelta(days=9), notice=NOTICE)}, Publication.RETRACTED),
        ({"published": None}, Publication.UNPUBLISHED),
        ({"published": None, "retracted": Retraction(on=DAY, notice=NOTICE)}, Publication.UNPUBLISHED),
        ({"published": None, "status": "correcting", "history": CORRECTING}, Publication.UNPUBLISHED),
        ({"published": DAY - datetime.timedelta(days=1)}, Publication.PUBLISHED),
        ({"published": DAY + datetime.timedelta(days=1)}, Publication.UNPUBLISHED),
    ],
)
def test_publication_follows_from_the_record(desk: Desk, make_claim: MakeClaim, given: dict[str, Any], expected: Publication) -> None:
    corrections = tuple(Correction(on=DAY, class_=class_, cause="reader", notice=NOTICE) for (class_,) in given.pop("corrections", []))
    claim = make_claim("a", **{**given, "corrections": corrections})

    assert state(desk, claim) is expected
    assert list(published(project_of(desk, claim)).claims) == ([] if expected is Publication.UNPUBLISHED else ["a"])


@pytest.mark.parametrize("status", [one.id for one in WORKFLOWS["standard@1"].statuses if one.id not in {"approved", "correcting"}])
def test_a_date_alone_publishes_nothing_in_any_status(desk: Desk, make_claim: MakeClaim, status: str) -> None:
    assert state(desk, make_claim("a", status=status)) is Publication.UNPUBLISHED


@pytest.mark.parametrize("status", ["published", "aproved", ""])
def test_nothing_is_public_in_a_status_that_nobody_knows(desk: Desk, make_claim: MakeClaim, status: str) -> None:
    assert state(desk, make_claim("a", status=status)) is Publication.UNPUBLISHED


def test_nothing_is_public_where_nobody_knows_the_workflow(desk: Desk, make_claim: MakeClaim) -> None:
    assert state(attrs.evolve(desk, workflow="house@9"), make_claim("a")) is Publication.UNPUBLISHED


@pytest.mark.parametrize(
    ("why", "given"),
    [
        ("no history", {"history": ()}),
        ("no approval", {"history": APPROVED[:1]}),
        ("sent back after the approval", {"history": (*APPROVED, HistoryEntry(to="needs-work", on=DAY, by="omar"))}),
        ("without what it covers", {"history": (HistoryEntry(to="approved", on=DAY, by="omar"),)}),
        ("by nobody of the desk", {"history": (HistoryEntry(to="approved", on=DAY, by="nobody", covers="5e1f00d2"),)}),
        ("by somebody who may not review", {"history": (HistoryEntry(to="approved", on=DAY, by="cleo", covers="5e1f00d2"),)}),
        ("by a machine", {"history": (HistoryEntry(to="approved", on=DAY, by="robot", covers="5e1f00d2"),)}),
        ("by an author", {"authors": ("ines", "omar")}),
        ("correcting what was never approved", {"status": "correcting", "history": CORRECTING[::2]}),
    ],
)
def test_without_a_sound_approval_nothing_is_public(desk: Desk, make_claim: MakeClaim, why: str, given: dict[str, Any]) -> None:
    claim = make_claim("a", **given)

    assert state(desk, claim) is Publication.UNPUBLISHED, why
    assert state(desk, attrs.evolve(claim, retracted=Retraction(on=DAY, notice=NOTICE))) is Publication.UNPUBLISHED, why
    assert published(project_of(desk, claim)).claims == {}, why


def test_whoever_decided_the_verdict_cannot_make_it_public(desk: Desk, make_claim: MakeClaim) -> None:
    claim = make_claim("a")
    assert claim.verdict is not None

    assert state(desk, attrs.evolve(claim, verdict=attrs.evolve(claim.verdict, decided_by=("omar",)))) is Publication.UNPUBLISHED
    assert state(desk, attrs.evolve(claim, verdict=attrs.evolve(claim.verdict, decided_by=("cleo",)))) is Publication.PUBLISHED


def test_an_own_workflow_says_for_itself_what_approves_and_what_corrects(desk: Desk, make_claim: MakeClaim) -> None:
    standard = WORKFLOWS["standard@1"]
    statuses = tuple(attrs.evolve(one, id={"approved": "signed", "correcting": "mending"}.get(one.id, one.id)) for one in standard.statuses)
    own = attrs.evolve(desk, workflow=attrs.evolve(standard, name="house", statuses=statuses, correcting="mending"))
    signed = (HistoryEntry(to="signed", on=DAY, by="omar", covers="5e1f00d2"),)

    assert state(own, make_claim("a")) is Publication.UNPUBLISHED
    assert state(own, make_claim("a", status="signed", history=signed)) is Publication.PUBLISHED
    mending = (*signed, HistoryEntry(to="mending", on=DAY, by="ines"))
    assert state(own, make_claim("a", status="mending", history=mending)) is Publication.UNDER_CORRECTION


def test_nobody_can_ask_what_is_published_without_a_day(desk: Desk, make_claim: MakeClaim) -> None:
    project = project_of(desk, make_claim("a"), today=None)

    with pytest.raises(UsageError, match="give `today`"):
        published(project)
    assert list(published(project, today=DAY).claims) == ["a"]
    assert list(published(project, today=DAY - datetime.timedelta(days=1)).claims) == []


@pytest.mark.parametrize(
    ("record", "public", "kept"),
    [
        (Claim, PUBLIC_IN_CLAIM, {"internal", "extra", "assigned"}),
        (Source, PUBLIC_IN_SOURCE, {"protected"}),
        (Article, PUBLIC_IN_ARTICLE, {"internal", "extra"}),
        (Desk, PUBLIC_IN_DESK, {"internal", "repository"}),
    ],
)
def test_of_every_field_somebody_has_decided_whether_readers_see_it(record: type, public: tuple[str, ...], kept: set[str]) -> None:
    names = [one.name for one in attrs.fields(record)]

    assert [name for name in names if name not in public] == [name for name in names if name in kept]
    assert set(public) <= set(names)


def test_nothing_internal_hides_within_a_part_of_a_record(fill: Fill, words: Words) -> None:
    for record in (Claim, Source, Article, Desk):
        inside = {one for one in words(fill(record, "it")) if ".internal" in one or ".extra" in one}
        assert {one.split(".")[1].rstrip(">") for one in inside} <= {"internal", "extra"}


def test_every_text_of_a_published_claim_is_public_but_the_internal_ones(desk: Desk, make_claim: MakeClaim, words: Words) -> None:
    claim = make_claim("open")
    public = published(project_of(desk, claim)).claims["open"]

    # the one relation leads to a claim that does not exist, and the source of the one piece of evidence is protected
    of_source = {one for one in words(claim) if one.startswith("<open.evidence[].source.")}
    kept = words(claim) - words(public) - of_source
    assert sorted(kept) == [
        "<open.appearances[].article>", "<open.assigned.to>", "<open.evidence[].origin>", "<open.extra.key>", "<open.extra.value>",
        "<open.internal>", "<open.relations[].target>",
    ]  # fmt: skip
    assert words(public.evidence[0].source) == {"<open.evidence[].source.protected.en>", "<open.evidence[].source.protected.de>"}


def test_a_claim_under_correction_gives_no_answer(desk: Desk, make_claim: MakeClaim, words: Words, fill: Fill) -> None:
    claim = make_claim("changing", **STATES["changing"], corrections=fill(Claim, "changing").corrections)
    public = published(project_of(desk, claim)).claims["changing"]

    told = {one.removeprefix("<changing.").split(".")[0].removesuffix("[]").removesuffix(">") for one in words(public)}
    assert told.isdisjoint({"headline", "questions", "computed", "so_far", "verdict", "internal", "extra"})
    assert {"statement", "claimant", "evidence", "corrections"} <= told
    assert public.media_review is None
    assert "<changing.corrections[].notice.en>" in words(public)
    assert [one.was for one in public.corrections] == [None]


def test_of_a_retracted_claim_only_the_notice_is_left(desk: Desk, make_claim: MakeClaim) -> None:
    claim = make_claim("gone", **STATES["gone"], former_ids=("went",), corrections=(make_correction(),))

    assert published(project_of(desk, claim)).claims["gone"] == Claim(
        id="gone",
        folder="town",
        status="approved",
        published=DAY,
        retracted=Retraction(on=DAY, notice=NOTICE),
        history=APPROVED[1:],
        former_ids=("went",),
    )


def make_correction() -> Correction:
    return Correction(on=DAY, class_="substantial", cause="reader", notice=Text.plain("<the claim once more>"))


def test_what_is_public_stays_what_it_is_when_it_is_asked_for_again(desk: Desk, make_claim: MakeClaim) -> None:
    project = project_of(desk, *(make_claim(one, **given) for one, given in STATES.items()))
    public = published(project)

    assert {claim.id: publication_of(public, claim) for claim in public.claims.values()} == PUBLIC
    assert published(public) == public


def test_no_word_of_an_unpublished_claim_reaches_readers(desk: Desk, make_claim: MakeClaim, words: Words) -> None:
    claims = [make_claim(one, former_ids=(f"<{one}.former>",), **given) for one, given in STATES.items()]
    public = published(project_of(desk, *claims))

    assert {one.removeprefix("<").split(".")[0] for one in words(public) if not one.startswith(("<desk", "<ines", "<omar"))} == {
        "open", "changing", "gone",
    }  # fmt: skip
    assert list(public.files.values()) == [f"town/{one}.yaml" for one in ("open", "changing", "gone")]
    assert words(public.claims["gone"]) == {"<gone.former>"}


def test_relations_lead_only_to_claims_that_readers_can_read(desk: Desk, make_claim: MakeClaim) -> None:
    claims = [make_claim(one, relations=tuple(Relation(kind="same-topic", target=to) for to in STATES), **given)
              for one, given in STATES.items()]  # fmt: skip
    public = published(project_of(desk, *claims))

    assert {one.id: [relation.target for relation in one.relations] for one in public.claims.values()} == {
        "open": ["open", "changing"], "changing": ["open", "changing"], "gone": [],
    }  # fmt: skip


def source(fill: Fill, source_id: str, **given: Any) -> Source:  # noqa: ANN401  (fields of a source)
    made: Source = fill(Source, source_id)
    return attrs.evolve(made, **{"id": source_id, "protected": None, **given})


def test_only_sources_that_something_public_cites_are_public(desk: Desk, make_claim: MakeClaim, fill: Fill, words: Words) -> None:
    def citing(claim_id: str, by_evidence: str, by_dispute: str) -> Claim:
        evidence = (Evidence(id="one", source=by_evidence, stance="context"),)
        disputes = (Dispute(who=NOTICE, says=NOTICE, source=by_dispute),)
        return make_claim(claim_id, evidence=evidence, disputes=disputes, **STATES[claim_id])

    sources = {one: source(fill, one) for one in ("a", "b", "c", "d", "e", "f")}
    files: dict[Any, str] = {("source", one): "town/sources.yaml" for one in sources}
    project = project_of(desk, citing("open", "a", "b"), citing("draft", "c", "d"), citing("gone", "e", "f"), sources=sources, files=files)
    public = published(project)

    assert list(public.sources) == ["a", "b"]
    assert public.files == {("source", "a"): "town/sources.yaml", ("source", "b"): "town/sources.yaml"}
    assert words(sources["a"]) - words(public.sources["a"]) == {"<a.cites[]>"}  # a source that readers do not see


def test_sources_that_public_ones_cite_are_public_up_to_protected_ones(desk: Desk, make_claim: MakeClaim, fill: Fill) -> None:
    sources = {
        "a": source(fill, "a", cites=("b", "secret", "nowhere")),
        "b": source(fill, "b", cites=("c", "a")),
        "c": source(fill, "c", cites=()),
        "secret": source(fill, "secret", cites=("d",), protected=Text.plain("<why>")),
        "d": source(fill, "d", cites=()),
    }
    claim = make_claim("open", evidence=(Evidence(id="one", source="a", stance="context"),))
    public = published(project_of(desk, claim, sources=sources))

    assert {name: one.cites for name, one in public.sources.items()} == {"a": ("b",), "b": ("c", "a"), "c": ()}


def test_of_a_protected_source_nothing_is_said_but_why(desk: Desk, make_claim: MakeClaim, fill: Fill) -> None:
    secret = source(fill, "anna-of-the-ministry", protected=Text.plain("<why>"))
    evidence = Evidence(id="one", source="anna-of-the-ministry", stance="supports", quote="<said>", origin="<her office>", level="primary")
    disputes = (Dispute(who=NOTICE, says=NOTICE, source="anna-of-the-ministry"),)
    claim = make_claim("open", evidence=(evidence,), disputes=disputes)
    named = attrs.evolve(desk, origins={"<her office>": Origin(name=Text.plain("<her office>"))})
    public = published(project_of(named, claim, sources={secret.id: secret}))

    assert public.sources == {}
    assert public.desk.origins == {}
    assert public.claims["open"].evidence == (
        Evidence(id="one", source=attrs.evolve(Source(), **{one: getattr(secret, one) for one in PUBLIC_IN_PROTECTED}),
                 stance="supports", quote="<said>", level="primary"),
    )  # fmt: skip
    assert [one.source for one in public.claims["open"].disputes] == [None]
    assert "anna-of-the-ministry" not in repr(public)


def article(fill: Fill, article_id: str, **given: Any) -> Article:  # noqa: ANN401  (fields of an article)
    made: Article = fill(Article, article_id)
    return attrs.evolve(made, **{"id": article_id, **given})


def test_an_article_is_public_with_the_first_claim_that_readers_can_read(
    desk: Desk, make_claim: MakeClaim, fill: Fill, words: Words
) -> None:
    articles = {one: article(fill, one) for one in ("town", "draft-folder", "gone-folder")}
    claims = [make_claim("open"), make_claim("draft", **STATES["draft"], folder="draft-folder")]
    claims.append(make_claim("gone", **STATES["gone"], folder="gone-folder"))
    public = published(project_of(desk, *claims, articles=articles))

    assert list(public.articles) == ["town"]
    assert sorted(words(articles["town"]) - words(public.articles["town"])) == [
        "<town.extra.key>", "<town.extra.value>", "<town.internal>", "<town.wanted.key>",
        "<town.wanted.value.remark.de>", "<town.wanted.value.remark.en>", "<town.wanted.value.what.de>", "<town.wanted.value.what.en>",
    ]  # fmt: skip


def test_what_is_wanted_is_public_where_a_public_claim_misses_it(desk: Desk, make_claim: MakeClaim, fill: Fill) -> None:
    wanted = fill(Article, "town").wanted["<town.wanted.key>"]
    one = article(fill, "town", wanted={"minutes": wanted, "letters": wanted, "original": wanted, "photos": wanted})
    assert one.rewrites is not None
    one = attrs.evolve(one, rewrites=attrs.evolve(one.rewrites, wanted="original"))
    claims = [make_claim("open", gaps=(Gap(wanted="minutes"),)), make_claim("draft", gaps=(Gap(wanted="letters"),), **STATES["draft"])]

    assert list(published(project_of(desk, *claims, articles={"town": one})).articles["town"].wanted) == ["minutes", "original"]


def test_an_article_without_a_page_is_named_where_a_public_claim_appeared_in_it(desk: Desk, make_claim: MakeClaim, fill: Fill) -> None:
    articles = {one: article(fill, one) for one in ("town", "other")}
    appearances = (Appearance(article="town"), Appearance(article="other"), Appearance(article="nowhere"))
    public = published(project_of(desk, make_claim("open", appearances=appearances), articles=articles))

    other = articles["other"]
    assert public.claims["open"].appearances == (
        Appearance(article="town"),
        Appearance(url=other.url, title=other.title, publisher=other.publisher, published=other.published),
        Appearance(),
    )


@pytest.mark.parametrize("may_show", [True, False])
def test_the_text_of_an_article_is_public_only_where_it_may_be_shown(desk: Desk, make_claim: MakeClaim, fill: Fill, may_show: bool) -> None:  # noqa: FBT001
    one = article(fill, "town")
    assert one.text is not None
    one = attrs.evolve(one, text=attrs.evolve(one.text, may_show=may_show))
    snapshots = {"town": Snapshot("<text>", "0"), "elsewhere": Snapshot("<other text>", "0")}
    public = published(project_of(desk, make_claim("open"), articles={"town": one}, snapshots=snapshots))

    assert public.snapshots == ({"town": Snapshot("<text>", "0")} if may_show else {})


def test_of_the_desk_only_people_topics_and_origins_that_something_public_names(desk: Desk, make_claim: MakeClaim, words: Words) -> None:
    desk = attrs.evolve(
        desk,
        topics={one: Text.plain(f"<topic {one}>") for one in ("traffic", "affair")},
        origins={
            "office": Origin(name=Text.plain("<office>"), part_of="hall"),
            "hall": Origin(name=Text.plain("<hall>"), part_of="office"),
            "other": Origin(name=Text.plain("<other>")),
        },
    )
    evidence = (Evidence(id="one", source="a", origin="office", stance="context"),)
    claims = [make_claim("open", topics=("traffic",), evidence=evidence, searches=(), legal=None, verdict=None),
              make_claim("draft", topics=("affair",), **STATES["draft"])]  # fmt: skip
    public = published(project_of(desk, *claims)).desk

    assert list(public.people) == ["ines", "omar"]
    assert list(public.topics) == ["traffic"]
    assert list(public.origins) == ["office", "hall"]
    assert sorted(one for one in words(desk) - words(public) if not one.startswith("<desk.people")) == [
        "<cleo>", "<desk.internal>", "<desk.public_interest[]>", "<other>", "<robot>", "<topic affair>",
    ]  # fmt: skip


def test_it_is_one_of_the_public_names() -> None:
    assert claimtrack.published is published
