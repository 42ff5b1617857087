"""What a finding, a status, a demand, a rating or a field means, on one page for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from claimtrack.findings import Kind
from claimtrack.publication import permissions_for
from claimtrack.records.format import VALUES, Place, classes_in, word_lists, words_of, written
from claimtrack.records.scale import Rating, Scale
from claimtrack.records.workflow import DEMANDS, Demand, Status, Workflow
from claimtrack.standards import CLAUSES, CLAUSES_OF_DEMANDS, STANDARD_NAMES

_WIDTH = 88


def finding_explained(kind: Kind) -> str:
    """Explain a kind of finding: what is wrong, why it matters, what to do, whose clause it stands for, and an example."""
    standard = "always looked for" if kind.standard == "core" else f"looked for where the desk has adopted {kind.standard}"
    parts = [f"{kind.code} {kind.name} ({kind.severity.value}, {standard})", _wrapped(kind.title), _wrapped(kind.reason)]
    parts.append(_wrapped(f"What to do: {kind.remedy}"))
    if kind.fix:
        parts.append(_wrapped(f"What `claimtrack check --fix` does: {kind.fix}"))
    parts += [_wrapped(f"Stands for {CLAUSES[clause]}") for clause in kind.clauses]
    for called, example in (("Found here:", kind.bad), ("Mended:", kind.good)):
        if example:
            parts.append(f"{called}\n\n{textwrap.indent(example, '    ')}")
    return "\n\n".join(part for part in parts if part)


def status_explained(workflow: Workflow, status: Status) -> str:
    """Explain a status: what a claim in it must have, for whose clauses, where it can move on to, and who may move it there."""
    labels = " / ".join(dict.fromkeys(status.label.by_language.values()))
    who = " and ".join(f"`{permission}`" for permission in permissions_for(status))
    parts = [f"{status.id} (status of {workflow.id}): {labels}"]
    if status.demands:
        parts.append("\n".join(["A claim in this status must have", *(_item(DEMANDS[demand]) for demand in status.demands)]))
    else:
        parts.append("A claim in this status must have nothing in particular.")
    if clauses := [_item(f"`{demand}`: {_clauses_of(demand)}") for demand in status.demands if demand in CLAUSES_OF_DEMANDS]:
        parts.append("\n".join(["Some of that stands for clauses of standards", *clauses]))
    parts.append(f"It can move on to {', '.join(status.moves)}." if status.moves else "Nothing follows it.")
    parts.append(_wrapped(f"People who may {who} can move a claim here{'; it is the approval of a second person' * status.approves}."))
    return "\n\n".join(parts)


def demand_explained(workflow: Workflow, demand: Demand) -> str:
    """Explain a demand: what it asks for, which statuses make it, and for whose clauses it stands."""
    makers = [status.id for status in workflow.statuses if demand in status.demands]
    parts = [_wrapped(f"{demand} (demand): {DEMANDS[demand]}")]
    parts.append(_wrapped(f"Demanded in {workflow.id} by {', '.join(makers)}." if makers else f"No status of {workflow.id} demands it."))
    if demand in CLAUSES_OF_DEMANDS:
        parts.append(_wrapped(f"Stands for {_clauses_of(demand)}."))
    return "\n\n".join(parts)


def rating_explained(scale: Scale, rating: Rating) -> str:
    """Explain a rating of a scale: what readers see, what it means, and where it stands on the axis."""
    parts = [f"{rating.id} (rating of {scale.id}): {' / '.join(dict.fromkeys(rating.label.by_language.values()))}"]
    parts.append("\n".join(_wrapped(definition) for definition in dict.fromkeys(rating.definition.by_language.values())))
    if rating.number is None or scale.bounds is None:
        parts.append("It has no number: it stands on no axis from true to untrue.")
    else:
        lowest, highest = scale.bounds
        parts.append(f"Its number is {rating.number}, of {lowest} to {highest}; the higher the truer.")
    return "\n\n".join(parts)


def _clauses_of(demand: Demand) -> str:
    """Name the clauses that a demand stands for, and which of them are not known in their own wording."""
    named = []
    for clause in (CLAUSES[one] for one in CLAUSES_OF_DEMANDS[demand]):
        number = f" {clause.number}" if clause.number else f" ({clause.asks})"
        named.append(f"{STANDARD_NAMES[clause.standard]}{number}{'' if clause.known == 'verified' else ', not verified'}")
    return "; ".join(named)


def field_explained(places: tuple[Place, ...]) -> str:
    """Explain a field that stands at one or several places of the format with one meaning."""
    attribute = places[0].attribute
    parts = ["\n".join(f"{place.path} (field{', must be there' * place.is_needed})" for place in places)]
    unit = attribute.metadata["unit"]
    parts.append(_wrapped(f"{attribute.metadata['doc'].removesuffix('.')} ({unit})." if unit else attribute.metadata["doc"]))
    parts.append("\n".join(_value(attribute.type)))
    if name_from := attribute.metadata["name_from"]:
        parts.append(f"The same as {name_from}.")
    return "\n\n".join(parts)


def _value(hint: object) -> Iterator[str]:
    yield f"Written as: {written(hint)}."
    if words := words_of(hint):
        yield _item(", ".join(f"`{word}`" for word in words))
        yield from (_item(one.meaning.replace("``", "`")) for one in word_lists() if one.words == words)
    for one in dict.fromkeys(classes_in(hint)):
        if one.__name__ in VALUES and one is not str:
            called, form = VALUES[one.__name__]
            yield _item(f"{called}: {form}")


def _item(text: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent="  - ", subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)


def _wrapped(text: str) -> str:
    return textwrap.fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
