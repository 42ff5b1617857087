"""ClaimReviews of others come in as they are, in every shape in which they were seen, and every repair and refusal is told with its place.

Everything here is invented; the shapes are those of real pages, feeds and answers.
"""

from __future__ import annotations

import datetime
import io
import json
from typing import Any

import pytest

from claimtrack.changes import Bare
from claimtrack.exchange.claimreview_in import import_
from claimtrack.exchange.incoming import ArrivedClaim, Given, Receiving
from claimtrack.findings import Finding
from claimtrack.records.presets import SCALES

RECEIVING = Receiving(today=datetime.date(2026, 3, 20), languages=("en", "de"), scale=SCALES["google-five@1"])
REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://checks.example/bridge-is-open",
    "inLanguage": "en",
    "claimReviewed": "The bridge is closed.",
    "headline": "The bridge is open",
    "datePublished": "2026-02-10",
    "author": {"@type": "Organization", "name": "Example Checks"},
    "reviewRating": {"@type": "Rating", "alternateName": "False", "ratingValue": 1, "worstRating": 1, "bestRating": 5},
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Ada Holm", "jobTitle": "Mayor", "sameAs": "https://holm.example/"},
        "datePublished": "2026-02-02",
        "appearance": {"@type": "CreativeWork", "url": "https://gazette.example/bridge"},
    },
}
"""A review that nothing has to be said about."""


def read(content: str | bytes, name: str = "given.json", receiving: Receiving = RECEIVING) -> tuple[list[ArrivedClaim], list[str]]:
    """Return the claims that come in, and what is said, as ``line:column CODE message``."""
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    claims: list[ArrivedClaim] = []
    said: list[Finding] = []
    for one in import_(Given(name, io.BytesIO(data)), receiving):
        if isinstance(one, Finding):
            said.append(one)
        else:
            claims.append(one)
            said.extend(one.findings)
    return claims, [f"{one.span.line}:{one.span.column} {one.code} {one.message}" for one in said]


def changed(**fields: object) -> dict[str, Any]:
    """Return the review with other fields; one that is None is left out."""
    return {name: value for name, value in {**REVIEW, **fields}.items() if value is not None}


def said_of(**fields: object) -> list[str]:
    """Return what is said of the review with other fields, without the places."""
    return [one.partition(" ")[2] for one in read(json.dumps(changed(**fields), ensure_ascii=False))[1]]


def values_of(**fields: object) -> dict[str, Any]:
    """Return the fields of the one claim that comes in."""
    (claim,), _ = read(json.dumps(changed(**fields), ensure_ascii=False))
    return dict(claim.values)


def test_a_sound_review_comes_in_whole_and_nothing_is_said_of_it() -> None:
    text = json.dumps(REVIEW)
    (claim,), said = read(text)
    assert said == []
    assert claim.values == {
        "statement": {"en": "The bridge is closed."},
        "claimant": {"name": "Ada Holm", "kind": "person", "role": "Mayor", "same_as": "https://holm.example/"},
        "made_on": Bare("2026-02-02"),
        "appearances": [{"url": "https://gazette.example/bridge"}],
        "evidence": [
            {
                "id": "fact-check",
                "source": {
                    "url": "https://checks.example/bridge-is-open",
                    "title": "The bridge is open",
                    "publisher": "Example Checks",
                    "published": Bare("2026-02-10"),
                    "language": "en",
                    "kind": "fact-check",
                    "seen": "not-seen",
                },
                "stance": "context",
                "quote": "False",
            }
        ],
        "extra": {
            "imported": {
                "format": "claimreview",
                "identity": claim.identity,
                "ratings": [{"label": "False", "rating": "false", "scale": "google-five@1", "number": 1, "worst": 1, "best": 5}],
            },
            "original": text,
        },
    }


