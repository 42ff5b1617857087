"""Places in files: the path to a value inside a record, and the span it takes in the text."""

from __future__ import annotations

import attrs

RecordPath = tuple[str | int, ...]
"""A path to a value inside a record, such as ``("evidence", 1, "quote")``: keys of mappings and 0-based places in lists."""


@attrs.frozen(order=True)
class Span:
    """A stretch of text in a file: lines and columns are 1-based and counted in code points, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def at(cls, line: int, column: int, length: int = 1) -> Span:
        """Return the span of *length* code points on one line.

        >>> Span.at(3, 5, 2)
        Span(line=3, column=5, end_line=3, end_column=7)
        """
        return cls(line, column, line, column + length)


START = Span(1, 1, 1, 1)
"""The very beginning of a file, for what concerns the file as a whole."""
