"""Writes the reference pages from the code: ``python docs/make_reference.py``; a test compares them with what lies in ``docs/``.

Three pages: the record format (from the classes of ``claimtrack.records``), the findings (from the rules), the commands (from click).
"""

from __future__ import annotations

import inspect
import re
import typing
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args, get_origin

import attrs
import click

from claimtrack.cli import exits
from claimtrack.cli.program import COMMANDS, commands
from claimtrack.findings import Kind
from claimtrack.records import arithmetic, article, claim, desk, evidence, passage, quantity, scale, source, speaker, workflow
from claimtrack.records import vocabulary as words
from claimtrack.records.fields import key_of, written_fields
from claimtrack.records.presets import SCALES, WORKFLOWS
from claimtrack.rules.registry import KINDS

HERE = Path(__file__).parent / "reference"
GENERATED = "<!-- Made from the code by docs/make_reference.py; edit the docstrings there. -->\n"

RECORDS: tuple[tuple[str, tuple[type, ...]], ...] = (
    (
        "The claim: `claims/<folder>/<id>.yaml`",
        (
            claim.Claim,
            claim.Appearance,
            claim.Link,
            claim.Letter,
            claim.Search,
            claim.Question,
            claim.Reasons,
            claim.Gap,
            claim.Verdict,
            claim.Legal,
            claim.Dispute,
            claim.Relation,
            claim.MediaReview,
            claim.Correction,
            claim.Was,
            claim.Retraction,
            claim.HistoryEntry,
            claim.Disclosure,
            passage.Quote,
            speaker.Speaker,
            speaker.NoClaimant,
            quantity.Quantity,
        ),
    ),
    ("Evidence", (evidence.Evidence, evidence.Computed)),
    ("Sources: `sources.yaml`, each under its id", (source.Source, source.Archive)),
    (
        "The article: `claims/<folder>/article.yaml`",
        (
            article.Article,
            article.Rewrites,
            article.ArticleText,
            article.Wanted,
            article.ForAllClaims,
            article.Problem,
            article.NotChecked,
        ),
    ),
    (
        "The desk: `claims/desk.yaml`",
        (
            desk.Desk,
            desk.Publisher,
            desk.Pages,
            desk.Forge,
            desk.Licences,
            desk.Person,
            desk.Origin,
            desk.Limits,
            scale.Scale,
            scale.Rating,
            workflow.Workflow,
            workflow.Status,
        ),
    ),
)

SCALARS: Mapping[str, str] = {
    "str": "text",
    "bool": "yes or no",
    "int": "whole number",
    "Decimal": "number",
    "date": "day, `2026-02-09`",
    "datetime": "time with zone",
    "PartialDate": "date, `2025`, `2025-02`, `2025-02-24`, each with `~` for about",
    "Share": "share, `40 %`",
    "Tolerance": "tolerance, `10 %` or `2 pp`",
    "Months": "span, `12 months`",
    "Stretch": "position, `4244-4285`",
    "MediaStretch": "media time, `1:02:40-1:02:58`",
    "Text": "text for readers",
    "OwnVoice": "`article`",
}


def main() -> None:
    """Write all reference pages."""
    HERE.mkdir(exist_ok=True)
    for name, text in pages().items():
        (HERE / name).write_text(text, encoding="utf-8", newline="\n")


def pages() -> dict[str, str]:
    """Return the reference pages by file name."""
    return {
        "records.md": "\n".join(_records()),
        "findings.md": "\n".join(_findings()),
        "commands.md": "\n".join(_commands()),
        "workflow.md": "\n".join(_workflow()),
    }


def _records() -> Iterator[str]:
    yield GENERATED
    yield "# The record format\n"
    yield (
        "Every scalar is text until the field it stands in reads it: `language: no`, `title: 1984`, `at: 12:30` need no quotes. "
        "**Text for readers** is a text in the desk's first language, or a mapping by language (`{de: …, en: …}`). "
        "A field that has an asterisk must be there; all others are left out until a status demands them. "
        "A name in the column *from* is the public standard that has the same name for the same thing.\n"
    )
    for title, records in RECORDS:
        yield f"## {title}\n"
        for record in records:
            yield from _record(record)
    yield from _vocabulary()


def _record(record: type) -> Iterator[str]:
    yield f"### {_spaced(record.__name__)}\n"
    yield inspect.cleandoc(record.__doc__ or "") + "\n"
    yield "| field | value | meaning | from |\n|---|---|---|---|"
    for attribute in written_fields(attrs.resolve_types(record)):
        needed = "*" if attribute.default is attrs.NOTHING else ""
        meaning = attribute.metadata["doc"]
        if attribute.metadata["unit"]:
            meaning += f" *{attribute.metadata['unit']}*"
        default = _default(attribute.default)
        if default:
            meaning += f" Default: {default}."
        yield f"| `{key_of(attribute)}`{needed} | {_type(attribute.type)} | {meaning} | {attribute.metadata['name_from']} |"
    yield ""


