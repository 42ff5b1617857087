"""The claim that was checked: who makes it, when, and where it appeared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimtrack.changes import Bare, Value
from claimtrack.exchange.check_reading import PERSONS, CheckReader
from claimtrack.exchange.checked_claims import CheckedClaim
from claimtrack.exchange.item_reading import dotted
from claimtrack.exchange.review_items import types_of
from claimtrack.locations import RecordPath
from claimtrack.phrases import say
from claimtrack.urls import host_of, web_address
from claimtrack.variants.documents import document_at

_SHARED = frozenset(
    {"facebook.com", "instagram.com", "medium.com", "t.me", "telegram.me", "tiktok.com", "twitter.com", "x.com", "youtube.com"}
)
"""Sites that belong to nobody who checks, although some of them publish there."""


class ClaimedReader(CheckReader):
    """Reads what was claimed, by whom and where."""

    def claimed(self, claim: CheckedClaim, reviewed: Mapping[str, Any], path: RecordPath, checked_at: str | None) -> None:
        """Read the claim itself: who makes it, when, and where it appeared."""
        self.claimant_and_date(claim, reviewed, path)
        self.appear(claim, reviewed.get("firstAppearance"), (*path, "firstAppearance"), checked_at, first=True)
        self.appear(claim, reviewed.get("appearance"), (*path, "appearance"), checked_at)
        read = {"author", "datePublished", "appearance", "firstAppearance"}
        if not claim.appearances and reviewed.get("url") not in (None, "", []):
            self.appear(claim, reviewed["url"], (*path, "url"), checked_at)
        elif reviewed.get("url"):
            self.others.append(dotted((*path, "url")))
        self.rest(reviewed, path, read)

    def claimant_and_date(self, claim: CheckedClaim, told: Mapping[str, Any], path: RecordPath) -> None:
        """Take in who makes the claim, and when."""
        if isinstance(told.get("author"), str):
            self.plain_claimant(claim, told["author"], (*path, "author"))
        elif (author := self.object_at(told, (*path, "author"))) is not None:
            claim.claimant = self.claimant(author, (*path, "author"))
            if "datePublished" in author and not told.get("datePublished"):  # written one level too deep, as some feeds do
                claim.made_on_path = (*path, "author", "datePublished")
                claim.made_on = self.listening.date(author["datePublished"], claim.made_on_path)
                self.others.remove(dotted(claim.made_on_path))
                if claim.made_on:
                    self.listening.repaired(claim.made_on_path, say("the date of the claim stands with its author"))
                return
        claim.made_on_path = (*path, "datePublished")
        claim.made_on = self.listening.date(told.get("datePublished"), claim.made_on_path)

    def plain_claimant(self, claim: CheckedClaim, told: Any, path: RecordPath) -> None:  # noqa: ANN401  (any value of JSON)
        """Take in a claimant of whom nothing is told but a name."""
        name = self.listening.text(told, path)
        if name is not None:
            claim.claimant = {"name": name}
            self.kind_not_told(name, path)

    def kind_not_told(self, name: str, path: RecordPath) -> None:
        """Say that nobody knows whether a claimant is a person."""
        self.listening.refused(path, say("nothing says whether ‘{name}’ is a person; the record takes everybody for one", name=name))

    def claimant(self, author: Mapping[str, Any], path: RecordPath) -> dict[str, Value] | None:
        """Return who makes the claim as a record writes it, or None where they have no name."""
        listening = self.listening
        name = listening.text(author.get("name"), (*path, "name"))
        self.rest(author, path, {"name", "jobTitle", "affiliation", "sameAs"})
        if name is None:
            self.others += [dotted((*path, one)) for one in ("jobTitle", "affiliation", "sameAs") if author.get(one)]
            return None
        kinds = types_of(author)
        person = bool(kinds & PERSONS)
        if not kinds and path[0] != "claimReviewMarkups":
            self.kind_not_told(name, path)
        affiliation = author.get("affiliation")
        body = affiliation.get("name") if isinstance(affiliation, dict) else affiliation
        same = next(listening.addresses(author.get("sameAs"), (*path, "sameAs")), None)
        several = author.get("sameAs")
        if isinstance(several, list) and len(several) > 1:
            self.others.append(dotted((*path, "sameAs")))
        told: dict[str, Value | None] = {
            "name": name,
            "kind": "person" if person else "organisation" if kinds else None,
            "role": listening.text(author.get("jobTitle"), (*path, "jobTitle")),
            "affiliation": listening.text(body, (*path, "affiliation")),
            "same_as": same[0] if same else None,
        }
        return {key: value for key, value in told.items() if value is not None}

    def appear(self, claim: CheckedClaim, told: Any, path: RecordPath, checked_at: str | None, *, first: bool = False) -> None:  # noqa: ANN401
        """Add the places where a claim appeared, each once; never the check itself or another page of who checked."""
        for one, place in _each(told, path):
            for address, where in self.listening.addresses(one, place):
                if checked_at and _host(address) == _host(checked_at) and _host(address) not in _SHARED:
                    self.listening.refused(
                        where, say("‘{address}’ is of the site that checks, and no place where the claim appeared", address=address)
                    )
                elif any(_same(address, str(known["url"])) for known in claim.appearances):
                    self.listening.repaired(where, say("an appearance that stands there twice came in once"))
                else:
                    claim.appearances.append(self.appearance(address, one, place, first=first and not claim.appearances))
            if isinstance(one, dict):
                self.rest(one, place, {"url", "contentUrl", "archivedAt", "headline", "publisher", "datePublished", "inLanguage"})
                if not (one.get("url") or one.get("contentUrl") or one.get("@id")):
                    self.listening.refused(place, say("an appearance without an address"))

    def appearance(self, address: str, one: Any, path: RecordPath, *, first: bool) -> dict[str, Value]:  # noqa: ANN401
        """Return a place where the claim appeared as a record writes it."""
        told: dict[str, Value] = {"url": address}
        if isinstance(one, dict):
            publisher = one.get("publisher")
            name = publisher.get("name") if isinstance(publisher, dict) else publisher
            if title := self.listening.text(one.get("headline"), (*path, "headline")):
                told["title"] = title
            if by := self.listening.text(name, (*path, "publisher")):
                told["publisher"] = by
            if on := self.listening.date(one.get("datePublished"), (*path, "datePublished")):
                told["published"] = Bare(on)
            if one.get("inLanguage"):
                self.others.append(dotted((*path, "inLanguage")))
        if first:
            told["first"] = True
        if isinstance(one, dict):
            copies: list[Value] = [
                {"provider": host_of(web_address(copy) or ""), "url": copy}
                for copy, _ in self.listening.addresses(one.get("archivedAt"), (*path, "archivedAt"))
            ]
            if copies:
                told["archives"] = copies
        return told


def _each(told: Any, path: RecordPath) -> list[tuple[Any, RecordPath]]:  # noqa: ANN401
    if isinstance(told, list):
        return [(one, (*path, place)) for place, one in enumerate(told)]
    return [] if told in (None, "", {}) else [(told, path)]


def _host(address: str) -> str:
    return host_of(web_address(address) or "").removeprefix("www.")


def _same(one: str, other: str) -> bool:
    return document_at(one) == document_at(other)
