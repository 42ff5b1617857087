"""``rename``: another id for something, everything that names it with it, in all files or in none."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import difference, replace, texts

if TYPE_CHECKING:
    from tests.cli.conftest import Call, Ended

Moved = Callable[..., tuple["Ended", str]]
Refused = Callable[..., str]

NOW = ("--now", "2026-02-14")
EXAMPLE = "claims/town/example.yaml\n"
LETTER = "-  - {to: Rike Holm (invented), about: claim, on: 2026-02-10, until: 2026-02-14, outcome: replied, reply: "
NEXT = "next: `claimtrack check`\n"


@pytest.fixture
def moved(desk: Path, call: Call) -> Moved:
    """Run a command, and return how it ended and which lines are different in the files."""

    def run(*arguments: str) -> tuple[Ended, str]:
        before = texts(desk)
        ended = call(*arguments, *NOW)
        return ended, difference(before, texts(desk))

    return run


@pytest.fixture
def refused(moved: Moved) -> Refused:
    """Run a command that is refused, and return its exit code and what it says; nothing is written."""

    def run(*arguments: str) -> str:
        ended, different = moved(*arguments)
        assert (ended.out, different) == ("", "")
        return f"{ended.code} " + "\n".join(line.removeprefix("claimtrack: ") for line in ended.err.splitlines())

    return run


@pytest.fixture
def harbour(invented_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the invented desk without its archives, which are no texts; it is the current folder."""
    shutil.copytree(invented_desk, tmp_path / "harbour", ignore=shutil.ignore_patterns("archives"))
    monkeypatch.chdir(tmp_path / "harbour")
    return tmp_path / "harbour"


def test_evidence_is_renamed_in_citations_of_all_languages_and_in_the_calculation(moved: Moved) -> None:
    ended, different = moved("rename", "example/count-2026", "count-january")
    assert (ended.code, ended.err) == (0, NEXT)
    assert ended.out == (
        "renamed the evidence example/count-2026 to count-january\n"
        "changed 3 places that name it, in one file\n"
        "wrote claims/town/example.yaml\n"
    )
    assert different == EXAMPLE + (
        "-  - id: count-2026\n"
        "+  - id: count-january\n"
        "-computed: {ratio: [count-2026, count-2025], result: 2}\n"
        "+computed: {ratio: [count-january, count-2025], result: 2}\n"
        "-      The Roads Office counted 620 lorries a day in January 2026 [@count-2026] and 310 in January 2025 [@count-2025]."
        " Its counts are where\n"
        "+      The Roads Office counted 620 lorries a day in January 2026 [@count-january] and 310 in January 2025 [@count-2025]."
        " Its counts are where\n"
        "-      Das Straßenamt zählte im Januar 2026 am Tag 620 Lastwagen [@count-2026] und im Januar 2025 am Tag 310 [@count-2025]."
        " Von dort hat die\n"
        "+      Das Straßenamt zählte im Januar 2026 am Tag 620 Lastwagen [@count-january] und im Januar 2025 am Tag 310 [@count-2025]."
        " Von dort hat die\n"
    )


def test_evidence_is_renamed_in_letters_questions_and_expressions(example: Path, moved: Moved) -> None:
    replace(example, "computed: {ratio: [count-2026, count-2025], result: 2}", "computed: {expression: count-2026 / count-2025, result: 2}")
    replace(example, "searches:\n", "questions:\n  - question: How many?   # asked first\n    evidence: [count-2026, survey]\nsearches:\n")
    _, different = moved("rename", "example/count-2026", "january")
    assert "+computed: {expression: january / count-2025, result: 2}\n" in different
    assert "+    evidence: [january, survey]\n" in different
    ended, different = moved("rename", "example/holm-letter", "answer")
    assert ended.code == 0
    assert f"{LETTER}holm-letter}}\n{LETTER.replace('-', '+', 1)}answer}}\n" in different


