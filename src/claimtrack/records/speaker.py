"""Who makes a claim, and who is made to say it."""

from __future__ import annotations

import attrs
from attrs import field

from claimtrack.records.fields import doc
from claimtrack.records.text import Text
from claimtrack.records.vocabulary import SpeakerKind


@attrs.frozen
class OwnVoice:
    """The outlet makes the claim in its own voice; written ``claimant: article``."""


@attrs.frozen(kw_only=True)
class Speaker:
    """A person, an organisation or a group that says something."""

    name: Text = field(metadata=doc("The name.", name_from="schema.org name"))
    kind: SpeakerKind = field(default="person", metadata=doc("What it is; a person unless the record says otherwise."))
    role: Text | None = field(default=None, metadata=doc("The role at that time.", name_from="schema.org jobTitle"))
    affiliation: Text | None = field(default=None, metadata=doc("The body that they speak for.", name_from="schema.org affiliation"))
    same_as: str | None = field(
        default=None, metadata=doc("A page that says who this is: home page, Wikipedia, Wikidata.", name_from="schema.org sameAs")
    )


@attrs.frozen(kw_only=True)
class NoClaimant:
    """Nobody can be named as the claimant; written ``claimant: {none: reason}``."""

    none: Text = field(metadata=doc("Why nobody can be named."))


Claimant = OwnVoice | Speaker | NoClaimant
"""Who makes a claim: the outlet in its own voice, a speaker, or nobody that can be named."""
