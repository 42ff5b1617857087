"""The import contracts of pyproject.toml hold, and each of them bites: a fault planted in a copy of the package is caught by name."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pytest

pytest.importorskip("importlinter", reason="the import contracts are checked by import-linter, of the extra `dev`")


FLOORS = "Imports go down the floors of the house"
NO_CYCLES = "No two neighbours import each other, at any depth"
FRONT_DOOR = "The front door is for users and the command line, not for the rooms"
NO_PROGRAMS = "No other program is started"
FAMILIES = "Families of rules know nothing of each other"
YAML_DOOR = "PyYAML and ruamel.yaml are known to the YAML door only"
STRUCTURING_DOOR = "cattrs is known to structuring only"
TEMPLATE_DOOR = "Jinja2 is known to rendering only"
MARKDOWN_DOOR = "markdown-it is known to the Markdown door only"
MARKUP_DOOR = "Markup is made in the site only"
CLICK_DOOR = "click is known to the command line only"


@dataclass(frozen=True)
class Fault:
    """A line planted at the end of a module (which may be a new one), and the contract that has to notice."""

    what: str
    module: str
    line: str
    contract: str


FAULTS = [
    Fault("an import up", "errors.py", "import claimtrack.findings", FLOORS),
    Fault("an import up, two floors", "records/text.py", "import claimtrack.reading", FLOORS),
    Fault("an import up that only type checkers see", "locations.py", "if TYPE_CHECKING:\n    import claimtrack.findings", FLOORS),
    Fault("an import up inside a function", "dates.py", "def late():\n    from claimtrack.records import claim", FLOORS),
    Fault("an import of the front door, which knows everything", "errors.py", "from claimtrack import __version__", FRONT_DOOR),
    Fault("a room without a floor", "attic.py", "import claimtrack.errors", FLOORS),
    Fault("a cycle among neighbours", "records/text.py", "import claimtrack.records.evidence", NO_CYCLES),
    Fault("a family that asks another", "rules/relations.py", "from claimtrack.rules import identity", FAMILIES),
    Fault("PyYAML beside the door", "project.py", "import yaml", YAML_DOOR),
    Fault("ruamel.yaml beside the door", "reading/scalars.py", "def late():\n    from ruamel.yaml import YAML", YAML_DOOR),
    Fault("cattrs beside the door", "records/claim.py", "from cattrs.gen import override", STRUCTURING_DOOR),
    Fault("click below the command line", "formats/concise.py", "import click", CLICK_DOOR),
    Fault("Jinja2 beside the door", "site/views/frame.py", "from jinja2.filters import do_striptags", TEMPLATE_DOOR),
    Fault("markdown-it beside the door", "site/pages.py", "import markdown_it", MARKDOWN_DOOR),
    Fault("markup below the site", "records/text.py", "from markupsafe import Markup", MARKUP_DOOR),
    Fault("rules that know the site", "rules/workflow.py", "import claimtrack.site.wording.words", FLOORS),
    Fault("the site through the wall to checking", "site/render.py", "import claimtrack.checking", FLOORS),
    Fault("another program", "dates.py", "import subprocess", NO_PROGRAMS),
]


def verdicts(folder: Path) -> dict[str, str]:
    """Return KEPT or BROKEN for every contract, by its name, for the package in the folder's ``src``."""
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache", "--no-logo"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src"), "NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    found = dict(re.findall(r"^(.+) (KEPT|BROKEN)(?: .*)?$", done.stdout, flags=re.MULTILINE))
    assert found, done.stdout + done.stderr
    assert (done.returncode == 0) == ("BROKEN" not in found.values()), done.stdout + done.stderr
    return found


def test_the_contracts_hold(repository: Path) -> None:
    assert set(verdicts(repository).values()) == {"KEPT"}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.what)
def test_a_planted_fault_is_caught(fault: Fault, repository: Path, tmp_path: Path) -> None:
    shutil.copytree(repository / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(repository / "pyproject.toml", tmp_path)
    module = tmp_path / "src" / "claimtrack" / fault.module
    before = module.read_text("utf-8") if module.exists() else ""
    module.write_text(f"{before}\n{fault.line}\n", "utf-8")

    assert verdicts(tmp_path)[fault.contract] == "BROKEN"


def test_every_family_of_rules_is_under_contract(repository: Path) -> None:
    settings = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))
    (contract,) = [one for one in settings["tool"]["importlinter"]["contracts"] if one["name"] == FAMILIES]
    families = [
        f"claimtrack.rules.{path.stem}"
        for path in sorted((repository / "src" / "claimtrack" / "rules").glob("*.py"))
        if re.search(r"^@(part_|history_)?rule\b", path.read_text("utf-8"), flags=re.MULTILINE)
    ]
    assert contract["modules"] == families


def test_the_table_in_architecture_md_shows_the_floors_as_they_are(repository: Path) -> None:
    settings = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))
    (contract,) = [one for one in settings["tool"]["importlinter"]["contracts"] if one["name"] == FLOORS]
    floors = [sorted(re.split(r" [|:] ", layer)) for layer in reversed(contract["layers"]) if layer != "__main__"]

    table: dict[int, list[str]] = defaultdict(list)
    for number, rooms in re.findall(
        r"^\| (\d+) \| ([^|]+(?:\\\|[^|]+)*) \|", (repository / "ARCHITECTURE.md").read_text("utf-8"), flags=re.MULTILINE
    ):
        table[int(number)] += re.findall(r"`(\w+)/?`", rooms)

    assert [sorted(rooms) for _, rooms in sorted(table.items())] == floors
