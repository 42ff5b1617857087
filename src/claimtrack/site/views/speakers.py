"""Who says it: claimants, and those whom words are only attributed to."""

from __future__ import annotations

import attrs

from claimtrack.records.claim import Claim
from claimtrack.records.speaker import NoClaimant, OwnVoice, Speaker
from claimtrack.site.views.edition import Edition, Phrase, Place, place


@attrs.frozen(kw_only=True)
class Voice:
    """Somebody who says something.

    Attributes:
        sentence: where it is nobody with a name of their own: "the article, in its own voice"; else empty.
        name: the name, where there is one.
        role: the role at that time.
        affiliation: the body that they speak for.
        same_as: a page that says who this is.
    """

    sentence: str = ""
    name: Phrase | None = None
    role: Phrase | None = None
    affiliation: Phrase | None = None
    same_as: Place | None = None


def claimant(edition: Edition, claim: Claim, *, brief: bool = False) -> Voice:
    """Return who makes a claim; *brief*, as lists have it, leaves out that an outlet is not known."""
    words = edition.words
    match claim.claimant:
        case Speaker() as speaker:
            return named(edition, speaker)
        case NoClaimant(none=why):
            reason = edition.phrase(why)
            return Voice(sentence=words.name("nobody", why=(reason.text, reason.language)))
        case OwnVoice():
            article = edition.project.article_of(claim)
            outlet = edition.name_or_none(article.publisher) if article else None
            if outlet is None:
                return Voice(sentence=words["own_voice" if brief else "own_voice_unknown"])
            return Voice(sentence=words.name("own_voice_of", outlet=(outlet.text, outlet.language)))
        case None:
            return Voice(sentence=words["no_claimant_yet"])


def attributed(edition: Edition, claim: Claim) -> Voice | None:
    """Return whom a claim is only attributed to, or None where the claimant speaks for themselves."""
    return None if claim.attributed_to is None else named(edition, claim.attributed_to)


def named(edition: Edition, speaker: Speaker) -> Voice:
    """Return a speaker with what the record knows about them."""
    return Voice(
        name=edition.name(speaker.name),
        role=edition.phrase_or_none(speaker.role),
        affiliation=edition.name_or_none(speaker.affiliation),
        same_as=place(speaker.same_as),
    )


def note_on_attribution(edition: Edition, claim: Claim) -> str | None:
    """Return the sentence that keeps a fault of the text from falling on the person whose mouth it is put into, or None.

    It stands where an outlet in its own voice makes somebody else speak, and wherever an attribution or a translation is checked; not
    where all that is checked is that something was said.
    """
    if claim.attributed_to is None or claim.verdict is None or claim.aspect in {None, "said"}:
        return None
    own_voice = isinstance(claim.claimant, OwnVoice)
    if not own_voice and claim.aspect not in {"attribution", "translation"}:
        return None
    name = edition.name(claim.attributed_to.name)
    return edition.words.name("note_attribution" if own_voice else "note_attributed", name=(name.text, name.language))
