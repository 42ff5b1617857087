"""``claimtrack merge-driver``: merge one record for git, which asks for it where ``claimtrack init --git`` has set it up."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click

from claimtrack import git
from claimtrack.cli import exits
from claimtrack.errors import CannotWriteError, UsageError
from claimtrack.formats.terminal import safe
from claimtrack.merging import Marks, Merged, merge_as_text, merge_records

_SHOW_BASE = ("diff3", "zdiff3")
_MOST_SIGNS = 1_000


@click.command("merge-driver")
@click.argument("base")
@click.argument("ours")
@click.argument("theirs")
@click.argument("size", type=click.IntRange(1, _MOST_SIGNS), default=7)
@click.argument("file", default="")
@click.argument("labels", nargs=-1)
def command(base: str, ours: str, theirs: str, size: int, file: str, labels: tuple[str, ...]) -> int:
    """Merge what two branches made of a record; git calls this, and what comes of it is written to OURS.

    BASE, OURS and THEIRS are the file as the common ancestor and the two sides have it (%O, %A, %B). SIZE is how many signs a mark of a
    conflict has (%L), FILE is what the record is called (%P), LABELS are what the three are called at conflicts (%S, %X, %Y).

    Different fields never conflict, and lists of evidence, sources, history and corrections merge entry by entry. Where both sides have
    changed the same field, it is marked in the ordinary way, and the exit code is 5.
    """
    versions = (_bytes_of(base), _bytes_of(ours), _bytes_of(theirs))
    shows_base = git.setting(Path(), "merge.conflictStyle").lower() in _SHOW_BASE
    marks = Marks(*_names(labels), size=size, shows_base=shows_base)
    try:
        merged = merge_records(*versions, marks, Path())
    except Exception as fault:  # noqa: BLE001  (nobody's work may be lost by a fault of ours: git can merge as well)
        merged = merge_as_text(*versions, marks, Path(), f"of a fault of claimtrack, please report it: {fault!r}")
    if merged.data != versions[1]:
        _replace(Path(ours), merged.data)
    _tell(safe(file or ours), merged)
    return exits.CONFLICTS if merged.conflicts else exits.CLEAN


def _names(labels: Sequence[str]) -> tuple[str, str, str]:
    """Return what our side, the common ancestor and their side are called; git gives no names before version 2.44."""
    given = [label if label and not label.startswith("%") else "" for label in (*labels, "", "", "")]
    return given[1] or "ours", given[0] or "base", given[2] or "theirs"


def _bytes_of(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from error


def _replace(path: Path, data: bytes) -> None:
    """Give a file other bytes in one step, so that what it had is never lost."""
    written = ""
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".merge_file_", delete=False) as file:
            written = file.name
            file.write(data)
        Path(written).chmod(path.stat().st_mode)
        os.replace(written, path)  # noqa: PTH105  (the name may be any)
    except OSError as error:
        if written:
            with contextlib.suppress(OSError):
                Path(written).unlink()
        raise CannotWriteError(f"cannot write {path}: {error.strerror}") from error


def _tell(file: str, merged: Merged) -> None:
    """Say what a person has to know: what there is to decide, and that a file was not merged by meaning."""
    if merged.as_text:
        click.echo(f"claimtrack: {file}: merged by git as a text, because {safe(merged.as_text)}", err=True)
    for place in merged.conflicts:
        click.echo(f"claimtrack: {file}: to be decided: {safe(place)}", err=True)
