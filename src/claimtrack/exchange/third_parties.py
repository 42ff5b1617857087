"""Formats that other packages add, by an entry point of the group ``claimtrack.formats`` that names a :class:`Format`.

Nothing of another package is loaded before somebody asks for its format by name. The names of our own formats are never looked up there.
"""

from __future__ import annotations

import importlib.metadata

import attrs

from claimtrack.errors import UsageError
from claimtrack.exchange.guarding import Origin
from claimtrack.exchange.registry import FORMATS, Format

GROUP = "claimtrack.formats"
"""The group of entry points in which a package names its formats."""


def find_format(name: str) -> Format | None:
    """Return a format by its name: one of ours, else one of another package; None where there is none of that name.

    Raises:
        UsageError: two packages bring a format of that name.
        ForeignFaultError: the package that brings it fails, or names something else than a format.
    """
    if name in FORMATS:
        return FORMATS[name]
    found = list(importlib.metadata.entry_points(group=GROUP, name=name))
    if not found:
        return None
    if len(found) > 1:
        raise UsageError(f"several packages bring a format {name!r}: {', '.join(sorted(map(_package, found)))}; uninstall all but one")
    origin = Origin(name, _package(found[0]))
    with origin.blamed():
        form = found[0].load()
    if not isinstance(form, Format):
        raise origin.fault(
            f"names {found[0].value!r} in its entry point; that is no claimtrack.exchange.Format but of type {type(form).__name__}"
        )
    return attrs.evolve(form, name=name, package=origin.package)


def format_names() -> list[str]:
    """Return the names of all formats, ours first; nothing of other packages is loaded for that."""
    others = {one.name for one in importlib.metadata.entry_points(group=GROUP)}
    return [*FORMATS, *sorted(others - set(FORMATS))]


def _package(entry: importlib.metadata.EntryPoint) -> str:
    return f"{entry.dist.name} {entry.dist.version}" if entry.dist else entry.module
