"""``claimtrack completion``: the lines that make a shell complete what claimtrack knows."""

from __future__ import annotations

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

from claimtrack.cli import exits
from claimtrack.cli.program import COMPLETING, commands

_SHELLS: dict[str, type[ShellComplete]] = {"bash": BashComplete, "fish": FishComplete, "zsh": ZshComplete}


@click.command("completion")
@click.argument("shell", type=click.Choice(sorted(_SHELLS)))
def command(shell: str) -> int:
    """Print the lines that make SHELL complete commands, options, ids, statuses and people.

    For bash, add `eval "$(claimtrack completion bash)"` to ~/.bashrc; for zsh, `eval "$(claimtrack completion zsh)"` to ~/.zshrc; for
    fish, write what is printed to ~/.config/fish/completions/claimtrack.fish.
    """
    # click's own `source` for bash would start bash to ask for its version; printing lines starts nothing.
    click.echo(ShellComplete.source(_SHELLS[shell](commands, {}, "claimtrack", COMPLETING)).strip())
    return exits.CLEAN
