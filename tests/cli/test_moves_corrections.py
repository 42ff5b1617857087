"""Correcting something published by commands: what readers were told is remembered, and they are told from the day of the approval."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import difference, replace, texts

if TYPE_CHECKING:
    from tests.cli.conftest import Call, Ended

EXAMPLE = "claims/town/example.yaml"
NOTICE = ("--notice", "en=We had counted a day twice.", "--notice", "de=Wir hatten einen Tag doppelt gezählt.")
CORRECT = ("correct", "example", "--by", "ines", "--now", "2026-03-01")
APPROVE = ("review", "example", "approve", "--by", "omar", "--now", "2026-03-04")

CHANGE, REVIEW = "change what is wrong", "`claimtrack review example approve`"
LOST = (
    "example was changed since it was approved, so it does not say any more what readers were told; "
    "say so with --was-rating and --was-summary, or undo the change, open the correction, and change it then (CT613)"
)
UNTOLD = (
    "example is being corrected and says something else than before, and nothing tells readers so; "
    "`claimtrack correct example --class … --cause … --notice …` writes what they are told"
)

Moved = Callable[..., tuple["Ended", str]]


@pytest.fixture
def moved(desk: Path, call: Call) -> Moved:
    """Run a command, and return how it ended and what is different in the files."""

    def run(*arguments: str) -> tuple[Ended, str]:
        before = texts(desk)
        ended = call(*arguments)
        return ended, difference(before, texts(desk))

    return run


@pytest.fixture
def published(desk: Path, call: Call) -> Path:
    """The record of a claim that is published."""
    assert call("review", "example", "approve", "--by", "omar", "--now", "2026-02-14").code == 0
    assert call("publish", "example", "--by", "omar", "--now", "2026-02-15").code == 0
    return desk / EXAMPLE


def changed(record: Path, rating: str = "supported") -> None:
    """Change what readers are told: the summary in every language, and the rating if asked."""
    for old, new in (
        ("\n    en: The Roads Office counted 620", "\n    en: The Roads Office counted 601"),
        ("\n    de: Das Straßenamt zählte im Januar 2026 am Tag 620", "\n    de: Das Straßenamt zählte im Januar 2026 am Tag 601"),
        ("verdict:\n  rating: supported", f"verdict:\n  rating: {rating}"),
    ):
        replace(record, old, new)


@pytest.mark.usefixtures("published")
def test_what_readers_were_told_is_remembered_before_anything_is_changed(moved: Moved, call: Call) -> None:
    ended, different = moved(*CORRECT, "--class", "substantial", "--cause", "reader", *NOTICE)
    assert (ended.code, ended.out, ended.err) == (
        0,
        """\
opened a correction of example on 2026-03-01, by ines; readers see no answer until it is approved
wrote claims/town/example.yaml
""",
        "next: change what is wrong, then have it read by omar: `claimtrack review example approve`\n",
    )
    assert (
        different
        == """\
claims/town/example.yaml
-status: approved
+status: correcting
+corrections:
+  - on: 2026-03-01
+    class: substantial
+    cause: reader
+    was:
+      rating: supported
+      summary:
+        en: The Roads Office counted 620 lorries a day in January 2026 and 310 a year before.
+        de: Das Straßenamt zählte im Januar 2026 am Tag 620 Lastwagen und ein Jahr davor 310.
+    notice:
+      en: We had counted a day twice.
+      de: Wir hatten einen Tag doppelt gezählt.
+  - {to: correcting, on: 2026-03-01, by: ines}
"""
    )
    assert call("check", "--now", "2026-03-01").err == "2 claims, 0 errors, 0 warnings, 0 notes\n"


def test_readers_are_told_from_the_day_of_the_approval(published: Path, moved: Moved, call: Call) -> None:
    moved(*CORRECT, "--class", "substantial", "--cause", "reader", *NOTICE)
    changed(published, "mostly-supported")
    ended, different = moved(*APPROVE)
    covers = ended.out.split()[8]
    assert (ended.code, ended.out, ended.err) == (
        0,
        f"approved example on 2026-03-04, by omar; this covers {covers}\nwrote claims/town/example.yaml\n",
        "next: `claimtrack build`\n",
    )
    assert (
        different
        == f"""\
