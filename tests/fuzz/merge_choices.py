"""Chances: records in many hands, each with what two people might do to them on two branches."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from random import Random

import attrs


@attrs.define
class Leaf:
    """A scalar: what it reads as, and the sign that it is written with."""

    text: str
    sign: str = ""


@attrs.define
class Group:
    """A list or a mapping, in brackets or not."""

    kind: str
    fields: list[Field] = attrs.Factory(list)
    flow: bool = False

    def find(self, uid: str) -> Field | None:
        return next((one for one in self.fields if one.uid == uid), None)


@attrs.define
class Field:
    """A field or an entry, with what makes it the same one on all branches, whatever is done to it."""

    uid: str
    key: str | None
    value: Leaf | Group
    above: list[str] = attrs.Factory(list)
    behind: str = ""
    below: list[str] = attrs.Factory(list)
    is_apart: bool = False


@attrs.frozen
class Hand:
    """How somebody writes."""

    step: int
    offset: int
    hyphen: int
    room: int


@attrs.define
class Record:
    """A whole record."""

    hand: Hand
    header: list[str]
    root: Group


# How it is written


def written(record: Record) -> str:
    """Return a record as its author would write it."""
    return "\n".join([*(f"# {one}" for one in record.header), *_rows(record.root, 0, record.hand)]) + "\n"


def _rows(group: Group, column: int, hand: Hand) -> Iterator[str]:
    for field in group.fields:
        if field.is_apart:
            yield ""
        yield from (f"{' ' * column}# {one}" for one in field.above)
        yield from _row(field, column, hand)
        yield from (f"{' ' * (column + 2)}# {one}" for one in field.below)


def _row(field: Field, column: int, hand: Hand) -> Iterator[str]:
    behind = f"{' ' * hand.room}# {field.behind}" if field.behind else ""
    value, before = field.value, " " * column
    name = f"{field.key}:" if field.key is not None else "-"
    if isinstance(value, Group) and not value.flow and value.fields:
        inside = column + (hand.step if value.kind == "map" else hand.offset)
        first = value.fields[0]
        if field.key is None and not (first.above or first.is_apart or behind):
            inside = column + 1 + hand.hyphen
            rows = list(_rows(value, inside, hand))
            yield before + "-" + " " * hand.hyphen + rows[0][inside:]
            yield from rows[1:]
        else:
            yield before + name + behind
            yield from _rows(value, max(inside, column + 2) if field.key is None else inside, hand)
    elif isinstance(value, Leaf) and value.sign == "|":
        yield f"{before}{name} |"
        yield from (" " * (column + hand.step) + line for line in value.text.removesuffix("\n").split("\n"))
    else:
        space = " " * (hand.hyphen if field.key is None else 1)
        yield f"{before}{name}{space}{spelled(value)}{behind}"


def spelled(value: Leaf | Group) -> str:
    """Return a value on one line."""
    if isinstance(value, Leaf):
        if value.sign == '"':
            return '"' + value.text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
        return f"'{value.text}'" if value.sign == "'" else value.text
    inside = ", ".join(f"{one.key}: {spelled(one.value)}" if one.key is not None else spelled(one.value) for one in value.fields)
    return f"{{{inside}}}" if value.kind == "map" else f"[{inside}]"


# What there is


@attrs.define
class Maker:
    """Makes records and changes them; every text that it thinks of is another one."""

    random: Random
    made: int = 0

    def word(self) -> str:
        self.made += 1
        return f"w{self.made}{self.random.choice(['', ' and more', ' – „so“', ' #1', ' is it'])}"

    def day(self) -> str:
        return f"2026-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"

    def text(self) -> Leaf:
        sign = self.random.choice(["", "", "", '"', "'", "|"])
        word = self.word()
        return Leaf(f"{word}\n{self.word()}\n", "|") if sign == "|" else Leaf(word, sign if "#" not in word else sign or "'")

    def short(self) -> Leaf:
        self.made += 1
        return Leaf(f"v{self.made}")

    def languages(self) -> Leaf | Group:
        if self.random.random() < 0.4:
            return self.text()
        flow = self.random.random() < 0.2
        return self.mapping({tag: self.short() if flow else self.text() for tag in ("de", "en")}, flow=flow)

    def mapping(self, fields: dict[str, Leaf | Group], *, flow: bool = False) -> Group:
        return Group("map", [self.field(key, key, value, flow=flow) for key, value in fields.items()], flow)

    def field(self, uid: str, key: str | None, value: Leaf | Group, *, flow: bool = False) -> Field:
        field = Field(uid, key, value)
        if not flow and self.random.random() < 0.12:
            self.comment(field)
        return field

    def comment(self, field: Field) -> None:
        """Write a comment somewhere at a field."""
        self.made += 1
        comment = f"c{self.made} {self.random.choice(['seen', 'ask Ines: really?', '[sic]'])}"
        is_leaf = isinstance(field.value, Leaf) and field.value.sign != "|"
        if self.random.random() < 0.4 and not field.behind and self.may_have_behind(field):
            field.behind = comment
        elif is_leaf and self.random.random() < 0.2:
            field.below.append(comment)
        else:
            field.above.append(comment)

    @staticmethod
    def may_have_behind(field: Field) -> bool:
        value = field.value
        return not (isinstance(value, Leaf) and value.sign == "|") and not (
            field.key is None and isinstance(value, Group) and not value.flow
        )

    def evidence(self) -> Field:
        name = f"e{self.random.randint(1, 60)}"
        fields: dict[str, Leaf | Group] = {"id": Leaf(name), "source": self.short(), "stance": self.short()}
        if self.random.random() < 0.3:
            fields["source"] = self.mapping({"unknown": self.languages(), "kind": self.short(), "seen": self.short()})
        if self.random.random() < 0.5:
            fields["quote"] = self.text()
        if self.random.random() < 0.3:
            fields["quantity"] = self.mapping({"value": self.short(), "unit": self.short()}, flow=True)
        return self.field(f"id {name}", None, self.mapping(fields))

    def move(self) -> Field:
        fields: dict[str, Leaf | Group] = {
            "to": Leaf(self.random.choice(["in-review", "needs-work", "approved"])),
            "on": Leaf(self.day()),
            "by": Leaf(self.random.choice(["ada", "ben"])),
        }
        uid = " ".join(spelled(one) for one in fields.values())
        if self.random.random() < 0.3:
            fields["covers"] = self.short()
        return self.field(uid, None, self.mapping(fields, flow=self.random.random() < 0.8))

    def letter(self) -> Field:
        fields: dict[str, Leaf | Group] = {"to": self.short(), "about": Leaf("claim"), "on": Leaf(self.day()), "until": Leaf(self.day())}
        return self.field(" ".join(spelled(one) for one in fields.values()), None, self.mapping(fields, flow=True))

    def gap(self) -> Field:
        what = self.languages()
        return self.field(spelled(what), None, self.mapping({"what": what, "would_change": self.languages(), "remark": self.text()}))

    def person(self) -> Field:
        name = f"p{self.random.randint(1, 40)}"
        return self.field(name, None, Leaf(name), flow=True)

    def source(self, name: str) -> Field:
        fields: dict[str, Leaf | Group] = {"url": Leaf(f"https://{self.word().split()[0]}.example/a"), "title": self.text()}
        fields |= {"published": Leaf(self.day()), "kind": self.short(), "archives": Group("list", [self.archive() for _ in range(2)])}
        return self.field(name, name, self.mapping(fields))

    def archive(self) -> Field:
        address = f"https://{self.word().split()[0]}.example/copy"
        return self.field(address, None, self.mapping({"provider": self.short(), "url": Leaf(address), "status": self.short()}))

    def entry(self, name: str) -> Field:
        """Return a new entry for a list of this name."""
        makers = {"evidence": self.evidence, "history": self.move, "letters": self.letter, "gaps": self.gap, "archives": self.archive}
        return makers.get(name, self.person)()

    def several(self, name: str, most: int) -> Group:
        entries = {one.uid: one for one in (self.entry(name) for _ in range(self.random.randint(1, most)))}
        flow = name in ("authors", "topics") and self.random.random() < 0.7
        return Group("list", list(entries.values()), flow)

    def record(self) -> Record:
        """Make a record: a claim, or the sources of a desk."""
        random = self.random
        hand = Hand(random.choice([2, 2, 4]), random.choice([0, 2, 2, 4]), random.choice([1, 1, 1, 3]), random.choice([1, 2, 8]))
        header = random.choice([[], ["INVENTED."], ["A claim.", "Its licence."]])
        if random.random() < 0.15:
            root = Group("map", [self.source(f"source-{number}") for number in range(random.randint(2, 5))])
        else:
            root = self.claim()
        apart = random.choice([0, 0, 0.4, 1])
        for field in root.fields[1:]:
            field.is_apart = random.random() < apart
        return Record(hand, header, root)

    def claim(self) -> Group:
        random = self.random
        fields: dict[str, Leaf | Group] = {
            "status": self.short(), "authors": self.several("authors", 3), "statement": self.languages(), "headline": self.languages(),
            "quote": self.mapping({"exact": self.short(), "prefix": self.short()}, flow=True), "topics": self.several("topics", 4),
            "quantity": self.mapping({"value": self.short(), "unit": self.short(), "as_of": Leaf(self.day())}, flow=random.random() < 0.8),
            "letters": self.several("letters", 2), "evidence": self.several("evidence", 5),
            "reasons": self.mapping({"no_archive": self.languages(), "single_origin": self.text()}), "gaps": self.several("gaps", 2),
            "verdict": self.mapping({"rating": self.short(), "summary": self.languages(), "rationale": self.text()}),
            "published": Leaf(self.day()), "history": self.several("history", 4),
        }  # fmt: skip
        for name in ("letters", "reasons", "gaps", "quantity", "quote", "headline", "published"):
            if random.random() < 0.4:
                del fields[name]
        return self.mapping(fields)


def copied(record: Record) -> Record:
    """Return a record of its own that is the same."""
    return copy.deepcopy(record)
