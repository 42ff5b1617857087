"""Moving claims through the workflow that desks have unless they say otherwise: what is written, what is said, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import difference, replace, texts

from claimtrack.records.workflow import DEMANDS

if TYPE_CHECKING:
    from tests.cli.conftest import Call, Ended

EXAMPLE, OTHER = "claims/town/example.yaml", "claims/town/other.yaml"
COVERS = "v1:95a49fbfe076fa4f"

FROM_RESEARCHING = (
    "{0!r} cannot follow 'researching'; from there, the workflow leads to 'in-review', 'declined' or 'duplicate'. "
    "To {0!r} it leads by way of {1} (CT403)\n"
)

Moved = Callable[..., tuple["Ended", str]]


@pytest.fixture
def moved(desk: Path, call: Call) -> Moved:
    """Run a command in quotes, and return how it ended and what is different in the files."""

    def run(*arguments: str) -> tuple[Ended, str]:
        before = texts(desk)
        ended = call(*arguments)
        return ended, difference(before, texts(desk))

    return run


@pytest.fixture
def refused(moved: Moved) -> Callable[..., tuple[int, str]]:
    """Run a command that is refused, and return its exit code and what it says; nothing is written."""

    def run(*arguments: str) -> tuple[int, str]:
        ended, different = moved(*arguments)
        assert (ended.out, different) == ("", "")
        return ended.code, ended.err

    return run


@pytest.fixture
def approved(desk: Path, call: Call) -> Path:
    """The desk, with its complete claim approved."""
    assert call("review", "example", "approve", "--by", "omar", "--now", "2026-02-14").code == 0
    return desk


@pytest.fixture
def published(approved: Path, call: Call) -> Path:
    """The desk, with its complete claim published."""
    assert call("publish", "example", "--by", "omar", "--now", "2026-02-15").code == 0
    return approved


def said(ended: Ended) -> str:
    """Return everything that a command said; what is told beside the output is marked."""
    return ended.out + "".join(f"! {line}\n" for line in ended.err.splitlines())


def test_a_claim_is_sent_back_and_comes_again(moved: Moved) -> None:
    ended, different = moved("review", "example", "changes", "--by", "omar", "--now", "2026-02-14")
    assert (ended.code, said(ended), different) == (
        0,
        """\
sent example back from 'in-review' to 'needs-work' on 2026-02-14, by omar
wrote claims/town/example.yaml
! next: `claimtrack move example in-review`
""",
        """\
claims/town/example.yaml
-status: in-review
+status: needs-work
+  - {to: needs-work, on: 2026-02-14, by: omar}
""",
    )
    ended, different = moved("move", "example", "in-review", "--by", "ines", "--now", "2026-02-15")
    assert (ended.code, said(ended), different) == (
        0,
        """\
moved example from 'needs-work' to 'in-review' on 2026-02-15, by ines
wrote claims/town/example.yaml
! next: have it read by omar: `claimtrack review example approve`
""",
        """\
claims/town/example.yaml
-status: needs-work
+status: in-review
+  - {to: in-review, on: 2026-02-15, by: ines}
""",
    )


def test_what_is_to_be_changed_is_noted_where_readers_never_see_it(moved: Moved) -> None:
    _, different = moved("review", "example", "changes", "--by", "omar", "--now", "2026-02-14", "--note", "The count of 2024 is missing.")
    assert (
        different
        == """\
claims/town/example.yaml
-status: in-review
+status: needs-work
+  - {to: needs-work, on: 2026-02-14, by: omar}
+internal: |
+  2026-02-14 omar: The count of 2024 is missing.
"""
    )
    moved("move", "example", "in-review", "--by", "ines", "--now", "2026-02-15")
    _, different = moved("review", "example", "changes", "--by", "omar", "--now", "2026-02-16", "--note", "Now it is: but which bridge?")
    assert (
        different
        == """\
claims/town/example.yaml
-status: in-review
+status: needs-work
+  - {to: needs-work, on: 2026-02-16, by: omar}
+  2026-02-16 omar: Now it is: but which bridge?
"""
    )


@pytest.mark.parametrize(
    "arguments", [("review", "example", "approve", "--covers", COVERS), ("review", "example", "approve"), ("move", "example", "approved")]
)
def test_an_approval_says_what_it_covers(arguments: tuple[str, ...], moved: Moved, call: Call) -> None:
    ended, different = moved(*arguments, "--by", "omar", "--now", "2026-02-14")
    assert (ended.code, said(ended), different) == (
        0,
        f"""\
