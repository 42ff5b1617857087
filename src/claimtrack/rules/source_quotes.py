"""CT2xx: what evidence quotes, held against the desk's own copies of its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from claimtrack.anchoring.folding import Folded
from claimtrack.anchoring.quotes import QuotedText
from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, say
from claimtrack.project import Project
from claimtrack.records.passage import Quote
from claimtrack.records.source import Source
from claimtrack.rules.rule import rule

_MOST_COMPARISONS = 20
_SHOWN = 120
_OWN_WORDS = re.compile(r"\[[^\[\]]{0,100}\]")
"""What a quote has in square brackets is the desk's own."""


@rule("CT240", "evidence-quote-not-in-copy", Severity.WARNING)
def evidence_quote_not_in_copy(project: Project) -> Iterator[Remark]:
    """The words that evidence quotes do not stand in the desk's copy of its source.

    Reason: The copy is what shows later that the source said so. Where the words are not in it, the quote was changed, or the copy is of
        another page, or of another day. Only copies that are texts or web pages can be searched; scripts that build a page are not run.
    Remedy: Copy the words from the source, or put a copy below `archives/` that has them. Blanks, line breaks, quotation marks and dashes
        do not matter here, nor what stands in square brackets. What you leave out is written as ` … `.

    Bad:
        evidence:
          - {id: count-2026, source: bridge-count, stance: supports}
          - {id: survey, source: haulier-survey, stance: supports, quote: Our members report three times as many crossings}  # here
        computed:
        letters:
        verdict:
        so_far: The hauliers report more crossings.
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          archives:
            - {provider: own, file: survey.html}
        --- archives/survey.html
        <p>Our members report about <b>twice</b> as many crossings as last winter.</p>

    Good:
        evidence:
          - {id: count-2026, source: bridge-count, stance: supports}
          - {id: survey, source: haulier-survey, stance: supports, quote: Our members report about twice as many crossings}
        computed:
        letters:
        verdict:
        so_far: The hauliers report more crossings.
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          archives:
            - {provider: own, file: survey.html}
        --- archives/survey.html
        <p>Our members report about <b>twice</b> as many crossings as last winter.</p>
    """
    comparisons = 0
    for cited in _cited(project):
        copies = tuple(_readable(project, cited))
        alike: dict[str, str] = {}
        for file, path, words in cited.quotes if copies else ():
            if any(_stands_in(words, copy, alike) for copy in copies):
                continue
            comparisons += 1
            hint = _nearest(words, copies[0].text) if comparisons <= _MOST_COMPARISONS else say("copy the words from the source")
            message = say("these words do not stand in the copy of the source, archives/{name}", name=copies[0].name)
            yield Remark(file, path, message, hint, related=((cited.file, copies[0].path, say("the copy")),))


@attrs.frozen
class _Cited:
    """A source that has copies, where it is recorded, and every quote that evidence takes from it."""

    source: Source
    file: str
    path: RecordPath
    quotes: list[tuple[str, RecordPath, str]] = attrs.field(factory=list)


@attrs.frozen
class _Copy:
    """A copy whose text is at hand, and where the record names it."""

    name: str
    path: RecordPath
    text: str


def _cited(project: Project) -> Iterator[_Cited]:
    """Yield every source that has copies and that evidence quotes from."""
    if not project.archives.files:
        return
    shared: dict[str, _Cited] = {}
    for claim in project.claims.values():
        for place, evidence in enumerate(claim.evidence):
            source = project.source_of(evidence)
            if evidence.quote is None or source is None or not source.archives:
                continue
            file = project.file_of("claim", claim.id)
            quote = (file, ("evidence", place, "quote"), evidence.quote)
            if not isinstance(evidence.source, str):
                yield _Cited(source, file, ("evidence", place, "source"), [quote])
                continue
            if source.id not in shared:
                shared[source.id] = _Cited(source, project.file_of("source", source.id), (source.id,))
            shared[source.id].quotes.append(quote)
    yield from shared.values()


def _readable(project: Project, cited: _Cited) -> Iterator[_Copy]:
    """Yield the copies of a source whose texts are at hand; one that is another file than was archived is told of elsewhere."""
    for place, archive in enumerate(cited.source.archives):
        found = project.archives.files.get(archive.file or "")
        if archive.file is not None and found is not None and found.text is not None and archive.sha256 in {None, found.sha256}:
            yield _Copy(archive.file, (*cited.path, "archives", place, "file"), found.text)


def _stands_in(words: str, copy: _Copy, alike: dict[str, str]) -> bool:
    """Say whether the stretches that are quoted stand in a copy, one behind the other."""
    stretches = [stretch.strip(" …") for part in Quote(exact=words).parts for stretch in _OWN_WORDS.split(part)]
    if _in_order(stretches, copy.text):
        return True
    if copy.name not in alike:
        alike[copy.name] = Folded(copy.text, alike=True).text
    return _in_order([Folded(stretch, alike=True).text for stretch in stretches], alike[copy.name])


def _in_order(stretches: list[str], text: str) -> bool:
    at = 0
    for stretch in stretches:
        found = text.find(stretch, at)
        if found < 0:
            return False
        at = found + len(stretch)
    return True


def _nearest(words: str, text: str) -> Phrase:
    passage = QuotedText(text).nearest(Quote(exact=words))
    if passage is None:
        return say("copy the words from the source; nothing in the copy comes near")
    one_line = " ".join(passage.words.split())
    return say("the nearest passage there is ‘{words}’", words=f"{one_line[:_SHOWN]}…" if len(one_line) > _SHOWN else one_line)


RULES = (evidence_quote_not_in_copy,)
"""The rules of this part of the family, in the order of their codes."""
