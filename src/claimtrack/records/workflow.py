"""The workflow as data: statuses, the moves between them, and what each status demands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import attrs
from attrs import field

from claimtrack.phrases import Phrase, say
from claimtrack.records.fields import doc
from claimtrack.records.text import Text
from claimtrack.records.vocabulary import Permission

Demand = Literal[
    "authors",
    "statement",
    "anchor",
    "aspect",
    "claimant",
    "evidence",
    "conclusion",
    "two-origins",
    "approval",
    "selection",
    "letter",
    "primary-source",
    "contrary-search",
    "archives",
    "all-languages",
    "legal",
    "public-role",
    "reason",
    "duplicate-of",
    "no-verdict",
    "assignee",
]
"""Something that a status can demand of a claim; what each means stands in :data:`DEMANDS`."""

DEMANDS: Mapping[Demand, Phrase] = {
    "authors": say("at least one author"),
    "statement": say("the statement in at least one language"),
    "anchor": say("a quote, an appearance, or `reasons.no_quote`"),
    "aspect": say("`aspect`: what is checked"),
    "claimant": say("`claimant`: who makes the claim"),
    "evidence": say("at least one piece of evidence"),
    "conclusion": say("a headline and a verdict with summary and rationale; or `so_far` and `gaps`"),
    "two-origins": say("evidence of two independent origins, or `reasons.single_origin` (not asked for said, attribution, translation)"),
    "approval": say("an approval in `history` by a person who is no author and did not decide the verdict, with what it `covers`"),
    "selection": say("`selection`: why this claim was chosen"),
    "letter": say("a letter to the claimant, or `reasons.claimant_not_asked`"),
    "primary-source": say("evidence from a primary source, or `reasons.no_primary_source`"),
    "contrary-search": say("evidence against the claim, a search for it in `searches`, or `reasons.no_contrary_search`"),
    "archives": say("an archived copy of every source on the web, or `reasons.no_archive`"),
    "all-languages": say("statement, headline and verdict in all languages of the desk"),
    "legal": say("`legal` where `accuses` says that a living person is accused"),
    "public-role": say("a role for every person named as claimant or speaker, or `reasons.person_named`"),
    "reason": say("`reasons.declined` or `reasons.duplicate`: why the claim ends here"),
    "duplicate-of": say("a relation `duplicate-of`"),
    "no-verdict": say("no verdict of its own"),
    "assignee": say("`assigned`: who does the next thing"),
}
"""What each demand asks for, in words that stand behind "this status demands"."""


@attrs.frozen(kw_only=True)
class Status:
    """One status of a workflow."""

    id: str = field(metadata=doc("The status as records write it."))
    label: Text = field(metadata=doc("What readers of a preview see."))
    moves: tuple[str, ...] = field(default=(), metadata=doc("The statuses that may follow it."))
    demands: tuple[Demand, ...] = field(default=(), metadata=doc("What a claim in this status must have; complete, not on top of another."))
    who: Permission = field(default="write", metadata=doc("What a person must be allowed to do to move a claim here."))
    approves: bool = field(default=False, metadata=doc("`yes` where moving a claim here is the approval of a second person."))


@attrs.frozen(kw_only=True)
class Workflow:
    """The statuses of a claim and the moves between them; a claim may start in any of them."""

    name: str = field(metadata=doc("The name, such as `standard`."))
    version: str = field(metadata=doc("The version; desks cite a workflow as `name@version`."))
    statuses: tuple[Status, ...] = field(metadata=doc("The statuses, in the order of the work."))
    correcting: str = field(default="correcting", metadata=doc("The status in which a published claim is being corrected."))

    @property
    def id(self) -> str:
        """The workflow as desks cite it, such as ``standard@1``."""
        return f"{self.name}@{self.version}"

    @property
    def approves(self) -> bool:
        """Whether any status is an approval; without one nothing can be published."""
        return any(status.approves for status in self.statuses)

    def status(self, status_id: str) -> Status | None:
        """Return a status by its id, or None where the workflow has none of that name."""
        return next((status for status in self.statuses if status.id == status_id), None)
