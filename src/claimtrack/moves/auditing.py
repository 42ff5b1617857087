"""Walking a history from its beginning to its end, and holding everything that landed against the rules of the history."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Literal

import attrs

from claimtrack import git
from claimtrack.checking import check_since
from claimtrack.errors import UsageError
from claimtrack.findings import Finding
from claimtrack.history.breaks import Audit, Break, Figures, Unreadable, day_of
from claimtrack.history.comparison import Comparison
from claimtrack.history.landings import Landing, MainLine, main_line
from claimtrack.history.standing import Standing
from claimtrack.history.stock import MOST, Stock
from claimtrack.moves.making_good import MadeGood
from claimtrack.publication import Publication, publication_of
from claimtrack.reading.file_names import DESK
from claimtrack.reading.files import find_root
from claimtrack.reading.snapshots import SNAPSHOTS_FOLDER

_AT_ONCE = 64
"""How many landings are read ahead."""

_NO_BREAK = frozenset({"CT710"})
"""What is told in another way: that a record could not be read."""
_OF_WHO_WROTE_IT = frozenset({"CT714", "CT721", "CT722"})
"""What cannot be known of a record that could not be read before: who wrote what into it."""
_UNKNOWN_COMMITTER = "CT723"
_GONE = "CT706"


def audit(folder: Path, revisions: str = "HEAD", *, figures: bool = False) -> Audit:
    """Walk the history of a desk once, along the main line, and return every break.

    Arguments:
        folder: a folder of the desk, as it is checked out.
        revisions: ``REV`` for everything up to it, or ``REV..REV`` for what came after the first.
        figures: whether to count what there was in the end, which takes reading all of it.

    Raises:
        NotADeskError: there is no desk.
        NoHistoryError: there is no git, no repository, no such commit, or the clone does not have what is needed.
        UsageError: the revisions are none.
    """
    root, records = find_root(folder)
    repository = git.repository_of(root)
    inside = "" if records == root else records.name
    within = [inside, SNAPSHOTS_FOLDER] if inside else []
    first, last = _range(repository, revisions)
    commits = list(git.commits(repository, [last, *([f"^{first}"] if first else [])], *within))
    line = main_line(commits)
    with git.reading(repository, most=MOST) as read:
        standing = Standing(repository, f"{inside}/{DESK}" if inside else DESK, Stock(read))
        line, begins = _begin(repository, standing, read, first, line, within)
        auditor = _Auditor(standing, line.base)
        auditor.walk(line.landings)
        return Audit(
            desk=standing.desk.publisher.name if standing.desk else None,
            first=line.landings[0].commit if line.landings else None,
            last=line.landings[-1].commit if line.landings else None,
            commits=sum(len(one.commits) for one in line.landings),
            landings=len(line.landings),
            begins=begins,
            base=line.base,
            breaks=tuple(auditor.breaks),
            unreadable=tuple(auditor.unreadable),
            figures=_figures(standing, auditor.day) if figures else None,
            languages=standing.desk.languages if standing.desk else ("en",),
        )


def _range(repository: git.Repository, revisions: str) -> tuple[str | None, str]:
    """Return the ids of the commit that is left out with all before it, and of the last one."""
    first, dots, last = revisions.rpartition("..")
    if not dots:
        return None, git.commit_id(repository, revisions)
    if not first or first.endswith(".") or last.startswith("."):
        raise UsageError(f"{revisions!r} is no stretch of history; write REV for all up to it, REV.. or REV..REV")
    return git.commit_id(repository, first), git.commit_id(repository, last or "HEAD")


def _begin(
    repository: git.Repository, standing: Standing, read: git.Read, first: str | None, line: MainLine, within: Sequence[str]
) -> tuple[MainLine, Literal["named", "cut off", "first"]]:
    """Take in the state that the walk begins with, and return what is left to walk, and why it begins there."""
    if line.base is not None or first is not None:
        base = line.base or first or ""
        standing.begin(git.files_of(repository, base, *within))
        return attrs.evolve(line, base=base), "named"
    oldest = line.landings[0].commit
    if repository.is_shallow and _has_parents(read, oldest.id):
        standing.begin(git.files_of(repository, oldest.id, *within))
        return MainLine(line.landings[1:], oldest.id), "cut off"
    return line, "first"


def _has_parents(read: git.Read, commit: str) -> bool:
    """Say whether a commit has parents that git does not tell of, since the clone is cut off here; what is stored says so."""
    data = next(read([commit]))[1] or b""
    return b"\nparent " in data.partition(b"\n\n")[0]


class _Auditor:
    """Goes along the main line, and remembers what it has found."""

    def __init__(self, standing: Standing, base: str | None) -> None:
        self.breaks: list[Break] = []
        self.unreadable: list[Unreadable] = []
        self.day: datetime.date | None = None
        self._standing = standing
        self._base = base
        self._waiting: list[Landing] = []
        self._cannot_be_read: set[str] = set()
        self._unknown: set[str] = set()
        self._good = MadeGood(self.breaks)

    def walk(self, landings: Sequence[Landing]) -> None:
        """Take in what landed, the oldest first."""
        for start in range(0, len(landings), _AT_ONCE):
            some = [(one, self._standing.of_interest(one.commit)) for one in landings[start : start + _AT_ONCE]]
            self._standing.fetch(moved for _, of_one in some for moved in of_one)
            for landing, moved in some:
                self.day = max(filter(None, (self.day, day_of(landing.commit))), default=None)
                if moved:
                    self._take_in(landing, moved)
                elif not self._waiting:
                    self._base = landing.commit.id

    def _take_in(self, landing: Landing, moved: Sequence[git.Moved]) -> None:
        had_desk = self._standing.desk is not None
        self._note_unreadable(landing, moved, self._standing.move(moved))
        self._waiting.append(landing)
        if not self._standing.is_desk_readable and had_desk:
            return  # nobody can build a site from it; what changes now lands with the commit that mends it
        before = self._base or next(iter(landing.commit.parents), landing.commit.id)
        comparison = self._standing.compared(self._waiting, before, self.day) if had_desk else None
        if comparison is not None and self._standing.is_anything_touched:
            self._look(comparison)
        self._standing.settle(comparison.former_ids.values() if comparison is not None else ())
        self._waiting, self._base = [], landing.commit.id

    def _look(self, comparison: Comparison) -> None:
        self._good.look(comparison, self._waiting[-1].commit)
        for finding in check_since(comparison):
            if self._is_a_break(finding):
                found = self._break(comparison, finding)
                self.breaks.append(found)
                self._good.remember(comparison, len(self.breaks) - 1)

    def _is_a_break(self, finding: Finding) -> bool:
        if finding.code == _UNKNOWN_COMMITTER:
            who = str(finding.message.values.get("who"))
            is_new = who not in self._unknown
            self._unknown.add(who)
            return is_new
        return finding.code not in _NO_BREAK and not (finding.code in _OF_WHO_WROTE_IT and self._standing.was_unreadable(finding.file))

    def _break(self, comparison: Comparison, finding: Finding) -> Break:
        claim, file = _claim_of(comparison, finding), finding.file
        if finding.code == _GONE and claim is not None:
            file = comparison.before.file_of("claim", claim)
        landing, made_by = _made_by(self._waiting, file)
        people = {
            called.casefold(): person.shown
            for desk in (comparison.after.desk, comparison.before.desk)
            for person in desk.people.values()
            for called in person.git
        }
        who = people.get(made_by.author.mail.casefold()) or people.get(made_by.author.name.casefold())
        return Break(finding=finding, commit=landing.commit, made_by=made_by, who=who, claim=claim, is_public=_is_public(comparison, claim))

    def _note_unreadable(self, landing: Landing, moved: Sequence[git.Moved], files: Sequence[str]) -> None:
        self._cannot_be_read -= {one.file for of in moved for one in (of.before, of.after) if one is not None} - set(files)
        desk = self._standing.desk_file
        lost = self._standing.desk is not None and not self._standing.is_desk_readable
        for file in [*files, *([desk] if lost else [])]:
            if file not in self._cannot_be_read:
                self._cannot_be_read.add(file)
                self.unreadable.append(Unreadable(file, landing.commit, is_desk=file == desk))
        if not lost:
            self._cannot_be_read.discard(desk)


def _claim_of(comparison: Comparison, finding: Finding) -> str | None:
    """Return the claim that a finding is about, if it is about one."""
    path = PurePosixPath(finding.file)
    if comparison.after.files.get(("claim", path.stem)) == finding.file:
        return path.stem
    named = finding.message.values.get("claim")
    return named if isinstance(named, str) else None


def _is_public(comparison: Comparison, claim_id: str | None) -> bool:
    former = comparison.former_ids.get(claim_id or "", claim_id or "")
    states = ((comparison.before, former), (comparison.after, claim_id or ""))
    claims = [(project, project.claims.get(one)) for project, one in states]
    return any(claim is not None and publication_of(project, claim) is not Publication.UNPUBLISHED for project, claim in claims)


def _made_by(landings: Sequence[Landing], file: str) -> tuple[Landing, git.Commit]:
    """Return with what a file landed as it is now, and the commit that made it so; a merge itself where no side had it like that."""
    for landing in reversed(landings):
        made = _content_of(landing.commit, file)
        if made is not None:
            return landing, next((one for one in landing.side if _content_of(one, file) == made), landing.commit)
    return landings[-1], landings[-1].commit


def _content_of(commit: git.Commit, file: str) -> str | None:
    """Return the id of what a commit made of a file: an empty one where it took it away, None where it did nothing to it."""
    for moved in commit.files:
        if moved.after is not None and moved.after.file == file:
            return moved.after.content
        if moved.before is not None and moved.before.file == file:
            return ""
    return None


def _figures(standing: Standing, day: datetime.date | None) -> Figures:
    project = standing.now(day)
    shown = [(claim, publication_of(project, claim)) for claim in project.claims.values() if claim.published is not None]
    public = [claim for claim, state in shown if state not in {Publication.UNPUBLISHED, Publication.RETRACTED}]
    return Figures(
        claims=standing.claims_in_all(),
        published=len(public),
        withdrawn=sum(state is Publication.RETRACTED for _, state in shown),
        corrections=sum(len(claim.corrections) for claim in public),
    )