approved example on 2026-02-14, by omar; this covers {COVERS}
wrote claims/town/example.yaml
! next: `claimtrack publish example`
""",
        f"""\
claims/town/example.yaml
-status: in-review
+status: approved
+  - {{to: approved, on: 2026-02-14, by: omar, covers: {COVERS}}}
""",
    )
    assert call("check", "--now", "2026-02-14").err == "2 claims, 0 errors, 0 warnings, 0 notes\n"


def test_a_claim_is_published(approved: Path, moved: Moved) -> None:
    ended, different = moved("publish", "example", "--by", "omar", "--now", "2026-02-15")
    assert (ended.code, said(ended), different) == (
        0,
        """\
published example on 2026-02-15
wrote claims/town/example.yaml
! next: `claimtrack build`
""",
        """\
claims/town/example.yaml
+published: 2026-02-15
""",
    )
    assert (
        (approved / EXAMPLE)
        .read_text("utf-8")
        .endswith(f"""
  decided_on: 2026-02-13
published: 2026-02-15
history:
  - {{to: in-review, on: 2026-02-13, by: ines}}
  - {{to: approved, on: 2026-02-14, by: omar, covers: {COVERS}}}
""")
    )


@pytest.mark.usefixtures("approved")
def test_a_publication_can_lie_ahead_and_be_put_off(moved: Moved) -> None:
    ended, different = moved("publish", "example", "--by", "omar", "--now", "2026-02-15", "--on", "2026-02-20")
    assert (ended.err, different) == (
        "next: `claimtrack build` on 2026-02-20 or later; readers do not see it before\n",
        f"{EXAMPLE}\n+published: 2026-02-20\n",
    )
    _, different = moved("publish", "example", "--by", "omar", "--now", "2026-02-16", "--on", "2026-02-21")
    assert different == f"{EXAMPLE}\n-published: 2026-02-20\n+published: 2026-02-21\n"


def test_a_claim_that_is_not_checked_says_why(moved: Moved) -> None:
    why = ("--reason", "It is only a guess: nobody can tell.", "--reason", "de=Nur eine Vermutung.")
    ended, different = moved("move", "other", "declined", "--by", "ines", "--now", "2026-02-20", *why)
    assert (ended.code, said(ended), different) == (
        0,
        """\
moved other from 'researching' to 'declined' on 2026-02-20, by ines
wrote claims/town/other.yaml
! next: `claimtrack next` says what else there is to do
""",
        """\
claims/town/other.yaml
-status: researching
+status: declined
+reasons:
+  declined:
+    en: "It is only a guess: nobody can tell."
+    de: Nur eine Vermutung.
+  - {to: declined, on: 2026-02-20, by: ines}
""",
    )
    ended, different = moved("move", "other", "draft", "--by", "ines", "--now", "2026-02-21")
    assert (
        said(ended)
        == """\
moved other from 'declined' to 'draft' on 2026-02-21, by ines
why it ended there still stands under `reasons`; take it out, or readers will see it
wrote claims/town/other.yaml
! next: `claimtrack move other researching`
"""
    )


def test_a_claim_that_is_there_twice_says_where_it_is(moved: Moved) -> None:
    why = ("--reason", "The same bridge.", "--duplicate-of", "example")
    _, different = moved("move", "other", "duplicate", "--by", "ines", "--now", "2026-02-20", *why)
    assert (
        different
        == """\
claims/town/other.yaml
-status: researching
+status: duplicate
+reasons:
+  duplicate: The same bridge.
+relations:
+  - duplicate-of: example
+  - {to: duplicate, on: 2026-02-20, by: ines}
"""
    )


def test_a_claim_is_assigned_and_taken_from_somebody(moved: Moved) -> None:
    ended, different = moved("assign", "example", "omar", "--until", "2026-02-20")
    assert (said(ended), different) == (
        """\
