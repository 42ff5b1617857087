"""The rules of the house that no linter knows: small modules, short functions, and what nothing below the command line may touch."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

MODULE_LINES = 300
FUNCTION_LINES = 60
WORD_OF_WHY = re.compile(r"^\s*# Long because \S+")

# The clock, the environment, chance, the working folder, the terminal: all of it is passed in from the command line.
AMBIENT = {
    "print", "input", "exit", "quit", "sys.exit", "sys.stdout", "sys.stderr", "sys.argv",
    "os._exit", "os.environ", "os.environb", "os.getenv", "os.getcwd", "os.chdir", "os.umask", "os.cpu_count",
    "pathlib.Path.cwd", "pathlib.Path.home", "os.path.expanduser",
    "datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today",
    "time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.monotonic", "time.perf_counter", "time.sleep",
    "random", "secrets", "uuid", "locale", "logging", "getpass", "socket.gethostname", "platform",
}  # fmt: skip
ABOVE = ("cli", "__main__")

# claimtrack goes to no network and starts no other program.
OUTSIDE = {
    "socket", "ssl", "asyncio", "urllib.request", "urllib.robotparser", "http", "ftplib", "smtplib", "imaplib", "poplib", "xmlrpc",
    "socketserver", "webbrowser", "subprocess", "multiprocessing", "os.system", "os.popen", "os.execv", "os.spawnv", "os.fork", "pty",
    "ctypes", "pickle", "shelve", "marshal", "code", "eval", "exec",
}  # fmt: skip

# The one place that asks the system itself, since Python has no name for exchanging two folders in one step; and the door of git, which
# hands on the environment without what another call of git has left in it.
ALLOWED = {"src/claimtrack/site/swap.py": {"ctypes"}, "src/claimtrack/git/asking.py": {"subprocess", "os.environ"}}

BUILT_IN = frozenset(dir(builtins))

# What switches a check off or puts work off, and the rest of the line, which has to say why. Put together from pieces so that the
# linter does not take this line for one.
SWITCH = re.compile(r"#\s*(" + "no" + r"qa: [A-Z0-9, ]+\b|no" + r"qa\b(?!:)|type:\s*ignore(?:\[[\w, -]+\])?|TODO|FIXME|XXX)(.*)$")

NAMES_OF_NOTHING = {"util", "utils", "common", "helper", "helpers", "misc", "manager", "managers", "base", "core", "stuff", "tools"}


@dataclass(frozen=True)
class Use:
    """A name that a module reaches for, by its full dotted name, and the line."""

    name: str
    line: int


def modules(folder: Path) -> list[Path]:
    found = sorted((folder / "src" / "claimtrack").rglob("*.py"))
    assert found
    return found


def imported_names(tree: ast.Module) -> dict[str, str]:
    """Return what the names that a module imports stand for: ``{"dt": "datetime", "now": "datetime.datetime.now"}``."""
    names: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for one in node.names:
                names[one.asname or one.name.partition(".")[0]] = one.name if one.asname else one.name.partition(".")[0]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            for one in node.names:
                names[one.asname or one.name] = f"{node.module}.{one.name}"
    return names


def uses(source: str) -> Iterator[Use]:
    """Yield every import of a module, every use of something imported, and every use of a built-in function."""
    tree = ast.parse(source)
    names = imported_names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (Use(one.name, node.lineno) for one in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from (Use(f"{node.module}.{one.name}", node.lineno) for one in node.names)
        elif isinstance(node, ast.Attribute | ast.Name) and isinstance(node.ctx, ast.Load):
            first, _, rest = ast.unparse(node).partition(".")
            if first in names or first in BUILT_IN:
                yield Use(".".join(filter(None, [names.get(first, first), rest])), node.lineno)


def reaches(use: Use, forbidden: set[str]) -> bool:
    return any(use.name == name or use.name.startswith(f"{name}.") for name in forbidden)


def long_functions(source: str) -> list[str]:
    """Return the functions over the bound that carry no word of why, neither right above nor inside."""
    lines = source.splitlines()
    too_long = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
            length = (node.end_lineno or first) - first + 1
            if length > FUNCTION_LINES and not any(map(WORD_OF_WHY.match, lines[max(first - 2, 0) : node.end_lineno])):
                too_long.append(f"{node.name}: {length} lines")
    return too_long


def test_no_module_is_long_without_a_word_of_why(repository: Path) -> None:
    lines = {path: path.read_text("utf-8").splitlines() for path in modules(repository)}
    assert [
        f"{path.relative_to(repository)}: {len(text)} lines"
        for path, text in lines.items()
        if len(text) > MODULE_LINES and not any(re.match(r"# Long because \S+", line) for line in text)
    ] == []


def test_no_function_is_long_without_a_word_of_why(repository: Path) -> None:
    assert [
        f"{path.relative_to(repository)}: {one}" for path in modules(repository) for one in long_functions(path.read_text("utf-8"))
    ] == []


def test_modules_are_named_after_things_of_the_field(repository: Path) -> None:
    assert [str(path.relative_to(repository)) for path in modules(repository) if NAMES_OF_NOTHING & {path.stem, path.parent.name}] == []


def test_nothing_below_the_command_line_prints_exits_or_reads_clock_and_environment(repository: Path) -> None:
    package = repository / "src" / "claimtrack"
    assert [
        f"{path.relative_to(repository)}:{use.line}: {use.name}"
        for path in modules(repository)
        if path.relative_to(package).with_suffix("").parts[0] not in ABOVE
        for use in uses(path.read_text("utf-8"))
        if reaches(use, AMBIENT - ALLOWED.get(path.relative_to(repository).as_posix(), set()))
    ] == []


def test_nothing_goes_to_the_network_or_starts_a_program(repository: Path) -> None:
    assert [
        f"{path.relative_to(repository)}:{use.line}: {use.name}"
        for path in modules(repository)
        for use in uses(path.read_text("utf-8"))
        if reaches(use, OUTSIDE - ALLOWED.get(path.relative_to(repository).as_posix(), set()))
    ] == []


def switched_off(source: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that switch a check off, or leave work for later, without a reason; one reason does for all below it."""
    explained = set()
    for number, line in enumerate(source.splitlines(), start=1):
        for what, reason in SWITCH.findall(line):
            if reason.strip(" #()"):
                explained.add(what)
            elif what not in explained:
                yield number, what


