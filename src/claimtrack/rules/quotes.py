"""CT1xx, second part: quotes, held against the texts that they are taken from."""

from __future__ import annotations

import math
from collections.abc import Iterator

import attrs

from claimtrack.anchoring.anchors import Anchor, anchors_of, held_against_texts, text_of
from claimtrack.anchoring.quotes import MOST_PLACES, QuotedText
from claimtrack.changes import Set
from claimtrack.findings import Fix, Remark, Severity
from claimtrack.phrases import Phrase, all_of, say
from claimtrack.project import Project
from claimtrack.records.passage import Quote
from claimtrack.rules.digests import is_digest
from claimtrack.rules.fixes import position_found
from claimtrack.rules.rule import rule

_MOST_COMPARISONS = 20
_SHOWN = 120
_PLACES_SHOWN = 3


@rule("CT111", "quote-not-found", Severity.ERROR)
def quote_not_found(project: Project) -> Iterator[Remark]:
    """The quoted words do not stand in the article.

    Reason: A quote that is wrong in one word puts words into somebody's mouth. It is also the only thread by which others can find the
        passage again.
    Remedy: Copy the words from the text. Blanks and line breaks do not matter; letters, quotation marks and dashes do. What you leave
        out is written as ` … `.

    Bad:
        quote: twice as many trucks as a year ago  # here

    Good:
        quote: twice as many lorries as a year ago
    """
    comparisons = 0
    for anchor, quote, text in held_against_texts(project):
        if _stands(anchor, quote, text) or text.places(quote):
            continue
        message = say("these words do not stand in the text of ‘{article}’", article=anchor.article)
        anywhere = text.places(attrs.evolve(quote, prefix=None, suffix=None))
        if anywhere:
            message = say(
                "these words stand in the text of ‘{article}’, but not beside those that `prefix` and `suffix` give", article=anchor.article
            )
            hint = say("they stand at {place}", place=anywhere[0])
        else:
            comparisons += 1
            hint = _nearest(anchor, quote, text) if comparisons <= _MOST_COMPARISONS else say("copy the words from the text")
        yield Remark(anchor.file, anchor.path, message, hint)


@rule("CT112", "quote-elsewhere", Severity.ERROR)
def quote_elsewhere(project: Project) -> Iterator[Remark]:
    """A quote and the position that is given for it disagree.

    Reason: Where position and words disagree, one of them is wrong; where the words occur more than once, nobody can say which passage is
        meant. Without the text at hand, only a position is found out that is given twice, or whose length cannot be that of the words.
    Remedy: Write the position that the hint names. Positions are counted in code points from 0, the end exclusive; some editors count
        otherwise, for instance an emoji twice.
    Fix: Where the words stand in the text at hand, and only once, that position is written; not in an approved claim, since the approval
        covers it.

    Bad:
        quote: {exact: twice as many lorries as a year ago, at: 90-125}  # here

    Good:
        quote: {exact: twice as many lorries as a year ago, at: 93-128}
    """
    yield from _disagreeing_whatever_the_text(project)
    for anchor, quote, text in held_against_texts(project):
        if anchor.at is not None and anchor.at.end <= len(text.text) and not _stands(anchor, quote, text):
            places = text.places(quote)
            fix = position_found(project, anchor.file, anchor.at_path, places) if anchor.also_at is None else None
            if places:
                there = text.text[anchor.at.start : anchor.at.end]
                yield Remark(
                    anchor.file,
                    anchor.at_path,
                    say(
                        "these words do not stand at {place} of ‘{article}’; found there {words}",
                        place=anchor.at,
                        article=anchor.article,
                        words=_shown(there),
                    ),
                    say("they stand at {places}", places=all_of(places[:_PLACES_SHOWN])),
                    fix=fix,
                )


