"""Running the rules over a project, and finding the line of everything that they remark on."""

from __future__ import annotations

import contextlib
import datetime
import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from claimtrack.errors import CannotReadError, ClaimtrackError, RuleCrashError
from claimtrack.findings import Finding, Kind, Related, Remark
from claimtrack.locations import START, RecordPath, Span
from claimtrack.project import Project
from claimtrack.records.parts import BeyondLatin, is_beyond_latin, parts_of_kinds
from claimtrack.rules.records import records_in
from claimtrack.rules.registry import RULES
from claimtrack.rules.rule import HistoryRule, PartRule, Rule

if TYPE_CHECKING:  # whoever checks without a history has no need of git
    from claimtrack.history.comparison import Comparison

_HISTORY_RULES = tuple(one for one in RULES if isinstance(one, HistoryRule))
_Place = tuple[str, RecordPath, bool]


def check(project: Project, *, today: datetime.date | None = None, since: Comparison | None = None) -> tuple[Finding, ...]:
    """Hold a project against the rules: ``core`` and those of the standards that its desk has adopted.

    Nothing is written, and no file is opened but those that a remark points into, to look up the line.

    Arguments:
        project: what :func:`claimtrack.load` returned; its own findings are not repeated here.
        today: the day that dates are compared with; without one, nothing is called too early or overdue.
        since: the project beside what it was at a revision, where what changed since then is to be held against the rules as well.

    Returns:
        The findings, ordered by file and place. None where the desk record itself cannot be read, since every rule depends on it.

    Raises:
        RuleCrashError: a rule failed, which is a fault of claimtrack.
    """
    if not project.desk_is_sound:
        return ()
    if today is not None:
        project = attrs.evolve(project, today=today)
    adopted = [one for one in RULES if one.kind.standard in {"core", *project.desk.standards}]
    with _without_collecting_garbage():
        remarks = [(one.kind, remark) for one in adopted if isinstance(one, Rule) for remark in _remarks(one, project)]
        remarks += _of_parts([one for one in adopted if isinstance(one, PartRule)], project)
    findings = _findings(project, remarks)
    return findings if since is None else tuple(sorted((*findings, *check_since(since, today=today)), key=lambda one: one.sort_key))


def check_since(since: Comparison, *, today: datetime.date | None = None) -> tuple[Finding, ...]:
    """Hold what changed since a revision against the rules of the history, and against none of the others.

    Arguments:
        since: the project beside what it was at the revision.
        today: the day that dates are compared with.

    Returns:
        The findings, ordered by file and place. None where the desk record itself cannot be read.

    Raises:
        NoHistoryError: the clone does not have what is needed.
        RuleCrashError: a rule failed, which is a fault of claimtrack.
    """
    if not since.after.desk_is_sound:
        return ()
    since = since.on(today)
    remarks = [(one.kind, remark) for one in _HISTORY_RULES for remark in _since(one, since)]
    return _findings(since.after, remarks)


@contextlib.contextmanager
def _without_collecting_garbage() -> Iterator[None]:
    """Run the rules without looking for circles of objects among all records again and again: rules make none, and it takes a tenth."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _remarks(rule: Rule, project: Project) -> Iterator[Remark]:
    try:
        yield from rule.check(project)
    except Exception as error:
        raise RuleCrashError(rule.kind.code, rule.kind.name) from error


def _since(rule: HistoryRule, since: Comparison) -> Iterator[Remark]:
    try:
        yield from rule.check(since)
    except ClaimtrackError:  # git does not have what is needed: nobody's fault
        raise
    except Exception as error:
        raise RuleCrashError(rule.kind.code, rule.kind.name) from error


def _of_parts(rules: Sequence[PartRule], project: Project) -> Iterator[tuple[Kind, Remark]]:
    """Walk every record once, and hold each part against the rules for its type."""
    of_type: dict[type, list[PartRule]] = defaultdict(list)
    for rule in rules:
        for kind in rule.of:
            of_type[kind].append(rule)
    of_text = of_type.get(str, [])
    of_letters = of_type.get(BeyondLatin, []) + of_text
    wanted = frozenset(of_type)
    for file, within, record in records_in(project):
        for path, part in parts_of_kinds(record, wanted, within):
            its_type = part.__class__
            for rule in of_type[its_type] if its_type is not str else of_letters if is_beyond_latin(part) else of_text:
                try:
                    for remark in rule.check(project, file, path, part):
                        yield rule.kind, remark
                except Exception as error:
                    raise RuleCrashError(rule.kind.code, rule.kind.name) from error


def _findings(project: Project, remarks: Sequence[tuple[Kind, Remark]]) -> tuple[Finding, ...]:
    """Look up the lines of remarks, and put what they say in order, each once."""
    spans = _spans(project, (remark for _, remark in remarks))
    each_once = dict.fromkeys(_finding(kind, remark, spans) for kind, remark in remarks)
    return tuple(sorted(each_once, key=lambda one: one.sort_key))


def _spans(project: Project, remarks: Iterable[Remark]) -> dict[_Place, Span]:
    """Look up every place that remarks point to, reading each file once."""
    wanted: dict[str, dict[tuple[RecordPath, bool], None]] = defaultdict(dict)
    for remark in remarks:
        wanted[remark.file][remark.path, remark.key] = None
        for file, path, _ in remark.related:
            wanted[file][path, False] = None
    spans: dict[_Place, Span] = {}
    for file, places in wanted.items():
        try:
            found = project.locate(file, *places)
        except CannotReadError:  # a file that changed under our hands: the finding stands, its line is unknown
            found = [START] * len(places)
        spans.update({(file, *place): span for place, span in zip(places, found, strict=True)})
    return spans


def _finding(kind: Kind, remark: Remark, spans: dict[_Place, Span]) -> Finding:
    related = tuple(Related(file, spans[file, path, False], message) for file, path, message in remark.related)
    span = spans[remark.file, remark.path, remark.key]
    return Finding(remark.file, span, kind.code, kind.severity, remark.message, remark.hint, related, remark.fix)
