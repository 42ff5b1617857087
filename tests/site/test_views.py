"""What pages show, before there is any HTML: the words, the order, and what must not be misunderstood."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs
import pytest
from markupsafe import Markup

from claimtrack.project import Project
from claimtrack.publication import published
from claimtrack.records.claim import Appearance, Claim, Reasons, Verdict
from claimtrack.records.evidence import Computed, Evidence
from claimtrack.records.passage import Quote, Stretch
from claimtrack.records.presets import SCALES
from claimtrack.records.quantity import Quantity, Tolerance
from claimtrack.records.source import Source
from claimtrack.records.speaker import NoClaimant, OwnVoice, Speaker
from claimtrack.records.text import Text
from claimtrack.site.views.amounts import amount, written_sum
from claimtrack.site.views.article_page import article_page
from claimtrack.site.views.badges import badge, tone
from claimtrack.site.views.basis import Body, basis
from claimtrack.site.views.claim_page import ClaimPage, claim_page
from claimtrack.site.views.corrections import retraction
from claimtrack.site.views.edition import Edition, Phrase, Place, contact, place
from claimtrack.site.views.evidence import numbered
from claimtrack.site.views.lists import source_page, start_page, status_page
from claimtrack.site.views.paths import fits_path, way
from claimtrack.site.views.relations import backward
from claimtrack.site.views.rows import answer, listed, row
from claimtrack.site.views.speakers import Voice, claimant, note_on_attribution


def shown(edition: Edition, claim_id: str) -> ClaimPage:
    back = backward(edition.project).get(claim_id, [])
    return claim_page(edition, edition.project.claims[claim_id], back=back, missing={}, findings=())


def changed(edition: Edition, claim_id: str, **fields: Any) -> Edition:  # noqa: ANN401  (the fields of a claim)
    """Return an edition in which one claim is another."""
    claims = dict(edition.project.claims)
    claims[claim_id] = attrs.evolve(claims[claim_id], **fields)
    return attrs.evolve(edition, project=attrs.evolve(edition.project, claims=claims))


class TestWhatMustNotBeMisunderstood:
    """The aspect, the claimant and the relation do this work; a page without them would defame."""

    def test_words_put_into_a_mouth_do_not_fall_on_the_person(self, german: Edition, english: Edition) -> None:
        page = shown(german, "clock-quote")
        assert page.badge.label == Phrase("Widerlegt")
        assert page.badge.checked == "ob diese Person es gesagt hat"
        assert page.claimed.claimant == Voice(sentence=Markup("<bdi>Abendblatt</bdi>, in eigener Stimme"))
        assert page.claimed.attributed_to is not None
        assert page.claimed.attributed_to.name == Phrase("Kim Glocke")
        assert page.note == ("Bewertet wird der Satz des Artikels, nicht, wem er ihn zuschreibt: <bdi>Kim Glocke</bdi>.")
        assert shown(english, "clock-quote").note == (
            "What is rated is the article’s sentence, not those it is attributed to: <bdi>Kim Glocke</bdi>."
        )

    def test_an_accusation_that_was_made_is_not_proven(self, german: Edition, english: Edition) -> None:
        page = shown(german, "accusation")
        assert page.badge.label == Phrase("Belegt")
        assert page.badge.checked == "ob es gesagt wurde, nicht ob es zutrifft"
        assert page.note == "Dass es gesagt wurde, ist belegt. Ob es stimmt, ist hier nicht geprüft."
        assert page.content == (), "readers see no claim that is not published"
        assert page.related == ()
        assert shown(english, "accusation").note == "That it was said is supported. Whether it is true is not checked here."

    def test_in_the_preview_it_leads_to_the_check_of_its_content(self, draft: Edition) -> None:
        (content,) = shown(draft, "accusation").content
        assert content.link == "accusation-content.html"
        assert (content.badge.rating, content.badge.label, content.badge.definition) == (
            "",
            Phrase("Noch keine Bewertung"),
            Phrase("Es fehlen Belege"),
        )
        (back,) = shown(draft, "accusation-content").said_in
        assert back.link == "accusation.html"
        assert back.badge.checked == "ob es gesagt wurde, nicht ob es zutrifft"

    def test_a_proposal_proves_even_less(self, draft: Edition) -> None:
        unpublished = changed(draft, "accusation", published=None)
        assert shown(unpublished, "accusation").note == (
            "Dass es gesagt wurde, wäre nach diesem Vorschlag belegt. Ob es stimmt, ist hier nicht geprüft."
        )
        refuted = changed(draft, "accusation", verdict=draft.project.claims["clock-quote"].verdict)
        assert shown(refuted, "accusation").note == "Geprüft ist hier nur, ob es gesagt wurde. Ob es stimmt, ist hier nicht geprüft."

    def test_who_speaks_for_themselves_needs_no_note(self, german: Edition) -> None:
        claim = attrs.evolve(german.project.claims["clock-quote"], claimant=Speaker(name=Text.plain("Kim Glocke")), attributed_to=None)
        assert note_on_attribution(german, claim) is None

    def test_an_attribution_by_somebody_else_falls_on_nobody_either(self, german: Edition) -> None:
        claim = attrs.evolve(german.project.claims["clock-quote"], claimant=Speaker(name=Text.plain("Laden"), kind="organisation"))
        assert note_on_attribution(german, claim) == ("Bewertet wird, was hier zugeschrieben wird, nicht, wem: <bdi>Kim Glocke</bdi>.")

    def test_the_aspect_stands_in_every_list_and_tally(self, german: Edition) -> None:
        start = start_page(german, ())
        supported = start.ratings[0]
        assert supported.label == Phrase("Belegt")
        assert supported.checked == "ob es so ist (eine); ob es gesagt wurde, nicht ob es zutrifft (eine)"
        assert {one.badge.checked for one in supported.rows} == {"ob es gesagt wurde, nicht ob es zutrifft", "ob es so ist"}
        assert article_page(german, german.project.articles["zeitung"], ()).glance == (
            "Fünf Aussagen dieses Artikels sind hier aufgenommen.",
            "Bewertet sind: Belegt (zwei), Teilweise belegt (eine) und Widerlegt (eine).",
            "Geprüft: ob es so ist (zwei); ob diese Person es gesagt hat (eine); ob es gesagt wurde, nicht ob es zutrifft (eine).",
            "Eine ist noch nicht bewertet.",
        )


class TestTheSum:
    """The arithmetic, as somebody can follow it who has never seen claimtrack."""

    def test_written_out(self, german: Edition) -> None:
        found = shown(german, "visitors-sum").sum
        assert found is not None
        assert found.written_out == "4.500 + 1.280 = 5.780"
        assert [(one.evidence, one.anchor, one.amount.text, one.amount.as_of) for one in found.terms] == [
            (1, "evidence-adults", "4.500 Menschen", "Stand 2025"),
            (2, "evidence-children", "geschätzt 1.280 Menschen", "Stand um den 31. Dezember 2025"),
        ]
        assert found.result == "5.780 Menschen"
        assert found.claimed is not None
        assert found.claimed.text == "rund 5.500 Menschen"
        assert found.distance == "Die behauptete Zahl liegt 4,8\u00a0% unter dem Ergebnis."
        assert found.allowed == "Zugestanden: 10\u00a0% Abweichung von der behaupteten Zahl, also 4.950 bis 6.050."
        assert found.within == "Das Ergebnis liegt darin."
        assert found.dates_apart == Phrase("Die Kinder wurden am Jahresende gezählt.")

    def test_in_english(self, english: Edition) -> None:
        found = shown(english, "visitors-sum").sum
        assert found is not None
        assert (found.written_out, found.result) == ("4,500 + 1,280 = 5,780", "5,780 people")
        assert found.distance == "The claimed number is 4.8% lower than the result."
        assert found.allowed == "Allowed: 10% off the claimed number, that is 4,950 to 6,050."

    @pytest.mark.parametrize(
        ("computed", "written_out"),
        [
            ({"difference": ("a", "b-2")}, "7 − 2,5 = 1"),
            ({"ratio": ("a", "b-2")}, "7 ÷ 2,5 = 1"),
            ({"expression": "(a + b-2) * 1000.5 / 3 - a"}, "(7 + 2,5) × 1.000,5 ÷ 3 − 7 = 1"),
            ({"expression": "a + nobody"}, "7 + nobody = 1"),
        ],
    )
    def test_every_form(self, german: Edition, computed: dict[str, Any], written_out: str) -> None:
        evidence = tuple(
            Evidence(id=one, source="statistik", stance="term", quantity=Quantity(value=Decimal(value), unit="person"))
            for one, value in (("a", "7"), ("b-2", "2.5"))
        )
        claim = Claim(id="x", status="draft", evidence=evidence, computed=Computed(result=Decimal(1), **computed))
        found = written_sum(german, claim, numbered(claim))
        assert found is not None
        assert found.written_out == written_out
        assert (found.claimed, found.distance, found.allowed) == (None, None, None)

    @pytest.mark.parametrize(
        ("claimed", "result", "distance", "within"),
        [
            ("10000000", "10575500", "Die behauptete Zahl liegt 5,4\u00a0% unter dem Ergebnis.", "Das Ergebnis liegt darin."),
            ("100", "100", "Die behauptete Zahl ist genau das Ergebnis.", "Das Ergebnis liegt darin."),
            ("300", "200", "Die behauptete Zahl liegt 50\u00a0% über dem Ergebnis.", "Das Ergebnis liegt nicht darin."),
            ("90", "99", "Die behauptete Zahl liegt 9,1\u00a0% unter dem Ergebnis.", "Das Ergebnis liegt darin."),
            ("5", "0", None, "Das Ergebnis liegt nicht darin."),
        ],
    )
    def test_the_distance(self, german: Edition, claimed: str, result: str, distance: str | None, within: str) -> None:
        quantity = Quantity(value=Decimal(claimed), unit="person", tolerance=Tolerance.parse("10 %"))
        claim = Claim(id="x", status="draft", quantity=quantity, computed=Computed(sum=("a",), result=Decimal(result)))
        found = written_sum(german, claim, {})
        assert found is not None
        assert (found.distance, found.within) == (distance, within)

    def test_a_reason_not_to_add_up(self, german: Edition) -> None:
        claim = attrs.evolve(german.project.claims["visitors-sum"], computed=Computed(sum=("adults",), result=Decimal(1), but="children"))
        found = written_sum(german, claim, numbered(claim))
        assert found is not None
        assert found.but == (2, "evidence-children")

    def test_what_no_calculation_can_hold_is_shown_as_it_stands(self, german: Edition) -> None:
        computed = Computed(expression="adults * 1a + 1.500", result=Decimal(1))
        claim = attrs.evolve(german.project.claims["visitors-sum"], computed=computed)
        found = written_sum(german, claim, numbered(claim))
        assert found is not None
        assert found.written_out == "4.500 × 1a + 1.500 = 1"

    @pytest.mark.parametrize(
        ("quantity", "text"),
        [
            ({"value": "1", "unit": "person"}, "1 Mensch"),
            ({"value": "1000", "unit": "person", "about": "rund"}, "rund 1.000 Menschen"),
            ({"value": "1000", "unit": "person", "about": "yes"}, "geschätzt 1.000 Menschen"),
            ({"value": "1000", "unit": "euro", "comparator": "more than", "about": "rund"}, "mehr als 1.000 Euro"),
            ({"value": "2", "unit": "<b>"}, "<bdi>2</bdi> <bdi>&lt;b&gt;</bdi>"),
            ({"value": "20000", "up_to": "99999", "unit": "person"}, "20.000 bis 99.999 Menschen"),
            ({"value": "0.5", "up_to": "1", "unit": "km", "about": "rund"}, "rund 0,5 bis 1 Kilometer"),
            ({"value": "1", "unit": "million person"}, "1 Million Menschen"),
            ({"value": "2.5", "unit": "million person", "comparator": "at least"}, "mindestens 2,5 Millionen Menschen"),
            ({"value": "2", "up_to": "3", "unit": "billion US-dollar"}, "2 bis 3 Milliarden US-Dollar"),
            ({"value": "3", "unit": "trillion euro"}, "3 Billionen Euro"),
            ({"value": "3.5", "unit": "thousand person"}, "3.500 Menschen"),
            ({"value": "1", "unit": "hundred million person"}, "100.000.000 Menschen"),
            ({"value": "95", "unit": "%"}, "95 Prozent"),
            ({"value": "1", "unit": "pp"}, "1 Prozentpunkt"),
            ({"value": "50", "unit": "km/h"}, "50 Kilometer pro Stunde"),
            ({"value": "12.5", "unit": "case per 100000 person"}, "12,5 Fälle pro 100.000 Menschen"),
            ({"value": "9", "unit": "euro per person per month"}, "9 Euro pro Mensch pro Monat"),
            ({"value": "2.5", "unit": "million <b>"}, "<bdi>2,5 Millionen</bdi> <bdi>&lt;b&gt;</bdi>"),
            ({"value": "2", "unit": "<b> per day"}, "<bdi>2</bdi> <bdi>&lt;b&gt;</bdi> pro Tag"),
            ({"value": "2", "unit": "tonne of CO2"}, "<bdi>2</bdi> <bdi>tonne of CO2</bdi>"),
        ],
    )
    def test_amounts(self, german: Edition, quantity: dict[str, Any], text: str) -> None:
        numbers: dict[str, Any] = {name: Decimal(quantity[name]) for name in ("value", "up_to") if name in quantity}
        assert amount(german, Quantity(**(quantity | numbers))).text == text

    def test_amounts_in_english(self, english: Edition) -> None:
        def text(value: str, unit: str, up_to: str | None = None) -> str:
            return amount(english, Quantity(value=Decimal(value), unit=unit, up_to=Decimal(up_to) if up_to else None)).text

        assert text("20000", "person", "99999") == "20,000 to 99,999 people"
        assert text("1", "million person") == "1 million people"
        assert text("3", "trillion euro") == "3 trillion euros"
        assert text("1", "mile per hour") == "1 mile per hour"
        assert text("6", "foot") == "6 feet"

    @pytest.mark.parametrize(
        ("first", "second", "claimed", "computed", "written_out"),
        [
            (
                "4.5 million person",
                "300000 person",
                "5 million person",
                "sum",
                "4,5 Millionen Menschen + 300.000 Menschen = 7 Millionen Menschen",
            ),
            ("4 person", "3 person", "5 million person", "sum", "4 Menschen + 3 Menschen = 7 Millionen Menschen"),
            ("4 person", "3 person", "5 person", "sum", "4 + 3 = 7"),
            ("4 million person", "3 million person", "5 times", "ratio", "4 ÷ 3 = 7"),
            ("4 million person", "3 person", "5 times", "ratio", "4 Millionen Menschen ÷ 3 Menschen = 7 mal so viele"),
            ("4 <b>", "3 <i>", "5 <b>", "sum", "4 <b> + 3 <i> = 7 <b>"),
        ],
    )
    def test_units_stand_in_the_sum_where_they_differ(
        self, german: Edition, first: str, second: str, claimed: str, computed: str, written_out: str
    ) -> None:
        def quantity(words: str) -> Quantity:
            value, _, unit = words.partition(" ")
            return Quantity(value=Decimal(value), unit=unit)

        evidence = tuple(
            Evidence(id=one, source="statistik", stance="term", quantity=quantity(words)) for one, words in (("a", first), ("b", second))
        )
        form: dict[str, Any] = {computed: ("a", "b")}
        claim = Claim(id="x", status="draft", evidence=evidence, quantity=quantity(claimed), computed=Computed(result=Decimal(7), **form))
        found = written_sum(german, claim, numbered(claim))
        assert found is not None
        assert found.written_out == written_out

    @pytest.mark.parametrize(
        ("quantity", "result", "sentences"),
        [
            ({"value": "100", "up_to": "200"}, "150", ("Das Ergebnis liegt in der behaupteten Spanne.", None, None)),
            ({"value": "100", "up_to": "200"}, "200", ("Das Ergebnis liegt in der behaupteten Spanne.", None, None)),
            ({"value": "100", "up_to": "200"}, "250", ("Die behauptete Spanne endet 20\u00a0% unter dem Ergebnis.", None, None)),
            ({"value": "100", "up_to": "200"}, "80", ("Die behauptete Spanne beginnt 25\u00a0% über dem Ergebnis.", None, None)),
            (
                {"value": "100", "up_to": "200", "tolerance": "10 %"},
                "220",
                (
                    "Die behauptete Spanne endet 9,1\u00a0% unter dem Ergebnis.",
                    "Zugestanden: 10\u00a0% Abweichung von der behaupteten Zahl, also 90 bis 220.",
                    "Das Ergebnis liegt darin.",
                ),
            ),
            (
                {"value": "100", "comparator": "at least", "tolerance": "10 person"},
                "500",
                (
                    "Die behauptete Zahl liegt 80\u00a0% unter dem Ergebnis.",
                    "Zugestanden: 10 Menschen Abweichung von der behaupteten Zahl, also mindestens 90.",
                    "Das Ergebnis liegt darin.",
                ),
            ),
            (
                {"value": "100", "comparator": "less than", "tolerance": "1 %"},
                "101",
                (
                    "Die behauptete Zahl liegt 1\u00a0% unter dem Ergebnis.",
                    "Zugestanden: 1\u00a0% Abweichung von der behaupteten Zahl, also weniger als 101.",
                    "Das Ergebnis liegt nicht darin.",
                ),
            ),
            ({"value": "5", "tolerance": "2 euro"}, "5", ("Die behauptete Zahl ist genau das Ergebnis.", None, None)),
        ],
    )
    def test_ranges_and_open_ends(self, german: Edition, quantity: dict[str, Any], result: str, sentences: tuple[str | None, ...]) -> None:
        read: dict[str, Any] = {"value": Decimal, "up_to": Decimal, "tolerance": Tolerance.parse, "comparator": str}
        claimed = Quantity(unit="person", **{name: read[name](text) for name, text in quantity.items()})
        found = written_sum(
            german, Claim(id="x", status="draft", quantity=claimed, computed=Computed(sum=("a",), result=Decimal(result))), {}
        )
        assert found is not None
        assert (found.distance, found.allowed, found.within) == sentences

    def test_what_has_no_end_in_the_unit_of_the_claim_is_rounded(self, german: Edition) -> None:
        claimed = Quantity(value=Decimal(10), unit="mile", tolerance=Tolerance.parse("1 km"))
        found = written_sum(german, Claim(id="x", status="draft", quantity=claimed, computed=Computed(sum=("a",), result=Decimal(10))), {})
        assert found is not None
        assert found.allowed == "Zugestanden: 1 Kilometer Abweichung von der behaupteten Zahl, also 9,38 bis 10,62."


def citing(edition: Edition, sources: dict[str, Source]) -> Edition:
    """Return an edition of a project that has more sources."""
    return attrs.evolve(edition, project=attrs.evolve(edition.project, sources={**edition.project.sources, **sources}))


def claim_on(*sources: Source) -> Claim:
    """Return a claim that writes its sources out."""
    evidence = tuple(Evidence(id=f"e{place}", source=one, stance="supports") for place, one in enumerate(sources))
    return Claim(id="x", status="draft", evidence=evidence)


class TestTheBasis:
    """What a check rests on, in words."""

    def test_in_words(self, german: Edition) -> None:
        found = basis(german, german.project.claims["visitors-sum"])
        assert attrs.astuple(found, recurse=False) == (
            "Drei Belege.",
            "Sie gehen auf zwei voneinander unabhängige Urheber zurück:",
            (Body(Phrase("Stadt Beispiel"), (Phrase("Stadtmuseum"), Phrase("Bauamt"))), Body(Phrase("Uhrenverein"))),
            "",
            "Gelesen: eines am Original, von einem nur ein Auszug und eines vollständig, nicht am Original.",
            "Aus erster Hand (Primärquelle): zwei von drei.",
            "Archiviert: eine von zwei Quellen im Netz.",
        )

    def test_parts_of_one_body_count_once_even_as_terms(self, german: Edition) -> None:
        claim = german.project.claims["visitors-sum"]
        found = basis(german, attrs.evolve(claim, evidence=claim.evidence[:2]))
        assert found.origins == "Alles geht auf einen einzigen Urheber zurück:"
        assert found.bodies == (Body(Phrase("Stadt Beispiel"), (Phrase("Stadtmuseum"), Phrase("Bauamt"))),)

    def test_what_was_not_seen_stands_for_nobody(self, german: Edition) -> None:
        claim = german.project.claims["accusation"]
        unseen = attrs.evolve(claim, evidence=tuple(attrs.evolve(one, seen="memory") for one in claim.evidence))
        found = basis(german, unseen)
        assert (found.origins, found.bodies) == ("Nichts davon wurde gesehen.", ())
        assert found.reading == "Gelesen: eines nur aus dem Gedächtnis."

    def test_without_evidence(self, german: Edition) -> None:
        assert basis(german, Claim(id="x", status="draft")).pieces == "Noch kein Beleg."

    @pytest.mark.parametrize("fixture", ["german", "draft"])
    def test_a_protected_source_is_not_counted_and_not_given_away(self, fixture: str, request: pytest.FixtureRequest) -> None:
        edition: Edition = request.getfixturevalue(fixture)
        claim = edition.project.claims["clock-quote"]
        found = basis(edition, claim)
        assert found.origins == "Sie gehen auf zwei voneinander unabhängige Urheber zurück:"
        assert len(found.bodies) == 2
        assert found.protected == "Dazu kommen Angaben einer geschützten Quelle; von wem sie sind, bleibt ungenannt."

        only = basis(edition, attrs.evolve(claim, evidence=claim.evidence[2:]))
        assert (only.origins, only.bodies) == ("", ())
        assert only.protected == "Es sind Angaben einer geschützten Quelle; von wem sie sind, bleibt ungenannt."

    def test_without_a_declared_origin_the_publisher_is_named(self, german: Edition) -> None:
        inline = Source(url="https://a.example/", publisher=Text.plain("Verlag A"), seen="live")
        claim = Claim(id="x", status="draft", evidence=(Evidence(id="a", source=inline, stance="supports"),))
        assert basis(german, claim).bodies == (Body(Phrase("Verlag A")),)

    def test_what_sources_cite_is_what_they_go_back_to(self, draft: Edition) -> None:
        wire = Source(publisher=Text.plain("Agentur A"))
        printed = Source(publisher=Text.plain("Verlag A"), cites=("wire",), seen="live")
        copied = Source(publisher=Text.plain("Verlag B"), cites=("wire",), seen="live")
        found = basis(citing(draft, {"wire": wire}), claim_on(printed, copied))

        assert found.origins == "Alles geht auf einen einzigen Urheber zurück:"
        assert found.bodies == (Body(Phrase("Agentur A")),)

    def test_whom_a_source_has_it_from_is_not_given_away_where_that_is_protected(self, draft: Edition) -> None:
        secret = Source(origin="clock-club", publisher=Text.plain("Anna A"), protected=Text.plain("Sie hat Angst."))
        told = Source(publisher=Text.plain("Verlag A"), cites=("secret",), seen="live")

        assert basis(citing(draft, {"secret": secret}), claim_on(told)).bodies == (Body(Phrase("Verlag A")),)


class TestEvidence:
    """The cards, in the author's order."""

    def test_a_card(self, german: Edition) -> None:
        one, two, three = shown(german, "visitors-sum").evidence
        assert (one.number, one.anchor, one.stance_words, one.seen, one.level) == (
            1,
            "evidence-adults",
            "Teil der Rechnung",
            "am Original gelesen",
            "Primärquelle",
        )
        assert (one.quote, one.translation) == (Phrase("Erwachsene: 4.500"), None), "a German quote needs no translation here"
        assert one.cited == ("cite-1-1", "cite-1-2")
        assert (two.quote, two.translation) == (Phrase("an estimated 1,280 children", "en"), Phrase("geschätzt 1.280 Kinder"))
        assert two.origin == Phrase("Bauamt")
        assert three.added == "Ergänzt am 9. Mai 2026"

    def test_the_archived_copy_comes_before_the_live_page(self, german: Edition) -> None:
        source = shown(german, "visitors-sum").evidence[0].source
        assert [one.label for one in source.archives] == ["Archivkopie vom 6. Mai 2026"]
        assert source.live == Place("https://stadt.example/statistik?jahr=2025", "stadt.example")
        assert source.link_note is None

    def test_without_an_archived_copy_it_says_so(self, german: Edition) -> None:
        source = shown(german, "visitors-sum").evidence[1].source
        assert (source.archives, source.link_note) == ((), "keine Archivkopie")
        assert source.copies == (Place("https://spiegel.example/protokoll", "spiegel.example"),)

    def test_no_link_where_the_record_says_so(self, german: Edition) -> None:
        source = shown(german, "clock-quote").evidence[1].source
        assert (source.live, source.archives, source.copies) == (None, (), ())
        assert source.link_note == "Auf diese Seite verlinken wir nicht."

    def test_no_link_from_where_the_claim_appeared_to_such_a_page_either(self, toy: Project, german: Edition) -> None:
        claim = german.project.claims["clock-quote"]
        (silent,) = [source for source in toy.sources.values() if not source.link]
        places = (*(Appearance(url=url) for url in (silent.url, *silent.copies)), Appearance(url="https://other.example/"))
        page = shown(changed(german, claim.id, appearances=places), claim.id)
        assert [one.live for one in page.claimed.appeared[-len(places) :]] == [
            *(None for _ in places[1:]),
            Place("https://other.example/", "other.example"),
        ]

    @pytest.mark.parametrize("fixture", ["german", "draft"])
    def test_a_protected_source_shows_why_and_nothing_else(self, fixture: str, request: pytest.FixtureRequest) -> None:
        source = shown(request.getfixturevalue(fixture), "clock-quote").evidence[2].source
        assert source.title == Phrase("Geschützte Quelle")
        assert source.protected == Phrase("Die Quelle könnte ihre Stelle verlieren.")
        assert (source.live, source.publisher, source.link_note) == (None, None, None)

    def test_two_of_one_id_get_two_anchors(self, german: Edition) -> None:
        claim = german.project.claims["accusation"]
        twice = changed(german, "accusation", evidence=(*claim.evidence, *claim.evidence))
        assert [one.anchor for one in shown(twice, "accusation").evidence] == ["evidence-letter", "evidence-2"]

    def test_an_id_that_fits_no_address_gets_its_number(self) -> None:
        evidence = tuple(Evidence(id=one, source="x", stance="context") for one in ('"><b>', "7", "a-b"))
        claim = Claim(id="x", status="draft", evidence=evidence)
        assert [anchor for _, anchor in numbered(claim).values()] == ["evidence-1", "evidence-2", "evidence-a-b"]


