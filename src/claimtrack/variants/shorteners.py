"""Services that give short addresses, which say nothing of where they lead and stop working when the service does."""

from __future__ import annotations

SHORTENERS = frozenset(
    {
        "adf.ly", "aje.io", "amzn.to", "bbc.in", "bit.ly", "bl.ink", "buff.ly", "clck.ru", "cnn.it", "cutt.ly",
        "dlvr.it", "fb.me", "flip.it", "goo.gl", "ift.tt", "is.gd", "j.mp", "kurzelinks.de", "lnkd.in", "nyti.ms", "ow.ly", "qr.ae",
        "rb.gy", "rebrand.ly", "reut.rs", "s.id", "shorturl.at", "snip.ly", "soo.gd", "spr.ly", "t.co", "t.ly", "t1p.de",
        "tiny.cc", "tinyurl.com", "trib.al", "u.to", "v.gd", "vk.cc", "wapo.st", "wp.me", "zpr.io",
    }
)  # fmt: skip
"""Their hosts."""


def shortener_of(address: str) -> str | None:
    """Return the host of a service that shortens addresses, where an address is one of its short ones, or None.

    >>> shortener_of("https://www.bit.ly/3xYz"), shortener_of("https://bit.ly/"), shortener_of("https://a.example/bit.ly/3xYz")
    ('bit.ly', None, None)
    """
    host, _, path = address.partition("://")[2].partition("/")
    host = host.lower().removeprefix("www.")
    return host if path and host in SHORTENERS else None
