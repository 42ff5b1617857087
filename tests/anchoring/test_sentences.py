"""How many sentences a text has, where a doubt counts as none."""

from __future__ import annotations

import time

import pytest

from claimtrack.anchoring.sentences import sentences

ONE = [
    ("de", "Am 4. Februar 2026 fuhren 620 Lastwagen über die Brücke."),
    ("de", "Im 20. Jahrhundert wurde die Brücke zweimal repariert."),
    ("de", "Die Sperrung endete am 20. Februar."),
    ("de", "Betroffen waren z. B. Lastwagen und Busse."),
    ("de", "Betroffen waren z.B. Lastwagen und d.h. Schwerverkehr."),
    ("de", "Davon berichteten u. a. Der Spiegel und vgl. Die Zeit."),
    ("de", "Dr. Rike Holm und Prof. Dr. Ines Roth lehnten die Sperrung ab."),
    ("de", "Dipl.-Ing. Holm sagte, Nr. 5 sei sicher."),
    ("de", "Die Brücke Nr. 5 in der Hafenstr. Nord ist gesperrt."),
    ("de", "Die Kosten stiegen auf 3,5 Mio. Euro bzw. 4 Mrd. Dollar."),
    ("de", "Wilhelm II. Deutschland und Ludwig XIV. Frankreich waren Thema."),
    ("de", "Die Maßnahme betrifft ca. 20 % der Fahrten usw."),
    ("de", "Der Vertrag vom 4.2. Bonn gilt noch."),
    ("de", "J. K. Müller sagte, die Brücke sei sicher."),
    ("de", "„Die Brücke ist sicher. Niemand muss sich sorgen“, sagte der Bürgermeister."),
    ("de", "Der Bürgermeister sagte: „Die Brücke ist sicher. Niemand muss sich sorgen.“"),
    ("de", "In der Sendung „Wer wird Millionär?“ Kandidat zu sein, kostet nichts."),
    ("de", "Die Brücke (gebaut 1903. Sie wurde 1998 repariert) ist gesperrt."),
    ("de", "Wir … Die Brücke … Alles gut."),
    ("de", "Er sagte... Nichts davon stimmt."),
    ("de", "Yahoo! Deutschland sperrte die Brücke."),
    ("de", "Am 1. Mai, am 2. Mai und am 3. Oktober ist die Brücke gesperrt."),
    ("en", "Dr. Holm, Mrs. Roth and J. K. Rowling closed the bridge."),
    ("en", "George W. Bush visited St. Louis on Feb. 4 with Gov. Holm."),
    ("en", "U.S. Troops left the U.K. Parliament at 5 p.m. Friday."),
    ("en", "The bridge cost 4.5 million, i.e. Twice as much as No. 5 did."),
    ("en", "The council (closed at 5. It reopened later) agreed."),
    ("en", "“The bridge is safe. Nobody need worry,” the mayor said."),
    ("en", "The show “Who Wants to Be a Millionaire?” Started in 1998."),
    ("en", "Yahoo! Finance reported it."),
    ("en", "1. The bridge is closed."),
    ("en", "The bridge is closed ... Nothing else is."),
    ("en", "Acme Inc. Chairman Holm and Holm v. Roth Ltd. Lawyers agreed."),
    ("en", "See https://roads.example/a.b?C=D. for more"),
    ("en", "The site roads.example said so."),
    ("en", "The mayor’s ‘closed. Nothing to add’ surprised the town’s council."),
    ("en", "Smith et al. Found 3.5 vs. The Times."),
    ("en", "620 lorries crossed the bridge. 😀"),
    ("en", "The bridge is closed. [1]"),
    ("fr", "M. Dupont a fermé le pont au 5 av. Foch le 4.5. Rien d’autre."),
    ("es", "El Sr. Pérez y la Sra. Gil viven en EE. UU. Desde 1998."),
    ("it", "Il prof. Rossi e il dott. Bianchi hanno chiuso il ponte."),
    ("pl", "Prof. Nowak i tzw. Komitet zamknęli most 4. Lutego."),
    ("ru", "В 2025 г. Москва закрыла мост на ул. Ленина по словам проф. Иванова."),
    ("ar", "قال د. محمد إن الجسر مغلق."),
    ("fa", "دکتر محمدی گفت که پل بسته است."),
    ("he", "ד. כהן אמר שהגשר סגור."),
    ("hi", "डॉ. सिंह ने कहा कि पुल बंद है।"),
    ("zh", "市长说：「桥是安全的。不必担心。」"),
    ("ja", "橋は閉鎖された。"),
    ("th", "พ.ศ. 2568 สะพานปิด"),
]