class TestAnswers:
    """What a page is called: never the bare claim."""

    def test_the_headline(self, german: Edition) -> None:
        assert answer(german, german.project.claims["visitors-sum"]).title == "5.500 passt: Es waren 5.780"

    def test_without_one_it_says_that_the_claim_is_still_to_be_checked(self, draft: Edition) -> None:
        assert answer(draft, draft.project.claims["draft"]).title == "Noch zu prüfen: Der Turm ist schief."
        assert answer(draft, Claim(id="x", status="draft")).title == "Eine Aussage, die noch nicht in Worte gefasst ist"

    def test_under_correction_there_is_no_answer(self, german: Edition, draft: Edition) -> None:
        page = shown(german, "correcting")
        assert page.answer.title == "Diese Prüfung wird gerade korrigiert"
        assert page.under_correction
        assert (page.summary, page.reasoning, page.so_far, page.sum, page.note, page.badge.rating) == (None, None, None, None, None, "")
        assert page.badge.label == Phrase("in Korrektur")
        assert shown(draft, "correcting").correcting_note == (
            "Auf der öffentlichen Seite steht derzeit nur, dass diese Prüfung korrigiert wird."
        )

    def test_even_a_project_with_too_much_in_it_gives_no_answer_away(self, toy: Project, german: Edition) -> None:
        careless = attrs.evolve(german, project=toy)
        assert "CANARY-ANSWER" not in str(shown(careless, "correcting"))

    def test_a_language_that_is_missing_is_marked(self, draft: Edition, english: Edition) -> None:
        in_english = attrs.evolve(draft, paths=english.paths)
        assert answer(in_english, draft.project.claims["draft"]).words == Phrase("Der Turm ist schief.", "de")


