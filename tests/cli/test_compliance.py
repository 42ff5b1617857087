"""``claimtrack compliance``, as a desk and an assessor see it."""

from __future__ import annotations

import json
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from markdown_it import MarkdownIt
from pytest_regressions.file_regression import FileRegressionFixture

from claimtrack.moves.writing_out import MARK
from claimtrack.standards import CLAUSES

if TYPE_CHECKING:
    from tests.cli.conftest import Call

NOW = ("--now", "2026-11-24")
COUNT = "11 published checks from 2026-01-23 to 2026-11-24"
CLAUSE_BY_CLAUSE = {"en": "## Clause by clause", "de": "## Anforderung für Anforderung"}

# What Markdown, a forge or HTML could take for more than words.
HOSTILE = (
    "# Forged\n\n## Forged\n| a | b |\n|---|---|\n- item\n1. item\n> quote\n```\ncode\n```\n<script>alert(1)</script> <b onload=x> &lt;\n"
    "[link](https://evil.example) ![picture](https://evil.example/p.png) <https://evil.example> https://evil.example www.evil.example "
    "HTTPS://evil.example WWW.evil.example mail@evil.example mailto:mail@evil.example @everyone #1 `code` *bold* _bold_ ~~gone~~ $x$ "
    "[^1] a\\b ]] --> </style>"
)


@pytest.fixture
def harbour(desk: Path, invented_desk: Path) -> Path:
    """A copy of the invented desk of the examples, to be changed; the current folder is its root."""
    shutil.rmtree(desk / "claims")
    shutil.copytree(invented_desk, desk, dirs_exist_ok=True)
    return desk


def replace(record: Path, old: str, new: str) -> None:
    text = record.read_text("utf-8")
    assert text.count(old) == 1
    record.write_text(text.replace(old, new), "utf-8")


def told(call: Call, *options: str) -> dict[str, Any]:
    ended = call("compliance", "--output-format", "json", *NOW, *options)
    assert ended.code == 0, ended.err
    read: dict[str, Any] = json.loads(ended.out)
    return read


def clause_of(pack: dict[str, Any], clause: str) -> dict[str, Any]:
    (found,) = [one for standard in pack["standards"] for one in standard["clauses"] if one["id"] == clause]
    assert isinstance(found, dict)
    return found


def part(markdown: str, heading: str) -> str:
    """Return what stands under a heading of the clauses."""
    return markdown.partition(f"\n#### {heading}\n\n")[2].partition("\n####")[0]


@pytest.mark.usefixtures("harbour")
def test_the_figures_in_json(call: Call, file_regression: FileRegressionFixture) -> None:
    pack = told(call)
    assert list(pack) == ["note", "version", "desk", "as_of", "errors", "unreadable", "figures", "standards"]
    assert (pack["note"], pack["version"], pack["as_of"], pack["errors"], pack["unreadable"]) == (MARK, 1, "2026-11-24", 0, 0)
    file_regression.check(json.dumps(pack["figures"], ensure_ascii=False, indent=2) + "\n", extension=".json", encoding="utf-8")


@pytest.mark.usefixtures("harbour")
@pytest.mark.parametrize("language", ["de", "en"])
def test_the_figures_in_markdown(language: str, call: Call, file_regression: FileRegressionFixture) -> None:
    ended = call("compliance", "--language", language, *NOW)
    assert (ended.code, ended.err) == (0, f"{COUNT}, 42 clauses\n")
    counted, heading, _ = ended.out.partition(CLAUSE_BY_CLAUSE[language])
    assert heading
    file_regression.check(counted, extension=".md", encoding="utf-8")


@pytest.mark.usefixtures("harbour")
def test_every_clause_of_what_the_desk_adopted_stands_in_every_format(call: Call) -> None:
    adopted = [one for one in CLAUSES.values() if one.standard in {"ifcn", "efcsn"}]
    pack = told(call)
    assert [clause["id"] for one in pack["standards"] for clause in one["clauses"]] == [one.id for one in adopted]
    assert [(one["standard"], one["adopted"]) for one in pack["standards"]] == [("ifcn", True), ("efcsn", True)]
    page = call("compliance", "--output-format", "html", *NOW).out
    assert [one.id for one in adopted if f'id="clause-{one.id.replace(".", "-")}"' not in page] == []
    assert call("compliance", "--language", "en", *NOW).out.count("\n#### ") == len(adopted)


