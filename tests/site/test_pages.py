"""Which pages there are, and each kind of page as it stands: the golden pages are read by people whenever they change."""

from __future__ import annotations

import datetime
import itertools
import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

import attrs
import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from claimtrack.project import Project
from claimtrack.publication import published
from claimtrack.site.pages import build_pages
from claimtrack.site.views.paths import way

Pages = Mapping[str, bytes]
TODAY = datetime.date(2026, 6, 2)


class Elements(HTMLParser):
    """The elements of a page, with their attributes, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def of(self, tag: str) -> Iterator[dict[str, str]]:
        return (attributes for name, attributes in self.found if name == tag)


def html(pages: Pages) -> dict[str, str]:
    return {path: data.decode() for path, data in pages.items() if path.endswith(".html")}


PUBLIC = [
    "index.html",
    "en/index.html",
    "de/status.html",
    "de/sources.html",
    "en/methodology.html",
    "de/articles/zeitung.html",
    "de/claims/visitors-sum.html",
    "en/claims/visitors-sum.html",
    "de/claims/besucher-summe.html",
    "de/claims/clock-quote.html",
    "de/claims/accusation.html",
    "de/claims/corrected.html",
    "de/claims/correcting.html",
    "de/claims/retracted.html",
]
PREVIEW = [
    "index.html",
    "de/articles/zeitung.html",
    "de/claims/accusation.html",
    "en/claims/accusation-content.html",
    "de/claims/correcting.html",
    "de/claims/declined.html",
    "en/claims/draft.html",
]


def golden(pages: Pages, path: str) -> str:
    """Return a page with the names of its assets as they stay when those change."""
    return re.sub(r"(assets/\w+)\.[0-9a-f]{10}\.", r"\1.DIGEST.", pages[path].decode())


def named(build: str, path: str) -> str:
    return f"{build}-{path.removesuffix('.html').replace('/', '-')}"


@pytest.mark.parametrize("path", PUBLIC)
def test_the_public_pages(path: str, toy_site: Pages, file_regression: FileRegressionFixture) -> None:
    file_regression.check(golden(toy_site, path), basename=named("public", path), extension=".html", encoding="utf-8")


@pytest.mark.parametrize("path", PREVIEW)
def test_the_pages_of_the_preview(path: str, toy_preview: Pages, file_regression: FileRegressionFixture) -> None:
    file_regression.check(golden(toy_preview, path), basename=named("preview", path), extension=".html", encoding="utf-8")


def test_which_pages_there_are(toy_site: Pages, toy_preview: Pages) -> None:
    claims = ["accusation", "besucher-summe", "clock-quote", "corrected", "correcting", "retracted", "visitors-sum"]
    assert sorted(html(toy_site)) == sorted(
        [
            "index.html",
            "en/index.html",
            *(f"{language}/{name}.html" for language in ("de", "en") for name in ("methodology", "sources", "status", "articles/zeitung")),
            *(f"{language}/claims/{name}.html" for language in ("de", "en") for name in claims),
        ]
    )
    more = {f"{language}/claims/{name}.html" for language in ("de", "en") for name in ("accusation-content", "declined", "draft")}
    assert set(html(toy_preview)) == set(html(toy_site)) | more
    assert sorted(path.split(".")[0] for path in toy_site if not path.endswith(".html")) == ["assets/filter", "assets/style"]


def test_twice_the_same(toy: Project, public: Project, toy_site: Pages) -> None:
    assert build_pages(published(toy), preview=False, now=TODAY) == toy_site
    backwards = attrs.evolve(
        public,
        claims=dict(reversed([*public.claims.items()])),
        sources=dict(reversed([*public.sources.items()])),
        articles=dict(reversed([*public.articles.items()])),
        files=dict(reversed([*public.files.items()])),
    )
    assert build_pages(backwards, preview=False, now=TODAY) == toy_site


def test_the_day_of_the_build_is_all_that_the_day_changes(public: Project, toy_site: Pages) -> None:
    later = build_pages(public, preview=False, now=datetime.date(2026, 6, 3))
    assert {
        path: data.replace(b"3. Juni 2026", b"2. Juni 2026").replace(b"3 June 2026", b"2 June 2026") for path, data in later.items()
    } == toy_site


def test_an_empty_public_site_says_so(toy: Project) -> None:
    unpublished = {one: attrs.evolve(claim, published=None) for one, claim in toy.claims.items()}
    pages = html(build_pages(published(attrs.evolve(toy, claims=unpublished)), preview=False, now=TODAY))
    assert "Noch ist keine Prüfung veröffentlicht." in pages["index.html"]
    assert "No check has been published yet." in pages["en/index.html"]
    assert [path for path in pages if "/claims/" in path or "/articles/" in path] == []


def test_readers_see_nothing_that_is_not_published(toy_site: Pages) -> None:
    assert sorted(set(re.findall(r"CANARY-\w+", "".join(data.decode() for data in toy_site.values())))) == []


def test_not_even_the_preview_shows_internal_and_retracted_texts(toy_preview: Pages) -> None:
    assert sorted(set(re.findall(r"CANARY-\w+", "".join(data.decode() for data in toy_preview.values())))) == [
        "CANARY-ANSWER",
        "CANARY-UNPUBLISHED",
    ]


class TestThePreview:
    """Plainly marked, on every page."""

    def test_every_page_says_what_it_is(self, toy_preview: Pages) -> None:
        for path, page in html(toy_preview).items():
            assert '<aside class="banner"' in page, path
            assert '<meta name="robots" content="noindex, nofollow">' in page, path
            assert "application/ld+json" not in page, path
            assert re.search(r"<title>(ENTWURF|VORSCHAU|DRAFT|PREVIEW)\.", page), path

    def test_the_banner_says_how_far_it_is(self, toy_preview: Pages) -> None:
        pages = html(toy_preview)
        assert "Nicht gegengelesen, nicht veröffentlicht." in pages["de/claims/draft.html"]
        assert "Diese Prüfung ist veröffentlicht, die Vorschau nicht." in pages["de/claims/corrected.html"]

    def test_the_banner_says_what_a_machine_did(self, toy: Project, toy_preview: Pages) -> None:
        pages = html(toy_preview)
        assert "<p><bdi>Erste Sichtung durch ein Sprachmodell.</bdi></p>\n</aside>" in pages["de/claims/accusation-content.html"]
        assert "Erste Sichtung durch ein Sprachmodell." not in pages["index.html"], "not all claims say so"
        alike = {one: attrs.evolve(claim, disclosure=toy.claims["accusation-content"].disclosure) for one, claim in toy.claims.items()}
        lists = html(build_pages(attrs.evolve(toy, claims=alike), preview=True, now=TODAY))
        for path in ("index.html", "de/status.html", "de/articles/zeitung.html", "de/methodology.html"):
            assert "<p><bdi>Erste Sichtung durch ein Sprachmodell.</bdi></p>\n</aside>" in lists[path], path

    def test_a_proposal_says_so_in_the_badge(self, toy: Project) -> None:
        claims = {**toy.claims, "corrected": attrs.evolve(toy.claims["corrected"], published=None)}
        pages = html(build_pages(attrs.evolve(toy, claims=claims), preview=True, now=TODAY))
        assert "<span>Vorschlag: <bdi>Teilweise belegt</bdi></span></span>" in pages["de/claims/corrected.html"]
        assert "<span>Vorschlag: <bdi>Teilweise belegt</bdi></span></span>" in pages["index.html"]
        assert "<span>Proposed: <bdi>partly supported</bdi></span></span>" in pages["en/index.html"]

    def test_findings_stand_beside_what_they_concern(self, toy_preview: Pages) -> None:
        pages = html(toy_preview)
        found = {
            path: re.findall(r"<code>(CT\d+)</code>", page)
            for path, page in pages.items()
            if path.startswith("de/") or path == "index.html"
        }
        assert {path: codes for path, codes in found.items() if codes} == {
            "index.html": ["CT801"],
            "de/articles/zeitung.html": ["CT106", "CT202"],
            "de/claims/accusation-content.html": ["CT105"],
        }
        assert "&lt;b&gt;bold&lt;/b&gt;" in pages["de/claims/accusation-content.html"]

    def test_an_id_that_fits_no_address_gets_no_page_and_harms_none(self, toy: Project) -> None:
        odd = attrs.evolve(toy.claims["draft"], id="../../x")
        pages = build_pages(attrs.evolve(toy, claims={**toy.claims, "../../x": odd}), preview=True, now=TODAY)
        assert [path for path in pages if ".." in path] == []


class TestMarkup:
    """JSON-LD: on published pages, and only there."""

    def test_where_it_stands(self, toy_site: Pages) -> None:
        marked = {path for path, page in html(toy_site).items() if "application/ld+json" in page}
        assert marked == {
            f"{language}/claims/{name}.html"
            for language in ("de", "en")
            for name in ("accusation", "clock-quote", "corrected", "visitors-sum")
        }

    def test_one_on_a_page_and_each_claim_on_one_page_of_a_language(self, toy_site: Pages) -> None:
        addresses = []
        for path, page in html(toy_site).items():
            blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
            assert len(blocks) <= 1, path
            addresses += [json.loads(block)["url"] for block in blocks]
        assert addresses
        assert len(set(addresses)) == len(addresses)

    def test_it_says_what_the_page_says(self, toy_site: Pages) -> None:
        for path, page in html(toy_site).items():
            for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page):
                review = json.loads(block)
                assert review["url"] == f"https://pruefstelle.example/{path}"
                assert review["inLanguage"] == path[:2]
                assert f"<bdi>{review['reviewRating']['alternateName']}</bdi>" in page
                assert f"<span>{review['reviewRating']['reviewAspect']}</span>" in page


class TestEveryPage:
    """What holds for all of them."""

    @pytest.fixture(params=["toy_site", "toy_preview"])
    def pages(self, request: pytest.FixtureRequest) -> Pages:
        found: Pages = request.getfixturevalue(request.param)
        return found

    def test_the_policy_stands_first_and_allows_nothing_from_elsewhere(self, pages: Pages) -> None:
        for path, page in html(pages).items():
            first = page[page.index("<head>") + len("<head>") :].lstrip()
            policy = next(iter(Elements(page).of("meta")))
            assert first.startswith('<meta http-equiv="Content-Security-Policy"'), path
            assert re.fullmatch(
                r"default-src 'none'; style-src 'self'; script-src ('self'|'none'|'sha256-[\w+/=]{44}'); img-src 'self' data:; "
                r"base-uri 'none'; form-action 'none'",
                policy["content"],
            ), path
            assert ("script-src 'self'" in policy["content"]) == path.endswith("index.html"), path

    def test_no_style_and_no_script_inside(self, pages: Pages) -> None:
        for path, page in html(pages).items():
            for tag, attributes in Elements(page).found:
                assert tag != "style", path
                assert not [name for name in attributes if name == "style" or name.startswith("on")], path
                assert tag != "script" or "src" in attributes or attributes["type"] == "application/ld+json", path

    def test_every_file_is_the_sites_own(self, pages: Pages) -> None:
        for path, page in html(pages).items():
            elements = Elements(page)
            files = [one["href"] for one in elements.of("link")] + [one["src"] for one in elements.of("script") if "src" in one]
            assert [one for one in files if re.match(r"[a-z]+:|/", one)] == [], path
            assert [tag for tag in ("img", "iframe", "object", "video", "audio", "form", "base") if list(elements.of(tag))] == [], path
        for path, data in pages.items():
            if path.startswith("assets/"):
                assert re.findall(rb"url\(|@import|https?:|//[a-z]", data.replace(b"// ", b"")) == [], path

    def test_every_link_out_says_what_it_is(self, pages: Pages) -> None:
        for path, page in html(pages).items():
            for one in Elements(page).of("a"):
                if ":" in one["href"]:
                    assert one["rel"] == "noopener noreferrer ugc nofollow", path
                    assert re.match(r"https?://|mailto:", one["href"]), path

    def test_every_link_inside_leads_somewhere(self, pages: Pages) -> None:
        ids = {path: {one["id"] for _, one in Elements(page).found if "id" in one} for path, page in html(pages).items()}
        for path, page in html(pages).items():
            for _, attributes in Elements(page).found:
                target = attributes.get("href") or attributes.get("src") or ""
                if not target or ":" in target:
                    continue
                file, _, anchor = target.partition("#")
                there = path if not file else _resolved(path, file)
                assert there in pages, f"{path} -> {target}"
                assert not anchor or anchor in ids[there], f"{path} -> {target}"

    def test_ids_are_unique(self, pages: Pages) -> None:
        for path, page in html(pages).items():
            ids = [one["id"] for _, one in Elements(page).found if "id" in one]
            assert sorted(set(ids)) == sorted(ids), path

    def test_headings_are_in_order(self, pages: Pages) -> None:
        for path, page in html(pages).items():
            levels = [int(tag[1]) for tag, _ in Elements(page).found if re.fullmatch(r"h[1-6]", tag)]
            assert levels[0] == 1, path
            assert levels.count(1) == 1, path
            assert [(one, other) for one, other in itertools.pairwise(levels) if other > one + 1] == [], path

    def test_both_versions_of_a_page_know_each_other(self, pages: Pages) -> None:
        for path, page in html(pages).items():
            (other,) = [one for one in Elements(page).of("link") if one["rel"] == "alternate"]
            assert other["hreflang"] == ("en" if page.startswith('<!doctype html>\n<html lang="de"') else "de"), path
            back = html(pages)[_resolved(path, other["href"])]
            assert f'href="{way(_resolved(path, other["href"]), path)}"' in back

    def test_the_desks_sentence_stands_on_every_page(self, pages: Pages) -> None:
        for path, page in html(pages).items():
            german = '<html lang="de"' in page
            assert ("Alles hier ist erfunden." if german else "All of this is invented.") in page, path
            assert ("Fehler melden" if german else "Report a mistake") in page, path


def _resolved(path: str, link: str) -> str:
    parts = path.split("/")[:-1]
    for step in link.split("/"):
        parts = parts[:-1] if step == ".." else [*parts, step]
    return "/".join(parts)


def test_a_page_about_a_record_leads_to_it_on_the_forge(toy_site: Pages) -> None:
    pages = html(toy_site)
    assert 'href="https://git.example/pruefstelle/src/claims/zeitung/corrected.yaml"' in pages["de/claims/corrected.html"]
    assert 'href="https://git.example/pruefstelle/commits/claims/zeitung/corrected.yaml"' in pages["de/claims/corrected.html"]
    assert 'href="https://git.example/pruefstelle/src/claims/zeitung/article.yaml"' in pages["de/articles/zeitung.html"]
    assert "zeitung/retracted.yaml" not in pages["de/claims/retracted.html"]


def test_the_claim_page_keeps_the_order_in_which_readers_need_it(toy_site: Pages, toy_preview: Pages) -> None:
    def parts(page: str) -> list[str]:
        return re.findall(r'<h2 id="([\w-]+)"', page)

    assert parts(html(toy_site)["de/claims/visitors-sum.html"]) == [
        "claimed", "verdict", "basis", "missing", "sum", "reasoning", "questions", "evidence", "disputes", "exceptions", "searches",
        "letters", "related", "about",
    ]  # fmt: skip
    assert parts(html(toy_site)["de/claims/corrected.html"])[:3] == ["corrections", "claimed", "verdict"]
    assert parts(html(toy_site)["de/claims/clock-quote.html"])[-4:] == ["evidence", "exceptions", "related", "about"]
    assert parts(html(toy_preview)["de/claims/accusation-content.html"]) == [
        "claimed", "verdict", "known", "missing", "basis", "evidence", "exceptions", "about", "wanted", "findings",
    ]  # fmt: skip
