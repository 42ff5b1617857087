"""``markdown``: what a reader of a comment sees, whatever the records say: our own headings and lists, and their words as code."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from claimtrack.findings import Related, Severity
from claimtrack.formats import markdown
from claimtrack.formats.markdown_text import fenced, plain, sentence
from claimtrack.locations import Span
from claimtrack.phrases import NOTHING, say

if TYPE_CHECKING:
    from tests.formats.conftest import Make, ReportOn


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (say("a claim has no field ‘{name}’", name="asp`ct"), "a claim has no field ‘``asp`ct``’"),
        (say("`{name}` stands here a second time", name="status"), "`status` stands here a second time"),
        (say("{number} of `{all}` are [open]", number=3, all=7), "3 of `7` are \\[open\\]"),
        (say("{a}{b}", a="one", b="two"), "`onetwo`"),
        (say("{value!r:>5}", value="x"), "`   'x' `"),
        (say("{outer}: {inner}", outer=say("*all*"), inner=say("see {it}", it="_it_")), "\\*all\\*: see `_it_`"),
        (say("in `{what}`", what=say("one of {these}", these="a, b")), "in `one of a, b`"),
        (say("{{x}} {none}", none=""), "{x} "),
        (say("ask @desk or see https://desk.example"), "ask `@desk` or see `https://desk.example`"),
        ("no phrase: **bold**", "`no phrase: **bold**`"),
        (NOTHING, ""),
    ],
)
def test_a_sentence_has_its_values_as_code(words: str, written: str) -> None:
    assert sentence(words, str) == written


def test_a_sentence_is_said_in_the_language_of_the_catalogue() -> None:
    german = {"{first} or {last}": "{last} oder {first}"}
    assert sentence(say("{first} or {last}", first="a", last="b"), lambda one: german.get(one, one)) == "`b` oder `a`"


def test_words_of_our_own_hold_no_marks() -> None:
    assert plain("a <b> & `c` _d_ | #e ~f~ !") == "a \\<b\\> \\& `c` \\_d\\_ \\| \\#e \\~f\\~ \\!"


def test_a_block_of_code_has_a_fence_that_it_does_not_hold() -> None:
    assert fenced("a\n```\nb", "yaml") == "````yaml\na\n```\nb\n````"


def test_a_comment(make: Make, report: ReportOn) -> None:
    found = [
        make("it is late", code="CT116", severity=Severity.INFO, file="claims/town/a.yaml", span=Span(1, 1, 1, 1)),
        make(
            say("a claim has no field ‘{name}’", name="aspct"), hint=say("did you mean `{near}`?", near="aspect"), file="claims/town/b.yaml"
        ),
        make(
            say("`{name}` stands here a second time", name="status"),
            code="CT027",
            file="claims/town/a.yaml",
            span=Span(7, 1, 7, 3),
            related=(Related("claims/town/c.yaml", Span(2, 1, 2, 3), say("first defined here")),),
        ),
        make("it is wrong", code="CT204", severity=Severity.WARNING, file="claims/a.yaml"),
    ]
    assert markdown.write(report(*found)) == (
        "**3 claims, 2 errors, 1 warning, 1 note**\n"
        "\n"
        "### `claims/town/a.yaml`\n"
        "\n"
        "- **error CT027** duplicate-key, line 7: `status` stands here a second time\n"
        "  - `claims/town/c.yaml`, line 2: first defined here\n"
        "- **note CT116** text-not-at-hand, line 1: `it is late`\n"
        "\n"
        "### `claims/town/b.yaml`\n"
        "\n"
        "- **error CT040** unknown-field, line 3: a claim has no field ‘`aspct`’\n"
        "  - help: did you mean `aspect`?\n"
        "\n"
        "### `claims/a.yaml`\n"
        "\n"
        "- **warning CT204** only-a-repost, line 3: `it is wrong`"
    )


@pytest.mark.parametrize("letter", ["x", "🧾", "`", "\x1b"])
def test_a_comment_is_never_longer_than_one_may_be_and_counts_what_it_leaves_out(letter: str, make: Make, report: ReportOn) -> None:
    found = [
        make(letter * 380, code=code, severity=severity, file=f"claims/{number}.yaml")
        for number in range(100)
        for code, severity in (("CT116", Severity.INFO), ("CT204", Severity.WARNING), ("CT040", Severity.ERROR))
    ]
    text = markdown.write(report(*found))
    assert len(text.encode("utf-16-le")) // 2 <= markdown.COMMENT
    shown = Counter(re.findall(r"^- \*\*\w+ (CT\d+)", text, re.MULTILINE))
    left = {one: int(number) for one, number in re.findall(r"^- (CT\d+): (\d+) more like these$", text, re.MULTILINE)}
    assert {one: shown[one] + left.get(one, 0) for one in ("CT040", "CT116", "CT204")} == {"CT040": 100, "CT116": 100, "CT204": 100}
    assert sum(shown.values()) > 20
    assert text.startswith("**3 claims, 100 errors, 100 warnings, 100 notes**\n")


def test_nothing_found_is_one_line(report: ReportOn) -> None:
    assert markdown.write(report()) == "**3 claims, 0 errors, 0 warnings, 0 notes**"
