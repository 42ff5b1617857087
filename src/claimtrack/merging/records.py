"""Records: three versions of a file in, one out, merged by meaning, or by git as a text, or marked as a conflict from end to end."""

from __future__ import annotations

from collections import Counter
from pathlib import Path as Folder

import attrs

from claimtrack import git
from claimtrack.editing.files import Frame, open_file
from claimtrack.editing.tree import Node, TooDeepError, documents, walk
from claimtrack.errors import EditRefusedError
from claimtrack.merging.conflicts import Conflict, Marks, Woven, conflicts_in, marked, places
from claimtrack.merging.deciding import Deciding, Path, Three
from claimtrack.merging.meanings import Meaning, Unmergeable, is_as_much, kind_of, meaning
from claimtrack.merging.pieces import NoRoom, outermost
from claimtrack.merging.verifying import SIDES, only_document, verify
from claimtrack.merging.weaving import weave
from claimtrack.reading.yaml_door import Unparsable, events, what_was_read


@attrs.frozen
class Merged:
    """What came of a merge.

    Attributes:
        data: the bytes of the file.
        conflicts: what a person has to decide, as people read it: ``verdict``, ``evidence › tide-table › stance``. Every one of them is
            marked in the file; where there is none, the file can be read, and says what both sides have said.
        as_text: why git has merged it as a text, as a clause; empty where it was merged by meaning.
    """

    data: bytes
    conflicts: tuple[str, ...]
    as_text: str = ""


@attrs.frozen
class _Version:
    """A version of the file that can be merged by meaning."""

    text: str
    frame: Frame
    root: Node | None

    @property
    def document(self) -> tuple[str, Node] | None:
        """The text with its document, or None where there is nothing in it."""
        return None if self.root is None else (self.text, self.root)

    @property
    def value(self) -> Meaning:
        """What it says."""
        return meaning(self.root) if self.root is not None else {}


def merge_records(base: bytes, ours: bytes, theirs: bytes, marks: Marks, folder: Folder) -> Merged:
    """Return what two versions of a file make together.

    Different fields never conflict, nor do different entries of a list. Where both sides have changed the same field, it is marked as a
    conflict, and so is a verdict or headline that was published and changed on both sides in any way. Comments and layout are those of
    both sides. What cannot be merged by meaning is merged by git as a text; where that comes out as something that both sides cannot
    have meant, the whole file is marked.

    Arguments:
        base: the file as the common ancestor has it; empty where both sides have added it.
        ours: the file on our side.
        theirs: the file on theirs.
        marks: how conflicts are marked.
        folder: where git is asked.
    """
    if theirs in (ours, base):
        return Merged(ours, ())
    if ours == base:
        return Merged(theirs, ())
    try:
        versions = Three(_opened(base), _opened(ours), _opened(theirs))
    except Unmergeable as cannot:
        return merge_as_text(base, ours, theirs, marks, folder, cannot.reason)
    values: Three[Meaning] = versions.each(lambda one: one.value)
    whole: set[Path] = set()
    deciding = Deciding(_is_published(values.ours) or _is_published(values.theirs), whole)
    try:
        woven = _woven(versions, values, deciding, whole)
        data = _encoded(woven, versions, marks)
    except (Unmergeable, NoRoom) as cannot:
        reason = cannot.reason if isinstance(cannot, Unmergeable) else "a conflict in it has no lines of its own"
        return _merged_as_text(Three(base, ours, theirs), marks, folder, reason, (Deciding(deciding.is_published), values))
    return Merged(data, tuple(places(one.path for one in conflicts_in(woven))))


def _opened(data: bytes) -> _Version:
    if not data.strip():
        return _Version("", Frame(b"", "\n", is_ended=True), None)
    try:
        text, frame = open_file(data)
    except EditRefusedError as refused:
        raise Unmergeable(refused.reason) from None
    return _Version(text, frame, only_document(text))


def _is_published(value: Meaning | None) -> bool:
    day = value.get("published") if isinstance(value, dict) else None
    return kind_of(day) is not None


