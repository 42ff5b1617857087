"""Whom evidence goes back to in the end: what sources cite, which of them are one document, and whose names count."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claimtrack.lineage.roots import MOST_ROOTS
from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.records.desk import Desk, Origin, Publisher
from claimtrack.records.evidence import Evidence
from claimtrack.records.source import Source
from claimtrack.records.text import Text

ORIGINS = {one: Origin(name=Text.plain(one)) for one in ("police", "hospital", "town", "paper")}
ORIGINS["office"] = Origin(name=Text.plain("office"), part_of="town")
ORIGINS["archive"] = Origin(name=Text.plain("archive"), part_of="town")
DESK = Desk(format=1, publisher=Publisher(name=Text.plain("Desk")), languages=("en",), origins=ORIGINS)

Sources = dict[str, dict[str, Any]]
Given = str | dict[str, Any] | Evidence


def origins(sources: Sources, *cited: Given) -> list[str]:
    """Return the independent origins of a claim whose evidence cites sources by id, writes them out, or is given as it is."""
    known = {name: Source(id=name, **given) for name, given in sources.items()}
    evidence = tuple(
        one
        if isinstance(one, Evidence)
        else Evidence(id=f"e{place}", source=one if isinstance(one, str) else Source(**one), stance="supports")
        for place, one in enumerate(cited)
    )
    claim = Claim(id="claim", status="draft", evidence=evidence)
    return sorted(Project(root=Path("nowhere"), desk_file="desk.yaml", desk=DESK, sources=known).independent_origins(claim))


def url(path: str) -> str:
    return f"https://news.example/{path}"


# What sources cite


def test_two_sources_that_cite_one_are_one_origin() -> None:
    sources: Sources = {"a": {"cites": ("c",)}, "b": {"cites": ("c",)}, "c": {"origin": "police"}}

    assert origins(sources, "a", "b") == ["police"]
    assert origins(sources, "a", "c") == ["police"]
    assert origins(sources | {"b": {"origin": "hospital"}}, "a", "b") == ["hospital", "police"]


def test_a_source_that_cites_others_is_no_origin_of_its_own() -> None:
    assert origins({"a": {"cites": ("b",), "origin": "paper"}, "b": {"origin": "police"}}, "a") == ["police"]


def test_citations_are_followed_to_the_end() -> None:
    sources: Sources = {
        "a": {"cites": ("b",)},
        "b": {"cites": ("c",)},
        "c": {"cites": ("d",)},
        "d": {"origin": "police"},
        "e": {"cites": ("b",)},
    }

    assert origins(sources, "a", "e", "d") == ["police"]


def test_a_source_that_cites_two_goes_back_to_both() -> None:
    sources: Sources = {"a": {"cites": ("b", "c")}, "b": {"origin": "police"}, "c": {"origin": "hospital"}}

    assert origins(sources, "a") == ["hospital", "police"]
    assert origins(sources | {"c": {"origin": "police"}}, "a") == ["police"]


def test_parts_of_one_body_count_once_also_where_they_are_cited() -> None:
    sources: Sources = {
        "a": {"cites": ("b",)},
        "b": {"origin": "office"},
        "c": {"origin": "archive"},
        "d": {"part_of": "town"},
        "e": {"cites": ("d",)},
    }

    assert origins(sources, "a", "c", "e") == ["town"]


def test_terms_count_by_the_origins_that_they_go_back_to() -> None:
    sources: Sources = {"a": {"cites": ("b",)}, "b": {"origin": "office"}, "c": {"origin": "archive"}}
    terms = tuple(Evidence(id=one, source=one, stance="term") for one in ("a", "c"))

    assert origins(sources, *terms) == ["archive", "office"]
    assert origins(sources, *terms, "b") == ["archive", "office"]


def test_evidence_that_names_an_origin_goes_back_to_that_whatever_its_source_cites() -> None:
    sources: Sources = {"a": {"cites": ("b",)}, "b": {"origin": "police"}}

    assert origins(sources, Evidence(id="own", source="a", stance="supports", origin="paper"), "b") == ["paper", "police"]


def test_a_circle_is_one_origin_unless_it_cites_somebody_else() -> None:
    circle: Sources = {"a": {"cites": ("b",)}, "b": {"cites": ("c",)}, "c": {"cites": ("a",)}}

    assert origins(circle, "a", "b", "c") == ["source a"]
    assert origins({"a": {"cites": ("a",), "origin": "paper"}}, "a") == ["paper"]
    assert origins(circle | {"b": {"cites": ("c", "d")}, "d": {"origin": "police"}}, "a", "b", "c") == ["police"]


def test_a_source_that_nobody_knows_is_an_origin() -> None:
    assert origins({"a": {"cites": ("b",)}}, "a", "b") == ["source b"]
    assert origins({}, "a", "b") == ["source a", "source b"]


def test_a_source_that_is_written_out_cites_too() -> None:
    sources: Sources = {"b": {"origin": "police"}, "c": {"cites": ("b",)}}

    assert origins(sources, {"title": "A", "cites": ("c",), "publisher": Text.plain("Paper")}, "b") == ["police"]


def test_a_long_chain_of_citations_has_an_end_and_many_roots_are_bounded() -> None:
    chain: Sources = {f"s{one}": {"cites": (f"s{one + 1}", f"own-{one}")} for one in range(20_000)}

    assert len(origins(chain, "s0")) == MOST_ROOTS
    assert origins({name: {"cites": given["cites"][:1]} for name, given in chain.items()}, "s0") == ["source s20000"]


# One document under several addresses


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"url": url("report-of-the-year")}, {"url": url("report-of-the-year?utm_source=x")}),
        ({"url": url("a")}, {"url": url("b"), "copies": (url("a"),)}),
        ({"copies": (url("a"),)}, {"copies": (url("a"),)}),
        ({"url": url("a")}, {"url": f"https://web.archive.org/web/2025/{url('a')}"}),
        ({"url": url("a"), "origin": "police"}, {"url": url("a")}),
        ({"url": url("a")}, {"url": url("a"), "origin": "police"}),
        ({"url": url("a"), "origin": "police"}, {"url": url("a"), "origin": "hospital"}),
        ({"url": url("a"), "publisher": Text.plain("News")}, {"url": url("a"), "publisher": Text.plain("The News")}),
        ({"url": url("a#page=3")}, {"url": url("a#page=4")}),
        ({"url": url("a#page=3"), "origin": "police"}, {"url": url("a#page=4")}),
        ({"url": f"https://web.archive.org/web/2024/{url('a')}"}, {"url": f"https://web.archive.org/web/2025/{url('a')}"}),
    ],
)
def test_one_document_is_one_origin(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert len(origins({"one": one, "other": other}, "one", "other")) == 1
    assert len(origins({"one": one}, "one", other)) == 1
    assert len(origins({}, one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"url": url("a")}, {"url": url("b")}),
        ({"url": url("?p=1")}, {"url": url("?p=2")}),
        ({}, {}),
        ({"url": url("a#page=3"), "origin": "police"}, {"url": url("a#page=4"), "origin": "hospital"}),
    ],
)
def test_two_documents_are_two_origins(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert len(origins({"one": one, "other": other}, "one", "other")) == 2
    assert len(origins({"one": one}, "one", other)) == 2
    assert len(origins({}, one, other)) == 2


def test_the_origin_that_any_of_the_addresses_has_is_that_of_all() -> None:
    sources: Sources = {"one": {"url": url("a")}, "other": {"url": url("a?fbclid=x"), "origin": "police"}}

    assert origins(sources, "one") == ["police"]
    assert origins(sources, "one", {"url": url("a/")}) == ["police"]


def test_what_a_claim_writes_out_is_known_by_whatever_it_says_of_it() -> None:
    first, second = {"url": url("a")}, {"url": url("a?fbclid=x"), "origin": "police"}

    assert origins({}, first, second, {"url": url("b"), "origin": "police"}) == ["police"]
    assert origins({}, {"url": url("a#page=3")}, {"url": url("a#page=4"), "origin": "police"}) == ["police"]


def test_documents_are_the_same_over_others() -> None:
    sources: Sources = {"a": {"url": url("a")}, "c": {"url": url("c")}, "b": {"url": url("b"), "copies": (url("a"), url("c"))}}

    assert origins(sources, "a", "c") == ["source a"]


def test_what_one_of_the_addresses_is_said_to_cite_holds_for_all() -> None:
    sources: Sources = {"one": {"url": url("a")}, "other": {"url": url("a?fbclid=x"), "cites": ("b",)}, "b": {"origin": "police"}}

    assert origins(sources, "one", "b") == ["police"]


# What counts beside a verdict


def test_what_side_evidence_takes_says_nothing_about_where_it_comes_from() -> None:
    sources: Sources = {"a": {"origin": "police"}, "b": {"origin": "hospital"}}
    context = Evidence(id="context", source="b", stance="context")

    assert origins(sources, "a", context) == ["hospital", "police"]
    assert origins(sources, context) == ["hospital"]


def test_what_was_not_seen_adds_no_origin() -> None:
    sources: Sources = {"a": {"origin": "police"}, "b": {"origin": "hospital", "seen": "memory"}, "c": {"cites": ("b",)}}

    assert origins(sources, "a", "b") == ["police"]
    assert origins(sources, "c") == ["hospital"]  # the one that cites it was seen
