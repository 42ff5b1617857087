"""Exporting: what leaves the desk in a foreign format, once everything in it has been checked."""

from __future__ import annotations

import datetime
import difflib
from pathlib import Path
from typing import get_args

import attrs

from claimtrack.checking import check
from claimtrack.errors import UsageError
from claimtrack.exchange.outgoing import Outgoing, Pages, Parts
from claimtrack.exchange.registry import FORMATS, Format
from claimtrack.exchange.third_parties import find_format, format_names
from claimtrack.findings import Finding
from claimtrack.loading import load
from claimtrack.moves.blocking import blocking
from claimtrack.moves.choosing import Choice, choose
from claimtrack.moves.selecting import parse_selection
from claimtrack.project import Project
from claimtrack.publication import published
from claimtrack.records.vocabulary import Aspect
from claimtrack.site.views.paths import Paths, all_paths, fits_path
from claimtrack.site.wording.words import Words, words_in


@attrs.frozen(kw_only=True)
class Exporting:
    """An export that is ready to be written, or what prevents it.

    Attributes:
        project: what was read.
        outgoing: what goes out.
        blocking: the errors in what readers would see; where there are any, nothing may go out.
    """

    project: Project
    outgoing: Outgoing
    blocking: tuple[Finding, ...] = ()


def exporting(
    folder: str | Path,
    form: Format,
    choice: Choice,
    *,
    today: datetime.date,
    everything: bool = False,
    language: str | None = None,
    snapshots: str | Path | None = None,
) -> Exporting:
    """Read and check a desk, and choose what is to go out.

    Arguments:
        folder: the folder of the desk, or any folder in it.
        form: the format.
        choice: which claims are wanted.
        today: the day of the export.
        everything: whether what is not published goes out too; it is marked, and no error stops it.
        language: the language, where not the desk's first, and of formats that go by pages every one, is wanted.
        snapshots: the folder with the texts of articles, where it is not ``snapshots/`` of the project.

    Raises:
        NotADeskError: there is no ``desk.yaml`` in the folder or above it.
        UsageError: something is asked for that the desk does not know, or everything in a format that only knows what is published.
    """
    if everything:
        _refuse_drafts(form, "--all")
    project, findings = load(folder, snapshots=snapshots)
    project = attrs.evolve(project, today=today)
    stops = blocking(project, (*findings, *check(project)), preview=everything)
    # Where errors stop it, what was asked for may be unknown for that very reason.
    wanted, told_in = (None, None) if stops else (choice, language)
    return Exporting(
        project=project,
        outgoing=outgoing(project, wanted, everything=everything, language=told_in),
        blocking=tuple(sorted(stops, key=lambda one: one.sort_key)),
    )


def export(
    project: Project,
    form: str,
    *,
    select: str = "",
    today: datetime.date | None = None,
    everything: bool = False,
    language: str | None = None,
) -> Parts:
    """Return what is published of a project in one of other people's formats, part by part.

    Parts are texts, and between them each :class:`claimtrack.exchange.Loss`: what the format has no room for. As with
    :func:`claimtrack.published`, it is up to the caller to :func:`claimtrack.check` first, and to stop at errors.

    Arguments:
        project: the project as it was read.
        form: the name of the format, such as ``csv``, or of one that another package adds.
        select: which claims are wanted, such as ``topic=traffic rating=refuted``; all of them where nothing is said.
        today: the day, where the project does not know it; a claim with a later ``published`` is held back.
        everything: whether what is not published goes out too; it is marked.
        language: the language, where not the desk's first, and of formats that go by pages every one, is wanted.

    Returns:
        An iterator that makes each part when it is asked for.

    Raises:
        UsageError: there is no such format, the query is none, something is asked for that the desk does not know, everything in a format
            that only knows what is published, or nobody said which day it is.
        ForeignFaultError: the format is of another package, which fails.
    """
    found = find_format(form)
    if found is None:
        close = difflib.get_close_matches(form, format_names(), n=1)
        raise UsageError(f"there is no format {form!r}; {f'did you mean {close[0]}?' if close else _all_formats()}")
    if everything:
        _refuse_drafts(found, "`everything`")
    if today is not None:
        project = attrs.evolve(project, today=today)
    return found.export(outgoing(project, parse_selection(select), everything=everything, language=language))


def _all_formats() -> str:
    return f"there are {', '.join(format_names())}"


def _refuse_drafts(form: Format, asked: str) -> None:
    if form.only_public:
        told = f"{form.name} says that something is published, so drafts can never go out in it; leave out {asked}"
        others = ", ".join(one.name for one in FORMATS.values() if not one.only_public)
        raise UsageError(f"{told}, or take one of {others}")


def outgoing(project: Project, choice: Choice | None = None, *, everything: bool = False, language: str | None = None) -> Outgoing:
    """Return what goes out of a project.

    Arguments:
        project: the project as it was read, with its day.
        choice: which claims are wanted; all of them where nothing is said.
        everything: whether what is not published goes out too.
        language: the language, where not the desk's first, and of formats that go by pages every one, is wanted.

    Raises:
        UsageError: something is asked for that the desk does not know, or nobody said which day it is.
    """
    languages = project.desk.languages
    if language is not None and language not in languages:
        raise UsageError(f"the desk has no texts in {language!r}; its languages are {', '.join(languages)}")
    public = published(project)
    source = project if everything else public
    return Outgoing(
        project=source,
        claims=choose(source, choice or Choice(), known=project),
        public=public if everything else None,
        whole=everything and choice in {None, Choice()},
        language=language or project.desk.reference_language,
        pages=tuple(_pages(paths) for paths in all_paths(languages) if language in {None, paths.language}),
    )


def _pages(paths: Paths) -> Pages:
    words = words_in(paths.language)
    return Pages(
        language=paths.language,
        aspects=_aspects(words),
        path_of=lambda claim_id: paths.claim(claim_id) if fits_path(claim_id) else None,
    )


def _aspects(words: Words) -> dict[str, str]:
    return {one: words.one_of("aspect", one) for one in get_args(Aspect)}
