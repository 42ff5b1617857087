"""Related claims: each with the kind of relation and its own badge, since no verdict passes from one to another."""

from __future__ import annotations

import attrs

from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.records.vocabulary import RelationKind
from claimtrack.site.views.edition import Edition
from claimtrack.site.views.rows import ClaimRow, is_listed, row


@attrs.frozen(kw_only=True)
class Related:
    """A related claim.

    Attributes:
        kind: the kind of relation, as records write it.
        kind_words: the same in words, seen from the claim whose page it is.
        row: the other claim.
    """

    kind: RelationKind
    kind_words: str
    row: ClaimRow


def backward(project: Project) -> dict[str, list[tuple[RelationKind, str]]]:
    """Return for each claim the relations that others have to it; a record writes a relation on one side only."""
    found: dict[str, list[tuple[RelationKind, str]]] = {}
    for one in sorted(project.claims):
        for relation in project.claims[one].relations:
            found.setdefault(relation.target, []).append((relation.kind, one))
    return found


def related(edition: Edition, claim: Claim, back: list[tuple[RelationKind, str]], page: str) -> tuple[Related, ...]:
    """Return the claims that a claim is related to: those it names first, then those that name it.

    What is said in a claim and is checked on its own stands beside the rating instead, where nobody can miss it.

    Arguments:
        edition: the edition.
        claim: the claim.
        back: the relations that others have to it.
        page: the page that this stands on.
    """
    words = edition.words
    named = [(one.kind, words.one_of("relation", one.kind), one.target) for one in claim.relations]
    named += [(kind, words.one_of("relation_back", kind), one) for kind, one in back]
    named = [one for one in named if one[0] != "embeds"]
    first = {(kind_words, other): kind for kind, kind_words, other in reversed(named) if _is_other(edition, claim, other)}
    return tuple(
        Related(kind=first[kind_words, other], kind_words=kind_words, row=row(edition, edition.project.claims[other], page))
        for kind_words, other in dict.fromkeys((kind_words, other) for _, kind_words, other in named)
        if (kind_words, other) in first
    )


def content_of(edition: Edition, claim: Claim, page: str) -> tuple[ClaimRow, ...]:
    """Return the claims in which what is said here is checked on its own."""
    return _rows(edition, claim, [one.target for one in claim.relations if one.kind == "embeds"], page)


def said_in(edition: Edition, claim: Claim, back: list[tuple[RelationKind, str]], page: str) -> tuple[ClaimRow, ...]:
    """Return the claims that check whether this is said by somebody."""
    return _rows(edition, claim, [one for kind, one in back if kind == "embeds"], page)


def _rows(edition: Edition, claim: Claim, others: list[str], page: str) -> tuple[ClaimRow, ...]:
    return tuple(row(edition, edition.project.claims[one], page) for one in dict.fromkeys(others) if _is_other(edition, claim, one))


def _is_other(edition: Edition, claim: Claim, other: str) -> bool:
    return other != claim.id and is_listed(edition, other)
