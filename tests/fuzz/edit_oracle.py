"""The oracle: what an edit has to come to, found out by readers and a pen that the editor does not use.

Trees are made from PyYAML's nodes and from ruamel.yaml's, tags resolved; comments are what stands between PyYAML's tokens.
"""

from __future__ import annotations

import datetime
import difflib
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeAlias

import yaml
from ruamel.yaml import YAML

from claimtrack.changes import Add, Append, Bare, Change, Insert, Move, Remove, RenameKey, Set, Value
from claimtrack.locations import RecordPath

Plain: TypeAlias = tuple[Any, ...]
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST_ALIASES = 50
_TAG = "tag:yaml.org,2002:"
_NEW_TAGS: list[tuple[type, set[str]]] = [
    (str, {"str"}),
    (Bare, {"str", "bool", "timestamp", "int", "float"}),
    (bool, {"bool"}),
    (int, {"int"}),
    (Decimal, {"int", "float"}),
    (datetime.date, {"timestamp", "str"}),
]


@dataclass
class Scalar:
    """A scalar as it stands in a file."""

    value: str
    sign: str
    is_simple: bool
    """Whether it is on one line, and without escapes."""


@dataclass
class Tree:
    """The documents of a file."""

    documents: list[Plain]
    paths: list[RecordPath]
    kinds: dict[RecordPath, str]
    scalars: dict[RecordPath, Scalar]
    nodes: dict[RecordPath, Any]

    def written(self, path: RecordPath) -> str | Bare:
        """Return a scalar in such a way that setting it changes nothing."""
        one = self.scalars[path]
        return one.value if one.sign else Bare(one.value)

    def names(self, path: RecordPath) -> list[str]:
        return [key.value for key, _ in self.nodes[path].value if isinstance(key, yaml.ScalarNode)]

    def length(self, path: RecordPath) -> int:
        value = self.nodes[path].value
        return len(value)


def read(data: bytes) -> Tree | None:
    """Return the documents of a file, or None where PyYAML reads none or they are such that no tree can be made of them."""
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
        aliases = sum(isinstance(one, yaml.AliasToken) for one in yaml.scan(text, Loader=_LOADER))
        nodes = list(yaml.compose_all(text, Loader=_LOADER)) if aliases <= _MOST_ALIASES else []
        if not nodes or nodes[0] is None:
            return None
        tree = Tree([_plain(node) for node in nodes], [], {}, {}, {})
        _walk(tree, nodes[0], (), set())
    except (UnicodeDecodeError, yaml.YAMLError, RecursionError):  # the last one where a value is inside itself
        return None
    return tree


def _walk(tree: Tree, node: Any, path: RecordPath, seen: set[int]) -> None:  # noqa: ANN401
    tree.nodes[path] = node
    if path:
        tree.paths.append(path)
    if id(node) in seen:  # an alias; what is inside of it stands elsewhere
        tree.kinds[path] = "alias"
        return
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        tree.kinds[path] = "scalar"
        start, end = node.start_mark, node.end_mark
        length = len(node.value) + (2 if node.style in ("'", '"') else 0)
        is_on_one_line = start.line == end.line and node.style not in ("|", ">")
        is_simple = is_on_one_line and end.index - start.index == length > 0 and "\t" not in node.value
        tree.scalars[path] = Scalar(node.value, node.style or "", is_simple)
    elif isinstance(node, yaml.SequenceNode):
        tree.kinds[path] = "list"
        for number, one in enumerate(node.value):
            _walk(tree, one, (*path, number), seen)
    elif isinstance(node, yaml.MappingNode):
        tree.kinds[path] = "mapping"
        for key, one in node.value:
            if isinstance(key, yaml.ScalarNode):
                _walk(tree, one, (*path, key.value), seen)


def _plain(node: Any) -> Plain:  # noqa: ANN401  (nodes of two libraries)
    if node is None:
        return ("nothing",)
    tag = str(node.tag).removeprefix(_TAG)
    if hasattr(node, "value") and isinstance(node.value, str):
        return ("scalar", tag, node.value)
    if tag == "seq" or (node.value and not isinstance(node.value[0], tuple)):
        return ("list", tag, [_plain(one) for one in node.value])
    return ("mapping", tag, [(_plain(key), _plain(one)) for key, one in node.value])


def scalar_at(tree: Tree, path: RecordPath) -> Scalar | None:
    """Return the scalar at a path, or None."""
    return tree.scalars.get(path)


