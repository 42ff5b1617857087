"""Texts for readers as they are given on a command line: one text, or one for each language with its tag before it, ``de=…``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrack.changes import Value
from claimtrack.errors import UsageError
from claimtrack.records.desk import Desk
from claimtrack.records.text import Text

_TAGGED = re.compile(r"([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)=(.*)", re.ASCII | re.DOTALL)


def told_text(desk: Desk, option: str, given: Sequence[str]) -> Value:
    """Return a text for readers as a record has it: plain where it was given without a language, else by language.

    Arguments:
        desk: the desk, whose languages they are.
        option: the option that it was given with, for what there is to say about it.
        given: the texts, as they were given; one without a language is in the first language of the desk.

    Raises:
        UsageError: a text is empty, its language is none of the desk's, or there are two of one language.

    >>> from claimtrack.records.desk import Publisher
    >>> desk = Desk(format=1, publisher=Publisher(name=Text.plain("Desk")), languages=("en", "de"))
    >>> told_text(desk, "--notice", ["There were 98."])
    'There were 98.'
    >>> told_text(desk, "--notice", ["There were 98.", "de=Es waren 98."])
    {'en': 'There were 98.', 'de': 'Es waren 98.'}
    """
    by_language: dict[str, Value] = {}
    for text in given:
        match = _TAGGED.fullmatch(text)
        language, words = match.groups() if match else (desk.reference_language, text)
        if language not in desk.languages:
            known, first = ", ".join(desk.languages), desk.reference_language
            raise UsageError(
                f"{option}: the desk does not write in {language!r}, but in {known}; "
                f"where the text itself begins like this, put {first!r} and = before it"
            )
        if not words.strip():
            raise UsageError(f"{option} wants a text, and what was given is empty")
        if language in by_language:
            raise UsageError(f"{option} was given twice in {language!r}")
        by_language[language] = words.strip()
    if len(given) == 1 and not _TAGGED.fullmatch(given[0]):
        return next(iter(by_language.values()))
    return {language: by_language[language] for language in desk.languages if language in by_language}


def as_written(text: Text) -> Value:
    """Return a text of a record the way that a record has it."""
    by_language = {tag: words.rstrip() for tag, words in text.by_language.items()}
    return by_language[""] if tuple(by_language) == ("",) else {tag: by_language[tag] for tag in by_language}
