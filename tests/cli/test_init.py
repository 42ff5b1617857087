"""``claimtrack init``: a desk that is in order from the first moment, and nothing of anybody else touched."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import texts

import claimtrack
from claimtrack.moves.first_records import FIRST_FOLDER

if TYPE_CHECKING:
    from tests.cli.conftest import Call

FOR_EDITORS = """\
wrote .claimtrack/claim.schema.json
wrote .claimtrack/article.schema.json
wrote .claimtrack/sources.schema.json
wrote .claimtrack/desk.schema.json
wrote .vscode/settings.json
"""
FOR_GIT = """\
wrote .gitignore
wrote .gitattributes
"""
EXAMPLE = """\
wrote claims/first-article/article.yaml
wrote claims/first-article/sources.yaml
wrote claims/first-article/first-claim.yaml
"""
IGNORED = """\
# claimtrack: what it makes itself, and the texts of other people's articles, which are not ours to publish
/site/
/snapshots/
/.claimtrack/*
!/.claimtrack/*.schema.json
.*.tmp
"""
ATTRIBUTES = """\
# claimtrack: records have the same line ends everywhere; of copies and texts that have a digest, no byte changes
/claims/**/*.yaml text eol=lf
/archives/** -text
/snapshots/** -text
"""
THERE = "claims/desk.yaml is there already, and all that belongs to it; nothing was written\n"


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_desk_is_in_order_from_the_first_moment_and_a_second_time_changes_nothing(inside: Path, call: Call) -> None:
    ended = call("init")
    assert (ended.code, ended.out) == (0, f"wrote claims/desk.yaml\n{EXAMPLE}{FOR_EDITORS}{FOR_GIT}")
    assert ended.err == "next: look at claims/first-article/ and `claimtrack build --preview`; begin with `claimtrack new article FILE`\n"
    assert ((inside / ".gitignore").read_text("utf-8"), (inside / ".gitattributes").read_text("utf-8")) == (IGNORED, ATTRIBUTES)
    assert call("check", "--fail-on", "info").err == "1 claim, 0 errors, 0 warnings, 0 notes\n"
    assert call("build", "--preview", "-o", "out", "--now", "2026-03-01").code == 0
    shutil.rmtree("out")

    before = texts(inside)
    again = call("init")
    assert (again.code, again.out, again.err) == (0, THERE, "")
    assert texts(inside) == before


def test_bare_leaves_the_invented_claim_out(call: Call) -> None:
    ended = call("init", "--bare")
    assert (ended.code, ended.out) == (0, f"wrote claims/desk.yaml\n{FOR_EDITORS}{FOR_GIT}")
    assert ended.err == "next: begin with `claimtrack new article FILE`\n"
    assert call("check", "--fail-on", "info").err == "0 claims, 0 errors, 0 warnings, 0 notes\n"


@pytest.mark.parametrize("languages", [("de", "en"), ("en", "de"), ("de",), ("de-AT",), ("pt-BR", "en")])
def test_in_every_language_nothing_is_wrong(call: Call, languages: tuple[str, ...]) -> None:
    options = [word for one in languages for word in ("--language", one)]
    ended = call("init", "new", "--name", 'Die "Prüfstelle": Nord # 1', *options, "--person", "anna")
    assert ended.code == 0
    assert ended.err.startswith("next: `cd new`, then look at claims/first-article/")
    own_scale_needed = [one for one in languages if one not in {"de", "en"}]  # the scale by name has no words in others
    assert [line.split()[1] for line in call("check", "new").out.splitlines()] == ["CT812" for _ in own_scale_needed]
    project, _ = claimtrack.load("new")
    assert project.desk.languages == languages
    assert project.desk.publisher.name.best(languages[0], languages[0]) == ('Die "Prüfstelle": Nord # 1', languages[0])
    claim = project.claims["first-claim"]
    assert claim.authors == ("anna",)
    assert claim.statement is not None
    assert ("Die Bücherei" in claim.statement.best(languages[0], languages[0])[0]) == languages[0].startswith("de")


def test_whatever_is_invented_says_so_and_has_addresses_that_nobody_owns(inside: Path, call: Call) -> None:
    for folder, language, word in (("en", "en", "INVENTED"), ("de", "de", "ERFUNDEN")):
        call("init", folder, "--language", language)
        for record in (inside / folder / "claims" / FIRST_FOLDER).iterdir():
            text = record.read_text("utf-8")
            assert word in text.partition("\n")[0]
            assert [line for line in text.splitlines() if "https://" in line and ".example/" not in line] == []


def test_the_schemas_know_the_people_of_the_new_desk(inside: Path, call: Call) -> None:
    call("init", "--person", "ada")
    assert '"ada"' in (inside / ".claimtrack" / "claim.schema.json").read_text("utf-8")
    before = texts(inside)
    shutil.rmtree(inside / ".claimtrack")
    assert call("schema").code == 0
    assert texts(inside) == before


def test_files_of_the_user_keep_every_line(inside: Path, call: Call) -> None:
    (inside / ".gitignore").write_bytes(b"mine\r\nsnapshots")
    (inside / ".gitattributes").write_bytes(b"*.png binary\n/archives/**   -text\n")
    (inside / ".vscode").mkdir()
    (inside / ".vscode" / "settings.json").write_text("{}", "utf-8")

    ended = call("init", "--bare")

    assert ended.out.splitlines()[-3:] == [
        "added 4 lines to .gitignore",
        "added 2 lines to .gitattributes",
        "left .vscode/settings.json as it is; `claimtrack schema` prints what to add",
    ]
    comment, site, _, *others = IGNORED.splitlines()
    assert (inside / ".gitignore").read_bytes() == "\r\n".join(["mine", "snapshots", comment, site, *others, ""]).encode()
    comment, records, _, texts_of_articles = ATTRIBUTES.splitlines()
    added = f"{comment}\n{records}\n{texts_of_articles}\n"
    assert (inside / ".gitattributes").read_text("utf-8") == f"*.png binary\n/archives/**   -text\n{added}"
    assert (inside / ".vscode" / "settings.json").read_text("utf-8") == "{}"
    assert call("init").out == f"left .vscode/settings.json as it is; `claimtrack schema` prints what to add\n{THERE}"


def test_the_way_into_a_folder_can_be_pasted(call: Call) -> None:
    assert call("init", "unser ordner").err.startswith("next: `cd 'unser ordner'`, then look at claims/first-article/")


@pytest.mark.usefixtures("desk")
def test_a_desk_that_is_there_gets_what_it_lacks_and_its_records_stay(inside: Path, call: Call) -> None:
    before = texts(inside)
    ended = call("init")
    assert (ended.code, ended.out, ended.err) == (0, f"{FOR_EDITORS}{FOR_GIT}", "next: `claimtrack check`\n")
    after = texts(inside)
    assert {file: after[file] for file in before} == before
    assert call("init", "claims").out == THERE


def test_a_desk_whose_records_lie_at_the_root(inside: Path, call: Call) -> None:
    (inside / "desk.yaml").write_text(
        "format: 1\npublisher: {name: Nord}\nlanguages: [en]\npeople:\n  me: {shown: Me, may: [write]}\n", "utf-8"
    )
    assert call("init").out == f"{FOR_EDITORS}{FOR_GIT}"
    assert (inside / ".gitattributes").read_text("utf-8").splitlines()[1:3] == ["/*.yaml text eol=lf", "/*/*.yaml text eol=lf"]
    assert json.loads((inside / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]["./.claimtrack/desk.schema.json"] == [
        "desk.yaml"
    ]


def test_what_is_for_a_new_desk_is_refused_where_there_is_one(call: Call) -> None:
    call("init")
    ended = call("init", "--person", "ben")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "claimtrack: claims/desk.yaml is there already, and --person is for a new desk; change the record itself\n"


def test_a_desk_within_a_desk_is_one_of_its_own(call: Call) -> None:
    call("init")
    assert call("init", "other").out.startswith("wrote other/claims/desk.yaml\n")
    assert call("check").err == call("check", "other").err == "1 claim, 0 errors, 0 warnings, 0 notes\n"


def test_a_folder_in_the_way_of_the_invented_claim_stays(inside: Path, call: Call) -> None:
    (inside / "claims" / "first-article").mkdir(parents=True)
    (inside / "claims" / "first-article" / "article.yaml").write_text("title: Mine\nunknown: Mine.\nlanguage: en\n", "utf-8")
    ended = call("init")
    assert ended.out == f"wrote claims/desk.yaml\n{FOR_EDITORS}{FOR_GIT}left claims/first-article as it is\n"
    assert (inside / "claims" / "first-article" / "article.yaml").read_text("utf-8").startswith("title: Mine\n")


def test_all_or_nothing(inside: Path, call: Call) -> None:
    (inside / ".vscode").write_text("a file", "utf-8")
    ended = call("init")
    assert (ended.code, ended.out) == (3, "")
    assert ended.err == "claimtrack: .vscode/settings.json cannot be written: .vscode is no folder; nothing was written\n"
    assert texts(inside) == {".vscode": "a file"}


def test_no_link_is_followed(inside: Path, call: Call) -> None:
    (inside / "elsewhere").write_text("mine\n", "utf-8")
    (inside / ".gitignore").symlink_to("elsewhere")
    assert call("init").out.endswith("left .gitignore as it is\n")
    assert (inside / "elsewhere").read_text("utf-8") == "mine\n"


def test_into_a_name_that_no_system_takes(inside: Path, call: Call) -> None:
    ended = call("init", str(inside / ("x" * 300)))
    assert (ended.code, ended.err) == (3, f"claimtrack: cannot write {inside}/{'x' * 300}: File name too long\n")


def test_where_the_folder_of_the_records_is_a_file(inside: Path, call: Call) -> None:
    (inside / "claims").write_text("a file", encoding="utf-8")
    ended = call("init")
    assert (ended.code, ended.err) == (3, "claimtrack: claims/desk.yaml cannot be written: claims is no folder; nothing was written\n")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--person", "Anna B"), "the id of a person has small letters, digits and hyphens, found 'Anna B'"),
        (("--language", "german"), "a language is a tag such as de, en or pt-BR, found 'german'; did you mean de?"),
        (("--name", "\x1b[2J"), "the name of a desk is a printable text, found '\\x1b[2J'"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(inside: Path, call: Call, options: tuple[str, ...], words: str) -> None:
    ended = call("init", "new", *options)
    assert (ended.code, ended.err) == (2, f"claimtrack: {words}\n")
    assert list(inside.iterdir()) == []


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")
def test_git_takes_the_records_and_leaves_what_is_not_for_it(inside: Path, call: Call) -> None:
    def git(*words: str) -> str:
        harmless = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        done = subprocess.run(["git", *words], check=True, capture_output=True, text=True, env=harmless)  # noqa: S607  (the one on the path)
        return done.stdout

    call("init")  # before there is a repository, so that the lock lies in the folder of the schemas
    git("init", "-q")
    (inside / "snapshots").mkdir()
    (inside / "snapshots" / "first-article.txt").write_text("not ours", "utf-8")
    (inside / "site").mkdir()
    (inside / "site" / "index.html").write_text("made", "utf-8")
    git("add", "-A")
    assert git("ls-files", "claims", "site", "snapshots", ".claimtrack").split() == [
        *(f".claimtrack/{kind}.schema.json" for kind in ("article", "claim", "desk", "sources")),
        "claims/desk.yaml",
        *(f"claims/first-article/{name}.yaml" for name in ("article", "first-claim", "sources")),
    ]
    assert git("check-attr", "text", "--", "claims/desk.yaml", "claims/first-article/sources.yaml", "archives/a/b.html").splitlines() == [
        "claims/desk.yaml: text: set",
        "claims/first-article/sources.yaml: text: set",
        "archives/a/b.html: text: unset",
    ]
