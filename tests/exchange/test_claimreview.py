"""ClaimReview says only what holds, rule by rule of the list that Google, Bing, schema.org and broken pages in the wild have taught."""

from __future__ import annotations

import datetime
import json
import math
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from claimtrack.dates import PartialDate
from claimtrack.exchange.claimreview import claim_review, page_address
from claimtrack.exchange.jsonld import encode
from claimtrack.project import Project
from claimtrack.records.article import Article
from claimtrack.records.claim import Appearance, Claim, Correction, HistoryEntry, Retraction, Verdict
from claimtrack.records.desk import Desk, Pages, Person, Publisher
from claimtrack.records.presets import SCALES
from claimtrack.records.source import Archive
from claimtrack.records.speaker import NoClaimant, OwnVoice, Speaker
from claimtrack.records.text import Text

PATH = "de/claims/uhr.html"
ADDRESS = "https://desk.example/check/de/claims/uhr.html"


def both(de: str, en: str) -> Text:
    return Text({"de": de, "en": en})


DESK = Desk(
    format=1,
    publisher=Publisher(name=both("Prüfstelle", "Example Checks"), url="https://desk.example/check/", logo="https://desk.example/logo.svg"),
    languages=("de", "en"),
    pages=Pages(corrections="https://desk.example/korrekturen"),
    people={"ada": Person(shown=Text.plain("Ada"), may=("write",)), "bo": Person(shown=Text.plain("Bo"), may=("write", "review"))},
)
ARTICLE = Article(
    id="zeitung",
    title="Die Uhr\n geht vor",
    url="https://blatt.example/uhr",
    publisher=Text.plain("Abendblatt"),
    language="de",
    published=PartialDate(2026, 5, 4),
)
CLAIM = Claim(
    id="uhr",
    folder="zeitung",
    status="approved",
    authors=("ada",),
    statement=both("Die Uhr geht vor.", "The clock runs fast."),
    aspect="fact",
    claimant=OwnVoice(),
    made_on=PartialDate(2026, 5, 3),
    verdict=Verdict(rating="refuted", summary=both("Sie geht nach.", "It runs slow.")),
    published=datetime.date(2026, 5, 12),
    history=(HistoryEntry(to="approved", on=datetime.date(2026, 5, 11), by="bo", covers="v1:0"),),
)


def review(claim: Claim = CLAIM, *, desk: Desk = DESK, article: Article | None = ARTICLE, language: str = "de") -> dict[str, Any] | None:
    project = Project(
        root=Path(),
        desk_file="claims/desk.yaml",
        desk=desk,
        articles={"zeitung": article} if article else {},
        claims={claim.id: claim},
        today=datetime.date(2026, 6, 2),
    )
    return claim_review(project, claim, language, PATH)


def of(claim: Claim = CLAIM, **context: Any) -> dict[str, Any]:  # noqa: ANN401  (as review takes them)
    found = review(claim, **context)
    assert found is not None
    return found


def test_the_whole_of_it() -> None:
    assert of() == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": "Die Uhr geht vor.",
        "url": ADDRESS,
        "inLanguage": "de",
        "author": {
            "@type": "Organization",
            "name": "Prüfstelle",
            "url": "https://desk.example/check/",
            "logo": "https://desk.example/logo.svg",
            "correctionsPolicy": "https://desk.example/korrekturen",
        },
        "datePublished": "2026-05-12",
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "Widerlegt",
            "ratingExplanation": "Sie geht nach.",
            "ratingValue": 1,
            "bestRating": 5,
            "worstRating": 1,
        },
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Organization", "name": "Abendblatt"},
            "datePublished": "2026-05-03",
            "appearance": [
                {
                    "@type": "CreativeWork",
                    "url": "https://blatt.example/uhr",
                    "headline": "Die Uhr geht vor",
                    "publisher": {"@type": "Organization", "name": "Abendblatt"},
                    "datePublished": "2026-05-04",
                    "inLanguage": "de",
                }
            ],
        },
    }


