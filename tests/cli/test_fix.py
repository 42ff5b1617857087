"""``claimtrack check --fix`` and ``--diff``: what is mended, what is not, and that not one byte more is changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.cli.conftest import difference, texts

from claimtrack.rules.registry import KINDS

if TYPE_CHECKING:
    from tests.cli.conftest import Call

NOW = ("--now", "2026-03-01")
CLEAN = "2 claims, 0 errors, 0 warnings, 0 notes"
EXAMPLE = "town/example.yaml"
HISTORY = """\
history:
  - {to: in-review, on: 2026-02-13, by: ines}
"""
APPROVED = """\
history:
  - {to: in-review, on: 2026-02-13, by: ines}
  - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
"""
DIGEST = "0dcb94509dd006e910d7a06ed966e5c024f68a95aefc2b9cc47a74bc5948d26c"
QUOTE = "quote: {exact: twice as many lorries as a year ago, at: 93-128}"

SLIPS = (
    ("CT014", EXAMPLE, "# INVENTED: a complete", "\ufeff# INVENTED: a complete"),
    ("CT015", EXAMPLE, "status: in-review\n", "status: in-review\r\n"),
    ("CT040", EXAMPLE, "  decided_on: 2026-02-13", "  Decided-On: 2026-02-13"),
    ("CT042", EXAMPLE, "authors: [ines]\n", "authors: ines\n"),
    ("CT042", "town/article.yaml", "may_show: yes", "may_show: Ja"),
    ("CT043", EXAMPLE, "outcome: replied", "outcome: Replied"),
    ("CT044", EXAMPLE, "decided_on: 2026-02-13", "decided_on: 13.02.2026"),
    ("CT044", EXAMPLE, "decided_on: 2026-02-13", "decided_on: 13. Februar 2026"),
    ("CT044", "town/article.yaml", "made_on: 2026-02-02", "made_on: 2026-2-2"),
    ("CT045", EXAMPLE, "{value: 2,", "{value: +2,"),
    ("CT045", EXAMPLE, "tolerance: 10 %", "tolerance: ±10 Prozent"),
    ("CT046", EXAMPLE, "  de: Im Januar", "  DE: Im Januar"),
    ("CT046", "desk.yaml", "languages: [en, de]", "languages: [en, De]"),
    ("CT047", EXAMPLE, "at: 93-128", "at: 93 – 128"),
    ("CT112", EXAMPLE, "at: 93-128", "at: 90-125"),
    ("CT114", EXAMPLE, "at: 93-128", "at: 1093-1128"),
    ("CT115", "town/article.yaml", "length: 864", "length: 863"),
)
"""A code, a record, what stands in it, and a slip in its place that mending makes what stood there again, byte for byte."""


def put(record: Path, old: str, new: str) -> None:
    text = record.read_bytes().decode("utf-8")
    assert text.count(old) == 1
    record.write_bytes(text.replace(old, new).encode("utf-8"))


@pytest.mark.parametrize(("code", "file", "good", "bad"), SLIPS)
def test_a_slip_is_mended_and_not_one_byte_more(desk: Path, call: Call, code: str, file: str, good: str, bad: str) -> None:
    before = texts(desk)
    put(desk / "claims" / file, good, bad)
    with_slip = texts(desk)

    found = json.loads(call("check", "--output-format", "json", *NOW).out)["findings"]
    assert [(one["code"], one["fixable"]) for one in found] == [(code, True)]

    ended = call("check", "--diff", *NOW)
    assert (ended.code, texts(desk)) == (int(found[0]["severity"] == "error"), with_slip)
    assert ended.err.endswith(", `--fix` would fix 1 finding in 1 file\n")

    ended = call("check", "--fix", *NOW)
    assert (ended.code, ended.out, ended.err) == (0, "", f"{CLEAN}, fixed 1 finding in 1 file\n")
    assert texts(desk) == before
    assert call("check", "--fix", *NOW).err == f"{CLEAN}, nothing fixed\n"


def test_every_kind_that_says_so_has_a_fix_and_no_other_has() -> None:
    elsewhere = {"CT002", "CT237", "CT404", "CT612"}
    assert {one.code for one in KINDS if one.fix} == {code for code, *_ in SLIPS} | elsewhere


def test_everything_in_one_go_and_what_is_left_is_shown(desk: Path, example: Path, call: Call) -> None:
    put(example, "authors: [ines]\n", "authors: ines   # who else?\n")
    put(example, "  decided_on: 2026-02-13", "  Decided-On: 13.02.2026")
    put(example, "at: 93-128", "at: 90-125")
    put(example, "aspect: fact\n", "aspekt: fact\n")
    put(desk / "claims" / "town" / "article.yaml", "length: 864", "length: 863")
    before = texts(desk)

    ended = call("check", "--fix", *NOW)

    assert (ended.code, ended.out) == (1, "claims/town/example.yaml:11:1: CT040 a claim has no field ‘aspekt’\n")
    assert ended.err == "2 claims, 1 error, 0 warnings, 0 notes, fixed 4 findings in 2 files\n"
    assert difference(before, texts(desk)) == (
        "claims/town/article.yaml\n"
        "-text: {sha256: a87a505dc5de5eb3e8ae566af1cb813e2a538c917e1fb63c09be91ca14848ff0, length: 863, may_show: yes}\n"
        "+text: {sha256: a87a505dc5de5eb3e8ae566af1cb813e2a538c917e1fb63c09be91ca14848ff0, length: 864, may_show: yes}\n"
        "claims/town/example.yaml\n"
        "-authors: ines   # who else?\n"
        "+authors: [ines]   # who else?\n"
        "-  Decided-On: 13.02.2026\n"
        "+  decided_on: 2026-02-13\n"
    )
    # The position is seen by the rules only once the record can be read, and is mended then.
    put(example, "aspekt: fact\n", "aspect: fact\n")
    assert call("check", "--fix", *NOW).err == f"{CLEAN}, fixed 1 finding in 1 file\n"
    assert QUOTE in example.read_text("utf-8")


def test_the_difference_can_be_applied_and_goes_to_its_own_stream(example: Path, call: Call) -> None:
    put(example, "at: 93-128", "at: 90-125")
    ended = call("check", "--diff", *NOW)

    assert ended.out == (
        "--- a/claims/town/example.yaml\n"
        "+++ b/claims/town/example.yaml\n"
        "@@ -7,7 +7,7 @@\n"
        " headline:\n"
        "   en: 620 lorries a day, not 310 as a year before\n"
        "   de: 620 Lastwagen am Tag und nicht mehr 310 wie im Jahr davor\n"
        "-quote: {exact: twice as many lorries as a year ago, at: 90-125}\n"
        "+quote: {exact: twice as many lorries as a year ago, at: 93-128}\n"
        " aspect: fact\n"
        " kind: quantity\n"
        " claimant: {name: Rike Holm (invented), kind: person, role: Councillor, affiliation: Bridge List (invented)}\n"
    )
    assert (ended.code, ended.err) == (1, "2 claims, 1 error, 0 warnings, 0 notes, `--fix` would fix 1 finding in 1 file\n")
    assert "at: 90-125" in example.read_text("utf-8")
    assert call("check", "--diff", "--ignore", "CT112", *NOW).err == (
        "2 claims, 0 errors, 0 warnings, 0 notes, 1 not shown (--ignore), nothing to fix\n"
    )
    assert call("check", "--fix", "--diff", *NOW) == ended
    assert "at: 90-125" in example.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "mended"),
    [
        (("--select", "CT112"), "at: 93-128"),
        (("--ignore", "CT112"), "length: 864"),
        (("--select", "CT1", "--ignore", "CT115"), "at: 93-128"),
        (("claims/town/article.yaml",), "length: 864"),
        (("claims/desk.yaml",), None),
    ],
)
def test_only_what_is_shown_is_mended(example: Path, call: Call, arguments: tuple[str, ...], mended: str | None) -> None:
    article = example.with_name("article.yaml")
    put(example, "at: 93-128", "at: 90-125")
    put(article, "length: 864", "length: 863")

    call("check", "--fix", *arguments, *NOW)

    there = example.read_text("utf-8") + article.read_text("utf-8")
    assert [one for one in ("at: 93-128", "length: 864") if one in there] == ([] if mended is None else [mended])


@pytest.mark.parametrize(
    ("name", "right"),
    [("new.yml", "new.yaml"), ("new.YAML", "new.yaml"), ("New-Claim.yml", "New-Claim.yaml"), ("Sources.yml", "sources.yaml")],
)
def test_a_file_gets_its_right_name_and_keeps_every_byte(desk: Path, call: Call, name: str, right: str) -> None:
    data = b"# INVENTED\r\nstatus: draft\r\nauthors: [ines]\r\nstatement: Eins.\r\nquote: detours of 14 kilometres"
    folder = desk / "claims" / "town"
    (folder / name).write_bytes(data)

    ended = call("check", "--fix", "--select", "CT002", *NOW)

    assert ended.err.endswith("fixed 1 finding in 1 file\n")
    assert not (folder / name).exists()
    assert (folder / right).read_bytes() == data


def test_no_file_takes_the_name_or_the_id_of_another(desk: Path, call: Call) -> None:
    folder = desk / "claims" / "town"
    (folder / "example.yml").write_text("status: draft\n", "utf-8")
    (desk / "claims" / "harbour").mkdir()
    (desk / "claims" / "harbour" / "other.yml").write_text("status: draft\n", "utf-8")
    (desk / "claims" / "harbour" / "Example.yml").write_text("status: draft\nauthors: [ines]\nstatement: Eins.\n", "utf-8")
    before = texts(desk)

    ended = call("check", "--fix", *NOW)

    assert texts(desk) == before
    assert ended.code == 1
    assert ended.err == (
        "claims/harbour/Example.yml:1:1: CT002 is not fixed: there would be CT104: "
        "‘Example’ and ‘example’ are the same name on some systems; expected names that differ in more than capitals\n"
        "claims/harbour/other.yml:1:1: CT002 is not fixed: claims/town/other.yaml has that id already\n"
        "claims/town/example.yml:1:1: CT002 is not fixed: claims/town/example.yaml has that id already\n"
        "4 claims, 3 errors, 0 warnings, 0 notes, nothing fixed\n"
    )


@pytest.mark.parametrize("name", ["old/new.yml", "../new.yml", "notes.txt", "new.yaml~", "../artikel.yaml"])
def test_what_has_no_right_name_beyond_doubt_stays(desk: Path, call: Call, name: str) -> None:
    file = desk / "claims" / "town" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("status: draft\n", "utf-8")
    before = texts(desk)

    assert call("check", "--fix", "--select", "CT002", *NOW).err.endswith(" nothing fixed\n")
    assert texts(desk) == before


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (EXAMPLE, "decided_on: 2026-02-13", "decided_on: 03/02/2026"),
        (EXAMPLE, "decided_on: 2026-02-13", "decided_on: 2026-02-13 10:00"),
        (EXAMPLE, "at: 93-128", "at: 128-93"),
        (EXAMPLE, "authors: [ines]\n", "authors: ines, omar\n"),
        (EXAMPLE, "{value: 2,", "{value: 1.000.000,"),
        (EXAMPLE, "{value: 2,", "{value: 2 times,"),
        (EXAMPLE, "  de: Im Januar", "  german: Im Januar"),
        (EXAMPLE, "  de: Im Januar", "  Dee: Im Januar"),
        (EXAMPLE, "aspect: fact\n", "aspekt: fact\n"),
        (EXAMPLE, "aspect: fact\n", "aspect: facts\n"),
        (EXAMPLE, "aspect: fact\n", "aspect: fact\nmade-on: 2026-02-01\nmade_on: 2026-02-02\n"),
        (EXAMPLE, "rating: supported", "rating: Supported"),
        (EXAMPLE, "topics: [traffic]", "topics: [traffic, traffic]"),
        ("town/article.yaml", "a87a505dc5", "b87a505dc5"),
        (EXAMPLE, "exact: twice as many lorries as a year ago", "exact: twice as many trucks as a year ago"),
        (EXAMPLE, "exact: twice as many lorries as a year ago, at: 93-128", "exact: lorries, at: 1-8"),
    ],
)
def test_what_needs_a_decision_is_left_to_people(desk: Path, call: Call, file: str, old: str, new: str) -> None:
    put(desk / "claims" / file, old, new)
    before = texts(desk)

    found = json.loads(call("check", "--output-format", "json", *NOW).out)["findings"]
    assert [one["fixable"] for one in found] == [False]
    assert call("check", "--fix", *NOW).err.endswith(", nothing fixed\n")
    assert texts(desk) == before


def test_nothing_that_an_approval_covers_is_changed(desk: Path, example: Path, call: Call) -> None:
    put(example, "status: in-review", "status: approved")
    put(example, HISTORY, APPROVED)
    put(example, "at: 93-128", "at: 90-125")
    before = texts(desk)

    ended = call("check", "--fix", *NOW)

    assert ended.out == (
        "claims/town/example.yaml:10:57: CT112 these words do not stand at 90-125 of ‘town’; "
        "found there ‘es twice as many lorries as a year’\n"
    )
    assert ended.err == "2 claims, 1 error, 0 warnings, 0 notes, nothing fixed\n"
    assert texts(desk) == before


def test_a_fix_that_would_bring_about_an_error_is_refused_and_the_others_are_made(example: Path, call: Call) -> None:
    put(example, "status: in-review", "published: 2026-02-20\nstatus: approved")
    put(example, HISTORY, APPROVED.rstrip("\n") + "\n  - {to: approved, on: 2026-02-27, by: omar, covers: 5e1f00d2}\n")
    notice = "cause: reader, notice: {en: We had rated this otherwise., de: Wir hatten das anders bewertet.}"
    with example.open("a", encoding="utf-8") as record:
        record.write(
            "corrections:\n"
            f"  - {{on: 2026-02-26, class: substantial, was: {{rating: supported}}, {notice}}}\n"
            f"  - {{on: 2026-02-25, class: substantial, was: {{rating: refuted}}, {notice}}}\n"
        )
    put(example.with_name("article.yaml"), "length: 864", "length: 863")

    ended = call("check", "--fix", *NOW)

    assert ended.err == (
        "claims/town/example.yaml:64:10: CT612 is not fixed: there would be CT615: "
        "the correction is substantial, and what was is what is now; expected another rating or summary\n"
        "2 claims, 1 error, 0 warnings, 0 notes, fixed 1 finding in 1 file\n"
    )


@pytest.mark.parametrize("flow", [True, False])
def test_lists_are_put_in_the_order_of_their_days(example: Path, call: Call, *, flow: bool) -> None:
    entries = [
        "{to: needs-work, on: 2026-02-12, by: omar}",
        "{to: in-review, on: 2026-02-13, by: ines}",
        "{to: in-review, on: 2026-02-11, by: ines}",
    ]
    if flow:
        put(example, HISTORY, f"history: [{', '.join(entries)}]\n")
    else:
        put(example, HISTORY, "history:\n" + "".join(f"  - {one}  # {number}\n" for number, one in enumerate(entries)))

    assert call("check", "--fix", *NOW).err == f"{CLEAN}, fixed 1 finding in 1 file\n"

    in_order = [entries[2], entries[0], entries[1]]
    text = example.read_text("utf-8")
    if flow:
        assert text.endswith(f"history: [{', '.join(in_order)}]\n")
    else:
        assert text.endswith("history:\n" + "".join(f"  - {one}  # {entries.index(one)}\n" for one in in_order))


def test_a_history_in_whose_order_a_day_may_be_wrong_stays(example: Path, call: Call) -> None:
    put(example, HISTORY, "history:\n  - {to: researching, on: 2026-02-14, by: ines}\n  - {to: in-review, on: 2026-02-13, by: ines}\n")
    assert call("check", "--fix", *NOW).err == "2 claims, 1 error, 0 warnings, 0 notes, nothing fixed\n"


def test_corrections_are_put_in_order(example: Path, call: Call) -> None:
    put(example, "status: in-review", "published: 2026-02-20\nstatus: approved")
    put(example, HISTORY, APPROVED.rstrip("\n") + "\n  - {to: approved, on: 2026-02-27, by: omar, covers: 5e1f00d2}\n")
    notices = [f"  - {{on: 2026-02-{day}, class: minor, cause: reader, notice: {{en: Eins., de: Eins.}}}}\n" for day in (27, 25, 26)]
    with example.open("a", encoding="utf-8") as record:
        record.write("corrections:\n" + "".join(notices))

    assert call("check", "--fix", *NOW).err == f"{CLEAN}, fixed 1 finding in 1 file\n"
    assert example.read_text("utf-8").endswith("corrections:\n" + notices[1] + notices[2] + notices[0])


def test_the_digest_of_a_copy_is_recorded_where_there_is_none(desk: Path, example: Path, call: Call) -> None:
    sources = desk / "claims" / "sources.yaml"
    put(example, "status: in-review", "status: approved")
    put(example, HISTORY, APPROVED)
    put(sources, '{provider: archive, url: "https://archive.example/20260210/survey",', "{provider: own, file: survey.txt,")
    (desk / "archives").mkdir()
    (desk / "archives" / "survey.txt").write_bytes(b"Our members report about twice as many crossings as last winter.\n")
    before = texts(desk)

    assert call("check", "--fix", *NOW).err == f"{CLEAN}, fixed 1 finding in 1 file\n"
    assert difference(before, texts(desk)) == (
        "claims/sources.yaml\n"
        "-    - {provider: own, file: survey.txt, captured_at: 2026-02-10T10:00:00Z}\n"
        f"+    - {{provider: own, file: survey.txt, captured_at: 2026-02-10T10:00:00Z, sha256: {DIGEST}}}\n"
    )


@pytest.mark.parametrize(("code", "file", "good", "bad"), SLIPS)
def test_sarif_says_exactly_what_is_put_in_place_of_what(desk: Path, call: Call, code: str, file: str, good: str, bad: str) -> None:
    record = desk / "claims" / file
    before = record.read_bytes().decode("utf-8")
    put(record, good, bad)
    (result,) = json.loads(call("check", "--output-format", "sarif", *NOW).out)["runs"][0]["results"]
    if code in {"CT014", "CT015"}:
        assert "fixes" not in result
        return
    ((change,),) = (fix["artifactChanges"] for fix in result["fixes"])
    assert change["artifactLocation"]["uri"] == f"claims/{file}"
    ((replacement),) = change["replacements"]
    assert replaced(record.read_text("utf-8"), replacement) == before


def replaced(text: str, replacement: Any) -> str:  # noqa: ANN401  (JSON)
    region = replacement["deletedRegion"]
    lines = text.splitlines(keepends=True)
    start, end = (
        sum(len(line) for line in lines[: region[f"{which}Line"] - 1]) + region[f"{which}Column"] - 1 for which in ("start", "end")
    )
    return f"{text[:start]}{replacement['insertedContent']['text']}{text[end:]}"


def test_people_are_told_what_can_be_mended(example: Path, call: Call) -> None:
    put(example, "aspect: fact\n", "Aspect: fact\n")
    assert call("check", "--output-format", "full", *NOW).out == (
        "claims/town/example.yaml:11:1: error CT040: a claim has no field ‘Aspect’\n"
        "  11 | Aspect: fact\n"
        "     | ^^^^^^\n"
        "     = help: did you mean `aspect`?\n"
        "     = fix: `claimtrack check --fix` does this\n"
        "\n2 claims, 1 error, 0 warnings, 0 notes\n"
    )
