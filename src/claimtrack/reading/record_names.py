"""What the parts of records are called in messages, with their article; those that stand in one place only go by their field."""

from __future__ import annotations

from collections.abc import Mapping

from claimtrack.phrases import Phrase, say
from claimtrack.records import article, claim, desk, evidence, passage, quantity, scale, source, speaker, text, workflow

_CALLED: Mapping[type, Phrase] = {
    article.Article: say("an article"),
    article.ArticleText: say("`{field}`", field="text"),
    article.ForAllClaims: say("`{field}`", field="for_all_claims"),
    article.NotChecked: say("a passage that is not checked"),
    article.Problem: say("a problem"),
    article.Rewrites: say("`{field}`", field="rewrites"),
    article.Wanted: say("something wanted"),
    claim.Appearance: say("an appearance"),
    claim.Assigned: say("`{field}`", field="assigned"),
    claim.Claim: say("a claim"),
    claim.Correction: say("a correction"),
    claim.Disclosure: say("a disclosure"),
    claim.Dispute: say("a dispute"),
    claim.Gap: say("a gap"),
    claim.HistoryEntry: say("a history entry"),
    claim.Legal: say("`{field}`", field="legal"),
    claim.Letter: say("a letter"),
    claim.Link: say("a link of the chain"),
    claim.MediaReview: say("a media review"),
    claim.Question: say("a question"),
    claim.Reasons: say("`{field}`", field="reasons"),
    claim.Relation: say("a relation"),
    claim.Retraction: say("a retraction"),
    claim.Search: say("a search"),
    claim.Verdict: say("a verdict"),
    claim.Was: say("`{field}`", field="was"),
    desk.Desk: say("a desk"),
    desk.DeskReasons: say("`{field}`", field="reasons"),
    desk.Forge: say("`{field}`", field="forge"),
    desk.Licences: say("`{field}`", field="licences"),
    desk.Limits: say("`{field}`", field="limits"),
    desk.Origin: say("an origin"),
    desk.Pages: say("`{field}`", field="pages"),
    desk.Person: say("a person"),
    desk.Publisher: say("a publisher"),
    evidence.Computed: say("`{field}`", field="computed"),
    evidence.Evidence: say("a piece of evidence"),
    passage.Quote: say("a quote"),
    quantity.Quantity: say("a quantity"),
    scale.Rating: say("a rating"),
    scale.Scale: say("a scale"),
    source.Archive: say("an archive"),
    source.Source: say("a source"),
    speaker.NoClaimant: say("a claimant that is none"),
    speaker.OwnVoice: say("the outlet itself"),
    speaker.Speaker: say("a speaker"),
    text.Text: say("a text"),
    workflow.Status: say("a status"),
    workflow.Workflow: say("a workflow"),
}


def called(record: type) -> Phrase:
    """Return what a class of records is called, with its article.

    >>> called(claim.HistoryEntry)
    'a history entry'
    """
    return _CALLED[record]
