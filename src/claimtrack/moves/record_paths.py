"""Paths that people type: from ``verdict.summary.en`` or ``evidence.closed-days.quote`` to a place in a record.

The steps of a path have points between them. A step is the name of a field; in a list the place, from 0, or the id of the entry, and where
the entries are words the word itself; below a field that holds things by id, the id; in a text for readers, the tag of a language.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from typing import Any, Union, get_args, get_origin

import attrs

from claimtrack.changes import Value
from claimtrack.errors import UsageError
from claimtrack.locations import RecordPath
from claimtrack.reading.field_places import keys_of, place_inside
from claimtrack.reading.language_tags import advice, is_language
from claimtrack.reading.record_names import called
from claimtrack.reading.scalars import SCALARS, closest, did_you_mean
from claimtrack.records.claim import Relation
from claimtrack.records.fields import key_of, written_fields
from claimtrack.records.passage import Quote
from claimtrack.records.speaker import NoClaimant, OwnVoice, Speaker
from claimtrack.records.text import Text

SHORT_FOR: Mapping[type, str] = {Quote: "exact", Speaker: "name"}
"""Records that may be written as one text, and the field that this text is short for."""

_MOST_LISTED = 10
"""How many entries of a list are named in a message."""


@attrs.frozen(kw_only=True)
class Spot:
    """Where a path leads.

    Attributes:
        steps: the path as it was typed, for messages.
        path: where in the record something is to be changed or added.
        hint: the type of what belongs at the end of the path.
        found: what stands at the end of the path now, None where nothing does.
        is_there: whether there is anything at *path*, be it only a name with nothing behind it.
        order: the usual order of the fields beside it.
        layers: what has to be made around a new value, the outermost first: the fields that stand beside it, and its name.
    """

    steps: str
    path: RecordPath
    hint: Any
    found: Any = None
    is_there: bool = True
    order: tuple[str, ...] = ()
    layers: tuple[tuple[Mapping[str, Any], str], ...] = ()

    def nested(self, value: Value) -> Value:
        """Return a value for the end of the path as what has to be written at *path*."""
        for beside, name in reversed(self.layers):
            value = {**beside, name: value}
        return value


def find_spot(record: type, values: object, typed: str, languages: tuple[str, ...]) -> Spot:
    """Find the place in a record that a typed path leads to.

    Arguments:
        record: the class of the record.
        values: its plain values.
        typed: the path.
        languages: the languages of the desk, the first being that of texts which name none.

    Raises:
        UsageError: there is no such place; the message says where the path ends to make sense, and what may have been meant.
    """
    spot = Spot(steps="", path=(), hint=record, found=values)
    for step in typed.split("."):
        spot = _inside(spot, step, languages)
    return spot


def members(hint: Any) -> tuple[Any, ...]:  # noqa: ANN401  (a type, whatever it is; so for all below)
    """Return the types that a value may have, without the one that stands for its absence."""
    if get_origin(hint) in (Union, types.UnionType):
        return tuple(one for one in get_args(hint) if one is not types.NoneType)
    return (hint,)


def _inside(spot: Spot, step: str, languages: tuple[str, ...]) -> Spot:
    """Return the place that one more step leads to."""
    for hint in members(spot.hint):
        if get_origin(hint) is tuple:
            return _in_list(spot, step, get_args(hint)[0])
        if get_origin(hint) is Mapping:
            return _below(spot, step, get_args(hint)[1], ())
        if hint is Text:
            return _in_text(spot, step, languages)
        if hint is Any:
            return _in_list(spot, step, Any) if isinstance(spot.found, list) else _below(spot, step, Any, ())
    record = _record_at(spot, step)
    if record is Relation and isinstance(spot.found, dict):
        return _in_relation(spot, step)
    fields = {key_of(one): one for one in written_fields(attrs.resolve_types(record))}
    if step not in fields:
        raise UsageError(f"{called(record)} has no field {step!r}; {_meant(record, step)}")
    return _below(spot, step, fields[step].type, tuple(fields), short=SHORT_FOR.get(record, ""))


def _record_at(spot: Spot, step: str) -> type:
    """Return the class of the record that stands, or could stand, at a place."""
    kinds = [one for one in members(spot.hint) if isinstance(one, type) and attrs.has(one) and one not in SCALARS]
    if OwnVoice in kinds and spot.found is not None and not isinstance(spot.found, dict):
        kinds = []
    if OwnVoice in kinds:
        names_nobody = step == "none" if spot.found is None else "none" in spot.found
        return NoClaimant if names_nobody else Speaker
    if not kinds or (isinstance(spot.found, str) and not set(kinds) <= set(SHORT_FOR)) or isinstance(spot.found, list):
        what = f"`{spot.steps}`" if spot.steps else "the record"
        raise UsageError(f"{what} has no fields of its own, so that `.{step}` leads nowhere; set it as a whole")
    return kinds[0]


def _below(spot: Spot, step: str, hint: Any, order: tuple[str, ...], *, short: str = "") -> Spot:  # noqa: ANN401
    """Return the place of a name below a mapping that is there, that is still to be made, or that is written as one text."""
    steps = f"{spot.steps}.{step}" if spot.steps else step
    if not step:
        raise UsageError(f"the path {steps!r} has a step without a name")
    if isinstance(spot.found, dict):
        is_there = step in spot.found
        return Spot(steps=steps, path=(*spot.path, step), hint=hint, found=spot.found.get(step), is_there=is_there, order=order)
    if spot.found is None:
        if not spot.path:
            return Spot(steps=steps, path=(step,), hint=hint, is_there=False, order=order)
        return attrs.evolve(spot, steps=steps, hint=hint, layers=(*spot.layers, ({}, step)))
    if not isinstance(spot.found, str) or not short:
        raise UsageError(f"`{spot.steps}` is written as something that it cannot be; correct it by hand")
    if step == short:
        return attrs.evolve(spot, steps=steps, hint=hint)
    return attrs.evolve(spot, steps=steps, hint=hint, found=None, layers=(*spot.layers, ({short: spot.found}, step)))


def _in_text(spot: Spot, step: str, languages: tuple[str, ...]) -> Spot:
    if not is_language(step):
        hint = advice(step) or "a text is set as a whole, or by the tag of a language"
        raise UsageError(f"`{spot.steps}` is a text, and {step!r} is no language; {hint}")
    return _below(spot, step, str, languages, short=languages[0])


def _in_relation(spot: Spot, step: str) -> Spot:
    if step not in spot.found:
        raise UsageError(f"`{spot.steps}` is a relation of another kind; set it as a whole: {spot.steps} '{{{step}: other-claim}}'")
    return _below(spot, step, str, ())


def _in_list(spot: Spot, step: str, hint: Any) -> Spot:  # noqa: ANN401
    """Return the place of an entry: by its place, by its id, or by the word that it is."""
    if not isinstance(spot.found, list) or spot.layers:
        raise UsageError(f"`{spot.steps}` has no entries yet")
    named = [place for place, one in enumerate(spot.found) if step == (one.get("id") if isinstance(one, dict) else one)]
    numbered = [int(step)] if step.isascii() and step.isdigit() and int(step[:9]) < len(spot.found) else []
    places = set(named) | set(numbered)
    if not places:
        raise UsageError(f"`{spot.steps}` has no entry {step!r}; {_entries(spot.found, step)}")
    if len(places) > 1:
        listed = ", ".join(str(place) for place in sorted(places))
        raise UsageError(f"{step!r} can be several entries of `{spot.steps}`: those at the places {listed}, counted from 0")
    (place,) = places
    return Spot(steps=f"{spot.steps}.{step}", path=(*spot.path, place), hint=hint, found=spot.found[place])


def _entries(entries: list[Any], step: str) -> str:
    """Say which entry of a list may be meant, or by what they can be named."""
    ids = [one["id"] if isinstance(one, dict) else one for one in entries if not isinstance(one, dict) or isinstance(one.get("id"), str)]
    count = f"it has {len(entries)}, from 0 to {len(entries) - 1}" if len(entries) > 1 else "it has one, 0" if entries else "it has none"
    words = [one for one in ids if isinstance(one, str)]
    if close := closest(step, words):
        return f"did you mean {close}?"
    return f"{count}: {', '.join(words[:_MOST_LISTED])}" if words else count


def _meant(record: type, step: str) -> str:
    if meant := did_you_mean(step, keys_of(record)):
        return meant
    if inside := place_inside(record, step):
        return f"did you mean `{inside}.{step}`?"
    return f"it may have: {', '.join(keys_of(record))}"
