"""Documents: plain values, and the place of each; ‹ › marks the span that is expected."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from claimtrack.findings import Finding
from claimtrack.locations import RecordPath, Span
from claimtrack.reading.documents import Document
from claimtrack.reading.kinds import BYTE_ORDER_MARK, NOT_UTF8, TOO_LARGE

Read = Callable[[str | bytes], tuple[Document | None, tuple[Finding, ...]]]


def values(read: Read, text: str) -> dict[str, object]:
    document, findings = read(text)
    assert findings == ()
    assert document is not None
    return document.values


def test_every_value_is_the_text_that_stands_there(read: Read) -> None:
    text = "title: 1984\nlanguage: no\nrating: true\nat: 12:30\non: 2026-02-30\nn: 010\nf: .nan\nb: 0o7\nx: 1e999999\nbig: " + "9" * 5000
    assert values(read, text) == {
        "title": "1984",
        "language": "no",
        "rating": "true",
        "at": "12:30",
        "on": "2026-02-30",
        "n": "010",
        "f": ".nan",
        "b": "0o7",
        "x": "1e999999",
        "big": "9" * 5000,
    }


def test_nothing_is_what_is_empty_or_says_so_without_quotation_marks(read: Read) -> None:
    text = "a:\nb: ~\nc: null\nd: Null\ne: NULL\nf: nULL\ng: ''\nh: \"~\"\ni: 'null'\nj: |\nk: [~, '', x, null]\nl: {a: , b: ''}\n"
    assert values(read, text) == {
        "a": None, "b": None, "c": None, "d": None, "e": None, "f": "nULL", "g": "", "h": "~", "i": "null", "j": "",
        "k": [None, "", "x", None], "l": {"a": None, "b": ""},
    }  # fmt: skip


def test_lists_and_mappings_become_lists_and_dicts_in_their_order(read: Read) -> None:
    text = "b:\n- x\n- - y\n  - z: |\n      long\n      text\na: {d: [], c: {}}\n"
    document = values(read, text)
    assert document == {"b": ["x", ["y", {"z": "long\ntext\n"}]], "a": {"d": [], "c": {}}}
    assert list(document) == ["b", "a"]


def test_a_file_that_gets_the_closer_look_has_the_same_values(read: Read) -> None:
    text = "a: [b, ~, {c: 'd'}]\n"
    assert values(read, text) == values(read, text + "# \t *x\n")


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("start", ["", "# Überschrift 😀\n", "---\n"])
@pytest.mark.parametrize(
    ("path", "text"),
    [
        (("a",), "a: ‹bridge›  # comment\nc: d\n"),
        (("ü😀",), "x: y\nü😀: ‹ö😀ä›\n"),
        (("a", "b"), 'a: {ü: 😀, b: ‹"c"›}\n'),
        (("a", 1), "a: [ü, ‹'c d'›]\n"),
        (("a",), "a: ‹[b, c]›\n"),
        (("a",), "a: ‹{b: c,\n  d: e}›  # x\n"),
        (("a", 1, "b"), "a:\n- x\n- c: d\n  b: ‹e›\n"),
        (("a",), 'a: ‹"b\n  c"›\nd: e\n'),
        (("a",), "a: ‹b\n  c›\n\nd: e\n"),
        (("a",), "a: ‹|\n  b\n\n  c›\n\n# d\ne: f\n"),
        (("a",), "a: ‹>-\n  b›"),
        (("a",), "a: ‹|›\nb: c\n"),
        (("a",), "a:‹›\nb: c\n"),
        (("a", 0), "a:\n  -‹›\n  - b\n"),
        (("a",), "a:\n  ‹b: c›  # x\n  d: e\n"),
        (("a",), "a:\n  ‹b›:\n    c: d\n"),
        (("a",), "a:\n  ‹b: [c,›\n    d]\n"),
        (("a",), "a:\n  ‹b: |›\n    c\n"),
        (("a",), "a:\n  ‹- b: c›\n    d: e\n"),
        (("a",), "a:\n‹- - b›\n  - c\n- d\n"),
        (("a",), "a:\n  ‹-›\n    b\n"),
        (("a", 0), "a:\n  - ‹id: b›\n    c: d\n"),
        ((), "‹status: draft›\na: b\n"),
    ],
)
def test_the_span_of_a_value(path: RecordPath, text: str, start: str, line_end: str, read: Read, marked: Callable[[str], object]) -> None:
    place = marked((start + text).replace("\n", line_end))
    document, _ = read(place.text)  # type: ignore[attr-defined]  # a marked text
    assert document is not None
    assert document.span(path) == place.spans[0]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (("a",), "‹a›: b\n"),
        (("a", "c"), 'a:\n  b: c\n  ‹"c"›: d\n'),
        (("a", "c"), "a: {b: x, ‹c›}\n"),
        (("a", 0), "a: [‹b›]\n"),
        ((), "‹a: b›\n"),
    ],
)
def test_the_span_of_a_name(path: RecordPath, text: str, read: Read, marked: Callable[[str], object]) -> None:
    place = marked(text)
    document, _ = read(place.text)  # type: ignore[attr-defined]  # a marked text
    assert document is not None
    assert document.span(path, key=True) == place.spans[0]  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", [("a", "x"), ("a", 0), ("a", "b", "c"), ("a", "b", 0, "d")])
def test_what_is_absent_is_shown_at_the_nearest_value_around_it(path: RecordPath, read: Read) -> None:
    document, _ = read("a:\n  b: c\n")
    assert document is not None
    assert document.span(path) == (Span(2, 3, 2, 7) if path[1] != "b" else Span(2, 6, 2, 7))
    assert document.span(path, key=True) == document.span(path)


def test_what_stands_in_brackets_is_known(read: Read) -> None:
    document, _ = read("a: {b: {c: d}}\ne:\n  f: [g]\n")
    assert document is not None
    assert [path for path in [(), ("a",), ("a", "b"), ("a", "b", "c"), ("e",), ("e", "f"), ("x",)] if document.is_flow(path)] == [
        ("a",),
        ("a", "b"),
        ("e", "f"),
    ]


def test_a_byte_order_mark_is_a_warning_and_not_counted(read: Read) -> None:
    document, findings = read(b"\xef\xbb\xbfa: b\nc: d\n")
    assert [(one.code, one.span, one.message, one.hint) for one in findings] == [
        (BYTE_ORDER_MARK.code, Span(1, 1, 1, 1), "the file begins with a byte order mark", "save it as UTF-8 without BOM"),
    ]
    assert document is not None
    assert document.span(("a",)) == Span(1, 4, 1, 5)


@pytest.mark.parametrize(
    ("data", "span", "message", "hint"),
    [
        (
            "a: b\nc: Brücke".encode("latin-1"),
            Span(2, 6, 2, 7),
            "byte 0xFC, number 11 of the file, is not UTF-8",
            "save the file as UTF-8; in Windows-1252 the byte would be ‘ü’",
        ),
        (
            "ä: ".encode() + b"\x81\xff\xfe",
            Span(1, 4, 1, 5),
            "byte 0x81, number 5 of the file, is not UTF-8, nor are 2 more bytes",
            "save the file as UTF-8",
        ),
        (
            b"a: \xed\xa0\x80",
            Span(1, 4, 1, 5),
            "byte 0xED, number 4 of the file, is not UTF-8, nor are 2 more bytes",
            "save the file as UTF-8; in Windows-1252 the byte would be ‘í’",
        ),
        (
            b"a: b\nc: \xe4 \xfc\n",
            Span(2, 4, 2, 5),
            "byte 0xE4, number 9 of the file, is not UTF-8, nor is 1 more byte",
            "save the file as UTF-8; in Windows-1252 the byte would be ‘ä’",
        ),
        *(
            (
                "status: draft".encode(encoding),
                Span(1, 1, 1, 1),
                f"the file is written in {name}, expected UTF-8",
                "save it as UTF-8, which some editors keep apart from ‘Unicode’",
            )
            for encoding, name in (("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"), ("utf-32", "UTF-32"))
        ),
    ],
)
def test_what_is_not_utf_8_is_refused(data: bytes, span: Span, message: str, hint: str, read: Read) -> None:
    document, findings = read(data)
    assert document is None
    assert [(one.code, one.span, one.message, one.hint) for one in findings] == [(NOT_UTF8.code, span, message, hint)]


def test_a_file_over_its_bound_is_refused_unread(read: Read) -> None:
    document, findings = read(b"#" * 1_048_577)
    assert document is None
    assert [(one.code, one.message, one.hint) for one in findings] == [
        (TOO_LARGE.code, "the file has 1,048,577 bytes, expected at most 1,048,576", "move long texts out of the record"),
    ]


def test_a_clean_file_does_not_load_the_second_reader() -> None:
    program = (
        "import sys; from claimtrack.reading.documents import read_document; "
        "clean = read_document('x.yaml', b'a: b'); loaded = [name for name in sys.modules if name.startswith('ruamel')]; "
        "broken = read_document('x.yaml', b'a: b: c'); print(clean[1], loaded, broken[1][0].code, 'ruamel.yaml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "() [] CT020 True"


@pytest.mark.parametrize("trouble", [RecursionError(), ValueError("odd"), AssertionError()])
def test_trouble_of_the_second_reader_leaves_the_words_of_the_first(
    trouble: Exception, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise trouble

    monkeypatch.setattr("ruamel.yaml.YAML.parse", fail)
    _, findings = read("a: b: c\n")
    assert [(one.span, one.message) for one in findings] == [
        (Span(1, 5, 1, 6), "a colon and a blank inside a text look like the end of a field's name"),
    ]