@pytest.mark.parametrize(
    ("old", "new", "said", "different"),
    [
        (
            "bridge-count",
            "bridge-tally",
            "renamed the source bridge-count to bridge-tally\nchanged 2 places that name it, in one file\n",
            "claims/sources.yaml\n-bridge-count:\n+bridge-tally:\n"
            + EXAMPLE
            + "-    source: bridge-count\n+    source: bridge-tally\n-    source: bridge-count\n+    source: bridge-tally\n",
        ),
        (
            "roads-office",
            "roads",
            "renamed the origin roads-office to roads\nchanged one place that names it, in one file\n",
            (
                "claims/desk.yaml\n"
                "-  roads-office: {name: Roads Office (invented), part_of: town-hall}\n"
                "+  roads: {name: Roads Office (invented), part_of: town-hall}\n"
                "claims/sources.yaml\n-  origin: roads-office\n+  origin: roads\n"
            ),
        ),
        (
            "traffic",
            "transport",
            "renamed the topic traffic to transport\nchanged 2 places that name it, in 2 files\n",
            "claims/desk.yaml\n-  traffic: {en: Traffic, de: Verkehr}\n+  transport: {en: Traffic, de: Verkehr}\n"
            + EXAMPLE
            + "-topics: [traffic]\n+topics: [transport]\n"
            "claims/town/other.yaml\n-topics: [traffic]\n+topics: [transport]\n",
        ),
        (
            "town/council-minutes",
            "minutes",
            "renamed the wanted thing town/council-minutes to minutes\nchanged one place that names it, in one file\n",
            "claims/town/article.yaml\n"
            "-  council-minutes: {what: The minutes of the council of 2 February 2026}\n"
            "+  minutes: {what: The minutes of the council of 2 February 2026}\n"
            + EXAMPLE
            + "-  - wanted: council-minutes\n+  - wanted: minutes\n",
        ),
        (
            "treasury",
            "purse",
            "renamed the origin treasury to purse\nnothing else names it\n",
            (
                "claims/desk.yaml\n"
                "-  treasury: {name: Town Treasury (invented), part_of: town-hall}\n"
                "+  purse: {name: Town Treasury (invented), part_of: town-hall}\n"
            ),
        ),
    ],
)
def test_the_difference_is_the_id_and_nothing_else(moved: Moved, old: str, new: str, said: str, different: str) -> None:
    ended, done = moved("rename", old, new)
    assert (ended.code, ended.err, done) == (0, NEXT, different)
    assert ended.out.startswith(said)


def test_a_person_is_renamed_wherever_they_wrote_searched_and_moved(moved: Moved, call: Call) -> None:
    ended, different = moved("rename", "ines", "ina")
    assert ended.out.startswith("renamed the person ines to ina\nchanged 5 places that name it, in 2 files\n")
    assert {line for line in different.splitlines() if line.startswith("+")} == {
        "+  ina: {shown: Ines, may: [write]}",
        "+authors: [ina]",
        (
            "+  - {read: The Roads Office's counts of all bridges since 2020, for: other counts of the same month, on: 2026-02-11, "
            "by: ina, found: no other count}"
        ),
        "+  - {to: in-review, on: 2026-02-13, by: ina}",
        "+  - {to: researching, on: 2026-02-09, by: ina}",
    }
    assert call("check", *NOW).code == 0


def test_a_claim_is_renamed_with_its_file_and_the_relations_to_it(harbour: Path, call: Call) -> None:
    before = texts(harbour)
    ended = call("rename", "robbe-im-nachtbus", "robbe-im-bus", "--now", "2026-11-24")
    assert (ended.code, ended.err) == (0, NEXT)
    after = texts(harbour)
    assert after.pop("claims/posts/robbe-im-bus.yaml") == before.pop("claims/posts/robbe-im-nachtbus.yaml")
    assert difference(before, after) == (
        "claims/posts/robbe-in-der-linie-1.yaml\n-  - supersedes: robbe-im-nachtbus\n+  - supersedes: robbe-im-bus\n"
    )


def test_an_article_is_renamed_with_its_folder_and_its_text(desk: Path, call: Call, example: Path) -> None:
    replace(example, "searches:\n", "appearances:\n  - {article: town, quote: twice as many lorries}\nsearches:\n")
    before = texts(desk)
    ended = call("rename", "town", "alderford", *NOW)
    assert (ended.code, ended.err) == (0, NEXT)
    assert ended.out.startswith("renamed the article town to alderford\nchanged one place that names it, in one file\n")
    after = texts(desk)
    assert sorted(after) == sorted(name.replace("/town", "/alderford") for name in before)
    assert not (desk / "claims" / "town").exists()
    moved = {name.replace("/alderford", "/town"): text for name, text in after.items()}
    assert difference(before, moved) == (
        f"{EXAMPLE}-  - {{article: town, quote: twice as many lorries}}\n+  - {{article: alderford, quote: twice as many lorries}}\n"
    )
    assert call("check", *NOW).code == 0


