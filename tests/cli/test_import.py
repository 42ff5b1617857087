"""``claimtrack import``: what others have checked comes in once, as files that a person would have written; every item is accounted for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.cli.conftest import texts

from claimtrack.checking import check
from claimtrack.findings import Severity
from claimtrack.loading import load

if TYPE_CHECKING:
    from tests.cli.conftest import Call

NOW = ("--by", "ines", "--now", "2026-03-20")


def review(number: int, **fields: object) -> dict[str, Any]:
    """Return an invented review."""
    return {
        "@type": "ClaimReview",
        "url": f"https://checks.example/2026/seal-took-tram-{number}.html",
        "inLanguage": "en",
        "claimReviewed": f"A seal took the tram {number} times.",
        "headline": "No seal was on the tram",
        "datePublished": "2026-02-10",
        "author": {"@type": "Organization", "name": "Example Checks"},
        "reviewRating": {"@type": "Rating", "alternateName": "Refuted"},
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Organization", "name": "Tram Talk"},
            "appearance": {"url": f"https://talk.example/{number}"},
        },
        **fields,
    }


@pytest.fixture
def feed(desk: Path) -> Path:
    """A feed with a review, the same once more, one without a claim, the first with another rating, and one more."""
    items = [
        review(1),
        review(1),
        review(2, claimReviewed=""),
        review(1, reviewRating={"alternateName": "Supported"}),
        review(3, datePublished="03/04/2020"),
    ]
    path = desk / "seals.json"
    path.write_text(json.dumps({"@type": "DataFeed", "dataFeedElement": [{"item": [one]} for one in items]}, indent=1), "utf-8")
    return path


FIRST = """\
status: draft
authors: [ines]
statement:
  en: A seal took the tram 1 times.
claimant: {name: Tram Talk, kind: organisation}
appearances:
  - url: https://talk.example/1
evidence:
  - id: fact-check
    source:
      url: https://checks.example/2026/seal-took-tram-1.html
      title: No seal was on the tram
      publisher: Example Checks
      published: 2026-02-10
      language: en
      kind: fact-check
      seen: not-seen
    stance: context
    quote: Refuted
extra:
  imported:
    format: claimreview
    identity: {identity}
    ratings:
      - {label: Refuted, rating: refuted, scale: six-step@1}
  original: |-