claims/town/example.yaml
-status: correcting
+status: approved
-  - on: 2026-03-01
+  - on: 2026-03-04
+  - {{to: approved, on: 2026-03-04, by: omar, covers: {covers}}}
"""
    )
    assert call("check", "--now", "2026-03-04").err == "2 claims, 0 errors, 0 warnings, 0 notes\n"


@pytest.mark.parametrize("class_", ["minor", "update"])
def test_what_was_is_left_out_where_it_is_what_is(class_: str, published: Path, moved: Moved) -> None:
    moved(*CORRECT, "--class", class_, "--cause", "own-error", *NOTICE)
    replace(published, "The hauliers, who pay the toll, report the same", "The hauliers, who pay a toll, report the same")
    ended, different = moved(*APPROVE)
    assert ended.code == 0
    assert different.splitlines()[3:-1] == [
        "-  - on: 2026-03-01",
        "+  - on: 2026-03-04",
        "-    was:",
        "-      rating: supported",
        "-      summary:",
        "-        en: The Roads Office counted 620 lorries a day in January 2026 and 310 a year before.",
        "-        de: Das Straßenamt zählte im Januar 2026 am Tag 620 Lastwagen und ein Jahr davor 310.",
    ]


def test_an_update_that_changes_the_summary_keeps_what_was(published: Path, moved: Moved) -> None:
    moved(*CORRECT, "--class", "update", "--cause", "new-evidence", *NOTICE)
    changed(published)
    _, different = moved(*APPROVE)
    assert "was" not in different
    assert "    class: update\n    cause: new-evidence\n    was:\n      rating: supported\n" in published.read_text("utf-8")


@pytest.mark.parametrize(
    ("class_", "told"),
    [
        ("minor", "CT618 the correction is minor, and it changed the rating from ‘supported’ to ‘refuted’"),
        ("update", "CT618 the correction is an update, and it changed the rating from ‘supported’ to ‘refuted’"),
    ],
)
def test_another_rating_is_not_let_through_as_less(class_: str, told: str, published: Path, moved: Moved) -> None:
    moved(*CORRECT, "--class", class_, "--cause", "reader", *NOTICE)
    changed(published, "refuted")
    ended, different = moved(*APPROVE)
    assert (ended.code, different) == (4, "")
    assert told in ended.err


@pytest.mark.usefixtures("published")
def test_a_correction_that_changed_nothing_is_not_approved(moved: Moved) -> None:
    moved(*CORRECT, "--class", "substantial", "--cause", "reader", *NOTICE)
    ended, different = moved(*APPROVE)
    assert (ended.code, different) == (4, "")
    assert "CT615 the correction is substantial, and what was is what is now; expected another rating or summary" in ended.err


@pytest.mark.usefixtures("published")
def test_the_answer_can_be_taken_down_first_and_the_reason_told_later(moved: Moved) -> None:
    ended, different = moved(*CORRECT)
    assert (ended.code, different) == (
        0,
        f"{EXAMPLE}\n-status: approved\n+status: correcting\n+  - {{to: correcting, on: 2026-03-01, by: ines}}\n",
    )
    assert ended.err == (
        "next: say what readers are told with `claimtrack correct example --class … --cause … --notice …`, before you change anything\n"
    )
    ended, different = moved(*CORRECT[:-1], "2026-03-02", "--class", "substantial", "--cause", "claimant", *NOTICE)
    assert (ended.code, ended.out.splitlines()[0]) == (0, "wrote down what readers are told about the correction of example")
    assert different.splitlines()[:5] == [
        EXAMPLE,
        "+corrections:",
        "+  - on: 2026-03-02",
        "+    class: substantial",
        "+    cause: claimant",
    ]
    assert "status" not in different


@pytest.mark.usefixtures("published")
def test_what_is_told_can_be_changed_until_the_approval(moved: Moved) -> None:
    moved(*CORRECT, "--class", "update", "--cause", "reader", *NOTICE)
    ended, different = moved(*CORRECT, "--class", "substantial", "--notice", "en=There were 601.", "--notice", "de=Es waren 601.")
    assert (ended.out.splitlines()[0], different) == (
        "changed what readers are told about the correction of example",
        """\
