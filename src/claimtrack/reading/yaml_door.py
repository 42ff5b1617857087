"""The YAML door: the only module that knows PyYAML and ruamel.yaml.

PyYAML reads: its binding to libyaml gives nodes with places fifty times faster than ruamel.yaml's round trip, and where there is no
libyaml the same code runs over PyYAML's own parser. Nothing is constructed and no scalar is resolved: every scalar stays the text that
it is. ruamel.yaml is the second opinion: on a file that cannot be parsed, because its words say what it found and where, and on a file
that was edited, because both have to read the same. It is only loaded for that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, TypeAlias, cast

import attrs
from yaml.composer import Composer
from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.resolver import Resolver
from yaml.scanner import Scanner

try:
    from yaml._yaml import CParser
except ImportError:  # PyYAML was built without libyaml
    CParser = None  # type: ignore[assignment, misc]  # the stubs only know PyYAML with libyaml

__all__ = [
    "NOTHING",
    "AliasEvent",
    "CollectionEndEvent",
    "CollectionNode",
    "CollectionStartEvent",
    "DocumentStartEvent",
    "Event",
    "MappingNode",
    "MappingStartEvent",
    "Mark",
    "Node",
    "NodeEvent",
    "Place",
    "ScalarEvent",
    "ScalarNode",
    "SequenceNode",
    "Unparsable",
    "begin",
    "compose",
    "end",
    "events",
    "second_opinion",
    "second_reading",
    "type_in_1_1",
    "type_in_1_2",
    "what_was_read",
]


NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""What stands for no value where it is written without quotation marks."""


@attrs.frozen(order=True)
class Mark:
    """A place as parsers count it: line and column from 0, in code points."""

    line: int
    column: int


class Place(Protocol):
    """A place as PyYAML gives it with nodes and events: line, column and offset from 0, in code points."""

    line: int
    column: int
    index: int


def begin(of: Node | Event) -> Place:
    """Return where a node or event begins."""
    return cast("Place", of.start_mark)


def end(of: Node | Event) -> Place:
    """Return where a node or event ends; for a text below `|` or `>`, that is behind the empty lines that follow it."""
    return cast("Place", of.end_mark)


class Unparsable(Exception):  # noqa: N818  (what is wrong is the file, and it becomes a finding)
    """The text is no YAML, in the words of a parser.

    Attributes:
        problem: what the parser stumbled over.
        mark: where; None where the parser does not say.
        context: what it was doing at the time, such as "while scanning a quoted scalar"; may be empty.
        began: where that began.
    """

    def __init__(self, problem: str, mark: Mark | None, context: str = "", began: Mark | None = None) -> None:
        super().__init__(problem)
        self.problem = problem
        self.mark = mark
        self.context = context
        self.began = began

    @property
    def is_too_deep(self) -> bool:
        """Whether the parser gave up because lists and mappings are nested deeper than it goes; libyaml from 0.2.6 on has such a bound."""
        return "nested too deep" in self.problem or "nesting depth" in self.problem

    @classmethod
    def made_of(cls, error: Any) -> Unparsable:  # noqa: ANN401  (both libraries have classes of the same form, and neither knows the other's)
        """Take over what a parser's exception says."""
        return cls(
            str(error.problem or error.context or error),
            _mark(error.problem_mark or error.context_mark),
            str(error.context or ""),
            _mark(error.context_mark),
        )


def _mark(mark: Any) -> Mark | None:  # noqa: ANN401  (three libraries, three classes of marks)
    return None if mark is None else Mark(mark.line, mark.column)


class _Unresolved:
    """What parsers ask about the meaning of values, answered with nothing: the field decides, not the file."""

    def descend_resolver(self, _current_node: object, _current_index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass

    def resolve(self, _kind: object, _value: object, _implicit: object) -> None:
        pass


class PurePythonParser(_Unresolved, Reader, Scanner, Parser, Composer):
    """PyYAML's own parser, where there is no libyaml."""

    def __init__(self, data: bytes) -> None:
        Reader.__init__(self, data)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)


_fastest_parser: Callable[[bytes], Any] = PurePythonParser

if CParser is not None:

    class _LibyamlParser(_Unresolved, CParser):
        """PyYAML's binding to libyaml."""

    _fastest_parser = _LibyamlParser


