"""What ``check`` shows of what it has found: by code, by number, in counts, in another language; and what the exit code makes of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimtrack.formats.writing import FORMATS, WITH_STATISTICS

if TYPE_CHECKING:
    from tests.cli.conftest import Call

NOW = ("--now", "2026-03-01")
EMPTY = 130


@pytest.fixture
def faulty(desk: Path) -> Path:
    """The desk with 130 empty records, two unknown fields in one claim and a text that is missing; it is the current folder."""
    for number in range(EMPTY):
        (desk / "claims" / "town" / f"empty-{number:03}.yaml").write_text("", encoding="utf-8")
    other = desk / "claims" / "town" / "other.yaml"
    other.write_text(other.read_text(encoding="utf-8") + "colour: red\nheight: 2 m\n", encoding="utf-8")
    (desk / "snapshots" / "town.txt").unlink()
    return desk


FOUND = "132 claims, 132 errors, 0 warnings, 1 note"


@pytest.mark.usefixtures("faulty")
def test_what_is_ignored_is_counted_and_does_not_fail(call: Call) -> None:
    ended = call("check", "--ignore", "CT021,unknown-field", *NOW)
    assert ended.code == 0
    assert [line.split(": ")[1][:5] for line in ended.out.splitlines()] == ["CT116"]
    assert ended.err == "132 claims, 0 errors, 0 warnings, 1 note, 132 not shown (--ignore)\n"
    assert call("check", "--ignore", "CT021", *NOW).code == 1


@pytest.mark.usefixtures("faulty")
def test_what_is_not_selected_is_counted_and_does_not_fail(call: Call) -> None:
    ended = call("check", "--select", "CT116", *NOW)
    assert (ended.code, ended.err) == (0, "132 claims, 0 errors, 0 warnings, 1 note, 132 not shown (--select)\n")
    both = call("check", "--select", "CT0", "--ignore", "CT021", *NOW)
    assert (both.code, both.err) == (1, "132 claims, 2 errors, 0 warnings, 0 notes, 131 not shown (--select, --ignore)\n")
    assert [line.split(": ")[1][:5] for line in both.out.splitlines()] == ["CT040", "CT040"]


@pytest.mark.usefixtures("faulty")
def test_an_option_that_hides_nothing_is_not_named(call: Call) -> None:
    assert call("check", "--ignore", "CT301", *NOW).err == f"{FOUND}\n"


@pytest.mark.usefixtures("faulty")
def test_only_what_lies_in_the_paths_counts_as_not_shown(call: Call) -> None:
    ended = call("check", "claims/town/other.yaml", "--ignore", "unknown-field", *NOW)
    assert (ended.code, ended.out, ended.err) == (0, "", "1 claim, 0 errors, 0 warnings, 0 notes, 2 not shown (--ignore)\n")


@pytest.mark.parametrize(("codes", "words"), [("", "no finding is named"), ("CT9999", "there is no finding 'CT9999'")])
@pytest.mark.usefixtures("faulty")
def test_what_is_ignored_has_to_exist(codes: str, words: str, call: Call) -> None:
    ended = call("check", "--ignore", codes, *NOW)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"claimtrack: {words}")


def test_a_publication_takes_no_notice_of_what_is_hidden(desk: Path, call: Call) -> None:
    record = desk / "claims" / "desk.yaml"
    record.write_text(record.read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")
    assert call("check", "--ignore", "unknown-field", *NOW).code == 0
    assert call("build", "-o", "out", *NOW).code == 1


@pytest.mark.usefixtures("faulty")
def test_people_see_a_hundred_of_a_code_and_how_many_more_there_are(call: Call) -> None:
    ended = call("check", *NOW)
    lines = ended.out.splitlines()
    assert [sum(f": {code} " in line for line in lines) for code in ("CT021", "CT040", "CT116")] == [100, 2, 1]
    assert lines[-1] == "CT021: 30 more like these"
    assert len(lines) == 104
    assert (ended.code, ended.err) == (1, f"{FOUND}\n")


@pytest.mark.usefixtures("faulty")
def test_people_see_as_many_as_they_ask_for(call: Call) -> None:
    shown = call("check", "--at-most", "1", *NOW).out.splitlines()
    assert shown[-2:] == ["CT021: 129 more like these", "CT040: 1 more like these"]
    assert len(shown) == 5
    assert "more like these" not in call("check", "--at-most", "130", *NOW).out
    assert call("check", "--at-most", "0", *NOW).out == call("check", "--at-most", "1000", *NOW).out


@pytest.mark.parametrize(
    ("output_format", "last"),
    [
        ("full", "CT021: 129 more like these\nCT040: 1 more like these\n\n" + FOUND),
        ("concise", "CT021: 129 more like these\nCT040: 1 more like these"),
        (
            "github",
            "::notice title=CT021 empty-file::CT021: 129 more like these\n::notice title=CT040 unknown-field::CT040: 1 more like these",
        ),
        ("markdown", "\n- CT021: 129 more like these\n- CT040: 1 more like these"),
    ],
)
@pytest.mark.usefixtures("faulty")
def test_the_rest_is_counted_in_every_format_for_people(output_format: str, last: str, call: Call) -> None:
    assert call("check", "--output-format", output_format, "--at-most", "1", *NOW).out.endswith(f"{last}\n")


@pytest.mark.usefixtures("faulty")
def test_programs_see_everything_unless_they_ask_for_less(call: Call) -> None:
    def found(*options: str) -> dict[str, object]:
        read: dict[str, object] = json.loads(call("check", "--output-format", "json", *options, *NOW).out)
        return {"findings": len(read["findings"]), "more": read["more"], "counts": read["counts"]}  # type: ignore[arg-type]  # a list

    counts = {"error": 132, "warning": 0, "info": 1}
    assert found() == {"findings": 133, "more": [], "counts": counts}
    more = [{"code": "CT021", "count": 129}, {"code": "CT040", "count": 1}]
    assert found("--at-most", "1") == {"findings": 3, "more": more, "counts": counts}

    lines = [json.loads(line) for line in call("check", "--output-format", "jsonl", "--at-most", "1", *NOW).out.splitlines()]
    assert [line["type"] for line in lines] == ["finding"] * 3 + ["summary"]
    assert lines[-1]["more"] == more

    (log,) = json.loads(call("check", "--output-format", "sarif", "--at-most", "1", *NOW).out)["runs"]
    assert (len(log["results"]), log["properties"]["more"]) == (3, more)


@pytest.mark.usefixtures("faulty")
def test_a_number_below_zero_is_refused(call: Call) -> None:
    assert call("check", "--at-most", "-1", *NOW).code == 2


def test_no_more_files_are_read_for_excerpts_than_are_shown(faulty: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def read_file(root: Path, file: str) -> tuple[bytes, None]:
        read.append(file)
        return (root / file).read_bytes(), None

    monkeypatch.setattr("claimtrack.project.read_file", read_file)
    assert call("check", "--output-format", "full", "--at-most", "2", "--ignore", "CT040", *NOW).code == 1
    found_again = ["claims/town/article.yaml"]  # to look up the line of what a rule remarks on
    assert read == [*found_again, "claims/town/article.yaml", "claims/town/empty-000.yaml", "claims/town/empty-001.yaml"]
    assert (faulty / "claims" / "town" / "empty-002.yaml").exists()


STATISTICS = """\
130  error  CT021  empty-file
  2  error  CT040  unknown-field
  1  note   CT116  text-not-at-hand
