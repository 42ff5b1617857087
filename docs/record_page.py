"""The reference page about the record format, made from the classes of ``claimtrack.records``."""

from __future__ import annotations

import inspect
import re
import types
from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

import attrs

from claimtrack.records import arithmetic
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim, Relation
from claimtrack.records.desk import Desk
from claimtrack.records.evidence import Computed, Evidence
from claimtrack.records.fields import key_of, written_fields
from claimtrack.records.format import VALUES, classes_in, word_lists
from claimtrack.records.passage import Quote
from claimtrack.records.presets import SCALES
from claimtrack.records.quantity import Quantity, Share
from claimtrack.records.scale import Scale
from claimtrack.records.source import Source
from claimtrack.records.speaker import Speaker
from claimtrack.records.workflow import Workflow

INTRODUCTION = """\
# The record format

A desk keeps its records in one folder, `claims/`:

```text
claims/
  desk.yaml                 who publishes, by which rules
  sources.yaml              sources cited from several folders
  <folder>/
    article.yaml            the article; its id is the name of the folder
    sources.yaml            sources cited here
    <claim>.yaml            one claim; its id is the name of the file
```

A folder without `article.yaml` holds claims from speeches, posts and films. Ids are written in small letters a to z, digits and single
hyphens. The smallest desk has `desk.yaml` and one claim; the [tutorial](../tutorial.md) begins with them.

Complete records, all invented: [a claim](../../examples/harbour-desk/claims/ratssitzung-februar/lastenrad-unfaelle.yaml),
[its sources](../../examples/harbour-desk/claims/ratssitzung-februar/sources.yaml),
[its article](../../examples/harbour-desk/claims/ratssitzung-februar/article.yaml),
[its desk](../../examples/harbour-desk/claims/desk.yaml), and
[a desk with a scale and a workflow of its own](../../examples/school-desk/claims/desk.yaml).

In the tables, a field with an asterisk must be there where its record is. Everything else is left out until there is something to say, or
until [a status demands it](workflow.md). The column *from* names the public standard that has the same name for it.

## Values

Everything in a file is text until the field that it stands in reads it: `language: no` is Norwegian and `title: 1984` a title, both without
quotation marks. Quotation marks are needed around a text that begins with a sign of YAML's own (one of `[ ] { } , # & * ! | > ' " % @`, a
backtick, or `-`, `?`, `:` before a blank), and around a text with `: ` or ` #` in it. An empty value, `~` and `null` mean that the field is
absent.

| value | how it is written |
|---|---|"""

SECTIONS: Mapping[str, tuple[type, ...]] = {
    "The claim: `<folder>/<id>.yaml`": (Claim, Quote, Speaker, Quantity),
    "Evidence, in a claim": (Evidence, Computed),
    "Sources: `sources.yaml`, each under its id": (Source,),
    "The article: `<folder>/article.yaml`": (Article,),
    "The desk: `desk.yaml`": (Desk,),
    "A scale and a workflow of your own, in the desk": (Scale, Workflow),
}
"""The sections of the page about records, each with the records that it begins with; what is found in their fields follows them."""

CALCULATIONS = f"""\
`sum`, `difference` and `ratio` take a list of evidence ids. An `expression` has whole evidence ids (`inside-ukraine`), numbers, parentheses
and `+ - * /`, with a blank on both sides of a sign, which is what tells the minus from the hyphen of an id. It has at most
{arithmetic.MAX_LENGTH:,} characters. claimtrack reads it itself; nothing in a record is ever run as a program. The result is exact.
"""

SHORT: Mapping[type, str] = {
    Quote: "Short: a text is `exact` and nothing else.",
    Speaker: "Short, for `attributed_to`: a text is the `name`. A claimant is written out, or is `article`: the outlet in its own voice.",
    Source: "In a claim, `source` is the id of one that stands in a `sources.yaml`, or a source written out there.",
}


