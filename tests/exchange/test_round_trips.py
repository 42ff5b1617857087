"""What others have published goes through an import and out again, field by field: nothing that both formats know gets lost or changed.

An import makes drafts without a verdict. To be exported as ClaimReview, a claim is made one of a desk that has published it; its rating,
its author and its address are then the desk's own and are not compared.
"""

from __future__ import annotations

import datetime
import io
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from claimtrack.checking import check
from claimtrack.dates import PartialDate
from claimtrack.exchange.averitec import export
from claimtrack.exchange.claimreview import claim_review
from claimtrack.exchange.incoming import Given
from claimtrack.exchange.outgoing import Outgoing
from claimtrack.exchange.registry import SOURCES
from claimtrack.findings import Severity
from claimtrack.loading import load
from claimtrack.moves.importing import Import, import_checks, receiving
from claimtrack.moves.plan import outcome
from claimtrack.project import Project
from claimtrack.records.claim import Claim, HistoryEntry, Verdict
from claimtrack.records.text import Text
from claimtrack.urls import web_address

TODAY = datetime.date(2026, 11, 24)
DESK = """\
format: 1
publisher: {name: Desk (invented), url: "https://desk.example"}
languages: [en]
scale: averitec-four@1
people: {ada: {shown: Ada, may: [write]}, bo: {shown: Bo, may: [review, publish]}}
pages: {corrections: "https://desk.example/corrections"}
limits: {quote: 100000}
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "desk.yaml").write_text(DESK, "utf-8")
    return load(tmp_path)[0]


def imported(project: Project, form: str, files: list[tuple[str, str]]) -> Import:
    given = (Given(name, io.BytesIO(text.encode("utf-8", "surrogatepass"))) for name, text in files)
    return import_checks(project, SOURCES[form], given, "others", "ada", receiving(project, TODAY, "en"))


def samples(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the sample ClaimReviews as the pages or files that they were taken from."""
    for number, line in enumerate((folder / "records.jsonl").read_text("utf-8").splitlines()):
        sample = json.loads(line)
        if sample["kind"] == "ldscript":
            script = f'<html lang="{sample["lang"]}"><script type="application/ld+json">{sample["raw"]}</script></html>'
            yield f"{number:02}.html", script
        else:
            yield f"{number:02}.json", sample["raw"]
    for path in sorted(folder.glob("*.one-record.json")) + sorted(folder.glob("*.html")):
        yield path.name, path.read_text("utf-8")


def same_again(project: Project, claim: Claim) -> dict[str, Any]:
    """Return the ClaimReview that goes out once a desk has published a claim that came in."""
    approval = HistoryEntry(to="approved", on=TODAY, by="bo", covers="v1:0")
    published = attrs.evolve(claim, status="approved", published=TODAY, verdict=Verdict(rating="refuted"), history=(approval,))
    desk = attrs.evolve(project, claims={claim.id: published}, today=TODAY)
    language = next(iter(claim.statement.by_language), "") if claim.statement else ""
    found = claim_review(desk, published, language or "en", "en/claims/x.html")
    assert found is not None
    return found


def words(text: object) -> str:
    return " ".join(str(text).split())


def told(original: dict[str, Any], name: str) -> Any:  # noqa: ANN401  (any value of JSON)
    reviewed = original.get("itemReviewed")
    return reviewed.get(name) if isinstance(reviewed, dict) else None


