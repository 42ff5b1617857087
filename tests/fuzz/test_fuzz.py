"""The fuzzer: a short run finds nothing, its desk has a place for everything, and what it looks for it would see."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args, get_type_hints

import attrs
import pytest

from claimtrack.loading import load
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim
from claimtrack.records.desk import Desk
from claimtrack.records.fields import written_fields
from claimtrack.records.source import Source

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs the alarm and the memory figures that this system does not have")

HERE = Path(__file__).parent


def fuzz(store: Path, *options: str, plant: str = "") -> subprocess.CompletedProcess[str]:
    """Run the fuzzer; *plant* runs at the start of every Python process of it."""
    (store / "sitecustomize.py").write_text(plant, "utf-8")
    return subprocess.run(
        [sys.executable, HERE / "mutate.py", f"--store={store / 'offences'}", *options],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(store), str(HERE.parents[1] / "src")])},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_broken_records_are_findings_and_nothing_worse(tmp_path: Path) -> None:
    done = fuzz(tmp_path, "--inputs=400", "--seed=20260302")

    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert done.stdout.startswith("400 inputs, seed 20260302, ")
    assert not (tmp_path / "offences").exists()


PLANT = """
import os, time
import claimtrack.reading.documents as documents

def crash(): 1 / 0
def dawdle():
    until = time.process_time() + 0.4
    while time.process_time() < until: pass
def hang():
    while True: pass
def swell(): bytearray(b"x") * 80_000_000
def fall(): os.kill(os.getpid(), 11)

deeds = [lambda: None, crash, dawdle, hang, swell, None, fall]
look = documents.look_closer

def look_closer(file, admitted):
    deed = deeds.pop(0) if deeds else crash
    if deed is None:
        return look(file, documents.attrs.evolve(admitted, text="\\n" * 10_000 + " b: c: d"))
    deed()
    return look(file, admitted)

documents.look_closer = look_closer
"""
"""Faults that somebody might build in, one for each file that needs the closer look."""


def test_every_sort_of_fault_is_seen_and_its_input_kept(tmp_path: Path) -> None:
    done = fuzz(tmp_path, "--inputs=20", "--cpu=0.2", "--memory=50", plant=PLANT)

    assert done.returncode == 1, done.stderr
    stored = sorted((tmp_path / "offences").iterdir())
    assert {file.stem.split("-")[2] for file in stored} == {"ZeroDivisionError", "slow", "TooSlowError", "large", "misplaced", "down"}
    assert len(stored) == 2 * len({file.stem for file in stored})
    for note in (file for file in stored if file.suffix == ".txt"):
        assert f"{note}: " in done.stdout
        assert f"--only {note.stem.split('-')[1]}" in note.read_text("utf-8")


def test_a_desk_that_fails_unbroken_is_said_to(tmp_path: Path) -> None:
    done = fuzz(tmp_path, "--inputs=40", plant="import claimtrack.loading.whole\nclaimtrack.loading.whole.walk = None\n")

    assert done.returncode == 2
    assert done.stderr.startswith("The desk offends before anything is broken: TypeError at whole.py:")


def test_every_field_has_a_place_in_the_desk_that_is_broken() -> None:
    project, findings = load(HERE / "desk")
    records = [project.desk, *project.articles.values(), *project.claims.values(), *project.sources.values()]
    used = {name for one in records for name in used_fields(one)}

    assert findings == ()
    assert sorted({name for record in (Article, Claim, Desk, Source) for name in possible_fields(record, set())} - used) == []


def used_fields(value: object) -> Iterator[str]:
    if isinstance(value, tuple | Mapping):
        for one in value.values() if isinstance(value, Mapping) else value:
            yield from used_fields(one)
    elif is_record(value.__class__):
        for one in written_fields(value.__class__):
            written = getattr(value, one.name)
            default: Any = one.default
            if written != (default.factory() if hasattr(default, "factory") else default):
                yield f"{value.__class__.__name__}.{one.name}"
            yield from used_fields(written)


def possible_fields(record: type[Any], known: set[type]) -> Iterator[str]:
    known.add(record)
    for name, hint in get_type_hints(record).items():
        if "given" in attrs.fields_dict(record)[name].metadata and not attrs.fields_dict(record)[name].metadata["given"]:
            yield f"{record.__name__}.{name}"
        for inside in types_within(hint):
            if is_record(inside) and inside not in known:
                yield from possible_fields(inside, known)


def types_within(hint: Any) -> Iterator[Any]:  # noqa: ANN401  (a type, whatever it is)
    yield hint
    for one in get_args(hint):
        yield from types_within(one)


def is_record(value: object) -> bool:
    return isinstance(value, type) and attrs.has(value) and any("doc" in one.metadata for one in attrs.fields(value))