class TestBadges:
    """A rating, and what was checked beside it."""

    def test_an_unreviewed_one_is_a_proposal(self, draft: Edition, english: Edition) -> None:
        unpublished = changed(draft, "corrected", published=None)
        assert badge(unpublished, unpublished.project.claims["corrected"]).proposed
        in_english = attrs.evolve(unpublished, paths=english.paths)
        assert badge(in_english, unpublished.project.claims["corrected"]).label == Phrase("partly supported")
        assert badge(english, english.project.claims["corrected"]).label == Phrase("Partly supported")
        assert not badge(draft, draft.project.claims["corrected"]).proposed

    def test_without_a_rating(self, draft: Edition) -> None:
        assert badge(draft, draft.project.claims["draft"]).label == Phrase("Noch keine Bewertung")
        assert badge(draft, draft.project.claims["declined"]).label == Phrase("Nicht geprüft"), "it waits for no evidence"
        assert badge(draft, draft.project.claims["draft"]).checked == "noch nicht festgelegt"

    def test_a_rating_that_nobody_knows_is_shown_as_written(self, draft: Edition) -> None:
        verdict = Verdict(rating="<great>")
        odd = badge(changed(draft, "corrected", verdict=verdict), attrs.evolve(draft.project.claims["corrected"], verdict=verdict))
        assert (odd.rating, odd.label, odd.tone, odd.proposed) == ("", Phrase("<great>"), "open", True)

    @pytest.mark.parametrize(
        ("scale", "tones"),
        [
            ("six-step@1", ["full", "most", "half", "none", "off", "off", "off"]),
            ("google-five@1", ["full", "most", "half", "little", "none"]),
            ("fever-three@1", ["off", "off", "off"]),
        ],
    )
    def test_how_they_are_drawn(self, scale: str, tones: list[str]) -> None:
        assert [tone(SCALES[scale], one) for one in SCALES[scale].ratings] == tones


