"""Invented lives of desks: honest work of two people, commit by commit, with breaks of what readers were told planted in between.

The same seed makes the same life. A claim is kept as plain values and written as YAML; nothing of claimtrack is used, so that what an audit
finds is judged by what was planted.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

INES, OMAR, FORGE = "Ines <ines@desk.example>", "Omar <omar@desk.example>", "The forge <noreply@forge.example>"
START = datetime.datetime(2020, 1, 6, 8, tzinfo=datetime.UTC)
PACE = datetime.timedelta(hours=3)
DESK = """\
# INVENTED, by a program, to be audited.
format: 1
publisher: {name: The Yardstick (invented)}
languages: [en]
people:
  ines: {shown: Ines, may: [write], git: [ines@desk.example]}
  omar: {shown: Omar, may: [write, review, publish], git: [omar@desk.example]}
"""
_WORDS = ("bridge", "ferry", "school", "hall", "budget", "rent", "power", "water", "path", "harbour", "dyke", "tower", "market", "forest")
_IN_A_FOLDER = 20

Change = tuple[str, ...]
"""``("M", file, text)``, ``("D", file)`` or ``("R", file, new name)``."""


@dataclass
class Made:
    """A commit.

    Attributes:
        by: who wrote it.
        changes: what it does to files.
        planted: the codes of the breaks in it, each with the claim.
        side: the commits that it merges, the oldest first; its own changes come on top of them.
    """

    by: str
    changes: list[Change]
    planted: list[tuple[str, str]] = field(default_factory=list)
    side: list[Made] = field(default_factory=list)


class Life:
    """A desk and what happens at it."""

    def __init__(self, seed: int, breaks: float = 0.01) -> None:
        """Begin a life in which a share of the commits are breaks."""
        self.chance = Random(seed)  # noqa: S311  (nothing here is secret)
        self.breaks = breaks
        self.time = START
        self._claims: dict[str, dict[str, Any]] = {}
        self._gone: list[str] = []
        self._number = 0

    def commits(self, number: int, claims: int) -> Iterator[Made]:
        """Yield the first commit, which brings the desk, and so many after it; the first of these take claims in."""
        yield Made(INES, [("M", "claims/desk.yaml", DESK), *(("M", self._source_file(one), self._sources(one)) for one in range(3))])
        for place in range(number):
            self.time += PACE
            if place < claims:
                yield Made(INES, [self._new()])
            elif self.chance.random() < self.breaks:
                yield self._a_break() or self._merge()
            else:
                yield self._merge() if self.chance.random() < 0.2 else self._work()

    @property
    def today(self) -> str:
        """The day of the commit that is being made."""
        return self.time.date().isoformat()

    def _work(self) -> Made:
        kinds = (self._take_in, self._research, self._approve, self._publish, self._note, self._correct, self._correct_much, self._withdraw,
                 self._rename, self._edit_sources, self._break_and_mend)  # fmt: skip
        weights = (3, 5, 6, 6, 3, 2, 1, 0.3, 0.5, 1, 0.3)
        while True:
            made = self.chance.choices(kinds, weights)[0]()
            if made is not None:
                return made

    def _merge(self) -> Made:
        side = [self._work() for _ in range(self.chance.randrange(1, 4))]
        return Made(FORGE if self.chance.random() < 0.5 else OMAR, [], [], side)

    def _a_break(self) -> Made | None:
        kinds = (self._change_silently, self._understate, self._say_otherwise, self._take_day_out, self._undo_withdrawal, self._delete,
                 self._rename_silently, self._reuse_id, self._hide_disclosure, self._rewrite_history, self._rewrite_correction,
                 self._skip_review, self._approve_own, self._leave_the_authors)  # fmt: skip
        for _ in range(30):
            made = self.chance.choice(kinds)()
            if made is not None:
                if made.by == INES and self.chance.random() < 0.3:  # on a branch, seen when it is merged
                    return Made(OMAR, [], made.planted, [made])
                return made
        return None

    # honest work

    def _take_in(self) -> Made:
        return Made(INES, [self._new()])

    def _research(self) -> Made | None:
        claim = self._one(lambda one: one["status"] == "in-review")
        if claim is None:
            return None
        claim["verdict"]["summary"] = self._sentence()
        return Made(INES, [self._written(claim)])

    def _approve(self) -> Made | None:
        claim = self._one(lambda one: one["status"] == "in-review" and one["authors"] == ["ines"])
        return None if claim is None else Made(OMAR, [self._written(self._approved(claim))])

    def _publish(self) -> Made | None:
        claim = self._one(lambda one: one["status"] == "approved" and "published" not in one)
        if claim is None:
            return None
        claim["published"] = self.today
        return Made(self.chance.choice((INES, OMAR)), [self._written(claim)])

    def _note(self) -> Made | None:
        claim = self._public()
        if claim is None:
            return None
        claim["internal"] = self._sentence()
        return Made(INES, [self._written(claim)])

    def _correct(self) -> Made | None:
        claim = self._public()
        if claim is None:
            return None
        claim["verdict"]["summary"] = self._sentence()
        self._add_correction(claim, "minor")
        return Made(OMAR, [self._written(self._approved(claim))])

    def _correct_much(self) -> Made | None:
        claim = self._public()
        if claim is None:
            return None
        was = {"rating": claim["verdict"]["rating"], "summary": claim["verdict"]["summary"]}
        self._turn(claim)
        self._add_correction(claim, "substantial", was)
        return Made(OMAR, [self._written(self._approved(claim))])

    def _withdraw(self) -> Made | None:
        claim = self._public()
        if claim is None:
            return None
        claim["retracted"] = {"on": self.today, "notice": "It does not hold."}
        return Made(INES, [self._written(claim)])

    def _rename(self) -> Made | None:
        claim = self._public()
        if claim is None:
            return None
        old = self._file(claim)
        claim["former_ids"] = [*claim.get("former_ids", []), claim["id"]]
        self._call(claim)
        return Made(INES, [("R", old, self._file(claim)), self._written(claim)])

    def _edit_sources(self) -> Made:
        number = self.chance.randrange(3)
        return Made(INES, [("M", self._source_file(number), self._sources(number))])

    def _break_and_mend(self) -> Made | None:
        claim = self._public()
        if claim is None:
            return None
        broken = Made(INES, [("M", self._file(claim), "status: [\n")])
        return Made(OMAR, [], [], [broken, Made(INES, [self._written(claim)])])

    # what readers were not told

    def _change_silently(self) -> Made | None:
        claim = self._public()
        if claim is None:
            return None
        if self.chance.random() < 0.5:
            self._turn(claim)
        else:
            claim["verdict"]["summary"] = self._sentence()
        return Made(INES, [self._written(claim)], [("CT701", claim["id"])])

    def _understate(self) -> Made | None:
        claim = self._public()
        if claim is None:
            return None
        self._turn(claim)
        self._add_correction(claim, "minor")
        return Made(OMAR, [self._written(self._approved(claim))], [("CT702", claim["id"])])

    def _say_otherwise(self) -> Made | None:
        claim = self._public()
        if claim is None:
            return None
        was = {"rating": claim["verdict"]["rating"], "summary": "We had said something much milder."}
        self._turn(claim)
        self._add_correction(claim, "substantial", was)
        return Made(OMAR, [self._written(self._approved(claim))], [("CT703", claim["id"])])

    def _take_day_out(self) -> Made | None:
        claim = self._public()
        if claim is None:
            return None
        claim["published"] = (datetime.date.fromisoformat(claim["published"]) - datetime.timedelta(days=3)).isoformat()
        return Made(INES, [self._written(claim)], [("CT704", claim["id"])])

    def _undo_withdrawal(self) -> Made | None:
        claim = self._one(lambda one: "retracted" in one)
        if claim is None:
            return None
        del claim["retracted"]
        return Made(INES, [self._written(claim)], [("CT705", claim["id"])])

    def _delete(self) -> Made | None:
        claim = self._public()
        if claim is None:
            return None
        del self._claims[claim["id"]]
        self._gone.append(claim["id"])
        return Made(INES, [("D", self._file(claim))], [("CT706", claim["id"])])

    def _rename_silently(self) -> Made | None:
        claim = self._public()
        if claim is None:
            return None
        old = self._file(claim)
        self._call(claim)
        return Made(INES, [("R", old, self._file(claim))], [("CT707", claim["id"])])

    def _reuse_id(self) -> Made | None:
        if not self._gone:
            return None
        written = self._new(self._gone.pop())
        return Made(INES, [written], [("CT708", written[1].rpartition("/")[2].removesuffix(".yaml"))])

    def _hide_disclosure(self) -> Made | None:
        claim = self._one(lambda one: self._is_public(one) and "disclosure" in one)
        if claim is None:
            return None
        del claim["disclosure"]
        return Made(INES, [self._written(claim)], [("CT709", claim["id"])])

    def _rewrite_history(self) -> Made | None:
        claim = self._one(lambda one: self._is_public(one) and one["history"][0]["to"] == "researching")
        if claim is None:
            return None
        claim["history"][0]["on"] = "2020-01-01" if claim["history"][0]["on"] != "2020-01-01" else "2020-01-02"
        return Made(INES, [self._written(claim)], [("CT711", claim["id"])])

    def _rewrite_correction(self) -> Made | None:
        claim = self._one(lambda one: self._is_public(one) and "was" not in one.get("corrections", [{"was": None}])[0])
        if claim is None:
            return None
        claim["corrections"][0]["notice"] = self._sentence()
        return Made(INES, [self._written(claim)], [("CT712", claim["id"])])

    def _skip_review(self) -> Made | None:
        claim = self._one(lambda one: one["status"] == "researching" and one["authors"] == ["ines"])
        return None if claim is None else Made(OMAR, [self._written(self._approved(claim))], [("CT713", claim["id"])])

    def _approve_own(self) -> Made | None:
        claim = self._one(lambda one: one["status"] == "in-review" and one["authors"] == ["ines"])
        return None if claim is None else Made(INES, [self._written(self._approved(claim))], [("CT721", claim["id"])])

    def _leave_the_authors(self) -> Made | None:
        claim = self._one(lambda one: one["status"] == "in-review" and one["authors"] == ["ines", "omar"])
        if claim is None:
            return None
        claim["authors"] = ["ines"]
        return Made(OMAR, [self._written(self._approved(claim))], [("CT722", claim["id"])])

    # parts of claims

    def _new(self, claim_id: str = "") -> Change:
        claim: dict[str, Any] = {
            "id": "", "folder": "", "status": "in-review", "authors": ["ines"] if self.chance.random() < 0.8 else ["ines", "omar"],
            "statement": self._sentence(), "quote": self._sentence(),
            "evidence": [
                {"id": f"piece-{place}", "source": f"source-{self.chance.randrange(60)}", "stance": "supports"} for place in (1, 2)
            ],
            "verdict": {"rating": "supported", "summary": self._sentence(), "rationale": " ".join(self._sentence() for _ in range(5))},
            "history": [{"to": "researching", "on": self.today, "by": "ines"}, {"to": "in-review", "on": self.today, "by": "ines"}],
        }  # fmt: skip
        if self.chance.random() < 0.3:
            claim["disclosure"] = {"ai_use": "A machine translated the survey."}
        if self.chance.random() < 0.1:
            claim["status"], claim["history"] = "researching", []
        self._call(claim, claim_id)
        return self._written(claim)

    def _call(self, claim: dict[str, Any], claim_id: str = "") -> None:
        self._claims.pop(claim["id"], None)
        self._number += 1
        claim["id"] = claim_id or f"claim-{self._number:06}"
        claim["folder"] = claim["folder"] or f"letter-{self._number // _IN_A_FOLDER:05}"
        self._claims[claim["id"]] = claim

    def _approved(self, claim: dict[str, Any]) -> dict[str, Any]:
        claim["status"] = "approved"
        claim["history"].append({"to": "approved", "on": self.today, "by": "omar", "covers": f"v1:{self.chance.getrandbits(64):016x}"})
        return claim

    def _turn(self, claim: dict[str, Any]) -> None:
        claim["verdict"]["rating"] = "refuted" if claim["verdict"]["rating"] == "supported" else "supported"
        claim["verdict"]["summary"] = self._sentence()

    def _add_correction(self, claim: dict[str, Any], how: str, was: dict[str, str] | None = None) -> None:
        correction = {"on": self.today, "class": how, "cause": "own-error", "notice": self._sentence(), **({"was": was} if was else {})}
        claim["corrections"] = [*claim.get("corrections", []), correction]

    def _one(self, fits: Any) -> dict[str, Any] | None:  # noqa: ANN401  (a question about a claim)
        """Return one of the claims that fit; as good as always, where there are some."""
        ids = list(self._claims)
        for _ in range(30):
            claim = self._claims[self.chance.choice(ids)] if ids else None
            if claim is not None and fits(claim):
                return claim
        return None

    def _public(self) -> dict[str, Any] | None:
        return self._one(self._is_public)

    @staticmethod
    def _is_public(claim: dict[str, Any]) -> bool:
        return "published" in claim and "retracted" not in claim

    def _written(self, claim: dict[str, Any]) -> Change:
        fields = {name: value for name, value in claim.items() if name not in {"id", "folder"}}
        return ("M", self._file(claim), "".join(f"{name}: {json.dumps(value)}\n" for name, value in fields.items()))

    def _file(self, claim: dict[str, Any]) -> str:
        return f"claims/{claim['folder']}/{claim['id']}.yaml"

    @staticmethod
    def _source_file(number: int) -> str:
        return f"claims/shelf-{number}/sources.yaml"

    def _sources(self, number: int) -> str:
        return "".join(
            f"source-{one}: {{url: 'https://body-{one}.example/', title: {self._sentence()}, accessed: 2020-01-06, level: primary}}\n"
            for one in range(number * 20, number * 20 + 20)
        )

    def _sentence(self) -> str:
        return " ".join(self.chance.choice(_WORDS) for _ in range(8))
