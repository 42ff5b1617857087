"""Loading a desk: every record that can be read, every fault of every file, and no fault that hides another."""

from __future__ import annotations

import datetime
import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from claimtrack.checking import check
from claimtrack.errors import NotADeskError, UsageError
from claimtrack.findings import Finding, Related, Severity, finding
from claimtrack.loading import load
from claimtrack.locations import START, Span
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.reading.kinds import BAD_DATE, MISSING_FIELD, NOT_UTF8, SYMBOLIC_LINK, UNKNOWN_FIELD, WRONG_TYPE
from claimtrack.records.claim import Claim
from claimtrack.records.text import Text

TODAY = datetime.date(2026, 11, 24)

FILES = {
    "claims/desk.yaml": "format: 1\npublisher: {name: Bridge desk (invented)}\nlanguages: [en]\n",
    "claims/sources.yaml": "council: {title: Minutes, unknown: On paper., seen: full-copy}\n",
    "claims/bridge/article.yaml": "title: The bridge\nunknown: A leaflet.\nlanguage: en\nfor_all_claims: {selection: All of them.}\n",
    "claims/bridge/sources.yaml": "office: {title: Count, unknown: On paper., seen: excerpt}\n",
    "claims/bridge/jam.yaml": "status: draft\nauthors: []\n",
    "claims/bridge/toll.yaml": "status: draft\nevidence:\n- {id: count, source: office, stance: context}\n",
    "claims/speeches/mayor.yaml": "status: draft\nrelations: [{repeats: jam}]\n",
    "snapshots/bridge.txt": "The bridge is closed.\n",
}

Write = Callable[..., Path]


@pytest.fixture
def desk(tmp_path: Path) -> Write:
    """Write a small desk with some of its files replaced; None takes one away."""

    def write(replaced: dict[str, str | bytes | None] | None = None) -> Path:
        for file, text in {**FILES, **(replaced or {})}.items():
            path = tmp_path / file
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is not None:
                path.write_bytes(text.encode() if isinstance(text, str) else text)
        return tmp_path

    return write


def test_a_desk_is_read_as_a_whole(desk: Write) -> None:
    project, findings = load(desk())

    assert findings == ()
    assert project.desk.publisher.name == Text.plain("Bridge desk (invented)")
    assert project.desk_is_sound
    assert list(project.articles) == ["bridge"]
    assert list(project.claims) == ["jam", "toll", "mayor"]
    assert list(project.sources) == ["council", "office"]
    assert project.files == {
        ("source", "council"): "claims/sources.yaml",
        ("article", "bridge"): "claims/bridge/article.yaml",
        ("source", "office"): "claims/bridge/sources.yaml",
        ("claim", "jam"): "claims/bridge/jam.yaml",
        ("claim", "toll"): "claims/bridge/toll.yaml",
        ("claim", "mayor"): "claims/speeches/mayor.yaml",
    }
    assert project.claims["jam"] == Claim(id="jam", folder="bridge", status="draft")
    assert project.articles["bridge"].id == "bridge"
    assert project.sources["office"].id == "office"
    assert project.today is None


@pytest.mark.parametrize("start", [".", "claims", "claims/desk.yaml", "claims/bridge", "claims/bridge/jam.yaml", "snapshots"])
def test_any_folder_or_file_of_a_desk_leads_to_all_of_it(desk: Write, start: str) -> None:
    root = desk()
    project, findings = load(root / start)

    assert (project, findings) == load(str(root))
    assert project.root == root
    assert project.desk_file == "claims/desk.yaml"


def test_records_can_lie_at_the_root(tmp_path: Path) -> None:
    (tmp_path / "bridge").mkdir()
    (tmp_path / "desk.yaml").write_text(FILES["claims/desk.yaml"], "utf-8")
    (tmp_path / "bridge" / "jam.yaml").write_text("status: draft\n", "utf-8")
    project, findings = load(tmp_path)

    assert findings == ()
    assert (project.root, project.desk_file) == (tmp_path, "desk.yaml")
    assert project.files == {("claim", "jam"): "bridge/jam.yaml"}


