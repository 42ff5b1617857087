"""CT8xx, second part: the scale of the desk."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import Phrase, all_of, say
from claimtrack.project import Project
from claimtrack.records.scale import Rating
from claimtrack.records.text import Text
from claimtrack.rules.rule import rule


@rule("CT811", "undefined-rating", Severity.ERROR)
def undefined_rating(project: Project) -> Iterator[Remark]:
    """A rating of the desk's own scale has no label or no definition in a language of the desk.

    Reason: Readers of that language see a rating in a foreign language, or without what it means.
    Remedy: Write label and definition in all languages of the desk.
    Clause: efcsn-ratings

    Bad:
        --- desk.yaml
        scale:
          name: alderford
          version: 1
          ratings:
            - {id: supported, number: 2, label: {en: Supported, de: Belegt}, definition: {en: It is so.}}  # here
            - {id: refuted, number: 1, label: {en: Refuted, de: Widerlegt}, definition: {en: It is not so., de: Es ist nicht so.}}

    Good:
        --- desk.yaml
        scale:
          name: alderford
          version: 1
          ratings:
            - {id: supported, number: 2, label: {en: Supported, de: Belegt}, definition: {en: It is so., de: Es ist so.}}
            - {id: refuted, number: 1, label: {en: Refuted, de: Widerlegt}, definition: {en: It is not so., de: Es ist nicht so.}}
    """
    for place, rating in enumerate(_ratings(project)):
        if lacking := _lacking(project, rating.label):
            yield Remark(
                project.desk_file,
                ("scale", "ratings", place, "label"),
                say(
                    "the label of the rating ‘{rating}’ is missing in {languages}; expected all languages of the desk",
                    rating=rating.id,
                    languages=lacking,
                ),
                say("add the label in {languages}", languages=lacking),
            )
        if lacking := _lacking(project, rating.definition):
            yield Remark(
                project.desk_file,
                ("scale", "ratings", place, "definition"),
                say(
                    "the definition of the rating ‘{rating}’ is missing in {languages}; expected all languages of the desk",
                    rating=rating.id,
                    languages=lacking,
                ),
                say("add the definition in {languages}", languages=lacking),
            )


@rule("CT812", "preset-in-other-languages", Severity.WARNING)
def preset_in_other_languages(project: Project) -> Iterator[Remark]:
    """The scale that the desk takes by name has no words in one of its languages.

    Reason: Readers of that language see labels and definitions in another one.
    Remedy: Write the scale out in the desk record, under a name of your own, with labels and definitions in all languages.
    Clause: efcsn-ratings

    Bad:
        --- desk.yaml
        languages: [en, de, fr]
        scale: six-step@1  # here

    Good:
        --- desk.yaml
        languages: [en, de]
        scale: six-step@1
    """
    if not isinstance(project.desk.scale, str) or project.scale is None:
        return
    if lacking := _lacking(project, project.scale.ratings[0].definition):
        message = say(
            "the scale {scale} has no words in {languages}; readers see those of another language",
            scale=project.scale.id,
            languages=lacking,
        )
        yield Remark(project.desk_file, ("scale",), message, say("write the scale out with labels and definitions in all languages"))


@rule("CT813", "ambiguous-rating", Severity.ERROR)
def ambiguous_rating(project: Project) -> Iterator[Remark]:
    """Two ratings of a scale have the same id or the same number.

    Reason: A verdict with that id could be either. In markup a number stands for one rating, the higher the truer; with two for one number,
        readers of the markup cannot tell them apart.
    Remedy: Give each rating an id and a number of its own, or leave the number out where a rating is not on the axis.
    Clause: google-scale

    Bad:
        --- desk.yaml
        scale:
          name: alderford
          version: 1
          ratings:
            - {id: supported, number: 2, label: {en: Supported, de: Belegt}, definition: {en: It is so., de: Es ist so.}}
            - {id: refuted, number: 2, label: {en: Refuted, de: Widerlegt}, definition: {en: It is not so., de: Es ist nicht so.}}  # here

    Good:
        --- desk.yaml
        scale:
          name: alderford
          version: 1
          ratings:
            - {id: supported, number: 2, label: {en: Supported, de: Belegt}, definition: {en: It is so., de: Es ist so.}}
            - {id: refuted, number: 1, label: {en: Refuted, de: Widerlegt}, definition: {en: It is not so., de: Es ist nicht so.}}
    """
    for field in ("id", "number"):
        seen: dict[str | int, int] = {}
        for place, rating in enumerate(_ratings(project)):
            value = getattr(rating, field)
            if value is not None and seen.setdefault(value, place) != place:
                message, hint = (
                    (say("two ratings have the id ‘{id}’; expected another one for each", id=value), say("give one of them another id"))
                    if field == "id"
                    else (
                        say("two ratings have the number {number}; expected another one for each", number=value),
                        say("give one of them another number"),
                    )
                )
                first = (project.desk_file, ("scale", "ratings", seen[value], field), say("first used here"))
                yield Remark(project.desk_file, ("scale", "ratings", place, field), message, hint, related=(first,))


@rule("CT814", "scale-without-ratings", Severity.ERROR)
def scale_without_ratings(project: Project) -> Iterator[Remark]:
    """The desk's own scale has no ratings.

    Reason: No claim can have a verdict.
    Remedy: Write the ratings out, or take a scale by its name.
    Clause: efcsn-ratings

    Bad:
        --- desk.yaml
        scale: {name: alderford, version: 1, ratings: []}  # here
        --- town/example.yaml
        verdict: ~
        so_far:
          en: The councillor names two numbers.
          de: Die Stadträtin nennt zwei Zahlen.

    Good:
        --- desk.yaml
        scale: six-step@1
    """
    if not isinstance(project.desk.scale, str) and not project.desk.scale.ratings:
        message = say("the scale has no ratings; expected at least one")
        yield Remark(project.desk_file, ("scale", "ratings"), message, say("write the ratings out, or take a scale by its name"))


@rule("CT815", "repeated-label", Severity.ERROR)
def repeated_label(project: Project) -> Iterator[Remark]:
    """Two ratings of a scale have the same label in one language.

    Reason: Readers and markup get the label; with one label for two ratings, nobody can tell which of them a check has.
    Remedy: Give each rating a label of its own, in every language.
    Clause: efcsn-ratings

    Bad:
        --- desk.yaml
        scale:
          name: alderford
          version: 1
          ratings:
            - {id: supported, number: 3, label: {en: Supported, de: Belegt}, definition: {en: It is so., de: Es ist so.}}
            - {id: partly, number: 2, label: {en: Partly, de: Belegt}, definition: {en: Part is so., de: Ein Teil ist so.}}  # here
            - {id: refuted, number: 1, label: {en: Refuted, de: Widerlegt}, definition: {en: It is not so., de: Es ist nicht so.}}

    Good:
        --- desk.yaml
        scale:
          name: alderford
          version: 1
          ratings:
            - {id: supported, number: 3, label: {en: Supported, de: Belegt}, definition: {en: It is so., de: Es ist so.}}
            - {id: partly, number: 2, label: {en: Partly, de: Teilweise}, definition: {en: Part is so., de: Ein Teil ist so.}}
            - {id: refuted, number: 1, label: {en: Refuted, de: Widerlegt}, definition: {en: It is not so., de: Es ist nicht so.}}
    """
    first: dict[tuple[str, str], int] = {}
    for place, rating in enumerate(_ratings(project)):
        for tag, label in rating.label.by_language.items():
            language = tag or project.desk.reference_language
            before = first.setdefault((language, " ".join(label.casefold().split())), place)
            if before != place:
                message = say(
                    "two ratings have the label ‘{label}’ in {language}; expected another one for each", label=label, language=language
                )
                there = (project.desk_file, ("scale", "ratings", before, "label"), say("first used here"))
                hint = say("give one of them another label")
                yield Remark(project.desk_file, ("scale", "ratings", place, "label"), message, hint, related=(there,))


def _ratings(project: Project) -> tuple[Rating, ...]:
    """Return the ratings of the desk's own scale; none where it took one by name."""
    return () if isinstance(project.desk.scale, str) else project.desk.scale.ratings


def _lacking(project: Project, text: Text) -> Phrase | None:
    """Name the languages of the desk that a text is not in; None where it is in all of them."""
    lacking = text.missing(project.desk.languages, project.desk.reference_language)
    return all_of(lacking) if lacking else None


RULES = (undefined_rating, preset_in_other_languages, ambiguous_rating, scale_without_ratings, repeated_label)
"""The rules of this part of the family, in the order of their codes."""
