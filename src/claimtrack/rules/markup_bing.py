"""CT6xx, ninth part: what Bing needs beyond what Google does before it shows a check."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.records.scale import Scale
from claimtrack.records.speaker import OwnVoice, Speaker
from claimtrack.rules.marked_up import marked_up
from claimtrack.rules.rule import rule
from claimtrack.urls import web_address


@rule("CT661", "no-markup-for-bing", Severity.ERROR, "bing")
def no_markup_for_bing(project: Project) -> Iterator[Remark]:
    """The claims of the desk get no markup at all, because the desk names no site, or nowhere to report mistakes.

    Reason: Without markup Bing learns of no check.
    Remedy: Write the address of the site under `publisher.url`, with https, and a page for corrections or for reports under `pages`.
    Clause: bing-claim, bing-review-author

    Bad:
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [bing]
        publisher: {name: Alderford Desk (invented)}  # here
        pages: {report: "mailto:errors@desk.example"}

    Good:
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [bing]
        publisher: {name: Alderford Desk (invented), url: "https://desk.example"}
        pages: {report: "mailto:errors@desk.example"}
    """
    if "google" in project.desk.standards or not project.once(marked_up):
        return  # under that standard it is told in more detail
    desk = project.desk
    site = web_address(desk.publisher.url or "")
    if site is None or not site.startswith("https://"):
        message = say("the desk names no site under https, and claims get no markup without it; expected its address in `publisher.url`")
        hint = say("write the address of the site under `publisher.url`, such as `https://desk.example`")
        yield Remark(project.desk_file, ("publisher",), message, hint, key=True)
    if desk.pages.corrections is None and desk.pages.report is None:
        message = say(
            "readers find nowhere to report mistakes, and claims get no markup without that; expected `pages.corrections` or `pages.report`"
        )
        hint = say("add `corrections: https://…` or `report: mailto:…` under `pages`")
        yield Remark(project.desk_file, ("pages",), message, hint, key=True)


@rule("CT662", "no-author-for-bing", Severity.INFO, "bing")
def no_author_for_bing(project: Project) -> Iterator[Remark]:
    """A claim has no author that markup can name, and Bing wants one.

    Reason: Bing may not show the check. Where nobody can be named there is nothing to do; a made-up author would be worse.
    Remedy: Name the claimant if there is one; where the claim is the article's own, name its publisher in `article.yaml`.
    Clause: bing-claim-author

    Bad:
        claimant:  # here
          none: Many posts have it, and the first one is not known.
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [bing]
        pages: {report: "mailto:errors@desk.example"}

    Good:
        claimant:
          name: Rike Holm (invented)
          role: Councillor
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [bing]
        pages: {report: "mailto:errors@desk.example"}
    """
    for claim in project.once(marked_up):
        if not project.lacks_its_article(claim) and not _has_author(project, claim):
            message = say("the claim has no author that markup can name; Bing wants one and may not show the check")
            hint = say("name the claimant, or the publisher of the article, if there is one")
            yield Remark(project.file_of("claim", claim.id), ("claimant",), message, hint, key=True)


@rule("CT663", "no-number-for-bing", Severity.INFO, "bing")
def no_number_for_bing(project: Project) -> Iterator[Remark]:
    """A rating has no number that markup can give, and Bing wants one.

    Reason: Bing may not show the check. A rating off the axis, such as "misleading", has no number for good reason: any number would say
        how true the claim is, which is just what the rating does not say.
        Numbers of the desk's own scale that markup can give for no rating are told once, at the desk.
    Remedy: Nothing, where the rating is right; give no rating for the sake of its number. Where the desk's own scale has no numbers yet
        although its ratings go from true to untrue, number them from 1 for the least true one upwards.
    Clause: bing-rating

    Bad:
        verdict:
          rating: misleading  # here
          summary: {en: The office counted 620 and 310., de: Das Amt zählte 620 und 310.}
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [bing]
        pages: {report: "mailto:errors@desk.example"}

    Good:
        verdict:
          rating: supported
          summary: {en: The office counted 620 and 310., de: Das Amt zählte 620 und 310.}
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [bing]
        pages: {report: "mailto:errors@desk.example"}
    """
    rated = project.once(marked_up)
    if rated and "google" not in project.desk.standards and _numbers_in_vain(project.scale):  # under that standard told in more detail
        message = say("the numbers of the scale cannot be given in markup; Bing wants one for each check and may not show any")
        hint = say("number the ratings from 1 for the least true one upwards, two of them at least")
        yield Remark(project.desk_file, ("scale", "ratings"), message, hint, key=True)
    for claim in rated:
        rating = project.rating_of(claim)
        if rating is None or rating.number is not None:
            continue
        message = say(
            "the rating ‘{rating}’ has no number that markup can give; Bing wants one and may not show the check", rating=rating.id
        )
        hint = say("leave it as it is if the rating is right")
        yield Remark(project.file_of("claim", claim.id), ("verdict", "rating"), message, hint)


def _numbers_in_vain(scale: Scale | None) -> bool:
    """Say whether a scale has numbers, each for one rating, of which markup can give none; repeated ones are told elsewhere."""
    numbers = [rating.number for rating in scale.ratings if rating.number is not None] if scale else []
    return scale is not None and scale.bounds_in_markup is None and 0 < len(numbers) == len(set(numbers))


def _has_author(project: Project, claim: Claim) -> bool:
    article = project.article_of(claim)
    return isinstance(claim.claimant, Speaker) or (
        isinstance(claim.claimant, OwnVoice) and article is not None and article.publisher is not None
    )


RULES = (no_markup_for_bing, no_author_for_bing, no_number_for_bing)
"""The rules of this part of the family, in the order of their codes."""