class TestLists:
    """Start page, status page, article page, sources."""

    def test_the_start_page_groups_by_rating_and_by_status(self, german: Edition) -> None:
        start = start_page(german, ())
        assert start.count == "Fünf Aussagen, jede für sich betrachtet."
        assert [(one.label.text, one.count) for one in start.ratings] == [
            ("Belegt", "zwei Aussagen"),
            ("Teilweise belegt", "eine Aussage"),
            ("Widerlegt", "eine Aussage"),
            ("in Korrektur", "eine Aussage"),
        ]
        assert [(one.label.text, one.count) for one in start.statuses] == [
            ("korrigiert", "eine Aussage"),
            ("veröffentlicht", "drei Aussagen"),
            ("in Korrektur", "eine Aussage"),
        ]
        assert [(one.link, one.title, one.count) for one in start.articles] == [
            ("de/articles/zeitung.html", Phrase("Turmuhr geht vor, 5.500 staunen"), "fünf Aussagen")
        ]

    def test_the_filter_offers_every_rating_once(self, draft: Edition) -> None:
        some = changed(draft, "corrected", published=None, verdict=draft.project.claims["clock-quote"].verdict)
        assert [(one.id, one.label.text) for one in start_page(some, ()).rating_choices] == [
            ("supported", "Belegt"),
            ("refuted", "Widerlegt"),
            ("none", "Noch keine Bewertung"),
        ]

    def test_in_the_preview_by_the_steps_of_the_work(self, draft: Edition) -> None:
        assert [(one.id, len(one.rows)) for one in status_page(draft).statuses] == [
            ("draft", 1),
            ("in-review", 1),
            ("approved", 4),
            ("correcting", 1),
            ("declined", 1),
        ]

    def test_a_retracted_claim_is_in_no_list(self, draft: Edition, german: Edition) -> None:
        assert "retracted" not in [one.id for one in listed(draft)]
        assert "retracted" not in [one.id for one in listed(german)]

    def test_an_empty_site(self, toy: Project, german: Edition) -> None:
        empty = attrs.evolve(german, project=published(attrs.evolve(toy, claims={})))
        assert start_page(empty, ()).count == ""
        assert source_page(empty).sources == ()

    def test_the_article_tells_claims_in_the_order_of_its_text(self, german: Edition) -> None:
        page = article_page(german, german.project.articles["zeitung"], ())
        assert [one.answer.words.text[:9] for one in page.rated] == ["5.500 pas", "Der Satz ", "Den Vorwu", "Ein Teil "]
        assert [one.answer.title for one in page.unrated] == ["Diese Prüfung wird gerade korrigiert"]
        moved = changed(german, "visitors-sum", quote=Quote(exact="x", at=Stretch(800, 801)))
        again = article_page(moved, german.project.articles["zeitung"], ())
        assert [one.answer.words.text[:9] for one in again.rated] == ["Der Satz ", "Den Vorwu", "5.500 pas", "Ein Teil "]

    def test_what_changes_the_meaning_and_who_introduced_it(self, german: Edition) -> None:
        page = article_page(german, german.project.articles["zeitung"], ())
        assert [(one.who, one.text, one.row.link) for one in page.introduced] == [
            (Phrase("Abendblatt"), Phrase("die Uhr gehe vor, sagte die Küsterin"), "../claims/clock-quote.html")
        ]
        assert [(one.category, one.should_be) for one in page.meaning] == [("Zuschreibung", Phrase("meint der Reporter"))]
        assert [len(one) for one in (page.omissions, page.unsourced, page.slips, page.not_checked, page.wanted)] == [1, 1, 1, 1, 1]
        assert page.slips_title == "Eine Stelle zu Sprache und Aufbau"

    def test_sources_say_what_they_are_used_for(self, german: Edition) -> None:
        assert [(one.anchor, len(one.cited_in)) for one in source_page(german).sources] == [
            ("source-statistik", 3),
            ("source-brief", 2),
            ("source-hetze", 1),
            ("source-protokoll", 2),
        ]


