"""CT2xx: what evidence quotes, held against the desk's own copies of its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from claimtrack.anchoring.quotes import QuotedText
from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, say
from claimtrack.project import Project
from claimtrack.records.passage import Quote
from claimtrack.records.source import Archive
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
    Clause: ifcn-3.1, efcsn-replicable

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
    texts: dict[str, QuotedText] = {}
    for quoted in _quoted(project):
        stretches = [stretch.strip(" …") for part in Quote(exact=quoted.words).parts for stretch in _OWN_WORDS.split(part)]
        for name, text in quoted.copies.items():
            texts.setdefault(name, QuotedText(text))
        if not any(texts[name].holds(stretches) for name in quoted.copies):
            comparisons += 1
            name = next(iter(quoted.copies))
            hint = _nearest(quoted.words, texts[name]) if comparisons <= _MOST_COMPARISONS else say("copy the words from the source")
            message = say("these words do not stand in the copy of the source, archives/{name}", name=name)
            yield Remark(quoted.file, quoted.path, message, hint, related=((*quoted.source, say("the copy")),))


@attrs.frozen
class _Quoted:
    """Words that evidence quotes, where they stand, where the source is recorded, and the texts of its copies by their names."""

    words: str
    file: str
    path: RecordPath
    source: tuple[str, RecordPath]
    copies: dict[str, str]


def _quoted(project: Project) -> Iterator[_Quoted]:
    """Yield every quote of evidence from a source of which a copy is at hand that is a text."""
    for claim in project.claims.values() if project.archives.files else ():
        for number, evidence in enumerate(claim.evidence):
            source = project.source_of(evidence)
            if evidence.quote is None or source is None or not source.archives:
                continue
            copies = {place: text for place, archive in enumerate(source.archives) if (text := _text_of(project, archive)) is not None}
            if copies:
                file = project.file_of("claim", claim.id)
                inline = not isinstance(evidence.source, str)
                record: tuple[str, RecordPath] = (
                    (file, ("evidence", number, "source")) if inline else (project.file_of("source", source.id), (source.id,))
                )
                first = (record[0], (*record[1], "archives", next(iter(copies)), "file"))
                texts = {source.archives[place].file or "": text for place, text in copies.items()}
                yield _Quoted(evidence.quote, file, ("evidence", number, "quote"), first, texts)


def _text_of(project: Project, archive: Archive) -> str | None:
    """Return the text of a copy; none where it is not at hand, or another file than was archived, which is told elsewhere."""
    found = project.archives.files.get(archive.file or "")
    return found.text if found is not None and (archive.sha256 is None or archive.sha256.lower() == found.sha256) else None


def _nearest(words: str, text: QuotedText) -> Phrase:
    passage = text.nearest(Quote(exact=words))
    if passage is None:
        return say("copy the words from the source; nothing in the copy comes near")
    one_line = " ".join(passage.words.split())
    return say("the nearest passage there is ‘{words}’", words=f"{one_line[:_SHOWN]}…" if len(one_line) > _SHOWN else one_line)


RULES = (evidence_quote_not_in_copy,)
"""The rules of this part of the family, in the order of their codes."""
