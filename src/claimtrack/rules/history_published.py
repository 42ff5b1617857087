"""CT7xx, first part: what readers were told and are not told any more, and whether anything says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, all_of, say
from claimtrack.publication import Publication, approval_of
from claimtrack.rules.rule import history_rule
from claimtrack.rules.told import Told, corrections_since, rewritten, says_otherwise, told

if TYPE_CHECKING:  # whoever checks without a history has no need of git
    from claimtrack.history.comparison import Comparison


@history_rule("CT701", "changed-without-correction", Severity.ERROR)
def changed_without_correction(comparison: Comparison) -> Iterator[Remark]:
    """A published claim says something else than it did, and no correction says so.

    Reason: Readers have relied on what stood there, and have passed it on. Whoever changes it silently takes from them the chance to learn
        that it does not hold. The rating, the summary, the reasoning, the headline, the statement and what is known so far are compared;
        a language that was added changes nothing. As long as a claim is under correction, nothing is asked.
    Remedy: Add a correction; `minor` if only the wording changed.
    Clause: ifcn-6.3, efcsn-log

    Bad:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- after:
        headline: {en: "620 lorries a day, up from 310", de: "620 Lastwagen am Tag statt 310"}  # here
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
          - {to: approved, on: 2026-02-25, by: omar, covers: 7c1e90b2}

    Good:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- after:
        headline: {en: "620 lorries a day, up from 310", de: "620 Lastwagen am Tag statt 310"}
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
          - {to: approved, on: 2026-02-25, by: omar, covers: 7c1e90b2}
        corrections:
          - on: 2026-02-25
            class: minor
            cause: reader
            notice: {en: We made the headline clearer., de: Wir haben die Überschrift verständlicher gemacht.}
    """
    for one in told(comparison):
        if not one.gives_an_answer or one.after.published is None or corrections_since(comparison, one):
            continue
        changed = list(_changed(comparison, one))
        if not changed and _was_corrected_silently(comparison, one):
            changed = [(("corrections",), say("what was approved before it was corrected"))]
        if changed:
            yield Remark(
                one.file,
                changed[0][0],
                say(
                    "changed since {then} without a correction: {what}",
                    then=comparison.called,
                    what=all_of(what for _, what in changed),
                ),
                say("add a correction that says what readers were told before, or take the change back"),
            )


# Long because its examples show a record as it was and as it is.
@history_rule("CT702", "correction-understated", Severity.ERROR)
def correction_understated(comparison: Comparison) -> Iterator[Remark]:
    """The rating of a published claim is another one, and the corrections made of it are called minor or updates.

    Reason: Whoever relied on the old rating learns from neither that it no longer holds.
    Remedy: Make the correction `substantial`, and say under `was` what readers were told.
    Clause: ifcn-6.3, efcsn-log

    Bad:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- before:
        verdict: {rating: mostly-supported, summary: {en: Twice., de: Doppelt.}, rationale: {en: "See [@survey].", de: "Siehe [@survey]."}}
        --- after:
        verdict: {rating: supported, summary: {en: Twice., de: Doppelt.}, rationale: {en: "See [@survey].", de: "Siehe [@survey]."}}
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
          - {to: approved, on: 2026-02-25, by: omar, covers: 7c1e90b2}
        corrections:
          - on: 2026-02-25
            class: update  # here
            cause: new-evidence
            notice: {en: There is a new count., de: Es gibt eine neue Zählung.}

    Good:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- before:
        verdict: {rating: mostly-supported, summary: {en: Twice., de: Doppelt.}, rationale: {en: "See [@survey].", de: "Siehe [@survey]."}}
        --- after:
        verdict: {rating: supported, summary: {en: Twice., de: Doppelt.}, rationale: {en: "See [@survey].", de: "Siehe [@survey]."}}
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
          - {to: approved, on: 2026-02-25, by: omar, covers: 7c1e90b2}
        corrections:
          - on: 2026-02-25
            class: substantial
            cause: new-evidence
            was: {rating: mostly-supported}
            notice: {en: There is a new count., de: Es gibt eine neue Zählung.}
    """
    for one in told(comparison):
        made = corrections_since(comparison, one) if one.gives_an_answer and _ratings(one)[0] != _ratings(one)[1] else []
        if not made or any(correction.class_ == "substantial" for _, correction in made):
            continue
        if any(correction.was is not None and correction.was.rating is not None for _, correction in made):
            continue  # told of the correction itself
        before, after = _ratings(one)
        message = say(
            "the rating was ‘{before}’ at {then} and is ‘{after}’ now; expected `class: substantial`",
            before=before,
            then=comparison.called,
            after=after,
        )
        if after is None:
            message = say(
                "the rating was ‘{before}’ at {then} and is gone; expected `class: substantial`", before=before, then=comparison.called
            )
        hint = say("write `class: substantial`, and under `was` what readers were told")
        yield Remark(one.file, ("corrections", made[-1][0], "class"), message, hint)


# Long because its examples show a record as it was and as it is.
@history_rule("CT703", "correction-says-otherwise", Severity.ERROR)
def correction_says_otherwise(comparison: Comparison) -> Iterator[Remark]:
    """A correction gives as the former rating or summary what was not told to readers.

    Reason: Whoever has quoted the old verdict has to find it there. A softened one hides how far it was off.
    Remedy: Write under `was` what stood there, word for word.
    Clause: ifcn-6.3, efcsn-log

    Bad:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- before:
        verdict: {rating: refuted, summary: {en: Twice., de: Doppelt.}, rationale: {en: "See [@survey].", de: "Siehe [@survey]."}}
        reasons: {against_evidence: {en: We had our doubts., de: Wir hatten Zweifel.}}
        --- after:
        verdict: {rating: supported, summary: {en: Twice., de: Doppelt.}, rationale: {en: "See [@survey].", de: "Siehe [@survey]."}}
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
          - {to: approved, on: 2026-02-25, by: omar, covers: 7c1e90b2}
        corrections:
          - on: 2026-02-25
            class: substantial
            cause: new-evidence
            was: {rating: mostly-supported}  # here
            notice: {en: There is a new count., de: Es gibt eine neue Zählung.}

    Good:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- before:
        verdict: {rating: refuted, summary: {en: Twice., de: Doppelt.}, rationale: {en: "See [@survey].", de: "Siehe [@survey]."}}
        reasons: {against_evidence: {en: We had our doubts., de: Wir hatten Zweifel.}}
        --- after:
        verdict: {rating: supported, summary: {en: Twice., de: Doppelt.}, rationale: {en: "See [@survey].", de: "Siehe [@survey]."}}
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
          - {to: approved, on: 2026-02-25, by: omar, covers: 7c1e90b2}
        corrections:
          - on: 2026-02-25
            class: substantial
            cause: new-evidence
            was: {rating: refuted}
            notice: {en: There is a new count., de: Es gibt eine neue Zählung.}
    """
    for one in told(comparison):
        if one.then is Publication.UNDER_CORRECTION or one.before.verdict is None:
            continue  # what stood there by then may have been the new verdict already
        polished = rewritten(one)  # told by CT712; what they say is about another day
        since = [(place, made) for place, made in corrections_since(comparison, one) if made.on not in polished]
        place, was = next(((place, made.was) for place, made in since if made.was), (0, None))
        if was is None:
            continue
        path: RecordPath = ("corrections", place, "was")
        verdict = one.before.verdict
        if was.rating is not None and was.rating != verdict.rating:
            message = say(
                "the correction says that the rating was ‘{found}’; expected ‘{rating}’, which readers were told at {then}",
                found=was.rating,
                rating=verdict.rating,
                then=comparison.called,
            )
            yield Remark(one.file, (*path, "rating"), message, say("write the rating as it stood there"))
        if was.summary is not None and verdict.summary is not None and says_otherwise(comparison, was.summary, verdict.summary):
            message = say("the correction gives a summary that is not the one of {then}; expected that one", then=comparison.called)
            yield Remark(one.file, (*path, "summary"), message, say("write the summary as it stood there, word for word"))


def _ratings(one: Told) -> tuple[str | None, str | None]:
    """Return the rating of a claim as it was and as it is."""
    before, after = one.before.verdict, one.after.verdict
    return (before.rating if before else None, after.rating if after else None)


def _changed(comparison: Comparison, one: Told) -> Iterator[tuple[RecordPath, Phrase]]:
    """Yield what readers are told otherwise now, with where it stands."""
    before, after = one.before, one.after
    rating, new_rating = _ratings(one)
    if rating is not None and new_rating is None:
        yield ("verdict",), say("the rating, which was ‘{before}’", before=rating)
    elif rating != new_rating and rating is not None:
        yield ("verdict", "rating"), say("the rating, which was ‘{before}’", before=rating)
    was, now = before.verdict, after.verdict
    for path, name, then, found in (
        (("verdict", "summary"), say("the summary"), was.summary if was else None, now.summary if now else None),
        (("verdict", "rationale"), say("the reasoning"), was.rationale if was else None, now.rationale if now else None),
        (("headline",), say("the headline"), before.headline, after.headline),
        (("statement",), say("the statement"), before.statement, after.statement),
        (("so_far",), say("what is known so far"), before.so_far, after.so_far),
    ):
        if says_otherwise(comparison, then, found):
            yield path, name


def _was_corrected_silently(comparison: Comparison, one: Told) -> bool:
    """Say whether a correction was under way at the revision, and ended in an approval of something else than was approved before it."""
    before, after = approval_of(comparison.before, one.before), approval_of(comparison.after, one.after)
    return one.then is Publication.UNDER_CORRECTION and before is not None and after is not None and before.covers != after.covers


RULES = (changed_without_correction, correction_understated, correction_says_otherwise)
"""The rules of this part of the family, in the order of their codes."""
