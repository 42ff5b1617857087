"""The frame of every page: title, banner, ways to the other pages and to the other language, and what stands at the foot."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import quote

import attrs
from markupsafe import Markup

from claimtrack.publication import Publication, publication_of
from claimtrack.records.claim import Claim
from claimtrack.site.views.edition import Edition, Phrase, Place, contact, place
from claimtrack.site.views.methodology import PolicyLink, policies
from claimtrack.site.views.paths import Paths, way
from claimtrack.site.views.rows import listed
from claimtrack.site.wording.words import Words, words_in


@attrs.frozen
class Way:
    """A way to another page of the site: what it is called, the link, and whether it is this page."""

    label: str
    link: str
    here: bool = False


@attrs.frozen(kw_only=True)
class OtherLanguage:
    """The same page in a language of the site: its tag, its name in itself, the link, and whether it is this page."""

    language: str
    name: str
    link: str
    here: bool


@attrs.frozen(kw_only=True)
class Banner:
    """What stands on every page of a preview, on paper too.

    Attributes:
        word: the first word, such as "DRAFT."
        text: the sentences behind it.
        remark: what the records say about how they came about, such as that a machine did the first reading.
    """

    word: str
    text: str
    remark: Phrase | None = None


@attrs.frozen(kw_only=True)
class Foot:
    """What stands at the foot of a page.

    Attributes:
        publisher: whose checks these are, in a sentence.
        publisher_page: their own site.
        report: where to report a mistake.
        complain: where to complain.
        record: the record on the forge, or the folder of the records where a page is about several.
        history: all changes to it.
        policies: the desk's own pages.
        licences: the licences of texts and records, in sentences.
        as_of: the day of the build, in a sentence.
    """

    publisher: str
    publisher_page: Place | None
    report: Place | None
    complain: Place | None
    record: Place | None
    history: Place | None
    policies: tuple[PolicyLink, ...]
    licences: tuple[str, ...]
    as_of: str


@attrs.frozen(kw_only=True)
class Frame:
    """What every page has, whatever it is about.

    Attributes:
        words: the words of its language.
        language: its language.
        title: its title, without the name of the desk.
        desk: the name of the desk.
        description: what it says, in two sentences at most; may be empty.
        start: the way to the start page.
        ways: the ways to the other pages.
        languages: the same page in each language.
        banner: what a preview says about itself.
        notice: the desk's sentence for every page.
        style: the way to the stylesheet.
        script: the way to the script, where the page has one.
        policy: the content security policy.
        hidden: whether search engines are asked to stay away.
        markup: the JSON-LD, escaped, where the page has some.
        foot: what stands at its foot.
    """

    words: Words
    language: str
    title: str
    desk: Phrase
    description: str
    start: str
    ways: tuple[Way, ...]
    languages: tuple[OtherLanguage, ...]
    banner: Banner | None
    notice: Phrase | None
    style: str
    script: str | None
    policy: str
    hidden: bool
    markup: Markup | None
    foot: Foot


@attrs.frozen(kw_only=True)
class About:
    """What a page is about, as far as its frame has to know; path, title and languages are filled in when the page is made.

    Attributes:
        path: where the page lies.
        title: its title.
        elsewhere: where the same page lies in each language, by tag.
        description: what it says, in two sentences at most.
        claim: the claim that it is about, where it is about one.
        record: the file of the record that it is about, relative to the project's root.
        markup: the JSON-LD.
        scripted: whether it uses the script.
    """

    path: str = ""
    title: str = ""
    elsewhere: Mapping[str, str] = attrs.field(factory=dict)
    description: str = ""
    claim: Claim | None = None
    record: str | None = None
    markup: Markup | None = None
    scripted: bool = False


def frame(edition: Edition, about: About, *, style: str, script: str) -> Frame:
    """Return the frame of a page.

    Arguments:
        edition: the edition.
        about: what the page is about.
        style: the path of the stylesheet.
        script: the path of the script.
    """
    desk = edition.project.desk
    return Frame(
        words=edition.words,
        language=edition.language,
        title=about.title,
        desk=edition.name(desk.publisher.name),
        description=about.description,
        start=way(about.path, edition.paths.start),
        ways=_ways(edition, about.path),
        languages=_languages(edition, about),
        banner=_banner(edition, about.claim) if edition.preview else None,
        notice=edition.phrase_or_none(desk.notice),
        style=way(about.path, style),
        script=way(about.path, script) if about.scripted else None,
        policy=policy(scripted=about.scripted, markup=about.markup),
        hidden=edition.preview,
        markup=about.markup,
        foot=_foot(edition, about),
    )


def policy(*, scripted: bool, markup: str | None) -> str:
    """Return the content security policy of a page: nothing from elsewhere, and no script but the site's own.

    Markup is no script, and browsers let it pass; checkers of HTML do not all know that, so it is named by its digest.
    """
    allowed = ["'self'"] if scripted else []
    if markup is not None:
        allowed.append(f"'sha256-{base64.b64encode(hashlib.sha256(markup.encode()).digest()).decode()}'")
    script = " ".join(allowed) or "'none'"
    return f"default-src 'none'; style-src 'self'; script-src {script}; img-src 'self' data:; base-uri 'none'; form-action 'none'"


def _ways(edition: Edition, path: str) -> tuple[Way, ...]:
    paths: Paths = edition.paths
    pages = {
        "nav_checks": paths.start,
        "nav_status": paths.page("status"),
        "nav_sources": paths.page("sources"),
        "nav_method": paths.page("methodology"),
    }
    return tuple(Way(edition.words[key], way(path, target), target == path) for key, target in pages.items())


def _languages(edition: Edition, about: About) -> tuple[OtherLanguage, ...]:
    return tuple(
        OtherLanguage(
            language=language, name=words_in(language)["language_name"], link=way(about.path, path), here=language == edition.language
        )
        for language, path in about.elsewhere.items()
    )


def _banner(edition: Edition, claim: Claim | None) -> Banner:
    """Return the banner of a page of the preview; a page about several claims has a remark where all of them have the same."""
    words = edition.words
    if claim is None:
        return Banner(word=words["banner_draft"], text=words["banner_draft_text"], remark=_common_remark(edition))
    remark = edition.phrase_or_none(claim.disclosure.ai_use)
    status = edition.project.status_of(claim)
    if publication_of(edition.project, claim) in {Publication.PUBLISHED, Publication.CORRECTED}:
        return Banner(word=words["banner_published"], text=words["banner_published_text"], remark=remark)
    text = words["banner_approved_text" if status is not None and status.approves else "banner_draft_text"]
    return Banner(word=words["banner_draft"], text=text, remark=remark)


def _common_remark(edition: Edition) -> Phrase | None:
    remarks = {edition.phrase_or_none(claim.disclosure.ai_use) for claim in listed(edition)}
    return next(iter(remarks)) if len(remarks) == 1 else None


def _foot(edition: Edition, about: About) -> Foot:
    desk = edition.project.desk
    words = edition.words
    name = edition.name(desk.publisher.name)
    licences = {"licence_text": desk.licences.text, "licence_data": desk.licences.data}
    forge = desk.forge
    return Foot(
        publisher=words.name("publisher", publisher=(name.text, name.language)),
        publisher_page=place(desk.publisher.url),
        report=contact(desk.pages.report),
        complain=contact(desk.pages.complaints),
        record=_on_forge(edition, forge.records, about.record) if forge else None,
        history=_on_forge(edition, forge.history, about.record) if forge and forge.history else None,
        policies=policies(edition),
        licences=tuple(words.name(key, licence=(licence, None)) for key, licence in licences.items() if licence),
        as_of=words.fill("as_of", date=words.date(edition.now)),
    )


def _on_forge(edition: Edition, folder: str, record: str | None) -> Place | None:
    """Return where a record lies in public; the forge's address ends with the folder of the desk record."""
    if record is None:
        return place(folder)
    claims = PurePosixPath(edition.project.desk_file).parent
    within = PurePosixPath(record).relative_to(claims) if PurePosixPath(record).is_relative_to(claims) else PurePosixPath(record)
    return place(f"{folder.rstrip('/')}/{quote(str(within))}")