class TestSpeakers:
    """Who makes a claim."""

    @pytest.mark.parametrize(
        ("who", "sentence"),
        [
            (OwnVoice(), Markup("<bdi>Abendblatt</bdi>, in eigener Stimme")),
            (NoClaimant(none=Text.plain("eine <Tafel>")), Markup("niemand, der sich nennen ließe: <bdi>eine &lt;Tafel&gt;</bdi>")),
            (None, "noch nicht festgelegt"),
        ],
    )
    def test_nobody_with_a_name(self, german: Edition, who: OwnVoice | NoClaimant | None, sentence: str) -> None:
        claim = attrs.evolve(german.project.claims["visitors-sum"], claimant=who)
        assert claimant(german, claim).sentence == sentence

    def test_an_outlet_that_is_not_known(self, german: Edition) -> None:
        articles = {"zeitung": attrs.evolve(german.project.articles["zeitung"], publisher=None)}
        unknown = attrs.evolve(german, project=attrs.evolve(german.project, articles=articles))
        claim = german.project.claims["visitors-sum"]
        assert claimant(unknown, claim).sentence == "der Artikel, in eigener Stimme; sein Medium ist nicht bekannt"
        assert row(unknown, claim, "index.html").claimant.sentence == "der Artikel, in eigener Stimme"


