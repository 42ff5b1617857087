"""Whatever stands in the files: it becomes a record that means the same, or it is refused in words; nothing brings the program down."""

from __future__ import annotations

import datetime
import json
import tempfile
import types
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

import attrs
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import claimtrack
from claimtrack.dates import PartialDate
from claimtrack.reading.documents import read_document
from claimtrack.reading.misfits import in_words
from claimtrack.reading.structuring import structure
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim, Relation
from claimtrack.records.desk import Desk, Months
from claimtrack.records.fields import key_of, written_fields
from claimtrack.records.passage import MediaStretch, Quote, Stretch
from claimtrack.records.quantity import Share, Tolerance
from claimtrack.records.source import Source
from claimtrack.records.speaker import OwnVoice
from claimtrack.records.text import UNNAMED, Text

RECORDS: list[type[Any]] = [Claim, Article, Source, Desk]
MOST_FIELDS = 5
"""How many of the fields that can be left out a record has; with all of them, Hypothesis would only ever look at huge ones."""

# What anybody may write: words of all scripts, what YAML has signs for, line ends, what other readers take for numbers or yes.
TEXTS = st.text(alphabet="abc DE äß漢字😀 ,:#'\"{}[]-…„“\\\n|>&*!%@`019~?", min_size=1, max_size=30).filter(lambda text: bool(text.strip()))
ODD_TEXTS = st.sampled_from(
    ["no", "yes", "true", "1984", "0x10", "1e5", "12:30", "2026-02-09", "~x", "null!", "- a", "a: b", "a #b", "Null "]
)
IN_USE = st.sampled_from(["a", "jam", "toll", "office", "ines", "draft", "approved", "supported", "refuted", "six-step@1", "[@a] and [@b]"])
"""Words that records of one desk use of each other, so that some of what is drawn refers to something that there is."""
WORDS = TEXTS | ODD_TEXTS | IN_USE
LANGUAGES = st.sampled_from(["de", "en", "no", "pt-BR", "zh-Hant", "es-419", "sgn"])
IDS = st.sampled_from(["a", "b", "ines", "office"]) | st.from_regex(r"[a-z][a-z0-9]{0,4}(-[a-z0-9]{1,4})?", fullmatch=True)
NUMBERS = st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=2) | st.integers(-(10**12), 10**12).map(Decimal)
SPANS = st.tuples(st.integers(0, 10**6), st.integers(1, 10**4))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(st.dates())
    known = draw(st.integers(1, 3))
    return PartialDate(day.year, day.month if known > 1 else None, day.day if known > 2 else None, draw(st.booleans()))


SCALARS: dict[Any, st.SearchStrategy[Any]] = {
    str: WORDS,
    bool: st.booleans(),
    int: st.integers(0, 10**6),
    Any: st.recursive(st.none() | WORDS, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(IDS, inner, max_size=2), max_leaves=4),
    Decimal: NUMBERS,
    datetime.date: st.dates(),
    datetime.datetime: st.datetimes(
        timezones=st.integers(-23 * 60, 23 * 60).map(lambda minutes: datetime.timezone(datetime.timedelta(minutes=minutes)))
    ),
    PartialDate: partial_dates(),
    Share: st.decimals(0, 100, allow_nan=False, allow_infinity=False, places=2).map(Share),
    Tolerance: st.decimals(0, 100, allow_nan=False, allow_infinity=False, places=1).map(lambda one: Tolerance(share=Share(one)))
    | st.builds(
        lambda amount, unit: Tolerance(amount=abs(amount), unit=unit), NUMBERS, st.sampled_from(["pp", "person", "€", "working days"])
    ),
    Months: st.integers(1, 999).map(Months),
    Stretch: SPANS.map(lambda span: Stretch(span[0], span[0] + span[1])),
    MediaStretch: st.sampled_from(["0:00:00", "12:30:00", "1:02:40-1:02:58", "0:00:01.5-0:00:01.75"]).map(MediaStretch),
    Text: WORDS.map(Text.plain) | st.dictionaries(LANGUAGES, WORDS, min_size=1, max_size=3).map(Text),
}


