"""What nobody sees in a text, and letters that pass for others; what scripts need is let be."""

from __future__ import annotations

import pytest

from claimtrack.anchoring.lookalikes import mixed_word, unseen


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bri\u200bdge", [(3, "ZERO WIDTH SPACE")]),
        ("bri\u00addge and \u2060dam", [(3, "SOFT HYPHEN"), (12, "WORD JOINER")]),
        ("\u3164", [(0, "HANGUL FILLER")]),
        ("\u115f\uffa0\u2800\ufeff", [
            (0, "HANGUL CHOSEONG FILLER"), (1, "HALFWIDTH HANGUL FILLER"), (2, "BRAILLE PATTERN BLANK"), (3, "ZERO WIDTH NO-BREAK SPACE"),
        ]),
        ("می\u200cخواهم", []),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", []),
        ("שלום\u200f!", []),
        ("10\u00a0% – „ja“", []),
    ],
    ids=["zero width", "two", "filler", "others", "Persian", "family", "Hebrew", "blank"],
)  # fmt: skip
def test_invisible_characters_are_named_with_their_place(text: str, found: list[tuple[int, str]]) -> None:
    assert unseen(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The P\u0430ris Post", ("P\u0430ris", "Cyrillic")),
        ("Ν\u0061to", ("Νato", "Greek")),
        ("Владимир Putin", None),
        ("Müller, Łódź, ﬁn", None),
        ("5 μm, Δt, β-Karotin", None),
        ("сосо", None),
    ],
)
def test_a_word_of_two_scripts_is_found(text: str, found: tuple[str, str] | None) -> None:
    assert mixed_word(text) == found
