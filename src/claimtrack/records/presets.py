"""The scales and the workflow that a desk can take by name."""

from __future__ import annotations

from collections.abc import Mapping

from claimtrack.records.scale import Rating, Scale
from claimtrack.records.text import Text
from claimtrack.records.workflow import Demand, Status, Workflow


def _both(de: str, en: str) -> Text:
    return Text({"de": de, "en": en})


def _rating(rating_id: str, number: int | None, label: tuple[str, str], definition: tuple[str, str]) -> Rating:
    return Rating(id=rating_id, label=_both(*label), definition=_both(*definition), number=number)


_SIX_STEP = Scale(
    name="six-step",
    version="1",
    ratings=(
        _rating("supported", 5, ("Belegt", "Supported"), ("Die Belege tragen die Aussage.", "The evidence bears the statement out.")),
        _rating(
            "mostly-supported",
            4,
            ("Überwiegend belegt", "Mostly supported"),
            ("Im Kern belegt, in Einzelnem ungenau oder offen.", "Borne out in substance, imprecise or open in details."),
        ),
        _rating(
            "partly-supported",
            3,
            ("Teilweise belegt", "Partly supported"),
            ("Ein wesentlicher Teil ist belegt, ein anderer nicht.", "One essential part is borne out, another is not."),
        ),
        _rating("refuted", 1, ("Widerlegt", "Refuted"), ("Die Belege schließen es aus.", "The evidence rules it out.")),
        _rating(
            "misleading",
            None,
            ("Irreführend", "Misleading"),
            ("Einzelnes stimmt, der Schluss nicht.", "Parts are right, the conclusion is wrong."),
        ),
        _rating(
            "unsupported",
            None,
            ("Unbelegt", "No evidence found"),
            ("Gesucht, nichts gefunden; damit nicht widerlegt.", "Searched for, nothing found; not thereby refuted."),
        ),
        _rating(
            "unverifiable",
            None,
            ("Nicht überprüfbar", "Cannot be checked"),
            ("Mit zugänglichen Quellen lässt es sich nicht prüfen.", "It cannot be checked with the sources that are open to us."),
        ),
    ),
)

_GOOGLE_FIVE = Scale(
    name="google-five",
    version="1",
    ratings=(
        _rating("true", 5, ("Wahr", "True"), ("Die Aussage trifft zu.", "The statement is accurate.")),
        _rating("mostly-true", 4, ("Größtenteils wahr", "Mostly true"), ("Trifft im Kern zu.", "Accurate in substance.")),
        _rating("half-true", 3, ("Halb wahr", "Half true"), ("Trifft zum Teil zu.", "Accurate in part.")),
        _rating("mostly-false", 2, ("Größtenteils falsch", "Mostly false"), ("Trifft im Kern nicht zu.", "Inaccurate in substance.")),
        _rating("false", 1, ("Falsch", "False"), ("Die Aussage trifft nicht zu.", "The statement is not accurate.")),
    ),
)

_META_SIX = Scale(
    name="meta-six",
    version="1",
    ratings=(
        _rating("true", None, ("Wahr", "True"), ("Enthält nichts Unrichtiges.", "Holds nothing inaccurate.")),
        _rating(
            "missing-context",
            None,
            ("Fehlender Kontext", "Missing context"),
            ("Legt ohne weitere Angaben etwas Falsches nahe.", "Implies something false without further information."),
        ),
        _rating("partly-false", None, ("Teilweise falsch", "Partly false"), ("Enthält einzelnes Unrichtige.", "Holds some inaccuracies.")),
        _rating("altered", None, ("Verändert", "Altered"), ("Bild, Ton oder Film wurde verändert.", "Picture, sound or film was altered.")),
        _rating("false", None, ("Falsch", "False"), ("Entbehrt jeder Grundlage.", "Has no basis in fact.")),
        _rating("satire", None, ("Satire", "Satire"), ("Ironie oder Übertreibung.", "Irony or exaggeration.")),
    ),
)

