"""Well-known services at which one document has several addresses that no general rule could see through."""

from __future__ import annotations

import re
from typing import NamedTuple

ARCHIVE_TODAY = frozenset({"archive.fo", "archive.is", "archive.li", "archive.md", "archive.ph", "archive.today", "archive.vn"})
"""The hosts of one and the same archive."""

WEB_ARCHIVES = ARCHIVE_TODAY | {"ghostarchive.org", "megalodon.jp", "perma.cc", "web.archive.org", "webcitation.org"}
"""Hosts that hold nothing but copies of other people's pages, or that keep them under addresses which do not name these."""

HOSTS = {
    **dict.fromkeys(ARCHIVE_TODAY, "archive.today"),
    "dx.doi.org": "doi.org",
    "telegram.me": "t.me",
    "twitter.com": "x.com",
    "youtube-nocookie.com": "youtube.com",
}
"""Hosts by another name: the same pages."""

_VIDEO = re.compile(r"[\w-]{11}", re.ASCII)
_POST = re.compile(r"(?:\w+|i/web)/status/(\d+)(?:/.*)?", re.ASCII)
_VIDEO_PATHS = ("embed", "live", "shorts", "v")


class Named(NamedTuple):
    """A document by the name that a service has for it, and the place within that the address names."""

    key: str
    part: str = ""


def named_by_service(host: str, path: str, pairs: list[str]) -> Named | None:
    """Return what a well-known service calls a document, or None where the address is of no such service.

    Arguments:
        host: without ``www.`` and the like, by the first of its names.
        path: without a slash at either end.
        pairs: the parameters, ``name=value``.

    >>> named_by_service("youtu.be", "dQw4w9WgXcQ", ["t=42"])
    Named(key='youtube.com/watch?v=dQw4w9WgXcQ', part='t=42')
    >>> named_by_service("x.com", "example/status/20", ["s=20"])
    Named(key='x.com/i/status/20', part='')
    """
    given = dict(pair.split("=", 1) for pair in pairs if "=" in pair)
    if host in {"youtu.be", "youtube.com"}:
        return _video(host, path, given)
    if host == "x.com" and (post := _POST.fullmatch(path)):
        return Named(f"x.com/i/status/{post[1]}")
    if host == "t.me" and path.startswith("s/") and not pairs:
        return Named("t.me/" + path.removeprefix("s/"))
    return None


def _video(host: str, path: str, given: dict[str, str]) -> Named | None:
    first, _, second = path.partition("/")
    video = first if host == "youtu.be" else second if first in _VIDEO_PATHS else given.get("v", "") if path == "watch" else ""
    if not _VIDEO.fullmatch(video):
        return None
    begins = given.get("t") or given.get("start")
    return Named(f"youtube.com/watch?v={video}", f"t={begins}" if begins else "")
