"""CT6xx, fifth part: what markup needs of the desk and of its scale."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from urllib.parse import urlsplit

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import Phrase, say
from claimtrack.project import Project
from claimtrack.records.scale import Rating
from claimtrack.rules.marked_up import marked_up
from claimtrack.rules.rule import rule
from claimtrack.urls import web_address

_LONGEST_LABEL = 40
"""The longest label, in characters; search results cut longer ones off."""
_LOWEST_NUMBER = 1


@rule("CT631", "no-site-for-markup", Severity.ERROR, "google")
def no_site_for_markup(project: Project) -> Iterator[Remark]:
    """The desk has no site under https, so that its claims get no markup.

    Reason: Markup names the page that it stands on, by an address on the desk's own site. Without the site no search engine and no archive
        of fact-checks learns of any check.
    Remedy: Write the address of the site under `publisher.url`, with https and nothing behind the path.
    Clause: google-address

    Bad:
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        publisher: {name: Alderford Desk (invented), url: "http://desk.example"}  # here
        pages: {report: "mailto:errors@desk.example"}

    Good:
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        publisher: {name: Alderford Desk (invented), url: "https://desk.example"}
        pages: {report: "mailto:errors@desk.example"}
    """
    message = _no_site(project)
    if message is not None and project.once(marked_up):
        given = project.desk.publisher.url is not None
        yield Remark(
            project.desk_file,
            ("publisher", "url") if given else ("publisher",),
            message,
            say("write the address of the site under `publisher.url`, such as `https://desk.example`"),
            key=not given,
        )


@rule("CT632", "no-way-to-report-mistakes", Severity.ERROR, "google")
def no_way_to_report_mistakes(project: Project) -> Iterator[Remark]:
    """Readers find neither how the desk corrects nor where to report a mistake, so that its claims get no markup.

    Reason: Whoever passes verdicts on to search engines has to be told of mistakes in them.
    Remedy: Name the page with the corrections policy under `pages.corrections`, or an address for reports under `pages.report`.
    Clause: google-corrections

    Bad:
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        pages:  # here
          imprint: https://desk.example/imprint

    Good:
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        pages:
          imprint: https://desk.example/imprint
          report: mailto:errors@desk.example
    """
    pages = project.desk.pages
    if pages.corrections is None and pages.report is None and project.once(marked_up):
        message = say(
            "readers find neither how the desk corrects nor where to report a mistake; expected `pages.corrections` or `pages.report`"
        )
        hint = say("add `corrections: https://…` or `report: mailto:…` under `pages`")
        yield Remark(project.desk_file, ("pages",), message, hint, key=True)


@rule("CT633", "numbers-without-markup", Severity.ERROR, "google")
def numbers_without_markup(project: Project) -> Iterator[Remark]:
    """The numbers of the desk's own scale cannot be given in markup.

    Reason: In markup a number needs a worst one of at least 1, and a best one above it. With other numbers no rating gets any.
    Remedy: Number the ratings from 1 for the least true one upwards, each with a number of its own; or leave all numbers out.
    Clause: google-scale

    Bad:
        --- desk.yaml
        standards: [google]
        scale:
          name: alderford
          version: 1
          ratings:
            - {id: supported, number: 1, label: {en: Supported, de: Belegt}, definition: {en: It is so., de: Es ist so.}}
            - {id: refuted, number: 0, label: {en: Refuted, de: Widerlegt}, definition: {en: It is not so., de: Es ist nicht so.}}  # here

    Good:
        --- desk.yaml
        standards: [google]
        scale:
          name: alderford
          version: 1
          ratings:
            - {id: supported, number: 2, label: {en: Supported, de: Belegt}, definition: {en: It is so., de: Es ist so.}}
            - {id: refuted, number: 1, label: {en: Refuted, de: Widerlegt}, definition: {en: It is not so., de: Es ist nicht so.}}
    """
    numbered = _numbered(project)
    for place, rating, number in numbered:
        if number < _LOWEST_NUMBER:
            message = say(
                "the rating ‘{rating}’ has the number {number}; expected {lowest} or more",
                rating=rating.id,
                number=number,
                lowest=_LOWEST_NUMBER,
            )
            hint = say("number the ratings from 1 for the least true one upwards")
            yield Remark(project.desk_file, ("scale", "ratings", place, "number"), message, hint)
    if len(numbered) == 1:
        message = say("only one rating has a number; expected a worse and a better one at least, or none with a number")
        hint = say("number the other ratings on the axis too, or take the number away")
        yield Remark(project.desk_file, ("scale", "ratings", numbered[0][0], "number"), message, hint)


@rule("CT634", "numbers-against-the-order", Severity.ERROR)
def numbers_against_the_order(project: Project) -> Iterator[Remark]:
    """The numbers of the desk's own scale do not fall from the truest rating to the least true one.

    Reason: The higher number is the truer one, whatever the label says. With the numbers the wrong way round, machines are told the
        opposite of what readers are told, and nobody can tell whether a rating goes with the evidence. The first number that is out of
        order is told.
    Remedy: Put the ratings in order from the truest to the least true, and give the truest one the highest number.
    Clause: google-scale

    Bad:
        --- desk.yaml
        scale:
          name: alderford
          version: 1
          ratings:
            - {id: supported, number: 1, label: {en: Supported, de: Belegt}, definition: {en: It is so., de: Es ist so.}}
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
    numbered = _numbered(project)
    for (_, before, higher), (place, rating, number) in itertools.pairwise(numbered):
        if number > higher:
            message = say(
                "‘{rating}’ stands below ‘{before}’ and has the higher number; found {number} after {higher}, expected less",
                rating=rating.id,
                before=before.id,
                number=number,
                higher=higher,
            )
            hint = say("put the truest rating first, and give it the highest number")
            yield Remark(project.desk_file, ("scale", "ratings", place, "number"), message, hint)
            return  # numbers that are the wrong way round are one fault


