"""Values of others, made into values of records: repaired where they can mean only one thing, refused where they can mean several.

Every repair and every refusal is told with its place. What comes out is a text on one line, a date, an address, or nothing.
"""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import attrs

from claimtrack.dates import PartialDate
from claimtrack.exchange.pieces import Piece
from claimtrack.findings import Finding, Kind, finding
from claimtrack.locations import RecordPath
from claimtrack.phrases import NOTHING, Phrase, say
from claimtrack.reading.characters import forbidden_in, without_forbidden
from claimtrack.reading.guard import MAX_TEXT
from claimtrack.reading.kinds.of_imports import NO_ROOM, REFUSED, REPAIRED
from claimtrack.reading.language_tags import is_language, language_meant
from claimtrack.urls import AddressError, rewritten, secret_in

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_TAG = re.compile(
    r"</?(?:a|abbr|b|blockquote|br|cite|code|div|em|font|h[1-6]|i|img|li|mark|ol|p|q|s|small|span|strong|sub|sup|u|ul)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_TIME = r"(?:[Tt ]\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?\s?(?:[Zz]|[+-]\d\d?(?::?\d\d)?)?)?"
_ISO = re.compile(
    r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:(?<=-\d\d-\d\d)[Tt]\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?(?:[Zz]|[+-]\d\d(?::?\d\d)?)?)?", re.ASCII
)
_NEARLY_ISO = re.compile(rf"(\d{{4}})([-/.])(\d\d?)\2(\d\d?){_TIME}(?:\s?(?:UTC|GMT))?(?:\s?[+-]\d\d?:?\d\d)?", re.ASCII)
_DENSE = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T\d{4,6}Z?)?", re.ASCII)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_BEHIND_DATE = r"(?:,?\s+(?:at\s+)?\d\d?:\d\d(?::\d\d)?.{0,20})?"
_DAY_FIRST = re.compile(
    rf"(?:[a-z]{{3,9}},?\s+)?(\d\d?)(?:st|nd|rd|th)?[\s-]{_MONTH},?[\s-](\d{{4}}){_BEHIND_DATE}", re.ASCII | re.IGNORECASE
)
_MONTH_FIRST = re.compile(
    rf"(?:[a-z]{{3,9}},?\s+)?{_MONTH}\s+(\d\d?)(?:st|nd|rd|th)?,?\s+(\d{{4}}){_BEHIND_DATE}", re.ASCII | re.IGNORECASE
)
_FILLERS = frozenset({"1970-01-01", "0001-01-01", "1900-01-01"})
"""What programs write where nobody gave a date."""
_BETWEEN_ADDRESSES = re.compile(r"\s*[,;|]\s*(?=https?://)|\s+(?:and|y|et|und|e|&)\s+(?=https?://)|\s+(?=https?://)|[\r\n]+", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{1,6})?", re.ASCII)
_SHOWN = 60


