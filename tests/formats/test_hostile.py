"""Whatever a record says: in no format does it forge a finding, a line, a command, a link, or anything that a terminal obeys."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from claimtrack.findings import Finding, Related, Severity
from claimtrack.formats import as_json, as_jsonl, concise, full, github, markdown, sarif
from claimtrack.formats.markdown_text import code, sentence
from claimtrack.formats.report import Report, name_of
from claimtrack.formats.terminal import safe, safe_start
from claimtrack.locations import Span
from claimtrack.phrases import Phrase, say
from claimtrack.rules.registry import KINDS

if TYPE_CHECKING:
    from tests.formats.conftest import Faults

PIECES = (
    "::error file=x::", "::stop-commands::", "##[set-output name=x]y", "##vso[task.setvariable]x", "#", "##", "[", "]", "(", ")", "](",
    "[link](https://evil.example)", "![](https://evil.example/x.png)", "<script>", "<!--", "&lt;", "@everyone", "www.evil.example",
    "https://evil.example/", "me@evil.example", "`", "``", "```", "~~~", "|", "\\", "\\|", "*", "_",
    "\n", "\r", "\r\n", "\n\n", "\n# ", "\n- ",
    "\t", "\x00", "\x1b[2J", "\x1b]52;c;aGk=\x07", "\x9b31m", "\u202e", "\u2066", "\u200b", "\u2028", "\u2029", "\x85", "\x0b", "\x0c",
    "\U000e0041", "\ud800", "%", "%0A", "%250A", "%3A", ":", ",", "=", "{", "}", "{0}", "{{", "‘", "’", " ", "  ", "\xa0", "a", "搬不走",
    "\u200e", "\u200f", "\u061c", "\u0628\u200f", "e\u0301", "🧾", "\u05d0", "\\u{1b}", "_" * 30, "x" * 200,
)  # fmt: skip

hostile = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), min_size=1, max_size=8).map("".join)
"""A text that somebody hopes will do more than be read."""
files = st.lists(hostile.map(lambda name: re.sub("[\0/]", "", name) or "_"), min_size=1, max_size=3).map("/".join)
"""The name of a file that a system would take, and nobody else."""


def phrases(values: st.SearchStrategy[str]) -> st.SearchStrategy[Phrase]:
    """Return phrases around values, made in the ways that rules make them."""
    plain = values.map(lambda value: say("found ‘{found}’, expected one of `a|b` <and> {number} [@ids]", found=value, number=3))
    inside = values.map(lambda value: say("`{field}` has {value!r}{value}: {{x}}", field=value, value=value))
    nested = st.tuples(plain, values).map(lambda two: say("{first}; {second}", first=two[0], second=two[1]))
    return plain | inside | nested


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    """Draw a finding: its code exists, everything else is hostile."""
    kind = draw(st.sampled_from(KINDS[:9]))
    words = hostile | phrases(hostile)
    start = draw(st.integers(1, 9))
    span = Span(start, draw(st.integers(1, 9)), start + draw(st.integers(0, 1)), draw(st.integers(9, 12)))
    related = tuple(Related(draw(files), span, say("{text}", text=draw(words))) for _ in range(draw(st.integers(0, 2))))
    return Finding(
        draw(files), span, kind.code, kind.severity, say("{text}", text=draw(words)), say("{text}", text=draw(words | st.just(""))), related
    )


reports = st.lists(findings(), max_size=5).map(lambda some: Report(findings=tuple(some), claims=3))


OBEYED = re.compile(r"^\s*::|##[A-Za-z]*\[", re.MULTILINE)


BIDIRECTIONAL = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def harmless(text: str) -> bool:
    """Say whether nothing in a text is obeyed by a terminal or by the log of a build, or shown in another order than it has."""
    return not OBEYED.search(text) and not any(
        unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"} or unicodedata.bidirectional(letter) in BIDIRECTIONAL
        for letter in text.replace("\n", "")
    )


@given(hostile)
def test_a_text_that_is_safe_is_harmless_on_one_line(text: str) -> None:
    assert harmless(f"x{safe(text)}")
    assert harmless(safe_start(text))
    assert "\n" not in safe(text) + safe_start(text)


MARKS = "\u200e\u200f\u061c"


@given(hostile)
def test_a_mark_of_direction_is_only_shown_as_it_is_between_letters(text: str) -> None:
    shown = safe(text, 10_000)
    for place in (one.start() for one in re.finditer(f"[{MARKS}]", shown)):
        before, behind = shown[:place], shown[place + 1 :]
        assert any(map(str.isalpha, before))
        assert any(map(str.isalpha, behind))
        assert not set(before[-1] + behind[0]) & set(MARKS)
        assert any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in before + behind if letter not in MARKS)


@pytest.mark.parametrize(
    "text",
    [
        "\u05d7\u05d1\u05e8\u05ea ABC\u200f, \u05d5\u05e2\u05d5\u05d3",  # behind a Latin name, in front of the comma
        "\u0642\u0627\u0644 (\u200e+49 30\u200e) \u0644\u0646\u0627",  # round a telephone number
        "ar: \u200f46\u066a \u0645\u0646",
        "\u0645\u06cc\u200c\u0634\u0648\u062f",  # the joiner that Persian words are written with
        "\u05d0\u061c.\u05d1",
    ],
)
def test_marks_in_arabic_hebrew_and_persian_are_shown_as_they_are(text: str) -> None:
    assert safe(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\u200f46 \u05de", "\\u{200f}46 \u05de"),  # at the beginning
        ("\u05de 46\u200f", "\u05de 46\\u{200f}"),  # at the end
        ("\u05de 46.\u200f!", "\u05de 46.\\u{200f}!"),  # with no letter behind it
        ("ab\u200f-c", "ab\\u{200f}-c"),  # among Latin letters
        ("\u05d0 1\u200f2 \u05d1", "\u05d0 1\\u{200f}2 \u05d1"),  # inside a number
        ("\u05d0\u200f\u200f\u05d1", "\u05d0\\u{200f}\\u{200f}\u05d1"),  # twice
        ("\u05d0\u202e\u200f\u05d1", "\u05d0\\u{202e}\\u{200f}\u05d1"),  # beside an override
        ("\u05d0\u200f \u202e\u05d1", "\u05d0\\u{200f} \\u{202e}\u05d1"),  # in front of one
        ("\u05d0\u2067x\u2069\u05d1", "\u05d0\\u{2067}x\\u{2069}\u05d1"),  # isolates, even closed
    ],
)
def test_marks_elsewhere_are_shown_by_their_number(text: str, shown: str) -> None:
    assert safe(text) == shown


@given(reports)
def test_concise_a_finding_is_one_line(report: Report) -> None:
    written = concise.write(report)
    assert harmless(written)
    lines = written.split("\n") if written else []
    assert len(lines) == len(report.findings)
    for line, one in zip(lines, report.findings, strict=True):
        assert line == f"{safe_start(one.file)}:{one.span.line}:{one.span.column}: {one.code} {safe(one.message)}"


@given(reports, hostile)
def test_full_a_finding_is_one_block(report: Report, line: str) -> None:
    written = full.write(attrs.evolve(report, lines_of=lambda _: (line,) * 12))
    assert harmless(written)
    blocks = written.removesuffix("\n").split("\n\n") if written else []
    assert len(blocks) == len(report.findings)
    for block, one in zip(blocks, report.findings, strict=True):
        first, *others = block.split("\n")
        assert first.startswith(f"{safe_start(one.file)}:{one.span.line}:{one.span.column}: ")
        assert all(re.match(r" {5}= | {5}\| +\^+$| *\d+ \|", other) for other in others)


def fields(one: Finding) -> dict[str, Any]:
    """Return what a finding has to read back as."""
    return {
        "code": one.code,
        "name": name_of(one.code),
        "severity": one.severity.value,
        "file": one.file,
        **attrs.asdict(one.span),
        "message": str(one.message),
        "hint": str(one.hint),
        "fixable": False,
        "related": [{"file": other.file, **attrs.asdict(other.span), "message": str(other.message)} for other in one.related],
    }


@given(reports)
def test_json_reads_back_as_what_was_found(report: Report) -> None:
    text = as_json.write(report)
    assert text.isascii()
    assert harmless(text)
    assert json.loads(text)["findings"] == [fields(one) for one in report.findings]


@given(reports)
def test_jsonl_is_one_finding_a_line_and_a_last_line_that_says_that_this_was_all(report: Report) -> None:
    text = as_jsonl.write(report)
    assert text.isascii()
    assert harmless(text)
    *lines, last = map(json.loads, text.split("\n"))
    assert lines == [{"format_version": 1, "type": "finding", **fields(one)} for one in report.findings]
    assert (last["type"], last["claims"], sum(last["counts"].values())) == ("summary", 3, len(lines))


@given(report=reports)
def test_sarif_is_valid_and_reads_back(report: Report, faults: Faults) -> None:
    text = sarif.write(report)
    assert text.isascii()
    assert harmless(text)
    log = json.loads(text)
    assert faults(log) == []
    for result, one in zip(log["runs"][0]["results"], report.findings, strict=True):
        words = str(one.message) + (f"\nhelp: {one.hint}" if one.hint else "")
        assert result["message"]["text"] == words.replace("](", "] (")
        address = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"([A-Za-z0-9_.~/-]|%[0-9A-F]{2})*", address)
        assert unquote(address, errors="surrogatepass") == one.file


@attrs.frozen
class Command:
    """What GitHub's runner understands: a command, its properties, and what stands behind it."""

    name: str
    properties: dict[str, str]
    data: str


