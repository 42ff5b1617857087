"""Setting: another value where there is one."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from claimtrack.changes import Bare, Scalar, Value
from claimtrack.editing.layout import has_lines, in_brackets, is_mapping, is_scalar, lines_of_collection, spelled_in_brackets
from claimtrack.editing.remarks import as_lines, remarks
from claimtrack.editing.rows import Rows, after_line, begins_line, line_end, line_start
from claimtrack.editing.same import is_same
from claimtrack.editing.sites import Refused, Site, Source, Splice, may_hold
from claimtrack.editing.spelling import Sign, folded, letters, literal, spell
from claimtrack.editing.tree import Node, header_below_sign

_QUOTES: dict[str, Sign] = {"'": "'", '"': '"'}


def set_value(source: Source, site: Site, value: Value) -> Iterator[list[Splice]]:
    """Yield ways to put a value in the place of another, the best one first.

    Arguments:
        source: the text.
        site: what is to be another.
        value: the new value.

    Raises:
        Refused: It cannot be done.
        Unwritable: No record may hold the value.
    """
    if is_same(site.node, value):
        yield []
        return
    may_hold(site.node, site.key.text if site.key is not None else site.index)
    if is_scalar(value) and site.node.kind == "scalar":
        yield from _scalar_for_scalar(source, site, value)
        return
    if site.parent is None:
        raise Refused("the whole document would be replaced, and with it all that its author did", site.node.start)
    _refuse_lost_comments(source.text, site.node)
    yield put_in_place(source, site, value)


def _refuse_lost_comments(text: str, node: Node) -> None:
    if node.is_collection and (lost := remarks(text, node.start, node.end, [node])):
        raise Refused("a comment stands inside what would be replaced", lost[0][0])


# A scalar for another


def _scalar_for_scalar(source: Source, site: Site, value: Scalar) -> Iterator[list[Splice]]:
    node, text = site.node, source.text
    has_sign = isinstance(value, str | Bare)  # numbers, days, true and false are written bare
    is_text = isinstance(value, str)
    spelled = spell(value, sign=_QUOTES.get(node.sign, "") if has_sign else "", quote=source.hand.quote, in_flow=site.in_flow)
    if node.is_nothing:
        yield from _for_nothing(source, site, value, spelled)
        return
    if not node.is_below_sign:
        escaped = node.sign == '"' and "\\n" in text[node.start : node.end]
        if is_text and "\n" in letters(value) and not site.in_flow and not escaped:
            below = literal(letters(value), _indent_below(source, site))
            if below is not None:
                end = line_end(text, node.end)
                yield [Splice(node.start, node.end, "|" + below[0]), Splice(end, end, "".join("\n" + line for line in below[1]))]
        yield [Splice(node.start, node.end, spelled)]
        return
    below_sign = _BelowSign.of(text, node, _indent_below(source, site))
    if is_text:
        yield from below_sign.ways(letters(value))
    yield below_sign.replaced_by(spell(value, quote=source.hand.quote))


def _for_nothing(source: Source, site: Site, value: Scalar, spelled: str) -> Iterator[list[Splice]]:
    """Yield ways to write a value where there is nothing behind a colon or a hyphen."""
    node, text = site.node, source.text
    lead = " "
    if site.key is not None and text[node.start - 1] != ":":
        if not site.in_flow:
            raise Refused("the field has no colon behind its name", site.key.start)
        lead = ": "
    elif site.key is not None and site.parent is not None and not site.in_flow:
        room = Rows(text, site.parent).room_for_names(site.index)
        lead = lead.ljust(room - (node.start - site.key.start))
    elif site.parent is None:
        lead = ""
    if isinstance(value, str) and "\n" in value and not site.in_flow:
        below = literal(letters(value), _indent_below(source, site))
        if below is not None:
            end = line_end(text, node.end)
            yield [Splice(node.start, node.end, f"{lead}|{below[0]}"), Splice(end, end, "".join("\n" + line for line in below[1]))]
    yield [Splice(node.start, node.end, lead + spelled)]


def _indent_below(source: Source, site: Site) -> int:
    """Return how far the lines of a text below a sign are indented at a site."""
    if site.parent is None:
        return source.hand.step
    if site.parent.kind == "mapping":
        return site.parent.column + source.hand.step
    return site.parent.column + max(1 + source.hand.gap, 2)


@attrs.frozen
class _BelowSign:
    """A text below `|` or `>`, in its parts.

    Attributes:
        sign: where the sign stands, and what stands behind it: a figure, a plus or minus.
        behind: the signs behind it.
        body: where its lines begin and end; the line end in front belongs to them, the one behind the last does not.
        lines: its lines.
        text: what it reads as.
        indent: how far they are indented.
    """

    sign: tuple[int, int]
    behind: str
    folds: bool
    body: tuple[int, int]
    lines: list[str]
    text: str
    indent: int

    @classmethod
    def of(cls, text: str, node: Node, usual_indent: int) -> _BelowSign:
        header = header_below_sign(text, node.start)
        first = line_end(text, header.end())
        last = max(first, node.end)
        if "+" in header[1]:  # the empty lines behind stay
            last = first + len(text[first : node.end].rstrip(" \n"))
        lines = text[first + 1 : last].split("\n") if last > first else []
        indent = min(_indents(lines), default=usual_indent)
        if any(sign.isdigit() for sign in header[1]):  # the lines may begin with blanks of the text
            indent -= min(_indents(node.text.split("\n")), default=0)
        return cls((header.start(), header.end()), header[1], header[0][0] == ">", (first, last), lines, node.text, indent)

    def ways(self, new: str) -> Iterator[list[Splice]]:
        """Yield the ways to write another text below a sign."""
        figures = "".join(sign for sign in self.behind if sign.isdigit())
        sign = ">" if self.folds else "|"
        below = self._folded(new) if self.folds else literal(new, self.indent, marked=bool(figures))
        if below is None and self.folds:
            sign, below = "|", literal(new, self.indent, marked=bool(figures))
        if below is None:
            return
        same_end = _line_ends(self.text) == _line_ends(new)
        if same_end:
            lines = below[1]
            while lines and not lines[-1] and "+" in self.behind:  # the empty lines at the end are there already
                lines = lines[:-1]
            yield self._with(sign + self.behind, lines)
        yield self._with(sign + figures + below[0], below[1])

    def _folded(self, new: str) -> tuple[str, list[str]] | None:
        widest = max(map(len, self.lines), default=0)
        return folded(new, self.indent, max(widest, 40) if len(self.lines) > 1 else max(widest, 80))

    def replaced_by(self, spelled: str) -> list[Splice]:
        """Return how a value on the line of the sign takes the place of the text."""
        return [Splice(*self.sign, spelled), Splice(*self.body, "")]

    def _with(self, header: str, lines: list[str]) -> list[Splice]:
        return [Splice(*self.sign, header), Splice(*self.body, "".join("\n" + line for line in lines))]


def _indents(lines: list[str]) -> list[int]:
    return [len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" ")]


def _line_ends(text: str) -> int:
    return len(text) - len(text.rstrip("\n"))


# A list or mapping for something, or something for a list or mapping


def put_in_place(source: Source, site: Site, value: Value) -> list[Splice]:
    """Return how any value takes the place of something that has no comment in it; see :func:`set_value`."""
    node, text = site.node, source.text
    if site.in_flow:
        name = None if site.key is None else site.key.text
        lead = "" if not node.is_nothing else " " if text[node.start - 1] == ":" else ": "
        return [Splice(node.start, node.end, lead + spelled_in_brackets(value, source.hand, name))]
    on_line, below = _laid_out(source, site, value)
    if node.is_below_sign:
        sign = _BelowSign.of(text, node, 0)
        return [Splice(*sign.sign, on_line), Splice(*sign.body, "".join("\n" + line for line in below))]
    if node.is_collection and not node.flow and begins_line(text, node.start) and site.key is not None:
        return _for_rows(source, site, on_line, below)
    if node.is_nothing and site.around:
        on_line = " " + on_line if on_line else ""
    start, until = node.start, node.end
    if not on_line:
        start = len(text[:start].rstrip(" "))
    if until and text[until - 1] == "\n":  # the empty lines that belong to its last text stay
        until = len(text[:until].rstrip(" \n"))
    if not below:
        return [Splice(start, until, on_line)]
    end = line_end(text, until)
    return [Splice(start, until, on_line), Splice(end, end, "".join("\n" + line for line in below))]


def _laid_out(source: Source, site: Site, value: Value) -> tuple[str, list[str]]:
    """Return what of a value stands on the line that it begins on, and the lines that follow."""
    hand, node = source.hand, site.node
    name = None if site.key is None else site.key.text
    if is_scalar(value):
        return hand.spell(value, name=name), []
    before = node.column
    if not value or (node.entries and node.flow and not has_lines(value)):
        return spelled_in_brackets(value, hand), []
    parent = site.parent
    if parent is None:
        return "\n".join(lines_of_collection(value, 0, hand)), []
    was_rows = node.is_collection and not node.flow
    short = None if was_rows else in_brackets(value, before, hand)
    if short is not None:
        return short, []
    if was_rows and node.kind == ("mapping" if is_mapping(value) else "list"):
        lines = lines_of_collection(value, node.column, hand)
    elif parent.kind == "mapping":
        lines = lines_of_collection(value, parent.column + (hand.step if is_mapping(value) else hand.dash), hand)
    else:
        lines = lines_of_collection(value, parent.column + 1 + hand.gap, hand)
    if parent.kind == "list":
        return lines[0].lstrip(" "), lines[1:]
    return "", lines


def _for_rows(source: Source, site: Site, on_line: str, below: list[str]) -> list[Splice]:
    """Return how something takes the place of lines that stand below a name."""
    node, text, key = site.node, source.text, site.key
    if key is None:
        raise AssertionError("lines of their own stand below a name")
    start, end = line_start(text, node.start), after_line(text, node.end)
    new = "".join(line + "\n" for line in below) + as_lines(text, remarks(text, start, end, [node]), node.column)
    if not on_line:
        return [Splice(start, end, new)]
    colon = text.index(":", key.end) + 1
    return [Splice(colon, colon, " " + on_line), Splice(start, end, new)]
