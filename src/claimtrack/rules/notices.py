"""CT6xx, third part: whether what was corrected reached the readers of every language."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.rules.rule import rule


@rule("CT617", "corrected-in-one-language", Severity.WARNING)
def corrected_in_one_language(project: Project) -> Iterator[Remark]:
    """One language was corrected and another was not.

    Reason: Whoever reads the other language is still told what does not hold any more, or not told that it changed.
    Remedy: Correct the summary in every language, and write the notice in each of them.

    Bad:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        verdict:
          rating: supported
          summary:
            en: The office counted 620 and 310.
            de: Das Amt zählte 640 und 310.  # here
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}
        corrections:
          - on: 2026-02-25
            class: update
            cause: reader
            was: {summary: {en: The office counted 640 and 310., de: Das Amt zählte 640 und 310.}}
            notice: {en: It was 620 and not 640., de: Es waren 620 und nicht 640.}

    Good:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        verdict:
          rating: supported
          summary:
            en: The office counted 620 and 310.
            de: Das Amt zählte 620 und 310.
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}
        corrections:
          - on: 2026-02-25
            class: update
            cause: reader
            was: {summary: {en: The office counted 640 and 310., de: Das Amt zählte 640 und 310.}}
            notice: {en: It was 620 and not 640., de: Es waren 620 und nicht 640.}
    """
    for claim in project.claims.values():
        file = project.file_of("claim", claim.id)
        for path, language in _left_as_they_were(project, claim):
            message = f"the summary was corrected, and in ‘{language}’ it is what it was before; expected it to be corrected there too"
            yield Remark(file, path, message, "correct it in every language")
        for place, correction in enumerate(claim.corrections):
            missing = correction.notice.missing(project.desk.languages, project.desk.reference_language)
            if missing:
                message = f"the notice has no text in {' and '.join(missing)}; expected one in every language of the desk"
                yield Remark(file, ("corrections", place, "notice"), message, "write it in every language", key=True)


def _left_as_they_were(project: Project, claim: Claim) -> Iterator[tuple[RecordPath, str]]:
    """Yield the languages of a summary that a correction, the latest that says what it was, has left alone while it changed others."""
    reference = project.desk.reference_language
    now = claim.verdict.summary if claim.verdict else None
    before = [correction.was.summary for correction in claim.corrections if correction.was and correction.was.summary]
    if now is None or not before:
        return
    both = [tag for tag in now.by_language if before[-1].in_language(tag or reference, reference) is not None]
    same = [tag for tag in both if before[-1].in_language(tag or reference, reference) == now.by_language[tag]]
    if len(same) < len(both):
        yield from ((("verdict", "summary", tag), tag) for tag in same)


RULES = (corrected_in_one_language,)
"""The rules of this part of the family, in the order of their codes."""
