"""``set``: one value of a record by its path, in the author's style, and what is refused in whose words."""

from __future__ import annotations

import io
import sys
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


def test_a_value_is_set_and_the_next_step_is_told(moved: Moved) -> None:
    ended, different = moved("set", "example", "verdict.summary.en", "The Roads Office counted 620 lorries in January 2026, not 310.")
    assert (ended.code, ended.out, ended.err) == (
        0,
        "set verdict.summary.en of example\nwrote claims/town/example.yaml\n",
        "next: have it read by omar: `claimtrack review example approve`\n",
    )
    assert different == (
        "claims/town/example.yaml\n"
        "-    en: The Roads Office counted 620 lorries a day in January 2026 and 310 a year before.\n"
        "+    en: The Roads Office counted 620 lorries in January 2026, not 310.\n"
    )


@pytest.mark.parametrize(
    ("words", "different"),
    [
        (  # by the place in the list, and a text that YAML would read as something else
            ("evidence.2.quote", 'No: "quotes" # here'),
            '-    quote: Our members report about twice as many crossings as last winter.\n+    quote: \'No: "quotes" # here\'\n',
        ),
        (  # by the id of the entry; numbers and dates are bare
            ("evidence.count-2025.quantity.as_of", "2025"),
            ("-    quantity: {value: 310, unit: lorry, as_of: 2025-01, counts: flow}\n"
            "+    quantity: {value: 310, unit: lorry, as_of: 2025, counts: flow}\n"),
        ),
        (  # a new field in the usual place, a text that looks like a word of YAML in quotation marks
            ("evidence.count-2025.quantity.about", "yes"),
            ("-    quantity: {value: 310, unit: lorry, as_of: 2025-01, counts: flow}\n"
            '+    quantity: {value: 310, unit: lorry, about: "yes", as_of: 2025-01, counts: flow}\n'),
        ),
        (("location", "Alderford"), "+location: Alderford\n"),
        (("accuses", "no"), "+accuses: no\n"),
        (("reasons.no_archive.de", "Weil es so ist"), "+reasons:\n+  no_archive: {de: Weil es so ist}\n"),
        (("topics", "[traffic, budget]"), "-topics: [traffic]\n+topics: [traffic, budget]\n"),
        (("topics", "budget", "--append"), "-topics: [traffic]\n+topics: [traffic, budget]\n"),
        (("relations", "{same-topic: other}", "--append"), "+relations:\n+  - same-topic: other\n"),
        (  # a text without a language is in the first one of the desk
            ("gaps.0.would_change.en", "How she put it."),
            "-    would_change: How exactly she put it.\n+    would_change: How she put it.\n",
        ),
        (
            ("gaps.0.would_change.de", "Wie genau sie es sagte."),
            ("-    would_change: How exactly she put it.\n"
            "+    would_change:\n+      en: How exactly she put it.\n+      de: Wie genau sie es sagte.\n"),
        ),
        (
            ("quote.prefix", "carries "),
            ("-quote: {exact: twice as many lorries as a year ago, at: 93-128}\n"
            '+quote: {exact: twice as many lorries as a year ago, at: 93-128, prefix: "carries "}\n'),
        ),
        (
            ("statement", "{en: Lorries doubled., de: Lastwagen verdoppelt.}", "--yaml"),
            ("-  en: In January 2026 the old bridge of Alderford carried twice as many lorries as in January 2025.\n"
            "-  de: Im Januar 2026 fuhren über die alte Brücke von Alderford doppelt so viele Lastwagen wie im Januar 2025.\n"
            "+  en: Lorries doubled.\n"
            "+  de: Lastwagen verdoppelt.\n"),
        ),
        (("extra.column", "3"), "+extra: {column: 3}\n"),
        (("verdict.decided_on", "--remove"), "-  decided_on: 2026-02-13\n"),
        (("gaps.council-minutes", "2026-02-01"), None),
        (("gaps.0.would_change", "--remove"), "-    would_change: How exactly she put it.\n"),
        (("topics.traffic", "--remove"), "-topics: [traffic]\n"),
        (("selection", "--remove"), "-selection: The council decides on it in March.\n"),
    ],
)  # fmt: skip
def test_the_difference_is_what_a_careful_person_would_have_typed(moved: Moved, words: tuple[str, ...], different: str | None) -> None:
    ended, done = moved("set", "example", *words)
    if different is None:
        assert ended.code == 2
    else:
        assert (ended.code, done) == (0, EXAMPLE + different), ended.err


