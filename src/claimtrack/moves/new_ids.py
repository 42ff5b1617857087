"""Ids for what is new: as given, or made of its words, readable, and nobody else's."""

from __future__ import annotations

import itertools
from collections.abc import Container

from claimtrack.errors import RefusedError, UsageError
from claimtrack.project import Project
from claimtrack.records.ids import is_slug
from claimtrack.rules.ids import LONGEST_ID, slug_of

_READABLE = 40
"""How many characters an id has that is made of words, at most."""

_FILES_OF_OTHERS = frozenset({"article", "desk", "sources"})
"""Names of files that are no claims, so that no claim can have them."""


def given_id(given: str, what: str) -> str:
    """Return an id that a caller gave.

    Arguments:
        given: the id.
        what: what it is the id of, with its article.

    Raises:
        UsageError: it has another form than ids have.
    """
    if is_slug(given) and len(given) <= LONGEST_ID:
        return given
    meant = slug_of(given)
    advice = f"; did you mean {meant}?" if meant else ""
    raise UsageError(f"the id of {what} has small letters, digits and hyphens, at most {LONGEST_ID}, found {given!r}{advice}")


def id_made_of(words: str, taken: Container[str], what: str) -> str:
    """Return an id made of the first words of a text.

    Arguments:
        words: the text.
        taken: ids that are somebody else's.
        what: what it is the id of, with its article.

    Raises:
        UsageError: too little of the text can be written in the letters that ids have.

    >>> id_made_of("The pool was closed on more than 200 days last year", {"the-pool-was-closed-on-more-than-200"}, "a claim")
    'the-pool-was-closed-on-more-than-200-2'
    """
    beginning = " ".join(words.split())[: 2 * _READABLE]
    whole = slug_of(beginning)
    if 2 * sum(map(str.isalpha, whole)) < sum(map(str.isalpha, beginning)) or not whole:
        raise UsageError(f"no readable id can be made of {beginning!r}; give {what} one with --id")
    steps = whole.split("-")
    lengths = itertools.accumulate(len(step) + 1 for step in steps)
    most = max(sum(length <= _READABLE + 1 for length in lengths), 1)
    return free_id("-".join(steps[:most])[:_READABLE].strip("-"), taken)


def free_id(wanted: str, taken: Container[str]) -> str:
    """Return an id, with a number behind it where somebody else has it.

    >>> free_id("report", {"report", "report-2"})
    'report-3'
    """
    numbered = (f"{wanted[: LONGEST_ID - 4].rstrip('-')}-{number}" for number in itertools.count(2))
    return next(one for one in itertools.chain([wanted], numbered) if one not in taken)


class IdsOfClaims:
    """The ids that a new claim cannot have: those of claims, those that claims had before, and names of other files."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._former = frozenset(one for claim in project.claims.values() for one in claim.former_ids)

    def __contains__(self, claim_id: object) -> bool:
        return isinstance(claim_id, str) and (
            claim_id in _FILES_OF_OTHERS or claim_id in self._former or self._project.exists("claim", claim_id)
        )

    def refuse_taken(self, claim_id: str) -> None:
        """Refuse an id that a new claim cannot have.

        Raises:
            RefusedError: it is one.
        """
        if ("claim", claim_id) in self._project.files:
            raise RefusedError(f"there is a claim {claim_id!r} already: {self._project.file_of('claim', claim_id)}; choose another --id")
        if claim_id in self:
            raise RefusedError(f"no new claim can be called {claim_id!r}, which is or was the name of something else; choose another --id")
