"""Who acts: the person of the desk that a command writes into the records."""

from __future__ import annotations

import difflib
from collections.abc import Callable

from claimtrack.errors import RefusedError, UsageError
from claimtrack.project import Project


def acting_person(project: Project, named: str | None, git_setting: Callable[[str], str]) -> str:
    """Return the id of the person who acts.

    Arguments:
        project: the desk, whose ``people`` it is one of.
        named: the id that the caller gave, or None to ask git.
        git_setting: returns a setting of git by its name, empty where there is none.

    Raises:
        RefusedError: the desk record cannot be read.
        UsageError: the desk has no such person, or git's ``user.email`` and ``user.name`` are nobody's, or several people's, at this desk.
    """
    if not project.desk_is_sound:
        raise RefusedError(f"{project.desk_file} has errors of reading, so nobody knows who works here; `claimtrack check` shows them")
    people = project.desk.people
    if named is not None:
        if named not in people:
            close = difflib.get_close_matches(named, people, n=1)
            advice = f"did you mean {close[0]}?" if close else f"the desk has {', '.join(people) or 'nobody yet: add them to `people`'}"
            raise UsageError(f"there is no {named!r} among the people of the desk; {advice}")
        return named
    identity = [one for one in (git_setting("user.email"), git_setting("user.name")) if one]
    for called in identity:
        found = [one for one, person in people.items() if called.casefold() in {known.casefold() for known in person.git}]
        if len(found) == 1:
            return found[0]
        if found:
            several = ", ".join(found)
            raise UsageError(f"git says {called!r}, which stands with several people of the desk: {several}; say who acts with --by")
    if not identity:
        raise UsageError("git does not say who you are; say who acts with --by, or set `git config user.email`")
    raise UsageError(
        f"git says that you are {identity[0]!r}, which stands with nobody under `people` in {project.desk_file}; "
        "add it to a person there as `git: […]`, or say who acts with --by"
    )