SCRIPT = '<!doctype html>\n<html lang="en"><head>\n<script type="application/ld+json">{}</script></head></html>'
ONE = json.dumps(REVIEW)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("one.json", ONE),
        ("list.json", f"[{ONE}]"),
        ("graph.json", json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, REVIEW]})),
        ("nested.json", json.dumps({"@type": "WebPage", "mainEntity": {"@type": "Claim", "review": [REVIEW]}})),
        ("types.json", json.dumps(changed(**{"@type": ["Review", "http://schema.org/ClaimReview"]}))),
        ("lines.jsonl", f'{{"@type": "WebPage"}}\n\n{ONE}\n'),
        ("behind-each-other.json", f'{{"@type": "WebPage"}} {ONE}'),
        ("feed.json", json.dumps({"@type": "DataFeed", "dataFeedElement": [{"item": None}, {"@type": "DataFeedItem", "item": [REVIEW]}]})),
        ("with-media.json", json.dumps({"@type": "MediaReview", "associatedClaimReview": REVIEW})),
        ("page.html", SCRIPT.format(ONE)),
        ("without-an-ending", SCRIPT.format(ONE)),
        ("several-scripts.html", SCRIPT.format('{"@type": "WebPage"}') + SCRIPT.format(ONE)),
    ],
)
def test_a_review_is_found_wherever_it_lies(name: str, content: str) -> None:
    claims, said = read(content, name)
    assert [(one.values["statement"], one.values["claimant"]) for one in claims] == [
        ({"en": "The bridge is closed."}, {"name": "Ada Holm", "kind": "person", "role": "Mayor", "same_as": "https://holm.example/"})
    ]
    assert said == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"\xef\xbb\xbf" + ONE.encode(), "1:1 CT911 a byte order mark at the beginning was passed over"),
        (ONE.encode("utf-16"), "1:1 CT911 a byte order mark at the beginning was passed over"),
        (f"<!--\n{ONE}\n-->", "1:1 CT911 the marks of a comment around the JSON were passed over"),
        (f"//<![CDATA[\n{ONE}\n//]]>", "1:1 CT911 the marks of a comment around the JSON were passed over"),
        (f"{ONE};", f"1:{len(ONE) + 1} CT911 the semicolon behind the JSON was passed over"),
        (ONE.replace("is closed", "is\nclosed"), None),
        (ONE.replace('"headline"', '"url": "https://b.example/", "headline"'), None),
    ],
)
def test_what_stands_around_json_and_can_be_nothing_else_is_passed_over(content: str | bytes, expected: str | None) -> None:
    claims, said = read(content)
    assert len(claims) == 1
    if expected is not None:
        assert said == [expected]


def test_a_line_end_within_a_text_is_read_as_it_is_and_a_name_that_stands_there_twice_is_told() -> None:
    _, said = read(ONE.replace("is closed", "is\nclosed"))
    place = ONE.index("is closed") + 3
    assert said == [
        f"1:{place} CT911 a line end or tab within a text is not escaped, and was read as it is",
        f"1:{ONE.index(chr(34) + 'The bridge is closed') + 1} CT911 `claimReviewed`: blanks and line ends that say nothing were taken out",
    ]
    _, said = read(ONE.replace('"headline"', '"inLanguage": "en", "headline"'))
    assert said == ["1:1 CT912 `inLanguage` stands in one object twice; the last one was taken"]


def test_broken_json_is_told_with_its_place_and_nothing_of_it_is_guessed() -> None:
    broken = '{"@type": "ClaimReview",\n "claimReviewed": "He said "never" twice"}'
    assert read(broken) == (
        [],
        [
            "2:29 CT902 this is no JSON: a comma or an end was expected; perhaps a quotation mark is not escaped, near ‘{around}’".format(
                around='ed": "He said "never" twice"}'
            )
        ],
    )


def test_behind_a_broken_line_or_script_the_others_come_in() -> None:
    broken = '{"@type": "ClaimReview", "claimReviewed": }'
    for content, name, place in (
        (f"{ONE}\n{broken}\n{ONE}", "lines.jsonl", "2:43"),
        (f"{broken}\n{ONE}\n{ONE}", "lines.jsonl", "1:43"),
        (SCRIPT.format(broken) + SCRIPT.format(ONE) + SCRIPT.format(ONE), "page.html", "3:78"),
    ):
        claims, said = read(content, name)
        assert len(claims) == 2
        assert said == [f'{place} CT902 this is no JSON; near ‘laimReviewed": }}’']


