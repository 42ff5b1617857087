"""What tests of every room may need: the repository, material from elsewhere, the program itself, tools that may be missing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings

REPOSITORY = Path(__file__).resolve().parents[1]

# The same examples in every run: a test that fails only sometimes is worth nothing to somebody who has changed something else.
# No deadline: how fast the machine is says nothing about the program.
settings.register_profile("claimtrack", derandomize=True, deadline=None, database=None)
settings.load_profile("claimtrack")

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def repository() -> Path:
    """The checkout that these tests belong to."""
    return REPOSITORY


@pytest.fixture(scope="session")
def invented_desk() -> Path:
    """The desk of ``examples/``, where every field and every kind of page has a case; to be copied by whoever changes something."""
    return REPOSITORY / "examples" / "harbour-desk"


@pytest.fixture(scope="session")
def external_material() -> Path:
    """The folder with material that does not belong to this repository; a test that uses it is marked ``external``.

    It is ``shared`` beside the checkout, or what the variable CLAIMTRACK_EXTERNAL says.
    """
    folder = Path(os.environ.get("CLAIMTRACK_EXTERNAL", REPOSITORY.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("the external material is not at hand (CLAIMTRACK_EXTERNAL names its folder)")
    return folder


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Mark the tests that read external material, so that nobody can forget to."""
    for item in items:
        if "external_material" in getattr(item, "fixturenames", ()):
            item.add_marker("external")


@pytest.fixture(scope="session")
def missing_tool() -> Callable[[str], NoReturn]:
    """Say that a tool is missing: skips the test, or fails it where CLAIMTRACK_REQUIRE_TOOLS asks for all of them, as CI does."""

    def say(what: str) -> NoReturn:
        if os.environ.get("CLAIMTRACK_REQUIRE_TOOLS"):
            pytest.fail(f"{what}, and CLAIMTRACK_REQUIRE_TOOLS is set")
        pytest.skip(what)

    return say


@pytest.fixture(scope="session")
def run_claimtrack() -> Run:
    """Run ``python -m claimtrack`` as a process of its own and return what came of it; the output is read as UTF-8."""

    def run(
        *arguments: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None, timeout: float = 120
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "claimtrack", *map(str, arguments)],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(REPOSITORY / "src"), "PYTHONIOENCODING": "utf-8", **(env or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=timeout,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def sites(repository: Path, invented_desk: Path, run_claimtrack: Run, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The sites that this repository builds, finished, by what they are: they are only looked at."""
    folder = tmp_path_factory.mktemp("sites")
    orders = {
        "shipped claims, preview": ["claims", "--preview"],
        "shipped claims, public": ["claims"],
        "invented desk, preview": [invented_desk, "--preview"],
        "invented desk, public": [invented_desk],
    }
    built = {}
    for number, (name, order) in enumerate(orders.items()):
        built[name] = folder / str(number)
        done = run_claimtrack("build", *order, "-o", built[name], "--now", "2026-11-24", cwd=repository)
        assert done.returncode == 0, f"{name}\n{done.stdout}{done.stderr}"
    return built
