"""Links between named things, and the circles that they run in; linear, and without recursion, so that no chain is too long."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence

Links = Mapping[str, Sequence[str]]
"""For each name those that it leads to; names that are no key lead nowhere."""


def groups(links: Links) -> list[tuple[str, ...]]:
    """Return the names in groups that all reach each other, every group after those that it leads to.

    A name that no circle runs through is a group by itself. Names that are no key belong to no group.

    >>> groups({"a": ["b"], "b": ["c"], "c": ["b"], "d": []})
    [('b', 'c'), ('a',), ('d',)]
    """
    backwards: dict[str, list[str]] = {name: [] for name in links}
    for name, targets in links.items():
        for target in targets:
            if target in backwards:
                backwards[target].append(name)
    place = {name: number for number, name in enumerate(links)}
    found: list[tuple[str, ...]] = []
    taken: set[str] = set()
    for name in reversed(_in_order_of_leaving(links)):
        if name in taken:
            continue
        taken.add(name)
        group = [name]
        for member in group:
            for one in backwards[member]:
                if one not in taken:
                    taken.add(one)
                    group.append(one)
        found.append(tuple(sorted(group, key=place.__getitem__)))
    return found[::-1]


def circle(group: tuple[str, ...], links: Links) -> tuple[str, ...]:
    """Return the shortest circle through the first of a group, each name of it once; empty where no circle runs through it.

    >>> circle(("a", "b", "c"), {"a": ["b"], "b": ["c"], "c": ["b", "a"]})
    ('a', 'b', 'c')
    >>> circle(("a",), {"a": ["a"]})
    ('a',)
    """
    first, members = group[0], set(group)
    came_from: dict[str, str] = {}
    waiting = deque([first])
    while waiting:
        name = waiting.popleft()
        for target in links[name]:
            if target == first:
                way = [name]
                while way[-1] != first:
                    way.append(came_from[way[-1]])
                return tuple(reversed(way))
            if target in members and target not in came_from:
                came_from[target] = name
                waiting.append(target)
    return ()


def _in_order_of_leaving(links: Links) -> list[str]:
    """Return the names in the order in which a walk along all links leaves them for good."""
    left: list[str] = []
    seen: set[str] = set()
    for start in links:
        if start in seen:
            continue
        seen.add(start)
        path = [(start, iter(links[start]))]
        while path:
            name, further = path[-1]
            target = next((one for one in further if one in links and one not in seen), None)
            if target is None:
                left.append(name)
                path.pop()
            else:
                seen.add(target)
                path.append((target, iter(links[target])))
    return left
