"""A claim with somebody else's check of it, as a record: a claim to look at, and the check as evidence that nobody here has seen.

Somebody else's rating is never the desk's verdict. Its words are the quote of the evidence, whose stance is ``context`` until a person has
read the check; where they are, letter by letter, a label of the desk's scale, that is noted beside the original.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import attrs

from claimtrack.changes import Bare, Value
from claimtrack.dates import PartialDate
from claimtrack.exchange.foreign_values import Listening
from claimtrack.exchange.incoming import ArrivedClaim, Receiving, identity_of
from claimtrack.locations import RecordPath
from claimtrack.phrases import say
from claimtrack.reading.characters import forbidden_in
from claimtrack.reading.guard import MAX_TEXT
from claimtrack.reading.kinds.of_imports import (
    DATES_AT_ODDS,
    DEGENERATE_SCALE,
    LANGUAGE_NOT_TOLD,
    NO_ROOM,
    ORIGINAL_NOT_KEPT,
    RATING_NOT_MAPPED,
    REPAIRED,
)
from claimtrack.records.claim import Claim
from claimtrack.records.fields import key_of, written_fields
from claimtrack.records.scale import Scale

_ORDER = tuple(map(key_of, written_fields(Claim)))
_EVIDENCE = "fact-check"
"""The id of the evidence that a check becomes, and what its source is called."""
_NO_PLACE: Mapping[str, str] = {
    "de": "Aus einem Faktencheck übernommen, der nicht sagt, wo die Aussage steht.",
    "en": "Taken over from a fact-check that does not say where the claim appeared.",
}
_NO_ADDRESS: Mapping[str, str] = {
    "de": "Der Faktencheck wurde ohne Adresse übernommen.",
    "en": "The fact-check was taken over without an address.",
}


@attrs.define(kw_only=True)
class Check:
    """Somebody's check of a claim.

    Attributes:
        address: where it stands.
        title: its title.
        publisher: who published it.
        author: who wrote it.
        published: the day of publication.
        language: the language it is in.
        label: the words of its rating.
        label_path: where these stand in the item.
        numbers: value, worst and best number of its rating, where they are on a scale.
        says_label: whether the words of the rating are its own, and not those of somebody who read it.
    """

    address: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    label: str | None = None
    label_path: RecordPath = ()
    numbers: tuple[Decimal, Decimal, Decimal] | None = None
    says_label: bool = True


@attrs.define(kw_only=True)
class CheckedClaim:
    """A claim that somebody has checked.

    Attributes:
        text: the claim.
        language: the language that it is in.
        claimant: who makes it, as a record writes it.
        made_on: when it was made, and where that stands in the item.
        appearances: where it appeared, as records write it.
        checks: the checks of it.
        others: further fields of the record.
        evidence: further evidence.
        only_original: what stands in the item and has no field.
    """

    text: str
    language: str | None = None
    claimant: dict[str, Value] | None = None
    made_on: str | None = None
    made_on_path: RecordPath = ()
    appearances: list[dict[str, Value]] = attrs.Factory(list)
    checks: list[Check] = attrs.Factory(list)
    others: dict[str, Value] = attrs.Factory(dict)
    evidence: list[dict[str, Value]] = attrs.Factory(list)
    only_original: list[str] = attrs.Factory(list)


def arrived(
    claim: CheckedClaim, listening: Listening, receiving: Receiving, form: str, original: str, referred: Sequence[str] = ()
) -> ArrivedClaim:
    """Return a claim as it comes in.

    Arguments:
        claim: the claim.
        listening: what was said about it so far; more is said here.
        receiving: what is to be known of the desk.
        form: the name of the format.
        original: the item as it stands in the file.
        referred: what it refers to, elsewhere in the file.
    """
    first = claim.checks[0] if claim.checks else Check()
    by = first.publisher or first.author or ""
    identity = identity_of(first.address or "", by, claim.text)
    _hold_dates(claim, listening)
    checks = [one for one in claim.checks if one.says_label or one.address]
    evidence = [_evidence(one, number, listening, receiving) for number, one in enumerate(checks)]
    ratings = [_told_rating(one, listening, receiving.scale) for one in claim.checks]
    imported: dict[str, Value] = {"format": form, "identity": identity}
    if any(ratings):
        imported["ratings"] = [one for one in ratings if one]
    if claim.only_original:
        names = ", ".join(f"`{one}`" for one in claim.only_original)
        listening.say(NO_ROOM, (), say("kept under `extra.original` only: {names}", names=names))
    extra: dict[str, Value] = {"imported": imported, "original": kept(original, listening)}
    if referred:
        extra["referred"] = [kept(one, listening) for one in referred]
    fields: dict[str, Value | None] = {
        "statement": _statement(claim, listening, receiving),
        "claimant": _one_or_fields(claim.claimant),
        "made_on": Bare(claim.made_on) if claim.made_on else None,
        "appearances": list(claim.appearances) or None,
        **claim.others,
        "evidence": [*evidence, *claim.evidence] or None,
        "reasons": None if claim.appearances else {"no_quote": in_languages(_NO_PLACE, receiving)},
        "extra": extra,
    }
    return ArrivedClaim(
        values={name: value for name in _ORDER if (value := fields.get(name)) is not None},
        address=first.address or "",
        publisher=by,
        identity=identity,
        verdicts=[one.label or "" for one in claim.checks],
        file=listening.piece.file,
        span=listening.piece.span(listening.path),
        findings=tuple(listening.findings),
    )


def in_languages(words: Mapping[str, str], receiving: Receiving) -> Value:
    """Return words of our own in those of the desk's languages that there are, else in English."""
    there = {language: words[language] for language in receiving.languages if language in words}
    if there and len(receiving.languages) == 1:
        return next(iter(there.values()))
    return there or {"en": words["en"]}


