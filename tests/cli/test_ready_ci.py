"""``init --ci``: files for the CI of forges that really do what they say, and give strangers nothing."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import Distribution
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest
import yaml

from claimtrack.cli.installed_from import _source, installed_from
from claimtrack.cli.program import commands
from claimtrack.moves.ready_ci import PLACEHOLDER, ready_files

if TYPE_CHECKING:
    from tests.cli.conftest import Call
    from tests.conftest import ScriptedGit

GITHUB = ready_files("github", "claimtrack==1.0")
ALL = {**GITHUB, **ready_files("gitlab", "claimtrack==1.0")}


@pytest.fixture(autouse=True)
def source(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody knows where claimtrack came from, as in a checkout."""
    monkeypatch.setattr("claimtrack.cli.init_command.installed_from", lambda: None)


def test_files_are_written_once_and_never_over_anything(desk: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    call("init")
    ended = call("init", "--ci", "github")
    assert (ended.code, ended.out.split("\n")) == (
        0,
        ["wrote .github/workflows/check.yaml", "wrote .github/workflows/publish.yaml", ""],
    )
    assert ended.err == f"next: put where you got claimtrack from in place of {PLACEHOLDER} there\n"
    (desk / ".github/workflows/check.yaml").write_text("ours", "utf-8")
    (desk / ".github/workflows/publish.yaml").unlink()
    monkeypatch.setattr("claimtrack.cli.init_command.installed_from", lambda: "claimtrack==1.0")
    ended = call("init", "--ci", "github")
    assert ended.out.split("\n") == ["wrote .github/workflows/publish.yaml", "left .github/workflows/check.yaml as it is", ""]
    assert (ended.err, (desk / ".github/workflows/check.yaml").read_text("utf-8")) == ("", "ours")
    assert yaml.safe_load((desk / ".github/workflows/publish.yaml").read_text("utf-8"))["env"] == {"CLAIMTRACK": "claimtrack==1.0"}


def test_a_new_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call) -> None:
    monkeypatch.chdir(tmp_path)
    assert "wrote .gitlab-ci.yml\n" in call("init", "--ci", "gitlab").out
    assert f'CLAIMTRACK: "{PLACEHOLDER}"' in (tmp_path / ".gitlab-ci.yml").read_text("utf-8")


def test_a_desk_below_the_top_of_its_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call, new_repository: Callable[[Path], ScriptedGit]
) -> None:
    new_repository(tmp_path)
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    ended = call("init", "--ci", "github")
    assert ended.code == 2
    assert ended.err == (
        "claimtrack: the desk lies in desk/ of its repository, and a forge reads its files for CI at the top only; "
        "write them there by hand, with that folder as the one to work in\n"
    )
    assert not (tmp_path / ".github").exists()


@pytest.mark.parametrize(
    ("noted", "expected"),
    [
        (None, "claimtrack==0.9"),
        ({"url": "https://git.example/claimtrack", "vcs_info": {"vcs": "git", "commit_id": "ab12"}}, "git+https://git.example/claimtrack@ab12"),
        ({"url": "https://user:secret@git.example/claimtrack", "vcs_info": {"vcs": "git", "commit_id": "ab12"}}, None),
        ({"url": 'https://git.example/"; evil', "vcs_info": {"vcs": "git", "commit_id": "ab12"}}, None),
        ({"url": "file:///home/ines/claimtrack", "dir_info": {"editable": True}}, None),
        ({"url": "https://git.example/claimtrack", "vcs_info": {"commit_id": "a;b"}}, None),
        (["odd"], None),
    ],
)  # fmt: skip
def test_where_claimtrack_came_from(noted: object, expected: str | None) -> None:
    class Installed(Distribution):
        version = "0.9"

        def read_text(self, filename: str) -> str | None:
            return {"direct_url.json": None if noted is None else json.dumps(noted), "INSTALLER": "pip"}.get(filename)

        def locate_file(self, path: object) -> Any:  # noqa: ANN401  (as the standard library has it)
            raise AssertionError(path)

    assert _source(Installed()) == expected
    assert installed_from() is None or "@" in str(installed_from()) or "==" in str(installed_from())


def workflows() -> Iterator[tuple[str, dict[Any, Any]]]:
    for file, text in GITHUB.items():
        yield file, yaml.safe_load(text)


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    for file, workflow in workflows():
        for name, job in workflow["jobs"].items():
            for step in job["steps"]:
                yield f"{file}, {name}", step


def test_what_strangers_propose_may_only_read() -> None:
    for file, workflow in workflows():
        triggers = workflow[True]  # YAML takes `on` for yes
        assert "pull_request_target" not in triggers, file
        assert "workflow_run" not in triggers, file
        assert workflow["permissions"] == {}, file
        for name, job in workflow["jobs"].items():
            runs_what_was_proposed = any(
                "checkout" in step.get("uses", "") or re.search(r"(?m)^\s*(python|claimtrack) ", step.get("run", ""))
                for step in job["steps"]
            )
            assert not runs_what_was_proposed or job["permissions"] == {"contents": "read"}, (file, name)
            assert job["timeout-minutes"] <= 15, (file, name)
    for place, step in steps():
        assert "${{" not in step.get("run", ""), place  # what strangers write gets into no script
        assert step.get("with", {}).get("persist-credentials", False) is False, place
        if "actions/checkout@" in step.get("uses", ""):
            assert step["with"] == {"fetch-depth": 0, "persist-credentials": False}, place


