"""Chances: a random change of a random place, with a value that is as likely hostile as not."""

from __future__ import annotations

import datetime
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING

from claimtrack.changes import Add, Append, Bare, Change, Insert, Move, Remove, RenameKey, Scalar, Set, Value
from claimtrack.locations import RecordPath

if TYPE_CHECKING:
    from tests.fuzz.edit_oracle import Tree
else:
    from edit_oracle import Tree

PLAIN = ["ada", "in-review", "Harbour Office", "A sentence that says something about the harbour.", "https://office.example/a?b=c&d#e"]
HOSTILE = (
    """
a: b|a #b|#|: |:|a:|- a|? a|-|?|,|[a]|{a: b}|a, b|*a|&a|!a|%a|@a|`a`|>|'|"|it's|say "no"|"quoted"|'quoted'|back\\slash|\\n|\\
no|yes|on|off|y|n|True|null|Null|~|=|<<|NaN|.nan|.inf|-.Inf|0o7|010|0x1F|0b1|1:30|1:30:00|.5|5.|1_000|1,000|1e3|1.5e+3|+1|-1|0
2026-02-09|2026-02|2026-2-9|2026-02-09T10:00:00Z|2026-02-09 10:00:00|12e03|0.0|-0|---|...|--- a|... a|key: [a|}|]|a ]|a}|a:b|a,b
""".strip()
    .replace("\n", "|")
    .split("|")
)
HOSTILE += [
    "",
    " ",
    "   ",
    " a",
    "a ",
    "\ta",
    "a\tb",
    "a\t",
    "\n",
    "\n\n",
    "a\n",
    "a\nb",
    "a\nb\n",
    "a\n\nb\n\n",
    "\na",
    " a\nb",
    "a\n b\n",
    "a\n  \nb",
]
HOSTILE += [
    "a \nb\n",
    "a\n# b\n",
    "a: b\nc: d\n",
    "- a\n- b\n",
    "---\na\n",
    "...\n",
    "a\n...\n",
    "\ta\n",
    "a\n\tb\n",
    "a  b",
    "a" * 300,
    "word " * 80,
]
HOSTILE += ["\N{SMILING FACE WITH OPEN MOUTH}", "naïve – „Zitat“", "\N{NO-BREAK SPACE}a", "العربية", "👩‍👩‍👧", "a\u200bb", "|", "||", "a|b"]
NAMES = ["new_field", "a b", "on", "no", "2026", "x:y", "null", "-", "naïve", "", "#", "true", "a: b", "q'q", "[x]", "<<"]


def choose(random: Random, tree: Tree) -> Change:
    """Choose a change of a tree, of a kind that is possible somewhere in it if it is at all."""
    kinds = [_set, _set, _set, _same, _add, _append, _insert, _remove, _remove, _move, _rename]
    for make in random.sample(kinds, len(kinds)):
        change = make(random, tree)
        if change is not None:
            return change
    raise AssertionError("a tree with a path in it can be changed")


def text(random: Random) -> str:
    """Choose a text."""
    return random.choice(PLAIN if random.random() < 0.4 else HOSTILE)


def scalar(random: Random) -> Scalar:
    """Choose a text, a word, a number, a day, or yes or no."""
    other: list[Scalar] = [
        Bare("2026-02-09"),
        Bare("yes"),
        Bare("4:20"),
        Bare("007"),
        7,
        -12,
        Decimal("0.50"),
        True,
        datetime.date(2026, 2, 9),
    ]
    return random.choice(other) if random.random() < 0.2 else text(random)


def value(random: Random, room: int = 2) -> Value:
    """Choose any value."""
    what = random.random()
    if what < 0.6 or room == 0:
        return scalar(random)
    number = random.randrange(4)
    if what < 0.75:
        return [value(random, room - 1) for _ in range(number)]
    return {name: value(random, room - 1) for name in random.sample(NAMES[:8], number)}


def _set(random: Random, tree: Tree) -> Change | None:
    path = random.choice(tree.paths)
    if tree.kinds[path] != "scalar" and random.random() < 0.8:
        return None
    return Set(path, scalar(random) if random.random() < 0.85 else value(random))


def _same(random: Random, tree: Tree) -> Change | None:
    scalars = [path for path in tree.paths if tree.kinds[path] == "scalar"]
    if not scalars:
        return None
    path = random.choice(scalars)
    return Set(path, tree.written(path))


def _in(random: Random, tree: Tree, kind: str) -> RecordPath | None:
    places: list[RecordPath] = [path for path in [(), *tree.paths] if tree.kinds.get(path) == kind]
    return random.choice(places) if places else None


def _add(random: Random, tree: Tree) -> Change | None:
    path = _in(random, tree, "mapping")
    if path is None:
        return None
    names = tree.names(path)
    order = tuple(random.sample([*names, "new_field"], len(names) + 1)) if random.random() < 0.5 else ()
    name = "new_field" if order else random.choice([one for one in NAMES if one not in names])
    return Add((*path, name), value(random), order)


def _append(random: Random, tree: Tree) -> Change | None:
    path = _in(random, tree, "list")
    return None if path is None else Append(path, value(random))


def _insert(random: Random, tree: Tree) -> Change | None:
    path = _in(random, tree, "list")
    return None if path is None else Insert((*path, random.randint(0, tree.length(path))), value(random))


def _remove(random: Random, tree: Tree) -> Change | None:
    paths = [path for path in tree.paths if len(path) > 1 or tree.length(()) > 1]
    return Remove(random.choice(paths)) if paths else None


def _move(random: Random, tree: Tree) -> Change | None:
    items = [path for path in tree.paths if isinstance(path[-1], int)]
    if not items:
        return None
    path = random.choice(items)
    return Move(path, random.randrange(tree.length(path[:-1])))


def _rename(random: Random, tree: Tree) -> Change | None:
    fields = [path for path in tree.paths if isinstance(path[-1], str)]
    if not fields:
        return None
    path = random.choice(fields)
    return RenameKey(path, random.choice([one for one in NAMES if one not in tree.names(path[:-1])]))
