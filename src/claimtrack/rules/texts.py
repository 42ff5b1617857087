"""CT1xx, fourth part: texts in several languages, and what cannot be seen in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claimtrack.anchoring.lookalikes import disguised_word, mixed_word, unseen
from claimtrack.anchoring.numbers import differing_numbers
from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import NOTHING, Phrase, Row, all_of, one_of, quoted, say
from claimtrack.project import Project
from claimtrack.records.parts import BeyondLatin
from claimtrack.records.text import UNNAMED, Text
from claimtrack.rules.citations import cited_in
from claimtrack.rules.readers import is_for_readers
from claimtrack.rules.rule import part_rule, rule
from claimtrack.rules.suggestions import did_you_mean

_SHOWN = 5
_COMPARED = 20
"""How many languages of a text are held against each other."""
_SCRIPTS = {"Cyrillic": say("Cyrillic"), "Greek": say("Greek")}


@part_rule("CT121", "language-not-of-the-desk", Severity.WARNING, Text)
def language_not_of_the_desk(project: Project, file: str, path: RecordPath, text: Text) -> Iterator[Remark]:
    """A text is written in a language that the desk does not publish in.

    Reason: Most often the tag is mistyped, and then the text is missing in the language that it is in: readers of that language see
        another one, or nothing.
    Remedy: Correct the tag, or add the language to `languages` in the desk record.

    Bad:
        statement:
          en: In January 2026 the old bridge of Alderford carried twice as many lorries as in January 2025.
          da: Im Januar 2026 fuhren über die alte Brücke von Alderford doppelt so viele Lastwagen wie im Januar 2025.  # here

    Good:
        statement:
          en: In January 2026 the old bridge of Alderford carried twice as many lorries as in January 2025.
          de: Im Januar 2026 fuhren über die alte Brücke von Alderford doppelt so viele Lastwagen wie im Januar 2025.
    """
    languages = project.desk.languages
    for tag in text.by_language:
        if tag and tag not in languages:
            message = say("‘{tag}’ is no language of this desk; expected {languages}", tag=tag, languages=one_of(languages))
            yield Remark(file, (*path, tag), message, _nearest_language(tag, languages), key=True)


@part_rule("CT122", "invisible-character", Severity.WARNING, BeyondLatin)
def invisible_character(_: Project, file: str, path: RecordPath, text: str) -> Iterator[Remark]:
    r"""A text holds a character that nobody sees.

    Reason: Two texts that look the same are then different: a search does not find the words, a quote does not match, and a name is not the
        name it seems to be. The joiners of Arabic, Persian, Indic scripts and emoji are not meant.
    Remedy: Write the word once more by hand. Such characters usually come in by copying from a web page or a PDF file.

    Bad:
        headline: "620 lor\u200Bries a day"  # here

    Good:
        headline: 620 lorries a day
    """
    if found := unseen(text):
        place, name = found[0]
        before = text[max(place - 20, 0) : place].strip()
        where = say("behind ‘{before}’", before=before) if before else say("at the beginning")
        more = say(", and {n} more", n=len(found) - 1) if len(found) > 1 else NOTHING
        message = say("the text holds an invisible character, {name}, {where}{more}", name=name, where=where, more=more)
        yield Remark(file, path, message, say("write the word once more by hand"))


@part_rule("CT123", "mixed-scripts", Severity.WARNING, BeyondLatin)
def mixed_scripts(_: Project, file: str, path: RecordPath, text: str) -> Iterator[Remark]:
    r"""A word mixes Latin letters with letters of another script that look like them.

    Reason: A Cyrillic а in a Latin name makes another name that looks the same. That is how one outlet is passed off as another, and a
        search for the name does not find it.
    Remedy: Write the word once more by hand, in one script.

    Bad:
        claimant: {name: "Rike H\u043Elm", role: Councillor}  # here

    Good:
        claimant: {name: Rike Holm, role: Councillor}
    """
    if mixed := mixed_word(text):
        message = say(
            "the word ‘{word}’ mixes Latin letters such as U+{latin} and {script} ones such as U+{letter}",
            word=mixed.word,
            latin=f"{ord(mixed.latin):04X}",
            script=_SCRIPTS[mixed.script],
            letter=f"{ord(mixed.letter):04X}",
        )
        yield Remark(file, path, message, say("write the word once more by hand, in one script"))


@part_rule("CT124", "numbers-differ", Severity.WARNING, Text)
def numbers_differ(project: Project, file: str, path: RecordPath, text: Text) -> Iterator[Remark]:
    """Two languages of one text give different numbers.

    Reason: Usually one language was corrected and the other forgotten. Readers are then told two different things.
    Remedy: Find out which number is right and correct the other one. A number that only one language has belongs into the other one too,
        unless it says the same in words. Of several languages, the one is named that disagrees with most of the others.

    Bad:
        headline:
          en: 620 lorries a day, not 310 as a year before
          de: 260 Lastwagen am Tag und nicht mehr 310 wie im Jahr davor  # here

    Good:
        headline:
          en: 620 lorries a day, not 310 as a year before
          de: 620 Lastwagen am Tag und nicht mehr 310 wie im Jahr davor
    """
    if len(text.by_language) == 1:
        return
    reference = project.desk.reference_language
    for tag, other, only_other, only_this in _odd_ones_out(text, reference):
        if only_other and only_this:
            message = say(
                "the numbers differ between the languages; only {first} has {numbers}, only {other} has {others}",
                first=other or reference,
                numbers=_listed(only_other),
                other=tag or reference,
                others=_listed(only_this),
            )
            hint = say("correct the one that is wrong")
        else:
            having, numbers = (other, only_other) if only_other else (tag, only_this)
            message = say(
                "the numbers differ between the languages; only {language} has {numbers}",
                language=having or reference,
                numbers=_listed(numbers),
            )
            hint = say("give the number in every language, or in none")
        yield Remark(file, (*path, tag) if tag else path, message, hint)


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
            if any(claim.cited(one) is None for one in {*here} ^ {*there}):
                continue  # a citation of nothing is told by itself, and what it should be nobody knows
            missing, added = [one for one in here if one not in there], [one for one in there if one not in here]
            if missing or added:
                yield Remark(
                    project.file_of("claim", claim.id),
                    ("verdict", "rationale", tag),
                    say("the languages cite different evidence; {only}", only=_only(first or reference, missing, tag, added)),
                    say("cite the same evidence in all languages"),
                )


@part_rule("CT126", "reference-language-missing", Severity.WARNING, Text)
def reference_language_missing(project: Project, file: str, path: RecordPath, text: Text) -> Iterator[Remark]:
    """A text for readers is missing in the desk's first language.

    Reason: The first language is the reference wording: the other languages are held against it, and readers of a language that a text is
        missing in are shown this one. Without it they are shown whatever there is. A claim is asked for it when its status demands all
        languages or when it is published, an article and a source when such a claim is taken from them or rests on them.
    Remedy: Write the text in the first language too. Where it is in that language already, correct the tag.

    Bad:
        --- desk.yaml
        topics:
          traffic: {de: Verkehr}  # here
          budget: {en: Budget, de: Haushalt}

    Good:
        --- desk.yaml
        topics:
          traffic: {en: Traffic, de: Verkehr}
          budget: {en: Budget, de: Haushalt}
    """
    reference, *others = project.desk.languages
    given = text.by_language
    if UNNAMED in given or reference in given or not all(tag in others for tag in given):
        return
    if is_for_readers(project, file, path):
        message = say(
            "the text is given in {given} and not in {reference}, the desk's first language", given=all_of(given), reference=reference
        )
        yield Remark(file, path, message, say("write it in {reference} too", reference=reference))


@part_rule("CT127", "disguised-word", Severity.WARNING, BeyondLatin)
def disguised_word_among_latin_ones(_: Project, file: str, path: RecordPath, text: str) -> Iterator[Remark]:
    r"""A word among Latin ones looks Latin too, and all of its letters are of another script.

    Reason: Readers see one word and a search sees another. A name can be passed off in this way, and a quote that was copied so is not
        found in the text. Texts in Cyrillic or Greek, words from them that nobody takes for Latin ones, and words in capitals such as the
        abbreviation ТАСС are not meant.
    Remedy: Write the word once more by hand. Put a word that is meant to be foreign beside its transcription.

    Bad:
        claimant: {name: "\u0421\u043E\u0440\u0435 Holm", role: Councillor}  # here

    Good:
        claimant: {name: Cope Holm, role: Councillor}
    """
    if disguised := disguised_word(text):
        message = say(
            "the word ‘{word}’ looks Latin, and all of its letters are {script}, such as U+{letter}",
            word=disguised.word,
            script=_SCRIPTS[disguised.script],
            letter=f"{ord(disguised.letter):04X}",
        )
        yield Remark(file, path, message, say("write the word once more by hand"))


def _nearest_language(tag: str, languages: tuple[str, ...]) -> Phrase:
    """Return what to do about a tag: two letters in a wrong order and another region are known for what they are."""
    for language in languages:
        if sorted(language) == sorted(tag) or language.partition("-")[0] == tag.partition("-")[0]:
            return did_you_mean(language)
    return say("correct the tag, or add the language to `languages` in the desk record")


def _odd_ones_out(text: Text, reference: str) -> Iterator[tuple[str, str, list[str], list[str]]]:
    """Yield the languages whose numbers differ from those of others, until all that are left agree; first who differs from most.

    Each comes with one that it differs from, the numbers that only that one has, and those that only itself has. Of two that differ from
    equally many, it is the later one.
    """
    texts = list(text.by_language.items())[:_COMPARED]
    differing: dict[tuple[int, int], tuple[list[str], list[str]]] = {}
    for later in range(1, len(texts)):
        for earlier in range(later):
            (one, words), (other, others) = texts[earlier], texts[later]
            found = differing_numbers(words, others, (one or reference, other or reference))
            if found != ([], []):
                differing[earlier, later] = found
    while differing:
        odd = Counter(place for pair in differing for place in pair)
        place = max(odd, key=lambda one: (odd[one], one))
        earlier, later = min(pair for pair in differing if place in pair)
        only_earlier, only_later = differing[earlier, later]
        if place == later:
            yield texts[later][0], texts[earlier][0], only_earlier, only_later
        else:
            yield texts[earlier][0], texts[later][0], only_later, only_earlier
        differing = {pair: found for pair, found in differing.items() if place not in pair}


def _only(first: str, missing: list[str], other: str, added: list[str]) -> Phrase:
    """Say what only one of two languages cites."""
    if missing and added:
        both = {"missing": _listed(missing), "added": _listed(added)}
        return say("only {first} cites {missing}, only {other} cites {added}", first=first, other=other, **both)
    return say("only {language} cites {cited}", language=first if missing else other, cited=_listed(missing or added))


def _listed(words: list[str]) -> Phrase:
    shown = Row(quoted(words[:_SHOWN]))
    return say("{words} and {n} more", words=shown, n=len(words) - _SHOWN) if len(words) > _SHOWN else say("{words}", words=shown)


RULES = (
    language_not_of_the_desk,
    invisible_character,
    mixed_scripts,
    numbers_differ,
    citations_differ,
    reference_language_missing,
    disguised_word_among_latin_ones,
)
"""The rules of this part of the family, in the order of their codes."""
