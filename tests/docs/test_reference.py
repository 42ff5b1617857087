"""The docs say what there is: the reference pages are the code's own words, nothing is left out, and every link leads somewhere."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import runpy
from collections.abc import Iterator
from pathlib import Path

import attrs
import click
import pytest

import claimtrack
from claimtrack import records
from claimtrack.cli.program import COMMANDS, commands
from claimtrack.records.claim import Relation
from claimtrack.records.fields import key_of, written_fields
from claimtrack.records.quantity import parse_number
from claimtrack.rules.registry import KINDS

FENCED = re.compile(r"^(```|~~~).*?^\1$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!\\)\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^()\s]+)\)")


@pytest.fixture(scope="module")
def docs(repository: Path) -> str:
    """Everything that people read, in one text."""
    return "\n".join(page.read_text("utf-8") for page in sorted((repository / "docs").rglob("*.md")))


def pages_of(repository: Path) -> list[Path]:
    """Return the pages of the repository; what a run left behind is none."""
    folders = [repository, *(repository / name for name in ("docs", "examples", "claims", "templates"))]
    return sorted({page for folder in folders for page in (folder.glob("*.md") if folder == repository else folder.rglob("*.md"))})


def test_the_reference_pages_are_what_the_code_says(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(repository / "docs")
    made = runpy.run_path(str(repository / "docs" / "make_reference.py"))["pages"]()
    for name, text in made.items():
        there = (repository / "docs" / "reference" / name).read_text("utf-8")
        assert there == text, f"docs/reference/{name} is out of date: run `python docs/make_reference.py`"


def each_command(before: str, group: click.Group) -> Iterator[tuple[str, click.Command]]:
    """Yield every command by all of its words, those that stand under one word in place of that word."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from each_command(f"{before}{name} ", command)
        else:
            yield f"{before}{name}", command


def test_every_command_option_and_public_name_is_found_in_the_docs(docs: str) -> None:
    assert len(COMMANDS) > 10
    for name, command in each_command("", commands):
        assert f"claimtrack {name}" in docs
        for option in (one for one in command.params if isinstance(one, click.Option)):
            assert all(re.search(rf"{re.escape(flag)}\b", docs) for flag in option.opts), f"{name} {option.opts}"
    assert [name for name in claimtrack.__all__ if name != "__version__" and f"## {name}\n" not in docs] == []


def test_every_field_of_a_record_is_found_in_the_docs(repository: Path) -> None:
    page = (repository / "docs" / "reference" / "records.md").read_text("utf-8")
    rooms = [importlib.import_module(f"claimtrack.records.{module.name}") for module in pkgutil.iter_modules(records.__path__)]
    classes = {one for room in rooms for one in vars(room).values() if isinstance(one, type) and attrs.has(one) and one is not Relation}
    fields = {key_of(attribute) for one in classes for attribute in written_fields(one) if attribute.metadata}
    assert len(fields) > 100
    assert [field for field in sorted(fields) if f"\n| `{field}`" not in page] == []


def test_every_finding_is_found_in_the_docs_with_what_to_do(docs: str) -> None:
    assert [kind.code for kind in KINDS if f"## {kind.code}\n\n**{kind.name}**" not in docs or kind.remedy not in docs] == []


def test_every_environment_variable_is_found_in_the_docs(docs: str, repository: Path) -> None:
    sources = "\n".join(module.read_text("utf-8") for module in (repository / "src").rglob("*.py"))
    variables = set(re.findall(r"os\.environ(?:\.get\(|\[)\"(\w+)\"", sources))
    assert variables
    assert [one for one in sorted(variables) if f"`{one}`" not in docs] == []


def test_every_bound_is_found_in_the_docs_with_its_number(repository: Path) -> None:
    page = (repository / "docs" / "explanation" / "reading.md").read_text("utf-8")
    rows = re.findall(r"^\|[^|]+\| ([\d,]+)[^|]*\| `(\w+)\.py`: `(\w+)` \|$", page, re.MULTILINE)
    assert len(rows) > 8
    for number, module, name in rows:
        (path,) = (repository / "src" / "claimtrack").rglob(f"{module}.py")
        assert int(number.replace(",", "")) in constants(path, name), f"{name} of {path.name}"


def test_a_number_has_as_many_digits_as_the_docs_say() -> None:
    most = "9" * 40
    assert str(parse_number(f"{most}.{most}")) == f"{most}.{most}"
    for one_more in (f"{most}9", f"1.{most}9"):
        with pytest.raises(ValueError, match="a number has digits"):
            parse_number(one_more)


def constants(module: Path, name: str) -> set[int]:
    """Return the numbers that a constant of a module holds: one, or those of the values that it is made of."""
    for node in ast.parse(module.read_text("utf-8")).body:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        if any(isinstance(target, ast.Name) and target.id == name for target in targets) and node.value is not None:  # type: ignore[attr-defined]  # it has targets
            return set(numbers(node.value))  # type: ignore[attr-defined]  # it has targets
    pytest.fail(f"{module.name} has no {name}")


def numbers(node: ast.expr) -> Iterator[int]:
    if isinstance(node, ast.BinOp):
        yield int(eval(compile(ast.Expression(node), "bound", "eval"), {}))  # noqa: S307  (arithmetic of our own source)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield node.value
    elif isinstance(node, ast.Call):
        for keyword in node.keywords:
            yield from numbers(keyword.value)


def anchors(page: Path) -> set[str]:
    """Return the anchors that a forge gives to the headings of a page."""
    found: dict[str, int] = {}
    named: set[str] = set()
    for heading in re.findall(r"^#{1,6} (.+)$", FENCED.sub("", page.read_text("utf-8")), re.MULTILINE):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
        anchor = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        named.add(f"{anchor}-{found[anchor]}" if anchor in found else anchor)
        found[anchor] = found.get(anchor, 0) + 1
    return named


def broken_links(page: Path) -> Iterator[str]:
    """Yield the links of a page to files and headings of this repository that are not there."""
    for target in LINK.findall(re.sub(r"`[^`\n]*`", "", FENCED.sub("", page.read_text("utf-8")))):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        there = (page.parent / file).resolve() if file else page
        if not there.exists() or (anchor and anchor not in anchors(there)):
            yield target


def test_every_link_between_pages_leads_somewhere(repository: Path) -> None:
    pages = pages_of(repository)
    assert repository / "docs" / "README.md" in pages
    assert {str(page.relative_to(repository)): found for page in pages if (found := list(broken_links(page)))} == {}


def test_a_link_that_leads_nowhere_is_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# One\n\n[a](#one) [b](#two) [c](page.md#one) [d](gone.md) [e](https://example.org/#x)\n\n```\n[f](no.md)\n```\n", "utf-8"
    )
    assert list(broken_links(page)) == ["#two", "gone.md"]


def test_every_page_can_be_reached_from_the_index(repository: Path) -> None:
    index = (repository / "docs" / "README.md").read_text("utf-8")
    pages = {page.relative_to(repository / "docs").as_posix() for page in (repository / "docs").rglob("*.md")} - {"README.md"}
    assert pages
    assert [page for page in sorted(pages) if f"]({page})" not in index] == []
