"""How each scalar of a record is read from text: strictly, and with words for whoever wrote something else."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from claimtrack.changes import Bare, Value
from claimtrack.dates import PartialDate
from claimtrack.findings import Kind
from claimtrack.locations import RecordPath
from claimtrack.phrases import NOTHING, Phrase, say
from claimtrack.reading import other_spellings
from claimtrack.reading.kinds import BAD_DATE, BAD_LANGUAGE, BAD_NUMBER, BAD_SPAN, NOT_IN_VOCABULARY, WRONG_TYPE
from claimtrack.reading.language_tags import advice, is_language, language_meant
from claimtrack.reading.lines import excerpt
from claimtrack.records.desk import Months
from claimtrack.records.passage import MediaStretch, Stretch
from claimtrack.records.quantity import Share, Tolerance, parse_number
from claimtrack.records.vocabulary import FORMER_WORDS

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:[Zz]|[+-]\d\d:\d\d)", re.ASCII)
_WITHOUT_ZONE = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d", re.ASCII)
_AMONG_WORDS = re.compile(r"(?:[^\W\d]+\.? )?(-?\d{1,15}(?:[.,]\d{1,2})?)(?: ?%| [^\W\d]+\.?| [^\W\d]+\.? [^\W\d]+\.?)?")
ONE_WORD = re.compile(r"[A-Za-z0-9][\w.-]{0,59}", re.ASCII)
"""A word that can stand between brackets as it is."""

_LONGEST_SPELLING = 60
_Spellings = Callable[[str], Iterable[str]]
_YES_NO = {"yes": True, "no": False, "true": True, "false": False}


class Unfit(ValueError):  # noqa: N818  (a value that does not fit its field, on its way to becoming a finding)
    """A value that does not fit the field it stands in.

    Attributes:
        message: what was found and what was expected.
        hint: what to do.
        kind: the kind of finding that it becomes.
        step: where below the field, such as one language of a text.
        names_step: whether the name that the step goes by is meant and not the value behind it.
        instead: the same as it is written here, where that is beyond doubt; else None.
    """

    def __init__(
        self,
        message: Phrase,
        hint: Phrase = NOTHING,
        kind: Kind = WRONG_TYPE,
        step: RecordPath = (),
        *,
        names_step: bool = False,
        instead: Value | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.kind = kind
        self.step = step
        self.names_step = names_step
        self.instead = instead

    @classmethod
    def word(cls, value: object, words: Iterable[str]) -> Unfit:
        """Return the refusal of a word that a closed list does not have."""
        words = list(words)
        message = say("expected one of {words}; found {found}", words=", ".join(words), found=found(value))
        hint, instead = NOTHING, None
        if isinstance(value, str):
            now = FORMER_WORDS.get(value)
            hint = say("it is called `{word}` now", word=now) if now in words else did_you_mean(value, words) or NOTHING
            instead = now if now in words else same_letters(value, words)
        return cls(message, hint, NOT_IN_VOCABULARY, instead=instead)


class Unfits(ValueError):  # noqa: N818  (the same)
    """Several values below one field that do not fit.

    Attributes:
        each: what is wrong with each, with the step that leads to it.
    """

    def __init__(self, each: Iterable[Unfit]) -> None:
        self.each = tuple(each)
        super().__init__("; ".join(one.message for one in self.each))


def found(value: object) -> Phrase:
    """Describe a value the way people would."""
    if value is None:
        return say("nothing")
    if isinstance(value, list):
        return say("a list") if value else say("an empty list")
    if isinstance(value, dict):
        return say("fields of its own") if value else say("braces with nothing in them")
    return excerpt(str(value))


def did_you_mean(word: str, words: Iterable[str]) -> Phrase | None:
    """Return the question whether the closest of some words was meant, or None where none is close.

    >>> did_you_mean("statment", ["status", "statement"])
    'did you mean `statement`?'
    """
    close = closest(word, words)
    return say("did you mean `{word}`?", word=close) if close else None


def closest(word: str, words: Iterable[str]) -> str | None:
    """Return the closest of some words, or None where none is close."""
    return next(iter(difflib.get_close_matches(word, list(words), n=1)), None)


def same_letters(word: str, words: Iterable[str]) -> str | None:
    """Return the one of some words that differs from a word in capitals, hyphens and underscores only, or None where none does.

    >>> same_letters("Made-On", ["made_on", "made_at"])
    'made_on'
    """
    letters = _letters(word)
    return next((one for one in words if _letters(one) == letters), None)


def _letters(word: str) -> str:
    return re.sub(r"[-_ ]", "", word.casefold())


def text(value: Any) -> str:  # noqa: ANN401  (what stands in a file can be anything; so for all readers below)
    """Read a text; an empty one is none."""
    if value.__class__ is not str or not value.strip():
        hint = NOTHING
        if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str) and ONE_WORD.fullmatch(value[0]):
            hint = say("write {value}", value=value[0])
        raise Unfit(say("expected a text, found {found}", found=say("an empty one") if value.__class__ is str else found(value)), hint)
    return str(value)


def _written_otherwise(value: object, spellings: _Spellings, parse: Callable[[str], object]) -> tuple[Phrase, Bare | None]:
    """Return how to write what somebody wrote as it is usual elsewhere, and that word itself where there is no doubt about it."""
    if not isinstance(value, str) or len(value) > _LONGEST_SPELLING:
        return NOTHING, None
    sound = [one for one in spellings(value.strip()) if one != value and _parses(one, parse)]
    if len(sound) == 1:
        return say("write {value}", value=sound[0]), Bare(sound[0])
    return say("write {first} or {second}, whichever is meant", first=sound[0], second=sound[1]) if sound else NOTHING, None


def _without_time(value: object, instead: Bare | None) -> Bare | None:
    """Return the other spelling of a day unless it leaves out the time of day that was written behind it."""
    return None if isinstance(value, str) and ":" in value else instead


def _in_their_order(value: str, instead: Bare | None) -> Bare | None:
    """Return the other spelling of a position unless its places are turned round or read as something else."""
    return instead if instead and re.findall(r"\d+", value) == re.findall(r"\d+", instead.text) else None


def _parses(written: str, parse: Callable[[str], object]) -> bool:
    try:
        parse(written)
    except ValueError:
        return False
    return True


def language(value: Any) -> str:  # noqa: ANN401
    """Read the tag of a language."""
    if value.__class__ is str and is_language(value):
        return str(value)
    hint, instead = (advice(value), _same_tag(value)) if value.__class__ is str else (NOTHING, None)
    message = say("expected a language tag such as de, en, pt-BR or zh-Hans; found {found}", found=found(value))
    raise Unfit(message, hint, BAD_LANGUAGE, instead=instead)


def _same_tag(written: str) -> str | None:
    """Return the tag that differs from what was written in capitals and underscores only; other ones are for people to decide about."""
    meant = language_meant(written)
    return same_letters(written, [meant]) if meant else None


def _yes_no(value: Any) -> bool:  # noqa: ANN401
    if value.__class__ is str and value in _YES_NO:
        return _YES_NO[value]
    hint, instead = _written_otherwise(value, other_spellings.yes_or_no, str)
    raise Unfit(say("expected yes or no, found {found}", found=found(value)), hint, instead=instead)


def _whole_number(value: Any) -> int:  # noqa: ANN401
    # Lengths, limits, versions, places on a scale: none of them is ever below zero.
    if value.__class__ is str and re.fullmatch(r"\d{1,18}", value, re.ASCII):
        return int(value)
    hint, instead = _written_otherwise(value, other_spellings.whole_numbers, int)
    raise Unfit(say("expected a whole number from 0 on, found {found}", found=found(value)), hint, BAD_NUMBER, instead=instead)


def _day(value: Any) -> datetime.date:  # noqa: ANN401
    if value.__class__ is str and _DAY.fullmatch(value):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            raise Unfit(say("no calendar has the day {day}", day=value), NOTHING, BAD_DATE) from None
    hint, instead = _written_otherwise(value, other_spellings.days, datetime.date.fromisoformat)
    message = say("expected a full date such as 2026-02-09, found {found}", found=found(value))
    raise Unfit(message, hint, BAD_DATE, instead=_without_time(value, instead))


def _instant(value: Any) -> datetime.datetime:  # noqa: ANN401
    if value.__class__ is str and _INSTANT.fullmatch(value):
        try:
            return datetime.datetime.fromisoformat(value.upper())
        except ValueError:
            raise Unfit(say("no clock shows {time}", time=value), NOTHING, BAD_DATE) from None
    message = say("expected a time with its zone such as 2026-02-09T10:00:00Z, found {found}", found=found(value))
    hint, instead = _written_otherwise(value, other_spellings.instants, datetime.datetime.fromisoformat)
    if isinstance(value, str) and _WITHOUT_ZONE.fullmatch(value):
        hint = say("put `Z` behind it where it is in UTC, else its distance from UTC, such as `+02:00`")
    raise Unfit(message, hint, BAD_DATE, instead=instead)


def _partial_date(value: Any) -> PartialDate:  # noqa: ANN401
    if value.__class__ is str:
        try:
            return PartialDate.parse(value)
        except ValueError:
            if re.fullmatch(r"\d{4}-\d\d(-\d\d)?~?", value, re.ASCII):
                raise Unfit(say("no calendar has {date}", date=value), NOTHING, BAD_DATE) from None
    hint, instead = _written_otherwise(value, other_spellings.dates, PartialDate.parse)
    hint = hint or say("what is known of a date but is no date goes into a text, such as `published_note`")
    message = say("expected a date such as 2025, 2025-02 or 2025-02-24; found {found}", found=found(value))
    raise Unfit(message, hint, BAD_DATE, instead=_without_time(value, instead))


def _exact_number(value: Any) -> Decimal:  # noqa: ANN401
    try:
        number: Decimal = _NUMBER(value)
    except Unfit as error:
        among_words = _AMONG_WORDS.fullmatch(value) if isinstance(value, str) and not error.hint else None
        if among_words is None or among_words[1] == value:
            raise
        digits = among_words[1].replace(",", ".")
        hint = say("write {number} here; words have fields of their own, such as `unit` and `about`", number=digits)
        raise Unfit(error.message, hint, error.kind) from None
    return number


def _by(parse: Callable[[str], Any], kind: Kind, spellings: _Spellings) -> Callable[[Any], Any]:
    """Return a reader out of a parse function whose error has a phrase as its only argument that says what was expected."""

    def read(value: Any) -> Any:  # noqa: ANN401
        try:
            return parse(text(value))
        except Unfit:
            raise
        except ValueError as error:
            hint, instead = _written_otherwise(value, spellings, parse)
            if kind is BAD_SPAN:
                instead = _in_their_order(value, instead)
            message = say("{expected}; found {found}", expected=error.args[0], found=found(value))
            raise Unfit(message, hint, kind, instead=instead) from None

    return read


_NUMBER = _by(parse_number, BAD_NUMBER, other_spellings.numbers)

SCALARS: Mapping[Any, Callable[[Any], Any]] = {
    str: text,
    bool: _yes_no,
    int: _whole_number,
    Decimal: _exact_number,
    datetime.date: _day,
    datetime.datetime: _instant,
    PartialDate: _partial_date,
    Share: _by(Share.parse, BAD_NUMBER, other_spellings.shares),
    Tolerance: _by(Tolerance.parse, BAD_NUMBER, other_spellings.tolerances),
    Months: _by(Months.parse, BAD_NUMBER, other_spellings.months),
    Stretch: _by(Stretch.parse, BAD_SPAN, other_spellings.stretches),
    MediaStretch: _by(MediaStretch.parse, BAD_SPAN, other_spellings.media_stretches),
}
"""The reader of every type of scalar."""
