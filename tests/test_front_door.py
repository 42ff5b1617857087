"""The front door: the public names, all of them, and nothing else."""

from __future__ import annotations

import importlib
import inspect
import re
from pathlib import Path

import pytest

import claimtrack

PUBLIC = [
    "Article",
    "Claim",
    "Comparison",
    "Desk",
    "Evidence",
    "Finding",
    "PartialDate",
    "Project",
    "Quantity",
    "Source",
    "__version__",
    "build",
    "check",
    "compare",
    "export",
    "load",
    "published",
]


def test_the_public_names_are_these() -> None:
    assert claimtrack.__all__ == PUBLIC
    assert dir(claimtrack) == PUBLIC


@pytest.mark.parametrize("name", PUBLIC)
def test_a_public_name_is_there(name: str) -> None:
    assert getattr(claimtrack, name) is getattr(claimtrack, name)
    assert getattr(importlib.import_module("claimtrack"), name) is not None


@pytest.mark.parametrize("name", [name for name in PUBLIC if name != "__version__"])
def test_a_public_name_is_documented(name: str) -> None:
    public = getattr(claimtrack, name)
    doc = inspect.getdoc(public)

    assert doc is not None
    assert public.__name__ == name
    assert re.match(r"[A-Z].*[.:,]", doc.partition("\n")[0])
    if inspect.isfunction(public):
        for parameter in inspect.signature(public).parameters:
            assert re.search(rf"^    {parameter}: ", doc, re.MULTILINE), parameter
        assert doc.startswith("Return ") or "\nReturns:" in doc


def test_everything_is_imported_from_the_front_door_by_its_name() -> None:
    names: dict[str, object] = {}
    exec("from claimtrack import *", names)  # noqa: S102  (what people write, and what only exec can do inside a test)

    assert sorted(set(names) - {"__builtins__"}) == PUBLIC


@pytest.mark.parametrize("name", ["Text", "structure", "Rule", "attrs", "no_such_name", "__wrapped__"])
def test_nothing_else_comes_through(name: str) -> None:
    with pytest.raises(AttributeError) as error:
        getattr(claimtrack, name)
    assert str(error.value) == f"module 'claimtrack' has no attribute {name!r}"


def test_the_version_is_one_that_installers_understand(repository: Path) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+((a|b|rc)\d+)?", claimtrack.__version__)
    changes = (repository / "CHANGELOG.md").read_text("utf-8")
    assert f"## [{claimtrack.__version__}]" in changes


def test_the_example_of_the_front_door_runs_as_printed(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    doc = inspect.getdoc(claimtrack)
    assert doc is not None
    lines = [line.removeprefix("    ") for line in doc.splitlines() if line.startswith("    ")]
    monkeypatch.chdir(repository / "examples" / "harbour-desk")
    exec("\n".join(lines), {})  # noqa: S102  (the same)

    shown = capsys.readouterr().out.splitlines()
    assert shown
    assert all(re.fullmatch(r"[a-z0-9-]+ ([a-z-]+|no verdict any more)", line) for line in shown)
