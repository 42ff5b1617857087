"""The desk's own copies: what is found in place of what records name, and that nothing else is opened."""

from __future__ import annotations

import hashlib
import os
import socket
from pathlib import Path

import pytest

from claimtrack.findings import finding
from claimtrack.locations import START
from claimtrack.phrases import say
from claimtrack.reading.archives import MAX_HASHED, MAX_KEPT, MAX_READ, Archives, CopyFile, Named, named_by, read_archives, stays_below
from claimtrack.reading.kinds import SYMBOLIC_LINK
from claimtrack.records.claim import Appearance, Claim
from claimtrack.records.evidence import Evidence
from claimtrack.records.source import Archive, Source

PAGE = b"620 lorries a day\n"
DIGEST = hashlib.sha256(PAGE).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return ``archives/`` of a project, with one file in it."""
    folder = tmp_path / "archives"
    (folder / "roads").mkdir(parents=True)
    (folder / "roads" / "count.txt").write_bytes(PAGE)
    return folder


def found(folder: Path, name: str, *, quoted: bool = True) -> CopyFile:
    archives, findings = read_archives(folder.parent, Named({name}, {name} if quoted else set()))
    assert findings == ()
    assert archives.at_hand
    return archives.files[name]


def test_a_copy_has_its_size_its_digest_and_its_text(folder: Path) -> None:
    assert found(folder, "roads/count.txt") == CopyFile(size=18, sha256=DIGEST, text="620 lorries a day\n")


def test_a_text_is_kept_only_where_a_quote_is_looked_for_in_it(folder: Path) -> None:
    assert found(folder, "roads/count.txt", quoted=False) == CopyFile(size=18, sha256=DIGEST)


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("a.txt", b"\xef\xbb\xbfone", "one"),
        ("a.MD", b"*one*", "*one*"),
        ("a.html", b"<p>one", "\none"),
        ("a.HTM", b"<p>one", "\none"),
        ("a.txt", b"\xff", None),
        ("a.html", b"\xff", None),
        ("a.pdf", b"one", None),
        ("txt", b"one", None),
    ],
)
def test_texts_are_read_of_what_is_text_by_its_name_and_its_bytes(name: str, data: bytes, text: str | None, folder: Path) -> None:
    (folder / name).write_bytes(data)

    assert found(folder, name) == CopyFile(size=len(data), sha256=hashlib.sha256(data).hexdigest(), text=text)


def test_web_archives_and_proofs_only_have_to_be_there(folder: Path) -> None:
    archives, _ = read_archives(folder.parent, Named(others={"roads/count.txt", "roads/count.tsr"}))

    assert archives == Archives(
        files={"roads/count.tsr": CopyFile("missing", near="roads/count.txt"), "roads/count.txt": CopyFile(size=18)}
    )


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("roads/count.tx", "roads/count.txt"),
        ("archives/roads/count.txt", "roads/count.txt"),
        ("roads/minutes.pdf", ""),
        ("road/count.txt", ""),
        ("roads/count.txt/page", ""),
    ],
)
def test_what_is_missing_may_lie_near(name: str, near: str, folder: Path) -> None:
    assert found(folder, name) == CopyFile("missing", near=near)


def test_no_link_is_followed_and_nothing_but_files_is_opened(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "roads" / "count.txt")
    (folder / "nowhere.txt").symlink_to("nowhere")
    (folder / "elsewhere").symlink_to(folder / "roads", target_is_directory=True)
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(folder / "socket.txt"))

        assert found(folder, "link.txt") == CopyFile("link")
        assert found(folder, "nowhere.txt") == CopyFile("link")
        assert found(folder, "elsewhere/count.txt") == CopyFile("link")
        assert found(folder, "pipe.txt") == CopyFile("device")
        assert found(folder, "socket.txt") == CopyFile("device")
        assert found(folder, "roads") == CopyFile("folder")
        assert found(folder, "a" * 300) == CopyFile("unreadable")
        assert found(folder, "/".join(["a"] * 5000)).state == "missing"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_what_is_forbidden_is_unreadable(folder: Path) -> None:
    (folder / "roads" / "count.txt").chmod(0)

    assert found(folder, "roads/count.txt") == CopyFile("unreadable")


@pytest.mark.parametrize(
    "name", ["../secret.txt", "/etc/passwd", "a//b", ".git/config", "C:/x", "a\\b", "a/", "a\nb", "", "a/../../secret.txt"]
)
def test_what_does_not_stay_below_the_folder_is_never_looked_at(name: str, folder: Path) -> None:
    (folder.parent / "secret.txt").write_text("secret")

    assert not stays_below(name)
    assert read_archives(folder.parent, Named({name, "roads/count.txt"}, {name}))[0].files.keys() == {"roads/count.txt"}


def test_a_folder_that_is_a_link_is_said_and_not_followed(folder: Path) -> None:
    folder.rename(folder.parent / "elsewhere")
    folder.symlink_to(folder.parent / "elsewhere", target_is_directory=True)

    said = finding(
        SYMBOLIC_LINK, "archives", START, say("this is a symbolic link, which is not followed"), say("put the folder itself in its place")
    )
    assert read_archives(folder.parent, Named({"roads/count.txt"})) == (Archives(), (said,))
    assert read_archives(folder.parent, Named()) == (Archives(), ())


@pytest.mark.parametrize("left", [None, ".gitkeep", "README.md"])
def test_an_empty_folder_is_not_at_hand(left: str | None, tmp_path: Path) -> None:
    assert read_archives(tmp_path, Named({"count.txt"})) == (Archives(at_hand=False), ())
    (tmp_path / "archives").mkdir()
    if left:
        (tmp_path / "archives" / left).touch()

    assert read_archives(tmp_path, Named({"count.txt"})) == (Archives(at_hand=False), ())
    assert read_archives(tmp_path, Named()) == (Archives(), ())


def test_a_text_is_read_up_to_its_bound_and_not_beyond(folder: Path) -> None:
    (folder / "bound.txt").write_bytes(b"a" * MAX_READ)
    (folder / "beyond.txt").write_bytes(b"a" * (MAX_READ + 1))

    assert found(folder, "bound.txt").text == "a" * MAX_READ
    assert found(folder, "beyond.txt").text is None
    assert found(folder, "beyond.txt").too_large
    assert found(folder, "beyond.txt").sha256 == hashlib.sha256(b"a" * (MAX_READ + 1)).hexdigest()
    assert not found(folder, "beyond.txt", quoted=False).too_large


def test_a_digest_is_taken_up_to_its_bound_and_not_beyond(folder: Path) -> None:
    for name, size in (("bound.mp4", MAX_HASHED), ("beyond.mp4", MAX_HASHED + 1), ("beyond.txt", MAX_HASHED + 1)):
        (folder / name).touch()
        os.truncate(folder / name, size)

    assert found(folder, "bound.mp4").sha256 is not None
    assert found(folder, "beyond.mp4") == CopyFile(size=MAX_HASHED + 1)
    assert found(folder, "beyond.txt") == CopyFile(size=MAX_HASHED + 1, too_large=True)


def test_the_texts_together_have_a_bound(folder: Path) -> None:
    names = {f"{number}.txt" for number in range(MAX_KEPT // MAX_READ + 1)}
    for name in names:
        (folder / name).write_bytes(b"a" * MAX_READ)

    files = read_archives(folder.parent, Named(names, names))[0].files
    assert [name for name, one in files.items() if one.text is None] == [max(names)]
    assert [name for name, one in files.items() if one.too_large] == [max(names)]
    assert all(one.sha256 for one in files.values())


def test_the_files_are_named_by_sources_inline_sources_and_appearances() -> None:
    def kept(name: str) -> tuple[Archive, ...]:
        return (Archive(provider="own", file=f"{name}.txt", wacz=f"{name}.wacz", proofs=(f"{name}.tsr",)), Archive(provider="archive"))

    sources = {one: Source(id=one, archives=kept(one)) for one in ("cited", "quoted")}
    claim = Claim(
        status="draft",
        appearances=(Appearance(archives=kept("appearance")),),
        evidence=(
            Evidence(id="a", source="cited", stance="context"),
            Evidence(id="b", source="quoted", stance="context", quote="620"),
            Evidence(id="c", source="unknown", stance="context", quote="620"),
            Evidence(id="d", source=Source(archives=kept("inline")), stance="context"),
            Evidence(id="e", source=Source(archives=kept("inline-quoted")), stance="context", quote="620"),
        ),
    )
    every = ("cited", "quoted", "appearance", "inline", "inline-quoted")

    assert named_by(sources, [claim]) == Named(
        copies={f"{one}.txt" for one in every},
        quoted={"quoted.txt", "inline-quoted.txt"},
        others={f"{one}{ending}" for one in every for ending in (".wacz", ".tsr")},
    )
