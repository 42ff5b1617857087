"""Records under a name that makes them something else: an article called `artikel.yaml` would be read as a claim, fault by fault."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from claimtrack.findings import Finding, finding
from claimtrack.locations import START
from claimtrack.phrases import Phrase, say
from claimtrack.reading.field_places import keys_of
from claimtrack.reading.file_names import DESK, RIGHT_NAMES, FileKind, kind_by_name
from claimtrack.reading.kinds import STRAY_FILE
from claimtrack.reading.structuring import structure
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim
from claimtrack.records.desk import Desk
from claimtrack.records.source import Source


@attrs.frozen
class Misnamed:
    """A record that was meant to be another kind than its name makes it.

    Attributes:
        kind: what it was meant to be.
        finding: what is told about it, and nothing else.
    """

    kind: FileKind
    finding: Finding


def misnamed(file: str, values: Mapping[str, Any]) -> Misnamed | None:
    """Return what a record that does not fit a claim was meant to be, or None where it is a claim with faults.

    Its name speaks for another kind where its fields are more of that kind than of a claim; without such a name, all of it has to fit.

    Arguments:
        file: its name, relative to the project's root.
        values: what stands in it.
    """
    by_name = kind_by_name(file.rpartition("/")[2])
    if by_name is not None and _share(values, by_name) > _share(values, "claim"):
        return Misnamed(by_name, _finding(file, by_name))
    if any(key in keys_of(Claim) for key in values) and _share(values, "claim") > 0.5:  # noqa: PLR2004  (the half)
        return None
    fitting: tuple[FileKind, ...] = ("article", "desk", "sources")
    for kind in fitting:
        if _fits(values, kind):
            return Misnamed(kind, _finding(file, kind))
    return None


def _share(values: Mapping[str, Any], kind: FileKind) -> float:
    """Return which share of the fields there are in a kind of record; of sources, which share of the entries has fields of a source."""
    if not values:
        return 0
    if kind == "sources":
        return sum(_is_source(one) for one in values.values()) / len(values)
    known = keys_of({"article": Article, "desk": Desk, "claim": Claim}[kind])
    return sum(key in known for key in values) / len(values)


def _is_source(value: Any) -> bool:  # noqa: ANN401  (what stands in a file can be anything)
    return isinstance(value, dict) and bool(value) and sum(key in keys_of(Source) for key in value) * 2 > len(value)


def _fits(values: Mapping[str, Any], kind: FileKind) -> bool:
    """Tell whether values are a kind of record as they stand."""
    if kind == "sources":
        return all(structure(one, Source)[0] is not None for one in values.values()) and _share(values, kind) == 1
    return structure(values, Article if kind == "article" else Desk)[0] is not None


def _finding(file: str, kind: FileKind) -> Finding:
    hint = say("did you mean `{word}`?", word=RIGHT_NAMES[kind])
    if kind == "desk":
        hint = say("name it `{name}` and move it one folder up", name=DESK)
    return finding(STRAY_FILE, file, START, _message(kind), hint)


def _message(kind: FileKind) -> Phrase:
    match kind:
        case "sources":
            return say("the file has the name of a claim, but holds sources")
        case "article":
            return say("the file has the name of a claim, but holds an article")
        case _:
            return say("the file has the name of a claim, but holds a desk")
