"""``claimtrack new claim``, ``new source`` and ``add evidence``: what is written, what is said, and what is refused."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import difference, replace, texts

if TYPE_CHECKING:
    from tests.cli.conftest import Call, Ended

NOW = ("--now", "2026-02-21")
BY = ("--by", "ines", *NOW)
LORRIES = ("--quote", "620 lorries a day", "--statement", "In January 2026 they counted 620 lorries a day.", *BY)
LORRIES_FILE = "claims/town/in-january-2026-they-counted-620-lorries.yaml"
EVIDENCE = ("add", "evidence", "example", *NOW)

Done = Callable[..., tuple["Ended", str]]


@pytest.fixture
def done(desk: Path, call: Call) -> Done:
    """Call a command, and return how it ended and what is different in the files."""

    def run(*arguments: str) -> tuple[Ended, str]:
        before = texts(desk)
        ended = call(*arguments)
        return ended, difference(before, texts(desk))

    return run


@pytest.fixture
def refused(done: Done) -> Callable[..., tuple[int, str]]:
    """Call a command that is refused, and return its exit code and what it says; nothing is written."""

    def run(*arguments: str) -> tuple[int, str]:
        ended, different = done(*arguments)
        assert (ended.out, different) == ("", "")
        return ended.code, ended.err

    return run


Refused = Callable[..., tuple[int, str]]


def test_a_claim_gets_its_place_in_the_text_its_author_and_its_id(done: Done, call: Call) -> None:
    ended, different = done("new", "claim", "town", *LORRIES)
    assert (ended.code, ended.out) == (0, f"wrote {LORRIES_FILE}\n")
    assert ended.err == (
        "next: say what speaks for and against it: "
        "`claimtrack add evidence in-january-2026-they-counted-620-lorries --source … --stance …`\n"
    )
    assert (
        different
        == f"""\
{LORRIES_FILE}
+status: draft
+authors: [ines]
+statement:
+  en: In January 2026 they counted 620 lorries a day.
+quote: {{exact: 620 lorries a day, at: 197-214}}
"""
    )
    assert call("check").code == 0


def test_a_claim_with_all_that_can_be_told_of_it(done: Done) -> None:
    told = ("--statement", "de=Im Januar waren es 620.", "--aspect", "fact", "--claimant", "Rike Holm", "--role", "Councillor")
    _, different = done("new", "claim", "town", *LORRIES, *told, "--topic", "traffic", "--topic", "budget", "--id", "lorries")
    assert (
        different
        == """\
claims/town/lorries.yaml
+status: draft
+authors: [ines]
+statement:
+  en: In January 2026 they counted 620 lorries a day.
+  de: Im Januar waren es 620.
+quote: {exact: 620 lorries a day, at: 197-214}
+aspect: fact
+claimant: {name: Rike Holm, role: Councillor}
+topics: [traffic, budget]
"""
    )


def test_a_quote_is_written_on_one_line_however_it_was_pasted(done: Done) -> None:
    _, different = done("new", "claim", "town", *LORRIES, "--quote", "“The bridge\n  was built … she said", "--claimant", "article")
    assert different.splitlines()[-2:] == [
        "+quote: {exact: “The bridge was built … she said, at: 130-172}",
        "+claimant: article",
    ]


def test_words_that_stand_in_several_places_are_told_apart_by_the_caller(done: Done, refused: Refused, call: Call) -> None:
    several = ("new", "claim", "town", *LORRIES, "--quote", "the council")
    places = """\
claimtrack:   1: line 1, at 36-47: …day councillor Rike Holm told [the council] of Alderford that the old bri…
claimtrack:   2: line 3, at 486-497: …over the new bridge, whatever [the council] decides. Shopkeepers on the …
claimtrack:   3: line 7, at 829-840: …d after. The next meeting of [the council] is open to the public. …
"""
    times = "claimtrack: refused, and nothing was written: these words stand 3 times in the text of 'town'; "
    assert refused(*several) == (4, f"{times}say which place is meant with --occurrence\n{places}")
    assert refused(*several, "--occurrence", "4") == (4, f"{times}so there is no --occurrence 4\n{places}")
    assert refused(*several, "--occurrence", "0") == (4, f"{times}so there is no --occurrence 0\n{places}")

    for number, at, frame in (
        (1, "36-47", "Rike Holm told"),
        (2, "486-497", '"new bridge, whatever"'),
        (3, "829-840", "The next meeting of"),
    ):
        _, different = done(*several, "--occurrence", str(number), "--id", f"council-{number}")
        assert different.splitlines()[-1] == f"+quote: {{exact: the council, at: {at}, prefix: {frame}}}"
    assert call("check").code == 0


def test_words_that_do_not_stand_there_are_refused_with_what_does(refused: Refused) -> None:
    assert refused("new", "claim", "town", *LORRIES, "--quote", "620 lorries a week") == (
        4,
        f"""\
