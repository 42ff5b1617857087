"""Which fields of records name other things by their ids: the one table of it, for editors, for renaming and for whoever else asks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from claimtrack.records.article import Article, Rewrites
from claimtrack.records.claim import (
    Appearance,
    Assigned,
    Claim,
    Dispute,
    Gap,
    HistoryEntry,
    Legal,
    Letter,
    Question,
    Relation,
    Search,
    Verdict,
)
from claimtrack.records.desk import Desk, Origin
from claimtrack.records.evidence import Computed, Evidence
from claimtrack.records.source import Source

IdKind = Literal["claim", "article", "source", "evidence", "wanted", "person", "topic", "origin"]
"""What has an id; evidence has its id within a claim, and what is wanted within an article."""

NAMED: Mapping[tuple[type, str], IdKind] = {
    (Relation, "target"): "claim",
    (Appearance, "article"): "article",
    (Evidence, "source"): "source",
    (Dispute, "source"): "source",
    (Source, "cites"): "source",
    (Question, "evidence"): "evidence",
    (Letter, "reply"): "evidence",
    (Computed, "sum"): "evidence",
    (Computed, "difference"): "evidence",
    (Computed, "ratio"): "evidence",
    (Computed, "but"): "evidence",
    (Gap, "wanted"): "wanted",
    (Rewrites, "wanted"): "wanted",
    (Claim, "authors"): "person",
    (Verdict, "decided_by"): "person",
    (HistoryEntry, "by"): "person",
    (Search, "by"): "person",
    (Legal, "by"): "person",
    (Assigned, "to"): "person",
    (Claim, "topics"): "topic",
    (Desk, "public_interest"): "topic",
    (Evidence, "origin"): "origin",
    (Source, "origin"): "origin",
    (Origin, "part_of"): "origin",
    (Source, "part_of"): "origin",
}
"""Fields whose text is the id of something, or a list of such ids, by their class and name. What a body is part of need be no origin."""

CITING: Mapping[tuple[type, str], IdKind] = {(Verdict, "rationale"): "evidence"}
"""Texts for readers that cite ids in the midst of other words, as ``[@id]``."""

CALCULATING: Mapping[tuple[type, str], IdKind] = {(Computed, "expression"): "evidence"}
"""Expressions that ids are the names in."""

KEYS: Mapping[tuple[type, str], IdKind] = {
    (Desk, "people"): "person",
    (Desk, "topics"): "topic",
    (Desk, "origins"): "origin",
    (Article, "wanted"): "wanted",
}
"""Fields whose names below them are the ids of things, which are given there."""


def in_citations(text: str, old: str, new: str) -> str:
    """Return a text that cites something by another id.

    >>> in_citations("So it is [@count], and [@count-2] too; count.", "count", "bridge")
    'So it is [@bridge], and [@count-2] too; count.'
    """
    return text.replace(f"[@{old}]", f"[@{new}]")


def in_expression(text: str, old: str, new: str) -> str:
    """Return an expression with another name in it; digits alone are a number in an expression, whatever has such an id.

    >>> in_expression("(count + count-2) / count", "count", "bridge")
    '(bridge + count-2) / bridge'
    """
    return text if old.isdigit() else re.sub(rf"(?<![\w.-]){re.escape(old)}(?![\w.-])", new, text)
