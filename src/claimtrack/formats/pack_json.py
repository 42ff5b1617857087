"""The pack for an assessor as JSON: the figures themselves, by the ids of checks; stable, with a version."""

from __future__ import annotations

import json
from typing import Any

import attrs

from claimtrack.practice.balance import Balance
from claimtrack.practice.pack import ClauseAccount, Figures, Pack
from claimtrack.practice.period import Period
from claimtrack.practice.rates import Rate
from claimtrack.project import Project
from claimtrack.records.desk import Pages
from claimtrack.records.text import Text

VERSION = 1
"""The version of this form; it changes when something is taken away or means something else."""


def pack_json(pack: Pack, mark: str) -> str:
    """Return the pack as JSON.

    Arguments:
        pack: what was counted and checked.
        mark: a sentence that says who made the file; it stands at the top.
    """
    public = pack.public
    told = {
        "note": mark,
        "version": VERSION,
        "desk": _text(public, public.desk.publisher.name),
        "as_of": pack.as_of.isoformat(),
        "errors": pack.errors,
        "unreadable": pack.unreadable,
        "figures": _figures(public, pack.figures),
        "standards": [
            {"standard": one.standard, "adopted": one.adopted, "clauses": [_clause(clause) for clause in one.clauses]}
            for one in pack.standards
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _figures(public: Project, figures: Figures) -> dict[str, Any]:
    desk = public.desk
    return {
        "period": _period(figures.period),
        "first_publication": figures.first_publication.isoformat() if figures.first_publication else None,
        "checks": list(figures.checks),
        "rate": _rate(figures.rate),
        "by_month": {f"{month:%Y-%m}": number for month, number in figures.by_month},
        "six_months": _rate(figures.six_months),
        "one_month": _rate(figures.one_month),
        "few_checks": _text(public, desk.reasons.few_checks),
        "public_interest": None
        if figures.interest is None
        else {"topics": list(desk.public_interest), "touching": figures.interest.touching, "percent": float(figures.interest.percent)},
        "topics": [{"topic": topic or None, "checks": list(checks)} for topic, checks in figures.topics],
        "balance": _balance(public, figures.balance),
        "selected": figures.selected,
        "sourcing": [attrs.asdict(one) for one in figures.sourcing],
        **_account(public, figures),
        "pages": {one.name: getattr(desk.pages, one.name) for one in attrs.fields(Pages)},
    }


def _account(public: Project, figures: Figures) -> dict[str, Any]:
    return {
        "exceptions": [
            {"check": one.check, "reasons": {name: _text(public, why) for name, why in one.reasons}} for one in figures.exceptions
        ],
        "letters": [
            {
                "check": one.check,
                "to": _text(public, one.letter.to),
                "about": one.letter.about,
                "on": one.letter.on.isoformat(),
                "until": one.letter.until.isoformat() if one.letter.until else None,
                "outcome": one.letter.outcome,
            }
            for one in figures.letters
        ],
        "reviews": [
            {
                "check": one.check,
                "authors": list(one.authors),
                "decided_by": list(one.decided_by),
                "approvals": [{"by": entry.by, "on": entry.on.isoformat()} for entry in one.approvals],
                "by_a_second_person": one.by_a_second_person,
            }
            for one in figures.reviews
        ],
        "corrections": [
            {
                "check": one.check,
                "on": one.correction.on.isoformat(),
                "class": one.correction.class_,
                "cause": one.correction.cause,
                "notice": _text(public, one.correction.notice),
                "was": {"rating": one.correction.was.rating, "summary": _text(public, one.correction.was.summary)}
                if one.correction.was
                else None,
            }
            for one in figures.corrections
        ],
        "retractions": [
            {"check": one.check, "on": one.retraction.on.isoformat(), "notice": _text(public, one.retraction.notice)}
            for one in figures.retractions
        ],
        "disclosures": [
            {"check": one.check, "conflicts": _text(public, one.conflicts), "ai_use": _text(public, one.ai_use)}
            for one in figures.disclosures
        ],
    }


def _clause(one: ClauseAccount) -> dict[str, Any]:
    clause = one.clause
    return {
        "id": clause.id,
        "number": clause.number or None,
        "asks": clause.asks,
        "known": clause.known,
        "demands": [{"demand": met.demand, "statuses": list(met.statuses), "lacking": met.lacking} for met in one.demands],
        "rules": [
            {"code": kept.kind.code, "name": kept.kind.name, "severity": kept.kind.severity.value, "findings": kept.findings}
            for kept in one.rules
        ],
        "figures": list(one.figures),
    }


def _balance(public: Project, balance: Balance) -> dict[str, Any]:
    return {
        "sides": [{"affiliation": _text(public, side.affiliation), "checks": list(side.checks)} for side in balance.sides],
        "own_voice": list(balance.own_voice),
        "unaffiliated": list(balance.unaffiliated),
        "nobody": list(balance.nobody),
        "open": list(balance.open),
    }


def _rate(rate: Rate | None) -> dict[str, Any] | None:
    return None if rate is None else {**_period(rate.period), "checks": rate.checks, "per_week": float(rate.period.per_week(rate.checks))}


def _period(period: Period) -> dict[str, Any]:
    return {"first": period.first.isoformat(), "last": period.last.isoformat(), "days": period.days}


def _text(public: Project, text: Text | None) -> dict[str, str] | None:
    """Return a text by language; one that was written without a language is in the desk's first."""
    return None if text is None else {tag or public.desk.reference_language: words for tag, words in text.by_language.items()}
