"""Which archived copies anybody can open: those that say where they lie, elsewhere than at the address they are copies of."""

from __future__ import annotations

from claimtrack.records.source import Archive
from claimtrack.urls import host_of, web_address
from claimtrack.variants.services import WEB_ARCHIVES


def lies_nowhere(archive: Archive) -> bool:
    """Say whether a copy names neither an address nor a file.

    >>> lies_nowhere(Archive(provider="archive.example"))
    True
    """
    return archive.url is None and archive.file is None and archive.wacz is None


def is_no_copy(archive: Archive, original: str | None) -> bool:
    """Say whether a copy is nothing but the address that it is to be a copy of; the original may itself be known only from an archive.

    Arguments:
        archive: the archived copy.
        original: the address of what it is a copy of.

    >>> is_no_copy(Archive(provider="own", url="https://roads.example/count#top"), "https://Roads.example/count")
    True
    """
    if archive.url is None or original is None or archive.file is not None or archive.wacz is not None:
        return False
    if archive.url.isascii() and original.isascii() and _rough_host(archive.url) != _rough_host(original):
        return False
    return _bare(archive.url) == _bare(original) and host_of(_bare(original)).removeprefix("www.") not in WEB_ARCHIVES


def can_be_opened(archive: Archive, original: str | None) -> bool:
    """Say whether there is a copy that can be opened, apart from what became of it; the arguments are those of :func:`is_no_copy`."""
    return not lies_nowhere(archive) and not is_no_copy(archive, original)


def _rough_host(address: str) -> str:
    """Return the host of an address without taking the address apart: enough to see that two are not the same."""
    return address.partition("://")[2].partition("/")[0].casefold().removeprefix("www.")


def _bare(address: str) -> str:
    return (web_address(address) or address).partition("#")[0].rstrip("/")