def test_what_is_nested_too_deep_or_not_text_is_told() -> None:
    assert read("[" * 100_000) == ([], ["1:1 CT903 lists and objects are nested too deep behind this place"])
    assert read('{"a": "\u00e4"}'.encode("latin-1")) == ([], ["1:1 CT901 byte 0xE4, number 8, is not UTF-8"])
    assert read("") == ([], ["1:1 CT904 there is nothing in the file"])
    assert read('{"@type": "NewsArticle"}') == (
        [],
        ["1:1 CT904 there is no ClaimReview in the file, and no answer of the Fact Check Tools API"],
    )


@pytest.mark.parametrize(
    ("written", "text", "said"),
    [
        (["The bridge is closed."], "The bridge is closed.", ["CT911 `claimReviewed`: a list was taken for its one entry"]),
        (["A.", "B."], "A.", ["CT913 `claimReviewed`: 2 values, of which the first came in"]),
        ({"@value": "A."}, "A.", ["CT911 `claimReviewed`: an object was taken for the text in it"]),
        (42, "42", ["CT911 `claimReviewed`: the number 42 was taken for a text"]),
        (" A.\r\n B. ", "A. B.", ["CT911 `claimReviewed`: blanks and line ends that say nothing were taken out"]),
        (
            "R&amp;D &quot;works&quot;",
            'R&D "works"',
            ["CT911 `claimReviewed`: signs that were written for HTML, such as `&amp;`, were read as what they mean"],
        ),
        ("<p>A<br/>B <3</p>", "A B <3", ["CT911 `claimReviewed`: HTML was taken out of the text"]),
        (
            "A\u202eB\x07",
            "AB",
            ["CT911 `claimReviewed`: characters that nobody sees and that no record may hold were taken out"],
        ),
        ("https://a.example/?x=1&copy=2", "https://a.example/?x=1&copy=2", []),
    ],
)
def test_the_claim_is_one_text_on_one_line(written: object, text: str, said: list[str]) -> None:
    assert values_of(claimReviewed=written)["statement"] == {"en": text}
    assert said_of(claimReviewed=written) == said


@pytest.mark.parametrize("written", ["", " ", [], None, {}, [""], True])
def test_without_a_claim_an_item_is_left_out_and_counted(written: object) -> None:
    claims, said = read(json.dumps({**REVIEW, "claimReviewed": written}))
    assert claims == []
    assert said[-1] == "1:1 CT905 there is no claim in it: `claimReviewed` is missing or empty"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2022-06-28 21:14", "2022-06-28"),
        ("2022-06-28T21:14:00+5:30", "2022-06-28"),
        ("2022-6-8", "2022-06-08"),
        ("2022/06/28", "2022-06-28"),
        ("20220628", "2022-06-28"),
        ("Wed, 11 Mar 2020 01:05:52 UTC +00:00", "2020-03-11"),
        ("Wed, 11 Mar 2020 01:05:52 GMT", "2020-03-11"),
        ("11 March 2020", "2020-03-11"),
        ("March 11th, 2020", "2020-03-11"),
        ("Sept. 1, 2020", "2020-09-01"),
    ],
)
def test_a_date_that_can_mean_only_one_day_is_repaired(written: str, day: str) -> None:
    reviewed = {**REVIEW["itemReviewed"], "datePublished": "2019"}
    assert values_of(datePublished=written, itemReviewed=reviewed)["evidence"][0]["source"]["published"] == Bare(day)
    assert said_of(datePublished=written, itemReviewed=reviewed) == [f"CT911 `datePublished`: ‘{written}’ was read as {day}"]


