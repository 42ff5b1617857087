"""CT2xx: whose word a verdict rests on: people who are not named, experts, and parties to the matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.lineage.roots import Root
from claimtrack.phrases import all_of, say
from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.records.desk import Desk, Origin
from claimtrack.records.source import Source
from claimtrack.rules.foundations import carrying, says_how_it_is
from claimtrack.rules.rule import rule

_EXPERT = re.compile(r"\bexpert|\bsachverständ|\bgutacht")
"""What experts and their opinions are called in ``kind``, in the languages that desks have so far; letters of a word may follow."""


@rule("CT251", "anonymous-alone", Severity.ERROR)
def anonymous_alone(project: Project) -> Iterator[Remark]:
    """All that carries the verdict comes from sources that are not named.

    Reason: Readers cannot weigh somebody whom they do not know, and nobody can check what was said. An anonymous source may point the way;
        it carries a verdict only where somebody who is named, or a document, bears it out. A rating off the axis, such as that the claim
        cannot be checked, needs nobody to carry it.
    Remedy: Add evidence from a source that is named, or take the verdict back and write `so_far` and `gaps`.
    Clause: efcsn-anonymous, ifcn-3.3

    Bad:
        verdict:  # here
          rating: supported
          summary: {en: Two people who work there say so., de: Zwei von dort sagen es.}
          rationale: {en: "So says one [@clerk], and so says another [@driver].", de: "Das sagt einer [@clerk] und ein anderer [@driver]."}
        computed:
        letters:
        evidence:
          - {id: clerk, source: {unknown: A talk., origin: roads-office, anonymous: yes, level: primary}, stance: supports}
          - {id: driver, source: {unknown: A letter., origin: hauliers, anonymous: yes}, stance: supports}

    Good:
        verdict:
          rating: supported
          summary: {en: Two people who work there say so., de: Zwei von dort sagen es.}
          rationale: {en: "So says one [@clerk], as the survey does [@survey].", de: "Das sagt einer [@clerk] und die Umfrage [@survey]."}
        computed:
        letters:
        evidence:
          - {id: clerk, source: {unknown: A talk., origin: roads-office, anonymous: yes, level: primary}, stance: supports}
          - {id: survey, source: haulier-survey, stance: supports}
    """
    for claim in project.claims.values():
        places = _of_the_anonymous(project, claim) if claim.verdict is not None else ()
        if places and places == carrying(project, claim) and says_how_it_is(project, claim):
            file = project.file_of("claim", claim.id)
            message = say("all that carries the verdict is from anonymous sources; expected one that is named, or a document")
            hint = say("add evidence from a source that is named, or write `so_far` and `gaps` in place of the verdict")
            related = tuple((file, ("evidence", place), say("from an anonymous source")) for place in places)
            yield Remark(file, ("verdict",), message, hint, key=True, related=related)


@rule("CT252", "expert-without-interests", Severity.WARNING, "ifcn")
def expert_without_interests(project: Project) -> Iterator[Remark]:
    """An expert is quoted, and nothing is said about the expert's interests.

    Reason: Who pays an expert, and for whom the expert has spoken before, is what readers need in order to weigh the opinion. It is asked
        for once a claim that rests on it is to be reviewed. A source is an expert by its `kind`: `expert`, `expert opinion`, `interview
        with an expert`.
    Remedy: Write under `interests` what the expert has to gain, or that you asked and found nothing.
    Clause: ifcn-3.4

    Bad:
        --- desk.yaml
        standards: [ifcn]
        --- sources.yaml
        haulier-survey:  # here
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          kind: interview with an expert

    Good:
        --- desk.yaml
        standards: [ifcn]
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          kind: interview with an expert
          interests: She advised the hauliers until 2024.
    """
    told: set[str] = set()
    for claim in project.claims.values():
        if not _is_to_be_reviewed(project, claim):
            continue
        for place, evidence in enumerate(claim.evidence):
            source = project.source_of(evidence)
            if source is None or source.interests is not None or not _is_an_expert(source):
                continue
            message = say("an expert is quoted without interests; expected `interests`, if only that none are known")
            hint = say("write under `interests` what the expert has to gain, or that you found nothing")
            if not isinstance(evidence.source, str):
                yield Remark(project.file_of("claim", claim.id), ("evidence", place, "source"), message, hint)
            elif source.id not in told:
                told.add(source.id)
                yield Remark(project.file_of("source", source.id), (source.id,), message, hint, key=True)


@rule("CT253", "parties-only", Severity.WARNING)
def parties_only(project: Project) -> Iterator[Remark]:
    """All that carries the verdict on a fact goes back to parties to the matter.

    Reason: A belligerent, a litigant or a company knows what happened and has reasons to tell it its own way; two parties who agree may
        both gain by it. Where it is asked whether somebody said something, their own word is the point, and nothing is asked here; nor
        where the rating is off the axis, such as that the claim cannot be checked.
    Remedy: Find a source that is no party, or say under `reasons.parties_only` why their word has to do. The desk record says under `party`
        who is a party, and in what; what is part of a party is one too.
    Clause: ifcn-3.3, efcsn-two-sources

    Bad:
        verdict:  # here
          rating: supported
          summary: {en: The office counted 620 and 310., de: Das Amt zählte 620 und 310.}
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}
        --- desk.yaml
        origins:
          town-hall: {name: Town hall (invented), party: the dispute over the bridge}
          roads-office: {name: Roads Office (invented), part_of: town-hall}
          hauliers: {name: Hauliers' Association (invented), party: the dispute over the bridge}

    Good:
        verdict:
          rating: supported
          summary: {en: The office counted 620 and 310., de: Das Amt zählte 620 und 310.}
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}
        reasons: {parties_only: Nobody but the Roads Office counts lorries.}
        --- desk.yaml
        origins:
          town-hall: {name: Town hall (invented), party: the dispute over the bridge}
          roads-office: {name: Roads Office (invented), part_of: town-hall}
          hauliers: {name: Hauliers' Association (invented), party: the dispute over the bridge}
    """
    if not any(origin.party for origin in project.desk.origins.values()):
        return
    for claim in project.claims.values():
        if claim.verdict is None or claim.aspect != "fact" or not says_how_it_is(project, claim):
            continue
        roots = project.roots_of(claim)
        behind = [_party(project.desk, root) for place in carrying(project, claim) for root in roots[place]]
        parties = dict(party for party in behind if party is not None)
        if behind and None not in behind and project.reasons_of(claim).parties_only is None:
            named = all_of(
                say("‘{name}’ ({matter})", name=name, matter=_matter(project.desk, origin)) for name, origin in sorted(parties.items())
            )
            one = say("all that carries the verdict comes from a party, {parties}; expected a source that is none", parties=named)
            several = say("all that carries the verdict comes from parties, {parties}; expected a source that is none", parties=named)
            hint = say("find a source that is no party, or say why not under `reasons.parties_only`")
            yield Remark(project.file_of("claim", claim.id), ("verdict",), one if len(parties) == 1 else several, hint, key=True)


def _of_the_anonymous(project: Project, claim: Claim) -> tuple[int, ...]:
    """Return the places of the evidence that carries the verdict and goes back to nobody but sources that are not named."""
    asked = tuple(place for place in carrying(project, claim) if _may_be_anonymous(project, claim, place))
    roots = project.roots_of(claim) if asked else ()
    return tuple(place for place in asked if all(root.source is not None and root.source.anonymous for root in roots[place]))


def _may_be_anonymous(project: Project, claim: Claim, place: int) -> bool:
    """Say whether evidence is from an anonymous source, or from one that has its information from others."""
    source = project.source_of(claim.evidence[place])
    return source is not None and (source.anonymous or bool(source.cites))


def _is_to_be_reviewed(project: Project, claim: Claim) -> bool:
    status = project.status_of(claim)
    return claim.published is not None or (status is not None and "conclusion" in status.demands)


def _is_an_expert(source: Source) -> bool:
    return source.kind is not None and _EXPERT.search(source.kind.casefold()) is not None


def _party(desk: Desk, root: Root) -> tuple[str, Origin] | None:
    """Return the party that somebody is, or is part of, or None where there is none."""
    seen: set[str] = set()
    steps = [root.origin]
    if root.source is not None and root.source.part_of:
        steps.append(root.source.part_of)
    for step in steps:
        origin: str | None = step
        while origin is not None and origin not in seen and (known := desk.origins.get(origin)) is not None:
            if known.party is not None:
                return origin, known
            seen.add(origin)
            origin = known.part_of
    return None


def _matter(desk: Desk, origin: Origin) -> str:
    """Return in what an origin is a party, in the words of the desk."""
    return origin.party.best(desk.reference_language, desk.reference_language)[0] if origin.party else ""


RULES = (anonymous_alone, expert_without_interests, parties_only)
"""The rules of this part of the family, in the order of their codes."""
