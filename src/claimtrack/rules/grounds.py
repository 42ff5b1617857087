"""CT3xx, third part: what a verdict rests on, and whether readers are told."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.rules.citations import cited_in
from claimtrack.rules.figures import operands_of
from claimtrack.rules.rule import rule

_SIDES = frozenset({"supports", "refutes", "term"})


@rule("CT308", "unreferenced-evidence", Severity.INFO)
def unreferenced_evidence(project: Project) -> Iterator[Remark]:
    """Evidence takes a side, and nothing says what it has to do with the verdict.

    Reason: Readers see a source that speaks for or against the claim, and cannot tell whether the verdict took it into account. Evidence
        for context needs no mention, nor do terms of a calculation; letters, disputes and questions may name the evidence in place of the
        rationale. A rationale that cites nothing at all is taken to speak of everything.
    Remedy: Cite it in the rationale, with `[@id]`, or say that it is `context`.
    Clause: ifcn-5.3, efcsn-evidence

    Bad:
        evidence:
          - {id: count-2026, source: bridge-count, stance: supports, quantity: {value: 620, unit: lorry}}
          - {id: count-2025, source: bridge-count, stance: supports, quantity: {value: 310, unit: lorry}}
          - {id: survey, source: haulier-survey, stance: supports}
          - {id: holm-letter, source: letter-of-councillor, stance: context}
          - {id: second-letter, source: letter-of-councillor, stance: refutes}  # here

    Good:
        evidence:
          - {id: count-2026, source: bridge-count, stance: supports, quantity: {value: 620, unit: lorry}}
          - {id: count-2025, source: bridge-count, stance: supports, quantity: {value: 310, unit: lorry}}
          - {id: survey, source: haulier-survey, stance: supports}
          - {id: holm-letter, source: letter-of-councillor, stance: context}
          - {id: second-letter, source: letter-of-councillor, stance: context}
    """
    for claim in project.claims.values():
        if not _has_to_conclude(project, claim) or claim.verdict is None or claim.verdict.rationale is None:
            continue
        cited = {one for words in claim.verdict.rationale.by_language.values() for one in cited_in(words)}
        if not cited:
            continue
        left = [(place, one) for place, one in enumerate(claim.evidence) if one.stance not in {"context", "term"} and one.id not in cited]
        named = _named(project, claim) if left else set()
        for place, evidence in left:
            if evidence.id not in named:
                yield Remark(
                    project.file_of("claim", claim.id),
                    ("evidence", place),
                    say("the rationale cites other evidence and not ‘{id}’, which is no context", id=evidence.id),
                    say("cite it with `[@{id}]`, or let its stance be `context`", id=evidence.id),
                )


@rule("CT309", "question-without-ground", Severity.INFO)
def question_without_ground(project: Project) -> Iterator[Remark]:
    """A question has no answer although there is a verdict, or answers that rest on no evidence.

    Reason: The questions are the way to the verdict, written out. One that nobody answered leaves a step out, and an answer that names no
        evidence cannot be followed. That nothing was found is an answer too.
    Remedy: Answer the question and name the evidence that the answers rest on, or take the question away.
    Clause: efcsn-replicable

    Bad:
        questions:
          - {question: Did anybody count the lorries?, answers: ["Yes, the Roads Office."], evidence: [count-2026]}
          - {question: Were both counts made in the same way?, answers: ["Yes."]}  # here

    Good:
        questions:
          - {question: Did anybody count the lorries?, answers: ["Yes, the Roads Office."], evidence: [count-2026]}
          - {question: Were both counts made in the same way?, answers: ["Yes."], evidence: [count-2026, count-2025]}
    """
    for claim in project.claims.values():
        if not claim.questions or claim.verdict is None or not _has_to_conclude(project, claim):
            continue
        for place, question in enumerate(claim.questions):
            if not question.answers:
                message = say("there is a verdict, and the question has no answer")
            elif not question.evidence:
                message = say("the answers to the question rest on no evidence")
            else:
                continue
            hint = say("answer it and name the evidence under `evidence`, or take the question away")
            yield Remark(project.file_of("claim", claim.id), ("questions", place), message, hint)


@rule("CT310", "verdict-without-sides", Severity.WARNING)
def verdict_without_sides(project: Project) -> Iterator[Remark]:
    """The rating says how true the claim is, and none of the evidence speaks for or against it.

    Reason: Evidence for context and evidence that can be read either way bear no verdict out. Either a stance is wrong, or nobody can tell
        yet; for that there are ratings off the axis, such as "no evidence found", and claims without a verdict.
    Remedy: Set the stances right, or choose a rating that says that it could not be told. If it is meant so, say why under
        `reasons.against_evidence`.
    Clause: ifcn-5.3, efcsn-evidence

    Bad:
        quantity: ~
        computed: ~
        evidence:
          - {id: count-2026, source: bridge-count, stance: context}
          - {id: survey, source: haulier-survey, stance: unclear}
          - {id: holm-letter, source: letter-of-councillor, stance: context}
        verdict:
          rating: supported  # here
          summary: {en: The hauliers see more lorries., de: Die Spediteure sehen mehr Lastwagen.}
          rationale: {en: "They see more [@survey].", de: "Sie sehen mehr [@survey]."}
        reasons: {single_origin: Nobody else counts lorries.}

    Good:
        quantity: ~
        computed: ~
        evidence:
          - {id: count-2026, source: bridge-count, stance: context}
          - {id: survey, source: haulier-survey, stance: supports}
          - {id: holm-letter, source: letter-of-councillor, stance: context}
        verdict:
          rating: supported
          summary: {en: The hauliers see more lorries., de: Die Spediteure sehen mehr Lastwagen.}
          rationale: {en: "They see more [@survey].", de: "Sie sehen mehr [@survey]."}
        reasons: {single_origin: Nobody else counts lorries.}
    """
    for claim in project.claims.values():
        if claim.verdict is None or not claim.evidence or any(evidence.stance in _SIDES for evidence in claim.evidence):
            continue
        rating = project.rating_of(claim)
        if rating is not None and rating.number is not None and project.reasons_of(claim).against_evidence is None:
            yield Remark(
                project.file_of("claim", claim.id),
                ("verdict", "rating"),
                say("the rating is ‘{rating}’, and no evidence supports or refutes the claim", rating=claim.verdict.rating),
                say("correct the stances or the rating, or say why under `reasons.against_evidence`"),
            )


def _has_to_conclude(project: Project, claim: Claim) -> bool:
    """Say whether the status of a claim demands a conclusion, so that it can be held to it."""
    status = project.status_of(claim)
    return status is not None and "conclusion" in status.demands


def _named(project: Project, claim: Claim) -> set[str]:
    """Return the evidence that something else than the rationale accounts for."""
    named = {one for question in claim.questions for one in question.evidence}
    named.update(letter.reply for letter in project.as_meant(claim).letters if letter.reply is not None)
    if claim.computed is not None:
        named.update(one.id for one in operands_of(claim.computed))
        named.update([claim.computed.but] if claim.computed.but else ())
    disputed = {dispute.source for dispute in claim.disputes if dispute.source is not None}
    named.update(evidence.id for evidence in claim.evidence if isinstance(evidence.source, str) and evidence.source in disputed)
    return named


RULES = (unreferenced_evidence, question_without_ground, verdict_without_sides)
"""The rules of this part of the family, in the order of their codes."""