# What is wrong


def wrong_about(before: bytes, tree: Tree, change: Change, after: bytes) -> str | None:
    """Return what is wrong about an edit that was made, or None."""
    now = read(after)
    if now is None:
        return "PyYAML cannot read what came out"
    if after == before:
        return None if _is(tree, change, now) else "nothing was changed"
    if not _is(tree, change, now):
        return "PyYAML reads something else than the tree with the change in it"
    return _wrong_for_ruamel(before, after, change) or _wrong_bytes(before, change, after)


def _is(tree: Tree, change: Change, now: Tree) -> bool:
    first, *others = tree.documents
    return others == now.documents[1:] and _fits(_changed(first, change, change.path, now.documents[0]), now.documents[0])


def _wrong_for_ruamel(before: bytes, after: bytes, change: Change) -> str | None:
    old, new = _ruamel(before), _ruamel(after)
    if new is None:
        return "ruamel.yaml cannot read what came out"
    if old is None:  # what it could not read is gone
        return None
    fits = _fits(_changed(old[0], change, change.path, new[0]), new[0])
    return None if fits and old[1:] == new[1:] else "ruamel.yaml reads something else than the tree with the change in it"


@lru_cache(maxsize=256)
def _ruamel(data: bytes) -> list[Plain] | None:
    yaml_ = YAML(typ="safe", pure=True)
    yaml_.allow_duplicate_keys = True
    try:
        return [_plain(one) for one in yaml_.compose_all(data.decode("utf-8").removeprefix("\ufeff"))]
    except Exception:  # noqa: BLE001  (it has failures of its own)
        return None


def _wrong_bytes(before: bytes, change: Change, after: bytes) -> str | None:
    old, new = before.decode("utf-8"), after.decode("utf-8")
    if old.startswith("\ufeff") != new.startswith("\ufeff"):
        return "another byte order mark"
    if old.endswith("\n") != new.endswith("\n"):
        return "another end of the last line"
    if _line_ends(old) and not _line_ends(new) <= _line_ends(old):
        return "other line ends"
    was, now = comments(old), comments(new)
    if Counter(was) != Counter(now) or (was != now and not isinstance(change, Move)):
        return f"comments {was} became {now}"
    if not isinstance(change, Move) and _lines_gone(old, new) > _most_lines(old, change):
        return "lines were changed that have nothing to do with it"
    return None


def _line_ends(text: str) -> set[str]:
    return set(re.findall(r"\r?\n", text))


