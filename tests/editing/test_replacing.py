"""Files are written all or none, only over what was read, only where they may be, and stay what they were but for their bytes."""

from __future__ import annotations

import itertools
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from claimtrack.editing import FileChange, recover, state_folder, write_files
from claimtrack.errors import CannotWriteError, ChangedMeanwhileError, RefusedError

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes, owners and links of this system are others")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with two files."""
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "one.yaml").write_bytes(b"one\n")
    (tmp_path / "two.yaml").write_bytes(b"two\n")
    return tmp_path


def write(root: Path, *changes: tuple[str, bytes | None, bytes | None]) -> None:
    write_files(root, [FileChange(*one) for one in changes], root / "state")


def there(root: Path) -> dict[str, bytes]:
    """Every file there is, but the lock; an empty folder counts as a file without a name."""
    found = {}
    for path in root.rglob("*"):
        if path.is_file() and path != root / "state" / "lock":
            found[path.relative_to(root).as_posix()] = path.read_bytes()
        elif path.is_dir() and not any(path.iterdir()):
            found[path.relative_to(root).as_posix() + "/"] = b""
    return found


AS_IT_WAS = {"claims/one.yaml": b"one\n", "two.yaml": b"two\n"}


def test_files_are_replaced_made_and_removed_together(root: Path) -> None:
    write(root, ("two.yaml", b"two\n", b"2\n"), ("claims/one.yaml", b"one\n", None), ("new/folder/three.yaml", None, b"3\n"))

    assert there(root) == {"two.yaml": b"2\n", "new/folder/three.yaml": b"3\n"}


def test_a_folder_stays_in_which_something_else_lies(root: Path) -> None:
    (root / "claims" / ".keep").write_bytes(b"")

    write(root, ("claims/one.yaml", b"one\n", None))

    assert there(root) == {"claims/.keep": b"", "two.yaml": b"two\n"}


def test_what_stays_as_it_is_is_not_touched(root: Path) -> None:
    before = (root / "two.yaml").stat()

    write(root, ("two.yaml", b"two\n", b"two\n"))
    write(root, ("two.yaml", b"two\n", b"two\n"), ("claims/one.yaml", b"one\n", b"1\n"))

    assert (root / "two.yaml").stat() == before
    assert there(root) == {"claims/one.yaml": b"1\n", "two.yaml": b"two\n"}


def test_nothing_to_write_is_nothing_written(root: Path) -> None:
    write(root)

    assert there(root) == AS_IT_WAS


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("two.yaml", b"2wo\n", b"2\n"), "two.yaml changed on disk since it was read; nothing was written"),
        (("two.yaml", b"two", b"2\n"), "two.yaml changed on disk since it was read; nothing was written"),
        (("two.yaml", b"2\n", b"2\n"), "two.yaml changed on disk since it was read; nothing was written"),
        (("two.yaml", b"", None), "two.yaml changed on disk since it was read; nothing was written"),
        (("two.yaml", None, b"2\n"), "two.yaml exists already; nothing was written"),
        (("three.yaml", b"three\n", b"3\n"), "three.yaml is gone since it was read; nothing was written"),
        (("three/three.yaml", b"three\n", None), "three/three.yaml is gone since it was read; nothing was written"),
    ],
)
def test_one_file_that_is_not_what_was_read_stops_all(root: Path, change: tuple[str, bytes | None, bytes | None], message: str) -> None:
    with pytest.raises(ChangedMeanwhileError) as refused:
        write(root, ("claims/one.yaml", b"one\n", b"1\n"), change)

    assert str(refused.value) == message
    assert there(root) == AS_IT_WAS


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("../outside.yaml", "../outside.yaml cannot be written: expected the name of a file inside the project"),
        ("/outside.yaml", "/outside.yaml cannot be written: expected the name of a file inside the project"),
        ("claims/../two.yaml", "claims/../two.yaml cannot be written: expected the name of a file inside the project"),
        ("claims//one.yaml", "claims//one.yaml cannot be written: expected the name of a file inside the project"),
        ("", " cannot be written: expected the name of a file inside the project"),
        ("two\0.yaml", "two\0.yaml cannot be written: expected the name of a file inside the project"),
        (".GIT/config", ".GIT/config cannot be written: expected the name of a file inside the project"),
        ("two.yaml/three.yaml", "two.yaml/three.yaml cannot be written: two.yaml is no folder"),
        ("claims", "claims cannot be written: it is no ordinary file"),
    ],
)
def test_a_file_lies_inside_the_project(root: Path, file: str, message: str) -> None:
    with pytest.raises(CannotWriteError) as refused:
        write(root, ("claims/one.yaml", b"one\n", b"1\n"), (file, None, b"x"))

    assert str(refused.value) == f"{message}; nothing was written"
    assert there(root) == AS_IT_WAS


