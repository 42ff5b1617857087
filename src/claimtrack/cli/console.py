"""What commands share about the terminal, the clock and the folders they are called in."""

from __future__ import annotations

import contextlib
import datetime
import difflib
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from claimtrack.errors import UsageError

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def today(given: str | None) -> datetime.date:
    """Return the day that a run is about: as given, else ``SOURCE_DATE_EPOCH``, else today in UTC."""
    if given is not None:
        return given_day("--now", given)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
        except (ValueError, OverflowError, OSError):
            raise UsageError(f"SOURCE_DATE_EPOCH is a number of seconds, found {epoch!r}") from None
    return datetime.datetime.now(datetime.UTC).date()


def given_day(option: str, given: str) -> datetime.date:
    """Return the day that an option was given.

    Raises:
        UsageError: it is no day.
    """
    with contextlib.suppress(ValueError):
        if _DAY.fullmatch(given):
            return datetime.date.fromisoformat(given)
    raise UsageError(f"{option} wants a day such as 2026-02-09, found {given!r}")


def nearest(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return "did you mean …?" for a word that is not among the known ones; where nothing is near, what there is, or other advice."""
    words = sorted(known)
    if close := difflib.get_close_matches(word, words, n=1):
        return f"did you mean {close[0]}?"
    return otherwise or (f"there are {', '.join(words)}" if words else "there is none")


def not_looked_at(unreadable: int) -> str:
    """Say that some claims have errors of reading, so that nothing is known about them."""
    claims = "one claim has" if unreadable == 1 else f"{unreadable} claims have"
    return f"{claims} errors of reading and could not be looked at; `claimtrack check` shows them"


def wants_colour(choice: str) -> bool:
    """Say whether to use colours: as asked, else by NO_COLOR, FORCE_COLOR, TERM and whether a terminal reads the output."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal() and os.environ.get("TERM") != "dumb"


def is_terminal() -> bool:
    """Say whether a person at a terminal reads the output."""
    return sys.stdout.isatty()


def shown_from_here(root: Path, file: str) -> str:
    """Return a file of a project the way that the caller would open it from the folder they are in."""
    whole = root / file
    try:
        return Path(os.path.relpath(whole)).as_posix()
    except ValueError:  # another drive on Windows
        return whole.as_posix()


def existing(path: str) -> Path:
    """Return a path that exists.

    Raises:
        UsageError: it does not.
    """
    if not os.path.lexists(path):
        raise UsageError(f"there is no file or folder {path!r}")
    return Path(path)


NOW = click.option("--now", metavar="DATE", help="The day to compare dates with, instead of today.")
SNAPSHOTS = click.option("--snapshots", metavar="DIR", help="Where the texts of articles lie, instead of snapshots/.")
