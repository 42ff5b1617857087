"""What lies among the records and is not read is told once, and nothing that follows from its absence."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from claimtrack import check, load

BASE = Path(__file__).parents[1] / "rules" / "base"


def link(file: Path) -> None:
    file.symlink_to("/etc/hostname")


def pipe(file: Path) -> None:
    os.mkfifo(file)


def folder(file: Path) -> None:
    file.mkdir()


def misnamed(file: Path) -> None:
    file.with_suffix(".yml").write_text("format: 1\n", encoding="utf-8")


@pytest.mark.parametrize("file", ["sources.yaml", "town/article.yaml", "town/other.yaml"])
@pytest.mark.parametrize(("put", "code"), [(link, "CT003"), (pipe, "CT004"), (folder, "CT004"), (misnamed, "CT002")])
def test_a_record_that_is_not_read_is_one_finding(file: str, put: Callable[[Path], None], code: str, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    shutil.copytree(BASE, desk)
    with (desk / "town" / "example.yaml").open("a", encoding="utf-8") as claim:
        claim.write("relations:\n  - {same-topic: other}\n")
    (desk / file).unlink()
    put(desk / file)
    project, findings = load(desk)
    found = [(one.file.rpartition(".")[0], one.code) for one in (*findings, *check(project))]
    assert found == [(file.rpartition(".")[0], code)]


@pytest.mark.parametrize(
    ("file", "name", "what"),
    [
        ("town/article.yaml", "artikel", "an article"),
        ("town/article.yaml", "artcle", "an article"),
        ("town/article.yaml", "zeitung", "an article"),
        ("sources.yaml", "source", "sources"),
        ("sources.yaml", "Quellen", "sources"),
        ("sources.yaml", "belege", "sources"),
    ],
)
def test_a_record_with_the_name_of_a_claim_is_one_finding(file: str, name: str, what: str, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    shutil.copytree(BASE, desk)
    (desk / file).rename(desk / "town" / f"{name}.yaml")
    project, findings = load(desk)
    right = file.rpartition("/")[2]
    assert [(one.file, one.code, one.message, one.hint) for one in (*findings, *check(project))] == [
        (f"town/{name}.yaml", "CT002", f"the file has the name of a claim, but holds {what}", f"did you mean `{right}`?")
    ]
    assert project.claims_in_all == 2


def test_a_desk_record_among_claims_is_one_finding(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    shutil.copytree(BASE, desk)
    shutil.copy(desk / "desk.yaml", desk / "town" / "redaktion.yaml")
    _, (one,) = load(desk)
    assert (one.file, one.message) == ("town/redaktion.yaml", "the file has the name of a claim, but holds a desk")
    assert one.hint == "name it `desk.yaml` and move it one folder up"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("source.yaml", "did you mean `sources.yaml`?"),
        ("artikel.yaml", "did you mean `article.yaml`? then move it into the folder of its article"),
        ("bridge.yaml", "move it into one, such as that of its article"),
    ],
)
def test_a_record_beside_the_desk_is_told_where_it_belongs(name: str, hint: str, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    shutil.copytree(BASE, desk)
    (desk / "sources.yaml").rename(desk / name)
    project, findings = load(desk)
    told = [one for one in (*findings, *check(project)) if one.file == name]
    assert [(one.code, one.hint) for one in told] == [("CT002", hint)]


@pytest.mark.parametrize(
    "text",
    ["status: draft\naspekt: fact\n", "title: The bridge\nstatus: draft\naspect: facts\n", "{}\n", "statement: {xx: a}\nlanguage: de\n"],
)
def test_a_claim_with_faults_stays_a_claim_whatever_its_name(text: str, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    shutil.copytree(BASE, desk)
    (desk / "town" / "article-text.yaml").write_text(text, encoding="utf-8")
    _, findings = load(desk)
    assert all(one.code != "CT002" for one in findings)
