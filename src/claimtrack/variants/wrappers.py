"""Addresses that have another address in them: captures of web archives, AMP caches, and redirects that name their target."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import unquote, unquote_plus

from claimtrack.variants.services import ARCHIVE_TODAY

REDIRECTS = {
    "google.com/url": ("q", "url"),
    "www.google.com/url": ("q", "url"),
    "l.facebook.com/l.php": ("u",),
    "lm.facebook.com/l.php": ("u",),
    "www.youtube.com/redirect": ("q",),
}
"""Where links lead through a page of a network first, and the parameters that hold where they go."""

_CAPTURE = re.compile(r"[^?#]*?/(\d{14})(?:[a-z]{2}_)?/(https?(?::|%3A).+)", re.IGNORECASE)
"""How the web archives that run the Wayback software write a capture: moment, flag, address."""

_WAYBACK = re.compile(r"/web/(\d{1,14})(?:[a-z]{2}_)?/(.+)|/web/()(https?(?::|%3A).+)", re.IGNORECASE)
_TODAY = re.compile(r"/(\d{4}\.\d\d\.\d\d-\d{6}|\d{4,14})/(https?(?::|%3A).+)|/(?:newest|oldest)/()(https?(?::|%3A).+)", re.IGNORECASE)
_GOOGLE = re.compile(r"(?:www\.)?google\.(?:com|[a-z]{2}|com?\.[a-z]{2})")
_GOOGLE_AMP = re.compile(r"/amp/(s/)?(.+)")
_AMP_CACHE = re.compile(r"/(?:c|v|wp)/(s/)?(.+)")
_CACHED = re.compile(r"cache:(?:[\w-]{12}:)?(\S+)")
_SCHEME = re.compile(r"(https?):/*", re.IGNORECASE)
_NOT_DIGITS = re.compile(r"\D")


class Wrapped(NamedTuple):
    """An address that was found in another one.

    Attributes:
        address: the address within.
        captured: the moment of the capture in digits, such as ``20250224101500``; empty where it is none or does not say.
    """

    address: str
    captured: str = ""


def unwrapped(address: str) -> Wrapped | None:
    """Return the address within an address, or None where there is none.

    Arguments:
        address: an address as :func:`claimtrack.urls.rewritten` returns it.

    >>> unwrapped("https://web.archive.org/web/20250224101500if_/https://a.example/x?id=1")
    Wrapped(address='https://a.example/x?id=1', captured='20250224101500')
    >>> unwrapped("https://www.google.com/amp/s/a.example/x/amp")
    Wrapped(address='https://a.example/x/amp', captured='')
    """
    host, slash, rest = address.partition("://")[2].partition("/")
    for take_off in _WAYS:
        if found := take_off(host, slash + rest):
            return found
    return None


def _wayback(host: str, rest: str) -> Wrapped | None:
    found = (_WAYBACK.fullmatch(rest) if host == "web.archive.org" else None) or _CAPTURE.fullmatch(rest)
    return _capture(found)


def _archive_today(host: str, rest: str) -> Wrapped | None:
    return _capture(_TODAY.fullmatch(rest)) if host in ARCHIVE_TODAY else None


def _capture(found: re.Match[str] | None) -> Wrapped | None:
    if found is None:
        return None
    captured, within = (one for one in found.groups() if one is not None)
    return Wrapped(_whole(within), _NOT_DIGITS.sub("", captured))


def _amp(host: str, rest: str) -> Wrapped | None:
    if host == "cdn.ampproject.org" or host.endswith(".cdn.ampproject.org"):
        found = _AMP_CACHE.fullmatch(rest)
    else:
        found = _GOOGLE_AMP.fullmatch(rest) if _GOOGLE.fullmatch(host) else None
    return Wrapped(f"{'https' if found[1] else 'http'}://{found[2]}") if found else None


def _search_cache(host: str, rest: str) -> Wrapped | None:
    if host != "webcache.googleusercontent.com":
        return None
    found = _CACHED.match(_parameter(rest, "q"))
    return Wrapped(_whole(found[1])) if found else None


def _redirect(host: str, rest: str) -> Wrapped | None:
    for name in REDIRECTS.get(host + rest.partition("?")[0], ()):
        target = _parameter(rest, name)
        if _SCHEME.match(target):
            return Wrapped(target)
    return None


def _parameter(rest: str, name: str) -> str:
    query = rest.partition("#")[0].partition("?")[2]
    return next((unquote_plus(value) for one, _, value in (pair.partition("=") for pair in query.split("&")) if one == name), "")


def _whole(within: str) -> str:
    """Return an address with its scheme and both slashes; archives leave them out, shorten them, or escape the whole address."""
    if within.lower().startswith(("http%3a", "https%3a")):
        within = unquote(within)
    found = _SCHEME.match(within)
    return f"{found[1]}://{within[found.end() :]}" if found else f"http://{within}"


_WAYS: tuple[Callable[[str, str], Wrapped | None], ...] = (_archive_today, _wayback, _amp, _search_cache, _redirect)
