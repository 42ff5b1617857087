"""What public validators say of the markup: PyLD with schema.org's own context, the vocabulary, and a published JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from claimtrack.records.claim import Verdict
from claimtrack.records.presets import SCALES
from claimtrack.records.text import Text

if TYPE_CHECKING:
    from tests.exchange.conftest import Desk

SCHEMA_ORG = "https://schema.org/"


@pytest.fixture(scope="module")
def documents(harbour: Desk, school: Desk) -> list[Any]:
    """Everything that goes out as JSON-LD, and a claim with texts that try to break out of it."""
    odd = Text({"de": "</script> @id \u202e \x00 \ud800", "en": '"@context": {}'})
    hostile = harbour.with_claim("wal-im-nebel", statement=odd, verdict=Verdict(rating="refuted", summary=odd))
    scales = [
        harbour.with_claim("wal-im-nebel", verdict=Verdict(rating=rating.id, scale=scale.id))
        for scale in SCALES.values()
        for rating in scale.ratings[:1]
    ]
    return [desk.export(name).data for desk in (harbour, school, hostile, *scales) for name in ("claimreview", "datafeed")]


@pytest.fixture(scope="module")
def vocabulary(external_material: Path) -> Mapping[str, Mapping[str, Any]]:
    """Every type and property of schema.org, by its name."""
    graph = json.loads((external_material / "data" / "schemaorg-v30" / "schemaorg-current-https.jsonld").read_text("utf-8"))["@graph"]
    return {one["@id"].removeprefix("schema:"): one for one in graph}


def test_pyld_expands_it_and_nothing_gets_lost(documents: list[Any], external_material: Path) -> None:
    jsonld = pytest.importorskip("pyld.jsonld", reason="PyLD, which expands JSON-LD, is not installed (extra `dev`)")
    context = json.loads((external_material / "data" / "schemaorg-v30" / "schemaorgcontext.jsonld").read_text("utf-8"))

    def load(url: str, _options: object) -> dict[str, Any]:
        assert url.rstrip("/") == "https://schema.org"
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": context}

    for document in documents:
        expanded = jsonld.expand(document, {"documentLoader": load})
        written = sum(1 for one in objects(document) for name in one if not name.startswith("@") and one[name] is not None)
        kept = sum(1 for one in objects(expanded) for name in one if "schema.org/" in name)
        assert kept == written
        assert all(name.startswith(("@", "http://schema.org/", SCHEMA_ORG)) for one in objects(expanded) for name in one)


def objects(value: object) -> Iterator[Mapping[str, Any]]:
    """Yield every object in JSON."""
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from objects(one)
    elif isinstance(value, list):
        for one in value:
            yield from objects(one)


def names(value: object) -> set[str]:
    """Return the ids that a value of the vocabulary names: one, or a list of them."""
    several = value if isinstance(value, list) else [value]
    return {one["@id"].removeprefix("schema:") for one in several if isinstance(one, dict)}


def kinds_of(name: str, vocabulary: Mapping[str, Mapping[str, Any]]) -> set[str]:
    """Return a type with those that it is a kind of."""
    above = names(vocabulary[name].get("rdfs:subClassOf")) & set(vocabulary)
    return {name}.union(*(kinds_of(one, vocabulary) for one in above))


def test_every_property_belongs_to_its_type(documents: list[Any], vocabulary: Mapping[str, Mapping[str, Any]]) -> None:
    seen = set()
    for one in objects(documents):
        kinds = kinds_of(one["@type"], vocabulary)
        for name in one:
            if not name.startswith("@"):
                assert kinds & names(vocabulary[name]["schema:domainIncludes"]), f"{name} of {one['@type']}"
                seen.add(name)
    assert len(seen) > 35


def test_every_nested_type_may_stand_where_it_stands(documents: list[Any], vocabulary: Mapping[str, Mapping[str, Any]]) -> None:
    for one in objects(documents):
        for name, value in one.items():
            for inner in value if isinstance(value, list) else [value]:
                if isinstance(inner, dict):
                    assert kinds_of(inner["@type"], vocabulary) & names(vocabulary[name]["schema:rangeIncludes"]), (
                        f"{inner['@type']} in {name}"
                    )


def test_the_public_schema_of_claimreview_accepts_what_it_knows(documents: list[Any], external_material: Path) -> None:
    """It is older than some properties, takes numbers as texts only, and wants of every organisation that claims something an address."""
    folder = external_material / "data" / "claimreview-validators" / "duke-json-schema"
    schema = json.loads((folder / "claim-review-schema.json").read_text("utf-8"))
    known = set(schema["definitions"]["claimReview"]["properties"])
    rating = set(schema["definitions"]["reviewRating"]["properties"])
    schema["definitions"]["claimReview"].pop("$id")  # resolves to no address
    validator = jsonschema.Draft6Validator(schema, format_checker=jsonschema.Draft6Validator.FORMAT_CHECKER)
    reviews = [one for one in objects(documents) if one["@type"] == "ClaimReview" and "@context" in one]
    assert len(reviews) > 100
    for review in reviews:
        told = {name: value for name, value in review.items() if name in known}
        told["reviewRating"] = {
            name: value if isinstance(value, str) else str(value) for name, value in review["reviewRating"].items() if name in rating
        }
        told["itemReviewed"] = {name: value for name, value in review["itemReviewed"].items() if name != "author"}
        assert [one.message for one in validator.iter_errors(told)] == []


@pytest.mark.filterwarnings("ignore")  # of libraries about each other
def test_the_public_shapes_accept_it(harbour: Desk, external_material: Path) -> None:
    shacl = pytest.importorskip("pyshacl", reason="pyshacl, which holds JSON-LD against shapes, is not installed")
    rdf = pytest.importorskip("rdflib")
    data = external_material / "data"
    context = json.loads((data / "schemaorg-v30" / "schemaorgcontext.jsonld").read_text("utf-8"))["@context"]
    shapes = data / "claimreview-validators" / "schemarama" / "demo" / "validation" / "shacl" / "full.shacl"

    def conforms(reviews: list[dict[str, Any]]) -> bool:
        graph = rdf.Graph().parse(data=json.dumps([{**one, "@context": context} for one in reviews]), format="json-ld")
        same = rdf.Graph().parse(data=graph.serialize(format="nt").replace("<https://schema.org/", "<http://schema.org/"), format="nt")
        accepted: bool = shacl.validate(same, shacl_graph=rdf.Graph().parse(shapes, format="turtle"))[0]
        return accepted

    reviews = harbour.export("claimreview").data
    assert conforms(reviews)
    assert not conforms([{**reviews[0], "claimReviewed": {"@type": "Rating"}}])


def test_the_api_body_has_the_fields_of_the_api(harbour: Desk) -> None:
    """The names of ClaimReviewMarkupPage, v1alpha1, as its reference gives them."""
    page = {"pageUrl", "publishDate", "claimReviewAuthor", "claimReviewMarkups"}
    markup = {"url", "claimReviewed", "claimDate", "claimFirstAppearance", "claimAppearances", "claimAuthor", "rating"}
    numbers = {"ratingValue", "worstRating", "bestRating"}
    for body in harbour.export("factcheck-tools").data:
        assert set(body) == page
        assert set(body["claimReviewAuthor"]) == {"name", "imageUrl"}
        for one in body["claimReviewMarkups"]:
            assert set(one) <= markup
            assert set(one.get("claimAuthor", ())) <= {"name", "jobTitle", "sameAs"}
            assert set(one["rating"]) <= numbers | {"textualRating", "ratingExplanation"}
            assert all(type(one["rating"][name]) is int for name in numbers & set(one["rating"]))


def test_every_field_of_averitec_is_there_in_its_type(harbour: Desk, external_material: Path) -> None:
    real = json.loads((external_material / "data" / "averitec" / "claims-150.json").read_text("utf-8"))
    fields = set.intersection(*(set(one) for one in real)) - {"_row"}
    types = {name: {type(one[name]) for one in real} for name in fields}
    answers = [answer for one in real for question in one["questions"] for answer in question["answers"]]
    for claim in harbour.export("averitec").data:
        assert set(claim) == fields | {"cached_original_claim_url"}
        assert all(type(claim[name]) in types[name] | {type(None)} for name in fields)
        for answer in (answer for question in claim["questions"] for answer in question["answers"]):
            assert set(answer) <= {name for one in answers for name in one}
            assert answer["answer_type"] in {one["answer_type"] for one in answers}