@pytest.mark.parametrize(
    "written", ["2026-02-10T10:00:00Z", "2026-02-10T10:00:00.123+02:00", "2026-02-10T10:00:00+0200", "2026-02-10", "2026-02", "2026"]
)
def test_a_date_of_iso_8601_is_none_to_repair(written: str) -> None:
    assert values_of(datePublished=written)["evidence"][0]["source"]["published"] == Bare(written[:10])
    assert said_of(datePublished=written) == []


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("03/04/2020", "‘03/04/2020’ is no date that can mean only one day"),
        ("2020-13-45", "‘2020-13-45’ is no date that can mean only one day"),
        ("3 de abril de 2020", "‘3 de abril de 2020’ is no date that can mean only one day"),
        ("gestern", "‘gestern’ is no date that can mean only one day"),
        ("1970-01-01T00:00:00Z", "1970-01-01 is what programs write where nobody gave a date"),
        ("0001-01-01T00:00:00Z", "0001-01-01 is what programs write where nobody gave a date"),
        ("2026-03-21", "2026-03-21 lies in the future"),
        ({"year": 2020}, "found an object, expected a text"),
    ],
)
def test_a_date_that_can_mean_several_days_or_none_is_refused(written: object, why: str) -> None:
    assert "published" not in values_of(datePublished=written)["evidence"][0]["source"]
    assert said_of(datePublished=written) == [f"CT912 `datePublished`: {why}"]


def test_the_day_of_the_import_is_no_future() -> None:
    assert said_of(datePublished="2026-03-20") == []


def test_a_claim_after_its_check_is_told_and_one_of_the_same_day_is_not() -> None:
    assert said_of(datePublished="2026-02-01") == ["CT918 the claim is dated 2026-02-02, the fact-check 2026-02-01"]
    assert said_of(datePublished="2026-02-02") == []
    assert said_of(datePublished="2026-02") == []
    assert said_of(itemReviewed={**REVIEW["itemReviewed"], "datePublished": "2026-02"}) == []


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ((-1, -1, -1), "ratingValue -1, worstRating -1, bestRating -1; expected a number between a worst and a best one that differ"),
        ((0, 1, 10), "ratingValue 0, worstRating 1, bestRating 10; expected a number between a worst and a best one that differ"),
        ((3, 5, 1), "ratingValue 3, worstRating 5, bestRating 1; expected a number between a worst and a best one that differ"),
        ((3, 3, 3), "ratingValue 3, worstRating 3, bestRating 3; expected a number between a worst and a best one that differ"),
        ((3, "", 5), "ratingValue 3, worstRating is missing, bestRating 5; expected three numbers"),
        (("three", 1, 5), "ratingValue three, worstRating 1, bestRating 5; expected three numbers"),
        (("\u0663", 1, 5), "ratingValue \u0663, worstRating 1, bestRating 5; expected three numbers"),
    ],
)
def test_a_number_on_a_degenerate_scale_gives_nothing(numbers: tuple[Any, Any, Any], told: str) -> None:
    rating = {"alternateName": "False", **dict(zip(("ratingValue", "worstRating", "bestRating"), numbers, strict=True))}
    assert values_of(reviewRating=rating)["extra"]["imported"]["ratings"] == [
        {"label": "False", "rating": "false", "scale": "google-five@1"}
    ]
    assert said_of(reviewRating=rating) == [f"CT914 {told}"]


@pytest.mark.parametrize("empty", ["", None])
def test_a_rating_without_numbers_is_none_to_speak_of(empty: object) -> None:
    assert said_of(reviewRating={"alternateName": "False", "ratingValue": empty, "worstRating": empty, "bestRating": empty}) == []


@pytest.mark.parametrize("written", ["FALSE", "false", "False.", "Mostly false claim", "Falso", "Pants on fire"])
def test_a_rating_that_is_no_label_letter_by_letter_stays_unmapped(written: str) -> None:
    rating = {"alternateName": written}
    assert values_of(reviewRating=rating)["extra"]["imported"]["ratings"] == [{"label": written}]
    assert values_of(reviewRating=rating)["evidence"][0]["quote"] == written
    assert said_of(reviewRating=rating) == [f"CT915 ‘{written}’ is no label of google-five@1"]


