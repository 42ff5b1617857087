"""Records out of documents: what stands in a file means what it says, the long way and the short."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Protocol, TypeVar

import attrs
import pytest

from claimtrack.dates import PartialDate
from claimtrack.findings import Finding
from claimtrack.reading.documents import Document
from claimtrack.reading.structuring import structure
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim, Correction, Disclosure, Reasons, Relation
from claimtrack.records.desk import Desk, Months, Publisher
from claimtrack.records.passage import MediaStretch, Quote, Stretch
from claimtrack.records.quantity import Quantity, Share, Tolerance
from claimtrack.records.scale import Rating, Scale
from claimtrack.records.source import Archive, Source
from claimtrack.records.speaker import NoClaimant, OwnVoice, Speaker
from claimtrack.records.text import Text

FILE = "claims/bridge/jam.yaml"

Record = TypeVar("Record", bound=attrs.AttrsInstance)
Read = Callable[[str], tuple[Document | None, tuple[Finding, ...]]]


class Make(Protocol):
    """Makes a record out of a text."""

    def __call__(self, record: type[Record], text: str, **given: str) -> tuple[Record | None, tuple[Finding, ...]]: ...


CLAIM = "status: draft\n"
ARTICLE = "title: The jam\nlanguage: de\n"
DESK = "format: 1\npublisher: {name: Desk}\nlanguages: [en]\n"


def claim(make: Make, text: str) -> Claim:
    made, findings = make(Claim, CLAIM + text)
    assert findings == ()
    assert made is not None
    return made


# What stands in a file means what it says


def test_words_that_other_readers_turn_into_something_else_are_texts(make: Make) -> None:
    article, findings = make(Article, "title: 1984\nlanguage: no\nauthors: [yes, 0x10, 2026-02-09, .inf]\npublisher: true\n")

    assert findings == ()
    assert article == Article(
        title="1984", language="no", authors=("yes", "0x10", "2026-02-09", ".inf"), publisher=Text.plain("true"), id=""
    )


def test_a_rating_called_true_is_a_rating(make: Make) -> None:
    verdict = claim(make, "verdict: {rating: true}\n").verdict

    assert verdict is not None
    assert verdict.rating == "true"


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("0-12", Stretch(0, 12)),
        ("0:12:30", MediaStretch("0:12:30")),
        ("'1:02:40-1:02:58'", MediaStretch("1:02:40-1:02:58")),
    ],
)
def test_a_place_in_a_text_and_one_in_a_recording_are_told_apart(make: Make, written: str, read_as: Stretch | MediaStretch) -> None:
    (appearance,) = claim(make, f"appearances:\n- at: {written}\n").appearances

    assert appearance.at == read_as


def test_every_scalar_is_read_by_its_field(make: Make) -> None:
    quantity = "quantity: {value: '-0.50', unit: pp, about: yes, tolerance: 2 pp, as_of: 2025-02~, comparator: at least}"
    copy = "{provider: own, captured_at: '2026-02-09t10:00:00.5+01:00', status: ok}"
    made = claim(make, f"accuses: yes\npublished: 2026-02-09\n{quantity}\nappearances:\n- first: true\n  archives: [{copy}]\n")
    desk, findings = make(Desk, DESK + "limits: {quote: 150, quotes_of_article: 12.5 %, review_after: 6 months}\n")

    assert made.accuses is True
    assert made.published == datetime.date(2026, 2, 9)
    assert made.quantity == Quantity(
        value=Decimal("-0.50"),
        unit="pp",
        about="yes",
        tolerance=Tolerance(amount=Decimal(2), unit="pp"),
        as_of=PartialDate(2025, 2, about=True),
        comparator="at least",
    )
    assert made.appearances[0].first is True
    captured_at = datetime.datetime(2026, 2, 9, 10, 0, 0, 500_000, datetime.timezone(datetime.timedelta(hours=1)))
    assert made.appearances[0].archives == (Archive(provider="own", captured_at=captured_at, status="ok"),)
    assert findings == ()
    assert desk is not None
    assert (desk.limits.quote, desk.limits.quotes_of_article, desk.limits.review_after) == (150, Share(Decimal("12.5")), Months(6))


@pytest.mark.parametrize(("word", "meaning"), [("yes", True), ("no", False), ("true", True), ("false", False), ("'yes'", True)])
def test_yes_and_no(make: Make, word: str, meaning: bool) -> None:  # noqa: FBT001  (what is expected)
    assert claim(make, f"accuses: {word}\n").accuses is meaning


def test_what_a_record_gets_from_its_place(make: Make) -> None:
    made, findings = make(Claim, CLAIM, id="jam", folder="bridge")

    assert findings == ()
    assert made == Claim(id="jam", folder="bridge", status="draft")


def test_a_field_with_nothing_behind_it_is_the_same_as_none(make: Make) -> None:
    empty = "authors:\nstatement: ~\nkind: null\naccuses: Null\nevidence: NULL\nreasons:\ndisclosure:\nextra:\nquote: {exact: x, at: }\n"
    made = claim(make, empty)

    assert made == Claim(status="draft", quote=Quote(exact="x"), reasons=Reasons(), disclosure=Disclosure())


def test_the_names_that_python_cannot_have(make: Make) -> None:
    correction = "{on: 2026-02-09, class: minor, cause: reader, notice: A comma.}"
    search = "{read: The council's minutes, for: The decision, on: 2026-02-08, by: ines, found: Nothing}"
    made = claim(make, f"corrections: [{correction}]\nsearches: [{search}]\n")

    notice = Text.plain("A comma.")
    assert made.corrections == (Correction(on=datetime.date(2026, 2, 9), class_="minor", cause="reader", notice=notice),)
    assert made.searches[0].for_ == Text.plain("The decision")


# Short ways of writing


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("The bridge is closed.", Text.plain("The bridge is closed.")),
        ("{de: Zu, en: Closed}", Text({"de": "Zu", "en": "Closed"})),
        ("{pt-BR: Fechada, zh-Hant: 關閉, es-419: Cerrado, zh-Hans-CN: 关闭}", None),
        ("|\n  Two\n  lines.\n", Text.plain("Two\nlines.\n")),
    ],
)
def test_a_text_is_written_plainly_or_by_language(make: Make, written: str, text: Text | None) -> None:
    statement = claim(make, f"statement: {written}\n").statement

    assert statement == (text or Text({"pt-BR": "Fechada", "zh-Hant": "關閉", "es-419": "Cerrado", "zh-Hans-CN": "关闭"}))


@pytest.mark.parametrize(
    ("written", "claimant"),
    [
        ("article", OwnVoice()),
        ("{name: Ines}", Speaker(name=Text.plain("Ines"))),
        ("{name: Roads Office, kind: organisation}", Speaker(name=Text.plain("Roads Office"), kind="organisation")),
        ("{none: A rumour.}", NoClaimant(none=Text.plain("A rumour."))),
    ],
)
def test_who_makes_the_claim(make: Make, written: str, claimant: object) -> None:
    assert claim(make, f"claimant: {written}\n").claimant == claimant


def test_a_speaker_can_be_written_as_a_name(make: Make) -> None:
    assert claim(make, "attributed_to: Ines\n").attributed_to == Speaker(name=Text.plain("Ines"))


def test_a_quote_can_be_written_as_its_words(make: Make) -> None:
    assert claim(make, "quote: the bridge\n").quote == claim(make, "quote: {exact: the bridge}\n").quote == Quote(exact="the bridge")


def test_a_relation_is_one_pair(make: Make) -> None:
    assert claim(make, "relations:\n- embeds: other-claim\n- {contradicts: third}\n").relations == (
        Relation(kind="embeds", target="other-claim"),
        Relation(kind="contradicts", target="third"),
    )


def test_a_source_is_an_id_or_written_out(make: Make) -> None:
    one, other = claim(
        make,
        "evidence:\n- {id: a, source: office, stance: supports}\n- {id: b, source: {title: Minutes, link: no}, stance: term}\n",
    ).evidence

    assert one.source == "office"
    assert other.source == Source(title="Minutes", link=False)


def test_a_scale_is_a_name_or_written_out(make: Make) -> None:
    written_out = "scale:\n  name: own\n  version: 2\n  ratings:\n  - {id: so, label: So, definition: It is so., number: 1}\n"
    by_name, _ = make(Desk, DESK + "scale: meta-six@1\n")
    own, findings = make(Desk, DESK + written_out)

    assert findings == ()
    assert by_name is not None
    assert own is not None
    assert by_name.scale == "meta-six@1"
    so = Rating(id="so", label=Text.plain("So"), definition=Text.plain("It is so."), number=1)
    assert own.scale == Scale(name="own", version="2", ratings=(so,))


def test_what_stands_under_extra_is_kept_and_not_looked_at(make: Make) -> None:
    extra = "extra: {desk: {ticket: 12, tags: [a, ~], done: no}}\n"
    kept = {"desk": {"ticket": "12", "tags": ["a", None], "done": "no"}}
    article, findings = make(Article, ARTICLE + extra)

    assert claim(make, extra).extra == kept
    assert findings == ()
    assert article is not None
    assert article.extra == kept


def test_values_within_a_file_keep_their_path() -> None:
    made, misfits = structure({"title": []}, Source, ("minutes",), {"id": "minutes"})

    assert made is None
    assert [one.path for one in misfits] == [("minutes", "title")]


def test_a_desk_has_what_it_does_not_say(make: Make) -> None:
    desk, findings = make(Desk, DESK)

    assert findings == ()
    assert desk == Desk(format=1, publisher=Publisher(name=Text.plain("Desk")), languages=("en",))
    assert (desk.scale, desk.workflow, desk.limits.quote, str(desk.limits.quotes_of_article.percent)) == (
        "six-step@1",
        "standard@1",
        200,
        "40",
    )
