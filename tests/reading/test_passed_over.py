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