class TestTheRest:
    """Corrections, relations, exceptions, the desk's work."""

    def test_corrections_tell_what_was(self, german: Edition) -> None:
        (one,) = shown(german, "corrected").corrections
        assert (one.title, one.class_words, one.cause) == (
            "Korrektur vom 20. Mai 2026",
            "Wesentliche Korrektur",
            "Hinweis aus der Leserschaft",
        )
        assert (one.was_rating, one.was_summary) == (Phrase("Belegt"), Phrase("Das Gehäuse ist von 1900."))
        assert one.notice == (
            "<p>Eine Leserin wies uns auf das <em>Protokoll</em> hin "
            '<a class="cite" id="cite-correction-1-2-1" href="#evidence-council" aria-label="Beleg 2">[2]</a>.</p>\n'
        )

    def test_a_retraction_is_a_notice(self, german: Edition) -> None:
        found = retraction(german, german.project.claims["retracted"])
        assert found is not None
        assert (found.on, found.notice) == ("Zurückgezogen am 1. Juni 2026.", "<p>Wir haben uns <strong>geirrt</strong>.</p>\n")

    def test_relations_are_seen_from_both_sides(self, german: Edition) -> None:
        assert [(one.kind_words, one.row.link) for one in shown(german, "visitors-sum").related] == [
            ("Zum selben Thema", "clock-quote.html")
        ]
        assert [(one.kind_words, one.row.link) for one in shown(german, "clock-quote").related] == [
            ("Zum selben Thema", "visitors-sum.html")
        ]

    def test_exceptions_letters_searches_questions(self, german: Edition) -> None:
        page = shown(german, "visitors-sum")
        assert [one.what for one in page.exemptions] == ["Keine Suche nach Gegenbelegen", "Zahlen von verschiedenen Tagen"]
        (letter,) = page.letters
        assert (letter.about, letter.on, letter.until, letter.outcome, letter.reply) == (
            "Frage nach der Aussage",
            "7. Mai 2026",
            "Antwort erbeten bis 9. Mai 2026",
            "Antwort erhalten",
            (3, "evidence-reply"),
        )
        (search,) = page.searches
        assert (search.read.text, search.by.text, search.on) == ("Stadtarchiv", "Ada Muster", "8. Mai 2026")
        assert [(len(one.answers), one.evidence) for one in page.questions] == [(1, ((1, "evidence-adults"),)), (0, ())]
        assert [(one.what.text, one.remark) for one in page.missing] == [
            ("Der Bericht von Clock News", Phrase("Nur der Anfang wurde gesehen."))
        ]

    def test_every_reason_can_be_shown(self, german: Edition) -> None:
        all_of_them = Reasons(**{one.name: Text.plain(one.name) for one in attrs.fields(Reasons)})
        page = shown(changed(german, "visitors-sum", reasons=all_of_them), "visitors-sum")
        assert [one.why.text for one in page.exemptions] == [one.name for one in attrs.fields(Reasons)]

    def test_who_stands_behind_it(self, german: Edition, draft: Edition) -> None:
        check = shown(german, "visitors-sum").check
        assert check.reviewed is not None
        assert (check.written_by, check.decided_by, check.reviewed.who, check.reviewed.on) == (
            (Phrase("Ada Muster"),),
            (Phrase("Ada Muster"),),
            Phrase("Bo Vorlage"),
            "11. Mai 2026",
        )
        assert (check.published, check.review_due, check.status) == ("12. Mai 2026", "12. Mai 2027", None)
        unread = shown(draft, "accusation-content").check
        assert (unread.reviewed, unread.decided_by, unread.status) == (None, (), Phrase("Zum Gegenlesen"))

    def test_what_the_next_status_still_wants(self, draft: Edition) -> None:
        page = claim_page(
            draft,
            draft.project.claims["accusation-content"],
            back=[],
            missing={"needs-work": (), "approved": ("approval", "selection"), "declined": ("reason",), "in-review": ("aspect",)},
            findings=(),
        )
        assert [(str(one.sentence), one.demands) for one in page.wanted] == [
            (
                "Für „<bdi>Gegengelesen</bdi>“ fehlt noch:",
                (
                    "eine Gegenlesung durch eine zweite Person, die weder geschrieben noch bewertet hat",
                    "warum diese Aussage geprüft wird",
                ),
            )
        ]