def _default(default: object) -> str:
    if default in (None, (), False, True, attrs.NOTHING) or isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # a class here
        return ""
    return f"`{default.percent} %`" if isinstance(default, quantity.Share) else f"`{default}`"


def _type(hint: Any) -> str:  # noqa: ANN401  (a type annotation can be anything)
    if get_origin(hint) is tuple:
        return f"list of {_type(get_args(hint)[0])}"
    if get_origin(hint) is Mapping:
        return f"by id: {_type(get_args(hint)[1])}" if get_args(hint)[1] is not Any else "anything"
    if get_origin(hint) is typing.Literal:
        return ", ".join(f"`{word}`" for word in get_args(hint))
    if args := [one for one in get_args(hint) if one is not type(None)]:
        return " or ".join(_type(one) for one in args)
    name = getattr(hint, "__name__", str(hint))
    if name in SCALARS:
        return SCALARS[name]
    return f"[{_spaced(name)}](#{_spaced(name).lower().replace(' ', '-')})"


def _spaced(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)


def _vocabulary() -> Iterator[str]:
    yield "## Words\n"
    yield "The closed lists of words, with what they mean.\n"
    meanings = re.findall(r"^(\w+) = Literal\[.*?\]\n\"\"\"(.*?)\"\"\"", inspect.getsource(words), re.M | re.S)
    for name, meaning in meanings:
        listed = ", ".join(f"`{word}`" for word in get_args(getattr(words, name)))
        yield f"- **{_spaced(name).lower()}**: {listed}. {' '.join(meaning.split()).replace('``', '`')}"
    yield "\n## Calculations\n"
    yield inspect.cleandoc(arithmetic.__doc__ or "").split("\n\n", 1)[1].replace("``", "`") + "\n"
    yield "## Scales that a desk can take by name\n"
    for one in SCALES.values():
        yield f"- `{one.id}`: " + ", ".join(f"`{rating.id}`" + (f" {rating.number}" if rating.number else "") for rating in one.ratings)
    yield ""


def _findings() -> Iterator[str]:
    yield GENERATED
    yield "# Findings\n"
    yield "What `claimtrack check` can say. Codes are public and never used again for something else; `claimtrack explain CODE` prints the same.\n"
    yield "| code | name | severity | standard |\n|---|---|---|---|"
    for kind in KINDS:
        yield f"| [{kind.code}](#{kind.code.lower()}) | {kind.name} | {kind.severity.value} | {kind.standard} |"
    yield ""
    for kind in KINDS:
        yield from _kind(kind)


def _kind(kind: Kind) -> Iterator[str]:
    yield f"## {kind.code}\n"
    yield f"**{kind.name}**, {kind.severity.value}. {kind.title}\n"
    yield kind.reason + "\n"
    yield f"*What to do:* {kind.remedy}\n"
    if kind.clause:
        yield f"*Stands for:* {kind.clause}\n"
    for called, example in (("Found", kind.bad), ("Mended", kind.good)):
        if example:
            yield f"{called}:\n\n```yaml\n{example}\n```\n"


def _commands() -> Iterator[str]:
    yield GENERATED
    yield "# Commands\n"
    for name in COMMANDS:
        context = click.Context(commands, info_name="claimtrack", max_content_width=100, terminal_width=100)
        command = commands.get_command(context, name)
        assert command is not None  # noqa: S101  (the name comes from the list of commands)
        with click.Context(command, parent=context, info_name=name, max_content_width=100, terminal_width=100) as own:
            yield f"## claimtrack {name}\n\n```text\n{command.get_help(own)}\n```\n"
    yield "## Exit codes\n"
    meanings = re.findall(r"^(\w+) = (\d+)\n\"\"\"(.*?)\"\"\"", inspect.getsource(exits), re.M | re.S)
    for _, number, meaning in meanings:
        yield f"- `{number}`: {' '.join(meaning.split())}"
    yield ""


def _workflow() -> Iterator[str]:
    yield GENERATED
    yield "# The workflow: what each status demands\n"
    yield "A claim may start in any status; one honest entry in `history` is enough. A desk may write out a workflow of its own.\n"
    for flow in WORKFLOWS.values():
        yield f"## `{flow.id}`\n"
        yield "| status | may be followed by | who | demands |\n|---|---|---|---|"
        for status in flow.statuses:
            moves = ", ".join(f"`{move}`" for move in status.moves)
            yield f"| `{status.id}` | {moves} | {status.who} | {', '.join(status.demands)} |"
        yield ""
    yield "## Demands\n"
    for demand, meaning in workflow.DEMANDS.items():
        yield f"- **{demand}**: {meaning}"
    yield ""


if __name__ == "__main__":
    main()
