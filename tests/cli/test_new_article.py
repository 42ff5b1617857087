"""``claimtrack new article``: what is written of a text and of a page, what is asked for, and what is refused."""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from tests.cli.conftest import texts
from tests.conftest import ISOLATED_GIT, ScriptedGit

if TYPE_CHECKING:
    from tests.cli.conftest import Call, Ended

TEXT = "Pool closed for 200 days\n\nThe pool was shut on Monday 🏊.\n"

PAGE = """\
<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Pool closed for 200 days | Brightwater Herald</title>
<meta property="og:title" content="Pool closed for 200 days"><meta name="author" content="Jo Quill">
<meta property="article:published_time" content="2026-02-20T08:00:00+00:00">
<meta property="og:site_name" content="Brightwater Herald">
<link rel="canonical" href="https://herald.example/2026/pool?utm_source=front">
<script>document.write("<p>Not a word of this is text.</p>")</script></head>
<body><nav><a href="/">Home</a></nav><article>
<p>The swimming pool was closed on more than 200 days last year, councillor Cara Finn told the council on Thursday evening.</p>
<p>&ldquo;Nobody can learn to swim in a town whose pool is shut,&rdquo; she said &amp; sat down. The town has two pools, one is new.</p>
<p>The town&#8217;s report on the year is due in <b>March</b>, said a spokesman, and will be read by the council in April.</p>
</article><footer>Copyright 2026</footer></body></html>
"""
MAIN_TEXT = """\
Pool closed for 200 days
The swimming pool was closed on more than 200 days last year, councillor Cara Finn told the council on Thursday evening.
“Nobody can learn to swim in a town whose pool is shut,” she said & sat down. The town has two pools, one is new.
The town’s report on the year is due in March, said a spokesman, and will be read by the council in April.
"""

TOLD = ("--title", "Pool closed for 200 days", "--publisher", "Brightwater Herald", "--language", "en", "--now", "2026-02-21")
ON_PAPER = (*TOLD, "--unknown", "On paper")
LETTER = "claims/pool-closed-for-200-days/article.yaml"
SNAPSHOT = "snapshots/pool-closed-for-200-days.txt"


