"""What leaves the desk: nothing that is not published, in no spelling, and the same bytes wherever the site is built."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

import attrs
import pytest
import yaml

import claimtrack
from claimtrack.records import article, claim, evidence, passage, quantity, source, speaker
from claimtrack.records.fields import key_of, written_fields

if TYPE_CHECKING:
    from tests.conftest import Run

NOW = "2026-11-24"
CANARY = "kanarienv"
"""In every text, id, address and comment of the records in ``canary/``; short and plain, so that no way of escaping takes it apart."""

Build = Callable[..., dict[str, bytes]]


@pytest.fixture
def desk(invented_desk: Path, tmp_path: Path) -> Path:
    """A copy of the invented desk of ``examples/``, with a folder of records that nobody has published."""
    desk = tmp_path / "desk"
    shutil.copytree(invented_desk, desk)
    (records,) = [path.parent for path in desk.rglob("desk.yaml")]
    shutil.copytree(Path(__file__).parent / "canary", records, dirs_exist_ok=True)
    return desk


@pytest.fixture
def build(run_claimtrack: Run) -> Build:
    """Build a site on the command line and return its files."""

    def run(desk: Path, out: Path, *options: str, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> dict[str, bytes]:
        done = run_claimtrack("build", desk, "-o", out, "--now", NOW, *options, cwd=cwd, env=env)
        assert done.returncode == 0, done.stdout + done.stderr
        return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}

    return run


def spellings(word: str) -> Iterator[bytes]:
    """Yield a word as it may stand in a file: as it is, in hexadecimal, and in base64 at each of the three places it can start."""
    for case in (word, word.capitalize(), word.upper()):
        raw = case.encode()
        yield raw
        yield raw.hex().encode()
        for before in range(3):
            coded = base64.b64encode(b"\0" * before + raw)
            yield coded[(0, 2, 3)[before] : len(coded.rstrip(b"=")) - (1 if (before + len(raw)) % 3 else 0)]


def leaks(files: dict[str, bytes], word: str = CANARY) -> list[str]:
    """Return where a word stands, in the name or the bytes of a file, with what is around it."""
    found = [f"{name}: its name" for name in files if word in name.lower()]
    for name, content in files.items():
        for text in {content, unquote_to_bytes(content)}:
            places = (text.find(spelling) for spelling in spellings(word))
            found += [f"{name}: {text[max(at - 40, 0) : at + 60]!r}" for at in places if at >= 0]
    return found


def keys(value: object) -> Iterator[str]:
    """Yield every key of plain data, at any depth."""
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from keys(one)


def test_the_canary_sings_in_every_field_that_a_claim_an_article_or_a_source_can_have() -> None:
    texts = [path.read_text("utf-8") for path in sorted((Path(__file__).parent / "canary").rglob("*.yaml"))]
    written = {key for text in texts for key in keys(yaml.load(text, Loader=yaml.BaseLoader))}  # noqa: S506  (all scalars stay text)
    records = [one for room in (article, claim, evidence, passage, quantity, source, speaker) for one in vars(room).values()]
    known = {key_of(one) for record in records if attrs.has(record) for one in written_fields(record) if one.metadata}
    # A relation is written as `kind: target`; the other forms of a calculation hold ids; the rest says that something is public.
    assert known - written - {"target", "difference", "ratio", "published", "may_show"} == set()


def test_the_canary_records_are_read_and_not_refused(desk: Path) -> None:
    project, findings = claimtrack.load(desk)
    assert {"kanarienv-first", "kanarienv-second"} <= set(project.claims)
    assert [one for one in findings if CANARY in one.file] == []


def test_nothing_of_an_unpublished_record_is_in_the_public_site(desk: Path, build: Build, tmp_path: Path) -> None:
    assert leaks(build(desk, tmp_path / "site")) == []


def test_the_preview_has_it_so_the_search_would_see_it(desk: Path, build: Build, tmp_path: Path) -> None:
    files = build(desk, tmp_path / "site", "--preview")
    found = leaks(files)
    assert any("kanarienv-first" in one and one.endswith("its name") for one in found)
    assert b"intern" not in b"".join(line for content in files.values() for line in content.splitlines() if b"Kanarienv" in line)


@pytest.mark.parametrize(
    "leak",
    [
        "<p>Kanarienvögel</p>",
        '{"text": "Kanarienv\\u00f6gel"}',
        "https://x.example/?q=Kanarienv%C3%B6gel",
        "https://x.example/?q=%4B%61%6E%61%72%69%65%6E%76",
        base64.b64encode("Kanarienvögel".encode()).decode(),
        base64.b64encode("x Kanarienvögel".encode()).decode(),
        base64.b64encode("x. Kanarienvögel".encode()).decode(),
        "KANARIENV",
    ],
)
def test_the_search_sees_every_spelling(leak: str) -> None:
    assert leaks({"page.html": b"before " + leak.encode() + b" after"})
    assert not leaks({"page.html": b"before and after"})


def test_what_is_internal_to_a_published_record_stays_at_the_desk(invented_desk: Path, build: Build, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    shutil.copytree(invented_desk, desk)
    planted = 0
    for path in sorted(desk.rglob("*.yaml")):
        text = path.read_text("utf-8")
        internal = "" if "\ninternal:" in text or path.name in ("desk.yaml", "sources.yaml") else "internal: Kanarienvögel intern\n"
        path.write_text(f"# Kanarienvögel in a comment\n{text.rstrip()}\n{internal}# Kanarienvögel at the end\n", "utf-8")
        planted += bool(internal)
    assert planted
    for options in ([], ["--preview"]):
        assert leaks(build(desk, tmp_path / "site", *options)) == []


@pytest.mark.parametrize("options", [[], ["--preview"]], ids=["public", "preview"])
def test_the_same_bytes_whatever_the_machine(invented_desk: Path, build: Build, tmp_path: Path, options: list[str]) -> None:
    """Another time zone, locale, hash seed, folder, working folder and order of files on disk."""
    here, there = tmp_path / "here" / "desk", tmp_path / "there, far away" / "ein anderer Ort"
    shutil.copytree(invented_desk, here)
    there.mkdir(parents=True)
    for path in sorted(here.rglob("*"), reverse=True):
        if path.is_file():
            copy = there / path.relative_to(here)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())

    first = build(here, tmp_path / "first", *options, cwd=tmp_path, env={"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"})
    second = build(there, tmp_path / "there" / "second", *options, cwd=there,
                   env={"TZ": "America/Los_Angeles", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "2", "LANG": "tr_TR.UTF-8"})  # fmt: skip
    again = build(here, tmp_path / "first", *options, cwd=tmp_path)

    assert "index.html" in first
    assert [name for name in sorted(first | second) if first.get(name) != second.get(name)] == []
    assert again == first
