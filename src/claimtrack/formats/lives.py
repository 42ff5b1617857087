"""The life of a claim, step by step: for people at a terminal, in Markdown, and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from claimtrack.formats.altered import fields_of, items_of, lines_of
from claimtrack.formats.as_json import FORMAT_VERSION, as_text
from claimtrack.formats.full import Colour
from claimtrack.formats.languages import said, translator
from claimtrack.formats.markdown_text import code, sentence
from claimtrack.formats.terminal import safe
from claimtrack.history.alterations import Alteration
from claimtrack.history.lives import Step
from claimtrack.phrases import Phrase, all_of, say

_OF_A_NEW_CLAIM = {"status", "statement", "rating", "summary", "evidence", "published"}
"""What is told of a new claim, by the field; the rest stands in the record."""
_ID = 8


@attrs.frozen(kw_only=True)
class Life:
    """The life of a claim.

    Attributes:
        claim: its id.
        steps: what each commit did to it, the oldest first.
        is_cut_off: whether the clone lacks commits, so that there may have been more before.
        language: the language to speak.
        colour: whether to use colours of a terminal.
    """

    claim: str
    steps: tuple[Step, ...]
    is_cut_off: bool
    language: str
    colour: bool = False

    def say(self, words: Phrase) -> str:
        """Return words in the language."""
        return said(words, translator(self.language))


def write(life: Life) -> str:
    """Write for a terminal: each step with its day, who made it, and what changed."""
    blocks = ["\n".join(_lines(life, step)) for step in life.steps]
    return "\n\n".join([*blocks, *([safe(life.say(_CUT_OFF))] if life.is_cut_off else [])])


def write_markdown(life: Life) -> str:
    """Write as Markdown, every text of a record or a commit as code."""
    return "\n".join(_markdown(life))


def write_json(life: Life) -> str:
    """Write for programs."""
    steps = [
        {
            "commit": step.commit.id,
            "written": step.commit.written,
            "committed": step.commit.committed,
            "authors": [{"name": one.name, "mail": one.mail} for one in (step.commit.author, *step.commit.co_authors)],
            "subject": step.commit.subject,
            "file": step.file,
            "former_file": step.former_file,
            "state": step.state,
            "changes": [fields_of(one, life.language) for one in step.alterations],
        }
        for step in life.steps
    ]
    head = {"format_version": FORMAT_VERSION, "language": life.language, "claim": life.claim, "cut_off": life.is_cut_off}
    return as_text({**head, "steps": steps})


_CUT_OFF = say("this clone is shallow: what was before is not known here; `git fetch --unshallow` gets it")


def _lines(life: Life, step: Step) -> Iterator[str]:
    day, commit = step.commit.written[:10], step.commit.id[:_ID]
    yield f"{day}  {Colour.BOLD.on(safe(life.say(_what(step))), colour=life.colour)}  {safe(_people(life, step))}  {commit}"
    # In marks, since what begins a line with `::` is a command in the log of a build.
    yield "    " + safe(life.say(say("‘{word}’", word=step.commit.subject)))
    if step.former_file is not None:
        yield "    " + safe(life.say(_was_called(step)))
    for line in lines_of(_told_of(step), life.language, colour=life.colour, whole=step.state == "new"):
        yield f"    {line}"


def _markdown(life: Life) -> Iterator[str]:
    translate = translator(life.language)
    for step in life.steps:
        what, who = sentence(_what(step), translate), code(_people(life, step))
        yield f"- **{step.commit.written[:10]}** {what}, {who} ({code(step.commit.id[:_ID])}: {code(step.commit.subject)})"
        if step.former_file is not None:
            yield f"  - {sentence(_was_called(step), translate)}"
        yield from (f"  {item}" for item in items_of(_told_of(step), life.language, whole=step.state == "new"))
    if life.is_cut_off:
        yield f"- {sentence(_CUT_OFF, translate)}"


def _told_of(step: Step) -> Sequence[Alteration]:
    if step.state == "new":
        wanted = _OF_A_NEW_CLAIM
        return [one for one in step.alterations if one.path[0] in wanted or (one.path[0] == "verdict" and one.path[1] in wanted)]
    return step.alterations


def _was_called(step: Step) -> Phrase:
    return say("was called {id}", id=step.former_file)


def _people(life: Life, step: Step) -> str:
    return life.say(all_of(dict.fromkeys(one.name for one in (step.commit.author, *step.commit.co_authors))))


def _what(step: Step) -> Phrase:
    """Say what happened in a word or two: the weightiest thing, since a commit may do several."""
    if step.state != "changed":
        words = {"new": say("taken in"), "gone": say("deleted"), "unreadable": say("cannot be read")}
        return words[step.state]
    for within, words_of, new in _WEIGHTY:
        if touching := [one for one in step.alterations if one.path[: len(within)] == within]:
            return new if all(one.kind == "added" for one in touching) else words_of
    return say("changed") if step.alterations else say("renamed")


_WEIGHTY = (
    (("retracted",), say("withdrawal changed"), say("withdrawn")),
    (("corrections",), say("correction changed"), say("corrected")),
    (("published",), say("publication changed"), say("published")),
    (("verdict", "rating"), say("judged anew"), say("judged")),
    (("status",), say("moved"), say("moved")),
    (("verdict", "summary"), say("verdict reworded"), say("verdict reworded")),
    (("verdict", "rationale"), say("verdict reworded"), say("verdict reworded")),
    (("evidence",), say("evidence changed"), say("evidence added")),
)
"""What a step is called after what it touched, the weightiest first: where that was there before, and where it is new."""
