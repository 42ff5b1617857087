"""What is not understood is merged by git as a text, and what comes of that can be read or is marked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claimtrack.merging import Marks, Merged, merge_records

Merging = Callable[..., Merged]

FAR_APART = "a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\ng: 7\n"

ODD = {
    "it has anchors or aliases": FAR_APART + "h: &x 8\ni: *x\n",
    "it has tags": FAR_APART + "h: !!str 8\n",
    "it is not one document": FAR_APART + "---\nh: 8\n",
    "it has a field twice": FAR_APART + "h: {i: 1, i: 2}\n",
    "it has a pair in a list without braces around it": FAR_APART + "h: [i: 1]\n",
    "it has the sign `?` in front of a name": FAR_APART + "? h\n: 8\n",
    "it has a name that is no word": FAR_APART + "[h]: 8\n",
    "it has merge keys": FAR_APART + "h: {<<: 1}\n",
    "it is no mapping with one field below the other": "- a\n- b\n- c\n- d\n- e\n- f\n- g\n",
    "it is nested deeper than any record": FAR_APART + f"h: {'[' * 200}{']' * 200}\n",
    "the lines end in two ways: 1 as on Windows (CR LF), 7 as elsewhere (LF)": FAR_APART + "h: 8\r\n",
}
"""Files that are not merged by meaning, by why not."""


@pytest.mark.parametrize("reason", ODD)
def test_git_merges_what_is_not_understood(reason: str, merging: Merging) -> None:
    base = ODD[reason]
    first, last = base.splitlines()[0], base.splitlines()[6]
    came = merging(base, base.replace(first, first + "0"), base.replace(last, last + "0"))
    marked = "twice" in reason or "deeper" in reason  # git merges it without a conflict, and nobody can read it
    assert came.as_text == reason
    assert came.conflicts == (("the whole file",) if marked else ())
    if not marked:
        assert came.data.decode() == base.replace(first, first + "0").replace(last, last + "0")


def test_where_git_finds_a_conflict_it_marks_it(merging: Merging) -> None:
    base = ODD["it has tags"]
    came = merging(base, base.replace("a: 1", "a: 2"), base.replace("a: 1", "a: 3"), Marks("HEAD", "base", "side", size=9))
    assert came.conflicts == ("lines that both sides have changed",)
    assert came.data.decode().startswith("<<<<<<<<< HEAD\na: 2\n=========\na: 3\n>>>>>>>>> side\nb: 2\n")


def test_what_git_merges_into_nonsense_is_marked_from_end_to_end(merging: Merging) -> None:
    base = FAR_APART + "h: !!str 8\n"
    ours, theirs = "z: 1\n" + base, base.replace("h: !!str 8", "h: !!str 8\nz: 2")
    came = merging(base, ours, theirs)
    assert (came.as_text, came.conflicts) == ("it has tags", ("the whole file",))
    assert came.data.decode() == f"<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\n"


@pytest.mark.parametrize("broken", [b"a: [\n", b"a: 1\na: 2\n", b"\xff\n", b"a: 1\0\n"])
def test_a_broken_side_is_never_merged_without_a_mark(broken: bytes, tmp_path: Path) -> None:
    came = merge_records(FAR_APART.encode(), FAR_APART.encode() + broken, FAR_APART.replace("a: 1", "a: 2").encode(), Marks(), tmp_path)
    assert came.conflicts
    assert b"<<<<<<< ours\n" in came.data
    assert broken in came.data
    assert b"a: 2\n" in came.data


def test_without_git_the_whole_file_is_marked(merging: Merging, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    came = merging("a: !x 1\n", "a: !x 2", "a: !x 3\n", Marks("ours", "bäse", "théirs", shows_base=True))
    assert came.data.decode() == "<<<<<<< ours\na: !x 2\n||||||| bäse\na: !x 1\n=======\na: !x 3\n>>>>>>> théirs\n"


SAME = [("a", "b", "a", "b"), ("a", "a", "b", "b"), ("a", "b", "b", "b"), ("", "\xff", "\xff", "\xff")]


@pytest.mark.parametrize(("base", "ours", "theirs", "out"), SAME)
def test_what_only_one_side_has_changed_is_not_even_read(base: str, ours: str, theirs: str, out: str, tmp_path: Path) -> None:
    first, second, third = (one.encode("latin-1") for one in (base, ours, theirs))
    came = merge_records(first, second, third, Marks(), tmp_path)
    assert (came.data.decode("latin-1"), came.conflicts, came.as_text) == (out, (), "")


@pytest.mark.parametrize("fault", ["lost", "changed", "twice"])
def test_a_fault_in_what_is_woven_is_seen(fault: str, merging: Merging, monkeypatch: pytest.MonkeyPatch) -> None:
    """Plant a fault in the weaving, and see that nothing of it gets out."""
    deeds = {"lost": ("# why\n", ""), "changed": ("b: 2\n", "b: 22\n"), "twice": ("b: 2\n", "b: 2\nb: 2\n")}
    base = FAR_APART + "# why\nh: 8\n"
    right = merging(base, base.replace("a: 1", "a: 0"), base.replace("c: 3", "c: 0")).data

    def weave(*_: object) -> list[str]:
        return [right.decode().replace(*deeds[fault])]

    monkeypatch.setattr("claimtrack.merging.records.weave", weave)
    came = merging(base, base.replace("a: 1", "a: 0"), base.replace("e: 5", "e: 0"))
    assert came.as_text
    assert came.data.decode() == base.replace("a: 1", "a: 0").replace("e: 5", "e: 0")
