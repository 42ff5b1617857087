"""What changed in a record: all of it, nothing else, and in words."""

# ruff: noqa: E501  (what is written stands as it is said)
from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.history.alterations import alterations
from claimtrack.history.entries import compared
from claimtrack.history.nouns import _NOUNS, _OF_CLASS, noun_of
from claimtrack.history.showing import Showing
from claimtrack.history.words import _WORDS, OF_A_LIST
from claimtrack.loading import load
from claimtrack.project import Project
from claimtrack.reading.documents import read_document
from claimtrack.reading.structuring import structure
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim
from claimtrack.records.desk import Desk
from claimtrack.records.fields import key_of, written_fields
from claimtrack.records.source import Source
from claimtrack.records.text import Text

INVENTED = Path(__file__).parents[2] / "examples" / "harbour-desk"
"""Every field of a record has a case in this desk."""


@cache
def project() -> Project:
    return load(INVENTED)[0]


def told(before: object, after: object, language: str = "en") -> list[str]:
    """Return what changed in short, as the text and JSON of ``diff`` have it."""
    was = Showing(project(), language, before if isinstance(before, Claim) else None)
    now = Showing(project(), language, after if isinstance(after, Claim) else None)
    return [f"{'.'.join(map(str, one.path))} | {_in_short(one)}" for one in alterations(before, after, was, now)]


def _in_short(one: Any) -> str:  # noqa: ANN401
    return one.sentence or f"{one.what} {one.kind}: {one.before} -> {one.after}"


def claim(text: str) -> Claim:
    """Return a claim of a desk whose first language is German, as it is read from a file."""
    document, findings = read_document("claims/town/a.yaml", text.encode())
    assert document is not None, findings
    record, misfits = structure(document.values, Claim, given={"id": "a", "folder": "town"})
    assert not misfits
    assert record is not None
    return record


def says(value: Any) -> Any:  # noqa: ANN401  (any value of a record)
    """Return what a value says in plain data; nothing where it says nothing."""
    if isinstance(value, Text):
        return {tag or project().desk.reference_language: words.rstrip() for tag, words in value.by_language.items() if words.rstrip()}
    if isinstance(value, tuple | list):
        return [says(one) for one in value]
    if isinstance(value, Mapping):
        return {name: says(one) for name, one in value.items()}
    if not attrs.has(type(value)):
        return value
    given_ = {one.name: getattr(value, one.name) for one in written_fields(type(value))}
    fields = {one.name: one for one in attrs.fields(type(value))}
    kept = {name: says(one) for name, one in given_.items() if one is not None and one != fields[name].default}
    return {name: one for name, one in kept.items() if one not in ("", [], {})}


FIELDS = [one.name for one in written_fields(Claim)]


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Claim, Claim]:
    """Return two states of a claim: a real one, and the same with some fields as another has them, or with entries lost or turned round."""
    claims = list(project().claims.values())
    before, other = draw(st.sampled_from(claims)), draw(st.sampled_from(claims))
    taken = draw(st.sets(st.sampled_from(FIELDS), max_size=4))
    after = attrs.evolve(before, **{name: getattr(other, name) for name in taken})
    lists = [name for name in FIELDS if isinstance(getattr(after, name), tuple) and getattr(after, name)]
    if draw(st.booleans()) and lists:
        name = draw(st.sampled_from(lists))
        entries = list(getattr(after, name))
        other_way = draw(st.sampled_from([list.__reversed__, lambda some: some[1:], lambda some: some[:-1], lambda some: some * 2]))
        changes: dict[str, Any] = {name: tuple(other_way(entries))}
        after = attrs.evolve(after, **changes)
    return before, after


@given(pair=pairs())
def test_there_is_something_to_tell_if_and_only_if_the_records_do_not_say_the_same(pair: tuple[Claim, Claim]) -> None:
    before, after = pair
    different = {name for name in FIELDS if says(getattr(before, name)) != says(getattr(after, name))}
    keys = {key_of(one): one.name for one in attrs.fields(Claim)}
    was, now = Showing(project(), "en", before), Showing(project(), "en", after)
    found = alterations(before, after, was, now)
    assert {keys[str(one.path[0])] for one in found} == different
    assert [one for one in found if one.before == one.after and one.sentence is None] == []


