"""CT1xx, third part: how much may be quoted."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimtrack.anchoring.anchors import Anchor, anchors_of, text_of, written_out
from claimtrack.anchoring.quotes import QuotedText
from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.records.evidence import Evidence
from claimtrack.records.passage import Quote
from claimtrack.rules.rule import part_rule, rule

_NAMED = 6
"""How many quotes are named where they are too many together: the longest one and the next five."""


@part_rule("CT117", "quote-too-long", Severity.ERROR, Quote, Evidence)
def quote_too_long(project: Project, file: str, path: RecordPath, part: Quote | Evidence) -> Iterator[Remark]:
    """A quote is longer than the desk allows.

    Reason: Other people's texts may be quoted as far as the check needs them, not republished. The desk set the bound itself.
    Remedy: Quote the words that identify the passage, or its first and its last words with ` … ` between them.

    Bad:
        quote: >-  # here
          The council will decide in March whether the bridge is closed to lorries. The mayor warned that a closure means detours of 14
          kilometres. Two hauliers have already announced that they will send their lorries over the new bridge

    Good:
        quote: >-
          The council will decide in March whether the bridge is closed to lorries … send their lorries over the new bridge
    """
    words = part.exact if isinstance(part, Quote) else part.quote or ""
    limit = project.desk.limits.quote
    if len(words) <= limit:
        return
    length = _length(Quote(exact=words))
    if length > limit:
        where = path if isinstance(part, Quote) else (*path, "quote")
        message = say("the quote has {length} characters; expected at most {limit}, which is the desk's limit", length=length, limit=limit)
        yield Remark(file, where, message, say("quote first and last words with ` … ` between them"))


@rule("CT118", "too-much-quoted", Severity.ERROR)
def too_much_quoted(project: Project) -> Iterator[Remark]:
    """The quotes together repeat more of the article than the desk allows.

    Reason: Many short quotes can republish a whole text that is not ours. The desk set the bound itself.
    Remedy: Shorten the longest quotes of claims, `problems` and `not_checked` to the words that identify them. The finding stands at the
        longest of all and names the next ones.

    Bad:
        quote: twice as many lorries as a year ago  # here
        --- desk.yaml
        limits: {quotes_of_article: 6 %}
        --- article.yaml
        text: {sha256: a87a505dc5de5eb3e8ae566af1cb813e2a538c917e1fb63c09be91ca14848ff0, length: 864}

    Good:
        quote: twice as many lorries as a year ago
        --- desk.yaml
        limits: {quotes_of_article: 7 %}
        --- article.yaml
        text: {sha256: a87a505dc5de5eb3e8ae566af1cb813e2a538c917e1fb63c09be91ca14848ff0, length: 864}
    """
    share = project.desk.limits.quotes_of_article
    for article_id, anchors in project.once(anchors_of).items():
        article = project.articles[article_id]
        text = text_of(project, article)
        length = article.text.length if article.text is not None else len(text or "")
        if length == 0:
            continue  # nobody knows how long it is
        quoted = written_out(anchors, QuotedText(text) if text is not None else None)
        if quoted > share.of(Decimal(length)):
            longest, *others = _longest_first(anchors)
            yield Remark(
                longest.file,
                longest.path,
                say(
                    "the quotes of ‘{article}’ together repeat {quoted} of its {length} characters ({found} %); expected at most {limit} %",
                    article=article_id,
                    quoted=quoted,
                    length=length,
                    found=f"{100 * quoted / length:.1f}",
                    limit=share.percent,
                ),
                say("shorten the longest quotes to the words that identify them; this is the longest one"),
                related=tuple((one.file, one.path, say("{n} characters", n=_length(one.quote))) for one in others),
            )


def _longest_first(anchors: list[Anchor]) -> list[Anchor]:
    """Return the longest quotes, those of equal length in the order of the records."""
    return sorted((one for one in anchors if one.quote is not None), key=lambda one: -_length(one.quote))[:_NAMED]


def _length(quote: Quote | None) -> int:
    """Return how many characters a quote writes out."""
    return sum(map(len, quote.parts)) if quote is not None else 0


RULES = (quote_too_long, too_much_quoted)
"""The rules of this part of the family, in the order of their codes."""