@pytest.mark.parametrize(
    ("words", "different"),
    [
        (("bridge-count", "accessed", "2026-02-10"), "claims/sources.yaml\n-  accessed: 2026-02-09\n+  accessed: 2026-02-10\n"),
        (("bridge-count", "caution.de", "Vorsicht"), "claims/sources.yaml\n+  caution: {de: Vorsicht}\n"),
        (("town", "authors", "A. Writer", "--append"), "claims/town/article.yaml\n+authors: [A. Writer]\n"),
        (("desk", "topics.pool.en", "Pool"), "claims/desk.yaml\n+  pool: {en: Pool}\n"),
        (
            ("desk", "limits.quote", "180"),
            ("claims/desk.yaml\n-limits: {quote: 200, quotes_of_article: 40 %, review_after: 12 months}\n"
            "+limits: {quote: 180, quotes_of_article: 40 %, review_after: 12 months}\n"),
        ),
    ],
)  # fmt: skip
def test_sources_articles_and_the_desk_are_set_too(moved: Moved, words: tuple[str, ...], different: str) -> None:
    ended, done = moved("set", *words)
    assert (ended.code, done, ended.err) == (0, different, "next: `claimtrack check`\n")


def test_a_value_may_begin_with_a_hyphen(example: Path, call: Call, moved: Moved) -> None:
    _, different = moved("set", "example", "location", "- over there -")
    assert different == f'{EXAMPLE}+location: "- over there -"\n'
    assert call("set", *NOW, "example", "location", "--", "--over").code == 0
    assert '\nlocation: "--over"\n' in example.read_text("utf-8")
    assert moved("set", "example", "location", "-over")[0].code == 2


def test_the_value_that_is_there_already_changes_nothing(moved: Moved) -> None:
    ended, different = moved("set", "example", "verdict.rating", "supported")
    assert (ended.code, ended.out, different) == (0, "nothing to change: the records say so already\n", "")


def test_a_dry_run_shows_the_difference_and_writes_nothing(moved: Moved) -> None:
    ended, different = moved("set", "example", "computed.result", "2.0", "--dry-run")
    assert (ended.code, different, ended.err) == (0, "", "a dry run: nothing was written\n")
    assert [line for line in ended.out.splitlines() if line.startswith(("+", "-"))] == [
        "--- a/claims/town/example.yaml",
        "+++ b/claims/town/example.yaml",
        "-computed: {ratio: [count-2026, count-2025], result: 2}",
        "+computed: {ratio: [count-2026, count-2025], result: 2.0}",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("evidence.0.stanse", "x"), "2 a piece of evidence has no field 'stanse'; did you mean `stance`?"),
        (("decided_on", "2026-01-01"), "2 a claim has no field 'decided_on'; did you mean `verdict.decided_on`?"),
        (("evidence.survy.quote", "x"), "2 `evidence` has no entry 'survy'; did you mean survey?"),
        (("evidence.9.quote", "x"), "2 `evidence` has no entry '9'; it has 4, from 0 to 3: count-2026, count-2025, survey, holm-letter"),
        (("disputes.0.who", "x"), "2 `disputes` has no entries yet"),
        (("aspect.more", "x"), "2 `aspect` has no fields of its own, so that `.more` leads nowhere; set it as a whole"),
        (("evidence.0.source.url", "x"), "2 `evidence.0.source` has no fields of its own, so that `.url` leads nowhere; set it as a whole"),
        (("statement.english", "x"), "2 `statement` is a text, and 'english' is no language; did you mean `en`?"),
        (("verdict..rating", "x"), "2 a verdict has no field ''; it may have: rating, scale, summary, rationale, decided_by, decided_on"),
        (("location", "--remove"), "2 there is no `location` in example, so there is nothing to take out"),
        (("aspect", "fact", "--append"), "2 `aspect` is no list that anything could be put to"),
        (
            ("aspect", "fact", "--remove"),
            "2 give a VALUE, or --remove without one; --append, --remove and --yaml exclude each other",
        ),
        (("statement", "x"), "4 `statement` of example is there in en and de; say which is meant, such as statement.en"),
        (("quote", "x"), "4 `quote` of example has exact, at; set one of these, or write all of it with --yaml"),
        (
            ("status", "approved"),
            "4 `status` is not set but follows from the work: `claimtrack move example STATUS` moves a claim, and remembers who",
        ),
        (("published", "--remove"), ("4 `published` is not set but follows from the work: `claimtrack publish example` publishes a claim "
         "once it is approved")),
        (
            ("evidence.survey.id", "poll"),
            "4 an id is not set, since other things name it: `claimtrack rename example/survey NEW` changes them all",
        ),
        (("id", "poll"), "4 an id is not set, since other things name it: `claimtrack rename example NEW` changes them all"),
        (
            ("made_on", "tomorrow"),
            ("4 nothing was written: expected a date such as 2025, 2025-02 or 2025-02-24; found ‘tomorrow’; what is known of a date but is "
            "no date goes into a text, such as `published_note` (CT044)"),
        ),
        (
            ("verdict.decided_on", "13.2.2026"),
            "4 nothing was written: expected a full date such as 2026-02-09, found ‘13.2.2026’; write 2026-02-13 (CT044)",
        ),
        (
            ("evidence.0.quantity.value", "12.500"),
            ("4 nothing was written: a number must not be read in two ways: 12500, or 12.5000 where decimals are meant; "
            "found ‘12.500’ (CT045)"),
        ),
        (
            ("evidence.0.stance", "suports"),
            ("4 nothing was written: expected one of supports, refutes, context, unclear, term; found ‘suports’; "
            "did you mean `supports`? (CT043)"),
        ),
        (("topics", "traffic"), "4 nothing was written: expected a list, found ‘traffic’; write [traffic] (CT042)"),
        (("topics", "[a"), "4 VALUE is read as YAML here: the bracket `[` that opens here is never closed; put `]` at the end"),
        (("topics", "[a]\nstatus: approved"), "4 VALUE is read as YAML here: "),
        (("status", "--remove"), "4 `status` is not set but follows from the work: "),
        (("evidence.0.source", "--remove"), "4 nothing was written: `source` is missing; a piece of evidence must have it"),
    ],
)  # fmt: skip
def test_what_leads_nowhere_or_does_not_fit_is_refused(refused: Refused, words: tuple[str, ...], said: str) -> None:
    assert refused("set", "example", *words).startswith(said)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("exampel", "made_on", "2026"), "2 there is no claim, article or source 'exampel'; did you mean example?"),
        (("example", "made_on", "2026", "--kind", "source"), "2 there is no source 'example'; `claimtrack list` lists the claims"),
    ],
)
def test_a_record_that_is_not_there_is_refused(refused: Refused, words: tuple[str, ...], said: str) -> None:
    assert refused("set", *words) == said


