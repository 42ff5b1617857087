"""The closer look: what a file is as YAML, event by event, with every fault in words and at its place.

Nothing is built here, so that no file can cost more than it has bytes. The look ends at the first bound that is broken, and where a file
has more errors than anybody would read.
"""

from __future__ import annotations

import re
from itertools import islice

import attrs

from claimtrack.findings import Finding, Kind, Related, finding
from claimtrack.locations import START, Span
from claimtrack.reading.block_texts import doubtful_block_text
from claimtrack.reading.characters import MOST_LOOKED_AT, forbidden_escapes
from claimtrack.reading.field_names import QUOTE_IT, Names
from claimtrack.reading.guard import MAX_NESTING, MAX_TEXT, Admitted, bounds_of
from claimtrack.reading.kinds import (
    ANCHOR,
    BAD_KEY,
    DIRECTIVE,
    EMPTY_FILE,
    GLUED_COMMENT,
    NOT_A_MAPPING,
    SEVERAL_DOCUMENTS,
    TAG,
    TEXT_TOO_LONG,
    TOO_DEEP,
    TOO_MANY_VALUES,
)
from claimtrack.reading.lines import Lines, excerpt
from claimtrack.reading.plain_words import failure_in_words
from claimtrack.reading.tabs import misplaced_tabs
from claimtrack.reading.yaml_door import (
    NOTHING,
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    Place,
    ScalarEvent,
    Unparsable,
    begin,
    end,
    events,
)

_BEFORE_DOCUMENT = re.compile(r"(?:[ \t]*(?:#.*)?\r?\n|%.*\n?)*")
_DIRECTIVE = re.compile(r"^%.*?(?=\r?$)", re.MULTILINE)
_TAG = re.compile(r"!\S*")
_GLUED_COMMENT = re.compile(r" +(#[^\s#].*)")


def look_closer(file: str, admitted: Admitted) -> list[Finding]:
    """Go through a file, whatever it may be, and return all that is wrong with it as YAML.

    Arguments:
        file: its name, relative to the project's root.
        admitted: what the guard let in.
    """
    look = _Look(file, Lines(admitted.text), bounds_of(file).values)
    text = look.past_directives()
    failure = None
    try:
        for event in events(text.encode("utf-8")):
            if not look.goes_on_after(event):
                break
    except Unparsable as error:
        failure = error
    else:
        if admitted.sound:
            look.notice_root()
    look.notice_anchors()
    look.findings += forbidden_escapes(file, look.lines, [(start, end) for start, end, style in look.texts if style == '"'])
    tabs = misplaced_tabs(file, look.lines, look.texts, failure)
    look.findings += tabs
    if failure is not None and admitted.sound and not tabs:
        look.findings.append(failure_in_words(file, look.lines, failure, look.texts))
    return look.findings


@attrs.define
class _Anchor:
    """A name that a value has been given with `&`, or that is asked for with `*`, and all places where it is."""

    defined: Span | None = None
    repeated: list[Span] = attrs.Factory(list)


