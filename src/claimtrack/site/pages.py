"""Which pages a site has: everything from the start page to the stylesheet, as bytes by path."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath

import attrs
from markupsafe import Markup

from claimtrack.exchange.claimreview import claim_review
from claimtrack.exchange.jsonld import encode
from claimtrack.findings import Finding
from claimtrack.project import Project
from claimtrack.publication import Publication, publication_of
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim
from claimtrack.records.vocabulary import RelationKind
from claimtrack.records.workflow import Demand
from claimtrack.site.render import Renderer
from claimtrack.site.views.article_page import article_page
from claimtrack.site.views.claim_page import claim_page
from claimtrack.site.views.corrections import retraction
from claimtrack.site.views.edition import Edition
from claimtrack.site.views.frame import About, frame
from claimtrack.site.views.lists import source_page, start_page, status_page
from claimtrack.site.views.methodology import methodology
from claimtrack.site.views.paths import Paths, all_paths, fits_path, way
from claimtrack.site.views.relations import backward
from claimtrack.site.views.rows import answer
from claimtrack.site.views.timeline import Moment

NextDemands = Mapping[str, tuple[Demand, ...]]
"""For each status that can follow, what it would still demand."""


@attrs.frozen(kw_only=True)
class _Builder:
    """What the pages of one language are built from."""

    edition: Edition
    everywhere: tuple[Paths, ...]
    renderer: Renderer
    style: str
    script: str
    findings: Mapping[str, tuple[Finding, ...]]
    missing: Mapping[str, NextDemands]
    back: Mapping[str, list[tuple[RelationKind, str]]]
    moments: Mapping[str, tuple[Moment, ...]]

    def page(self, template: str, path: Callable[[Paths], str], title: str, view: object, about: About) -> tuple[str, bytes]:
        """Return a page and its path; *path* says where it lies in each language."""
        here = path(self.edition.paths)
        told = attrs.evolve(
            about,
            path=here,
            title=title,
            elsewhere={one.language: path(one) for one in self.everywhere},
        )
        around = frame(self.edition, told, style=self.style, script=self.script)
        return here, self.renderer.render(template, frame=around, words=around.words, page=view)


def build_pages(
    project: Project,
    *,
    preview: bool,
    now: datetime.date,
    findings: tuple[Finding, ...] = (),
    missing: Mapping[str, NextDemands] | None = None,
    moments: Mapping[str, tuple[Moment, ...]] | None = None,
    desk_templates: Path | None = None,
) -> Mapping[str, bytes]:
    """Return all files of a site by their paths; the same input gives the same bytes.

    Arguments:
        project: the records; for a public site what ``claimtrack.publication.published`` returns, and nothing else.
        preview: whether this is the desk's preview, with unpublished claims, marked as such on every page.
        now: the day of the build.
        findings: for a preview, what checking the records found.
        missing: for a preview, by claim, what each status that can follow would still demand.
        moments: by claim, what readers could see change since it was published, where the site is to tell that.
        desk_templates: the desk's own templates.

    Raises:
        TemplateError: a template is faulty.
    """
    renderer = Renderer(desk_templates)
    style, script = _asset(renderer, "style.css"), _asset(renderer, "filter.js")
    pages = dict([style, script])
    everywhere = all_paths(project.desk.languages)
    by_file: dict[str, tuple[Finding, ...]] = {}
    for one in findings:
        by_file[one.file] = (*by_file.get(one.file, ()), one)
    back = backward(project)
    for paths in everywhere:
        builder = _Builder(
            edition=Edition(project=project, paths=paths, preview=preview, now=now),
            everywhere=everywhere,
            renderer=renderer,
            style=style[0],
            script=script[0],
            findings=by_file,
            missing=missing or {},
            back=back,
            moments=moments or {},
        )
        pages.update(_pages(builder))
    return pages


def _pages(builder: _Builder) -> Iterable[tuple[str, bytes]]:
    """Yield the pages of one language."""
    edition, words = builder.edition, builder.edition.words
    project = edition.project
    yield builder.page("start.html", _start, words["start_title"], start_page(edition, _of_no_page(builder)), About(scripted=True))
    yield builder.page("status.html", _page("status"), words["status_title"], status_page(edition), About())
    yield builder.page("sources.html", _page("sources"), words["sources_title"], source_page(edition), About())
    yield builder.page("methodology.html", _page("methodology"), words["method_title"], methodology(edition), About())
    for article_id in sorted(filter(fits_path, project.articles)):
        yield _article(builder, project.articles[article_id])
    for claim_id in sorted(filter(fits_path, project.claims)):
        yield _claim(builder, project.claims[claim_id])
    taken = set(project.claims)
    for claim_id in sorted(filter(fits_path, project.claims)):
        for former in project.claims[claim_id].former_ids:
            if fits_path(former) and former not in taken:
                taken.add(former)
                yield _moved(builder, project.claims[claim_id], former)


def _start(paths: Paths) -> str:
    return paths.start


def _page(name: str) -> Callable[[Paths], str]:
    return lambda paths: paths.page(name)


def _claim(builder: _Builder, claim: Claim) -> tuple[str, bytes]:
    edition = builder.edition
    file = edition.project.files.get(("claim", claim.id), "")

    def path(paths: Paths) -> str:
        return paths.claim(claim.id)

    if publication_of(edition.project, claim) is Publication.RETRACTED:
        return builder.page("retracted.html", path, edition.words["retracted"], retraction(edition, claim), About(claim=claim))
    view = claim_page(
        edition,
        claim,
        back=builder.back.get(claim.id, []),
        missing=builder.missing.get(claim.id, {}),
        findings=builder.findings.get(file, ()),
        moments=builder.moments.get(claim.id, ()),
    )
    told = view.summary or view.so_far
    about = About(claim=claim, record=file or None, description=told.text if told else "", markup=_markup(edition, claim))
    return builder.page("claim.html", path, view.answer.title, view, about)


def _markup(edition: Edition, claim: Claim) -> Markup | None:
    """Return the markup of a claim's page; a preview has none, whatever the claim."""
    if edition.preview:
        return None
    aspect = edition.words.one_of("aspect", claim.aspect) if claim.aspect else None
    review = claim_review(edition.project, claim, edition.language, edition.paths.claim(claim.id), aspect=aspect)
    return None if review is None else Markup(encode(review))  # noqa: S704  (the encoder leaves nothing that HTML could take for markup)


