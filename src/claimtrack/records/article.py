"""An article that claims are taken from, and what holds for all of its claims."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import attrs
from attrs import field

from claimtrack.dates import PartialDate
from claimtrack.records.claim import Letter, Reasons
from claimtrack.records.fields import doc
from claimtrack.records.passage import Quote, Stretch
from claimtrack.records.text import Text
from claimtrack.records.vocabulary import ProblemCategory


@attrs.frozen(kw_only=True)
class Rewrites:
    """The text that an article is a rewrite or a translation of."""

    title: str | None = field(default=None, metadata=doc("Its title.", name_from="schema.org isBasedOn"))
    publisher: Text | None = field(default=None, metadata=doc("Who published it."))
    published: PartialDate | None = field(default=None, metadata=doc("When."))
    wanted: str | None = field(default=None, metadata=doc("The id under `wanted`, where it was not seen."))


@attrs.frozen(kw_only=True)
class ArticleText:
    """The text of the article as the quotes are anchored in it; the text itself lies in ``snapshots/``, outside git."""

    sha256: str = field(metadata=doc("The digest of the snapshot.", unit="64 hex digits over its raw bytes (UTF-8)"))
    length: int = field(metadata=doc("Its length.", unit="code points"))
    may_show: bool = field(default=False, metadata=doc("`yes` where pages may show the text; somebody else's text is not ours to publish."))


@attrs.frozen(kw_only=True)
class Wanted:
    """Something that was looked for and not seen; gaps of claims point to it."""

    what: Text = field(metadata=doc("What it is."))
    remark: Text | None = field(default=None, metadata=doc("What is known about it."))


@attrs.frozen(kw_only=True)
class ForAllClaims:
    """What holds for every claim of the article that does not say otherwise."""

    made_on: PartialDate | None = field(default=None, metadata=doc("When the claims were made."))
    selection: Text | None = field(default=None, metadata=doc("Why they were chosen."))
    reasons: Reasons = field(factory=Reasons, metadata=doc("Written exceptions."))
    letters: tuple[Letter, ...] = field(default=(), metadata=doc("Letters that were sent about all of them."))


@attrs.frozen(kw_only=True)
class Problem:
    """A fault of the article that is no claim; a fault of our own copy of it is none."""

    quote: Quote | None = field(default=None, metadata=doc("The words; an omission has none."))
    at: Stretch | None = field(default=None, metadata=doc("Where they stand.", unit="code points from 0, the end exclusive"))
    category: ProblemCategory = field(metadata=doc("What sort of fault it is."))
    what: Text = field(metadata=doc("What is wrong."))
    should_be: Text | None = field(default=None, metadata=doc("What it should be."))


@attrs.frozen(kw_only=True)
class NotChecked:
    """A passage that was looked at and is not checked."""

    quote: Quote = field(metadata=doc("The words."))
    at: Stretch | None = field(default=None, metadata=doc("Where they stand.", unit="code points from 0, the end exclusive"))
    why: Text = field(metadata=doc("Why it is not checked."))


@attrs.frozen(kw_only=True)
class Article:
    """An article that claims are taken from."""

    id: str = field(default="", metadata=doc("The id: the name of the folder.", given=True))
    title: str = field(metadata=doc("The title as it stands there.", name_from="schema.org headline"))
    url: str | None = field(default=None, metadata=doc("The address, http or https.", name_from="schema.org url"))
    unknown: Text | None = field(default=None, metadata=doc("Why there is no address, in place of `url`."))
    publisher: Text | None = field(default=None, metadata=doc("Who published it.", name_from="schema.org publisher"))
    authors: tuple[str, ...] = field(default=(), metadata=doc("Who wrote it, as named there.", name_from="schema.org author"))
    language: str = field(metadata=doc("The language it is in.", unit="BCP 47 tag"))
    published: PartialDate | None = field(default=None, metadata=doc("When it was published.", name_from="schema.org datePublished"))
    retrieved: datetime.date | None = field(default=None, metadata=doc("The day the text was taken."))
    rewrites: Rewrites | None = field(default=None, metadata=doc("The text that it rewrites or translates."))
    text: ArticleText | None = field(default=None, metadata=doc("The text that quotes are anchored in."))
    wanted: Mapping[str, Wanted] = field(factory=dict, metadata=doc("What was looked for and not seen, by id."))
    for_all_claims: ForAllClaims = field(factory=ForAllClaims, metadata=doc("What holds for all of its claims."))
    problems: tuple[Problem, ...] = field(default=(), metadata=doc("Faults of the article that are no claims."))
    not_checked: tuple[NotChecked, ...] = field(default=(), metadata=doc("Passages that are not checked, and why."))
    internal: str | None = field(default=None, metadata=doc("The only text that never leaves the desk."))
    extra: Mapping[str, Any] | None = field(default=None, metadata=doc("Anything of your own; claimtrack keeps it and looks away."))
