"""Writes the pages of ``docs/reference/`` from the code: ``python docs/make_reference.py``; a test compares them with what lies there."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
import exports_page
import record_page
import unit_page
from record_page import plain

import claimtrack
from claimtrack import exchange
from claimtrack.cli import exits
from claimtrack.cli.program import commands
from claimtrack.exchange.jsonl_schema import jsonl_schema
from claimtrack.findings import Kind
from claimtrack.moves.building import Built
from claimtrack.records.presets import WORKFLOWS
from claimtrack.records.workflow import DEMANDS
from claimtrack.rules.registry import KINDS
from claimtrack.site.render import built_in_templates
from claimtrack.standards import CLAUSES, CLAUSES_OF_DEMANDS
from claimtrack.tables.rows import COLUMNS

HERE = Path(__file__).parent / "reference"
GENERATED = "<!-- Made from the code by docs/make_reference.py; edit the docstrings there. -->\n"

WORKFLOW = """\
# The workflow: what each status demands

`claimtrack check` says what a claim lacks for the status that it is in. What the next status would still want, it does not say; `claimtrack
show ID` does. A claim may begin in any status, and one honest entry in `history` is enough. A desk may write out
[a workflow of its own](../how-to/own-scale-and-workflow.md).

The status is not the verdict, and neither says whether readers see the claim:
[three axes](../explanation/records.md#three-axes-never-mixed).
"""

FINDINGS = f"""\
# Findings

What `claimtrack check` can say. Codes are public and are never used again for something else. `claimtrack explain CODE` prints the same
text. An error makes the exit code 1; a warning or a note (info) does not, unless `--fail-on` says so. Findings of a standard other than
`core` are only looked for where the desk has adopted it (`standards` in `desk.yaml`); those with findings of their own are
{" and ".join(sorted({kind.standard for kind in KINDS} - {"core"}))}.

`claimtrack check --fix` mends what needs no decision:
{", ".join(f"[{kind.code}](#{kind.code.lower()})" for kind in KINDS if kind.fix)}.
[What it does and what not](../how-to/mend-slips.md).

The examples are parts of one invented desk: fields that replace those of a complete claim. A line such as `--- desk.yaml` begins fields of
another file; `# here` marks the line that the finding is about.
"""

COMMANDS_BEGIN = """\
# Commands

`claimtrack` works on the desk of the folder that you are in, or of the nearest folder above it that has `claims/desk.yaml` or `desk.yaml`.
There is no configuration file beside the desk record. Nothing opens a connection.
"""

ENVIRONMENT: Mapping[str, str] = {
    "NO_COLOR": "When set, no colours are used.",
    "FORCE_COLOR": "When set, colours are used even where no terminal reads the output; `--color` and `NO_COLOR` win over it.",
    "TERM": "With the value `dumb`, no colours are used.",
    "SOURCE_DATE_EPOCH": "The day to compare dates with, in seconds since 1970, where there is no `--now`; without both, today in UTC.",
    "CLAIMTRACK_LANGUAGE": "The language of findings, `en` or `de`; `--language` wins over it.",
    "CLAIMTRACK_DEBUG": "When set, a failure shows where in the program it happened.",
}

PYTHON = """\
# From Python

The names that `import claimtrack` gives. They are covered by the version number; everything else in the package may change at any time.
Each is loaded when it is first used, so that the import itself costs nothing. [How to use them](../how-to/use-from-python.md).
"""

RECORDS = ("Claim", "Evidence", "Source", "Article", "Desk", "Quantity")
"""Public names whose fields stand on the page about records."""


TEMPLATES = """\
# The templates

The built-in templates and their blocks, in the order in which they come. [How to change them](../how-to/own-templates.md). A template that
extends another one has the blocks of that one too. Names may change while the version begins with 0.

| template | what it makes | blocks |
|---|---|---|"""


def main() -> None:
    """Write all reference pages."""
    HERE.mkdir(exist_ok=True)
    for name, text in pages().items():
        (HERE / name).write_text(text, encoding="utf-8", newline="\n")


def pages() -> dict[str, str]:
    """Return the reference pages by file name."""
    made = {
        "records.md": record_page.page,
        "units.md": unit_page.page,
        "exports.md": exports_page.page,
        "workflow.md": _workflow,
        "findings.md": _findings,
        "commands.md": _commands,
        "python.md": _python,
        "templates.md": _templates,
    }
    texts = {name: "\n".join([GENERATED, *make()]).rstrip() + "\n" for name, make in made.items()}
    return {**texts, "jsonl.schema.json": json.dumps(jsonl_schema(), indent=1, ensure_ascii=False) + "\n"}


def _workflow() -> Iterator[str]:
    yield WORKFLOW
    for flow in WORKFLOWS.values():
        yield f"## `{flow.id}`\n"
        yield "| status | readers of a preview see | may be followed by | moved here by people who may |\n|---|---|---|---|"
        for status in flow.statuses:
            label = f"{status.label.by_language['en']} / {status.label.by_language['de']}"
            moves = ", ".join(f"`{move}`" for move in status.moves)
            yield f"| `{status.id}` | {label} | {moves} | {status.who} |"
        yield f"\nPublished claims are corrected in `{flow.correcting}`.\n"
        for status in flow.statuses:
            begin = "Moving a claim here is the approval of a second person. It demands:" if status.approves else "Demands:"
            yield f"### {status.id}\n\n{begin}\n"
            yield from (f"- {DEMANDS[demand]}" for demand in status.demands)
            yield ""
    yield "## Demands by name\n\nThese are the words under `demands` of a workflow of your own.\n\n| demand | what it asks for |\n|---|---|"
    for demand, meaning in DEMANDS.items():
        yield f"| `{demand}` | {meaning} |"
    yield "\n## Whose clauses demands stand for\n"
    for demand, clauses in CLAUSES_OF_DEMANDS.items():
        yield f"- `{demand}`"
        yield from (f"  - {CLAUSES[clause]}" for clause in clauses)


def _findings() -> Iterator[str]:
    yield FINDINGS
    yield "| code | name | severity | standard | what is wrong |\n|---|---|---|---|---|"
    for kind in KINDS:
        yield f"| [{kind.code}](#{kind.code.lower()}) | {kind.name} | {kind.severity.value} | {kind.standard} | {_cell(kind.title)} |"
    yield ""
    for kind in KINDS:
        yield from _kind(kind)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _kind(kind: Kind) -> Iterator[str]:
    yield f"## {kind.code}\n"
    yield f"**{kind.name}**, {kind.severity.value}. {kind.title}\n"
    yield kind.reason + "\n"
    yield f"*What to do:* {kind.remedy}\n"
    if kind.fix:
        yield f"*What `claimtrack check --fix` does:* {kind.fix}\n"
    if kind.clauses:
        yield "*Stands for:*\n"
        yield from (f"- {CLAUSES[clause]}" for clause in kind.clauses)
        yield ""
    for called, example in (("Found here", kind.bad), ("Mended", kind.good)):
        if example:
            yield f"{called}:\n\n```yaml\n{example}\n```\n"


def _commands() -> Iterator[str]:
    yield COMMANDS_BEGIN
    program = click.Context(commands, info_name="claimtrack")
    for name, command in _each_command(program, "", commands):
        yield f"## claimtrack {name}\n\n```text\n{_usage(name, command)}\n```\n\n{_plain_help(command)}\n"
        yield "| option | what it does |\n|---|---|"
        yield from (_option(one) for one in command.params if isinstance(one, click.Option))
        yield "| `-h`, `--help` | Show the same as text. |\n"
    yield "`claimtrack --version` shows the version, `claimtrack --help` lists the commands.\n"
    yield "## Exit codes\n\n| code | meaning |\n|---|---|"
    for _, number, meaning in re.findall(r"^(\w+) = (\d+)\n\"\"\"(.*?)\"\"\"", inspect.getsource(exits), re.MULTILINE | re.DOTALL):
        yield f"| `{number}` | {' '.join(meaning.split())} |"
    yield "\n## Environment variables\n\n| variable | what it does |\n|---|---|"
    for variable, meaning in ENVIRONMENT.items():
        yield f"| `{variable}` | {meaning} |"


def _each_command(context: click.Context, before: str, group: click.Group) -> Iterator[tuple[str, click.Command]]:
    """Yield every command by all of its words, those that stand under one word in place of that word."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from _each_command(context, f"{before}{name} ", command)
        elif command is not None:
            yield f"{before}{name}", command


def _usage(name: str, command: click.Command) -> str:
    words = [f"claimtrack {name} [OPTIONS]"]
    for one in command.params:
        if isinstance(one, click.Argument):
            called = (one.metavar or str(one.name)).upper() + ("..." if one.nargs < 0 else "")
            words.append(called if one.required else f"[{called}]")
    return " ".join(words)


def _plain_help(command: click.Command) -> str:
    return inspect.cleandoc(command.help or "")


def _option(option: click.Option) -> str:
    choices = "\\|".join(option.type.choices) if isinstance(option.type, click.Choice) else ""
    takes = "" if option.is_flag else " " + (choices or option.metavar or "TEXT")
    text = re.sub(r"\s*\[default: .*\]", "", option.help or "")
    repeated = isinstance(option.default, list | tuple)
    default = ", ".join(option.default) if repeated else option.default  # type: ignore[arg-type]  # just been asked
    if isinstance(default, str) and default:
        text += f" Without it: `{default}`."
    return f"| {', '.join(f'`{one}{takes}`' for one in option.opts)} | {text} |"


def _python() -> Iterator[str]:
    yield PYTHON
    for name in claimtrack.__all__:
        public = getattr(claimtrack, name)
        if name in RECORDS:
            yield f"## {name}\n\n{plain(public.__doc__).splitlines()[0]} Its fields: [{name}](records.md#{name.lower()}).\n"
        elif isinstance(public, str):
            yield f"## {name}\n\nThe version of claimtrack, as a text.\n"
        elif isinstance(public, type):
            yield f"## {name}\n\n{_described(public)}\n"
            yield from _members(public)
        else:
            yield f"## {name}\n\n```python\n{_signature(name, public)}\n```\n\n{_described(public)}\n"
        if name == "build":
            yield f"### Built\n\n{_described(Built)}\n"
        if name == "Project":
            yield from _tables()
        if name == "export":
            yield from _needed_by_formats()


def _tables() -> Iterator[str]:
    """Yield the columns of the tables that ``Project.to_records`` returns."""
    for name, columns in COLUMNS.items():
        yield f"### The table {name}\n\n| column | what stands in it |\n|---|---|"
        yield from (f"| `{column.name}` | {_cell(column.about)} |" for column in columns)
        yield ""


def _needed_by_formats() -> Iterator[str]:
    """Yield what a package needs that adds a format."""
    yield "[The formats](exports.md). The following is what a package needs [that adds one](../how-to/add-a-format.md).\n"
    for name in exchange.__all__:
        needed = getattr(exchange, name)
        yield f"### exchange.{name}\n\n{_described(needed)}\n"
        yield from _members(needed)


def _members(public: type) -> Iterator[str]:
    """Yield what a class offers beside its fields: its public methods and properties, in the order of the source."""
    for name, member in vars(public).items():
        if name.startswith("_") or not (inspect.isfunction(member) or isinstance(member, property | classmethod)):
            continue
        if isinstance(member, property):
            yield f"### {public.__name__}.{name}\n\n{_described(member)}\n"
        else:
            function = getattr(public, name)
            yield f"### {public.__name__}.{name}\n\n```python\n{_signature(name, function)}\n```\n\n{_described(function)}\n"


def _signature(name: str, function: object) -> str:
    assert callable(function)  # noqa: S101  (whatever is public and neither class nor text)
    signature = inspect.signature(function)
    taken = [one for one in signature.parameters.values() if one.name != "self"]
    return re.sub(r"(: |-> )'([^']*)'", r"\1\2", f"{name}{signature.replace(parameters=taken)}")  # annotations are texts there


def _described(public: object) -> str:
    """Return a docstring as Markdown: its sections as bold words, and what they list as lists."""
    lines: list[str] = []
    for line in plain(inspect.getdoc(public)).splitlines():
        if re.fullmatch(r"(Arguments|Attributes|Returns|Raises):", line):
            lines.append(f"**{line.rstrip(':')}**\n")
        elif listed := re.fullmatch(r"    (\w+): (.*)", line):
            lines.append(f"- `{listed[1]}`: {listed[2]}")
        elif line.startswith(">>>"):
            lines += ["```python", line]
        else:
            lines.append(f"  {line.strip()}" if line.startswith("        ") else line.removeprefix("    "))
        if lines[-2:-1] and lines[-2].startswith(">>>"):
            lines.append("```")
    return "\n".join(lines)


def _templates() -> Iterator[str]:
    yield TEMPLATES
    for template in sorted(built_in_templates().glob("*.html")):
        text = template.read_text("utf-8")
        comment = re.match(r"\{#\s*(.*?)\s*#\}", text, re.DOTALL)
        said = " ".join(comment[1].split()).partition(" Blocks")[0] if comment else ""
        extends = re.search(r"\{% extends \"([\w.]+)\" %\}", text)
        blocks = [f"`{name}`" for name in re.findall(r"\{% block (\w+) %\}", text)]
        yield f"| `{template.name}`{f', extends `{extends[1]}`' if extends else ''} | {said} | {', '.join(blocks)} |"


if __name__ == "__main__":
    main()
