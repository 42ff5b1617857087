"""CT8xx, first part: the desk record, by which every other record is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import Row, quoted, say
from claimtrack.project import Project
from claimtrack.records.presets import SCALES, WORKFLOWS
from claimtrack.rules.rule import rule
from claimtrack.rules.suggestions import Slips, Suggestions, did_you_mean

FORMAT = 1
"""The version of the record format that this version of claimtrack reads."""


@rule("CT801", "unknown-format", Severity.ERROR)
def unknown_format(project: Project) -> Iterator[Remark]:
    """The records are written in a version of the format that this claimtrack does not know.

    Reason: In another version a field may mean something else. Reading it all the same would be guessing.
    Remedy: Write `format: 1`, or use the claimtrack that the records were written for.

    Bad:
        --- desk.yaml
        format: 2  # here

    Good:
        --- desk.yaml
        format: 1
    """
    if project.desk.format != FORMAT:
        message = say("the record format {found} is not known; expected {known}", found=project.desk.format, known=FORMAT)
        yield Remark(project.desk_file, ("format",), message, say("write `format: 1`, or use another version of claimtrack"))


@rule("CT802", "repeated-language", Severity.ERROR)
def repeated_language(project: Project) -> Iterator[Remark]:
    """The desk names a language twice.

    Reason: Every page would be built twice into one file, and most often another language was meant.
    Remedy: Name each language once. The first one is the language of the reference wording.

    Bad:
        --- desk.yaml
        languages: [en, de, en]  # here

    Good:
        --- desk.yaml
        languages: [en, de]
    """
    for place, language in enumerate(project.desk.languages):
        if language in project.desk.languages[:place]:
            message = say("the language ‘{language}’ is named twice; expected each once", language=language)
            yield Remark(project.desk_file, ("languages", place), message, say("take it out once"))


@rule("CT803", "unknown-preset", Severity.ERROR)
def unknown_preset(project: Project) -> Iterator[Remark]:
    """The desk takes a scale or a workflow by a name that nobody knows.

    Reason: Without them nobody can say what a rating means, or what a status demands; no claim can be checked or published.
    Remedy: Name one with its version, or write your own out in its place.

    Bad:
        --- desk.yaml
        scale: six-steps@1  # here

    Good:
        --- desk.yaml
        scale: six-step@1
    """
    scale, workflow = project.desk.scale, project.desk.workflow
    if isinstance(scale, str) and scale not in SCALES:
        message = say("there is no scale ‘{name}’; expected one of {known}", name=scale, known=", ".join(sorted(SCALES)))
        hint = Suggestions(SCALES).hint(scale, say("write your own scale out in its place"))
        yield Remark(project.desk_file, ("scale",), message, hint)
    if isinstance(workflow, str) and workflow not in WORKFLOWS:
        message = say("there is no workflow ‘{name}’; expected one of {known}", name=workflow, known=", ".join(sorted(WORKFLOWS)))
        hint = Suggestions(WORKFLOWS).hint(workflow, say("write your own workflow out in its place"))
        yield Remark(project.desk_file, ("workflow",), message, hint)


@rule("CT804", "origin-in-a-circle", Severity.ERROR)
def origin_in_a_circle(project: Project) -> Iterator[Remark]:
    """An origin is, over others, part of itself.

    Reason: Independence is counted over the largest body that an origin is part of. In a circle there is none.
    Remedy: Take away the `part_of` that does not hold.

    Bad:
        --- desk.yaml
        origins:
          roads-office: {name: Roads Office (invented), part_of: town-hall}  # here
          town-hall: {name: Town Hall (invented), part_of: roads-office}
          treasury: {name: Town Treasury (invented), part_of: town-hall}
          hauliers: {name: Hauliers' Association (invented)}
          courier: {name: Alderford Courier (invented)}

    Good:
        --- desk.yaml
        origins:
          roads-office: {name: Roads Office (invented), part_of: town-hall}
          town-hall: {name: Town Hall (invented)}
          treasury: {name: Town Treasury (invented), part_of: town-hall}
          hauliers: {name: Hauliers' Association (invented)}
          courier: {name: Alderford Courier (invented)}
    """
    origins = project.desk.origins
    done: set[str] = set()
    for start in origins:
        way: list[str] = []
        here = start
        while here in origins and here not in done:
            done.add(here)
            way.append(here)
            here = origins[here].part_of or ""
        if here in way:
            circle = Row(quoted((*way[way.index(here) :], here)), " → ")
            message = say("the origins are parts of each other in a circle: {circle}", circle=circle)
            yield Remark(project.desk_file, ("origins", here, "part_of"), message, say("take away the `part_of` that does not hold"))


@rule("CT805", "person-without-permission", Severity.WARNING)
def person_without_permission(project: Project) -> Iterator[Remark]:
    """Somebody is among the people of the desk and may do nothing.

    Reason: Most often `may` was forgotten, and the first move that the person makes is refused.
    Remedy: Add `may` with some of write, review and publish. Take out who does not work on claims.

    Bad:
        --- desk.yaml
        people:
          ines: {shown: Ines, may: [write]}
          omar: {shown: Omar}  # here

    Good:
        --- desk.yaml
        people:
          ines: {shown: Ines, may: [write]}
          omar: {shown: Omar, may: [review]}
    """
    for person_id, person in project.desk.people.items():
        if not person.may:
            message = say("‘{person}’ may do nothing; expected some of write, review, publish", person=person_id)
            yield Remark(project.desk_file, ("people", person_id), message, say("add `may`, such as `may: [write]`"), key=True)


@rule("CT806", "unknown-topic-of-public-interest", Severity.ERROR)
def unknown_topic_of_public_interest(project: Project) -> Iterator[Remark]:
    """The desk counts a topic as of public interest that it does not have.

    Reason: No claim can have that topic, so that checks of public interest are not counted as such.
    Remedy: Write the id of a topic under `topics`, or declare the topic there.

    Bad:
        --- desk.yaml
        public_interest: [trafic, budget]  # here

    Good:
        --- desk.yaml
        public_interest: [traffic, budget]
    """
    topics = project.desk.topics
    suggestions = Suggestions(topics)
    for place, topic in enumerate(project.desk.public_interest):
        if topic not in topics:
            message = say("the topic ‘{topic}’ under `public_interest` is not declared; expected one under `topics`", topic=topic)
            hint = suggestions.hint(topic, say("declare the topic under `topics`, or take it out"))
            yield Remark(project.desk_file, ("public_interest", place), message, hint)


@rule("CT807", "misspelt-body", Severity.WARNING)
def misspelt_body(project: Project) -> Iterator[Remark]:
    """An origin is part of a body that is spelled nearly as another one, and has no record of its own.

    Reason: Two parts of one body count once. With one letter too many they are parts of two, and a claim looks as well supported as if
        two had said it. A body needs no record of its own, so that a slip in its name is not noticed otherwise.
    Remedy: Spell it as the other one. If it is another body indeed, declare it under `origins` with its name.
    Clause: ifcn-3.3, efcsn-two-sources

    Bad:
        --- desk.yaml
        origins:
          roads-office: {name: Roads Office (invented), part_of: town-hall}
          treasury: {name: Town Treasury (invented), part_of: twon-hall}  # here
          hauliers: {name: Hauliers' Association (invented)}
          courier: {name: Alderford Courier (invented)}

    Good:
        --- desk.yaml
        origins:
          roads-office: {name: Roads Office (invented), part_of: town-hall}
          treasury: {name: Town Treasury (invented), part_of: town-hall}
          hauliers: {name: Hauliers' Association (invented)}
          courier: {name: Alderford Courier (invented)}
    """
    origins = project.desk.origins
    bodies = Counter(origin.part_of for origin in origins.values() if origin.part_of is not None)
    slips = Slips([*origins, *(body for body in bodies if body not in origins)])
    place = {body: number for number, body in enumerate(bodies)}
    for origin_id, origin in origins.items():
        body = origin.part_of
        if body is None or body in origins:
            continue
        # Of two bodies that nobody has declared, the one that fewer are part of is the slip; of two alike, the later one.
        near = [one for one in slips.of(body) if one in origins or (bodies[one], -place[one]) > (bodies[body], -place[body])]
        if near:
            message = say("the body ‘{body}’ is not declared, and ‘{other}’ is spelled nearly the same", body=body, other=near[0])
            yield Remark(project.desk_file, ("origins", origin_id, "part_of"), message, did_you_mean(near[0]))


@rule("CT808", "machine-may-review", Severity.WARNING)
def machine_may_review(project: Project) -> Iterator[Remark]:
    """A machine has the permission to review.

    Reason: Whoever may review may approve, and somebody has to answer for what readers are told. The approval of a machine is refused
        anyway, so that the permission only raises the hope of one.
    Remedy: Take `review` out of what the machine may do.
    Clause: efcsn-second-person

    Bad:
        --- desk.yaml
        people:
          ines: {shown: Ines, may: [write]}
          omar: {shown: Omar, may: [write, review, publish]}
          robot: {shown: First reading (language model), kind: machine, may: [write, review]}  # here

    Good:
        --- desk.yaml
        people:
          ines: {shown: Ines, may: [write]}
          omar: {shown: Omar, may: [write, review, publish]}
          robot: {shown: First reading (language model), kind: machine, may: [write]}
    """
    for person_id, person in project.desk.people.items():
        if person.kind == "machine" and "review" in person.may:
            message = say(
                "‘{person}’ is a machine and may `review`; expected only people to, since a machine never approves", person=person_id
            )
            path = ("people", person_id, "may", person.may.index("review"))
            yield Remark(project.desk_file, path, message, say("take `review` out of what it may do"))


RULES = (
    unknown_format,
    repeated_language,
    unknown_preset,
    origin_in_a_circle,
    person_without_permission,
    unknown_topic_of_public_interest,
    misspelt_body,
    machine_may_review,
)
"""The rules of this part of the family, in the order of their codes."""