@attrs.define
class Listening:
    """Takes in what there is to say about one item, with the place in its file.

    Attributes:
        piece: the piece of the file that the item lies in.
        path: where in the piece it lies.
        today: the day of the import; a date behind it is none.
        findings: what was said so far.
    """

    piece: Piece
    path: RecordPath
    today: datetime.date
    findings: list[Finding] = attrs.Factory(list)

    def say(self, kind: Kind, path: RecordPath, message: Phrase, hint: Phrase = NOTHING) -> None:
        """Say something about a value of the item."""
        self.findings.append(finding(kind, self.piece.file, self.piece.span((*self.path, *path)), message, hint))

    def repaired(self, path: RecordPath, what: Phrase) -> None:
        """Say that a value was repaired."""
        self.say(REPAIRED, path, say("`{field}`: {what}", field=_field(path), what=what))

    def refused(self, path: RecordPath, what: Phrase) -> None:
        """Say that a value was refused."""
        self.say(REFUSED, path, say("`{field}`: {what}", field=_field(path), what=what))

    # Readers. Each takes a value of JSON, whatever it may be, and where it stands in the item.

    def text(self, value: Any, path: RecordPath, *, quiet: bool = False) -> str | None:  # noqa: ANN401  (any value of JSON; so for all below)
        """Return a text on one line, or None where there is none."""
        one = self._one(value, path)
        if isinstance(one, bool) or one is None:
            if isinstance(one, bool):
                self.refused(path, say("found `{value}`, expected a text", value=str(one).lower()))
            return None
        if isinstance(one, int | Decimal):
            self.repaired(path, say("the number {number} was taken for a text", number=one))
            one = str(one)
        if not isinstance(one, str):
            self.refused(path, say("found {found}, expected a text", found=_found(one)))
            return None
        return self._cleaned(one, path, quiet=quiet)

    def _one(self, value: Any, path: RecordPath) -> Any:  # noqa: ANN401
        """Return the one value that is meant: of a list its only entry, of an object its value or name."""
        if isinstance(value, list):
            full = [one for one in value if one not in (None, "", [], {})]
            if len(full) > 1 and any(one != full[0] for one in full):
                self.say(
                    NO_ROOM,
                    path,
                    say("`{field}`: {number} values, of which the first came in", field=_field(path), number=len(full)),
                )
            elif len(value) != 1 or full:
                self.repaired(path, say("a list was taken for its one entry"))
            value = full[0] if full else None
        if isinstance(value, dict):
            inner = next((value[key] for key in ("@value", "name") if isinstance(value.get(key), str)), None)
            if inner is not None:
                self.repaired(path, say("an object was taken for the text in it"))
                return inner
        return value

    def _cleaned(self, text: str, path: RecordPath, *, quiet: bool) -> str | None:
        if len(text) > MAX_TEXT:
            self.refused(path, say("a text of {length:,} characters, expected at most {most:,}", length=len(text), most=MAX_TEXT))
            return None
        line = " ".join(text.split())
        if line != text and line and not quiet:
            self.repaired(path, say("blanks and line ends that say nothing were taken out"))
        plain = _ENTITY.sub(lambda entity: html.unescape(entity[0]), line)
        if plain != line:
            self.repaired(path, say("signs that were written for HTML, such as `{sign}`, were read as what they mean", sign=_first(line)))
        bare = _TAG.sub(" ", plain)
        if bare != plain:
            self.repaired(path, say("HTML was taken out of the text"))
        if forbidden_in(bare) is not None:
            bare = without_forbidden(bare).replace("\ufffd", "")
            self.repaired(path, say("characters that nobody sees and that no record may hold were taken out"))
        return " ".join(bare.split()) or None

    def date(self, value: Any, path: RecordPath) -> str | None:  # noqa: ANN401
        """Return a date as records write it, as far as it is told, or None."""
        written = self.text(value, path, quiet=True)
        if written is None:
            return None
        found = _date_in(written)
        if found is None:
            self.refused(path, say("‘{date}’ is no date that can mean only one day", date=_short(written)))
            return None
        on, plainly = found
        if str(on) in _FILLERS or on.year < 1000:  # noqa: PLR2004  (a year with fewer digits)
            self.refused(path, say("{date} is what programs write where nobody gave a date", date=str(on)))
            return None
        if on.earliest > self.today:
            self.refused(path, say("{date} lies in the future", date=str(on)))
            return None
        if not plainly:
            self.repaired(path, say("‘{written}’ was read as {date}", written=_short(written), date=str(on)))
        return str(on)

    def addresses(self, value: Any, path: RecordPath) -> Iterator[tuple[str, RecordPath]]:  # noqa: ANN401
        """Yield each address of the web that a value holds, as it is written there, and where."""
        if isinstance(value, list):
            for place, one in enumerate(value):
                yield from self.addresses(one, (*path, place))
        elif isinstance(value, dict):
            key = next((key for key in ("url", "contentUrl", "@id") if value.get(key) not in (None, "", [])), None)
            if key is not None:
                yield from self.addresses(value[key], (*path, key))
        elif isinstance(value, str) and value.strip():
            pieces = [one.strip(" ,;") for one in _BETWEEN_ADDRESSES.split(value.strip())]
            pieces = [one for one in pieces if one]
            if len(pieces) > 1:
                self.repaired(path, say("one text holds {number} addresses, which came in one by one", number=len(pieces)))
            yield from ((found, path) for one in pieces if (found := self.address(one, path)) is not None)
        elif value is not None and not isinstance(value, str):
            self.refused(path, say("found {found}, expected an address", found=_found(value)))

    def address(self, text: str, path: RecordPath) -> str | None:
        """Return an address that pages could link to, or None."""
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text.strip())
        try:
            if (secret := secret_in(text)) is not None:
                self.refused(path, say("the address holds `{secret}`, which may give access to something", secret=secret))
                return None
            sound = rewritten(text)
        except AddressError as error:
            self.refused(path, say("‘{address}’ {why}", address=_short(text), why=error.args[0]))
            return None
        return text if text.isascii() and " " not in text else sound

    def number(self, value: Any) -> Decimal | None:  # noqa: ANN401
        """Return a number that stands there as one, or as its digits; None where there is none."""
        if isinstance(value, bool):
            return None
        if isinstance(value, int | Decimal):
            value = str(value)
        return Decimal(value.strip()) if isinstance(value, str) and _NUMBER.fullmatch(value.strip()) else None

    def language(self, value: Any, path: RecordPath) -> str | None:  # noqa: ANN401
        """Return the tag of a language, or None."""
        written = self.text(value, path)
        if written is None or is_language(written):
            return written
        meant = language_meant(written)
        if meant is None:
            self.refused(path, say("‘{tag}’ is no tag of a language", tag=_short(written)))
        elif meant.lower() != written.lower().replace("_", "-"):
            self.refused(path, say("‘{tag}’ is no tag of a language; perhaps `{meant}` is meant", tag=_short(written), meant=meant))
            meant = None
        else:
            self.repaired(path, say("‘{written}’ was read as `{tag}`", written=written, tag=meant))
        return meant