@rule("CT113", "quote-found-several-times", Severity.WARNING)
def quote_found_several_times(project: Project) -> Iterator[Remark]:
    """The quoted words stand in the article more than once, and the record does not say which passage is meant.

    Reason: The same few words can be the reporter's in one place and somebody else's in another.
    Remedy: Give the position with `at`, quote a word or two more, or give the words before or after as `prefix` or `suffix`.

    Bad:
        quote: the bridge is closed  # here
        --- article.txt
        The mayor said the bridge is closed. Asked when, a spokesman denied that the bridge is closed.
        --- article.yaml
        text: {sha256: 2926cb055a59f7452b08472e28f4c4563e17e6cb56dd65ee425ce0632e438e6a, length: 95}
        --- other.yaml
        quote: Asked when

    Good:
        quote: {exact: the bridge is closed, prefix: denied that}
        --- article.txt
        The mayor said the bridge is closed. Asked when, a spokesman denied that the bridge is closed.
        --- article.yaml
        text: {sha256: 2926cb055a59f7452b08472e28f4c4563e17e6cb56dd65ee425ce0632e438e6a, length: 95}
        --- other.yaml
        quote: Asked when
    """
    for anchor, quote, text in held_against_texts(project):
        if anchor.at is None:
            places = text.places(quote)
            if len(places) > 1:
                times = say("{n} times or more", n=MOST_PLACES) if len(places) == MOST_PLACES else say("{n} times", n=len(places))
                yield Remark(
                    anchor.file,
                    anchor.path,
                    say(
                        "these words stand {times} in the text of ‘{article}’, first at {first} and at {second}",
                        times=times,
                        article=anchor.article,
                        first=places[0],
                        second=places[1],
                    ),
                    say("say which passage is meant with `at`, `prefix` or `suffix`"),
                )


@rule("CT114", "position-beyond-the-text", Severity.ERROR)
def position_beyond_the_text(project: Project) -> Iterator[Remark]:
    """A position lies behind the end of the article's text.

    Reason: Nothing stands there, so the quote cannot be found again.
    Remedy: Look the position up in the text. Positions are counted in code points from 0, the end exclusive.
    Fix: Where the words stand in the text at hand, and only once, that position is written; not in an approved claim, since the approval
        covers it.

    Bad:
        quote: {exact: twice as many lorries as a year ago, at: 864-899}  # here
        --- article.txt

    Good:
        quote: {exact: twice as many lorries as a year ago, at: 93-128}
        --- article.txt
    """
    for article_id, anchors in project.once(anchors_of).items():
        article = project.articles[article_id]
        text = text_of(project, article)
        recorded = article.text.length if article.text is not None else math.inf
        length = recorded if text is None else len(text)
        for anchor in anchors:
            if anchor.at is None or anchor.at.end <= length:
                continue
            places = QuotedText(text).places(anchor.quote) if text is not None and anchor.quote is not None else ()
            if text is not None and anchor.quote is not None and not places:
                continue  # that the words stand nowhere is told already
            message = say(
                "the position {place} lies beyond the text of ‘{article}’, which has {length} characters",
                place=anchor.at,
                article=article_id,
                length=length,
            )
            look = say("look the position up in the text")
            hint = say("they stand at {places}", places=all_of(places[:_PLACES_SHOWN])) if places else look
            fix = position_found(project, anchor.file, anchor.at_path, places) if anchor.also_at is None else None
            yield Remark(anchor.file, anchor.at_path, message, hint, fix=fix)


@rule("CT115", "another-text", Severity.ERROR)
def another_text(project: Project) -> Iterator[Remark]:
    """The text at hand is not the one that the quotes of the article were taken from.

    Reason: Articles are changed after publication. Quotes and positions hold for the text whose hash is recorded; held against another one,
        they would look wrong or, worse, right by accident.
    Remedy: Put the text that was read into `snapshots/`. If the article was taken anew, correct `text` and look at every quote again.
    Fix: Where the hash is right and only the length is not, the length is corrected. A hash that differs is never changed.

    Bad:
        --- article.yaml
        text: {sha256: 0000000000000000000000000000000000000000000000000000000000000000, length: 864}  # here

    Good:
        --- article.yaml
        text: {sha256: a87a505dc5de5eb3e8ae566af1cb813e2a538c917e1fb63c09be91ca14848ff0, length: 864}
    """
    for article in project.articles.values():
        snapshot = project.snapshots.get(article.id)
        if snapshot is None or article.text is None or not is_digest(article.text.sha256):
            continue
        file = project.file_of("article", article.id)
        if snapshot.sha256 != article.text.sha256.lower():
            message = say("the text at hand has the hash {found}; expected ‘{hash}’", found=snapshot.sha256, hash=article.text.sha256)
            hint = say("put the text that was read into `snapshots/`, or look at every quote again and correct the hash")
            yield Remark(file, ("text", "sha256"), message, hint)
        elif len(snapshot.text) != article.text.length:
            length = len(snapshot.text)
            message = say("the text has {length} characters; found a length of {found}", length=length, found=article.text.length)
            hint = say("write {length}; characters are code points, not bytes", length=length)
            yield Remark(file, ("text", "length"), message, hint, fix=Fix(changes=(Set(("text", "length"), length),)))