@pytest.mark.usefixtures("harbour")
def test_what_is_checked_counted_and_left_to_people_stands_apart(call: Call) -> None:
    markdown = call("compliance", "--language", "en", *NOW).out

    assert part(markdown, "1.1 The organisation is registered by law") == (
        "*Wording verified.*\n\n"
        "- **Checked by claimtrack:** Nothing. The records do not show it.\n"
        "- **Counted above:** Nothing.\n"
        "- **For a person to judge:** Is the organisation registered, and do its papers show it?\n"
    )
    rate = "It publishes, over six months, at least one check a week on average"
    assert part(markdown, f"1.3 {rate}") == (
        "*Wording verified.*\n\n"
        "- **Checked by claimtrack:**\n"
        "  - Faults looked for:\n"
        "    - In the last six months, fewer checks were published than the IFCN's code asks for `CT841` → nothing found today\n"
        "- **Counted above:** How much is published\n"
        "- **For a person to judge:** Are these checks of the kind that the code counts?\n"
    )
    asked = part(markdown, "5.2 Claims are chosen by reach and importance, and why is said")
    assert asked.startswith(
        "*Known at second hand; the wording was not verified.*\n\n"
        "- **Checked by claimtrack:**\n"
        "  - Demanded of a check:\n"
        "    - why this claim is checked → lacking in no published check\n"
    )


def test_what_is_open_today_is_said_at_its_clause_and_on_top(harbour: Path, call: Call) -> None:
    desk = harbour / "claims" / "desk.yaml"
    text = desk.read_text("utf-8")
    desk.write_text(text[: text.index("\nreasons:")] + text[text.index("\ninternal:") :], "utf-8")
    claim = harbour / "claims" / "posts" / "robbe-in-der-linie-1.yaml"
    before, selection, after = claim.read_text("utf-8").partition("\nselection:")
    claim.write_text(before + "\nextra:" + after, "utf-8")
    assert selection

    pack = told(call)
    (rate,) = clause_of(pack, "ifcn-1.3")["rules"]
    (chosen,) = clause_of(pack, "ifcn-5.2")["demands"]
    assert rate == {"code": "CT841", "name": "publication-rate-for-ifcn", "severity": "info", "findings": 1}
    assert (chosen["demand"], chosen["lacking"]) == ("selection", 1)
    assert pack["errors"] == 1
    ended = call("compliance", "--language", "en", *NOW)
    assert ended.err == f"{COUNT}, 42 clauses; 1 error in what is published, see `claimtrack check`\n"
    assert "> **One error in what is published is open today." in ended.out
    assert "`CT841` → **one finding today**\n" in ended.out
    assert "    - why this claim is checked → **lacking in one published check**\n" in ended.out


def test_errors_in_drafts_are_the_desk_s_own_business(harbour: Path, call: Call) -> None:
    draft = harbour / "claims" / "posts" / "robbe-mit-fahrschein.yaml"
    draft.write_text(draft.read_text("utf-8") + "topics: [no-such-topic]\n", "utf-8")

    assert told(call)["errors"] == 0


@pytest.mark.usefixtures("harbour")
def test_a_standard_that_was_not_adopted_is_gone_through_as_if_it_had_been(call: Call) -> None:
    pack = told(call, "--standard", "bing")
    assert [(one["standard"], one["adopted"]) for one in pack["standards"]] == [("bing", False)]
    assert [one.id for one in CLAUSES.values() if one.standard == "bing"] == [one["id"] for one in pack["standards"][0]["clauses"]]
    assert any(clause["rules"] for clause in pack["standards"][0]["clauses"])
    markdown = call("compliance", "--standard", "bing", "--language", "en", *NOW).out
    assert "### Bing’s guide to ClaimReview\n\nThe desk has not adopted this standard; its rules were run all the same.\n" in markdown
    assert "- **Standards adopted:** IFCN Code of Principles and EFCSN Code of Standards\n" in markdown


@pytest.mark.usefixtures("desk")
def test_a_desk_without_standards_and_checks_gets_figures_of_nothing(call: Call) -> None:
    ended = call("compliance", *NOW)
    assert (ended.code, ended.err) == (0, "0 published checks from 2026-11-24 to 2026-11-24, 0 clauses\n")
    assert "> **The desk has adopted no standard, so there are figures here and no clauses.**" in ended.out
    assert CLAUSE_BY_CLAUSE["en"] not in ended.out