"""


def test_each_item_is_accounted_for_and_the_files_are_as_a_person_would_have_written_them(desk: Path, feed: Path, call: Call) -> None:
    before = texts(desk)
    ended = call("import", "claimreview", feed.name, *NOW)

    new = {file: text for file, text in texts(desk).items() if file not in before}
    first = next(file for file in new if "tram-1" in file)
    identity = new[first].partition("identity: ")[2].partition("\n")[0]
    assert sorted(new) == [
        f"claims/seals/checks-example-seal-took-tram-1-{identity[:8]}.yaml",
        next(file for file in new if "tram-3" in file),
    ]
    assert new[first].startswith(FIRST.replace("{identity}", identity))
    assert ended.out.splitlines() == [
        "seals.json:36:5: CT906 the same item stands in seals.json:6",
        "seals.json:66:5: CT905 there is no claim in it: `claimReviewed` is missing or empty",
        "seals.json:96:5: CT907 the same fact-check says ‘Supported’ here and ‘Refuted’ in seals.json:6, which came in",
        "seals.json:131:23: CT912 `datePublished`: ‘03/04/2020’ is no date that can mean only one day",
        "wrote 2 files to claims/seals/",
    ]
    assert ended.err == (
        "5 items: 2 new, 2 repeated, 1 left out\nnext: read what came in, and `claimtrack move` on what the desk takes up\n"
    )
    assert ended.code == 1

    project, findings = load(desk)
    assert [one for one in (*findings, *check(project)) if one.severity is Severity.ERROR] == []


def test_the_same_again_comes_in_never_again_whatever_became_of_the_record(desk: Path, feed: Path, call: Call) -> None:
    call("import", "claimreview", feed.name, *NOW)
    (first,) = desk.glob("claims/seals/*tram-1*")
    first.write_text(first.read_text("utf-8").replace("A seal took the tram 1 times.", "A seal rode the tram."), "utf-8")
    first.rename(first.with_name("seal-on-the-tram.yaml"))
    before = texts(desk)

    other_way = [
        review(1, url="http://www.checks.example/2026/seal-took-tram-1.html?utm_source=feed", claimReviewed="A Seal took the tram 1 times.")
    ]
    (desk / "again.json").write_text(json.dumps(other_way), "utf-8")
    ended = call("import", "claimreview", "again.json", "--into", "again", *NOW)
    assert (ended.out, ended.err, ended.code) == (
        "again.json:1:2: CT908 the desk has it already: seal-on-the-tram\n",
        "1 item: 1 known already\n",
        0,
    )
    call("import", "claimreview", feed.name, *NOW)
    assert {file: text for file, text in texts(desk).items() if file != "again.json"} == before


def test_a_check_that_the_desk_cites_already_is_known(desk: Path, call: Call) -> None:
    (desk / "one.json").write_text(json.dumps(review(1)), "utf-8")
    call("import", "claimreview", "one.json", *NOW)
    (record,) = desk.glob("claims/one/*.yaml")
    record.write_text(record.read_text("utf-8").partition("extra:")[0], "utf-8")
    ended = call("import", "claimreview", "one.json", "--into", "others", *NOW)
    assert ended.err == "1 item: 1 known already\n"


def test_a_dry_run_shows_what_would_be_written_and_writes_nothing(desk: Path, feed: Path, call: Call) -> None:
    before = texts(desk)
    ended = call("import", "claimreview", feed.name, "--dry-run", *NOW)
    assert texts(desk) == before
    assert "+  en: A seal took the tram 1 times.\n" in ended.out
    assert ended.err == "a dry run: nothing was written\n5 items: 2 new, 2 repeated, 1 left out\n"


def test_one_error_of_the_rules_leaves_out_one_item_and_says_which(desk: Path, call: Call) -> None:
    (desk / "two.json").write_text(json.dumps([review(1), review(2, inLanguage="en", claimReviewed="x" * 70_000)]), "utf-8")
    ended = call("import", "claimreview", "two.json", *NOW)
    assert ended.err.startswith("2 items: 1 new, 1 left out\n")


def test_a_public_repository_gets_no_drafts(desk: Path, feed: Path, call: Call) -> None:
    record = desk / "claims" / "desk.yaml"
    record.write_text(record.read_text("utf-8") + "repository: public\n", "utf-8")
    before = texts(desk)
    ended = call("import", "claimreview", feed.name, *NOW)
    assert ended.code == 4
    assert "CT621" in ended.err
    assert texts(desk) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("claimreviews", "seals.json"), "claimtrack: there is no format 'claimreviews' to import; did you mean claimreview?\n"),
        (("claimreview", "nowhere.json"), "claimtrack: there is no file or folder 'nowhere.json'\n"),
        (("claimreview", "claims"), "claimtrack: 'claims' is no file; name the files of a folder one by one, or with *\n"),
        (
            ("claimreview", "seals.json", "--into", "town"),
            "claimtrack: the claims of 'town' are taken from an article; choose another folder with --into\n",
        ),
        (
            ("claimreview", "seals.json", "--into", "../x"),
            "claimtrack: the id of a folder has small letters, digits and hyphens, at most 64, found '../x'; did you mean x?\n",
        ),
        (
            ("claimreview", "seals.json", "--text-language", "english"),
            "claimtrack: --text-language wants the tag of a language such as de or pt-BR, found 'english'\n",
        ),
    ],
)
@pytest.mark.usefixtures("feed")
def test_what_makes_no_sense_is_said_and_nothing_is_written(arguments: tuple[str, ...], message: str, desk: Path, call: Call) -> None:
    before = texts(desk)
    ended = call("import", *arguments, *NOW)
    assert (ended.err, ended.code) == (message, 2)
    assert texts(desk) == before
