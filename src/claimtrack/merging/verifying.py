"""Verifying: what was woven is read again, and has to be what was decided, with every comment of both sides.

Nothing here knows how a text is woven.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimtrack.editing.tree import Node, TooDeepError, documents
from claimtrack.editing.verifying import comments
from claimtrack.merging.conflicts import Woven, conflicts_in, resolved
from claimtrack.merging.deciding import Deciding, Decision, Three
from claimtrack.merging.meanings import Meaning, Unmergeable, is_as_much, meaning, refuse_what_is_not_understood
from claimtrack.reading.yaml_door import Unparsable, events, second_reading, what_was_read

_WHOLE = 131_072
"""Up to so many characters the second reader, which is slow, reads a whole text; of a longer one, the fields that neither side has so."""

SIDES = (Decision.OURS, Decision.THEIRS)
"""Whose version may stand for a conflict."""


def only_document(text: str) -> Node:
    """Return the only document of a text.

    Raises:
        Unmergeable: It cannot be read, or is not one document that can be merged.
    """
    try:
        roots = documents(text)
    except TooDeepError:
        raise Unmergeable("it is nested deeper than any record") from None
    except Unparsable as error:
        raise Unmergeable(f"it is no YAML: {error.problem}") from None
    if len(roots) != 1:
        raise Unmergeable("it is not one document")
    refuse_what_is_not_understood(roots[0], text)
    return roots[0]


def verify(deciding: Deciding, values: Three[Meaning], texts: Three[tuple[str, Node]], woven: Woven) -> None:
    """Hold what was woven against what was decided.

    Arguments:
        deciding: what was decided by.
        values: the record in three versions.
        texts: the texts of these with their documents.
        woven: the text that came out.

    Raises:
        Unmergeable: It is something else.
    """
    found: list[Counter[str]] = []
    has_conflicts = bool(conflicts_in(woven))
    for side in SIDES if has_conflicts else SIDES[:1]:
        text = resolved(woven, side)
        root = only_document(text)
        if not is_as_much(meaning(root), deciding.outcome((), values, side)):
            raise Unmergeable("what comes out would not be what both sides have said")
        _verify_second_reading(text, root, texts)
        found.append(Counter(comments(text, [root])))
    _verify_comments(texts, found, has_conflicts=has_conflicts)


def _verify_second_reading(text: str, root: Node, texts: Three[tuple[str, Node]]) -> None:
    piece = text if len(text) <= _WHOLE else "".join(_new_fields(text, root, texts))
    try:
        same = second_reading(piece) == what_was_read(events(piece.encode("utf-8")))
    except Unparsable as error:
        raise Unmergeable(f"ruamel.yaml cannot read it: {error.problem}") from None
    if not same:
        raise Unmergeable("two readers of YAML would read two different things")


def _new_fields(text: str, root: Node, texts: Three[tuple[str, Node]]) -> Sequence[str]:
    known = {field for one in (texts.ours, texts.theirs) if one is not None for field in _fields(*one)}
    return [field for field in _fields(text, root) if field not in known]


def _fields(text: str, root: Node) -> Sequence[str]:
    starts = [entry.start - root.column for entry in root.entries]
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _verify_comments(texts: Three[tuple[str, Node]], found: Sequence[Counter[str]], *, has_conflicts: bool) -> None:
    """See that every comment is there that a side wrote or both have left.

    Without conflicts, none of them may be there more often than it was written: a conflict between an entry that one side has changed
    and one that was taken out, say to be written again under another name, has the comments of both.
    """
    base, ours, theirs = (
        Counter(comments(one[0], [one[1]])) if one is not None else Counter() for one in (texts.base, texts.ours, texts.theirs)
    )
    for comment in set().union(base, ours, theirs, *found):
        was, our_count, their_count = base[comment], ours[comment], theirs[comment]
        left = max(0, was - max(0, was - our_count) - max(0, was - their_count))
        new, other_new = max(0, our_count - was), max(0, their_count - was)
        counts = [one[comment] for one in found]
        if max(counts) < left + max(new, other_new):
            raise Unmergeable(f"the comment ‘{comment}’ would get lost")
        if max(counts) > was + new + other_new and not has_conflicts:
            raise Unmergeable(f"the comment ‘{comment}’ would be there twice")