def test_where_there_is_no_desk_nothing_is_loaded(tmp_path: Path) -> None:
    with pytest.raises(NotADeskError):
        load(tmp_path)
    with pytest.raises(UsageError) as error:
        load(tmp_path / "nowhere")
    assert str(error.value) == f"There is no file or folder {tmp_path / 'nowhere'}."


# One fault hides no other

BROKEN: dict[str, str | bytes] = {
    "is no YAML": "status: draft: yes\n",
    "is not UTF-8": b"status: \xfc\n",
    "is empty": "",
    "is a list": "- status\n",
    "does not fit": "status: [draft]\nurl: [x]\nzz: {unknown: [1]}\n",
    "has a conflict": "<<<<<<< ours\nstatus: draft\n=======\nstatus: x\n>>>>>>> theirs\n",
}
RECORD_FILES = [file for file in FILES if file.endswith(".yaml")]


@pytest.mark.parametrize("how", BROKEN)
@pytest.mark.parametrize("file", RECORD_FILES)
def test_a_broken_file_hides_no_other(desk: Write, file: str, how: str) -> None:
    sound, _ = load(desk())
    project, findings = load(desk({file: BROKEN[how]}))

    assert findings
    assert {one.file for one in findings} == {file}
    assert {one.severity for one in findings} == {Severity.ERROR}
    kept = {record: its_file for record, its_file in sound.files.items() if its_file != file}
    assert project.files == kept
    assert project.claims == {one: claim for one, claim in sound.claims.items() if ("claim", one) in kept}
    assert project.articles == {one: article for one, article in sound.articles.items() if ("article", one) in kept}
    assert project.sources == {one: source for one, source in sound.sources.items() if ("source", one) in kept}
    assert project.desk_is_sound == (file != "claims/desk.yaml")
    may_be_there = [project.exists(kind, record_id) for kind, record_id in sound.files if (kind, record_id) not in kept]
    assert all(may_be_there) or (file.endswith("sources.yaml") and how == "does not fit")  # whose ids are others then


def test_every_file_can_be_broken_at_once(desk: Write) -> None:
    project, findings = load(desk(dict.fromkeys(RECORD_FILES, BROKEN["does not fit"])))

    assert {one.file for one in findings} == set(RECORD_FILES)
    assert list(findings) == sorted(findings, key=lambda one: one.sort_key)
    assert project.files == {}


def test_a_source_that_does_not_fit_hides_no_other_of_its_file(desk: Write) -> None:
    sources = "a: {title: Good}\nb: {titel: Bad}\nc: text\nd: {accessed: soon}\ne: {title: Good too}\n"
    project, findings = load(desk({"claims/bridge/sources.yaml": sources}))

    assert list(project.sources) == ["council", "a", "e"]
    assert project.unreadable == {"source": frozenset("bcd")}
    assert project.sources_are_complete
    assert [project.exists("source", one) for one in "abcdef"] == [True] * 5 + [False]
    file = "claims/bridge/sources.yaml"
    assert findings == (
        finding(UNKNOWN_FIELD, file, Span(2, 5, 2, 10), say("a source has no field ‘titel’"), say("did you mean `title`?")),
        finding(WRONG_TYPE, file, Span(3, 4, 3, 8), say("expected a source with its fields, found ‘text’")),
        finding(BAD_DATE, file, Span(4, 15, 4, 19), say("expected a full date such as 2026-02-09, found ‘soon’")),
    )


def test_a_file_of_sources_that_cannot_be_read_may_hold_any_source(desk: Write) -> None:
    project, _ = load(desk({"claims/bridge/sources.yaml": BROKEN["is no YAML"]}))

    assert not project.sources_are_complete
    assert project.exists("source", "whatever")
    assert not project.exists("claim", "whatever")


