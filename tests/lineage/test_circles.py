"""Links and the circles that they run in."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.lineage.circles import circle, groups


def test_every_group_comes_after_those_that_it_leads_to() -> None:
    assert groups({"a": ["b"], "b": ["c"], "c": ["b", "d"], "d": ["nowhere"]}) == [("d",), ("b", "c"), ("a",)]
    assert groups({}) == []


def test_the_circle_shown_is_the_shortest_through_the_first() -> None:
    links = {"a": ["b"], "b": ["c"], "c": ["d", "a"], "d": ["a"]}

    assert groups(links) == [("a", "b", "c", "d")]
    assert circle(("a", "b", "c", "d"), links) == ("a", "b", "c")
    assert circle(("a",), {"a": ["b"]}) == ()


def test_a_chain_and_a_circle_of_any_length_are_followed() -> None:
    names = [f"s{number}" for number in range(60_000)]
    chain = {name: [following] for name, following in pairwise(names)} | {names[-1]: []}

    assert groups(chain) == [(name,) for name in reversed(names)]
    assert circle(tuple(names), chain | {names[-1]: [names[0]]}) == tuple(names)
    assert groups(chain | {names[-1]: [names[0]]}) == [tuple(names)]


def reached(links: dict[str, list[str]], start: str) -> set[str]:
    found: set[str] = set()
    waiting = list(links[start])
    while waiting:
        one = waiting.pop()
        if one in links and one not in found:
            found.add(one)
            waiting += links[one]
    return found


names = st.sampled_from("abcdefg")


@given(st.dictionaries(names, st.lists(names, max_size=4)))
def test_groups_are_those_that_reach_each_other_and_come_in_order(links: dict[str, list[str]]) -> None:
    found = groups(links)

    assert sorted(name for group in found for name in group) == sorted(links)
    done: set[str] = set()
    for group in found:
        for name in group:
            assert {one for one in reached(links, name) if name in reached(links, one)} | {name} == set(group)
            assert reached(links, name) <= done | set(group)
        done |= set(group)
        way = circle(group, links)
        assert bool(way) is (group[0] in reached(links, group[0]))
        assert all(following in links[one] for one, following in zip(way, way[1:] + way[:1], strict=True))