def understood(line: str) -> Command:
    """Read a line as the runner does: a command between colons at the start, properties with commas between, decoded at the very end."""
    match = re.match(r"\s*::(.*?)::(.*)$", line, re.DOTALL)
    assert match is not None
    name, _, properties = match[1].partition(" ")
    pairs = (one.split("=", 1) for one in properties.strip().split(",") if one)
    return Command(name, {key: _decoded(value, {":": "%3A", ",": "%2C"}) for key, value in pairs}, _decoded(match[2], {}))


def _decoded(text: str, further: dict[str, str]) -> str:
    for letter, encoded in {"\r": "%0D", "\n": "%0A", **further, "%": "%25"}.items():
        text = text.replace(encoded, letter)
    return text


def meant(one: Finding) -> Command:
    """Return the command that a finding has to be understood as."""
    span = one.span
    columns = {"col": str(span.column), "endColumn": str(span.end_column)} if span.line == span.end_line else {}
    words = [safe(one.message, 4_000)]
    words += [f"help: {safe(one.hint, 4_000)}"] if one.hint else []
    words += [f"{safe(other.file, 4_000)}:{other.span.line}:{other.span.column}: {safe(other.message, 4_000)}" for other in one.related]
    place = {"file": safe(one.file, 4_000), "line": str(span.line), "endLine": str(span.end_line), **columns}
    level = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}[one.severity]
    return Command(level, {**place, "title": f"{one.code} {name_of(one.code)}"}, "\n".join(words))


