"""What readers were told at a revision, beside what they are told now."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from claimtrack.history.likeness import is_another
from claimtrack.project import Project
from claimtrack.publication import Publication, publication_of
from claimtrack.records.claim import Claim, Correction
from claimtrack.records.text import Text

if TYPE_CHECKING:  # whoever checks without a history has no need of git
    from claimtrack.history.comparison import Comparison

_NO_ANSWER = frozenset({Publication.UNDER_CORRECTION, Publication.RETRACTED})


@attrs.frozen
class Told:
    """A claim that readers saw at a revision and that is still there.

    Attributes:
        before: the claim as it was.
        then: what readers saw of it.
        after: the claim as it is.
        file: where it stands now.
        gives_an_answer: whether readers may be given an answer now: it is neither under correction nor withdrawn.
    """

    before: Claim
    then: Publication
    after: Claim
    file: str
    gives_an_answer: bool


def seen(comparison: Comparison) -> tuple[Told, ...]:
    """Return the claims that readers saw at the revision and whose records have changed since, whatever they are about now."""
    return comparison.once(_seen)


def told(comparison: Comparison) -> Iterator[Told]:
    """Yield the same without those whose id is another claim's by now, which is told by itself."""
    return (one for one in seen(comparison) if not is_another(one.before, one.after))


def was_seen(comparison: Comparison, before: Claim) -> bool:
    """Say whether readers saw a claim, or that it was withdrawn, at the revision."""
    return publication_of(comparison.before, before) is not Publication.UNPUBLISHED


def corrections_since(comparison: Comparison, one: Told) -> list[tuple[int, Correction]]:
    """Return the corrections that were made since, with their places.

    Where a claim was under correction at the revision, those count that were made since it is: they may have been written first.
    """
    opened = opened_on(comparison.before, one.before) if one.then is Publication.UNDER_CORRECTION else None
    old = list(one.before.corrections)
    since = []
    for place, correction in enumerate(one.after.corrections):
        former = next((made for made in old if adds_only(made, correction)), None)
        if former is not None:
            old.remove(former)
            if opened is None or correction.on < opened:
                continue
        since.append((place, correction))
    return since


def adds_only(before: Correction, after: Correction) -> bool:
    """Say whether a correction is what it was, but for languages that were added."""
    same = (before.on, before.class_, before.cause) == (after.on, after.class_, after.cause)
    was, now = before.was, after.was
    same = same and (was.rating if was else None) == (now.rating if now else None)
    pairs = [(before.notice, after.notice), (was.summary if was else None, now.summary if now else None)]
    return same and all(
        then is None or (found is not None and then.by_language.items() <= found.by_language.items()) for then, found in pairs
    )


def rewritten(one: Told) -> set[datetime.date]:
    """Return the days of the corrections that are changed or gone."""
    return {made.on for made in one.before.corrections if not any(adds_only(made, now) for now in one.after.corrections)}


def opened_on(project: Project, claim: Claim) -> datetime.date | None:
    """Return the day since which a claim is under correction; None where its history does not say."""
    day = None
    for entry in reversed(claim.history):
        if project.workflow is None or entry.to != project.workflow.correcting:
            break
        day = entry.on
    return day


def says_otherwise(comparison: Comparison, then: Text | None, now: Text | None) -> bool:
    """Say whether a text does not say any more what it said in the languages in which readers are still addressed.

    A language that was added takes nothing back, and where the lines of a text break does not matter.
    """
    if then is None:
        return False
    before, after = comparison.before.desk, comparison.after.desk
    for tag, words in then.by_language.items():
        language = tag or before.reference_language
        if language not in after.languages:
            continue
        found = now.in_language(language, after.reference_language) if now is not None else None
        if found is None or found.split() != words.split():
            return True
    return False


def _seen(comparison: Comparison) -> tuple[Told, ...]:
    found = []
    for before, after in comparison.changed:
        if before is None or after is None:
            continue
        then = publication_of(comparison.before, before)
        if then is not Publication.UNPUBLISHED:
            file = comparison.after.file_of("claim", after.id)
            found.append(Told(before, then, after, file, publication_of(comparison.after, after) not in _NO_ANSWER))
    return tuple(found)
