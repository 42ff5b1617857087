"""What is different between two states of a desk, record by record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import attrs

from claimtrack.history.alterations import Alteration, alterations
from claimtrack.history.comparison import Comparison
from claimtrack.history.showing import Showing
from claimtrack.project import Project, RecordKind
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim
from claimtrack.records.source import Source


@attrs.frozen(kw_only=True)
class Difference:
    """What is different about one record.

    Attributes:
        kind: what it is a record of.
        id: its id; for the desk, nothing.
        file: the file that it is in, or was in, relative to the root.
        state: whether it is new, gone, or was there and has changed; or whether one of the two states cannot be read, now or then, so that
            nothing is known of what changed.
        former_id: the id that it had before, where that is another one.
        former_folder: the folder that it was in before, where that is another one.
        title: what it is about, as people read it; empty for the desk.
        alterations: what changed in it, in the order of its fields; for a record that is new or gone, what is or was in it.
    """

    kind: RecordKind | Literal["desk"]
    id: str
    file: str
    state: Literal["new", "gone", "changed", "unreadable", "was unreadable"]
    former_id: str | None = None
    former_folder: str | None = None
    title: str = ""
    alterations: tuple[Alteration, ...] = ()


_UNREADABLE = frozenset({"unreadable", "was unreadable"})
_Record = Claim | Article | Source
_NO_CLAIM = Claim(status="")
_NO_ARTICLE = Article(title="", language="")
_NO_SOURCE = Source()


def differences(comparison: Comparison, language: str) -> Iterator[Difference]:
    """Yield every record that is different: claims first, then articles, sources and the desk, each in the order of their files.

    Records that can be read in neither state are left out.

    Arguments:
        comparison: the two states.
        language: the language to show labels and texts in, where they are in several.
    """
    before, after = comparison.before, comparison.after
    for was, now in comparison.claims():
        yield from _of_record("claim", _NO_CLAIM, was, now, comparison, language)
    for article_id in _ids(before.articles, after.articles):
        yield from _of_record("article", _NO_ARTICLE, before.articles.get(article_id), after.articles.get(article_id), comparison, language)
    yield from _of_sources(comparison, language)
    if before.desk_is_sound != after.desk_is_sound:
        state: Literal["unreadable", "was unreadable"] = "was unreadable" if after.desk_is_sound else "unreadable"
        yield Difference(kind="desk", id="", file=after.desk_file, state=state)
    elif after.desk_is_sound and before.desk != after.desk:
        changed = alterations(before.desk, after.desk, Showing(before, language), Showing(after, language))
        if changed:
            yield Difference(kind="desk", id="", file=after.desk_file, state="changed", alterations=changed)


def _of_sources(comparison: Comparison, language: str) -> Iterator[Difference]:
    """Yield the sources that are different; that a whole file of them cannot be read is told once."""
    before, after = comparison.before.sources, comparison.after.sources
    unreadable: set[str] = set()
    for source_id in _ids(before, after):
        for one in _of_record("source", _NO_SOURCE, before.get(source_id), after.get(source_id), comparison, language):
            if one.state not in _UNREADABLE:
                yield one
            elif one.file not in unreadable:
                unreadable.add(one.file)
                yield attrs.evolve(one, id="")


def _ids(before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    return [*after, *(one for one in before if one not in after)]


def _of_record(
    kind: RecordKind, empty: _Record, was: _Record | None, now: _Record | None, comparison: Comparison, language: str
) -> Iterator[Difference]:
    there = now or was
    if there is None or was == now:
        return
    if now is None and comparison.after.exists(kind, there.id):
        yield Difference(kind=kind, id=there.id, file=comparison.before.file_of(kind, there.id), state="unreadable")
        return
    if was is None and comparison.before.exists(kind, there.id):
        yield Difference(kind=kind, id=there.id, file=comparison.after.file_of(kind, there.id), state="was unreadable")
        return
    shown_before, shown_after = _showing(comparison.before, was, language), _showing(comparison.after, now, language)
    changed = alterations(was or empty, now or empty, shown_before, shown_after)
    was_elsewhere = isinstance(was, Claim) and isinstance(now, Claim) and was.folder != now.folder
    is_renamed = was is not None and now is not None and was.id != now.id
    if changed or is_renamed or was_elsewhere or was is None or now is None:
        project = comparison.after if now is not None else comparison.before
        yield Difference(
            kind=kind,
            id=there.id,
            file=project.file_of(kind, there.id),
            state="new" if was is None else "gone" if now is None else "changed",
            former_id=was.id if was is not None and is_renamed else None,
            former_folder=was.folder if isinstance(was, Claim) and was_elsewhere else None,
            title=_title(there, shown_after if now is not None else shown_before),
            alterations=changed,
        )


def _showing(project: Project, record: _Record | None, language: str) -> Showing:
    return Showing(project, language, record if isinstance(record, Claim) else None)


def _title(record: _Record, showing: Showing) -> str:
    if isinstance(record, Claim):
        text = record.statement or record.headline
        return showing.of(text) if text else ""
    return showing.source(record) if isinstance(record, Source) else record.title