example is assigned to omar, until 2026-02-20
wrote claims/town/example.yaml
! next: `claimtrack next --by omar` says what there is to do for them
""",
        f"{EXAMPLE}\n+assigned: {{to: omar, until: 2026-02-20}}\n",
    )
    _, different = moved("assign", "example", "ines")
    assert different == f"{EXAMPLE}\n-assigned: {{to: omar, until: 2026-02-20}}\n+assigned: {{to: ines}}\n"
    assert said(moved("assign", "example", "ines")[0]).startswith("nothing to change: the records say so already\n")
    ended, different = moved("assign", "example", "--nobody")
    assert different == f"{EXAMPLE}\n-assigned: {{to: ines}}\n"
    assert said(moved("assign", "example", "--nobody")[0]).startswith("nothing to change: the records say so already\n")


@pytest.mark.usefixtures("published")
def test_something_published_is_withdrawn(moved: Moved, call: Call) -> None:
    notice = ("--notice", "en=We had confused two bridges.", "--notice", "de=Wir hatten zwei Brücken verwechselt.")
    ended, different = moved("retract", "example", *notice, "--now", "2026-03-01")
    assert (ended.code, said(ended), different) == (
        0,
        """\
withdrew example on 2026-03-01; the record stays, and its id is never used again
wrote claims/town/example.yaml
! next: `claimtrack build` puts the notice in the place of the page
""",
        """\
claims/town/example.yaml
+retracted:
+  on: 2026-03-01
+  notice:
+    en: We had confused two bridges.
+    de: Wir hatten zwei Brücken verwechselt.
""",
    )
    assert call("check", "--now", "2026-03-01").err == "2 claims, 0 errors, 0 warnings, 0 notes\n"


def test_a_person_should_look_at_what_is_no_error(published: Path, moved: Moved) -> None:
    ended, _ = moved("retract", "example", "--notice", "We had confused two bridges.", "--now", "2026-03-01")
    place = next(n for n, line in enumerate((published / EXAMPLE).read_text("utf-8").splitlines(), 1) if "notice:" in line)
    assert (
        ended.err
        == f"""\
have a look:
  claims/town/example.yaml:{place}: CT617 the notice has no text in de; expected one in every language of the desk
    write it in every language
next: `claimtrack build` puts the notice in the place of the page
"""
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("review", "example", "approve", "--by", "omar"),
        ("review", "example", "changes", "--by", "omar"),
        ("move", "example", "declined", "--reason", "No.", "--by", "ines"),
        ("assign", "example", "omar"),
    ],
)
def test_a_dry_run_shows_what_would_be_written_and_writes_nothing(arguments: tuple[str, ...], moved: Moved) -> None:
    dry, nothing = moved(*arguments, "--now", "2026-02-14", "--dry-run")
    _, different = moved(*arguments, "--now", "2026-02-14")
    assert nothing == ""
    assert dry.err == "a dry run: nothing was written\n"
    assert dry.out.startswith(f"--- a/{EXAMPLE}\n+++ b/{EXAMPLE}\n@@ ")
    shown = [line for line in dry.out.splitlines()[2:] if line[:1] in {"+", "-"}]
    assert "\n".join([EXAMPLE, *shown, ""]) == different


@pytest.mark.usefixtures("approved")
def test_nothing_is_written_twice(moved: Moved) -> None:
    for arguments in (("review", "example", "approve", "--by", "omar"), ("move", "other", "researching", "--by", "ines")):
        ended, different = moved(*arguments, "--now", "2026-02-14")
        assert (ended.code, ended.out, different) == (0, "nothing to change: the records say so already\n", "")
    moved("publish", "example", "--by", "omar", "--now", "2026-02-15")
    ended, different = moved("publish", "example", "--by", "omar", "--now", "2026-02-15")
    assert (ended.code, ended.out, different) == (0, "nothing to change: the records say so already\n", "")


def test_somebody_else_can_approve_again(approved: Path, moved: Moved) -> None:
    replace(approved / "claims" / "desk.yaml", "  robot:", "  nour: {shown: Nour, may: [review]}\n  robot:")
    ended, different = moved("review", "example", "approve", "--by", "nour", "--now", "2026-02-14")
    assert (ended.code, different) == (0, f"{EXAMPLE}\n+  - {{to: approved, on: 2026-02-14, by: nour, covers: {COVERS}}}\n")


def test_what_was_changed_since_its_approval_is_approved_again(published: Path, moved: Moved) -> None:
    replace(published / EXAMPLE, "620 lorries a day, not 310", "620 lorries a day and not 310")
    ended, different = moved("review", "example", "approve", "--by", "omar", "--now", "2026-02-16")
    assert said(ended).splitlines()[1:] == [
        "readers are not told that it has changed; `claimtrack correct` would have told them",
        "wrote claims/town/example.yaml",
        "! next: `claimtrack build`",
    ]
    assert different.startswith(f"{EXAMPLE}\n+  - {{to: approved, on: 2026-02-16, by: omar, covers: v1:")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ("move", "other", "approved", "--by", "omar"),
            FROM_RESEARCHING.format("approved", "'in-review'"),
        ),
        (
            ("review", "other", "approve", "--by", "omar"),
            FROM_RESEARCHING.format("approved", "'in-review'"),
        ),
        (
            ("move", "other", "correcting", "--by", "omar"),
            FROM_RESEARCHING.format("correcting", "'in-review', then 'approved'"),
        ),
        (
            ("review", "other", "changes", "--by", "omar"),
            "from 'researching' the workflow sends nothing back; it leads to in-review, declined, duplicate (CT403)\n",
        ),
        (
            ("move", "other", "declined", "--by", "ines"),
            "'declined' demands that other says why it ends there; say so with --reason TEXT (CT411)\n",
        ),
        (
            ("move", "other", "duplicate", "--by", "ines", "--reason", "The same."),
            "'duplicate' demands that other says why it ends there; say so with --duplicate-of ID (CT411)\n",
        ),
        (
            ("move", "other", "in-review", "--by", "ines"),
            f"""\
