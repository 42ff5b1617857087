"""Accidents that happen to records: slips of an editor, bad merges, and what somebody would write who wants a program to fall."""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]

SIGNS = [

    *"\"'#:-?[]{},&*!|>\n\r\t %@`\\~=<\0\x07\x1b\x7f\x85\u2028\u202e\u2066\u200b\u200d\ufeff\ufffe\U000e0041\u0301\u00a0\u0130ß😀٣½äx0",
    ": ", "- ", " #", "\r\n", "---\n", "...\n", "<<: ", "&a ", "*a", "!t ", "|-\n", ">+\n", "=======\n", "\\x00", "\\ud800", "\n  ",
    "[@now]",
]  # fmt: skip
VALUES = [
    "~", "null", "''", '""', "[]", "{}", "[[]]", "[{}]", "- x", "no", "yes", "0o7", ".nan", ".inf", "1e999999", "1e5", "-0", "-1",
    "0", "1.0", "9" * 40, "9" * 41, "9" * 5_000, "0." + "9" * 40, "1,5", "1.000", "1.000.000", "½", "٣", "2024-02-30", "0000",
    "0000-01-01", "0001-01-01", "9999-12-31", "9999", "2026-13", "2025~", "25:00", "1:30", "2026-02-09T10:00:00Z",
    "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "999999999 months", "0 months", "100 %", "0 %", "0.000001 %", "2 pp",
    "5 million lamp", "0-1", "5-3", "0-999999999", "999:59:59", "1:02:40", "https://[", "https://a.example:99999999/",
    "https://x.example/%", "javascript:alert(1)", "https://u:p@x.example", "//x", "https://ß.example", "../../etc/passwd",
    "/dev/zero", "a/../b", "CON", "lamps.txt/", "x" * 300, "(" * 600, "now / 0", "1 / (now - now)", "now - - before",
    "[@now] [@nothing] [@", "*" * 2_000, "# " * 500, "[x](y)" * 300, "`" * 3_000, "<script>", "v1:", "six-step@1", "lamps@9", "@",
    "halved", "heard", "sold", "gone", "town", "ines", "omar", "nobody", "works", "hall", "repost", "lamp-count", "letter", "draft",
    "good", "mending", "mixed 1.5 million", '"\\ud800"', '"\\0"', "*a", "&a x", "!!python/object:os.system x", "x\u202ey",
    "e\u0301" * 2_000, "\u200d" * 900, "می\u200cخواهم", "👨\u200d👩\u200d👧", "İ" * 400, "ﷺ" * 4_000, "ΐ" * 2_000, "x" * 70_000,
    "a. " * 400, "„x“ ", "|", ">-",
]  # fmt: skip
_VALUE = re.compile(r"(?<=[:\-,\[{] )[^,\]}\n]+")
_PAIR = re.compile(r"([\w-]{1,40}): ([^,\[\]{}\n|>]+)")
_NAME = re.compile(r"[\w-]{1,40}(?=:)")

Text = str
Accident = Callable[[random.Random, Text, Sequence[Text]], Text]


def _place(chance: random.Random, text: Text) -> int:
    return chance.randrange(len(text) + 1)


def insert_sign(chance: random.Random, text: Text, _: Sequence[Text]) -> Text:
    at = _place(chance, text)
    signs: str = chance.choice(SIGNS) * chance.choice([1, 1, 1, 2, 40])
    return text[:at] + signs + text[at:]


def cut_out(chance: random.Random, text: Text, _: Sequence[Text]) -> Text:
    at = _place(chance, text)
    return text[:at] + text[at + chance.choice([1, 1, 2, 5, 30, 200]) :]


def put_value(chance: random.Random, text: Text, _: Sequence[Text]) -> Text:
    value = chance.choice(VALUES)
    return _replaced(chance, text, _VALUE, chance.choice([value, json.dumps(value, ensure_ascii=False)]))


def put_value_of_other(chance: random.Random, text: Text, others: Sequence[Text]) -> Text:
    values = _VALUE.findall(chance.choice([text, chance.choice(others)]))
    return _replaced(chance, text, _VALUE, chance.choice(values)) if values else text


def put_value_of_namesake(chance: random.Random, text: Text, others: Sequence[Text]) -> Text:
    """Give a field a value that a field of the same name has elsewhere, so that the record stays one."""
    found = list(_PAIR.finditer(text))
    if not found:
        return text
    one = chance.choice(found)
    return text[: one.start(2)] + chance.choice(_values_by_name(tuple(others)).get(one[1], [one[2]])) + text[one.end(2) :]


@cache
def _values_by_name(texts: tuple[Text, ...]) -> Mapping[str, Sequence[str]]:
    values: dict[str, dict[str, None]] = defaultdict(dict)
    for name, value in (match.groups() for text in texts for match in _PAIR.finditer(text)):
        values[name][value] = None
    return {name: list(of_name) for name, of_name in values.items()}


def put_name_of_other(chance: random.Random, text: Text, others: Sequence[Text]) -> Text:
    names = _NAME.findall(chance.choice([text, chance.choice(others)]))
    return _replaced(chance, text, _NAME, chance.choice(names)) if names else text


def _replaced(chance: random.Random, text: Text, pattern: re.Pattern[str], new: str) -> Text:
    found = list(pattern.finditer(text))
    if not found:
        return text
    one = chance.choice(found)
    return text[: one.start()] + new + text[one.end() :]


