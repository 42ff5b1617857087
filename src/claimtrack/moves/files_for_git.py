"""What git has to know of a desk: what is not for it, and of what no byte may change. Lines that are there already stay as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from claimtrack.reading.archives import ARCHIVES_FOLDER
from claimtrack.reading.files import SITE_FOLDER
from claimtrack.reading.snapshots import SNAPSHOTS_FOLDER

_IGNORED = "# claimtrack: what it makes itself, and the texts of other people's articles, which are not ours to publish"
_ATTRIBUTES = "# claimtrack: records have the same line ends everywhere; of copies and texts that have a digest, no byte changes"


def lines_for_git(desk_file: str, own_folder: str) -> Mapping[str, Sequence[str]]:
    """Return the lines that belong into each of git's files, the first being a comment.

    Arguments:
        desk_file: the desk record, relative to the root.
        own_folder: the folder in the root with the schemas, which everybody can have, and what a write that is under way notes there.
    """
    return {
        ".gitignore": (
            _IGNORED,
            f"/{SITE_FOLDER}/",
            f"/{SNAPSHOTS_FOLDER}/",
            f"/{own_folder}/*",
            f"!/{own_folder}/*.schema.json",
            ".*.tmp",
        ),
        ".gitattributes": (
            _ATTRIBUTES,
            *(f"{one} text eol=lf" for one in patterns_of_records(desk_file)),
            f"/{ARCHIVES_FOLDER}/** -text",
            f"/{SNAPSHOTS_FOLDER}/** -text",
        ),
    }


def patterns_of_records(desk_file: str) -> Sequence[str]:
    """Return the patterns of git that the records of a desk have, and nothing else that there is in the root.

    Arguments:
        desk_file: the desk record, relative to the root.
    """
    inside = PurePosixPath(desk_file).parent.as_posix()
    return ("/*.yaml", "/*/*.yaml") if inside == "." else (f"/{inside}/**/*.yaml",)


def with_lines(data: bytes, lines: Sequence[str]) -> tuple[bytes, int]:
    r"""Return a file with those lines at its end that it lacks, and how many these are; the comment comes with the first of them.

    Arguments:
        data: the file.
        lines: a comment, and the lines that have to be there, in whatever order.

    >>> with_lines(b"build\n/site", ("# ours", "/site/", "/snapshots/"))
    (b'build\n/site\n# ours\n/snapshots/\n', 1)
    """
    there = set(map(_bare, data.splitlines()))
    comment, *wanted = (line.encode("utf-8") for line in lines)
    missing = [line for line in wanted if _bare(line) not in there]
    if not missing:
        return data, 0
    end = b"\r\n" if b"\r\n" in data else b"\n"
    return _ended(data, end) + end.join([comment, *missing, b""]), len(missing)


def without_lines(data: bytes, lines: Sequence[str]) -> tuple[bytes, int]:
    r"""Return a file without certain lines, and how many these are; the first of them is a comment, which does not count.

    Arguments:
        data: the file.
        lines: a comment, and the lines that have to go.

    >>> without_lines(b"build\n# ours\n/site/\n", ("# ours", "/site/"))
    (b'build\n', 1)
    """
    comment, *unwanted = (_bare(line.encode("utf-8")) for line in lines)
    there = data.splitlines(keepends=True)
    kept = [line for line in there if _bare(line) not in {comment, *unwanted}]
    return b"".join(kept), sum(_bare(line) in unwanted for line in there)


def _ended(data: bytes, end: bytes) -> bytes:
    return data + end if data and not data.endswith(b"\n") else data


def _bare(line: bytes) -> bytes:
    """Return what two lines that mean the same have in common: a pattern of git means the same with and without slashes around it."""
    return b" ".join(line.split()).strip(b"/")