claimtrack: refused, and nothing was written; afterwards there would be
claimtrack:   {LORRIES_FILE}:5: CT111 these words do not stand in the text of ‘town’
claimtrack:     the nearest passage, at 197-211, is ‘620 lorries a’ (4 characters differ)
claimtrack: `claimtrack explain CT111` says more
""",
    )


def test_a_status_that_demands_a_statement_gets_none_without(refused: Refused) -> None:
    code, words = refused("new", "claim", "town", "--quote", "620 lorries a day", *BY)
    assert code == 4
    assert "claims/town/620-lorries-a-day.yaml:1: CT411 the status ‘draft’ demands the statement in at least one language" in words


def test_without_the_text_at_hand_a_claim_has_no_position_and_that_is_said(desk: Path, done: Done) -> None:
    shutil.rmtree(desk / "snapshots")
    ended, different = done("new", "claim", "town", *LORRIES)
    assert ended.out == (
        f"the quote was not looked for in the article and has no position: there is no snapshots/town.txt here\nwrote {LORRIES_FILE}\n"
    )
    assert different.splitlines()[-1] == "+quote: 620 lorries a day"


def test_another_text_than_that_of_the_article_is_not_believed(desk: Path, done: Done) -> None:
    replace(desk / "snapshots" / "town.txt", "On Monday", "On Tuesday")
    ended, different = done("new", "claim", "town", *LORRIES)
    assert ended.out.startswith("the quote was not looked for in the article and has no position: snapshots/town.txt is another text\n")
    assert different.splitlines()[-1] == "+quote: 620 lorries a day"


def test_an_id_that_is_taken_gets_a_number(done: Done) -> None:
    assert done("new", "claim", "town", *LORRIES)[0].out == f"wrote {LORRIES_FILE}\n"
    assert done("new", "claim", "town", *LORRIES)[0].out == f"wrote {LORRIES_FILE.removesuffix('.yaml')}-2.yaml\n"


@pytest.mark.parametrize(
    ("article", "arguments", "code", "words"),
    [
        ("twon", (), 2, "there is no article 'twon'; did you mean town?"),
        ("xyz", (), 2, "there is no article 'xyz'; `claimtrack new article` takes one in"),
        ("town", ("--id", "example"), 4, "there is a claim 'example' already: claims/town/example.yaml; choose another --id"),
        ("town", ("--id", "sources"), 4,
         "no new claim can be called 'sources', which is or was the name of something else; choose another --id"),
        ("town", ("--id", "Two Words"), 2,
         "the id of a claim has small letters, digits and hyphens, at most 64, found 'Two Words'; did you mean two-words?"),
        ("town", ("--quote", " "), 2, "--quote wants the words of the article, and what was given is empty"),
        ("town", ("--role", "Mayor"), 2, "--role wants to be the role of somebody; give the name with --claimant"),
        ("town", ("--by", "inse"), 2, "there is no 'inse' among the people of the desk; did you mean ines?"),
        ("town", ("--statement", "fr=Il y en avait 620."), 2,
         "--statement: the desk does not write in 'fr', but in en, de; where the text itself begins like this, put 'en' and = before it"),
    ],
)  # fmt: skip
def test_claims_that_are_refused(refused: Refused, article: str, arguments: tuple[str, ...], code: int, words: str) -> None:
    assert refused("new", "claim", article, *LORRIES, *arguments) == (code, f"claimtrack: {words}\n")


def test_a_source_gets_what_is_told_of_it_and_nothing_else(done: Done, call: Call) -> None:
    ended, different = done("new", "source", "toll-report", "--url", "https://toll.example/2026?id=7&utm_source=mail#p3", *NOW)
    assert ended.code == 0
    assert ended.err == "next: cite it: `claimtrack add evidence CLAIM --source toll-report --stance …`\n"
    assert ended.out == (
        "left out of the address what only tracks readers; it is now https://toll.example/2026?id=7#p3\n"
        "not said of it yet, and asked for by a verdict that rests on it: `accessed` (when it was read), "
        "`level` (how near it is to what it reports), `origin` (whom its information comes from), `seen` (how it was seen)\n"
        "wrote claims/sources.yaml\n"
    )
    assert (
        different
        == """\