def test_in_the_words_of_the_page() -> None:
    found = of(language="en")
    assert (found["claimReviewed"], found["inLanguage"], found["author"]["name"]) == ("The clock runs fast.", "en", "Example Checks")
    assert (found["reviewRating"]["alternateName"], found["reviewRating"]["ratingExplanation"]) == ("Refuted", "It runs slow.")


class TestWhereThereIsNone:
    """CR05, CR32, CR34, and a verdict."""

    @pytest.mark.parametrize(
        "fields",
        [
            {"published": None},
            {"published": datetime.date(2026, 6, 3)},
            {"status": "in-review"},
            {"status": "correcting"},
            {"history": ()},
            {"history": (HistoryEntry(to="approved", on=datetime.date(2026, 5, 11), by="ada", covers="v1:0"),)},
            {"retracted": Retraction(on=datetime.date(2026, 5, 13), notice=Text.plain("x"))},
            {"verdict": None},
            {"verdict": Verdict(rating="great")},
            {"verdict": Verdict(rating="refuted", scale="nobody-knows@1")},
            {"statement": None},
        ],
        ids=", ".join,
    )
    def test_for_this_claim(self, fields: dict[str, Any]) -> None:
        assert review(attrs.evolve(CLAIM, **fields)) is None

    @pytest.mark.parametrize(
        "publisher",
        [None, "http://desk.example/", "https://desk.example/?x=1", "https://desk.example/#x", "javascript:alert(1)", "//desk.example/"],
    )
    def test_for_a_desk_without_a_site_under_https(self, publisher: str | None) -> None:
        assert review(desk=attrs.evolve(DESK, publisher=attrs.evolve(DESK.publisher, url=publisher))) is None

    def test_for_a_desk_that_nobody_can_correct(self) -> None:
        assert review(desk=attrs.evolve(DESK, pages=Pages())) is None
        assert review(desk=attrs.evolve(DESK, pages=Pages(report="mailto:a@b.example"))) is not None


