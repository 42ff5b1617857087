"""What is different between two states of a desk: for people at a terminal, for a comment on a pull request, and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import attrs

from claimtrack.findings import Finding
from claimtrack.formats.altered import fields_of, items_of, lines_of
from claimtrack.formats.as_json import FORMAT_VERSION, as_text
from claimtrack.formats.full import Colour
from claimtrack.formats.languages import said, translator
from claimtrack.formats.markdown_text import plain, sentence
from claimtrack.formats.terminal import safe, safe_start
from claimtrack.history.alterations import Alteration
from claimtrack.history.differences import Difference
from claimtrack.phrases import Phrase, all_of, say

COMMENT = 60_000
"""How many characters of a comment on a pull request are used; forges take a little more."""


_OF_A_NEW_RECORD = frozenset({"status", "rating", "summary", "evidence", "published", "url"})
_OF_A_LOST_RECORD = frozenset({"status", "rating", "published"})
"""What is told of a record that is new or gone, by the field; whoever wants all of it reads the record."""


@attrs.frozen(kw_only=True)
class Told:
    """What is told about two states of a desk.

    Attributes:
        before: what the state before is called.
        after: what the state after is called; None for the files as they are.
        differences: the records that are different.
        findings: what the rules about history say of them.
        language: the language to speak.
        colour: whether to use colours of a terminal.
    """

    before: str
    after: str | None
    differences: tuple[Difference, ...]
    findings: tuple[Finding, ...]
    language: str
    colour: bool = False

    def say(self, words: str) -> str:
        """Return words in the language."""
        return said(words, translator(self.language))

    def findings_of(self, difference: Difference) -> list[Finding]:
        """Return what the rules say of a record; of a source, what they say of its file is said of the file only once, elsewhere."""
        return [] if difference.kind == "source" else [one for one in self.findings if one.file == difference.file]

    def rest(self) -> list[Finding]:
        """Return what the rules say of files that are told of nowhere else."""
        told = {one.file for one in self.differences if one.kind != "source"}
        return [one for one in self.findings if one.file not in told]


def write(told: Told) -> str:
    """Write for a terminal: a block for each record, with a line for what is short and three for what is long."""
    blocks = ["\n".join([_bold(told, safe_start(told.say(_heading(one)))), *_lines(told, one)]) for one in told.differences]
    if rest := told.rest():
        blocks.append("\n".join(_remark(told, one) for one in rest))
    return "\n\n".join([*blocks, safe(told.say(_summary(told)))])


def write_markdown(told: Told) -> str:
    """Write for a comment on a pull request: every text of a record as code, and no more than a comment holds."""
    translate = translator(told.language)
    text = [f"**{sentence(_summary(told), translate)}**"]
    room = COMMENT - len(text[0])
    for place, one in enumerate(told.differences):
        block = "\n".join([f"\n#### {sentence(_heading(one), translate)}\n", *_items(told, one)])
        room -= len(block)
        if room < 0:
            left = say("and {number} more records, for which a comment has no room", number=len(told.differences) - place)
            return "\n".join([*text, "", sentence(left, translate)])
        text.append(block)
    if rest := told.rest():
        text += ["", *(_remark_item(told, one) for one in rest)]
    return "\n".join(text)


def write_json(told: Told) -> str:
    """Write for programs."""
    records = [_fields(told, one) for one in told.differences]
    rest = [_finding(told, one) for one in told.rest()]
    head = {"format_version": FORMAT_VERSION, "language": told.language, "before": told.before, "after": told.after}
    return as_text({**head, "records": records, "findings": rest})


_OF_THE_DESK = {
    "changed": say("the desk"),
    "unreadable": say("the desk record cannot be read, so what changed in it is not told; `claimtrack check` says why"),
    "was unreadable": say("the desk record could not be read then, so what changed in it is not told"),
}


def _heading(one: Difference) -> Phrase:
    if one.kind == "desk":
        return _OF_THE_DESK[one.state]
    if one.kind == "source" and not one.id:
        now = say("the sources in {file} cannot be read, so what changed in them is not told", file=one.file)
        then = say("the sources in {file} could not be read then, so what changed in them is not told", file=one.file)
        return now if one.state == "unreadable" else then
    if one.state == "unreadable":
        return say("{file} cannot be read, so what changed in it is not told; `claimtrack check` says why", file=one.file)
    if one.state == "was unreadable":
        return say("{file} could not be read then, so what changed in it is not told", file=one.file)
    templates = {
        ("claim", "new"): say("new claim {id}: {title}", id=one.id, title=one.title),
        ("claim", "gone"): say("claim {id} is gone: {title}", id=one.id, title=one.title),
        ("claim", "changed"): say("claim {id}: {title}", id=one.id, title=one.title),
        ("article", "new"): say("new article {id}: {title}", id=one.id, title=one.title),
        ("article", "gone"): say("article {id} is gone: {title}", id=one.id, title=one.title),
        ("article", "changed"): say("article {id}: {title}", id=one.id, title=one.title),
        ("source", "new"): say("new source {id}: {title}", id=one.id, title=one.title),
        ("source", "gone"): say("source {id} is gone: {title}", id=one.id, title=one.title),
        ("source", "changed"): say("source {id}: {title}", id=one.id, title=one.title),
    }
    return templates[one.kind, one.state]


def _lines(told: Told, difference: Difference) -> Iterator[str]:
    translate = translator(told.language)
    for words in _before_all_else(difference):
        yield "  " + safe(said(words, translate))
    for line in lines_of(_told_of(difference), told.language, colour=told.colour, whole=difference.state != "changed"):
        yield f"  {line}"
    for finding in told.findings_of(difference):
        yield _remark(told, finding)


def _items(told: Told, difference: Difference) -> Iterator[str]:
    translate = translator(told.language)
    for words in _before_all_else(difference):
        yield "- " + sentence(words, translate)
    yield from items_of(_told_of(difference), told.language, whole=difference.state != "changed")
    for finding in told.findings_of(difference):
        yield _remark_item(told, finding)


def _before_all_else(difference: Difference) -> Iterator[Phrase]:
    """Yield what is told before what changed in a record: where it was before."""
    if difference.former_id is not None:
        yield say("was called {id}", id=difference.former_id)
    if difference.former_folder is not None:
        yield say("was in the folder {folder}", folder=difference.former_folder)


def _told_of(difference: Difference) -> Sequence[Alteration]:
    if difference.state == "changed":
        return difference.alterations
    wanted = _OF_A_NEW_RECORD if difference.state == "new" else _OF_A_LOST_RECORD
    if difference.kind != "claim":
        wanted -= {"published"}  # the heading has it
    return [one for one in difference.alterations if one.path[0] in wanted or (one.path[0] == "verdict" and one.path[1] in wanted)]


def _remark(told: Told, finding: Finding) -> str:
    return "  " + Colour.YELLOW.on(safe(f"! {told.say(finding.message)} ({finding.code})"), colour=told.colour)


def _remark_item(told: Told, finding: Finding) -> str:
    return f"- **{plain(told.say(say('attention')))}:** {sentence(finding.message, translator(told.language))} ({finding.code})"


def _summary(told: Told) -> Phrase:
    if not told.differences:
        since = say("nothing changed since {before}", before=told.before)
        between = say("nothing changed between {before} and {after}", before=told.before, after=told.after)
        return since if told.after is None else between
    counted = all_of([_count(kind, len(list(some))) for kind, some in groupby(told.differences, key=lambda one: one.kind)])
    if told.after is None:
        return say("changed since {before}: {counted}", counted=counted, before=told.before)
    return say("changed between {before} and {after}: {counted}", counted=counted, before=told.before, after=told.after)


def _count(kind: str, number: int) -> Phrase:
    one = {"claim": say("1 claim"), "article": say("1 article"), "source": say("1 source"), "desk": say("the desk")}
    several = {
        "claim": say("{number} claims", number=number),
        "article": say("{number} articles", number=number),
        "source": say("{number} sources", number=number),
    }
    return one[kind] if number == 1 else several[kind]


def _bold(told: Told, text: str) -> str:
    return Colour.BOLD.on(text, colour=told.colour)


def _fields(told: Told, one: Difference) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "id": one.id,
        "former_id": one.former_id,
        "former_folder": one.former_folder,
        "file": one.file,
        "state": one.state,
        "title": one.title,
        "changes": [fields_of(change, told.language) for change in one.alterations],
        "findings": [_finding(told, finding) for finding in told.findings_of(one)],
    }


def _finding(told: Told, finding: Finding) -> dict[str, Any]:
    return {"code": finding.code, "severity": finding.severity.value, "file": finding.file, "line": finding.span.line,
            "message": told.say(finding.message)}  # fmt: skip
