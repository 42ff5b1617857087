"""What auto-archiver has archived is added to the sources and appearances that have those addresses, and to nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from tests.cli.conftest import difference, texts

from claimtrack.loading import load

if TYPE_CHECKING:
    from tests.cli.conftest import Call

NOW = ("--now", "2026-03-20")
HEAD = "Link,Archive status,Archive location,Archive date,Hash\n"
BRIDGE = "http://www.roads.example/bridge-count-2026?utm_source=x"
COPY = "https://copies.example/auto/1.html"


def row(link: str = BRIDGE, status: str = "wayback: success", location: str = COPY, date: str = "2026-03-01T10:00:00+00:00") -> str:
    return f"{link},{status},{location},{date},SHA-256:ab\n"


def test_a_copy_is_added_where_its_address_is_and_the_rest_stays_as_it_is(desk: Path, call: Call) -> None:
    before = texts(desk / "claims")
    (desk / "archived.csv").write_text(HEAD + row(), "utf-8")
    ended = call("import", "auto-archiver", "archived.csv", *NOW)
    assert difference(before, texts(desk / "claims")) == (
        f'sources.yaml\n+    - {{provider: copies.example, url: "{COPY}", captured_at: 2026-03-01T10:00:00Z}}\n'
    )
    assert (ended.out, ended.err, ended.code) == (
        "archived.csv:2:1: CT913 nothing was made of `hash`\nwrote 1 file to claims/\n",
        "1 item: 1 new\n",
        0,
    )
    assert call("import", "auto-archiver", "archived.csv", *NOW).err == "1 item: 1 known already\n"


def test_what_is_no_copy_of_anything_here_is_left_out_and_told(desk: Path, call: Call) -> None:
    before = texts(desk / "claims")
    rows = [
        row(status="nothing archived"),
        row(link=""),
        row(location="./local/1.html"),
        row(link="https://elsewhere.example/1"),
    ]
    (desk / "archived.csv").write_text(HEAD + "".join(rows), "utf-8")
    ended = call("import", "auto-archiver", "archived.csv", *NOW)
    assert ended.out.splitlines() == [
        "archived.csv:2:1: CT905 it was not archived: ‘nothing archived’",
        "archived.csv:3:1: CT905 there is no address in `link`",
        "archived.csv:4:1: CT905 there is no address of a copy in `archive location`",
        "archived.csv:5:1: CT905 nothing at the desk has the address https://elsewhere.example/1",
    ]
    assert (ended.err, ended.code) == ("4 items: 4 left out\n", 1)
    assert texts(desk / "claims") == before


def test_a_time_without_its_zone_or_to_come_is_not_taken(desk: Path, call: Call) -> None:
    rows = [row(date="2026-03-01 10:00:00"), row(location=COPY + "?2", date="2026-03-30T10:00:00Z"), row(location=COPY + "?3", date="")]
    (desk / "archived.csv").write_text(HEAD + "".join(rows), "utf-8")
    ended = call("import", "auto-archiver", "archived.csv", *NOW)
    assert [line for line in ended.out.splitlines() if "CT912" in line] == [
        "archived.csv:2:1: CT912 `archive date`: ‘2026-03-01 10:00:00’ is no time in the past with its zone, such as 2026-02-09T10:00:00Z",
        "archived.csv:3:1: CT912 `archive date`: ‘2026-03-30T10:00:00Z’ is no time in the past with its zone, such as 2026-02-09T10:00:00Z",
    ]
    archives = load(desk)[0].sources["bridge-count"].archives
    assert [(one.url, one.captured_at) for one in archives[1:]] == [(COPY, None), (COPY + "?2", None), (COPY + "?3", None)]


def test_results_as_json_are_read_too_and_appearances_and_sources_in_claims_get_copies(desk: Path, call: Call) -> None:
    record = desk / "claims" / "town" / "example.yaml"
    record.write_text(record.read_text("utf-8").replace("status:", 'appearances:\n  - url: "https://talk.example/1"\nstatus:', 1), "utf-8")
    result = {
        "status": "telethon: success",
        "metadata": {"url": "https://talk.example/1", "_processed_at": "2026-03-01T10:00:00.123456+00:00", "title": "Talk"},
        "media": [{"filename": "a.mp4"}, {"filename": "b.html", "urls": [COPY], "properties": {"id": "_final_media"}}],
    }
    (desk / "archived.json").write_text(json.dumps([result]), "utf-8")
    before = texts(desk / "claims")
    ended = call("import", "auto-archiver", "archived.json", *NOW)
    assert (ended.out, ended.code) == (
        "archived.json:1:2: CT913 nothing was made of `metadata.title`\nwrote 1 file to claims/town/\n",
        0,
    )
    assert difference(before, texts(desk / "claims")) == (
        "town/example.yaml\n"
        "+    archives:\n"
        '+      - provider: "copies.example"\n'
        f'+        url: "{COPY}"\n'
        "+        captured_at: 2026-03-01T10:00:00Z\n"
    )
