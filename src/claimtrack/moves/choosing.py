"""Some of the claims of a desk, chosen by plain questions."""

from __future__ import annotations

import datetime
import difflib
import unicodedata
from collections.abc import Iterable, Iterator

import attrs

from claimtrack.agenda import agenda
from claimtrack.errors import UsageError
from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.records.parts import parts_of

NO_RATING = "none"
"""Stands for claims without a verdict where ratings are chosen."""


@attrs.frozen(kw_only=True)
class Choice:
    """Which claims are wanted; a claim has to fit to every question that is asked, and to one of the words given for it.

    Attributes:
        ids: with one of these ids.
        statuses: in one of these statuses.
        ratings: with one of these ratings; ``none`` for those without a verdict.
        topics: with one of these topics.
        sources: with evidence from one of these sources.
        folders: in one of these folders.
        text: with these words in any of their texts, whatever the case.
        due: with something to do by this day.
    """

    ids: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    ratings: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    text: str = ""
    due: datetime.date | None = None


def choose(project: Project, choice: Choice, *, known: Project | None = None) -> tuple[Claim, ...]:
    """Return the claims of a project that a choice wants, in their order.

    Arguments:
        project: the claims to choose from.
        choice: which are wanted.
        known: the desk whose words may be asked for, where the claims are only a part of it, such as the published ones.

    Raises:
        UsageError: an id, status, rating, topic, source or folder is asked for that the desk does not know.
    """
    _refuse_unknown(known or project, choice)
    due = _due(project, choice.due) if choice.due is not None else frozenset()
    words = _folded(choice.text).split()
    return tuple(
        claim
        for claim in project.claims.values()
        if _fits(choice.ids, [claim.id])
        and _fits(choice.statuses, [claim.status])
        and _fits(choice.ratings, [claim.verdict.rating if claim.verdict else NO_RATING])
        and _fits(choice.topics, claim.topics)
        and _fits(choice.sources, _sources_of(claim))
        and _fits(choice.folders, [claim.folder])
        and (choice.due is None or claim.id in due)
        and (not words or _says(claim, words))
    )


def _fits(wanted: tuple[str, ...], given: Iterable[str]) -> bool:
    return not wanted or any(one in wanted for one in given)


def _sources_of(claim: Claim) -> Iterator[str]:
    yield from (evidence.source for evidence in claim.evidence if isinstance(evidence.source, str))
    yield from (dispute.source for dispute in claim.disputes if dispute.source)


def _due(project: Project, day: datetime.date) -> frozenset[str]:
    return frozenset(one for task in agenda(project) if task.due is not None and task.due <= day for one in task.claims)


def _says(claim: Claim, words: list[str]) -> bool:
    text = _folded("\n".join([claim.id, *(one for _, one in parts_of(claim, str))]))
    return all(word in text for word in words)


def _folded(text: str) -> str:
    """Return a text in which capitals, and letters that are put together from two, make no difference."""
    return unicodedata.normalize("NFC", text).casefold()


def _refuse_unknown(project: Project, choice: Choice) -> None:
    scales = [scale for claim in project.claims.values() if (scale := project.scale_of(claim))]
    ratings = {rating.id for scale in [project.scale, *scales] if scale for rating in scale.ratings}
    used = {claim.verdict.rating for claim in project.claims.values() if claim.verdict}
    statuses = {status.id for status in project.workflow.statuses} if project.workflow else set()
    for called, wanted, known in (
        ("claim", choice.ids, set(project.claims)),
        ("status", choice.statuses, statuses | {claim.status for claim in project.claims.values()}),
        ("rating", choice.ratings, ratings | used | {NO_RATING}),
        ("topic", choice.topics, set(project.desk.topics)),
        ("source", choice.sources, set(project.sources)),
        ("folder", choice.folders, {claim.folder for claim in project.claims.values()} | set(project.articles)),
    ):
        for word in wanted:
            if word not in known:
                close = difflib.get_close_matches(word, sorted(known), n=1)
                advice = f"did you mean {close[0]}?" if close else f"the desk has {', '.join(sorted(known)[:20]) or 'none'}"
                raise UsageError(f"there is no {called} {word!r}; {advice}")
