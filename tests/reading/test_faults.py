"""Every fault of a file as YAML, with its whole finding: ‹ › marks the place that is reported, « » the place that belongs to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from claimtrack.findings import Finding, Kind, Severity
from claimtrack.reading.documents import MOST_OF_A_KIND, Document
from claimtrack.reading.kinds import (
    ANCHOR,
    BAD_KEY,
    BIDIRECTIONAL,
    CONFLICT_MARKER,
    CONTROL_CHARACTER,
    DIRECTIVE,
    DUPLICATE_KEY,
    EMPTY_FILE,
    GLUED_COMMENT,
    LINE_SEPARATOR,
    MERGE_KEY,
    MIXED_LINE_ENDINGS,
    NOT_A_MAPPING,
    SEVERAL_DOCUMENTS,
    TAB_INDENTATION,
    TAG,
    TEXT_TOO_LONG,
    TOO_DEEP,
    TOO_MANY_VALUES,
)

Expect = Callable[..., None]
Read = Callable[[str | bytes], tuple[Document | None, tuple[Finding, ...]]]
Case = tuple[str, Kind, str, str]

QUOTE = "put the whole text in quotation marks"
OWN_FILE = "put each record into its own file, or delete the line"
TYPE = "says what type a value has; in a record, the field says it"
NO_TYPE = "delete it; if the text itself begins with `!`, put it in quotation marks"
STAR = "put the text in quotation marks if it begins with `*`"
A_TEXT = "if it was meant as a text, put it in quotation marks"
ARCHIVE = "quote what matters and put the document into `archives/`"
LOST = "put the text in quotation marks, or write a blank behind `#` if it is a comment"
NO_PLACE = "has no place in a text"
ENDS = "ends a line for some programs and not for others"
UNSEEN = "is invisible and changes what readers see"
BLANK = "the name of a field begins or ends with a blank that is none for YAML"
BREAK = "put an ordinary line break or a blank in its place"

CHARACTERS: list[Case] = [
    ("note: x‹\u2028›status: approved\n", LINE_SEPARATOR, f"U+2028 LINE SEPARATOR {ENDS}", BREAK),
    ("note: x‹\u2029›status: approved\n", LINE_SEPARATOR, f"U+2029 PARAGRAPH SEPARATOR {ENDS}", BREAK),
    ("note: ü‹\x85›status: approved\n", LINE_SEPARATOR, f"U+0085 NEXT LINE {ENDS}", BREAK),
    ("note: x‹\r›status: approved\n", LINE_SEPARATOR, f"U+000D CARRIAGE RETURN {ENDS}", BREAK),
    ("note: x‹\r›a: b\r\rc: d\r", LINE_SEPARATOR, f"U+000D CARRIAGE RETURN (and 3 more) {ENDS}", BREAK),
    ('note: "x‹\\L›y"\n', LINE_SEPARATOR, f"`\\L` stands for U+2028 LINE SEPARATOR, which {ENDS}", BREAK),
    ("note: a\n# x‹\0›\n", CONTROL_CHARACTER, f"U+0000 NULL {NO_PLACE}", "delete it"),
    ("note: 😀‹\x1b\x1b\x1b›[2J\n", CONTROL_CHARACTER, f"U+001B ESCAPE (and 2 more) {NO_PLACE}", "delete it"),
    ("note: x‹\x7f›\n", CONTROL_CHARACTER, f"U+007F DELETE {NO_PLACE}", "delete it"),
    ("note: x‹\x90›\n", CONTROL_CHARACTER, f"U+0090 {NO_PLACE}", "delete it"),
    ("note: x‹\ufdd0›\n", CONTROL_CHARACTER, f"U+FDD0 {NO_PLACE}", "delete it"),
    ("note: x‹\ufffe›\n", CONTROL_CHARACTER, f"U+FFFE {NO_PLACE}", "delete it"),
    ("note: x‹\U0001ffff›\n", CONTROL_CHARACTER, f"U+1FFFF {NO_PLACE}", "delete it"),
    ("note: x\n‹\ufeff›status: draft\n", CONTROL_CHARACTER, f"U+FEFF BYTE ORDER MARK {NO_PLACE}", "delete it"),
    ('note: "x‹\\0›"\n', CONTROL_CHARACTER, f"`\\0` stands for U+0000 NULL, which {NO_PLACE}", "delete it"),
    ('note: "a\n  b ‹\\x1b›"\n', CONTROL_CHARACTER, f"`\\x1b` stands for U+001B ESCAPE, which {NO_PLACE}", "delete it"),
    ('note: "x‹\\ud800›"\n', CONTROL_CHARACTER, f"`\\ud800` stands for U+D800, which {NO_PLACE}", "delete it"),
    ('note: "x‹\\U00110000›"\n', CONTROL_CHARACTER, "`\\U00110000` stands for no character, which has no place in a text", "delete it"),
    ("note: ‹\u202e›open\n", BIDIRECTIONAL, f"U+202E RIGHT-TO-LEFT OVERRIDE {UNSEEN}", "delete it"),
    ("‹\u2066›note: x\n", BIDIRECTIONAL, f"U+2066 LEFT-TO-RIGHT ISOLATE {UNSEEN}", "delete it"),
    ("note: x # ‹\ufff9›\n", BIDIRECTIONAL, f"U+FFF9 INTERLINEAR ANNOTATION ANCHOR {UNSEEN}", "delete it"),
    ("note: 🏴‹\U000e0068\U000e0069\U000e007f›\n", BIDIRECTIONAL, f"U+E0068 TAG LATIN SMALL LETTER H (and 2 more) {UNSEEN}", "delete it"),
    (
        "note: 🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f‹\U000e0041›\n",
        BIDIRECTIONAL,
        f"U+E0041 TAG LATIN CAPITAL LETTER A {UNSEEN}",
        "delete it",
    ),
    ("note: x‹\U000e0041\U000e0042›\n", BIDIRECTIONAL, f"U+E0041 TAG LATIN CAPITAL LETTER A (and 1 more) {UNSEEN}", "delete it"),
    ('note: "‹\\u202E›x"\n', BIDIRECTIONAL, f"`\\u202E` stands for U+202E RIGHT-TO-LEFT OVERRIDE, which {UNSEEN}", "delete it"),
    (
        "a: b\r\n‹c: d›\ne: f\r\n",
        MIXED_LINE_ENDINGS,
        "the lines end in two ways: 2 as on Windows (CR LF), 1 as elsewhere (LF)",
        "choose one kind of line end in the editor and save",
    ),
]

DECIDE = "decide between the two versions and delete the marker lines"
CONFLICTS: list[Case] = [
    (text, CONFLICT_MARKER, f"file has an unresolved git conflict, {where}", DECIDE)
    for text, where in (
        ("a: b\n‹<<<<<<< HEAD›\nc: d\n=======\nc: e\n>>>>>>> other\nf: g\n", "lines 2 to 6"),
        ("‹<<<<<<< HEAD›\r\nc: d\r\n=======\r\nc: e\r\n>>>>>>> other\r\n", "lines 1 to 5"),
        ("‹<<<<<<< HEAD›\nc: d\n||||||| 1f2e3d\nc: x\n=======\nc: e\n>>>>>>> other\n", "lines 1 to 7"),
        ('a: "text\n‹<<<<<<< HEAD›\n  one\n=======\n  two\n>>>>>>> other\n  end"\n', "lines 2 to 6"),
        ("a: |\n  text\n‹<<<<<<< HEAD›\n  one\n=======\n  two\n>>>>>>> other\n", "lines 3 to 7"),
        ("‹<<<<<<< HEAD›\n# one\n=======\n# two\n>>>>>>> other\na: b\n", "lines 1 to 5"),
        ("a: b\n‹=======›\nc: d\n", "line 2"),
        ("a: b\n‹<<<<<<<›\nc: d\n", "line 2"),
        ("a: b\n‹>>>>>>> other›\nc: d\n", "line 2"),
        ("a: b\n‹||||||| base›\nc: d\n=======\n", "lines 2 to 4"),
        ("a:\n  - b\n‹<<<<<<< HEAD›\n  - c\n=======\n  - d\n>>>>>>> x", "lines 3 to 7"),
    )
]

SECOND = "`status` stands here a second time"
STRUCTURE: list[Case] = [
    ("", EMPTY_FILE, "there is nothing in the file", "write the record, or delete the file"),
    ("\n \n", EMPTY_FILE, "there is nothing in the file", "write the record, or delete the file"),
    ("# status: draft\n", EMPTY_FILE, "there is nothing but comments in the file", "write the record, or delete the file"),
    ("# none\nnull\n", EMPTY_FILE, "there is nothing but ‘null’ in the file", "write the record, or delete the file"),
    ("---\n", EMPTY_FILE, "there is nothing but ‘---’ in the file", "write the record, or delete the file"),
    ("‹-› status: draft\n", NOT_A_MAPPING, "expected fields with their names, found a list", "begin each field with its name and a colon"),
    ("‹[›a, b]\n", NOT_A_MAPPING, "expected fields with their names, found a list", "begin each field with its name and a colon"),
    ("\n‹The bridge›\n", NOT_A_MAPPING, "expected fields with their names, found a text", "begin each field with its name and a colon"),
    ("a: b\n‹---›\nc: d\n", SEVERAL_DOCUMENTS, "a second document begins here", OWN_FILE),
    ("a: b\n...\n‹---›\n", SEVERAL_DOCUMENTS, "a second document begins here", OWN_FILE),
    ("a: b\n‹...›\n# c\nd: e\n", SEVERAL_DOCUMENTS, "`...` ends the document, but the text goes on behind it", OWN_FILE),
    ("{a: b}\n‹c›: d\n", SEVERAL_DOCUMENTS, "the text goes on behind the end of the document", OWN_FILE),
    ("a: b\n‹%YAML 1.2›\nc: d\n", DIRECTIVE, "‘%YAML 1.2’ is an instruction to the YAML reader", "delete the line"),
    ("‹%YAML 9.9›\n---\na: b\n", DIRECTIVE, "‘%YAML 9.9’ is an instruction to the YAML reader", "delete the line"),
    ("# why\r\n‹%FOO bar›\r\n---\r\na: b\r\n", DIRECTIVE, "‘%FOO bar’ is an instruction to the YAML reader", "delete the line"),
    ("quantity:\n  ‹<<›: {unit: person}\n", MERGE_KEY, "`<<` takes fields from elsewhere", "write the fields out"),
    ("a: ‹!!str› b\n", TAG, f"`!!str` {TYPE}", NO_TYPE),
    ("a: ‹!› b\n", TAG, f"`!` {TYPE}", NO_TYPE),
    ("a:\n  - b: ‹!<tag:x>› [c]\n", TAG, f"`!<tag:x>` {TYPE}", NO_TYPE),
    ("a: ‹!›b{c\n", TAG, "a text cannot begin with ‘!’", QUOTE),
    ("a: ‹&x› b\n", ANCHOR, "a value is given the name `&x`, which records do not have", "delete the name"),
    ("a: ‹*wichtig›\n", ANCHOR, "`*wichtig` repeats a value that nothing in the file is named for", STAR),
    ("a: ‹*›wichtig* ist\n", ANCHOR, "a text cannot begin with ‘*’", QUOTE),
    ("a: ‹&› b\n", ANCHOR, "a text cannot begin with ‘&’", QUOTE),
    ("a:\n  b: c\n‹\u00a0\u00a0d›: e\n", BAD_KEY, BLANK, "put an ordinary blank in its place"),
    ("‹:› b\n", BAD_KEY, "a field has no name", "write a name in front of the colon"),
    ('‹""›: b\n', BAD_KEY, "a field has no name", "write a name in front of the colon"),
    ("‹{›a, b}: c\n", BAD_KEY, "a list or mapping stands where the name of a field belongs", A_TEXT),
    ("‹?› a\n: b\n", BAD_KEY, "the name of a field begins with `? `", "leave the question mark out"),
    ("a: {‹?› b : c}\n", BAD_KEY, "the name of a field begins with `? `", "leave the question mark out"),
    ("‹?›\n  a\n: b\n", BAD_KEY, "the name of a field begins with `? `", "leave the question mark out"),
    (f"‹{'k' * 201}›: b\n", BAD_KEY, "the name of a field has 201 characters, expected at most 200", A_TEXT),
    (f"‹k›{'k' * 1100}: b\n", BAD_KEY, "the name of a field has 1,101 characters, expected at most 200", QUOTE),
    ('‹"a\\nb"›: c\n', BAD_KEY, "the name of a field has a line break", A_TEXT),
    ("a: " + "[" * 19 + "‹[›" + "]" * 20 + "\n", TOO_DEEP, "lists and mappings are nested more than 20 deep here", "write the value flat"),
    ("a: ‹" + "x" * 65_537 + "›\n", TEXT_TOO_LONG, "the text has 65,537 characters, expected at most 65,536", ARCHIVE),
    ("a: [" + "b," * 19_998 + "‹c›]\n", TOO_MANY_VALUES, "more than 20,000 values", "split the record"),
    ("a: platform ‹#5 was late›\nb: c\n", GLUED_COMMENT, "‘#5 was late’ was taken for a comment and is not part of the text", LOST),
    ("a:  ‹#5 was late›  \nb: c\n", GLUED_COMMENT, "‘#5 was late’ was taken for a comment and is not part of the text", LOST),
    ("a: [b, c  ‹#5›\n  ]\n", GLUED_COMMENT, "‘#5’ was taken for a comment and is not part of the text", LOST),
]  # fmt: skip

TABS: list[Case] = [
    ("a:\n‹\t›b: c\n", TAB_INDENTATION, "the line is indented with a tab", "put blanks in its place"),
    ("a:\n  b: c\n‹\t›d: e\n", TAB_INDENTATION, "the line is indented with a tab", "put blanks in its place"),
    ("a: |\n‹\t\t›b\n", TAB_INDENTATION, "the line is indented with a tab", "put blanks in its place"),
    ("a:‹\t›b\n", TAB_INDENTATION, "a tab stands where YAML wants blanks", "put blanks in its place"),
    ("a: b‹\t›c\n", TAB_INDENTATION, "a tab stands where YAML wants blanks", "put blanks in its place"),
    ("a: b‹\t›# c\n", TAB_INDENTATION, "a tab stands where YAML wants blanks", "put blanks in its place"),
    ("a: [b,‹\t›c]\n", TAB_INDENTATION, "a tab stands where YAML wants blanks", "put blanks in its place"),
    ('a: |‹\t›# "x"\n  b\n', TAB_INDENTATION, "a tab stands where YAML wants blanks", "put blanks in its place"),
]


@pytest.mark.parametrize("case", [*CHARACTERS, *CONFLICTS, *STRUCTURE, *TABS], ids=lambda case: f"{case[1].name}: {case[0][:40]!r}")
def test_a_fault_is_found_at_its_place(case: Case, expect_only: Expect) -> None:
    expect_only(*case)


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        ("status", "status", SECOND),
        ("status", '"status"', SECOND),
        ("status", "Status", "`Status` is the same name as `status` for readers"),
        ("café", "cafe\u0301", "`cafe\u0301` is the same name as `café` for readers"),
        ("status", "status\u200b", "`status\u200b` is the same name as `status` for readers"),
        ("Straße", "STRASSE", "`STRASSE` is the same name as `Straße` for readers"),
        ("status", "ｓｔａｔｕｓ", "`ｓｔａｔｕｓ` is the same name as `status` for readers"),
    ],
)
def test_two_names_that_readers_take_for_one_are_one(first: str, second: str, message: str, expect_only: Expect) -> None:
    expect_only(f"a: b\n«{first}»: x\nc:\n  - d: e\n‹{second}›: y\n", DUPLICATE_KEY, message, "keep one of the two", "first defined here")


def test_an_anchor_is_told_with_all_its_repetitions(expect_only: Expect) -> None:
    message = "a value is given the name `&x`, which records do not have"
    expect_only("a: ‹&x› b\nc: «*x»\nd: [«*x»]\n", ANCHOR, message, "write the value out wherever it belongs", "repeated here")


def test_all_faults_of_a_file_are_told_at_once(read: Read) -> None:
    text = '\ufeffa: x\x01\na: y #1\na: "\\0"\nb: &c !!str d\nb:\n  e: 1\n  e: 2\n  <<: {}\n? f\n: \u202e\n'
    document, findings = read(text)
    assert document is None
    assert [(one.code, one.span.line, one.span.column) for one in findings] == [
        ("CT014", 1, 1),
        ("CT011", 1, 5),
        ("CT027", 2, 1),
        ("CT033", 2, 6),
        ("CT027", 3, 1),
        ("CT011", 3, 5),
        ("CT024", 4, 4),
        ("CT026", 4, 7),
        ("CT027", 5, 1),
        ("CT027", 7, 3),
        ("CT025", 8, 3),
        ("CT028", 9, 1),
        ("CT013", 10, 3),
    ]


def test_a_kind_that_crowds_a_file_is_shown_so_often_and_no_more(read: Read) -> None:
    _, findings = read("a: b\n" * 500)
    assert len(findings) == MOST_OF_A_KIND
    assert findings[-2].message == SECOND.replace("status", "a")
    assert findings[-1].message == SECOND.replace("status", "a") + " (and more of the kind behind it, which are not shown)"


def test_a_warning_alone_does_not_refuse_a_file(read: Read) -> None:
    document, findings = read("a: platform #5\n" + "".join(f"f{n}: x #5\n" for n in range(1_200)))
    assert {one.severity for one in findings} == {Severity.WARNING}
    assert document is not None
    assert document.values["a"] == "platform"


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  x\n  =======\n  y\n",
        "a: <<<<<<< x\nb: >\n  ========\n",
        "# ====== =======x\n=======x: a\n",
        "a: x  # a comment\nb: y # another\nc: x#5\nd: 'x' #5\ne: ## aside\nf: [g] #h\n",
        "a: \"x\ty\"\nb: 'x\ty'\nc: |\n  x\ty\n  \t\nd: z # x\ty\n# \tx\ty\n#\tx\n",
        "a: Stimmt das? Nein\nb: Halt ! Wer da & warum * x\nc: [Wer?, Was]\n? x".removesuffix("\n? x") + "\nd: ?x\n",
        'a: "C:\\\\users \\" \\/ \\t \\n \\_ \\u00e4 \\x41 \\U0001f600"\n',
        "---\na: b\n...\n",
        "a: مرحبا بالعالم\nb: שלום\nc: می\u200cخواهم\nd: 👨\u200d👩\u200d👧\n",
        "a: 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f won\n",
        "\u200e\u200f: ignorable but not dangerous\n",
        "a: '<<'\n'<<': b\n",
        "a: '&x'\nb: 10 %\nc: x!y&z*\n",
        "K: x\nÄ: y\n",
    ],
)
def test_what_looks_like_a_fault_and_is_none(text: str, read: Read) -> None:
    document, findings = read(text)
    assert findings == ()
    assert document is not None


@pytest.mark.parametrize(
    "text",
    ["a: {b: c, d: e ‹#2, f: g}›\n", "a: {b: c, d: e ‹#2, f: g}›\nh: i\n", "a: [b ‹#2, c]›\nd: e\n", "a: {b: c ‹#2,›\n  d: e}\nf: g\n"],
)
def test_a_comment_that_takes_the_end_of_a_bracket_with_it_is_one_error(text: str, marked: Callable[[str], Any], read: Read) -> None:
    place = marked(text)
    document, (one,) = read(place.text)
    assert document is None
    assert (one.span, one.code, one.severity, one.hint) == (place.spans[0], GLUED_COMMENT.code, Severity.ERROR, LOST)