@attrs.define
class _Look:
    """What has been seen of a file so far."""

    file: str
    lines: Lines
    most_values: int
    findings: list[Finding] = attrs.Factory(list)
    texts: list[tuple[int, int, str]] = attrs.Factory(list)
    """Where every text begins and ends, and which sign it is written with: `"`, `'`, `|`, `>` or none."""
    _open: list[Names | None] = attrs.Factory(list)
    """The mappings and lists around the current place; for a mapping, the names of its fields so far."""
    _anchors: dict[str, _Anchor] = attrs.Factory(dict)
    _root: NodeEvent | None = None
    _values: int = 0
    _warnings: int = 0
    _documents: int = 0

    def add(self, kind: Kind, span: Span, message: str, hint: str = "", related: tuple[Related, ...] = ()) -> None:
        self.findings.append(finding(kind, self.file, span, message, hint, related))

    def past_directives(self) -> str:
        """Return the text with its directives made comments, so that places stay what they are."""
        text = self.lines.text
        if "%" not in text:
            return text
        head = _BEFORE_DOCUMENT.match(text)
        end = head.end() if head else 0
        for match in islice(_DIRECTIVE.finditer(text, 0, end), MOST_LOOKED_AT):
            span = self.lines.span(match.start(), len(match[0]))
            self.add(DIRECTIVE, span, f"{excerpt(match[0])} is an instruction to the YAML reader", "delete the line")
        return re.sub("^%", "#", text[:end], flags=re.MULTILINE) + text[end:]

    def goes_on_after(self, event: Event) -> bool:
        """Take in an event; return false where the look ends."""
        if isinstance(event, NodeEvent):
            return self._node(event) and len(self.findings) - self._warnings <= MOST_LOOKED_AT
        if isinstance(event, CollectionEndEvent):
            self._open.pop()
        elif isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                span = _span(begin(event), 3)
                self.add(SEVERAL_DOCUMENTS, span, "a second document begins here", "put each record into its own file, or delete the line")
                return False
        return True

    def notice_root(self) -> None:
        """Report a file that is no record because it is something else as a whole, or nothing at all."""
        root = self._root
        if root is None or (isinstance(root, ScalarEvent) and not root.style and root.value in NOTHING):
            written = [line for line in map(str.strip, self.lines.all) if line]
            only = "nothing but comments" if all(line.startswith("#") for line in written) else f"nothing but {excerpt(written[-1])}"
            self.add(EMPTY_FILE, START, f"there is {only if written else 'nothing'} in the file", "write the record, or delete the file")
        elif not isinstance(root, MappingStartEvent):
            found = "a text" if isinstance(root, ScalarEvent) else "a list"
            hint = "begin each field with its name and a colon"
            self.add(NOT_A_MAPPING, self._on_first_line(root), f"expected fields with their names, found {found}", hint)

    def notice_anchors(self) -> None:
        """Report every anchor with all of its repetitions, and every repetition of what is nowhere."""
        for name, anchor in self._anchors.items():
            if anchor.defined is None:
                hint = "put the text in quotation marks if it begins with `*`"
                for span in anchor.repeated:
                    self.add(ANCHOR, span, f"`*{name}` repeats a value that nothing in the file is named for", hint)
            else:
                related = tuple(Related(self.file, span, "repeated here") for span in anchor.repeated)
                hint = "write the value out wherever it belongs" if related else "delete the name"
                self.add(ANCHOR, anchor.defined, f"a value is given the name `&{name}`, which records do not have", hint, related)

    def _node(self, event: NodeEvent) -> bool:
        around = self._open[-1] if self._open else None
        is_name = around is not None and around.takes_turns()
        if not is_name:
            self._values += 1
            if self._values > self.most_values:
                self.add(TOO_MANY_VALUES, _span(begin(event)), f"more than {self.most_values:,} values", "split the record")
                return False
        if isinstance(event, AliasEvent):
            name = str(event.anchor)
            self._anchors.setdefault(name, _Anchor()).repeated.append(_span(begin(event), len(name) + 1))
            return True
        self._properties(event)
        self._root = self._root or event
        if isinstance(event, ScalarEvent):
            self._text(event)
            if is_name and around is not None and (wrong := around.take(self.file, self.lines, event)) is not None:
                self.findings.append(wrong)
            return True
        if is_name:
            self.add(BAD_KEY, _span(begin(event)), "a list or mapping stands where the name of a field belongs", QUOTE_IT)
        return self._collection(Names() if isinstance(event, MappingStartEvent) else None, begin(event))

    def _properties(self, event: NodeEvent) -> None:
        if event.anchor:
            anchor = self._anchors.setdefault(event.anchor, _Anchor())
            anchor.defined = anchor.defined or _span(begin(event), len(event.anchor) + 1)
        tag = getattr(event, "tag", None)
        if tag is not None and (written := _TAG.search(self.lines.text, begin(event).index)):
            span = self.lines.span(written.start(), len(written[0]))
            hint = "delete it; if the text itself begins with `!`, put it in quotation marks"
            self.add(TAG, span, f"`{written[0]}` says what type a value has; in a record, the field says it", hint)

    def _text(self, event: ScalarEvent) -> None:
        first, last = begin(event), end(event)
        self.texts.append((first.index, last.index, event.style or ""))
        if len(event.value) > MAX_TEXT:
            message = f"the text has {len(event.value):,} characters, expected at most {MAX_TEXT:,}"
            self.add(TEXT_TOO_LONG, self._on_first_line(event), message, "quote what matters and put the document into `archives/`")
        elif event.style in ("|", ">") and (doubt := doubtful_block_text(self.file, self.lines, first.index, last.index)) is not None:
            self.findings.append(doubt)
        if not event.style and self._warnings < MOST_LOOKED_AT and (comment := _GLUED_COMMENT.match(self.lines[last.line], last.column)):
            self._warnings += 1
            lost = comment[1].rstrip()
            span = Span.at(last.line + 1, comment.start(1) + 1, len(lost))
            hint = "put the text in quotation marks, or write a blank behind `#` if it is a comment"
            self.add(GLUED_COMMENT, span, f"{excerpt(lost)} was taken for a comment and is not part of the text", hint)

    def _collection(self, names: Names | None, place: Place) -> bool:
        self._open.append(names)
        if len(self._open) > MAX_NESTING:
            message = f"lists and mappings are nested more than {MAX_NESTING} deep here"
            self.add(TOO_DEEP, _span(place), message, "write the value flat")
            return False
        return True

    def _on_first_line(self, event: NodeEvent) -> Span:
        first, last = begin(event), end(event)
        if not isinstance(event, ScalarEvent):
            return _span(first)
        return _span(first, (last.column if last.line == first.line else len(self.lines[first.line].rstrip())) - first.column)


def _span(mark: Place, length: int = 1) -> Span:
    return Span.at(mark.line + 1, mark.column + 1, length)
