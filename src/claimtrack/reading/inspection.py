"""The closer look: what a file is as YAML, event by event, with every fault in words and at its place.

Nothing is built here, so that no file can cost more than it has bytes. The look ends at the first bound that is broken, and where a file
has more errors than anybody would read.
"""

from __future__ import annotations

import re
from itertools import islice

import attrs

from claimtrack.findings import Finding, Kind, Related, Severity, finding
from claimtrack.locations import START, Span
from claimtrack.phrases import Phrase, say
from claimtrack.reading.block_texts import doubtful_block_text
from claimtrack.reading.characters import MOST_LOOKED_AT, forbidden_escapes
from claimtrack.reading.field_names import QUOTE_IT, Below, Names, Repetition
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
_IN_BRACKETS = re.compile(r"flow (sequence|mapping)")
_CLOSES_OR_SEPARATES = re.compile(r"[]},]")
_GLUED_COMMENT = re.compile(r" +(#[^\s#].*)")
_OPENING = re.compile(r"[\[{]")


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
        if error.is_too_deep:
            look.notice_depth()
        else:
            failure = error
    else:
        if admitted.sound:
            look.notice_root()
    look.notice_anchors()
    look.notice_repetitions()
    look.findings += forbidden_escapes(file, look.lines, [(start, end) for start, end, style in look.texts if style == '"'])
    tabs = misplaced_tabs(file, look.lines, look.texts, failure)
    look.findings += tabs
    if failure is not None and admitted.sound and not tabs and not look.knows_cause_of(failure):
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
    _repetitions: list[Repetition] = attrs.Factory(list)
    _root: NodeEvent | None = None
    _seen: int = 0
    """Where the last event ended."""
    _values: int = 0
    _warnings: int = 0
    _documents: int = 0

    def add(self, kind: Kind, span: Span, message: Phrase, hint: Phrase, related: tuple[Related, ...] = ()) -> None:
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
            message = say("{line} is an instruction to the YAML reader", line=excerpt(match[0]))
            self.add(DIRECTIVE, span, message, say("delete the line"))
        return re.sub("^%", "#", text[:end], flags=re.MULTILINE) + text[end:]

    def goes_on_after(self, event: Event) -> bool:
        """Take in an event; return false where the look ends."""
        self._seen = end(event).index
        if isinstance(event, NodeEvent):
            return self._node(event) and len(self.findings) + len(self._repetitions) - self._warnings <= MOST_LOOKED_AT
        if isinstance(event, CollectionEndEvent):
            closed = self._open.pop()
            if closed is not None and self._open and (around := self._open[-1]) is not None:
                around.goes_on_behind(closed)
        elif isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                span = _span(begin(event), 3)
                hint = say("put each record into its own file, or delete the line")
                self.add(SEVERAL_DOCUMENTS, span, say("a second document begins here"), hint)
                return False
        return True

    def notice_depth(self) -> None:
        """Report nesting that the parser did not want to follow, at the bracket that is one too many.

        To see whether brackets are the name of a field, a parser runs ahead of the events that it gives; there is nothing but brackets.
        """
        ahead = _OPENING.finditer(self.lines.text, self._seen)
        bracket = next(islice(ahead, MAX_NESTING - len(self._open), None), None)
        self._too_deep(self.lines.span(bracket.start() if bracket else self._seen))

    def notice_root(self) -> None:
        """Report a file that is no record because it is something else as a whole, or nothing at all."""
        root = self._root
        if root is None or (isinstance(root, ScalarEvent) and not root.style and root.value in NOTHING):
            written = [line for line in map(str.strip, self.lines.all) if line]
            if not written:
                message = say("there is nothing in the file")
            elif all(line.startswith("#") for line in written):
                message = say("there is nothing but comments in the file")
            else:
                message = say("there is nothing but {text} in the file", text=excerpt(written[-1]))
            self.add(EMPTY_FILE, START, message, say("write the record, or delete the file"))
        elif not isinstance(root, MappingStartEvent):
            found = say("a text") if isinstance(root, ScalarEvent) else say("a list")
            message = say("expected fields with their names, found {found}", found=found)
            self.add(NOT_A_MAPPING, self._on_first_line(root), message, say("begin each field with its name and a colon"))

    def notice_anchors(self) -> None:
        """Report every anchor with all of its repetitions, and every repetition of what is nowhere."""
        for name, anchor in self._anchors.items():
            if anchor.defined is None:
                message = say("`*{name}` repeats a value that nothing in the file is named for", name=name)
                for span in anchor.repeated:
                    self.add(ANCHOR, span, message, say("put the text in quotation marks if it begins with `*`"))
            else:
                message = say("a value is given the name `&{name}`, which records do not have", name=name)
                related = tuple(Related(self.file, span, say("repeated here")) for span in anchor.repeated)
                hint = say("write the value out wherever it belongs") if related else say("delete the name")
                self.add(ANCHOR, anchor.defined, message, hint, related)

    def knows_cause_of(self, failure: Unparsable) -> bool:
        """Tell whether a bracket is open because its end was taken for a comment; that finding is then an error, and the only one."""
        began, at = failure.began, failure.mark
        if began is None or not _IN_BRACKETS.search(f"{failure.context}: {failure.problem}"):
            return False
        for number, one in enumerate(self.findings):
            place = (one.span.line - 1, one.span.column - 1)
            is_between = (began.line, began.column) < place and (at is None or place < (at.line, at.column))
            comment = self.lines[place[0]][place[1] :]
            if one.code == GLUED_COMMENT.code and is_between and _CLOSES_OR_SEPARATES.search(comment):
                self.findings[number] = attrs.evolve(one, severity=Severity.ERROR)
                return True
        return False

    def notice_repetitions(self) -> None:
        """Report every repetition of names, with all the names that it has in the end."""
        self.findings += [one.finding(self.file) for one in self._repetitions]

    def _node(self, event: NodeEvent) -> bool:
        around = self._open[-1] if self._open else None
        is_name = around is not None and around.takes_turns()
        if not is_name:
            self._values += 1
            if self._values > self.most_values:
                message = say("more than {most:,} values", most=self.most_values)
                self.add(TOO_MANY_VALUES, _span(begin(event)), message, say("split the record"))
                return False
        if isinstance(event, AliasEvent):
            name = str(event.anchor)
            self._anchors.setdefault(name, _Anchor()).repeated.append(_span(begin(event), len(name) + 1))
            return True
        self._properties(event)
        self._root = self._root or event
        if isinstance(event, ScalarEvent):
            self._text(event)
            if is_name and around is not None:
                self._name(around, event)
            return True
        if is_name:
            message = say("a list or mapping stands where the name of a field belongs")
            self.add(BAD_KEY, _span(begin(event)), message, QUOTE_IT)
        return self._collection(Names(self._below(event)) if isinstance(event, MappingStartEvent) else None, begin(event))

    def _below(self, mapping: MappingStartEvent) -> Below:
        if not self._open or getattr(mapping, "flow_style", False):
            return "nothing"
        return "list" if self._open[-1] is None else "name"

    def _name(self, names: Names, event: ScalarEvent) -> None:
        wrong = names.take(self.file, self.lines, event)
        if isinstance(wrong, Repetition):
            self._repetitions.append(wrong)
        elif wrong is not None:
            self.findings.append(wrong)

    def _properties(self, event: NodeEvent) -> None:
        if event.anchor:
            anchor = self._anchors.setdefault(event.anchor, _Anchor())
            anchor.defined = anchor.defined or _span(begin(event), len(event.anchor) + 1)
        tag = getattr(event, "tag", None)
        if tag is not None and (written := _TAG.search(self.lines.text, begin(event).index)):
            span = self.lines.span(written.start(), len(written[0]))
            message = say("`{tag}` says what type a value has; in a record, the field says it", tag=written[0])
            self.add(TAG, span, message, say("delete it; if the text itself begins with `!`, put it in quotation marks"))

    def _text(self, event: ScalarEvent) -> None:
        first, last = begin(event), end(event)
        self.texts.append((first.index, last.index, event.style or ""))
        if len(event.value) > MAX_TEXT:
            message = say("the text has {length:,} characters, expected at most {most:,}", length=len(event.value), most=MAX_TEXT)
            self.add(TEXT_TOO_LONG, self._on_first_line(event), message, say("quote what matters and put the document into `archives/`"))
        elif event.style in ("|", ">") and (doubt := doubtful_block_text(self.file, self.lines, first.index, last.index)) is not None:
            self.findings.append(doubt)
        if not event.style and self._warnings < MOST_LOOKED_AT and (comment := _GLUED_COMMENT.match(self.lines[last.line], last.column)):
            self._warnings += 1
            lost = comment[1].rstrip()
            span = Span.at(last.line + 1, comment.start(1) + 1, len(lost))
            message = say("{lost} was taken for a comment and is not part of the text", lost=excerpt(lost))
            hint = say("put the text in quotation marks, or write a blank behind `#` if it is a comment")
            self.add(GLUED_COMMENT, span, message, hint)

    def _collection(self, names: Names | None, place: Place) -> bool:
        self._open.append(names)
        if len(self._open) > MAX_NESTING:
            self._too_deep(_span(place))
            return False
        return True

    def _too_deep(self, span: Span) -> None:
        message = say("lists and mappings are nested more than {most} deep here", most=MAX_NESTING)
        self.add(TOO_DEEP, span, message, say("write the value flat"))

    def _on_first_line(self, event: NodeEvent) -> Span:
        first, last = begin(event), end(event)
        if not isinstance(event, ScalarEvent):
            return _span(first)
        return _span(first, (last.column if last.line == first.line else len(self.lines[first.line].rstrip())) - first.column)


def _span(mark: Place, length: int = 1) -> Span:
    return Span.at(mark.line + 1, mark.column + 1, length)