@pytest.mark.parametrize(
    ("address", "there"),
    [
        ("https://a.example", Place("https://a.example/", "a.example")),
        ("javascript:alert(1)", None),
        ("mailto:a@b.example", None),
        (None, None),
    ],
)
def test_places(address: str | None, there: Place | None) -> None:
    assert place(address) == there


@pytest.mark.parametrize(
    ("address", "there"),
    [
        ("mailto:a@b.example", Place("mailto:a@b.example", "a@b.example")),
        ("mailto:a@b.example?subject=x", None),
        ("mailto:a@b.example\n", None),
        ("https://a.example/x", Place("https://a.example/x", "a.example")),
    ],
)
def test_contacts(address: str, there: Place | None) -> None:
    assert contact(address) == there


@pytest.mark.parametrize(
    ("start", "target", "link"),
    [
        ("index.html", "de/claims/a.html", "de/claims/a.html"),
        ("de/claims/a.html", "de/claims/b.html", "b.html"),
        ("de/claims/a.html", "index.html", "../../index.html"),
        ("de/claims/a.html", "en/claims/a.html", "../../en/claims/a.html"),
        ("de/a.html", "de/claims/a.html", "claims/a.html"),
    ],
)
def test_ways(start: str, target: str, link: str) -> None:
    assert way(start, target) == link


@pytest.mark.parametrize(
    ("record_id", "fits"),
    [("a", True), ("a-1", True), ("", False), ("A", False), ("../a", False), ("a\n", False), ("ä", False), ("a" * 201, False)],
)
def test_ids_that_fit_an_address(record_id: str, *, fits: bool) -> None:
    assert fits_path(record_id) is fits