claims/sources.yaml
+toll-report:
+  url: "https://toll.example/2026?id=7#p3"
"""
    )
    assert call("check").code == 0


def test_a_source_of_one_article_begins_a_file_of_its_own(done: Done, call: Call) -> None:
    told = {
        "--unknown": "Sent to the desk on paper.", "--title": "Toll: the year 2025", "--publisher": "Toll Office", "--author": "Jo Quill",
        "--published": "2026-01", "--accessed": "2026-02-20", "--language": "en", "--kind": "statistics", "--level": "primary",
        "--origin": "treasury", "--cites": "bridge-count", "--seen": "full-copy", "--for": "town",
    }  # fmt: skip
    ended, different = done("new", "source", "toll-report", *(word for pair in told.items() for word in pair), *NOW)
    assert ended.out == "wrote claims/town/sources.yaml\n"
    assert (
        different
        == """\
claims/town/sources.yaml
+toll-report:
+  unknown: Sent to the desk on paper.
+  title: "Toll: the year 2025"
+  publisher: Toll Office
+  author: Jo Quill
+  published: 2026-01
+  accessed: 2026-02-20
+  language: en
+  kind: statistics
+  level: primary
+  origin: treasury
+  cites: [bridge-count]
+  seen: full-copy
"""
    )
    assert call("check").code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("bridge-count", "--url", "https://a.example/b"), 4,
         "there is a source 'bridge-count' already: claims/sources.yaml; choose another id"),
        (("survey-again", "--url", "http://hauliers.example/survey/?fbclid=x"), 4,
         "that is the source 'haulier-survey', which the desk has already: claims/sources.yaml; cite that one (CT207)"),
        (("new-one",), 2, "nothing is told of 'new-one'; give at least --url, or --unknown with the reason why there is no address"),
        (("New", "--url", "https://a.example/b"), 2,
         "the id of a source has small letters, digits and hyphens, at most 64, found 'New'; did you mean new?"),
        (("new-one", "--url", "https://a.example/b", "--for", "twon"), 2, "there is no folder of claims 'twon'; did you mean town?"),
        (("new-one", "--url", "https://a.example/b", "--accessed", "2026-02"), 2,
         "--accessed wants a day such as 2026-02-09, found '2026-02'"),
        (("new-one", "--url", "https://a.example/b", "--published", "09.02.2026"), 2,
         "--published wants a date such as 2026, 2026-02 or 2026-02-09, found '09.02.2026'"),
    ],
)  # fmt: skip
def test_sources_that_are_refused(refused: Refused, arguments: tuple[str, ...], code: int, words: str) -> None:
    assert refused("new", "source", *arguments, *NOW) == (code, f"claimtrack: {words}\n")


def test_an_origin_that_the_desk_does_not_have_is_refused_by_the_rule(refused: Refused) -> None:
    code, words = refused("new", "source", "toll", "--url", "https://a.example/b", "--origin", "tresury", *NOW)
    assert code == 4
    assert "CT" in words.splitlines()[1]
    assert words.splitlines()[2] == "claimtrack:     did you mean ‘treasury’?"


def test_evidence_is_put_behind_what_the_claim_has(done: Done, call: Call) -> None:
    told = ("--quote", "Lorries: 620, as we counted.", "--translation", "de=Lastwagen: 620, nach unserer Zählung.")
    number = ("--quantity", "620 lorry", "--as-of", "2026-01", "--counts", "flow")
    ended, different = done(*EVIDENCE, "--source", "haulier-survey", "--stance", "context", *told, *number, "--level", "secondary")
    assert (ended.code, ended.out) == (0, "wrote claims/town/example.yaml\n")
    assert ended.err == (
        "next: `[@haulier-survey]` in the rationale of its verdict rests a sentence on it; "
        "`claimtrack show example` says what the claim still lacks\n"
    )
    assert (
        different
        == """\
