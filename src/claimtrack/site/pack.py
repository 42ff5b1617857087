"""The pack for an assessor as one HTML file that stands for itself: it can be mailed, printed and kept."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from markupsafe import Markup

from claimtrack.practice.pack import Pack
from claimtrack.site.render import Renderer
from claimtrack.site.views.edition import Edition
from claimtrack.site.views.pack_page import pack_page
from claimtrack.site.views.paths import Paths, all_paths
from claimtrack.site.wording.words import site_languages


def edition_of(pack: Pack, language: str | None = None) -> Edition:
    """Return the edition that a pack is told in: what readers may see, in one language.

    Arguments:
        pack: the pack.
        language: a language that there is a catalogue for; without one, the first of the desk's languages that there is one for.
    """
    languages = site_languages(pack.public.desk.languages)
    chosen = languages[0] if language is None else next((one for one in languages if one.partition("-")[0] == language), language)
    paths = next((one for one in all_paths(pack.public.desk.languages) if one.language == chosen), Paths(chosen, first=False))
    return Edition(project=pack.public, paths=paths, preview=False, now=pack.as_of)


def pack_html(pack: Pack, mark: str, *, language: str | None = None, desk_templates: Path | None = None) -> bytes:
    """Return the pack as an HTML file with its stylesheet inside.

    Arguments:
        pack: what was counted and checked.
        mark: a sentence that says who made the file; it stands at the end as a comment.
        language: the language, where it is not the desk's first.
        desk_templates: the desk's own templates.

    Raises:
        TemplateError: a template is faulty.
    """
    edition = edition_of(pack, language)
    renderer = Renderer(desk_templates)
    style = "\n".join(renderer.asset(name).decode("utf-8", "replace") for name in ("style.css", "compliance.css"))
    # As a browser reads it: with one kind of line ends, nothing in it that ends the element, and, for a checker, no blanks around it.
    style = style.replace("\r\n", "\n").replace("\r", "\n").replace("</", "<\\/").strip()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    page = renderer.render(
        "compliance.html",
        page=pack_page(edition, pack),
        words=edition.words,
        language=edition.language,
        style=Markup(style),  # noqa: S704  (the stylesheet of the templates; nothing of a record is in it)
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
    )
    return page + f"<!-- {mark} -->\n".encode()
