"""What markup needs of desk, scale and claims, at every boundary; nothing of it is asked of drafts, or where no standard asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from claimtrack.findings import Severity
from claimtrack.records.presets import SCALES
from claimtrack.records.vocabulary import MediaCategory

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

APPROVED = "status: approved\nhistory: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]\n"
SHORT = "short: {en: Twice as many lorries as a year ago., de: Doppelt so viele Lastwagen wie vor einem Jahr.}\n"
GOOGLE = '--- desk.yaml\nstandards: [google]\npages: {report: "mailto:errors@desk.example"}\n'
BING = GOOGLE.replace("google", "bing")
BOTH = GOOGLE.replace("google", "google, bing")
MARKUP = [f"CT{number}" for number in (*range(631, 645), *range(651, 654), *range(661, 664))]


def scale(*numbers: int | None, label: str = "Yes") -> str:
    """Return a scale of the desk's own, with ratings of these numbers."""
    ratings = "".join(
        f"    - id: r{place}\n{f'      number: {number}' if number is not None else ''}\n"
        f"      label: {{en: {label} {place}, de: Ja {place}}}\n      definition: {{en: It is so {place}., de: So ist es {place}.}}\n"
        for place, number in enumerate(numbers)
    )
    return f"scale:\n  name: own\n  version: 1\n  ratings:\n{ratings}"


def test_a_claim_with_everything_has_nothing_to_mend_for_either(check_base: CheckBase) -> None:
    assert check_base(APPROVED + SHORT + BOTH).findings == ()


@pytest.mark.parametrize("standards", ["", "ifcn", "efcsn"])
def test_nothing_is_asked_where_no_standard_asks(standards: str, check_base: CheckBase) -> None:
    record = f"{APPROVED}claimant: Unknown\nmedia_review: {{categories: [OriginalMediaContent, StagedContent]}}\n"
    desk = f"--- desk.yaml\nstandards: [{standards}]\npublisher: {{name: A}}\n{scale(0)}"

    assert [one.code for one in check_base(record + desk).findings if one.code in MARKUP] == []


@pytest.mark.parametrize(
    "record",
    [
        "",
        "status: researching\n",
        APPROVED + "verdict: ~\nso_far: {en: This much., de: So viel.}\n",
        APPROVED + "published: 2026-02-20\nretracted: {on: 2026-02-25, notice: Gone.}\n",
        APPROVED.replace("}]", "}, {to: correcting, on: 2026-02-25, by: ines}]").replace("status: approved", "status: correcting"),
        APPROVED + "verdict: {rating: suported, summary: So., rationale: So.}\n",
    ],
    ids=["in review", "a draft", "not rated", "withdrawn", "being corrected", "a mistyped rating"],
)
def test_nothing_is_asked_of_what_gets_no_markup(record: str, check_base: CheckBase) -> None:
    more = "claimant: Unknown\nmedia_review: {categories: [OriginalMediaContent, StagedContent]}\n"
    desk = "--- desk.yaml\npublisher: {name: A}\npages: {}\nstandards: [google, bing]\n"

    assert [one.code for one in check_base(record + more + desk).findings if one.code in MARKUP] == []


