"""Rules CR01 to CR35 and MR01 to MR05, one by one: what an exporter keeps by construction, held over everything that it writes.

Those that only people can keep are findings; ``tests/rules/test_markup_ids.py`` has them.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, get_args
from urllib.parse import urlsplit

import attrs
import pytest

from claimtrack.dates import PartialDate
from claimtrack.records.claim import Appearance, Correction, MediaReview, Retraction, Verdict
from claimtrack.records.desk import Licences, Pages
from claimtrack.records.presets import SCALES
from claimtrack.records.source import Archive
from claimtrack.records.speaker import NoClaimant, OwnVoice, Speaker
from claimtrack.records.text import Text
from claimtrack.records.vocabulary import MediaCategory

if TYPE_CHECKING:
    from tests.exchange.conftest import Desk

CLAIM = "wal-im-nebel"
MEDIA = "robbe-in-der-linie-1"
HOST = "faktenboje.example"

Markup = Mapping[str, Any]


def reviews(desk: Desk, query: str = f"id={CLAIM}") -> list[dict[str, Any]]:
    """Return the ClaimReviews of some claims, as whoever reads the file gets them."""
    found: list[dict[str, Any]] = desk.export("claimreview", query).data
    return found


def of(desk: Desk, query: str = f"id={CLAIM}") -> dict[str, Any]:
    """Return the ClaimReview of a claim in the first language."""
    return reviews(desk, query)[0]


def own_scale(*numbers: int | None) -> Any:  # noqa: ANN401  (a scale)
    preset = SCALES["six-step@1"]
    ratings = tuple(attrs.evolve(rating, number=number) for rating, number in zip(preset.ratings, numbers, strict=False))
    return attrs.evolve(preset, ratings=ratings)


@pytest.fixture(scope="module")
def everything(harbour: Desk, school: Desk) -> list[dict[str, Any]]:
    """Every ClaimReview of the invented desks, and those of claims that were changed to be difficult."""
    found = [*reviews(harbour, ""), *reviews(school, "")]
    for scale in SCALES.values():
        for rating in scale.ratings:
            found += reviews(harbour.with_claim(CLAIM, verdict=Verdict(rating=rating.id, scale=scale.id)))
    hostile = Text({"de": "</script><script>alert(1)</script> \u2028 „=1+1“ &amp;", "en": "]]> <!-- \x00 \ud800"})
    found += reviews(harbour.with_claim(CLAIM, statement=hostile, headline=hostile, verdict=Verdict(rating="refuted", summary=hostile)))
    assert len(found) > 50
    return found


def nested(value: object) -> Iterator[Mapping[str, Any]]:
    """Yield every object in JSON."""
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from nested(one)
    elif isinstance(value, list):
        for one in value:
            yield from nested(one)


def test_cr01_context_and_type(everything: list[Markup]) -> None:
    assert {(one["@context"], one["@type"]) for one in everything} == {("https://schema.org", "ClaimReview")}


def test_cr02_the_claim_is_a_text_on_one_line(everything: list[Markup], harbour: Desk) -> None:
    assert all(isinstance(one["claimReviewed"], str) and one["claimReviewed"].strip() for one in everything)
    assert all("\n" not in one["claimReviewed"] for one in everything)
    assert harbour.with_claim(CLAIM, statement=None).export("claimreview", f"id={CLAIM}").losses == (f"{CLAIM}: it has no statement",)


def test_cr05_the_address_is_https_on_the_site_of_the_desk(everything: list[Markup], harbour: Desk) -> None:
    assert {urlsplit(one["url"]).scheme for one in everything} == {"https"}
    assert {urlsplit(one["url"]).hostname for one in reviews(harbour, "")} == {HOST}
    for site in ("http://desk.example", "javascript:alert(1)", "https://desk.example/?a=1", None):
        bare = harbour.with_desk(publisher=attrs.evolve(harbour.project.desk.publisher, url=site))
        exported = bare.export("claimreview", f"id={CLAIM}")
        assert (exported.data, exported.losses) == ([], (f"{CLAIM}: the desk names no site of its own under https (`publisher.url`)",))


def test_cr06_the_address_is_put_together_and_never_taken_from_a_record(harbour: Desk) -> None:
    site = attrs.evolve(harbour.project.desk.publisher, url="https://faktenboje.example/pruefungen")
    assert [one["url"] for one in reviews(harbour.with_desk(publisher=site))] == [
        f"https://{HOST}/pruefungen/{language}/claims/{CLAIM}.html" for language in ("de", "en")
    ]


def test_cr07_the_address_is_that_of_the_page_it_goes_out_for(harbour: Desk) -> None:
    pages = harbour.export("factcheck-tools").data
    assert len(pages) == 20
    assert all(markup["url"] == page["pageUrl"] for page in pages for markup in page["claimReviewMarkups"])
    feed = harbour.export("datafeed").data["dataFeedElement"]
    assert all(item["url"] == element["url"] for element in feed for item in element["item"] or ())


def test_cr08_the_rating_is_an_object(everything: list[Markup]) -> None:
    assert {one["reviewRating"]["@type"] for one in everything} == {"Rating"}


def test_cr09_its_name_is_one_text(everything: list[Markup]) -> None:
    assert all(isinstance(one["reviewRating"]["alternateName"], str) and one["reviewRating"]["alternateName"] for one in everything)
    assert all("name" not in one["reviewRating"] for one in everything)


def test_cr10_its_name_is_the_label_in_the_language_of_the_page(harbour: Desk) -> None:
    for scale in SCALES.values():
        for rating in scale.ratings:
            found = reviews(harbour.with_claim(CLAIM, verdict=Verdict(rating=rating.id, scale=scale.id)))
            told = {one["inLanguage"]: one["reviewRating"]["alternateName"] for one in found}
            assert told == dict(rating.label.by_language)


def test_cr12_the_three_numbers_stand_together(everything: list[Markup]) -> None:
    names = {"ratingValue", "bestRating", "worstRating"}
    assert {frozenset(names & set(one["reviewRating"])) for one in everything} == {frozenset(), frozenset(names)}


@pytest.mark.parametrize("numbers", [(5, 4, 3, 0), (1, None, None, None), (2, 2, 2, 2), (-1, -1, -1, -1), (0, 1, 2, 3)])
def test_cr13_numbers_that_say_nothing_are_left_out(numbers: tuple[int | None, ...], harbour: Desk) -> None:
    desk = harbour.with_desk(scale=own_scale(*numbers)).with_claim(CLAIM, verdict=Verdict(rating="supported"))
    assert set(of(desk)["reviewRating"]) & {"ratingValue", "bestRating", "worstRating"} == set()


def test_cr13_the_number_lies_between_worst_and_best(everything: list[Markup]) -> None:
    rated = [one["reviewRating"] for one in everything if "ratingValue" in one["reviewRating"]]
    assert rated
    assert all(1 <= one["worstRating"] <= one["ratingValue"] <= one["bestRating"] > one["worstRating"] for one in rated)


def test_cr15_a_rating_off_the_axis_has_no_number(harbour: Desk) -> None:
    off_the_axis = [rating for rating in SCALES["six-step@1"].ratings if rating.number is None]
    assert len(off_the_axis) == 3
    for rating in off_the_axis:
        found = of(harbour.with_claim(CLAIM, verdict=Verdict(rating=rating.id)))["reviewRating"]
        assert set(found) & {"ratingValue", "bestRating", "worstRating"} == set()


def test_cr16_numbers_are_whole_and_fit_the_api(harbour: Desk) -> None:
    def numbers(desk: Desk) -> list[Any]:
        (page,) = desk.export("factcheck-tools", f"id={CLAIM}", language="de").data
        rating = page["claimReviewMarkups"][0]["rating"]
        return [rating.get(name) for name in ("worstRating", "ratingValue", "bestRating")]

    rated = harbour.with_claim(CLAIM, verdict=Verdict(rating="supported"))
    assert numbers(rated) == [1, 5, 5]
    assert [type(one) for one in numbers(rated)] == [int, int, int]
    assert numbers(rated.with_desk(scale=own_scale(2**31 - 1, 3, 2, 1))) == [1, 2**31 - 1, 2**31 - 1]
    assert numbers(rated.with_desk(scale=own_scale(2**31, 3, 2, 1))) == [None, None, None]


def test_cr17_numbers_are_written_in_digits(harbour: Desk) -> None:
    text = harbour.with_claim(CLAIM, verdict=Verdict(rating="supported")).export("claimreview", f"id={CLAIM}").text
    assert re.findall(r'"(?:best|worst)?[rR]ating(?:Value)?":([^,}]+)', text) == ["5", "5", "1"] * 2


def test_cr18_the_author_of_the_review_is_the_desk(everything: list[Markup], harbour: Desk) -> None:
    assert {one["author"]["@type"] for one in everything} == {"Organization"}
    named = {one["author"]["name"] for one in reviews(harbour.with_claim(CLAIM, claimant=Speaker(name=Text.plain("Claimant"))))}
    assert named == {"Die Faktenboje", "The Fact Buoy"}


def test_cr19_what_is_reviewed_is_a_claim(everything: list[Markup]) -> None:
    assert {one["itemReviewed"]["@type"] for one in everything} == {"Claim"}


def test_cr20_its_author_has_a_name_and_a_page_that_is_an_address(harbour: Desk) -> None:
    speaker = Speaker(name=Text.plain("Kim"), kind="person", same_as="https://kim.example/")
    assert of(harbour.with_claim(CLAIM, claimant=speaker))["itemReviewed"]["author"] == {
        "@type": "Person",
        "name": "Kim",
        "sameAs": "https://kim.example/",
    }
    odd = attrs.evolve(speaker, same_as="javascript:alert(1)", kind="group")
    assert of(harbour.with_claim(CLAIM, claimant=odd))["itemReviewed"]["author"] == {"@type": "Organization", "name": "Kim"}


def test_cr21_nobody_rather_than_a_placeholder(harbour: Desk) -> None:
    for claimant in (None, NoClaimant(none=Text.plain("a poster")), OwnVoice()):
        assert "author" not in of(harbour.with_claim(CLAIM, claimant=claimant))["itemReviewed"]


def test_cr22_the_claim_is_never_dated_after_the_review(harbour: Desk) -> None:
    published = harbour.project.claims[CLAIM].published
    assert published is not None
    after = PartialDate.of(published + datetime.timedelta(days=1))
    told = [of(harbour.with_claim(CLAIM, made_on=one))["itemReviewed"].get("datePublished") for one in (PartialDate.of(published), after)]
    assert told == [published.isoformat(), None]
    assert "datePublished" not in of(harbour.with_claim(CLAIM, made_on=PartialDate(2026, 1, 3, about=True)))["itemReviewed"]


def test_cr23_every_appearance_has_one_address_of_its_own(everything: list[Markup], harbour: Desk) -> None:
    for review in everything:
        places = [*filter(None, [review["itemReviewed"].get("firstAppearance")]), *review["itemReviewed"].get("appearance", [])]
        addresses = [place["url"] for place in places]
        assert all(re.fullmatch(r"https?://[^\s,]+", address) for address in addresses)
        assert len(set(addresses)) == len(addresses)
    several = (Appearance(url="https://a.example/ https://b.example/"), Appearance(title="a poster"), Appearance(url="https://c.example/"))
    assert [one["url"] for one in of(harbour.with_claim(CLAIM, appearances=several))["itemReviewed"]["appearance"]] == [
        "https://c.example/"
    ]


def test_cr24_no_appearance_lies_on_the_site_of_the_desk(harbour: Desk) -> None:
    places = tuple(Appearance(url=f"https://{host}/a") for host in (HOST, f"www.{HOST}", f"not{HOST}", HOST.upper()))
    assert [one["url"] for one in of(harbour.with_claim(CLAIM, appearances=places))["itemReviewed"]["appearance"]] == [
        f"https://not{HOST}/a"
    ]


def test_cr25_copies_stand_beside_the_address(harbour: Desk) -> None:
    archives = (Archive(provider="a", url="https://copy.example/1"), Archive(provider="b", url="https://copy.example/2", status="failed"))
    found = of(harbour.with_claim(CLAIM, appearances=(Appearance(url="https://a.example/", archives=archives),)))
    (place,) = found["itemReviewed"]["appearance"]
    assert (place["url"], place["archivedAt"]) == ("https://a.example/", ["https://copy.example/1"])


def test_cr26_the_review_is_dated_and_changed_no_earlier(everything: list[Markup]) -> None:
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", one["datePublished"]) for one in everything)
    assert all(one["dateModified"] >= one["datePublished"] for one in everything if "dateModified" in one)
    assert any("dateModified" in one for one in everything)


def test_cr27_and_cr28_one_review_for_each_page(harbour: Desk) -> None:
    addresses = [one["url"] for one in reviews(harbour, "")]
    assert len(set(addresses)) == len(addresses) == 20


def test_cr29_the_summary_is_the_explanation(harbour: Desk) -> None:
    desk = harbour.with_claim(CLAIM, verdict=Verdict(rating="refuted", summary=Text({"de": "Eins.\nZwei.", "en": "One."})))
    assert [one["reviewRating"]["ratingExplanation"] for one in reviews(desk)] == ["Eins. Zwei.", "One."]


def test_cr30_no_text_breaks_out_of_the_script(harbour: Desk) -> None:
    text = Text({"de": '</script><!-- "\\" \u2028\u2029 &lt;\x00\x07\ud800', "en": "</SCRIPT >"})
    desk = harbour.with_claim(CLAIM, statement=text, short=None, verdict=Verdict(rating="refuted", summary=text))
    for name in ("claimreview", "datafeed"):
        exported = desk.export(name, f"id={CLAIM}")
        assert not set("<>&\u2028\u2029") & set(exported.text)
        assert exported.text.encode("utf-8")
        assert '</script><!-- "\\" &lt;\x00\x07\ufffd' in {one.get("claimReviewed", "") for one in nested(exported.data)}


def test_cr31_the_language_is_that_of_the_page(everything: list[Markup], harbour: Desk) -> None:
    assert {one["inLanguage"] for one in everything} == {"de", "en"}
    assert [one["inLanguage"] for one in harbour.export("claimreview", f"id={CLAIM}", language="en").data] == ["en"]


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"published": None}, None),
        ({"published": datetime.date(2026, 11, 25)}, None),
        ({"status": "in-review"}, None),
        ({"history": ()}, None),
        ({"status": "correcting"}, "it is being corrected and gives no answer meanwhile"),
        (
            {"retracted": Retraction(on=datetime.date(2026, 11, 1), notice=Text.plain("Gone."))},
            "it was withdrawn, and its markup with it",
        ),
        ({"verdict": None}, "it has no verdict"),
        ({"verdict": Verdict(rating="great")}, "nobody knows its rating"),
    ],
)
def test_cr32_nothing_unless_published_and_answered(fields: dict[str, Any], why: str | None, harbour: Desk) -> None:
    for name in ("claimreview", "factcheck-tools"):
        exported = harbour.with_claim(CLAIM, **fields).export(name, f"id={CLAIM}")
        assert exported.data == []
        assert exported.losses == ((f"{CLAIM}: {why}",) if why else ())


def test_cr32_a_feed_takes_back_what_is_gone(harbour: Desk) -> None:
    (german, english) = harbour.export("datafeed", "id=fischbude").data["dataFeedElement"]
    assert german == {"@type": "DataFeedItem", "url": f"https://{HOST}/de/claims/fischbude.html", "item": None}
    assert english["item"] is None


def test_cr33_corrections_that_changed_something_are_told(harbour: Desk) -> None:
    (correction,) = of(harbour, "id=faehre-puenktlich")["correction"]
    assert set(correction) == {"@type", "text", "datePublished"}
    minor = Correction(on=datetime.date(2026, 11, 1), class_="minor", cause="reader", notice=Text.plain("A comma."))
    assert "correction" not in of(harbour.with_claim(CLAIM, corrections=(minor,)))


def test_cr34_nothing_from_a_desk_that_nobody_can_correct(harbour: Desk) -> None:
    exported = harbour.with_desk(pages=Pages()).export("claimreview", f"id={CLAIM}")
    why = "the desk names neither a corrections policy nor where to report a mistake (`pages`)"
    assert (exported.data, exported.losses) == ([], (f"{CLAIM}: {why}",))
    assert of(harbour)["author"]["correctionsPolicy"] == f"https://{HOST}/korrekturen"


def test_cr35_a_feed_says_whose_data_it_is_and_what_may_be_done_with_it(harbour: Desk) -> None:
    def told(desk: Desk) -> Markup:
        feed = desk.export("datafeed", f"id={CLAIM}", language="de").data
        item: Markup = feed["dataFeedElement"][0]["item"][0]
        return item

    item = told(harbour)
    assert item["sdLicense"] == {"@type": "CreativeWork", "name": "CC BY 4.0"}
    assert item["sdPublisher"] == {"@type": "Organization", "name": "Die Faktenboje", "url": f"https://{HOST}/"}
    assert item["sdDatePublished"] == "2026-11-24"
    address = "https://creativecommons.org/licenses/by/4.0/"
    assert told(harbour.with_desk(licences=Licences(data=address)))["sdLicense"] == address
    assert "sdLicense" not in told(harbour.with_desk(licences=Licences()))


def media_review(desk: Desk) -> dict[str, Any] | None:
    return of(desk, f"id={MEDIA}").get("associatedMediaReview")


def with_media(desk: Desk, *categories: Any, **fields: Any) -> dict[str, Any] | None:  # noqa: ANN401  (words of the vocabulary)
    return media_review(desk.with_claim(MEDIA, media_review=MediaReview(categories=categories, **fields)))


def test_mr01_the_category_is_one_of_six(harbour: Desk) -> None:
    for category in get_args(MediaCategory):
        found = with_media(harbour, category)
        assert found is not None
        assert found["mediaAuthenticityCategory"] == category
    assert with_media(harbour, "AuthenticContent") is None
    found = with_media(harbour, "TransformedContent", "MissingContext", "SatireOrParodyContent", "TransformedContent")
    assert found is not None
    assert found["mediaAuthenticityCategory"] == ["TransformedContent", "SatireOrParodyContent"]


@pytest.mark.parametrize("altered", ["EditedOrCroppedContent", "StagedContent", "TransformedContent"])
def test_mr02_an_original_is_not_altered(altered: str, harbour: Desk) -> None:
    assert with_media(harbour, "OriginalMediaContent", altered) is None
    assert with_media(harbour, "OriginalMediaContent", "DecontextualizedContent") is not None


def test_mr03_and_mr04_the_original_and_where_it_comes_from_are_told(harbour: Desk) -> None:
    context = Text({"de": "Ein Foto\nvon 2024.", "en": "A photograph of 2024."})
    found = with_media(harbour, "DecontextualizedContent", original="https://photo.example/1", original_context=context)
    assert found is not None
    assert (found["originalMediaLink"], found["originalMediaContextDescription"]) == ("https://photo.example/1", "Ein Foto von 2024.")
    odd = with_media(harbour, "DecontextualizedContent", original="javascript:alert(1)")
    assert odd is not None
    assert {"originalMediaLink", "originalMediaContextDescription"} & set(odd) == set()


def test_mr05_the_two_reviews_name_each_other(harbour: Desk) -> None:
    for review in reviews(harbour, f"id={MEDIA}"):
        media = review["associatedMediaReview"]
        assert media["associatedClaimReview"] == {"@type": "ClaimReview", "@id": review["@id"], "url": review["url"]}
        assert media["@id"] != review["@id"]
        assert media["itemReviewed"]["interpretedAsClaim"] == {"@type": "Claim", "description": review["claimReviewed"]}
        assert [one["url"] for one in media["itemReviewed"]["mediaItemAppearance"]] == ["https://netz.example/beitraege/4711"]


def test_the_same_bytes_come_of_the_same_records(harbour: Desk) -> None:
    for name in ("claimreview", "datafeed", "factcheck-tools", "averitec", "csv", "jsonl", "bibtex"):
        assert harbour.export(name) == harbour.export(name)
    lines = harbour.export("claimreview").text.splitlines()
    assert [lines[0], lines[-1], len(lines)] == ["[", "]", 22]
    assert all(json.loads(line.removesuffix(",")) for line in lines[1:-1])
