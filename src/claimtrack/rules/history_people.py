"""CT7xx, sixth part: who really did what the records say that somebody did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import all_of, quoted, say
from claimtrack.records.claim import Claim
from claimtrack.records.desk import Desk
from claimtrack.rules.approvals_since import approvals_since
from claimtrack.rules.rule import history_rule
from claimtrack.rules.told import was_seen

if TYPE_CHECKING:  # whoever checks without a history has no need of git
    from claimtrack.git import Commit, Identity
    from claimtrack.history.comparison import Comparison

_NAMED = 3
"""How many unknown committers are named."""


@history_rule("CT721", "approval-committed-by-author", Severity.ERROR)
def approval_committed_by_author(comparison: Comparison) -> Iterator[Remark]:
    """An approval was committed by somebody who wrote the claim or decided its verdict, and not by who is said to have approved it.

    Reason: The record says that a second person has read it; git says who wrote that into the record. Who wrote a commit and who is named
        in it as `Co-authored-by` count; whoever only put it there, as a forge does, is nobody. People are known by `git` in the desk
        record and by the mailmap of the repository; an address that was somebody's at the revision stays theirs.
    Remedy: Have the approval committed by who approves.
    Clause: efcsn-second-person

    Bad:
        --- desk.yaml
        people:
          ines: {shown: Ines, may: [write], git: [ines@desk.example]}
          omar: {shown: Omar, may: [write, review, publish], git: [omar@desk.example]}
          robot: {shown: First reading (language model), kind: machine, may: [write]}
        --- after, by Ines <ines@desk.example>:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}  # here

    Good:
        --- desk.yaml
        people:
          ines: {shown: Ines, may: [write], git: [ines@desk.example]}
          omar: {shown: Omar, may: [write, review, publish], git: [omar@desk.example]}
          robot: {shown: First reading (language model), kind: machine, may: [write]}
        --- after, by Omar <omar@desk.example>:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
    """
    known = _known(comparison)
    for one in approvals_since(comparison):
        approver, judged = one.approval.by, _judged(one.claim)
        people = _people(one.edit.commit, known) if one.edit is not None else set()
        if one.edit is None or approver in people or approver in judged or not people & judged:
            continue
        person = min(people & judged)
        yield Remark(
            comparison.after.file_of("claim", one.claim.id),
            ("history", one.place, "by"),
            say(
                "the approval by ‘{approver}’ was committed by ‘{person}’ ({commit}), who wrote the claim or decided its verdict; "
                "expected a commit by ‘{approver}’",
                approver=approver,
                person=person,
                commit=one.edit.commit.id[:8],
            ),
            say("have it approved and committed by ‘{approver}’", approver=approver),
        )


@history_rule("CT722", "author-turned-approver", Severity.ERROR)
def author_turned_approver(comparison: Comparison) -> Iterator[Remark]:
    """Somebody who wrote a claim or decided its verdict is not named as such any more, and has approved it since.

    Reason: Nobody sees their own mistakes, and whoever takes a name off the list of authors does not make another reader of them.
    Remedy: Name the author again, and have the claim approved by somebody else.
    Clause: efcsn-second-person

    Bad:
        authors: [ines, omar]
        --- after:
        authors: [ines]  # here
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}

    Good:
        authors: [ines]
        --- after:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
    """
    before = {after.id: then for then, after in comparison.changed if then is not None and after is not None}
    for one in approvals_since(comparison):
        then, approver = before.get(one.claim.id), one.approval.by
        if then is None or approver in _judged(one.claim) or approver not in _judged(then):
            continue
        wrote = say("at {then} ‘{person}’ was an author of the claim, and has approved it since", then=comparison.called, person=approver)
        decided = say("at {then} ‘{person}’ had decided the verdict, and has approved it since", then=comparison.called, person=approver)
        is_author = approver in then.authors
        yield Remark(
            comparison.after.file_of("claim", one.claim.id),
            ("authors",) if is_author else ("verdict", "decided_by"),
            wrote if is_author else decided,
            say("name ‘{person}’ there again, and have the claim approved by somebody else", person=approver),
        )


@history_rule("CT723", "unknown-committer", Severity.INFO)
def unknown_committer(comparison: Comparison) -> Iterator[Remark]:
    """Approvals were committed by somebody whom the desk does not know by that name or address.

    Reason: Whether a second person has approved cannot be seen from git then. It is said once, however many approvals there are.
    Remedy: Add to the person under `people` the addresses or names by which git knows them, as `git`.

    Bad:
        --- desk.yaml
        people:  # here
          ines: {shown: Ines, may: [write]}
          omar: {shown: Omar, may: [write, review, publish]}
          robot: {shown: First reading (language model), kind: machine, may: [write]}
        --- after, by Omar <omar@home.example>:
        --- town/example.yaml
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}

    Good:
        --- desk.yaml
        people:
          ines: {shown: Ines, may: [write]}
          omar: {shown: Omar, may: [write, review, publish], git: [omar@home.example]}
          robot: {shown: First reading (language model), kind: machine, may: [write]}
        --- after, by Omar <omar@home.example>:
        --- town/example.yaml
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
    """
    known = _known(comparison)
    unknown: dict[str, None] = {}
    for one in approvals_since(comparison):
        if one.edit is not None and not _people(one.edit.commit, known):
            author = one.edit.commit.author
            unknown[author.mail or author.name] = None
    if unknown:
        named = list(unknown)[:_NAMED]
        who = all_of(quoted(named))
        more = len(unknown) - len(named)
        if more:
            who = say("{who} and {more} more", who=who, more=more)
        message = say("approvals since {then} were committed by {who}, who is nobody under `people`", then=comparison.called, who=who)
        if len(unknown) > 1:
            message = say("approvals since {then} were committed by {who}, who are nobody under `people`", then=comparison.called, who=who)
        yield Remark(comparison.after.desk_file, ("people",), message, say("add to the person `git: [address]`"), key=True)


@history_rule("CT724", "person-reassigned", Severity.WARNING)
def person_reassigned(comparison: Comparison) -> Iterator[Remark]:
    """The id of a person stands for somebody else now, or for a human where it was a machine.

    Reason: Published claims say by their ids who wrote and approved them. Whoever gives such an id to another person puts words into their
        mouth. Somebody else is who has another name, and none of the addresses that git knew the person by.
    Remedy: Give the new person an id of their own, and let the old one stay.

    Bad:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- desk.yaml
        people:
          ines: {shown: Ines, may: [write]}
          omar: {shown: Omar, may: [write, review, publish], git: [omar@desk.example]}
          robot: {shown: First reading (language model), kind: machine, may: [write]}
        --- after:
        --- desk.yaml
        people:
          ines: {shown: Ines, may: [write]}
          omar: {shown: Petra, may: [write, review, publish], git: [petra@desk.example]}  # here
          robot: {shown: First reading (language model), kind: machine, may: [write]}

    Good:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- after:
        --- desk.yaml
        people:
          ines: {shown: Ines, may: [write]}
          omar: {shown: Omar, may: [write, review, publish]}
          petra: {shown: Petra, may: [write, review, publish], git: [petra@desk.example]}
          robot: {shown: First reading (language model), kind: machine, may: [write]}
    """
    then, now = comparison.before.desk.people, comparison.after.desk.people
    if comparison.before.desk is comparison.after.desk or not comparison.before.desk_is_sound:
        return
    human = [one for one, person in then.items() if one in now and person.kind == "machine" and now[one].kind == "human"]
    other = [
        one
        for one, person in then.items()
        if one in now and person.git and now[one].git and person.shown != now[one].shown and not _called(person.git) & _called(now[one].git)
    ]
    named = _named_to_readers(comparison) if human or other else set()
    hint = say("give the new person an id of their own, and let the old one stay")
    for one in dict.fromkeys([*human, *other]):
        if one in named:
            other_person = say("at {then} ‘{person}’ was somebody else, whom published claims name", then=comparison.called, person=one)
            machine = say("at {then} ‘{person}’ was a machine, which published claims name", then=comparison.called, person=one)
            yield Remark(comparison.after.desk_file, ("people", one), machine if one in human else other_person, hint)


def _judged(claim: Claim) -> set[str]:
    """Return who wrote a claim or decided its verdict."""
    return {*claim.authors, *(claim.verdict.decided_by if claim.verdict else ())}


def _called(names: tuple[str, ...]) -> set[str]:
    return {one.casefold() for one in names}


def _known(comparison: Comparison) -> Mapping[str, str]:
    """Return the people by the names and addresses of git; one that was somebody's at the revision stays theirs."""
    known: dict[str, str] = {}
    desks: tuple[Desk, ...] = (comparison.before.desk, comparison.after.desk)
    for desk in desks:
        for one, person in desk.people.items():
            for called in _called(person.git):
                known.setdefault(called, one)
    return known


def _people(commit: Commit, known: Mapping[str, str]) -> set[str]:
    """Return the people who made a commit, as far as the desk knows them."""
    makers: list[Identity] = [commit.author, *commit.co_authors]
    if commit.committer.mail.partition("@")[0].casefold() != "noreply":  # as forges write that make the commits of others
        makers.append(commit.committer)
    found = {known.get(one.mail.casefold()) or known.get(one.name.casefold()) for one in makers}
    return {one for one in found if one is not None}


def _named_to_readers(comparison: Comparison) -> set[str]:
    """Return who was named at the revision in claims that readers saw."""
    named: set[str] = set()
    for claim in comparison.before.claims.values():
        if claim.published is not None and was_seen(comparison, claim):
            named |= {*_judged(claim), *(entry.by for entry in claim.history)}
    return named


RULES = (approval_committed_by_author, author_turned_approver, unknown_committer, person_reassigned)
"""The rules of this part of the family, in the order of their codes."""
