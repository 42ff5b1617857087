"""The Jinja2 door: templates in, HTML out, everything escaped.

A desk's own ``templates/`` folder is looked up first, file by file; the built-in templates can always be reached, and extended, under
the name ``claimtrack/…``.
"""

from __future__ import annotations

import os
import traceback
from pathlib import Path
from typing import Any

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from claimtrack.errors import TemplateError

BUILT_IN = "claimtrack"
"""The name under which the built-in templates can be extended although the desk has some of the same name."""

_FAULTS = (jinja2.TemplateError, ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, TypeError, ValueError)
"""What goes wrong in a template and not in the program: views are plain values that have been made before."""


def built_in_templates() -> Path:
    """Return the folder of the built-in templates: in the package where it was installed, at the root in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "templates"
    return inside if inside.is_dir() else package.parents[1] / "templates"


class Renderer:
    """Renders the templates of a desk.

    Attributes:
        folders: the folders that templates are looked up in, in this order.
    """

    def __init__(self, desk_templates: Path | None = None) -> None:
        """Make a renderer.

        Arguments:
            desk_templates: the desk's own templates; None, or a folder that does not exist, for none.

        Raises:
            TemplateError: the desk's templates are no folder, or a link to one.
        """
        own = [desk_templates] if desk_templates is not None and _is_own(desk_templates) else []
        self.folders = (*own, built_in_templates())
        self._environment = _Environment(
            loader=jinja2.ChoiceLoader([*map(_Folder, self.folders), jinja2.PrefixLoader({BUILT_IN: _Folder(built_in_templates())})]),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )

    def render(self, template: str, **context: Any) -> bytes:  # noqa: ANN401  (a template takes whatever its page is made of)
        """Return a page.

        Arguments:
            template: the name of the template.
            context: what it is given, frozen values.

        Raises:
            TemplateError: a template is faulty; the message names it and the line.
        """
        try:
            return self._environment.get_template(template).render(context).encode("utf-8")
        except _FAULTS as fault:
            raise TemplateError(self._told(template, fault)) from fault

    def asset(self, name: str) -> bytes:
        """Return a file that pages use as it is, such as the stylesheet, from the first folder that has it.

        Raises:
            TemplateError: there is none, or it cannot be read.
        """
        for folder in self.folders:
            path = _inside(folder, [name])
            if path is not None:
                try:
                    return path.read_bytes()
                except OSError as error:
                    raise TemplateError(f"{path}: cannot be read: {error.strerror}") from error
        raise TemplateError(f"there is no {name} in {' or '.join(map(str, self.folders))}")

    def _told(self, template: str, fault: Exception) -> str:
        """Return where a fault is and what it is."""
        message = str(fault) or type(fault).__name__
        if isinstance(fault, jinja2.TemplateSyntaxError):
            return f"{fault.filename or fault.name or template}:{fault.lineno}: {fault.message}"
        if isinstance(fault, jinja2.TemplateNotFound):
            message = f"there is no template {fault.name}"
        # Jinja2 puts the lines of templates into the traceback; the innermost is where it happened.
        files = {str(folder) for folder in self.folders}
        for step in reversed(traceback.extract_tb(fault.__traceback__)):
            if any(step.filename.startswith(folder) for folder in files):
                return f"{step.filename}:{step.lineno}: {message}"
        return f"{template}: {message}"


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox of Jinja2, which lets templates read and not act; it need not ask twice about the fields of our own views."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401  (Jinja2's own signature)
        if hasattr(type(obj), "__attrs_attrs__") and not attr.startswith("_") and not callable(value):
            return True
        return super().is_safe_attribute(obj, attr, value)


class _Folder(jinja2.BaseLoader):
    """Templates in a folder; no name and no symbolic link leads out of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, None]:  # noqa: ARG002  (Jinja2's own signature)
        path = _inside(self._folder, jinja2.loaders.split_template_path(template))
        if path is None:
            raise jinja2.TemplateNotFound(template)
        try:
            return path.read_text("utf-8"), str(path), None
        except (OSError, UnicodeDecodeError) as error:
            raise jinja2.TemplateSyntaxError(f"cannot be read: {error}", 1, template, str(path)) from error


def _is_own(folder: Path) -> bool:
    """Say whether a desk has templates of its own; what is there and is no folder would be passed over without a word."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise TemplateError(f"{folder}: expected a folder, found {'a symbolic link' if folder.is_symlink() else 'something else'}")
    return folder.is_dir()


def _inside(folder: Path, parts: list[str]) -> Path | None:
    """Return a file of a folder, or None where there is none of that name.

    Raises:
        TemplateError: there is one that is no ordinary file, or a link that leads out of the folder.
    """
    path = folder.joinpath(*parts)
    if not os.path.lexists(path):
        return None
    if not path.is_file() or not path.resolve().is_relative_to(folder.resolve()):
        raise TemplateError(f"{path}: expected a file, found a link that leads elsewhere, a folder or a device")
    return path
