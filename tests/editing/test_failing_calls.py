"""Whatever call of the system fails, from the first to the last: a message that names the file, the old bytes, and nothing lies about."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from claimtrack.editing import FileChange, recover, write_files
from claimtrack.errors import CannotWriteError, ChangedMeanwhileError, ClaimtrackError

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from tests.fuzz.system_calls import Call, Instead

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the calls of that system are others")

Files = dict[str, bytes]

ONE: tuple[Files, Files] = ({"claims/one.yaml": b"one\n"}, {"claims/one.yaml": b"1\n"})
TOGETHER: tuple[Files, Files] = (
    {"claims/one.yaml": b"one\n", "two.yaml": b"two\n", "old/three.yaml": b"three\n"},
    {"claims/one.yaml": b"1\n", "two.yaml": b"2\n", "new/folder/three.yaml": b"3\n"},
)
CODES = [errno.EIO, errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EINTR]
MESSAGE = re.compile(r"(\S+) cannot be written: [A-Z][a-z /-]+; nothing was written")
PARTLY = re.compile(
    r"(\S+) cannot be written: [A-Z][a-z /-]+; what had been written before that could not be taken back "
    r"\((\S+) cannot be written: [A-Z][a-z /-]+\)\. The next command that writes here finishes or undoes it"
)


@pytest.fixture(autouse=True)
def nothing_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is brought to the disk that nobody takes away: what fails here is the answer, not the disk."""
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)


@pytest.fixture
def made(quick_folder: Path) -> Callable[[Files], Path]:
    """Makes one project after the other."""
    numbers = iter(range(100_000))

    def make(files: Files) -> Path:
        root = quick_folder / str(next(numbers))
        for file, data in files.items():
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_bytes(data)
            (root / file).chmod(0o664)
        return root

    return make


def changes(old: Files, new: Files) -> list[FileChange]:
    return [FileChange(file, old.get(file), new.get(file)) for file in sorted({*old, *new})]


def there(root: Path, *, with_state: bool = True) -> Files:
    found = {}
    for path in root.rglob("*"):
        name = path.relative_to(root).as_posix()
        if path.is_file() and name != "state/lock" and (with_state or not name.startswith("state/")):
            found[name] = path.read_bytes()
        elif path.is_dir() and not any(path.iterdir()) and name != "state":
            found[f"{name}/"] = b""
    return found


def names_of(root: Path, files: set[str]) -> set[str]:
    """What a message may say cannot be written: a file of the desk; its folder, the project and what is of the state by the whole path."""
    state = root / "state"
    folders = {str(folder) for file in files for folder in (root / file).parents}
    return {*files, *folders, str(state), *(str(state / name) for name in ("lock", "journal.json", "leftovers.json"))}


def calls_of(system: ModuleType, root: Path, old: Files, new: Files) -> list[str]:
    with system.watched() as seen:
        write_files(root, changes(old, new), root / "state")
    assert there(root) == new
    names: list[str] = seen.names
    return names


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [*((*ONE, [code]) for code in CODES), (*TOGETHER, CODES[:1]), (*TOGETHER, CODES[1:])],
    ids=[*(f"one file, {errno.errorcode[code]}" for code in CODES), "together, EIO", "together, one of the others each"],
)
def test_one_call_that_fails(system: ModuleType, made: Callable[[Files], Path], old: Files, new: Files, codes: list[int]) -> None:
    calls = calls_of(system, made(old), old, new)
    refused = 0
    for number in range(1, len(calls) + 1):
        root, code = made(old), codes[number % len(codes)]
        error = written(system, root, old, new, system.failing(number, code))
        if error is None:
            assert there(root, with_state=False).items() >= new.items(), (number, calls[number - 1])
            assert recover(root, root / "state") == ()
            assert there(root) == new or (code == errno.EACCES and there(root) == {**new, "old/": b""})
            continue
        named = MESSAGE.fullmatch(str(error))
        assert named, (number, str(error))
        assert named[1] in names_of(root, {*old, *new}), (number, named[1])
        assert there(root) == old, (number, calls[number - 1])
        assert recover(root, root / "state") == ()
        assert written(system, root, old, new) is None
        assert there(root) == new
        refused += 1
    assert refused > 0.8 * len(calls)


