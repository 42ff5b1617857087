"""Files that no parser can read, in words for people: ‹ › marks the place that is reported, « » the place that belongs to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimtrack.reading.kinds import NOT_YAML

Expect = Callable[..., None]

QUOTE = "put the whole text in quotation marks"
COLON = "a colon and a blank inside a text look like the end of a field's name"
COLUMN = "begin it in the same column as the field that it stands beside"
ENTRY = "an entry of a list stands where the name of a field belongs"
BELOW = "indent it below the name of its list"
AROUND = "the fields around it begin here"
COMMA = "put a comma between two values; a text with commas, brackets or colons needs quotation marks around it"
BACKSLASH = "write `\\\\` for a backslash, or put the text in ' ' instead"
OUTER = 'put the whole text between one pair of quotation marks, with „ “ or \\" inside'
CLOSE_DOUBLE = 'put " where the text ends; inside the text, it is written \\"'
CLOSE_SINGLE = "put ' where the text ends; inside the text, it is written ''"
NEXT_LINE = "move the text to the next line and indent it, or put it in quotation marks"
LIST_BELOW = "begin the list on the next line; if it was meant as a text, put it in quotation marks"
COLUMN_3 = "the line begins in column 3, what it could belong to in column 1"
BELONGS = "what it could belong to begins here"
AMONG = "‘c: d’ stands among the entries of a list, but does not begin with `- `"
CLOSED_LATE = "the quotation mark ' that opens here is closed only in line 2, in front of more text"
NAME = "put a name and a colon in front of it; if the line goes on with the text above it, indent it"

CASES = [
    ("a: The mayor said‹:› closed\nb: c\n", COLON, QUOTE),
    ("a: „b“‹:› c\n", COLON, QUOTE),
    ('a: "b"‹:› c\n', COLON, QUOTE),
    ("a: b\n  ‹c›: d\n", "‘c’ looks like the name of a field, but the line belongs to the text above it", f"{COLUMN}, or {QUOTE}"),
    ("a‹:›b\nc: d\n", "there is no blank behind the colon of `a`", "write `a: …`"),
    ("a‹:›\u00a0b\nc: d\n", "there is no blank behind the colon of `a`", "write `a: …`"),
    ("a: b\nc‹:›\u00a0d\n", "there is no blank behind the colon of `c`", "write `c: …`"),
    ("a: b\nc‹:›d\n", "there is no blank behind the colon of `c`", "write `c: …`"),
    ("a:\n  - b‹:›c\n    d: e\n", "there is no blank behind the colon of `b`", "write `b: …`"),
    ('a: ‹"›b\nc: d\n', 'the quotation mark " that opens here is never closed', CLOSE_DOUBLE),
    ("a: ‹'›b\nc: d\n", "the quotation mark ' that opens here is never closed", CLOSE_SINGLE),
    ('a: ‹"›b”\nc: d\n', 'the quotation mark " that opens here is never closed', CLOSE_DOUBLE),
    (
        'a: ‹"›b\nc: "d"\n',
        'the quotation mark " that opens here is closed only in line 2, in front of more text',
        'put " where the text ends',
    ),
    ('a: "He said "‹no" to it"›\nb: c\n', '‘no" to it"’ stands behind the closing quotation mark "', OUTER),
    ('a: "b" ‹said›\n', '‘said’ stands behind the closing quotation mark "', OUTER),
    (
        "a: 'It'‹s open'›\n",
        "‘s open'’ stands behind the closing quotation mark '",
        "put the whole text between one pair of quotation marks, with ’ or '' inside",
    ),
    ("a: ‹[›b, c\nd: e\n", "the bracket `[` that opens here is not closed before line 2", "put `]` at the end"),
    ("a: ‹{›b: c\nd: e\n", "the bracket `{` that opens here is not closed before line 2", "put `}` at the end"),
    (
        "a: {b: c, d: e ‹# f, g: h}›\ni: j\n",
        "`}` stands in a comment, which begins here",
        "put the text with `#` in quotation marks, or `}` in front of the comment",
    ),
    ("a: ‹{›b: 'c # }', d: e\nf: g\n", "the bracket `{` that opens here is not closed before line 2", "put `}` at the end"),
    ("a: ‹[›b, c", "the bracket `[` that opens here is never closed", "put `]` at the end"),
    ("a: [b] ‹c›\n", "‘c’ stands behind a closing bracket", f"{QUOTE}, brackets included"),
    ("a: b]\nc: ‹]›\n", "a text cannot begin with ‘]’", QUOTE),
    ("a: ‹,› b\n", "a text cannot begin with ‘,’", QUOTE),
    ("a: ‹@›b\n", "a text cannot begin with ‘@’", QUOTE),
    ("a: ‹`›b`\n", "a text cannot begin with ‘`’", QUOTE),
    ("a: ‹%›b\n", "a text cannot begin with ‘%’", QUOTE),
    ("a: ‹?› b\n", "a text cannot begin with ‘?’", QUOTE),
    ("a: b\n‹hello›\nc: d\n", "expected the name of a field with a colon, found ‘hello’", NAME),
    ("a: b\n‹hello›\n", "expected the name of a field with a colon, found ‘hello’", NAME),
    ("a: |\n‹b›\nc: d\n", "the text below `|` is not indented", "indent it by two blanks"),
    ("a: | ‹text here›\n", "a text cannot go on behind `|` on the same line", NEXT_LINE),
    ("a: >‹bc›\n", "a text cannot go on behind `>` on the same line", NEXT_LINE),
    ("a: |\n   x\n  ‹y›\nb: c\n", "the line is indented less than the first line of the text above it", "indent it as far as that line"),
    ("a: ‹-› b\n", "a list cannot begin on the line of its name", LIST_BELOW),
    ('a: "C:‹\\u›sers"\n', '`\\u` means nothing inside " "', BACKSLASH),
    ('a: "x\n  y ‹\\q›"\n', '`\\q` means nothing inside " "', BACKSLASH),
    ("a: |‹#› b\n  c\n", "the comment stands too close to `|`", "put a blank in front of `#`"),
    (
        "a: |\n‹ ›\n   b\n",
        "the line below `|` holds blanks, but fewer than the text begins with",
        "delete the blanks of that line",
    ),
    ("a: [{ y‹:›}]\n", "expected a blank behind this colon", "put a blank behind it, or the text in quotation marks"),
    ("a: b\n‹%›c\n", "a line cannot begin with ‘%’", "indent it if it goes on with the text above it"),
    ("‹'›a: b\nc: it's d\n", CLOSED_LATE, "put ' where the text ends"),
    ('"a" ‹b: c›\nd: e\n', '‘b: c’ stands behind the closing quotation mark "', OUTER),
    ("‹a› # b: c\nd: e\n", "expected the name of a field with a colon, found ‘a’", "put a name and a colon in front of it"),
    ("‹...›\n", "`...` ends a document before anything was in it", "delete the line"),
]  # fmt: skip

RELATED = [
    ("«a»:\n    b: c\n  ‹d: e›\n", COLUMN_3, COLUMN, BELONGS),
    ("«a»: b #\n  ‹d e›\nf: g\n", COLUMN_3, COLUMN, BELONGS),
    ("«a»: b\n‹-› c\n", ENTRY, BELOW, AROUND),
    ("«a»:\n  - b\n ‹-› c\n", ENTRY, BELOW, AROUND),
    ("a:\n  «c»: d\n  ‹-› b\n", ENTRY, BELOW, AROUND),
    ("a:\n  «-» b\n  ‹c: d›\n", AMONG, "begin it with `- `, or move it left", "the list begins here"),
    ('a: «{»b: "x" ‹c›: d}\n', "expected a comma or `}`, found ‘c: d}’", COMMA, "the bracket opens here"),
    ('a: «[»"x" ‹"›y"]\n', 'expected a comma or `]`, found ‘"y"]’', COMMA, "the bracket opens here"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case[0][:40]))
def test_what_the_parser_stumbles_over_is_said_in_plain_words(case: tuple[str, str, str], expect_only: Expect) -> None:
    text, message, hint = case
    expect_only(text, NOT_YAML, message, hint)


@pytest.mark.parametrize("case", RELATED, ids=lambda case: repr(case[0][:40]))
def test_the_place_that_belongs_to_it_is_shown_too(case: tuple[str, str, str, str], expect_only: Expect) -> None:
    text, message, hint, related = case
    expect_only(text, NOT_YAML, message, hint, related)