@pytest.mark.parametrize("written", ["Falsch", "False"])
def test_a_rating_is_mapped_by_its_label_in_any_language_of_the_scale_and_is_no_verdict(written: str) -> None:
    values = values_of(reviewRating={"alternateName": written})
    assert values["extra"]["imported"]["ratings"][0]["rating"] == "false"
    assert values["evidence"][0]["stance"] == "context"
    assert "verdict" not in values


def test_a_rating_that_is_a_text_or_a_list_is_taken_for_its_words() -> None:
    assert said_of(reviewRating="False") == ["CT911 `reviewRating`: a text was taken for the words of the rating"]
    assert said_of(reviewRating={"alternateName": ["False"]}) == ["CT911 `reviewRating.alternateName`: a list was taken for its one entry"]
    assert said_of(reviewRating={"name": "False"}) == [
        "CT911 `reviewRating.name`: `name` was taken for the words of the rating, which stand under `alternateName`"
    ]


def appearances(told: object, **others: object) -> tuple[list[str], list[str]]:
    reviewed = {**REVIEW["itemReviewed"], "appearance": told, **others}
    return [one["url"] for one in values_of(itemReviewed=reviewed).get("appearances", [])], said_of(itemReviewed=reviewed)


@pytest.mark.parametrize(
    "told",
    [
        "https://a.example/1",
        ["https://a.example/1"],
        {"url": "https://a.example/1"},
        [{"@type": "CreativeWork", "url": "https://a.example/1"}],
        {"@type": "CreativeWork", "url": ["https://a.example/1"]},
    ],
)
def test_an_appearance_is_a_text_an_object_or_a_list(told: object) -> None:
    assert appearances(told) == (["https://a.example/1"], [])


@pytest.mark.parametrize("between", [", ", " ", " and ", "\n", " ; ", " und "])
def test_several_addresses_in_one_text_come_in_one_by_one(between: str) -> None:
    assert appearances(f"https://a.example/1{between}https://b.example/2?x=a,b") == (
        ["https://a.example/1", "https://b.example/2?x=a,b"],
        ["CT911 `itemReviewed.appearance`: one text holds 2 addresses, which came in one by one"],
    )


def test_what_is_no_place_where_the_claim_appeared_is_refused_and_told() -> None:
    assert appearances(["https://www.checks.example/other", "on Facebook", 7, {"name": "a leaflet"}]) == (
        [],
        [
            (
                "CT912 `itemReviewed.appearance.0`: ‘https://www.checks.example/other’ is of the site that checks, "
                "and no place where the claim appeared"
            ),
            "CT912 `itemReviewed.appearance.1`: ‘on Facebook’ holds a blank",
            "CT912 `itemReviewed.appearance.2`: found ‘7’, expected an address",
            "CT912 `itemReviewed.appearance.3`: an appearance without an address",
            "CT913 kept under `extra.original` only: `itemReviewed.appearance.name`",
        ],
    )


def test_the_address_of_what_was_reviewed_stands_in_for_appearances_where_there_are_none() -> None:
    assert appearances(None, url="https://a.example/1") == (["https://a.example/1"], [])
    assert appearances("https://a.example/1", url="https://a.example/2") == (
        ["https://a.example/1"],
        ["CT913 kept under `extra.original` only: `itemReviewed.url`"],
    )


def test_without_a_place_the_record_says_why_there_is_none() -> None:
    reviewed = {name: value for name, value in REVIEW["itemReviewed"].items() if name != "appearance"}
    assert values_of(itemReviewed=reviewed)["reasons"] == {
        "no_quote": {
            "en": "Taken over from a fact-check that does not say where the claim appeared.",
            "de": "Aus einem Faktencheck übernommen, der nicht sagt, wo die Aussage steht.",
        }
    }


def test_an_object_that_is_a_text_is_refused_and_the_rest_comes_in() -> None:
    values = values_of(itemReviewed="{'@type': 'Claim'}")
    assert "claimant" not in values
    assert said_of(itemReviewed="{'@type': 'Claim'}") == ["CT912 `itemReviewed`: expected an object with fields of its own"]