def test_every_command_in_them_is_one() -> None:
    found = [shown for text in ALL.values() for shown in re.findall(r"claimtrack ((?:check|diff|build)\b[^>|\n#;]*)", _code(text))]
    assert len(found) >= 10
    for shown in found:
        name, *arguments = re.sub(r'"\$@"|"\$\w+"', "x", shown).split()
        with click.Context(commands, info_name="claimtrack") as context:
            command = commands.get_command(context, name)
            assert command is not None
            command.make_context(name, [one for one in arguments if one != "&&"], parent=context)


def _code(text: str) -> str:
    return "\n".join(re.sub(r"(^|\s)# .*", "", line) for line in text.split("\n"))


@pytest.fixture
def in_ci(
    desk: Path, example: Path, new_repository: Callable[[Path], ScriptedGit], tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., Any]:
    """Run a script as CI does, in a repository whose branch changes something published, with `claimtrack` on the path."""
    if shutil.which("bash") is None:
        pytest.skip("there is no bash, which CI runs scripts with")
    git = new_repository(desk)
    (desk / ".gitignore").write_text("snapshots/\n", "utf-8")
    git.commit("Main")
    base = git("rev-parse", "HEAD")
    git("checkout", "-q", "-b", "work")
    example.write_text(example.read_text("utf-8").replace("aspect: fact", "aspect: facts"), "utf-8")
    git.commit("Work")
    tools = tmp_path_factory.mktemp("tools")
    shim = tools / "claimtrack"
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimtrack "$@"\n', "utf-8")
    shim.chmod(shim.stat().st_mode | stat.S_IXUSR)
    summary = tools / "summary.md"

    def run(script: str, **settings: str) -> subprocess.CompletedProcess[str]:
        src = Path(__file__).parents[2] / "src"
        given = {"BASE": base, "GITHUB_STEP_SUMMARY": str(summary), "PYTHONPATH": str(src), "SOURCE_DATE_EPOCH": "1772366400", **settings}
        environment = {**os.environ, **given, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"}
        return subprocess.run(["bash", "-e", "-c", script], cwd=desk, env=environment, capture_output=True, encoding="utf-8", check=False)  # noqa: S607

    return run


def _script(file: str, called: str) -> str:
    (found,) = [step["run"] for place, step in steps() if place.startswith(file) and step.get("name") == called]
    return str(found)


CHECK = ".github/workflows/check.yaml"


def test_the_steps_of_a_check_do_what_they_are_called(in_ci: Callable[..., Any], desk: Path) -> None:
    checked = in_ci(_script(CHECK, "Check the records, and what changed in them"))
    assert checked.returncode == 1
    assert checked.stdout.startswith("::error file=claims/town/example.yaml,line=")
    new_branch = in_ci(_script(CHECK, "Check the records, and what changed in them"), BASE="0" * 40)
    assert (new_branch.returncode, new_branch.stderr) == (1, checked.stderr)
    assert in_ci(_script(CHECK, "Say on the page of this run what was found")).returncode == 0
    assert in_ci(_script(CHECK, "Say what changed")).returncode == 0
    changes = (desk / "changes" / "changes.md").read_text("utf-8")
    assert "cannot be read, so what changed in it is not told" in changes


def test_the_steps_of_gitlab_do_what_they_are_called(in_ci: Callable[..., Any], desk: Path) -> None:
    jobs = yaml.safe_load(ALL[".gitlab-ci.yml"])
    done = in_ci("\n".join(jobs["check"]["script"]), CI_COMMIT_BEFORE_SHA="0" * 40)
    assert done.returncode == 1
    (issue,) = json.loads((desk / "findings.json").read_text("utf-8"))
    assert (issue["severity"], issue["location"]["path"]) == ("major", "claims/town/example.yaml")
    assert in_ci("\n".join(jobs["changes"]["script"]), CI_MERGE_REQUEST_DIFF_BASE_SHA="main").returncode == 0
    assert in_ci("\n".join(jobs["preview"]["script"])).returncode == 0
    assert (desk / "preview" / "index.html").is_file()


def _ask(tool: str, *arguments: str | Path) -> str:
    """Run a checker of other people's, and return what it says."""
    found = shutil.which(tool)
    if found is None:
        pytest.skip(f"there is no {tool}, which `pip install {tool}` gets")
    done = subprocess.run([found, *map(str, arguments)], capture_output=True, encoding="utf-8", check=False)
    return done.stdout + done.stderr


@pytest.fixture
def written(tmp_path: Path) -> Path:
    for file, text in ALL.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.external
def test_the_schemas_of_the_forges_take_them(written: Path) -> None:
    github = [written / file for file in GITHUB]
    assert "ok" in _ask("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *github)
    gitlab = written / ".gitlab-ci.yml"
    options = ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"]
    assert "ok" in _ask("check-jsonschema", *options, gitlab)


@pytest.mark.external
def test_an_auditor_of_workflows_finds_nothing_but_versions_that_can_move(written: Path) -> None:
    said = _ask("zizmor", "--offline", "--no-progress", "--persona", "auditor", "--format", "json", written)
    found = json.loads(said[said.index("[") : said.rindex("]") + 1])
    assert {one["ident"] for one in found} == {"unpinned-uses"}
