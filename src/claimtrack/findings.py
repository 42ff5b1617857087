"""What a check has to say: kinds of findings, remarks of rules, and findings with a place in a file.

A rule says a :class:`Remark` about a place in a record; only when somebody wants to see it is the line looked up, which makes it a
:class:`Finding`. Reading, which holds the file in its hands, makes findings at once.
"""

from __future__ import annotations

import enum
import inspect
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Literal

import attrs

from claimtrack.changes import Change
from claimtrack.locations import START, RecordPath, Span
from claimtrack.phrases import NOTHING, Phrase


class Severity(enum.StrEnum):
    """How much a finding matters; a rule has one, a caller cannot change it."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for an info: the smaller, the more it matters."""
        return list(Severity).index(self)


_SECTION = re.compile(r"^(Reason|Remedy|Fix|Bad|Good|Clause):[ ]*(.*)$")


@attrs.frozen(slots=False)
class Kind:
    """A kind of finding: what it is called, and the text that explains it to people.

    The *text* is a docstring in a fixed form, read only when somebody wants an explanation: a first paragraph (the title), then the
    sections ``Reason:``, ``Remedy:``, ``Bad:`` and ``Good:`` (examples, indented); where it stands for what a standard asks for,
    ``Clause:`` with ids of :data:`claimtrack.standards.CLAUSES`; and where some of its findings come with a fix, ``Fix:``, which says what
    that does and when. The same text is the page in the docs and the source of the tests.

    Attributes:
        code: ``CT`` and three digits; public, never reused.
        name: the same in words, in kebab-case.
        severity: how much it matters.
        text: the docstring.
        standard: ``core``, or the standard that a desk has to adopt before this is looked for.
    """

    code: str
    name: str
    severity: Severity
    text: str = attrs.field(repr=False)
    standard: str = "core"

    @cached_property
    def _sections(self) -> dict[str, str]:
        sections: dict[str, list[str]] = {"Title": []}
        current = "Title"
        for line in inspect.cleandoc(self.text).splitlines():
            if match := _SECTION.match(line):
                current = match[1]
                sections[current] = [match[2]] if match[2] else []
            else:
                sections[current].append(line)
        return {name: inspect.cleandoc("\n".join(["", *lines])).strip("\n") for name, lines in sections.items()}

    @property
    def title(self) -> str:
        """What is wrong, in one sentence."""
        return " ".join(self._sections["Title"].partition("\n\n")[0].split())

    @property
    def reason(self) -> str:
        """Why it matters, and behind that what else stands below the title: what exactly is looked at."""
        return " ".join(f"{self._sections.get('Reason', '')} {self._sections['Title'].partition(chr(10) * 2)[2]}".split())

    @property
    def remedy(self) -> str:
        """What to do about it."""
        return " ".join(self._sections.get("Remedy", "").split())

    @property
    def fix(self) -> str:
        """What ``check --fix`` does about it, and when; empty where it does nothing."""
        return " ".join(self._sections.get("Fix", "").split())

    @property
    def clauses(self) -> tuple[str, ...]:
        """The ids of the clauses of standards that this stands for; none for what is our own."""
        return tuple(filter(None, (one.strip() for one in self._sections.get("Clause", "").split(","))))

    @property
    def bad(self) -> str:
        """An example that has this finding; ``# here`` marks the line."""
        return self._sections.get("Bad", "")

    @property
    def good(self) -> str:
        """The same example, mended."""
        return self._sections.get("Good", "")


Cleaning = Literal["byte-order-mark", "line-ends"]
"""What is mended in the bytes of a file and says nothing: a mark at its beginning that goes, line ends that become all of one kind."""


@attrs.frozen(kw_only=True)
class Fix:
    """What mends a fault and changes nothing of what readers are told, so that it needs no decision.

    Attributes:
        changes: what is to be different in the file.
        rename: the name that the file is to have, relative to the root; empty where it keeps its own.
        cleaning: what is to be mended in the bytes of the file, if anything.
    """

    changes: tuple[Change, ...] = ()
    rename: str = ""
    cleaning: Cleaning | None = None


@attrs.frozen(order=True)
class Related:
    """Another place that a finding speaks of, such as "first defined here"."""

    file: str
    span: Span
    message: Phrase


@attrs.frozen
class Finding:
    """Something that a check found, with its place; frozen, ordered by place, comparable as a whole.

    Attributes:
        file: the file, relative to the project's root, with ``/``.
        span: where in the file.
        code: the code of its kind, such as ``CT301``.
        severity: how much it matters.
        message: what is wrong, what was found, what was expected; one line, may hold hostile text and is escaped on output.
        hint: what to do, in the imperative; may be empty.
        related: other places that belong to it.
        fix: what mends it without a decision, where there is such a thing; two findings that differ only in this are the same.
    """

    file: str
    span: Span
    code: str
    severity: Severity
    message: Phrase
    hint: Phrase = NOTHING
    related: tuple[Related, ...] = ()
    fix: Fix | None = attrs.field(default=None, eq=False, repr=False)

    @property
    def sort_key(self) -> tuple[str, Span, str, str]:
        """The order in which findings are shown: by file, place, code, message."""
        return (self.file, self.span, self.code, self.message)


@attrs.frozen
class Remark:
    """What a rule says about a place in a record, before anybody has looked up the line.

    Attributes:
        file: the file of the record, relative to the project's root.
        path: the value meant; where it is absent, the nearest value around it is shown.
        message: what is wrong, what was found, what was expected.
        hint: what to do, in the imperative.
        key: true where the key itself is meant and not its value.
        related: other places, each as (file, path, message).
        fix: what mends it without a decision, where there is such a thing.
    """

    file: str
    path: RecordPath
    message: Phrase
    hint: Phrase = NOTHING
    key: bool = False
    related: tuple[tuple[str, RecordPath, Phrase], ...] = ()
    fix: Fix | None = attrs.field(default=None, eq=False, repr=False)


def finding(
    kind: Kind,
    file: str,
    span: Span | None,
    message: Phrase,
    hint: Phrase = NOTHING,
    related: tuple[Related, ...] = (),
    *,
    fix: Fix | None = None,
) -> Finding:
    """Return a finding of a kind at a place; without a span it concerns the file as a whole."""
    return Finding(file, span or START, kind.code, kind.severity, message, hint, related, fix)


def count(findings: tuple[Finding, ...]) -> Iterator[tuple[Severity, int]]:
    """Yield each severity with the number of its findings, the most important first."""
    for severity in Severity:
        yield severity, sum(1 for one in findings if one.severity is severity)
