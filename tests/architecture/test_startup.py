"""What is loaded when: a program that answers before the hand has left the keyboard does not load what it does not use.

Times differ from machine to machine; what is loaded does not.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

RUN = """
import json, sys
from claimtrack.__main__ import main
try:
    main()
except SystemExit as end:
    code = end.code
print("\\n" + json.dumps([code, sorted(sys.modules)]))
"""

# Slow to load, and of no use to somebody who checks records.
NEVER_FOR_A_CHECK = {
    "jinja2", "markupsafe", "ruamel", "markdown_it", "rich", "pygments",
    "importlib.metadata", "asyncio", "email", "http", "socket", "ssl", "subprocess", "multiprocessing", "unittest", "xml",
    "doctest", "pdb", "sqlite3", "tomllib",
}  # fmt: skip


def loaded(repository: Path, program: str, *arguments: str) -> set[str]:
    """Return the modules that a program has loaded at its end, and make sure that it ended well."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=repository,
        env={**os.environ, "PYTHONPATH": str(repository / "src")},
        stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    code, modules = json.loads(done.stdout.splitlines()[-1])
    assert code in (0, None), done.stdout + done.stderr
    return set(modules)


@pytest.fixture(scope="module")
def bare(repository: Path) -> set[str]:
    """What Python itself has loaded before anything was asked of it, in this environment."""
    return loaded(repository, "import json, sys; print(json.dumps([0, sorted(sys.modules)]))")


def packages(modules: set[str]) -> set[str]:
    """Return the packages outside the standard library, without what a compiled one (libyaml's) or an environment brings along."""
    names = {name.partition(".")[0] for name in modules} - set(sys.stdlib_module_names)
    return {name for name in names if not re.match(r"__main__|_virtualenv|_distutils_hack|_?cython", name)}


def test_importing_claimtrack_loads_nothing_else(repository: Path, bare: set[str]) -> None:
    modules = loaded(repository, "import json, sys, claimtrack; print(json.dumps([0, sorted(sys.modules)]))")
    assert packages(modules - bare) == {"claimtrack"}
    assert {name for name in modules if name.startswith("claimtrack")} == {"claimtrack"}


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (["--version"], {"claimtrack", "click"}),
        (["--help"], {"claimtrack", "click"}),
        (["check", "claims"], {"claimtrack", "click", "attr", "attrs", "cattrs", "typing_extensions", "yaml", "_yaml"}),
    ],
    ids=["version", "help", "check"],
)  # fmt: skip
def test_a_command_loads_only_what_it_needs(repository: Path, bare: set[str], arguments: list[str], allowed: set[str]) -> None:
    modules = loaded(repository, RUN, *arguments) - bare
    assert packages(modules) <= allowed
    assert {name for name in modules if any(f"{name}.".startswith(f"{slow}.") for slow in NEVER_FOR_A_CHECK)} == set()


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]], ids=["version", "help"])
def test_saying_what_there_is_loads_no_room_but_the_command_line(repository: Path, arguments: list[str]) -> None:
    modules = loaded(repository, RUN, *arguments)
    rooms = {name.split(".")[1] for name in modules if name.startswith("claimtrack.")}
    assert rooms <= {"__main__", "cli", "errors"}
    assert not any(name.endswith("_command") for name in modules)


# Written to the error stream, since findings are what is written to the other.
WHICH_FORMATS = """
import sys
opened = []
sys.addaudithook(lambda event, arguments: event == "open" and str(arguments[0]).endswith(".mo") and opened.append(arguments[0]))
from claimtrack.__main__ import main
try:
    main()
except SystemExit:
    pass
formats = sorted(name.rpartition(".")[2] for name in sys.modules if name.startswith("claimtrack.formats."))
print("\\n", [formats, len(opened)], file=sys.stderr)
"""
FOR_ALL = ["languages", "report", "summary", "terminal", "writing"]


@pytest.mark.parametrize(
    ("arguments", "formats", "catalogues"),
    [
        (["--output-format", "concise"], ["concise"], 0),
        (["--output-format", "full"], ["full"], 0),
        (["--output-format", "github"], ["github"], 0),
        (["--output-format", "concise", "--statistics"], ["statistics"], 0),
        (["--output-format", "concise", "--language", "de"], ["concise"], 1),
    ],
)
def test_a_check_loads_the_format_and_the_language_that_were_asked_for_and_no_others(
    repository: Path, arguments: list[str], formats: list[str], catalogues: int
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WHICH_FORMATS, "check", "claims", *arguments],
        cwd=repository,
        env={**os.environ, "PYTHONPATH": str(repository / "src")},
        stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines()[-1].strip() == str([sorted([*FOR_ALL, *formats]), catalogues])
