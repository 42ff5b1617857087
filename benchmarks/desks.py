"""Invented desks of any size, the same for the same size: what the benchmarks measure claimtrack on.

Every word is invented. A claim has about 2.5 kB: a statement and an answer in two languages, two to four pieces of evidence, a verdict
with a reasoning, a history; one in ten is a draft, one in ten has a number and a calculation.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

CLAIMS_IN_A_FOLDER = 20
SOURCES_IN_A_FOLDER = 25

_DESK = """\
# INVENTED, by a program, to be measured.
format: 1
publisher: {name: {de: Die Messbude, en: The Yardstick}, url: "https://yardstick.example"}
languages: [de, en]
people:
  ines: {shown: Ines, may: [write]}
  jens: {shown: Jens, may: [write, review]}
  omar: {shown: Omar, may: [write, review, publish]}
topics: {traffic: {de: Verkehr, en: Traffic}, water: {de: Wasser, en: Water}, money: {de: Geld, en: Money}}
origins:
"""
_ORIGINS = 60
_WORDS = {
    "de": (
        "Brücke Fähre Schule Rathaus Haushalt Miete Strom Wasser Radweg Hafen Deich Turm Markt Wald Zug Bus Klinik Polizei Wahl Steuer "
        "Gebühr Baustelle Museum Sporthalle Bibliothek Park Friedhof Bahnhof Messe Verein Rat Bürgermeisterin Pendler Gäste Kinder"
    ).split(),
    "en": (
        "bridge ferry school hall budget rent power water path harbour dyke tower market forest train bus clinic police vote tax fee works "
        "museum gym library park cemetery station fair club council mayor commuters guests children"
    ).split(),
}
_PLACES = (
    "Nordhafen Süderwarf Altenfleth Moordeich Kleinsiel Hohenwieck Brunsloh Eekenhorst Fahrenbek Grotenkoog Ilsemoor Jappen Kattrepel "
    "Lüttdamm Marschhude Neuensand Osterpriel Querenstede Reepsholt Siebenhuk Tatjebüll Ulenrade Vossbarg Wittensand Zingelhof"
).split()


def make_desk(folder: Path, claims: int) -> None:
    """Write a desk.

    Arguments:
        folder: a new folder for it.
        claims: how many claims it gets.
    """
    records = folder / "claims"
    records.mkdir(parents=True)
    origins = "".join(f"  body-{one}: {{name: {_PLACES[one % len(_PLACES)]} {one}}}\n" for one in range(_ORIGINS))
    (records / "desk.yaml").write_text(_DESK + origins, "utf-8")
    for first in range(0, claims, CLAIMS_IN_A_FOLDER):
        chance = random.Random(f"folder {first}")  # noqa: S311  (nothing here is secret)
        name = f"letter-{first // CLAIMS_IN_A_FOLDER:05}"
        of_folder = records / name
        of_folder.mkdir()
        (of_folder / "article.yaml").write_text(_article(name), "utf-8")
        (of_folder / "sources.yaml").write_text("".join(_source(chance, name, one) for one in range(SOURCES_IN_A_FOLDER)), "utf-8")
        for place in range(first, min(first + CLAIMS_IN_A_FOLDER, claims)):
            (of_folder / f"claim-{place:06}.yaml").write_text("".join(_claim(random.Random(f"claim {place}"), name, place)), "utf-8")  # noqa: S311


def _article(name: str) -> str:
    return (
        f"title: Invented letter {name}\nurl: https://letters.example/{name}\npublisher: An invented gazette\nlanguage: de\n"
        "published: 2026-01-12\nfor_all_claims:\n  made_on: 2026-01-12\n"
        "  selection: {de: Oft weitererzählt., en: Often passed on.}\n"
        "  reasons: {claimant_not_asked: {de: Die Zahlen liegen offen., en: The numbers are public.}}\n"
    )


def _source(chance: random.Random, name: str, number: int) -> str:
    level = chance.choice(("primary", "primary", "secondary"))
    body = chance.randrange(_ORIGINS)
    return (
        f"{name}-source-{number}:\n  url: https://body-{body}.example/{name}/{number}\n  title: {_phrase(chance, 'en', 4)}\n"
        f"  publisher: {chance.choice(_PLACES)}\n  published: 2025-1{chance.randrange(3)}\n  accessed: 2026-02-0{chance.randrange(1, 9)}\n"
        f"  language: en\n  level: {level}\n  origin: body-{body}\n  seen: live\n  archives:\n"
        f"    - {{provider: webarchive, url: 'https://webarchive.example/{name}/{number}', captured_at: 2026-02-09T10:00:00Z}}\n"
    )


def _claim(chance: random.Random, name: str, number: int) -> Iterator[str]:
    draft = number % 10 == 3  # noqa: PLR2004
    counted = number % 10 == 7  # noqa: PLR2004
    amount = chance.randrange(20, 9_000)
    yield f"# Invented claim {number}.\nstatus: {'draft' if draft else 'in-review'}\nauthors: [ines]\n"
    yield f"statement:\n  de: {_sentence(chance, 'de', amount)}\n  en: {_sentence(chance, 'en', amount)}\n"
    yield f"quote: {_phrase(chance, 'de', 6)}\n"
    if draft:
        return
    yield f"headline:\n  de: {_phrase(chance, 'de', 7)}\n  en: {_phrase(chance, 'en', 7)}\n"
    yield f"aspect: fact\nkind: {chance.choice(('event', 'causal', 'quantity'))}\nclaimant: article\n"
    yield f"happened: 2025-0{chance.randrange(1, 9)}\n"
    yield f"topics: [{chance.choice(('traffic', 'water', 'money'))}]\n"
    if counted:
        yield f"quantity: {{value: {2 * amount}, unit: person, tolerance: 10 %, as_of: 2025, counts: stock}}\n"
    yield "evidence:\n"
    several = chance.randrange(2, 5)
    for place, source in enumerate(chance.sample(range(SOURCES_IN_A_FOLDER), several)):
        stance = ("term" if place < 2 else "context") if counted else chance.choice(("supports", "supports", "refutes", "context"))  # noqa: PLR2004
        if not counted and not place:
            stance = "supports"
        yield f"  - id: piece-{place}\n    source: {name}-source-{source}\n    stance: {stance}\n"
        yield f"    quote: {_phrase(chance, 'en', 12)}\n    translation: {{de: {_phrase(chance, 'de', 12)}}}\n"
        if counted and place < 2:  # noqa: PLR2004
            yield f"    quantity: {{value: {amount}, unit: person, as_of: 2025, counts: stock}}\n"
    if counted:
        yield f"computed: {{sum: [piece-0, piece-1], result: {2 * amount}}}\n"
    yield "reasons:\n  single_origin:\n    de: Sonst zählt niemand.\n    en: Nobody else counts.\n"
    yield "searches:\n  - read: {de: Protokolle des Rates, en: Minutes of the council}\n    on: 2026-02-08\n    by: ines\n"
    yield f"    found: {{de: {_phrase(chance, 'de', 8)}, en: {_phrase(chance, 'en', 8)}}}\n"
    cited = " ".join(f"[@piece-{place}]" for place in range(several))
    yield f"verdict:\n  rating: {chance.choice(('supported', 'mostly-supported'))}\n"
    yield f"  summary:\n    de: {_phrase(chance, 'de', 14)}.\n    en: {_phrase(chance, 'en', 14)}.\n  rationale:\n"
    yield f"    de: |\n      {_phrase(chance, 'de', 30)} {cited}.\n    en: |\n      {_phrase(chance, 'en', 30)} {cited}.\n"
    yield "history:\n  - {to: researching, on: 2026-02-05, by: ines}\n  - {to: in-review, on: 2026-02-10, by: ines}\n"


def _sentence(chance: random.Random, language: str, amount: int) -> str:
    words = _phrase(chance, language, 5)
    return f"In {chance.choice(_PLACES)} {'gab es 2025' if language == 'de' else 'there were in 2025'} {amount} {words}."


def _phrase(chance: random.Random, language: str, length: int) -> str:
    return " ".join(chance.choice(_WORDS[language]) for _ in range(length))
