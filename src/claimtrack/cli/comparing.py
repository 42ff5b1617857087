"""``claimtrack check`` beside what was there before: what changed since a revision, and only the files that did."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterable

import click

from claimtrack.errors import NoHistoryError
from claimtrack.findings import Finding
from claimtrack.project import Project

AGAINST = click.option(
    "--against",
    metavar="REV",
    help="Look as well at what changed since REV, such as origin/main: what readers were told, what was rewritten, who approved.",
)
CHANGED = click.option(
    "--changed",
    metavar="REV",
    is_flag=False,
    flag_value="HEAD",
    help="Show only findings in files that changed since REV, the last commit if none is named: --changed or --changed=REV.",
)


def of_history(project: Project, revision: str | None, day: datetime.date) -> tuple[Finding, ...]:
    """Return what there is to say about what changed since a revision; nothing where none is named.

    Raises:
        NoHistoryError: git cannot tell what was there.
    """
    if revision is None:
        return ()
    from claimtrack.checking import check_since
    from claimtrack.history.comparison import compare

    return check_since(compare(project, revision), today=day)


def in_changed_files(project: Project, revision: str | None, findings: Iterable[Finding]) -> Callable[[Finding], bool]:
    """Return what says whether a finding is in a file that changed since a revision; where none is named, all are.

    Raises:
        NoHistoryError: git cannot tell what was there.
    """
    if revision is None:
        return lambda _: True
    from claimtrack.history.changing import changed_files

    try:
        changed = changed_files(project, revision, {one.file for one in findings})
    except NoHistoryError as error:
        if os.path.lexists(revision):
            raise NoHistoryError(f"{error}; to check {revision!r} alone, write it in front of --changed") from error
        raise
    return lambda one: one.file in changed