def page() -> Iterator[str]:
    """Yield the page, piece by piece."""
    yield INTRODUCTION
    for called, form in VALUES.values():
        yield f"| {called} | {form} |"
    yield ""
    first = {record for records in SECTIONS.values() for record in records}
    told: set[type] = set()
    for title, records in SECTIONS.items():
        yield f"## {title}\n"
        for record in (part for one in records for part in _with_parts(one, first - {one})):
            if record not in told:
                yield from _record(record)
            told.add(record)
    yield from _words()
    yield from _scales()


def _with_parts(record: type, elsewhere: set[type]) -> list[type]:
    """Return a record and, in the order of its fields, the records in it that have no section elsewhere."""
    parts = [record]
    for attribute in written_fields(attrs.resolve_types(record)):
        for inner in classes_in(attribute.type):
            if attrs.has(inner) and inner not in elsewhere and inner.__name__ not in VALUES and list(written_fields(inner)):
                parts += _with_parts(inner, elsewhere)
    return parts


def _record(record: type) -> Iterator[str]:
    yield f"### {_spaced(record.__name__)}\n"
    yield plain(record.__doc__) + "\n"
    if record is Relation:
        yield f"The kinds: {_type(attrs.fields(Relation).kind.type)}.\n"
        return
    if record in SHORT:
        yield SHORT[record] + "\n"
    yield "| field | value | meaning | from |\n|---|---|---|---|"
    for attribute in written_fields(record):
        needed = "*" if attribute.default is attrs.NOTHING else ""
        meaning = f"{_meaning(attribute)} {_default(attribute.default)}".strip()
        cells = (f"`{key_of(attribute)}`{needed}", _type(attribute.type), meaning, attribute.metadata["name_from"])
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
    yield ""


def _meaning(attribute: attrs.Attribute[Any]) -> str:
    meaning: str = attribute.metadata["doc"]
    unit = attribute.metadata["unit"]
    return f"{meaning.removesuffix('.')} ({unit})." if unit else meaning


def _default(default: object) -> str:
    if isinstance(default, Share):
        return f"Without it: `{default.percent} %`."
    return f"Without it: `{default}`." if isinstance(default, str | int) and not isinstance(default, bool) else ""


def _type(hint: Any) -> str:  # noqa: ANN401  (a type annotation can be anything)
    if get_origin(hint) is tuple:
        return f"list of {_type(get_args(hint)[0])}"
    if get_origin(hint) is Mapping:
        return "anything" if get_args(hint)[1] is Any else f"by id: {_type(get_args(hint)[1])}"
    if get_origin(hint) is Literal:
        return ", ".join(f"`{word}`" for word in get_args(hint))
    if args := [one for one in get_args(hint) if one is not types.NoneType]:
        return " or ".join(_type(one) for one in args)
    if hint.__name__ == "OwnVoice":
        return "`article`"
    return VALUES[hint.__name__][0] if hint.__name__ in VALUES else _link(hint)


def _link(record: type) -> str:
    name = _spaced(record.__name__)
    return f"[{name.lower()}](#{name.lower().replace(' ', '-')})"


def _spaced(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)


def plain(text: str | None) -> str:
    """Return the text of a docstring as Markdown."""
    text = re.sub(r":\w+:`~?(?:claimtrack\.)?([^`]+)`", r"`\1`", inspect.cleandoc(text or ""))
    return text.replace("``", "`")


def _words() -> Iterator[str]:
    yield "## Words\n\nThe closed lists of words, with what they mean.\n"
    for one in word_lists():
        listed = ", ".join(f"`{word}`" for word in one.words)
        yield f"- **{_spaced(one.name).lower()}**: {listed}. {plain(one.meaning)}"
    yield "\n## Calculations\n"
    yield CALCULATIONS


def _scales() -> Iterator[str]:
    yield "## Scales by name\n\nScales that a desk can take by name; the definitions stand beside every rating on the pages.\n"
    for scale in SCALES.values():
        yield f"### `{scale.id}`\n"
        yield "| rating | number | English | German |\n|---|---|---|---|"
        for rating in scale.ratings:
            english, german = (f"**{rating.label.by_language[one]}**: {rating.definition.by_language[one]}" for one in ("en", "de"))
            yield f"| `{rating.id}` | {rating.number or ''} | {english} | {german} |"
        yield ""
