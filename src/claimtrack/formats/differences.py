"""What is different between two states of a desk: for people at a terminal, for a comment on a pull request, and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

import attrs

from claimtrack.findings import Finding
from claimtrack.formats.as_json import FORMAT_VERSION, as_text
from claimtrack.formats.full import Colour
from claimtrack.formats.languages import said, translator
from claimtrack.formats.markdown_text import code, plain, sentence
from claimtrack.formats.terminal import safe
from claimtrack.history.alterations import Alteration
from claimtrack.history.differences import Difference
from claimtrack.phrases import Phrase, all_of, say

_SHORT = 60
"""Up to how many characters a value is put on one line with what it was."""
_AROUND = 5
"""How many words are shown before and behind what changed in a long text."""
_LONGEST = 1_000
COMMENT = 60_000
"""How many characters of a comment on a pull request are used; forges take a little more."""


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
    blocks = ["\n".join([_bold(told, safe(told.say(_heading(one)))), *_lines(told, one)]) for one in told.differences]
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
    records = [{**_fields(one), "findings": [_finding(told, finding) for finding in told.findings_of(one)]} for one in told.differences]
    rest = [_finding(told, one) for one in told.rest()]
    head = {"format_version": FORMAT_VERSION, "language": told.language, "before": told.before, "after": told.after}
    return as_text({**head, "records": records, "findings": rest})


def _heading(one: Difference) -> Phrase:
    if one.kind == "desk":
        return say("the desk")
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


def lines_of(alterations: Iterable[Alteration], language: str, *, colour: bool) -> Iterator[str]:
    """Yield what changed for a terminal: one line for what is short, else a line for what it is and one for each state."""
    translate = translator(language)
    for one in alterations:
        if _is_short(one):
            yield safe(said(_on_one_line(one), translate), _LONGEST)
            continue
        was, now = _what_differs(one)
        yield safe(said(_only_what(one), translate))
        if was:
            yield "  " + Colour.RED.on(safe(f"- {was}", _LONGEST), colour=colour)
        if now:
            yield "  " + Colour.GREEN.on(safe(f"+ {now}", _LONGEST), colour=colour)


def items_of(alterations: Iterable[Alteration], language: str) -> Iterator[str]:
    """Yield what changed as the items of a list in Markdown, every text of a record as code."""
    translate = translator(language)
    for one in alterations:
        if _is_short(one):
            yield "- " + sentence(_on_one_line(one), translate)
            continue
        was, now = _what_differs(one)
        yield "- " + sentence(_only_what(one), translate)
        if was:
            yield f"  - {plain(said(say('before'), translate))}: {code(safe(was, _LONGEST))}"
        if now:
            yield f"  - {plain(said(say('now'), translate))}: {code(safe(now, _LONGEST))}"


def fields_of(alteration: Alteration) -> dict[str, Any]:
    """Return what changed as the fields of a JSON object."""
    return {"path": list(alteration.path), "kind": alteration.kind, "what": str(alteration.what), "before": alteration.before,
            "after": alteration.after}  # fmt: skip


def _lines(told: Told, difference: Difference) -> Iterator[str]:
    if difference.former_id is not None:
        yield "  " + safe(told.say(say("was called {id}", id=difference.former_id)))
    for line in lines_of(_told_of(difference), told.language, colour=told.colour):
        yield f"  {line}"
    for finding in told.findings_of(difference):
        yield _remark(told, finding)


def _items(told: Told, difference: Difference) -> Iterator[str]:
    if difference.former_id is not None:
        yield "- " + sentence(say("was called {id}", id=difference.former_id), translator(told.language))
    yield from items_of(_told_of(difference), told.language)
    for finding in told.findings_of(difference):
        yield _remark_item(told, finding)


def _told_of(difference: Difference) -> Sequence[Alteration]:
    """Return what is worth telling: of a new or a lost record not every field, since whoever wants those reads the record."""
    if difference.state == "changed":
        return difference.alterations
    return [one for one in difference.alterations if one.path[0] in {"status", "verdict", "evidence", "published", "url"}]


def _is_short(one: Alteration) -> bool:
    return all(value is None or (len(value) <= _SHORT and "\n" not in value) for value in (one.before, one.after))


def _on_one_line(one: Alteration) -> Phrase:
    if one.kind == "added":
        return say("{what} added: {after}", what=one.what, after=one.after)
    if one.kind == "removed":
        return say("{what} removed: {before}", what=one.what, before=one.before)
    return say("{what}: {before} → {after}", what=one.what, before=one.before, after=one.after)


def _only_what(one: Alteration) -> Phrase:
    if one.kind == "added":
        return say("{what} added:", what=one.what)
    return say("{what} removed:", what=one.what) if one.kind == "removed" else say("{what} changed:", what=one.what)


def _what_differs(one: Alteration) -> tuple[str, str]:
    """Return the two texts, without the words at both ends in which they agree, but for a few."""
    was, now = ((value or "").split() for value in (one.before, one.after))
    if not was or not now:
        return " ".join(was), " ".join(now)
    same = 0
    while same < min(len(was), len(now)) and was[same] == now[same]:
        same += 1
    end = 0
    while end < min(len(was), len(now)) - same and was[-1 - end] == now[-1 - end]:
        end += 1
    first, last = max(0, same - _AROUND), max(0, end - _AROUND)
    cut = [words[first : len(words) - last] for words in (was, now)]
    left, right = ("… " if first else ""), (" …" if last else "")
    return f"{left}{' '.join(cut[0])}{right}", f"{left}{' '.join(cut[1])}{right}"


def _remark(told: Told, finding: Finding) -> str:
    return "  " + Colour.YELLOW.on(safe(f"! {told.say(finding.message)} ({finding.code})"), colour=told.colour)


def _remark_item(told: Told, finding: Finding) -> str:
    return f"- **{plain(told.say(say('attention')))}:** {sentence(finding.message, translator(told.language))} ({finding.code})"


def _summary(told: Told) -> Phrase:
    if not told.differences:
        since = say("nothing is different since {before}", before=told.before)
        between = say("nothing is different between {before} and {after}", before=told.before, after=told.after)
        return since if told.after is None else between
    counted = all_of([_count(kind, len(list(some))) for kind, some in groupby(told.differences, key=lambda one: one.kind)])
    if told.after is None:
        return say("{counted} different since {before}", counted=counted, before=told.before)
    return say("{counted} different between {before} and {after}", counted=counted, before=told.before, after=told.after)


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


def _fields(one: Difference) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "id": one.id,
        "former_id": one.former_id,
        "file": one.file,
        "state": one.state,
        "title": one.title,
        "changes": [fields_of(change) for change in one.alterations],
    }


def _finding(told: Told, finding: Finding) -> dict[str, Any]:
    return {"code": finding.code, "severity": finding.severity.value, "file": finding.file, "line": finding.span.line,
            "message": told.say(finding.message)}  # fmt: skip
