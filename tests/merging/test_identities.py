"""By what entries of lists are known: every list of records that there is has something, and no entry is taken for another."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import attrs
import pytest

from claimtrack import records
from claimtrack.merging.identities import identity, matched
from claimtrack.merging.meanings import Meaning, Word, frozen
from claimtrack.merging.ordering import ordered
from claimtrack.records.fields import key_of, written_fields

WHOLE = {"answers", "relations"}
"""Lists whose entries are what they say: texts, and one word about another claim."""


def lists_of_records() -> Iterator[tuple[str, type[Any]]]:
    """Yield every field of a record that is a list of records, with their class."""
    rooms = [importlib.import_module(f"claimtrack.records.{module.name}") for module in pkgutil.iter_modules(records.__path__)]
    own = {one for room in rooms for one in vars(room).values() if isinstance(one, type) and one.__module__ == room.__name__}
    for record in (one for one in own if attrs.has(one) and any(field.metadata for field in attrs.fields(one))):
        hints = get_type_hints(record)
        for one in written_fields(record):
            inside = get_args(hints[one.name])[:1]
            if one.metadata and get_args(hints[one.name])[1:] == (Ellipsis,) and attrs.has(inside[0]):
                yield key_of(one), inside[0]


LISTS = sorted(set(lists_of_records()), key=repr)


@pytest.mark.parametrize(("name", "record"), LISTS, ids=[f"{name}-{record.__name__}" for name, record in LISTS])
def test_entries_of_every_list_of_records_are_known_by_a_part_of_them(name: str, record: type[Any]) -> None:
    entry: Meaning = {key_of(one): Word("x") for one in written_fields(record)}
    assert (identity(name, entry) == frozen(entry)) == (name in WHOLE)


def test_there_are_many_such_lists() -> None:
    assert len(LISTS) > 15


def move(to: str, by: str, **others: str) -> Meaning:
    return {name: Word(text) for name, text in {"to": to, "on": "2026-03-01", "by": by, **others}.items()}


def test_an_entry_is_known_again_by_its_place_and_half_of_what_it_said() -> None:
    base = [move("a", "ada"), move("b", "ada", covers="1"), move("c", "ada")]
    found = matched("history", base, [base[0], move("b", "ben", covers="1", note="x"), base[2]], base)
    assert found.ours == found.base
    found = matched("history", base, [base[0], move("z", "ben", covers="2"), base[2]], base)
    assert (found.ours[1] in found.base, found.is_clear) == (False, True)
    found = matched("history", base, [base[0], base[2], move("b", "ben", covers="1")], base)  # at another place
    assert found.ours[2] not in found.base


def test_the_likest_go_together() -> None:
    base = [move("a", "ada", covers="1"), move("a", "ben", covers="2")]
    now = [move("a", "dora", covers="2"), move("a", "cleo", covers="1")]
    assert matched("history", base, now, base).ours == (("a", "2026-03-01", "ben"), ("a", "2026-03-01", "ada"))


def test_entries_that_cannot_be_told_apart_are_only_added_to() -> None:
    base: list[Meaning] = [{"who": Word("a"), "text": Word("1")}, {"who": Word("a"), "text": Word("2")}]
    more: Meaning = {"who": Word("a"), "text": Word("3")}
    assert matched("chain", base, [*base, more], [*base, {"who": Word("b")}]).is_clear
    assert not matched("chain", base, base[1:], [*base, more]).is_clear


def test_one_id_for_two_things_is_not_clear() -> None:
    base: list[Meaning] = [{"id": Word("a"), "source": Word("x"), "stance": Word("y")}]
    ours: list[Meaning] = [{"id": Word("b"), "source": Word("x"), "stance": Word("y")}]
    theirs: list[Meaning] = [*base, {"id": Word("b"), "source": Word("z")}]
    assert not matched("evidence", base, ours, theirs).is_clear


def test_what_is_new_stands_behind_what_it_follows() -> None:
    assert ordered("abc", "abc", "xabyc") == [*"xabyc"]
    assert ordered("abc", "obac", "xabyc") == [*"oxbyac"]
    assert ordered("abc", "abpc", "abqc") == [*"abpqc"]
    assert ordered("abc", "pabc", "qabc") == [*"pqabc"]
    assert ordered("", "ab", "cb") == [*"acb"]
