"""The clauses of the standards that desks adopt, in our words, and how well the wording of each is known.

Nothing here quotes a standard. Each clause says in half a sentence what it asks, so that a rule can name it and an assessor can find it.
Sources: the IFCN's Code of Principles (sections 1 to 6), the EFCSN's Code of Standards, Google's guide to ClaimReview markup, and what Bing
says a ClaimReview needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import attrs

from claimtrack.records.vocabulary import Standard
from claimtrack.records.workflow import Demand

Known = Literal["verified", "second-hand", "from memory"]
"""How well a wording is known: read in the organisation's own text, read in somebody else's account of it, or remembered."""


@attrs.frozen
class Clause:
    """One thing that a standard asks for.

    Attributes:
        id: how rules cite it, such as ``ifcn-3.3``.
        standard: the standard that it belongs to.
        number: where it stands there; empty where nobody who read it gave a number.
        asks: what it asks for, in our words.
        known: how well its wording is known.
    """

    id: str
    standard: Standard
    number: str
    asks: str
    known: Known

    def __str__(self) -> str:
        """Name the clause, what it asks for, and whether its wording was verified."""
        name = f"{STANDARD_NAMES[self.standard]}{' ' if self.number else ''}{self.number}"
        return f"{name}: {self.asks} ({KNOWN_IN_WORDS[self.known]})"


STANDARD_NAMES: Mapping[Standard, str] = {
    "ifcn": "IFCN Code of Principles",
    "efcsn": "EFCSN Code of Standards",
    "google": "Google's guide to ClaimReview",
    "bing": "Bing's guide to ClaimReview",
}
"""What the standards are called."""

KNOWN_IN_WORDS: Mapping[Known, str] = {
    "verified": "wording verified",
    "second-hand": "known at second hand; the wording was not verified against the primary text",
    "from memory": "known from memory; the wording was not verified against the primary text",
}
"""How each way of knowing a wording is told."""


def _clauses(standard: Standard, *given: tuple[str, str, str, Known]) -> tuple[Clause, ...]:
    return tuple(Clause(f"{standard}-{key}", standard, number, asks, known) for key, number, asks, known in given)


IFCN = _clauses(
    "ifcn",
    ("1.1", "1.1", "the organisation is registered by law", "verified"),
    ("1.2", "1.2", "it exists to check facts", "verified"),
    ("1.3", "1.3", "it publishes, over six months, at least one check a week on average", "verified"),
    ("1.4", "1.4", "at least 75 % of its checks are about claims that touch the welfare of the public", "verified"),
    ("1.5", "1.5", "no state, party or politician controls it", "verified"),
    ("1.6", "1.6", "it says openly what money it has from states or politics", "verified"),
    ("2.1", "2.1", "the same standard of evidence, whoever made the claim", "from memory"),
    ("2.2", "2.2", "no undue concentration on one side; how claims are chosen is said", "from memory"),
    ("2.3", "2.3", "relationships that could have an influence are disclosed", "from memory"),
    ("2.4", "2.4", "no support of parties or candidates", "from memory"),
    ("2.5", "2.5", "a policy for the political activity of staff", "from memory"),
    ("3.1", "3.1", "the sources of all significant evidence are named and linked, so that readers can repeat the work", "second-hand"),
    ("3.2", "3.2", "the best primary source that can be had; where it is a secondary one, why", "second-hand"),
    ("3.3", "3.3", "every key element rests on more than one named source, unless only one is relevant", "second-hand"),
    ("3.4", "3.4", "interests of quoted sources that matter are told", "second-hand"),
    ("4.1", "4", "funding, structure, editorial control, staff and contact are public", "second-hand"),
    ("5.1", "5.1", "the method is published", "second-hand"),
    ("5.2", "5.2", "claims are chosen by reach and importance, and why is said", "second-hand"),
    ("5.3", "5.3", "evidence that supports and evidence that undermines the claim are both shown", "second-hand"),
    ("5.4", "5.4", "all evidence is weighed by one standard", "from memory"),
    ("5.5", "5.5", "the claimant is asked where that is possible and safe", "second-hand"),
    ("5.6", "5.6", "readers can submit claims", "second-hand"),
    ("6.1", "6.1", "the corrections policy is public and covers major mistakes", "second-hand"),
    ("6.3", "6.3", "corrections are made openly, so that readers of the first version see them", "second-hand"),
    ("6.4", "6.4", "readers are told that they may complain to the IFCN", "from memory"),
    ("6.5", "6.5", "the parent company has a corrections policy too", "from memory"),
)
"""The clauses of the IFCN's code."""

