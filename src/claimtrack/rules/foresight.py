"""CT2xx: verdicts and approvals that rest on what was not there yet."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import attrs

from claimtrack.dates import PartialDate
from claimtrack.findings import Remark, Severity
from claimtrack.freshness import stale_approval
from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, all_of, say
from claimtrack.project import Project
from claimtrack.publication import approval_of, is_correcting
from claimtrack.records.claim import Claim
from claimtrack.records.evidence import Evidence
from claimtrack.records.source import Source
from claimtrack.rules.rule import rule
from claimtrack.rules.time_order import has_not_come, is_before


@rule("CT217", "decided-before-the-claim", Severity.WARNING)
def decided_before_the_claim(project: Project) -> Iterator[Remark]:
    """A verdict was decided before the claim was made.

    Reason: Nobody can judge what nobody has said yet; one of the days is wrong. The day before passes: where the desk is it may not have
        been the day of the claim yet.
    Remedy: Correct the day that is wrong.

    Bad:
        made_on: 2026-02-15
        appearances: [{url: "https://video.example/council-2026-02-15"}]
        verdict:
          rating: supported
          summary: {en: The office counted 620 and 310., de: Das Amt zählte 620 und 310.}
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}
          decided_on: 2026-02-13  # here

    Good:
        made_on: 2026-02
        appearances: [{url: "https://video.example/council-2026-02-15"}]
        verdict:
          rating: supported
          summary: {en: The office counted 620 and 310., de: Das Amt zählte 620 und 310.}
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}
          decided_on: 2026-02-13
    """
    for claim in project.claims.values():
        decided, made_on = _decided_too_early(project, claim)
        if decided is None or made_on is None or (claim.published is not None and made_on.surely_after(claim.published)):
            continue  # what was even published before is told by itself
        message = say(
            "the verdict was decided before the claim was made; found {day}, expected {made_on} or later", day=decided, made_on=made_on
        )
        path: RecordPath = ("verdict", "decided_on")
        yield Remark(project.file_of("claim", claim.id), path, message, say("correct the day that is wrong"))


@rule("CT218", "published-after-verdict", Severity.WARNING)
def published_after_verdict(project: Project) -> Iterator[Remark]:
    """A source was published after the verdict that rests on it was decided, and nobody has approved the claim since.

    Reason: Whoever decided cannot have read it. One of the days is wrong, or the source came later and nobody has said that the verdict
        still holds. A day's difference is none, since it is tomorrow already somewhere on earth. Evidence for context is not asked about,
        nor what was `added` later, which is asked about by itself.
    Remedy: Correct the day that is wrong. If the source came later, decide again, or have the claim approved again.

    Bad:
        verdict:
          rating: supported
          summary: {en: The office counted 620 and 310., de: Das Amt zählte 620 und 310.}
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}
          decided_on: 2026-02-13  # here
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          published: 2026-02-15

    Good:
        verdict:
          rating: supported
          summary: {en: The office counted 620 and 310., de: Das Amt zählte 620 und 310.}
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}
          decided_on: 2026-02-13
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          published: 2026-02
    """
    for claim, judgement in project.once(_judged):
        late = _published_later(project, claim, judgement)
        if not late or stale_approval(project, claim) is not None:
            continue
        sources = all_of(say("‘{source}’ (published on {day})", source=name, day=source.published) for name, (_, source) in late.items())
        if judgement.approves:
            message = say(
                "the approval of {day} is older than {sources}; expected sources that whoever approved could read",
                day=judgement.on,
                sources=sources,
            )
        else:
            message = say(
                "the verdict of {day} is older than {sources}; expected sources that whoever decided could read",
                day=judgement.on,
                sources=sources,
            )
        yield _remark(project, claim, judgement, message, "published", late)


@rule("CT219", "read-after-verdict", Severity.INFO)
def read_after_verdict(project: Project) -> Iterator[Remark]:
    """A source was read after the verdict that rests on it was decided, and nobody has approved the claim since.

    Reason: Usually it was read again, and somebody should say that the verdict still holds. Nothing is said where a copy or the day on
        which the evidence was `added` shows that it was there before, nor of evidence for context. A day's difference is none, since it
        is tomorrow already somewhere on earth.
    Remedy: Correct the day that is wrong. If the source was read again, have the claim approved again, or say under `added` when the
        evidence was added first.

    Bad:
        verdict:
          rating: supported
          summary: {en: The office counted 620 and 310., de: Das Amt zählte 620 und 310.}
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}
          decided_on: 2026-02-13  # here
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          accessed: 2026-02-20

    Good:
        verdict:
          rating: supported
          summary: {en: The office counted 620 and 310., de: Das Amt zählte 620 und 310.}
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}
          decided_on: 2026-02-13
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          accessed: 2026-02-14
    """
    for claim, judgement in project.once(_judged):
        late = _read_later(project, claim, judgement)
        if not late or _published_later(project, claim, judgement) or stale_approval(project, claim) is not None:
            continue
        sources = all_of(say("‘{source}’ (read on {day})", source=name, day=source.accessed) for name, (_, source) in late.items())
        if judgement.approves:
            message = say("the approval of {day} is older than {sources}; expected an approval since", day=judgement.on, sources=sources)
        else:
            message = say(
                "the verdict of {day} is older than {sources}; expected a decision or an approval since", day=judgement.on, sources=sources
            )
        yield _remark(project, claim, judgement, message, "accessed", late)


@attrs.frozen
class _Judgement:
    """The last word on a claim: its verdict, or the approval of it where that came later."""

    on: datetime.date
    decided: datetime.date | None
    path: RecordPath
    approves: bool


_Late = dict[str, tuple[int, Source]]
"""Sources by their names, with the place of the evidence."""


def _judged(project: Project) -> tuple[tuple[Claim, _Judgement], ...]:
    """Return every claim with the last word on it, where there is one."""
    judged = ((claim, _judgement(project, claim)) for claim in project.claims.values())
    return tuple((claim, judgement) for claim, judgement in judged if judgement is not None)


def _judgement(project: Project, claim: Claim) -> _Judgement | None:
    """Return the last word on a claim, or None where there is none, or where it is told by itself that its day is wrong."""
    if claim.verdict is None or claim.retracted is not None or is_correcting(project, claim):
        return None
    decided, approval = claim.verdict.decided_on, approval_of(project, claim)
    if _decided_too_early(project, claim)[0] is not None:
        return None
    if approval is not None and (decided is None or decided <= approval.on):
        place = next(number for number, entry in enumerate(claim.history) if entry is approval)
        return _Judgement(approval.on, decided, ("history", place, "on"), approves=True)
    return _Judgement(decided, decided, ("verdict", "decided_on"), approves=False) if decided is not None else None


def _decided_too_early(project: Project, claim: Claim) -> tuple[datetime.date, PartialDate] | tuple[None, None]:
    """Return the day of the verdict and that of the claim where the claim was surely made later."""
    decided = claim.verdict.decided_on if claim.verdict else None
    if decided is None:
        return None, None
    article = project.article_of(claim)
    made_on = claim.made_on or (article.for_all_claims.made_on if article else None)
    too_early = made_on is not None and is_before(decided, made_on) and not has_not_come(project, made_on)
    return (decided, made_on) if made_on is not None and too_early else (None, None)


def _published_later(project: Project, claim: Claim, judgement: _Judgement) -> _Late:
    """Return the sources that were surely published after the last word on a claim."""
    late: _Late = {}
    for place, evidence, source in _asked_about(project, claim, judgement):
        published = source.published
        if published is None or not is_before(judgement.on, published) or has_not_come(project, published):
            continue
        if source.accessed is None or not is_before(source.accessed, published):  # else told by itself
            late.setdefault(_name(claim, evidence), (place, source))
    return late


def _read_later(project: Project, claim: Claim, judgement: _Judgement) -> _Late:
    """Return the sources that were surely read after the last word on a claim, of which nothing says that they had been read before."""
    late: _Late = {}
    for place, evidence, source in _asked_about(project, claim, judgement):
        if evidence.added is not None or source.accessed is None or (judgement.approves and source.archives):
            continue  # of copies that are younger than the approval another rule tells
        if source.accessed <= judgement.on:
            continue
        read = PartialDate.of(source.accessed)
        taken = [archive.captured_at for archive in source.archives if archive.status != "failed"]
        had_before = any(one is None or not is_before(judgement.on, PartialDate.of(one.date())) for one in taken)
        if is_before(judgement.on, read) and not had_before and not has_not_come(project, read):
            late.setdefault(_name(claim, evidence), (place, source))
    return late


def _asked_about(project: Project, claim: Claim, judgement: _Judgement) -> Iterator[tuple[int, Evidence, Source]]:
    """Yield the evidence that bears on the verdict and was not added after it, with places and sources."""
    for place, evidence in enumerate(claim.evidence):
        added_later = evidence.added is not None and judgement.decided is not None and evidence.added > judgement.decided
        source = project.source_of(evidence) if evidence.stance != "context" and not added_later else None
        if source is not None:
            yield place, evidence, source


def _name(claim: Claim, evidence: Evidence) -> str:
    """Return what the source of a piece of evidence is called."""
    return evidence.source if isinstance(evidence.source, str) else f"{claim.id}/{evidence.id}"


def _remark(project: Project, claim: Claim, judgement: _Judgement, message: Phrase, field: str, late: _Late) -> Remark:
    """Return a remark on the last word on a claim, which points at the days of the sources too."""
    file = project.file_of("claim", claim.id)
    related: list[tuple[str, RecordPath, Phrase]] = []
    for name, (place, _) in late.items():
        written_out = not isinstance(claim.evidence[place].source, str)
        where: tuple[str, RecordPath] = (
            (file, ("evidence", place, "source", field)) if written_out else (project.file_of("source", name), (name, field))
        )
        related.append((*where, say("the day of ‘{source}’", source=name)))
    hint = say("correct the day that is wrong, or decide or approve again")
    return Remark(file, judgement.path, message, hint, related=tuple(related))


RULES = (decided_before_the_claim, published_after_verdict, read_after_verdict)
"""The rules of this part of the family, in the order of their codes."""
