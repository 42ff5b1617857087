"""CT1xx, third part: names that nobody can tell apart by eye."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator

from claimtrack.anchoring.lookalikes import disguised_word, looks, mixed_word, unseen, written_alike
from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, say
from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.records.source import Source
from claimtrack.records.speaker import Speaker
from claimtrack.records.text import Text
from claimtrack.rules.rule import rule

_IN_OTHER_LETTERS = frozenset(
    {"ab", "ba", "be", "bg", "ce", "cv", "el", "hy", "kk", "ky", "mk", "mn", "os", "ru", "sah", "sr", "tg", "tt", "uk"}
)
"""Languages that are written in Cyrillic, Greek or Armenian letters."""
_SCRIPTS = frozenset({"cyrl", "grek", "armn"})

_Name = tuple[str, RecordPath, str, bool]
"""The file and path of a name, the name, and whether letters of another script are at home in it."""
_Given = tuple[str, RecordPath, Text | str | None, str | None]
"""The file and path of a name as the record gives it, and the language of what it names, where it has one."""


@rule("CT110", "look-alike-names", Severity.WARNING)
def look_alike_names(project: Project) -> Iterator[Remark]:
    r"""Two names of the desk look the same and are written with different characters.

    Reason: A capital I passes for a small l, a Cyrillic С for a Latin C. Readers see one person or one outlet where the records have two:
        one is counted as two independent sources, a search finds half, and an outlet can be passed off as another. Names in Cyrillic, Greek
        or Armenian are at home in texts of such languages and are then not held against Latin ones.
    Remedy: Write both names in the same way. If they are really two, tell them apart by more than that.

    Bad:
        letters:
          - {to: Rike HoIm (invented), about: claim, on: 2026-02-10, until: 2026-02-14, outcome: replied, reply: holm-letter}  # here

    Good:
        letters:
          - {to: Rike Holm (invented), about: claim, on: 2026-02-10, until: 2026-02-14, outcome: replied, reply: holm-letter}
    """
    seen: set[str] = set()
    by_look: dict[str, _Name] = {}
    for one in _names(project):
        file, path, name, at_home = one
        if name in seen:
            continue
        seen.add(name)
        if _is_told_elsewhere(name):
            continue
        alike = written_alike(name)
        other_file, other_path, other, _ = by_look.setdefault(looks(alike, across_scripts=not at_home), one)
        if written_alike(other) != alike:
            here, there = _first_difference(name, other)
            message = say("‘{name}’ looks like ‘{other}’, with {here} in place of {there}", name=name, other=other, here=here, there=there)
            related = ((other_file, other_path, say("the other one is here")),)
            yield Remark(file, path, message, say("write both in the same way"), related=related)


def _first_difference(name: str, other: str) -> tuple[str | Phrase, ...]:
    """Return the first code points in which two names differ."""
    pair = next((one, two) for one, two in itertools.zip_longest(name, other) if one != two)
    return tuple(f"U+{ord(one):04X}" if one else say("nothing") for one in pair)


def _is_told_elsewhere(name: str) -> bool:
    """Say whether other rules have something to say about the characters of a name."""
    return not name.isascii() and bool(unseen(name) or mixed_word(name) or disguised_word(name))


def _names(project: Project) -> Iterator[_Name]:
    """Yield every name of a person, an outlet or a body, the desk's own first."""
    reference = project.desk.reference_language
    for file, path, name, language in _given(project):
        if isinstance(name, str):
            yield file, path, name, _is_at_home(language or reference)
        elif name is not None:
            known = language is not None and _is_at_home(language)
            for tag, words in name.by_language.items():
                yield file, (*path, tag) if tag else path, words, known or _is_at_home(tag or reference)


@functools.cache
def _is_at_home(language: str) -> bool:
    """Say whether letters that look like Latin ones and are not are at home in a language."""
    first, *subtags = language.lower().split("-")
    return first in _IN_OTHER_LETTERS or not _SCRIPTS.isdisjoint(subtags)


def _given(project: Project) -> Iterator[_Given]:
    desk = project.desk
    yield project.desk_file, ("publisher", "name"), desk.publisher.name, None
    yield from ((project.desk_file, ("people", one, "shown"), person.shown, None) for one, person in desk.people.items())
    yield from ((project.desk_file, ("origins", one, "name"), origin.name, None) for one, origin in desk.origins.items())
    for article in project.articles.values():
        file = project.file_of("article", article.id)
        yield file, ("publisher",), article.publisher, article.language
        yield from ((file, ("authors", place), author, article.language) for place, author in enumerate(article.authors))
    for source in project.sources.values():
        yield from _of_source(project.file_of("source", source.id), (source.id,), source)
    for claim in project.claims.values():
        yield from _of_claim(project.file_of("claim", claim.id), claim)


def _of_source(file: str, within: RecordPath, source: Source) -> Iterator[_Given]:
    yield file, (*within, "publisher"), source.publisher, source.language
    yield file, (*within, "author"), source.author, source.language


def _of_claim(file: str, claim: Claim) -> Iterator[_Given]:
    for key, speaker in (("claimant", claim.claimant), ("attributed_to", claim.attributed_to)):
        if isinstance(speaker, Speaker):
            yield file, (key, "name"), speaker.name, None
            yield file, (key, "affiliation"), speaker.affiliation, None
    for place, appearance in enumerate(claim.appearances):
        yield file, ("appearances", place, "publisher"), appearance.publisher, None
    for place, link in enumerate(claim.chain):
        yield file, ("chain", place, "who"), link.who, link.language
    for place, letter in enumerate(claim.letters):
        yield file, ("letters", place, "to"), letter.to, None
    for place, evidence in enumerate(claim.evidence):
        if isinstance(evidence.source, Source):
            yield from _of_source(file, ("evidence", place, "source"), evidence.source)
    for place, dispute in enumerate(claim.disputes):
        yield file, ("disputes", place, "who"), dispute.who, None


RULES = (look_alike_names,)
"""The rules of this part of the family, in the order of their codes."""
