"""CT5xx, first part: how claims stand to each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import Phrase, Row, quoted, say
from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.records.vocabulary import RelationKind
from claimtrack.rules.rule import rule
from claimtrack.rules.suggestions import Suggestions

_ONE_WAY: tuple[RelationKind, ...] = ("narrower-than", "supersedes", "duplicate-of", "embeds")
"""Relations that cannot hold both ways, nor in a circle."""
_SAME: frozenset[RelationKind] = frozenset({"repeats", "duplicate-of"})
_OTHER: frozenset[RelationKind] = frozenset({"contradicts", "narrower-than", "embeds"})
"""Relations between claims that say something else than each other."""
_OPPOSED: frozenset[RelationKind] = frozenset({"variant-of", "narrower-than"})
"""Relations between claims that do not say the opposite of each other."""


@rule("CT501", "unknown-related-claim", Severity.ERROR)
def unknown_related_claim(project: Project) -> Iterator[Remark]:
    """A claim is related to a claim that does not exist.

    Reason: Readers are sent to a page that is not there, and what the other claim was to explain stays unexplained.
    Remedy: Write the id of the other claim, which is the name of its file without `.yaml`, or record that claim.

    Bad:
        relations:
          - same-topic: othr  # here

    Good:
        relations:
          - same-topic: other
    """
    known = Suggestions(project.claims)
    for claim in project.claims.values():
        for place, relation in enumerate(claim.relations):
            if not project.exists("claim", relation.target):
                yield Remark(
                    project.file_of("claim", claim.id),
                    ("relations", place, relation.kind),
                    say("there is no claim ‘{id}’", id=relation.target),
                    known.hint(relation.target, say("write the name of the other claim's file without `.yaml`")),
                )


@rule("CT502", "related-to-itself", Severity.ERROR)
def related_to_itself(project: Project) -> Iterator[Remark]:
    """A claim is related to itself.

    Reason: It says nothing, and usually another id was meant, for which the relation is now missing.
    Remedy: Write the id of the other claim, or take the relation away.

    Bad:
        relations:
          - contradicts: example  # here

    Good:
        relations:
          - contradicts: other
    """
    for claim in project.claims.values():
        for place, relation in enumerate(claim.relations):
            if relation.target == claim.id:
                yield Remark(
                    project.file_of("claim", claim.id),
                    ("relations", place, relation.kind),
                    say("the claim is related to itself: {kind} ‘{id}’", kind=relation.kind, id=claim.id),
                    say("write the id of the other claim"),
                )


@rule("CT503", "relation-both-ways", Severity.ERROR)
def relation_both_ways(project: Project) -> Iterator[Remark]:
    """Two claims stand to each other in a way that can hold only one way.

    Reason: If each of two claims is a duplicate of the other, narrower than the other, in place of the other or within the other, then
        nobody knows which of them readers should be sent to.
    Remedy: Keep the relation on the side where it holds. The other side need not be written; it is shown there all the same.

    Bad:
        relations:
          - narrower-than: other  # here
        --- other.yaml
        relations:
          - narrower-than: example

    Good:
        relations:
          - narrower-than: other
    """
    for kind in _ONE_WAY:
        for circle in _circles(project, kind):
            if len(circle) == 2:  # noqa: PLR2004  (each other)
                message = say(
                    "‘{first}’ {kind} ‘{second}’, and ‘{second}’ {kind} ‘{first}’; expected one of the two",
                    first=circle[0],
                    second=circle[1],
                    kind=kind,
                )
                yield _of_circle(project, kind, circle, message)


@rule("CT504", "relation-in-a-circle", Severity.ERROR)
def relation_in_a_circle(project: Project) -> Iterator[Remark]:
    """Claims stand to each other in a circle where only a line makes sense.

    Reason: A claim cannot be in place of one that is, over others, in place of it; readers who follow the relation would go round.
    Remedy: Take away the relation that does not hold.

    Bad:
        relations:
          - supersedes: other  # here
        --- other.yaml
        relations:
          - supersedes: third
        --- town/third.yaml
        status: draft
        authors: [ines]
        statement: The old bridge was repaired in 1998 and again in 2011.
        quote: The bridge was repaired in 1998
        relations:
          - supersedes: example

    Good:
        relations:
          - supersedes: other
        --- other.yaml
        relations:
          - supersedes: third
        --- town/third.yaml
        status: draft
        authors: [ines]
        statement: The old bridge was repaired in 1998 and again in 2011.
        quote: The bridge was repaired in 1998
    """
    for kind in _ONE_WAY:
        for circle in _circles(project, kind):
            if len(circle) > 2:  # noqa: PLR2004  (more than each other)
                shown = Row(quoted(circle[:_SHOWN]))
                all_shown = say("the relation {kind} goes round in a circle over {claims}", kind=kind, claims=shown)
                some_shown = say("the relation {kind} goes round in a circle over {claims} and more", kind=kind, claims=shown)
                yield _of_circle(project, kind, circle, some_shown if len(circle) > _SHOWN else all_shown)


@rule("CT505", "accusation-without-content", Severity.WARNING)
def accusation_without_content(project: Project) -> Iterator[Remark]:
    """An accusation is checked only for whether it was made, and its content has no record of its own.

    Reason: "It is right that she said so" reads to many like "it is right". Where a living person is accused, what is known of the
        content has to be said somewhere, even if that is only that nobody has shown it.
    Remedy: Record the content as a claim of its own, without a verdict if there is none, and relate this one to it with `embeds`.

    Bad:
        aspect: said
        accuses: yes  # here

    Good:
        aspect: said
        accuses: yes
        relations:
          - embeds: other
    """
    for claim in project.claims.values():
        if claim.accuses and claim.aspect == "said" and all(relation.kind != "embeds" for relation in claim.relations):
            yield Remark(
                project.file_of("claim", claim.id),
                ("accuses",),
                say("the accusation is checked only as something said, and no claim records its content"),
                say("record the content as a claim of its own and add `relations: [{{embeds: its-id}}]`"),
            )


@rule("CT506", "relations-exclude-each-other", Severity.ERROR)
def relations_exclude_each_other(project: Project) -> Iterator[Remark]:
    """Two claims are related in two ways of which only one can hold.

    Reason: What says the same as another claim neither contradicts it nor is a part of it. Readers of one page would be told the opposite
        of what readers of the other one are told.
    Remedy: Keep the relation that holds, on one of the two sides.

    Bad:
        relations:
          - repeats: other
        --- other.yaml
        relations:
          - contradicts: example  # here

    Good:
        relations:
          - repeats: other
        --- other.yaml
        relations:
          - same-topic: example
    """
    first: dict[tuple[str, str], list[tuple[Claim, int, RelationKind]]] = {}
    for claim in project.claims.values():
        for place, relation in enumerate(claim.relations):
            if relation.target == claim.id or relation.target not in project.claims:
                continue
            pair = (claim.id, relation.target) if claim.id < relation.target else (relation.target, claim.id)
            before = first.setdefault(pair, [])
            other = next((one for one in before if _exclude_each_other(one[2], relation.kind)), None)
            before.append((claim, place, relation.kind))
            if other is not None:
                yield Remark(
                    project.file_of("claim", claim.id),
                    ("relations", place, relation.kind),
                    say(
                        "{kind} and {other} cannot hold between the same two claims; expected one of them",
                        kind=relation.kind,
                        other=other[2],
                    ),
                    say("keep the relation that holds"),
                    related=((project.file_of("claim", other[0].id), ("relations", other[1], other[2]), say("the other relation")),),
                )


_SHOWN = 5
"""How many claims of a circle are named."""
_MOST = 20
"""How many circles are told of among claims that are all related to each other; mending some of them shows the others."""


def _exclude_each_other(one: RelationKind, other: RelationKind) -> bool:
    both = {one, other}
    return bool(both & _SAME and both & _OTHER) or ("contradicts" in both and bool(both & _OPPOSED))


def _of_circle(project: Project, kind: RelationKind, circle: tuple[str, ...], message: Phrase) -> Remark:
    claims = [project.claims[one] for one in circle]
    places = [
        (project.file_of("claim", claim.id), ("relations", _place(claim, kind, after.id), kind))
        for claim, after in zip(claims, [*claims[1:], claims[0]], strict=True)
    ]
    related = tuple(
        (file, path, say("{kind} ‘{id}’", kind=kind, id=target))
        for (file, path), target in zip(places[1:], [*circle[2:], circle[0]], strict=True)
    )
    return Remark(*places[0], message, say("take away the relation that does not hold"), related=related[:_SHOWN])


def _place(claim: Claim, kind: RelationKind, target: str) -> int:
    return next(place for place, one in enumerate(claim.relations) if one.kind == kind and one.target == target)


def _circles(project: Project, kind: RelationKind) -> Iterator[tuple[str, ...]]:
    """Yield circles of a relation, each beginning with its smallest id; every claim is walked through once."""
    targets = {
        claim.id: [one.target for one in claim.relations if one.kind == kind and one.target != claim.id and one.target in project.claims]
        for claim in project.claims.values()
        if claim.relations
    }
    done: set[str] = set()
    for start in sorted(targets):
        if start not in done:
            yield from _from(start, targets, done)


def _from(start: str, targets: Mapping[str, list[str]], done: set[str]) -> Iterator[tuple[str, ...]]:
    """Walk from a claim along a relation, depth first and without recursion, and yield the circles that are closed on the way."""
    way: dict[str, int] = {start: 0}
    found = 0
    open_ends = [iter(targets[start])]
    while open_ends:
        target = next(open_ends[-1], None)
        if target is None:
            open_ends.pop()
            done.add(way.popitem()[0])
        elif target in way and found < _MOST:
            found += 1
            circle = list(way)[way[target] :]
            first = circle.index(min(circle))
            yield (*circle[first:], *circle[:first])
        elif target not in done and target not in way:
            way[target] = len(way)
            open_ends.append(iter(targets.get(target, ())))


RULES = (
    unknown_related_claim,
    related_to_itself,
    relation_both_ways,
    relation_in_a_circle,
    accusation_without_content,
    relations_exclude_each_other,
)
"""The rules of this part of the family, in the order of their codes."""