@given(pair=pairs())
def test_each_path_leads_to_something(pair: tuple[Claim, Claim]) -> None:
    before, after = pair
    for one in alterations(before, after, Showing(project(), "en", before), Showing(project(), "en", after)):
        assert _at(before if one.kind == "removed" else after, one.path) is not None, one


def _at(record: Any, path: tuple[str | int, ...]) -> Any:  # noqa: ANN401
    for step in path:
        if isinstance(record, Text):
            record = record.by_language[str(step)]
        elif isinstance(step, int) or isinstance(record, Mapping):
            record = record[step]
        else:
            record = getattr(record, {key_of(one): one.name for one in attrs.fields(type(record))}[step])
    return record


SAME = """\
status: draft
authors: [wencke]
statement: Eine Möwe saß auf dem Mast.
quote: {exact: eine Möwe}
evidence:
  - {id: a, source: vogelwarte, stance: supports}
  - {id: b, source: hafenamt, stance: refutes}
"""


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("# A remark\nauthors:\n- wencke\nstatus: draft\n" + SAME.split("\n", 2)[2], id="layout, a comment, another order"),
        pytest.param(SAME.replace("statement: Eine Möwe saß auf dem Mast.", "statement: {de: Eine Möwe saß auf dem Mast.}"), id="language named"),
        pytest.param(SAME.replace("Eine Möwe saß auf dem Mast.", "|\n  Eine Möwe saß auf dem Mast."), id="a line break behind it"),
        pytest.param(SAME + "accuses: no\ntopics: []\nreasons: {}\nextra: {}\n", id="defaults written out"),
        pytest.param(SAME.replace("{exact: eine Möwe}", "eine Möwe"), id="the short way"),
    ],
)  # fmt: skip
def test_another_way_to_write_the_same_is_no_change(written: str) -> None:
    assert told(claim(SAME), claim(written)) == []


