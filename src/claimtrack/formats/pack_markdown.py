"""The pack for an assessor as Markdown, in which no word of a record is more than a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimtrack.formats.terminal import safe
from claimtrack.practice.pack import Pack
from claimtrack.site.pack import edition_of
from claimtrack.site.views.edition import Phrase
from claimtrack.site.views.pack_page import Checked, ClauseView, PackPage, StandardView, pack_page
from claimtrack.site.views.report import Block, Cell, Entries, Facts, Section, Table
from claimtrack.site.wording.words import Words

# What Markdown could take for more than a sign, anywhere in a line; nothing of a record ever stands at the beginning of one.
_MARKS = re.compile(r"[\\`*_\[\]<>|#~&!@$]|(?<=\w):(?=//)|(?<=www)\.", re.IGNORECASE)


def pack_markdown(pack: Pack, mark: str, *, language: str | None = None) -> str:
    """Return the pack as Markdown.

    Arguments:
        pack: what was counted and checked.
        mark: a sentence that says who made the file; it stands at the top as a comment.
        language: the language, where it is not the desk's first.
    """
    edition = edition_of(pack, language)
    page = pack_page(edition, pack)
    return "\n".join([f"<!-- {mark} -->", "", *_page(edition.words, page)]) + "\n"


def escaped(text: str) -> str:
    r"""Return a text on one line, with everything in it that Markdown would act on as itself.

    >>> escaped("# <b>no</b> [x](https://evil.example) @all")
    '\\# \\<b\\>no\\</b\\> \\[x\\](https\\://evil.example) \\@all'
    """
    line = " ".join(text.split())
    return _MARKS.sub(lambda found: f"\\{found[0]}", safe(line, len(line) + 1))


def _page(words: Words, page: PackPage) -> Iterator[str]:
    yield from (f"# {escaped(page.title)}: {_phrase(page.desk)}", "", escaped(words["pack_lead"]), "")
    if page.notice:
        yield from (f"*{_phrase(page.notice)}*", "")
    for warning in page.warnings:
        yield from (f"> **{escaped(warning)}**", "")
    yield from _facts(Facts(rows=page.facts))
    yield from ("", escaped(words["pack_counts_only"]), "", f"## {escaped(words['pack_counted'])}")
    for section in page.sections:
        yield from _section(section)
    if page.standards:
        yield from ("", f"## {escaped(words['pack_clauses'])}", "", escaped(words["pack_clauses_text"]))
    for standard in page.standards:
        yield from _standard(words, standard)
    yield from ("", "---", "", escaped(page.made))


def _section(section: Section) -> Iterator[str]:
    yield from ("", f"### {escaped(section.title)}")
    for note in section.notes:
        yield from ("", escaped(note))
    for block in section.blocks:
        yield ""
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Facts():
            yield from _facts(block)
        case Table():
            yield from _table(block)
        case Entries():
            yield from _entries(block)


def _facts(block: Facts) -> Iterator[str]:
    yield from (f"- **{escaped(one.label)}:** {_cell(one.cell)}" for one in block.rows)


def _table(block: Table) -> Iterator[str]:
    if block.caption:
        yield from (f"**{escaped(block.caption)}**", "")
    yield _row(escaped(column.label) for column in block.columns)
    yield _row("--:" if column.number else "---" for column in block.columns)
    yield from (_row(map(_cell, row)) for row in block.rows)


def _entries(block: Entries) -> Iterator[str]:
    for entry in block.entries:
        # Another sign than that of facts, so that the two are not taken for one list.
        yield f"* {_cell(entry.title)}" + (f" ({escaped(entry.remark)})" if entry.remark else "")
        yield from (f"  - **{escaped(label)}:** {_phrase(text)}" for label, text in entry.texts)


def _standard(words: Words, standard: StandardView) -> Iterator[str]:
    yield from ("", f"### {escaped(standard.name)}")
    if standard.note:
        yield from ("", escaped(standard.note))
    for clause in standard.clauses:
        yield from _clause(words, clause)


def _clause(words: Words, clause: ClauseView) -> Iterator[str]:
    number = f"{escaped(clause.number)} " if clause.number else ""
    yield from ("", f"#### {number}{escaped(clause.asks)}", "", f"*{escaped(clause.known)}.*", "")
    nothing = "" if clause.demanded or clause.looked_for else f" {escaped(words['pack_checked_nothing'])}"
    yield f"- **{escaped(words['pack_checked_here'])}:**{nothing}"
    yield from _checked(words["pack_demanded"], clause.demanded)
    yield from _checked(words["pack_looked_for"], clause.looked_for)
    counted = "; ".join(escaped(label) for label, _ in clause.counted) or escaped(words["pack_counted_nothing"])
    yield f"- **{escaped(words['pack_counted_here'])}:** {counted}"
    yield f"- **{escaped(words['pack_judge_here'])}:** {escaped(clause.judge)}"


def _checked(label: str, checked: tuple[Checked, ...]) -> Iterator[str]:
    if checked:
        yield f"  - {escaped(label)}:"
    for one in checked:
        code = f" `{one.code}`" if one.code else ""
        yield f"    - {_phrase(one.what)}{code} → " + (f"**{escaped(one.found)}**" if one.is_open else escaped(one.found))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    words = _phrase(cell.words)
    return f"[{words}](<{cell.place.address.replace('|', '%7C')}>)" if cell.place else words


def _phrase(phrase: Phrase) -> str:
    return escaped(phrase.text)
