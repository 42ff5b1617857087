"""The program around the commands: which there are, and how every way of ending becomes an exit code."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from typing import IO, TextIO

import click

from claimtrack import __version__
from claimtrack.cli import exits
from claimtrack.cli.groups import group
from claimtrack.errors import CannotWriteError, ClaimtrackError, RefusedError, RuleCrashError

COMMANDS = {
    "init": "Start a desk: the few files that everything else needs.",
    "check": "Hold records against the format, each other and the standards.",
    "explain": "Say what a finding means and what to do about it.",
    "list": "List the claims with status and rating.",
    "next": "Say what there is to do now, by person and day.",
    "show": "Show a claim, what it still lacks, and its fingerprint.",
    "new": "Begin a record: an article, a claim, a source.",
    "add": "Add evidence to a claim.",
    "move": "Move a claim to another status.",
    "review": "Approve a claim that somebody else wrote, or send it back.",
    "publish": "Publish an approved claim.",
    "correct": "Open the correction of something published.",
    "retract": "Withdraw something published.",
    "assign": "Say who does the next thing to a claim.",
    "set": "Change, add or take out one value of a record.",
    "rename": "Give something another id, in all files at once.",
    "diff": "Say what changed since a revision, in the desk's terms.",
    "log": "Tell the life of a claim, as the commits tell it.",
    "audit": "Hold the whole history against what readers were told.",
    "schema": "Write what an editor needs to know about the records.",
    "compliance": "Write what an assessor asks for, clause by clause.",
    "import": "Take in what others have checked, as claims to look at.",
    "export": "Write what is published in other people's formats.",
    "build": "Build the site that readers see, or its preview.",
    "completion": "Print what makes a shell complete ids and words.",
}
"""Every command and its one line; said here so that ``--help`` need not load them all."""

FOR_GIT = ("merge-driver",)
"""Commands that git calls and people do not."""


COMPLETING = "_CLAIMTRACK_COMPLETE"
"""The variable by which a shell says that somebody is still typing, and in which shell."""


commands = click.version_option(__version__, message="claimtrack %(version)s")(
    group(
        COMMANDS,
        silent=FOR_GIT,
        text="""Fact-checks as code: claims as YAML under git, checked, reviewed and rendered as a site.

        Start with `claimtrack init`, then `claimtrack check` and `claimtrack build --preview`.
        """,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
)
"""The program as click knows it."""


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; nothing that goes wrong ends in a traceback.

    Arguments:
        arguments: what stands behind the program's name.
    """
    sys.stdout, sys.stderr = (_nowhere() if stream is None else stream for stream in (sys.stdout, sys.stderr))
    for stream in (sys.stdout, sys.stderr):
        _escape_what_cannot_be_shown(stream)
    try:
        code = commands.main(args=list(arguments), prog_name="claimtrack", standalone_mode=False)
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as wrong:
        if COMPLETING in os.environ:  # an error in the midst of a line that somebody is typing helps nobody
            return exits.CLEAN
        if os.environ.get("CLAIMTRACK_DEBUG"):
            raise
        return _ended(wrong)
    return code if isinstance(code, int) else exits.CLEAN


_CODES: tuple[tuple[type[BaseException], int], ...] = (
    (click.exceptions.Abort, exits.INTERRUPTED),
    (KeyboardInterrupt, exits.INTERRUPTED),
    (click.ClickException, exits.USAGE),
    (CannotWriteError, exits.CANNOT_WRITE),
    (RefusedError, exits.REFUSED),
    (RuleCrashError, exits.OUR_FAULT),
    (ClaimtrackError, exits.USAGE),
)
"""How each way of going wrong ends; the first that fits."""


def _ended(wrong: BaseException) -> int:
    """Say what went wrong to a person at a keyboard, and return the exit code for it."""
    if isinstance(wrong, BrokenPipeError):
        return _nobody_reads()
    if isinstance(wrong, OSError) and wrong.filename is None:  # those of files have been caught where the file is known
        sys.stdout = _nowhere()
        return _said(f"the output cannot be written: {wrong.strerror}", exits.CANNOT_WRITE)
    code = next((code for kind, code in _CODES if isinstance(wrong, kind)), exits.OUR_FAULT)
    if code == exits.INTERRUPTED:
        words = "interrupted"
    elif isinstance(wrong, click.ClickException):
        words = wrong.format_message()
    elif isinstance(wrong, ClaimtrackError):
        words = f"{wrong}: {wrong.__cause__!r}" if code == exits.OUR_FAULT else str(wrong)
    else:
        words = f"a fault of claimtrack, please report it: {wrong!r}\nset CLAIMTRACK_DEBUG=1 to see where it happened"
    return _said(words, code, mark="" if isinstance(wrong, click.exceptions.NoArgsIsHelpError) else "claimtrack: ")


def _said(words: str, code: int, mark: str = "claimtrack: ") -> int:
    from claimtrack.formats.terminal import safe

    with contextlib.suppress(OSError):
        for line in words.splitlines():
            click.echo(mark + safe(line, 2_000), err=True)
    return code


def _nobody_reads() -> int:
    """End quietly when the reader of our output is gone, as in ``claimtrack check | head -1``."""
    sys.stdout = _nowhere()
    return exits.CLEAN


def _nowhere() -> TextIO:
    """Return a stream to nobody, in place of one that is closed or can take no more; the interpreter flushes it on its way out."""
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123  (it stays open to the end)


def _escape_what_cannot_be_shown(stream: IO[str]) -> None:
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="backslashreplace")