@pytest.mark.parametrize(("old", "new"), [ONE, TOGETHER], ids=["one file", "together"])
def test_a_filesystem_on_which_a_file_has_one_name_only(system: ModuleType, made: Callable[[Files], Path], old: Files, new: Files) -> None:
    last, failed = 1000, 0
    for number in range(1, last):
        root = made(old)
        (root / min(old)).chmod(0o640)
        reached: list[int] = []
        fails = system.failing(number, errno.EIO)

        def without_links(at: int, call: Call, fails: Instead = fails, reached: list[int] = reached) -> object:
            reached.append(at)
            return call.fail(errno.EPERM) if call.name == "link" else fails(at, call)

        error = written(system, root, old, new, without_links)
        assert there(root, with_state=False).items() >= (new if error is None else old).items(), number
        assert recover(root, root / "state") == ()
        assert there(root) == (new if error is None else old), number
        assert stat.S_IMODE((root / min(old)).stat().st_mode) == 0o640
        failed += error is not None
        if len(reached) < number:
            break
    assert 0.8 * number < failed < number < last


@pytest.mark.parametrize(("old", "new"), [ONE, TOGETHER], ids=["one file", "together"])
def test_a_disk_that_takes_nothing_any_more(system: ModuleType, made: Callable[[Files], Path], old: Files, new: Files) -> None:
    calls = calls_of(system, made(old), old, new)
    partly = 0
    for number in range(1, len(calls) + 1):
        root = made(old)
        error = written(system, root, old, new, system.failing(number, errno.EROFS, ever_after=True))
        if error is not None and MESSAGE.fullmatch(str(error)):
            assert there(root, with_state=False).items() >= old.items(), (number, calls[number - 1])
        elif error is not None:
            assert PARTLY.fullmatch(str(error)), (number, str(error))
            partly += 1
        recover(root, root / "state")
        assert there(root) in (old, new), (number, calls[number - 1])
    assert partly


@pytest.mark.parametrize(("old", "new"), [ONE, TOGETHER], ids=["one file", "together"])
def test_somebody_interrupts(system: ModuleType, made: Callable[[Files], Path], old: Files, new: Files) -> None:
    calls = calls_of(system, made(old), old, new)
    for number in range(1, len(calls)):  # the last closes the lock
        root = made(old)
        with pytest.raises(KeyboardInterrupt), system.watched(system.raising(number, KeyboardInterrupt())):
            write_files(root, changes(old, new), root / "state")
        recover(root, root / "state")
        assert there(root) in (old, new), (number, calls[number - 1])


def test_a_recovery_of_which_a_call_fails_can_be_repeated(system: ModuleType, made: Callable[[Files], Path]) -> None:
    old, new = TOGETHER
    half_way = half_written(system, made, old, new)
    with system.watched() as seen:
        said = recover(half_way, half_way / "state")
    assert said == ("A write that was cut off has been finished: claims/one.yaml, new/folder/three.yaml, two.yaml and old/three.yaml.",)
    assert there(half_way) == new

    for number in range(1, len(seen.calls) + 1):
        root = half_written(system, made, old, new)
        with contextlib.suppress(CannotWriteError), system.watched(system.failing(number, errno.EIO)):
            recover(root, root / "state")
        recover(root, root / "state")
        assert there(root) in (old, new), (number, seen.names[number - 1])


def written(system: ModuleType, root: Path, old: Files, new: Files, instead: Instead | None = None) -> ClaimtrackError | None:
    """Write, and return why that could not be done."""
    try:
        with system.watched(*filter(None, [instead])):
            write_files(root, changes(old, new), root / "state")
    except (CannotWriteError, ChangedMeanwhileError) as error:
        return error
    return None


def half_written(system: ModuleType, made: Callable[[Files], Path], old: Files, new: Files) -> Path:
    """A project in which a write was ended between two files."""
    root = made(old)

    def at_the_second(_number: int, call: Call) -> object:
        if call.name == "replace" and str(call.given[1]).endswith("two.yaml"):
            os._exit(9)
        return call.done()

    process = os.fork()
    if process == 0:
        with system.watched(at_the_second):
            write_files(root, changes(old, new), root / "state")
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 9
    assert there(root)["claims/one.yaml"] == b"1\n"
    assert there(root)["two.yaml"] == b"two\n"
    return root


