"""What does not fit a record: every misfit of a file is found, at its place, in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar, get_args

import attrs
import pytest

from claimtrack.findings import Finding, Kind
from claimtrack.locations import Span
from claimtrack.reading.documents import MOST_OF_A_KIND
from claimtrack.reading.kinds import (
    BAD_DATE,
    BAD_LANGUAGE,
    BAD_NUMBER,
    BAD_SPAN,
    MISSING_FIELD,
    NOT_IN_VOCABULARY,
    SWALLOWED_TEXT,
    UNKNOWN_FIELD,
    WRONG_TYPE,
)
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim
from claimtrack.records.desk import Desk
from claimtrack.records.source import Source
from claimtrack.records.vocabulary import MediaCategory

Record = TypeVar("Record", bound=attrs.AttrsInstance)


class Marked(Protocol):
    """A text without its marks, and the places that were marked in it with ‹ ›."""

    text: str
    spans: tuple[Span, ...]


class Make(Protocol):
    """Makes a record out of a text."""

    def __call__(self, record: type[Record], text: str, **given: str) -> tuple[Record | None, tuple[Finding, ...]]: ...


CLAIM = "status: draft\n"
EVIDENCE = "status: draft\nevidence:\n- id: count\n  source: office\n  stance: context\n"
ARTICLE = "title: The jam\nlanguage: de\n"
DESK = "format: 1\npublisher: {name: Desk}\nlanguages: [en]\n"

TEXT_HINT = "a text is written plainly, or under the tag of its language"
TAG = "expected a language tag such as de, en, pt-BR or zh-Hans; found"
DATE_HINT = "what is known of a date but is no date goes into a text, such as `published_note`"
ASPECTS = "expected one of fact, said, attribution, translation, completeness, absence; found"
RELATIONS = "repeats, variant-of, narrower-than, contradicts, supersedes, same-topic, duplicate-of, embeds"
POSITION = "a position is start-end in code points from 0, the end exclusive and after the start, such as 4244-4285"
TIME = "a media time is h:mm:ss or h:mm:ss-h:mm:ss, the end after the start, such as 1:02:40-1:02:58"
NUMBER = "a number has digits and at most one decimal point, such as 10575500 or -0.5"
INSTANT = "expected a time with its zone such as 2026-02-09T10:00:00Z, found"
CLAIMANT_HINT = "write `article` for the outlet's own voice, `{name: …}` for a speaker, `{none: why}` where nobody can be named"

MISFITS: list[tuple[type[Any], str, Kind, str, str]] = [
    # texts
    (Claim, "status: ‹[draft]›\n", WRONG_TYPE, "expected a text, found a list", "write draft"),
    (Claim, "status: ‹{draft: yes}›\n", WRONG_TYPE, "expected a text, found fields of its own", ""),
    (Claim, "status: ‹''›\n", WRONG_TYPE, "expected a text, found an empty one", ""),
    (Claim, 'status: ‹" \\n"›\n', WRONG_TYPE, "expected a text, found an empty one", ""),
    (Claim, CLAIM + "authors: [ines, ‹~›]\n", WRONG_TYPE, "expected a text, found nothing", ""),
    (Claim, CLAIM + "authors: [ines, ‹[]›]\n", WRONG_TYPE, "expected a text, found an empty list", ""),
    (Claim, CLAIM + "internal: ‹{}›\n", WRONG_TYPE, "expected a text, found braces with nothing in them", ""),
    # texts by language
    (Claim, CLAIM + "statement: ‹[a, b]›\n", WRONG_TYPE, "expected a text, or a text for each language; found a list", ""),
    (Claim, CLAIM + "statement: ‹{}›\n", WRONG_TYPE, "expected a text, or a text for each language; found braces with nothing in them", ""),
    (Claim, CLAIM + "statement: ‹''›\n", WRONG_TYPE, "expected a text, found an empty one", ""),
    (Claim, CLAIM + "statement: {‹german›: Zu}\n", BAD_LANGUAGE, f"{TAG} ‘german’", "did you mean `de`?"),
    (Claim, CLAIM + "statement:\n  de: Zu\n  ‹en_GB›: Closed\n", BAD_LANGUAGE, f"{TAG} ‘en_GB’", "did you mean `en-GB`?"),
    (Claim, CLAIM + "statement: {de: ‹[Zu]›}\n", WRONG_TYPE, "expected a text, found a list", "write Zu"),
    (Claim, CLAIM + "statement:\n  de:‹›\n", WRONG_TYPE, "expected a text, found nothing", ""),
    (Claim, CLAIM + "statement: {‹headline›: Zu}\n", BAD_LANGUAGE, f"{TAG} ‘headline’", TEXT_HINT),
    # languages
    (Article, "title: T\nlanguage: ‹german›\n", BAD_LANGUAGE, f"{TAG} ‘german’", "did you mean `de`?"),
    (Article, "title: T\nlanguage: ‹DE›\n", BAD_LANGUAGE, f"{TAG} ‘DE’", "did you mean `de`?"),
    (Article, "title: T\nlanguage: ‹[de]›\n", BAD_LANGUAGE, f"{TAG} a list", ""),
    (Desk, "format: 1\npublisher: {name: D}\nlanguages: [de, ‹englisch›]\n", BAD_LANGUAGE, f"{TAG} ‘englisch’", "did you mean `en`?"),
    (
        Desk,
        "format: 1\npublisher: {name: D}\nlanguages: ‹de›\n",
        WRONG_TYPE,
        "expected a list of languages such as [de, en], found ‘de’",
        "write [de]",
    ),
    (
        Desk,
        "format: 1\npublisher: {name: D}\nlanguages: ‹[]›\n",
        WRONG_TYPE,
        "expected a list of languages such as [de, en], found an empty list",
        "",
    ),
    # yes or no
    (Claim, CLAIM + "accuses: ‹maybe›\n", WRONG_TYPE, "expected yes or no, found ‘maybe’", ""),
    (Claim, CLAIM + "accuses: ‹Yes›\n", WRONG_TYPE, "expected yes or no, found ‘Yes’", "write yes"),
    (Claim, CLAIM + "accuses: ‹1›\n", WRONG_TYPE, "expected yes or no, found ‘1’", "write yes"),
    (Claim, CLAIM + "accuses: ‹[yes]›\n", WRONG_TYPE, "expected yes or no, found a list", ""),
    # whole numbers
    (
        Article,
        ARTICLE + "text: {sha256: x, length: ‹4628.0›}\n",
        BAD_NUMBER,
        "expected a whole number from 0 on, found ‘4628.0’",
        "write 4628",
    ),
    (
        Article,
        ARTICLE + "text: {sha256: x, length: ‹4.628›}\n",
        BAD_NUMBER,
        "expected a whole number from 0 on, found ‘4.628’",
        "write 4628",
    ),
    (Article, ARTICLE + "text: {sha256: x, length: ‹-1›}\n", BAD_NUMBER, "expected a whole number from 0 on, found ‘-1’", ""),
    (Article, ARTICLE + "text: {sha256: x, length: ‹long›}\n", BAD_NUMBER, "expected a whole number from 0 on, found ‘long’", ""),
    (Article, ARTICLE + "text: {sha256: x, length: ‹٤›}\n", BAD_NUMBER, "expected a whole number from 0 on, found ‘٤’", ""),
    # exact numbers
    (
        Claim,
        CLAIM + "quantity: {value: ‹10.000.000›, unit: person}\n",
        BAD_NUMBER,
        "a number is written without separators: 10000000; found ‘10.000.000’",
        "",
    ),
    (
        Claim,
        CLAIM + "quantity: {value: ‹12.500›, unit: person}\n",
        BAD_NUMBER,
        "a number must not be read in two ways: 12500, or 12.5000 where decimals are meant; found ‘12.500’",
        "",
    ),
    (Claim, CLAIM + "quantity: {value: ‹ten›, unit: person}\n", BAD_NUMBER, f"{NUMBER}; found ‘ten’", ""),
    (Claim, CLAIM + "quantity: {value: ‹[1]›, unit: person}\n", WRONG_TYPE, "expected a text, found a list", "write 1"),
    # shares, tolerances, months
    (
        Desk,
        DESK + "limits: {quotes_of_article: ‹0.4›}\n",
        BAD_NUMBER,
        "a share is written as per cent from 0 to 100, such as 40 %; found ‘0.4’",
        "write 0.4 % or 40 %, whichever is meant",
    ),
    (
        Claim,
        CLAIM + "quantity: {value: 1, unit: person, tolerance: ‹10›}\n",
        BAD_NUMBER,
        "a tolerance is a share of the value such as 10 %, or an amount with its unit such as 2 pp or 500 person; found ‘10’",
        "",
    ),
    (
        Desk,
        DESK + "limits: {review_after: ‹a year›}\n",
        BAD_NUMBER,
        "a span is written in months, such as 12 months; found ‘a year’",
        "write 12 months",
    ),
    # days of the desk
    (Claim, CLAIM + "published: ‹2026-02›\n", BAD_DATE, "expected a full date such as 2026-02-09, found ‘2026-02’", ""),
    (
        Claim,
        CLAIM + "published: ‹09.02.2026›\n",
        BAD_DATE,
        "expected a full date such as 2026-02-09, found ‘09.02.2026’",
        "write 2026-02-09",
    ),
    (
        Claim,
        CLAIM + "published: ‹2026-02-09T10:00:00Z›\n",
        BAD_DATE,
        "expected a full date such as 2026-02-09, found ‘2026-02-09T10:00:00Z’",
        "write 2026-02-09",
    ),
    (Claim, CLAIM + "published: ‹2026-02-30›\n", BAD_DATE, "no calendar has the day 2026-02-30", ""),
    (Claim, CLAIM + "published: ‹yes›\n", BAD_DATE, "expected a full date such as 2026-02-09, found ‘yes’", ""),
    (Claim, CLAIM + "published: ‹[2026-02-09]›\n", BAD_DATE, "expected a full date such as 2026-02-09, found a list", ""),
    # dates of the world
    (
        Claim,
        CLAIM + "made_on: ‹Early 2025›\n",
        BAD_DATE,
        "expected a date such as 2025, 2025-02 or 2025-02-24; found ‘Early 2025’",
        DATE_HINT,
    ),
    (Claim, CLAIM + "made_on: ‹2025-02-29›\n", BAD_DATE, "no calendar has 2025-02-29", ""),
    (Claim, CLAIM + "made_on: ‹2025-00›\n", BAD_DATE, "no calendar has 2025-00", ""),
    (
        Claim,
        CLAIM + "made_on: ‹{}›\n",
        BAD_DATE,
        "expected a date such as 2025, 2025-02 or 2025-02-24; found braces with nothing in them",
        DATE_HINT,
    ),
    # times
    (Source, "archives: [{provider: own, captured_at: ‹2026-02-09›}]\n", BAD_DATE, f"{INSTANT} ‘2026-02-09’", ""),
    (
        Source,
        "archives: [{provider: own, captured_at: ‹'2026-02-09T10:00:00'›}]\n",
        BAD_DATE,
        f"{INSTANT} ‘2026-02-09T10:00:00’",
        "put `Z` behind it where it is in UTC, else its distance from UTC, such as `+02:00`",
    ),
    (Source, "archives: [{provider: own, captured_at: ‹'2026-02-09T24:30:00Z'›}]\n", BAD_DATE, "no clock shows 2026-02-09T24:30:00Z", ""),
    (Source, "archives: [{provider: own, captured_at: ‹'2026-02-30T10:00:00Z'›}]\n", BAD_DATE, "no clock shows 2026-02-30T10:00:00Z", ""),
    (
        Source,
        "archives: [{provider: own, captured_at: ‹'2026-02-09T10:00:00+99:00'›}]\n",
        BAD_DATE,
        "no clock shows 2026-02-09T10:00:00+99:00",
        "",
    ),
    # positions
    (Claim, CLAIM + "quote: {exact: x, at: ‹4285-4244›}\n", BAD_SPAN, f"{POSITION}; found ‘4285-4244’", "write 4244-4285"),
    (Claim, CLAIM + "quote: {exact: x, at: ‹12:30›}\n", BAD_SPAN, f"{POSITION}; found ‘12:30’", ""),
    (Claim, CLAIM + "appearances: [{at: ‹12:30›}]\n", BAD_SPAN, f"{TIME}; found ‘12:30’", "write 0:12:30"),
    (Claim, CLAIM + "appearances: [{at: ‹line 4›}]\n", BAD_SPAN, f"{POSITION}; found ‘line 4’", ""),
    (Claim, CLAIM + "appearances: [{at: ‹['1:00:00']›}]\n", WRONG_TYPE, "expected a text, found a list", ""),
    # words of closed lists
    (Claim, CLAIM + "aspect: ‹facts›\n", NOT_IN_VOCABULARY, f"{ASPECTS} ‘facts’", "did you mean `fact`?"),
    (Claim, CLAIM + "aspect: ‹Zitat›\n", NOT_IN_VOCABULARY, f"{ASPECTS} ‘Zitat’", ""),
    (Claim, CLAIM + "aspect: ‹[fact]›\n", NOT_IN_VOCABULARY, f"{ASPECTS} a list", ""),
    *(
        (
            Claim,
            CLAIM + f"media_review: {{categories: [‹{former}›]}}\n",
            NOT_IN_VOCABULARY,
            f"expected one of {', '.join(get_args(MediaCategory))}; found ‘{former}’",
            f"it is called `{now}` now",
        )
        for former, now in (("AuthenticContent", "OriginalMediaContent"), ("MissingContext", "DecontextualizedContent"))
    ),
    (Claim, CLAIM + "aspect: ‹MissingContext›\n", NOT_IN_VOCABULARY, f"{ASPECTS} ‘MissingContext’", ""),
    (
        Desk,
        DESK + "standards: [ifcn, ‹efsn›]\n",
        NOT_IN_VOCABULARY,
        "expected one of ifcn, efcsn, google, bing; found ‘efsn’",
        "did you mean `efcsn`?",
    ),
    # lists and mappings
    (Claim, CLAIM + "authors: ‹ines›\n", WRONG_TYPE, "expected a list, found ‘ines’", "write [ines]"),
    (Claim, CLAIM + "authors: ‹ines, tom›\n", WRONG_TYPE, "expected a list, found ‘ines, tom’", "write [ines, tom]"),
    (Claim, CLAIM + "authors: ‹'a]'›\n", WRONG_TYPE, "expected a list, found ‘a]’", "put each behind `- `"),
    (Claim, CLAIM + "evidence: ‹{id: a}›\n", WRONG_TYPE, "expected a list, found fields of its own", "put each behind `- `"),
    (Desk, DESK + "people: ‹[ines]›\n", WRONG_TYPE, "expected names with a colon behind each, found a list", ""),
    (Desk, DESK + "people: {ines: ‹Ines›}\n", WRONG_TYPE, "expected a person with its fields, found ‘Ines’", ""),
    (Desk, DESK + "people:\n  ines:‹›\n", WRONG_TYPE, "expected a person with its fields, found nothing", ""),
    (Claim, CLAIM + "extra: ‹[a]›\n", WRONG_TYPE, "expected names with a colon behind each, found a list", ""),
    # records
    (Claim, CLAIM + "evidence: [‹office›]\n", WRONG_TYPE, "expected a piece of evidence with its fields, found ‘office’", ""),
    (Claim, CLAIM + "reasons: ‹[none]›\n", WRONG_TYPE, "expected `reasons` with its fields, found a list", ""),
    (Claim, CLAIM + "quote: ‹[x]›\n", WRONG_TYPE, "expected a quote with its fields, found a list", ""),
    (Claim, CLAIM + "attributed_to: ‹[Ines]›\n", WRONG_TYPE, "expected a speaker with its fields, found a list", ""),
    (Claim, EVIDENCE.replace("office", "‹[office]›"), WRONG_TYPE, "expected a source with its fields, found a list", ""),
    (Desk, DESK + "scale: ‹[six-step@1]›\n", WRONG_TYPE, "expected a scale with its fields, found a list", ""),
    (
        Desk,
        "format: 1\nlanguages: [en]\npublisher: ‹Desk›\n",
        WRONG_TYPE,
        "expected a publisher with its fields, found ‘Desk’",
        "",
    ),
    # who makes the claim
    (Claim, CLAIM + "claimant: ‹Ines›\n", WRONG_TYPE, "expected who makes the claim, found ‘Ines’", CLAIMANT_HINT),
    (Claim, CLAIM + "claimant: ‹[article]›\n", WRONG_TYPE, "expected who makes the claim, found a list", CLAIMANT_HINT),
    (Claim, CLAIM + "claimant: ‹{role: mayor}›\n", MISSING_FIELD, "`name` is missing; a speaker must have it", "add `name: …`"),
    # relations
    (
        Claim,
        CLAIM + "relations: [‹other›]\n",
        WRONG_TYPE,
        "expected one pair such as `embeds: other-claim`, found ‘other’",
        f"the kinds are {RELATIONS}",
    ),
    (
        Claim,
        CLAIM + "relations: [‹{kind: embeds, target: other}›]\n",
        WRONG_TYPE,
        "expected one pair such as `embeds: other-claim`, found fields of its own",
        f"the kinds are {RELATIONS}",
    ),
    (Claim, CLAIM + "relations: [{‹embed›: other}]\n", NOT_IN_VOCABULARY, "there is no relation ‘embed’", "did you mean `embeds`?"),
    (Claim, CLAIM + "relations: [{‹cites›: other}]\n", NOT_IN_VOCABULARY, "there is no relation ‘cites’", f"the kinds are {RELATIONS}"),
    (
        Claim,
        CLAIM + "relations:\n- embeds:‹›\n",
        WRONG_TYPE,
        "expected a text, found nothing",
        "write the id of the other claim behind `embeds:`",
    ),
    (
        Claim,
        CLAIM + "relations: [{embeds: ‹[a]›}]\n",
        WRONG_TYPE,
        "expected a text, found a list",
        "write the id of the other claim behind `embeds:`",
    ),
    # missing and empty fields
    (Claim, "‹authors: [ines]›\n", MISSING_FIELD, "`status` is missing; a claim must have it", "add `status: …`"),
    (Claim, "‹status›: ~\n", MISSING_FIELD, "`status` is empty; a claim must have it", "write it behind `status:`"),
    (
        Claim,
        EVIDENCE.replace("source: office", "‹source›:"),
        MISSING_FIELD,
        "`source` is empty; a piece of evidence must have it",
        "write it behind `source:`",
    ),
    (
        Claim,
        CLAIM + "corrections:\n- ‹on: 2026-02-09›\n  cause: reader\n  notice: A comma.\n",
        MISSING_FIELD,
        "`class` is missing; a correction must have it",
        "add `class: …`",
    ),
    (Desk, "‹format: 1›\npublisher: {name: D}\n", MISSING_FIELD, "`languages` is missing; a desk must have it", "add `languages: …`"),
    # unknown fields
    (Claim, CLAIM + "‹statment›: x\n", UNKNOWN_FIELD, "a claim has no field ‘statment’", "did you mean `statement`?"),
    (Claim, CLAIM + "‹statment›:\n", UNKNOWN_FIELD, "a claim has no field ‘statment’", "did you mean `statement`?"),
    (Claim, CLAIM + "‹id›: jam\n", UNKNOWN_FIELD, "a claim has no field ‘id’", "leave it out; the name of the file is the id"),
    (
        Claim,
        CLAIM + "‹folder›: x\n",
        UNKNOWN_FIELD,
        "a claim has no field ‘folder’",
        "leave it out; the folder is the one that the file lies in",
    ),
    (Article, ARTICLE + "‹id›: jam\n", UNKNOWN_FIELD, "an article has no field ‘id’", "leave it out; the name of the folder is the id"),
    (
        Source,
        "title: Minutes\n‹id›: minutes\n",
        UNKNOWN_FIELD,
        "a source has no field ‘id’",
        "leave it out; the key in `sources.yaml` is the id, and a source that is written out in a claim needs none",
    ),
    (
        Claim,
        CLAIM + "‹notes›: x\n",
        UNKNOWN_FIELD,
        "a claim has no field ‘notes’",
        "what must not leave the desk stands under `internal` of the record",
    ),
    (
        Claim,
        CLAIM + "‹note›: x\n",
        UNKNOWN_FIELD,
        "a claim has no field ‘note’",
        "what must not leave the desk stands under `internal` of the record",
    ),
    (
        Claim,
        CLAIM + "‹explanation›: x\n",
        UNKNOWN_FIELD,
        "a claim has no field ‘explanation’",
        "the reasoning stands under `verdict.rationale`",
    ),
    (
        Claim,
        CLAIM + "legal: {by: ines, on: 2026-02-09, ‹xyzzy›: x}\n",
        UNKNOWN_FIELD,
        "`legal` has no field ‘xyzzy’",
        "it may have: by, on",
    ),
    (
        Claim,
        CLAIM + f"‹{'x' * 80}›: x\n",
        UNKNOWN_FIELD,
        f"a claim has no field ‘{'x' * 60}…’",
        "it may have: " + ", ".join(one.name for one in attrs.fields(Claim) if one.name not in ("id", "folder")),
    ),
    # fields one level too far out or in
    (Claim, CLAIM + "‹rating›: supported\n", UNKNOWN_FIELD, "a claim has no field ‘rating’", "write it below `verdict`"),
    (
        Claim,
        CLAIM + "evidence: [{id: a, source: b, stance: term, ‹title›: c}]\n",
        UNKNOWN_FIELD,
        "a piece of evidence has no field ‘title’",
        "write it below `source`",
    ),
    (
        Claim,
        CLAIM + "verdict: {rating: supported, ‹published›: 2026-02-09}\n",
        UNKNOWN_FIELD,
        "a verdict has no field ‘published’",
        "move it out of here; it is a field of a claim",
    ),
    # texts that YAML has cut
    (
        Claim,
        CLAIM + "gaps:\n- {what: Whether it was closed, ‹or only narrowed›, would_change: The verdict}\n",
        SWALLOWED_TEXT,
        "the text before this was cut at a comma: ‘or only narrowed’ was read as a field",
        "take the text out of the braces and write it on lines of its own, or put it in quotes",
    ),
    (
        Claim,
        CLAIM + "statement: {de: Die Brücke ist zu, ‹sagt die Stadt›, en: Closed}\n",
        SWALLOWED_TEXT,
        "the text before this was cut at a comma: ‘sagt die Stadt’ was read as a field",
        "take the text out of the braces and write it on lines of its own, or put it in quotes",
    ),
    (
        Claim,
        CLAIM + "legal:\n  by: ines\n  on: 2026-02-09\n  ‹or so›:\n",
        UNKNOWN_FIELD,
        "`legal` has no field ‘or so’",
        "it may have: by, on",
    ),
    (
        Claim,
        CLAIM + "legal: {by: ines, on: 2026-02-09, ‹or so›: x}\n",
        UNKNOWN_FIELD,
        "`legal` has no field ‘or so’",
        "it may have: by, on",
    ),
    (Claim, CLAIM + "legal: {by: ines, on: 2026-02-09, ‹orso›: }\n", UNKNOWN_FIELD, "`legal` has no field ‘orso’", "it may have: by, on"),
]


@pytest.mark.parametrize(("record", "text", "kind", "message", "hint"), MISFITS)
def test_a_misfit_is_one_finding_at_its_place(
    refuse: Callable[..., None], record: type[Any], text: str, kind: Kind, message: str, hint: str
) -> None:
    refuse(record, text, kind, message, hint)


def test_all_misfits_of_a_file_are_found_at_once_and_told_in_its_order(make: Make, marked: Callable[[str], Marked]) -> None:
    place = marked("""\
