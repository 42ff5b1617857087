"""Texts of all scripts and emoji pass through reading and all rules unharmed; a character that nobody sees does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

SENTENCES = {
    "Arabic": "قال الوزير إنّ الجسر القديم أُغلق أمام الشاحنات في يناير ٢٠٢٦، وإنّ «كلّ شيء على ما يُرام».",
    "Arabic with Latin letters": "وفق تقرير BBC\u200f (2026) مرّت 620 شاحنة يوميًا عبر الجسر.",
    "Arabic mark": "السعر \u061c50%\u061c فقط.",
    "Arabic with a joiner": "اختصارها ه\u200d في الكتب القديمة.",
    "Persian": "وزیر گفت که پل بسته می\u200cشود و این را نمی\u200cخواهم؛ کتاب\u200cها همان\u200cجا هستند.",
    "Urdu": "پرانے پل پر روزانہ چھ سو بیس ٹرک گزرتے ہیں۔",
    "Kurdish": "پردەکە لە مانگی یەکدا داخرا.",
    "Hebrew": "ראש העיר אמר: ״הגשר הישן נסגר למשאיות בינואר״ — כך לפי צה״ל.",
    "Hebrew with vowels": "בְּרֵאשִׁית בָּרָא אֱלֹהִים",
    "Hebrew with Latin letters": "לפי דו\u05f4ח של Reuters\u200f, עברו 620 משאיות ביום.",
    "Yiddish": "די אַלטע בריק איז פֿאַרמאַכט.",
    "Hindi": "पुराने पुल से रोज़ छह सौ बीस ट्रक गुज़रते हैं, मंत्री ने कहा।",
    "Hindi with joiners": "शुद्ध रूप क्\u200dष और क्\u200cष हैं।",
    "Bengali": "পুরনো সেতু দিয়ে প্রতিদিন ছয়শো কুড়িটি ট্রাক যায়; র\u200d্যাব বলেছে।",
    "Malayalam": "പഴയ പാലം അടച്ചു; അവന്\u200d പറഞ്ഞു.",
    "Sinhala": "ශ්\u200dරී ලංකාවේ පැරණි පාලම වසා ඇත.",
    "Tamil": "பழைய பாலம் மூடப்பட்டது.",
    "Thai": "สะพานเก่าปิดแล้วในเดือนมกราคม",
    "Khmer": "ស្ពានចាស់ត្រូវបានបិទ។",
    "Chinese": "旧桥于2026年1月对货车关闭，市长说：“一切正常。”",
    "Chinese, other form": "兩國關係「堅如磐石」（社論）。",
    "Japanese": "古い橋は１月からトラック通行止めになった、と市長は語った。葛\U000e0100城市",
    "Korean": "오래된 다리는 1월부터 화물차 통행이 금지되었다.",
    "Russian": "По старому мосту ежедневно проезжало 620 грузовиков — вдвое больше, чем год назад.",
    "Russian capitals": "СССР, ТАСС и НАТО.",
    "Ukrainian": "Ректор об’єднання заявив: «Міст зачинено», їхав через Київ.",
    "Serbian": "Стари мост је затворен; Stari most je zatvoren.",
    "Greek": "Η παλιά γέφυρα έκλεισε τον Ιανουάριο.",
    "Georgian": "ძველი ხიდი დაიხურა.",
    "Armenian": "Հին կամուրջը փակվեց։",
    "Turkish": "İstanbul’da ılık bir gün; köprü kapandı.",
    "Vietnamese": "Cây cầu cũ đóng cửa từ tháng Giêng.",
    "Yoruba, combining": "Wo\u0323n ti ti a\u0301fa\u0301ra\u0301 náà.",
    "German": "„Die Brücke“ – so der Bürgermeister – ‚bleibt zu‘; 10\u00a0% weniger, 3\u202f000 m².",
    "French": "«\u202fLe pont est fermé\u202f», dit-il\u00a0: l’œuvre n’a pas plu.",
    "a formula": "Δx = 3 µm, π ≈ 3,14 und ΔT = 5 K",
    "a family": "👨\u200d👩\u200d👧\u200d👦 and 👩🏽\u200d🚒",
    "flags": "🇩🇪 🇺🇦 🇨🇳 🏳\ufe0f\u200d🌈 🏴\u200d☠\ufe0f",
    "the flag of Scotland": "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "the flag of Wales": "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
    "signs as pictures and as text": "❤\ufe0f ☎\ufe0e 1\ufe0f\u20e3 ©\ufe0f",
}  # fmt: skip
"""Sentences as people write them, each with what its script needs: joiners, marks of direction, marks on letters, variants of signs."""


def record_with(text: str) -> str:
    """Return fragments with a text in many fields of several kinds of records."""
    quoted = '"' + text.replace('"', '\\"') + '"'
    return f"""\
location: {quoted}
selection: {quoted}
claimant: {{name: {quoted}, kind: organisation, role: {quoted}}}
attributed_to: {{name: {quoted}}}
chain:
  - {{who: {quoted}, text: {quoted}}}
disputes:
  - {{who: {quoted}, says: {quoted}}}
letters:
  - {{to: {quoted}, about: claim, on: 2026-02-10, until: 2026-02-14, outcome: replied, reply: holm-letter}}
internal: |
  {text}
--- article.yaml
title: {quoted}
authors: [{quoted}]
--- sources.yaml
haulier-survey:
  url: "https://hauliers.example/survey"
  title: {quoted}
  author: {quoted}
  level: secondary
  origin: hauliers
  seen: full-copy
  archives:
    - {{provider: archive, url: "https://archive.example/20260210/survey", captured_at: 2026-02-10T10:00:00Z}}
"""


@pytest.mark.parametrize("script", SENTENCES)
def test_a_sentence_of_any_script_passes_clean(script: str, check_base: CheckBase) -> None:
    assert check_base(record_with(SENTENCES[script])).findings == ()


UNSEEN = [
    "\u00ad", "\u034f", "\u115f", "\u1160", "\u17b4", "\u180e", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u061c", "\u2060",
    "\u2061", "\u2062", "\u2063", "\u2064", "\u2800", "\u3164", "\uffa0", "\ufe00", "\ufe0f", "\U000e0100",
]  # fmt: skip
"""What nobody sees within a Latin word: it is a warning of the rules."""


def name_of(sign: str) -> str:
    return f"U+{ord(sign[-1]):04X}"


@pytest.mark.parametrize("sign", UNSEEN, ids=name_of)
def test_a_character_that_nobody_sees_in_a_word_is_warned_of(sign: str, check_base: CheckBase) -> None:
    checked = check_base(f"location: The old bri{sign}dge  # here")

    assert [(one.code, checked.place(one)) for one in checked.findings] == [("CT122", "here")]
