"""The invented desks: sound, said to be invented, and a living case for everything that a record can say."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeGuard, get_args, get_type_hints

import attrs
import pytest

from claimtrack.checking import check
from claimtrack.findings import Finding
from claimtrack.fingerprint import fingerprint
from claimtrack.loading import load
from claimtrack.project import Project
from claimtrack.publication import Publication, approval_of, publication_of
from claimtrack.records import vocabulary
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim
from claimtrack.records.desk import Desk
from claimtrack.records.fields import key_of, written_fields
from claimtrack.records.presets import SCALES, WORKFLOWS
from claimtrack.records.source import Source

if TYPE_CHECKING:
    from tests.conftest import Run

TODAY = datetime.date(2026, 11, 24)
DESKS = ("harbour-desk", "school-desk")

Loaded = Mapping[str, tuple[Project, tuple[Finding, ...]]]


@pytest.fixture(scope="module")
def loaded(repository: Path) -> Loaded:
    return {desk: load(repository / "examples" / desk) for desk in DESKS}


@pytest.fixture(scope="module")
def harbour(loaded: Loaded) -> Project:
    return attrs.evolve(loaded["harbour-desk"][0], today=TODAY)


@pytest.fixture(scope="module")
def records(loaded: Loaded) -> list[Any]:
    """Every record of every desk, and every record within those."""
    return [
        one
        for project, _ in loaded.values()
        for top in (project.desk, *project.articles.values(), *project.claims.values(), *project.sources.values())
        for one in within(top)
    ]


def is_record_class(value: object) -> TypeGuard[type[attrs.AttrsInstance]]:
    """Say whether something is a class of records: its fields say what they mean."""
    return isinstance(value, type) and attrs.has(value) and any("doc" in one.metadata for one in attrs.fields(value))


def within(value: object) -> Iterator[object]:
    """Yield a record and every record in its fields."""
    if isinstance(value, tuple):
        for one in value:
            yield from within(one)
    elif isinstance(value, Mapping):
        yield from within(tuple(value.values()))
    elif is_record_class(record := type(value)):
        yield value
        for attribute in attrs.fields(record):
            yield from within(getattr(value, attribute.name))


def classes_within(hint: object, known: set[type]) -> set[type]:
    """Return the classes of records that can stand in a field of this type, and in theirs."""
    if is_record_class(hint) and hint not in known:
        known.add(hint)
        for inner in get_type_hints(hint).values():
            classes_within(inner, known)
    for argument in get_args(hint):
        classes_within(argument, known)
    return known


RECORD_CLASSES = sorted(set().union(*(classes_within(top, set()) for top in (Desk, Article, Claim, Source))), key=lambda one: one.__name__)


def words(vocabulary_type: object) -> set[str]:
    return set(get_args(vocabulary_type))


def test_the_classes_of_records_are_found() -> None:
    names = {one.__name__ for one in RECORD_CLASSES}
    assert {"Desk", "Forge", "Scale", "Rating", "Workflow", "Status", "Article", "Problem", "Claim", "Retraction", "Archive"} <= names
    assert len(names) >= 45


@pytest.mark.parametrize("record", RECORD_CLASSES, ids=lambda one: str(one.__name__))
def test_every_field_says_something_somewhere(record: type, records: list[Any]) -> None:
    """A field counts as used where it says something that leaving it out would not say."""
    of_this_class = [one for one in records if type(one) is record]
    assert [
        key_of(attribute)
        for attribute in written_fields(record)
        if not any(getattr(one, attribute.name) != empty(attribute) for one in of_this_class)
    ] == []


def empty(attribute: attrs.Attribute[Any]) -> object:
    """Return what a field is where nobody wrote it; nothing at all for one that has to be written."""
    default: object = attribute.default
    make = getattr(default, "factory", None)
    return make() if callable(make) else default


@pytest.mark.parametrize(
    ("field", "vocabulary_type"),
    [
        ("aspect", vocabulary.Aspect),
        ("stance", vocabulary.Stance),
        ("level", vocabulary.Level),
        ("seen", vocabulary.Seen),
        ("counts", vocabulary.Counts),
        ("comparator", vocabulary.Comparator),
        ("outcome", vocabulary.LetterOutcome),
        ("class_", vocabulary.CorrectionClass),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_every_word_of_a_closed_list_stands_somewhere(field: str, vocabulary_type: object, records: list[Any]) -> None:
    used = {getattr(one, field, None) for one in records}
    assert words(vocabulary_type) - used == set()


def test_every_kind_of_relation_claimant_problem_and_copy_stands_somewhere(records: list[Any]) -> None:
    of_class = {name: {one.kind for one in records if type(one).__name__ == name} for name in ("Relation", "Speaker", "Person")}
    assert of_class["Relation"] == words(vocabulary.RelationKind)
    assert of_class["Speaker"] == words(vocabulary.SpeakerKind)
    assert of_class["Person"] == words(vocabulary.PersonKind)
    assert {type(one.claimant).__name__ for one in records if isinstance(one, Claim)} == {"OwnVoice", "Speaker", "NoClaimant", "NoneType"}
    assert {one.category for one in records if type(one).__name__ == "Problem"} == words(vocabulary.ProblemCategory)
    assert {one.status for one in records if type(one).__name__ == "Archive"} == words(vocabulary.ArchiveStatus) | {None}


def test_every_rating_of_the_desk_is_given_in_public_and_every_status_has_a_claim(harbour: Project) -> None:
    public = [one for one in harbour.claims.values() if publication_of(harbour, one) in {Publication.PUBLISHED, Publication.CORRECTED}]
    given = {(scale.id, one.verdict.rating) for one in public if one.verdict and (scale := harbour.scale_of(one))}
    assert {("six-step@1", rating.id) for rating in SCALES["six-step@1"].ratings} - given == set()
    assert {one.status for one in harbour.claims.values()} == {status.id for status in WORKFLOWS["standard@1"].statuses}


def test_every_kind_of_page_has_a_claim(harbour: Project) -> None:
    assert Counter(publication_of(harbour, one) for one in harbour.claims.values()) == {
        Publication.PUBLISHED: 8,
        Publication.CORRECTED: 2,
        Publication.UNDER_CORRECTION: 1,
        Publication.RETRACTED: 1,
        Publication.UNPUBLISHED: 10,
    }
    held_back = [one.id for one in harbour.claims.values() if one.status == "approved" and one.published is None]
    assert held_back == ["storm-tide"]


def test_quotes_are_in_languages_that_are_not_the_desk_s_and_are_translated(harbour: Project) -> None:
    foreign = {}
    for claim in harbour.claims.values():
        for evidence in claim.evidence:
            source = harbour.source_of(evidence)
            if source and source.language and source.language not in harbour.desk.languages:
                assert evidence.translation is not None
                assert evidence.translation.missing(harbour.desk.languages, harbour.desk.reference_language) == ()
                foreign[source.language] = evidence.quote
    assert set(foreign) == {"ar", "pl", "zh-Hans"}
    assert {link.language for claim in harbour.claims.values() for link in claim.chain} == {"de", "zh-Hans"}


@pytest.mark.parametrize("desk", DESKS)
def test_there_is_nothing_to_find(desk: str, loaded: Loaded) -> None:
    project, findings = loaded[desk]
    assert findings == ()
    assert check(project, today=TODAY) == ()


@pytest.mark.parametrize(("desk", "claims"), [("harbour-desk", 22), ("school-desk", 2)])
def test_the_command_line_is_content_as_the_readme_promises(desk: str, claims: int, repository: Path, run_claimtrack: Run) -> None:
    done = run_claimtrack("check", f"examples/{desk}", cwd=repository)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{claims} claims, 0 errors, " in done.stdout + done.stderr


@pytest.mark.parametrize("desk", DESKS)
def test_approvals_cover_what_stands_there(desk: str, loaded: Loaded) -> None:
    project, _ = loaded[desk]
    approvals = {one.id: approval for one in project.claims.values() if (approval := approval_of(project, one))}
    assert approvals
    assert {one: approval.covers for one, approval in approvals.items()} == {
        one: fingerprint(project, project.claims[one]) for one in approvals
    }


def test_the_desks_say_that_they_are_invented_in_each_of_their_languages(loaded: Loaded) -> None:
    said = {"de": "erfunden", "en": "invented"}
    for project, _ in loaded.values():
        notice, reference = project.desk.notice, project.desk.reference_language
        assert notice is not None
        for language in project.desk.languages:
            assert said[language] in str(notice.in_language(language, reference))


def test_every_host_is_one_that_nobody_can_own(repository: Path) -> None:
    texts = [path.read_text("utf-8") for path in sorted((repository / "examples").rglob("*.yaml"))]
    hosts = {host for text in texts for host in re.findall(r"(?:https?://|mailto:[^@\s]+@)([^/\s\"'}]+)", text)}
    assert len(hosts) > 10
    assert {host for host in hosts if not host.endswith(".example")} == set()


def test_the_text_and_the_archived_copy_are_the_ones_recorded(harbour: Project) -> None:
    article = harbour.articles["ratssitzung-februar"]
    snapshot = harbour.snapshots["ratssitzung-februar"]
    assert article.text is not None
    assert article.text.may_show
    assert (article.text.sha256, article.text.length) == (snapshot.sha256, len(snapshot.text))
    (copy,) = [one for one in harbour.sources["gezeitentafel-2026"].archives if one.file]
    archives = harbour.root / "archives"
    assert hashlib.sha256((archives / str(copy.file)).read_bytes()).hexdigest() == copy.sha256
    assert [path for path in (copy.file, copy.wacz, *copy.proofs) if not (archives / str(path)).is_file()] == []


def test_a_draft_is_five_lines(repository: Path) -> None:
    draft = repository / "examples/harbour-desk/claims/posts/robbe-mit-fahrschein.yaml"
    assert len(draft.read_text("utf-8").splitlines()) == 5
