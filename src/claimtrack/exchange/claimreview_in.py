"""schema.org ClaimReview and MediaReview of others, and what Google's Fact Check Tools API answers and is sent: each item a claim.

What an item refers to by ``@id`` is looked up in the same page or value. The author of a ClaimReview is who checked, the author of the
item reviewed who is checked.
"""

from __future__ import annotations

import attrs

from claimtrack.exchange.checked_claims import Check, CheckedClaim, numbers_of
from claimtrack.exchange.claimed_reading import ClaimedReader
from claimtrack.exchange.foreign_files import values_of
from claimtrack.exchange.incoming import ArrivedClaim, Given, Incoming, Receiving
from claimtrack.exchange.pieces import Piece
from claimtrack.exchange.review_items import Item, items_in
from claimtrack.exchange.web_page import nodes_in
from claimtrack.findings import Finding, finding
from claimtrack.locations import RecordPath
from claimtrack.phrases import say
from claimtrack.reading.kinds.of_imports import NOTHING_THERE


def import_(given: Given, receiving: Receiving) -> Incoming:
    """Yield the claims of a file, and what is wrong with it.

    Arguments:
        given: a page of the web, JSON, JSON Lines, a DataFeed, or an answer of the API.
        receiving: what is to be known of the desk.
    """
    items = wrong = 0
    for one in values_of(given):
        if isinstance(one, Finding):
            wrong += 1
            yield one
            continue
        nodes = one.nodes or dict(nodes_in(one.value))
        piece = attrs.evolve(one, nodes=nodes)
        for item in items_in(piece.value):
            items += 1
            yield from _claims_of(piece, item, receiving)
    if not items and not wrong:
        message = say("there is no ClaimReview in the file, and no answer of the Fact Check Tools API")
        yield finding(NOTHING_THERE, given.name, None, message, say("look whether it is the right file"))


def _claims_of(piece: Piece, item: Item, receiving: Receiving) -> Incoming:
    if item.sort == "page":
        for place in range(len(item.node["claimReviewMarkups"])):
            yield _Reader(piece, item, receiving).of_page(place)
    else:
        reader = _Reader(piece, item, receiving)
        yield {"claim review": reader.of_claim_review, "media review": reader.of_media_review, "answer": reader.of_answer}[item.sort]()


