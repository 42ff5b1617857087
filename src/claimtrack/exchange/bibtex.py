"""The sources of claims for LaTeX and reference managers: entries of biblatex, in UTF-8, keyed by the ids of the sources.

A source with an address that may be linked to is an ``@online``, any other a ``@misc``. Names and titles are escaped, so that LaTeX sets
them and runs nothing. A name is never taken apart into first and last: it stands in braces of its own, as one writes corporate authors.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from claimtrack.exchange.outgoing import Loss, Outgoing, Parts
from claimtrack.records.ids import is_slug
from claimtrack.records.source import Archive, Source
from claimtrack.records.text import Text
from claimtrack.urls import web_address

_SIGNS = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    "#": r"\#", "$": r"\$", "%": r"\%", "&": r"\&", "_": r"\_",
}  # fmt: skip
"""What LaTeX takes for more than a sign, and how that sign is written."""
_BALANCED = re.compile(r"[^{}\\\s]*")
"""An address that can stand between braces as it is."""


def export(outgoing: Outgoing) -> Parts:
    """Yield an entry for each source, in the order of their keys; protected ones have none."""
    claims = "1 claim" if len(outgoing.claims) == 1 else f"{len(outgoing.claims)} claims"
    yield f"% Sources of {claims}, exported by claimtrack. UTF-8, for biblatex and biber.\n"
    for key, source in sorted(_keyed(outgoing), key=lambda one: one[0]):
        if source.protected is not None:
            yield Loss(of="", why="a protected source has no entry")
        elif not all(map(is_slug, key.split("."))):
            yield Loss(of=key, why="its id can be no key")
        elif source.title is None and source.url is None and source.publisher is None and source.author is None:
            yield Loss(of=key, why="it has neither title nor address nor publisher")
        else:
            yield _entry(outgoing, key, source)


def _keyed(outgoing: Outgoing) -> Iterator[tuple[str, Source]]:
    """Yield each source with its key: its id, or those of claim and evidence for one that is written out there."""
    yield from ((source.id, source) for source in outgoing.sources())
    for claim in outgoing.claims:
        for evidence in claim.evidence:
            if isinstance(evidence.source, Source):
                yield f"{claim.id}.{evidence.id}", evidence.source


def _entry(outgoing: Outgoing, key: str, source: Source) -> str:
    address = (web_address(source.url) or "") if source.url and source.link else ""
    fields = {
        "author": _name(outgoing, source.author),
        "title": _plain(source.title),
        "organization": _name(outgoing, source.publisher),
        "date": str(source.published) if source.published else "",
        "language": _plain(source.language),
        "url": address if _BALANCED.fullmatch(address) else "",
        "urldate": source.accessed.isoformat() if source.accessed and address else "",
        "howpublished": "" if address else _in(outgoing, source.unknown),
        "note": _plain(" ".join(_notes(outgoing, source))),
        "keywords": "not-public" if _is_hidden(outgoing, key) else "",
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"\n@{'online' if address else 'misc'}{{{key},\n{''.join(lines)}}}\n"


def _notes(outgoing: Outgoing, source: Source) -> Iterator[str]:
    """Yield what a reader of the entry has to know, in English as the commands are."""
    if source.title_inferred:
        yield "The title was concluded, not read."
    if source.published is None and source.published_note is not None:
        language = outgoing.project.desk.reference_language
        yield source.published_note.best(outgoing.language, language)[0].rstrip(". ") + "."
    copies = [address for archive in source.archives if (address := _copy(archive)) and source.link]
    if copies:
        yield f"Archived: {' '.join(copies)}"


def _copy(archive: Archive) -> str | None:
    return None if archive.status in {"failed", "gone"} else web_address(archive.url or "")


def _is_hidden(outgoing: Outgoing, key: str) -> bool:
    """Say whether readers do not see a source, where everything goes out."""
    if outgoing.public is None:
        return False
    claim_id, written_out, _ = key.partition(".")
    return claim_id not in (outgoing.public.claims if written_out else outgoing.public.sources)


def _name(outgoing: Outgoing, name: Text | None) -> str:
    told = _in(outgoing, name)
    return f"{{{told}}}" if told else ""


def _in(outgoing: Outgoing, text: Text | None) -> str:
    return "" if text is None else _plain(text.best(outgoing.language, outgoing.project.desk.reference_language)[0])


def _plain(text: str | None) -> str:
    r"""Return a text on one line that LaTeX sets as it is.

    >>> _plain("50 % & {more}\n\\input{x}")
    '50 \\% \\& \\textbraceleft{}more\\textbraceright{} \\textbackslash{}input\\textbraceleft{}x\\textbraceright{}'
    """
    line = " ".join((text or "").split())
    return "".join(_SIGNS.get(sign, sign) for sign in line if unicodedata.category(sign) not in {"Cc", "Cs", "Cn"})
