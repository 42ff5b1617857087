"""The desk's own copies held against the records: every way in which a file can be wrong, and every way in which words can stand in it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimtrack.checking import check
from claimtrack.loading import load
from claimtrack.reading.archives import MAX_KEPT, MAX_READ

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

SURVEY = "--- sources.yaml\nhaulier-survey:\n  level: secondary\n  origin: hauliers\n  url: https://hauliers.example/survey\n"
PAGE = "--- archives/page.txt\nOur members report about twice as many crossings as last winter.\n"
DIGEST = "0dcb94509dd006e910d7a06ed966e5c024f68a95aefc2b9cc47a74bc5948d26c"
OTHER = "a87a505dc5de5eb3e8ae566af1cb813e2a538c917e1fb63c09be91ca14848ff0"
APPROVED = """\
status: approved
history:
  - {to: in-review, on: 2026-02-13, by: ines}
  - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
"""
FIVE = ("CT235", "CT236", "CT237", "CT239", "CT240")


def copies(*archives: str) -> str:
    return SURVEY + "  archives:\n" + "".join(f"    - {{provider: own, {archive}}}\n" for archive in archives)


def test_every_file_that_an_archived_copy_names_has_to_be_there(check_base: CheckBase) -> None:
    checked = check_base(copies("file: survey.pdf, wacz: survey.wacz, proofs: [page.txt, survey.tsr]}  # here\n    #") + PAGE)

    hint = "put the file below `archives/`, or correct the name"
    assert checked.messages("CT235") == [
        f"here: there is no file archives/survey.pdf -> {hint}",
        f"here: there is no file archives/survey.wacz -> {hint}",
        f"here: there is no file archives/survey.tsr -> {hint}",
    ]
    assert [one.span.column for one in checked.of("CT235")] == [29, 47, 79]


@pytest.mark.parametrize(
    "fragments",
    [
        'appearances:\n  - url: "https://a.example/"\n    archives: [{provider: own, file: gone.png}]  # here\n',
        """\
evidence:
  - id: count-2026
    stance: supports
    source: {url: "https://a.example/", archives: [{provider: own, file: gone.png}]}  # here
