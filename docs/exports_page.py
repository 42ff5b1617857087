"""The reference page about exports: every field of every format, and where in the records it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimtrack.exchange.averitec import LABELS
from claimtrack.exchange.csv_table import COLUMNS
from claimtrack.exchange.jsonl_schema import jsonl_schema
from claimtrack.exchange.registry import FORMATS

INTRODUCTION = """\
# What other programs get

The formats of `claimtrack export`, field by field. [How to export](../how-to/export.md). All files are UTF-8. The same records on the same
day give the same bytes.

| format | what it is | `--all` |
|---|---|---|"""

MARKUP: Mapping[str, str] = {
    "@context": "`https://schema.org`, nothing else",
    "@type": "`ClaimReview`",
    "@id": "the address of the page with `#claim-review` behind it, where there is a MediaReview to name it",
    "claimReviewed": "`short` in the language of the page, else `statement`; on one line",
    "url": "`publisher.url` of the desk and the path of the page",
    "inLanguage": "the language of the page",
    "author": "the desk: `publisher.name`, `.url`, `.logo`, and `pages.corrections` as `correctionsPolicy`",
    "datePublished": "`published`",
    "dateModified": "the day of the last of `corrections`",
    "reviewRating.alternateName": "the label of `verdict.rating` in the language of the page",
    "reviewRating.reviewAspect": "what was checked (`aspect`), in the words of the page",
    "reviewRating.ratingExplanation": "`verdict.summary`",
    "reviewRating.ratingValue, .bestRating, .worstRating": "the numbers of the scale; all three or none",
    "itemReviewed.author": "`claimant`: name, and of people role, affiliation and `same_as`; for `article` the publisher of the article",
    "itemReviewed.datePublished": "`made_on`, unless it is only roughly known or lies after the review",
    "itemReviewed.firstAppearance": "the appearance that is `first`",
    "itemReviewed.appearance": "the article and the other `appearances`, each address once and none of the desk's own site; "
    "copies under `archivedAt`",
    "correction": "`corrections` that are not minor, with their notices",
    "associatedMediaReview": "`media_review`, see below",
}
"""The properties of a ClaimReview."""

MEDIA: Mapping[str, str] = {
    "@type": "`MediaReview`",
    "@id": "the address of the page with `#media-review` behind it",
    "mediaAuthenticityCategory": "`media_review.categories`: one word, or a list of them",
    "originalMediaLink": "`media_review.original`",
    "originalMediaContextDescription": "`media_review.original_context`",
    "itemReviewed": "a `MediaReviewItem`: the claim as `interpretedAsClaim`, the addresses of its appearances as `mediaItemAppearance`",
    "associatedClaimReview": "the ClaimReview that it stands in",
    "url, inLanguage, author, datePublished, dateModified": "as in the ClaimReview",
}
"""The properties of a MediaReview."""

FEED: Mapping[str, str] = {
    "name, url": "the desk: `publisher.name`, `publisher.url`",
    "inLanguage": "the languages of the pages",
    "dateModified": "the day of the export",
    "dataFeedElement.url": "the address of the page",
    "dataFeedElement.dateCreated, .dateModified": "`published`, and the day of the last of `corrections`",
    "dataFeedElement.item": "a list with the ClaimReview of the page; null where the claim was withdrawn or is being corrected",
    "sdLicense": "in each ClaimReview: `licences.data`, as an address, or as a work of that name",
    "sdPublisher": "in each ClaimReview: the desk",
    "sdDatePublished": "in each ClaimReview: the day of the export",
}
"""The properties of a DataFeed."""

API: Mapping[str, str] = {
    "pageUrl": "`url` of the ClaimReview",
    "publishDate": "`published`",
    "claimReviewAuthor": "the desk: `publisher.name`, and `publisher.logo` as `imageUrl`",
    "claimReviewMarkups.url, .claimReviewed": "as in the ClaimReview",
    "claimReviewMarkups.claimDate": "`itemReviewed.datePublished`",
    "claimReviewMarkups.claimFirstAppearance, .claimAppearances": "the addresses of the appearances",
    "claimReviewMarkups.claimAuthor": "`itemReviewed.author`: `name`, `jobTitle`, `sameAs`",
    "claimReviewMarkups.rating": "`textualRating` is the label, `ratingExplanation` the summary; the numbers are whole, of 32 bits",
}
"""The fields of a ClaimReviewMarkupPage."""

AVERITEC: Mapping[str, str] = {
    "claim": "`statement`",
    "required_reannotation": "`false`",
    "label": f"one of {', '.join(f'`{label}`' for label in LABELS)}: of a rating whose English label is the same, capitals aside, and of "
    "the ratings of the preset `averitec-four@1`; else null",
    "justification": "`verdict.summary`",
    "claim_date": "`made_on` as `31-10-2020`; null where the day is not known",
    "speaker": "`claimant`; for `article` the publisher of the article",
    "original_claim_url": "the address of the appearance that is `first`, else of the article",
    "cached_original_claim_url": "an archived copy of that appearance",
    "fact_checking_article": "the address of the page",
    "reporting_source": "who published that appearance, else the article",
    "location_ISO_code": "null; records have no such codes",
    "claim_types": "`kind`, where AVeriTeC has the same: quantity, quotation, event, causal, position",
    "fact_checking_strategies": "an empty list; records do not say it",
    "questions": "`questions`; an answer that rests on several pieces of evidence stands there once for each. It is `Extractive` where it "
    "is the quote, else `Abstractive`; a question without answers is `Unanswerable`. `source_medium` is `kind` of the source "
    "where AVeriTeC has the same",
    "publication": "with `--all` only: what readers see of the claim",
}
"""The fields of a claim of AVeriTeC."""

BIBTEX: Mapping[str, str] = {
    "the key": "the id of the source; `claim.evidence` for a source that is written out there",
    "the kind": "`@online` with an address that pages may link to, else `@misc`",
    "author, organization": "`author`, `publisher`; each in braces of its own, since nobody says what is a family name",
    "title": "`title`",
    "date": "`published` as far as it is known, as biblatex writes it: `2025-02`, `2025~`",
    "language": "`language`",
    "url, urldate": "`url`, `accessed`",
    "howpublished": "`unknown`, where there is no address",
    "note": "that the title was concluded, what is known of the date, archived copies",
    "keywords": "with `--all` only: `not-public` for what readers do not see",
}
"""The fields of an entry of BibTeX."""

JSONL = """\
## jsonl

