"""What changed in a record, line by line: for people at a terminal, as items of a list in Markdown, and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from claimtrack.formats.full import Colour
from claimtrack.formats.languages import said, translator
from claimtrack.formats.markdown_text import code, plain, sentence
from claimtrack.formats.terminal import safe
from claimtrack.formats.windows import Window, windows
from claimtrack.history.alterations import Alteration
from claimtrack.phrases import Phrase, say

_SHORT = 60
"""Up to how many characters a value is put on one line with what it was."""
_LONGEST = 1_000
"""How many characters of a text, or of a stretch of it, are shown."""
_STRETCHES = 10
"""How many stretches of one text are shown in which it differs."""


def lines_of(alterations: Iterable[Alteration], language: str, *, colour: bool, whole: bool = False) -> Iterator[str]:
    """Yield what changed for a terminal: one line for what is short, else a line for what it is and two for each stretch that differs.

    Arguments:
        alterations: what changed.
        language: the language to speak.
        colour: whether to use colours of a terminal.
        whole: whether the record as a whole is new or gone, so that not each of its fields is said to be.
    """
    translate = translator(language)
    for one in alterations:
        yield safe(said(_heading(one, whole=whole), translate), _LONGEST)
        if _is_short(one):
            continue
        stretches = _stretches(one, language)
        for was, now in islice(stretches, _STRETCHES):
            if was:
                yield "  " + Colour.RED.on(safe(f"- {was}", _LONGEST), colour=colour)
            if now:
                yield "  " + Colour.GREEN.on(safe(f"+ {now}", _LONGEST), colour=colour)
        if more := _more(stretches):
            yield "  " + safe(said(more, translate))


def items_of(alterations: Iterable[Alteration], language: str, *, whole: bool = False) -> Iterator[str]:
    """Yield what changed as the items of a list in Markdown, every text of a record as code; see :func:`lines_of`."""
    translate = translator(language)
    before, now_ = (plain(said(one, translate)) for one in (say("before"), say("now")))
    for one in alterations:
        yield "- " + sentence(_heading(one, whole=whole), translate)
        if _is_short(one):
            continue
        stretches = _stretches(one, language)
        was_called, now_called = (f"{before}: ", f"{now_}: ") if one.kind == "changed" else ("", "")
        for was, now in islice(stretches, _STRETCHES):
            if was:
                yield f"  - {was_called}{code(safe(was, _LONGEST))}"
            if now:
                yield f"  - {now_called}{code(safe(now, _LONGEST))}"
        if more := _more(stretches):
            yield "  - " + sentence(more, translate)


def fields_of(alteration: Alteration, language: str) -> dict[str, Any]:
    """Return what changed as the fields of a JSON object, in words of a language where they are words of ours."""
    translate = translator(language)
    before, after = (None if one is None else said(one, translate) for one in (alteration.before, alteration.after))
    return {
        "path": list(alteration.path),
        "kind": alteration.kind,
        "what": said(alteration.what, translate),
        "before": before,
        "after": after,
        "sentence": said(_in_short(alteration), translate),
    }


def _heading(one: Alteration, *, whole: bool) -> Phrase:
    """Return what changed, all of it where that is short."""
    if _is_short(one):
        value = one.before if one.after is None else one.after
        return say("{what}: {value}", what=one.what, value=value) if whole and one.sentence is None else _in_short(one)
    if whole:
        return say("{what}:", what=one.what)
    if one.kind == "added":
        return say("{what} added:", what=one.what)
    if one.kind == "removed":
        return say("{what} removed:", what=one.what)
    if one.before is not None and one.after is not None and not windows(one.before, one.after):
        return say("{what} changed: blanks and line breaks only", what=one.what)
    return say("{what} changed:", what=one.what)


def _in_short(one: Alteration) -> Phrase:
    if one.sentence is not None:
        return one.sentence
    if one.kind == "added":
        return say("{what} added: {after}", what=one.what, after=one.after)
    if one.kind == "removed":
        return say("{what} removed: {before}", what=one.what, before=one.before)
    return say("{what}: {before} → {after}", what=one.what, before=one.before, after=one.after)


def _is_short(one: Alteration) -> bool:
    """Say whether all of it goes on one line; a sentence of its own does, since only a notice in it may be long, and is cut."""
    return one.sentence is not None or all(
        value is None or (len(value) <= _SHORT and "\n" not in value) for value in (one.before, one.after)
    )


def _stretches(one: Alteration, language: str) -> Iterator[Window]:
    translate = translator(language)
    if one.before is None or one.after is None:
        was, now = (" ".join(said(value or "", translate).split()) for value in (one.before, one.after))
        return iter([(was, now)])
    return iter(windows(said(one.before, translate), said(one.after, translate)))


def _more(left: Iterator[Window]) -> Phrase | None:
    number = sum(1 for _ in left)
    if not number:
        return None
    return say("and in 1 more place") if number == 1 else say("and in {number} more places", number=number)
