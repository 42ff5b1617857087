"""What an audit of a history has found: for people at a terminal, in Markdown, and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from claimtrack.findings import Severity, count
from claimtrack.formats.as_json import FORMAT_VERSION, as_text
from claimtrack.formats.full import Colour
from claimtrack.formats.languages import said, translator
from claimtrack.formats.markdown_text import code, plain, sentence
from claimtrack.formats.summary import called
from claimtrack.formats.terminal import safe, safe_start
from claimtrack.git import Commit
from claimtrack.history.breaks import Audit, Break, Unreadable, day_of
from claimtrack.phrases import Phrase, Row, say
from claimtrack.rules.registry import kind

ID = 8
"""How many digits of the id of a commit are shown."""
_FEW = 20
"""How many files that could not be read are told one by one."""
_PAINT = {Severity.ERROR: Colour.RED, Severity.WARNING: Colour.YELLOW, Severity.INFO: Colour.BLUE}


@attrs.frozen(kw_only=True)
class Audited:
    """An audit as it is told.

    Attributes:
        audit: what was found.
        language: the language to speak.
        colour: whether to use colours of a terminal.
    """

    audit: Audit
    language: str
    colour: bool = False

    def say(self, words: str) -> str:
        """Return words in the language."""
        return said(words, translator(self.language))

    def maker(self, found: Break) -> str:
        """Return who made a break: as the desk calls them, else as git does."""
        name = found.who.by_language.get(self.language) or next(iter(found.who.by_language.values())) if found.who else ""
        return name or found.made_by.author.name


def write(audited: Audited) -> str:
    """Write for a terminal: each break with its day, its commit and who made it, then what cannot be told, and what was looked at."""
    blocks = ["\n".join(_lines(audited, one)) for one in audited.audit.breaks]
    rest = [safe(audited.say(one)) for one in (*unread(audited.audit), *where_it_begins(audited.audit), _counted(audited))]
    return "\n\n".join([*blocks, "\n".join(rest)])


def write_markdown(audited: Audited) -> str:
    """Write as Markdown, every text of a record or a commit as code."""
    translate = translator(audited.language)
    lines = [f"**{sentence(_counted(audited), translate)}**", ""]
    for one in audited.audit.breaks:
        severity, who = plain(audited.say(called(one.finding.severity))), code(audited.maker(one))
        lines.append(f"- **{day(one.commit)}** {severity} {one.finding.code}, {who} ({code(one.made_by.id[:ID])}): {code(_place(one))}")
        lines.append(f"  - {sentence(one.finding.message, translate)}")
        lines += [f"  - {sentence(words, translate)}" for words in _further(one)]
    lines += [f"- {sentence(one, translate)}" for one in (*unread(audited.audit), *where_it_begins(audited.audit))]
    return "\n".join(lines).strip()


def write_json(audited: Audited) -> str:
    """Write for programs."""
    audit = audited.audit
    head = {"format_version": FORMAT_VERSION, "language": audited.language, **looked_at(audit)}
    counts = {severity.value: number for severity, number in count(tuple(one.finding for one in audit.breaks))}
    unreadable = [{"file": one.file, "commit": one.commit.id, "desk_record": one.is_desk} for one in audit.unreadable]
    return as_text({**head, "counts": counts, "breaks": [_fields(audited, one) for one in audit.breaks], "unreadable": unreadable})


def looked_at(audit: Audit) -> dict[str, Any]:
    """Return what was looked at, as the fields of a JSON object."""
    return {
        "first": _commit(audit.first),
        "last": _commit(audit.last),
        "commits": audit.commits,
        "on_the_main_line": audit.landings,
        "begins": audit.begins,
        "base": audit.base,
    }


def where_it_begins(audit: Audit) -> Iterator[Phrase]:
    """Say what was taken as it was, where the history does not begin with the first record."""
    if audit.begins == "cut off" and audit.base is not None:
        yield say(
            "this clone is shallow: what was before {commit} is not known here; `git fetch --unshallow` gets it", commit=audit.base[:ID]
        )


def unread(audit: Audit) -> Iterator[Phrase]:
    """Say which files could not be read, and from which commit on; each is told once, and a great many are counted."""
    for one in audit.unreadable[:_FEW]:
        yield _unread(one)
    left = len(audit.unreadable) - _FEW
    if left == 1:
        yield say("and 1 more file that could not be read")
    elif left > 1:
        yield say("and {number:,} more files that could not be read", number=left)


def day(commit: Commit) -> Phrase:
    """Return the day of a commit as it is shown: words that are the same in every language."""
    return Phrase(str(day_of(commit) or "?"), {})


def period(audit: Audit) -> Phrase:
    """Say from when to when commits were looked at."""
    if audit.first is None or audit.last is None:
        return say("no commits")
    return say("from {first} to {last}", first=day(audit.first), last=day(audit.last))


def _unread(one: Unreadable) -> Phrase:
    if one.is_desk:
        return say(
            "the desk record {file} could not be read from {commit} ({day}) on; what changed meanwhile is told where it was mended",
            file=one.file,
            commit=one.commit.id[:ID],
            day=day(one.commit),
        )
    return say(
        "{file} could not be read from {commit} ({day}) on, and was taken to be what it was before",
        file=one.file,
        commit=one.commit.id[:ID],
        day=day(one.commit),
    )


def _lines(audited: Audited, one: Break) -> Iterator[str]:
    finding, colour = one.finding, audited.colour
    severity = _PAINT[finding.severity].on(f"{audited.say(called(finding.severity))} {finding.code}", colour=colour)
    yield f"{day(one.commit)}  {severity}  {one.made_by.id[:ID]}  {safe(audited.maker(one))}"
    yield f"    {Colour.BOLD.on(safe_start(_place(one)), colour=colour)}: {safe(audited.say(finding.message))}"
    yield from (f"    {safe(audited.say(words))}" for words in _further(one))


def _place(one: Break) -> str:
    return f"{one.finding.file}:{one.finding.span.line}:{one.finding.span.column}"


def _further(one: Break) -> Iterator[Phrase]:
    if one.made_by.id != one.commit.id:
        yield say("merged by {commit}", commit=one.commit.id[:ID])
    if one.later is not None and one.how == "told":
        yield say("told readers later, in {commit} ({day})", commit=one.later.id[:ID], day=day(one.later))
    elif one.later is not None:
        yield say("put back later, in {commit} ({day})", commit=one.later.id[:ID], day=day(one.later))


def _counted(audited: Audited) -> Phrase:
    audit = audited.audit
    commits = say("1 commit") if audit.commits == 1 else say("{number:,} commits", number=audit.commits)
    if audit.first is None:
        return say("no commits")
    counts = [_number(severity, number) for severity, number in count(tuple(one.finding for one in audit.breaks))]
    return say("{commits} {period}: {counts}", commits=commits, period=period(audit), counts=Row(counts))


def _number(severity: Severity, number: int) -> Phrase:
    match severity:
        case Severity.ERROR:
            return say("1 error") if number == 1 else say("{number:,} errors", number=number)
        case Severity.WARNING:
            return say("1 warning") if number == 1 else say("{number:,} warnings", number=number)
        case Severity.INFO:
            return say("1 note") if number == 1 else say("{number:,} notes", number=number)


def _commit(commit: Commit | None) -> dict[str, Any] | None:
    return None if commit is None else {"id": commit.id, "committed": commit.committed}


def _fields(audited: Audited, one: Break) -> dict[str, Any]:
    finding, of_code = one.finding, kind(one.finding.code)
    return {
        "code": finding.code,
        "name": of_code.name if of_code is not None else "",
        "severity": finding.severity.value,
        "claim": one.claim,
        "file": finding.file,
        "line": finding.span.line,
        "column": finding.span.column,
        "message": audited.say(finding.message),
        "commit": one.commit.id,
        "committed": one.commit.committed,
        "made_by": one.made_by.id,
        "author": audited.maker(one),
        "author_mail": one.made_by.author.mail,
        "subject": one.made_by.subject,
        "later": one.later.id if one.later is not None else None,
        "how": one.how,
    }