def test_every_sample_of_claimreview_comes_in_and_goes_out_again(project: Project, external_material: Path) -> None:
    files = list(samples(external_material / "data" / "claimreview"))
    ready = imported(project, "claimreview", files)
    assert (ready.tally.items, ready.tally.new, ready.tally.repeated, ready.tally.left_out) == (38, 36, 2, 0)
    after = attrs.evolve(outcome(ready.plan), today=TODAY)
    assert [one for one in check(after) if one.severity is Severity.ERROR] == []
    assert len(after.claims) == 36
    compared: Counter[str] = Counter()
    for claim in after.claims.values():
        assert claim.extra is not None
        original = json.loads(claim.extra["original"])
        if not isinstance(original.get("claimReviewed"), str):
            continue
        markup = same_again(after, claim)
        assert words(original["claimReviewed"]) == markup["claimReviewed"]
        author = told(original, "author") or {}
        for name in ("name", "jobTitle", "@type"):
            known = name != "jobTitle" or author.get("@type") == "Person"  # of an organisation, markup knows no role
            if isinstance(author.get(name), str) and author[name] and author.get("name") and known:
                assert words(author[name]).removeprefix("https://schema.org/") == markup["itemReviewed"]["author"][name]
                compared[name] += 1
        pages = author.get("sameAs")
        page = pages[0] if isinstance(pages, list) and pages else pages
        if isinstance(page, str) and page:
            assert web_address(page.strip()) == markup["itemReviewed"]["author"]["sameAs"]
            compared["sameAs"] += 1
        date = told(original, "datePublished")
        if isinstance(date, str) and date:
            assert str(PartialDate.parse(date[:10])) == markup["itemReviewed"]["datePublished"]
            compared["datePublished"] += 1
        places = told(original, "appearance") or []
        addresses = [one["url"] for one in (places if isinstance(places, list) else [places])]
        out = [markup["itemReviewed"].get("firstAppearance"), *markup["itemReviewed"].get("appearance", [])]
        assert set(addresses) <= {one["url"] for one in out if one}
        compared["appearance"] += len(addresses)
    assert compared == {"name": 31, "@type": 32, "datePublished": 29, "jobTitle": 17, "appearance": 8, "sameAs": 10}


def test_every_claim_of_averitec_comes_in_and_goes_out_again(project: Project, external_material: Path) -> None:
    text = (external_material / "data" / "averitec" / "claims-150.json").read_text("utf-8")
    ready = imported(project, "averitec", [("claims.json", text)])
    assert (ready.tally.items, ready.tally.new, ready.tally.repeated, ready.tally.left_out) == (150, 149, 1, 0)
    after = attrs.evolve(outcome(ready.plan), today=TODAY)
    goes_out = Outgoing(project=after, claims=tuple(after.claims.values()), public=after, language="en")
    again = {
        json.loads(part)["claim"]: json.loads(part) for one in export(goes_out) if isinstance(one, str) and (part := one.strip("[],\n"))
    }
    assert [one.code for one in ready.findings if one.code in {"CT906", "CT907"}] == ["CT907"]
    refused = {str(one.message) for one in ready.findings if one.code == "CT912"}
    originals = {words(original["claim"]): original for original in reversed(json.loads(text))}
    assert len(originals) == 149
    for original in originals.values():
        found = again[words(original["claim"])]
        assert found["claim_date"] == original["claim_date"].replace("-0", "-").lstrip("0")
        assert found["speaker"] == (words(original["speaker"]) if original["speaker"] else None)
        assert found["reporting_source"] in {original["reporting_source"] and words(original["reporting_source"]), None}
        if original["original_claim_url"]:
            assert found["original_claim_url"] == web_address(original["original_claim_url"])
        assert questions(found) == questions(original), original["claim"]
    assert {message.partition(":")[0].rpartition(".")[2] for message in refused} == {"`speaker`", "source_url`", "cached_source_url`"}


def questions(claim: dict[str, Any]) -> list[tuple[object, ...]]:
    """Return each answer with its question and its source, as far as records tell them."""
    found: list[tuple[object, ...]] = []
    for question in claim["questions"]:
        for answer in question["answers"]:
            url = answer["source_url"] or ""
            how = answer["answer_type"]
            if how == "Unanswerable":
                found.append((words(question["question"]), how))
                continue
            sound = web_address(url) is not None
            how = how if how == "Extractive" and sound else "Abstractive"
            medium = answer["source_medium"] if sound else None
            found.append((words(question["question"]), words(answer["answer"]), how, web_address(url), medium))
    return found


def test_what_was_made_a_text_is_no_verdict(project: Project) -> None:
    review = {"@type": "ClaimReview", "claimReviewed": "A.", "reviewRating": {"alternateName": "Refuted"}}
    ready = imported(project, "claimreview", [("a.json", json.dumps(review))])
    (claim,) = outcome(ready.plan).claims.values()
    assert claim.verdict is None
    assert claim.statement == Text.plain("A.")