def _lines(text: Text) -> list[str]:
    return text.splitlines(keepends=True) or [""]


def _block(chance: random.Random, lines: Sequence[str]) -> tuple[int, int]:
    """Return where a line begins and where what is indented below it ends."""
    first = chance.randrange(len(lines))
    indent = len(lines[first]) - len(lines[first].lstrip(" "))
    last = first + 1
    while last < len(lines) and lines[last].startswith(" " * (indent + 1)):
        last += 1
    return first, last


def delete_line(chance: random.Random, text: Text, _: Sequence[Text]) -> Text:
    lines = _lines(text)
    del lines[chance.randrange(len(lines))]
    return "".join(lines)


def indent_line(chance: random.Random, text: Text, _: Sequence[Text]) -> Text:
    lines = _lines(text)
    number = chance.randrange(len(lines))
    lines[number] = chance.choice(["", " ", "  ", "    ", "\t", "- "]) + lines[number].lstrip(" ")
    return "".join(lines)


def swap_blocks(chance: random.Random, text: Text, _: Sequence[Text]) -> Text:
    lines = _lines(text)
    one, other = sorted([_block(chance, lines), _block(chance, lines)])
    if one[1] > other[0]:
        return text
    between = lines[one[1] : other[0]]
    return "".join([*lines[: one[0]], *lines[slice(*other)], *between, *lines[slice(*one)], *lines[other[1] :]])


def delete_block(chance: random.Random, text: Text, _: Sequence[Text]) -> Text:
    lines = _lines(text)
    first, last = _block(chance, lines)
    return "".join(lines[:first] + lines[last:])


def repeat_block(chance: random.Random, text: Text, _: Sequence[Text]) -> Text:
    lines = _lines(text)
    first, last = _block(chance, lines)
    times = chance.choice([1, 1, 2, 30])
    return "".join(lines[:last] + lines[first:last] * times + lines[last:])


def insert_block_of_other(chance: random.Random, text: Text, others: Sequence[Text]) -> Text:
    lines, other = _lines(text), _lines(chance.choice(others))
    first, last = _block(chance, other)
    indent = len(other[first]) - len(other[first].lstrip(" "))
    fitting = [number for number, line in enumerate(lines) if len(line) - len(line.lstrip(" ")) == indent]
    at = chance.choice(chance.choice([fitting, range(len(lines))]) or [0])
    return "".join(lines[:at] + other[first : min(last, first + 40)] + lines[at:])


def go_on_as_other(chance: random.Random, text: Text, others: Sequence[Text]) -> Text:
    lines, other = _lines(text), _lines(chance.choice(others))
    return "".join(lines[: chance.randrange(len(lines) + 1)] + other[chance.randrange(len(other)) :][:60])


def nest(chance: random.Random, text: Text, _: Sequence[Text]) -> Text:
    depth = chance.choice([3, 18, 19, 20, 21, 60, 400, 3_000])
    opened, closed = chance.choice([("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", "")])
    return _replaced(chance, text, _VALUE, opened * depth + "x" + closed * chance.choice([depth, depth, 0]))


def change_bytes(chance: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 8])):
        at = chance.randrange(len(changed) + 1)
        changed[at : at + chance.choice([0, 1])] = bytes([chance.randrange(256)])
    return bytes(changed)


ACCIDENTS: Mapping[Accident, int] = {
    insert_sign: 3, cut_out: 2, put_value: 14, put_value_of_other: 6, put_value_of_namesake: 24, put_name_of_other: 4, delete_line: 4,
    indent_line: 1, swap_blocks: 4, delete_block: 8, repeat_block: 4, insert_block_of_other: 6, go_on_as_other: 1, nest: 1,
}  # fmt: skip
"""Every accident and how often it happens."""


@dataclass(frozen=True)
class Corpus:
    """The files that are broken, by name, and the texts that strange parts are taken from."""

    files: Mapping[str, bytes]
    others: Sequence[Text]

    @classmethod
    def read(cls) -> Corpus:
        desk = HERE / "desk"
        files = {path.relative_to(desk).as_posix(): path.read_bytes() for path in sorted(desk.rglob("*.*"))}
        examples = [*REPOSITORY.glob("examples/*/claims/**/*.yaml"), *REPOSITORY.glob("tests/*/base/**/*.yaml")]
        return cls(files, [path.read_text("utf-8") for path in sorted(examples)] + [data.decode("utf-8") for data in files.values()])

    def broken(self, seed: int, number: int) -> tuple[str, bytes]:
        """Return the input of a number: the name of a file of the desk, and what is in it now."""
        chance = random.Random(seed * 1_000_003 + number)  # noqa: S311  (the same for everybody is the point)
        (name,) = chance.choices(list(self.files), [len(data) ** 0.5 for data in self.files.values()])
        text = self.files[name].decode("utf-8")
        for _ in range(chance.choice([1, 1, 1, 1, 2, 3])):
            (accident,) = chance.choices(list(ACCIDENTS), list(ACCIDENTS.values()))
            text = accident(chance, text, self.others)
        data = text.encode("utf-8", "surrogatepass")
        return name, change_bytes(chance, data) if chance.random() < 0.05 else data
