"""Groups of commands whose members are loaded when they are called and not before."""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Collection, Mapping
from typing import Any

import click
from click.shell_completion import CompletionItem

from claimtrack.errors import UsageError


class _Group(click.Group):
    """Commands that are loaded one by one.

    Attributes:
        members: each command with its one line, so that ``--help`` need not load them.
        word: what stands before them, such as ``new`` before ``article``; the module of that is ``cli/new_article_command.py``.
        silent: further commands, which ``--help`` does not name since other programs call them.
    """

    def __init__(
        self,
        *arguments: Any,  # noqa: ANN401  (click's own, and so are the others)
        members: Mapping[str, str],
        word: str = "",
        silent: Collection[str] = (),
        **others: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*arguments, **others)
        self.members = members
        self.silent = silent
        self.word = word

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        return list(self.members)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  (click's signature)
        if cmd_name not in self.members and cmd_name not in self.silent:
            return None
        module = importlib.import_module(f"claimtrack.cli.{self.word}{'_' if self.word else ''}{cmd_name.replace('-', '_')}_command")
        command: click.Command = module.command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.members and args[0] not in self.silent and not args[0].startswith("-"):
            close = difflib.get_close_matches(args[0], self.members, n=1)
            before = f"{self.word} " if self.word else ""
            advice = f"did you mean {close[0]}?" if close else f"`claimtrack {before}--help` lists them all"
            raise UsageError(f"there is no command {before + args[0]!r}; {advice}")
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        offered = [CompletionItem(name, help=line) for name, line in self.members.items() if name.startswith(incomplete)]
        return [*offered, *click.Command.shell_complete(self, ctx, incomplete)]  # the group's own would load every command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  (click's signature)
        with formatter.section("Commands"):
            formatter.write_dl(list(self.members.items()))


def group(
    members: Mapping[str, str],
    *,
    word: str = "",
    text: str = "",
    silent: Collection[str] = (),
    **others: Any,  # noqa: ANN401  (click's own)
) -> _Group:
    """Return a group of commands.

    Arguments:
        members: each command with its one line.
        word: what stands before them; nothing for the commands of the program itself.
        text: what they are for.
        silent: further commands, which ``--help`` does not name since other programs call them.
        others: what else click is to know of the group.
    """
    return _Group(word or None, members=members, word=word, silent=silent, help=text, **others)
