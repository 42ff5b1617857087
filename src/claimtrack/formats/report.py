"""What a check has to say, as every format gets it: the findings, what is not shown, and for whom it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property

import attrs

from claimtrack.findings import Finding
from claimtrack.formats.languages import ENGLISH, said, translator
from claimtrack.locations import Span
from claimtrack.phrases import Phrase, Translate, say
from claimtrack.rules.registry import kind

Shown = Callable[[str], str]
"""Gives a file of the project the way that the reader would open it."""
LinesOf = Callable[[str], Sequence[str]]
"""Gives the lines of a file of the project; none where it cannot be read as text."""


@attrs.frozen
class Replacement:
    """A piece of a file that a fix puts another text in the place of.

    Attributes:
        span: the piece; without any length where something is put in.
        text: what is to stand there.
    """

    span: Span
    text: str


ReplacementOf = Callable[[Finding], Replacement | None]
"""Gives what the fix of a finding puts in place of what; None where there is none, or it cannot be said in this way."""


@attrs.frozen
class Fixed:
    """What was mended before the findings were looked at that are left.

    Attributes:
        findings: how many findings.
        files: in how many files.
        written: false where it was only shown.
    """

    findings: int
    files: int
    written: bool = True


@attrs.frozen(kw_only=True, slots=False)
class Report:
    """What a check has to say.

    Attributes:
        findings: what was found and asked for, in the order of files and places.
        claims: how many claims were looked at.
        hidden: how many findings were left out because nobody asked for them.
        hidden_by: the options that left them out, such as ``--ignore``.
        at_most: how many findings of one code are written, the rest being counted; 0 for all of them.
        language: one of :data:`claimtrack.formats.languages.LANGUAGES`.
        colour: whether colours may be used; they carry nothing that the words do not say.
        version: the version of claimtrack.
        shown: gives a file the way that the reader would open it.
        lines_of: gives the lines of a file.
        replacement_of: gives what the fix of a finding does.
        fixed: what was mended before, where somebody asked for that.
    """

    findings: tuple[Finding, ...]
    claims: int
    hidden: int = 0
    hidden_by: tuple[str, ...] = ()
    at_most: int = 0
    language: str = ENGLISH
    colour: bool = False
    version: str = ""
    shown: Shown = str
    lines_of: LinesOf = lambda _: ()
    replacement_of: ReplacementOf = lambda _: None
    fixed: Fixed | None = None

    @cached_property
    def translate(self) -> Translate:
        """What gives the templates of the language for English ones."""
        return translator(self.language)

    def say(self, words: str) -> str:
        """Return words in the language of the report."""
        return said(words, self.translate)

    @cached_property
    def written(self) -> tuple[Finding, ...]:
        """The findings that are written: the first of each code, up to the bound."""
        if not self.at_most:
            return self.findings
        seen: Counter[str] = Counter()
        return tuple(one for one in self.findings if self._counts(seen, one.code) <= self.at_most)

    @cached_property
    def more(self) -> dict[str, int]:
        """How many findings of a code are not written, by code, for those codes of which there are any."""
        return rest(self.findings, self.written)

    @staticmethod
    def _counts(seen: Counter[str], code: str) -> int:
        seen[code] += 1
        return seen[code]


def rest(findings: Sequence[Finding], written: Sequence[Finding]) -> dict[str, int]:
    """Return how many findings of each code are left, in the order of the codes.

    Arguments:
        findings: all of them.
        written: those of them that have been written.
    """
    left = Counter(one.code for one in findings)
    left.subtract(one.code for one in written)
    return {code: number for code, number in sorted(left.items()) if number}


def more_of(code: str, number: str) -> Phrase:
    """Say that there are more findings of a code."""
    return say("{code}: {number} more like these", code=code, number=number)


def name_of(code: str) -> str:
    """Return the name of a code in words; empty where it is not known."""
    known = kind(code)
    return known.name if known else ""