def test_no_module_holds_a_note_for_later_or_switches_a_check_off_without_a_reason(repository: Path) -> None:
    assert [
        f"{path.relative_to(repository)}:{number}: {what}"
        for path in modules(repository)
        for number, what in switched_off(path.read_text("utf-8"))
    ] == []


@pytest.mark.parametrize(
    ("source", "caught"),
    [
        ("print('x')", {"print"}),
        ("import sys\nsys.exit(1)", {"sys.exit"}),
        ("from sys import exit as leave\nleave()", {"sys.exit"}),
        ("import datetime as dt\ndt.datetime.now(dt.UTC)", {"datetime.datetime.now"}),
        ("from datetime import date\ndate.today()", {"datetime.date.today"}),
        ("import os\nfolder = os.environ['HOME']", {"os.environ"}),
        ("from os import environ", {"os.environ"}),
        ("from pathlib import Path\nPath.cwd()", {"pathlib.Path.cwd"}),
        ("import random", {"random"}),
        ("from datetime import datetime\ndatetime.fromisoformat(text)\nself.print()\nfor platform in (): platform.x", set()),
    ],
)  # fmt: skip
def test_the_scan_for_clock_and_environment_sees(source: str, caught: set[str]) -> None:
    assert {use.name for use in uses(source) if reaches(use, AMBIENT)} == caught


@pytest.mark.parametrize(
    ("source", "caught"),
    [
        ("import subprocess", {"subprocess"}),
        ("import urllib.request", {"urllib.request"}),
        ("from urllib import request\nrequest.urlopen('x')", {"urllib.request", "urllib.request.urlopen"}),
        ("from urllib.parse import urlsplit\nimport os\nos.replace('a', 'b')", set()),
        ("import os\nos.system('true')", {"os.system"}),
        ("eval('1')", {"eval"}),
    ],
)
def test_the_scan_for_the_outside_sees(source: str, caught: set[str]) -> None:
    assert {use.name for use in uses(source) if reaches(use, OUTSIDE)} == caught


def test_the_scan_for_long_functions_sees_them_and_their_word_of_why() -> None:
    body = "\n".join("    x = 1" for _ in range(FUNCTION_LINES))
    assert long_functions(f"def f():\n{body}\n") == ["f: 61 lines"]
    assert long_functions(f"# Long because a table is read best in one piece.\ndef f():\n{body}\n") == []
    assert long_functions(f"def f():\n    # Long because\n{body}\n") == ["f: 62 lines"]


def test_the_scan_for_switched_off_checks_wants_one_reason_for_each() -> None:
    source = """
one = 1  # no!qa: S101
two = 2  # no!qa: S101  (it is only asked)
three = 3  # no!qa: S101
four = 4  # type: ignore[arg-type]
five = 5  # TODO
""".replace("!", "")
    assert list(switched_off(source)) == [(2, "noqa: S101"), (5, "type: ignore[arg-type]"), (6, "TODO")]