A line is a record with what is said about it. The record itself has the fields of [the record format](records.md) under the same names, in
the same order, without those that would say what goes without saying. Whole numbers and yes or no are those of JSON. Every other scalar is
a text as it stands in YAML, exact numbers too, since readers of JSON round them. A text is in the language of the line where it is no
mapping from languages to texts. Lines come in this order: the desk, articles, sources, claims. [Its JSON Schema](jsonl.schema.json).

| field | what it says |
|---|---|"""


def page() -> Iterator[str]:
    """Yield the page."""
    yield INTRODUCTION
    for one in FORMATS.values():
        yield f"| [`{one.name}`](#{one.name}) | {one.about} | {'refused' if one.only_public else 'marks what it adds'} |"
    yield "\n## claimreview\n\nA list with one ClaimReview for each page, each on a line of its own.\n"
    yield from _table(MARKUP)
    yield "\n### MediaReview\n"
    yield from _table(MEDIA)
    yield "\n## datafeed\n"
    yield from _table(FEED)
    yield "\n## factcheck-tools\n\nA list with one body for each page, each on a line of its own.\n"
    yield from _table(API)
    yield "\n## averitec\n\nA list of claims in the shape of Schlichtkrull et al. 2023, each on a line of its own.\n"
    yield from _table(AVERITEC)
    yield (
        "\n## csv\n\nRFC 4180 with a first line of names. A `'` is put before what a spreadsheet could run; characters that nobody sees "
        "are shown as U+FFFD.\n\n| column | what stands in it |\n|---|---|"
    )
    yield from (f"| `{column.name}` | {column.about} |" for column in COLUMNS)
    yield "\n" + JSONL
    yield from (f"| `{name}` | {meaning} |" for name, meaning in _of_a_line().items())
    yield "\n## bibtex\n"
    yield from _table(BIBTEX)


def _table(fields: Mapping[str, str]) -> Iterator[str]:
    yield "| field | where it comes from |\n|---|---|"
    for name, meaning in fields.items():
        yield f"| {name if name.startswith('the ') else ', '.join(f'`{one}`' for one in name.split(', '))} | {meaning} |"


def _of_a_line() -> Mapping[str, str]:
    told: dict[str, str] = {"kind": "`desk`, `article`, `source` or `claim`"}
    for line in jsonl_schema()["oneOf"]:
        for name, schema in line["properties"].items():
            told.setdefault(name, schema.get("description", "The record."))
    return {name: told[name] for name in ("claimtrack", *(one for one in told if one != "claimtrack"))}
