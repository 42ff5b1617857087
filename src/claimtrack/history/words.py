"""The words of closed lists, such as ``refutes``, as sentences that other languages have as well."""

from __future__ import annotations

from collections.abc import Mapping

from claimtrack.phrases import Phrase, say

_WORDS: Mapping[str, Phrase] = {
    "absence": say("absence"),
    "archive": say("archive"),
    "at least": say("at least"),
    "at most": say("at most"),
    "attribution": say("attribution"),
    "causal": say("causal"),
    "characterisation": say("characterisation"),
    "claim": say("claim"),
    "claimant": say("claimant"),
    "completeness": say("completeness"),
    "content": say("content"),
    "context": say("context"),
    "contradicts": say("contradicts"),
    "correction": say("correction"),
    "cumulative": say("cumulative"),
    "declined": say("declined"),
    "duplicate-of": say("duplicate of"),
    "embeds": say("embeds"),
    "event": say("event"),
    "exactly": say("exactly"),
    "excerpt": say("excerpt"),
    "fact": say("fact"),
    "flow": say("flow"),
    "full-copy": say("full copy"),
    "legal": say("legal reasons"),
    "less than": say("less than"),
    "live": say("live"),
    "media": say("media"),
    "memory": say("memory"),
    "minor": say("minor"),
    "more than": say("more than"),
    "narrower-than": say("narrower than"),
    "new-evidence": say("new evidence"),
    "no-reply": say("no reply"),
    "not-possible": say("not possible"),
    "not-seen": say("not seen"),
    "own-error": say("own error"),
    "per-year": say("per year"),
    "position": say("position"),
    "prediction": say("prediction"),
    "primary": say("primary"),
    "promise": say("promise"),
    "quantity": say("quantity"),
    "quotation": say("quotation"),
    "reader": say("reader"),
    "refutes": say("refutes"),
    "repeats": say("repeats"),
    "replied": say("replied"),
    "said": say("said"),
    "same-topic": say("same topic"),
    "secondary": say("secondary"),
    "source-changed": say("source changed"),
    "stock": say("stock"),
    "substantial": say("substantial"),
    "supersedes": say("supersedes"),
    "supports": say("supports"),
    "term": say("term"),
    "translation": say("translation"),
    "unclear": say("unclear"),
    "unsafe": say("unsafe"),
    "update": say("update"),
    "variant-of": say("variant of"),
}

OF_A_LIST = frozenset({
    ("Claim", "aspect"), ("Claim", "kind"), ("Correction", "cause"), ("Correction", "class_"), ("Dispute", "about"), ("Evidence", "level"),
    ("Evidence", "seen"), ("Evidence", "stance"), ("Letter", "about"), ("Letter", "outcome"), ("Quantity", "comparator"),
    ("Quantity", "counts"), ("Relation", "kind"), ("Source", "level"), ("Source", "seen"),
})  # fmt: skip
"""The fields whose words these are, by class and name."""


def word(of_a_list: str) -> str:
    """Return a word of a closed list as a phrase; the word itself where it is none of those that people say otherwise."""
    return _WORDS.get(of_a_list, of_a_list)
