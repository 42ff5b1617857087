"""CT1xx, fourth part: texts in several languages, and what cannot be seen in them."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.anchoring.lookalikes import mixed_word, unseen
from claimtrack.anchoring.numbers import differing_numbers
from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.project import Project
from claimtrack.records.text import Text
from claimtrack.rules.citations import cited_in
from claimtrack.rules.records import parts_in
from claimtrack.rules.rule import rule

_SHOWN = 5


@rule("CT121", "language-not-of-the-desk", Severity.WARNING)
def language_not_of_the_desk(project: Project) -> Iterator[Remark]:
    """A text is written in a language that the desk does not publish in.

    Reason: Most often the tag is mistyped, and then the text is missing in the language that it is in: readers of that language see
        another one, or nothing.
    Remedy: Correct the tag, or add the language to `languages` in the desk record.

    Bad:
        statement:
          en: In January 2026 the old bridge of Alderford carried twice as many lorries as in January 2025.
          ed: Im Januar 2026 fuhren über die alte Brücke von Alderford doppelt so viele Lastwagen wie im Januar 2025.  # here

    Good:
        statement:
          en: In January 2026 the old bridge of Alderford carried twice as many lorries as in January 2025.
          de: Im Januar 2026 fuhren über die alte Brücke von Alderford doppelt so viele Lastwagen wie im Januar 2025.
    """
    languages = project.desk.languages
    for file, path, text in parts_in(project, Text):
        for tag in text.by_language:
            if tag and tag not in languages:
                yield Remark(
                    file,
                    (*path, tag),
                    f"‘{tag}’ is no language of this desk; expected {' or '.join(languages)}",
                    _nearest_language(tag, languages),
                    key=True,
                )


@rule("CT122", "invisible-character", Severity.WARNING)
def invisible_character(project: Project) -> Iterator[Remark]:
    r"""A text holds a character that nobody sees.

    Reason: Two texts that look the same are then different: a search does not find the words, a quote does not match, and a name is not the
        name it seems to be. The joiners of Arabic, Persian, Indic scripts and emoji are not meant.
    Remedy: Write the word once more by hand. Such characters usually come in by copying from a web page or a PDF file.

    Bad:
        headline: "620 lor\u200Bries a day"  # here

    Good:
        headline: 620 lorries a day
    """
    for file, path, text in _beyond_ascii(project):
        if found := unseen(text):
            place, name = found[0]
            before = text[max(place - 20, 0) : place].strip()
            where = f"behind ‘{before}’" if before else "at the beginning"
            more = f", and {len(found) - 1} more" if len(found) > 1 else ""
            yield Remark(file, path, f"the text holds an invisible character, {name}, {where}{more}", "write the word once more by hand")


@rule("CT123", "mixed-scripts", Severity.WARNING)
def mixed_scripts(project: Project) -> Iterator[Remark]:
    r"""A word mixes Latin letters with letters of another script that look like them.

    Reason: A Cyrillic а in a Latin name makes another name that looks the same. That is how one outlet is passed off as another, and a
        search for the name does not find it.
    Remedy: Write the word once more by hand, in one script.

    Bad:
        claimant: {name: "Rike H\u043Elm", role: Councillor}  # here

    Good:
        claimant: {name: Rike Holm, role: Councillor}
    """
    for file, path, text in _beyond_ascii(project):
        if mixed := mixed_word(text):
            word, script = mixed
            message = f"the word ‘{word}’ mixes Latin and {script} letters"
            yield Remark(file, path, message, "write the word once more by hand, in one script")


@rule("CT124", "numbers-differ", Severity.WARNING)
def numbers_differ(project: Project) -> Iterator[Remark]:
    """Two languages of one text give different numbers.

    Reason: Usually one language was corrected and the other forgotten. Readers are then told two different things.
    Remedy: Find out which number is right and correct the other one.

    Bad:
        headline:
          en: 620 lorries a day, not 310 as a year before
          de: 260 Lastwagen am Tag und nicht mehr 310 wie im Jahr davor  # here

    Good:
        headline:
          en: 620 lorries a day, not 310 as a year before
          de: 620 Lastwagen am Tag und nicht mehr 310 wie im Jahr davor
    """
    reference = project.desk.reference_language
    for file, path, text in parts_in(project, Text):
        if len(text.by_language) > 1:
            (first, words), *others = text.by_language.items()
            for tag, other in others:
                only_first, only_other = differing_numbers(words, other)
                if only_first:
                    only = f"only {first or reference} has {_listed(only_first)}, only {tag} has {_listed(only_other)}"
                    yield Remark(file, (*path, tag), f"the numbers differ between the languages; {only}", "correct the one that is wrong")


@rule("CT125", "citations-differ", Severity.WARNING)
def citations_differ(project: Project) -> Iterator[Remark]:
    """Two languages of a reasoning cite different evidence.

    Reason: Usually one language was corrected and the other forgotten. Readers of one language are then not told what the verdict rests on.
    Remedy: Cite the same evidence in all languages, or say the missing sentence in the other language too.

    Bad:
        verdict:
          rating: supported
          summary: The Roads Office counted twice as many lorries as a year before.
          rationale:
            en: The Roads Office counted 620 lorries a day [@count-2026] and 310 a year before [@count-2025].
            de: Das Straßenamt zählte 620 Lastwagen am Tag [@count-2026] und im Jahr davor 310.  # here

    Good:
        verdict:
          rating: supported
          summary: The Roads Office counted twice as many lorries as a year before.
          rationale:
            en: The Roads Office counted 620 lorries a day [@count-2026] and 310 a year before [@count-2025].
            de: Das Straßenamt zählte 620 Lastwagen am Tag [@count-2026] und im Jahr davor 310 [@count-2025].
    """
    reference = project.desk.reference_language
    for claim in project.claims.values():
        rationale = claim.verdict.rationale if claim.verdict else None
        if rationale is None or len(rationale.by_language) < 2:  # noqa: PLR2004  (nothing to compare)
            continue
        (first, words), *others = rationale.by_language.items()
        for tag, other in others:
            here, there = cited_in(words), cited_in(other)
            missing, added = [one for one in here if one not in there], [one for one in there if one not in here]
            only = [f"only {who} cites {_listed(what)}" for who, what in ((first or reference, missing), (tag, added)) if what]
            if only:
                yield Remark(
                    project.file_of("claim", claim.id),
                    ("verdict", "rationale", tag),
                    f"the languages cite different evidence; {', '.join(only)}",
                    "cite the same evidence in all languages",
                )


def _beyond_ascii(project: Project) -> Iterator[tuple[str, RecordPath, str]]:
    """Yield every text that is not all ASCII; in one that is, everything can be seen for what it is."""
    return (one for one in parts_in(project, str) if not one[2].isascii())


def _nearest_language(tag: str, languages: tuple[str, ...]) -> str:
    """Return what to do about a tag: two letters in a wrong order and another region are known for what they are."""
    for language in languages:
        if sorted(language) == sorted(tag) or language.partition("-")[0] == tag.partition("-")[0]:
            return f"did you mean ‘{language}’?"
    return "correct the tag, or add the language to `languages` in the desk record"


def _listed(words: list[str]) -> str:
    return ", ".join(f"‘{word}’" for word in words[:_SHOWN]) + (f" and {len(words) - _SHOWN} more" if len(words) > _SHOWN else "")


RULES = (language_not_of_the_desk, invisible_character, mixed_scripts, numbers_differ, citations_differ)
"""The rules of this part of the family, in the order of their codes."""
