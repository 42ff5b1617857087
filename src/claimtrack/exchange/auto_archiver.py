"""Results of auto-archiver (Bellingcat): what was archived, where the copy lies, and when it was taken.

Read are the table that it writes into a sheet, saved as CSV, with its usual columns, and its results as JSON. A row that was not archived
is no copy; the day on which a row says it was taken counts only with its time zone.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from claimtrack.exchange.csv_in import rows_of
from claimtrack.exchange.foreign_values import Listening
from claimtrack.exchange.incoming import Given
from claimtrack.exchange.pieces import Piece
from claimtrack.findings import Finding, finding
from claimtrack.locations import Span
from claimtrack.phrases import Phrase, say
from claimtrack.reading.kinds.of_imports import LEFT_OUT, NO_ROOM, NOTHING_THERE

FORM = "auto-archiver"
_LINK, _STATUS, _LOCATION, _DATE = "link", "archive status", "archive location", "archive date"
_READ = frozenset({_LINK, _STATUS, _LOCATION, _DATE})
_SUCCESS = "success"


@attrs.frozen(kw_only=True)
class ArrivedCopy:
    """An archived copy that came in.

    Attributes:
        of: the address that was archived.
        address: where the copy lies.
        captured_at: when it was taken, where that is told with its zone.
        file: the file that it came from.
        span: where it stands there.
        findings: what there is to say about it.
    """

    of: str
    address: str
    captured_at: str | None
    file: str
    span: Span
    findings: tuple[Finding, ...] = ()


def copies_in(given: Given, today: datetime.date) -> Iterator[ArrivedCopy | Finding]:
    """Yield the copies of a file, and what is wrong with it.

    Arguments:
        given: a table, or JSON.
        today: the day of the import.
    """
    found = False
    for one in rows_of(given):
        found = True
        if isinstance(one, Finding):
            yield one
        else:
            yield _copy(attrs.evolve(one, value=_as_row(one.value)), today)
    if not found:
        yield finding(NOTHING_THERE, given.name, None, say("there is no row in the table"))


def _as_row(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return a result, which as JSON has its parts elsewhere, as the row that it would be in a sheet."""
    metadata, media = value.get("metadata"), value.get("media")
    if not isinstance(metadata, dict):
        return {str(name).strip().casefold(): one for name, one in value.items()}
    final = [one for one in media if isinstance(one, dict) and _is_final(one)] if isinstance(media, list) else []
    urls = final[0].get("urls") if final else None
    row = {_LINK: metadata.get("url"), _STATUS: value.get("status"), _LOCATION: urls, _DATE: metadata.get("_processed_at")}
    return {**row, **{f"metadata.{name}": one for name, one in metadata.items() if name not in {"url", "_processed_at"}}}


def _is_final(media: Mapping[str, Any]) -> bool:
    """Tell whether a file is the one that shows all others."""
    properties = media.get("properties")
    return isinstance(properties, dict) and properties.get("id") == "_final_media"


def _copy(row: Piece, today: datetime.date) -> ArrivedCopy | Finding:
    listening = Listening(row, (), today)
    values: Mapping[str, Any] = row.value
    status = listening.text(values.get(_STATUS), (_STATUS,)) or ""
    if _SUCCESS not in status.casefold():
        return _left_out(row, say("it was not archived: ‘{status}’", status=status))
    link = next(listening.addresses(values.get(_LINK), (_LINK,)), None)
    if link is None:
        return _left_out(row, say("there is no address in `{column}`", column=_LINK))
    location = next(listening.addresses(values.get(_LOCATION), (_LOCATION,)), None)
    if location is None:
        return _left_out(row, say("there is no address of a copy in `{column}`", column=_LOCATION))
    others = sorted(name for name, value in values.items() if name not in _READ and value not in (None, "", [], {}))
    if others:
        listening.say(NO_ROOM, (), say("nothing was made of {names}", names=", ".join(f"`{one}`" for one in others)))
    return ArrivedCopy(
        of=link[0],
        address=location[0],
        captured_at=_instant(values.get(_DATE), listening),
        file=row.file,
        span=row.span(),
        findings=tuple(listening.findings),
    )


def _instant(value: Any, listening: Listening) -> str | None:  # noqa: ANN401  (any value of JSON)
    """Return a time as records write it, or None where it is none or does not say its zone."""
    written = listening.text(value, (_DATE,))
    if written is None:
        return None
    try:
        moment = datetime.datetime.fromisoformat(written)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or moment.date() > _latest_day(listening):
        listening.refused((_DATE,), say("‘{time}’ is no time in the past with its zone, such as 2026-02-09T10:00:00Z", time=written))
        return None
    return moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")


def _latest_day(listening: Listening) -> datetime.date:
    """Return the last day that it can be anywhere on earth."""
    return listening.today + datetime.timedelta(days=1)


def _left_out(row: Piece, why: Phrase) -> Finding:
    return finding(LEFT_OUT, row.file, row.span(), why)