class _Reader(ClaimedReader):
    """Reads one item, whatever sort it is of."""

    def of_claim_review(self) -> ArrivedClaim | Finding:
        """Return the claim of a ClaimReview."""
        node, listening = self.item.node, self.listening
        text = listening.text(node.get("claimReviewed"), ("claimReviewed",))
        if text is None:
            return self.left_out(say("there is no claim in it: `claimReviewed` is missing or empty"))
        check = self.check(node)
        reviewed = self.object_at(node, ("itemReviewed",))
        claim = CheckedClaim(text=text, language=check.language, checks=[check])
        if reviewed is not None:
            self.claimed(claim, reviewed, ("itemReviewed",), check.address)
        self.rest(node, (), {"claimReviewed", "itemReviewed", "reviewRating", "author", "publisher", "datePublished", "inLanguage"})
        claim.only_original = self.unread(skip={"name"} if check.title and not node.get("headline") else {"headline"})
        return self.arrived(claim)

    def of_media_review(self) -> ArrivedClaim | Finding:
        """Return the claim that a MediaReview says its picture, sound or film was taken for."""
        node, listening = self.item.node, self.listening
        reviewed = self.object_at(node, ("itemReviewed",)) or {}
        meant = self.object_at(reviewed, ("itemReviewed", "interpretedAsClaim")) or {}
        path: RecordPath = ("itemReviewed", "interpretedAsClaim", "description")
        text = listening.text(meant.get("description") or meant.get("name") or meant.get("text"), path)
        if text is None:
            return self.left_out(say("it is a MediaReview without a claim: `itemReviewed.interpretedAsClaim.description` is missing"))
        check = self.check(node)
        check.label_path = ("mediaAuthenticityCategory",)
        check.label = listening.text(node.get("mediaAuthenticityCategory"), check.label_path)
        claim = CheckedClaim(text=text, language=check.language, checks=[check])
        self.claimant_and_date(claim, meant, path[:-1])
        self.appear(claim, reviewed.get("mediaItemAppearance"), ("itemReviewed", "mediaItemAppearance"), check.address)
        self.rest(reviewed, ("itemReviewed",), {"interpretedAsClaim", "mediaItemAppearance"})
        self.rest(node, (), {"itemReviewed", "author", "publisher", "datePublished", "inLanguage", "mediaAuthenticityCategory"})
        claim.only_original = self.unread()
        return self.arrived(claim)

    def of_answer(self) -> ArrivedClaim | Finding:
        """Return the claim of an answer of the API, with all checks of it."""
        node, listening = self.item.node, self.listening
        text = listening.text(node.get("text"), ("text",))
        if text is None:
            return self.left_out(say("there is no claim in it: `text` is missing or empty"))
        claim = CheckedClaim(text=text)
        for place, one in enumerate(node["claimReview"]):
            path: RecordPath = ("claimReview", place)
            if not isinstance(one, dict):
                listening.refused(path, say("expected an object with a check"))
                continue
            claim.checks.append(self.answered(one, path))
            self.rest(one, path, {"publisher", "url", "title", "reviewDate", "textualRating", "languageCode"})
        claim.language = next((one.language for one in claim.checks if one.language), None)
        self.plain_claimant(claim, node.get("claimant"), ("claimant",))
        claim.made_on, claim.made_on_path = listening.date(node.get("claimDate"), ("claimDate",)), ("claimDate",)
        self.rest(node, (), {"text", "claimReview", "claimant", "claimDate"})
        claim.only_original = self.unread()
        return self.arrived(claim)

    def of_page(self, place: int) -> ArrivedClaim | Finding:
        """Return the claim of one review on a page as the API is sent it."""
        node, listening, path = self.item.node, self.listening, ("claimReviewMarkups", place)
        markup = node["claimReviewMarkups"][place]
        if not isinstance(markup, dict) or (text := listening.text(markup.get("claimReviewed"), (*path, "claimReviewed"))) is None:
            return self.left_out(say("there is no claim in it: `claimReviewed` is missing or empty"), path)
        by = self.object_at(node, ("claimReviewAuthor",)) or {}
        rating = self.object_at(markup, (*path, "rating")) or {}
        check = Check(
            address=self.first_address([(markup.get("url"), (*path, "url")), (node.get("pageUrl"), ("pageUrl",))]),
            publisher=listening.text(by.get("name"), ("claimReviewAuthor", "name")),
            published=listening.date(node.get("publishDate"), ("publishDate",)),
            label=listening.text(rating.get("textualRating"), (*path, "rating", "textualRating")),
            label_path=(*path, "rating", "textualRating"),
            numbers=numbers_of(
                rating.get("ratingValue"), rating.get("worstRating"), rating.get("bestRating"), (*path, "rating"), listening
            ),
        )
        claim = CheckedClaim(text=text, checks=[check])
        author = self.object_at(markup, (*path, "claimAuthor"))
        if author is not None:
            claim.claimant = self.claimant(author, (*path, "claimAuthor"))
        claim.made_on_path = (*path, "claimDate")
        claim.made_on = listening.date(markup.get("claimDate"), claim.made_on_path)
        self.appear(claim, markup.get("claimFirstAppearance"), (*path, "claimFirstAppearance"), check.address, first=True)
        self.appear(claim, markup.get("claimAppearances"), (*path, "claimAppearances"), check.address)
        read = {"url", "claimReviewed", "rating", "claimAuthor", "claimDate", "claimFirstAppearance", "claimAppearances"}
        self.rest(markup, path, read)
        self.rest(rating, (*path, "rating"), {"textualRating", "ratingValue", "worstRating", "bestRating"})
        self.rest(node, (), {"pageUrl", "claimReviewAuthor", "publishDate", "claimReviewMarkups"})
        claim.only_original = self.unread()
        return self.arrived(claim)
