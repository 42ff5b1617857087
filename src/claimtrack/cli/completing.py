"""What the shell offers while somebody types: completion of ids and words, which never complains and never writes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]

_HARMLESS = re.compile(r"\w[\w.@-]*", re.ASCII)
"""What no shell takes for anything but letters; nothing else is offered, whatever files are called."""
_MOST = 10_000
"""How many words are offered at most."""


def folders(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Have the shell offer folders."""
    return [CompletionItem(incomplete, type="dir")]


def files(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Have the shell offer files and folders."""
    return [CompletionItem(incomplete, type="file")]


def offering(name: str) -> Complete:
    """Return what offers words of the desk that a command is about.

    Arguments:
        name: the function in ``moves.offering`` that finds them; it is loaded when somebody asks and not before.
    """

    def words(context: click.Context, incomplete: str) -> Iterable[str]:
        from claimtrack.moves import offering as offers

        if name != "evidence":
            found: Iterable[str] = getattr(offers, name)(records_of(context))
            return found
        claim, slash, _ = incomplete.partition("/")
        return (f"{claim}/{one}" for one in offers.evidence(records_of(context), claim) if slash)

    return quietly(words)


def quietly(words: Callable[[click.Context, str], Iterable[str]]) -> Complete:
    """Return what offers those of some words that begin as typed, and nothing at all where anything goes wrong."""

    def complete(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
        try:
            fitting = {one for one in words(context, incomplete) if one.startswith(incomplete) and _is_harmless(one)}
        except Exception:  # noqa: BLE001  (an error in the midst of a line that somebody types helps nobody; running the command tells)
            return []
        return [CompletionItem(one) for one in sorted(fitting)[:_MOST]]

    return complete


def together(*completions: Complete) -> Complete:
    """Return what offers the words of several, each once."""

    def complete(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
        items = [item for one in completions for item in one(context, parameter, incomplete)]
        return list({item.value: item for item in items}.values())

    return complete


def among(words: Callable[[], Iterable[str]]) -> Complete:
    """Return what offers words that no desk is needed for; they are looked up when somebody asks."""
    return quietly(lambda _context, _incomplete: words())


def _is_harmless(word: str) -> bool:
    return all(_HARMLESS.fullmatch(part) for part in word.split("/"))


def records_of(context: click.Context) -> Path:
    """Return the folder of the records that the command so far is about: as its options say, else that of the current folder."""
    from claimtrack.reading.files import find_root

    given: dict[str, Any] = context.params
    takes_a_folder = any(one.name == "folder" and isinstance(one, click.Argument) for one in context.command.params)
    # An option that still waits for its value leaves the words before it unsorted.
    unsorted = context.args[0] if takes_a_folder and context.args else "."
    return find_root(Path(given.get("desk") or given.get("folder") or unsorted))[1]


CLAIM = offering("claims")
ARTICLE = offering("articles")
SOURCE = offering("sources")
RECORD = offering("records_of_any_kind")
EVIDENCE = offering("evidence")
PERSON = offering("people")
TOPIC = offering("topics")
ORIGIN = offering("origins")
STATUS = offering("statuses")
RATING = offering("ratings")
