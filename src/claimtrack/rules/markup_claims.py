"""CT6xx, sixth part: what markup needs of a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimtrack.anchoring.sentences import sentences
from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.rules.marked_up import marked_up
from claimtrack.rules.rule import rule

_LONGEST_CLAIM = 75
"""The longest claim in markup, in characters."""
_MOST_SENTENCES = 2
_HTML = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|<!--|&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,6});")


@rule("CT636", "html-in-claim", Severity.ERROR, "google")
def html_in_claim(project: Project) -> Iterator[Remark]:
    """The claim has HTML in it.

    Reason: Markup gives the claim as plain text, so that `<b>` and `&amp;` travel as they are into search results and other people's data.
    Remedy: Write plain text, and each character as itself.
    Clause: google-claim-text

    Bad:
        statement:
          en: The old bridge carried <b>twice</b> as many lorries as a year before.  # here
          de: Die alte Brücke trug doppelt so viele Lastwagen wie ein Jahr davor.
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        pages: {report: "mailto:errors@desk.example"}

    Good:
        statement:
          en: The old bridge carried twice as many lorries as a year before.
          de: Die alte Brücke trug doppelt so viele Lastwagen wie ein Jahr davor.
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        pages: {report: "mailto:errors@desk.example"}
    """
    for claim in project.once(marked_up):
        for path, words in _reviewed(project, claim):
            if found := _HTML.search(words):
                message = say(
                    "`{field}` has HTML in it in ‘{language}’, ‘{html}’; expected plain text",
                    field=path[0],
                    language=_language(project, path),
                    html=found[0],
                )
                yield Remark(project.file_of("claim", claim.id), path, message, say("write the text without it"))


@rule("CT637", "long-claim", Severity.WARNING, "google")
def long_claim(project: Project) -> Iterator[Remark]:
    """The claim is longer than search results show.

    Reason: What does not fit is cut off, and a claim without its end can be another one.
    Remedy: Write a shorter one under `short`, in the same words as far as they go. The statement stays as it is.
    Clause: google-short-claim

    Bad:
        statement:
          en: The old bridge of Alderford carried twice as many lorries as it had in the year before.  # here
          de: Die alte Brücke trug doppelt so viele Lastwagen wie ein Jahr davor.
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        pages: {report: "mailto:errors@desk.example"}

    Good:
        statement:
          en: The old bridge of Alderford carried twice as many lorries as it had in the year before.
          de: Die alte Brücke trug doppelt so viele Lastwagen wie ein Jahr davor.
        short:
          en: The old bridge carried twice as many lorries as a year before.
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        pages: {report: "mailto:errors@desk.example"}
    """
    for claim in project.once(marked_up):
        for path, words in _reviewed(project, claim):
            length = len(" ".join(words.split()))
            if length > _LONGEST_CLAIM:
                message = say(
                    "`{field}` has {length} characters in ‘{language}’; expected {longest} at most",
                    field=path[0],
                    length=length,
                    language=_language(project, path),
                    longest=_LONGEST_CLAIM,
                )
                hint = say("write a shorter one under `short`") if path[0] == "statement" else say("shorten it")
                yield Remark(project.file_of("claim", claim.id), path, message, hint)


@rule("CT638", "no-summary", Severity.WARNING, "google")
def no_summary(project: Project) -> Iterator[Remark]:
    """A rated claim has no summary.

    Reason: Search engines and archives show the rating with a sentence that explains it. Without one "Misleading" stands alone.
    Remedy: Say in one or two sentences under `verdict.summary` what was found.
    Clause: google-summary

    Bad:
        verdict:  # here
          rating: supported
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        pages: {report: "mailto:errors@desk.example"}
        workflow:
          name: alderford
          version: 1
          statuses:
            - {id: researching, label: Being researched, moves: [approved]}
            - {id: approved, label: Approved, who: review, approves: yes, demands: [approval]}

    Good:
        verdict:
          rating: supported
          summary: {en: The office counted 620 and 310., de: Das Amt zählte 620 und 310.}
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        pages: {report: "mailto:errors@desk.example"}
        workflow:
          name: alderford
          version: 1
          statuses:
            - {id: researching, label: Being researched, moves: [approved]}
            - {id: approved, label: Approved, who: review, approves: yes, demands: [approval]}
    """
    for claim in project.once(marked_up):
        status = project.status_of(claim)
        if claim.verdict is None or claim.verdict.summary is not None or status is None or "conclusion" in status.demands:
            continue  # that demand asks for it already
        message = say("the verdict has no summary; expected one or two sentences")
        yield Remark(project.file_of("claim", claim.id), ("verdict",), message, say("add `summary`"), key=True)


@rule("CT639", "long-summary", Severity.WARNING, "google")
def long_summary(project: Project) -> Iterator[Remark]:
    """The summary of a verdict is longer than two sentences.

    Reason: It goes into the markup as the explanation of the rating, which is meant to be one or two sentences; of more, the end is cut
        off where it is shown.
    Remedy: Say what was found in one or two sentences. How that follows belongs into the rationale.
    Clause: google-summary

    Bad:
        verdict:
          rating: supported
          summary:
            en: The office counted 620 lorries. A year before there were 310. That is twice as many.  # here
            de: Das Amt zählte 620 und ein Jahr davor 310 Lastwagen.
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        pages: {report: "mailto:errors@desk.example"}

    Good:
        verdict:
          rating: supported
          summary:
            en: The office counted 620 lorries. A year before there were 310, half as many.
            de: Das Amt zählte 620 und ein Jahr davor 310 Lastwagen.
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        pages: {report: "mailto:errors@desk.example"}
    """
    for claim in project.once(marked_up):
        summary = claim.verdict.summary if claim.verdict else None
        for tag, words in summary.by_language.items() if summary else ():
            found = len(sentences(words, tag or project.desk.reference_language))
            if found > _MOST_SENTENCES:
                message = say("the summary has {found} sentences; expected one or two", found=found)
                path: RecordPath = ("verdict", "summary", *([tag] if tag else []))
                yield Remark(project.file_of("claim", claim.id), path, message, say("say what was found, and the rest in the rationale"))


def _language(project: Project, path: RecordPath) -> str:
    """Return the language of a text by its path; a text without any is in the desk's first one."""
    return str(path[1]) if len(path) > 1 else project.desk.reference_language


def _reviewed(project: Project, claim: Claim) -> Iterator[tuple[RecordPath, str]]:
    """Yield the claim as markup gives it, in every language of the desk that it is in, with its path."""
    reference = project.desk.reference_language
    for language in project.desk.languages:
        for field, text in (("short", claim.short), ("statement", claim.statement)):
            words = text.in_language(language, reference) if text else None
            if text is not None and words is not None:
                yield ((field, language) if language in text.by_language else (field,)), words
                break


RULES = (html_in_claim, long_claim, no_summary, long_summary)
"""The rules of this part of the family, in the order of their codes."""