def test_nobody_is_made_a_person_without_a_word() -> None:
    assert said_of(itemReviewed={**REVIEW["itemReviewed"], "author": {"name": "Town talk"}}) == [
        "CT912 `itemReviewed.author`: nothing says whether ‘Town talk’ is a person; the record takes everybody for one"
    ]
    assert said_of(itemReviewed={**REVIEW["itemReviewed"], "author": "Town talk"}) == [
        "CT912 `itemReviewed.author`: nothing says whether ‘Town talk’ is a person; the record takes everybody for one"
    ]
    nobody = {**REVIEW["itemReviewed"], "author": {"@type": "Person"}}
    assert ("claimant" in values_of(itemReviewed=nobody), said_of(itemReviewed=nobody)) == (False, [])


def test_what_is_referred_to_by_id_is_looked_up_and_kept() -> None:
    people = {"@type": "Organization", "@id": "#us", "name": "Example Checks", "logo": "x"}
    graph = {"@graph": [people, changed(author={"@id": "#us"})]}
    (claim,), said = read(json.dumps(graph))
    assert claim.values["evidence"][0]["source"]["publisher"] == "Example Checks"  # type: ignore[index, call-overload]  # known to be a list
    assert claim.values["extra"]["referred"] == [json.dumps(people)]  # type: ignore[index, call-overload]  # known to be a mapping
    assert [one.partition(" ")[2] for one in said] == ["CT913 kept under `extra.original` only: `author.logo`"]


def test_the_page_says_which_language_it_is_in_where_the_review_does_not() -> None:
    content = SCRIPT.replace('lang="en"', 'lang="de-AT"').format(json.dumps(changed(inLanguage=None)))
    (claim,), said = read(content, "page.html")
    assert claim.values["statement"] == {"de": "The bridge is closed."}
    assert said == ["3:36 CT911 the claim is in `de-AT` and was entered as `de`, a language of the desk"]


def test_without_a_language_the_text_has_none_unless_the_caller_says_it() -> None:
    content = json.dumps(changed(inLanguage=None))
    (claim,), said = read(content)
    assert claim.values["statement"] == "The bridge is closed."
    assert said == ["1:1 CT917 nothing says which language the claim is in; expected one of the desk"]
    spanish = Receiving(today=RECEIVING.today, languages=("en", "de"), scale=RECEIVING.scale, language="es")
    (claim,), said = read(content, receiving=spanish)
    assert (claim.values["statement"], said) == ({"es": "The bridge is closed."}, [])


def test_an_address_without_its_beginning_is_refused_and_the_check_has_none() -> None:
    values = values_of(url="checks.example/1")
    assert values["evidence"][0]["source"]["unknown"] == {
        "en": "The fact-check was taken over without an address.",
        "de": "Der Faktencheck wurde ohne Adresse übernommen.",
    }
    assert said_of(url="checks.example/1") == ["CT912 `url`: ‘checks.example/1’ does not begin with http:// or https://"]


def test_an_address_that_gives_access_to_something_is_refused() -> None:
    assert said_of(url="https://checks.example/1?token=abc") == [
        "CT912 `url`: the address holds `token`, which may give access to something"
    ]


def test_an_item_that_is_too_long_is_known_by_its_digest() -> None:
    values = values_of(articleBody="x" * 70_000)
    assert set(values["extra"]["original"]) == {"sha256", "length"}
    assert said_of(articleBody="x" * 70_000)[-1].startswith("CT916 the item has 70,")


def test_characters_that_no_record_may_hold_are_escaped_in_the_original() -> None:
    values = values_of(headline="A\u202eB")
    assert "A\\u202eB" in values["extra"]["original"]
    assert json.loads(values["extra"]["original"])["headline"] == "A\u202eB"


