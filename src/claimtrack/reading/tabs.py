"""Tabs: fine inside texts and comments, and nowhere else, since YAML readers disagree about them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from claimtrack.findings import Finding, finding
from claimtrack.phrases import say
from claimtrack.reading.characters import MOST_LOOKED_AT
from claimtrack.reading.kinds import TAB_INDENTATION
from claimtrack.reading.lines import Lines
from claimtrack.reading.yaml_door import Unparsable

_TABS = re.compile(r"\t+")
_COMMENT = re.compile(r"(?:^|[ \t])#")


def misplaced_tabs(file: str, lines: Lines, texts: Sequence[tuple[int, int, str]], failure: Unparsable | None) -> list[Finding]:
    """Return a finding for each tab that stands where only blanks may.

    Arguments:
        file: the file.
        lines: its text.
        texts: where the texts of it begin and end, and the sign that each is written with.
        failure: where the parser gave up; behind that, nobody knows what is a text.
    """
    end = len(lines.text)
    if failure is not None:
        end = texts[-1][1] if texts else 0
        if (tab := _tab_of(failure, lines)) is not None:
            end = tab + 1
    findings: list[Finding] = []
    for match in _TABS.finditer(lines.text):
        if match.start() >= end or len(findings) == MOST_LOOKED_AT:
            break
        if not _is_in_text_or_comment(match.start(), lines.text, texts):
            indents = not lines.text[lines.text.rfind("\n", 0, match.start()) + 1 : match.start()].strip()
            message = say("the line is indented with a tab") if indents else say("a tab stands where YAML wants blanks")
            span = lines.span(match.start(), len(match[0]))
            findings.append(finding(TAB_INDENTATION, file, span, message, say("put blanks in its place")))
    return findings


def _tab_of(failure: Unparsable, lines: Lines) -> int | None:
    """Return where the tab is that the parser gave up at, if it was one."""
    if failure.mark is None or lines[failure.mark.line][failure.mark.column : failure.mark.column + 1] != "\t":
        return None
    return lines.offset(failure.mark.line, failure.mark.column)


def _is_in_text_or_comment(tab: int, text: str, texts: Sequence[tuple[int, int, str]]) -> bool:
    number = bisect_right(texts, tab, key=lambda one: one[0]) - 1
    start, end, style = texts[number] if number >= 0 else (0, 0, "")
    if tab < end:
        return style in ('"', "'") or (style in ("|", ">") and "\n" in text[start:tab])
    gap = text[max(end, text.rfind("\n", 0, tab) + 1) : tab]
    return _COMMENT.search(gap) is not None