@rule("CT116", "text-not-at-hand", Severity.INFO)
def text_not_at_hand(project: Project) -> Iterator[Remark]:
    """The article's text is not at hand, so its quotes were not looked at.

    Reason: Texts of articles belong to others and do not lie in git. A check without them says nothing about whether the quotes are right.
    Remedy: Put the text into `snapshots/`, as the article's id with the ending `.txt`, or name its folder with `--snapshots`.

    Bad:
        --- article.yaml
        text: {sha256: a87a505dc5de5eb3e8ae566af1cb813e2a538c917e1fb63c09be91ca14848ff0, length: 864}  # here
        --- article.txt

    Good:
        --- article.yaml
        text: {sha256: a87a505dc5de5eb3e8ae566af1cb813e2a538c917e1fb63c09be91ca14848ff0, length: 864}
    """
    for article_id, anchors in project.once(anchors_of).items():
        article = project.articles[article_id]
        quotes = sum(1 for anchor in anchors if anchor.quote is not None)
        claims = len({anchor.file for anchor in anchors} - {project.file_of("article", article_id)})
        if quotes and article.text is not None and article_id not in project.snapshots:
            yield Remark(
                project.file_of("article", article_id),
                ("text",),
                say(
                    "the text of ‘{article}’ is not at hand; {quotes} of {claims} were not held against it",
                    article=article_id,
                    quotes=say("1 quote") if quotes == 1 else say("{n} quotes", n=quotes),
                    claims=say("1 claim") if claims == 1 else say("{n} claims", n=claims),
                ),
                say("put the text into snapshots/{article}.txt, or name its folder with --snapshots", article=article_id),
            )


def _disagreeing_whatever_the_text(project: Project) -> Iterator[Remark]:
    for article_id, anchors in project.once(anchors_of).items():
        at_hand = text_of(project, project.articles[article_id]) is not None
        for anchor in anchors:
            if anchor.at is not None and anchor.also_at is not None:
                message = say(
                    "the quote is said to stand at {place} and at {other}; expected one position", place=anchor.at, other=anchor.also_at
                )
                yield Remark(anchor.file, anchor.at_path, message, say("delete the one that is wrong"))
            elif anchor.at is not None and anchor.quote is not None and anchor.span_is_wrong and not at_hand:
                message = say(
                    "the position {place} spans {span} characters, and the quote has {length}",
                    place=anchor.at,
                    span=anchor.at.end - anchor.at.start,
                    length=len(anchor.quote.exact),
                )
                yield Remark(anchor.file, anchor.at_path, message, say("look the position up in the text"))


def _stands(anchor: Anchor, quote: Quote, text: QuotedText) -> bool:
    return anchor.at is not None and text.stands_at(quote, anchor.at)


def _nearest(anchor: Anchor, quote: Quote, text: QuotedText) -> Phrase:
    passage = text.nearest(quote, anchor.at)
    if passage is None:
        return say("copy the words from the text; nothing there comes near")
    place, words = passage.at, _shown(passage.words)
    if passage.edits == 0:
        return say("only quotation marks, dashes or apostrophes differ; at {place} stands {words}", place=place, words=words)
    if passage.edits == 1:
        return say("the nearest passage, at {place}, is {words} (1 character differs)", place=place, words=words)
    return say("the nearest passage, at {place}, is {words} ({n} characters differ)", place=place, words=words, n=passage.edits)


def _shown(words: str) -> Phrase:
    one_line = " ".join(words.split())
    if not one_line:
        return say("nothing")
    return say("‘{words}…’", words=one_line[:_SHOWN]) if len(one_line) > _SHOWN else say("‘{words}’", words=one_line)


RULES = (
    quote_not_found,
    quote_elsewhere,
    quote_found_several_times,
    position_beyond_the_text,
    another_text,
    text_not_at_hand,
)
"""The rules of this part of the family, in the order of their codes."""