def values_of(hint: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401  (a type annotation can be anything)
    """Return what a field of a type can hold."""
    if hint in SCALARS:
        return SCALARS[hint]
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if get_origin(hint) is tuple:
        return st.lists(values_of(get_args(hint)[0]), max_size=2).map(tuple)
    if get_origin(hint) is Mapping:
        return st.dictionaries(IDS, values_of(get_args(hint)[1]), max_size=2)
    if get_origin(hint) in (Union, types.UnionType):
        return st.one_of([values_of(one) for one in get_args(hint) if one is not types.NoneType])
    return records_of(hint)


@st.composite
def records_of(draw: st.DrawFn, record: type[Any]) -> Any:  # noqa: ANN401  (any record)
    """Return records of a class, each with a few of the fields that can be left out."""
    fields = list(written_fields(attrs.resolve_types(record)))
    names = [one.name for one in fields if one.default is not attrs.NOTHING]
    chosen = draw(st.sets(st.sampled_from(names), max_size=MOST_FIELDS)) if names else set()
    return record(**{one.name: draw(_field(one)) for one in fields if one.default is attrs.NOTHING or one.name in chosen})


def _field(attribute: attrs.Attribute[Any]) -> st.SearchStrategy[Any]:
    if attribute.name == "language":
        return LANGUAGES
    if attribute.name == "languages":
        return st.lists(LANGUAGES, min_size=1, max_size=3).map(tuple)
    return values_of(attribute.type)


WRITERS: dict[type[Any], Callable[[Any], Any]] = {
    bool: lambda value: "yes" if value else "no",
    int: str,
    Decimal: "{:f}".format,
    datetime.date: datetime.date.isoformat,
    datetime.datetime: datetime.datetime.isoformat,
    PartialDate: str,
    Share: lambda share: f"{share.percent:f} %",
    Tolerance: str,
    Months: lambda span: f"{span.count} months",
    Stretch: str,
    MediaStretch: str,
    Text: lambda text: text.by_language[UNNAMED] if UNNAMED in text.by_language else dict(text.by_language),
    OwnVoice: lambda _: "article",
    Relation: lambda relation: {relation.kind: relation.target},
}
"""How each value that is no text is written in a file."""


def written(value: Any, *, short: bool) -> Any:  # noqa: ANN401  (any value of a record)
    """Return a value as it is written in a file, in the short way where there is one and it is asked for."""
    if value.__class__ in WRITERS:
        return WRITERS[value.__class__](value)
    if isinstance(value, tuple | list):
        return [written(one, short=short) for one in value]
    if isinstance(value, Mapping):
        return {key: written(one, short=short) for key, one in value.items()}
    return _fields_of(value, short=short) if attrs.has(value.__class__) else value


def _fields_of(record: Any, *, short: bool) -> Any:  # noqa: ANN401
    if short and isinstance(record, Quote) and record == Quote(exact=record.exact):
        return record.exact
    given = {one.name: getattr(record, one.name) for one in written_fields(record.__class__)}
    defaults = {one.name: one.default for one in attrs.fields(record.__class__)}
    return {
        key_of(one): written(given[one.name], short=short)
        for one in written_fields(record.__class__)
        if given[one.name] is not None and not (short and given[one.name] == defaults[one.name])
    }


class _Plain(yaml.SafeDumper):
    """Writes every value out; records know no anchors."""

    def ignore_aliases(self, data: object) -> bool:
        del data
        return True


def as_json(values: object) -> str:
    return json.dumps(values, ensure_ascii=False)


def as_block(values: object) -> str:
    return yaml.dump(values, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=100)


def few_examples(test: Callable[..., None]) -> Callable[..., None]:
    decorate = settings(
        max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    )
    return decorate(test)


@pytest.mark.parametrize("write", [as_json, as_block])
@pytest.mark.parametrize("record", RECORDS, ids=lambda record: str(record.__name__))
@few_examples
@given(data=st.data(), short=st.booleans())
def test_a_record_is_read_back_as_it_was_written(
    record: type[Any],
    write: Callable[[object], str],
    data: st.DataObject,
    short: bool,  # noqa: FBT001  (drawn)
) -> None:
    meant = data.draw(records_of(record))
    document, findings = read_document("claims/bridge/jam.yaml", write(written(meant, short=short)).encode())

    assert [one for one in findings if one.severity == "error"] == []
    assert document is not None
    assert structure(document.values, record) == (meant, ())


NAMES = sorted(
    {key_of(one) for record in RECORDS for one in written_fields(record)} | {"none", "name", "exact", "at", "embeds", "id", "de"}
)
PLAIN = st.recursive(
    st.none() | WORDS | st.text() | st.sampled_from(["article", "fact", "2026-02-09", "10 %", "yes", "1", "1-2", "1:00:00"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES) | st.text(min_size=1, max_size=8), inner, max_size=5)
    ),
    max_leaves=25,
)


