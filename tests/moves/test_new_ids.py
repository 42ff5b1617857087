"""Ids that are made of words: readable, short, well formed, and nobody else's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import UsageError
from claimtrack.moves.new_ids import free_id, id_made_of
from claimtrack.records.ids import is_slug
from claimtrack.rules.ids import LONGEST_ID


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("Gulls", "gulls"),
        ("Für 200 Tage geschlossen – das Bad in Übersee", "fuer-200-tage-geschlossen-das-bad-in"),
        ("  “Plus 100 %”: Lastenräder!  ", "plus-100-lastenraeder"),
        ("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "donaudampfschifffahrtselektrizitaetenhau"),
        ("Les élèves de l'école", "les-eleves-de-l-ecole"),
        ("Ελλάδα joined the union of European states in 1981", "joined-the-union-of-european-states-in"),
        ("3,669,000", "3-669-000"),
    ],
)
def test_an_id_is_made_of_the_first_words(words: str, made: str) -> None:
    assert id_made_of(words, (), "a claim") == made


@pytest.mark.parametrize("words", ["中俄关系 2025", "Привет, мир", "!?", "海"])
def test_words_in_other_letters_are_not_cut_down_to_what_is_left_of_them(words: str) -> None:
    with pytest.raises(UsageError) as asked:
        id_made_of(words, (), "the claim")
    assert str(asked.value) == f"no readable id can be made of {words!r}; give the claim one with --id"


@given(st.text(max_size=120), st.sets(st.sampled_from(["a", "a-2", "a-3"])))
def test_whatever_comes_out_is_an_id_that_is_free(words: str, taken: set[str]) -> None:
    try:
        made = id_made_of(words, taken, "a claim")
    except UsageError:
        return
    assert is_slug(made)
    assert len(made) <= LONGEST_ID
    assert made not in taken


def test_a_number_behind_a_long_id_leaves_it_short_enough() -> None:
    longest = "a" * LONGEST_ID
    assert free_id(longest, {longest}) == "a" * (LONGEST_ID - 4) + "-2"
    hyphen_where_it_is_cut = "a" * (LONGEST_ID - 5) + "-bcd"
    assert free_id(hyphen_where_it_is_cut, {hyphen_where_it_is_cut}) == "a" * (LONGEST_ID - 5) + "-2"
