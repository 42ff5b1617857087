"""The closed lists of words that a record may use, each with what it means.

A word that a desk may add to (ratings, statuses, topics, origins) is not here but in the desk record.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Aspect = Literal["fact", "said", "attribution", "translation", "completeness", "absence"]
"""What is checked: ``fact`` whether it is so; ``said`` whether it was said, not whether it is true; ``attribution`` whether this person
said it; ``translation`` whether the translation is right; ``completeness`` whether something essential is left out; ``absence`` whether
it is really absent. The same words can pass one and fail another."""

ClaimKind = Literal["quantity", "quotation", "event", "characterisation", "causal", "position", "prediction", "promise", "media"]
"""What sort of claim it is."""

SpeakerKind = Literal["person", "organisation", "group"]
"""What a claimant is; a person gets schema.org's ``Person`` in markup, the others ``Organization``."""

Stance = Literal["supports", "refutes", "context", "unclear", "term"]
"""What a piece of evidence does to the claim: it speaks for it (``supports``), against it (``refutes``), helps to understand it
(``context``), can be read either way (``unclear``), or is a ``term`` of a calculation, judged only through ``computed``."""

Level = Literal["primary", "secondary"]
"""How near a source is to what it is evidence for: a repost is primary for what the outlet wrote, secondary for what a speaker said."""

Seen = Literal["live", "archive", "full-copy", "excerpt", "memory", "not-seen"]
"""How a source was seen: at its address, in an archived copy, in full elsewhere, only an excerpt, from memory, not at all."""

Counts = Literal["stock", "flow", "cumulative", "per-year"]
"""What a quantity counts: what there is at a date, what changes in a span, everything up to a date, what happens in a year."""

Comparator = Literal["less than", "at most", "exactly", "at least", "more than"]
"""How the claimed value bounds the real one."""

LetterAbout = Literal["claim", "correction"]
"""What a letter asks: the claimant about the claim, or an outlet for a correction."""

LetterOutcome = Literal["replied", "no-reply", "declined", "not-possible", "unsafe"]
"""What came of a letter: an answer, none by the day asked, a refusal; ``not-possible`` where there is no way to reach them, ``unsafe``
where asking would put somebody in danger."""

DisputeAbout = Literal["claim", "content"]
"""What is disputed: that it was said as claimed, or what was said."""

RelationKind = Literal["repeats", "variant-of", "narrower-than", "contradicts", "supersedes", "same-topic", "duplicate-of", "embeds"]
"""How a claim stands to another: it says the same again (``repeats``), nearly the same (``variant-of``), a part of it (``narrower-than``),
the opposite (``contradicts``); it takes its place (``supersedes``), is about the same thing (``same-topic``), is the same claim twice
(``duplicate-of``), or reports it as somebody's words (``embeds``). Written on one side; no verdict is inherited."""

CorrectionClass = Literal["minor", "update", "substantial"]
"""How much a correction changes: wording, new information, or what readers were told."""

CorrectionCause = Literal["reader", "claimant", "new-evidence", "own-error", "source-changed", "legal"]
"""What led to a correction: a reader or the claimant wrote, new evidence came up, the desk was wrong, a source was changed, the law
required it."""

ProblemCategory = Literal["spelling", "grammar", "translation", "attribution", "omission", "unsourced", "wording", "structure"]
"""What sort of fault of an article it is that is no claim."""

ArchiveStatus = Literal["ok", "failed", "gone"]
"""What became of an archived copy when it was last looked at: it is there, it could not be taken, it is not there any more."""

MediaCategory = Literal[
    "OriginalMediaContent",
    "DecontextualizedContent",
    "EditedOrCroppedContent",
    "StagedContent",
    "TransformedContent",
    "SatireOrParodyContent",
]
"""schema.org MediaManipulationRatingEnumeration."""

FORMER_WORDS: Mapping[str, str] = {"AuthenticContent": "OriginalMediaContent", "MissingContext": "DecontextualizedContent"}
"""Words that were on a public list once, and what they are called there now."""

Standard = Literal["ifcn", "efcsn", "google", "bing"]
"""Standards that a desk can adopt; ``core`` always runs."""

PersonKind = Literal["human", "machine"]
"""Who works at a desk: a person, or a program such as a language model; a machine may never approve."""

Permission = Literal["write", "review", "publish"]
"""What a person of the desk may do."""

Repository = Literal["private", "public"]
"""Who can read the repository that the records lie in; in a public one, drafts and internal blocks are public too."""