@st.composite
def nearly(draw: st.DrawFn, record: type[Any]) -> dict[str, Any]:
    """Return a record as it is written, with something else in the place of some of its values."""
    values: dict[str, Any] = written(draw(records_of(record)), short=draw(st.booleans()))
    return {name: draw(PLAIN) if draw(st.integers(0, 3)) == 0 else one for name, one in values.items()}


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: str(record.__name__))
@few_examples
@given(data=st.data())
def test_plain_values_become_a_record_or_are_refused(record: type[Any], data: st.DataObject) -> None:
    values = data.draw(PLAIN | nearly(record))
    made, misfits = structure(values, record)

    assert (made is None) == bool(misfits)
    assert made is None or isinstance(made, record)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: str(record.__name__))
@few_examples
@given(data=st.data())
def test_what_is_refused_is_said_in_words_at_its_place(record: type[Any], data: st.DataObject) -> None:
    file = as_json(data.draw(nearly(record)))
    document, _ = read_document("claims/bridge/jam.yaml", file.encode("utf-8", "replace"))
    if document is None:
        return
    made, misfits = structure(document.values, record)
    findings = in_words(document, misfits)

    assert (made is None) == bool(findings)
    assert list(findings) == sorted(findings, key=lambda one: one.sort_key)
    for one in findings:
        assert one.message
        assert 1 <= one.span.line <= one.span.end_line <= file.count("\n") + 1
        assert one.span.column <= len(file) + 1


def text_values(record: Any) -> list[str]:  # noqa: ANN401
    """Return every text of a record, however deep."""
    if isinstance(record, str):
        return [record]
    if isinstance(record, tuple | list):
        return [text for one in record for text in text_values(one)]
    if isinstance(record, Mapping):
        return [text for one in record.values() for text in text_values(one)]
    if attrs.has(record.__class__):
        return [text for one in attrs.fields(record.__class__) for text in text_values(getattr(record, one.name))]
    return []


def leaves(values: object) -> list[str]:
    """Return every text in plain values, names of relations included."""
    if isinstance(values, dict):
        return [text for key, one in values.items() for text in (key, *leaves(one))]
    if isinstance(values, list):
        return [text for one in values for text in leaves(one)]
    return [values] if isinstance(values, str) else []


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: str(record.__name__))
@few_examples
@given(data=st.data())
def test_every_text_of_a_record_stands_in_the_file_just_like_that(record: type[Any], data: st.DataObject) -> None:
    values = data.draw(nearly(record))
    made, _ = structure(values, record)
    defaults = {"", "person", "human", "draft", "six-step@1", "standard@1", "correcting", "write"}

    assert set(text_values(made)) - defaults <= set(leaves(values))


FOLDERS = ["town", "speeches"]
SOUND_DESK = {
    "format": "1",
    "publisher": {"name": "Desk", "url": "https://desk.example"},
    "languages": ["en", "de"],
    "standards": ["ifcn", "efcsn", "google", "bing"],
    "people": {"ines": {"shown": "Ines", "may": ["write", "review", "publish"]}},
    "topics": {"a": "A"},
    "origins": {"office": {"name": "The office", "part_of": "a"}, "a": {"name": "A"}},
}
"""Pages are only made for a desk whose own record has no error."""


@st.composite
def desks(draw: st.DrawFn) -> dict[str, Any]:
    """Return the files of a desk, as plain values, in which anything can be anything."""
    files: dict[str, Any] = {"desk.yaml": draw(st.just(SOUND_DESK) | records_of(Desk).map(lambda desk: written(desk, short=True)))}
    for name in ("jam", "toll"):
        files[f"{draw(st.sampled_from(FOLDERS))}/{name}.yaml"] = written(draw(records_of(Claim)), short=True) | draw(_state())
    if draw(st.booleans()):
        files["town/article.yaml"] = written(draw(records_of(Article)), short=True)
    files["sources.yaml"] = {name: written(draw(records_of(Source)), short=True) for name in ("office", "a")}
    return files


@st.composite
def _state(draw: st.DrawFn) -> dict[str, Any]:
    status = draw(st.sampled_from(["draft", "in-review", "approved", "correcting", "declined", "duplicate"]))
    published = {"published": "2026-02-09"} if draw(st.booleans()) else {}
    return {"status": status, "history": [{"to": status, "on": "2026-02-08", "by": "ines"}], **published}


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(desks())
def test_whatever_a_desk_says_it_is_checked_and_shown(files: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "desk")
        for file, values in files.items():
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_text(as_json(values), "utf-8", "replace")
        built = claimtrack.build(root, Path(folder, "site"), today=datetime.date(2026, 11, 24), preview=True)
        claimtrack.build(root, Path(folder, "public"), today=datetime.date(2026, 11, 24))

        assert list(built.findings) == sorted(built.findings, key=lambda one: one.sort_key)
        for one in built.findings:
            assert one.file in files
            assert one.span.line <= len((root / one.file).read_text("utf-8").split("\n"))
        assert built.blocking or (Path(folder) / "site" / "index.html").is_file()
