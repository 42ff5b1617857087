"""Random edits: in hand-styled files, in documents of random hands, and in files of other projects, none is ever wrong."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path
from random import Random
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack.changes import Set
from claimtrack.editing import edit
from claimtrack.errors import EditRefusedError
from claimtrack.locations import RecordPath

HERE = Path(__file__).parent
PROGRAM = HERE.parent / "fuzz" / "edits.py"
REAL = os.environ.get("CLAIMTRACK_REAL_YAML", "")


def test_in_hand_styled_files(edit_fuzzer: ModuleType) -> None:
    files = list(edit_fuzzer.samples([HERE / "styles"]))
    assert len(files) == 50
    tally = edit_fuzzer.fuzz(files, 600, seed=11)
    assert not tally.wrong
    assert tally.done > 400
    assert tally.share_refused < 3, str(tally)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32))
def test_in_documents_of_random_hands(edit_fuzzer: ModuleType, hands: ModuleType, seed: int) -> None:
    random = Random(seed)  # noqa: S311  (chance that can be repeated is what is wanted)
    data = hands.document(random)
    tree = edit_fuzzer.read(data)
    if tree is None or not tree.paths:
        return
    tally = edit_fuzzer.Tally()
    edit_fuzzer.judge(edit_fuzzer.Sample("", data, tree), edit_fuzzer.choose(random, tree), tally, f"seed {seed}")
    assert not tally.wrong


@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=60) | st.text("ab:-#&*!|>'\"[]{},? \n\t\r\u2028é", max_size=40).map(str.encode), value=st.text(max_size=20))
def test_whatever_the_bytes_and_the_value_only_a_refusal_is_raised(data: bytes, value: str) -> None:
    paths: list[RecordPath] = [("a",), (0,), ("a", 0), ()]
    for path in paths:
        with contextlib.suppress(EditRefusedError):
            after = edit(data, [Set(path, value)])
            assert edit(after, [Set(path, value)]) == after


def test_the_program_judges_what_it_does(tmp_path: Path) -> None:
    """What an editor could do wrong is seen: here one that respells another value, loses a comment, or dies."""
    plants = {
        "comments": "return real(data, changes).replace(b'# why', b'# who')",
        "something else": "return real(data, changes).replace(b'other: 1', b'other: 2')",
        "line ends": "return real(data, changes).replace(b'\\n', b'\\r\\n')",
        "ZeroDivisionError": "return 1 // 0",
    }
    (tmp_path / "one.yaml").write_bytes(b"a: x\nother: 1 # why\nb: [y, z]\n")
    for told, plant in plants.items():
        code = f"import claimtrack.editing as e\nreal = e.edit\ndef edit(data, changes):\n    {plant}\ne.edit = edit\n"
        (tmp_path / "sitecustomize.py").write_text(code, "utf-8")
        done = subprocess.run(
            [sys.executable, PROGRAM, "--edits", "20", tmp_path],
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(HERE.parents[1] / "src")])},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        assert (done.returncode, told in done.stdout) == (1, True), done.stdout + done.stderr


@pytest.mark.external
@pytest.mark.skipif(not REAL, reason="CLAIMTRACK_REAL_YAML names no folder with YAML files of other projects")
def test_in_files_of_other_projects(edit_fuzzer: ModuleType) -> None:
    files = list(edit_fuzzer.samples([Path(REAL)]))
    tally = edit_fuzzer.fuzz(files, 3000, seed=1)
    assert not tally.wrong
    assert tally.share_refused < 3, str(tally)
