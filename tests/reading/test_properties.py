"""What holds for every file: bytes become findings or a document, every value is where its span says, and other readers agree."""

from __future__ import annotations

import io
import json
import re
import textwrap
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from claimtrack.findings import Severity
from claimtrack.locations import RecordPath, Span
from claimtrack.reading import yaml_door
from claimtrack.reading.documents import Document, read_document

FILE = "claims/bridge/jam.yaml"
NOTHING = {"", "~", "null", "Null", "NULL"}

RECORD = """\
# A claim
status: draft
authors: [ines, "Jörg"]
statement:
  de: Die Brücke ist 'gesperrt'.   # heute
  en: "The bridge is \\"closed\\"."
quote: {exact: the bridge, at: 4-14}
evidence:
  - id: notice
    quote: |
      Closed since
      Monday
  - id: photo
    seen:
"""
SIGNS = [
    *"\"'#:-?[]{},&*!|>\n\r\t %@`\\~=<\0\x85\u2028\u202e\ufeff😀äx0",
    ": ", "- ", " #", "\r\n", "---\n", "...\n", "<<: ", "&a ", "*a", "!t ", "|-\n", ">+\n", "null", "=======\n", "\\x00", "\\ud800", "\n  ",
]  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A record with a few accidents."""
    text = RECORD
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(SIGNS)) + text[at + draw(st.integers(0, 4)) :]
    return text


def check_outcome(data: bytes) -> Document | None:
    document, findings = read_document(FILE, data)
    assert (document is None) == any(one.severity is Severity.ERROR for one in findings)
    assert list(findings) == sorted(findings, key=lambda one: one.sort_key)
    lines = data.decode("utf-8", "replace").split("\n")
    for one in findings:
        for span in (one.span, *(other.span for other in one.related)):
            assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
            assert span.end_line <= len(lines)
            assert span.end_column <= len(lines[span.end_line - 1]) + 1
        assert one.message
        assert "\n" not in one.message
    return document


@settings(max_examples=300)
@given(st.binary(max_size=200))
@example(b"\xff\xfe")
@example(b"a: \xf3\xa0\x81")
def test_any_bytes_become_findings_or_a_document(data: bytes) -> None:
    check_outcome(data)


@settings(max_examples=300)
@given(st.lists(st.sampled_from([*SIGNS, "a", "b: c\n", "  "]), max_size=40).map("".join))
def test_any_signs_become_findings_or_a_document(text: str) -> None:
    check_outcome(text.encode("utf-8"))


@settings(max_examples=300)
@given(damaged())
def test_a_damaged_record_is_refused_or_read_alike_by_every_reader(text: str) -> None:
    document = check_outcome(text.encode("utf-8"))
    if document is not None:
        assert trees(text.removeprefix("\ufeff")) == {"PyYAML": document.values, "ruamel.yaml": document.values}


def trees(text: str) -> dict[str, Any]:
    """Return the tree of texts as other readers see it."""
    return {
        "PyYAML": tree(yaml.compose(text, Loader=yaml.CBaseLoader)),
        "ruamel.yaml": tree(YAML(typ="safe", pure=True).compose(io.StringIO(text))),
    }


def tree(node: Any) -> Any:  # noqa: ANN401  (two libraries, one form of nodes)
    if node.id == "mapping":
        return {key.value: tree(value) for key, value in node.value}
    if node.id == "sequence":
        return [tree(value) for value in node.value]
    return None if not node.style and node.value in NOTHING else node.value


NAMES = st.from_regex(r"[a-zäé][a-z0-9ü_-]{0,7}", fullmatch=True) | st.sampled_from(["Zahl der Brücken", "pt-BR", "😀"])
INNOCENT = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Cn", "Co"))
TEXTS = st.text(st.sampled_from("ab üß'\"#:-,[]{}\\\n\t.?%&*!|>😀\u200d\u05d0\u00a0~@`1") | INNOCENT, max_size=25)
VALUES = st.recursive(
    st.none() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=15,
)
PLAIN = re.compile(r"[a-zäöü0-9](?:[a-zA-ZäöüßÄ0-9 .'&*-]*[a-zäöüß0-9.])?")
BELOW_BAR = re.compile(r"(?:[^\s][^\n]*\n)*[^\s][^\n]*\n?")


class Writer:
    """Writes values as YAML in ways that hypothesis chooses; shares no code with any reader."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.choose: Callable[[list[str]], str] = lambda ways: draw(st.sampled_from(ways))

    def document(self, value: dict[str, Any]) -> str:
        return self.choose(["", "# ü 😀\n", "---\n"]) + self.block(value, 0)

    def block(self, value: Any, indent: int) -> str:  # noqa: ANN401  (values of every kind)
        blanks = " " * indent
        if isinstance(value, dict):
            return "".join(f"{blanks}{self.name(key)}:{self.after_sign(one, indent + 2)}" for key, one in value.items())
        return "".join(f"{blanks}-{self.after_sign(one, indent + 2)}" for one in value)

    def after_sign(self, value: Any, indent: int) -> str:  # noqa: ANN401
        comment = self.choose(["", "", "  # so # it is"])
        if isinstance(value, dict | list) and value and self.choose(["block", "flow"]) == "block":
            return f"{comment}\n{self.block(value, indent)}"
        if isinstance(value, str) and BELOW_BAR.fullmatch(value) and self.choose(["bar", "line"]) == "bar":
            lines = "".join(f"{' ' * indent}{line}\n" for line in value.removesuffix("\n").split("\n"))
            return f" {'|' if value.endswith(chr(10)) else '|-'}{comment}\n{lines}"
        written = self.flow(value, in_brackets=False)
        return f" {written}{comment}\n" if written else f"{comment}\n"

    def flow(self, value: Any, *, in_brackets: bool) -> str:  # noqa: ANN401
        if isinstance(value, dict):
            return "{" + ", ".join(f"{self.name(key)}: {self.flow(one, in_brackets=True)}" for key, one in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(self.flow(one, in_brackets=True) for one in value) + "]"
        if value is None:
            return self.choose(["~", "null"] if in_brackets else ["~", "null", ""])
        ways = [json.dumps(value, ensure_ascii=False)]
        if "\n" not in value:
            ways.append("'" + value.replace("'", "''") + "'")
        if PLAIN.fullmatch(value) and value not in NOTHING:
            ways.append(value)
        return self.choose(ways)

    def name(self, name: str) -> str:
        return self.choose([name, f'"{name}"'])


@st.composite
def documents(draw: st.DrawFn) -> tuple[dict[str, Any], str]:
    values = draw(st.dictionaries(NAMES, VALUES, min_size=1, max_size=4))
    text = Writer(draw).document(values)
    return values, draw(st.sampled_from(["", "\ufeff"])) + text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


def paths(value: Any, path: RecordPath = ()) -> Iterator[tuple[RecordPath, Any]]:  # noqa: ANN401
    yield path, value
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, one in steps:
        yield from paths(one, (*path, step))


def cut(text: str, span: Span) -> str:
    lines = re.split(r"(?<=\n)", text)
    inside = lines[span.line - 1 : span.end_line]
    inside[-1] = inside[-1][: span.end_column - 1]
    inside[0] = inside[0][span.column - 1 :]
    return "".join(inside)


@settings(max_examples=150)
@given(documents())
def test_every_value_is_read_and_stands_where_its_span_says(made: tuple[dict[str, Any], str]) -> None:
    values, text = made
    document, findings = read_document(FILE, text.encode("utf-8"))
    assert [one.code for one in findings] == (["CT014"] if text.startswith("\ufeff") else [])
    assert document is not None
    assert document.values == values
    text = text.removeprefix("\ufeff")
    for path, value in paths(values):
        if path and isinstance(path[-1], str):
            assert cut(text, document.span(path, key=True)).strip('"') == path[-1]
        written = cut(text, document.span(path))
        if isinstance(value, dict | list) and not document.is_flow(path):
            assert "\n" not in written
            first = next(iter(value))
            assert written.startswith("-" if isinstance(value, list) else (first, f'"{first}"'))
        elif written.startswith("|"):
            below = written.replace("\r", "").partition("\n")[2]
            assert textwrap.dedent(below).rstrip() == value.rstrip()
        else:
            assert tree(yaml.compose(f"a: {written}\n", Loader=yaml.CBaseLoader)) == {"a": value}


@settings(max_examples=150)
@given(documents())
def test_what_is_accepted_is_the_same_tree_of_texts_for_every_reader(made: tuple[dict[str, Any], str]) -> None:
    values, text = made
    assert trees(text.removeprefix("\ufeff")) == {"PyYAML": values, "ruamel.yaml": values}


@settings(max_examples=60)
@given(documents().map(lambda made: made[1]) | damaged())
def test_without_libyaml_the_same_is_read(text: str) -> None:
    assume("?" not in text)  # PyYAML's own parser takes a question mark inside brackets for a sign
    expected = check_outcome(text.encode("utf-8"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_door, "_fastest_parser", yaml_door.PurePythonParser)
        document = check_outcome(text.encode("utf-8"))
    assert (document.values if document else None) == (expected.values if expected else None)
