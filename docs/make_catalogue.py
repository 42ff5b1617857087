"""Brings the catalogues of messages up to date: `python docs/make_catalogue.py`, with src on the path and Babel (extra `test`) at hand.

The keys are the English sentences in the source: every literal that stands first in a call of `say`. A sentence that is new is added
without a translation; one that is gone is left out and printed, so that its translation can be moved to the sentence that took its place.
Translators write into `src/claimtrack/locale/LANGUAGE/LC_MESSAGES/claimtrack.po`; the compiled `.mo` beside it is what the program reads.
"""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).resolve().parents[1] / "src" / "claimtrack"
LANGUAGES = ("de",)
_HEADER = """\
# The sentences of claimtrack in another language. Brought up to date by docs/make_catalogue.py; translate what stands behind msgstr.
# Words in {braces} and in `backticks` stay as they are; literal braces are doubled."""


class _Messages(Catalog):
    """A catalogue that says of itself what is true on every day and with every version of Babel."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The header, as names and values."""
        return [
            ("Language", str(self.locale)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]


def main() -> None:
    """Bring every catalogue up to date, and say what is new, what is gone and what is left to do."""
    templates = sentences(SOURCE)
    for language in LANGUAGES:
        path = catalogue_of(language)
        known = translations(path.read_text("utf-8")) if path.exists() else {}
        for template in sorted(known.keys() - templates.keys()):
            print(f"{language}: gone: {template!r} -> {known[template]!r}")
        text = written(templates, known, language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
        path.with_suffix(".mo").write_bytes(compiled(text, language))
        new = len(templates.keys() - known.keys())
        left = sum(1 for template in templates if not known.get(template))
        print(f"{language}: {len(templates)} sentences, {new} of them new, {left} without a translation")


def catalogue_of(language: str) -> Path:
    """Return the file of the translations into a language."""
    return SOURCE / "locale" / language / "LC_MESSAGES" / "claimtrack.po"


def sentences(source: Path) -> dict[str, str]:
    """Return every sentence that is said, with the module that says it first; the modules in order, each from top to bottom.

    Raises:
        ValueError: a sentence is put together where it is said, so that no catalogue can have it.
    """
    found: dict[str, str] = {}
    for path in sorted(source.rglob("*.py")):
        module = path.relative_to(source).as_posix()
        calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call) and _says(node)]
        for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
            for template in _literals(call, module):
                if template:
                    found.setdefault(template, module)
    return found


def _says(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Name) and node.func.id == "say" and bool(node.args)


def _literals(call: ast.Call, module: str) -> Iterator[str]:
    match call.args[0]:
        case ast.Constant(value=str(template)):
            yield template
        case other:
            raise ValueError(f"{module}:{call.lineno}: say({ast.unparse(other)}, …) does not begin with a literal sentence")


def translations(text: str) -> dict[str, str]:
    """Return the translations of a catalogue by their English sentences; those that are marked as doubtful are none."""
    read = read_po(io.BytesIO(text.encode("utf-8")))
    return {str(one.id): str(one.string or "") for one in read if one.id and not one.fuzzy}


def written(templates: Mapping[str, str], known: Mapping[str, str], language: str) -> str:
    """Return a catalogue as text: every sentence with its translation, and no line numbers, so that changes stay small."""
    file = io.BytesIO()
    write_po(file, _catalogue(templates, known, language), width=0, no_location=True)
    return file.getvalue().decode("utf-8").rstrip("\n") + "\n"


def compiled(text: str, language: str) -> bytes:
    """Return what the program reads, made of a catalogue as text."""
    known = translations(text)
    file = io.BytesIO()
    write_mo(file, _catalogue(dict.fromkeys(known, ""), known, language))
    return file.getvalue()


def _catalogue(templates: Mapping[str, str], known: Mapping[str, str], language: str) -> Catalog:
    catalogue = _Messages(locale=language, header_comment=_HEADER, charset="utf-8", fuzzy=False)
    for template, module in templates.items():
        message = catalogue.add(template, known.get(template, ""), auto_comments=[module] if module else [])
        if message:
            message.flags.clear()  # what Babel makes of per cent signs and braces, which differs from version to version
    return catalogue


if __name__ == "__main__":
    main()
