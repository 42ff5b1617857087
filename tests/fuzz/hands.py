"""Hands: random documents as many different people would have written them, one of a kind each."""

from __future__ import annotations

import json
from dataclasses import dataclass
from random import Random

_WORDS = [
    "ferry",
    "late",
    "on 91 days",
    "it's",
    "a#b",
    "https://office.example/a?b=c#d",
    "naïve",
    "„Zitat“",
    "yes",
    "010",
    "2026-02-09",
    "x y",
]
_NAMES = ["status", "title", "tags", "people", "on", "a b", "2026", "quote", "x-y", "last"]
_MOST_DEEP = 3


@dataclass
class Hand:
    """How one person writes.

    Attributes:
        random: chance.
        step: how far fields are indented below a name.
        dash: how far hyphens are.
        gap: blanks behind a hyphen.
        room: how much room names take where values stand below each other; 0 where they do not.
        quote: the quotation marks that are liked.
        chatty: how many of ten lines have comments.
        airy: how many of ten entries have an empty line in front.
    """

    random: Random
    step: int
    dash: int
    gap: int
    room: int
    quote: str
    chatty: int
    airy: int

    def often(self, tenths: int) -> bool:
        return self.random.randrange(10) < tenths

    def between(self, column: int, *, is_first: bool) -> list[str]:
        """Return what stands in front of an entry: empty lines and comments."""
        lines = [""] if not is_first and self.often(self.airy) else []
        if self.often(self.chatty):
            lines.append(" " * column + self.random.choice(["# above", "#tight", "# a: b", "# - x"]))
            lines += [""] if not is_first and self.often(2) else []
        return lines

    def behind(self) -> str:
        """Return a comment behind a value, or blanks, or nothing."""
        if self.often(self.chatty):
            return self.random.choice([" # behind", "   # further", " #close"])
        return "  " if self.often(1) else ""

    def lines(self, column: int, depth: int) -> list[str]:
        """Return the lines of a list or mapping without brackets."""
        return self.mapping(column, depth) if self.often(6) else self.entries(column, depth)

    def mapping(self, column: int, depth: int) -> list[str]:
        lines: list[str] = []
        names = self.random.sample(_NAMES, self.random.randint(1, 4))
        for number, name in enumerate(names):
            lines += self.between(column, is_first=number == 0)
            spelled = f"{self.quote}{name}{self.quote}" if self.often(1) else name
            lead = f"{' ' * column}{spelled}:".ljust(column + self.room)
            lines += self.value(lead, column, depth, in_list=False)
        return lines + self.after(column)

    def entries(self, column: int, depth: int) -> list[str]:
        lines: list[str] = []
        for number in range(self.random.randint(1, 3)):
            lines += self.between(column, is_first=number == 0)
            lines += self.value(" " * column + "-", column, depth, in_list=True)
        return lines + self.after(column)

    def after(self, column: int) -> list[str]:
        """Return a comment behind the last entry, indented like it or a little further."""
        return [" " * (column + self.random.choice([0, 1, 2])) + "# after"] if self.often(self.chatty // 2) else []

    def value(self, lead: str, column: int, depth: int, *, in_list: bool) -> list[str]:
        """Return the lines of a value behind what leads to it."""
        if depth < _MOST_DEEP and self.often(4):
            inner = self.lines(column + 1 + self.gap if in_list else column + self.step, depth + 1)
            if in_list and self.often(8) and inner[0].lstrip()[:1] not in ("", "#"):
                return [lead + " " * self.gap + inner[0].lstrip(), *inner[1:]]
            if not in_list and inner[0].lstrip().startswith("- "):
                inner = self.entries(column + self.dash, depth + 1)
            return [lead.rstrip() + self.behind(), *inner]
        if self.often(2):
            return self.below_sign(lead, column + (1 + self.gap if in_list else self.step))
        blank = " " * max(self.gap, 1) if in_list else " "
        written = self.flow(depth) if self.often(3) else self.scalar(column + 2)
        return (lead + (blank if written else "") + written + self.behind()).split("\n")

    def below_sign(self, lead: str, indent: int) -> list[str]:
        sign = self.random.choice("|>") + self.random.choice(["", "-", "+"])
        texts = self.random.choices(
            ["One line.", "And # no comment.", "", "key: value", "- x", "  further in"], k=self.random.randint(0, 3)
        )
        while texts and texts[0].strip() != texts[0]:
            del texts[0]
        return [f"{lead} {sign}{self.behind().rstrip()}", *(" " * indent + text if text else "" for text in texts)]

    def scalar(self, indent: int) -> str:
        word = self.random.choice(_WORDS)
        how = self.random.randrange(10)
        if how == 0:
            return self.random.choice(["", "~", "null", "[]", "{}"])
        if how == 1:
            return f"{word} and\n{' ' * indent}so on"
        if how == 2:
            return f'"{word} and\n{" " * indent}so on"'
        if how < 5:
            return json.dumps(word, ensure_ascii=False) if self.quote == '"' else "'" + word.replace("'", "''") + "'"
        return word

    def flow(self, depth: int) -> str:
        """Return a list or mapping in brackets."""
        inner = [
            self.flow(depth + 1) if depth < _MOST_DEEP and self.often(2) else self.in_brackets() for _ in range(self.random.randrange(4))
        ]
        comma = self.random.choice([", ", ",", ",  "])
        pad = self.random.choice(["", " "])
        if self.often(5):
            return f"[{pad}{comma.join(inner)}{pad}]"
        names = self.random.sample(["a", "b", "c", "d"], len(inner))
        return f"{{{pad}{comma.join(f'{name}: {one}' for name, one in zip(names, inner, strict=True))}{pad}}}"

    def in_brackets(self) -> str:
        return self.random.choice(["x", "7", "two words", '"q, r"', "'s'", "2026-02-09", "~"])


def document(random: Random) -> bytes:
    """Return a document in a hand that chance made."""
    hand = Hand(
        random,
        step=random.choice([2, 2, 2, 4, 3, 1]),
        dash=random.choice([2, 2, 0, 4]),
        gap=random.choice([1, 1, 1, 3]),
        room=random.choice([0, 0, 0, 12]),
        quote=random.choice("'\""),
        chatty=random.choice([0, 2, 5]),
        airy=random.choice([0, 0, 3, 9]),
    )
    lines = hand.lines(random.choice([0, 0, 0, 2]), 0)
    head = random.choice([[], [], ["# INVENTED", ""], ["---"], ["# head", "---"]])
    tail = random.choice([[], [], ["# The end."], ["...", "# behind"], ["---", "other: document"]])
    text = "\n".join([*head, *lines, *tail]) + random.choice(["\n", "\n", "\n", "", "\n\n"])
    if random.randrange(6) == 0:
        text = text.replace("\n", "\r\n")
    return (random.choice(["", "", "", "\ufeff"]) + text).encode("utf-8")