"""


@pytest.mark.usefixtures("faulty")
def test_statistics_count_the_codes_the_most_frequent_first(call: Call) -> None:
    ended = call("check", "--statistics", *NOW)
    assert (ended.code, ended.out, ended.err) == (1, STATISTICS, f"{FOUND}\n")
    assert call("check", "--statistics", "--output-format", "full", *NOW).out == f"{STATISTICS}{FOUND}\n"
    assert call("check", "--statistics", "--ignore", "CT0", *NOW).out == "1  note  CT116  text-not-at-hand\n"
    assert call("check", "--statistics", "--at-most", "1", *NOW).out == STATISTICS


@pytest.mark.usefixtures("faulty")
def test_statistics_for_programs_and_for_comments(call: Call) -> None:
    counts = [
        {"code": "CT021", "name": "empty-file", "severity": "error", "count": 130},
        {"code": "CT040", "name": "unknown-field", "severity": "error", "count": 2},
        {"code": "CT116", "name": "text-not-at-hand", "severity": "info", "count": 1},
    ]
    whole = {"language": "en", "claims": 132, "counts": {"error": 132, "warning": 0, "info": 1}, "not_shown": 0, "fixed": 0}
    assert json.loads(call("check", "--statistics", "--output-format", "json", *NOW).out) == {
        "format_version": 1,
        **whole,
        "statistics": counts,
    }
    lines = [json.loads(line) for line in call("check", "--statistics", "--output-format", "jsonl", *NOW).out.splitlines()]
    assert lines == [
        *({"format_version": 1, "type": "statistic", **one} for one in counts),
        {"format_version": 1, "type": "summary", **whole, "more": []},
    ]
    assert call("check", "--statistics", "--output-format", "markdown", *NOW).out == (
        f"**{FOUND}**\n\n"
        "| count | severity | code and name |\n"
        "|--:|---|---|\n"
        "| 130 | error | CT021 empty-file |\n"
        "| 2 | error | CT040 unknown-field |\n"
        "| 1 | note | CT116 text-not-at-hand |\n"
    )


@pytest.mark.parametrize("output_format", sorted(set(FORMATS) - set(WITH_STATISTICS)))
@pytest.mark.usefixtures("desk")
def test_formats_that_have_no_place_for_counts_say_so(output_format: str, call: Call) -> None:
    ended = call("check", "--statistics", "--output-format", output_format, *NOW)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        f"claimtrack: --statistics cannot be written as {output_format}; choose one of full, concise, json, jsonl, markdown\n"
    )


@pytest.mark.usefixtures("desk")
def test_a_clean_desk_has_no_statistics(call: Call) -> None:
    ended = call("check", "--statistics", *NOW)
    assert (ended.code, ended.out, ended.err) == (0, "", "2 claims, 0 errors, 0 warnings, 0 notes\n")


@pytest.mark.usefixtures("faulty")
def test_another_language_changes_words_and_nothing_else(call: Call) -> None:
    english, german = (json.loads(call("check", "--output-format", "json", "--language", language, *NOW).out) for language in ("en", "de"))
    assert (english.pop("language"), german.pop("language")) == ("en", "de")
    for one in (*english["findings"], *german["findings"]):
        for field in ("message", "hint", "related"):
            one.pop(field)
    assert english == german


@pytest.mark.usefixtures("faulty")
def test_the_summary_and_the_rest_are_said_in_the_language(call: Call) -> None:
    ended = call("check", "--language", "de", "--at-most", "1", "--ignore", "CT040", *NOW)
    assert ended.out.splitlines()[-1] == "CT021: 129 weitere dieser Art"
    assert ended.err == "132 Aussagen, 130 Fehler, 0 Warnungen, 1 Hinweis, 2 nicht gezeigt (--ignore)\n"
    assert call("check", "--language", "de", "snapshots", *NOW).err == (
        "in snapshots liegt kein Datensatz\n0 Aussagen, 0 Fehler, 0 Warnungen, 0 Hinweise\n"
    )


@pytest.mark.usefixtures("desk")
def test_the_environment_names_the_language_that_is_spoken_unless_one_is_asked_for(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    english, german = "2 claims, 0 errors, 0 warnings, 0 notes\n", "2 Aussagen, 0 Fehler, 0 Warnungen, 0 Hinweise\n"
    assert call("check", *NOW).err == english
    monkeypatch.setenv("CLAIMTRACK_LANGUAGE", "de")
    assert call("check", *NOW).err == german
    assert call("check", "--language", "en", *NOW).err == english
    monkeypatch.setenv("CLAIMTRACK_LANGUAGE", "")
    assert call("check", *NOW).err == english
    monkeypatch.setenv("CLAIMTRACK_LANGUAGE", "fr")
    ended = call("check", *NOW)
    assert (ended.code, ended.err) == (2, "claimtrack: CLAIMTRACK_LANGUAGE is one of en, de, found 'fr'\n")
    assert call("check", "--language", "de", *NOW).err == german
    assert call("check", "--language", "fr", *NOW).code == 2