computed:
letters:
verdict:
so_far: Little is known.
""",
    ],
)
def test_copies_of_appearances_and_of_inline_sources_are_looked_at_too(fragments: str, check_base: CheckBase) -> None:
    assert check_base(fragments + PAGE).messages("CT235") == [
        "here: there is no file archives/gone.png -> put the file below `archives/`, or correct the name"
    ]


def test_what_lies_there_in_place_of_a_file_is_said(check_base: CheckBase, tmp_path: Path) -> None:
    records = (
        copies("file: archives/page.txt", "file: link.txt", "file: page", "file: pipe", f"file: {'a' * 300}", "file: ../secret") + PAGE
    )
    check_base(records)
    archives = tmp_path / "desk" / "archives"
    (archives / "link.txt").symlink_to("page.txt")
    (archives / "page").mkdir()
    os.mkfifo(archives / "pipe")
    project, of_reading = load(tmp_path / "desk")

    hint = "put the file below `archives/`, or correct the name"
    assert of_reading == ()
    assert [f"{one.message} -> {one.hint}" for one in check(project) if one.code == "CT235"] == [
        "there is no file archives/archives/page.txt -> did you mean ‘page.txt’?",
        f"archives/link.txt is a symbolic link, which is not followed; expected an ordinary file -> {hint}",
        f"archives/page is a folder; expected an ordinary file -> {hint}",
        f"archives/pipe is a pipe, a socket or a device; expected an ordinary file -> {hint}",
        f"archives/{'a' * 300} cannot be read -> {hint}",
    ]


def test_both_digests_are_told_where_they_differ(check_base: CheckBase) -> None:
    assert check_base(copies(f"file: page.txt, sha256: {OTHER}}}  # here\n    #") + PAGE).messages("CT236") == [
        (
            f"here: archives/page.txt is another file; found the digest {DIGEST}, expected {OTHER} -> put the file back that was archived; "
            "if it was taken anew, correct `sha256` and look at the evidence again"
        )
    ]


@pytest.mark.parametrize(
    "archive", [f"file: page.txt, sha256: {DIGEST}", "file: page.txt", "file: page.txt, sha256: a87a", f"sha256: {OTHER}"]
)
def test_the_same_digest_none_and_one_that_is_none_do_not_differ(archive: str, check_base: CheckBase) -> None:
    assert check_base(copies(archive) + PAGE).of("CT236") == []


HINT = f"look at the file, then write `sha256: {DIGEST}`"


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (APPROVED, True),
        ("status: in-review\n", False),
        ("status: in-review\npublished: 2026-02-20\n", True),
    ],
)
def test_a_digest_is_asked_for_once_a_claim_has_to_have_copies(status: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    message = "the digest of archives/page.txt is not recorded; expected it in `sha256`"

    assert check_base(status + copies("file: page.txt}  # here\n    #") + PAGE).messages("CT237") == [f"here: {message} -> {HINT}"] * told


def test_no_digest_is_asked_for_of_sources_that_no_approved_claim_rests_on(check_base: CheckBase) -> None:
    fragments = "--- sources.yaml\nother:\n  unknown: On paper.\n  archives: [{provider: own, file: page.txt}]\n"

    assert check_base(APPROVED + fragments + PAGE).of("CT237") == []


def test_the_digest_of_a_file_that_is_too_large_is_to_be_taken_by_hand(check_base: CheckBase) -> None:
    assert check_base(APPROVED + copies("file: film.mp4}  # here\n    #") + "--- archives/film.mp4 of 257 MiB\n").messages("CT237") == [
        (
            "here: the digest of archives/film.mp4 is not recorded; expected it in `sha256` "
            "-> write what `sha256sum archives/film.mp4` prints as `sha256`"
        )
    ]


def test_a_folder_that_is_not_at_hand_is_one_note_whatever_was_named(check_base: CheckBase) -> None:
    fragments = APPROVED + copies(f"file: page.txt, sha256: {OTHER}, proofs: [page.tsr, page.ots]", "file: page.txt, wacz: page.wacz")
    checked = check_base(fragments)

    assert [one for one in checked.findings if one.code in FIVE] == []
    assert checked.messages("CT238") == [
        (
            "desk.yaml:2: the folder `archives/` is not at hand; the 4 files that records name there were not looked at "
            "-> put the desk's copies into `archives/`, if you have them"
        )
    ]
    assert check_base(copies("file: page.txt")).messages("CT238") == [
        (
            "desk.yaml:2: the folder `archives/` is not at hand; the file that records name there was not looked at "
            "-> put the desk's copies into `archives/`, if you have them"
        )
    ]


def test_a_desk_that_names_no_files_needs_no_folder(check_base: CheckBase) -> None:
    assert check_base().of("CT238") == []


def test_nothing_is_said_of_copies_that_nobody_looked_at(check_base: CheckBase, tmp_path: Path) -> None:
    check_base(copies("file: gone.txt") + PAGE)
    project, _ = load(tmp_path / "desk", archives=False)

    assert [one for one in check(project) if one.code in {*FIVE, "CT238"}] == []


@pytest.mark.parametrize(("size", "told"), [(256, False), (257, True)])
def test_a_digest_is_compared_up_to_256_mib(size: int, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    checked = check_base(copies(f"file: film.mp4, sha256: {OTHER}}}  # here\n    #") + f"--- archives/film.mp4 of {size} MiB\n")

    message = f"archives/film.mp4 is too large for its digest to be compared; found {size} MiB, expected at most 256"
    assert checked.messages("CT239") == [f"here: {message} -> compare it with what `sha256sum` prints"] * told
    assert bool(checked.of("CT236")) is not told


@pytest.mark.parametrize(("bytes_more", "told"), [(0, False), (1, True)])
def test_quotes_are_looked_for_in_files_up_to_4_mib(bytes_more: int, told: bool, check_base: CheckBase, tmp_path: Path) -> None:  # noqa: FBT001
    check_base(copies("file: page.txt") + PAGE)
    page = tmp_path / "desk" / "archives" / "page.txt"
    words = page.read_bytes()
    page.write_bytes(b" " * (MAX_READ + bytes_more - len(words)) + words)
    project, _ = load(tmp_path / "desk")

    message = "archives/page.txt is too large to be searched for quotes; found 5 MiB, expected at most 4"
    findings = [f"{one.code} {one.message} -> {one.hint}" for one in check(project) if one.code in FIVE]
    assert findings == [f"CT239 {message} -> look for the quotes of the evidence yourself"] * told


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (0, None),
        (1, "archives/4.txt was not searched for quotes; all copies together have too many characters"),
        (2, "2 copies were not searched for quotes, such as archives/4.txt; all copies together have too many characters"),
    ],
)
def test_the_texts_of_copies_have_a_bound_together(more: int, message: str | None, check_base: CheckBase, tmp_path: Path) -> None:
    names = [f"{number}.txt" for number in range(MAX_KEPT // MAX_READ + more)]
    check_base(copies(*(f"file: {name}" for name in names)) + PAGE)
    for name in names:
        (tmp_path / "desk" / "archives" / name).write_bytes(
            b"Our members report about twice as many crossings as last winter.".ljust(MAX_READ)
        )
    project, _ = load(tmp_path / "desk")

    findings = [f"{one.code} {one.message} -> {one.hint}" for one in check(project) if one.code in FIVE]
    assert findings == ([f"CT239 {message} -> look for the quotes of the evidence yourself"] if message else [])


def quoting(words: str, page: str, name: str = "page.txt") -> str:
    """Return a claim whose evidence quotes words, and the copy of its source."""
    evidence = f"""\
