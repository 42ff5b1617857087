"""Addresses without what only tracks readers."""

from __future__ import annotations

import pytest

from claimtrack.variants.tracking import tracks, without_tracking


@pytest.mark.parametrize(
    ("address", "shorter"),
    [
        ("https://a.example/x?utm_source=a&id=7&UTM_Term=b", "https://a.example/x?id=7"),
        ("https://a.example/x?id=7&&fbclid=", "https://a.example/x?id=7&"),
        ("https://a.example/x?gclid=1#results", "https://a.example/x#results"),
        ("https://a.example/x?id=7#xtor=RSS-1&page=3", "https://a.example/x?id=7#page=3"),
        ("https://a.example/x#utm_source=a", "https://a.example/x"),
        ("https://a.example/x?ref=7&source=b&s=1&utm=2", "https://a.example/x?ref=7&source=b&s=1&utm=2"),
        ("https://a.example/x#fbclid", "https://a.example/x#fbclid"),
        ("https://a.example/utm_source=a?", "https://a.example/utm_source=a"),
    ],
)
def test_only_what_is_known_to_track_is_taken_out(address: str, shorter: str) -> None:
    assert without_tracking(address) == shorter


@pytest.mark.parametrize("name", ["id", "v", "ref", "source", "s", "t", "page", "q", "utm", "p", "campaign", "from"])
def test_what_may_name_a_document_does_not_track(name: str) -> None:
    assert not tracks(name)