@rule("CT635", "long-label", Severity.WARNING, "google")
def long_label(project: Project) -> Iterator[Remark]:
    """The label of a rating of the desk's own scale is long.

    Reason: Search results show the label and cut it off. What is left of "True in some respects, but on the whole not" says the opposite.
    Remedy: Take a word or two for the label; what they mean stands in the definition.
    Clause: google-label

    Bad:
        --- desk.yaml
        standards: [google]
        scale:
          name: alderford
          version: 1
          ratings:
            - {id: supported, label: {en: Supported, de: Belegt}, definition: {en: It is so., de: Es ist so.}}
            - id: refuted
              label:
                en: The evidence that we have rules this out.  # here
                de: Widerlegt
              definition: {en: It is not so., de: Es ist nicht so.}

    Good:
        --- desk.yaml
        standards: [google]
        scale:
          name: alderford
          version: 1
          ratings:
            - {id: supported, label: {en: Supported, de: Belegt}, definition: {en: It is so., de: Es ist so.}}
            - id: refuted
              label:
                en: Refuted
                de: Widerlegt
              definition: {en: It is not so., de: Es ist nicht so.}
    """
    for place, rating in enumerate(_ratings(project)):
        for tag, label in rating.label.by_language.items():
            if len(label) > _LONGEST_LABEL:
                yield Remark(
                    project.desk_file,
                    ("scale", "ratings", place, "label", *([tag] if tag else [])),
                    say("the label has {length} characters; expected {longest} at most", length=len(label), longest=_LONGEST_LABEL),
                    say("take a word or two, and say the rest in the definition"),
                )


def _no_site(project: Project) -> Phrase | None:
    """Say why pages of the desk have no address, where that is so; what is no address at all is told elsewhere."""
    url = project.desk.publisher.url
    if url is None:
        return say("the desk names no site, and claims get no markup without it; expected its address in `publisher.url`")
    site = web_address(url)
    if site is not None and not site.startswith("https://"):
        return say("the site of the desk is not under https, and claims get no markup without that; expected an address with https")
    if site is not None and (urlsplit(site).query or urlsplit(site).fragment):
        return say("the address of the site has something behind its path, and claims get no markup with that; expected the bare address")
    return None


def _ratings(project: Project) -> tuple[Rating, ...]:
    """Return the ratings of the desk's own scale; none where it took one by name."""
    return () if isinstance(project.desk.scale, str) else project.desk.scale.ratings


def _numbered(project: Project) -> list[tuple[int, Rating, int]]:
    """Return the ratings of the desk's own scale that have a number, with their places and the numbers."""
    return [(place, rating, rating.number) for place, rating in enumerate(_ratings(project)) if rating.number is not None]


RULES = (no_site_for_markup, no_way_to_report_mistakes, numbers_without_markup, numbers_against_the_order, long_label)
"""The rules of this part of the family, in the order of their codes."""