CHANGES = {
    "what is gone and new": (
        "status: draft\ntopics: [hafen]\nhappened: 2026-02\n",
        "status: draft\ntopics: [moewen]\n",
        ["happened | day of what it says removed: 2026-02 -> None", "topics.0 | topic removed: Harbour -> None",
         "topics.0 | topic added: None -> moewen"],
    ),
    "entries that are known again": (
        SAME,
        SAME.replace("{id: a, source: vogelwarte, stance: supports}", "{id: c, source: x, stance: term}\n  - {id: a, source: vogelwarte, stance: context}"),
        ["evidence.1.stance | evidence ‘a’: stance changed: supports -> context", "evidence.0 | evidence added: None -> x, term"],
    ),
    "entries in another order": (
        SAME,
        SAME.replace("[wencke]", "[pelle, wencke]").replace("  - {id: a, source: vogelwarte, stance: supports}\n", "") + "  - {id: a, source: vogelwarte, stance: supports}\n",
        ["authors.0 | author added: None -> Pelle Ankerwick", "evidence | order of evidence changed: a, b -> b, a"],
    ),
    "two that would be shown alike": (
        'status: draft\ninternal: "a"\n',
        'status: draft\ninternal: "a "\n',
        ["internal | internal note changed: ‘a’ -> ‘a ’"],
    ),
    "a language more": (
        "status: draft\nheadline: Eine Möwe\n",
        "status: draft\nheadline: {de: Zwei Möwen, en: Two gulls}\n",
        ["headline.de | headline (de) changed: Eine Möwe -> Zwei Möwen", "headline.en | headline (en) added: None -> Two gulls"],
    ),
    "a number": (
        "status: draft\nquantity: {value: 200, unit: gull, tolerance: 10 %}\n",
        "status: draft\nquantity: {value: 200, up_to: 250, unit: gull, tolerance: 2 gull, comparator: at least, about: rund, as_of: 2026-03}\n",
        ["quantity | quantity changed: 200 gull (± 10 %) -> at least 200 – 250 gull (‘rund’, ± 2 gull, as of 2026-03)"],
    ),
    "a verdict where there was none": (
        "status: draft\n",
        "status: draft\nverdict: {rating: refuted, summary: Es war keine., decided_on: 2026-03-01}\n",
        ["verdict.rating | verdict added: None -> Refuted", "verdict.summary | summary added: None -> Es war keine.",
         "verdict.decided_on | day of the decision added: None -> 2026-03-01"],
    ),
    "another verdict": (
        "status: draft\nverdict: {rating: refuted}\n",
        "status: draft\nverdict: {rating: of-our-own}\n",
        ["verdict.rating | verdict changed: Refuted -> of-our-own"],
    ),
    "moves": (
        "status: in-review\nhistory:\n- {to: in-review, on: 2026-02-01, by: wencke}\n- {to: approved, on: 2026-02-02, by: okko, covers: aaaa}\n",
        "status: approved\nhistory:\n- {to: approved, on: 2026-02-02, by: okko, covers: bbbb}\n- {to: nowhere, on: 2026-02-03, by: nobody}\n",
        ["status | status changed: In review -> Approved",
         "history.0 | approved again for what stands there now: Approved, Okko Deichgraf, 2026-02-02",
         "history.0 | no longer said: moved to In review by Wencke Siebenpriel on 2026-02-01",
         "history.1 | moved to nowhere by nobody on 2026-02-03"],
    ),
    "what readers are told": (
        "status: approved\n",
        "status: approved\npublished: 2026-03-01\ncorrections:\n- {on: 2026-03-02, class: minor, cause: reader, notice: Ein Name.}\nretracted: {on: 2026-03-03, notice: Weg.}\n",
        ["published | published on 2026-03-01", "corrections.0 | correction added: None -> 2026-03-02, minor, reader: Ein Name.",
         "retracted | withdrawn on 2026-03-03: Weg."],
    ),
    "what stays at the desk": (
        "status: draft\nextra: {ticket: 1}\n",
        "status: draft\nextra: {ticket: 1, phone: [a]}\nassigned: {to: okko, until: 2026-03-05}\naccuses: yes\n",
        ["accuses | accuses a living person changed: no -> yes", "assigned | who does the next thing added: None -> Okko Deichgraf, by 2026-03-05",
         "extra.phone | extra field ‘phone’ added: None -> ['a']"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after", "expected"), CHANGES.values(), ids=CHANGES)
def test_what_is_told(before: str, after: str, expected: list[str]) -> None:
    assert sorted(told(claim(before), claim(after))) == sorted(expected)


def test_a_hostile_list_of_entries_that_are_known_by_the_same_takes_no_time() -> None:
    texts = [Text.plain(str(number)) for number in range(5_000)]
    row = compared(texts, texts[::-1])
    assert (len(row.pairs), row.gone, row.came, row.is_only_ordered_otherwise) == (len(texts) - 20, (), (), False)


def parts(hint: Any) -> Iterator[type]:  # noqa: ANN401  (a type annotation can be anything)
    if isinstance(hint, types.UnionType) or get_origin(hint) is not None:
        for one in get_args(hint):
            yield from parts(one)
    elif isinstance(hint, type) and attrs.has(hint):
        yield hint


def classes() -> list[type]:
    """Return the classes of records and of all of their parts."""
    waiting: list[type] = [Claim, Article, Source, Desk]
    found: dict[type, None] = {}
    while waiting:
        record = waiting.pop()
        if record not in found:
            found[record] = None
            waiting += [part for one in attrs.fields(attrs.resolve_types(record)) for part in parts(one.type)]
    return [one for one in found if any(field.metadata for field in attrs.fields(one))]


def test_every_field_has_a_noun_and_no_noun_is_without_a_field() -> None:
    fields = {(record.__name__, one.name): noun_of(record, one.name) for record in classes() for one in written_fields(record)}
    assert all(fields.values())
    assert sorted(_NOUNS.keys() - {name for _, name in fields}) == []
    assert sorted(_OF_CLASS.keys() - fields.keys()) == []


def test_every_word_of_a_closed_list_that_is_shown_can_be_said_in_other_languages() -> None:
    hints = {(record.__name__, one.name): one.type for record in classes() for one in attrs.fields(attrs.resolve_types(record))}
    words = {word for field in OF_A_LIST for word in _literals(hints[field])}
    assert words == set(_WORDS)


def _literals(hint: Any) -> Iterator[str]:  # noqa: ANN401
    for one in get_args(hint):
        if isinstance(one, str):
            yield one
        else:
            yield from _literals(one)
