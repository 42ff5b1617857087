"""New evidence for a claim, behind what the claim has."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import attrs

from claimtrack.changes import Value
from claimtrack.errors import RefusedError, UsageError
from claimtrack.moves.entering import entered_last
from claimtrack.moves.naming import named_claim, nearest
from claimtrack.moves.new_ids import free_id, given_id
from claimtrack.moves.plan import Plan
from claimtrack.moves.told_texts import told_text
from claimtrack.moves.told_values import told_quantity
from claimtrack.project import Project


@attrs.frozen(kw_only=True)
class Told:
    """What is told of a piece of evidence.

    Attributes:
        source: the id of its source.
        stance: what it does to the claim.
        id: its id in the claim.
        quote: the words of the source.
        translation: the same in languages of the desk.
        quantity: the number that it gives, with its unit.
        as_of: the date that the number holds for.
        counts: what is counted.
        origin: whom the information comes from, where it differs from the source's.
        level: how near the source is to this, where it differs from the source's.
        seen: how this was seen, where it differs from the source's.
    """

    source: str
    stance: str
    id: str | None = None
    quote: str | None = None
    translation: Sequence[str] = ()
    quantity: str | None = None
    as_of: str | None = None
    counts: str | None = None
    origin: str | None = None
    level: str | None = None
    seen: str | None = None


def add_evidence(project: Project, claim_id: str, told: Told, today: datetime.date) -> Plan:
    """Plan a new piece of evidence.

    Arguments:
        project: the desk.
        claim_id: the claim.
        told: what is told of the evidence.
        today: the day that is written where the claim is published already.

    Raises:
        UsageError: there is no such claim or source, or what is given has the wrong form.
        RefusedError: the claim has evidence of that id, or its record cannot be read.
    """
    claim = named_claim(project, claim_id)
    if not project.exists("source", told.source):
        otherwise = f"`claimtrack new source {told.source}` adds it"
        raise UsageError(f"there is no source {told.source!r}; {nearest(told.source, project.sources, otherwise)}")
    taken = {one.id for one in claim.evidence}
    if told.id is not None:
        evidence_id = given_id(told.id, "evidence")
        if evidence_id in taken:
            raise RefusedError(f"{claim_id!r} has evidence {evidence_id!r} already; choose another --id")
    else:
        evidence_id = free_id(told.source, taken)
    if told.quantity is None and (told.as_of is not None or told.counts is not None):
        raise UsageError("--as-of and --counts say more about a number; give it with --quantity")
    fields: dict[str, Value | None] = {
        "id": evidence_id,
        "source": told.source,
        "stance": told.stance,
        "quote": told.quote.strip() if told.quote is not None else None,
        "translation": _translation(project, told.translation),
        "quantity": told_quantity(told.quantity, told.as_of, told.counts) if told.quantity is not None else None,
        "added": today if claim.published is not None else None,
        "origin": told.origin,
        "level": told.level,
        "seen": told.seen,
    }
    file = project.file_of("claim", claim_id)
    plan = Plan(project=project)
    entry = {name: value for name, value in fields.items() if value is not None}
    plan = plan.with_changes(file, [entered_last(plan.values(file), "evidence", entry)])
    cite = f"`[@{evidence_id}]` in the rationale of its verdict rests a sentence on it"
    return plan.saying(following=f"{cite}; `claimtrack show {claim_id}` says what the claim still lacks")


def _translation(project: Project, given: Sequence[str]) -> Value | None:
    if not given:
        return None
    text = told_text(project.desk, "--translation", given)
    return {project.desk.reference_language: text} if isinstance(text, str) else text
