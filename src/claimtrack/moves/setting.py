"""``claimtrack set``: one value of a record changed, added or taken out, refused in the reader's own words where it does not fit."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any, get_args, get_origin

import attrs

from claimtrack.changes import Add, Append, Change, Remove, Set
from claimtrack.errors import RefusedError, UsageError
from claimtrack.findings import Finding, Severity
from claimtrack.locations import RecordPath
from claimtrack.moves.finding_records import Home, read_home
from claimtrack.moves.plan import Plan
from claimtrack.moves.record_paths import Spot, find_spot, members
from claimtrack.moves.typed_values import as_written, read_yaml, takes_text
from claimtrack.project import Project
from claimtrack.reading.documents import Document
from claimtrack.reading.misfits import in_words
from claimtrack.reading.structuring import structure
from claimtrack.records.text import Text

BY_OTHER_COMMANDS: Mapping[str, str] = {
    "status": "`claimtrack move {id} STATUS` moves a claim, and remembers who did and when",
    "history": "`claimtrack move {id} STATUS` and `claimtrack review {id} approve` write the history",
    "published": "`claimtrack publish {id}` publishes a claim once it is approved",
    "corrections": "`claimtrack correct {id}` writes a correction",
    "retracted": "`claimtrack retract {id}` withdraws a claim",
}
"""Fields of a claim that the workflow is about, and the commands that keep to it."""


class UnfitValueError(RefusedError):
    """A value does not fit its field.

    Attributes:
        finding: what a check would say about it.
    """

    def __init__(self, finding: Finding) -> None:
        super().__init__(f"{finding.message}; {finding.hint}" if finding.hint else finding.message)
        self.finding = finding


def planned_value(project: Project, home: Home, typed: str, value: str, *, is_yaml: bool = False) -> Plan:
    """Plan to give a field of a record a value; a field that is absent is added in its usual place.

    Arguments:
        project: the records.
        home: the record.
        typed: the path of the field, as a person types it.
        value: the value, likewise.
        is_yaml: whether the value is YAML although the field takes a text.

    Raises:
        UsageError: there is no such field.
        RefusedError: the value does not fit the field, or the field is not for this command.
    """
    document, spot = _found(project, home, typed)
    if takes_text(spot.hint) and not is_yaml:
        if isinstance(spot.found, dict | list):
            raise RefusedError(_which_part(home, spot))
        _refuse_languages_in_a_text(project, spot, value)
        plain: Any = value
    else:
        plain = read_yaml(value)
    if plain == spot.found and not spot.layers:
        return Plan(project=project)
    written = spot.nested(as_written(spot.hint, plain))
    path = (*home.within, *spot.path)
    change: Change = Set(path, written) if spot.is_there else Add(path, written, spot.order)
    _refuse_misfits(home, document, _with(document.values, path, spot.nested(plain)))
    return _planned(project, home, change, f"set {spot.steps} of {home.id}")


def planned_entry(project: Project, home: Home, typed: str, value: str) -> Plan:
    """Plan to put one more entry at the end of a list, which is added where it is absent; see :func:`planned_value`."""
    document, spot = _found(project, home, typed)
    items = [get_args(one)[0] for one in members(spot.hint) if get_origin(one) is tuple]
    if not items:
        raise UsageError(f"`{spot.steps}` is no list that anything could be put to")
    plain = value if takes_text(items[0]) else read_yaml(value)
    path, written = (*home.within, *spot.path), as_written(items[0], plain)
    if isinstance(spot.found, list) and plain in spot.found and isinstance(plain, str):
        return Plan(project=project)
    if spot.found:
        change: Change = Append(path, written)
        whole = [*spot.found, plain]
    else:
        change = Set(path, spot.nested([written])) if spot.is_there else Add(path, spot.nested([written]), spot.order)
        whole = [plain]
    _refuse_misfits(home, document, _with(document.values, path, spot.nested(whole)))
    return _planned(project, home, change, f"added an entry to {spot.steps} of {home.id}")


def planned_removal(project: Project, home: Home, typed: str) -> Plan:
    """Plan to take a value out, and with the last one in a list or in a mapping that list or mapping; see :func:`planned_value`."""
    document, spot = _found(project, home, typed)
    path = (*home.within, *spot.path)
    if not spot.is_there or spot.layers:
        raise UsageError(f"there is no `{spot.steps}` in {home.id}, so there is nothing to take out")
    while len(path) > len(home.within) + 1 and len(_at(document.values, path[:-1])) == 1:
        path = path[:-1]
    _refuse_misfits(home, document, _without(document.values, path))
    return _planned(project, home, Remove(path), f"took {spot.steps} out of {home.id}")


def _found(project: Project, home: Home, typed: str) -> tuple[Document, Spot]:
    first, *others = typed.split(".")
    if home.kind == "claim" and first in BY_OTHER_COMMANDS:
        raise RefusedError(f"`{first}` is not set but follows from the work: {BY_OTHER_COMMANDS[first].format(id=home.id)}")
    if (typed in {"id", "folder"} and home.kind != "desk") or (home.kind == "claim" and first == "evidence" and others[1:] == ["id"]):
        old = f"{home.id}/{others[0]}" if others else home.id
        raise RefusedError(f"an id is not set, since other things name it: `claimtrack rename {old} NEW` changes them all")
    document = read_home(project, home)
    values = _at(document.values, home.within)
    spot = find_spot(home.record, values if isinstance(values, dict) else {}, typed, project.desk.languages)
    return document, spot


def _which_part(home: Home, spot: Spot) -> str:
    if Text in members(spot.hint) and isinstance(spot.found, dict):
        languages = list(spot.found)
        which = " and ".join(languages) if languages else "no language"
        example = f"{spot.steps}.{languages[0]}" if languages else f"{spot.steps}.en"
        return f"`{spot.steps}` of {home.id} is there in {which}; say which is meant, such as {example}"
    parts = ", ".join(map(str, spot.found)) if isinstance(spot.found, dict) else "several entries"
    return f"`{spot.steps}` of {home.id} has {parts}; set one of these, or write all of it with --yaml"


def _refuse_languages_in_a_text(project: Project, spot: Spot, value: str) -> None:
    """Refuse what is typed as texts in several languages where it would become one text, braces and all."""
    if Text not in members(spot.hint) or not value.startswith("{"):
        return
    try:
        typed = read_yaml(value)
    except RefusedError:
        return
    if isinstance(typed, dict) and set(typed) & set(project.desk.languages):
        example = f"{spot.steps}.{next(iter(typed))}"
        raise RefusedError(f"VALUE is a text here, and looks like one for each language; say --yaml, or set {example}")


def _refuse_misfits(home: Home, document: Document, values: Any) -> None:  # noqa: ANN401  (plain values)
    """Refuse what the reader of records would not read, in its words, before anything else is said about it.

    Raises:
        UnfitValueError: something does not fit that did fit before.
    """
    before = {one.message for one in _misfits(home, document)}
    for one in _misfits(home, attrs.evolve(document, values=values)):
        if one.severity is Severity.ERROR and one.message not in before:
            raise UnfitValueError(one)


def _misfits(home: Home, document: Document) -> tuple[Finding, ...]:
    given = {"id": home.id} if home.kind != "desk" else None
    _, misfits = structure(_at(document.values, home.within), home.record, home.within, given)
    return in_words(document, misfits)


def _planned(project: Project, home: Home, change: Change, said: str) -> Plan:
    plan = Plan(project=project).with_changes(home.file, [change])
    return plan.saying(said, about=home.id) if home.kind == "claim" else plan.saying(said, following="`claimtrack check`")


def _at(values: Any, path: RecordPath) -> Any:  # noqa: ANN401  (plain values)
    for step in path:
        values = values[step]
    return values


def _with(values: dict[str, Any], path: RecordPath, value: Any) -> dict[str, Any]:  # noqa: ANN401  (the same)
    changed = copy.deepcopy(values)
    _at(changed, path[:-1])[path[-1]] = value
    return changed


def _without(values: dict[str, Any], path: RecordPath) -> dict[str, Any]:
    changed = copy.deepcopy(values)
    del _at(changed, path[:-1])[path[-1]]
    return changed