@pytest.mark.parametrize(
    ("publisher", "message"),
    [
        ('url: "https://desk.example"', None),
        ('url: "https://desk.example/checks/"', None),
        (
            'url: "http://desk.example"',
            "the site of the desk is not under https, and claims get no markup without that; expected an address with https",
        ),
        (
            'url: "https://desk.example/?a=1"',
            "the address of the site has something behind its path, and claims get no markup with that; expected the bare address",
        ),
        (
            'url: "https://desk.example/#a"',
            "the address of the site has something behind its path, and claims get no markup with that; expected the bare address",
        ),
        ("logo: ~", "the desk names no site, and claims get no markup without it; expected its address in `publisher.url`"),
        ("url: nowhere", None),
    ],
)
def test_markup_needs_a_site(publisher: str, message: str | None, check_base: CheckBase) -> None:
    desk = f"{GOOGLE}publisher: {{name: Alderford Desk, {publisher}}}  # here\n"
    hint = "write the address of the site under `publisher.url`, such as `https://desk.example`"

    assert check_base(APPROVED + desk).messages("CT631") == ([f"here: {message} -> {hint}"] if message else [])


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        ("report: mailto:errors@desk.example", False),
        ("corrections: https://desk.example/corrections", False),
        ("imprint: https://desk.example/imprint", True),
    ],
)
def test_markup_needs_somewhere_to_report_mistakes(pages: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    desk = f"--- desk.yaml\nstandards: [google]\npages: {{{pages}}}  # here\n"
    message = "readers find neither how the desk corrects nor where to report a mistake; expected `pages.corrections` or `pages.report`"
    hint = "add `corrections: https://…` or `report: mailto:…` under `pages`"

    assert check_base(APPROVED + desk).messages("CT632") == ([f"here: {message} -> {hint}"] if told else [])


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ((2, 1), []),
        ((5, 3, 1, None), []),
        ((None, None), []),
        ((1, 0), ["the rating ‘r1’ has the number 0; expected 1 or more"]),
        ((2, None), ["only one rating has a number; expected a worse and a better one at least, or none with a number"]),
    ],
)
def test_numbers_that_markup_can_give(numbers: tuple[int | None, ...], told: list[str], check_base: CheckBase) -> None:
    assert [one.message for one in check_base(GOOGLE + scale(*numbers)).of("CT633")] == told


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ((3, 2, 1), []),
        ((3, None, 1), []),
        ((1, 2), ["‘r1’ stands below ‘r0’ and has the higher number; found 2 after 1, expected less"]),
        ((3, None, 1, 2), ["‘r3’ stands below ‘r2’ and has the higher number; found 2 after 1, expected less"]),
        ((1, 2, 3, 4), ["‘r1’ stands below ‘r0’ and has the higher number; found 2 after 1, expected less"]),
        ((1, 1), []),
    ],
)
def test_the_truest_rating_has_the_highest_number(numbers: tuple[int | None, ...], told: list[str], check_base: CheckBase) -> None:
    checked = check_base("--- desk.yaml\n" + scale(*numbers))

    assert [one.message for one in checked.of("CT634")] == told
    assert {one.hint for one in checked.of("CT634")} <= {"put the truest rating first, and give it the highest number"}


@pytest.mark.parametrize(("length", "told"), [(40, False), (41, True)])
def test_a_label_has_forty_characters_at_most(length: int, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    checked = check_base(GOOGLE + scale(None, label="x" * (length - 2)))
    message = "the label has 41 characters; expected 40 at most -> take a word or two, and say the rest in the definition"

    assert [f"{one.message} -> {one.hint}" for one in checked.of("CT635")] == ([message] if told else [])


def test_the_scales_by_name_can_be_marked_up_as_they_are() -> None:
    for one in SCALES.values():
        numbers = [rating.number for rating in one.ratings if rating.number is not None]
        assert numbers == sorted(numbers, reverse=True)
        assert one.bounds_in_markup == one.bounds


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("The bridge <b>is</b> closed.", "<b>"),
        ("The bridge is closed.<br/>", "<br/>"),
        ("The bridge is closed. <!-- sure? -->", "<!--"),
        ("Lorries &amp; cars", "&amp;"),
        ("10&nbsp;%", "&nbsp;"),
        ("10&#160;%", "&#160;"),
        ("Costs < income, and debts > both", None),
        ("AT&T; and R&D", None),
        ("1 <2> 3", None),
    ],
)
def test_a_claim_is_plain_text(text: str, html: str | None, check_base: CheckBase) -> None:
    record = f'{APPROVED}short:\n  en: "{text}"  # here\n{GOOGLE}'
    message = f"here: `short` has HTML in it in ‘en’, ‘{html}’; expected plain text -> write the text without it"

    assert check_base(record).messages("CT636") == ([message] if html else [])


