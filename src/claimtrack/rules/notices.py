"""CT6xx, third part: whether corrections and withdrawals reach readers as they should: in every language, unbelittled, approved."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from claimtrack.anchoring.sentences import sentences
from claimtrack.findings import Remark, Severity
from claimtrack.freshness import stale_approval
from claimtrack.locations import RecordPath
from claimtrack.phrases import all_of, say
from claimtrack.project import Project
from claimtrack.publication import approval_of
from claimtrack.records.claim import Claim
from claimtrack.records.text import Text
from claimtrack.rules.rule import rule


@rule("CT617", "corrected-in-one-language", Severity.WARNING)
def corrected_in_one_language(project: Project) -> Iterator[Remark]:
    """One language was corrected and another was not, or a notice is missing in one of them.

    Reason: Whoever reads the other language is still told what does not hold any more, or not told that it changed or why it is gone.
    Remedy: Correct the summary in every language, and write the notice in each of them.
    Clause: ifcn-6.3

    Bad:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
          - {to: approved, on: 2026-02-25, by: omar, covers: 0a44d1f7}
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
          - {to: approved, on: 2026-02-25, by: omar, covers: 0a44d1f7}
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
            message = say(
                "the summary was corrected, and in ‘{language}’ it is what it was before; expected it to be corrected there too",
                language=language,
            )
            yield Remark(file, path, message, say("correct it in every language"))
        for place, correction in enumerate(claim.corrections):
            yield from _in_every_language(project, file, ("corrections", place, "notice"), correction.notice)
        if claim.retracted is not None:
            yield from _in_every_language(project, file, ("retracted", "notice"), claim.retracted.notice)


@rule("CT618", "minor-correction-of-rating", Severity.ERROR)
def minor_correction_of_rating(project: Project) -> Iterator[Remark]:
    """A correction is called minor, or an update, and it changed the rating.

    Reason: A minor correction is one of wording, and an update adds what has become known since. Whoever relied on the old rating learns
        from neither that it no longer holds.
    Remedy: Write `class: substantial`. If the rating did not change, take it out of `was`.
    Clause: ifcn-6.3, efcsn-log

    Bad:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
          - {to: approved, on: 2026-02-25, by: omar, covers: 5e1f00d2}
        corrections:
          - on: 2026-02-25
            class: minor  # here
            cause: reader
            was: {rating: refuted}
            notice: {en: We had rated this otherwise., de: Wir hatten das anders bewertet.}

    Good:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
          - {to: approved, on: 2026-02-25, by: omar, covers: 5e1f00d2}
        corrections:
          - on: 2026-02-25
            class: substantial
            cause: reader
            was: {rating: refuted}
            notice: {en: We had rated this otherwise., de: Wir hatten das anders bewertet.}
    """
    for claim in project.claims.values():
        for place, correction in enumerate(claim.corrections):
            before = correction.was.rating if correction.was and correction.class_ != "substantial" else None
            after = _rating_after(claim, place) if before else None
            if before is not None and after is not None and before != after:
                minor = say(
                    "the correction is minor, and it changed the rating from ‘{before}’ to ‘{after}’; expected `class: substantial`",
                    before=before,
                    after=after,
                )
                update = say(
                    "the correction is an update, and it changed the rating from ‘{before}’ to ‘{after}’; expected `class: substantial`",
                    before=before,
                    after=after,
                )
                message = minor if correction.class_ == "minor" else update
                path = ("corrections", place, "class")
                yield Remark(project.file_of("claim", claim.id), path, message, say("write `class: substantial`"))


@rule("CT619", "correction-without-approval", Severity.ERROR)
def correction_without_approval(project: Project) -> Iterator[Remark]:
    """A published claim was corrected, and nobody has approved it since.

    Reason: The approval is of what stood there before. What readers are told now was read by nobody but who wrote it. An approval of the
        day on which the correction was made is one of the correction; a minor correction needs none.
    Remedy: Have the claim read and approved as it is now, and record that as one more entry of `history`.
    Clause: efcsn-second-person

    Bad:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}  # here
        corrections:
          - on: 2026-02-25
            class: update
            cause: new-evidence
            notice: {en: There is a new count., de: Es gibt eine neue Zählung.}

    Good:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
          - {to: approved, on: 2026-02-25, by: omar, covers: 0a44d1f7}
        corrections:
          - on: 2026-02-25
            class: update
            cause: new-evidence
            notice: {en: There is a new count., de: Es gibt eine neue Zählung.}
    """
    for claim in project.claims.values():
        telling = [place for place, correction in enumerate(claim.corrections) if correction.class_ != "minor"]
        if not telling or claim.published is None:
            continue
        status, approval, made = project.status_of(claim), approval_of(project, claim), claim.corrections[telling[-1]].on
        if status is None or not status.approves or approval is None:
            continue
        if approval.on >= made or stale_approval(project, claim) is not None:
            continue
        file = project.file_of("claim", claim.id)
        place = next(number for number, entry in enumerate(claim.history) if entry is approval)
        yield Remark(
            file,
            ("history", place, "on"),
            say("the approval of {day} is older than the correction; expected one of {made} or later", day=approval.on, made=made),
            say("have it read and approved as it is now, in one more entry of `history`"),
            related=((file, ("corrections", telling[-1], "on"), say("corrected here")),),
        )


