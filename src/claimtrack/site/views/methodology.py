"""How the desk checks: its scale with definitions, what can be checked, what evidence does, what each step demands, its own pages."""

from __future__ import annotations

from typing import get_args

import attrs

from claimtrack.records.desk import Pages
from claimtrack.records.presets import SCALES
from claimtrack.records.scale import Rating, Scale
from claimtrack.records.vocabulary import Aspect, Seen, Stance
from claimtrack.records.workflow import Demand
from claimtrack.site.views.badges import Badge, rating_label, tone
from claimtrack.site.views.edition import Edition, Phrase, Place, contact


@attrs.frozen(kw_only=True)
class RatingEntry:
    """A rating: its badge, and its place on the axis in words."""

    badge: Badge
    step: str


@attrs.frozen(kw_only=True)
class ScaleEntry:
    """A scale in use: the heading, a sentence with its name and version, and its ratings."""

    title: str
    sentence: str
    ratings: tuple[RatingEntry, ...]


@attrs.frozen(kw_only=True)
class StatusEntry:
    """A status: its name, and what it demands."""

    label: Phrase
    demands: tuple[str, ...]


@attrs.frozen
class PolicyLink:
    """A page of the desk that readers must be able to find: what it is called, and where it is."""

    label: str
    place: Place


@attrs.frozen(kw_only=True)
class Methodology:
    """Everything on the page about the method.

    Attributes:
        scales: the desk's scale, then others that claims use.
        aspects: what can be checked.
        stances: what a piece of evidence can do.
        seen: how a source can be seen.
        statuses: the steps of a check.
        policies: the desk's own pages.
    """

    scales: tuple[ScaleEntry, ...]
    aspects: tuple[str, ...]
    stances: tuple[str, ...]
    seen: tuple[str, ...]
    statuses: tuple[StatusEntry, ...]
    policies: tuple[PolicyLink, ...]


def methodology(edition: Edition) -> Methodology:
    """Return how the desk checks."""
    words = edition.words
    project = edition.project
    named = {claim.verdict.scale for claim in project.claims.values() if claim.verdict and claim.verdict.scale}
    others = [SCALES[one] for one in sorted(named) if one in SCALES and SCALES[one] != project.scale]
    scales = [*([project.scale] if project.scale else []), *others]
    return Methodology(
        scales=tuple(_scale(edition, scale) for scale in scales),
        aspects=tuple(words.one_of("aspect", one) for one in get_args(Aspect)),
        stances=tuple(words.one_of("stance", one) for one in get_args(Stance)),
        seen=tuple(words.one_of("seen", one) for one in get_args(Seen)),
        statuses=_statuses(edition),
        policies=policies(edition),
    )


def policies(edition: Edition) -> tuple[PolicyLink, ...]:
    """Return the desk's own pages; where to report a mistake stands elsewhere on every page."""
    found = []
    for one in attrs.fields(Pages):
        there = contact(getattr(edition.project.desk.pages, one.name))
        if there is not None and one.name != "report":
            found.append(PolicyLink(edition.words.one_of("pages", one.name), there))
    return tuple(found)


def _scale(edition: Edition, scale: Scale) -> ScaleEntry:
    words = edition.words
    title = words["method_scale"] if scale == edition.project.scale else words.fill("method_scale_other", scale=scale.id)
    name = words.name("method_scale_text", scale=(scale.id, None))
    return ScaleEntry(title=title, sentence=name, ratings=tuple(_rating(edition, scale, one) for one in scale.ratings))


def _rating(edition: Edition, scale: Scale, rating: Rating) -> RatingEntry:
    words = edition.words
    shown = Badge(
        rating=rating.id,
        label=rating_label(edition, rating),
        definition=edition.phrase(rating.definition),
        tone=tone(scale, rating),
        proposed=False,
        checked="",
    )
    step = words["method_no_number"] if rating.number is None else words.fill("method_number", n=str(rating.number))
    return RatingEntry(badge=shown, step=step)


def _statuses(edition: Edition) -> tuple[StatusEntry, ...]:
    """Return the steps of the workflow, each with what it demands beyond the steps before it."""
    workflow = edition.project.workflow
    entries: list[StatusEntry] = []
    before: set[Demand] = set()
    for status in workflow.statuses if workflow else ():
        new = [one for one in status.demands if one not in before]
        before |= set(status.demands)
        entries.append(StatusEntry(label=edition.phrase(status.label), demands=tuple(edition.words.one_of("demand", one) for one in new)))
    return tuple(entries)