@pytest.mark.parametrize(("length", "told"), [(74, False), (75, False), (76, True)])
def test_a_claim_has_seventy_five_characters_at_most(length: int, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    words = ("So " * 26)[: length - 1] + "."
    assert len(words) == length
    message = f"has {length} characters in ‘en’; expected 75 at most -> "
    statement = f'{APPROVED}statement:\n  en: "{words}"  # here\n  de: So.\n{GOOGLE}'
    short = f'{APPROVED}short:\n  en: "{words}"  # here\n  de: So.\n{GOOGLE}'

    assert check_base(statement).messages("CT637") == ([f"here: `statement` {message}write a shorter one under `short`"] if told else [])
    assert check_base(short).messages("CT637") == ([f"here: `short` {message}shorten it"] if told else [])


def test_blanks_at_the_end_and_broken_lines_do_not_make_a_claim_long(check_base: CheckBase) -> None:
    record = f"{APPROVED}statement:\n  de: So.\n  en: |\n    {'x' * 37}\n    {'x' * 37}\n\n\n{GOOGLE}"

    assert check_base(record).of("CT637") == []


def test_the_short_claim_counts_only_in_its_language(check_base: CheckBase) -> None:
    record = f"{APPROVED}short: Twice as many lorries as a year ago.\n{GOOGLE}"

    (found,) = check_base(record).of("CT637")
    assert (found.file, found.message) == ("town/example.yaml", "`statement` has 103 characters in ‘de’; expected 75 at most")


WORKFLOW = (
    "workflow:\n  name: own\n  version: 1\n  statuses:\n    - {id: researching, label: R, moves: [approved]}\n"
    "    - {id: approved, label: A, who: review, approves: yes}\n"
)


@pytest.mark.parametrize(
    ("summary", "desk", "told"),
    [("", WORKFLOW, True), ("summary: {en: So., de: So.}", WORKFLOW, False), ("", "", False)],
    ids=["none", "one", "asked for by the status"],
)
def test_a_rating_is_explained(summary: str, desk: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    record = f"{APPROVED}verdict:  # here\n  rating: supported\n  rationale: So.\n  {summary}\n{GOOGLE}{desk}"
    message = "here: the verdict has no summary; expected one or two sentences -> add `summary`"

    assert check_base(record).messages("CT638") == ([message] if told else [])


@pytest.mark.parametrize(
    ("summary", "found"),
    [
        ("So it is.", 0),
        ("So it is. So it was.", 0),
        ("So it is. So it was. So it will be.", 3),
        ("Dr. Holm counted 4.5 tonnes, e.g. on p. 3 and no. 5. It held.", 0),
    ],
)
def test_a_summary_has_two_sentences_at_most(summary: str, found: int, check_base: CheckBase) -> None:
    record = f"{APPROVED}verdict:\n  rating: supported\n  rationale: So.\n  summary:\n    de: So.\n    en: {summary}  # here\n{GOOGLE}"
    message = f"here: the summary has {found} sentences; expected one or two -> say what was found, and the rest in the rationale"

    assert check_base(record).messages("CT639") == ([message] if found else [])


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("https://courier.example/old-bridge", True),
        ("http://www.courier.example/old-bridge/?utm_source=x", True),
        ("https://posts.example/1", True),
        ("https://courier.example/", False),
        ("https://bridge-list.example/holm", False),
    ],
)
def test_a_page_about_the_claimant_is_not_where_the_claim_appeared(page: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    record = f'{APPROVED}appearances: [{{url: "https://posts.example/1"}}]\n'
    record += f"claimant:\n  name: Rike Holm\n  role: Councillor\n  same_as: {page}  # here\n"
    message = "here: the page about the claimant is one on which the claim appeared; expected one that says who they are"
    hint = "name their home page or their entry in Wikipedia or Wikidata, or leave `same_as` out"

    assert check_base(record + GOOGLE).messages("CT640") == ([f"{message} -> {hint}"] if told else [])


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Unknown", True),
        ("social  media users", True),
        ("Social media users.", True),
        ("Soziale Netzwerke", True),
        ("Kettenbrief", True),
        ("k. A.", True),
        ("Facebook-Nutzer", True),
        ("Facebook", False),
        ("Unknown Pleasures Ltd", False),
        ("Esslust Nordhafen", False),
    ],
)
def test_nobody_is_no_claimant(name: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    record = f'{APPROVED}claimant:\n  kind: group\n  name: "{name}"  # here\n{GOOGLE}'
    message = f"here: the claimant is nobody in particular, ‘{name}’; expected a name, or why nobody can be named"

    assert check_base(record).messages("CT641") == ([f"{message} -> write `claimant: {{none: why nobody can be named}}`"] if told else [])


def test_nobody_is_told_once_in_however_many_languages(check_base: CheckBase) -> None:
    record = f"{APPROVED}claimant: {{kind: group, name: {{en: Internet users, de: Internetnutzer}}}}\n{GOOGLE}"

    assert len(check_base(record).of("CT641")) == 1


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ("--- article.yaml\nurl: ~\nunknown: It was printed.\n", False),
        ("reasons: {no_quote: It was said on the telephone.}\n--- article.yaml\nurl: ~\n", False),
        ("appearances: [{url: 'https://posts.example/1'}]\n--- article.yaml\nurl: ~\n", False),
        ("appearances: [{title: Leaflet}]\n--- article.yaml\nurl: ~\n", True),
        ("--- article.yaml\nurl: ~\n", True),
        ("appearances: [{title: Leaflet}]\n", False),
        ("--- article.yaml\npublished: soon\n", False),
    ],
)
def test_somewhere_the_claim_appeared(record: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    found = check_base(APPROVED + record + GOOGLE).of("CT642")
    hint = "add the address of a page on which it appeared to `appearances`, or say in `reasons.no_quote` why there is none"

    assert [f"{one.file}: {one.message} -> {one.hint}" for one in found] == (
        [f"town/example.yaml: nothing says at which address the claim appeared; expected one among the appearances -> {hint}"]
        if told
        else []
    )


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://desk.example/x", "desk.example"),
        ("https://www.desk.example/x", "www.desk.example"),
        ("https://news.desk.example/x", "news.desk.example"),
        ("https://otherdesk.example/x", None),
        ("https://courier.example/desk.example", None),
    ],
)
def test_an_article_lies_on_somebody_elses_site(url: str, host: str | None, check_base: CheckBase) -> None:
    article = f"--- article.yaml\nurl: {url}  # here\n"
    message = f"here: the article lies on {host}, the desk's own site; expected one that somebody else has published"

    assert check_base(APPROVED + GOOGLE + article).messages("CT643") == (
        [f"{message} -> take the claims from where they were made"] if host else []
    )
    assert check_base(GOOGLE + article).of("CT643") == []


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://web.archive.org/web/20260203100000/https://posts.example/1", "web.archive.org"),
        ("https://web.archive.org/web/https://posts.example/1", "web.archive.org"),
        ("https://archive.ph/AbCdE", "archive.ph"),
        ("https://perma.cc/ABCD-1234", "perma.cc"),
        ("https://archive.org/details/news-2026-02-03", None),
        ("https://posts.example/1", None),
    ],
)
def test_a_copy_is_no_appearance(url: str, host: str | None, check_base: CheckBase) -> None:
    record = f"{APPROVED}appearances:\n  - url: {url}  # here\n{GOOGLE}"
    message = f"here: the appearance is an archived copy, on {host}; expected the page on which it appeared"
    hint = "write the address of the page itself, and the copy under `archives`"

    assert check_base(record).messages("CT644") == ([f"{message} -> {hint}"] if host else [])


