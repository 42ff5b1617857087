"""Which sources nobody can follow to where their information comes from."""

from __future__ import annotations

from collections.abc import Mapping

from claimtrack.lineage.circles import groups
from claimtrack.records.source import Source


def doubtful(sources: Mapping[str, Source]) -> frozenset[str]:
    """Return the sources that cite one that does not exist, or cite each other in a circle, and all that have their information from those.

    Arguments:
        sources: the sources by id.

    >>> cites = {"a": ("b",), "b": ("unknown",), "c": (), "d": ("d",), "e": ("c",)}
    >>> sorted(doubtful({name: Source(id=name, cites=cited) for name, cited in cites.items()}))
    ['a', 'b', 'd']
    """
    links = {name: source.cites for name, source in sources.items()}
    if not any(links.values()):
        return frozenset()
    found: set[str] = set()
    for group in groups(links):  # every group comes after those that it leads to
        in_a_circle = len(group) > 1 or group[0] in links[group[0]]
        if in_a_circle or any(cited not in links or cited in found for cited in links[group[0]]):
            found.update(group)
    return frozenset(found)