def test_what_two_records_are_called_has_to_be_told_apart(desk: Path, moved: Moved, refused: Refused) -> None:
    sources = desk / "claims" / "sources.yaml"
    sources.write_text(f"{sources.read_text('utf-8')}town:\n  unknown: A walk through the town.\n  level: primary\n", encoding="utf-8")
    assert refused("set", "town", "publisher", "X") == "2 'town' is the id of an article and a source; say which is meant with --kind"
    _, different = moved("set", "town", "publisher", "X", "--kind", "source")
    assert different == "claims/sources.yaml\n+  publisher: X\n"


def test_what_a_rule_would_refuse_is_refused_with_its_words_and_its_place(refused: Refused) -> None:
    assert refused("set", "example", "computed.result", "-2") == (
        "4 refused, and nothing was written; afterwards there would be\n"
        "  claims/town/example.yaml:40: CT315 the result is not what count-2026 620 / count-2025 310 gives; found -2, expected 2\n"
        "    record what comes out, or correct the numbers of the evidence\n"
        "`claimtrack explain CT315` says more"
    )


def test_the_reader_s_words_come_in_the_language_that_the_caller_speaks(refused: Refused) -> None:
    assert refused("set", "example", "aspect", "facts", "--language", "de").startswith(
        "4 nothing was written: erwartet: einer der Werte fact, "
    )


def test_an_approval_is_not_left_behind_and_the_way_back_is_told(call: Call, moved: Moved, refused: Refused) -> None:
    assert call("review", "example", "approve", "--by", "omar", *NOW).code == 0
    words = ("set", "example", "headline.en", "620 lorries a day")
    first, *_, way, _ = refused(*words).splitlines()
    assert first == "4 refused, and nothing was written; afterwards there would be"
    assert way == "first: example is approved as it is; take it back with `claimtrack move example needs-work`, then change it"
    assert call("publish", "example", "--by", "omar", *NOW).code == 0
    *_, way, _ = refused(*words).splitlines()
    assert way == "first: example is published as it was approved; open a correction with `claimtrack correct example`, then change it"
    correct = ("correct", "example", "--class", "minor", "--cause", "own-error", "--notice", "en=A word.", "--notice", "de=Ein Wort.")
    assert call(*correct, "--by", "ines", *NOW).code == 0
    ended, different = moved(*words)
    assert (ended.code, different) == (0, f"{EXAMPLE}-  en: 620 lorries a day, not 310 as a year before\n+  en: 620 lorries a day\n")
    assert call("review", "example", "approve", "--by", "omar", *NOW).code == 0