refused, and nothing was written; afterwards there would be
  claims/town/other.yaml:2: CT411 the status ‘in-review’ demands {DEMANDS["conclusion"]}; found neither
    add what is missing, or set the status back
  claims/town/other.yaml:2: CT411 the status ‘in-review’ demands at least one piece of evidence
    add what is missing, or set the status back
`claimtrack explain CT411` says more
""",
        ),
        (
            ("review", "example", "approve", "--by", "ines"),
            """\
refused, and nothing was written; afterwards there would be
  claims/town/example.yaml:59: CT413 only people who may `review` can move a claim to ‘approved’; ‘ines’ may only `write`
    have it moved by somebody who may `review`
  claims/town/example.yaml:59: CT414 ‘ines’ approved the claim and wrote it; expected somebody else
    have it approved by somebody else
`claimtrack explain CT413` says more
""",
        ),
        (
            ("review", "example", "approve", "--by", "robot"),
            """\
refused, and nothing was written; afterwards there would be
  claims/town/example.yaml:59: CT415 ‘robot’ is a machine and has approved the claim; expected a person who may review
    have it read and approved by a person
`claimtrack explain CT415` says more
""",
        ),
        (
            ("review", "example", "approve", "--by", "omar", "--covers", "v1:0000000000000000"),
            f"example says something else by now than what was read; found {COVERS}, read was v1:0000000000000000 (CT417)\n",
        ),
        (
            ("publish", "example", "--by", "omar"),
            "example is in 'in-review' and not approved (CT601); next: have it read by omar: `claimtrack review example approve`\n",
        ),
        (("correct", "example", "--by", "ines"), "example was never published, so there is nothing to correct; simply change it (CT605)\n"),
        (
            ("retract", "example", "--notice", "Wrong."),
            "example was never published, so there is nothing to withdraw; decline it instead (CT616)\n",
        ),
        (
            ("assign", "example", "innes"),
            """\
refused, and nothing was written; afterwards there would be
  claims/town/example.yaml:59: CT412 there is no ‘innes’ among the people of the desk
    did you mean ‘ines’?
