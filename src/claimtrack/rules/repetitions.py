"""CT1xx, second part: lists that name one thing twice."""

from __future__ import annotations

import itertools
from collections.abc import Hashable, Iterator, Sequence

from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, say
from claimtrack.project import Project
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim, Letter
from claimtrack.records.desk import Desk
from claimtrack.records.evidence import Evidence
from claimtrack.records.passage import Quote, Stretch
from claimtrack.records.source import Source
from claimtrack.records.text import Text
from claimtrack.rules.records import records_in
from claimtrack.rules.rule import rule

_List = tuple[RecordPath, Sequence[Hashable], Phrase | None]
"""Where a list stands, what tells its entries apart (None is like nothing else), and what an entry is called that has no name."""
_MOVE, _QUOTE, _APPEARANCE, _LETTER = say("this move"), say("the same quote of the same source"), say("this appearance"), say("this letter")
_SEARCH, _GAP, _RELATION, _DISPUTE = say("this search"), say("this gap"), say("this relation"), say("this dispute")
_CORRECTION, _PASSAGE, _PROBLEM = say("this correction"), say("this passage"), say("this problem")


@rule("CT109", "repeated-entry", Severity.WARNING)
def repeated_entry(project: Project) -> Iterator[Remark]:
    """A list names the same thing twice.

    Reason: Readers see it twice and take it for two. Usually something else was meant, which is now missing, or two people worked on the
        record and both added it. Two pieces of evidence are the same where they quote the same words of the same source and give the same
        number.
    Remedy: Delete one of the two, or write what was meant.

    Bad:
        topics: [traffic, traffic]  # here

    Good:
        topics: [traffic, budget]
    """
    for file, within, record in records_in(project):
        for path, entries, called in _lists(project, record):
            for first, again in _repeated(entries):
                yield Remark(
                    file,
                    (*within, *path, again),
                    _message(path, entries[again], called),
                    say("delete one of the two, or write what was meant"),
                    related=((file, (*within, *path, first), say("first named here")),),
                )
    yield from _letters_of_the_article(project)


def _letters_of_the_article(project: Project) -> Iterator[Remark]:
    """Yield a remark for every letter of a claim that its article records for all of its claims."""
    for claim in project.claims.values():
        article = project.article_of(claim) if claim.letters else None
        if article is None:
            continue
        known = article.for_all_claims.letters
        for place, letter in enumerate(claim.letters):
            if letter in known:
                first = ("for_all_claims", "letters", known.index(letter))
                yield Remark(
                    project.file_of("claim", claim.id),
                    ("letters", place),
                    say("this letter stands in the article too, for all of its claims; expected it once"),
                    say("delete it here"),
                    related=((project.file_of("article", article.id), first, say("first named here")),),
                )


