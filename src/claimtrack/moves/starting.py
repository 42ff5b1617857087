"""Starting a desk: the few files that everything else needs, each short enough to be read."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from claimtrack.errors import CannotWriteError, UsageError
from claimtrack.reading.language_tags import is_language, language_meant
from claimtrack.records.ids import is_slug
from claimtrack.rules.ids import LONGEST_ID

_DESK = """\
# Who publishes, by which rules. Every field: docs/reference/records.md, or `claimtrack explain` for a finding.
format: 1
publisher: {{name: {name}}}
languages: [{languages}]                   # the first is the reference wording
people:
  {person}: {{shown: {person}, may: [write]}}
  # A second person reviews; nobody approves their own claim:
  # second-reader: {{shown: Second reader, may: [write, review]}}
"""

_ARTICLE = """\
# The article that the claims of this folder are taken from. INVENTED: write over it.
title: The title as it stands there
url: https://news.example/first-article
publisher: The Example
language: {language}
"""

_CLAIM = """\
# One claim; the name of the file is its id. INVENTED: write over it. A draft needs no more than this.
status: draft
authors: [{person}]
statement: The claim as one neutral sentence.
quote: the words in the article
"""

_IGNORE = """\
# What claimtrack makes, and the texts of other people's articles, which are not ours to publish
/site/
/snapshots/
"""


def start_desk(folder: Path, *, name: str, languages: tuple[str, ...], person: str) -> Iterator[Path]:
    """Write the first files of a desk and yield each as it is written; a file that exists is never touched.

    Arguments:
        folder: where the desk is to be; made where it does not exist.
        name: the name of the desk.
        languages: the languages of the desk, the first being the reference wording.
        person: the id of the person who writes.

    Raises:
        UsageError: there is a desk already, or a language or the person's id has the wrong form.
        CannotWriteError: a file could not be written.
    """
    claims = folder / "claims"
    for there in (claims / "desk.yaml", folder / "desk.yaml"):
        if os.path.lexists(there):
            raise UsageError(f"there is a desk already: {there}")
    for language in languages:
        if not is_language(language):
            meant = language_meant(language)
            question = f"; did you mean {meant}?" if meant else ""
            raise UsageError(f"a language is a tag such as de, en or pt-BR, found {language!r}{question}")
    if not is_slug(person) or len(person) > LONGEST_ID:
        raise UsageError(f"the id of a person has small letters, digits and hyphens, found {person!r}")
    if not name.isprintable() or not name.strip():
        raise UsageError(f"the name of a desk is a printable text, found {name!r}")
    words = {"name": json.dumps(name, ensure_ascii=False), "languages": ", ".join(languages), "language": languages[0], "person": person}
    files: Mapping[Path, str] = {
        claims / "desk.yaml": _DESK,
        claims / "first-article" / "article.yaml": _ARTICLE,
        claims / "first-article" / "first-claim.yaml": _CLAIM,
        folder / ".gitignore": _IGNORE,
    }
    for path, text in files.items():
        if _write_new(path, text.format(**words)):
            yield path


def _write_new(path: Path, text: str) -> bool:
    if os.path.lexists(path):
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise CannotWriteError(f"cannot write {path}: {error.strerror}") from error
    return True
