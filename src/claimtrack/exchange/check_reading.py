"""The check itself: where it stands, who made it, and what it says in words and in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from claimtrack.exchange.checked_claims import Check, numbers_of
from claimtrack.exchange.item_reading import ItemReader
from claimtrack.exchange.review_items import types_of
from claimtrack.locations import RecordPath
from claimtrack.phrases import say

PERSONS = frozenset({"person"})
"""The types of schema.org that are a person; all others that have names are organisations."""


class CheckReader(ItemReader):
    """Reads who checked, and what they say."""

    def check(self, node: Mapping[str, Any]) -> Check:
        """Return the check that a review of schema.org is, or belongs to."""
        listening = self.listening
        language = listening.language(node.get("inLanguage"), ("inLanguage",)) or self.piece.language or None
        check = Check(
            address=self.address(node),
            title=listening.text(node.get("headline") or node.get("name"), ("headline" if node.get("headline") else "name",)),
            published=listening.date(node.get("datePublished"), ("datePublished",)),
            language=language,
        )
        self.checked_by(check, node)
        if node.get("reviewRating") not in (None, "", [], {}):
            self.rate(check, node["reviewRating"], ("reviewRating",))
        return check

    def checked_by(self, check: Check, node: Mapping[str, Any]) -> None:
        """Take in who checked: a person as the author, everybody else as who published it."""
        for key in ("author", "publisher"):
            path: RecordPath = (key,)
            told = node.get(key)
            if isinstance(told, str):
                name, kinds = self.listening.text(told, path), frozenset[str]()
            else:
                found = self.object_at(node, path)
                if found is None:
                    continue
                name, kinds = self.listening.text(found.get("name"), (key, "name")), types_of(found)
                self.rest(found, path, {"name"})
            if name is not None and key == "author" and kinds & PERSONS:
                check.author = name
            elif name is not None and check.publisher is None:
                check.publisher = name
            elif name is not None and name != check.publisher:
                self.others.append(f"{key}.name")

    def rate(self, check: Check, told: Any, path: RecordPath) -> None:  # noqa: ANN401  (any value of JSON; so for all below)
        """Read a rating: an object, or nothing but its words."""
        listening = self.listening
        if isinstance(told, str | int | Decimal) and not isinstance(told, bool):
            check.label, check.label_path = listening.text(told, path), path
            if isinstance(told, str):
                listening.repaired(path, say("a text was taken for the words of the rating"))
            return
        rating = self.object_at(self.item.node, path)
        if rating is None:
            return
        name = next((one for one in ("alternateName", "name") if rating.get(one) not in (None, "", [])), "alternateName")
        check.label_path = (*path, name)
        check.label = listening.text(rating.get(name), check.label_path)
        if name == "name":
            listening.repaired(check.label_path, say("`name` was taken for the words of the rating, which stand under `alternateName`"))
        check.numbers = numbers_of(rating.get("ratingValue"), rating.get("worstRating"), rating.get("bestRating"), path, listening)
        self.rest(rating, path, {name, "ratingValue", "worstRating", "bestRating"})

    def answered(self, one: Mapping[str, Any], path: RecordPath) -> Check:
        """Return a check as the API answers it."""
        listening = self.listening
        by = one.get("publisher")
        site = by.get("site") if isinstance(by, dict) else None
        name = by.get("name") if isinstance(by, dict) else by
        return Check(
            address=self.first_address([(one.get("url"), (*path, "url"))]),
            title=listening.text(one.get("title"), (*path, "title")),
            publisher=listening.text(name, (*path, "publisher", "name")) or listening.text(site, (*path, "publisher", "site")),
            published=listening.date(one.get("reviewDate"), (*path, "reviewDate")),
            language=listening.language(one.get("languageCode"), (*path, "languageCode")),
            label=listening.text(one.get("textualRating"), (*path, "textualRating")),
            label_path=(*path, "textualRating"),
        )
