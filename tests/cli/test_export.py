"""``claimtrack export``, as a desk uses it: every format in whole, what is refused, and files that are never lost."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from claimtrack.exchange import csv_table
from claimtrack.exchange.outgoing import Outgoing
from claimtrack.exchange.registry import FORMATS
from claimtrack.moves import exported_files

if TYPE_CHECKING:
    from tests.cli.conftest import Call

NOW = ("--now", "2026-11-24")
ENDINGS = {"csv": ".csv", "jsonl": ".jsonl", "bibtex": ".bib"}
CHOSEN = "chosen: 12 claims\n"
NO_MARKUP = (
    "left out: 1 × it was withdrawn, and its markup with it (fischbude)\n"
    "left out: 1 × it is being corrected and gives no answer meanwhile (flut-und-tagesordnung)\n"
)
TOLD = {
    "claimreview": CHOSEN + NO_MARKUP,
    "datafeed": CHOSEN + NO_MARKUP,
    "factcheck-tools": CHOSEN + NO_MARKUP,
    "csv": CHOSEN,
    "jsonl": CHOSEN,
    "bibtex": CHOSEN + "left out: 1 × a protected source has no entry\n",
}


@pytest.fixture
def harbour(desk: Path, invented_desk: Path) -> Path:
    """A copy of the invented desk of the examples, to be changed; the current folder is its root."""
    shutil.rmtree(desk / "claims")
    shutil.copytree(invented_desk, desk, dirs_exist_ok=True)
    return desk


@pytest.mark.parametrize("desk_name", ["harbour-desk", "school-desk"])
@pytest.mark.parametrize("name", FORMATS)
def test_every_format_in_whole(name: str, desk_name: str, repository: Path, call: Call, file_regression: FileRegressionFixture) -> None:
    ended = call("export", name, str(repository / "examples" / desk_name), *NOW)
    assert ended.code == 0
    if desk_name == "harbour-desk" and name in TOLD:
        assert ended.err == TOLD[name]
    file_regression.check(ended.out.encode(), basename=f"{name}_{desk_name}", extension=ENDINGS.get(name, ".json"), binary=True)


@pytest.mark.usefixtures("harbour")
def test_what_gets_lost_is_said_by_reason_with_the_first_five(call: Call) -> None:
    assert call("export", "averitec", *NOW).err == (
        "chosen: 12 claims\n"
        "left out: 1 × it was withdrawn (fischbude)\n"
        "in part: 1 × without a label: AVeriTeC has none called like the rating unsupported (moewen-und-strassenbahn)\n"
        "in part: 9 × without its evidence: AVeriTeC has room for answers to `questions` only "
        "(robbe-in-der-linie-1, lighthouse-steps, tide-table-hour, faehre-puenktlich, gaeste-quallenoog, …)\n"
        "in part: 1 × without a label: AVeriTeC has none called like the rating mostly-true (lighthouse-steps)\n"
        "in part: 1 × without a label: AVeriTeC has none called like the rating mostly-supported (gaeste-quallenoog)\n"
        "in part: 1 × without a label: AVeriTeC has none called like the rating partly-supported (hafen-alt-und-langsam)\n"
        "in part: 1 × without a label: AVeriTeC has none called like the rating misleading (lastenrad-unfaelle)\n"
        "in part: 1 × without a label: it has no verdict (flut-und-tagesordnung)\n"
        "in part: 1 × without a label: AVeriTeC has none called like the rating unverifiable (wal-im-nebel)\n"
    )


@pytest.mark.usefixtures("harbour")
@pytest.mark.parametrize(
    ("query", "chosen"),
    [
        ("rating=refuted", "robbe-in-der-linie-1 faehre-puenktlich"),
        ("rating=refuted topic=tiere", "robbe-in-der-linie-1"),
        ("topic=essen", ""),
        ("rating=none", "fischbude flut-und-tagesordnung"),
        ('text="Seal tram"', "robbe-in-der-linie-1"),
        ("folder=quay-letter", "lighthouse-steps tide-table-hour"),
        ("source=hafenamt-ankunftsbuch", "faehre-puenktlich gaeste-quallenoog"),
        ("id=wal-im-nebel,fischbude", "fischbude wal-im-nebel"),
        ("id=whale-ahead", ""),
        ("status=draft", ""),
    ],
)
def test_a_query_chooses_among_what_is_published(query: str, chosen: str, call: Call) -> None:
    ended = call("export", "csv", "--select", query, *NOW)
    assert [line.partition(",")[0] for line in ended.out.split("\r\n")[1:-1]] == chosen.split()
    if not chosen:
        assert ended.err == "chosen: no claim, none fits\n"


@pytest.mark.usefixtures("harbour")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["claimreviews"], "there is no format 'claimreviews'; did you mean claimreview?"),
        (["xml"], "there is no format 'xml'; there are averitec, bibtex, claimreview, csv, datafeed, factcheck-tools, jsonl"),
        (["csv", "--select", "topic=verker"], "there is no topic 'verker'; did you mean verkehr?"),
        (["csv", "--select", "id=wal-im-nebl"], "there is no claim 'wal-im-nebl'; did you mean wal-im-nebel?"),
        (["csv", "--select", "rating=falsch,refuted"], "there is no rating 'falsch'; "),
        (["csv", "--language", "fr"], "the desk has no texts in 'fr'; its languages are de, en"),
        (["jsonl", "--bom"], "--bom is for csv; jsonl is read as UTF-8 without"),
        (["csv", "nowhere"], "there is no file or folder 'nowhere'"),
        *(
            (
                [name, "--all"],
                (
                    f"{name} says that something is published, so drafts can never go out in it; leave out --all, "
                    "or take one of averitec, csv, jsonl, bibtex"
                ),
            )
            for name in ("claimreview", "datafeed", "factcheck-tools")
        ),
    ],
)
def test_a_wrong_request(arguments: list[str], words: str, call: Call) -> None:
    ended = call("export", *arguments, *NOW)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"claimtrack: {words}")


def test_an_error_in_what_readers_see_stops_it_and_one_in_a_draft_does_not(harbour: Path, call: Call) -> None:
    published = harbour / "claims" / "speeches" / "wal-im-nebel.yaml"
    draft = harbour / "claims" / "posts" / "robbe-mit-fahrschein.yaml"
    draft.write_text(draft.read_text("utf-8") + "topics: [nowhere]\n", "utf-8")
    assert call("export", "csv", *NOW).code == 0
    text = published.read_text("utf-8")
    published.write_text(text.replace("verdict:", "gaps:\n  - {what: The log., decisive: yes}\nverdict:", 1), "utf-8")
    ended = call("export", "csv", "-o", "out.csv", *NOW)
    assert (ended.code, ended.out) == (1, "")
    assert "wal-im-nebel.yaml" in ended.err
    assert ended.err.endswith("nothing was exported: these errors are in what readers would see\n")
    assert not (harbour / "out.csv").exists()
    assert call("export", "csv", "--all", *NOW).code == 0


@pytest.mark.parametrize("options", [[], ["--all"], ["--select", "topic=verkehr", "--language", "de"]])
def test_an_error_in_the_desk_record_stops_everything(options: list[str], harbour: Path, call: Call) -> None:
    desk = harbour / "claims" / "desk.yaml"
    desk.write_text(desk.read_text("utf-8").replace("topics:", "topisc:"), "utf-8")
    ended = call("export", "jsonl", *options, *NOW)
    assert (ended.code, ended.out) == (1, "")
    told = "the desk record" if "--all" in options else "what readers would see"
    assert ended.err == (f"claims/desk.yaml:39:1: CT040 a desk has no field ‘topisc’\nnothing was exported: these errors are in {told}\n")


def test_what_cannot_be_read_is_said_to_be_missing(harbour: Path, call: Call) -> None:
    (harbour / "claims" / "posts" / "new.yaml").write_text("status: draft\nstatment: x\n", "utf-8")
    assert call("export", "csv", *NOW).code == 1
    ended = call("export", "jsonl", "--all", *NOW)
    assert ended.code == 0
    assert ended.err == "chosen: 22 claims\none claim has errors of reading and could not be looked at; `claimtrack check` shows them\n"


@pytest.mark.usefixtures("harbour")
def test_a_table_for_excel_begins_with_a_mark(call: Call) -> None:
    assert call("export", "csv", "--bom", "-o", "with.csv", *NOW).out == "wrote with.csv\n"
    assert call("export", "csv", "-o", "without.csv", *NOW).code == 0
    assert Path("with.csv").read_bytes() == b"\xef\xbb\xbf" + Path("without.csv").read_bytes()


@pytest.mark.usefixtures("harbour")
def test_a_file_has_what_the_terminal_shows_and_is_replaced_where_it_is_ours(call: Call) -> None:
    shown = call("export", "jsonl", *NOW).out
    for _ in range(2):
        ended = call("export", "jsonl", "-o", "out.jsonl", *NOW)
        assert (ended.code, ended.out, ended.err) == (0, "wrote out.jsonl\n", "chosen: 12 claims\n")
        assert Path("out.jsonl").read_bytes() == shown.encode()
    assert call("export", "csv", "-o", "out.jsonl", *NOW).code == 0
    assert [path.name for path in Path().iterdir() if path.name.startswith(".") and path.name != ".claimtrack"] == []


def test_nothing_that_was_not_made_here_or_was_changed_is_written_over(harbour: Path, call: Call) -> None:
    (harbour / "mine.csv").write_bytes(b"mine\n")
    (harbour / "folder").mkdir()
    (harbour / "target.csv").write_bytes(b"target\n")
    (harbour / "link.csv").symlink_to("target.csv")
    assert call("export", "csv", "-o", "changed.csv", *NOW).code == 0
    with (harbour / "changed.csv").open("ab") as file:
        file.write(b"a note of mine\r\n")
    changed = (harbour / "changed.csv").read_bytes()
    for name in ("mine.csv", "folder", "link.csv", "changed.csv", "claims/desk.yaml"):
        ended = call("export", "csv", "-o", name, *NOW)
        told = f"claimtrack: {name} was not made by claimtrack export, or was changed since; choose another name, or remove it yourself\n"
        assert (ended.code, ended.out, ended.err) == (3, "", told)
    assert (harbour / "mine.csv").read_bytes() == b"mine\n"
    assert (harbour / "target.csv").read_bytes() == b"target\n"
    assert (harbour / "changed.csv").read_bytes() == changed
    ended = call("export", "csv", "-o", "gone/out.csv", *NOW)
    assert (ended.code, ended.err) == (3, "claimtrack: gone/out.csv cannot be written: No such file or directory\n")


@pytest.mark.usefixtures("harbour")
def test_a_file_stays_as_it_was_where_something_goes_wrong_on_the_way(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    assert call("export", "csv", "-o", "out.csv", *NOW).code == 0
    before, names = Path("out.csv").read_bytes(), sorted(Path().iterdir())

    def broken(_outgoing: Outgoing) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(csv_table, "export", lambda outgoing: (broken(outgoing) for _ in range(1)))
    ended = call("export", "csv", "-o", "out.csv", *NOW)
    assert (ended.code, ended.err) == (3, "claimtrack: out.csv cannot be written: No space left on device\n")
    assert (Path("out.csv").read_bytes(), sorted(Path().iterdir())) == (before, names)


@pytest.mark.usefixtures("harbour")
@pytest.mark.parametrize("ledger", [b"", b"{", b"[]", b'{"a": 1}', b"\xff"])
def test_what_is_remembered_of_exports_can_be_spoilt_and_nothing_is_lost(ledger: bytes, call: Call) -> None:
    assert call("export", "csv", "-o", "out.csv", *NOW).code == 0
    (kept,) = Path(".claimtrack").glob(exported_files._LEDGER)  # noqa: SLF001  (the file is nobody's interface)
    kept.write_bytes(ledger)
    assert call("export", "csv", "-o", "out.csv", *NOW).code == 3
    Path("out.csv").unlink()
    assert call("export", "csv", "-o", "out.csv", *NOW).code == 0
    assert call("export", "csv", "-o", "out.csv", *NOW).code == 0


@pytest.mark.usefixtures("harbour")
def test_nothing_but_what_readers_see_leaves_the_desk(call: Call) -> None:
    for name in FORMATS:
        out = call("export", name, *NOW).out
        for secret in ("hängt am Kopierer", "Nie wieder eine Bude", "robbe-mit-fahrschein", "wencke@harbour.example", "Uhlhorn"):
            assert secret not in out, (name, secret)


def test_the_pages_of_the_site_carry_the_same_markup(harbour: Path, call: Call) -> None:
    reviews = json.loads(call("export", "claimreview", *NOW).out)
    assert call("build", *NOW).code == 0
    for review in reviews:
        page = harbour / "site" / review["url"].removeprefix("https://faktenboje.example/")
        script = page.read_text("utf-8").partition('<script type="application/ld+json">')[2].partition("</script>")[0]
        assert json.loads(script) == review
