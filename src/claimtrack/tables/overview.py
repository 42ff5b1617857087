"""What a notebook shows of a project: how much there is, and the first claims."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable

from claimtrack.notebooks import Html, card, facts, table, words
from claimtrack.records.claim import Claim
from claimtrack.records.text import Text
from claimtrack.tables.linked import Linked

_FIRST = 10
"""How many claims are shown."""


def overview(project: Linked) -> str:
    """Return what a notebook shows of a project, as HTML without scripts, colours and links; everything in it is escaped."""
    unreadable = project.claims_in_all - len(project.claims)
    claims = f"{len(project.claims)}" + (f", and {unreadable} with errors of reading" if unreadable else "")
    numbers = [
        ("claims", words(claims)),
        ("articles", words(str(len(project.articles)))),
        ("sources", words(str(len(project.sources)))),
        ("by status", _counted(sorted(Counter(claim.status for claim in project.claims.values()).items()))),
        ("by rating", _counted(_ratings(project))),
    ]
    first = list(itertools.islice(project.claims.values(), _FIRST))
    rows = [
        (words(claim.id), words(claim.status), words(claim.verdict.rating if claim.verdict else ""), _text(project, claim.statement))
        for claim in first
    ]
    rest = len(project.claims) - len(first)
    more = [Html(f"<p>{words(f'and {rest} more')}</p>")] if rest else []
    title = project.desk.publisher.name.best(project.desk.reference_language, project.desk.reference_language)[0]
    return card(title, facts(numbers), table(("claim", "status", "rating", "statement"), rows), *more)


def _ratings(project: Linked) -> Iterable[tuple[str, int]]:
    """Return how many claims have each rating: in the order of the desk's scale, then those of other scales and those without."""
    judged: list[Claim] = [claim for claim in project.claims.values() if claim.verdict]
    counted = Counter(claim.verdict.rating for claim in judged if claim.verdict)
    ratings = [one.id for one in project.scale.ratings] if project.scale else []
    order = [*(one for one in ratings if one in counted), *sorted(set(counted) - set(ratings))]
    without = len(project.claims) - len(judged)
    return [*((one, counted[one]) for one in order), *([("no verdict", without)] if without else [])]


def _counted(pairs: Iterable[tuple[str, int]]) -> Html:
    return words("\n".join(f"{name}: {number}" for name, number in pairs))


def _text(project: Linked, text: Text | None) -> Html:
    return words(*text.best(project.desk.reference_language, project.desk.reference_language)) if text else words("")
