"""Putting together the pack for an assessor: read, count what is published, check it, and tell what stands for which clause."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

import attrs

from claimtrack.checking import check
from claimtrack.errors import UsageError
from claimtrack.findings import Severity
from claimtrack.loading import load
from claimtrack.moves.blocking import in_public
from claimtrack.practice.pack import ClauseAccount, DemandMet, Pack, RuleKept, StandardAccount, counted_for, figures
from claimtrack.project import Project
from claimtrack.publication import published
from claimtrack.records.vocabulary import Standard
from claimtrack.records.workflow import Demand
from claimtrack.rules.demands import missing
from claimtrack.rules.registry import RULES
from claimtrack.rules.rule import HistoryRule
from claimtrack.standards import CLAUSES, CLAUSES_OF_DEMANDS, Clause


def assess(
    folder: str | Path,
    *,
    today: datetime.date,
    first: datetime.date | None = None,
    last: datetime.date | None = None,
    standards: Sequence[Standard] = (),
    snapshots: str | Path | None = None,
) -> Pack:
    """Put together the pack for an assessor of the desk that a folder lies in.

    Arguments:
        folder: the folder of the desk, or any folder in it.
        today: the day on which the records are checked.
        first: the first day of the period that is counted; without it, the day of the first publication.
        last: its last day; without it, today.
        standards: the standards to go through; without any, those that the desk has adopted. One that it has not adopted is checked as
            if it had.
        snapshots: the folder with the texts of articles, where it is not ``snapshots/`` of the project.

    Raises:
        NotADeskError: there is no ``desk.yaml`` in the folder or above it.
        UsageError: the desk record cannot be read, or the period ends before it begins or after today.
    """
    last = last or today
    if last > today:
        raise UsageError(f"the period ends on {last}, which is after {today}; what is not published yet cannot be counted")
    if first is not None and first > last:
        raise UsageError(f"the period begins on {first} and ends on {last}; expected the earlier day first")
    project, found = load(folder, snapshots=snapshots)
    if not project.desk_is_sound:
        raise UsageError("the desk record cannot be read, so nothing can be counted; `claimtrack check` says why")
    adopted = project.desk.standards
    chosen = tuple(one for one in get_args(Standard) if one in (standards or adopted))
    public = published(project, today=last)
    project = attrs.evolve(project, today=today, desk=attrs.evolve(project.desk, standards=tuple(dict.fromkeys((*adopted, *chosen)))))
    findings = in_public(project, (*found, *check(project)))
    number = Counter(one.code for one in findings)
    lacking = _lacking(project)
    return Pack(
        as_of=today,
        public=public,
        figures=figures(public, first),
        standards=tuple(
            StandardAccount(
                standard=standard,
                adopted=standard in adopted,
                clauses=tuple(_clause(project, one, number, lacking) for one in CLAUSES.values() if one.standard == standard),
            )
            for standard in chosen
        ),
        errors=sum(one.severity is Severity.ERROR for one in findings),
        unreadable=len(project.unreadable.get("claim", ())),
    )


def _clause(project: Project, clause: Clause, number: Counter[str], lacking: Counter[Demand]) -> ClauseAccount:
    run = {"core", *project.desk.standards}
    return ClauseAccount(
        clause=clause,
        rules=tuple(
            RuleKept(kind=one.kind, findings=number[one.kind.code])
            for one in RULES
            if clause.id in one.kind.clauses and one.kind.standard in run and not isinstance(one, HistoryRule)  # these have not run
        ),
        demands=tuple(
            DemandMet(demand=demand, statuses=statuses, lacking=lacking[demand])
            for demand, clauses in CLAUSES_OF_DEMANDS.items()
            if clause.id in clauses and (statuses := _demanding(project, demand))
        ),
        figures=counted_for(clause),
    )


def _demanding(project: Project, demand: Demand) -> tuple[str, ...]:
    return tuple(one.id for one in project.workflow.statuses if demand in one.demands) if project.workflow else ()


def _lacking(project: Project) -> Counter[Demand]:
    """Count how many claims with a day of publication lack what their status demands."""
    return Counter(
        demand
        for claim in project.claims.values()
        if claim.published is not None and (status := project.status_of(claim)) is not None
        for demand in missing(project, claim, status)
    )
