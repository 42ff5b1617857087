"""The one gate that every address passes before it is called good, shown or linked: http or https, and nothing hidden in it."""

from __future__ import annotations

import functools
import ipaddress
import re
from urllib.parse import parse_qsl, quote, urlsplit

from claimtrack.phrases import Phrase, say

MAX_LENGTH = 2_048
"""The longest address, in code points."""

_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?", re.ASCII)
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_NEEDS_NO_ESCAPE = re.compile(r"[A-Za-z0-9_.~/:@!$&'()*+,;=-]*")
"""Texts of what may stand anywhere behind a host."""
_READ_DIFFERENTLY = frozenset("ßςẞ\u200c\u200d")
"""Letters of a host that old and new software turn into different hosts (IDNA2003 and IDNA2008)."""

_SECRETS = frozenset(
    {
        "access_token", "api_key", "apikey", "auth", "auth_token", "awsaccesskeyid", "id_token", "jsessionid", "jwt", "passwd",
        "password", "phpsessid", "pwd", "refresh_token", "secret", "session", "session_id", "sessionid", "sig", "signature", "token",
        "x-amz-credential", "x-amz-security-token", "x-amz-signature", "x-goog-credential", "x-goog-signature",
    }
)  # fmt: skip
_MAY_HOLD_SECRETS = frozenset("?#@;")
"""Without any of these there is nothing in an address but its host and its path."""
_SESSION_IN_PATH = re.compile(r";(jsessionid|phpsessid)=", re.IGNORECASE)


class AddressError(ValueError):
    """A text that is no address which pages could link to; its only argument is a phrase that says why, to stand behind "this address"."""


def web_address(text: str) -> str | None:
    """Return an address as it can be linked to, or None where it must not be.

    What comes back is put together anew from its parts and has only ASCII characters, so that every program reads the same address. An
    address that carries a secret is none that may be shown.

    >>> web_address("HTTPS://Bücher.example/über uns") is None
    True
    >>> web_address("HTTPS://Bücher.example/über-uns?a=1#top")
    'https://xn--bcher-kva.example/%C3%BCber-uns?a=1#top'
    >>> web_address("javascript:alert(1)") is None
    True
    """
    try:
        return None if secret_in(text) else rewritten(text)
    except AddressError:
        return None


@functools.lru_cache(maxsize=65_536)  # several rules ask for the same ones
def rewritten(text: str) -> str:
    """Return an address put together anew from its parts.

    Raises:
        AddressError: it is no address of the web, or programs would not agree on what it is.
    """
    if len(text) > MAX_LENGTH:
        raise AddressError(say("is longer than {most} characters", most=MAX_LENGTH))
    if not text.isprintable() or " " in text or "\\" in text:
        odd = next(sign for sign in text if sign in " \\" or not sign.isprintable())
        raise AddressError(say("holds {sign}", sign=_named(odd)))
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise AddressError(say("cannot be taken apart")) from None
    if parts.scheme not in {"http", "https"}:
        raise AddressError(say("does not begin with http:// or https://"))
    if "@" in parts.netloc:
        raise AddressError(say("holds a user name in front of its host"))
    host = _host(parts.hostname or "")
    if port == 0:
        raise AddressError(say("has a port that does not exist"))
    usual = {"http": 80, "https": 443}[parts.scheme]
    where = host if port in {None, usual} else f"{host}:{port}"
    path = _escaped(parts.path, "/:@!$&'()*+,;=~") or "/"
    query = "?" + _escaped(parts.query, "/?:@!$&'()*+,;=~") if parts.query else ""
    fragment = "#" + _escaped(parts.fragment, "/?:@!$&'()*+,;=~") if parts.fragment else ""
    return f"{parts.scheme}://{where}{path}{query}{fragment}"


def host_of(address: str) -> str:
    """Return the host of an address that :func:`web_address` has returned, to be shown beside the link.

    >>> host_of("https://www.example.org:8080/a")
    'www.example.org'
    """
    return urlsplit(address).hostname or ""


def secret_in(text: str) -> str | None:
    """Return the name of what gives access and is written in an address (a token, a signature, a password), or None.

    >>> secret_in("https://files.example/a.pdf?X-Amz-Signature=abc")
    'X-Amz-Signature'
    """
    if _MAY_HOLD_SECRETS.isdisjoint(text):
        return None
    try:
        parts = urlsplit(text)
        pairs = [*parse_qsl(parts.query, max_num_fields=200), *parse_qsl(parts.fragment, max_num_fields=200)]
    except ValueError:
        return None
    if parts.password:
        return "password"
    if match := _SESSION_IN_PATH.search(parts.path):
        return match[1]
    return next((name for name, value in pairs if value and name.lower() in _SECRETS), None)


def _host(name: str) -> str:
    if not name:
        raise AddressError(say("has no host"))
    if ":" in name:
        try:
            return f"[{ipaddress.IPv6Address(name)}]"
        except ValueError:
            raise AddressError(say("has a host that is no IPv6 address")) from None
    if not name.isascii() and (odd := _READ_DIFFERENTLY & set(name)):
        letter = _named(min(odd))
        raise AddressError(say("has a host with {letter}, which programs read differently; write the host as xn--…", letter=letter))
    try:
        host = name.encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise AddressError(say("has a host that no name server can know")) from None
    labels = host.removesuffix(".").split(".")
    if len(host) > 253 or not all(map(_LABEL.fullmatch, labels)):  # noqa: PLR2004  (RFC 1035)
        raise AddressError(say("has a host that no name server can know"))
    if labels[-1].isdigit() or labels[-1].startswith("0x"):
        try:
            return str(ipaddress.IPv4Address(host))
        except ValueError:
            raise AddressError(say("has a host that is no IPv4 address")) from None
    if len(labels) == 1:
        raise AddressError(say("has a host without a dot, which nobody outside can reach"))
    return host


def _escaped(text: str, safe: str) -> str:
    return text if _NEEDS_NO_ESCAPE.fullmatch(text) else quote(_STRAY_PERCENT.sub("%25", text), safe=safe + "%")


def _named(sign: str) -> Phrase:
    if sign in " \\":
        return say("a blank") if sign == " " else say("a backslash")
    return say("the character U+{code:04X}", code=ord(sign))
