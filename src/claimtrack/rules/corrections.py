"""CT6xx, second part: what was corrected after publication, and what was withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.publication import is_correcting
from claimtrack.records.claim import Correction
from claimtrack.rules.fixes import in_order
from claimtrack.rules.rule import rule
from claimtrack.rules.suggestions import Suggestions


@rule("CT611", "correction-unpublished", Severity.ERROR)
def correction_unpublished(project: Project) -> Iterator[Remark]:
    """There is a correction of a claim that was not published, or not yet.

    Reason: A correction tells readers what they were told before. Before publication they were told nothing.
    Remedy: Take the correction away, or correct the days.

    Bad:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        corrections:
          - {on: 2026-02-19, class: minor, cause: reader, notice: A name was misspelt.}  # here

    Good:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        corrections:
          - {on: 2026-02-20, class: minor, cause: reader, notice: A name was misspelt.}
    """
    for claim in project.claims.values():
        if claim.corrections and claim.published is None:
            message = say("there are corrections, and the claim was never published; expected a day under `published`")
            yield Remark(project.file_of("claim", claim.id), ("corrections",), message, say("take them away, or add `published`"), key=True)
            continue
        for place, correction in enumerate(claim.corrections):
            if claim.published is not None and correction.on < claim.published:
                message = say(
                    "the correction was made before the claim was published; found {day}, expected {published} or later",
                    day=correction.on,
                    published=claim.published,
                )
                hint = say("correct the day, or take the correction away")
                yield Remark(project.file_of("claim", claim.id), ("corrections", place, "on"), message, hint)


@rule("CT612", "corrections-out-of-order", Severity.ERROR)
def corrections_out_of_order(project: Project) -> Iterator[Remark]:
    """The corrections are not in the order of their days.

    Reason: Each says what was there before it; in another order they tell another story.
    Remedy: Put them in order, the newest last.
    Fix: They are put in the order of their days; readers are shown them in that order anyway.
    Clause: efcsn-log

    Bad:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        corrections:
          - {on: 2026-02-26, class: minor, cause: reader, notice: A name was misspelt.}
          - {on: 2026-02-25, class: minor, cause: own-error, notice: A day was wrong.}  # here

    Good:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
          - {to: approved, on: 2026-02-25, by: omar, covers: 5e1f00d2}
        corrections:
          - {on: 2026-02-25, class: minor, cause: own-error, notice: A day was wrong.}
          - {on: 2026-02-26, class: minor, cause: reader, notice: A name was misspelt.}
    """
    for claim in project.claims.values():
        for place, (before, after) in enumerate(zip(claim.corrections, claim.corrections[1:], strict=False), start=1):
            if after.on < before.on:
                yield Remark(
                    project.file_of("claim", claim.id),
                    ("corrections", place, "on"),
                    say(
                        "the corrections go back in time; found {day} after {earlier}, expected the newest last",
                        day=after.on,
                        earlier=before.on,
                    ),
                    say("put them in order"),
                    fix=in_order(("corrections",), [one.on for one in claim.corrections]),
                )


@rule("CT613", "correction-without-before", Severity.ERROR)
def correction_without_before(project: Project) -> Iterator[Remark]:
    """A substantial correction does not say what readers were told before.

    Reason: Whoever remembers or has quoted the old verdict has to be able to see that it was ours, and that it no longer holds.
    Remedy: Add `was` with the rating and the summary as they stood there.
    Clause: ifcn-6.3, efcsn-log

    Bad:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
          - {to: approved, on: 2026-02-25, by: omar, covers: 5e1f00d2}
        corrections:
          - {on: 2026-02-25, class: substantial, cause: reader, notice: We had rated this otherwise.}  # here

    Good:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
          - {to: approved, on: 2026-02-25, by: omar, covers: 5e1f00d2}
        corrections:
          - {on: 2026-02-25, class: substantial, cause: reader, was: {rating: refuted}, notice: We had rated this otherwise.}
    """
    for claim in project.claims.values():
        for place, correction in enumerate(claim.corrections):
            if correction.class_ == "substantial" and not _says_what_was(correction):
                yield Remark(
                    project.file_of("claim", claim.id),
                    ("corrections", place),
                    say("the correction is substantial and does not say what readers were told before; expected `was`"),
                    say("add `was` with the rating and the summary as they stood there"),
                )


@rule("CT614", "unknown-former-rating", Severity.ERROR)
def unknown_former_rating(project: Project) -> Iterator[Remark]:
    """The rating before a correction is not on the scale.

    Reason: Readers are shown the old rating by its label; one that the scale does not have has none.
    Remedy: Write the id of the rating as it was.
    Clause: efcsn-log

    Bad:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
          - {to: approved, on: 2026-02-25, by: omar, covers: 5e1f00d2}
        corrections:
          - {on: 2026-02-25, class: substantial, cause: reader, was: {rating: refutd}, notice: We had rated this otherwise.}  # here

    Good:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
          - {to: approved, on: 2026-02-25, by: omar, covers: 5e1f00d2}
        corrections:
          - {on: 2026-02-25, class: substantial, cause: reader, was: {rating: refuted}, notice: We had rated this otherwise.}
    """
    for claim in project.claims.values():
        scale = project.scale_of(claim)
        for place, correction in enumerate(claim.corrections):
            rating = correction.was.rating if correction.was else None
            if scale is not None and scale.ratings and rating is not None and scale.rating(rating) is None:
                ratings = [one.id for one in scale.ratings]
                known = ", ".join(ratings)
                yield Remark(
                    project.file_of("claim", claim.id),
                    ("corrections", place, "was", "rating"),
                    say("the scale {scale} has no rating ‘{rating}’; expected one of {known}", scale=scale.id, rating=rating, known=known),
                    Suggestions(ratings).hint(rating, say("write a rating of the scale")),
                )


@rule("CT615", "correction-changes-nothing", Severity.ERROR)
def correction_changes_nothing(project: Project) -> Iterator[Remark]:
    """A correction is substantial, and what readers were told before it is what they were told after it.

    Reason: Either the verdict was not changed after all, or `was` holds the new one and the old one is lost. As long as a claim is being
        corrected, nothing is said of its latest correction.
    Remedy: Write under `was` what stood there before. If only the wording changed, the correction is `minor`.
    Clause: ifcn-6.3, efcsn-log

    Bad:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
          - {to: approved, on: 2026-02-25, by: omar, covers: 5e1f00d2}
        corrections:
          - {on: 2026-02-25, class: substantial, cause: reader, was: {rating: supported}, notice: We had rated this otherwise.}  # here

    Good:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
          - {to: approved, on: 2026-02-25, by: omar, covers: 5e1f00d2}
        corrections:
          - {on: 2026-02-25, class: substantial, cause: reader, was: {rating: refuted}, notice: We had rated this otherwise.}
    """
    for claim in project.claims.values():
        telling = [place for place, correction in enumerate(claim.corrections) if correction.class_ != "minor"]
        for place, later in zip(telling, [*telling[1:], None], strict=False):
            correction = claim.corrections[place]
            after = claim.corrections[later].was if later is not None else claim.verdict
            if correction.class_ != "substantial" or correction.was is None or after is None or not correction.was.says_as_much(after):
                continue
            if later is None and is_correcting(project, claim):
                continue
            now = say("the correction is substantial, and what was is what is now; expected another rating or summary")
            then = say("the correction is substantial, and what was is what was until the next one too; expected another rating or summary")
            yield Remark(
                project.file_of("claim", claim.id),
                ("corrections", place, "was"),
                now if later is None else then,
                say("write what stood there before, or make it `class: minor` if only the wording changed"),
            )


@rule("CT616", "retracted-unpublished", Severity.ERROR)
def retracted_unpublished(project: Project) -> Iterator[Remark]:
    """A claim is withdrawn that was not published, or not yet.

    Reason: The notice tells readers that something they could read is gone. What was never published is declined, not retracted.
    Remedy: Set the status to `declined`, or correct the days.

    Bad:
        retracted: {on: 2026-02-25, notice: We had confused two bridges.}  # here

    Good:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        retracted: {on: 2026-02-25, notice: We had confused two bridges.}
    """
    for claim in project.claims.values():
        if claim.retracted is None:
            continue
        if claim.published is None:
            message = say("the claim is retracted and was never published; expected a day under `published`")
        elif claim.retracted.on < claim.published:
            message = say(
                "the claim was retracted before it was published; found {day}, expected {published} or later",
                day=claim.retracted.on,
                published=claim.published,
            )
        else:
            continue
        yield Remark(project.file_of("claim", claim.id), ("retracted", "on"), message, say("decline the claim, or correct the days"))


def _says_what_was(correction: Correction) -> bool:
    return correction.was is not None and (correction.was.rating is not None or correction.was.summary is not None)


RULES = (
    correction_unpublished,
    corrections_out_of_order,
    correction_without_before,
    unknown_former_rating,
    correction_changes_nothing,
    retracted_unpublished,
)
"""The rules of this part of the family, in the order of their codes."""