claims/town/example.yaml
+  - id: haulier-survey
+    source: haulier-survey
+    stance: context
+    quote: "Lorries: 620, as we counted."
+    translation:
+      de: "Lastwagen: 620, nach unserer Zählung."
+    quantity: {value: 620, unit: lorry, as_of: 2026-01, counts: flow}
+    level: secondary
"""
    )
    assert call("check").code == 0


def test_the_first_evidence_of_a_claim_stands_where_evidence_usually_stands(done: Done) -> None:
    done("new", "claim", "town", *LORRIES, "--id", "lorries", "--aspect", "fact")
    _, different = done("add", "evidence", "lorries", "--source", "bridge-count", "--stance", "supports", *NOW)
    assert (
        different
        == """\
claims/town/lorries.yaml
+evidence:
+  - id: bridge-count
+    source: bridge-count
+    stance: supports
"""
    )


def test_evidence_for_something_published_says_when_it_was_added(done: Done, call: Call) -> None:
    for arguments in (
        ("review", "example", "approve", "--by", "omar", "--now", "2026-02-14"),
        ("publish", "example", "--by", "omar", "--now", "2026-02-15"),
        ("correct", "example", "--by", "ines", "--now", "2026-02-20"),
    ):
        assert call(*arguments).code == 0
    ended, different = done(*EVIDENCE, "--source", "haulier-survey", "--stance", "context")
    assert ended.code == 0
    assert (
        different
        == """\
claims/town/example.yaml
+  - id: haulier-survey
+    source: haulier-survey
+    stance: context
+    added: 2026-02-21
"""
    )


def test_what_somebody_approved_is_not_changed_behind_their_back(call: Call, refused: Refused) -> None:
    assert call("review", "example", "approve", "--by", "omar", "--now", "2026-02-14").code == 0
    code, words = refused(*EVIDENCE, "--source", "haulier-survey", "--stance", "context")
    assert code == 4
    assert "CT417 the approval covers something else than what stands there now" in words


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--source", "haulier-survy"), 2, "there is no source 'haulier-survy'; did you mean haulier-survey?"),
        (("--source", "xyz"), 2, "there is no source 'xyz'; `claimtrack new source xyz` adds it"),
        (("--id", "survey"), 4, "'example' has evidence 'survey' already; choose another --id"),
        (("--id", "Survey"), 2,
         "the id of evidence has small letters, digits and hyphens, at most 64, found 'Survey'; did you mean survey?"),
        (("--as-of", "2026"), 2, "--as-of and --counts say more about a number; give it with --quantity"),
        (("--quantity", "620"), 2, "--quantity wants a number and its unit, such as '62 accident', found '620'"),
        (("--quantity", "6,200 lorry"), 2,
         "--quantity: a number must not be read in two ways: 6200, or 6.2000 where decimals are meant; found '6,200'"),
        (("--stance", "proves"), 2,
         "Invalid value for '--stance': 'proves' is not one of 'supports', 'refutes', 'context', 'unclear', 'term'."),
    ],
)  # fmt: skip
def test_evidence_that_is_refused(refused: Refused, arguments: tuple[str, ...], code: int, words: str) -> None:
    assert refused(*EVIDENCE, "--source", "haulier-survey", "--stance", "context", *arguments) == (code, f"claimtrack: {words}\n")


def test_evidence_for_a_claim_that_is_not_there_or_cannot_be_read(desk: Path, refused: Refused) -> None:
    told = ("--source", "haulier-survey", "--stance", "context")
    assert refused("add", "evidence", "exampel", *told) == (2, "claimtrack: there is no claim 'exampel'; did you mean example?\n")
    replace(desk / "claims" / "town" / "example.yaml", "aspect: fact", "aspekt: fact")
    assert refused("add", "evidence", "example", *told) == (
        4, "claimtrack: the record of 'example' has errors of reading and stays as it is; `claimtrack check` shows them\n",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("new", "artcle"), "there is no command 'new artcle'; did you mean article?"),
        (("add", "xyz"), "there is no command 'add xyz'; `claimtrack add --help` lists them all"),
    ],
)
def test_a_second_word_that_there_is_none_of(refused: Refused, arguments: tuple[str, ...], words: str) -> None:
    assert refused(*arguments) == (2, f"claimtrack: {words}\n")


def test_a_dry_run_shows_what_would_be_written(done: Done) -> None:
    ended, different = done("new", "source", "toll", "--url", "https://toll.example/a", "--for", "town", "--dry-run", *NOW)
    assert different == ""
    assert ended.out == ("--- /dev/null\n+++ b/claims/town/sources.yaml\n@@ -0,0 +1,2 @@\n+toll:\n+  url: https://toll.example/a\n")
    assert ended.err == "a dry run: nothing was written\n"
