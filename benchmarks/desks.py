"""Invented desks of any size, the same for the same size: what the benchmarks measure claimtrack on.

Every word is invented. A claim has about 2.5 kB: a statement and an answer in two languages, two to four pieces of evidence, a verdict
with a reasoning, a history; one in ten is a draft, one in ten has a number and a calculation. There are two kinds of desks. One that is
still at work: it has adopted no standard, and its claims are in review. And one that has published: it has adopted every standard, and
its claims are approved, each with the fingerprint of what was read.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from claimtrack.fingerprint import fingerprint
from claimtrack.loading import load

CLAIMS_IN_A_FOLDER = 20
SOURCES_IN_A_FOLDER = 25
LONGEST_IN_MARKUP = 75
"""How many characters of a claim's wording the desk wants markup to have."""

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
"""
_ADOPTED = """\
repository: private
standards: [ifcn, efcsn, google, bing]
pages:
  imprint: https://yardstick.example/imprint
  privacy: https://yardstick.example/privacy
  team: https://yardstick.example/team
  methodology: https://yardstick.example/methodology
  selection: https://yardstick.example/selection
  corrections: https://yardstick.example/corrections
  funding: https://yardstick.example/funding
  complaints: https://yardstick.example/complaints
  submit: https://yardstick.example/submit
  report: mailto:errors@yardstick.example
public_interest: [traffic, water, money]
limits: {review_after: 24 months, one_affiliation: 50 %}
licences: {text: CC BY 4.0, data: CC BY 4.0}
"""
_NOT_YET_TAKEN = "fingerprint-to-be-taken"
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


def make_desk(folder: Path, claims: int, *, published: bool = False) -> None:
    """Write a desk.

    Arguments:
        folder: a new folder for it.
        claims: how many claims it gets.
        published: whether it has adopted every standard and published its claims, or is still at work on them by the core rules.
    """
    records = folder / "claims"
    records.mkdir(parents=True)
    origins = "".join(f"  body-{one}: {{name: {_PLACES[one % len(_PLACES)]} {one}}}\n" for one in range(_ORIGINS))
    (records / "desk.yaml").write_text(f"{_DESK}{_ADOPTED if published else ''}origins:\n{origins}", "utf-8")
    for first in range(0, claims, CLAIMS_IN_A_FOLDER):
        chance = random.Random(f"folder {first}")  # noqa: S311  (nothing here is secret)
        name = f"letter-{first // CLAIMS_IN_A_FOLDER:05}"
        of_folder = records / name
        of_folder.mkdir()
        (of_folder / "article.yaml").write_text(_article(name), "utf-8")
        (of_folder / "sources.yaml").write_text("".join(_source(chance, name, one) for one in range(SOURCES_IN_A_FOLDER)), "utf-8")
        for place in range(first, min(first + CLAIMS_IN_A_FOLDER, claims)):
            claim = "".join(_claim(random.Random(f"claim {place}"), name, place, published=published))  # noqa: S311
            (of_folder / f"claim-{place:06}.yaml").write_text(claim, "utf-8")
    if published:
        _approve(folder)


def _approve(desk: Path) -> None:
    """Write into every approval the fingerprint of the claim as it stands there."""
    project, _ = load(desk)
    for claim in project.claims.values():
        file = desk / project.file_of("claim", claim.id)
        file.write_text(file.read_text("utf-8").replace(_NOT_YET_TAKEN, fingerprint(project, claim)), "utf-8")


def _article(name: str) -> str:
    return (
        f"title: Invented letter {name}\nurl: https://letters.example/{name}\npublisher: An invented gazette\nlanguage: de\n"
        "published: 2026-01-12\nfor_all_claims:\n  made_on: 2026-01-12\n"
        "  selection: {de: Oft weitererzählt., en: Often passed on.}\n"
        "  reasons: {claimant_not_asked: {de: Die Zahlen liegen offen., en: The numbers are public.}}\n"
    )


def _source(chance: random.Random, name: str, number: int) -> str:
    body = chance.randrange(_ORIGINS)
    level = "secondary" if _is_secondary(number) else "primary"
    return (
        f"{name}-source-{number}:\n  url: https://body-{body}.example/{name}/{number}\n  title: {_phrase(chance, 'en', 4)}\n"
        f"  publisher: {chance.choice(_PLACES)}\n  published: 2025-1{chance.randrange(3)}\n  accessed: 2026-02-0{chance.randrange(1, 9)}\n"
        f"  language: en\n  level: {level}\n  origin: body-{body}\n  seen: live\n  archives:\n"
        f"    - {{provider: webarchive, url: 'https://webarchive.example/{name}/{number}', captured_at: 2026-02-09T10:00:00Z}}\n"
    )


def _is_secondary(number: int) -> bool:
    return number % 3 == 2  # noqa: PLR2004


def _drawn(chance: random.Random, several: int) -> list[int]:
    """Draw sources for a claim, one of them a primary one."""
    drawn = chance.sample(range(SOURCES_IN_A_FOLDER), several)
    return [drawn[0] - 1, *drawn[1:]] if all(map(_is_secondary, drawn)) else drawn


def _claim(chance: random.Random, name: str, number: int, *, published: bool) -> Iterator[str]:
    draft = number % 10 == 3  # noqa: PLR2004
    counted = number % 10 == 7  # noqa: PLR2004
    amount = chance.randrange(20, 9_000)
    status = "draft" if draft else "approved" if published else "in-review"
    yield f"# Invented claim {number}.\nstatus: {status}\nauthors: [ines]\n"
    statements = [_sentence(chance, "de", amount), _sentence(chance, "en", amount)]
    yield "statement:\n  de: {}\n  en: {}\n".format(*statements)
    if max(map(len, statements)) > LONGEST_IN_MARKUP:
        yield "short:\n  de: {}\n  en: {}\n".format(*(one[:LONGEST_IN_MARKUP].rpartition(" ")[0] for one in statements))
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
    for place, source in enumerate(_drawn(chance, several)):
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
    if published:
        yield f"  - {{to: approved, on: 2026-02-12, by: jens, covers: {_NOT_YET_TAKEN}}}\npublished: 2026-02-{13 + number % 15}\n"


def _sentence(chance: random.Random, language: str, amount: int) -> str:
    words = _phrase(chance, language, 5)
    return f"In {chance.choice(_PLACES)} {'gab es 2025' if language == 'de' else 'there were in 2025'} {amount} {words}."


def _phrase(chance: random.Random, language: str, length: int) -> str:
    return " ".join(chance.choice(_WORDS[language]) for _ in range(length))
