"""All rules, and all kinds of findings, in the order of their codes; nothing registers itself."""

from __future__ import annotations

import difflib

from claimtrack.errors import UsageError
from claimtrack.findings import Kind
from claimtrack.reading.kinds import KINDS as KINDS_OF_READING
from claimtrack.reading.kinds.of_imports import KINDS_OF_IMPORTS
from claimtrack.rules import (
    addresses,
    appearances,
    approval,
    bearing,
    calculation,
    chronology,
    citing,
    comparing,
    copies,
    corrections,
    days,
    desk,
    disclosure,
    documents,
    exposure,
    foresight,
    gaps,
    grounds,
    headlines,
    hindsight,
    history_desk,
    history_disclosed,
    history_ids,
    history_moves,
    history_people,
    history_published,
    history_withdrawn,
    identity,
    letters,
    lost_copies,
    markup_bing,
    markup_claims,
    markup_desk,
    markup_media,
    markup_origins,
    measures,
    names,
    notices,
    own_copies,
    people,
    plain_texts,
    policies,
    publication,
    quantity,
    quotes,
    quoting,
    rates,
    references,
    related_verdicts,
    relations,
    repetitions,
    scales,
    shares,
    source_quotes,
    statements,
    statuses,
    terms,
    texts,
    verdict,
    witnesses,
    workflow,
)
from claimtrack.rules.rule import AnyRule

RULES: tuple[AnyRule, ...] = (
    *identity.RULES,
    *repetitions.RULES,
    *names.RULES,
    *quotes.RULES,
    *quoting.RULES,
    *statements.RULES,
    *texts.RULES,
    *plain_texts.RULES,
    *appearances.RULES,
    *addresses.RULES,
    *documents.RULES,
    *chronology.RULES,
    *hindsight.RULES,
    *foresight.RULES,
    *references.RULES,
    *citing.RULES,
    *copies.RULES,
    *own_copies.RULES,
    *source_quotes.RULES,
    *lost_copies.RULES,
    *gaps.RULES,
    *witnesses.RULES,
    *verdict.RULES,
    *headlines.RULES,
    *grounds.RULES,
    *calculation.RULES,
    *terms.RULES,
    *quantity.RULES,
    *measures.RULES,
    *comparing.RULES,
    *bearing.RULES,
    *workflow.RULES,
    *people.RULES,
    *approval.RULES,
    *days.RULES,
    *letters.RULES,
    *relations.RULES,
    *related_verdicts.RULES,
    *publication.RULES,
    *corrections.RULES,
    *notices.RULES,
    *exposure.RULES,
    *markup_desk.RULES,
    *markup_claims.RULES,
    *markup_origins.RULES,
    *markup_media.RULES,
    *markup_bing.RULES,
    *history_published.RULES,
    *history_withdrawn.RULES,
    *history_ids.RULES,
    *history_disclosed.RULES,
    *history_moves.RULES,
    *history_people.RULES,
    *history_desk.RULES,
    *desk.RULES,
    *scales.RULES,
    *statuses.RULES,
    *policies.RULES,
    *rates.RULES,
    *shares.RULES,
    *disclosure.RULES,
)
"""Every rule."""

KINDS: tuple[Kind, ...] = (*KINDS_OF_READING, *(rule.kind for rule in RULES), *KINDS_OF_IMPORTS)
"""Every kind of finding: those of reading, those of the rules, those of imports."""

_BY_CODE = {kind.code: kind for kind in KINDS}


def kind(code: str) -> Kind | None:
    """Return the kind of findings with a code, or None where there is none.

    >>> kind("CT001").name
    'unreadable'
    """
    return _BY_CODE.get(code)


def select(words: str) -> frozenset[str]:
    """Return the codes that a selection means.

    Arguments:
        words: codes, names, or the beginnings of codes for whole families, with commas between: ``CT101,CT3,unknown-source``.

    Raises:
        UsageError: a word means no finding, or there is none.

    >>> "CT001" in select("CT0, unknown-source")
    True
    """
    chosen: set[str] = set()
    if not words.strip(", "):
        raise UsageError("no finding is named; `claimtrack explain` lists them all")
    for word in filter(None, (one.strip() for one in words.split(","))):
        code = word.upper()
        meant = {one.code for one in KINDS if one.name == word.lower() or (code.startswith("CT") and one.code.startswith(code))}
        if not meant:
            close = difflib.get_close_matches(word.lower(), [one.name for one in KINDS], n=1)
            advice = f"did you mean {close[0]}?" if close else "`claimtrack explain` lists them all"
            raise UsageError(f"there is no finding {word!r}; {advice}")
        chosen |= meant
    return frozenset(chosen)
