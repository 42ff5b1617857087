"""Texts below `|` or `>`: two slips that some YAML readers forgive and others do not."""

from __future__ import annotations

import re

from claimtrack.findings import Finding, finding
from claimtrack.phrases import say
from claimtrack.reading.kinds import NOT_YAML
from claimtrack.reading.lines import Lines

_COMMENT_TOO_CLOSE = re.compile(r"[|>][-+0-9]*(#)")
_BLANK_FIRST_LINE = re.compile(r"[^\n]*\n( +)\r?\n")
_LEADING_BLANKS = re.compile(r"(?:[ ]*\r?\n)*[ ]*")


def doubtful_block_text(file: str, lines: Lines, start: int, end: int) -> Finding | None:
    """Return what only some YAML readers accept in a text below `|` or `>`, or None.

    Arguments:
        file: the file.
        lines: its text.
        start: where the sign stands.
        end: where the parser saw the end of the text.
    """
    text = lines.text
    if (comment := _COMMENT_TOO_CLOSE.match(text, start, end)) is not None:
        message = say("the comment stands too close to `{sign}`", sign=text[start])
        return finding(NOT_YAML, file, lines.span(comment.start(1)), message, say("put a blank in front of `#`"))
    if (blank := _BLANK_FIRST_LINE.match(text, start, end)) is not None:
        leading = _LEADING_BLANKS.match(text, blank.start(1))
        widest = max(len(line.rstrip("\r")) for line in leading[0].split("\n")) if leading else 0
        if widest > len(blank[1]):
            message = say("the line below `{sign}` holds blanks, but fewer than the text begins with", sign=text[start])
            return finding(NOT_YAML, file, lines.span(blank.start(1), len(blank[1])), message, say("delete the blanks of that line"))
    return None