def compose(data: bytes) -> Node | None:
    """Read one document as a tree of nodes whose places are known.

    libyaml calls itself for each level of nesting and takes the process down some 25,000 levels later, so that *data* has to have gone
    through the guard before.

    Arguments:
        data: UTF-8 without a byte order mark.

    Returns:
        The root, or None where there is no document.

    Raises:
        Unparsable: It is no YAML, or more than one document, or it is nested too deep for this parser.
    """
    try:
        parser = _fastest_parser(data)
        try:
            root: Node | None = parser.get_single_node()
        finally:
            parser.dispose()
    except RecursionError:
        raise Unparsable("nested too deep", None) from None
    except MarkedYAMLError as error:
        raise Unparsable.made_of(error) from None
    except YAMLError as error:  # a character that YAML does not know: the guard has seen it before, and more precisely
        raise Unparsable(str(error), None) from None
    return root


def events(data: bytes) -> Iterator[Event]:
    """Yield what the parser meets, one event at a time and nothing built, so that a reader can stop at any bound.

    Arguments:
        data: UTF-8 without a byte order mark.

    Raises:
        Unparsable: It is no YAML from here on.
    """
    try:
        parser = _fastest_parser(data)
        try:
            while parser.check_event():
                event = parser.get_event()
                if event is not None:
                    yield event
        finally:
            parser.dispose()
    except MarkedYAMLError as error:
        raise Unparsable.made_of(error) from None
    except YAMLError as error:
        raise Unparsable(str(error), None) from None


def second_opinion(text: str) -> Unparsable | None:
    """Have ruamel.yaml read a text that PyYAML could not parse, and return what it complains of.

    Returns:
        Its complaint, or None where it finds nothing wrong or fails in a way of its own.
    """
    from ruamel.yaml import YAML  # noqa: PLC0415  (slow to load, and needed only for files that are broken)
    from ruamel.yaml.error import MarkedYAMLError as MarkedError  # noqa: PLC0415

    try:
        for _ in YAML(typ="safe", pure=True).parse(text):
            pass
    except MarkedError as error:
        return Unparsable.made_of(error)
    except Exception:  # noqa: BLE001  (it is asked for better words only; whatever happens to it, we have our own)
        return None
    return None


What: TypeAlias = tuple[str, ...]
"""What a reader met, without its place: the kind of event, its anchor, its tag, and what else there is to it."""


def what_was_read(met: Iterable[Any]) -> list[What]:
    """Return what events say, in words that are the same whichever of the two libraries they are from."""
    return [_what(one) for one in met]


def _what(event: Any) -> What:  # noqa: ANN401  (both libraries have classes of the same form, and neither knows the other's)
    kind = event.__class__.__name__
    anchor, tag = getattr(event, "anchor", None) or "", str(getattr(event, "tag", None) or "")
    if kind == "ScalarEvent":
        return (kind, anchor, tag, event.style or "", event.value)
    if kind in ("SequenceStartEvent", "MappingStartEvent"):
        return (kind, anchor, tag, "flow" if event.flow_style else "block")
    return (kind, anchor) if kind == "AliasEvent" else (kind,)


def second_reading(text: str) -> list[What]:
    """Have ruamel.yaml read a text, and return what it met.

    Arguments:
        text: the text, without a byte order mark.

    Raises:
        Unparsable: It cannot read it.
    """
    from ruamel.yaml import YAML  # noqa: PLC0415  (slow to load, and needed only where something is changed)
    from ruamel.yaml.error import MarkedYAMLError as MarkedError  # noqa: PLC0415

    try:
        return what_was_read(YAML(typ="safe", pure=True).parse(text))
    except MarkedError as error:
        raise Unparsable.made_of(error) from None
    except Exception as error:  # noqa: BLE001  (it fails on some texts in ways of its own, and all of them mean that it cannot read them)
        raise Unparsable(str(error) or error.__class__.__name__, None) from None


_tag_in_1_1: Callable[[type[Node], str, tuple[bool, bool]], str] = Resolver().resolve
_TYPES_1_2 = {
    "null": re.compile(r"null|Null|NULL|~|"),
    "bool": re.compile(r"true|True|TRUE|false|False|FALSE"),
    "int": re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
    "float": re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"),
}
"""The core schema of YAML 1.2.2, section 10.3.2."""


def type_in_1_1(text: str) -> str:
    """Return what PyYAML, which keeps to YAML 1.1, takes a word for that stands there without quotation marks, such as `str` or `int`."""
    return _tag_in_1_1(ScalarNode, text, (True, False)).removeprefix("tag:yaml.org,2002:")


def type_in_1_2(text: str) -> str:
    """Return what YAML 1.2 takes a word for that stands there without quotation marks."""
    return next((name for name, form in _TYPES_1_2.items() if form.fullmatch(text)), "str")