def test_what_was_wrong_already_does_not_stand_against_another_name(desk: Path, example: Path, call: Call) -> None:
    replace(
        example,
        'bridge-count\n    stance: supports\n    quote: "Old bridge, January 2026',
        'nowhere\n    stance: supports\n    quote: "Old',
    )
    replace(example, "topics: [traffic]", "topics: [traffic]\nrelations:\n  - same-topic: example")
    assert call("check", *NOW).code == 1
    for old, new in (("example", "lorries"), ("town", "alderford"), ("lorries/survey", "poll")):
        ended = call("rename", old, new, *NOW)
        assert ended.code == 0, ended.err
    assert call("check", *NOW).code == 1
    assert (desk / "claims" / "alderford" / "lorries.yaml").is_file()


def test_the_text_of_an_article_may_be_longer_than_any_record(desk: Path, call: Call) -> None:
    snapshot = desk / "snapshots" / "town.txt"
    long = snapshot.read_text("utf-8") + "Nothing more.\n" * 100_000
    snapshot.write_text(long, encoding="utf-8")
    assert call("rename", "town", "alderford", *NOW).code == 0
    assert (desk / "snapshots" / "alderford.txt").read_text("utf-8") == long


def test_what_is_no_file_in_the_folder_of_an_article_is_told(desk: Path, refused: Refused) -> None:
    (desk / "claims" / "town" / "link.yaml").symlink_to(desk / "claims" / "town" / "other.yaml")
    assert refused("rename", "town", "alderford") == "2 claims/town/link.yaml: this is a symbolic link, which is not followed"


def test_a_folder_without_an_article_is_renamed_too(harbour: Path, call: Call) -> None:
    names = sorted(texts(harbour))
    ended = call("rename", "posts", "beitraege", "--now", "2026-11-24")
    assert ended.out.startswith("renamed the folder posts to beitraege\nnothing else names it\n")
    assert sorted(texts(harbour)) == sorted(name.replace("/posts/", "/beitraege/") for name in names)


def test_an_id_that_is_none_is_mended(desk: Path, example: Path, call: Call) -> None:
    example.rename(desk / "claims" / "town" / "Brücke zählt.yaml")
    ended = call("rename", "Brücke zählt", "bridge-counts", *NOW)
    assert ended.code == 0, ended.err
    assert sorted(one.name for one in (desk / "claims" / "town").iterdir()) == ["article.yaml", "bridge-counts.yaml", "other.yaml"]


def test_what_is_published_keeps_its_address_or_leads_on_from_it(desk: Path, call: Call, moved: Moved, refused: Refused) -> None:
    for words in (("review", "example", "approve"), ("publish", "example")):
        assert call(*words, "--by", "omar", *NOW).code == 0
    assert refused("rename", "example", "lorries") == (
        "4 example has been published, so readers have its address, and others link to it; "
        "with --forward its old address will lead to the new one (`former_ids`)"
    )
    assert refused("rename", "town", "alderford") == (
        "4 claims of the article town have been published (example), so readers have the address of its page, "
        "and nothing would lead from there to the new one; the id stays as it is"
    )
    before = texts(desk)
    assert call("rename", "example", "lorries", "--forward", *NOW).code == 0
    after = texts(desk)
    after["claims/town/example.yaml"] = after.pop("claims/town/lorries.yaml")
    assert difference(before, after) == f"{EXAMPLE}+former_ids: [example]\n"
    ended, _ = moved("rename", "other", "example")
    assert (ended.code, ended.out) == (4, "")
    assert "CT106 the former id ‘example’ is the id of another claim" in ended.err


