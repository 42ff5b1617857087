"""The walk over a desk's files, and how single files are read."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from claimtrack.errors import NotADeskError, UsageError
from claimtrack.findings import Finding, Kind
from claimtrack.locations import START
from claimtrack.reading.files import RecordFile, find_root, read_file, walk
from claimtrack.reading.kinds import NOT_A_FILE, STRAY_FILE, SYMBOLIC_LINK, TOO_LARGE, UNPRINTABLE_NAME, UNREADABLE

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs links, pipes and file names that this system does not have")
LINK = ("this is a symbolic link, which is not followed", "put the file itself in its place")
PIPE = ("expected an ordinary file, found a pipe, a socket or a device", "put an ordinary file in its place")
FOLDER = ("expected an ordinary file, found a folder", "put an ordinary file in its place")


def make(root: Path, *files: str) -> Path:
    for file in files:
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("status: draft\n", "utf-8")
    return root


def said(findings: tuple[Finding, ...], kind: Kind) -> list[tuple[str, str, str]]:
    assert {(one.code, one.severity, one.span) for one in findings} <= {(kind.code, kind.severity, START)}
    return [(one.file, one.message, one.hint) for one in findings]


def test_records_are_listed_in_a_stable_order_with_what_they_are(tmp_path: Path) -> None:
    make(
        tmp_path,
        "claims/sources.yaml", "claims/desk.yaml", "claims/b/z.yaml", "claims/b/a.yaml", "claims/b/sources.yaml", "claims/b/article.yaml",
        "claims/a/only.yaml", "claims/.hidden/x.txt", "claims/a/.only.yaml.swp", "README.md", "snapshots/b.txt", "other/x.yaml",
    )  # fmt: skip
    (tmp_path / "claims" / "empty").mkdir()
    assert walk(tmp_path, tmp_path / "claims") == (
        (
            RecordFile("claims/desk.yaml", "desk"),
            RecordFile("claims/sources.yaml", "sources"),
            RecordFile("claims/a/only.yaml", "claim"),
            RecordFile("claims/b/article.yaml", "article"),
            RecordFile("claims/b/sources.yaml", "sources"),
            RecordFile("claims/b/a.yaml", "claim"),
            RecordFile("claims/b/z.yaml", "claim"),
        ),
        (),
    )


MOVE_OUT = "move it out of the records; archived copies belong in `archives/`"
NO_KIND = "no kind of record has such a name"
COPY = "this looks like a copy that an editor or a merge left behind"


@pytest.mark.parametrize(
    ("file", "message", "hint"),
    [
        ("notes.txt", NO_KIND, MOVE_OUT),
        ("a/photo.jpg", NO_KIND, MOVE_OUT),
        ("a/README", NO_KIND, MOVE_OUT),
        ("a/x.yml", NO_KIND, "rename it to `x.yaml`"),
        ("a/x.YAML", NO_KIND, "rename it to `x.yaml`"),
        ("sources.yml", NO_KIND, "rename it to `sources.yaml`"),
        ("a/Article.yaml", NO_KIND, "rename it to `article.yaml`"),
        ("a/article.YML", NO_KIND, "rename it to `article.yaml`"),
        ("a/desk.yaml", "`desk.yaml` belongs elsewhere", "move it one folder up"),
        ("article.yaml", "`article.yaml` belongs elsewhere", "move it into the folder of its article"),
        ("x.yaml", "a claim lies outside all folders of claims", "move it into one, such as that of its article"),
        ("a/x.yaml~", COPY, "delete it"),
        ("a/#x.yaml#", COPY, "delete it"),
        ("a/x.yaml.orig", COPY, "delete it"),
        ("a/x.yaml.bak", COPY, "delete it"),
    ],
)
def test_a_file_that_is_no_record_is_said_to_be_one(file: str, message: str, hint: str, tmp_path: Path) -> None:
    make(tmp_path, "claims/desk.yaml", f"claims/{file}")
    files, findings = walk(tmp_path, tmp_path / "claims")
    assert files == (RecordFile("claims/desk.yaml", "desk"),)
    assert said(findings, STRAY_FILE) == [(f"claims/{file}", message, hint)]


def test_a_folder_too_deep_and_a_repository_in_the_repository_are_strays(tmp_path: Path) -> None:
    make(tmp_path, "claims/desk.yaml", "claims/a/x.yaml", "claims/a/old/y.yaml", "claims/theirs/.git", "claims/theirs/z.yaml")
    files, findings = walk(tmp_path, tmp_path / "claims")
    assert files == (RecordFile("claims/desk.yaml", "desk"), RecordFile("claims/a/x.yaml", "claim"))
    assert said(findings, STRAY_FILE) == [
        ("claims/a/old", "a folder of records holds no further folders, so nobody looks in here", "move its records one folder up"),
        ("claims/theirs", "the folder is a git repository of its own, whose records are not read", "take its records into this repository"),
    ]


def test_beside_records_at_the_root_of_a_project_other_things_may_lie(tmp_path: Path) -> None:
    make(
        tmp_path,
        "desk.yaml", "README.md", "LICENSE", "a/x.yaml", "archives/p.warc", "snapshots/a.txt", "templates/page.html", "site/index.html",
        "old.yml",
    )  # fmt: skip
    files, findings = walk(tmp_path, tmp_path)
    assert files == (RecordFile("desk.yaml", "desk"), RecordFile("a/x.yaml", "claim"))
    assert said(findings, STRAY_FILE) == [("old.yml", NO_KIND, "rename it to `old.yaml`")]


@posix
def test_no_link_is_followed(tmp_path: Path) -> None:
    make(tmp_path, "claims/desk.yaml", "secret/x.yaml")
    claims = tmp_path / "claims"
    (claims / "a").mkdir()
    (claims / "a" / "x.yaml").symlink_to(tmp_path / "secret" / "x.yaml")
    (claims / "a" / "dead.yaml").symlink_to("nowhere")
    (claims / "loop").symlink_to("..")
    (claims / "theirs").symlink_to(tmp_path / "secret")
    files, findings = walk(tmp_path, claims)
    assert files == (RecordFile("claims/desk.yaml", "desk"),)
    assert said(findings, SYMBOLIC_LINK) == [
        ("claims/loop", *LINK),
        ("claims/theirs", *LINK),
        ("claims/a/dead.yaml", *LINK),
        ("claims/a/x.yaml", *LINK),
    ]
    data, findings = read_file(tmp_path, "claims/a/x.yaml")
    assert data is None
    assert said(findings, SYMBOLIC_LINK) == [("claims/a/x.yaml", *LINK)]


@posix
def test_beside_records_at_the_root_a_link_to_a_folder_is_said_and_other_links_are_not(tmp_path: Path) -> None:
    make(tmp_path, "desk.yaml", "README.md", "a/x.yaml")
    (tmp_path / "b").symlink_to("a")
    (tmp_path / "up").symlink_to("..")
    (tmp_path / "LIESMICH.md").symlink_to("README.md")
    (tmp_path / "templates").symlink_to("..")
    (tmp_path / "dead").symlink_to("nowhere")
    (tmp_path / "loop").symlink_to("loop")
    files, findings = walk(tmp_path, tmp_path)
    assert files == (RecordFile("desk.yaml", "desk"), RecordFile("a/x.yaml", "claim"))
    assert said(findings, SYMBOLIC_LINK) == [("b", *LINK), ("up", *LINK)]


@posix
def test_a_folder_of_records_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "elsewhere/desk.yaml")
    project = tmp_path / "project"
    project.mkdir()
    (project / "claims").symlink_to(tmp_path / "elsewhere")
    files, findings = walk(project, project / "claims")
    assert files == ()
    assert said(findings, SYMBOLIC_LINK) == [("claims", *LINK)]


@posix
def test_what_is_no_file_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    make(tmp_path, "claims/desk.yaml", "claims/a/folder.yaml/x.yaml")
    os.mkfifo(tmp_path / "claims" / "a" / "pipe.yaml")
    files, findings = walk(tmp_path, tmp_path / "claims")
    assert files == (RecordFile("claims/desk.yaml", "desk"),)
    assert said(findings, NOT_A_FILE) == [("claims/a/folder.yaml", *FOLDER), ("claims/a/pipe.yaml", *PIPE)]
    for file, words in (("claims/a/pipe.yaml", PIPE), ("claims/a", FOLDER)):
        data, findings = read_file(tmp_path, file)
        assert data is None
        assert said(findings, NOT_A_FILE) == [(file, *words)]


@posix
def test_devices_and_sockets_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, findings = read_file(Path("/dev"), "zero")
    assert data is None
    assert said(findings, NOT_A_FILE) == [("zero", *PIPE)]
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("s.yaml")
        data, findings = read_file(tmp_path, "s.yaml")
    assert data is None
    assert said(findings, NOT_A_FILE) == [("s.yaml", *PIPE)]


@posix
def test_names_that_cannot_be_shown_are_refused_and_shown_escaped(tmp_path: Path) -> None:
    make(tmp_path, "claims/desk.yaml", "claims/a/x.yaml")
    names = ["line\nbreak.yaml", "esc\x1b[2J.yaml", "turn\u202e.yaml"]
    for name in names:
        (tmp_path / "claims" / "a" / name).write_bytes(b"status: draft\n")
    try:
        Path(os.fsdecode(os.fsencode(tmp_path / "claims" / "a") + b"/latin\xe4.yaml")).write_bytes(b"status: draft\n")
    except OSError:  # a file system that takes UTF-8 only
        shown = []
    else:
        shown = ["claims/a/latin\\udce4.yaml"]
    files, findings = walk(tmp_path, tmp_path / "claims")
    assert files == (RecordFile("claims/desk.yaml", "desk"), RecordFile("claims/a/x.yaml", "claim"))
    words = ("the name holds characters that cannot be shown", "rename it with the letters a to z, digits and hyphens")
    assert said(findings, UNPRINTABLE_NAME) == [
        (file, *words) for file in ["claims/a/esc\\x1b[2J.yaml", *shown, "claims/a/line\\nbreak.yaml", "claims/a/turn\\u202e.yaml"]
    ]


def test_a_file_is_read_up_to_its_bound_and_not_further(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes(b"x" * 1_048_576)
    assert read_file(tmp_path, "x.yaml") == (b"x" * 1_048_576, ())
    (tmp_path / "x.yaml").write_bytes(b"x" * 1_048_577)
    data, findings = read_file(tmp_path, "x.yaml")
    assert data is None
    assert said(findings, TOO_LARGE) == [
        ("x.yaml", "the file has 1,048,577 bytes, expected at most 1,048,576", "move long texts out of the record")
    ]
    (tmp_path / "sources.yaml").write_bytes(b"x" * 1_048_577)
    data, findings = read_file(tmp_path, "sources.yaml")
    assert (len(data or b""), findings) == (1_048_577, ())
    data, findings = read_file(tmp_path, "sources.yaml", 1_000)
    assert said(findings, TOO_LARGE) == [
        ("sources.yaml", "the file has 1,048,577 bytes, expected at most 1,000", "move long texts out of the record")
    ]


@posix
def test_a_file_that_says_it_is_empty_is_still_bounded() -> None:
    file = Path("/proc/self/environ")
    if not file.exists():
        pytest.skip("needs a file that does not know its size, as Linux has in /proc")
    data, findings = read_file(file.parent, file.name, 1)
    assert data is None
    assert said(findings, TOO_LARGE) == [("environ", "the file has 2 bytes, expected at most 1", "move long texts out of the record")]


def test_a_file_that_is_gone_is_a_finding(tmp_path: Path) -> None:
    for file in ("x.yaml", "a/x.yaml"):
        data, findings = read_file(tmp_path, file)
        assert data is None
        assert said(findings, UNREADABLE) == [(file, "there is no such file", "restore it, or run the command again")]
    data, findings = read_file(tmp_path, "x\0.yaml")
    assert data is None
    assert [one.code for one in findings] == [UNREADABLE.code]


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="nothing is forbidden to root")
def test_what_may_not_be_read_is_a_finding(tmp_path: Path) -> None:
    make(tmp_path, "claims/desk.yaml", "claims/a/x.yaml", "claims/b/y.yaml")
    (tmp_path / "claims" / "a").chmod(0)
    (tmp_path / "claims" / "b" / "y.yaml").chmod(0)
    words = ("you are not allowed to read this", "give yourself permission to read it")
    _, findings = walk(tmp_path, tmp_path / "claims")
    assert said(findings, UNREADABLE) == [("claims/a", *words)]
    _, findings = read_file(tmp_path, "claims/b/y.yaml")
    assert said(findings, UNREADABLE) == [("claims/b/y.yaml", *words)]
    (tmp_path / "claims" / "a").chmod(0o700)


def test_a_folder_that_the_system_refuses_hides_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "claims/desk.yaml", "claims/a/x.yaml", "claims/b/y.yaml")
    scan = os.scandir

    def refuse(folder: Path) -> object:
        if folder.name == "a":
            raise PermissionError(13, "Permission denied")
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    files, findings = walk(tmp_path, tmp_path / "claims")
    assert files == (RecordFile("claims/desk.yaml", "desk"), RecordFile("claims/b/y.yaml", "claim"))
    assert said(findings, UNREADABLE) == [("claims/a", "you are not allowed to read this", "give yourself permission to read it")]


@pytest.mark.parametrize("start", ["", "claims", "claims/a", "claims/a/x.yaml", "docs"])
def test_the_root_is_found_from_anywhere_in_the_project(start: str, tmp_path: Path) -> None:
    make(tmp_path, "claims/desk.yaml", "claims/a/x.yaml", "docs/y.md")
    assert find_root(tmp_path / start) == (tmp_path, tmp_path / "claims")


def test_a_desk_may_lie_at_the_root_of_its_project(tmp_path: Path) -> None:
    make(tmp_path, "desk.yaml", "a/x.yaml")
    assert find_root(tmp_path / "a" / "x.yaml") == (tmp_path, tmp_path)


def test_the_nearest_desk_is_the_one(tmp_path: Path) -> None:
    make(tmp_path, "claims/desk.yaml", "examples/harbour/claims/desk.yaml", "examples/harbour/claims/a/x.yaml")
    inner = tmp_path / "examples" / "harbour"
    assert find_root(inner / "claims" / "a") == (inner, inner / "claims")
    assert find_root(tmp_path / "examples") == (tmp_path, tmp_path / "claims")


def test_a_relative_folder_is_one_of_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "claims/desk.yaml", "claims/a/x.yaml")
    monkeypatch.chdir(tmp_path / "claims" / "a")
    assert find_root(Path()) == (tmp_path, tmp_path / "claims")
    assert find_root(Path("../..")) == (tmp_path, tmp_path / "claims")


def test_without_a_desk_the_caller_is_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NotADeskError) as caught:
        find_root(tmp_path)
    assert str(caught.value) == (
        f"There is no desk in {tmp_path} or in any folder above it: no claims/desk.yaml and no desk.yaml was found. "
        "Go to the folder of your desk, or begin one with `claimtrack init`."
    )


def test_a_start_that_does_not_exist_is_a_wrong_request(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^There is no file or folder .*nowhere\.$"):
        find_root(tmp_path / "nowhere")
