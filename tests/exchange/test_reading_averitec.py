"""Claims of AVeriTeC come in with their questions, their answers and what these rest on; everything here is invented."""

from __future__ import annotations

import datetime
import io
import json
from typing import Any

import pytest

from claimtrack.changes import Bare
from claimtrack.exchange.averitec_in import import_
from claimtrack.exchange.incoming import ArrivedClaim, Given, Receiving
from claimtrack.findings import Finding
from claimtrack.records.presets import SCALES

RECEIVING = Receiving(today=datetime.date(2026, 3, 20), languages=("en",), scale=SCALES["averitec-four@1"], language="en")
CLAIM: dict[str, Any] = {
    "claim": "A seal took the tram.",
    "label": "Refuted",
    "claim_date": "5-2-2026",
    "speaker": None,
    "original_claim_url": "https://talk.example/1",
    "cached_original_claim_url": "https://archive.example/1",
    "fact_checking_article": "https://web.archive.org/web/20260210000000/https://checks.example/seal-tram",
    "reporting_source": "Tram Talk",
    "claim_types": ["Event/Property Claim"],
    "questions": [
        {
            "question": "Was there a seal?",
            "answers": [
                {
                    "answer": "It was a dog.",
                    "answer_type": "Extractive",
                    "source_url": "https://tram.example/log",
                    "source_medium": "Web text",
                    "cached_source_url": "https://archive.example/log",
                }
            ],
        }
    ],
}


def read(*claims: Any) -> tuple[list[ArrivedClaim], list[str]]:  # noqa: ANN401  (any value of JSON)
    found = list(import_(Given("claims.json", io.BytesIO(json.dumps(list(claims)).encode())), RECEIVING))
    arrived = [one for one in found if not isinstance(one, Finding)]
    said = [one for one in found if isinstance(one, Finding)] + [each for one in arrived for each in one.findings]
    return arrived, [f"{one.span.line}:{one.span.column} {one.code} {one.message}" for one in said]


def test_a_claim_comes_in_with_all_that_records_can_hold() -> None:
    (claim,), said = read(CLAIM)
    assert said == []
    assert list(claim.values) == ["statement", "kind", "made_on", "appearances", "questions", "evidence", "extra"]
    values: dict[str, Any] = dict(claim.values)
    del values["extra"]["original"]
    assert values == {
        "statement": "A seal took the tram.",
        "kind": "event",
        "made_on": Bare("2026-02-05"),
        "appearances": [
            {
                "url": "https://talk.example/1",
                "publisher": "Tram Talk",
                "first": True,
                "archives": [{"provider": "archive.example", "url": "https://archive.example/1"}],
            }
        ],
        "questions": [{"question": "Was there a seal?", "answers": ["It was a dog."], "evidence": ["answer-1"]}],
        "evidence": [
            {
                "id": "fact-check",
                "source": {"url": CLAIM["fact_checking_article"], "kind": "fact-check", "seen": "not-seen"},
                "stance": "context",
            },
            {
                "id": "answer-1",
                "source": {
                    "url": "https://tram.example/log",
                    "kind": "Web text",
                    "seen": "not-seen",
                    "archives": [{"provider": "archive.example", "url": "https://archive.example/log"}],
                },
                "stance": "context",
                "quote": "It was a dog.",
            },
        ],
        "extra": {
            "imported": {
                "format": "averitec",
                "identity": claim.identity,
                "ratings": [{"label": "Refuted", "rating": "refuted", "scale": "averitec-four@1"}],
            }
        },
    }


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"claim": ""}, ["CT905 there is no claim in it: `claim` is empty"]),
        ({"speaker": "Ada Holm"}, ["CT912 `speaker`: nothing says whether ‘Ada Holm’ is a person; the record takes everybody for one"]),
        ({"claim_date": "31-2-2026"}, ["CT912 `claim_date`: ‘31-2-2026’ is no date that can mean only one day"]),
        ({"label": "Not Enough evidence"}, ["CT915 ‘Not Enough evidence’ is no label of averitec-four@1"]),
        ({"claim_types": ["Numerical Claim", "Causal Claim"]}, ["CT913 kept under `extra.original` only: `claim_types`"]),
        ({"claim_types": ["Opinion"]}, ["CT913 kept under `extra.original` only: `claim_types`"]),
        ({"justification": "It was a dog."}, ["CT913 kept under `extra.original` only: `justification`"]),
        ({"original_claim_url": None}, ["CT913 kept under `extra.original` only: `cached_original_claim_url`"]),
        ({"questions": ["Why?"]}, ["CT912 `questions.0`: expected an object with a question"]),
    ],
)
def test_what_records_have_no_room_for_is_told(fields: dict[str, object], said: list[str]) -> None:
    assert [one.partition(" ")[2] for one in read({**CLAIM, **fields})[1]] == said


@pytest.mark.parametrize(
    ("fields", "question", "said"),
    [
        ({"answer_type": "Unanswerable"}, {}, []),
        ({"answer_type": "Abstractive"}, {"answers": ["It was a dog."], "evidence": ["answer-1"]}, []),
        (
            {"answer_type": "Boolean", "boolean_explanation": "Barked."},
            {"answers": ["It was a dog."], "evidence": ["answer-1"]},
            ["CT913 kept under `extra.original` only: `questions.answers.answer_type`, `questions.answers.boolean_explanation`"],
        ),
        (
            {"source_url": "Metadata"},
            {"answers": ["It was a dog."]},
            [
                "CT912 `questions.0.answers.0.source_url`: ‘Metadata’ does not begin with http:// or https://",
                "CT913 kept under `extra.original` only: `questions.answers.cached_source_url`, `questions.answers.source_medium`",
            ],
        ),
    ],
)
def test_an_answer_comes_in_as_far_as_it_is_one(fields: dict[str, object], question: dict[str, object], said: list[str]) -> None:
    answer = {**CLAIM["questions"][0]["answers"][0], **fields}
    (claim,), found = read({**CLAIM, "questions": [{"question": "Was there a seal?", "answers": [answer]}]})
    assert claim.values["questions"] == [{"question": "Was there a seal?", **question}]
    assert [one.partition(" ")[2] for one in found] == said


def test_an_extract_that_is_longer_than_the_desk_quotes_is_no_quote() -> None:
    answer = {**CLAIM["questions"][0]["answers"][0], "answer": "word " * 40 + "end"}
    (claim,), said = read({**CLAIM, "questions": [{"question": "Q?", "answers": [answer]}]})
    evidence: Any = claim.values["evidence"]
    assert "quote" not in evidence[1]
    assert [one.partition(" ")[2] for one in said] == [
        "CT913 203 characters are more than the desk quotes (200), and stand there without being a quote"
    ]


def test_a_file_of_something_else_is_told() -> None:
    assert read({"name": "x"}) == ([], ["1:1 CT904 there is nothing in the file that has a `claim` as AVeriTeC has it"])
    assert read({"questions": []}) == ([], ["1:2 CT905 there is no claim in it: `claim` is missing"])