def test_an_approval_is_not_left_behind_and_the_way_back_is_told(call: Call, refused: Refused) -> None:
    assert call("review", "example", "approve", "--by", "omar", *NOW).code == 0
    lines = refused("rename", "bridge-count", "bridge-tally").splitlines()
    assert [line for line in lines if "CT417" in line or line.startswith("first: ")] == [
        lines[1],
        "first: example is approved as it is; take it back with `claimtrack move example needs-work`, then change it",
        "`claimtrack explain CT417` says more",
    ]
    assert call("rename", "traffic", "transport", *NOW).code == 0  # an approval does not cover topics


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("exmple", "y"), "2 there is no claim, article, source, person, topic or origin 'exmple'; did you mean example?"),
        (("survey", "y"), "2 there is no claim, article, source, person, topic or origin 'survey'; did you mean example/survey?"),
        (("example/survy", "y"), "2 there is no evidence or wanted thing 'example/survy'; did you mean example/survey?"),
        (
            ("example/none", "y"),
            "2 there is no evidence or wanted thing 'example/none'; example has count-2026, count-2025, survey, holm-letter",
        ),
        (("town", "y", "--kind", "source"), "2 there is no source 'town'; `claimtrack list` lists the claims"),
        (("example", "example"), "2 example has that id already"),
        (("example", "other"), "4 there is a claim called ‘other’ already; ids are unique, so choose another name (CT105)"),
        (("hauliers", "courier"), "4 there is an origin called ‘courier’ already; ids are unique, so choose another name (CT105)"),
        (
            ("example/survey", "holm-letter"),
            "4 there is a piece of evidence called ‘holm-letter’ already; ids are unique, so choose another name (CT105)",
        ),
        (
            ("example", "Über uns"),
            ("4 ‘Über uns’ is no id for a claim; expected lower-case letters a to z, digits and single hyphens; "
            "call it ‘ueber-uns’ (CT101)"),
        ),
        (
            ("example", "../other"),
            "4 ‘../other’ is no id for a claim; expected lower-case letters a to z, digits and single hyphens; call it ‘other’ (CT101)",
        ),
        (
            ("example/count-2026", "2026"),
            "4 the calculation of example names 'count-2026', and '2026' would be a number there; choose a name with letters",
        ),
        (
            ("example", "index"),
            ("4 refused, and nothing was written; afterwards there would be\n"
            "  claims/town/index.yaml:2: CT103 ‘index’ cannot be the id of a claim; the finished site needs that name for itself\n"
            "    give it a name that says more\n"
            "`claimtrack explain CT103` says more"),
        ),
    ],
)  # fmt: skip
def test_ids_that_are_unknown_taken_or_none_are_refused(refused: Refused, words: tuple[str, ...], said: str) -> None:
    assert refused("rename", *words) == said


def test_a_record_that_cannot_be_read_and_may_name_it_is_told(desk: Path, moved: Moved, refused: Refused) -> None:
    broken = desk / "claims" / "town" / "broken.yaml"
    broken.write_text("status: [\nevidence: [{source: bridge-count}]\n", encoding="utf-8")
    assert refused("rename", "bridge-count", "bridge-tally") == (
        "4 records with errors of reading may name 'bridge-count'; mend them first, `claimtrack check` says how:\n  claims/town/broken.yaml"
    )
    assert refused("rename", "broken", "mended") == (
        "4 the record of 'broken' has errors of reading; mend them first, `claimtrack check` shows them"
    )
    ended, _ = moved("rename", "haulier-survey", "poll")
    assert ended.code == 0


def test_a_reply_to_a_letter_about_a_whole_article_is_not_renamed_in_one_of_its_claims(desk: Path, refused: Refused) -> None:
    replace(
        desk / "claims" / "town" / "article.yaml",
        "  made_on: 2026-02-02\n",
        "  made_on: 2026-02-02\n  letters:\n    - {to: X, about: claim, on: 2026-02-03, outcome: replied, reply: survey}\n",
    )
    assert refused("rename", "example/survey", "poll") == (
        "4 claims/town/article.yaml names 'survey' as the reply to a letter about all of its claims, "
        "and each of them has evidence of that id; change it there by hand first"
    )


def test_what_two_things_are_called_has_to_be_told_apart(desk: Path, moved: Moved, refused: Refused) -> None:
    replace(desk / "claims" / "desk.yaml", "  budget: {en", "  town: {en: Town, de: Stadt}\n  budget: {en")
    assert refused("rename", "town", "alderford") == "2 'town' is the id of an article and a topic; say which is meant with --kind"
    _, different = moved("rename", "town", "alderford", "--kind", "topic")
    assert different == "claims/desk.yaml\n-  town: {en: Town, de: Stadt}\n+  alderford: {en: Town, de: Stadt}\n"


def test_what_renaming_back_leaves_is_what_there_was(desk: Path, call: Call) -> None:
    before = texts(desk)
    pairs = [("bridge-count", "x1"), ("ines", "x2"), ("traffic", "x3"), ("roads-office", "x4"), ("town", "x5"), ("example", "x6")]
    for old, new in [*pairs, *((new, old) for old, new in reversed(pairs))]:
        ended = call("rename", old, new, *NOW)
        assert ended.code == 0, ended.err
    assert texts(desk) == before
