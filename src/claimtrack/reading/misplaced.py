"""What stands where nothing, or nothing of the kind, can stand: lines in a wrong column, text behind an end."""

from __future__ import annotations

import re

from claimtrack.findings import Finding
from claimtrack.phrases import say
from claimtrack.reading.failures import QUOTE, Failure
from claimtrack.reading.kinds import BAD_KEY, DIRECTIVE, SEVERAL_DOCUMENTS
from claimtrack.reading.lines import excerpt
from claimtrack.reading.yaml_door import Mark

_ONE_RECORD = say("put each record into its own file, or delete the line")
_SAYS_NOTHING = re.compile(r"[ \t]*(?:#.*)?\r?")


def misplaced(failure: Failure) -> Finding:
    """Return the finding for what the parser did not expect in a list or mapping."""
    if failure.rest.startswith(":"):
        return failure.says(failure.at, say("a field has no name"), say("write a name in front of the colon"), kind=BAD_KEY)
    if failure.begins_line:
        return _misplaced_line(failure)
    offset = failure.lines.offset(failure.at.line, failure.at.column)
    quoted = [(start, end) for start, end, style in failure.texts if style in ("'", '"') and end <= offset]
    if quoted and not failure.lines.text[quoted[-1][1] : offset].strip():
        return _behind_quotation(failure, quoted[-1][0])
    if failure.line[: failure.at.column].rstrip().endswith(("]", "}")):
        message = say("{text} stands behind a closing bracket", text=excerpt(failure.rest, 20))
        hint = say("put the whole text in quotation marks, brackets included")
        return failure.says(failure.at, message, hint, length=len(failure.rest))
    message = say("{text} cannot stand here", text=excerpt(failure.rest, 20))
    return failure.says(failure.at, message, QUOTE, length=len(failure.rest))


def _misplaced_line(failure: Failure) -> Finding:
    length = len(failure.rest)
    _, end, style = failure.texts[-1] if failure.texts else (0, 0, "")
    if style in ("|", ">") and end == failure.lines.offset(failure.at.line, 0):
        message = say("the line is indented less than the first line of the text above it")
        return failure.says(failure.at, message, say("indent it as far as that line"), length=length)
    if failure.rest.startswith("- ") or failure.rest == "-":
        message = say("an entry of a list stands where the name of a field belongs")
        hint = say("indent it below the name of its list")
        return failure.says(failure.at, message, hint, related=say("the fields around it begin here"))
    if failure.at.column != failure.began.column:
        here, there = failure.at.column + 1, failure.began.column + 1
        message = say("the line begins in column {here}, what it could belong to in column {there}", here=here, there=there)
        hint = say("begin it in the same column as the field that it stands beside")
        return failure.says(failure.at, message, hint, length=length, related=say("what it could belong to begins here"))
    message = say("{text} stands among the entries of a list, but does not begin with `- `", text=excerpt(failure.rest))
    hint = say("begin it with `- `, or move it left")
    return failure.says(failure.at, message, hint, length=length, related=say("the list begins here"))


def _behind_quotation(failure: Failure, start: int) -> Finding:
    opened = Mark(*failure.lines.place(start))
    mark = failure.lines.text[start]
    if opened.line < failure.at.line:
        line = failure.at.line + 1
        message = say(
            "the quotation mark {mark} that opens here is closed only in line {line}, in front of more text", mark=mark, line=line
        )
        return failure.says(opened, message, say("put {mark} where the text ends", mark=mark))
    inner = say('„ “ or \\"') if mark == '"' else say("’ or ''")
    message = say("{text} stands behind the closing quotation mark {mark}", text=excerpt(failure.rest, 20), mark=mark)
    hint = say("put the whole text between one pair of quotation marks, with {marks} inside", marks=inner)
    return failure.says(failure.at, message, hint, length=len(failure.rest))


def behind_the_end(failure: Failure) -> Finding:
    """Return the finding for what stands behind the end of the document."""
    above = next((number for number in range(failure.at.line - 1, -1, -1) if not _SAYS_NOTHING.fullmatch(failure.lines[number])), 0)
    ended = failure.lines[above].rstrip()
    if ended.startswith("%"):
        message = say("{line} is an instruction to the YAML reader", line=excerpt(ended))
        return failure.says(Mark(above, 0), message, say("delete the line"), kind=DIRECTIVE, length=len(ended))
    if ended.startswith("..."):
        message = say("`...` ends the document, but the text goes on behind it")
        return failure.says(Mark(above, 0), message, _ONE_RECORD, kind=SEVERAL_DOCUMENTS, length=3)
    start, end, style = failure.texts[-1] if failure.texts else (0, 0, "")
    between = failure.lines.text[end : failure.lines.offset(failure.at.line, failure.at.column)]
    if all(map(_SAYS_NOTHING.fullmatch, between.split("\n"))):  # the document is this text and nothing else
        if style in ("'", '"'):
            return _behind_quotation(failure, start)
        if not style:
            text = failure.lines.text[start:end].partition("\n")[0].rstrip()
            message = say("expected the name of a field with a colon, found {text}", text=excerpt(text))
            hint = say("put a name and a colon in front of it")
            return failure.says(Mark(*failure.lines.place(start)), message, hint, length=len(text))
    return failure.says(failure.at, say("the text goes on behind the end of the document"), _ONE_RECORD, kind=SEVERAL_DOCUMENTS)
