"""Ids that would leave the folder, hide, or be something else on another system: all are findings, and nothing is written outside."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimtrack.checking import check
from claimtrack.findings import Severity
from claimtrack.loading import load

if TYPE_CHECKING:
    from tests.conftest import Run

BASE = Path(__file__).parent / "rules" / "base"
HOSTILE = [
    "../../etc/x", "..", ".", "../x", "..\\x", "/abs", "//host/x", "\\\\host\\x", "C:\\x", "C:x", "a/b", "a\\b", "a/../../b", "./a", "a/",
    "-rf", "--help", "~", "~root", "$HOME", "$(id)", "`id`", "%2e%2e%2f", "a%00b", "a b", " a", "a ", "a.", "a..", ".git", ".git/config",
    "git~1", ".hidden", "CON", "nul", "aux.yaml", "com1", "lpt9", "COM³", "clock$", "a:b", "a*", "a?", 'a"b', "a<b>", "a|b", "a'b",
    "a;b", "a&b", "a#b", "a@b", "[@a]", "index", "index.html", "search", "feed", "404", "assets", "Clm-1", "clm_1", "clm--1",
    "clm-١٢٣", "сlm", "café", "x" * 65, "x" * 199, "😀", "ａ", "ﬁ", "ǆ", "İ", "K", "<script>", "javascript:x",
]  # fmt: skip


def written(ids: list[str], value: str) -> str:
    return "".join(f"  {json.dumps(one, ensure_ascii=False)}: {value}\n" for one in ids)


def digest_of(folder: Path) -> dict[str, str]:
    """Return every file below a folder with the digest of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        for path in sorted(folder.rglob("*"))
    }


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The base project with every hostile id as that of a source, of something wanted and of a former claim."""
    folder = tmp_path / "outside" / "inside" / "desk"
    shutil.copytree(BASE, folder)
    with (folder / "town" / "sources.yaml").open("w", encoding="utf-8") as file:
        file.write(written(HOSTILE, '{url: "https://roads.example/1"}').replace("\n  ", "\n").lstrip(" "))
    with (folder / "town" / "example.yaml").open("a", encoding="utf-8") as file:
        file.write(f"former_ids: {json.dumps(HOSTILE, ensure_ascii=False)}\n")
    article = (folder / "town" / "article.yaml").read_text("utf-8")
    (folder / "town" / "article.yaml").write_text(article.replace("wanted:\n", f"wanted:\n{written(HOSTILE, '{what: A paper}')}"), "utf-8")
    return folder


def test_every_hostile_id_is_found(desk: Path) -> None:
    project, findings = load(desk)
    found = [one for one in check(project) if one.code in {"CT101", "CT102", "CT103", "CT104"}]

    assert findings == ()
    assert {one.severity for one in found} == {Severity.ERROR}
    for file in ("town/sources.yaml", "town/example.yaml"):
        assert [one for one in HOSTILE if not any(f"‘{one}’" in other.message for other in found if other.file == file)] == [
            "x" * 65,
            "x" * 199,
        ]
        assert [one.message for one in found if one.code == "CT102" and one.file == file] == [
            f"the id of a {'source' if 'sources' in file else 'claim'} has {length} characters; expected at most 64" for length in (65, 199)
        ]


@pytest.mark.parametrize("name", ["-rf", "CON", "a.", "a b", "clm-١٢٣", "x" * 200, "$(id)", "index", "сlm", "Clm-1", "a;b", "a'b"])
def test_a_file_or_a_folder_with_such_a_name_is_found(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    shutil.copytree(BASE, folder)
    (folder / name).mkdir()
    for file in (folder / "town" / f"{name}.yaml", folder / name / "speech.yaml"):
        file.write_text('status: draft\nauthors: [ines]\nstatement: It is.\nappearances: [{url: "https://video.example/1"}]\n', "utf-8")
    project, findings = load(folder)
    found = [one for one in check(project) if one.severity is Severity.ERROR]

    assert findings == ()
    assert {(one.file, one.code in {"CT101", "CT102", "CT103"}) for one in found} == {
        (f"town/{name}.yaml", True),
        (f"{name}/speech.yaml", True),
    }


def test_nothing_is_written_outside_of_the_site(desk: Path, run_claimtrack: Run) -> None:
    outside = desk.parents[1]
    before = digest_of(outside)
    done = run_claimtrack("build", desk, "--preview", "-o", desk / "site", "--now", "2026-03-02", cwd=desk)

    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    after = digest_of(outside)
    assert {name: after.pop(name) for name in list(after) if not name.startswith("inside/desk/site")} == before
    pages = {Path(name).name for name in after}
    assert pages.isdisjoint({"x", "passwd", "-rf", "CON", ".git", "Clm-1", "x" * 65})
    assert all(name.isascii() and ".." not in name for name in after)