CHANGED = ("EditedOrCroppedContent", "StagedContent", "TransformedContent")


@pytest.mark.parametrize("category", get_args(MediaCategory))
def test_an_original_was_not_changed(category: str, check_base: CheckBase) -> None:
    record = (
        f"{APPROVED}media_review:\n  original_context: So.\n  categories:\n    - {category}  # here\n    - OriginalMediaContent\n{GOOGLE}"
    )
    message = f"here: the original is said to be {category} as well; expected the one or the other -> keep what holds"

    assert check_base(record).messages("CT651") == ([message] if category in CHANGED else [])


@pytest.mark.parametrize("category", get_args(MediaCategory))
@pytest.mark.parametrize("known", ["", "original: https://pictures.example/1", "original_context: Taken in 2019."])
def test_what_media_were_before(category: str, known: str, check_base: CheckBase) -> None:
    record = f"{APPROVED}media_review:  # here\n  categories: [{category}]\n  {known}\n{GOOGLE}"
    checked = check_base(record)
    context = "the media are said to be out of context, and nothing says what the context was; expected `original_context`"
    original = f"the media are said to be {category}, and nothing says of what; expected `original`"

    assert checked.messages("CT652") == (
        [f"here: {context} -> say where and when they were taken and what they show, or what is known of that"]
        if category == "DecontextualizedContent" and not known.startswith("original_context")
        else []
    )
    assert checked.messages("CT653") == (
        [f"here: {original} -> add the address of the original, or say in `original_context` what is known of it"]
        if category in {"EditedOrCroppedContent", "TransformedContent"} and not known
        else []
    )