evidence:
  - {{id: count-2026, source: bridge-count, stance: supports}}
  - id: survey
    source: haulier-survey
    stance: supports
    quote: "{words}"  # here
computed:
letters:
verdict:
so_far: Little is known.
"""
    return evidence + copies(f"file: {name}") + f"--- archives/{name}\n{page}\n"


WORDS = "Our members report about twice as many crossings – “really” – as last winter."


@pytest.mark.parametrize(
    ("words", "page"),
    [
        (WORDS, WORDS),
        ("twice as many", WORDS),
        ("about  twice\\nas many", WORDS.replace(" ", "\n")),
        ("as many crossings - 'really' - as last", WORDS),
        ("Our members … as last winter", WORDS),
        ("… members report …", WORDS),
        ("Our [haulier] members", WORDS),
        ("Our members [...] as many", WORDS),
        ("[The] members report", WORDS),
        ("café", "cafe\u0301"),
        ("10 % of 4 000", "10\u00a0% of 4\u202f000"),
        ("crossings", "cross\u00adings"),
    ],
)
def test_words_stand_in_a_copy_whatever_blanks_quotation_marks_and_omissions_there_are(
    words: str, page: str, check_base: CheckBase
) -> None:
    assert check_base(quoting(words, page)).of("CT240") == []


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("twice as much crossings", "the nearest passage there is ‘twice as many crossings’"),
        ("as last winter … Our members", "copy the words from the source; nothing in the copy comes near"),
        ("about Twice as many", "the nearest passage there is ‘about twice as many’"),
        ("The toll has to go.", "copy the words from the source; nothing in the copy comes near"),
    ],
)
def test_other_words_do_not_stand_in_a_copy(words: str, hint: str, check_base: CheckBase) -> None:
    checked = check_base(quoting(words, WORDS))

    assert checked.messages("CT240") == [f"here: these words do not stand in the copy of the source, archives/page.txt -> {hint}"]
    assert [(one.file, one.span.line, one.message) for one in checked.of("CT240")[0].related] == [("sources.yaml", 18, "the copy")]


def test_a_web_page_is_searched_as_its_readers_saw_it(check_base: CheckBase) -> None:
    page = "<script>three times</script><p>about <b>twice</b>&nbsp;as\nmany</p><p>crossings</p>"

    assert check_base(quoting("about twice as many crossings", page, "page.html")).of("CT240") == []
    assert len(check_base(quoting("three times", page, "page.html")).of("CT240")) == 1


@pytest.mark.parametrize("name", ["page.pdf", "page.png", "page"])
def test_copies_that_are_no_texts_are_not_searched(name: str, check_base: CheckBase) -> None:
    assert check_base(quoting("three times as many", WORDS, name)).of("CT240") == []


def test_words_may_stand_in_any_copy_of_the_source(check_base: CheckBase) -> None:
    fragments = quoting("three times as many", WORDS) + copies("file: page.txt", "file: more.txt")

    assert check_base(fragments + "--- archives/more.txt\nthree times as many\n").of("CT240") == []
    assert len(check_base(fragments + "--- archives/more.txt\nfour times as many\n").of("CT240")) == 1


def test_a_copy_that_is_another_file_is_not_searched(check_base: CheckBase) -> None:
    checked = check_base(quoting("three times as many", WORDS) + copies(f"file: page.txt, sha256: {OTHER}"))

    assert (len(checked.of("CT236")), checked.of("CT240")) == (1, [])


def test_the_copy_of_a_source_that_is_written_out_in_the_claim_is_searched_too(check_base: CheckBase) -> None:
    fragments = quoting("three times as many", WORDS).replace(
        "source: haulier-survey\n",
        "source: {url: https://hauliers.example/survey, origin: hauliers, archives: [{provider: own, file: page.txt}]}\n",
    )

    checked = check_base(fragments)
    assert len(checked.of("CT240")) == 1
    assert [one.file for one in checked.of("CT240")[0].related] == ["town/example.yaml"]


def test_only_so_many_wrong_quotes_are_compared(check_base: CheckBase) -> None:
    evidence = "".join(
        f"  - {{id: e{number}, source: haulier-survey, stance: context, quote: twice as many crossing {number}}}\n" for number in range(21)
    )
    checked = check_base(f"evidence:\n{evidence}computed:\nletters:\nverdict:\nso_far: Little.\n" + copies("file: page.txt") + PAGE)

    hints = [one.hint for one in checked.of("CT240")]
    assert hints == ["the nearest passage there is ‘twice as many crossing’"] * 20 + ["copy the words from the source"]
