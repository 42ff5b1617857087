"""Taking an article in: the record of it, and its text as the quotes will be anchored in it."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping, Sequence

import attrs

from claimtrack.changes import Value
from claimtrack.editing import compose_record
from claimtrack.errors import RefusedError, UsageError
from claimtrack.extracting import Page, decoded, page_in
from claimtrack.lineage.shelf import Shelf
from claimtrack.moves.new_ids import given_id, id_made_of
from claimtrack.moves.plan import Plan
from claimtrack.moves.told_values import told_address, told_date, told_language
from claimtrack.project import Project
from claimtrack.reading.file_names import DESK
from claimtrack.reading.language_tags import is_language
from claimtrack.reading.snapshots import MAX_BYTES, SNAPSHOTS_FOLDER
from claimtrack.urls import web_address
from claimtrack.variants.documents import document_at

_PAGES = (".htm", ".html", ".xhtml")
_ARCHIVES_OF_PAGES = (".mht", ".mhtml", ".webarchive")
_BEGINS_A_PAGE = (b"<!doctype html", b"<html")
_MARK = "\ufeff"
_LONGEST_TITLE = 500


@attrs.frozen(kw_only=True)
class Told:
    """What is told of an article; None where it is not, so that the page itself has to say it.

    Attributes:
        id: its id.
        title: its title as it stands there.
        authors: who wrote it.
        publisher: who published it.
        url: its address.
        unknown: why there is none.
        published: the day of publication.
        language: the language it is in.
        retrieved: the day the text was taken.
    """

    id: str | None = None
    title: str | None = None
    authors: Sequence[str] = ()
    publisher: str | None = None
    url: str | None = None
    unknown: str | None = None
    published: str | None = None
    language: str | None = None
    retrieved: datetime.date


def take_in(project: Project, name: str, data: bytes, told: Told) -> Plan:
    """Plan to take an article in.

    What is told wins over what the page says; what neither says is asked for by name.

    Arguments:
        project: the desk.
        name: the name of the file with the article: a page of the web, or its text.
        data: the bytes of that file.
        told: what is told of the article.

    Raises:
        UsageError: something is missing that an article has, or what is given has the wrong form, or the file is neither text nor page.
        RefusedError: the desk has that article already.
        MissingExtraError: it is a page, and what takes pages apart is not installed.
    """
    is_page = _is_page(name, data)
    page = page_in(decoded(data)) if is_page else Page(text=_text(name, data))
    values, taken, notes = _values(page, told)
    title = str(values["title"])
    text, how = _snapshot(page, title) if is_page else (_ending_in_a_line(page.text), "")
    folder = project.desk_file.removesuffix(DESK)
    article_id = given_id(told.id, "an article") if told.id else id_made_of(title, _Articles(project), "the article")
    raw = text.encode("utf-8")
    if len(raw) > MAX_BYTES:
        raise UsageError(f"the text has {len(raw):,} bytes; a text of an article has at most {MAX_BYTES:,}")
    digest = hashlib.sha256(raw).hexdigest()
    _refuse_known(project, article_id, values.get("url"), digest)
    values["text"] = {"sha256": digest, "length": len(text)}
    snapshot = f"{SNAPSHOTS_FOLDER}/{article_id}.txt"
    plan = Plan(project=project).with_file(f"{folder}{article_id}/article.yaml", compose_record(values)).with_file(snapshot, raw)
    if taken:
        notes = (f"{_all_of(taken)} {'was' if len(taken) == 1 else 'were'} taken from the page; please read what was written", *notes)
    beside = "the page" if is_page else name
    return plan.saying(
        *notes,
        *([how] if how else []),
        following=f"read {snapshot} beside {beside}, then `claimtrack new claim {article_id} --quote '…' --statement '…'`",
    )


def _values(page: Page, told: Told) -> tuple[dict[str, Value], list[str], tuple[str, ...]]:
    """Return the fields of the record but the text, which of them the page said, and what there is to say about it."""
    taken: list[str] = []
    notes: tuple[str, ...] = ()

    def said(name: str, given: str | None, found: str) -> str:
        if given is None and found:
            taken.append(name)
        return given.strip() if given is not None else found

    title = said("title", told.title, _one_line(page.title))
    authors = [one for one in (told.authors or map(_one_line, page.authors)) if one.strip()]
    if authors and not told.authors:
        taken.append("author" if len(authors) == 1 else "authors")
    published = said("date", told.published, page.published)
    language = said("language", told.language, page.language if is_language(page.language) else "")
    url = said("address", told.url, (web_address(page.url) or "") if told.unknown is None else "")
    if url:
        url, notes = told_address("--url", url)
    publisher, address = (told.publisher or "").strip(), url or told.unknown or ""
    wanted = {"--title": title, "--publisher": publisher, "--language": language, "--url (or --unknown, with the reason why)": address}
    _ask_for_what_is_missing(wanted, page)
    fields: dict[str, Value | None] = {
        "title": title,
        "url": url or None,
        "unknown": told.unknown,
        "publisher": publisher,
        "authors": list(authors) or None,
        "language": told_language("--language", language),
        "published": told_date("--published", published) if published else None,
        "retrieved": told.retrieved,
    }
    return {name: value for name, value in fields.items() if value is not None}, taken, notes


def _ask_for_what_is_missing(wanted: Mapping[str, str], page: Page) -> None:
    missing = [option for option, value in wanted.items() if not value]
    if not missing:
        return
    site = _one_line(page.site)
    calls_itself = f"; the site calls itself {site!r}" if "--publisher" in missing and site else ""
    where = "neither told nor said by the page" if page.title or page.site else "not told"
    raise UsageError(f"what an article has is {where}: give {_all_of(missing)}{calls_itself}")


def _snapshot(page: Page, title: str) -> tuple[str, str]:
    """Return the text that quotes are anchored in, which begins with the title, since headlines are quoted too."""
    said = _one_line(page.title)
    lines = page.text.split("\n")
    if said and said == title and said not in map(_one_line, lines[:3]):
        return _ending_in_a_line(f"{said}\n{page.text}"), "the text begins with the title, which did not stand in the main text"
    return _ending_in_a_line(page.text), ""


def _is_page(name: str, data: bytes) -> bool:
    if len(data) > MAX_BYTES:
        raise UsageError(f"{name} has more than {MAX_BYTES:,} bytes, and so long is no article")
    ending = name.casefold()
    if ending.endswith(_ARCHIVES_OF_PAGES):
        raise UsageError(f"{name} is an archive of a page with everything on it; save the page as HTML, or its text as a text file")
    return ending.endswith(_PAGES) or data.lstrip(b"\xef\xbb\xbf \t\r\n")[:20].lower().startswith(_BEGINS_A_PAGE)


def _text(name: str, data: bytes) -> str:
    """Return the text in a text file: UTF-8, its lines ending in LF, without a byte order mark."""
    try:
        text = data.decode("utf-8").removeprefix(_MARK)
    except UnicodeDecodeError as error:
        place = f"byte 0x{data[error.start]:02X}, number {error.start + 1:,} of the file"
        raise UsageError(f"{name}: {place}, is not UTF-8; save the text as UTF-8") from None
    if "\0" in text:
        raise UsageError(f"{name} holds zero bytes and is no text; save the article as a text file or as HTML")
    if not text.strip():
        raise UsageError(f"there is no text in {name}")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _ending_in_a_line(text: str) -> str:
    return text.rstrip("\n") + "\n"


def _one_line(text: str) -> str:
    """Return a text of a page on one line; one with characters that cannot be shown, or of unlikely length, is not believed."""
    line = " ".join(text.split())
    return line if line.isprintable() and len(line) <= _LONGEST_TITLE else ""


def _refuse_known(project: Project, article_id: str, url: Value | None, digest: str) -> None:
    """Refuse an article that the desk has: of that id, with that text, or at that address."""
    if article_id in _Articles(project):
        raise RefusedError(f"there is an article {article_id!r} already; choose another id with --id")
    for article in project.articles.values():
        if article.text is not None and article.text.sha256.lower() == digest:
            file = project.file_of("article", article.id)
            raise RefusedError(f"that is the text of the article {article.id!r}, which the desk has already: {file}")
    document = document_at(url) if isinstance(url, str) else None
    if document is None:
        return
    shelf: Shelf[str] = Shelf()
    for article in project.articles.values():
        if article.url is not None and (known := document_at(article.url)) is not None:
            shelf.put(article.id, (known,))
    if (same := shelf.same_as(document)) is not None:
        raise RefusedError(f"that is the article {same!r}, which the desk has already: {project.file_of('article', same)} (CT209)")


@attrs.frozen
class _Articles:
    """The ids that articles have."""

    project: Project

    def __contains__(self, article_id: object) -> bool:
        return isinstance(article_id, str) and self.project.exists("article", article_id)


def _all_of(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
