"""CT6xx, eighth part: what is said of pictures, recordings and films, in the words of schema.org's MediaReview."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import all_of, say
from claimtrack.project import Project
from claimtrack.records.claim import Claim, MediaReview
from claimtrack.records.vocabulary import MediaCategory
from claimtrack.rules.marked_up import marked_up
from claimtrack.rules.rule import rule

_CHANGED: tuple[MediaCategory, ...] = ("EditedOrCroppedContent", "StagedContent", "TransformedContent")
"""What cannot be said of the original as well."""
_MADE_FROM_ANOTHER: tuple[MediaCategory, ...] = ("EditedOrCroppedContent", "TransformedContent")
"""What there is an original of."""


@rule("CT651", "original-and-changed", Severity.ERROR, "google")
def original_and_changed(project: Project) -> Iterator[Remark]:
    """A picture, recording or film is called the original and also something that was changed or staged.

    Reason: Readers and machines are told two things of which one is wrong.
    Remedy: Keep what holds. An original that is shown in a wrong context is `OriginalMediaContent` no more but `DecontextualizedContent`.
    Clause: google-media

    Bad:
        media_review:
          categories:
            - OriginalMediaContent
            - TransformedContent  # here
          original: https://pictures.example/1
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        pages: {report: "mailto:errors@desk.example"}

    Good:
        media_review:
          categories:
            - TransformedContent
          original: https://pictures.example/1
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        pages: {report: "mailto:errors@desk.example"}
    """
    for claim, review in _reviews(project):
        changed = [one for one in review.categories if one in _CHANGED]
        if changed and "OriginalMediaContent" in review.categories:
            message = say(
                "the original is said to be {changed} as well; expected the one or the other", changed=all_of(dict.fromkeys(changed))
            )
            place = review.categories.index(changed[0])
            yield Remark(project.file_of("claim", claim.id), ("media_review", "categories", place), message, say("keep what holds"))


@rule("CT652", "wrong-context-without-the-right-one", Severity.WARNING, "google")
def wrong_context_without_the_right_one(project: Project) -> Iterator[Remark]:
    """A picture, recording or film is said to be shown in a wrong context, and nothing says what the right one is.

    Reason: "Out of context" helps nobody who does not learn what is really to be seen.
    Remedy: Say in `original_context` where and when it was taken and what it shows, or what is known of that.
    Clause: google-media

    Bad:
        media_review:  # here
          categories: [DecontextualizedContent]
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        pages: {report: "mailto:errors@desk.example"}

    Good:
        media_review:
          categories: [DecontextualizedContent]
          original_context: Taken in 2019 on another bridge.
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        pages: {report: "mailto:errors@desk.example"}
    """
    for claim, review in _reviews(project):
        if "DecontextualizedContent" in review.categories and review.original_context is None:
            message = say("the media are said to be out of context, and nothing says what the context was; expected `original_context`")
            hint = say("say where and when they were taken and what they show, or what is known of that")
            yield Remark(project.file_of("claim", claim.id), ("media_review",), message, hint, key=True)


@rule("CT653", "changed-without-original", Severity.WARNING, "google")
def changed_without_original(project: Project) -> Iterator[Remark]:
    """A picture, recording or film is said to have been changed, and nothing says from what.

    Reason: Readers see that it was changed when they see the original beside it.
    Remedy: Add the address of the original as `original`. Where it is not known, say so in `original_context`.
    Clause: google-media

    Bad:
        media_review:  # here
          categories: [EditedOrCroppedContent]
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        pages: {report: "mailto:errors@desk.example"}

    Good:
        media_review:
          categories: [EditedOrCroppedContent]
          original: https://pictures.example/1
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        pages: {report: "mailto:errors@desk.example"}
    """
    for claim, review in _reviews(project):
        if "DecontextualizedContent" in review.categories or review.original is not None or review.original_context is not None:
            continue
        changed = dict.fromkeys(one for one in review.categories if one in _MADE_FROM_ANOTHER)
        if changed:
            message = say("the media are said to be {changed}, and nothing says of what; expected `original`", changed=all_of(changed))
            hint = say("add the address of the original, or say in `original_context` what is known of it")
            yield Remark(project.file_of("claim", claim.id), ("media_review",), message, hint, key=True)


def _reviews(project: Project) -> Iterator[tuple[Claim, MediaReview]]:
    for claim in project.once(marked_up):
        if claim.media_review is not None:
            yield claim, claim.media_review


RULES = (original_and_changed, wrong_context_without_the_right_one, changed_without_original)
"""The rules of this part of the family, in the order of their codes."""