@given(reports)
def test_github_understands_each_finding_and_nothing_else(report: Report) -> None:
    text = github.write(report)
    lines = text.split("\n") if text else []
    assert [understood(line) for line in lines] == [meant(one) for one in report.findings]
    assert all(harmless(line.removeprefix("::")) for line in lines)


OURS = {
    "paragraph_open", "paragraph_close", "inline", "text", "strong_open", "strong_close", "code_inline", "heading_open", "heading_close",
    "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close",
}  # fmt: skip


def tokens(text: str) -> list[Token]:
    """Return what a reader of Markdown makes of a text, the pieces of lines among it; tables and struck words as on a forge."""
    read = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    return [one for outer in read for one in (outer, *(outer.children or ()))]


@given(reports)
def test_markdown_shows_our_own_structure_and_nothing_else(report: Report) -> None:
    text = markdown.write(report)
    assert harmless(text)
    read = tokens(text)
    counts = Counter(one.type for one in read)
    assert set(counts) <= OURS
    assert counts["heading_open"] == len({one.file for one in report.findings})
    hints = sum(1 for one in report.findings if one.hint)
    assert counts["list_item_open"] == len(report.findings) + hints + sum(len(one.related) for one in report.findings)
    assert counts["strong_open"] == 1 + len(report.findings)
    # What is not code was written by us: nobody is called, and nothing turns into a link.
    outside_code = "\n".join(one.content for one in read if one.type == "text")
    assert not re.search(r"@|https?:|www\.|evil|everyone|搬不走", outside_code)


@given(hostile.filter(bool))
def test_markdown_code_is_the_whole_text_and_nothing_else(text: str) -> None:
    pieces = [(one.type, one.content) for one in tokens(f"x{code(text)}y") if one.type in {"text", "code_inline"} and one.content]
    assert pieces == [("text", "x"), ("code_inline", safe(text)), ("text", "y")]


@given(phrases(hostile.filter(lambda text: len(text) < 100)))
def test_markdown_sentences_read_as_they_are_meant(words: Phrase) -> None:
    read = "".join(one.content for one in tokens(f"x{sentence(words, str)}x") if one.type in {"text", "code_inline"})
    without_marks = str.maketrans("", "", "` ")
    assert read.translate(without_marks) == f"x{safe(words, 10_000)}x".translate(without_marks)
