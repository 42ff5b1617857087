"""A write that was cut off is finished or undone by whoever comes next; what somebody else wrote in the meantime stays, and is told."""

from __future__ import annotations

import json
import os
import signal
import stat
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from claimtrack.editing import FileChange, recover, write_files
from claimtrack.errors import CannotWriteError, ChangedMeanwhileError, RefusedError

if TYPE_CHECKING:
    from tests.fuzz.system_calls import Call

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a second process that is ended from within")

OLD = {"one.yaml": b"one\n", "two.yaml": b"two\n", "old.yaml": b"three\n"}
NEW = {"one.yaml": b"1\n", "two.yaml": b"2\n", "new/three.yaml": b"3\n"}
CHANGES = [FileChange(file, OLD.get(file), NEW.get(file)) for file in ("one.yaml", "new/three.yaml", "two.yaml", "old.yaml")]
FILES = "one.yaml, new/three.yaml, two.yaml and old.yaml"


@pytest.fixture
def root(quick_folder: Path) -> Path:
    for file, data in OLD.items():
        (quick_folder / file).write_bytes(data)
    return quick_folder


def cut_off_before(system: ModuleType, root: Path, name: str, end_of_path: str) -> None:
    """Have a write ended right before a call on a file."""

    def instead(_number: int, call: Call) -> object:
        if call.name == name and str(call.given[-1]).endswith(end_of_path):
            os._exit(9)
        return call.done()

    process = os.fork()
    if process == 0:
        with system.watched(instead):
            write_files(root, CHANGES, root / "state")
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 9


def there(root: Path, inside: str = "") -> dict[str, bytes]:
    files = [path for path in (root / inside).rglob("*") if path.is_file() and path != root / "state" / "lock"]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_cut_off_before_the_first_file_nothing_has_happened(system: ModuleType, root: Path) -> None:
    for name, path in (("replace", "journal.json"), ("replace", "one.yaml")):
        cut_off_before(system, root, name, path)
        assert there(root) != OLD

        assert recover(root, root / "state") == ()
        assert there(root) == OLD


def test_cut_off_between_two_files_all_become_new(system: ModuleType, root: Path) -> None:
    cut_off_before(system, root, "replace", "two.yaml")

    assert recover(root, root / "state") == (f"A write that was cut off has been finished: {FILES}.",)
    assert there(root) == NEW
    assert recover(root, root / "state") == ()


def test_cut_off_after_the_last_file_there_is_only_something_to_sweep(system: ModuleType, root: Path) -> None:
    cut_off_before(system, root, "replace", "leftovers.json")

    assert recover(root, root / "state") == ()
    assert there(root) == NEW


def test_the_next_write_finishes_first_and_does_not_go_on_with_what_was_read_before(system: ModuleType, root: Path) -> None:
    cut_off_before(system, root, "replace", "two.yaml")

    with pytest.raises(ChangedMeanwhileError) as refused:
        write_files(root, [FileChange("four.yaml", None, b"4\n")], root / "state")

    assert str(refused.value) == (
        f"A write that was cut off has been finished: {FILES}. What was asked for now was not written; run it again."
    )
    assert there(root) == NEW
    write_files(root, [FileChange("four.yaml", None, b"4\n")], root / "state")
    assert there(root) == {**NEW, "four.yaml": b"4\n"}


def test_a_new_text_that_got_lost_makes_all_old_again(system: ModuleType, root: Path) -> None:
    cut_off_before(system, root, "replace", "two.yaml")
    (root / ".two.yaml.new-1.tmp").unlink()

    assert recover(root, root / "state") == (f"A write that was cut off has been undone: {FILES}.",)
    assert there(root) == OLD


def test_what_somebody_wrote_over_an_old_text_stays_and_the_rest_becomes_old(system: ModuleType, root: Path) -> None:
    cut_off_before(system, root, "replace", "two.yaml")
    (root / "two.yaml").unlink()
    (root / "two.yaml").write_bytes(b"somebody's\n")

    kept = root / "state" / "kept-1"
    assert recover(root, root / "state") == (
        f"A write that was cut off has been undone: {FILES}.",
        "two.yaml was changed by somebody else since, so it was left as it is.",
        f"What these files were and what they were to be lies in {kept}: compare, take over what is missing, then remove it.",
    )
    assert there(root, "state") == {
        "state/kept-1/1-old-one.yaml": b"one\n", "state/kept-1/1-new-one.yaml": b"1\n",
        "state/kept-1/2-new-three.yaml": b"3\n",
        "state/kept-1/3-old-two.yaml": b"two\n", "state/kept-1/3-new-two.yaml": b"2\n",
        "state/kept-1/4-old-old.yaml": b"three\n",
    }  # fmt: skip
    assert {file: data for file, data in there(root).items() if not file.startswith("state/")} == {**OLD, "two.yaml": b"somebody's\n"}
    assert recover(root, root / "state") == ()


