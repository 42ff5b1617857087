"""The language that a command speaks: as asked, else what ``CLAIMTRACK_LANGUAGE`` says, else English."""

from __future__ import annotations

import os

import click

from claimtrack.errors import UsageError
from claimtrack.formats.languages import ENGLISH, LANGUAGES

LANGUAGE = click.option(
    "--language", type=click.Choice(LANGUAGES), help="The language of findings.  [default: what CLAIMTRACK_LANGUAGE says, else en]"
)


def language(given: str | None) -> str:
    """Return the language to speak.

    Arguments:
        given: the language that was asked for, if any.

    Raises:
        UsageError: the environment asks for one that there is none of.
    """
    asked = given or os.environ.get("CLAIMTRACK_LANGUAGE") or ENGLISH
    if asked not in LANGUAGES:
        raise UsageError(f"CLAIMTRACK_LANGUAGE is one of {', '.join(LANGUAGES)}, found {asked!r}")
    return asked