def test_a_file_stands_once_among_those_to_write(root: Path) -> None:
    with pytest.raises(CannotWriteError) as refused:
        write(root, ("two.yaml", b"two\n", b"2\n"), ("two.yaml", b"two\n", b"zwei\n"))

    assert str(refused.value) == "two.yaml cannot be written: it stands twice among the files to write; nothing was written"


def test_a_project_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError) as refused:
        write(tmp_path / "none", ("two.yaml", None, b"2\n"))

    assert str(refused.value) == f"{tmp_path / 'none'} cannot be written: there is no such folder; nothing was written"
    assert there(tmp_path) == {}


@posix
@pytest.mark.parametrize(
    ("link", "to", "file", "message"),
    [
        ("link.yaml", "two.yaml", "link.yaml", "it is a symbolic link, which is not followed; put the file itself in its place"),
        ("link.yaml", "nowhere", "link.yaml", "it is a symbolic link, which is not followed; put the file itself in its place"),
        ("folder", "claims", "folder/one.yaml", "folder is a symbolic link, which is not followed"),
        ("claims/up", "..", "claims/up/two.yaml", "claims/up is a symbolic link, which is not followed"),
    ],
)
def test_no_link_is_followed(root: Path, link: str, to: str, file: str, message: str) -> None:
    (root / link).symlink_to(to)

    for before in (None, b"two\n"):
        with pytest.raises(CannotWriteError) as refused:
            write(root, (file, before, b"2\n"))
        assert str(refused.value) == f"{file} cannot be written: {message}; nothing was written"

    assert (root / link).is_symlink()
    assert {name: data for name, data in there(root).items() if name in AS_IT_WAS} == AS_IT_WAS


@posix
def test_the_root_itself_may_be_reached_by_a_link(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    link = tmp_path_factory.mktemp("elsewhere") / "link"
    link.symlink_to(root)

    write(link, ("two.yaml", b"two\n", b"2\n"))

    assert (root / "two.yaml").read_bytes() == b"2\n"


@posix
def test_a_file_with_two_names_is_refused_since_they_would_part(root: Path) -> None:
    (root / "other.yaml").hardlink_to(root / "two.yaml")

    with pytest.raises(CannotWriteError) as refused:
        write(root, ("two.yaml", b"two\n", b"2\n"))

    assert str(refused.value) == (
        "two.yaml cannot be written: it has a second name (a hard link), which would keep the old text; "
        "put a copy in its place, which is a file of its own; nothing was written"
    )
    assert there(root) == {**AS_IT_WAS, "other.yaml": b"two\n"}


@posix
def test_a_read_only_file_is_neither_replaced_nor_removed(root: Path) -> None:
    (root / "two.yaml").chmod(0o444)

    for after in (b"2\n", None):
        with pytest.raises(CannotWriteError) as refused:
            write(root, ("claims/one.yaml", b"one\n", b"1\n"), ("two.yaml", b"two\n", after))
        assert (
            str(refused.value) == "two.yaml cannot be written: it is read-only; give yourself permission to write it; nothing was written"
        )

    assert there(root) == AS_IT_WAS


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o666, 0o755])
def test_the_mode_stays(root: Path, mode: int) -> None:
    (root / "two.yaml").chmod(mode)

    write(root, ("two.yaml", b"two\n", b"2\n"))

    assert stat.S_IMODE((root / "two.yaml").stat().st_mode) == mode


@posix
def test_a_new_file_gets_the_mode_of_new_files(root: Path) -> None:
    (root / "by-others").write_bytes(b"")

    write(root, ("three.yaml", None, b"3\n"))

    assert (root / "three.yaml").stat().st_mode == (root / "by-others").stat().st_mode


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only the system's administrator can give files away")
def test_owner_and_group_stay(root: Path) -> None:
    os.chown(root / "two.yaml", 1234, 5678)

    write(root, ("two.yaml", b"two\n", b"2\n"))

    status = (root / "two.yaml").stat()
    assert (status.st_uid, status.st_gid) == (1234, 5678)


