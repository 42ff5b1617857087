"""The README keeps its word: two commands, each one line, and examples that work as printed."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

import claimtrack


@pytest.fixture(scope="module")
def readme(repository: Path) -> str:
    return (repository / "README.md").read_text("utf-8")


def block(readme: str, language: str, containing: str) -> str:
    """Return the one code block in a language that contains a text."""
    (found,) = [text for text in re.findall(rf"```{language}\n(.*?)```", readme, flags=re.DOTALL) if containing in text]
    return str(found)


@pytest.mark.parametrize("mark", ["check and build", "test"])
def test_each_command_is_one_line_that_needs_no_activated_environment(mark: str, readme: str) -> None:
    (command,) = re.findall(rf"<!-- command: {mark} -->\n```sh\n(.+)\n```\n", readme)
    steps = command.split(" && ")
    assert steps[0] == "python3 -m venv .venv"
    assert all(step.startswith(".venv/bin/") for step in steps[1:])


def test_the_commands_for_windows_take_the_same_steps(readme: str) -> None:
    commands = re.findall(r"<!-- command: .* -->\n```sh\n(.+)\n```\n", readme)
    for_windows = block(readme, "bat", "py -m venv").splitlines()
    assert for_windows == [
        command.replace("python3", "py").replace(".venv/bin/", ".venv\\Scripts\\").replace("'", '"') for command in commands
    ]


def test_whatever_the_readme_points_to_is_there(readme: str, repository: Path) -> None:
    targets = [target for target in re.findall(r"\]\(([^)]+)\)", readme) if not target.startswith("https://")]
    assert targets
    assert [target for target in targets if not (repository / target).exists()] == []


def test_it_needs_the_python_that_the_package_asks_for(readme: str, repository: Path) -> None:
    asked = re.search(r'requires-python = ">=(.+)"', (repository / "pyproject.toml").read_text("utf-8"))
    assert asked
    assert f"Python {asked[1]} or newer" in readme
    assert sys.version_info >= tuple(map(int, asked[1].split(".")))


def test_the_lines_of_python_run_as_printed(
    readme: str, repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository)
    exec(compile(block(readme, "python", "claimtrack.load"), "README.md", "exec"), {})  # noqa: S102  what the README tells people to run
    assert capsys.readouterr().out.count("\n") > 1


def test_the_claim_that_is_shown_is_one_that_the_validator_accepts(readme: str, invented_desk: Path, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    shutil.copytree(invented_desk, desk)
    path = desk / "claims" / "readme-example" / "doubled-accidents.yaml"
    path.parent.mkdir()
    path.write_text(block(readme, "yaml", "status: researching"), "utf-8")

    _, findings = claimtrack.load(desk)

    assert [one for one in findings if "readme-example" in one.file] == []