def _lines_gone(old: str, new: str) -> int:
    """Return how many lines of a text are not there any more: those between the common beginning and the common end, or fewer of them."""
    one, other = old.splitlines(), new.splitlines()
    first = next((number for number, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest = zip(one[first:][::-1], other[first:][::-1], strict=False)
    last = next((number for number, (a, b) in enumerate(rest) if a != b), min(len(one), len(other)) - first)
    between, became = one[first : len(one) - last], other[first : len(other) - last]
    matches = difflib.SequenceMatcher(None, between, became, autojunk=False).get_matching_blocks()
    return len(between) - sum(match.size for match in matches)


def _most_lines(old: str, change: Change) -> int:
    """Return how many lines a change may take away: those of what it is about, one more on each side, and empty ones beside it."""
    if isinstance(change, Add | Append | Insert | RenameKey):
        return 2
    node = read(old.encode("utf-8"))
    if node is None:
        return 0
    marks = node.nodes[change.path]
    lines: int = marks.end_mark.line - marks.start_mark.line
    return lines + 4 + sum(not line.strip() for line in old.splitlines())


def comments(text: str) -> list[str]:
    """Return the comments of a text: what begins with `#` between two tokens."""
    found: list[str] = []
    at = 0
    text = text.removeprefix("\ufeff")
    for token in yaml.scan(text, Loader=_LOADER):
        start = token.start_mark.index
        if start > at:
            found += _in_gap(text[at:start])
        at = max(at, token.end_mark.index)
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            found += re.findall(r"\A[|>][-+0-9]*[ \t]+(#[^\n]*?)[ \t\r]*(?:\n|\Z)", text[start:at])
    return found + _in_gap(text[at:])


def _in_gap(gap: str) -> list[str]:
    return [one.rstrip() for one in re.findall(r"#[^\n]*", gap)]


# The change, made in a plain tree


def _changed(tree: Plain, change: Change, path: RecordPath, now: Plain) -> Plain:
    """Return a tree with a change made in it; what is new is marked, and matches whatever may stand for it."""
    steps = path if isinstance(change, Set | Append) else path[:-1]
    if not steps:
        return _made(tree, change, now)
    kind, tag, entries = tree
    place = _place(tree, steps[0])
    inner_now = _child(now, steps[0])
    entry = entries[place]
    if kind == "list":
        new: Any = _changed(entry, change, (*path[1:],), inner_now)
    else:
        new = entry[0], _changed(entry[1], change, (*path[1:],), inner_now)
    return (kind, tag, [*entries[:place], new, *entries[place + 1 :]])


def _place(tree: Plain, step: str | int) -> int:
    if isinstance(step, int):
        return step
    return next((number for number, (key, _) in enumerate(tree[2]) if key[0] == "scalar" and key[2] == step), -1)


def _child(tree: Plain, step: str | int) -> Plain:
    if len(tree) < 3 or isinstance(tree[2], str):
        return ("nothing",)
    place = _place(tree, step)
    if not 0 <= place < len(tree[2]):
        return ("nothing",)
    child: Plain = tree[2][place] if tree[0] == "list" else tree[2][place][1]
    return child


def _made(tree: Plain, change: Change, now: Plain) -> Plain:
    if isinstance(change, Set):
        return ("new", change.value, tree)
    kind, tag = tree[:2]
    entries = [*tree[2]] if tree[0] != "scalar" else []
    if isinstance(change, Append):
        return ("list", "seq" if not entries else tag, [*entries, ("new", change.value, None)])
    last = change.path[-1]
    place = _place(tree, last) if tree[0] != "scalar" else 0
    if isinstance(change, Insert):
        entries.insert(place, ("new", change.value, None))
        return ("list", "seq" if not entries[1:] else tag, entries)
    if isinstance(change, Add):
        entries.insert(max(_place(now, last), 0) if now[0] == "mapping" else 0, (("name", last), ("new", change.value, None)))
        return ("mapping", "map" if not entries[1:] else tag, entries)
    if isinstance(change, Remove):
        del entries[place]
    elif isinstance(change, RenameKey):
        entries[place] = (("name", change.name), entries[place][1])
    elif isinstance(change, Move):
        entries.insert(change.to, entries.pop(place))
    return (kind, tag, entries)


def _fits(want: Any, now: Any) -> bool:  # noqa: ANN401  (trees of trees)
    if want[0] == "new":
        return _is_value(want[1], now) or (want[2] is not None and want[2] == now and _is_letters(want[1], now))
    if want[0] == "name":
        return bool(now[0] == "scalar" and now[2] == want[1])
    if want[0] == "scalar" or len(want) < 3:
        return bool(want == now)
    if want[:2] != now[:2] or len(want[2]) != len(now[2]):
        return False
    if want[0] == "list":
        return all(_fits(one, other) for one, other in zip(want[2], now[2], strict=True))
    return all(_fits(one, other) and _fits(a, b) for (one, a), (other, b) in zip(want[2], now[2], strict=True))


def _is_letters(value: Value, now: Plain) -> bool:
    """Tell whether what was left alone is the value that was asked for."""
    if isinstance(value, Mapping):
        return bool(now[0] == "mapping" and {key[2] for key, _ in now[2]} == set(value))
    if isinstance(value, list):
        return bool(now[0] == "list" and len(now[2]) == len(value))
    return bool(now[0] == "scalar" and now[2] == letters(value))


def letters(value: Any) -> str:  # noqa: ANN401
    """Return what a value is as a word."""
    if isinstance(value, Bare):
        return value.text
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, datetime.date) else format(value, "f") if isinstance(value, Decimal) else str(value)


def _is_value(value: Value, now: Plain) -> bool:
    if isinstance(value, Mapping):
        pairs = zip(value.items(), now[2], strict=True) if now[0] == "mapping" and len(now[2]) == len(value) else None
        return pairs is not None and all(key[2] == name and _is_value(one, other) for (name, one), (key, other) in pairs)
    if isinstance(value, list):
        return now[:2] == ("list", "seq") and len(now[2]) == len(value) and all(map(_is_value, value, now[2]))
    tags = next(tags for kind, tags in _NEW_TAGS if isinstance(value, kind))
    return now[0] == "scalar" and now[1] in tags and now[2] == letters(value)