`claimtrack explain CT412` says more
""",
        ),
    ],
)
def test_what_a_rule_would_refuse_is_refused(arguments: tuple[str, ...], words: str, refused: Callable[..., tuple[int, str]]) -> None:
    expected = "".join(f"claimtrack: {line}\n" for line in words.splitlines())
    assert refused(*arguments, "--now", "2026-02-14") == (4, expected)


def test_refusals_follow_the_language(refused: Callable[..., tuple[int, str]]) -> None:
    _, words = refused("review", "example", "approve", "--by", "robot", "--now", "2026-02-14", "--language", "de")
    assert "CT415 ‚robot‘ ist eine Maschine und hat die Prüfung freigegeben; erwartet: eine Person, die gegenlesen darf\n" in words


@pytest.mark.parametrize("day", ["2026-02-12", "2025-01-01"])
def test_an_earlier_day_than_the_last_is_refused(day: str, refused: Callable[..., tuple[int, str]]) -> None:
    words = f"claimtrack: the history of example ends on 2026-02-13, so it cannot go on on {day} (CT404)\n"
    assert refused("review", "example", "approve", "--by", "omar", "--now", day) == (4, words)


@pytest.mark.usefixtures("approved")
def test_only_those_publish_who_may(refused: Callable[..., tuple[int, str]]) -> None:
    words = "claimtrack: 'ines' may write, and not publish; at this desk that is for omar\n"
    assert refused("publish", "example", "--by", "ines", "--now", "2026-02-15") == (4, words)


def test_whoever_acts_publishes_where_the_desk_lets_nobody_in_particular(approved: Path, moved: Moved) -> None:
    replace(approved / "claims" / "desk.yaml", "may: [write, review, publish]", "may: [write, review]")
    ended, _ = moved("publish", "example", "--by", "ines", "--now", "2026-02-15")
    assert ended.code == 0


def test_nothing_is_published_that_was_changed_since_its_approval(approved: Path, refused: Callable[..., tuple[int, str]]) -> None:
    replace(approved / EXAMPLE, "620 lorries a day, not 310", "620 lorries a day and not 310")
    code, words = refused("publish", "example", "--by", "omar", "--now", "2026-02-15")
    assert (code, words.splitlines()[1].partition(";")[0]) == (
        4,
        "claimtrack:   claims/town/example.yaml:60: CT417 the approval covers something else than what stands there now",
    )


def test_nothing_is_published_with_an_error_in_what_it_rests_on(approved: Path, refused: Callable[..., tuple[int, str]]) -> None:
    replace(approved / "claims" / "sources.yaml", "level: primary", "level: primary\n  topics: [x]")
    code, words = refused("publish", "example", "--by", "omar", "--now", "2026-02-15")
    assert (code, words.splitlines()[1].split()[1:3]) == (4, ["claims/sources.yaml:10:", "CT040"])


@pytest.mark.usefixtures("published")
def test_the_day_of_publication_stays(refused: Callable[..., tuple[int, str]]) -> None:
    words = "claimtrack: example was published on 2026-02-15, and that day stays: it is the one of the first publication\n"
    assert refused("publish", "example", "--by", "omar", "--now", "2026-02-16") == (4, words)


@pytest.mark.usefixtures("published")
def test_a_notice_must_not_repeat_what_it_withdraws(refused: Callable[..., tuple[int, str]]) -> None:
    notice = "en=Wrong: in January 2026 the old bridge of Alderford carried twice as many lorries as in January 2025."
    code, words = refused("retract", "example", "--notice", notice, "--notice", "de=Falsch.", "--now", "2026-03-01")
    assert code == 4
    assert "CT620 the notice repeats `statement`; expected a notice without what was claimed or found" in words


@pytest.mark.usefixtures("published")
def test_what_is_withdrawn_stays_so(call: Call, refused: Callable[..., tuple[int, str]]) -> None:
    call("retract", "example", "--notice", "We had confused two bridges.", "--now", "2026-03-01")
    for arguments, words in (
        (("retract", "example", "--notice", "Again."), "example was withdrawn on 2026-03-01 already"),
        (("publish", "example", "--by", "omar"), "example was withdrawn on 2026-03-01; an id that was withdrawn is not published again"),
        (
            ("correct", "example", "--by", "ines"),
            "example was withdrawn on 2026-03-01; readers see the notice and nothing that could be corrected",
        ),
    ):
        assert refused(*arguments, "--now", "2026-03-02") == (4, f"claimtrack: {words}\n")


def test_what_is_published_goes_back_into_work_by_a_correction(published: Path, refused: Callable[..., tuple[int, str]]) -> None:
    place = next(n for n, line in enumerate((published / EXAMPLE).read_text("utf-8").splitlines(), 1) if line.startswith("published:"))
    assert refused("review", "example", "changes", "--by", "omar", "--now", "2026-02-16") == (
        4,
        f"""\
claimtrack: refused, and nothing was written; afterwards there would be
claimtrack:   claims/town/example.yaml:{place}: CT601 the claim has a day of publication and is not approved; \
found the status ‘needs-work’, expected an approved claim
claimtrack:     have it approved, or take `published` away
claimtrack: first: example is published as it was approved; open a correction with `claimtrack correct example`, then change it
claimtrack: `claimtrack explain CT601` says more
""",
    )