_AVERITEC_FOUR = Scale(
    name="averitec-four",
    version="1",
    ratings=(
        _rating("supported", None, ("Belegt", "Supported"), ("Die Belege tragen die Aussage.", "The evidence supports the claim.")),
        _rating("refuted", None, ("Widerlegt", "Refuted"), ("Die Belege widersprechen ihr.", "The evidence contradicts the claim.")),
        _rating(
            "not-enough-evidence",
            None,
            ("Zu wenig Belege", "Not enough evidence"),
            ("Die Belege reichen für ein Urteil nicht.", "The evidence does not suffice for a verdict."),
        ),
        _rating(
            "conflicting-evidence",
            None,
            ("Widersprüchliche Belege, selektiv zitiert", "Conflicting evidence/cherry-picking"),
            ("Die Belege weisen in verschiedene Richtungen.", "The evidence points in different directions."),
        ),
    ),
)

_FEVER_THREE = Scale(
    name="fever-three",
    version="1",
    ratings=(
        _rating("supported", None, ("Belegt", "Supported"), ("Die Belege tragen die Aussage.", "The evidence supports the claim.")),
        _rating("refuted", None, ("Widerlegt", "Refuted"), ("Die Belege widersprechen ihr.", "The evidence refutes the claim.")),
        _rating(
            "not-enough-info",
            None,
            ("Zu wenig Angaben", "Not enough info"),
            ("Die Belege reichen nicht.", "The evidence does not suffice."),
        ),
    ),
)

SCALES: Mapping[str, Scale] = {scale.id: scale for scale in (_SIX_STEP, _GOOGLE_FIVE, _META_SIX, _AVERITEC_FOUR, _FEVER_THREE)}
"""The scales that a desk can take by name."""

_DRAFT: tuple[Demand, ...] = ("authors", "statement", "anchor")
_RESEARCHING: tuple[Demand, ...] = (*_DRAFT, "aspect", "claimant")
_IN_REVIEW: tuple[Demand, ...] = (*_RESEARCHING, "evidence", "conclusion", "two-origins")
_APPROVED: tuple[Demand, ...] = (
    *_IN_REVIEW,
    "approval",
    "selection",
    "letter",
    "primary-source",
    "contrary-search",
    "archives",
    "all-languages",
    "legal",
    "public-role",
)

_STANDARD = Workflow(
    name="standard",
    version="1",
    statuses=(
        Status(id="draft", label=_both("Entwurf", "Draft"), moves=("researching", "in-review", "declined", "duplicate"), demands=_DRAFT),
        Status(
            id="researching",
            label=_both("In Recherche", "Being researched"),
            moves=("in-review", "declined", "duplicate"),
            demands=_RESEARCHING,
        ),
        Status(
            id="in-review",
            label=_both("Zum Gegenlesen", "In review"),
            moves=("needs-work", "approved", "declined", "duplicate"),
            demands=_IN_REVIEW,
        ),
        Status(
            id="needs-work",
            label=_both("Zurück in Arbeit", "Needs work"),
            moves=("researching", "in-review", "declined", "duplicate"),
            demands=_RESEARCHING,
            who="review",
        ),
        Status(
            id="approved",
            label=_both("Gegengelesen", "Approved"),
            moves=("approved", "correcting", "needs-work"),
            demands=_APPROVED,
            who="review",
            approves=True,
        ),
        Status(id="correcting", label=_both("In Korrektur", "Being corrected"), moves=("approved",), demands=_RESEARCHING),
        Status(id="declined", label=_both("Nicht geprüft", "Declined"), moves=("draft", "researching"), demands=("reason",)),
        Status(
            id="duplicate",
            label=_both("Doppelt", "Duplicate"),
            moves=("draft",),
            demands=("reason", "duplicate-of", "no-verdict"),
        ),
    ),
)

WORKFLOWS: Mapping[str, Workflow] = {_STANDARD.id: _STANDARD}
"""The workflows that a desk can take by name."""
