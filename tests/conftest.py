"""What tests of every room may need: the repository, material from elsewhere, the program itself, tools that may be missing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

import attrs
import jsonschema
import pytest
import yaml
from hypothesis import settings

from claimtrack.loading import load
from claimtrack.schemas.of_records import schemas

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


@attrs.define
class ScriptedGit:
    """Makes commits in a repository, with real git and nothing of the settings of this machine; the same ones in every run.

    Attributes:
        folder: the working tree.
        settings: further variables of the environment.
    """

    folder: Path
    settings: dict[str, str] = attrs.Factory(dict)
    _made: int = 0

    def __call__(self, *arguments: str) -> str:
        """Run git and return what it says; fail where it fails."""
        done = subprocess.run(
            ["git", "-C", str(self.folder), *arguments],  # noqa: S607  (which git there is, the user decides)
            env={**os.environ, **ISOLATED_GIT, "GIT_CONFIG_COUNT": "0", **self.settings},
            stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", errors="surrogateescape", check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"git {' '.join(arguments)}\n{done.stdout}{done.stderr}"
        return done.stdout.removesuffix("\n")

    def commit(self, message: str = "Work", *, by: str = "Ines <ines@desk.example>", through: str = "") -> str:
        """Commit everything that there is, and return the id.

        Arguments:
            message: the message; may have lines such as ``Co-authored-by: …`` at its end.
            by: who wrote it.
            through: who committed it, where that is somebody else.
        """
        name, _, mail = by.removesuffix(">").partition(" <")
        committer, _, committer_mail = (through or by).removesuffix(">").partition(" <")
        self._made += 1
        date = f"2026-03-{1 + self._made // 24:02}T{self._made % 24:02}:00:00+00:00"
        identity = {
            "GIT_AUTHOR_NAME": name, "GIT_AUTHOR_EMAIL": mail, "GIT_AUTHOR_DATE": date,
            "GIT_COMMITTER_NAME": committer, "GIT_COMMITTER_EMAIL": committer_mail, "GIT_COMMITTER_DATE": date,
        }  # fmt: skip
        self("add", "--all")
        outside, self.settings = self.settings, {**self.settings, **identity}
        try:
            self("commit", "--quiet", "--allow-empty", "--no-verify", "-m", message)
        finally:
            self.settings = outside
        return self("rev-parse", "HEAD")


ISOLATED_GIT = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CEILING_DIRECTORIES": tempfile.gettempdir()}
"""What keeps the settings of this machine, and a repository that its folder for temporary files lies in, out of a test."""


@pytest.fixture
def new_repository(monkeypatch: pytest.MonkeyPatch) -> Callable[..., ScriptedGit]:
    """Make a repository in a folder, which need not be there yet, and give what makes commits in it; options are those of ``git init``."""
    for name, value in ISOLATED_GIT.items():
        monkeypatch.setenv(name, value)

    def new(folder: Path, *options: str) -> ScriptedGit:
        folder.mkdir(parents=True, exist_ok=True)
        git = ScriptedGit(folder)
        git("init", "--quiet", "--initial-branch=main", *options)
        return git

    return new


DESKS = {"claims": REPOSITORY / "claims", **{path.name: path for path in sorted((REPOSITORY / "examples").iterdir()) if path.is_dir()}}
"""The desks that this repository ships: the first data set, and the invented ones."""

SITES = [f"{desk}, {edition}" for desk in DESKS for edition in ("public", "preview")]


@pytest.fixture(scope="session")
def sites(run_claimtrack: Run, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The sites that this repository builds, finished, by desk and edition; they are only looked at."""
    folder = tmp_path_factory.mktemp("sites")
    built = {name: folder / name.replace(", ", "-") for name in SITES}
    for name, out in built.items():
        desk, edition = name.split(", ")
        options = ["--preview"] if edition == "preview" else []
        done = run_claimtrack("build", DESKS[desk], "-o", out, "--now", "2026-11-24", *options, cwd=folder)
        assert done.returncode == 0, f"{name}\n{done.stdout}{done.stderr}"
    return built


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest, sites: Mapping[str, Path]) -> Path:
    """Each finished site in turn."""
    return sites[request.param]


@pytest.fixture(params=[name for name in SITES if name.endswith("preview")])
def preview(request: pytest.FixtureRequest, sites: Mapping[str, Path]) -> Path:
    """Each finished preview in turn."""
    return sites[request.param]


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """Where the checkers from npm lie: CLAIMTRACK_BROWSER_TOOLS, or the user's cache; ``.ci/run`` puts them there."""
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(os.environ.get("CLAIMTRACK_BROWSER_TOOLS") or Path(cache) / "claimtrack-ci") / "node_modules"


_CORE: list[tuple[re.Pattern[str], Callable[[str], object]]] = [
    (re.compile(r"null|Null|NULL|~|"), lambda _: None),
    (re.compile(r"true|True|TRUE"), lambda _: True),
    (re.compile(r"false|False|FALSE"), lambda _: False),
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
]
"""The core schema of YAML 1.2, by which editors take plain scalars."""


def _as_an_editor_reads(node: yaml.Node | None) -> Any:  # noqa: ANN401  (whatever stands in a file)
    """Return what a node is to an editor."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _as_an_editor_reads(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_as_an_editor_reads(one) for one in node.value]
    if isinstance(node, yaml.ScalarNode) and not node.style:
        return next((read(node.value) for form, read in _CORE if form.fullmatch(node.value)), node.value)
    return node.value if node else None


SchemaFaults = Callable[[Path], Iterator[str]]


@pytest.fixture(scope="session")
def schema_faults() -> SchemaFaults:
    """Give what the schemas of a desk have against its records, as an editor reads them."""
    return _schema_faults


def _schema_faults(folder: Path) -> Iterator[str]:
    """Yield what the schemas of a desk have against its records."""
    by_kind = schemas(load(folder)[0])
    for file in sorted(folder.rglob("*.yaml")):
        kind = file.stem if file.stem in by_kind else "claim"
        values = _as_an_editor_reads(yaml.compose(file.read_text("utf-8"), Loader=yaml.CSafeLoader))
        yield from (
            f"{file.relative_to(folder)} {one.json_path}: {one.message}"
            for one in jsonschema.Draft7Validator(by_kind[kind]).iter_errors(values)
        )
