"""Any file: what is around the text of a file stays what it is, whoever wrote it, and whatever else is in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.changes import Add, Append, Bare, Set
from claimtrack.editing import edit

HERE = Path(__file__).parent
STYLES = sorted((HERE / "styles").glob("*.yaml"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"\xef\xbb\xbfa: 1\nl: [x]\n", b"\xef\xbb\xbfa: new\nl: [x, y]\nb: 2\n"),
        (b"a: 1\r\nl:\r\n- x\r\n", b"a: new\r\nl:\r\n- x\r\n- p\r\nb: 2\r\n".replace(b"- p", b'- "y"')),
        (b"a: 1\nl:\n- 'x'", b"a: new\nl:\n- 'x'\n- 'y'\nb: 2"),
        (b"a: 1\r\nl: [x]", b"a: new\r\nl: [x, y]\r\nb: 2".replace(b" y]", b' "y"]')),
        (b"# head\n---\na: 1\nl: [x]\n...\n# behind\n", b'# head\n---\na: new\nl: [x, "y"]\nb: 2\n...\n# behind\n'),
        (b"a: 1\nl: [x]\n---\na: other\n", b'a: new\nl: [x, "y"]\nb: 2\n---\na: other\n'),
        (b"%YAML 1.2\n---\na: 1\nl: [x]\n", b'%YAML 1.2\n---\na: new\nl: [x, "y"]\nb: 2\n'),
        (b"a: 1\nl: [x]\nz: &r {q: !t 1}\ny: *r\n", b'a: new\nl: [x, "y"]\nz: &r {q: !t 1}\ny: *r\nb: 2\n'),
        (b"a: 1\nl: [x]\n? [p, q]\n: {1: 2}\n", b'a: new\nl: [x, "y"]\n? [p, q]\n: {1: 2}\nb: 2\n'),
    ],
)
def test_what_is_around_stays(before: bytes, after: bytes) -> None:
    after = after.replace(b"[x, y]", b'[x, "y"]')
    assert edit(before, [Set(("a",), "new"), Append(("l",), "y"), Add(("b",), 2)]) == after


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.stem)
def test_no_change_and_the_same_value_again_leave_every_byte(edit_fuzzer: object, file: Path) -> None:
    data = file.read_bytes()
    tree = edit_fuzzer.read(data)  # type: ignore[attr-defined]  # a program that is no package
    assert edit(data, []) == data
    scalars = [path for path, kind in tree.kinds.items() if kind == "scalar" and path]
    again = [Set(path, tree.written(path)) for path in scalars if tree.nodes[path].tag.startswith("tag:yaml.org")]
    assert scalars
    for change in again:
        if tree.scalars[change.path].value and not _is_out_of_reach(data, change.path):
            assert edit(data, [change]) == data


def _is_out_of_reach(data: bytes, path: tuple[str | int, ...]) -> bool:
    """Tell whether a value has an anchor or a tag on the way; these are refused, as test_refusing.py shows."""
    return (b"&" in data or b"!" in data) and path[0] in ("base", "list", "text", "secret", "ref")


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.stem)
def test_set_and_set_back_leave_every_byte(edit_fuzzer: object, file: Path) -> None:
    data = file.read_bytes()
    tree = edit_fuzzer.read(data)  # type: ignore[attr-defined]
    for path, one in tree.scalars.items():
        if one.is_simple and one.value.isalpha() and one.value not in ("y", "null") and not _is_out_of_reach(data, path) and path:
            other = edit(data, [Set(path, "quay")])
            assert (other == data) == (one.value == "quay")
            assert edit(other, [Set(path, one.value if one.sign else Bare(one.value))]) == data


def test_no_change_leaves_even_a_broken_file() -> None:
    assert edit(b"a: [\r\n\xff", []) == b"a: [\r\n\xff"


def test_an_edit_made_twice_is_made_once() -> None:
    change = Set(("a",), "One.\nTwo.\n")
    once = edit(b"a: x\nb: 1\n", [change])
    assert edit(once, [change]) == once
