"""Files: bytes as a text that can be edited, and back into bytes of the same kind."""

from __future__ import annotations

import re

import attrs

from claimtrack.editing.sites import Refused
from claimtrack.errors import EditRefusedError
from claimtrack.reading.characters import shown
from claimtrack.reading.guard import admit
from claimtrack.reading.kinds import MIXED_LINE_ENDINGS

_MARK = b"\xef\xbb\xbf"
_ANY_FILE = "sources.yaml"
"""The name that the widest bounds are those of."""
_READ_DIFFERENTLY = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029\ufeff]|\r(?!\n)")


@attrs.frozen
class Frame:
    """What is around the text of a file: the same before and after an edit.

    Attributes:
        mark: its byte order mark, or nothing.
        line_end: what its lines end with.
        is_ended: whether its last line has a line end.
    """

    mark: bytes
    line_end: str
    is_ended: bool

    def read(self, text: str) -> str:
        """Return a text whose every line has an end as it stands in the file, but for the kind of line end."""
        return text if self.is_ended else text.rstrip("\n")

    def encode(self, text: str) -> bytes:
        """Return the bytes of a file with such a text."""
        return self.mark + self.read(text).replace("\n", self.line_end).encode("utf-8")


def open_file(data: bytes) -> tuple[str, Frame]:
    """Return the text of a file, with every line of it ending with LF, and what is around it.

    Arguments:
        data: its bytes.

    Raises:
        EditRefusedError: It is no text that all readers of YAML see alike.
    """
    admitted, findings = admit(_ANY_FILE, data)
    if admitted is None:
        worst = findings[-1]
        raise EditRefusedError(str(worst.message), worst.span.line)
    for one in findings:
        if one.code == MIXED_LINE_ENDINGS.code:
            raise EditRefusedError(str(one.message), one.span.line)
    mark = _MARK if data.startswith(_MARK) else b""
    text = data.removeprefix(_MARK).decode("utf-8")
    if (odd := _READ_DIFFERENTLY.search(text)) is not None:
        line = text.count("\n", 0, odd.start()) + 1
        raise EditRefusedError(f"{shown(odd[0])} is there, which not all readers of YAML see alike", line)
    line_end = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n")
    is_ended = text.endswith("\n")
    return text if is_ended else text + "\n", Frame(mark, line_end, is_ended)


def line_of(text: str, refused: Refused) -> int:
    """Return the line that stands in the way of a change, from 1."""
    return text.count("\n", 0, refused.offset) + 1
