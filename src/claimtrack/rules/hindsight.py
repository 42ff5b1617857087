"""CT2xx: what came after the claim, the verdict or the approval, and is used as if it had been there."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from claimtrack.dates import PartialDate
from claimtrack.findings import Remark, Severity
from claimtrack.fingerprint import fingerprint, is_fingerprint
from claimtrack.locations import RecordPath
from claimtrack.phrases import all_of, quoted, say
from claimtrack.project import Project
from claimtrack.publication import approval_of
from claimtrack.records.claim import Claim, HistoryEntry
from claimtrack.records.source import Source
from claimtrack.rules.figures import are_a_year_apart, operands_of, problem_of
from claimtrack.rules.foundations import added_up, carrying, is_rated_right
from claimtrack.rules.rule import rule
from claimtrack.rules.time_order import has_not_come, is_before

_A_DAY = datetime.timedelta(days=1)
"""It is tomorrow already somewhere on earth: a day's difference between two places is none."""
_ABOUT_WHAT_COMES = frozenset({"prediction", "promise"})
"""The kinds of claims that only what comes later can bear out."""


@rule("CT214", "foundation-after-claim", Severity.INFO)
def foundation_after_claim(project: Project) -> Iterator[Remark]:
    """A claim is rated right, and the numbers that bear it out are all of a later day than the claim.

    Reason: Whoever made the claim could not have known them. They show that it came true or is still true, not that it was true when it was
        made. Only what a number holds for counts (`as_of`): a later report of an earlier event is no later number. A calculation rests on
        each of its numbers.
    Remedy: Use numbers of the day of the claim, or say why these have to do under `reasons.dates_apart`.

    Bad:
        quantity:
        computed:
        evidence:
          - id: count-2026
            source: bridge-count
            stance: supports
            quantity: {value: 620, unit: lorry, as_of: 2026-02-20}  # here
          - {id: count-2025, source: bridge-count, stance: context}
          - {id: survey, source: haulier-survey, stance: supports, quantity: {value: 600, unit: lorry, as_of: 2026-03}}
          - {id: holm-letter, source: letter-of-councillor, stance: context}

    Good:
        quantity:
        computed:
        evidence:
          - id: count-2026
            source: bridge-count
            stance: supports
            quantity: {value: 620, unit: lorry, as_of: 2026-02}
          - {id: count-2025, source: bridge-count, stance: context}
          - {id: survey, source: haulier-survey, stance: supports, quantity: {value: 600, unit: lorry, as_of: 2026-03}}
          - {id: holm-letter, source: letter-of-councillor, stance: context}
    """
    for claim in project.claims.values():
        later = _later_numbers(project, claim) if claim.verdict is not None and claim.kind not in _ABOUT_WHAT_COMES else []
        if not later or not is_rated_right(project, claim) or project.reasons_of(claim).dates_apart is not None:
            continue
        needed = added_up(claim) or {
            claim.evidence[place].id for place in carrying(project, claim) if claim.evidence[place].stance != "refutes"
        }
        late = [(place, as_of) for place, as_of in later if claim.evidence[place].id in needed]
        if late and (claim.computed is not None or len(late) == len(needed)):
            place, as_of = late[0]
            message = say(
                "the number is of {found}; the claim was made on {made_on}, when nobody could know it",
                found=as_of,
                made_on=_made_on(project, claim),
            )
            hint = say("use numbers of the day of the claim, or say why these have to do under `reasons.dates_apart`")
            yield Remark(project.file_of("claim", claim.id), ("evidence", place, "quantity", "as_of"), message, hint)


@rule("CT215", "evidence-after-verdict", Severity.WARNING)
def evidence_after_verdict(project: Project) -> Iterator[Remark]:
    """Evidence was added after the verdict was decided, and nobody has approved the claim since.

    Reason: Nobody has said that the verdict still holds with what is known now. Evidence for context is not asked about, nor is a claim
        that is just being corrected. The numbers of a calculation are asked about by a rule of their own.
    Remedy: Decide again and write the new day as `decided_on`, or have the claim approved again.

    Bad:
        evidence:
          - {id: count-2026, source: bridge-count, stance: supports}
          - {id: count-2025, source: bridge-count, stance: supports}
          - {id: survey, source: haulier-survey, stance: refutes, added: 2026-02-14}  # here
          - {id: holm-letter, source: letter-of-councillor, stance: context}
        computed:

    Good:
        evidence:
          - {id: count-2026, source: bridge-count, stance: supports}
          - {id: count-2025, source: bridge-count, stance: supports}
          - {id: survey, source: haulier-survey, stance: refutes, added: 2026-02-13}
          - {id: holm-letter, source: letter-of-councillor, stance: context}
        computed:
    """
    for claim in project.claims.values():
        decided_on = claim.verdict.decided_on if claim.verdict else None
        if decided_on is None or claim.retracted is not None or (project.workflow and claim.status == project.workflow.correcting):
            continue
        used: frozenset[str] = frozenset()
        for place, evidence in enumerate(claim.evidence):
            if evidence.added is None or evidence.added <= decided_on or evidence.stance == "context":
                continue
            if has_not_come(project, evidence.added) or evidence.id in (used := used or _operands(claim)):
                continue  # told by itself
            approval = approval_of(project, claim)
            if approval is None or (approval.on < evidence.added and not _is_stale(project, claim, approval)):
                message = say(
                    "‘{evidence}’ was added on {added}, after the verdict of {decided}; expected a decision or an approval since",
                    evidence=evidence.id,
                    added=evidence.added,
                    decided=decided_on,
                )
                path: RecordPath = ("evidence", place, "added")
                hint = say("decide again and correct `decided_on`, or have the claim approved again")
                yield Remark(project.file_of("claim", claim.id), path, message, hint)