def test_a_record_with_errors_of_reading_can_be_mended(example: Path, moved: Moved) -> None:
    replace(example, "aspect: fact", "aspect: facts")
    ended, different = moved("set", "example", "aspect", "fact")
    assert (ended.code, different) == (0, f"{EXAMPLE}-aspect: facts\n+aspect: fact\n")


def test_a_record_that_is_no_yaml_is_left_alone(example: Path, refused: Refused) -> None:
    example.write_text("status: [draft", encoding="utf-8")
    assert refused("set", "example", "aspect", "fact").startswith("4 claims/town/example.yaml cannot be read (")


def test_comments_and_the_style_of_the_author_stay(example: Path, moved: Moved) -> None:
    replace(example, "topics: [traffic]", "topics:      # of the desk\n    - traffic   # the first\n    # more to come")
    replace(example, "aspect: fact", "'aspect'   :   \"fact\"   # checked")
    _, different = moved("set", "example", "topics", "budget", "--append")
    assert different == f"{EXAMPLE}+    - budget\n"
    _, different = moved("set", "example", "aspect", "said")
    assert different == f"{EXAMPLE}-'aspect'   :   \"fact\"   # checked\n+'aspect'   :   \"said\"   # checked\n"


def test_a_long_text_comes_from_the_standard_input(moved: Moved, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"One line.\n"), encoding="utf-8"))
    _, different = moved("set", "example", "selection", "-")
    assert different == f"{EXAMPLE}-selection: The council decides on it in March.\n+selection: One line.\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"First.\n\nSecond.\n"), encoding="utf-8"))
    _, different = moved("set", "example", "selection", "-")
    assert different == f"{EXAMPLE}-selection: One line.\n+selection: |\n+  First.\n+\n+  Second.\n"


@pytest.mark.parametrize(
    ("file", "right", "wrong", "words"),
    [
        ("claims/sources.yaml", "accessed: 2026-02-09", "accessed: yesterday", ("bridge-count", "accessed", "2026-02-09")),
        ("claims/town/article.yaml", "retrieved: 2026-02-04", "retrieved: 4.2.2026", ("town", "retrieved", "2026-02-04")),
        ("claims/desk.yaml", "format: 1", "format: one", ("desk", "format", "1")),
    ],
)  # fmt: skip
def test_records_of_every_kind_can_be_mended(desk: Path, moved: Moved, file: str, right: str, wrong: str, words: tuple[str, ...]) -> None:
    replace(desk / file, right, wrong)
    ended, different = moved("set", *words)
    changed = [line.replace(" ", "") for line in different.splitlines()]
    assert (ended.code, changed) == (0, [file, f"-{wrong}".replace(" ", ""), f"+{right}".replace(" ", "")]), ended.err


def test_languages_do_not_become_part_of_a_text(moved: Moved) -> None:
    ended, different = moved("set", "example", "headline", "{en: Twice as many, de: Doppelt so viele}")
    assert (ended.code, ended.out, different) == (4, "", "")
    assert ended.err == ("claimtrack: `headline` of example is there in en and de; say which is meant, such as headline.en\n")
    ended, different = moved("set", "desk", "topics.pool", "{en: Pool, de: Bad}")
    assert (ended.code, ended.out, different) == (4, "", "")
    assert ended.err == ("claimtrack: VALUE is a text here, and looks like one for each language; say --yaml, or set topics.pool.en\n")


def test_what_is_mended_bit_by_bit_leads_to_what_is_still_wrong(desk: Path, moved: Moved) -> None:
    (desk / "claims" / "town" / "hasty.yaml").write_text("stats: draft\nstatement: It was so.\nquote: so\nmade_on: soon\n", "utf-8")
    ended, different = moved("set", "hasty", "made_on", "2026-01-02")
    assert (ended.code, different) == (0, "claims/town/hasty.yaml\n-made_on: soon\n+made_on: 2026-01-02\n")
    assert ended.err == "next: `claimtrack check` says what is still wrong in it\n"
