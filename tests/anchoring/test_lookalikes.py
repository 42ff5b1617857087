"""What nobody sees in a text, and letters that pass for others; what scripts need is let be."""

from __future__ import annotations

import pytest

from claimtrack.anchoring.lookalikes import disguised_word, looks, mixed_word, unseen


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
    borrowed = mixed_word(text)

    assert (borrowed and (borrowed.word, borrowed.script)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bri\u200ddge", [(3, "ZERO WIDTH JOINER")]),
        ("мо\u200eст", [(2, "LEFT-TO-RIGHT MARK")]),
        ("bri\u200c\u200fdge", [(3, "ZERO WIDTH NON-JOINER")]),
        ("Auto\u200e!", []),
        ("bridge\ufe0f", [(6, "VARIATION SELECTOR-16")]),
        ("\ufe0fbridge", [(0, "VARIATION SELECTOR-16")]),
        ("1\ufe0f\u20e3 \u2600\ufe0f ©\ufe0f ℹ\ufe0f", []),
        ("葛\U000e0100飾区", []),
        ("ni\u200dño नि\u200dदेश", [(2, "ZERO WIDTH JOINER")]),
    ],
)
def test_what_scripts_need_is_no_invisible_character_where_they_need_it(text: str, found: list[tuple[int, str]]) -> None:
    assert unseen(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the \u0441\u043e\u0441\u043e case", ("\u0441\u043e\u0441\u043e", "Cyrillic")),
        ("\u0421\u043e\u0440\u0435 Holm", ("\u0421\u043e\u0440\u0435", "Cyrillic")),
        ("\u039c\u039f\u039d\u03bf bank", ("\u039c\u039f\u039d\u03bf", "Greek")),
        ("https://\u0430\u0440\u0440\u04cf\u0435.example", ("\u0430\u0440\u0440\u04cf\u0435", "Cyrillic")),
        ("\u0441\u043e is two letters", None),
        ("the agency ТАСС and the СССР", None),
        ("the Russian word нос", None),
        ("сосо", None),
        ("The minister said “оса” and мост", None),
        ("Ο Οίκος and the ΝΑΤΟ", None),
    ],
)
def test_a_foreign_word_that_looks_latin_among_latin_ones_is_found(text: str, found: tuple[str, str] | None) -> None:
    disguised = disguised_word(text)

    assert (disguised and (disguised.word, disguised.script)) == found


@pytest.mark.parametrize(
    "text",
    [
        "Президент заявил, что сосо и раса — это слова из Apple и НАТО.",
        "Прем’єр-міністр сказав, що ЄС і USA домовилися.",
        "Министърът каза, че „оса“ е дума, а NATO — съкращение.",
        "Ο υπουργός είπε ότι το NATO και η ΕΕ συμφώνησαν.",
        "قال الوزير إن الجسر مغلق أمام الشاحنات (NATO).",
        "وزیر گفت که پل بسته می\u200cشود و این را نمی\u200cخواهم.",
        "השר אמר שהגשר סגור\u200f (NATO).",
        "मंत्री ने कहा कि पुल बंद है और क्\u200dष नहीं।",
        "部长说桥已经关闭，GDP增长了5%。",
        "大臣は橋が閉鎖されたと述べた（GDP）。",
        "장관은 다리가 폐쇄되었다고 말했다.",
        "Die Familie \U0001f468\u200d\U0001f469\u200d\U0001f467 und ❤\ufe0f sagten „ja“ – 10\u00a0%.",
        "TNF-α, β-Karotin, Δt und 5 μm im Versuch",
        "Łódź, Müller, Çelik, Đorđević, Søren und Nguyễn",
    ],
)
def test_sentences_of_every_script_are_what_they_seem(text: str) -> None:
    assert unseen(text) == []
    assert mixed_word(text) is None
    assert disguised_word(text) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Coco", "\u0421\u043e\u0441\u043e"),
        ("ATO", "\u0410\u0422\u041e"),
        ("AB", "\u0391\u0392"),
        ("OpenAI", "OpenAl"),
        ("Studio 10", "Studio lO"),
        ("Zoë", "Zoe\u0308"),
        ("Holm", "Holm\u200e"),
        ("Holm", "\uff28\uff4f\uff4c\uff4d"),
    ],
)
def test_names_that_nobody_can_tell_apart_look_the_same(one: str, other: str) -> None:
    assert looks(one, across_scripts=True) == looks(other, across_scripts=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Holm", "holm"), ("Roth", "Rot"), ("Müller", "Muller"), ("Yıldız", "Yildiz"), ("Stern", "Stem"), ("CO₂", "CO2"), ("ТАСС", "TASS")],
)
def test_names_that_people_can_tell_apart_look_different(one: str, other: str) -> None:
    assert looks(one, across_scripts=True) != looks(other, across_scripts=True)


def test_cyrillic_in_its_own_language_looks_like_itself() -> None:
    assert looks("\u0410\u0422\u041e", across_scripts=False) != looks("ATO", across_scripts=False)