def _repeated(entries: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """Yield for every entry that was there before the places of the first one and of itself."""
    if len(entries) < 2 or len(set(entries)) == len(entries):  # noqa: PLR2004  (nothing to compare)
        return
    known: dict[Hashable, int] = {}
    for place, entry in enumerate(entries):
        if entry is not None and known.setdefault(entry, place) != place:
            yield known[entry], place


def _message(path: RecordPath, entry: Hashable, called: Phrase | None) -> Phrase:
    if called is None:
        return say("`{field}` names ‘{entry}’ twice; expected each once", field=path[-1], entry=entry)
    return say("{entry} stands in the list twice; expected it once", entry=called)


def _lists(project: Project, record: Claim | Article | Source | Desk) -> Iterator[_List]:
    if isinstance(record, Claim):
        yield from _of_claim(record)
        if len(record.history) > 1:
            yield ("history",), _moves(project, record), _MOVE
    elif isinstance(record, Source):
        yield from _of_source(record, ())
    elif isinstance(record, Article):
        yield from _of_article(record)
    else:
        yield ("public_interest",), record.public_interest, None
        yield ("standards",), record.standards, None
        yield from ((("people", one, "may"), person.may, None) for one, person in record.people.items())


def _of_claim(claim: Claim) -> Iterator[_List]:
    yield ("authors",), claim.authors, None
    yield ("topics",), claim.topics, None
    yield ("former_ids",), claim.former_ids, None
    if len(claim.evidence) > 1:
        yield ("evidence",), [_same_words(one) for one in claim.evidence], _QUOTE
    yield from ((path, entries, None) for evidence in _sources_in(claim) for path, entries, _ in evidence)
    if claim.verdict is not None:
        yield ("verdict", "decided_by"), claim.verdict.decided_by, None
    yield from _of_events(claim)
    for place, question in enumerate(claim.questions):
        yield ("questions", place, "evidence"), question.evidence, None
    if claim.media_review is not None:
        yield ("media_review", "categories"), claim.media_review.categories, None


def _of_events(claim: Claim) -> Iterator[_List]:
    """Yield the lists of a claim whose entries have no name."""
    if len(claim.appearances) > 1:
        places = [(one.article, one.url, one.title, str(one.at), _words(one.quote)) for one in claim.appearances]
        yield ("appearances",), places, _APPEARANCE
    yield ("letters",), _letters(claim.letters), _LETTER
    if len(claim.searches) > 1:
        searches = [(one.on, one.by, _all(one.read), _all(one.for_), _all(one.found)) for one in claim.searches]
        yield ("searches",), searches, _SEARCH
    if len(claim.gaps) > 1:
        gaps = [one.wanted or (_all(one.what) if one.what else None) for one in claim.gaps]
        yield ("gaps",), gaps, _GAP
    if len(claim.relations) > 1:
        yield ("relations",), [(one.kind, one.target) for one in claim.relations], _RELATION
    if len(claim.disputes) > 1:
        yield ("disputes",), [(_all(one.who), _all(one.says)) for one in claim.disputes], _DISPUTE
    if len(claim.corrections) > 1:
        corrections = [(one.on, one.class_, one.cause, _all(one.notice)) for one in claim.corrections]
        yield ("corrections",), corrections, _CORRECTION


def _moves(project: Project, claim: Claim) -> Sequence[int]:
    """Number the moves of a claim; one that repeats the move before has its number.

    The same move may come again after another one, and where a status may not follow itself, that is told as a move that is not allowed.
    """
    if not any(before.to == after.to for before, after in itertools.pairwise(claim.history)):
        return ()  # as it nearly always is
    numbers: list[int] = []
    for place, move in enumerate(claim.history):
        status = project.status(move.to)
        is_told = status is not None and move.to not in status.moves
        again = place > 0 and move == claim.history[place - 1] and not is_told
        numbers.append(numbers[-1] if again else place)
    return numbers


def _sources_in(claim: Claim) -> Iterator[Iterator[_List]]:
    """Yield the lists of every source that is written out in a claim."""
    for place, evidence in enumerate(claim.evidence):
        if isinstance(evidence.source, Source):
            yield _of_source(evidence.source, ("evidence", place, "source"))


def _of_source(source: Source, within: RecordPath) -> Iterator[_List]:
    yield (*within, "cites"), source.cites, None
    yield (*within, "copies"), source.copies, None
    if len(source.archives) > 1:
        yield (*within, "archives"), [one.url or one.file for one in source.archives], None


def _of_article(article: Article) -> Iterator[_List]:
    yield ("authors",), article.authors, None
    yield ("for_all_claims", "letters"), _letters(article.for_all_claims.letters), _LETTER
    if len(article.not_checked) > 1:
        yield ("not_checked",), [(_words(one.quote), str(one.at)) for one in article.not_checked], _PASSAGE
    if len(article.problems) > 1:
        problems = [(one.category, _words(one.quote), str(one.at), _all(one.what)) for one in article.problems]
        yield ("problems",), problems, _PROBLEM


def _same_words(evidence: Evidence) -> Hashable:
    """Return what two pieces of evidence have in common that say the same; None where that cannot be known."""
    if evidence.quote is None or not isinstance(evidence.source, str):
        return None
    number = evidence.quantity
    return evidence.source, evidence.quote, (number.value, number.up_to, number.unit, number.as_of) if number else None


def _letters(letters: Sequence[Letter]) -> Sequence[Hashable]:
    return [(_all(one.to), one.about, one.on, one.reply) for one in letters] if len(letters) > 1 else ()


def _words(quote: Quote | None) -> tuple[str, Stretch | None, str | None] | None:
    return (quote.exact, quote.at, quote.prefix) if quote is not None else None


def _all(text: Text | None) -> Hashable:
    return tuple(text.by_language.items()) if text is not None else None


RULES = (repeated_entry,)
"""The rules of this part of the family, in the order of their codes."""