def test_the_bytes_are_on_the_disk_before_the_name_is(system: ModuleType, made: Callable[[Files], Path]) -> None:
    """The order that lets nothing be torn by a power cut, for one file and, with the journal in between, for several."""
    assert steps(system, made(ONE[0]), *ONE) == [
        "write leftovers.json", "fsync leftovers.json", "fsync state",
        "link .one.yaml.old-1.tmp", "write .one.yaml.new-1.tmp", "fsync .one.yaml.new-1.tmp", "fsync claims",
        "replace one.yaml", "fsync claims",
        "unlink .one.yaml.old-1.tmp", "unlink leftovers.json",
    ]  # fmt: skip
    old, new = {"one.yaml": b"one", "two.yaml": b"two"}, {"one.yaml": b"1", "three.yaml": b"3"}
    assert steps(system, made(old), old, new) == [
        "write leftovers.json", "fsync leftovers.json", "fsync state",
        "link .one.yaml.old-1.tmp", "write .one.yaml.new-1.tmp", "fsync .one.yaml.new-1.tmp",
        "write .three.yaml.new-1.tmp", "fsync .three.yaml.new-1.tmp",
        "link .two.yaml.old-1.tmp", "fsync root",
        "replace journal.json", "fsync state",
        "replace one.yaml", "link three.yaml", "unlink .three.yaml.new-1.tmp", "unlink two.yaml", "fsync root",
        "replace leftovers.json", "fsync state",
        "unlink .one.yaml.old-1.tmp", "unlink .two.yaml.old-1.tmp",
        "unlink leftovers.json",
    ]  # fmt: skip


def steps(system: ModuleType, root: Path, old: Files, new: Files) -> list[str]:
    """What is written, linked, renamed, removed and brought to the disk, by the last part of the name that it gets."""
    (root / "state").mkdir()
    (root / "state" / "lock").write_bytes(b"")
    names: dict[int, str] = {}
    found = []

    def note(_number: int, call: Call) -> object:
        answer = call.done()
        if call.name == "open":
            names[answer] = Path(call.given[0]).name
        elif call.name in {"write", "fsync"}:
            found.append(f"{call.name} {names[call.given[0]]}")
        elif call.name in {"link", "replace", "unlink"}:
            found.append(f"{call.name} {Path(call.given[-1]).name}")
        return answer

    assert written(system, root, old, new, note) is None
    return [one.replace(f"fsync {root.name}", "fsync root") for one in found if not one.endswith(" lock")]


def test_where_nothing_can_be_locked_nothing_is_written(made: Callable[[Files], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform != "win32":
        root = made(ONE[0])

        def no_locks(*_: object) -> None:
            raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

        monkeypatch.setattr(fcntl, "flock", no_locks)

        with pytest.raises(CannotWriteError) as refused:
            write_files(root, changes(*ONE), root / "state")

        assert str(refused.value) == f"{root / 'state' / 'lock'} cannot be written: No locks available; nothing was written"
        assert there(root) == ONE[0]


def test_an_editor_that_saves_in_the_last_moment_wins(system: ModuleType, made: Callable[[Files], Path]) -> None:
    """Somebody who knows nothing of our lock writes between any two of our calls; what he wrote is never lost."""
    old, new = TOGETHER
    calls = calls_of(system, made(old), old, new)
    kept = 0
    for by_rename in (False, True):
        for number in range(1, len(calls) + 1):
            root = made(old)

            def save(at: int, call: Call, *, root: Path = root, number: int = number, by_rename: bool = by_rename) -> object:
                if at == number:
                    target = root / "other" if by_rename else root / "two.yaml"
                    descriptor = system.REALLY["open"](target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
                    system.REALLY["write"](descriptor, b"somebody's\n")
                    system.REALLY["close"](descriptor)
                    if by_rename:
                        system.REALLY["replace"](target, root / "two.yaml")
                return call.done()

            error = written(system, root, old, new, save)
            wrote = (root / "two.yaml").read_bytes()
            if error is None:
                assert there(root) == {**new, "two.yaml": wrote}
                if calls[number - 1] != "replace":  # the one call before which nobody can look any more
                    assert wrote == b"somebody's\n", (number, calls[number - 1], by_rename)
            else:
                assert str(error) == "two.yaml changed on disk since it was read; nothing was written"
                assert there(root) == {**old, "two.yaml": b"somebody's\n"}
                kept += 1
    assert kept > len(calls)
