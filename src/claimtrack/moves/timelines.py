"""What became of published checks, from the commits of the main line: only what readers could see by then, and may see now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from claimtrack import git
from claimtrack.errors import NoHistoryError
from claimtrack.history.breaks import day_of
from claimtrack.history.edits import Edit, edits_of, from_git
from claimtrack.history.landings import Landing, main_line
from claimtrack.project import Project
from claimtrack.publication import Publication, publication_of
from claimtrack.records.claim import Claim, Verdict
from claimtrack.records.scale import Rating
from claimtrack.records.text import Text
from claimtrack.site.views.timeline import Moment

_NO_VERDICT = Verdict(rating="")
_HIDDEN = frozenset({Publication.UNPUBLISHED, Publication.RETRACTED})


def timelines(project: Project, public: Project) -> Mapping[str, tuple[Moment, ...]]:
    """Return for each claim that readers see what they could see change, the oldest first.

    What was before a claim was published is not told, nor what any text was before it was changed: that may have been changed since nobody
    should read it. Commits that are merged are seen when they are merged.

    Arguments:
        project: the records as they are, with the day.
        public: what readers may see of them.

    Raises:
        NoHistoryError: there is no git, no repository, no commit, or the clone does not have the whole history.
    """
    repository = git.repository_of(project.root)
    if repository.is_shallow:
        raise NoHistoryError(
            "this clone is shallow, so what became of the checks is not all here; `git fetch --unshallow` gets the rest, "
            "and for GitHub's checkout `fetch-depth: 0`"
        )
    inside = project.desk_file.rpartition("/")[0]
    commits = list(git.commits(repository, [git.commit_id(repository, "HEAD")], *([inside] if inside else [])))
    landings = {one.commit.id: one for one in main_line(commits).landings}
    shown = [claim.id for claim in public.claims.values() if publication_of(public, claim) is not Publication.RETRACTED]
    files = {project.file_of("claim", one): one for one in shown}
    edits = edits_of(from_git(repository), [one.commit for one in reversed(landings.values())], files)
    teller = _Teller(project, public, landings)
    return {claim_id: tuple(teller.moments(edits[claim_id])) for claim_id in shown}


@attrs.frozen
class _Teller:
    project: Project
    public: Project
    landings: Mapping[str, Landing]

    def moments(self, edits: Sequence[Edit]) -> Iterator[Moment]:
        seen: Claim | None = None  # as readers saw it last
        was = Publication.UNPUBLISHED
        for number, edit in enumerate(edits):
            claim = edit.after
            if claim is None and not edit.is_gone:
                continue  # nobody can read it, and a site cannot be built from it
            until = (day_of(edits[number + 1].commit) if number + 1 < len(edits) else None) or self.project.today
            now = Publication.UNPUBLISHED if claim is None else publication_of(attrs.evolve(self.project, today=until), claim)
            moment = self._moment(edit, seen, was, claim, now)
            if moment is not None and moment.is_something:
                yield moment
            was = now
            if claim is not None and now not in _HIDDEN:
                seen = claim if now is not Publication.UNDER_CORRECTION else _without_its_answer(claim, seen)

    def _moment(self, edit: Edit, seen: Claim | None, was: Publication, claim: Claim | None, now: Publication) -> Moment | None:
        day = day_of(edit.commit)
        if day is None:
            return None
        told = Moment(day=day, by=self._by(edit), commit=self._commit(edit.commit))
        if claim is None or now in _HIDDEN:
            return attrs.evolve(told, hidden=was not in _HIDDEN)
        if seen is None:
            rated = None if now is Publication.UNDER_CORRECTION else self._rating(claim)
            return attrs.evolve(told, day=claim.published or day, published=True, rating=(None, rated) if rated else None)
        changed = attrs.evolve(
            told,
            shown_again=was in _HIDDEN,
            being_corrected=now is Publication.UNDER_CORRECTION and was is not now,
            answered_again=was is Publication.UNDER_CORRECTION and was is not now,
            corrections=tuple(one.class_ for one in claim.corrections[len(seen.corrections) :]),
            evidence_added=len({one.id for one in claim.evidence} - {one.id for one in seen.evidence}),
            evidence_removed=len({one.id for one in seen.evidence} - {one.id for one in claim.evidence}),
        )
        return changed if now is Publication.UNDER_CORRECTION else self._with_answers(changed, seen, claim)

    def _with_answers(self, told: Moment, seen: Claim, claim: Claim) -> Moment:
        before, after = self._rating(seen), self._rating(claim)
        was, now = seen.verdict or _NO_VERDICT, claim.verdict or _NO_VERDICT
        texts: dict[str, tuple[Text | None, Text | None]] = {
            "headline": (seen.headline, claim.headline),
            "summary": (was.summary, now.summary),
            "reasoning": (was.rationale, now.rationale),
        }
        reworded = tuple(name for name, (old, new) in texts.items() if old and new and not self._says_the_same(old, new))
        return attrs.evolve(told, rating=(before, after) if before != after else None, reworded=reworded)

    def _says_the_same(self, old: Text, new: Text) -> bool:
        """Say whether two texts are the same to readers: that another language was added changes nothing for those of the first."""
        reference = self.project.desk.reference_language
        common = {*old.languages(reference)} & {*new.languages(reference)}
        words = [[(one.in_language(tag, reference) or "").split() for tag in sorted(common)] for one in (old, new)]
        return bool(common) and words[0] == words[1]

    def _rating(self, claim: Claim) -> Rating | None:
        scale = self.project.scale_of(claim)
        return scale.rating(claim.verdict.rating) if scale and claim.verdict else None

    def _by(self, edit: Edit) -> tuple[str, ...]:
        """Return who of the people that readers know of wrote what landed, by the identities that git knows them by."""
        landing = self.landings[edit.commit.id]
        wrote = [one for one in landing.side if any(moved.after is not None and moved.after.file == edit.file for moved in one.files)]
        known = {called.casefold(): one for one, person in self.project.desk.people.items() for called in person.git}
        identities = [one for commit in reversed(wrote or [landing.commit]) for one in (commit.author, *commit.co_authors)]
        found = [known.get(one.mail.casefold()) or known.get(one.name.casefold()) for one in identities]
        return tuple(dict.fromkeys(one for one in found if one is not None and one in self.public.desk.people))

    def _commit(self, commit: git.Commit) -> str | None:
        """Return the id of a commit where readers can look it up."""
        forge = self.public.desk.forge
        return commit.id if forge is not None and forge.history else None


def _without_its_answer(claim: Claim, seen: Claim | None) -> Claim:
    """Return a claim under correction with the answer that readers saw last, beside which the next one is put."""
    headline, verdict = (None, None) if seen is None else (seen.headline, seen.verdict)
    return attrs.evolve(claim, headline=headline, verdict=verdict)