def _woven(versions: Three[_Version], values: Three[Meaning], deciding: Deciding, whole: set[Path]) -> Woven:
    base, ours, theirs = versions.base, versions.ours, versions.theirs
    if ours is None or theirs is None or ours.root is None or theirs.root is None:
        raise Unmergeable("there is nothing in it on one side")
    before = outermost(base.text, base.root) if base is not None and base.root is not None else None
    woven = weave(deciding, whole, Three(before, outermost(ours.text, ours.root), outermost(theirs.text, theirs.root)))
    texts: Three[tuple[str, Node]] = versions.each(lambda one: one.document)
    verify(deciding, values, texts, woven)
    return woven


def _encoded(woven: Woven, versions: Three[_Version], marks: Marks) -> bytes:
    """Return the bytes of a woven text, with line ends and byte order mark of whichever side has changed them."""
    base, ours, theirs = versions.base, versions.ours, versions.theirs
    if base is None or ours is None or theirs is None:
        raise AssertionError("all versions were opened")
    frame = Frame(*(
        their_part if our_part == old else our_part
        for old, our_part, their_part in zip(*map(attrs.astuple, (base.frame, ours.frame, theirs.frame)), strict=True)
    ))  # fmt: skip
    text = marked(woven, marks)
    if frame.line_end != "\n" and not conflicts_in(woven):
        encoded = frame.encode(text).removeprefix(frame.mark)
        if what_was_read(events(encoded)) != what_was_read(events(frame.read(text).encode("utf-8"))):
            raise Unmergeable("the line ends would be read as part of a text")
    return frame.encode(text)


def merge_as_text(base: bytes, ours: bytes, theirs: bytes, marks: Marks, folder: Folder, reason: str) -> Merged:
    """Return what git makes of three versions of a file; where that cannot be read, the whole file is marked as a conflict.

    Arguments:
        base: the file as the common ancestor has it.
        ours: the file on our side.
        theirs: the file on theirs.
        marks: how conflicts are marked.
        folder: where git is asked.
        reason: why it is not merged by meaning, as a clause.
    """
    return _merged_as_text(Three(base, ours, theirs), marks, folder, reason, None)


def _merged_as_text(
    data: Three[bytes], marks: Marks, folder: Folder, reason: str, decided: tuple[Deciding, Three[Meaning]] | None
) -> Merged:
    """Have git merge the file as a text; what comes out has to be right, as far as that can be told, or else all of it is marked."""
    base, ours, theirs = data.base or b"", data.ours or b"", data.theirs or b""
    told = git.merged_as_text(folder, (base, ours, theirs), (marks.base, marks.ours, marks.theirs), marks.size)
    if told is not None and told.conflicts:
        return Merged(told.data, ("lines that both sides have changed",), reason)
    if told is not None and _may_be_right(told.data, decided):
        return Merged(told.data, (), reason)
    ends = [one if not one or one.endswith(b"\n") else one + b"\n" for one in (base, ours, theirs)]
    return Merged(_around_everything(ends, marks), ("the whole file",), reason)


def _around_everything(versions: list[bytes], marks: Marks) -> bytes:
    # Marks are set around the bytes as they are, whatever they mean: as Latin-1 every byte is a character, and comes back as it was.
    called = [name.encode("utf-8").decode("latin-1") for name in (marks.base, marks.ours, marks.theirs)]
    lines = [one.decode("latin-1") for one in versions]
    plain = attrs.evolve(marks, base=called[0], ours=called[1], theirs=called[2])
    return plain.around(Conflict((), *lines)).encode("latin-1")


def _may_be_right(data: bytes, decided: tuple[Deciding, Three[Meaning]] | None) -> bool:
    """Tell whether a text that git has merged without a conflict can be read, and is what both sides have said where that is known."""
    if decided is None:
        return _can_be_read(data)
    deciding, values = decided
    try:
        version = _opened(data)
    except Unmergeable:
        return False
    if deciding.conflicts((), values):
        return False
    return is_as_much(version.value, deciding.outcome((), values, SIDES[0]))


def _can_be_read(data: bytes) -> bool:
    """Tell whether a text is YAML in which no mapping has a field twice."""
    try:
        roots = documents(data.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except (Unparsable, TooDeepError, UnicodeDecodeError):
        return False
    mappings = (node for root in roots for node in walk(root) if node.kind == "mapping")
    return not any(max(Counter(entry.key.text for entry in one.entries if entry.key).values(), default=0) > 1 for one in mappings)