def test_a_desk_that_cannot_be_read_keeps_the_rules_from_running_and_nothing_else(desk: Write) -> None:
    project, findings = load(desk({"claims/desk.yaml": "format: 1\n", "claims/bridge/jam.yaml": "status: ''\n"}))

    assert not project.desk_is_sound
    assert [(one.file, one.code, one.message) for one in findings] == [
        ("claims/bridge/jam.yaml", "CT042", "expected a text, found an empty one"),
        ("claims/desk.yaml", MISSING_FIELD.code, "`languages` is missing; a desk must have it"),
        ("claims/desk.yaml", MISSING_FIELD.code, "`publisher` is missing; a desk must have it"),
    ]
    assert list(project.claims) == ["toll", "mayor"]
    assert check(project, today=TODAY) == ()


def _files_of(folder: Path) -> list[Path]:
    return sorted(path.relative_to(folder) for path in (folder / "claims").rglob("*.yaml") if path.name != "desk.yaml")


HARBOUR = Path(__file__).resolve().parents[1] / "examples" / "harbour-desk"


@pytest.mark.parametrize("file", _files_of(HARBOUR), ids=str)
def test_no_rule_blames_other_files_for_one_that_cannot_be_read(file: Path, tmp_path: Path) -> None:
    """A claim is not told that its source is unknown, its article lacks a reason, or its duplicate does not exist."""
    folder = tmp_path / "desk"
    shutil.copytree(HARBOUR, folder)
    project, before = load(folder)
    before += check(project, today=TODAY)
    (folder / file).write_text("status: draft: yes\n", "utf-8")
    project, after = load(folder)
    after += check(project, today=TODAY)

    assert {one for one in after if one.severity is Severity.ERROR and one.file != file.as_posix()} <= set(before)


# Two records with one id


def test_the_first_of_two_records_with_one_id_is_used_and_both_are_told_of(desk: Write) -> None:
    project, findings = load(
        desk(
            {
                "claims/speeches/jam.yaml": "status: researching\n",
                "claims/speeches/sources.yaml": "office: {title: Another}\ncouncil: {title: A third}\n",
            }
        )
    )

    assert findings == ()
    assert project.claims["jam"].folder == "bridge"
    assert project.sources["office"].title == "Count"
    assert project.repeated == {
        ("claim", "jam"): ("claims/bridge/jam.yaml", "claims/speeches/jam.yaml"),
        ("source", "office"): ("claims/bridge/sources.yaml", "claims/speeches/sources.yaml"),
        ("source", "council"): ("claims/sources.yaml", "claims/speeches/sources.yaml"),
    }
    told = [one for one in check(project, today=TODAY) if one.code == "CT105"]
    assert [(one.file, one.related) for one in told] == [
        ("claims/speeches/jam.yaml", (Related("claims/bridge/jam.yaml", Span(1, 1, 1, 14), say("first defined here")),)),
        ("claims/speeches/sources.yaml", (Related("claims/bridge/sources.yaml", Span(1, 9, 1, 58), say("first defined here")),)),
        ("claims/speeches/sources.yaml", (Related("claims/sources.yaml", Span(1, 10, 1, 63), say("first defined here")),)),
    ]


def test_of_two_records_with_one_id_the_one_that_can_be_read_is_used(desk: Write) -> None:
    project, _ = load(desk({"claims/bridge/jam.yaml": BROKEN["does not fit"], "claims/speeches/jam.yaml": "status: draft\n"}))

    assert project.file_of("claim", "jam") == "claims/speeches/jam.yaml"
    assert project.repeated[("claim", "jam")] == ("claims/bridge/jam.yaml", "claims/speeches/jam.yaml")


# The texts of articles


