"""The shape of AVeriTeC: a label only where it is certain, and null for what records do not say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest

from claimtrack.dates import PartialDate
from claimtrack.exchange.averitec import LABELS
from claimtrack.records.claim import Question, Verdict
from claimtrack.records.presets import SCALES
from claimtrack.records.speaker import OwnVoice
from claimtrack.records.text import Text

if TYPE_CHECKING:
    from tests.exchange.conftest import Desk

CLAIM = "lastenrad-unfaelle"
QUERY = f"id={CLAIM}"


def of(desk: Desk, **options: Any) -> dict[str, Any]:  # noqa: ANN401  (options of an export)
    (claim,) = desk.export("averitec", QUERY, **options).data
    assert isinstance(claim, dict)
    return claim


def test_the_whole_of_it(harbour: Desk) -> None:
    claim = of(harbour, language="en")
    archived = "https://webarchiv.example/20260213/"
    no_comparison = "No. In 2024 only accidents with injuries, in 2025 all of them."
    assert claim == {
        "claim": "In Nordhafen the number of accidents with cargo bikes doubled in 2025 compared with 2024.",
        "required_reannotation": False,
        "label": None,
        "justification": (
            "31 and 62 are in the statistics but count different things: in 2024 only accidents with injuries, in 2025 all of them."
        ),
        "claim_date": "9-2-2026",
        "speaker": "Rike Tammsen",
        "original_claim_url": "https://video.example/nordhafen/rat-2026-02-09",
        "cached_original_claim_url": "https://webarchiv.example/20260212/video.example/nordhafen/rat-2026-02-09",
        "fact_checking_article": f"https://faktenboje.example/en/claims/{CLAIM}.html",
        "reporting_source": "Stadt Nordhafen",
        "location_ISO_code": None,
        "claim_types": ["Numerical Claim"],
        "fact_checking_strategies": [],
        "questions": [
            {
                "question": "Do the two statistics count the same thing?",
                "answers": [
                    {
                        "answer": no_comparison,
                        "answer_type": "Abstractive",
                        "source_url": f"https://polizei.example/verkehrsunfaelle-{year}.pdf",
                        "source_medium": None,
                        "cached_source_url": f"{archived}polizei.example/verkehrsunfaelle-{year}.pdf",
                    }
                    for year in (2024, 2025)
                ],
            },
            {
                "question": "Were more people injured?",
                "answers": [
                    {
                        "answer": "Not in the emergency department: 29 after 30.",
                        "answer_type": "Abstractive",
                        "source_url": "https://klinikum.example/notaufnahme/jahresbericht-2025",
                        "source_medium": None,
                        "cached_source_url": f"{archived}klinikum.example/notaufnahme/jahresbericht-2025",
                    }
                ],
            },
        ],
    }


def test_a_label_only_by_the_same_name(harbour: Desk) -> None:
    labels = {
        (scale.id, rating.id): of(harbour.with_claim(CLAIM, verdict=Verdict(rating=rating.id, scale=scale.id)))["label"]
        for scale in SCALES.values()
        for rating in scale.ratings
    }
    assert {which: label for which, label in labels.items() if label} == {
        ("six-step@1", "supported"): "Supported",
        ("six-step@1", "refuted"): "Refuted",
        ("fever-three@1", "supported"): "Supported",
        ("fever-three@1", "refuted"): "Refuted",
        **{("averitec-four@1", rating.id): label for rating, label in zip(SCALES["averitec-four@1"].ratings, LABELS, strict=True)},
    }


def test_a_scale_that_only_has_the_name_of_the_preset_is_taken_by_its_labels(harbour: Desk) -> None:
    preset = SCALES["averitec-four@1"]
    other = attrs.evolve(preset, ratings=(attrs.evolve(preset.ratings[0], id="yes", label=Text({"en": "Proven", "de": "Bewiesen"})),))
    desk = harbour.with_desk(scale=other).with_claim(CLAIM, verdict=Verdict(rating="yes"))
    assert of(desk)["label"] is None


def test_what_gets_lost_is_said(harbour: Desk) -> None:
    desk = harbour.with_claim(CLAIM, made_on=PartialDate(2026, 2), questions=())
    assert desk.export("averitec", QUERY).losses == (
        f"~{CLAIM}: without a label: AVeriTeC has none called like the rating misleading",
        f"~{CLAIM}: without a date: its day is not known",
        f"~{CLAIM}: without its evidence: AVeriTeC has room for answers to `questions` only",
    )
    assert of(desk)["claim_date"] is None
    assert harbour.export("averitec", "id=fischbude,flut-und-tagesordnung").losses == (
        "fischbude: it was withdrawn",
        "~flut-und-tagesordnung: without a label: it has no verdict",
        "~flut-und-tagesordnung: without its evidence: AVeriTeC has room for answers to `questions` only",
    )


@pytest.mark.parametrize(
    ("kind", "types"),
    [("quotation", ["Quote Verification"]), ("causal", ["Causal Claim"]), ("position", ["Position Statement"]), ("media", []), (None, [])],
)
def test_the_kinds_that_averitec_has_too(kind: Any, types: list[str], harbour: Desk) -> None:  # noqa: ANN401  (of the vocabulary)
    assert of(harbour.with_claim(CLAIM, kind=kind))["claim_types"] == types


def test_answers_in_the_words_of_a_source_and_none_at_all(harbour: Desk) -> None:
    evidence = next(one for one in harbour.project.claims[CLAIM].evidence if one.quote)
    questions = (
        Question(question=Text.plain("What?"), answers=(Text.plain(str(evidence.quote)),), evidence=(evidence.id,)),
        Question(question=Text.plain("Who?"), evidence=(evidence.id,)),
        Question(question=Text.plain("Why?"), answers=(Text.plain("So."),)),
    )
    what, who, why = of(harbour.with_claim(CLAIM, questions=questions))["questions"]
    assert what["answers"][0]["answer_type"] == "Extractive"
    assert who["answers"] == [{"answer": "No answer could be found.", "answer_type": "Unanswerable", "source_url": "", "source_medium": ""}]
    assert why["answers"] == [
        {"answer": "So.", "answer_type": "Abstractive", "source_url": None, "source_medium": None, "cached_source_url": None}
    ]


def test_an_outlet_in_its_own_voice_is_the_speaker(harbour: Desk) -> None:
    claim = of(harbour.with_claim(CLAIM, claimant=OwnVoice(), appearances=()))
    assert (claim["speaker"], claim["reporting_source"]) == ("Nordhafener Bote", "Nordhafener Bote")
    assert claim["original_claim_url"] == "https://bote.example/2026/02/ratssitzung"


def test_a_protected_source_has_no_address_even_where_everything_goes_out(harbour: Desk) -> None:
    used = harbour.project.claims[CLAIM].evidence[0].source
    desk = harbour.with_source(str(used), protected=Text.plain("Somebody's life."))
    for everything in (False, True):
        assert str(harbour.project.sources[str(used)].url) not in desk.export("averitec", QUERY, everything=everything).text


def test_everything_is_marked(harbour: Desk) -> None:
    claims = harbour.export("averitec", everything=True).data
    assert {one["publication"] for one in claims} == {"published", "corrected", "under-correction", "unpublished", "retracted"}
    assert [one["claim"] for one in claims if one["publication"] == "unpublished" and one["fact_checking_article"]] == []
