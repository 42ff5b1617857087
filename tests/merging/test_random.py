"""Random merges, a small sample of what ``tests/fuzz/merges.py`` makes; and what holds for any three records."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.merging.deciding import Deciding, Decision, Three
from claimtrack.merging.meanings import Meaning, Word, is_as_much

Record = dict[str, Meaning]

words = st.sampled_from("abcd").map(Word)
names = st.sampled_from(["a", "b", "authors", "c"])
values = st.recursive(
    words, lambda inner: st.dictionaries(names, inner, max_size=3) | st.lists(inner, max_size=3, unique_by=repr), max_leaves=6
)
records = st.dictionaries(names, values, min_size=1, max_size=3)


def test_random_merges_are_what_was_done_to_the_records(merge_fuzzer: ModuleType) -> None:
    tally = merge_fuzzer.fuzz(60, seed=20260302, with_git=False)
    assert (tally.merges, tally.wrong) == (60, [])
    assert tally.conflicts > 5


def test_the_program_sees_what_is_wrong(merge_fuzzer: ModuleType) -> None:
    base, ours, theirs, done = merge_fuzzer.three("20260302-0")
    texts, merged = merge_fuzzer.merge(base, ours, theirs)
    text = merged.data.decode()
    assert len(done) >= 2
    assert merge_fuzzer.fault(base, ours, theirs, texts, text) is None
    for spoilt in (
        text.replace("v1", "v999", 1),
        text + "another: 1\n",
        texts[0],
        "<<<<<<< ours\n=======\n>>>>>>> theirs\n" + text,
        "a: [",
    ):
        assert merge_fuzzer.fault(base, ours, theirs, texts, spoilt) is not None


def test_the_program_runs_from_the_command_line(repository: Path) -> None:
    program = repository / "tests" / "fuzz" / "merges.py"
    asked = [sys.executable, str(program), "--merges=3", "--seed=7"]
    environment = {**os.environ, "PYTHONPATH": str(repository / "src")}
    done = subprocess.run(asked, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("3 merges, in ")
    assert "git's own merge of the same texts:" in done.stdout


@given(base=records, ours=records, theirs=records)
def test_what_one_side_alone_has_changed_is_as_that_side_has_it(base: Record, ours: Record, theirs: Record) -> None:
    deciding = Deciding(is_published=False)
    for side in (Decision.OURS, Decision.THEIRS):
        assert deciding.outcome((), Three(base, ours, base), side) == ours
        assert deciding.outcome((), Three(base, base, theirs), side) == theirs
        assert deciding.outcome((), Three(base, ours, ours), side) == ours


@given(base=records, ours=records, theirs=records)
def test_nothing_comes_out_that_nobody_wrote_and_without_a_conflict_both_are_heard(base: Record, ours: Record, theirs: Record) -> None:
    deciding = Deciding(is_published=False)
    here: Three[Meaning] = Three(base, ours, theirs)
    there: Three[Meaning] = Three(base, theirs, ours)
    one, other = deciding.outcome((), here, Decision.OURS), deciding.outcome((), there, Decision.THEIRS)
    assert in_any_order(one) == in_any_order(other)
    assert leaves(one) <= leaves(ours) | leaves(theirs)
    assert sorted(map(repr, deciding.conflicts((), here))) == sorted(map(repr, deciding.conflicts((), there)))
    if not deciding.conflicts((), here):
        assert is_as_much(one, deciding.outcome((), here, Decision.THEIRS))
        assert isinstance(one, dict)
        for name, value in ours.items():
            if theirs.get(name) == base.get(name) != value:
                assert one[name] == value


def leaves(value: Meaning | None) -> set[str]:
    if isinstance(value, dict):
        return {leaf for one in value.values() for leaf in leaves(one)}
    if isinstance(value, list):
        return {leaf for one in value for leaf in leaves(one)}
    return {value.text} if value else set()


def in_any_order(value: Meaning | None) -> object:
    if isinstance(value, dict):
        return {name: in_any_order(one) for name, one in value.items()}
    return sorted((in_any_order(one) for one in value), key=repr) if isinstance(value, list) else value
