"""JSON Schemas of the records of a desk, for editors: which fields there are, what they mean, and which words this desk knows.

An editor reads YAML by the types of YAML 1.2: ``2025`` is a number and ``true`` is no text. claimtrack reads every scalar as text first, so
the schemas allow each of these types where a text may stand; they never find fault with a record that claimtrack accepts. What takes more
than one file to see, such as a quote that is not in the article, is for ``claimtrack check``.

The schemas keep to draft 7, which is what editors know.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, Union, get_args, get_origin

import attrs

from claimtrack.project import Project
from claimtrack.reading.language_tags import LANGUAGE_TAG
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim, Relation, Verdict
from claimtrack.records.desk import Desk
from claimtrack.records.fields import key_of, written_fields
from claimtrack.records.format import VALUES, classes_in, word_lists, words_of
from claimtrack.records.passage import Quote
from claimtrack.records.source import Source
from claimtrack.records.speaker import Speaker
from claimtrack.records.text import Text
from claimtrack.schemas.values import PLAIN, SCALARS, Schema, by_id, listed, or_nothing
from claimtrack.schemas.words import NAMED, Words, words_of_desk


def schemas(project: Project) -> Mapping[str, Schema]:
    """Return the schema of every kind of file, with the people, statuses, ratings, topics and sources of this desk as words to choose from.

    Arguments:
        project: the desk. Where its record cannot be read, the words of the presets are all there is.
    """
    maker = _Maker(words_of_desk(project), project.desk.languages)
    return {
        "claim": maker.file(Claim, "A claim with everything that is known about it."),
        "article": maker.file(Article, "An article that claims are taken from."),
        "sources": maker.mapping_of(Source, "Sources, each under its id."),
        "desk": maker.file(Desk, "Who publishes, and by which rules."),
    }


class _Maker:
    """Makes schemas out of the classes of records; each defines once every class that it uses."""

    def __init__(self, words: Mapping[str, Words], languages: Iterable[str]) -> None:
        self._words = words
        self._languages = tuple(languages)
        self._definitions: dict[str, Schema] = {}

    def file(self, record: type, title: str) -> Schema:
        """Return the schema of a file that is one record."""
        return self._whole(title, self._fields(record))

    def mapping_of(self, record: type, title: str) -> Schema:
        """Return the schema of a file of records, each under its id."""
        return self._whole(title, by_id(self._record(record)))

    def _whole(self, title: str, top: Schema) -> Schema:
        definitions, self._definitions = self._definitions, {}
        return {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": title,
            **top,
            "definitions": {name: definitions[name] for name in sorted(definitions)},
        }

    def _record(self, record: type) -> Schema:
        name = record.__name__
        if name not in self._definitions:
            self._definitions[name] = {}  # stands for itself while its fields are looked at
            self._definitions[name] = self._fields(record)
        return {"$ref": f"#/definitions/{name}"}

    def _fields(self, record: type) -> Schema:
        fields = list(written_fields(attrs.resolve_types(record)))
        schema: Schema = {
            "type": "object",
            "description": _plain((record.__doc__ or "").partition("\n\n")[0]),
            "properties": {key_of(one): self._field(record, one) for one in fields},
            "additionalProperties": False,
        }
        if needed := [key_of(one) for one in fields if one.default is attrs.NOTHING]:
            schema["required"] = needed
        if record is Verdict:  # a verdict on another scale has that scale's ratings
            others = {"properties": {"rating": self._one_of("all ratings")}}
            schema["properties"]["rating"] = _described({"type": PLAIN}, attrs.fields(Verdict).rating)
            own = {"properties": {"rating": self._one_of("ratings")}}
            schema |= {"if": {"required": ["scale"]}, "then": others, "else": own}
        return schema

    def _field(self, record: type, attribute: attrs.Attribute[Any]) -> Schema:
        words = NAMED.get((record, attribute.name))
        schema = self._value(attribute.type, words, is_language=attribute.name in {"language", "languages"})
        if attribute.default is not attrs.NOTHING:
            schema = or_nothing(schema)
        return _described(schema, attribute)

    def _value(self, hint: Any, words: str | None, *, is_language: bool = False) -> Schema:  # noqa: ANN401  (a type annotation can be anything)
        kind, inner = get_origin(hint), get_args(hint)
        if kind is tuple:
            return {"type": "array", "items": self._value(inner[0], words, is_language=is_language)}
        if kind is Mapping:
            return by_id(self._value(inner[1], None)) if inner[1] is not Any else {"type": "object"}
        if kind in (Union, types.UnionType):
            return self._union([one for one in inner if one is not types.NoneType], words)
        if hint is str and (words or is_language):
            return self._one_of(words) if words else {"type": "string", "pattern": f"^{LANGUAGE_TAG.pattern}$"}
        return listed(dict.fromkeys(inner, "")) if kind is Literal else self._single(hint)

    def _single(self, hint: Any) -> Schema:  # noqa: ANN401  (the same)
        if hint in self._SPECIAL:
            return self._SPECIAL[hint](self)
        return dict(SCALARS[hint]) if hint in SCALARS else self._record(hint)

    def _union(self, members: list[Any], words: str | None) -> Schema:
        if members == [Speaker]:
            return self._short(Speaker)
        ways = [self._value(one, words) for one in members]
        return ways[0] if len(ways) == 1 else {"anyOf": ways}

    def _one_of(self, name: str) -> Schema:
        words = self._words[name]
        if not words.known:
            return {"type": PLAIN}
        return listed(words.known) if words.closed else {"anyOf": [listed(words.known), {"type": PLAIN}]}

    def _text(self) -> Schema:
        if "Text" not in self._definitions:
            one = {"type": PLAIN}
            by_language = {
                "type": "object",
                "properties": {tag: {**one, "description": f"The text in {tag}."} for tag in self._languages},
                "patternProperties": {f"^{LANGUAGE_TAG.pattern}$": one},
                "additionalProperties": False,
                "minProperties": 1,
            }
            self._definitions["Text"] = {"description": VALUES["Text"][1], "anyOf": [one, by_language]}
        return {"$ref": "#/definitions/Text"}

    def _relation(self) -> Schema:
        kinds = words_of(Relation)
        target = self._one_of("claims")
        meaning = next(_plain(one.meaning) for one in word_lists() if one.words == kinds)
        return {
            "type": "object",
            "description": "One pair such as `embeds: other-claim`.",
            "properties": {kind: {**target, "description": meaning} for kind in kinds},
            "additionalProperties": False,
            "minProperties": 1,
            "maxProperties": 1,
        }

    def _short(self, record: type) -> Schema:
        return {"anyOf": [{"type": PLAIN}, self._record(record)]}

    _SPECIAL: Mapping[Any, Callable[[_Maker], Schema]] = {
        Text: _text,
        Relation: _relation,
        Quote: lambda self: self._short(Quote),
    }


def _described(schema: Schema, attribute: attrs.Attribute[Any]) -> Schema:
    """Add what the field means, how it is written, and what its words mean."""
    meaning, unit = attribute.metadata["doc"], attribute.metadata["unit"]
    parts = [f"{meaning.removesuffix('.')} ({unit})." if unit else meaning]
    words = words_of(attribute.type)
    parts += [_plain(one.meaning) for one in word_lists() if words and one.words == words]
    for one in dict.fromkeys(classes_in(attribute.type)):
        if one.__name__ in VALUES and one not in {str, Text}:
            parts.append(f"{VALUES[one.__name__][0].capitalize()}: {VALUES[one.__name__][1]}")
    if name_from := attribute.metadata["name_from"]:
        parts.append(f"The same as {name_from}.")
    return {**schema, "description": "\n\n".join(parts)}


def _plain(text: str) -> str:
    return " ".join(text.replace("``", "`").split())
