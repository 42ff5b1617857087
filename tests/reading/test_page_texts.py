"""The texts of kept web pages: words as readers saw them, and no page that takes long."""

from __future__ import annotations

import time

import pytest

from claimtrack.reading.page_texts import text_of_page


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>one</p><p>two</p>", "one two"),
        ("<b>b</b>old <i class=x>words</i>", "bold words"),
        ("one<br>two<br/>three", "one two three"),
        ("<td>310</td><td>620</td>", "310 620"),
        ("<h1 title='a > b'>one</h1>", "one"),
        ("<a title=it's>one</a> two", "one two"),
        ('<a href="x" title="<p>">one</a>', "one"),
        ("<script>if (a < b) { one }</script>two", "two"),
        ("<SCRIPT src=x></SCRIPT >two", "two"),
        ("<style>p { }</style><template><p>one</p></template>two", "two"),
        ("<scripted>one</scripted>", "one"),
        ("<!-- <p>one</p> -->two<!-->three", "twothree"),
        ("<!doctype html><?xml version='1.0'?>one", "one"),
        ("1 < 2 and 2 <3", "1 < 2 and 2 <3"),
        ("Roads &amp; Bridges, 1&nbsp;&euro;, &#8220;so&#x201D;, &unknown; &", "Roads & Bridges, 1 €, “so”, &unknown; &"),
        (f"&#{'1' * 5000}; lorries", "\ufffd; lorries"),
        ("one<p", "one"),
        ("one<!-- two", "one"),
        ("one<script>two", "one"),
        ("one</", "one"),
        ("", ""),
    ],
)
def test_a_page_is_read_as_its_readers_saw_it(page: str, words: str) -> None:
    text = text_of_page(page.encode())

    assert text is not None
    assert " ".join(text.split()) == words


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("Straßenamt".encode(), "Straßenamt"),
        ("\ufeffStraßenamt".encode(), "Straßenamt"),
        ("Straßenamt".encode("utf-16"), "Straßenamt"),
        ('<meta charset="windows-1251">мост'.encode("windows-1251"), "\nмост"),
        ('<META http-equiv=x content="text/html; charset=ISO-8859-1">“Straße”'.encode("windows-1252"), "\n“Straße”"),
        ('<meta charset="windows-1251">мост'.encode(), "\nмост"),
        ("<meta charset=idna>ß".encode("latin-1"), None),
        ("Straße".encode("latin-1"), None),
        (b"<meta charset=euc-jp>\xff", None),
        ((" " * 1024 + "<meta charset=koi8-r>мост").encode("koi8-r"), None),
        (b"\xff\xfea", None),
    ],
)
def test_a_page_is_read_in_its_encoding_or_not_at_all(page: bytes, text: str | None) -> None:
    assert text_of_page(page) == text


@pytest.mark.parametrize(
    "piece", ["<a ", "<a x='", '<a x="', "<!--", "<!", "</a", "<script", "<script>", "<p>", "<", "&", "&#1", "<a =\"'"]
)
def test_no_page_takes_long_whatever_does_not_end_in_it(piece: str) -> None:
    page = (piece * (1024 * 1024 // len(piece))).encode()
    begin = time.process_time()
    text_of_page(page)

    assert time.process_time() - begin < 3  # it takes a third of a second; what looked at places twice would take hours