def test_an_answer_of_the_api_is_a_claim_with_all_its_checks() -> None:
    answer = {
        "text": "The bridge is closed.",
        "claimant": "Ada Holm",
        "claimDate": "2026-02-02T00:00:00Z",
        "claimReview": [
            {"publisher": {"name": "A", "site": "a.example"}, "url": "https://a.example/1", "textualRating": "False", "languageCode": "en"},
            {"publisher": {"site": "b.example"}, "url": "https://b.example/1", "title": "T", "reviewDate": "2026-02-03T00:00:00Z"},
        ],
    }
    (claim,), said = read(json.dumps({"claims": [answer], "nextPageToken": "x"}))
    evidence: Any = claim.values["evidence"]
    assert [(one["id"], one["source"]["publisher"], one.get("quote")) for one in evidence] == [
        ("fact-check", "A", "False"),
        ("fact-check-2", "b.example", None),
    ]
    assert [one.partition(" ")[2] for one in said] == [
        "CT912 `claimant`: nothing says whether ‘Ada Holm’ is a person; the record takes everybody for one"
    ]


def test_microdata_says_the_same_as_json() -> None:
    page = """<html lang="en"><div itemscope itemtype="https://schema.org/ClaimReview">
<link itemprop="url" href="https://checks.example/bridge-is-open"><b itemprop="headline">The bridge is open</b>
<p itemprop="claimReviewed">The bridge is closed.
<p>By <span itemprop="author" itemscope itemtype="https://schema.org/Organization"><i itemprop="name">Example Checks</i></span>
<time itemprop="datePublished" datetime="2026-02-10">last week</time>
<ul itemprop="itemReviewed" itemscope itemtype="https://schema.org/Claim">
<li itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Ada Holm</span>, <i itemprop="jobTitle">Mayor</i>
<a itemprop="sameAs" href="https://holm.example/">x</a>
<li><meta itemprop="datePublished" content="2026-02-02"><a itemprop="appearance" href="https://gazette.example/bridge">there</a></ul>
<div itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating"><span itemprop="ratingValue">1</span>
of <span itemprop="bestRating">5</span><meta itemprop="worstRating" content="1"><b itemprop="alternateName">False</b></div></div>"""
    (claim,), said = read(page, "page.html")
    (same,), _ = read(ONE)
    assert {name: value for name, value in claim.values.items() if name != "extra"} == {
        name: value for name, value in same.values.items() if name != "extra"
    }
    assert said == ["1:17 CT911 `claimReviewed`: blanks and line ends that say nothing were taken out"]


def test_a_media_review_is_what_its_picture_was_taken_for() -> None:
    media = {
        "@type": "MediaReview",
        "url": "https://checks.example/seal",
        "inLanguage": "en",
        "datePublished": "2026-02-10",
        "mediaAuthenticityCategory": "DecontextualizedContent",
        "itemReviewed": {
            "@type": "MediaReviewItem",
            "interpretedAsClaim": {"@type": "Claim", "description": "A seal took the tram."},
            "mediaItemAppearance": [{"contentUrl": "https://posts.example/1", "archivedAt": "https://archive.example/1"}],
        },
    }
    (claim,), said = read(json.dumps(media))
    assert claim.values["statement"] == {"en": "A seal took the tram."}
    assert claim.values["appearances"] == [
        {"url": "https://posts.example/1", "archives": [{"provider": "archive.example", "url": "https://archive.example/1"}]}
    ]
    assert "media_review" not in claim.values
    assert [one.partition(" ")[2] for one in said] == ["CT915 ‘DecontextualizedContent’ is no label of google-five@1"]


def test_a_review_in_rdfa_and_one_that_goes_on_elsewhere_are_told() -> None:
    page = '<div typeof="schema:ClaimReview">x</div><p itemscope itemtype="https://schema.org/ClaimReview" itemref="a"></p>'
    claims, said = read(page, "page.html")
    assert claims == []
    assert [one.partition(" ")[2] for one in said] == [
        "CT905 there is no claim in it: `claimReviewed` is missing or empty",
        "CT912 `itemref` of the microdata is not followed; what it refers to did not come in",
        "CT905 a review stands there in RDFa, which is not read; expected JSON-LD or microdata",
    ]
