"""Every quote that a project takes from its articles, with the text that it can be held against."""

from __future__ import annotations

import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

import attrs

from claimtrack.anchoring.quotes import QuotedText
from claimtrack.locations import RecordPath
from claimtrack.project import Project
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim
from claimtrack.records.passage import Quote, Stretch

_MORE_IN_THE_TEXT = 20


@attrs.frozen
class Anchor:
    """Words that a record takes from an article, and where it says that they stand.

    Attributes:
        article: the id of the article.
        file: the file of the record.
        path: the quote in that file; the position where there is no quote.
        quote: the words; a fault of the article may give only a position.
        at: the position that the record gives.
        at_path: where it gives it.
        also_at: a second position that the record gives beside the quote, where it is another one.
    """

    article: str
    file: str
    path: RecordPath
    quote: Quote | None
    at: Stretch | None = None
    at_path: RecordPath = ()
    also_at: Stretch | None = None

    @property
    def span_is_wrong(self) -> bool:
        """Whether the position is too short or far too long for the words, whatever the text is.

        Blanks and invisible characters may be more in the text than in the quote, and an accent may be a character of its own.
        """
        if self.at is None or self.quote is None:
            return False
        span = self.at.end - self.at.start
        words = unicodedata.normalize("NFC", "".join(self.quote.parts))
        longest = math.inf if len(self.quote.parts) > 1 else 2 * len(self.quote.exact) + _MORE_IN_THE_TEXT
        return not len("".join(words.split())) <= span <= longest


def anchors_of(project: Project) -> dict[str, list[Anchor]]:
    """Return for each article that can be read the quotes that are taken from it, its own first."""
    found: dict[str, list[Anchor]] = {article: [] for article in project.articles}
    for article in project.articles.values():
        found[article.id].extend(_in_article(article, project.file_of("article", article.id)))
    for claim in project.claims.values():
        for anchor in _in_claim(claim, project.file_of("claim", claim.id)):
            if anchor.article in found:
                found[anchor.article].append(anchor)
    return found


def text_of(project: Project, article: Article) -> str | None:
    """Return the text that an article's quotes can be held against, or None where it is not at hand or is another one."""
    snapshot = project.snapshots.get(article.id)
    if snapshot is None or (article.text is not None and article.text.sha256.lower() != snapshot.sha256):
        return None
    return snapshot.text


def held_against_texts(project: Project) -> Iterator[tuple[Anchor, Quote, QuotedText]]:
    """Yield every quote that can be held against its article's text, with that text."""
    for article_id, anchors in project.once(anchors_of).items():
        text = text_of(project, project.articles[article_id])
        if text is not None:
            quoted = QuotedText(text)
            for anchor in anchors:
                if anchor.quote is not None:
                    yield anchor, anchor.quote, quoted


def written_out(anchors: list[Anchor], text: QuotedText | None) -> int:
    """Return how many characters of an article quotes repeat together: what several of them quote counts once.

    What a quote leaves out with ``…`` is not counted. Words whose place is not known count by their length, each wording once.
    """
    stretches: list[Stretch] = []
    elsewhere: dict[str, int] = defaultdict(int)
    for anchor in anchors:
        if anchor.quote is not None:
            placed, unplaced = _stretches(anchor.quote, anchor.at, text)
            stretches.extend(placed)
            elsewhere.update({words: len(words) for words in unplaced})
    covered = reached = 0
    for stretch in sorted(stretches):
        covered += max(stretch.end - max(stretch.start, reached), 0)
        reached = max(reached, stretch.end)
    return covered + sum(elsewhere.values())


def _stretches(quote: Quote, at: Stretch | None, text: QuotedText | None) -> tuple[list[Stretch], tuple[str, ...]]:
    """Return the stretches that are quoted, and the words whose place is not known."""
    if at is None and text is not None:
        at = next(iter(text.places(quote)), None)
    if at is None:
        return [], quote.parts
    first, *between = quote.parts or ("",)
    if not between and at.end - at.start > 2 * len(first):
        return [], quote.parts  # so far off that it says nothing about the words; that it is wrong is told elsewhere
    if not between:
        return [at], ()
    *middle, last = between
    return [Stretch(at.start, at.start + len(first)), Stretch(at.end - len(last), at.end)], tuple(middle)


def _in_article(article: Article, file: str) -> Iterator[Anchor]:
    for place, problem in enumerate(article.problems):
        yield from _anchor(article.id, file, ("problems", place), problem.quote, problem.at)
    for place, passage in enumerate(article.not_checked):
        yield from _anchor(article.id, file, ("not_checked", place), passage.quote, passage.at)


def _in_claim(claim: Claim, file: str) -> Iterator[Anchor]:
    yield from _anchor(claim.folder, file, (), claim.quote, None)
    for place, appearance in enumerate(claim.appearances):
        if appearance.article is not None:
            at = appearance.at if isinstance(appearance.at, Stretch) else None
            yield from _anchor(appearance.article, file, ("appearances", place), appearance.quote, at)


def _anchor(article: str, file: str, within: RecordPath, quote: Quote | None, at: Stretch | None) -> Iterator[Anchor]:
    if quote is not None and quote.at is not None:
        also_at = at if at != quote.at else None
        yield Anchor(article, file, (*within, "quote"), quote, quote.at, (*within, "quote", "at"), also_at)
    elif quote is not None:
        yield Anchor(article, file, (*within, "quote"), quote, at, (*within, "at"))
    elif at is not None:
        yield Anchor(article, file, (*within, "at"), None, at, (*within, "at"))
