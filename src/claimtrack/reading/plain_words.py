"""Plain words: what a YAML parser complains of, said so that somebody who has never heard of YAML can mend it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import attrs

from claimtrack.findings import Finding, Kind, Related, finding
from claimtrack.locations import START, Span
from claimtrack.reading.characters import shown
from claimtrack.reading.kinds import ANCHOR, BAD_KEY, CONTROL_CHARACTER, DIRECTIVE, NOT_YAML, SEVERAL_DOCUMENTS, TAG
from claimtrack.reading.lines import Lines, excerpt
from claimtrack.reading.yaml_door import Mark, Unparsable, second_opinion

_MOST_READ_TWICE = 65_536
"""How many characters a text may have to be read a second time for better words; ruamel.yaml needs a tenth of a second for so many."""

_QUOTE = "put the whole text in quotation marks"
_ONE_RECORD = "put each record into its own file, or delete the line"
_NO_BLANK_BEHIND_COLON = re.compile(r"[ ]*(?:- +)*([\w.-]+):(?!//)[^ \t]")
_SAYS_NOTHING = re.compile(r"[ \t]*(?:#.*)?\r?")
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
    return explain(_Failure(file, lines, failure, texts))


def _is_better(opinion: Unparsable, failure: Unparsable) -> bool:
    """Tell whether ruamel.yaml stumbled over the same thing, and not over a tab or an empty line that PyYAML takes in its stride."""
    same = opinion.mark is not None and failure.mark is not None and opinion.mark <= failure.mark
    return same and "\\t" not in opinion.problem and "more indented" not in opinion.problem


@attrs.frozen
class _Failure:
    """A failure of the parser, with the text around it."""

    file: str
    lines: Lines
    complaint: Unparsable
    texts: Sequence[tuple[int, int, str]]

    @property
    def at(self) -> Mark:
        """The place of the failure; the end of the last line where the parser ran out of text or does not say."""
        last = Mark(len(self.lines.all) - 1, len(self.lines.all[-1]))
        return min(self.complaint.mark or last, last)

    @property
    def began(self) -> Mark:
        """The place where that began that the parser could not finish."""
        return self.complaint.began or self.at

    @property
    def line(self) -> str:
        """The line of the failure."""
        return self.lines[self.at.line]

    @property
    def rest(self) -> str:
        """What stands from the place of the failure to the end of the line."""
        return self.line[self.at.column :].rstrip()

    @property
    def begins_line(self) -> bool:
        """Whether there are only blanks in front of the place of the failure."""
        return not self.line[: self.at.column].strip()

    def says(self, mark: Mark, message: str, hint: str, *, kind: Kind = NOT_YAML, length: int = 1, related: str = "") -> Finding:
        """Return the finding; with *related*, the beginning is pointed at and those are the words for it."""
        others = (Related(self.file, self._span(self.began), related),) if related else ()
        return finding(kind, self.file, self._span(mark, length), message, hint, others)

    def _span(self, mark: Mark, length: int = 1) -> Span:
        return Span.at(mark.line + 1, mark.column + 1, min(length, max(len(self.lines[mark.line]) - mark.column, 0)))


def _no_anchor(failure: _Failure) -> Finding:
    sign = failure.lines[failure.began.line][failure.began.column : failure.began.column + 1]
    return failure.says(failure.began, f"a text cannot begin with {excerpt(sign)}", _QUOTE, kind=ANCHOR)


def _no_tag(failure: _Failure) -> Finding:
    begin = failure.began if failure.lines[failure.began.line].startswith("!", failure.began.column) else failure.at
    return failure.says(begin, "a text cannot begin with ‘!’", _QUOTE, kind=TAG)


def _open_quotation(failure: _Failure) -> Finding:
    mark = failure.lines[failure.began.line][failure.began.column : failure.began.column + 1]
    inside = "''" if mark == "'" else '\\"'
    hint = f"put {mark} where the text ends; inside the text, it is written {inside}"
    return failure.says(failure.began, f"the quotation mark {mark} that opens here is never closed", hint)


def _colon(failure: _Failure) -> Finding:
    before = failure.line[: failure.at.column]
    if re.search(r"[:?] ", before) or before.lstrip()[:1] in ("[", "{"):
        return failure.says(failure.at, "a colon and a blank inside a text look like the end of a field's name", _QUOTE)
    if (mended := _no_blank_behind_colon(failure, failure.at.line - 1)) is not None:
        return mended
    begin = Mark(failure.at.line, len(before) - len(before.lstrip(" ")))
    name = before.strip()
    if len(name) > 1000:  # noqa: PLR2004  (YAML's own bound is 1,024 characters)
        return failure.says(begin, f"the name of a field has {len(name):,} characters, expected at most 200", _QUOTE, kind=BAD_KEY)
    hint = "begin it in the same column as the field that it stands beside, or put the whole text in quotation marks"
    message = f"{excerpt(name)} looks like the name of a field, but the line belongs to the text above it"
    return failure.says(begin, message, hint, length=len(name))


def _no_blank_behind_colon(failure: _Failure, number: int) -> Finding | None:
    while number > 0 and not failure.lines[number].strip():
        number -= 1
    match = _NO_BLANK_BEHIND_COLON.match(failure.lines[number])
    if number < 0 or match is None or ": " in failure.lines[number]:
        return None
    message = f"there is no blank behind the colon of `{match[1]}`"
    return failure.says(Mark(number, match.end(1)), message, f"write `{match[1]}: …`")


def _no_colon(failure: _Failure) -> Finding:
    number = failure.began.line
    if (mended := _no_blank_behind_colon(failure, number)) is not None:
        return mended
    text = failure.lines[number].strip()
    above = failure.lines[number - 1].rstrip() if number else ""
    if above.endswith(("|", ">", "|-", ">-")):
        message = f"the text below `{above.split()[-1]}` is not indented"
        return failure.says(failure.began, message, "indent it by two blanks", length=len(text))
    message = f"expected the name of a field with a colon, found {excerpt(text)}"
    hint = "put a name and a colon in front of it; if the line goes on with the text above it, indent it"
    return failure.says(failure.began, message, hint, length=len(failure.lines[number].rstrip()) - failure.began.column)


def _open_bracket(failure: _Failure) -> Finding:
    bracket = failure.lines[failure.began.line][failure.began.column : failure.began.column + 1]
    closing = "]" if bracket == "[" else "}"
    if failure.at.line > failure.began.line:
        message = f"the bracket `{bracket}` that opens here is not closed before line {failure.at.line + 1}"
        return failure.says(failure.began, message, f"put `{closing}` at the end")
    if not failure.rest:
        return failure.says(failure.began, f"the bracket `{bracket}` that opens here is never closed", f"put `{closing}` at the end")
    message = f"expected a comma or `{closing}`, found {excerpt(failure.rest, 20)}"
    hint = "put a comma between two values; a text with commas, brackets or colons needs quotation marks around it"
    return failure.says(failure.at, message, hint, related="the bracket opens here")


def _escape(failure: _Failure) -> Finding:
    column = failure.line.rfind("\\", 0, failure.at.column + 1)
    if column < 0:
        return _anything(failure)
    match = _ESCAPE.match(failure.line, column)
    written = match[0] if match else "\\"
    begin = Mark(failure.at.line, column)
    if "invalid Unicode" in failure.complaint.problem:
        code = int(written.lstrip("\\uUx"), base=16)
        what = shown(chr(code)) if code <= 0x10FFFF else "no character"  # noqa: PLR2004  (the last number that Unicode has)
        message = f"`{written}` stands for {what}, which has no place in a text"
        return failure.says(begin, message, "delete it", kind=CONTROL_CHARACTER, length=len(written))
    message = f'`{written}` means nothing inside " "'
    return failure.says(begin, message, "write `\\\\` for a backslash, or put the text in ' ' instead", length=len(written))


def _first_character(failure: _Failure) -> Finding:
    sign = failure.rest[:1]
    if not sign:
        return failure.says(failure.at, "the file ends where a value or a closing bracket is still due", "close the brackets")
    if failure.rest.startswith("...") and failure.at.column == 0:
        return failure.says(failure.at, "`...` ends a document before anything was in it", "delete the line", length=3)
    return failure.says(failure.at, f"a text cannot begin with {excerpt(sign)}", _QUOTE)


def _list_on_line_of_name(failure: _Failure) -> Finding:
    hint = "begin the list on the next line; if it was meant as a text, put it in quotation marks"
    return failure.says(failure.at, "a list cannot begin on the line of its name", hint)


def _block_header(failure: _Failure) -> Finding:
    sign = failure.lines[failure.began.line][failure.began.column : failure.began.column + 1]
    hint = "move the text to the next line and indent it, or put it in quotation marks"
    return failure.says(failure.at, f"a text cannot go on behind `{sign}` on the same line", hint, length=len(failure.rest))


def _misplaced(failure: _Failure) -> Finding:
    if failure.rest.startswith(":"):
        return failure.says(failure.at, "a field has no name", "write a name in front of the colon", kind=BAD_KEY)
    if failure.begins_line:
        return _misplaced_line(failure)
    offset = failure.lines.offset(failure.at.line, failure.at.column)
    quoted = [(start, end) for start, end, style in failure.texts if style in ("'", '"') and end <= offset]
    if quoted and not failure.lines.text[quoted[-1][1] : offset].strip():
        return _behind_quotation(failure, quoted[-1][0])
    if failure.line[: failure.at.column].rstrip().endswith(("]", "}")):
        message = f"{excerpt(failure.rest, 20)} stands behind a closing bracket"
        return failure.says(failure.at, message, f"{_QUOTE}, brackets included", length=len(failure.rest))
    return failure.says(failure.at, f"{excerpt(failure.rest, 20)} cannot stand here", _QUOTE, length=len(failure.rest))


def _misplaced_line(failure: _Failure) -> Finding:
    length = len(failure.rest)
    _, end, style = failure.texts[-1] if failure.texts else (0, 0, "")
    if style in ("|", ">") and end == failure.lines.offset(failure.at.line, 0):
        message = "the line is indented less than the first line of the text above it"
        return failure.says(failure.at, message, "indent it as far as that line", length=length)
    if failure.rest.startswith("- ") or failure.rest == "-":
        message = "an entry of a list stands where the name of a field belongs"
        return failure.says(failure.at, message, "indent it below the name of its list", related="the fields around it begin here")
    if failure.at.column != failure.began.column:
        message = f"the line begins in column {failure.at.column + 1}, what it could belong to in column {failure.began.column + 1}"
        hint = "begin it in the same column as the field that it stands beside"
        return failure.says(failure.at, message, hint, length=length, related="what it could belong to begins here")
    message = f"{excerpt(failure.rest)} stands among the entries of a list, but does not begin with `- `"
    return failure.says(failure.at, message, "begin it with `- `, or move it left", length=length, related="the list begins here")


def _behind_quotation(failure: _Failure, start: int) -> Finding:
    opened = Mark(*failure.lines.place(start))
    mark = failure.lines.text[start]
    if opened.line < failure.at.line:
        message = f"the quotation mark {mark} that opens here is closed only in line {failure.at.line + 1}, in front of more text"
        return failure.says(opened, message, f"put {mark} where the text ends")
    inner = '„ “ or \\"' if mark == '"' else "’ or ''"
    message = f"{excerpt(failure.rest, 20)} stands behind the closing quotation mark {mark}"
    hint = f"put the whole text between one pair of quotation marks, with {inner} inside"
    return failure.says(failure.at, message, hint, length=len(failure.rest))


def _behind_the_end(failure: _Failure) -> Finding:
    above = next((number for number in range(failure.at.line - 1, -1, -1) if not _SAYS_NOTHING.fullmatch(failure.lines[number])), 0)
    ended = failure.lines[above].rstrip()
    if ended.startswith("%"):
        message = f"{excerpt(ended)} is an instruction to the YAML reader"
        return failure.says(Mark(above, 0), message, "delete the line", kind=DIRECTIVE, length=len(ended))
    if ended.startswith("..."):
        message = "`...` ends the document, but the text goes on behind it"
        return failure.says(Mark(above, 0), message, _ONE_RECORD, kind=SEVERAL_DOCUMENTS, length=3)
    start, end, style = failure.texts[-1] if failure.texts else (0, 0, "")
    between = failure.lines.text[end : failure.lines.offset(failure.at.line, failure.at.column)]
    if all(map(_SAYS_NOTHING.fullmatch, between.split("\n"))):  # the document is this text and nothing else
        if style in ("'", '"'):
            return _behind_quotation(failure, start)
        if not style:
            text = failure.lines.text[start:end].partition("\n")[0].rstrip()
            message = f"expected the name of a field with a colon, found {excerpt(text)}"
            return failure.says(Mark(*failure.lines.place(start)), message, "put a name and a colon in front of it", length=len(text))
    return failure.says(failure.at, "the text goes on behind the end of the document", _ONE_RECORD, kind=SEVERAL_DOCUMENTS)


def _directive(failure: _Failure) -> Finding:
    return failure.says(failure.began, "a line cannot begin with ‘%’", "indent it if it goes on with the text above it")


def _close_colon(failure: _Failure) -> Finding:
    return failure.says(failure.at, "expected a blank behind this colon", "put a blank behind it, or the text in quotation marks")


def _anything(failure: _Failure) -> Finding:
    if failure.complaint.mark is None:
        return finding(NOT_YAML, failure.file, START, f"the YAML reader gave up: {failure.complaint.problem}", "")
    context = f" {failure.complaint.context}" if failure.complaint.context else ""
    message = f"the YAML reader gave up{context}: {failure.complaint.problem}"
    return failure.says(failure.at, " ".join(message.split()), "look at this line and the one above it")


_EXPLANATIONS: tuple[tuple[re.Pattern[str], Callable[[_Failure], Finding]], ...] = tuple(
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
        (r"block (mapping|collection|sequence): ", _misplaced),
        (r"document start|document end", _behind_the_end),
        (r"", _anything),
    )
)
"""What to say by what the parsers say; the first pattern that is found wins."""