@pytest.mark.usefixtures("harbour")
def test_a_period_counts_both_of_its_days(call: Call) -> None:
    figures = told(call, "--from", "2026-02-17", "--until", "2026-03-02")["figures"]
    assert figures["checks"] == ["lastenrad-unfaelle", "hafen-alt-und-langsam", "faehre-puenktlich", "gaeste-quallenoog"]
    assert figures["period"] == {"first": "2026-02-17", "last": "2026-03-02", "days": 14}
    assert (figures["rate"]["per_week"], figures["six_months"], figures["by_month"]) == (2.0, None, {"2026-02": 3, "2026-03": 1})
    assert figures["corrections"] == []
    assert [one["check"] for one in told(call, "--from", "2026-03-04", "--until", "2026-03-04")["figures"]["corrections"]] == [
        "gaeste-quallenoog"
    ]


@pytest.mark.usefixtures("harbour")
@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--from", "gestern"], "--from wants a day such as 2026-02-09, found 'gestern'"),
        (["--until", "2026-2-9"], "--until wants a day such as 2026-02-09, found '2026-2-9'"),
        (
            ["--until", "2026-11-25"],
            "the period ends on 2026-11-25, which is after 2026-11-24; what is not published yet cannot be counted",
        ),
        (["--from", "2026-11-25"], "the period begins on 2026-11-25 and ends on 2026-11-24; expected the earlier day first"),
        (["gone"], "there is no file or folder 'gone'"),
    ],
)
def test_a_wrong_request(options: list[str], words: str, call: Call) -> None:
    ended = call("compliance", *NOW, *options)
    assert (ended.code, ended.out, ended.err) == (2, "", f"claimtrack: {words}\n")


def test_nothing_is_counted_where_the_desk_record_cannot_be_read(harbour: Path, call: Call) -> None:
    (harbour / "claims" / "desk.yaml").write_text("format: [", "utf-8")
    ended = call("compliance", *NOW)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "claimtrack: the desk record cannot be read, so nothing can be counted; `claimtrack check` says why\n"


def test_claims_that_cannot_be_read_are_said_to_be_missing(harbour: Path, call: Call) -> None:
    (harbour / "claims" / "posts" / "robbe-in-der-linie-1.yaml").write_text("status: [", "utf-8")
    ended = call("compliance", "--language", "en", *NOW)
    assert "> **One claim could not be read and is missing from every figure.**" in ended.out
    assert "; missing here because unreadable: 1 claim\n" in ended.err
    assert told(call)["unreadable"] == 1


@pytest.mark.usefixtures("harbour")
@pytest.mark.parametrize(("name", "begins"), [("pack.md", "<!-- Made"), ("pack.HTML", "<!doctype html>"), ("pack.json", '{\n  "note"')])
def test_a_file_is_written_as_its_name_ends_and_replaced_where_it_was_made_here(name: str, begins: str, call: Call) -> None:
    first = call("compliance", "-o", name, *NOW)
    assert (first.code, first.out) == (0, f"wrote {name}\n")
    written = Path(name).read_bytes()
    assert written.decode().startswith(begins)

    assert call("compliance", "-o", name, "--from", "2026-11-01", *NOW).code == 0
    assert Path(name).read_bytes() != written
    assert call("compliance", "-o", name, *NOW).code == 0
    assert Path(name).read_bytes() == written
    assert [one.name for one in Path().iterdir() if one.name.startswith(f".{name}")] == []


def test_nothing_that_was_not_made_here_is_written_over(harbour: Path, call: Call) -> None:
    notes, link, folder = harbour / "notes.md", harbour / "link.md", harbour / "folder"
    notes.write_text("My own notes.\n", "utf-8")
    link.symlink_to(notes)
    folder.mkdir()
    for there in (notes, link, folder):
        ended = call("compliance", "-o", there.name, *NOW)
        assert (ended.code, ended.out) == (3, "")
        assert ended.err == f"claimtrack: {there.name} was not made by claimtrack compliance; choose another name, or remove it yourself\n"
    ended = call("compliance", "-o", "gone/pack.md", *NOW)
    assert (ended.code, ended.err) == (3, "claimtrack: gone/pack.md cannot be written: No such file or directory\n")
    assert notes.read_text("utf-8") == "My own notes.\n"


def test_a_pack_is_told_in_the_desk_s_first_language_that_there_are_words_for(harbour: Path, call: Call) -> None:
    assert "\n# Unterlagen für eine Begutachtung: Die Faktenboje\n" in call("compliance", *NOW).out
    replace(harbour / "claims" / "desk.yaml", "languages: [de, en]", "languages: [fr]")
    assert "\n# Pack for an assessment: The Fact Buoy\n" in call("compliance", *NOW).out


