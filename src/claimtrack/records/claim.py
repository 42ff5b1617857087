"""A claim: what was said, where and by whom, what speaks for and against it, who judged it, and what became of it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import attrs
from attrs import field

from claimtrack.dates import PartialDate
from claimtrack.records.evidence import Computed, Evidence
from claimtrack.records.fields import doc
from claimtrack.records.passage import MediaStretch, Quote, Stretch
from claimtrack.records.quantity import Quantity
from claimtrack.records.shown import ShownInNotebooks
from claimtrack.records.source import Archive
from claimtrack.records.speaker import Claimant, Speaker
from claimtrack.records.text import Text
from claimtrack.records.vocabulary import (
    Aspect,
    ClaimKind,
    CorrectionCause,
    CorrectionClass,
    DisputeAbout,
    LetterAbout,
    LetterOutcome,
    MediaCategory,
    RelationKind,
)


@attrs.frozen(kw_only=True)
class Appearance:
    """A place where the claim appeared, other than the article that its folder is about."""

    article: str | None = field(default=None, metadata=doc("The id of an article of the project, in place of `url`."))
    url: str | None = field(default=None, metadata=doc("The address.", name_from="schema.org Claim.appearance"))
    title: str | None = field(default=None, metadata=doc("The title there."))
    publisher: Text | None = field(default=None, metadata=doc("Who published it."))
    published: PartialDate | None = field(default=None, metadata=doc("When it was published there."))
    quote: Quote | None = field(default=None, metadata=doc("The words there."))
    at: Stretch | MediaStretch | None = field(
        default=None, metadata=doc("Where in it the words stand.", unit="code points `4244-4285`, or media time `1:02:40-1:02:58`")
    )
    first: bool = field(default=False, metadata=doc("`yes` for the first appearance known.", name_from="schema.org firstAppearance"))
    archives: tuple[Archive, ...] = field(default=(), metadata=doc("Archived copies of it."))


@attrs.frozen(kw_only=True)
class Link:
    """One link of the chain by which a claim travelled."""

    who: Text = field(metadata=doc("Who said or wrote it at this link."))
    text: Text = field(metadata=doc("The words, or what became of them."))
    language: str | None = field(default=None, metadata=doc("The language of the words.", unit="BCP 47 tag"))
    fault: bool = field(default=False, metadata=doc("`yes` on the link where the error came in."))


@attrs.frozen(kw_only=True)
class Letter:
    """A letter that was really sent: to the claimant about the claim, or to an outlet for a correction."""

    to: Text = field(metadata=doc("To whom."))
    about: LetterAbout = field(metadata=doc("What it asks."))
    on: datetime.date = field(metadata=doc("The day it was sent."))
    until: datetime.date | None = field(default=None, metadata=doc("The day by which an answer was asked."))
    outcome: LetterOutcome | None = field(default=None, metadata=doc("What came of it; absent while it is open."))
    reply: str | None = field(default=None, metadata=doc("The evidence that is the reply."))


@attrs.frozen(kw_only=True)
class Search:
    """A search against the claim that was really made."""

    read: Text = field(metadata=doc("What was read or searched."))
    for_: Text | None = field(default=None, metadata=doc("What was looked for.", key="for"))
    covers: Text | None = field(default=None, metadata=doc("What span or corpus it covers."))
    on: datetime.date = field(metadata=doc("The day it was made."))
    by: str = field(metadata=doc("Who made it, a person of the desk."))
    found: Text = field(metadata=doc("What was found, or that nothing was."))


@attrs.frozen(kw_only=True)
class Question:
    """A question that the check answers, as in AVeriTeC."""

    question: Text = field(metadata=doc("The question.", name_from="AVeriTeC questions.question"))
    answers: tuple[Text, ...] = field(default=(), metadata=doc("The answers.", name_from="AVeriTeC questions.answers"))
    evidence: tuple[str, ...] = field(default=(), metadata=doc("The evidence that they rest on."))


@attrs.frozen(kw_only=True)
class Gap:
    """Something that is missing; with or without a verdict."""

    wanted: str | None = field(default=None, metadata=doc("The id of something wanted that is declared in `article.yaml`."))
    what: Text | None = field(default=None, metadata=doc("What is missing, in place of `wanted`."))
    would_change: Text | None = field(default=None, metadata=doc("What would change if it were there."))
    decisive: bool = field(default=False, metadata=doc("`yes` where nothing can be published without it."))


@attrs.frozen(kw_only=True)
class Verdict:
    """What the desk judged, on a versioned scale."""

    rating: str = field(metadata=doc("A rating of the scale.", name_from="schema.org ClaimReview.reviewRating"))
    scale: str | None = field(default=None, metadata=doc("The scale, `name@version`, where it is not the desk's."))
    summary: Text | None = field(default=None, metadata=doc("One or two sentences.", name_from="schema.org Rating.ratingExplanation"))
    rationale: Text | None = field(default=None, metadata=doc("The reasoning, in Markdown, with `[@evidence-id]` for what it rests on."))
    decided_by: tuple[str, ...] = field(default=(), metadata=doc("Who decided, where it was not the authors."))
    decided_on: datetime.date | None = field(default=None, metadata=doc("The day it was decided."))


@attrs.frozen(kw_only=True)
class Legal:
    """A legal reading, where a living person is accused."""

    by: str = field(metadata=doc("Who read it, a person of the desk."))
    on: datetime.date = field(metadata=doc("The day of the legal reading."))


@attrs.frozen(kw_only=True)
class Dispute:
    """Somebody denies the claim or its content; a denial is a dispute, never evidence that refutes."""

    who: Text = field(metadata=doc("Who denies it."))
    says: Text = field(metadata=doc("What they say."))
    about: DisputeAbout | None = field(default=None, metadata=doc("What they dispute."))
    source: str | None = field(default=None, metadata=doc("The source of it."))


@attrs.frozen(kw_only=True)
class Relation:
    """How this claim stands to another; written as one pair, such as ``embeds: other-claim``."""

    kind: RelationKind = field(metadata=doc("The kind, which is the key in YAML."))
    target: str = field(metadata=doc("The id of the other claim."))


@attrs.frozen(kw_only=True)
class MediaReview:
    """What was done to a picture, a recording or a film."""

    categories: tuple[MediaCategory, ...] = field(metadata=doc("What was done to it.", name_from="schema.org mediaAuthenticityCategory"))
    original: str | None = field(default=None, metadata=doc("The address of the original.", name_from="schema.org originalMediaLink"))
    original_context: Text | None = field(
        default=None, metadata=doc("Where the original comes from.", name_from="schema.org originalMediaContextDescription")
    )


@attrs.frozen(kw_only=True)
class Was:
    """What readers were told before a correction."""

    rating: str | None = field(default=None, metadata=doc("The rating before."))
    summary: Text | None = field(default=None, metadata=doc("The summary before."))

    def says_as_much(self, after: Was | Verdict) -> bool:
        """Say whether everything that readers were told before is what they were told after; never where nothing is said of before."""
        if self.rating is None and self.summary is None:
            return False
        same_words = self.summary is None or (after.summary is not None and self.summary.says_the_same(after.summary))
        return self.rating in {None, after.rating} and same_words


@attrs.frozen(kw_only=True)
class Correction:
    """A correction of something published; stands on top of the page."""

    on: datetime.date = field(metadata=doc("The day it was made.", name_from="schema.org CorrectionComment.datePublished"))
    class_: CorrectionClass = field(metadata=doc("How much it changes.", key="class"))
    cause: CorrectionCause = field(metadata=doc("What led to it."))
    was: Was | None = field(default=None, metadata=doc("What readers were told before."))
    notice: Text = field(metadata=doc("What readers are told about it, in Markdown.", name_from="schema.org CorrectionComment.text"))


@attrs.frozen(kw_only=True)
class Retraction:
    """The withdrawal of something published; the page keeps the notice and loses the claim."""

    on: datetime.date = field(metadata=doc("The day of the withdrawal."))
    notice: Text = field(metadata=doc("What readers are told, in Markdown; must not repeat the claim."))


@attrs.frozen(kw_only=True)
class HistoryEntry:
    """One move of the claim through the workflow."""

    to: str = field(metadata=doc("The status it moved to."))
    on: datetime.date = field(metadata=doc("The day of the move."))
    by: str = field(metadata=doc("Who moved it, a person of the desk."))
    covers: str | None = field(
        default=None, metadata=doc("For an approval, the fingerprint of what it covers, so that it goes stale when that changes.")
    )


@attrs.frozen(kw_only=True)
class Assigned:
    """Who is to do the next thing to a claim."""

    to: str = field(metadata=doc("Who, a person of the desk."))
    until: datetime.date | None = field(default=None, metadata=doc("The day by which."))


@attrs.frozen(kw_only=True)
class Disclosure:
    """What readers should know about how the check was made."""

    conflicts: Text | None = field(default=None, metadata=doc("Relationships that could have an influence."))
    ai_use: Text | None = field(default=None, metadata=doc("What a machine did."))


@attrs.frozen(kw_only=True)
class Reasons:
    """The written exceptions that standards allow; readers see them."""

    no_quote: Text | None = field(default=None, metadata=doc("Why there is neither a quote nor an appearance."))
    single_origin: Text | None = field(default=None, metadata=doc("Why one origin is all there is."))
    no_primary_source: Text | None = field(default=None, metadata=doc("Why no primary source was used."))
    no_archive: Text | None = field(default=None, metadata=doc("Why a source has no archived copy."))
    no_contrary_search: Text | None = field(default=None, metadata=doc("Why nothing was searched against the claim."))
    claimant_not_asked: Text | None = field(default=None, metadata=doc("Why the claimant was not asked."))
    parties_only: Text | None = field(default=None, metadata=doc("Why the word of parties has to do."))
    dates_apart: Text | None = field(default=None, metadata=doc("Why numbers of different dates are put together."))
    against_evidence: Text | None = field(default=None, metadata=doc("Why the verdict goes against the stances of the evidence."))
    outside_tolerance: Text | None = field(default=None, metadata=doc("Why the rating stands although the number is off."))
    person_named: Text | None = field(default=None, metadata=doc("Why a person without a public role is named."))
    declined: Text | None = field(default=None, metadata=doc("Why the claim is not checked."))
    duplicate: Text | None = field(default=None, metadata=doc("Why the claim is a duplicate."))


@attrs.frozen(kw_only=True)
class Claim(ShownInNotebooks):
    """One claim with everything that is known about it."""

    id: str = field(default="", metadata=doc("The id: the name of the file.", given=True))
    folder: str = field(default="", metadata=doc("The folder, which is the id of the article where there is one.", given=True))
    status: str = field(metadata=doc("Where the claim stands in the desk's workflow."))
    authors: tuple[str, ...] = field(default=(), metadata=doc("Who wrote the check, people of the desk; they may not approve it."))
    statement: Text | None = field(
        default=None, metadata=doc("The claim as one neutral, atomic sentence.", name_from="schema.org ClaimReview.claimReviewed")
    )
    short: Text | None = field(
        default=None, metadata=doc("A shorter statement for markup.", name_from="schema.org claimReviewed", unit="at most 75 characters")
    )
    headline: Text | None = field(default=None, metadata=doc("The answer in one line: the title of the page, so that the answer travels."))
    quote: Quote | None = field(default=None, metadata=doc("The words in the article of this folder.", name_from="W3C TextQuoteSelector"))
    aspect: Aspect | None = field(default=None, metadata=doc("What is checked; see the words below."))
    kind: ClaimKind | None = field(default=None, metadata=doc("What sort of claim it is."))
    claimant: Claimant | None = field(default=None, metadata=doc("Who makes the claim.", name_from="schema.org Claim.author"))
    attributed_to: Speaker | None = field(
        default=None, metadata=doc("Whom the article makes say it; never exported as the author of the claim.")
    )
    accuses: bool = field(default=False, metadata=doc("`yes` where the claim accuses a living person; `legal` is then demanded."))
    made_on: PartialDate | None = field(default=None, metadata=doc("When the claim was made.", name_from="schema.org Claim.datePublished"))
    happened: PartialDate | None = field(default=None, metadata=doc("When what it says happened."))
    location: Text | None = field(default=None, metadata=doc("Where what it says happened."))
    topics: tuple[str, ...] = field(default=(), metadata=doc("Topics of the desk."))
    appearances: tuple[Appearance, ...] = field(
        default=(), metadata=doc("Further places where it appeared; all, where there is no article.")
    )
    chain: tuple[Link, ...] = field(default=(), metadata=doc("How it travelled, from the first speaker on."))
    quantity: Quantity | None = field(default=None, metadata=doc("The number it claims."))
    selection: Text | None = field(default=None, metadata=doc("Why it was chosen to be checked."))
    letters: tuple[Letter, ...] = field(default=(), metadata=doc("Letters that were sent."))
    searches: tuple[Search, ...] = field(default=(), metadata=doc("What was searched against it."))
    questions: tuple[Question, ...] = field(default=(), metadata=doc("Questions that the check answers."))
    evidence: tuple[Evidence, ...] = field(default=(), metadata=doc("What speaks for it, against it, and for context."))
    computed: Computed | None = field(default=None, metadata=doc("A calculation over the evidence."))
    reasons: Reasons = field(factory=Reasons, metadata=doc("Written exceptions."))
    gaps: tuple[Gap, ...] = field(default=(), metadata=doc("What is missing."))
    so_far: Text | None = field(default=None, metadata=doc("What is known, where there is no verdict."))
    verdict: Verdict | None = field(default=None, metadata=doc("What was judged; absent while evidence is missing."))
    legal: Legal | None = field(default=None, metadata=doc("The legal reading."))
    disputes: tuple[Dispute, ...] = field(default=(), metadata=doc("Who denies what."))
    relations: tuple[Relation, ...] = field(default=(), metadata=doc("How it stands to other claims, written on one side."))
    media_review: MediaReview | None = field(default=None, metadata=doc("For pictures, sound and film."))
    published: datetime.date | None = field(
        default=None, metadata=doc("The day of publication; absent means not published.", name_from="schema.org datePublished")
    )
    corrections: tuple[Correction, ...] = field(
        default=(), metadata=doc("Corrections after publication.", name_from="schema.org correction")
    )
    retracted: Retraction | None = field(default=None, metadata=doc("The withdrawal."))
    history: tuple[HistoryEntry, ...] = field(default=(), metadata=doc("The moves through the workflow, the newest last."))
    assigned: Assigned | None = field(default=None, metadata=doc("Who is to do the next thing; never leaves the desk."))
    review_due: datetime.date | None = field(default=None, metadata=doc("When the check should be looked at again."))
    disclosure: Disclosure = field(factory=Disclosure, metadata=doc("What readers should know about the check."))
    former_ids: tuple[str, ...] = field(default=(), metadata=doc("Ids that the claim had before; never used again."))
    internal: str | None = field(default=None, metadata=doc("The only text that never leaves the desk."))
    extra: Mapping[str, Any] | None = field(default=None, metadata=doc("Anything of your own; claimtrack keeps it and looks away."))

    def cited(self, evidence_id: str) -> Evidence | None:
        """Return a piece of evidence by its id, or None where the claim has none of that id."""
        return next((one for one in self.evidence if one.id == evidence_id), None)
