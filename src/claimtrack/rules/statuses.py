"""CT8xx, third part: a workflow that the desk has written out for itself."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.records.workflow import Status, Workflow
from claimtrack.rules.rule import rule
from claimtrack.rules.suggestions import Suggestions

_UNLESS_SAID = attrs.fields(Workflow).correcting.default
"""The status of corrections where a workflow names none; that it does not have it is no fault."""


@rule("CT821", "repeated-status", Severity.ERROR)
def repeated_status(project: Project) -> Iterator[Remark]:
    """Two statuses of a workflow have the same id.

    Reason: Only the first one counts, and what the second one demands is never asked for.
    Remedy: Give one of them another id, or delete it.

    Bad:
        --- desk.yaml
        workflow:
          name: alderford
          version: 1
          statuses:
            - {id: in-review, label: In review, moves: [approved]}
            - {id: approved, label: Approved, who: review, approves: yes, moves: [in-review]}
            - {id: approved, label: Approved by the board, who: publish, approves: yes}  # here
        --- other.yaml
        status: in-review
        history: [{to: in-review, on: 2026-02-13, by: ines}]

    Good:
        --- desk.yaml
        workflow:
          name: alderford
          version: 1
          statuses:
            - {id: in-review, label: In review, moves: [approved]}
            - {id: approved, label: Approved, who: review, approves: yes, moves: [in-review]}
        --- other.yaml
        status: in-review
        history: [{to: in-review, on: 2026-02-13, by: ines}]
    """
    statuses = _statuses(project)
    for place, status in enumerate(statuses):
        first = next(number for number, one in enumerate(statuses) if one.id == status.id)
        if first != place:
            yield Remark(
                project.desk_file,
                ("workflow", "statuses", place, "id"),
                say("two statuses have the id ‘{id}’; expected another one for each", id=status.id),
                say("give one of them another id"),
                related=((project.desk_file, ("workflow", "statuses", first, "id"), say("first used here")),),
            )


@rule("CT822", "move-to-nowhere", Severity.ERROR)
def move_to_nowhere(project: Project) -> Iterator[Remark]:
    """A workflow allows a move to a status that it does not have.

    Reason: Nobody can make that move, and the one that was meant is refused.
    Remedy: Write the id of a status, or add the status.

    Bad:
        --- desk.yaml
        workflow:
          name: alderford
          version: 1
          statuses:
            - {id: researching, label: Being researched, moves: [in-review]}
            - {id: in-review, label: In review, moves: [aproved, approved]}  # here
            - {id: approved, label: Approved, who: review, approves: yes}

    Good:
        --- desk.yaml
        workflow:
          name: alderford
          version: 1
          statuses:
            - {id: researching, label: Being researched, moves: [in-review]}
            - {id: in-review, label: In review, moves: [approved]}
            - {id: approved, label: Approved, who: review, approves: yes}
    """
    known = [status.id for status in _statuses(project)]
    suggestions = Suggestions(known)
    for place, status in enumerate(_statuses(project)):
        for number, move in enumerate(status.moves):
            if move not in known:
                yield Remark(
                    project.desk_file,
                    ("workflow", "statuses", place, "moves", number),
                    say(
                        "the move leads to ‘{move}’, which is no status of the workflow; expected one of {known}",
                        move=move,
                        known=", ".join(known),
                    ),
                    suggestions.hint(move, say("write the id of a status, or add the status")),
                )


@rule("CT823", "unreachable-status", Severity.WARNING)
def unreachable_status(project: Project) -> Iterator[Remark]:
    """No way leads from the first status of a workflow to this one.

    Reason: A claim can only begin there. Most often a move was forgotten.
    Remedy: Add it to the `moves` of a status before it, or delete it.

    Bad:
        --- desk.yaml
        workflow:
          name: alderford
          version: 1
          statuses:
            - {id: researching, label: Being researched, moves: [in-review]}
            - {id: in-review, label: In review, moves: [approved]}
            - {id: approved, label: Approved, who: review, approves: yes}
            - {id: on-hold, label: On hold, moves: [researching]}  # here

    Good:
        --- desk.yaml
        workflow:
          name: alderford
          version: 1
          statuses:
            - {id: researching, label: Being researched, moves: [in-review, on-hold]}
            - {id: in-review, label: In review, moves: [approved]}
            - {id: approved, label: Approved, who: review, approves: yes}
            - {id: on-hold, label: On hold, moves: [researching]}
    """
    statuses = {status.id: status for status in reversed(_statuses(project))}
    reached: set[str] = set()
    ahead = [status.id for status in _statuses(project)[:1]]
    while ahead:
        here = ahead.pop()
        if here in statuses and here not in reached:
            reached.add(here)
            ahead.extend(statuses[here].moves)
    for place, status in enumerate(_statuses(project)):
        if status.id not in reached:
            first = _statuses(project)[0].id
            message = say("no move leads to the status ‘{status}’ from ‘{first}’, the first one", status=status.id, first=first)
            hint = say("add it to the `moves` of a status before it")
            yield Remark(project.desk_file, ("workflow", "statuses", place, "id"), message, hint)


@rule("CT824", "nothing-approves", Severity.WARNING)
def nothing_approves(project: Project) -> Iterator[Remark]:
    """No status of the workflow is an approval.

    Reason: Readers see only what a second person has approved, so with this workflow nothing can ever be published.
    Remedy: Write `approves: yes` in the status that a claim gets when a second person has read it.
    Clause: efcsn-second-person

    Bad:
        --- desk.yaml
        workflow:
          name: alderford
          version: 1
          statuses:  # here
            - {id: researching, label: Being researched, moves: [in-review]}
            - {id: in-review, label: In review, moves: [done]}
            - {id: done, label: Done, who: review}

    Good:
        --- desk.yaml
        workflow:
          name: alderford
          version: 1
          statuses:
            - {id: researching, label: Being researched, moves: [in-review]}
            - {id: in-review, label: In review, moves: [done]}
            - {id: done, label: Done, who: review, approves: yes}
    """
    if not isinstance(project.desk.workflow, str) and not any(status.approves for status in _statuses(project)):
        message = say("no status of the workflow approves; expected one with `approves: yes`, or nothing can be published")
        hint = say("write `approves: yes` in the status of an approval")
        yield Remark(project.desk_file, ("workflow", "statuses"), message, hint, key=True)


@rule("CT825", "unknown-correcting-status", Severity.ERROR)
def unknown_correcting_status(project: Project) -> Iterator[Remark]:
    """The status in which a published claim is corrected is none of the workflow.

    Reason: A claim that is being corrected keeps its page, without the verdict. Where the workflow does not know that status, the page is
        taken away instead.
    Remedy: Write the id of a status under `correcting`, or leave it out where the workflow has none for that.
    Clause: efcsn-log

    Bad:
        --- desk.yaml
        workflow:
          name: alderford
          version: 1
          correcting: fixng  # here
          statuses:
            - {id: researching, label: Being researched, moves: [in-review]}
            - {id: in-review, label: In review, moves: [approved]}
            - {id: approved, label: Approved, who: review, approves: yes, moves: [fixing]}
            - {id: fixing, label: Being corrected, moves: [approved]}

    Good:
        --- desk.yaml
        workflow:
          name: alderford
          version: 1
          correcting: fixing
          statuses:
            - {id: researching, label: Being researched, moves: [in-review]}
            - {id: in-review, label: In review, moves: [approved]}
            - {id: approved, label: Approved, who: review, approves: yes, moves: [fixing]}
            - {id: fixing, label: Being corrected, moves: [approved]}
    """
    workflow = project.desk.workflow
    if isinstance(workflow, str) or not workflow.statuses or workflow.correcting == _UNLESS_SAID:
        return
    known = [status.id for status in workflow.statuses]
    if workflow.correcting not in known:
        message = say("the workflow has no status ‘{status}’; expected one of {known}", status=workflow.correcting, known=", ".join(known))
        hint = Suggestions(known).hint(workflow.correcting, say("write the id of a status, or leave `correcting` out"))
        yield Remark(project.desk_file, ("workflow", "correcting"), message, hint)


def _statuses(project: Project) -> tuple[Status, ...]:
    """Return the statuses of the desk's own workflow; none where it took one by name."""
    return () if isinstance(project.desk.workflow, str) else project.desk.workflow.statuses


RULES = (repeated_status, move_to_nowhere, unreachable_status, nothing_approves, unknown_correcting_status)
"""The rules of this part of the family, in the order of their codes."""