@pytest.mark.parametrize(
    ("desk", "told"),
    [
        (BING + "publisher: {name: A}\n", ["the desk names no site under https, and claims get no markup without it"]),
        (
            BING + 'publisher: {name: A, url: "http://a.example"}\n',
            ["the desk names no site under https, and claims get no markup without it"],
        ),
        ("--- desk.yaml\nstandards: [bing]\n", ["readers find nowhere to report mistakes, and claims get no markup without that"]),
        (BOTH + "publisher: {name: A}\n", []),
        (BING, []),
    ],
)
def test_bing_needs_markup(desk: str, told: list[str], check_base: CheckBase) -> None:
    assert [one.message.partition(";")[0] for one in check_base(APPROVED + desk).of("CT661")] == told
    assert check_base(desk).of("CT661") == []


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ("claimant: {none: Many posts have it.}\n", True),
        ("claimant: article\n", False),
        ("claimant: article\n--- article.yaml\npublisher: ~\n", True),
        ("claimant: {name: Rike Holm, role: Councillor}\n", False),
    ],
)
def test_bing_wants_an_author_of_the_claim(record: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    found = check_base(APPROVED + record + BING).of("CT662")

    assert [(one.severity, one.message) for one in found] == (
        [(Severity.INFO, "the claim has no author that markup can name; Bing wants one and may not show the check")] if told else []
    )


@pytest.mark.parametrize(
    ("rating", "desk", "told"),
    [
        ("supported", "", False),
        ("refuted", "", False),
        ("misleading", "", True),
        ("r0", scale(2, 1), False),
        ("r1", scale(2, None, 1), True),
        ("r1", scale(2, 1, None), False),
    ],
)
def test_bing_wants_a_number(rating: str, desk: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    record = f"{APPROVED}verdict:\n  rating: {rating}  # here\n  summary: So.\n  rationale: So.\n{BING}{desk}"
    message = f"here: the rating ‘{rating}’ has no number that markup can give; Bing wants one and may not show the check"

    assert check_base(record).messages("CT663") == ([f"{message} -> leave it as it is if the rating is right"] if told else [])


@pytest.mark.parametrize("numbers", [(3, 1, 0), (1, None)])
def test_numbers_that_no_rating_gets_in_markup_are_told_once(numbers: tuple[int | None, ...], check_base: CheckBase) -> None:
    record = f"{APPROVED}verdict:\n  rating: r0\n  summary: So.\n  rationale: So.\n"
    message = "the numbers of the scale cannot be given in markup; Bing wants one for each check and may not show any"
    hint = "number the ratings from 1 for the least true one upwards, two of them at least"

    def found(desk: str) -> list[str]:
        return [one.message for code in ("CT633", "CT663") for one in check_base(record + desk + scale(*numbers)).of(code)]

    assert check_base(record + BING + scale(*numbers).replace("ratings:", "ratings:  # here")).messages("CT663") == [
        f"here: {message} -> {hint}"
    ]
    assert found(BING) == [message]
    assert len(found(BOTH)) == 1
    assert found(BOTH) != [message]
    assert check_base(BING + scale(*numbers)).of("CT663") == []


def test_a_number_that_two_ratings_have_is_told_once(check_base: CheckBase) -> None:
    record = f"{APPROVED}verdict:\n  rating: r0\n  summary: So.\n  rationale: So.\n"

    assert {"CT633", "CT663"} & {one.code for one in check_base(record + BOTH + scale(2, 2)).findings} == set()
    assert check_base(record + BING + scale(2, 2)).of("CT663") == []