def _moved(builder: _Builder, claim: Claim, former: str) -> tuple[str, bytes]:
    """A page that says where a check is now; addresses that were given away once go on working."""
    edition = builder.edition

    def path(paths: Paths) -> str:
        return paths.claim(former)

    target = way(path(edition.paths), edition.paths.claim(claim.id))
    gone = publication_of(edition.project, claim) is Publication.RETRACTED
    view = {"link": target, "answer": None if gone else answer(edition, claim)}
    return builder.page("moved.html", path, edition.words["moved"], view, About(claim=claim))


def _article(builder: _Builder, article: Article) -> tuple[str, bytes]:
    edition = builder.edition
    file = edition.project.files.get(("article", article.id), "")
    about = About(record=file or None)
    title = edition.words.fill("article_in_quotes", title=article.title)
    view = article_page(edition, article, _of_article(builder, file))
    return builder.page("article.html", lambda paths: paths.article(article.id), title, view, about)


def _of_article(builder: _Builder, file: str) -> tuple[Finding, ...]:
    """Return the findings about an article and about its sources, which lie beside it."""
    beside = str(PurePosixPath(file).with_name("sources.yaml")) if file else ""
    return (*builder.findings.get(file, ()), *builder.findings.get(beside, ()))


def _of_no_page(builder: _Builder) -> tuple[Finding, ...]:
    """Return the findings that stand on no page of a claim or an article: those about the desk, and about files that cannot be read."""
    project = builder.edition.project
    shown = {file for (kind, one), file in project.files.items() if kind in {"claim", "article"} and fits_path(one)}
    shown |= {str(PurePosixPath(file).with_name("sources.yaml")) for (kind, _), file in project.files.items() if kind == "article"}
    return tuple(one for file in sorted(builder.findings) if file not in shown for one in builder.findings[file])


def _asset(renderer: Renderer, name: str) -> tuple[str, bytes]:
    """Return a file that pages use, under a name that changes with its content, so that no reader is served an old one."""
    data = renderer.asset(name)
    stem, dot, ending = name.rpartition(".")
    return f"assets/{stem}.{hashlib.sha256(data).hexdigest()[:10]}{dot}{ending}", data
