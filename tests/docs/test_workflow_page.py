"""What each status demands is one table: the reference page prints it, the rules enforce it, the pages of the site label it."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from claimtrack.loading import load
from claimtrack.moves.building import build
from claimtrack.project import Project
from claimtrack.records.presets import WORKFLOWS
from claimtrack.records.workflow import DEMANDS
from claimtrack.rules.demands import MEETS, missing
from claimtrack.site.wording.words import words_in

STANDARD = WORKFLOWS["standard@1"]
ITEM = re.compile(r"<li>(.*?)</li>", re.DOTALL)
LANGUAGES = ("de", "en")


@pytest.fixture(scope="module")
def reference(repository: Path) -> str:
    return (repository / "docs" / "reference" / "workflow.md").read_text("utf-8")


@pytest.fixture(scope="module")
def desk(repository: Path) -> Project:
    return load(repository / "examples" / "harbour-desk")[0]


@pytest.fixture(scope="module")
def preview(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The preview of the harbour desk, which works by the standard workflow."""
    site = tmp_path_factory.mktemp("preview") / "site"
    built = build(repository / "examples" / "harbour-desk", site, today=datetime.date(2026, 11, 24), preview=True)
    assert built.blocking == ()
    return site


def words(text: str) -> str:
    """Return what a reader sees of a piece of HTML."""
    return html.unescape(re.sub(r"<[^>]*>", "", text)).strip()


def demands_by_label(page: str) -> Mapping[str, list[str]]:
    """Return what a page lists under each label of its lists of facts."""
    rows = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", page, re.DOTALL)
    return {words(label): [words(one) for one in ITEM.findall(listed)] for label, listed in rows}


def test_the_reference_page_prints_the_table_that_the_rules_enforce(reference: str) -> None:
    rows = {
        name: (re.findall(r"`([\w-]+)`", moves), who)
        for name, moves, who in re.findall(r"^\| `([\w-]+)` \| [^|]* / [^|]* \| ([^|]*) \| (\w+) \|$", reference, re.MULTILINE)
    }
    printed = dict(re.findall(r"^### ([\w-]+)\n\n[^\n]*emands:\n\n((?:- .*\n)+)", reference, re.MULTILINE))
    by_name = dict(re.findall(r"^\| `([\w-]+)` \| ([^|]*) \|$", reference.partition("## Demands by name")[2], re.MULTILINE))

    assert rows == {one.id: (list(one.moves), one.who) for one in STANDARD.statuses}
    assert {name: listed.splitlines() for name, listed in printed.items()} == {
        one.id: [f"- {DEMANDS[demand]}" for demand in one.demands] for one in STANDARD.statuses
    }
    assert by_name == dict(DEMANDS)
    assert list(MEETS) == list(DEMANDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_about_the_method_labels_what_each_status_adds(language: str, preview: Path) -> None:
    labelled = words_in(language)
    shown = demands_by_label((preview / language / "methodology.html").read_text("utf-8"))
    before: set[str] = set()
    for status in STANDARD.statuses:
        added = [labelled.one_of("demand", demand) for demand in status.demands if demand not in before]
        before |= set(status.demands)
        assert shown[status.label.by_language[language]] == added


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_preview_of_a_claim_labels_what_the_rules_would_miss(language: str, preview: Path, desk: Project) -> None:
    labelled = words_in(language)
    found = 0
    for claim in desk.claims.values():
        status = desk.status_of(claim)
        assert status is not None
        following = [one for move in status.moves if (one := desk.status(move)) and one.id != claim.status and "reason" not in one.demands]
        lacking = [labelled.one_of("demand", demand) for one in following for demand in missing(desk, claim, one)]
        page = (preview / language / "claims" / f"{claim.id}.html").read_text("utf-8")
        part = re.search(r'<h2 id="wanted">.*?</section>', page, re.DOTALL)
        assert [words(one) for one in ITEM.findall(part[0] if part else "")] == lacking, claim.id
        found += len(lacking)
    assert found
