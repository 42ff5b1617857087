"""``claimtrack new article``: take an article in."""

from __future__ import annotations

import logging
from typing import Unpack

import click

from claimtrack import git
from claimtrack.cli import completing
from claimtrack.cli.carrying_out import Desk, Writing, carry, opened, writes_down_a_language
from claimtrack.cli.console import existing, given_day
from claimtrack.errors import CannotReadError, RefusedError, UsageError
from claimtrack.extracting import MAX_BYTES
from claimtrack.moves.new_article import Told, take_in
from claimtrack.reading.snapshots import SNAPSHOTS_FOLDER


class _Given(Writing):
    """The options of the command."""

    id: str | None
    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    url: str | None
    unknown: str | None
    published: str | None
    written_in: str | None
    retrieved: str | None


@click.command("article")
@click.argument("file", shell_complete=completing.files)
@click.option("--id", help="Its id, which becomes the name of its folder; else it is made of the title.")
@click.option("--title", help="Its title as it stands there.")
@click.option("--author", "authors", multiple=True, help="Who wrote it, as named there; repeat.")
@click.option("--publisher", help="Who published it.")
@click.option("--url", help="Its address.")
@click.option("--unknown", metavar="REASON", help="Why there is no address, in place of --url.")
@click.option("--published", metavar="DATE", help="When it was published: 2026-02-09, 2026-02 or 2026.")
@click.option("--language", "written_in", metavar="TAG", help="The language it is in, as a tag: de, en, pt-BR.")
@click.option("--retrieved", metavar="DATE", help="The day the text was taken, instead of today.")
@writes_down_a_language
def command(file: str, **given: Unpack[_Given]) -> int:
    """Take in the article in FILE, a text file or a page of the web saved as HTML.

    The record gets the article's length and hash, and its text goes to the private folder snapshots/. From a page, title, authors, day,
    address, language and main text are taken out, where it gives them; what an option says wins. What neither says is asked for.
    """
    desk = opened(given)
    _keep_private(desk)
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what it warns of, we say ourselves
    told = Told(
        id=given["id"],
        title=given["title"],
        authors=given["authors"],
        publisher=given["publisher"],
        url=given["url"],
        unknown=given["unknown"],
        published=given["published"],
        language=given["written_in"],
        retrieved=given_day("--retrieved", given["retrieved"]) if given["retrieved"] is not None else desk.today,
    )
    return carry(desk, take_in(desk.project, file, _read(file), told))


def _read(file: str) -> bytes:
    path = existing(file)
    if not path.is_file():
        raise UsageError(f"{file} is no file; expected a text file or a page saved as HTML")
    try:
        with path.open("rb") as opened_file:
            return opened_file.read(MAX_BYTES + 1)
    except OSError as error:
        raise CannotReadError(f"{file} cannot be read: {error.strerror}") from error


def _keep_private(desk: Desk) -> None:
    """Make sure that git passes over the texts of articles: somebody else's text must not be published by accident."""
    root = desk.project.root
    line = f"/{SNAPSHOTS_FOLDER}/"
    if git.folder_of(root) is not None:
        if not git.is_ignored(root, f"{SNAPSHOTS_FOLDER}/any.txt"):
            raise RefusedError(
                f"git does not pass over {SNAPSHOTS_FOLDER}/, and the text of somebody else's article would be committed with the records; "
                f"add the line {line} to .gitignore"
            )
    elif line not in _lines_of(desk):
        click.echo(f"before this folder goes under git, add the line {line} to .gitignore: the texts of articles are not ours to publish")


def _lines_of(desk: Desk) -> list[str]:
    try:
        return (desk.project.root / ".gitignore").read_text("utf-8", errors="replace").split("\n")
    except OSError:
        return []
