"""``claimtrack rename``: another id for something, and everything that names it, in all files together or in none."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence

from claimtrack.changes import Change, RenameKey, Set
from claimtrack.errors import RefusedError, UsageError
from claimtrack.moves.entering import entered_last
from claimtrack.moves.finding_records import unreadable_files
from claimtrack.moves.naming_anything import Named, find_named
from claimtrack.moves.plan import Plan
from claimtrack.moves.references import renamed_references
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.reading.snapshots import SNAPSHOTS_FOLDER
from claimtrack.records.claim import Claim
from claimtrack.records.ids import is_slug
from claimtrack.rules.foundations import added_up
from claimtrack.rules.ids import slug_of


def planned_rename(project: Project, old: str, new: str, kind: str | None = None, *, forward: bool = False) -> Plan:
    """Plan to give something another id.

    Arguments:
        project: the records.
        old: the id that it has; that of evidence stands behind its claim and a slash, that of something wanted behind its article.
        new: the id that it is to have.
        kind: what it is, where several things have the old id.
        forward: whether a claim that readers have seen may be renamed, its old address leading to the new one.

    Raises:
        UsageError: nothing has the old id, or several things have.
        RefusedError: the new id cannot be one or is taken, readers have the old one, or records cannot be read that may hold it.
    """
    named = find_named(project, old, kind)
    _refuse_new_id(project, named, new)
    _refuse_unread(project, named.id)
    if named.kind in {"claim", "article"}:
        _refuse_published(project, named, forward=forward)
    plan = Plan(project=project).which_renames(named.id, new)
    changes: dict[str, list[Change]] = {}
    for file, change in _references(project, named, new):
        changes.setdefault(file, []).append(change)
    for file, of_the_file in changes.items():
        plan = plan.with_changes(file, of_the_file)
    places = sum(map(len, changes.values()))
    plan = _with_new_id(plan, named, new, forward=forward)
    what = f"the {named.called} {named.shown}"
    return plan.saying(f"renamed {what} to {new}", _told(places, len(changes)), following="`claimtrack check`")


def _told(places: int, files: int) -> str:
    """Say how much else was changed."""
    if places == 0:
        return "nothing else names it"
    where = "in one file" if files == 1 else f"in {files} files"
    return f"changed one place that names it, {where}" if places == 1 else f"changed {places} places that name it, {where}"


def _references(project: Project, named: Named, new: str) -> Iterator[tuple[str, Change]]:
    """Yield every change to a record that names the thing, with the file."""
    if named.kind == "evidence":
        yield from _in_claim(project, named, new)
        return
    kind = named.kind
    if kind not in {"claim", "article", "source", "evidence"}:
        yield from ((project.desk_file, one) for one in renamed_references(project.desk, kind, named.id, new))
    for article in project.articles.values():
        if kind != "wanted" or article.id == named.owner:
            file = project.file_of("article", article.id)
            yield from ((file, one) for one in renamed_references(article, kind, named.id, new))
    for source in project.sources.values():
        file = project.file_of("source", source.id)
        yield from ((file, one) for one in renamed_references(source, kind, named.id, new, (source.id,)))
    for claim in project.claims.values():
        if kind != "wanted" or claim.folder == named.owner:
            file = project.file_of("claim", claim.id)
            yield from ((file, one) for one in renamed_references(claim, kind, named.id, new))


def _in_claim(project: Project, named: Named, new: str) -> Iterator[tuple[str, Change]]:
    """Yield the changes to a claim whose evidence gets another id.

    Raises:
        RefusedError: something names the evidence that would mean something else then: a letter about all claims of an article names that
            of each, and digits are a number in a calculation.
    """
    claim = project.claims[named.owner]
    article = project.article_of(claim)
    if article is not None and any(letter.reply == named.id for letter in article.for_all_claims.letters):
        raise RefusedError(
            f"{project.file_of('article', article.id)} names {named.id!r} as the reply to a letter about all of its claims, "
            "and each of them has evidence of that id; change it there by hand first"
        )
    if new.isdigit() and named.id in added_up(claim):
        raise RefusedError(
            f"the calculation of {claim.id} names {named.id!r}, and {new!r} would be a number there; choose a name with letters"
        )
    file = project.file_of("claim", claim.id)
    yield from ((file, one) for one in renamed_references(claim, "evidence", named.id, new))


def _with_new_id(plan: Plan, named: Named, new: str, *, forward: bool) -> Plan:
    """Return the plan with the id itself changed, where it is given."""
    project = plan.project
    if named.kind == "claim":
        file = project.file_of("claim", named.id)
        if forward and _has_been_public(project.claims[named.id]):
            plan = plan.with_changes(file, [entered_last(plan.values(file), "former_ids", named.id)])
        return plan.with_move(file, f"{file.rpartition('/')[0]}/{new}.yaml")
    if named.kind == "article":
        return _with_moved_folder(plan, named, new)
    if named.kind == "source":
        return plan.with_changes(project.file_of("source", named.id), [RenameKey((named.id,), new)])
    if named.kind == "evidence":
        places = [place for place, one in enumerate(project.claims[named.owner].evidence) if one.id == named.id]
        if len(places) > 1:
            raise RefusedError(f"{len(places)} pieces of evidence of {named.owner} are called {named.id!r}; give each an id of its own")
        return plan.with_changes(project.file_of("claim", named.owner), [Set(("evidence", places[0], "id"), new)])
    if named.kind == "wanted":
        return plan.with_changes(project.file_of("article", named.owner), [RenameKey(("wanted", named.id), new)])
    return plan.with_changes(project.desk_file, [RenameKey((named.field, named.id), new)])


def _with_moved_folder(plan: Plan, named: Named, new: str) -> Plan:
    """Return the plan with everything in a folder in a folder of another name, and with the text of the article under the new id."""
    root, records = plan.project.root, (plan.project.root / plan.project.desk_file).parent
    folder = records / named.id
    target = records / new
    for above, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            file = os.path.join(above, name)  # noqa: PTH118  (as the walk says it)
            moved = target / os.path.relpath(file, folder)
            plan = plan.with_move(os.path.relpath(file, root).replace(os.sep, "/"), moved.relative_to(root).as_posix())
    snapshot = f"{SNAPSHOTS_FOLDER}/{named.id}.txt"
    if os.path.lexists(root / snapshot):
        return plan.with_move(snapshot, f"{SNAPSHOTS_FOLDER}/{new}.txt")
    article = plan.project.articles.get(named.id)
    if article is not None and article.text is not None:
        return plan.saying(f"the text of the article is not in {SNAPSHOTS_FOLDER}/; where you keep it, call it {new}.txt")
    return plan


def _refuse_new_id(project: Project, named: Named, new: str) -> None:
    """Refuse an id that is none, or that is taken; what else rules have against one, they say about the outcome.

    Raises:
        UsageError: it is the id that the thing has already.
        RefusedError: it cannot be its id.
    """
    if new == named.id:
        raise UsageError(f"{named.shown} has that id already")
    if not is_slug(new):
        slug = slug_of(new)
        words = say("‘{id}’ is no id for {what}; expected lower-case letters a to z, digits and single hyphens", id=new, what=named.what)
        raise RefusedError(f"{words}; {f'call it ‘{slug}’' if slug else 'give it a name of letters a to z and digits'} (CT101)")
    if new in named.taken:
        raise RefusedError(f"there is {named.what} called ‘{new}’ already; ids are unique, so choose another name (CT105)")
    if named.kind == "article" and os.path.lexists((project.root / project.desk_file).parent / new):
        raise RefusedError(f"there is something called {new!r} beside the folder already; choose another name (CT105)")


def _refuse_unread(project: Project, old: str) -> None:
    """Refuse to rename what a record may name that cannot be read, since it would name nothing afterwards.

    Raises:
        RefusedError: there are such records.
    """
    word = re.compile(rf"(?<![a-z0-9-]){re.escape(old)}(?![a-z0-9-])".encode())
    suspects = [file for file, data in unreadable_files(project).items() if data is None or word.search(data)]
    if suspects:
        listed = "".join(f"\n  {file}" for file in suspects)
        raise RefusedError(f"records with errors of reading may name {old!r}; mend them first, `claimtrack check` says how:{listed}")


def _refuse_published(project: Project, named: Named, *, forward: bool) -> None:
    """Refuse to take a page away that readers have the address of.

    Raises:
        RefusedError: it is or was published.
    """
    if named.kind == "claim":
        if _has_been_public(project.claims[named.id]) and not forward:
            raise RefusedError(
                f"{named.id} has been published, so readers have its address, and others link to it; "
                "with --forward its old address will lead to the new one (`former_ids`)"
            )
        return
    public = [one for one in project.claims.values() if one.folder == named.id and _has_been_public(one)]
    if public and named.id in project.articles:
        raise RefusedError(
            f"claims of the article {named.id} have been published ({_few(public)}), so readers have the address of its page, "
            "and nothing would lead from there to the new one; the id stays as it is"
        )


def _has_been_public(claim: Claim) -> bool:
    return claim.published is not None or claim.retracted is not None or bool(claim.corrections)


def _few(claims: Sequence[Claim]) -> str:
    names = [one.id for one in claims[:3]]
    return ", ".join(names) if len(claims) <= len(names) else f"{', '.join(names)} and {len(claims) - len(names)} more"
