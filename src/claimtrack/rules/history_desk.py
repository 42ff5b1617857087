"""CT7xx, seventh part: the ground that published claims stand on: scale, workflow, the texts that quotes are anchored in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import all_of, quoted, say
from claimtrack.records.scale import Rating
from claimtrack.records.workflow import Status
from claimtrack.rules.rule import history_rule
from claimtrack.rules.told import says_otherwise, was_seen

if TYPE_CHECKING:  # whoever checks without a history has no need of git
    from claimtrack.history.comparison import Comparison


# Long because its examples show a record as it was and as it is.
@history_rule("CT731", "rating-redefined", Severity.ERROR)
def rating_redefined(comparison: Comparison) -> Iterator[Remark]:
    """A rating that published claims have means something else, in a scale of the same version.

    Reason: All these claims say something else to readers from one day to the next, and nobody has judged them anew. A scale has a version
        so that old verdicts keep their meaning. Label, definition and number are compared; a language may be added.
    Remedy: Give the scale a new version. The approvals then have to be given again, since they cover the scale.
    Clause: ifcn-6.3, efcsn-log

    Bad:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- before:
        --- desk.yaml
        scale:
          name: two-step
          version: 1
          ratings:
            - {id: supported, number: 2, label: {en: Supported, de: Belegt}, definition: {en: It is so., de: Es ist so.}}
            - {id: refuted, number: 1, label: {en: Refuted, de: Widerlegt}, definition: {en: It is not., de: Es ist nicht so.}}
        --- after:
        --- desk.yaml
        scale:
          name: two-step
          version: 1
          ratings:
            - {id: supported, number: 2, label: {en: Supported, de: Belegt}, definition: {en: It may be so., de: Es kann so sein.}}  # here
            - {id: refuted, number: 1, label: {en: Refuted, de: Widerlegt}, definition: {en: It is not., de: Es ist nicht so.}}

    Good:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- before:
        --- desk.yaml
        scale:
          name: two-step
          version: 1
          ratings:
            - {id: supported, number: 2, label: {en: Supported, de: Belegt}, definition: {en: It is so., de: Es ist so.}}
            - {id: refuted, number: 1, label: {en: Refuted, de: Widerlegt}, definition: {en: It is not., de: Es ist nicht so.}}
        --- after:
        --- desk.yaml
        scale:
          name: two-step
          version: 2
          ratings:
            - {id: supported, number: 2, label: {en: Supported, de: Belegt}, definition: {en: It may be so., de: Es kann so sein.}}
            - {id: refuted, number: 1, label: {en: Refuted, de: Widerlegt}, definition: {en: It is not., de: Es ist nicht so.}}
    """
    then, now = comparison.before.scale, comparison.after.scale
    if comparison.before.desk is comparison.after.desk or then is None or now is None or then.id != now.id:
        return
    redefined = [(place, one) for place, one in enumerate(now.ratings) if _means_otherwise(comparison, then.rating(one.id), one)]
    used = _ratings_in_use(comparison, then.id) if redefined else Counter()
    for place, one in redefined:
        number = used[one.id]
        if not number:
            continue
        of_one = say(
            "‘{rating}’ is not what it was at {then}, and 1 published claim was rated by it", rating=one.id, then=comparison.called
        )
        of_several = say(
            "‘{rating}’ is not what it was at {then}, and {number} published claims were rated by it",
            rating=one.id,
            then=comparison.called,
            number=number,
        )
        hint = say("give the scale a new version")
        yield Remark(comparison.after.desk_file, ("scale", "ratings", place), of_one if number == 1 else of_several, hint)


# Long because its examples show a record as it was and as it is.
@history_rule("CT732", "workflow-loosened", Severity.WARNING)
def workflow_loosened(comparison: Comparison) -> Iterator[Remark]:
    """A status promises less than it did, in a workflow of the same version.

    Reason: The workflow is what the desk tells readers about its work. Where a status demands less, is no approval any more, or may be
        given by others, what was published under it and what will be are not the same.
    Remedy: Give the workflow a new version, so that it can be told from the old one.
    Clause: efcsn-second-person

    Bad:
        --- before:
        --- desk.yaml
        workflow:
          name: short
          version: 1
          statuses:
            - {id: researching, label: Researching, moves: [in-review]}
            - {id: in-review, label: In review, moves: [approved]}
            - {id: approved, label: Approved, approves: yes, who: review, demands: [approval, archives]}
        --- after:
        --- desk.yaml
        workflow:
          name: short
          version: 1
          statuses:
            - {id: researching, label: Researching, moves: [in-review]}
            - {id: in-review, label: In review, moves: [approved]}
            - {id: approved, label: Approved, approves: yes, who: review, demands: [approval]}  # here

    Good:
        --- before:
        --- desk.yaml
        workflow:
          name: short
          version: 1
          statuses:
            - {id: researching, label: Researching, moves: [in-review]}
            - {id: in-review, label: In review, moves: [approved]}
            - {id: approved, label: Approved, approves: yes, who: review, demands: [approval]}
        --- after:
        --- desk.yaml
        workflow:
          name: short
          version: 1
          statuses:
            - {id: researching, label: Researching, moves: [in-review]}
            - {id: in-review, label: In review, moves: [approved]}
            - {id: approved, label: Approved, approves: yes, who: review, demands: [approval, archives]}
    """
    then, now = comparison.before.workflow, comparison.after.workflow
    if comparison.before.desk is comparison.after.desk or then is None or now is None or then.id != now.id:
        return
    for place, status in enumerate(now.statuses):
        before = then.status(status.id)
        if before is not None and _promises_less(before, status):
            message = say("the status ‘{status}’ promises less than it did at {then}", status=status.id, then=comparison.called)
            lost = [demand for demand in before.demands if demand not in status.demands]
            if lost:
                what = all_of(quoted(lost))
                message = say(
                    "the status ‘{status}’ does not demand {what} any more, as it did at {then}",
                    status=status.id,
                    what=what,
                    then=comparison.called,
                )
            yield Remark(comparison.after.desk_file, ("workflow", "statuses", place), message, say("give the workflow a new version"))


@history_rule("CT733", "text-replaced", Severity.WARNING)
def text_replaced(comparison: Comparison) -> Iterator[Remark]:
    """The text of an article is another one, and claims still quote it at the places that they had in the old one.

    Reason: Where the text itself does not lie beside the records, nothing else shows that the quotes were not looked up anew.
    Remedy: Check where the text is at hand, and correct the positions.

    Bad:
        --- after:
        --- article.txt
        --- article.yaml
        text: {sha256: 94b8e5aa7bd0a6e7a2a4fc0a3b8a6d7a5ee5d3d13c07c1d7ab0d2f0e7f0b1a11, length: 901, may_show: yes}  # here

    Good:
        --- after:
        --- article.txt
        --- article.yaml
        text: {sha256: 94b8e5aa7bd0a6e7a2a4fc0a3b8a6d7a5ee5d3d13c07c1d7ab0d2f0e7f0b1a11, length: 901, may_show: yes}
        --- town/example.yaml
        quote: {exact: twice as many lorries as a year ago, at: 103-138}
        --- other.yaml
        quote: {exact: detours of 14 kilometres, at: 370-394}
    """
    replaced = [
        article.id
        for then, article in comparison.articles()
        if article is not None
        and article.text is not None
        and then is not None
        and then.text is not None
        and then.text.sha256 != article.text.sha256
        and article.id not in comparison.after.snapshots  # the quotes were held against the text then
    ]
    relying = _relying_on(comparison, replaced) if replaced else Counter()
    for one in replaced:
        number = relying[one]
        if not number:
            continue
        of_one = say("the text is not the one of {then}, and 1 claim still quotes it at a place in the old one", then=comparison.called)
        of_several = say(
            "the text is not the one of {then}, and {number} claims still quote it at places in the old one",
            then=comparison.called,
            number=number,
        )
        hint = say("check where the text is at hand, and correct the positions")
        yield Remark(comparison.after.file_of("article", one), ("text", "sha256"), of_one if number == 1 else of_several, hint)


def _means_otherwise(comparison: Comparison, then: Rating | None, now: Rating) -> bool:
    if then is None:
        return False
    texts = ((then.label, now.label), (then.definition, now.definition))
    return then.number != now.number or any(says_otherwise(comparison, before, after) for before, after in texts)


def _ratings_in_use(comparison: Comparison, scale: str) -> Counter[str]:
    """Return how many claims that readers saw at the revision, and that are still there, had each rating of a scale."""
    used: Counter[str] = Counter()
    for claim in comparison.before.claims.values():
        if claim.verdict is not None and claim.published is not None and comparison.after.exists("claim", claim.id):
            of_claim = comparison.before.scale_of(claim)
            if of_claim is not None and of_claim.id == scale and was_seen(comparison, claim):
                used[claim.verdict.rating] += 1
    return used


def _promises_less(before: Status, after: Status) -> bool:
    return not set(before.demands) <= set(after.demands) or (before.approves and not after.approves) or before.who != after.who


def _relying_on(comparison: Comparison, articles: list[str]) -> Counter[str]:
    """Return how many claims of articles have a quote at the place that it had at the revision."""
    relying: Counter[str] = Counter()
    wanted = set(articles)
    for before, after in comparison.claims():
        if after is not None and after.folder in wanted and before is not None and before.quote is not None and after.quote is not None:
            relying[after.folder] += after.quote.at is not None and after.quote.at == before.quote.at
    return relying


RULES = (rating_redefined, workflow_loosened, text_replaced)
"""The rules of this part of the family, in the order of their codes."""
