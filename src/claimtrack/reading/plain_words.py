"""Plain words: what a YAML parser complains of, said so that somebody who has never heard of YAML can mend it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from claimtrack.findings import Finding, finding
from claimtrack.locations import START
from claimtrack.phrases import NOTHING, Phrase, say
from claimtrack.reading.characters import shown
from claimtrack.reading.failures import QUOTE, Failure
from claimtrack.reading.guard import MAX_KEY
from claimtrack.reading.kinds import ANCHOR, BAD_KEY, CONTROL_CHARACTER, NOT_YAML, TAG
from claimtrack.reading.lines import Lines, excerpt
from claimtrack.reading.misplaced import behind_the_end, misplaced
from claimtrack.reading.yaml_door import Mark, Unparsable, second_opinion

_MOST_READ_TWICE = 65_536
"""How many characters a text may have to be read a second time for better words; ruamel.yaml needs a tenth of a second for so many."""

_NO_BLANK_BEHIND_COLON = re.compile(r"[ ]*(?:- +)*([\w.-]+):(?!//)[^ \t]")
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{0,2}|u[0-9A-Fa-f]{0,4}|U[0-9A-Fa-f]{0,8}|.)?")


def failure_in_words(file: str, lines: Lines, failure: Unparsable, texts: Sequence[tuple[int, int, str]]) -> Finding:
    """Return the finding for a file that cannot be parsed.

    Arguments:
        file: the file.
        lines: its text.
        failure: what PyYAML says.
        texts: where the texts that it had read by then begin and end, and the sign that each is written with.
    """
    opinion = second_opinion(lines.text) if len(lines.text) <= _MOST_READ_TWICE else None
    if opinion is not None and _is_better(opinion, failure):
        failure = opinion
    explain = next(explain for pattern, explain in _EXPLANATIONS if pattern.search(f"{failure.context}: {failure.problem}"))
    return explain(Failure(file, lines, failure, texts))


def _is_better(opinion: Unparsable, failure: Unparsable) -> bool:
    """Tell whether ruamel.yaml stumbled over the same thing, and not over a tab or an empty line that PyYAML takes in its stride."""
    same = opinion.mark is not None and failure.mark is not None and opinion.mark <= failure.mark
    return same and "\\t" not in opinion.problem and "more indented" not in opinion.problem


def _no_anchor(failure: Failure) -> Finding:
    sign = failure.lines[failure.began.line][failure.began.column : failure.began.column + 1]
    return failure.says(failure.began, _cannot_begin_with(sign), QUOTE, kind=ANCHOR)


def _cannot_begin_with(sign: str) -> Phrase:
    return say("a text cannot begin with {sign}", sign=excerpt(sign))


def _no_tag(failure: Failure) -> Finding:
    begin = failure.began if failure.lines[failure.began.line].startswith("!", failure.began.column) else failure.at
    return failure.says(begin, _cannot_begin_with("!"), QUOTE, kind=TAG)


def _open_quotation(failure: Failure) -> Finding:
    mark = failure.lines[failure.began.line][failure.began.column : failure.began.column + 1]
    inside = "''" if mark == "'" else '\\"'
    message = say("the quotation mark {mark} that opens here is never closed", mark=mark)
    hint = say("put {mark} where the text ends; inside the text, it is written {inside}", mark=mark, inside=inside)
    return failure.says(failure.began, message, hint)


def _colon(failure: Failure) -> Finding:
    before = failure.line[: failure.at.column]
    if re.search(r"[:?] ", before) or before.lstrip()[:1] in ("[", "{"):
        return failure.says(failure.at, say("a colon and a blank inside a text look like the end of a field's name"), QUOTE)
    if (mended := _no_blank_behind_colon(failure, failure.at.line - 1)) is not None:
        return mended
    begin = Mark(failure.at.line, len(before) - len(before.lstrip(" ")))
    name = before.strip()
    if len(name) > 1000:  # noqa: PLR2004  (YAML's own bound is 1,024 characters)
        message = say("the name of a field has {length:,} characters, expected at most {most}", length=len(name), most=MAX_KEY)
        return failure.says(begin, message, QUOTE, kind=BAD_KEY)
    hint = say("begin it in the same column as the field that it stands beside, or put the whole text in quotation marks")
    message = say("{name} looks like the name of a field, but the line belongs to the text above it", name=excerpt(name))
    return failure.says(begin, message, hint, length=len(name))


def _no_blank_behind_colon(failure: Failure, number: int) -> Finding | None:
    while number > 0 and not failure.lines[number].strip():
        number -= 1
    match = _NO_BLANK_BEHIND_COLON.match(failure.lines[number])
    if number < 0 or match is None or ": " in failure.lines[number]:
        return None
    message = say("there is no blank behind the colon of `{name}`", name=match[1])
    return failure.says(Mark(number, match.end(1)), message, say("write `{name}: …`", name=match[1]))


def _no_colon(failure: Failure) -> Finding:
    number = failure.began.line
    if (mended := _no_blank_behind_colon(failure, number)) is not None:
        return mended
    text = failure.lines[number].strip()
    above = failure.lines[number - 1].rstrip() if number else ""
    if above.endswith(("|", ">", "|-", ">-")):
        message = say("the text below `{sign}` is not indented", sign=above.split()[-1])
        return failure.says(failure.began, message, say("indent it by two blanks"), length=len(text))
    message = say("expected the name of a field with a colon, found {text}", text=excerpt(text))
    hint = say("put a name and a colon in front of it; if the line goes on with the text above it, indent it")
    return failure.says(failure.began, message, hint, length=len(failure.lines[number].rstrip()) - failure.began.column)


def _open_bracket(failure: Failure) -> Finding:
    bracket = failure.lines[failure.began.line][failure.began.column : failure.began.column + 1]
    closing = "]" if bracket == "[" else "}"
    if (ended := _closed_in_comment(failure, closing)) is not None:
        return ended
    close = say("put `{bracket}` at the end", bracket=closing)
    if failure.at.line > failure.began.line:
        line = failure.at.line + 1
        message = say("the bracket `{bracket}` that opens here is not closed before line {line}", bracket=bracket, line=line)
        return failure.says(failure.began, message, close)
    if not failure.rest:
        return failure.says(failure.began, say("the bracket `{bracket}` that opens here is never closed", bracket=bracket), close)
    message = say("expected a comma or `{bracket}`, found {found}", bracket=closing, found=excerpt(failure.rest, 20))
    hint = say("put a comma between two values; a text with commas, brackets or colons needs quotation marks around it")
    return failure.says(failure.at, message, hint, related=say("the bracket opens here"))


def _closed_in_comment(failure: Failure, closing: str) -> Finding | None:
    """Return the finding for a bracket whose end stands behind a number sign on the same line."""
    line = failure.lines[failure.began.line]
    start = failure.lines.offset(failure.began.line, 0)
    for sign in re.finditer(r"(?<=\s)#", line[failure.began.column :]):
        column = failure.began.column + sign.start()
        if not any(begin <= start + column < end for begin, end, _ in failure.texts):
            if closing not in line[column:]:
                return None
            message = say("`{bracket}` stands in a comment, which begins here", bracket=closing)
            hint = say("put the text with `#` in quotation marks, or `{bracket}` in front of the comment", bracket=closing)
            return failure.says(Mark(failure.began.line, column), message, hint, length=len(line[column:].rstrip()))
    return None


def _escape(failure: Failure) -> Finding:
    column = failure.line.rfind("\\", 0, failure.at.column + 1)
    if column < 0:
        return _anything(failure)
    match = _ESCAPE.match(failure.line, column)
    written = match[0] if match else "\\"
    begin = Mark(failure.at.line, column)
    if "invalid Unicode" in failure.complaint.problem:
        code = int(written.lstrip("\\uUx"), base=16)
        what = shown(chr(code)) if code <= 0x10FFFF else say("no character")  # noqa: PLR2004  (the last number that Unicode has)
        message = say("`{escape}` stands for {character}, which has no place in a text", escape=written, character=what)
        return failure.says(begin, message, say("delete it"), kind=CONTROL_CHARACTER, length=len(written))
    message = say('`{escape}` means nothing inside " "', escape=written)
    hint = say("write `\\\\` for a backslash, or put the text in ' ' instead")
    return failure.says(begin, message, hint, length=len(written))


def _first_character(failure: Failure) -> Finding:
    sign = failure.rest[:1]
    if not sign:
        message = say("the file ends where a value or a closing bracket is still due")
        return failure.says(failure.at, message, say("close the brackets"))
    if failure.rest.startswith("...") and failure.at.column == 0:
        return failure.says(failure.at, say("`...` ends a document before anything was in it"), say("delete the line"), length=3)
    return failure.says(failure.at, _cannot_begin_with(sign), QUOTE)


def _list_on_line_of_name(failure: Failure) -> Finding:
    hint = say("begin the list on the next line; if it was meant as a text, put it in quotation marks")
    return failure.says(failure.at, say("a list cannot begin on the line of its name"), hint)


def _block_header(failure: Failure) -> Finding:
    sign = failure.lines[failure.began.line][failure.began.column : failure.began.column + 1]
    message = say("a text cannot go on behind `{sign}` on the same line", sign=sign)
    hint = say("move the text to the next line and indent it, or put it in quotation marks")
    return failure.says(failure.at, message, hint, length=len(failure.rest))


def _directive(failure: Failure) -> Finding:
    hint = say("indent it if it goes on with the text above it")
    return failure.says(failure.began, say("a line cannot begin with ‘%’"), hint)


def _close_colon(failure: Failure) -> Finding:
    hint = say("put a blank behind it, or the text in quotation marks")
    return failure.says(failure.at, say("expected a blank behind this colon"), hint)


def _anything(failure: Failure) -> Finding:
    reason = " ".join(f"{failure.complaint.context}: {failure.complaint.problem}".removeprefix(": ").split())
    message = say("the YAML reader gave up: {reason}", reason=reason)
    if failure.complaint.mark is None:
        return finding(NOT_YAML, failure.file, START, message, NOTHING)
    return failure.says(failure.at, message, say("look at this line and the one above it"))


_EXPLANATIONS: tuple[tuple[re.Pattern[str], Callable[[Failure], Finding]], ...] = tuple(
    (re.compile(pattern), explain)
    for pattern, explain in (
        (r"scanning an (alias|anchor)", _no_anchor),
        (r"(scanning|parsing) an? tag|undefined tag handle", _no_tag),
        (r"quoted scalar: found unexpected (end of stream|document)", _open_quotation),
        (r"mapping values are not allowed", _colon),
        (r"could not find expected ':'", _no_colon),
        (r"flow (sequence|mapping)", _open_bracket),
        (r"escape (character|sequence|code)|hexdecimal number", _escape),
        (r"cannot start any token|node content|mapping keys are not allowed", _first_character),
        (r"sequence entries are not allowed", _list_on_line_of_name),
        (r"block scalar: .*(comment or (a )?line break|indicator)", _block_header),
        (r"an? (%TAG )?directive|YAML d(ocument|irective)", _directive),
        (r"plain scalar: found unexpected ':'", _close_colon),
        (r"block (mapping|collection|sequence): ", misplaced),
        (r"document start|document end", behind_the_end),
        (r"", _anything),
    )
)
"""What to say by what the parsers say; the first pattern that is found wins."""
