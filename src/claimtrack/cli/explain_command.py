"""``claimtrack explain``: what a finding means and what to do about it."""

from __future__ import annotations

import difflib
import textwrap

import click

from claimtrack.cli import exits
from claimtrack.errors import UsageError
from claimtrack.findings import Kind
from claimtrack.rules.registry import KINDS
from claimtrack.standards import CLAUSES

_WIDTH = 88


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> int:
    """Explain the finding CODE, such as CT301; its name works too. Without CODE, list all of them."""
    if code is None:
        for kind in KINDS:
            click.echo(f"{kind.code}  {kind.severity.value:<7}  {kind.name:<32}  {kind.title}")
    else:
        click.echo(_page(_find(code)))
    return exits.CLEAN


def _find(code: str) -> Kind:
    for kind in KINDS:
        if code.casefold() in {kind.code.casefold(), kind.name}:
            return kind
    close = difflib.get_close_matches(code, [word for kind in KINDS for word in (kind.code, kind.name)], n=1)
    advice = f"did you mean {close[0]}? " if close else ""
    raise UsageError(f"there is no finding {code!r}; {advice}`claimtrack explain` lists them all")


def _page(kind: Kind) -> str:
    standard = "always looked for" if kind.standard == "core" else f"looked for where the desk has adopted {kind.standard}"
    parts = [f"{kind.code} {kind.name} ({kind.severity.value}, {standard})", _wrapped(kind.title), _wrapped(kind.reason)]
    parts.append(_wrapped(f"What to do: {kind.remedy}"))
    parts += [_wrapped(f"Stands for {CLAUSES[clause]}") for clause in kind.clauses]
    for called, example in (("Found here:", kind.bad), ("Mended:", kind.good)):
        if example:
            parts.append(f"{called}\n\n{textwrap.indent(example, '    ')}")
    return "\n\n".join(part for part in parts if part)


def _wrapped(text: str) -> str:
    return textwrap.fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
