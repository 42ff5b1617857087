"""The sources for LaTeX: a reader of BibTeX gets every text back, and none of them runs anything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs
import pytest

from claimtrack.dates import PartialDate
from claimtrack.records.evidence import Evidence
from claimtrack.records.source import Source
from claimtrack.records.text import Text

if TYPE_CHECKING:
    from tests.exchange.conftest import Desk

SOURCE = "neujahrsempfang"
QUERY = "id=buergermeisterin-mondkalender"
HOSTILE = '\\input{/etc/passwd} {x}} % $a_b^c$ ~ # & " @online{y,\n\x07title={z}} \u2028 } and , Müller'


def entry(text: str, key: str = SOURCE) -> str:
    """Return an entry."""
    (found,) = re.findall(rf"^@\w+{{{re.escape(key)},\n(?:  .*\n)*}}\n", text, flags=re.MULTILINE)
    assert isinstance(found, str)
    return found


def test_an_entry(harbour: Desk) -> None:
    assert entry(harbour.export("bibtex", QUERY).text) == (
        "@online{neujahrsempfang,\n"
        "  title = {Neujahrsempfang 2026},\n"
        "  organization = {{Stadt Nordhafen}},\n"
        "  date = {2026-01-12},\n"
        "  language = {de},\n"
        "  url = {https://rathaus.example/aufnahmen/neujahrsempfang-2026},\n"
        "  urldate = {2026-01-19},\n"
        "  note = {Archived: https://webarchiv.example/20260119/rathaus.example/aufnahmen/neujahrsempfang-2026},\n"
        "}\n"
    )


@pytest.mark.parametrize("date", ["2025", "2025-02", "2025-02-24", "2025~"])
def test_a_date_as_far_as_it_is_known(date: str, harbour: Desk) -> None:
    desk = harbour.with_source(SOURCE, published=PartialDate.parse(date))
    assert f"  date = {{{date}}},\n" in entry(desk.export("bibtex", QUERY).text)


def test_what_pages_do_not_link_to_has_no_address_here(harbour: Desk) -> None:
    shown = entry(harbour.with_source(SOURCE, link=False).export("bibtex", QUERY).text)
    assert shown.startswith("@misc{")
    assert "https:" not in shown


def test_a_text_is_set_and_not_run(harbour: Desk) -> None:
    desk = harbour.with_source(SOURCE, title=HOSTILE, publisher=Text.plain(HOSTILE), author=Text.plain(HOSTILE), title_inferred=True)
    shown = entry(desk.export("bibtex", QUERY).text)
    title = re.search(r"^  title = \{(.*)\},$", shown, flags=re.MULTILINE)
    assert title is not None
    allowed = r"\\text(?:backslash|braceleft|braceright|asciitilde|asciicircum)\{\}|\\[#$%&_]|[^\\{}#$%&_~^]"
    assert re.fullmatch(rf"(?:{allowed})*", title[1])
    assert shown.count("{") == shown.count("}")
    assert "The title was concluded, not read." in shown


def test_a_source_written_out_in_a_claim_is_named_after_both(harbour: Desk) -> None:
    claim = harbour.project.claims["wal-im-nebel"]
    there = Evidence(id="log", source=Source(title="Log", url="https://log.example/"), stance="context")
    hidden = Evidence(id="pilot", source=Source(title="A name", protected=Text.plain("Why")), stance="context")
    exported = harbour.with_claim(claim.id, evidence=(there, hidden)).export("bibtex", f"id={claim.id}")
    assert entry(exported.text, "wal-im-nebel.log").startswith("@online{wal-im-nebel.log,\n  title = {Log},\n")
    assert "A name" not in exported.text
    assert exported.losses == (": a protected source has no entry",)


def test_everything_is_marked_and_protected_sources_never_go_out(harbour: Desk) -> None:
    public, all_of_it = harbour.export("bibtex"), harbour.export("bibtex", everything=True)
    keys = [set(re.findall(r"^@\w+\{([^,]+),", one.text, flags=re.MULTILINE)) for one in (public, all_of_it)]
    marked = {key for key in keys[1] if "keywords = {not-public}" in entry(all_of_it.text, key)}
    assert keys[1] - keys[0] == marked
    assert marked
    assert {one.id for one in harbour.project.sources.values() if one.protected} & keys[1] == set()
    assert "not-public" not in public.text


def test_ids_that_are_none_have_no_key(harbour: Desk) -> None:
    sources = {**harbour.project.sources, "a,b={": Source(id="a,b={", title="x")}
    evidence = (Evidence(id="e", source="a,b={", stance="context"),)

    desk = type(harbour)(attrs.evolve(harbour.project, sources=sources)).with_claim("wal-im-nebel", evidence=evidence)
    exported = desk.export("bibtex", "id=wal-im-nebel")
    assert "@" not in exported.text
    assert exported.losses == ("a,b={: its id can be no key",)


def test_a_reader_of_bibtex_gets_the_same_sources(harbour: Desk) -> None:
    database = pytest.importorskip("pybtex.database", reason="pybtex, which reads BibTeX, is not installed (extra `dev`)")
    desk = harbour.with_source(SOURCE, title=HOSTILE, author=Text.plain("Meier, Müller and Sons"))
    read = database.parse_string(desk.export("bibtex").text, "bibtex")
    assert len(read.entries) > 20
    assert [str(person) for person in read.entries[SOURCE].persons["author"]] == ["{Meier, Müller and Sons}"]
    assert read.entries["aquarium-wiebke"].fields["date"] == "2024-08"
    assert read.entries[SOURCE].fields["title"].startswith("\\textbackslash{}input\\textbraceleft{}")
