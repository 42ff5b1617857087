"""Words that make another claim out of nearly the same words, and the small words that say how a name stands in a sentence.

German and English; in other languages every word counts alike.
"""

from __future__ import annotations

from collections.abc import Mapping


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


NEGATIONS = _words("""
    cannot kein keine keinem keinen keiner keines keinerlei neither never nicht nichts nie niemals niemand nirgends no nobody none nor not
    nothing ohne weder without
    ليس لا لم لن غير לא אין не нет ni pas jamais sans no nunca sin nessuno mai senza não nem sem niet geen nooit inte aldrig nie bez ne
""")
"""Words that deny; how many there are has to be the same."""

DECISIVE = _words("""
    % $ € £ ¥
    all alle allein almost always any before bis both double doubled dozen each eight eleven every exactly fast fewer fifth first five four
    fourth half halved hundred immer last least less lower maximum mehr meiste meisten million billion minimum more most nine nur only once
    second seven seventh several six some sometimes ten third thousand three twelve twice two triple one
    above after below higher highest largest lowest over smallest under until
    fall fallen falls fell decrease decreased decreases drop dropped drops grew grow grown increase increased increases rise risen rises
    rose lost won opened closed confirmed denied accepted rejected allowed banned best worst better worse
    acht beide bestätigt bestritten doppelt dreimal drei dritte dritten dutzend ein eins einmal elf erlaubt erste ersten erster fünf genau
    gesunken gestiegen gewachsen geöffnet geschlossen halb halbiert hälfte hundert höchste höher jede jeder jedes kleiner kleinste letzte
    letzten letzter manche mehrere milliarde milliarden millionen mindestens höchstens nach neun niedriger niedrigste sank sanken schlechter
    sechs sieben stieg stiegen sinken sinkt steigen steigt tausend unter verboten verdoppelt vier vor wenig weniger wenigste wenigsten wuchs
    wuchsen zehn zwanzig zwei zweimal zweite zweiten zwölf über größer größte besser beste schlechteste fast immer gewonnen verloren
    zugenommen abgenommen
    today yesterday tomorrow heute gestern morgen
""") - _words("ein one")
"""Numbers in words, comparisons and opposites; each has to stand in both."""

OPPOSING_PREFIXES = ("anti", "de", "des", "dis", "il", "im", "in", "ir", "miss", "non", "un", "nicht")
"""What makes a word its opposite."""

PREPOSITIONS: Mapping[str, str] = {
    "am": "an",
    "ans": "an",
    "beim": "bei",
    "im": "in",
    "ins": "in",
    "vom": "von",
    "zum": "zu",
    "zur": "zu",
    **{
        word: word
        for word in _words("an auf aus bei durch für gegen hinter in mit nach neben seit um unter von vor während wegen zu zwischen über")
    },
    **{
        word: word
        for word in _words(
            "about above across after against as at before below between by during for from into of on onto over per since than through to "
            "toward towards under until with within"
        )
    },
}
"""Words that say how a name stands in a sentence, so that it may stand anywhere in it; each with its form without an article."""

DETERMINERS = _words(
    "a an das dem den der des die diese diesem diesen dieser dieses ein eine einem einen einer eines its the their this these"
)
"""Words that may stand between such a word and the name."""

LIGHT = (
    DETERMINERS
    | PREPOSITIONS.keys()
    | _words("""
        also and are be been being but can could did do does had has have having he her his is it itself may might must or she so such that
        there they was were which who whose will would
        aber als auch bin bist da damit dann dass daß doch du durfte dürfen er es gewesen habe haben hat hatte hatten ihr ihre ihrem ihren
        ihrer ihres ist kann können könne könnte mag muss müsse müssen oder schon sei seien sein seine seinem seinen seiner seines sich sie
        sind so soll solle sollen sowie und war waren was werde werden wie will wird wolle wollen worden wurde wurden würde würden
    """)
)
"""Words that carry little meaning of their own."""
