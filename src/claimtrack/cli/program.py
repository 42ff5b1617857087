"""The program around the commands: which there are, and how every way of ending becomes an exit code."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from collections.abc import Sequence
from typing import IO

import click

from claimtrack import __version__
from claimtrack.cli import exits
from claimtrack.errors import CannotWriteError, ClaimtrackError, RuleCrashError

COMMANDS = {
    "init": "Start a desk: the few files that everything else needs.",
    "check": "Hold records against the format, each other and the standards.",
    "explain": "Say what a finding means and what to do about it.",
    "list": "List the claims with status and rating.",
    "show": "Show a claim, what it still lacks, and its fingerprint.",
    "build": "Build the site that readers see, or its preview.",
}
"""Every command and its one line; said here so that ``--help`` need not load them all."""


class _Commands(click.Group):
    """The commands, each loaded when it is called and not before."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  (click's signature)
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"claimtrack.cli.{cmd_name}_command")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  (click's signature)
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="claimtrack %(version)s")
def commands() -> None:
    """Fact-checks as code: claims as YAML under git, checked, reviewed and rendered as a site.

    Start with `claimtrack init`, then `claimtrack check` and `claimtrack build --preview`.
    """


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; nothing that goes wrong ends in a traceback.

    Arguments:
        arguments: what stands behind the program's name.
    """
    for stream in (sys.stdout, sys.stderr):
        _escape_what_cannot_be_shown(stream)
    try:
        code = commands.main(args=list(arguments), prog_name="claimtrack", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as help_page:
        return _said(help_page.format_message(), exits.USAGE, mark="")
    except click.ClickException as wrong:
        return _said(wrong.format_message(), exits.USAGE)
    except (click.exceptions.Abort, KeyboardInterrupt):
        return _said("interrupted", exits.INTERRUPTED)
    except CannotWriteError as wrong:
        return _said(str(wrong), exits.CANNOT_WRITE)
    except RuleCrashError as wrong:
        return _said(f"{wrong}: {wrong.__cause__!r}", exits.OUR_FAULT)
    except ClaimtrackError as wrong:
        return _said(str(wrong), exits.USAGE)
    except BrokenPipeError:
        return _nobody_reads()
    except Exception as wrong:  # noqa: BLE001  (the last wall: a person at a keyboard gets words, not a traceback)
        if os.environ.get("CLAIMTRACK_DEBUG"):
            raise
        fault = f"a fault of claimtrack, please report it: {wrong!r}\nset CLAIMTRACK_DEBUG=1 to see where it happened"
        return _said(fault, exits.OUR_FAULT)
    return code if isinstance(code, int) else exits.CLEAN


def _said(words: str, code: int, mark: str = "claimtrack: ") -> int:
    from claimtrack.formats.terminal import safe

    with contextlib.suppress(OSError):
        for line in words.splitlines():
            print(mark + safe(line), file=sys.stderr)
    return code


def _nobody_reads() -> int:
    """End quietly when the reader of our output is gone, as in ``claimtrack check | head -1``."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115,PTH123  (the interpreter flushes it on its way out)
    return exits.CLEAN


def _escape_what_cannot_be_shown(stream: IO[str]) -> None:
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="backslashreplace")