def day_first(written: str) -> PartialDate | None:
    """Return a date that is known to be written day, month, year, such as ``31-10-2020`` or ``5-1-2021``; None where it is none.

    >>> str(day_first("5-1-2021")), day_first("31-2-2020")
    ('2021-01-05', None)
    """
    match = re.fullmatch(r"(\d\d?)-(\d\d?)-(\d{4})", written.strip(), re.ASCII)
    return _parsed(match[3], match[2], match[1]) if match else None


def _date_in(written: str) -> tuple[PartialDate, bool] | None:
    """Return a date and whether it stands there as ISO 8601 has it; None where it can mean several days, or none."""
    if (match := _ISO.fullmatch(written)) is not None:
        found = _parsed(*match[1].split("-"))
        return (found, True) if found else None
    if (match := _NEARLY_ISO.fullmatch(written)) is not None:
        found = _parsed(match[1], match[3], match[4])
    elif (match := _DENSE.fullmatch(written)) is not None:
        found = _parsed(*match.groups())
    elif (match := _DAY_FIRST.fullmatch(written)) is not None:
        found = _parsed(match[3], str(_MONTHS.index(match[2][:3].lower()) + 1), match[1])
    elif (match := _MONTH_FIRST.fullmatch(written)) is not None:
        found = _parsed(match[3], str(_MONTHS.index(match[1][:3].lower()) + 1), match[2])
    else:
        return None
    return (found, False) if found else None


def _parsed(year: str, month: str = "", day: str = "") -> PartialDate | None:
    try:
        return PartialDate.parse("-".join([year, *(one.rjust(2, "0") for one in (month, day) if one)]))
    except ValueError:
        return None


def _field(path: RecordPath) -> str:
    return ".".join(map(str, path))


def _first(text: str) -> str:
    match = _ENTITY.search(text)
    return match[0] if match else ""


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _found(value: object) -> Phrase:
    if isinstance(value, dict):
        return say("an object")
    if isinstance(value, list):
        return say("a list")
    return say("‘{value}’", value=_short(str(value)))