TWO = [
    ("de", "Die Brücke ist gesperrt. Lastwagen fahren einen Umweg."),
    ("de", "Die Sperrung endete am 20. Die Stadt atmete auf."),
    ("de", "Sie kostete 4 Mio. Der Rat stimmte zu."),
    ("de", "Betroffen sind Lastwagen usw. Das sagte der Rat."),
    ("de", "Die Kosten stiegen um 5 %. Busse fahren weiter."),
    ("de", "Die Kosten stiegen auf 3,5. Busse fahren weiter."),
    ("de", "Ist die Brücke gesperrt? Ja."),
    ("de", "Halt! Die Brücke ist gesperrt."),
    ("de", "„Die Brücke ist sicher.“ Der Rat widersprach."),
    ("de", "Die Brücke ist gesperrt (seit 1998). Busse fahren weiter."),
    ("de", "Die Brücke ist gesperrt. „Busse fahren weiter“, sagte der Rat."),
    ("de", "Das sagte die SPD. Busse fahren weiter."),
    ("de", "Die Brücke ist gesperrt. 620 Lastwagen fahren einen Umweg."),
    ("de", "Er sagte, sie sei zu. Lastwagen fahren einen Umweg."),
    ("en", "The bridge is closed. Lorries take a detour."),
    ("en", "He left the U.S. The council agreed."),
    ("en", "It opens at 5 p.m. The council agreed."),
    ("en", "It rose to 20. Lorries crossed it."),
    ("en", "Is the bridge closed? Nobody knows."),
    ("en", "The bridge is closed.\n\nLorries take a detour"),
    ("en", "The bridge is closed (since 1998). [Lorries] take a detour."),
    ("en", "The town’s bridge is closed. The council’s road is not."),
    ("fr", "Le pont est fermé. Les camions font un détour."),
    ("ru", "Мост закрыт. Грузовики едут в объезд."),
    ("el", "Η γέφυρα είναι κλειστή. Τα φορτηγά κάνουν παράκαμψη."),
    ("ar", "الجسر مغلق. الشاحنات تسلك طريقا آخر."),
    ("ar", "هل الجسر مغلق؟ لا أحد يعرف."),
    ("fa", "پل بسته است. کامیون‌ها دور می‌زنند."),
    ("he", "הגשר סגור. המשאיות נוסעות בדרך אחרת."),
    ("hi", "पुल बंद है। ट्रक दूसरे रास्ते से जाते हैं।"),
    ("ur", "پل بند ہے۔ ٹرک دوسرے راستے سے جاتے ہیں۔"),
    ("zh", "桥已关闭。卡车绕行。"),
    ("ja", "橋は閉鎖された。トラックは迂回する。"),
]


@pytest.mark.parametrize(("language", "text"), ONE)
def test_one_sentence_is_one(language: str, text: str) -> None:
    assert sentences(text, language) == (text.strip(),)


@pytest.mark.parametrize(("language", "text"), TWO)
def test_two_sentences_are_two(language: str, text: str) -> None:
    found = sentences(text, language)
    assert len(found) == 2
    assert "".join("".join(found).split()) == "".join(text.split())


def test_sentences_keep_their_marks_and_their_order() -> None:
    assert sentences("Ist sie zu? „Ja.“ Der Rat stimmte am 4. Mai zu. Busse fahren weiter", "de-AT") == (
        "Ist sie zu?",
        "„Ja.“",
        "Der Rat stimmte am 4. Mai zu.",
        "Busse fahren weiter",
    )


@pytest.mark.parametrize("text", ["", " ", ".", "…", "?!", ". . . .", "\n\n"])
def test_what_has_no_words_has_at_most_one_sentence(text: str) -> None:
    assert len(sentences(text, "en")) <= 1


@pytest.mark.parametrize("piece", [".", ". ", "„", "\n ", "\n", "a.", "A. ", "(", "“A.” ", '"A.', "x. (", "’ ", "。", "Aa. ", "! \n"])
def test_no_text_takes_long(piece: str) -> None:
    text = piece * (65_536 // len(piece))
    before = time.process_time()
    for language in ("de", "en", "fr"):
        sentences(text, language)
    assert time.process_time() - before < 3
