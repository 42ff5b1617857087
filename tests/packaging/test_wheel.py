"""What is handed out: the wheel holds the package with its templates, and works in an empty environment away from the checkout."""

from __future__ import annotations

import email
import os
import subprocess
import sys
import venv
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

import pytest

import claimtrack


def build(source: Path, out: Path, *what: str) -> list[Path]:
    """Run the build backend that is installed, without the network."""
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", *what, "--outdir", str(out), str(source)],
        check=True, capture_output=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return sorted(out.iterdir())


@pytest.fixture(scope="session")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory, missing_tool: Callable[[str], NoReturn]) -> Path:
    """The wheel, built from the source distribution, as an installer would without the repository."""
    if not (find_spec("build") and find_spec("hatchling")):
        missing_tool("the tools that build a wheel are not installed (extra `dev`)")
    wheels = [path for path in build(repository, tmp_path_factory.mktemp("dist")) if path.suffix == ".whl"]
    assert [path.name for path in wheels] == [f"claimtrack-{claimtrack.__version__}-py3-none-any.whl"]
    return wheels[0]


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in sorted(archive.namelist())}


def test_the_wheel_holds_the_package_its_templates_and_nothing_else(wheel: Path, repository: Path) -> None:
    files = contents(wheel)
    package = {f"claimtrack/{path.relative_to(repository / 'src' / 'claimtrack').as_posix()}"
               for path in (repository / "src" / "claimtrack").rglob("*")
               if path.is_file() and "__pycache__" not in path.parts}  # fmt: skip
    templates = {f"claimtrack/templates/{path.relative_to(repository / 'templates').as_posix()}"
                 for path in (repository / "templates").rglob("*") if path.is_file()}  # fmt: skip
    info = f"claimtrack-{claimtrack.__version__}.dist-info"
    assert templates
    assert {"claimtrack/py.typed", "claimtrack/locale/de/LC_MESSAGES/claimtrack.mo"} <= package
    assert set(files) == package | templates | {
        f"{info}/METADATA", f"{info}/RECORD", f"{info}/WHEEL", f"{info}/entry_points.txt", f"{info}/licenses/LICENSE",
    }  # fmt: skip


def test_the_metadata_say_version_and_licence_once(wheel: Path) -> None:
    metadata = email.message_from_bytes(contents(wheel)[f"claimtrack-{claimtrack.__version__}.dist-info/METADATA"])
    assert [metadata.get_all(name) for name in ("Version", "License-Expression", "Requires-Python")] == [
        [claimtrack.__version__], ["Apache-2.0"], [">=3.11"],
    ]  # fmt: skip


def test_the_source_distribution_gives_the_same_wheel_as_the_checkout(wheel: Path, repository: Path, tmp_path: Path) -> None:
    (straight,) = build(repository, tmp_path, "--wheel")
    assert contents(straight) == contents(wheel)


@dataclass(frozen=True)
class Environment:
    """A virtual environment with the wheel in it and nothing else but what the wheel asks for."""

    scripts: Path
    home: Path

    def run(self, program: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Run one of its programs in a folder far from the checkout, with nothing pointing back."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "CLAIMTRACK"))}
        return subprocess.run(
            [str(self.scripts / program), *map(str, arguments)],
            cwd=self.home, env=clean, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip


@pytest.fixture(scope="session")
def empty_environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory, missing_tool: Callable[[str], NoReturn]) -> Environment:
    home = tmp_path_factory.mktemp("elsewhere")
    venv.create(home / "venv", with_pip=True)
    environment = Environment(home / "venv" / ("Scripts" if os.name == "nt" else "bin"), home)
    installed = environment.run("python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel)
    if installed.returncode:
        missing_tool(f"the wheel's dependencies could not be installed: {installed.stderr.strip().splitlines()[-1:]}")
    return environment


def test_the_wheel_works_in_an_empty_environment(empty_environment: Environment) -> None:
    version = empty_environment.run("claimtrack", "--version")
    assert (version.returncode, version.stderr) == (0, "")
    assert claimtrack.__version__ in version.stdout

    for arguments in (["init", "my-desk"], ["check", "my-desk"], ["build", "my-desk", "--preview", "-o", "out"]):
        done = empty_environment.run("claimtrack", *arguments)
        assert done.returncode == 0, f"{arguments}\n{done.stdout}{done.stderr}"
    assert (empty_environment.home / "out" / "index.html").is_file()

    german = empty_environment.run("claimtrack", "check", "my-desk", "--language", "de")
    assert (german.returncode, german.stderr) == (0, "1 Aussage, 0 Fehler, 0 Warnungen, 0 Hinweise\n")

    where = empty_environment.run("python", "-c", "import claimtrack; print(claimtrack.__file__)")
    assert Path(where.stdout.strip()).is_relative_to(empty_environment.home)