@rule("CT216", "copied-after-approval", Severity.INFO)
def copied_after_approval(project: Project) -> Iterator[Remark]:
    """All archived copies of a source were taken after the claim was approved.

    Reason: A copy shows what the page said on the day it was taken. What it said when the verdict was decided and approved, no copy of a
        later day can show.
    Remedy: Name an earlier copy, if there is one. Otherwise have the claim approved again, with the copy beside the evidence.

    Bad:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}  # here
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          archives:
            - {provider: archive, url: "https://archive.example/20260220/survey", captured_at: 2026-02-20T10:00:00Z}

    Good:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          archives:
            - {provider: archive, url: "https://archive.example/20260210/survey", captured_at: 2026-02-10T10:00:00Z}
            - {provider: archive, url: "https://archive.example/20260220/survey", captured_at: 2026-02-20T10:00:00Z}
    """
    for claim in project.claims.values():
        approval = approval_of(project, claim)
        if approval is None or claim.retracted is not None:
            continue
        late = [
            _name(claim, place)
            for place, source in _sources(project, claim)
            if _copied_after(project, source, approval.on) and not _came_later(claim, place, source, approval.on)
        ]
        if late and project.reasons_of(claim).no_archive is None:
            message = say(
                "the approval of {day} is older than all copies of {sources}; expected copies that whoever approved could see",
                day=approval.on,
                sources=all_of(quoted(dict.fromkeys(late))),
            )
            place = next(number for number, entry in enumerate(claim.history) if entry is approval)
            hint = say("name earlier copies, or have the claim approved again")
            yield Remark(project.file_of("claim", claim.id), ("history", place, "on"), message, hint)


def _later_numbers(project: Project, claim: Claim) -> list[tuple[int, PartialDate]]:
    """Return the evidence whose numbers hold for days that surely lie after the claim, and after all days to come that it is about."""
    dated = [(place, one.quantity.as_of) for place, one in enumerate(claim.evidence) if one.quantity is not None]
    made_on = _made_on(project, claim) if dated else None
    if made_on is None:
        return []
    claimed = claim.quantity.as_of if claim.quantity else None
    ahead = [day for day in (claim.happened, claimed) if day and day.latest > made_on.latest]
    return [
        (place, as_of)
        for place, as_of in dated
        if as_of is not None
        and _is_after(made_on, as_of)
        and all(as_of.surely_after(day) for day in ahead)
        and not (claimed and are_a_year_apart(claimed, as_of))  # told by the rule that compares the two
    ]


def _made_on(project: Project, claim: Claim) -> PartialDate | None:
    article = project.article_of(claim)
    return claim.made_on or (article.for_all_claims.made_on if article else None)


def _is_after(day: PartialDate, other: PartialDate) -> bool:
    """Say whether the other day lies after every day that the first may be, in every time zone."""
    return day.latest < datetime.date.max - _A_DAY and not day.about and other.surely_after(day.latest + _A_DAY)


def _operands(claim: Claim) -> frozenset[str]:
    """Return the evidence that a claim's calculation uses, where that is a clear one."""
    computed = claim.computed
    return frozenset() if computed is None or problem_of(computed) is not None else frozenset(one.id for one in operands_of(computed))


def _is_stale(project: Project, claim: Claim, approval: HistoryEntry) -> bool:
    """Say whether an approval covers something else than what stands there now, which is told by itself."""
    covers = approval.covers or ""
    return is_fingerprint(covers) and ":" in covers and covers != fingerprint(project, claim)


def _sources(project: Project, claim: Claim) -> Iterator[tuple[int, Source]]:
    for place, evidence in enumerate(claim.evidence):
        source = project.source_of(evidence)
        if source is not None and source.archives:
            yield place, source


def _came_later(claim: Claim, place: int, source: Source, day: datetime.date) -> bool:
    """Say whether a source that bears on the verdict was surely published after a day, which is told by itself."""
    return claim.evidence[place].stance != "context" and source.published is not None and is_before(day, source.published)


def _copied_after(project: Project, source: Source, day: datetime.date) -> bool:
    """Say whether every copy of a source was surely taken after a day; one of which the day is not known may be older."""
    taken = [archive.captured_at for archive in source.archives if archive.status != "failed"]
    return bool(taken) and all(one is not None and one.date() > day + _A_DAY and not has_not_come(project, one.date()) for one in taken)


def _name(claim: Claim, place: int) -> str:
    """Return what the source of a piece of evidence is called."""
    evidence = claim.evidence[place]
    return evidence.source if isinstance(evidence.source, str) else f"{claim.id}/{evidence.id}"


RULES = (foundation_after_claim, evidence_after_verdict, copied_after_approval)
"""The rules of this part of the family, in the order of their codes."""