def numbers_of(value: Any, worst: Any, best: Any, path: RecordPath, listening: Listening) -> tuple[Decimal, Decimal, Decimal] | None:  # noqa: ANN401  (any value of JSON)
    """Return the three numbers of a rating where they are on a scale; what is on none is told."""
    if all(one in (None, "") for one in (value, worst, best)):
        return None
    low, high, number = (listening.number(one) for one in (worst, best, value))
    told = ", ".join(f"{name} {_written(one)}" for name, one in (("ratingValue", value), ("worstRating", worst), ("bestRating", best)))
    if number is None or low is None or high is None:
        listening.say(DEGENERATE_SCALE, path, say("{told}; expected three numbers", told=told))
    elif not low < high or not low <= number <= high:
        listening.say(DEGENERATE_SCALE, path, say("{told}; expected a number between a worst and a best one that differ", told=told))
    else:
        return number, low, high
    return None


def kept(original: str, listening: Listening) -> Value:
    """Return what is kept of an item as it stands in its file: all of it, or where it is too long its length and its digest."""
    text = original.replace("\r\n", "\n").replace("\r", "\n").strip()
    if forbidden_in(text) is not None:
        text = "".join(json.dumps(sign)[1:-1] if forbidden_in(sign) else sign for sign in text)
    if len(text) <= MAX_TEXT and forbidden_in(text) is None:
        return text
    digest = hashlib.sha256(original.encode("utf-8", "surrogatepass")).hexdigest()
    listening.say(
        ORIGINAL_NOT_KEPT,
        (),
        say("the item has {length:,} characters, of which at most {most:,} can be kept", length=len(text), most=MAX_TEXT),
        say("keep the file"),
    )
    return {"sha256": digest, "length": len(original)}


def _statement(claim: CheckedClaim, listening: Listening, receiving: Receiving) -> Value:
    language = claim.language or receiving.language
    if not language:
        listening.say(LANGUAGE_NOT_TOLD, (), say("nothing says which language the claim is in; expected one of the desk"))
        return claim.text
    alone = language.partition("-")[0]
    if language not in receiving.languages and alone in receiving.languages:
        words = say("the claim is in `{tag}` and was entered as `{alone}`, a language of the desk", tag=language, alone=alone)
        listening.say(REPAIRED, (), words)
        language = alone
    return claim.text if receiving.languages == (language,) else {language: claim.text}


def _hold_dates(claim: CheckedClaim, listening: Listening) -> None:
    for one in claim.checks:
        if claim.made_on and one.published and PartialDate.parse(claim.made_on).surely_after(PartialDate.parse(one.published)):
            message = say("the claim is dated {made_on}, the fact-check {published}", made_on=claim.made_on, published=one.published)
            listening.say(DATES_AT_ODDS, claim.made_on_path, message, say("look at the fact-check itself"))


def short_enough(quote: str | None, path: RecordPath, listening: Listening, receiving: Receiving) -> str | None:
    """Return words that may be quoted, or None where they are longer than the desk quotes anybody, which is told."""
    if quote is None or len(quote) <= receiving.longest_quote:
        return quote
    told = say(
        "{length} characters are more than the desk quotes ({most}), and stand there without being a quote",
        length=len(quote),
        most=receiving.longest_quote,
    )
    listening.say(NO_ROOM, path, told)
    return None


def _evidence(check: Check, number: int, listening: Listening, receiving: Receiving) -> dict[str, Value]:
    """Return a check as evidence that nobody at the desk has seen and nobody has judged."""
    source: dict[str, Value | None] = {
        "url": check.address,
        "unknown": None if check.address else in_languages(_NO_ADDRESS, receiving),
        "title": check.title,
        "publisher": check.publisher,
        "author": check.author,
        "published": Bare(check.published) if check.published else None,
        "language": check.language,
        "kind": _EVIDENCE,
        "seen": "not-seen",
    }
    told: dict[str, Value | None] = {
        "id": _EVIDENCE if number == 0 else f"{_EVIDENCE}-{number + 1}",
        "source": {name: value for name, value in source.items() if value is not None},
        "stance": "context",
        "quote": short_enough(check.label, check.label_path, listening, receiving) if check.says_label else None,
    }
    return {name: value for name, value in told.items() if value is not None}


def _told_rating(check: Check, listening: Listening, scale: Scale | None) -> dict[str, Value]:
    """Return what is noted of the rating of a check: the words, the rating of the desk's scale that has the same, and the numbers."""
    if check.label is None:
        return {}
    noted: dict[str, Value] = {"label": check.label}
    same = [one.id for one in scale.ratings if check.label in one.label.by_language.values()] if scale else []
    if scale is not None and len(same) == 1:
        noted |= {"rating": same[0], "scale": scale.id}
    else:
        name = scale.id if scale else "?"
        listening.say(RATING_NOT_MAPPED, check.label_path, say("‘{label}’ is no label of {scale}", label=_short(check.label), scale=name))
    if check.numbers is not None:
        noted |= dict(zip(("number", "worst", "best"), check.numbers, strict=True))
    return noted


def _one_or_fields(claimant: dict[str, Value] | None) -> Value | None:
    return claimant or None


def _written(value: object) -> str:
    return "is missing" if value in (None, "") else _short(str(value))


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"  # noqa: PLR2004  (as much as stands on a line)
