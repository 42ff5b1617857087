"""Claims with questions and answers in the shape of AVeriTeC (Schlichtkrull et al. 2023), as claims to look at.

The label is what those who annotated the data set say, not the article that they read: it is noted, and quoted from nobody. A question
with several answers comes in once for each, since each answer rests on a source of its own.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from claimtrack.changes import Value
from claimtrack.exchange.averitec import TYPES
from claimtrack.exchange.checked_claims import Check, CheckedClaim, arrived, short_enough
from claimtrack.exchange.foreign_files import values_of
from claimtrack.exchange.foreign_values import Listening, day_first
from claimtrack.exchange.incoming import ArrivedClaim, Given, Incoming, Receiving
from claimtrack.exchange.pieces import Piece
from claimtrack.findings import Finding, finding
from claimtrack.locations import RecordPath
from claimtrack.phrases import say
from claimtrack.reading.kinds.of_imports import LEFT_OUT, NOTHING_THERE
from claimtrack.urls import host_of, web_address

FORM = "averitec"
_KINDS: Mapping[str, str] = {called: kind for kind, called in TYPES.items()}
_READ = frozenset(
    {
        "claim", "claim_date", "speaker", "original_claim_url", "cached_original_claim_url", "fact_checking_article", "reporting_source",
        "claim_types", "questions", "label",
    }
)  # fmt: skip
_READ_OF_ANSWERS = frozenset({"answer", "answer_type", "source_url", "source_medium", "cached_source_url"})
_UNANSWERABLE = "Unanswerable"
_TYPES_THAT_RECORDS_TELL = frozenset({"Extractive", "Abstractive", _UNANSWERABLE})


def import_(given: Given, receiving: Receiving) -> Incoming:
    """Yield the claims of a file, a list or one a line, and what is wrong with it."""
    items = wrong = 0
    for one in values_of(given):
        if isinstance(one, Finding):
            wrong += 1
            yield one
        elif isinstance(one.value, dict) and "claim" in one.value:
            items += 1
            yield _Reader(one, receiving).claim()
        elif isinstance(one.value, dict) and "questions" in one.value:
            items += 1
            yield finding(LEFT_OUT, one.file, one.span(), say("there is no claim in it: `claim` is missing"))
    if not items and not wrong:
        message = say("there is nothing in the file that has a `claim` as AVeriTeC has it")
        yield finding(NOTHING_THERE, given.name, None, message, say("look whether it is the right file"))


class _Reader:
    """Reads one claim."""

    def __init__(self, piece: Piece, receiving: Receiving) -> None:
        self._piece = piece
        self._values: Mapping[str, Any] = piece.value
        self._receiving = receiving
        self._listening = Listening(piece, (), receiving.today)
        self._only_original: set[str] = set()
        self._evidence: list[dict[str, Value]] = []

    def claim(self) -> ArrivedClaim | Finding:
        """Return the claim as it comes in."""
        values, listening = self._values, self._listening
        text = listening.text(values["claim"], ("claim",))
        if text is None:
            return finding(LEFT_OUT, self._piece.file, self._piece.span(), say("there is no claim in it: `claim` is empty"))
        claim = CheckedClaim(text=text, checks=[self._check()])
        if (speaker := listening.text(values.get("speaker"), ("speaker",))) is not None:
            claim.claimant = {"name": speaker}
            told = say("nothing says whether ‘{name}’ is a person; the record takes everybody for one", name=speaker)
            listening.refused(("speaker",), told)
        claim.made_on, claim.made_on_path = self._date(values.get("claim_date"), ("claim_date",)), ("claim_date",)
        claim.appearances = self._appearances()
        claim.others = self._others()
        claim.evidence = self._evidence
        unread = [name for name, value in values.items() if name not in _READ and not name.startswith("_") and value not in _NOTHING]
        claim.only_original = sorted({*self._only_original, *unread})
        original = self._piece.text_at(()) or json.dumps(values, ensure_ascii=False, default=str)
        return arrived(claim, listening, self._receiving, FORM, original)

    def _check(self) -> Check:
        addresses = list(self._listening.addresses(self._values.get("fact_checking_article"), ("fact_checking_article",)))
        return Check(
            address=addresses[0][0] if addresses else None,
            label=self._listening.text(self._values.get("label"), ("label",)),
            label_path=("label",),
            says_label=False,
        )

    def _date(self, value: Any, path: RecordPath) -> str | None:  # noqa: ANN401  (any value of JSON; so for all below)
        """Return a date, which AVeriTeC writes day, month, year."""
        day = day_first(value) if isinstance(value, str) else None
        return self._listening.date(str(day) if day else value, path)

    def _appearances(self) -> list[dict[str, Value]]:
        """Return where the claim was made first, as far as that is told."""
        listening, values = self._listening, self._values
        by = listening.text(values.get("reporting_source"), ("reporting_source",))
        first = next(listening.addresses(values.get("original_claim_url"), ("original_claim_url",)), None)
        copy = next(listening.addresses(values.get("cached_original_claim_url"), ("cached_original_claim_url",)), None)
        told: dict[str, Value] = {}
        if first is not None:
            told["url"] = first[0]
        elif copy is not None:
            self._only_original.add("cached_original_claim_url")
        if by is not None:
            told["publisher"] = by
        if first is not None:
            told["first"] = True
            if copy is not None and copy[0] != first[0]:
                told["archives"] = [_archive(copy[0])]
        return [told] if told else []

    def _others(self) -> dict[str, Value]:
        types = self._values.get("claim_types")
        several = [one for one in types if isinstance(one, str)] if isinstance(types, list) else []
        kinds = [_KINDS[one] for one in several if one in _KINDS]
        if len(several) != 1 or not kinds:
            self._only_original.update({"claim_types"} if several else set())
            kinds = []
        told: dict[str, Value] = {"kind": kinds[0]} if kinds else {}
        questions = self._values.get("questions")
        asked = [one for place, each in enumerate(questions) for one in self._asked(each, place)] if isinstance(questions, list) else []
        return {**told, "questions": asked} if asked else told

    def _asked(self, told: Any, place: int) -> list[Value]:  # noqa: ANN401
        """Return a question, once for each of its answers."""
        path: RecordPath = ("questions", place)
        if not isinstance(told, dict):
            self._listening.refused(path, say("expected an object with a question"))
            return []
        question = self._listening.text(told.get("question"), (*path, "question"))
        self._only_original.update(f"questions.{name}" for name in told if name not in {"question", "answers"})
        if question is None:
            self._only_original.add("questions")
            return []
        answers = told.get("answers") if isinstance(told.get("answers"), list) else []
        asked = [{"question": question, **self._answered(one, (*path, "answers", number))} for number, one in enumerate(answers or [])]
        return list(asked) or [{"question": question}]

    def _answered(self, told: Any, path: RecordPath) -> dict[str, Value]:  # noqa: ANN401
        if not isinstance(told, dict):
            self._listening.refused(path, say("expected an object with an answer"))
            return {}
        unread = [name for name, value in told.items() if name not in _READ_OF_ANSWERS and value not in _NOTHING]
        self._only_original.update(f"questions.answers.{name}" for name in unread)
        how = told.get("answer_type")
        if how not in _TYPES_THAT_RECORDS_TELL and how not in _NOTHING:
            self._only_original.add("questions.answers.answer_type")
        text = self._listening.text(told.get("answer"), (*path, "answer")) if how != _UNANSWERABLE else None
        if text is None:
            return {}
        cited = self._cited(told, text, path)
        return {"answers": [text], **({"evidence": [cited]} if cited else {})}

    def _cited(self, told: Mapping[str, Any], text: str, path: RecordPath) -> str | None:
        """Return the id of the evidence that an answer rests on, which nobody at the desk has seen; None where no address is told."""
        listening = self._listening
        url = next(listening.addresses(told.get("source_url"), (*path, "source_url")), None)
        medium = listening.text(told.get("source_medium"), (*path, "source_medium"))
        copy = next(listening.addresses(told.get("cached_source_url"), (*path, "cached_source_url")), None)
        if url is None:
            self._only_original.update(
                f"questions.answers.{name}" for name, one in (("source_medium", medium), ("cached_source_url", copy)) if one is not None
            )
            return None
        source: dict[str, Value] = {"url": url[0]}
        if medium is not None:
            source["kind"] = medium
        source["seen"] = "not-seen"
        if copy is not None and copy[0] != url[0]:
            source["archives"] = [_archive(copy[0])]
        cited = f"answer-{len(self._evidence) + 1}"
        words = short_enough(text, (*path, "answer"), listening, self._receiving) if told.get("answer_type") == "Extractive" else None
        quote: dict[str, Value] = {"quote": words} if words is not None else {}
        self._evidence.append({"id": cited, "source": source, "stance": "context", **quote})
        return cited


_NOTHING: tuple[Any, ...] = (None, "", [], {})


def _archive(address: str) -> dict[str, Value]:
    return {"provider": host_of(web_address(address) or ""), "url": address}
