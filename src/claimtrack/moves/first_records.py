"""The first records of a desk: the desk itself, and one invented claim with its article and its source, to see how they look."""

from __future__ import annotations

import json
from collections.abc import Mapping

FIRST_FOLDER = "first-article"
"""The folder of the invented claim, below that of the records."""

_DESK = """\
# Who publishes, by which rules. Every field: docs/reference/records.md, or `claimtrack explain` for a finding.
format: 1
publisher: {{name: {name}}}
languages: [{languages}]                   # the first is the reference wording
people:
  {person}: {{shown: {person}, may: [write]}}
  # A second person reviews; nobody approves their own claim:
  # second-reader: {{shown: Second reader, may: [write, review, publish]}}
"""

_ENGLISH = {
    "article.yaml": """\
# INVENTED, like all in this folder: no such paper, town or library exists. Delete the folder when you have seen how it works.
# The article that the claims of this folder are taken from. It is not stored; the records quote the few words that they are about.
title: A good year for the library
url: https://courier.example/2026/library
publisher: Millbrook Courier (invented)
language: en
published: 2026-01-15
retrieved: 2026-01-16
""",
    "sources.yaml": """\
# Where evidence comes from. INVENTED. Several claims can cite the same source by its id.
library-report:
  url: https://library.example/report-2025
  title: Annual report 2025
  publisher: Millbrook Library (invented)
  published: 2026-01-12
  accessed: 2026-01-20
  language: en
  level: primary
  seen: live
""",
    "first-claim.yaml": """\
# One claim; the name of the file is its id. INVENTED. `claimtrack show first-claim` says what it still lacks for a verdict.
status: researching
authors: [{person}]
statement: In 2025 the library of Millbrook lent more than 90,000 books.
quote: The library lent more than 90,000 books last year
aspect: fact                               # whether it is so; `said` would ask only whether she said it
claimant: {{name: Ruth Vale (invented), role: Librarian}}
made_on: 2026-01-14
selection: The council decides on the budget of the library in March.
evidence:
  - id: annual-report
    source: library-report
    stance: supports
    quote: In 2025 we lent 91,204 books.
gaps:
  - what: How the library counts books that are lent for longer than a month
history:
  - {{to: researching, on: 2026-01-20, by: {person}}}
""",
}
_GERMAN = {
    "article.yaml": """\
# ERFUNDEN wie alles in diesem Ordner: Zeitung, Ort und Bücherei gibt es nicht. Zum Ansehen; danach kann der Ordner gelöscht werden.
# Der Artikel, aus dem die Aussagen dieses Ordners stammen. Er wird nicht gespeichert, zitiert werden nur die wenigen Wörter.
title: Ein gutes Jahr für die Bücherei
url: https://kurier.example/2026/buecherei
publisher: Mühlbacher Kurier (erfunden)
language: de
published: 2026-01-15
retrieved: 2026-01-16
""",
    "sources.yaml": """\
# Woher Belege stammen. ERFUNDEN. Mehrere Aussagen können dieselbe Quelle unter ihrer id nennen.
jahresbericht:
  url: https://buecherei.example/bericht-2025
  title: Jahresbericht 2025
  publisher: Bücherei Mühlbach (erfunden)
  published: 2026-01-12
  accessed: 2026-01-20
  language: de
  level: primary
  seen: live
""",
    "first-claim.yaml": """\
# Eine Aussage; der Name der Datei ist ihre id. ERFUNDEN. `claimtrack show first-claim` sagt, was für ein Urteil noch fehlt.
status: researching
authors: [{person}]
statement: Die Bücherei Mühlbach hat 2025 mehr als 90 000 Bücher verliehen.
quote: Mehr als 90 000 Bücher hat die Bücherei im vergangenen Jahr verliehen
aspect: fact                               # ob es so ist; `said` fragt nur, ob sie es gesagt hat
claimant: {{name: Rut Tal (erfunden), role: Büchereileiterin}}
made_on: 2026-01-14
selection: Im März entscheidet der Gemeinderat über das Geld für die Bücherei.
evidence:
  - id: bericht
    source: jahresbericht
    stance: supports
    quote: 2025 haben wir 91 204 Bücher verliehen.
gaps:
  - what: Wie die Bücherei Bücher zählt, die länger als einen Monat verliehen sind
history:
  - {{to: researching, on: 2026-01-20, by: {person}}}
""",
}


def desk_record(name: str, languages: tuple[str, ...], person: str) -> str:
    """Return the record of a new desk."""
    return _DESK.format(name=json.dumps(name, ensure_ascii=False), languages=", ".join(languages), person=person)


def first_claim(language: str, person: str) -> Mapping[str, str]:
    """Return an invented claim with its article and its source, by the names of their files in the folder of the article.

    Arguments:
        language: the first language of the desk; other desks than German ones get English words.
        person: the id of the person who writes.
    """
    records = _GERMAN if language.partition("-")[0] == "de" else _ENGLISH
    return {file: text.format(person=person) for file, text in records.items()}