EFCSN = _clauses(
    "efcsn",
    ("evidence", "Art. 2", "relevant evidence for and against is shown", "second-hand"),
    ("primary", "Art. 2", "primary sources where suitable; secondary ones are explained", "second-hand"),
    ("two-sources", "Art. 2", "normally at least two sources for the central claim; one is explained", "second-hand"),
    ("anonymous", "", "anonymous sources only where a named source or material evidence bears them out", "second-hand"),
    ("replicable", "", "readers get enough to repeat the work", "second-hand"),
    ("second-person", "", "somebody other than the author edits before publication", "second-hand"),
    ("ratings", "", "what the ratings mean is documented", "second-hand"),
    ("rate", "", "at least four original checks a month", "second-hand"),
    ("reply", "", "a right of reply where feasible", "second-hand"),
    ("corrections", "Art. 3.3", "a prominent corrections policy that names the way to the EFCSN", "verified"),
    ("log", "", "corrections are public and logged, by how much they change", "second-hand"),
    ("selection", "", "criteria for choosing claims; no concentration on one side", "second-hand"),
    ("funding", "", "who pays is disclosed", "second-hand"),
    ("privacy", "", "privacy, minors and sources are protected", "second-hand"),
    ("submit", "", "a public way to submit claims", "second-hand"),
    ("complaints", "Art. 6", "a way to complain, up to the EFCSN", "verified"),
)
"""The clauses of the EFCSN's code."""

GOOGLE = _clauses(
    "google",
    ("claim-text", "", "the claim is given as a text", "verified"),
    ("short-claim", "", "a short summary of the claim, of less than 75 characters if possible", "verified"),
    ("no-rating-in-claim", "", "the rating does not stand in the claim", "verified"),
    ("address", "", "the address of the page, on its own domain or a subdomain of it; neither a redirect nor a short link", "verified"),
    ("label", "", "the rating is a short word or phrase; a longer one says what it means in its first words", "verified"),
    ("scale", "", "numbers from worst to best, the worst at least 1 and below the best; the nearer to the best, the truer", "verified"),
    ("claim-author", "", "who makes the claim, with a page that says who that is; left out where the claim has no author", "verified"),
    ("claim-date", "", "the day on which the claim was made or entered public discourse", "verified"),
    ("appearance", "", "a work in which the claim appears", "verified"),
    ("origin", "", "the claim is attributed to a distinct origin, separate from the site that checks it", "verified"),
    ("summary", "", "the page has at least a brief summary of the check and of its result", "verified"),
    ("match", "", "markup and page say the same", "verified"),
    ("one-page", "", "one ClaimReview on a page, and each on one page only", "verified"),
    ("corrections", "", "a corrections policy, or a way for readers to report errors", "verified"),
    ("media", "", "MediaReview as schema.org defines it: what was done, without contradiction, and the original", "second-hand"),
)
"""What Google's guide asks of markup, in its version of December 2025."""

BING = _clauses(
    "bing",
    ("claim", "", "a summary of the claim", "verified"),
    ("claim-author", "", "the author of the claim", "verified"),
    ("review-author", "", "the author of the check", "verified"),
    ("date", "", "the day on which the check was published", "verified"),
    ("rating", "", "the rating by its name and as a number, with the highest and the lowest that there is", "verified"),
)
"""What Bing asks of markup, as the least that has to be there."""

CLAUSES: Mapping[str, Clause] = {clause.id: clause for clause in (*IFCN, *EFCSN, *GOOGLE, *BING)}
"""Every clause by its id."""

CLAUSES_OF_DEMANDS: Mapping[Demand, tuple[str, ...]] = {
    "evidence": ("ifcn-3.1", "efcsn-replicable"),
    "two-origins": ("ifcn-3.3", "efcsn-two-sources"),
    "approval": ("efcsn-second-person",),
    "selection": ("ifcn-5.2", "efcsn-selection"),
    "letter": ("ifcn-5.5", "efcsn-reply"),
    "primary-source": ("ifcn-3.2", "efcsn-primary"),
    "contrary-search": ("ifcn-5.3", "efcsn-evidence"),
    "archives": ("ifcn-3.1", "efcsn-replicable"),
    "legal": ("efcsn-privacy",),
    "public-role": ("efcsn-privacy",),
}
"""The clauses that what a status demands stands for; demands that are not here are our own."""