class TestTheClaim:
    """CR02, CR03, CR19 to CR25."""

    def test_the_short_statement_where_there_is_one(self) -> None:
        assert of(attrs.evolve(CLAIM, short=both("Uhr geht\n vor", "Clock fast")))["claimReviewed"] == "Uhr geht vor"

    def test_the_short_statement_only_in_the_language_of_the_page(self) -> None:
        only_german = attrs.evolve(CLAIM, short=Text({"de": "Uhr geht vor"}))
        assert of(only_german)["claimReviewed"] == "Uhr geht vor"
        assert of(only_german, language="en")["claimReviewed"] == "The clock runs fast."

    def test_whom_it_is_only_attributed_to_is_never_named(self) -> None:
        claim = attrs.evolve(CLAIM, aspect="attribution", attributed_to=Speaker(name=Text.plain("Kim Glocke")))
        assert "Kim Glocke" not in json.dumps(of(claim))

    def test_a_person(self) -> None:
        speaker = Speaker(
            name=Text.plain("Kim Glocke"),
            role=both("Küsterin", "Sexton"),
            affiliation=Text.plain("Kirche"),
            same_as="https://kirche.example/kim",
        )
        assert of(attrs.evolve(CLAIM, claimant=speaker))["itemReviewed"]["author"] == {
            "@type": "Person",
            "name": "Kim Glocke",
            "jobTitle": "Küsterin",
            "affiliation": {"@type": "Organization", "name": "Kirche"},
            "sameAs": "https://kirche.example/kim",
        }

    @pytest.mark.parametrize("kind", ["organisation", "group"])
    def test_an_organisation_has_no_job(self, kind: Any) -> None:  # noqa: ANN401  (one of the vocabulary)
        speaker = Speaker(name=Text.plain("Verein"), kind=kind, role=Text.plain("x"), affiliation=Text.plain("y"), same_as="ftp://x")
        assert of(attrs.evolve(CLAIM, claimant=speaker))["itemReviewed"]["author"] == {"@type": "Organization", "name": "Verein"}

    def test_nobody_rather_than_a_placeholder(self) -> None:
        for claim in (attrs.evolve(CLAIM, claimant=NoClaimant(none=Text.plain("eine Tafel"))), attrs.evolve(CLAIM, claimant=None)):
            assert "author" not in of(claim)["itemReviewed"]
        assert "author" not in of(article=attrs.evolve(ARTICLE, publisher=None))["itemReviewed"]
        assert "author" not in of(article=None)["itemReviewed"]

    @pytest.mark.parametrize(
        ("made_on", "told"),
        [
            (PartialDate(2026, 5), "2026-05"),
            (PartialDate(2026), "2026"),
            (PartialDate(2026, 5, 3, about=True), None),
            (PartialDate(2026, 5, 13), None),
            (None, None),
        ],
    )
    def test_its_date_as_far_as_it_is_known_and_never_after_the_review(self, made_on: PartialDate | None, told: str | None) -> None:
        assert of(attrs.evolve(CLAIM, made_on=made_on))["itemReviewed"].get("datePublished") == told

    def test_every_appearance_once_the_first_apart_and_none_on_the_desks_own_site(self) -> None:
        appearances = (
            Appearance(
                url="https://video.example/1", title="Sitzung", publisher=Text.plain("Stadt"), published=PartialDate(2026, 5, 3), first=True
            ),
            Appearance(url="https://blatt.example/uhr"),
            Appearance(url="https://DESK.example/check/x"),
            Appearance(url="https://sub.desk.example/"),
            Appearance(url="https://notdesk.example/"),
            Appearance(url="javascript:alert(1)"),
            Appearance(title="Tasse"),
            Appearance(article="zeitung"),
        )
        found = of(attrs.evolve(CLAIM, appearances=appearances))["itemReviewed"]
        assert found["firstAppearance"] == {
            "@type": "CreativeWork",
            "url": "https://video.example/1",
            "headline": "Sitzung",
            "publisher": {"@type": "Organization", "name": "Stadt"},
            "datePublished": "2026-05-03",
        }
        assert [one["url"] for one in found["appearance"]] == ["https://blatt.example/uhr", "https://notdesk.example/"]

    def test_archived_copies_beside_the_address_and_never_in_its_place(self) -> None:
        archives = (
            Archive(provider="a", url="https://archiv.example/1", status="ok"),
            Archive(provider="b", url="https://archiv.example/2", status="gone"),
            Archive(provider="c", file="x.txt"),
        )
        appearances = (Appearance(url="https://video.example/1", archives=archives), Appearance(archives=archives))
        found = of(attrs.evolve(CLAIM, appearances=appearances), article=None)["itemReviewed"]["appearance"]
        assert found == [{"@type": "CreativeWork", "url": "https://video.example/1", "archivedAt": ["https://archiv.example/1"]}]