def as_somebody(action: Callable[[], None]) -> str:
    """Do something as a user without rights, of the group 5678 too, and return what was refused."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            os.setgroups([5678])
            os.setgid(4321)
            os.setuid(4321)
            action()
        except RefusedError as error:
            os.write(writing, b"refused: " + str(error).encode())
        except CannotWriteError as error:
            os.write(writing, str(error).encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(process, 0)
    with os.fdopen(reading) as said:
        return said.read()


@pytest.fixture
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that everybody may write in, where everybody can get to."""
    root = tmp_path_factory.mktemp("shared")
    for folder in itertools.takewhile(lambda one: one != Path(tempfile.gettempdir()), (root, *root.parents)):
        folder.chmod(0o777)
    (root / "two.yaml").write_bytes(b"two\n")
    return root


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only the system's administrator can become somebody else")
@pytest.mark.parametrize(
    ("group", "mode", "said", "becomes"),
    [
        (5678, 0o664, "", (4321, 5678)),  # the file of a colleague, in a group that we share
        (5678, 0o660, "", (4321, 5678)),
        (0, 0o666, "", (4321, 4321)),  # a group that we are not in, and that has no more rights than anybody
        (0, 0o606, "two.yaml cannot be written: the new file could not belong to the group", (0, 0)),
        (0, 0o644, "two.yaml cannot be written: it is read-only", (0, 0)),
    ],
)
def test_a_file_of_somebody_else_keeps_its_group_or_is_not_written(
    shared: Path, group: int, mode: int, said: str, becomes: tuple[int, int]
) -> None:
    os.chown(shared / "two.yaml", 0, group)
    (shared / "two.yaml").chmod(mode)

    assert as_somebody(lambda: write(shared, ("two.yaml", b"two\n", b"2\n"))).startswith(said)

    status = (shared / "two.yaml").stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (*becomes, mode)
    assert there(shared) == {"two.yaml": b"two\n" if said else b"2\n"}


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only the system's administrator can become somebody else")
def test_a_folder_that_one_may_not_write_in_is_said(shared: Path) -> None:
    shared.chmod(0o755)
    (shared / "two.yaml").chmod(0o666)
    (shared / "state").mkdir(mode=0o777)
    (shared / "state").chmod(0o777)

    said = as_somebody(lambda: write(shared, ("two.yaml", b"two\n", b"2\n")))

    assert said == "two.yaml cannot be written: Permission denied; nothing was written"
    assert there(shared) == {"two.yaml": b"two\n"}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such attributes, or no such door to them")
def test_attributes_stay(root: Path) -> None:
    if sys.platform == "linux":
        try:
            os.setxattr(root / "two.yaml", "user.note", b"mine")
        except OSError:
            pytest.skip("the filesystem has no such attributes")

        write(root, ("two.yaml", b"two\n", b"2\n"))

        assert os.getxattr(root / "two.yaml", "user.note") == b"mine"


ACCESS_LIST = bytes.fromhex("02000000 01000600ffffffff 0200060039300000 04000000ffffffff 10000600ffffffff 20000000ffffffff")
"""The owner and the user 12345 may read and write; the group and all others may not."""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other access lists")
def test_the_access_list_stays(root: Path) -> None:
    if sys.platform == "linux":
        try:
            os.setxattr(root / "two.yaml", "system.posix_acl_access", ACCESS_LIST)
        except OSError:
            pytest.skip("the filesystem has no access lists")

        write(root, ("two.yaml", b"two\n", b"2\n"))

        assert os.getxattr(root / "two.yaml", "system.posix_acl_access") == ACCESS_LIST


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other access lists")
def test_a_file_without_an_access_list_gets_none_from_its_folder(root: Path) -> None:
    if sys.platform == "linux":
        (root / "two.yaml").chmod(0o660)
        try:
            os.setxattr(root, "system.posix_acl_default", ACCESS_LIST)
        except OSError:
            pytest.skip("the filesystem has no access lists")

        write(root, ("two.yaml", b"two\n", b"2\n"))

        assert "system.posix_acl_access" not in os.listxattr(root / "two.yaml")
        assert stat.S_IMODE((root / "two.yaml").stat().st_mode) == 0o660


def test_what_somebody_else_has_left_is_not_ours_to_sweep(root: Path) -> None:
    (root / ".two.yaml.new-1.tmp").write_bytes(b"somebody's")
    (root / ".two.yaml.old-1.tmp").write_bytes(b"somebody's")

    write(root, ("two.yaml", b"two\n", b"2\n"))

    assert there(root) == {
        "claims/one.yaml": b"one\n",
        "two.yaml": b"2\n",
        ".two.yaml.new-1.tmp": b"somebody's",
        ".two.yaml.old-1.tmp": b"somebody's",
    }


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-C", folder, "-c", "user.name=x", "-c", "user.email=x@desk.example", *words], check=True, capture_output=True)  # noqa: S607  (the one on the path)


def test_the_state_lies_in_the_folder_of_git_where_nobody_commits_it(root: Path) -> None:
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "all")
    git(root, "worktree", "add", "-q", str(root / "side"))

    assert state_folder(root) == root.resolve() / ".git" / "claimtrack"
    assert state_folder(root / "claims") == root.resolve() / ".git" / "claimtrack" / "desks" / "claims"
    assert state_folder(root / "side") == root.resolve() / ".git" / "worktrees" / "side" / "claimtrack"


def test_the_state_lies_in_the_project_where_there_is_no_git(root: Path) -> None:
    assert state_folder(root) == root.resolve() / ".claimtrack"
    assert recover(root, state_folder(root)) == ()
    assert there(root) == AS_IT_WAS