def test_what_somebody_wrote_over_a_new_text_stays_and_the_rest_becomes_new(system: ModuleType, root: Path) -> None:
    cut_off_before(system, root, "replace", "two.yaml")
    (root / "one.yaml").write_bytes(b"1, somebody's\n")
    (root / "one.yaml").chmod(0o600)

    said = recover(root, root / "state")

    assert said[:2] == (
        f"A write that was cut off has been finished: {FILES}.",
        "one.yaml was changed by somebody else since, so it was left as it is.",
    )
    assert {file: data for file, data in there(root).items() if not file.startswith("state/")} == {**NEW, "one.yaml": b"1, somebody's\n"}
    assert (root / "state" / "kept-1" / "1-old-one.yaml").read_bytes() == b"one\n"


def test_what_can_become_neither_is_left_and_all_of_it_kept(system: ModuleType, root: Path) -> None:
    cut_off_before(system, root, "replace", "two.yaml")
    (root / "one.yaml").write_bytes(b"1, somebody's\n")
    (root / "two.yaml").write_bytes(b"two, somebody's\n")
    (root / "two.yaml").chmod(0o600)

    assert recover(root, root / "state")[:3] == (
        f"A write that was cut off could be neither finished nor undone, so some of its files are new and some old: {FILES}.",
        "one.yaml was changed by somebody else since, so it was left as it is.",
        "two.yaml was changed by somebody else since, so it was left as it is.",
    )
    assert {file: data for file, data in there(root).items() if not file.startswith("state/")} == {
        "one.yaml": b"1, somebody's\n", "new/three.yaml": b"3\n", "two.yaml": b"two, somebody's\n", "old.yaml": b"three\n",
    }  # fmt: skip
    assert there(root, "state")["state/kept-1/3-new-two.yaml"] == b"2\n"


def test_what_git_put_back_in_the_meantime_is_not_written_again(system: ModuleType, root: Path) -> None:
    """`git checkout .` after the cut: all old, so nobody wants the write any more."""
    cut_off_before(system, root, "replace", "two.yaml")
    (root / "one.yaml").write_bytes(b"one\n")
    (root / "new" / "three.yaml").unlink()

    assert recover(root, root / "state") == ()
    assert there(root) == OLD


def test_a_journal_that_nobody_can_read_stops_everything_that_writes(root: Path) -> None:
    (root / "state").mkdir()
    journal = root / "state" / "journal.json"
    outside = {"file": "../x", "old": None, "new": None, "staged": "", "kept": ""}
    other = {"file": "one.yaml", "old": None, "new": "0" * 64, "staged": "two.yaml", "kept": ""}
    for data in (
        b"", b"{", b"[]", b'{"format": 2}', b'{"format": 1, "files": [{}], "folders": []}', b"\xff", b"[" * 100_000,
        json.dumps({"format": 1, "files": [other], "folders": []}).encode(),
        json.dumps({"format": 1, "files": [], "folders": ["claims"]}).encode(),
    ):  # fmt: skip
        journal.write_bytes(data)
        with pytest.raises(CannotWriteError) as refused:
            write_files(root, CHANGES, root / "state")
        assert str(refused.value) == (
            f"{journal} cannot be read, so a write that was cut off can be neither finished nor undone; "
            "compare the records with git, then remove that file; nothing was written"
        )
    journal.write_bytes(json.dumps({"format": 1, "files": [outside], "folders": []}).encode())
    with pytest.raises(CannotWriteError) as refused:
        recover(root, root / "state")
    assert str(refused.value) == "../x cannot be written: expected the name of a file inside the project"
    assert {file: data for file, data in there(root).items() if not file.startswith("state/")} == OLD


def test_a_folder_that_became_a_link_is_not_swept(system: ModuleType, root: Path) -> None:
    cut_off_before(system, root, "unlink", ".one.yaml.old-1.tmp")
    (root / "new").rename(root / "moved")
    (root / "new").symlink_to("moved")
    (root / "moved" / ".three.yaml.new-1.tmp").write_bytes(b"somebody's\n")

    assert recover(root, root / "state") == ()
    assert there(root, "moved") == {"moved/three.yaml": b"3\n", "moved/.three.yaml.new-1.tmp": b"somebody's\n"}
    assert there(root, "state") == {}


def test_somebody_who_does_not_come_to_an_end_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimtrack.editing.locking._TRIES", 3)
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:

        def stop(*_: object) -> None:
            os.write(writing, b".")
            signal.pause()

        monkeypatch.setattr("claimtrack.editing.replacing._compare", stop)
        try:
            write_files(root, CHANGES, root / "state")
        finally:
            os._exit(0)
    os.read(reading, 1)

    with pytest.raises(RefusedError) as refused:
        write_files(root, CHANGES, root / "state")

    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    assert str(refused.value) == f"Another claimtrack is writing here (process {process}); nothing was written, try again."
    write_files(root, CHANGES, root / "state")  # the lock of somebody who is dead holds nobody up
    assert there(root) == NEW


def test_what_is_kept_keeps_its_mode(system: ModuleType, root: Path) -> None:
    (root / "two.yaml").chmod(0o600)
    cut_off_before(system, root, "replace", "two.yaml")
    (root / "one.yaml").write_bytes(b"1, somebody's\n")

    recover(root, root / "state")

    assert stat.S_IMODE((root / "state" / "kept-1" / "3-new-two.yaml").stat().st_mode) == 0o600