class TestTheRating:
    """CR08 to CR17, CR29."""

    @pytest.mark.parametrize("scale", SCALES.values(), ids=lambda scale: scale.id)
    def test_numbers_stand_together_or_not_at_all_and_only_on_the_axis(self, scale: Any) -> None:  # noqa: ANN401  (a scale)
        for rating in scale.ratings:
            found = of(attrs.evolve(CLAIM, verdict=Verdict(rating=rating.id, scale=scale.id)))["reviewRating"]
            numbers = [found.get(name) for name in ("worstRating", "ratingValue", "bestRating")]
            assert found["alternateName"] == rating.label.by_language["de"]
            assert numbers == [None] * 3 if rating.number is None else numbers == sorted(numbers)
            assert rating.number is None or (numbers[0] >= 1 and numbers[0] < numbers[2] and all(type(one) is int for one in numbers))

    @pytest.mark.parametrize("numbers", [(1, 1), (0, 5), (-1, -1), (3, None), (None, None)])
    def test_a_scale_whose_numbers_say_nothing(self, numbers: tuple[int | None, int | None]) -> None:
        ratings = tuple(
            attrs.evolve(rating, number=number) for rating, number in zip(SCALES["fever-three@1"].ratings[:2], numbers, strict=True)
        )
        desk = attrs.evolve(DESK, scale=attrs.evolve(SCALES["fever-three@1"], ratings=ratings))
        assert set(of(desk=desk)["reviewRating"]) == {"@type", "alternateName", "ratingExplanation"}

    def test_what_was_checked_stands_beside_it(self) -> None:
        project = Project(root=Path(), desk_file="claims/desk.yaml", desk=DESK, claims={"clock": CLAIM}, today=datetime.date(2026, 6, 2))
        found = claim_review(project, CLAIM, "de", PATH, aspect="ob es gesagt wurde, nicht ob es zutrifft")
        assert found is not None
        assert found["reviewRating"]["reviewAspect"] == "ob es gesagt wurde, nicht ob es zutrifft"

    def test_without_a_summary_there_is_no_explanation(self) -> None:
        assert "ratingExplanation" not in of(attrs.evolve(CLAIM, verdict=Verdict(rating="refuted")))["reviewRating"]


class TestCorrections:
    """CR26, CR33."""

    def test_what_changed_and_when(self) -> None:
        corrections = tuple(
            Correction(on=datetime.date(2026, 5, day), class_=how, cause="reader", notice=both(notice, "Notice"))  # type: ignore[arg-type]  # of the vocabulary
            for day, how, notice in ((20, "minor", "Ein Komma."), (21, "substantial", "Es war\nanders [@beleg]."), (22, "update", "Neu."))
        )
        found = of(attrs.evolve(CLAIM, corrections=corrections))
        assert found["dateModified"] == "2026-05-22"
        assert found["correction"] == [
            {"@type": "CorrectionComment", "text": "Es war anders.", "datePublished": "2026-05-21"},
            {"@type": "CorrectionComment", "text": "Neu.", "datePublished": "2026-05-22"},
        ]

    def test_never_modified_before_it_was_published(self) -> None:
        early = Correction(on=datetime.date(2026, 5, 1), class_="minor", cause="reader", notice=Text.plain("x"))
        found = of(attrs.evolve(CLAIM, corrections=(early,)))
        assert "dateModified" not in found
        assert "correction" not in found


def test_the_address_of_a_page() -> None:
    project = Project(root=Path(), desk_file="desk.yaml", desk=DESK)
    assert page_address(project, PATH) == ADDRESS
    bare = attrs.evolve(DESK, publisher=attrs.evolve(DESK.publisher, url="https://desk.example"))
    assert page_address(attrs.evolve(project, desk=bare), "index.html") == "https://desk.example/index.html"


class TestTheEncoder:
    """CR30: what it writes can stand in a page whatever the texts are, and reads back as it was."""

    @pytest.mark.parametrize(
        "text", ["</script>", "<!--<script>", "]]>", "&lt;", "\u2028\u2029", '"', "\\", "\x00", "ä中🦭", "</SCRIPT\t>"]
    )
    def test_it_reads_back(self, text: str) -> None:
        encoded = encode({"a": [text], text: {"b": 1}})
        assert not set("<>&\u2028\u2029\n") & set(encoded)
        assert json.loads(encoded) == {"a": [text], text: {"b": 1}}

    def test_its_keys_are_in_order(self) -> None:
        assert encode({"b": 1, "a": {"d": None, "c": True}}) == '{"a":{"c":true,"d":null},"b":1}'

    @pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
    def test_no_number_that_json_cannot_say(self, number: float) -> None:
        with pytest.raises(ValueError, match="JSON"):
            encode({"a": number})

    @pytest.mark.parametrize("value", [datetime.date(2026, 5, 4), Decimal(1), {1}])
    def test_nothing_that_is_not_json(self, value: object) -> None:
        with pytest.raises(TypeError):
            encode({"a": value})