claims/town/example.yaml
-    class: update
+    class: substantial
-      en: We had counted a day twice.
-      de: Wir hatten einen Tag doppelt gezählt.
+      en: There were 601.
+      de: Es waren 601.
""",
    )
    ended, different = moved(*CORRECT)
    assert (ended.code, ended.err, different) == (
        4,
        f"claimtrack: example is being corrected already, since 2026-03-01; {CHANGE}, and have it read: {REVIEW}\n",
        "",
    )


def test_what_was_cannot_be_read_from_what_was_changed(published: Path, moved: Moved) -> None:
    changed(published)
    ended, different = moved(*CORRECT, "--class", "substantial", "--cause", "reader", *NOTICE)
    assert (ended.code, ended.err, different) == (
        4,
        f"claimtrack: {LOST}\n",
        "",
    )
    was = ("--was-rating", "supported", "--was-summary", "en=There were 620.", "--was-summary", "de=Es waren 620.")
    ended, different = moved(*CORRECT, "--class", "substantial", "--cause", "reader", *NOTICE, *was)
    assert ended.code == 0
    assert "+    was:\n+      rating: supported\n+      summary:\n+        en: There were 620.\n+        de: Es waren 620.\n" in different


def test_minor_corrections_need_not_remember(published: Path, moved: Moved) -> None:
    changed(published)
    ended, different = moved(*CORRECT, "--class", "minor", "--cause", "own-error", *NOTICE)
    assert (ended.code, "was" in different) == (0, False)


def test_readers_are_not_left_without_a_word(published: Path, moved: Moved) -> None:
    moved(*CORRECT)
    changed(published)
    ended, different = moved(*APPROVE)
    assert (ended.code, ended.err, different) == (
        4,
        f"claimtrack: {UNTOLD}\n",
        "",
    )


@pytest.mark.usefixtures("published")
def test_what_turns_out_to_be_right_is_approved_without_a_word(moved: Moved) -> None:
    moved(*CORRECT)
    ended, different = moved(*APPROVE)
    assert (ended.code, different.count("corrections")) == (0, 0)


def test_one_correction_a_day_or_two(published: Path, moved: Moved, call: Call) -> None:
    for old, new in (("620", "601"), ("601", "602")):
        notice = ("--notice", f"en=It was {new}.", "--notice", f"de=Es waren {new}.")
        assert moved(*CORRECT, "--class", "substantial", "--cause", "reader", *notice)[0].code == 0
        for words in ("en: The Roads Office counted ", "de: Das Straßenamt zählte im Januar 2026 am Tag "):
            replace(published, f"\n    {words}{old}", f"\n    {words}{new}")
        ended, different = moved(*APPROVE[:-1], "2026-03-01")
        assert (ended.code, "-  - on:" in different) == (0, False)
    assert published.read_text("utf-8").count("  - on: 2026-03-01\n") == 2
    assert call("check", "--now", "2026-03-01").err == "2 claims, 0 errors, 0 warnings, 0 notes\n"


def test_an_earlier_correction_is_none_that_is_open(published: Path, moved: Moved) -> None:
    moved(*CORRECT, "--class", "substantial", "--cause", "reader", *NOTICE)
    changed(published)
    moved(*APPROVE[:-1], "2026-03-01")
    moved(*CORRECT)
    ended, different = moved(*CORRECT, "--class", "minor", "--cause", "reader", *NOTICE)
    assert ended.out.startswith("wrote down what readers are told about the correction of example\n")
    assert "+    class: minor\n" in different


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(
    ("given", "words"),
    [
        (("--class", "minor"), "a correction takes --cause and --notice too, or none of these for now"),
        (("--notice", "So."), "a correction takes --class and --cause too, or none of these for now"),
        (("--was-rating", "refuted"), "a correction takes --class and --cause and --notice too, or none of these for now"),
        (("--class", "minor", "--cause", "reader", "--notice", " "), "--notice wants a text, and what was given is empty"),
        (
            ("--class", "minor", "--cause", "reader", "--notice", "fr=Non."),
            "--notice: the desk does not write in 'fr', but in en, de; where the text itself begins like this, put 'en' and = before it",
        ),
        (("--class", "minor", "--cause", "reader", "--notice", "No.", "--notice", "en=No!"), "--notice was given twice in 'en'"),
    ],
)
def test_half_a_correction_is_none(given: tuple[str, ...], words: str, moved: Moved) -> None:
    ended, different = moved(*CORRECT, *given)
    assert (ended.code, ended.err, different) == (2, f"claimtrack: {words}\n", "")


@pytest.mark.usefixtures("published")
def test_a_reviewer_writes_down_what_is_to_be_changed_in_a_correction(moved: Moved) -> None:
    moved(*CORRECT)
    changes = ("review", "example", "changes", "--by", "omar", "--now", "2026-03-02")
    ended, different = moved(*changes)
    assert (ended.code, ended.err) == (4, "claimtrack: from 'correcting' the workflow sends nothing back; it leads to approved (CT403)\n")
    ended, different = moved(*changes, "--note", "Ask the office again.")
    assert (ended.out.splitlines()[0], different) == (
        "wrote down what is to be changed in example; it stays in 'correcting', since it is being corrected anyway",
        f"{EXAMPLE}\n+internal: |\n+  2026-03-02 omar: Ask the office again.\n",
    )


def test_nothing_that_lies_ahead_is_corrected(desk: Path, call: Call) -> None:
    call("review", "example", "approve", "--by", "omar", "--now", "2026-02-14")
    call("publish", "example", "--by", "omar", "--now", "2026-02-15", "--on", "2026-03-10")
    before = texts(desk)
    ended = call(*CORRECT)
    assert (ended.code, ended.err, texts(desk)) == (
        4,
        "claimtrack: example is not published before 2026-03-10, so there is nothing to correct; simply change it (CT611)\n",
        before,
    )