‹sumary›: x
published: ‹soon›
verdict: {rating: ‹[]›, ‹sumary›: x, decided_on: ‹2026-13-01›}
evidence:
- ‹id: a›
  stance: ‹support›
- ‹b›
accuses: ‹1›
statement: {‹german›: Zu, en: ‹[]›}
‹people›: x
""")
    made, findings = make(Claim, place.text)

    assert made is None
    assert [one.span for one in findings] == sorted([Span(1, 1, 1, 10), *place.spans])
    assert [(one.code, one.message) for one in findings] == [
        ("CT040", "a claim has no field ‘sumary’"),
        ("CT041", "`status` is missing; a claim must have it"),
        ("CT044", "expected a full date such as 2026-02-09, found ‘soon’"),
        ("CT042", "expected a text, found an empty list"),
        ("CT040", "a verdict has no field ‘sumary’"),
        ("CT044", "no calendar has the day 2026-13-01"),
        ("CT041", "`source` is missing; a piece of evidence must have it"),
        ("CT043", "expected one of supports, refutes, context, unclear, term; found ‘support’"),
        ("CT042", "expected a piece of evidence with its fields, found ‘b’"),
        ("CT042", "expected yes or no, found ‘1’"),
        ("CT046", f"{TAG} ‘german’"),
        ("CT042", "expected a text, found an empty list"),
        ("CT040", "a claim has no field ‘people’"),
    ]


def test_a_crowd_of_one_kind_does_not_hide_the_others_and_is_cut_short(make: Make) -> None:
    crowd = "".join(f"zz{number}: x\n" for number in range(MOST_OF_A_KIND + 50))
    _, findings = make(Claim, f"status: []\n{crowd}published: soon\n")
    unknown = [one for one in findings if one.code == UNKNOWN_FIELD.code]

    assert [one.code for one in findings if one.code != UNKNOWN_FIELD.code] == [WRONG_TYPE.code, BAD_DATE.code]
    assert len(unknown) == MOST_OF_A_KIND
    assert unknown[0].message == "a claim has no field ‘zz0’"
    assert [one.message.endswith(" (and more of the kind behind it, which are not shown)") for one in unknown] == [False] * 99 + [True]


def test_as_many_of_a_kind_as_are_shown_are_all_there_are(make: Make) -> None:
    crowd = "".join(f"zz{number}: x\n" for number in range(MOST_OF_A_KIND))
    _, findings = make(Claim, f"status: draft\n{crowd}")

    assert len(findings) == MOST_OF_A_KIND
    assert "more" not in findings[-1].message
