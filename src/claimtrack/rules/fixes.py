"""What rules offer to mend without a decision: only what readers are not told, and nothing that an approval covers."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from claimtrack.changes import Add, Bare, Move, Set
from claimtrack.findings import Fix
from claimtrack.fingerprint import COVERED
from claimtrack.locations import RecordPath
from claimtrack.project import Project
from claimtrack.records.fields import key_of, written_fields
from claimtrack.records.passage import Stretch
from claimtrack.records.source import Archive


def position_found(project: Project, file: str, path: RecordPath, places: Sequence[Stretch]) -> Fix | None:
    """Return what gives a quote the position at which it stands, if it stands at only one.

    Arguments:
        project: the records.
        file: the file of the quote.
        path: where its position stands.
        places: where its words stand in the text at hand.
    """
    if len(places) != 1 or _is_approved(project, file, path):
        return None
    return Fix(changes=(Set(path, Bare(str(places[0]))),))


def digest_recorded(path: RecordPath, sha256: str | None) -> Fix | None:
    """Return what records the digest of an archived copy.

    Arguments:
        path: the archived copy.
        sha256: the digest of its file, or None where nobody knows it.
    """
    if sha256 is None:
        return None
    return Fix(changes=(Add((*path, "sha256"), sha256, order=tuple(key_of(one) for one in written_fields(Archive))),))


def in_order(path: RecordPath, days: Sequence[datetime.date]) -> Fix:
    """Return what puts a list in the order of its days; those of one day stay in the order that they have.

    Arguments:
        path: the list.
        days: the day of each entry, as they stand there.
    """
    now = list(range(len(days)))
    moves = []
    for to, entry in enumerate(sorted(now, key=lambda one: days[one])):
        place = now.index(entry)
        if place != to:
            moves.append(Move((*path, place), to))
            now.insert(to, now.pop(place))
    return Fix(changes=tuple(moves))


def _is_approved(project: Project, file: str, path: RecordPath) -> bool:
    """Say whether an approval covers a value, which would go stale with any change of it."""
    return path[0] in COVERED and file in project.once(_files_of_approved)


def _files_of_approved(project: Project) -> frozenset[str]:
    approved = (claim for claim in project.claims.values() if (status := project.status_of(claim)) is not None and status.approves)
    return frozenset(project.file_of("claim", claim.id) for claim in approved)