@pytest.fixture
def repository_of_desk(desk: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The desk, in a repository that passes over the texts of articles."""
    for name, value in ISOLATED_GIT.items():
        monkeypatch.setenv(name, value)
    ScriptedGit(desk)("init", "--quiet")
    (desk / ".gitignore").write_text("/site/\n/snapshots/\n", "utf-8")
    return desk


@pytest.fixture
def written(repository_of_desk: Path, call: Call) -> Callable[..., tuple[Ended, dict[str, str]]]:
    """Take in a file of some bytes, and return how that ended and the files that are new."""

    def run(name: str, data: bytes, *arguments: str) -> tuple[Ended, dict[str, str]]:
        (repository_of_desk / name).write_bytes(data)
        before = set(repository_of_desk.rglob("*"))
        ended = call("new", "article", name, *arguments)
        new = [path for path in sorted(set(repository_of_desk.rglob("*")) - before) if path.is_file() and ".git" not in path.parts]
        return ended, {path.relative_to(repository_of_desk).as_posix(): path.read_bytes().decode() for path in new}

    return run


Written = Callable[..., "tuple[Ended, dict[str, str]]"]


def record(of: str, text: str) -> str:
    """Return the record of an article as it is written."""
    return f"{of}text: {{sha256: {hashlib.sha256(text.encode()).hexdigest()}, length: {len(text)}}}\n"


def test_a_text_is_taken_in_with_its_length_and_hash(written: Written) -> None:
    ended, new = written("pool.txt", TEXT.encode(), *ON_PAPER, "--author", "Jo Quill", "--author", "Bo Ink", "--published", "2026-02")
    assert (ended.code, ended.out) == (0, f"wrote {LETTER}\nwrote {SNAPSHOT}\n")
    assert ended.err == (
        f"next: read {SNAPSHOT} beside pool.txt, then `claimtrack new claim pool-closed-for-200-days --quote '…' --statement '…'`\n"
    )
    assert new == {
        LETTER: record(
            "title: Pool closed for 200 days\nunknown: On paper\npublisher: Brightwater Herald\nauthors: [Jo Quill, Bo Ink]\n"
            "language: en\npublished: 2026-02\nretrieved: 2026-02-21\n",
            TEXT,
        ),
        SNAPSHOT: TEXT,
    }


def test_what_was_written_passes_a_check(written: Written, call: Call) -> None:
    assert written("pool.txt", TEXT.encode(), *ON_PAPER)[0].code == 0
    assert call("check").err == "2 claims, 0 errors, 0 warnings, 0 notes\n"


def test_line_ends_and_the_mark_at_the_beginning_do_not_matter(written: Written) -> None:
    _, new = written("pool.txt", b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode() + b"\r\n", *ON_PAPER)
    assert new[SNAPSHOT] == TEXT


def test_a_dry_run_writes_nothing_and_does_not_show_the_text(written: Written) -> None:
    ended, new = written("pool.txt", TEXT.encode(), *ON_PAPER, "--dry-run")
    assert new == {}
    assert ended.out == (
        f"--- /dev/null\n+++ b/{LETTER}\n@@ -0,0 +1,6 @@\n+title: Pool closed for 200 days\n+unknown: On paper\n"
        "+publisher: Brightwater Herald\n+language: en\n+retrieved: 2026-02-21\n"
        f"+{record('', TEXT)}{SNAPSHOT}: 57 characters, which are not shown\n"
    )
    assert ended.err == "a dry run: nothing was written\n"


@pytest.mark.parametrize(
    ("name", "data", "arguments", "code", "words"),
    [
        (
            "a.txt", b"Words.", ("--now", "2026-02-21"), 2,
            "what an article has is not told: give --title, --publisher, --language and --url (or --unknown, with the reason why)",
        ),
        ("a.txt", b"abc \xe4", ON_PAPER, 2, "a.txt: byte 0xE4, number 5 of the file, is not UTF-8; save the text as UTF-8"),
        ("a.txt", b"abc\0", ON_PAPER, 2, "a.txt holds zero bytes and is no text; save the article as a text file or as HTML"),
        ("a.txt", b" \n", ON_PAPER, 2, "there is no text in a.txt"),
        ("a.mhtml", b"From: x", ON_PAPER, 2,
         "a.mhtml is an archive of a page with everything on it; save the page as HTML, or its text as a text file"),
        ("a.txt", b"Words.", (*ON_PAPER, "--title", "中俄关系 2025"), 2,
         "no readable id can be made of '中俄关系 2025'; give the article one with --id"),
        ("a.txt", b"Words.", (*ON_PAPER, "--id", "Nö"), 2,
         "the id of an article has small letters, digits and hyphens, at most 64, found 'Nö'; did you mean noe?"),
        ("a.txt", b"Words.", (*ON_PAPER, "--id", "town"), 4, "there is an article 'town' already; choose another id with --id"),
        ("a.txt", b"Words.", (*ON_PAPER, "--language", "english"), 2,
         "--language wants the tag of a language such as de, en or pt-BR, found 'english'; did you mean en?"),
        ("a.txt", b"Words.", (*ON_PAPER, "--published", "9 Feb"), 2,
         "--published wants a date such as 2026, 2026-02 or 2026-02-09, found '9 Feb'"),
        ("a.txt", b"Words.", (*TOLD, "--url", "https://www.courier.example/old-bridge/?utm_source=x"), 4,
         "that is the article 'town', which the desk has already: claims/town/article.yaml (CT209)"),
        ("a.txt", b"Words.", (*TOLD, "--url", "javascript:alert(1)"), 2,
         "--url: this address does not begin with http:// or https://: javascript:alert(1)"),
        ("a.txt", b"Words.", (*TOLD, "--url", "https://x.example/?token=abc"), 2,
         "--url: this address gives access to whoever has it, by 'token'; open the page without it"),
        ("a.txt", b"Words.", (*ON_PAPER, "--title", "An\u202eother"), 4,
         "this cannot be written into a record: the new text holds U+202E RIGHT-TO-LEFT OVERRIDE, which no record may hold"),
    ],
)  # fmt: skip
def test_what_is_refused(written: Written, name: str, data: bytes, arguments: tuple[str, ...], code: int, words: str) -> None:
    ended, new = written(name, data, *arguments)
    assert (ended.code, ended.out, ended.err, new) == (code, "", f"claimtrack: {words}\n", {})


def test_the_rules_are_heard_before_anything_is_written(written: Written) -> None:
    ended, new = written("a.txt", b"Words.", *ON_PAPER, "--published", "2026-03-01")
    assert (ended.code, new) == (4, {})
    assert ended.err == (
        "claimtrack: refused, and nothing was written; afterwards there would be\n"
        f"claimtrack:   {LETTER}:5: CT211 the day has not come yet anywhere on earth; found 2026-03-01, expected 2026-02-22 or before\n"
        "claimtrack:     correct the date\n"
        "claimtrack: `claimtrack explain CT211` says more\n"
    )


def test_the_same_text_is_not_taken_in_twice(written: Written) -> None:
    assert written("a.txt", TEXT.encode(), *ON_PAPER)[0].code == 0
    ended, new = written("b.txt", TEXT.encode(), *ON_PAPER, "--title", "Another title")
    assert (ended.code, new) == (4, {})
    assert ended.err == f"claimtrack: that is the text of the article 'pool-closed-for-200-days', which the desk has already: {LETTER}\n"


@pytest.mark.usefixtures("repository_of_desk")
def test_a_file_that_is_not_there_or_is_a_folder(call: Call) -> None:
    assert call("new", "article", "nope.txt").err == "claimtrack: there is no file or folder 'nope.txt'\n"
    assert call("new", "article", "claims").err == ("claimtrack: claims is no file; expected a text file or a page saved as HTML\n")


def test_nothing_is_taken_in_where_git_would_commit_the_text(repository_of_desk: Path, call: Call) -> None:
    (repository_of_desk / "a.txt").write_text(TEXT, "utf-8")
    (repository_of_desk / ".gitignore").write_text("/site/\n", "utf-8")
    before = texts(repository_of_desk)
    ended = call("new", "article", "a.txt", *ON_PAPER)
    assert (ended.code, texts(repository_of_desk)) == (4, before)
    assert ended.err == (
        "claimtrack: git does not pass over snapshots/, and the text of somebody else's article would be committed with the records; "
        "add the line /snapshots/ to .gitignore\n"
    )


def test_where_there_is_no_git_yet_it_is_said_what_has_to_be_done_before(desk: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(desk.parent))
    (desk / "a.txt").write_text(TEXT, "utf-8")
    ended = call("new", "article", "a.txt", *ON_PAPER)
    assert ended.code == 0
    assert ended.out == (
        "before this folder goes under git, add the line /snapshots/ to .gitignore: the texts of articles are not ours to publish\n"
        f"wrote {LETTER}\nwrote {SNAPSHOT}\n"
    )


def test_without_the_extra_it_is_said_what_to_install(written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    ended, new = written("pool.html", PAGE.encode(), *TOLD)
    assert (ended.code, ended.err, new) == (
        2, "claimtrack: taking the text out of a page of the web needs `pip install 'claimtrack[extract]'`\n", {},
    )  # fmt: skip


@pytest.fixture
def extracted(written: Written, missing_tool: Callable[[str], NoReturn]) -> Written:
    """Take in a page of the web, where what takes pages apart is installed."""
    if importlib.util.find_spec("trafilatura") is None:
        missing_tool("trafilatura is not installed (extra `extract`)")
    return written


def test_a_page_says_most_of_it_itself(extracted: Written) -> None:
    ended, new = extracted("pool.html", PAGE.encode(), "--publisher", "Brightwater Herald", "--now", "2026-02-21")
    assert ended.code == 0
    assert ended.out == (
        "title, author, date, language and address were taken from the page; please read what was written\n"
        "the text begins with the title, which did not stand in the main text\n"
        f"wrote {LETTER}\nwrote {SNAPSHOT}\n"
    )
    assert ended.err == (
        f"next: read {SNAPSHOT} beside the page, then `claimtrack new claim pool-closed-for-200-days --quote '…' --statement '…'`\n"
    )
    assert new == {
        LETTER: record(
            "title: Pool closed for 200 days\nurl: https://herald.example/2026/pool\npublisher: Brightwater Herald\nauthors: [Jo Quill]\n"
            "language: en-GB\npublished: 2026-02-20\nretrieved: 2026-02-21\n",
            MAIN_TEXT,
        ),
        SNAPSHOT: MAIN_TEXT,
    }


def test_what_is_told_wins_over_what_the_page_says(extracted: Written) -> None:
    told = ("--title", "Shut", "--author", "Ann Other", "--language", "en", "--published", "2026-02-19", "--url", "https://h.example/a")
    ended, new = extracted("pool.htm", PAGE.encode(), "--publisher", "Herald", *told, "--id", "shut-pool", "--now", "2026-02-21")
    text = MAIN_TEXT.partition("\n")[2]
    assert ended.out == "wrote claims/shut-pool/article.yaml\nwrote snapshots/shut-pool.txt\n"
    assert new["claims/shut-pool/article.yaml"] == record(
        "title: Shut\nurl: https://h.example/a\npublisher: Herald\nauthors: [Ann Other]\nlanguage: en\n"
        "published: 2026-02-19\nretrieved: 2026-02-21\n",
        text,
    )


def test_what_the_page_does_not_say_is_asked_for_and_not_guessed(extracted: Written) -> None:
    bare = PAGE.replace(' lang="en-GB"', "").replace('<link rel="canonical" href="https://herald.example/2026/pool?utm_source=front">', "")
    ended, new = extracted("pool.html", bare.encode(), "--now", "2026-02-21")
    assert (ended.code, new) == (2, {})
    assert ended.err == (
        "claimtrack: what an article has is neither told nor said by the page: give --publisher, --language and "
        "--url (or --unknown, with the reason why); the site calls itself 'Brightwater Herald'\n"
    )


def test_a_page_is_read_in_what_it_says_it_is_written_in(extracted: Written) -> None:
    latin = PAGE.replace("utf-8", "iso-8859-1").replace("The town has", "Die Stadt an der Möhne hat").encode("cp1252")
    _, new = extracted("pool.html", latin, *TOLD)
    assert "she said & sat down. Die Stadt an der Möhne hat two pools" in new[SNAPSHOT]


@pytest.mark.parametrize(
    ("declared", "words"),
    [
        (
            "utf-8",
            "byte 0xF6, number {number} of the file, is not utf-8, which the page says that it is in (utf-8); save the page as UTF-8",
        ),
        ("klingon", "the page says that it is in 'klingon', which is no encoding of texts; save the page as UTF-8"),
        ("hex", "the page says that it is in 'hex', which is no encoding of texts; save the page as UTF-8"),
    ],
)
def test_a_page_that_is_not_in_what_it_says(written: Written, declared: str, words: str) -> None:
    data = PAGE.replace("utf-8", declared).replace("told the", "tölld the").encode("latin-1", "replace")
    ended, new = written("pool.html", data, *TOLD)
    assert (ended.code, ended.err, new) == (2, f"claimtrack: {words.format(number=data.find(0xF6) + 1)}\n", {})


BODY = PAGE.partition("<article>")[2].partition("</article>")[0]


@pytest.mark.parametrize(
    ("what", "page"),
    [
        ("nested", "<html><body>" + "<div>" * 20_000 + "<article>" + BODY),
        ("large script", f"<html><body><script>{'x' * 3_000_000}</script><article>{BODY}"),
        (
            "entities",
            f"<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><html><body><article>{BODY}<p>&b;&b; &#0; &#xD800;</p>",
        ),
        ("unclosed", f"<html><body><article>{BODY}<p><b><i><!-- "),
        ("turned round", f"<html><head><title>A\u202eB</title></head><body><article>{BODY}<p>a\u202eb\u2066c</p></article>"),
        ("nothing", "<html></html>"),
    ],
    ids=[
        "nested",
        "large",
        "entities",
        "unclosed",
        "turned",
        "nothing",
    ],  # a page of three megabytes is no name: it goes into the environment
)
def test_a_hostile_page_breaks_nothing(extracted: Written, what: str, page: str, call: Call) -> None:
    ended, new = extracted("pool.html", page.encode(), *ON_PAPER)
    if ended.code:
        assert (ended.code, new) == (2, {})
        assert ended.err == "claimtrack: no main text was found in the page; give its text as a text file\n"
        assert what in {"nothing", "nested"}
    else:
        assert "told the council on Thursday evening" in new[SNAPSHOT]
        assert "<" not in new[SNAPSHOT]
        assert call("check").code == 0
