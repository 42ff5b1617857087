"""A disk that is full, really: the old bytes stay, nothing lies about, and once there is room the same write succeeds."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claimtrack.editing import FileChange, recover, write_files
from claimtrack.errors import CannotWriteError

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a small disk is made by what Linux has")

OLD = {"one.yaml": b"one\n", "two.yaml": b"two\n"}
NEW = {"one.yaml": b"1" * 40_000, "two.yaml": b"2" * 40_000}
CHANGES = [FileChange(file, OLD[file], NEW[file]) for file in OLD]


def there(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in root.rglob("*") if path.is_file() and path.name not in {"lock", "ballast"}}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A filesystem of 128 kB."""
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", tmp_path], capture_output=True, check=False).returncode:  # noqa: S607  (the one on the path)
        pytest.skip("only the system's administrator can mount a small disk")
    try:
        yield tmp_path
    finally:
        subprocess.run(["umount", tmp_path], check=True)  # noqa: S607  (the same)


def test_a_full_disk_leaves_everything_as_it_was(small_disk: Path) -> None:
    for file, data in OLD.items():
        (small_disk / file).write_bytes(data)

    for room in (0, 4_096, 8_192, 12_288, 16_384, 40_960, 65_536, 73_728):
        (small_disk / "ballast").write_bytes(b"x" * (128 * 1024 - 8_192 - room))
        with pytest.raises(CannotWriteError) as refused:
            write_files(small_disk, CHANGES, small_disk / "state")
        assert str(refused.value).endswith(" cannot be written: No space left on device; nothing was written")
        assert there(small_disk) == OLD

    (small_disk / "ballast").unlink()
    assert recover(small_disk, small_disk / "state") == ()
    write_files(small_disk, CHANGES, small_disk / "state")
    assert there(small_disk) == NEW


def test_a_bound_on_the_size_of_files_does_too(tmp_path: Path) -> None:
    for file, data in OLD.items():
        (tmp_path / file).write_bytes(data)

    assert bounded(20_000, lambda: write_files(tmp_path, CHANGES, tmp_path / "state")) == (
        "one.yaml cannot be written: File too large; nothing was written"
    )
    assert there(tmp_path) == OLD


def bounded(most: int, action: Callable[[], None]) -> str:
    """Do something in a process whose files may not become larger than a bound, and return what could not be written."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            if sys.platform == "linux":
                import resource  # noqa: PLC0415  (not every system has it)

                resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
            action()
        except CannotWriteError as error:
            os.write(writing, str(error).encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(process, 0)
    with os.fdopen(reading) as said:
        return said.read()
