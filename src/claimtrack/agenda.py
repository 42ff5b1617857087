"""What there is to do at a desk, by person and day: the morning page."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Literal

import attrs

from claimtrack.errors import UsageError
from claimtrack.freshness import due_again, stale_approval
from claimtrack.phrases import Phrase, say
from claimtrack.project import Project
from claimtrack.publication import Publication, permissions_for, publication_of
from claimtrack.records.claim import Claim
from claimtrack.records.vocabulary import Permission
from claimtrack.records.workflow import Demand, Status
from claimtrack.rules.demands import missing

TaskKind = Literal["correct", "approve-again", "review", "publish", "answer", "gap", "look-again", "work"]
"""What kind of thing there is to do, the most pressing first: a public check has lost its answer (``correct``); an approval covers
something else than what stands there (``approve-again``); a claim waits for a second person (``review``) or for its publication
(``publish``); a letter is without an outcome (``answer``); something decisive is missing (``gap``); a published check is due again
(``look-again``); a claim is being worked on (``work``)."""

_PRESSING: Mapping[TaskKind, int] = {
    "correct": 0, "approve-again": 1, "review": 2, "publish": 3, "answer": 4, "gap": 5, "look-again": 6, "work": 7,
}  # fmt: skip


_TO_BE_READ: frozenset[Demand] = frozenset({"statement", "evidence", "conclusion"})
"""Without these there is nothing yet that a second person could read."""


@attrs.frozen(kw_only=True)
class Task:
    """One thing to do.

    Attributes:
        kind: what kind of thing it is.
        claims: the ids of the claims that it is about; one gap in many claims is one task.
        who: the people who can do it, by their ids; empty where nobody at the desk may.
        due: the day by which, or None.
        what: what to do, in a few words.
    """

    kind: TaskKind
    claims: tuple[str, ...]
    who: tuple[str, ...]
    due: datetime.date | None
    what: Phrase

    def is_overdue(self, today: datetime.date) -> bool:
        """Say whether its day has passed."""
        return self.due is not None and self.due < today


def agenda(project: Project) -> tuple[Task, ...]:
    """Return everything that there is to do, by day and then by how pressing it is; what has no day comes last.

    Nothing here is a finding: work in hand is no fault. A claim that is assigned to somebody is theirs, with the day that is given there.

    Raises:
        UsageError: nobody said which day it is.
    """
    if project.today is None:
        raise UsageError("What is to be done depends on the day: give `today`.")
    tasks = [task for claim in project.claims.values() for task in _of_claim(project, claim, project.today)]
    tasks += _gaps(project)
    return tuple(sorted(tasks, key=lambda one: (one.due or datetime.date.max, _PRESSING[one.kind], one.claims)))


def who_may_approve(project: Project, claim: Claim, status: Status) -> tuple[str, ...]:
    """Return who may approve a claim: people with the permission who neither wrote it nor decided its verdict.

    Arguments:
        project: the records.
        claim: the claim.
        status: the status, one that approves.
    """
    judged = {*claim.authors, *(claim.verdict.decided_by if claim.verdict else ())}
    return tuple(one for one in _people_who_may(project, permissions_for(status)) if one not in judged)


def _of_claim(project: Project, claim: Claim, today: datetime.date) -> Iterator[Task]:
    status = project.status_of(claim)
    if status is None:
        what = say("its status ‘{status}’ is none of the workflow", status=claim.status)
        yield _task(project, claim, "work", _writers(project, claim), what)
        yield from _letters(project, claim)
        return
    if claim.retracted is not None or "reason" in status.demands:
        return
    if publication_of(project, claim) is Publication.UNDER_CORRECTION:
        yield _task(project, claim, "correct", _writers(project, claim), say("finish the correction; readers see no answer until then"))
    elif (approval := stale_approval(project, claim)) is not None:
        approves = project.status(approval.to) or status
        yield _task(
            project, claim, "approve-again", who_may_approve(project, claim, approves), say("read and approve it again; it was changed")
        )
    elif status.approves:
        yield from _once_approved(project, claim, today)
    else:
        yield from _on_the_way(project, claim, status)
    yield from _letters(project, claim)


def _once_approved(project: Project, claim: Claim, today: datetime.date) -> Iterator[Task]:
    if claim.published is None:
        if claim.verdict is not None:
            yield _task(project, claim, "publish", _people_who_may(project, ("publish",)), say("publish it; it is approved"))
    elif claim.published > today:
        who = _people_who_may(project, ("publish",))
        yield _task(project, claim, "publish", who, say("goes out on {day}", day=claim.published), due=claim.published)
    elif (due := due_again(project, claim)) is not None:
        yield _task(project, claim, "look-again", _writers(project, claim), say("look at it again"), due=due)


def _on_the_way(project: Project, claim: Claim, status: Status) -> Iterator[Task]:
    following = [one for status_id in status.moves if (one := project.status(status_id)) is not None and one.id != status.id]
    onward = [one for one in following if "reason" not in one.demands]
    approving = next((one for one in onward if one.approves), None)
    wanted = [one for one in missing(project, claim, approving) if one != "approval"] if approving is not None else []
    if approving is not None and not _TO_BE_READ & set(wanted):
        readers = who_may_approve(project, claim, approving)
        if wanted:
            what = say("review it; {number} things are missing for ‘{status}’", number=len(wanted), status=approving.id)
            if len(wanted) == 1:
                what = say("review it; one thing is missing for ‘{status}’", status=approving.id)
            yield _task(project, claim, "review", readers, what)
        else:
            yield _task(project, claim, "review", readers, say("review it"))
    elif onward:
        aim = approving or onward[0]
        lacking = wanted or missing(project, claim, aim)
        what = say("could be moved to ‘{status}’", status=aim.id)
        if len(lacking) == 1:
            what = say("one thing is missing for ‘{status}’", status=aim.id)
        elif lacking:
            what = say("{number} things are missing for ‘{status}’", number=len(lacking), status=aim.id)
        yield _task(project, claim, "work", _writers(project, claim), what)


def _letters(project: Project, claim: Claim) -> Iterator[Task]:
    for letter in claim.letters:
        if letter.outcome is None:
            language = project.desk.reference_language
            what = say("write down what came of the letter to {to}", to=letter.to.best(language, language)[0])
            yield _task(project, claim, "answer", _writers(project, claim), what, due=letter.until, is_assignable=False)


def _gaps(project: Project) -> Iterator[Task]:
    """Yield the decisive gaps of claims in hand; one that several claims have in common is one task."""
    shared: dict[tuple[str, str], list[Claim]] = {}
    for claim in project.claims.values():
        status = project.status_of(claim)
        if (status is not None and "reason" in status.demands) or claim.retracted is not None:
            continue
        for place, gap in enumerate(claim.gaps):
            if gap.decisive:
                shared.setdefault((claim.folder, gap.wanted) if gap.wanted else (claim.id, f"gap {place}"), []).append(claim)
    language = project.desk.reference_language
    for (folder, wanted), claims in shared.items():
        article = project.articles.get(folder)
        told = article.wanted[wanted].what if article is not None and wanted in article.wanted else None
        if told is None and wanted.startswith("gap "):
            told = claims[0].gaps[int(wanted.removeprefix("gap "))].what
        words = told.best(language, language)[0] if told is not None else wanted
        writers = {one for claim in claims for one in _writers(project, claim)}
        who = tuple(one for one in project.desk.people if one in writers)
        yield Task(kind="gap", claims=tuple(one.id for one in claims), who=who, due=None, what=say("find: {what}", what=words))


def _task(
    project: Project,
    claim: Claim,
    kind: TaskKind,
    who: tuple[str, ...],
    what: Phrase,
    *,
    due: datetime.date | None = None,
    is_assignable: bool = True,
) -> Task:
    """Return a task; what is assigned to somebody is theirs, by the day that is given there."""
    assigned = claim.assigned if is_assignable else None
    if assigned is not None and assigned.to in project.desk.people:
        who = (assigned.to,)
        due = min(filter(None, (due, assigned.until)), default=None)
    return Task(kind=kind, claims=(claim.id,), who=who, due=due, what=what)


def _writers(project: Project, claim: Claim) -> tuple[str, ...]:
    """Return who goes on with a claim: its authors; where only a machine wrote it, whoever may write, since searches are made by people."""
    people = {one for one, person in project.desk.people.items() if person.kind == "human"}
    return tuple(one for one in claim.authors if one in people) or _people_who_may(project, ("write",))


def _people_who_may(project: Project, permissions: tuple[Permission, ...]) -> tuple[str, ...]:
    return tuple(
        one
        for one, person in project.desk.people.items()
        if person.kind == "human" and all(permission in person.may for permission in permissions)
    )