def test_the_text_of_an_article_is_taken_as_it_is(desk: Write) -> None:
    text = "\ufeffThe bridge\r\nis closed. 😀\n"
    project, findings = load(desk({"snapshots/bridge.txt": text.encode()}))

    assert findings == ()
    assert project.snapshots["bridge"].text == text
    assert project.snapshots["bridge"].sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_the_texts_can_lie_elsewhere(desk: Write, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "bridge.txt").write_text("Another text.", "utf-8")
    root = desk()

    assert load(root, snapshots=elsewhere)[0].snapshots["bridge"].text == "Another text."
    (elsewhere / "bridge.txt").unlink()
    assert load(root, snapshots=str(elsewhere))[0].snapshots == {}


def test_a_folder_of_texts_that_is_named_has_to_be_there(desk: Write) -> None:
    root = desk()
    with pytest.raises(UsageError) as error:
        load(root, snapshots=root / "nowhere")
    assert str(error.value) == f"There is no folder {root / 'nowhere'} with the texts of articles."


@pytest.mark.parametrize("folder", ["", "other"])
def test_a_text_that_is_missing_is_no_fault(desk: Write, folder: str) -> None:
    root = desk()
    shutil.rmtree(root / "snapshots")
    if folder:
        (root / "snapshots").mkdir()

    project, findings = load(root)

    assert findings == ()
    assert project.snapshots == {}


def test_a_text_that_cannot_be_read_is_a_finding(desk: Write) -> None:
    project, findings = load(desk({"snapshots/bridge.txt": "Die Brücke".encode("latin-1")}))

    message = "byte 0xFC, number 7 of the file, is not UTF-8"
    assert findings == (finding(NOT_UTF8, "snapshots/bridge.txt", START, say("{text}", text=message), say("save the text as UTF-8")),)
    assert project.snapshots == {}


def test_no_text_comes_from_outside_over_a_link(desk: Write, tmp_path: Path) -> None:
    root = desk()
    (root / "snapshots").rename(tmp_path / "outside")
    (root / "snapshots").symlink_to(tmp_path / "outside")
    project, findings = load(root)

    assert project.snapshots == {}
    hint = "put the folder itself in its place, or name it with --snapshots"
    message = "this is a symbolic link, which is not followed"
    assert findings == (finding(SYMBOLIC_LINK, "snapshots", START, say("{text}", text=message), say("{text}", text=hint)),)

    (root / "snapshots").unlink()
    (root / "snapshots").mkdir()
    (root / "snapshots" / "bridge.txt").symlink_to(tmp_path / "outside" / "bridge.txt")
    project, findings = load(root)

    assert project.snapshots == {}
    assert [(one.file, one.code) for one in findings] == [("snapshots/bridge.txt", SYMBOLIC_LINK.code)]


def test_the_text_of_an_article_that_cannot_be_read_is_not_looked_at(desk: Write) -> None:
    project, _ = load(desk({"claims/bridge/article.yaml": "", "snapshots/bridge.txt": b"\xfc"}))

    assert project.snapshots == {}


# Always the same


def test_loading_twice_gives_the_same(desk: Write) -> None:
    root = desk({"claims/bridge/jam.yaml": BROKEN["does not fit"]})

    assert load(root) == load(root)


def test_a_project_is_a_value(desk: Write) -> None:
    project, _ = load(desk())

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        project.claims = {}  # type: ignore[misc]  # what is tested is that nobody can
    assert isinstance(project, Project)


def test_findings_are_ordered_by_file_and_place(desk: Write) -> None:
    files = {"claims/zoo/z.yaml": "zz: 1\n", "claims/bridge/notes.txt": "x", "claims/bridge/jam.yaml": "b: 1\na: 1\n"}
    _, findings = load(desk(dict(files)))

    places: list[tuple[str, int, str]] = [(one.file, one.span.line, one.code) for one in findings]
    assert places == sorted(places)
    assert len(findings) == 6
    assert {type(one) for one in findings} == {Finding}