@pytest.mark.usefixtures("harbour")
def test_links_lead_to_the_pages_that_there_are_whatever_the_language_of_the_pack(call: Call, harbour: Path) -> None:
    page = "https://faktenboje.example/{}/claims/tide-table-hour.html"
    assert page.format("en") in call("compliance", "--language", "en", *NOW).out
    replace(harbour / "claims" / "desk.yaml", "languages: [de, en]", "languages: [de]")
    english = call("compliance", "--language", "en", *NOW).out
    assert page.format("de") in english
    assert page.format("en") not in english


@pytest.mark.usefixtures("harbour")
@pytest.mark.parametrize("output_format", ["markdown", "html", "json"])
def test_nothing_but_what_readers_see_leaves_the_desk(output_format: str, call: Call) -> None:
    out = call("compliance", "--output-format", output_format, *NOW).out
    assert "lastenrad-unfaelle" in out
    hidden = ["Passwort des Kopierers", "robbe-im-nachtbus", "storm-tide", "strassenbahn-zwoelf-millionen", "mehr-moewen"]
    assert [one for one in hidden if one in out] == []


class Elements(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, " ".join(f"{name}={value}" for name, value in attrs)))


def hostile(harbour: Path) -> None:
    """Put hostile words wherever a pack tells words of a record."""
    words = json.dumps(HOSTILE, ensure_ascii=False)
    desk = harbour / "claims" / "desk.yaml"
    replace(desk, "  name: {de: Die Faktenboje, en: The Fact Buoy}", f"  name: {words}")
    replace(desk, "  verkehr: {de: Verkehr, en: Traffic}", f"  verkehr: {words}")
    replace(desk, "okko: {shown: Okko Deichgraf", f"okko: {{shown: {words}")
    replace(desk, 'en: "Everything here is invented', f'fr: {words}\n  en: "Everything here is invented')
    claim = harbour / "claims" / "ratssitzung-februar" / "lastenrad-unfaelle.yaml"
    replace(claim, "  en: 31 and 62 count different things and cannot be compared", f"  en: {words}")
    replace(claim, "    en: Two of us ride cargo bikes. A third was once rung at.", f"    en: {words}")
    replace(claim, "affiliation: Bürgerliste Nordhafen", f"affiliation: {words}")
    replace(claim, "to: Rike Tammsen", f"to: {words}")
    for field in ("    notice:", "      summary:", "  few_checks:"):
        record = desk if "few" in field else claim
        lines = record.read_text("utf-8").splitlines(keepends=True)
        start = next(place for place, line in enumerate(lines) if line.startswith(field))
        assert lines[start + 2].strip().startswith("en:")
        lines[start + 2] = f"{lines[start + 2].partition('en:')[0]}en: {words}\n"
        record.write_text("".join(lines), "utf-8")


def test_hostile_words_add_no_heading_link_table_or_element(harbour: Path, call: Call) -> None:
    """Only the figures tell words of a record; what is open today changes with them, on top and at the clauses."""

    def written(output_format: str) -> str:
        ended = call("compliance", "--language", "en", "--output-format", output_format, *NOW)
        assert ended.code == 0, ended.err
        return ended.out

    def markdown() -> list[tuple[str, str]]:
        counted = written("markdown").partition(CLAUSE_BY_CLAUSE["en"])[0]
        text = "\n".join(line for line in counted.split("\n") if not line.startswith("> "))
        outside_links = "".join(one.partition("(<https://faktenboje.example")[0] for one in text.split(">)"))
        assert [one for one in ("https://", "www.", " @", "mail@", " #1") if one in outside_links.lower()] == []
        parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
        tokens = [one for block in parser.parse(text) for one in (block, *(block.children or ()))]
        kept = {"text", "inline", "text_special"}
        return [(one.type, str(one.attrs.get("href", ""))) for one in tokens if one.type not in kept]

    def html() -> list[tuple[str, str]]:
        page = written("html")
        counted = page.partition("<main")[2].partition('<section aria-labelledby="clauses">')[0]
        head = [one for one in Elements(page.partition("<main")[0]).found if one[0] not in {"aside", "p"}]
        return [*head, *((tag, told.replace("lang=de", "")) for tag, told in Elements("<main" + counted).found if tag != "bdi")]

    before = (markdown(), html())
    hostile(harbour)
    assert "Forged" in written("markdown")
    assert (markdown(), html()) == before
