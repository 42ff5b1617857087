"""CT3xx, second part: ratings in the statement, and the claim in the headline."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.records.presets import SCALES
from claimtrack.records.scale import Scale
from claimtrack.records.text import Text
from claimtrack.rules.rule import rule

_LEAD = re.compile(r"[\[(]([^\])]{1,80})[\])]|([^:–—]{1,80}?)\s*(?:[:–—]|\s-\s)")
"""Words that stand apart in front of a sentence: ``[False] …``, ``False: …``, ``False – …``."""

_BETWEEN = re.compile(r"[\W_]+")
_MARK = re.compile(r"[\[(:–—]|\s-\s")
"""What every such text has somewhere; most have none of it, and looking for it is cheap."""


@rule("CT306", "rating-in-statement", Severity.WARNING)
def rating_in_statement(project: Project) -> Iterator[Remark]:
    """The statement begins with a rating.

    Reason: The statement says what was claimed. With "False:" in front it travels, in search results and in other people's data, as if
        somebody had claimed that.
    Remedy: Take the rating out of the statement; it stands in the verdict.
    Clause: google-no-rating-in-claim

    Bad:
        statement:
          en: "False: In January 2026 the old bridge carried twice as many lorries as a year before."  # here
          de: Im Januar 2026 fuhren über die alte Brücke doppelt so viele Lastwagen wie ein Jahr davor.

    Good:
        statement:
          en: In January 2026 the old bridge carried twice as many lorries as a year before.
          de: Im Januar 2026 fuhren über die alte Brücke doppelt so viele Lastwagen wie ein Jahr davor.
    """
    known = {label for scale in SCALES.values() for label in _labels(scale)}
    known.update(_labels(project.scale) if project.scale else ())
    for claim in project.claims.values():
        for path, words in (*_texts("statement", claim.statement), *_texts("short", claim.short)):
            lead = _LEAD.match(words) if _MARK.search(words) else None
            label = (lead[1] or lead[2]).strip() if lead else ""
            if label.casefold() in known:
                yield Remark(
                    project.file_of("claim", claim.id),
                    path,
                    say("the statement begins with the rating ‘{rating}’; expected the bare claim", rating=label),
                    say("take the rating away; it stands in the verdict"),
                )


@rule("CT307", "headline-repeats-claim", Severity.WARNING)
def headline_repeats_claim(project: Project) -> Iterator[Remark]:
    """The headline is the claim once more.

    Reason: The headline is what people see in shares and search results, often without the rating. If it repeats the claim, the claim is
        what travels.
    Remedy: Write the answer in one line: what is so.

    Bad:
        headline:
          en: In January 2026, the old bridge of Alderford carried twice as many lorries as in January 2025  # here
          de: 620 Lastwagen am Tag und nicht mehr 310 wie im Jahr davor

    Good:
        headline:
          en: 620 lorries a day, not 310 as a year before
          de: 620 Lastwagen am Tag und nicht mehr 310 wie im Jahr davor
    """
    for claim in project.claims.values():
        if claim.headline is None:
            continue
        claimed = [_folded(words) for text in (claim.statement, claim.short) for _, words in _texts("", text)]
        claimed += [_folded(claim.quote.exact)] if claim.quote else []
        for path, words in _texts("headline", claim.headline):
            if _is_among(_folded(words), claimed):
                yield Remark(
                    project.file_of("claim", claim.id),
                    path,
                    say("the headline repeats the claim; expected the answer"),
                    say("say in one line what is so"),
                )


def _labels(scale: Scale) -> Iterator[str]:
    """Yield everything that a rating of a scale is called."""
    for rating in scale.ratings:
        yield rating.id.casefold()
        yield rating.id.replace("-", " ").casefold()
        yield from (label.casefold() for label in rating.label.by_language.values())


def _texts(field: str, text: Text | None) -> Iterator[tuple[RecordPath, str]]:
    """Yield every language of a text, with its path."""
    for language, words in text.by_language.items() if text else ():
        yield (field, language) if language else (field,), words


def _folded(words: str) -> str:
    return unicodedata.normalize("NFKC", words).casefold()


def _is_among(folded: str, claimed: list[str]) -> bool:
    """Say whether a text is one of others but for what stands between its words; most begin otherwise, and no more is looked at."""
    like_it = [one for one in claimed if one[:1] == folded[:1] or not (one[:1].isalnum() and folded[:1].isalnum())]
    return bool(like_it) and _BETWEEN.sub("", folded) in {_BETWEEN.sub("", one) for one in like_it}


RULES = (rating_in_statement, headline_repeats_claim)
"""The rules of this part of the family, in the order of their codes."""