@rule("CT620", "withdrawal-repeats-the-claim", Severity.ERROR)
def withdrawal_repeats_the_claim(project: Project) -> Iterator[Remark]:
    """The notice of a withdrawal repeats what was claimed, or what the check said of it.

    Reason: The notice is all that is left of the page. With the claim in it, the claim is what people go on finding, now without any check.
    Remedy: Say that the check was withdrawn and why, and leave out what it was about.

    Bad:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        retracted:
          on: 2026-02-25
          notice:
            en: "We were wrong: closing the old bridge to lorries means detours of 14 kilometres."  # here
            de: Wir hatten zwei Brücken verwechselt.
        statement:
          en: Closing the old bridge to lorries means detours of 14 kilometres.
          de: Eine Sperrung der alten Brücke für Lastwagen bedeutet Umwege von 14 Kilometern.
        --- other.yaml
        statement: {en: The bridge is old., de: Die Brücke ist alt.}

    Good:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        retracted:
          on: 2026-02-25
          notice:
            en: "We were wrong: we had confused two bridges."
            de: Wir hatten zwei Brücken verwechselt.
        statement:
          en: Closing the old bridge to lorries means detours of 14 kilometres.
          de: Eine Sperrung der alten Brücke für Lastwagen bedeutet Umwege von 14 Kilometern.
        --- other.yaml
        statement: {en: The bridge is old., de: Die Brücke ist alt.}
    """
    for claim in project.claims.values():
        for tag, notice in claim.retracted.notice.by_language.items() if claim.retracted else ():
            bare = _bare(notice)
            field = next((field for field, words in _said(claim) if len(words) >= _ENOUGH_TO_FIND and words in bare), None)
            if field is not None:
                path: RecordPath = ("retracted", "notice", tag) if tag else ("retracted", "notice")
                message = say("the notice repeats `{field}`; expected a notice without what was claimed or found", field=field)
                yield Remark(project.file_of("claim", claim.id), path, message, say("say why the check is gone, and not what it was about"))


_ENOUGH_TO_FIND = 20
"""How many letters and digits a repeated text has at least; shorter ones stand in many texts."""


def _said(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield what was claimed and what was answered, in every language, as bare letters and digits."""
    for field, text in (("statement", claim.statement), ("short", claim.short), ("headline", claim.headline)):
        yield from ((field, _bare(words)) for words in (text.by_language.values() if text else ()))
    for language, words in claim.verdict.summary.by_language.items() if claim.verdict and claim.verdict.summary else ():
        yield from (("verdict.summary", _bare(one)) for one in (words, *sentences(words, language)))
    if claim.quote is not None:
        yield "quote", _bare(claim.quote.exact)


def _bare(words: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKC", words).casefold() if letter.isalnum())


def _rating_after(claim: Claim, place: int) -> str | None:
    """Return the rating that readers were given after a correction, or None where nobody can tell."""
    for later in claim.corrections[place + 1 :]:
        if later.was is not None and later.was.rating is not None:
            return later.was.rating
        if later.class_ != "minor":
            return None
    return claim.verdict.rating if claim.verdict else None


def _in_every_language(project: Project, file: str, path: RecordPath, notice: Text) -> Iterator[Remark]:
    missing = notice.missing(project.desk.languages, project.desk.reference_language)
    if missing:
        message = say("the notice has no text in {languages}; expected one in every language of the desk", languages=all_of(missing))
        yield Remark(file, path, message, say("write it in every language"), key=True)


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


RULES = (corrected_in_one_language, minor_correction_of_rating, correction_without_approval, withdrawal_repeats_the_claim)
"""The rules of this part of the family, in the order of their codes."""
