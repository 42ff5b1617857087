"""A browser, an accessibility checker and an HTML checker, each where it is found, and the finished sites to look at."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import CompletedProcess
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MissingTool = Callable[[str], NoReturn]

# Everything that a browser does of its own accord, on a network that it does not need, is switched off.
CHROMIUM_ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run", "--disable-quic",
]  # fmt: skip
CHROMIUM_NAMES = ["chromium", "chromium-browser", "google-chrome", "chrome"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a look at finished pages."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def axe(node_modules: Path, missing_tool: MissingTool) -> str:
    """The script of axe-core, the accessibility checker."""
    script = node_modules / "axe-core" / "axe.min.js"
    if not script.is_file():
        missing_tool("axe-core is not installed (npm)")
    return script.read_text("utf-8")


@pytest.fixture(scope="session")
def html_checker(node_modules: Path, missing_tool: MissingTool) -> list[str]:
    """The command that runs the Nu HTML checker."""
    jar = node_modules / "vnu-jar" / "build" / "dist" / "vnu.jar"
    java = shutil.which("java")
    if not jar.is_file():
        missing_tool("the Nu HTML checker is not installed (npm: vnu-jar)")
    if java is None:
        missing_tool("there is no Java to run the Nu HTML checker")
    return [java, "-jar", str(jar)]


@pytest.fixture(scope="session")
def chromium(missing_tool: MissingTool) -> Iterator[Browser]:
    """The system's own Chromium, driven by Playwright."""
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415  an extra: most people who run the tests have none
    except ImportError:
        missing_tool("Playwright is not installed (extra `browser`)")
    program = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if program is None:
        missing_tool("there is no Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def packs(run_claimtrack: Callable[..., CompletedProcess[str]], repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the packs for assessors of the shipped desks, with every standard, in both languages."""
    folder = tmp_path_factory.mktemp("packs")
    standards = [word for one in ("ifcn", "efcsn", "google", "bing") for word in ("--standard", one)]
    for desk in ("claims", "examples/harbour-desk", "examples/school-desk"):
        for language in ("de", "en"):
            file = folder / f"{Path(desk).name}-{language}.html"
            done = run_claimtrack("compliance", repository / desk, *standards, "--language", language, "-o", file, "--now", "2026-11-24")
            assert done.returncode == 0, done.stderr
    return folder


@dataclass
class Visit:
    """One window that goes from page to page, and what went wrong on the way: requests to elsewhere, missing files, script errors."""

    page: Page
    troubles: list[str] = field(default_factory=list)

    def open(self, path: Path) -> Page:
        """Open a page from disk, the way somebody does who was sent the folder."""
        self.page.goto(path.as_uri())
        return self.page


Visiting = Callable[..., AbstractContextManager[Visit]]


@pytest.fixture(scope="session")
def visiting(chromium: Browser) -> Visiting:
    """Open a fresh window; the arguments are those of Playwright's ``new_context`` (colour scheme, viewport, scripts or none)."""

    @contextmanager
    def start(**settings: Any) -> Iterator[Visit]:  # noqa: ANN401  whatever Playwright takes
        context = chromium.new_context(**{"reduced_motion": "reduce", **settings})
        visit = Visit(context.new_page())

        def note(what: str) -> None:
            visit.troubles.append(f"{Path(visit.page.url).name}: {what}")

        context.on("request", lambda request: None if request.url.startswith(("file:", "data:")) else note(f"asks for {request.url}"))
        context.on("requestfailed", lambda request: note(f"does not get {request.url}"))
        context.on("console", lambda message: note(message.text) if message.type in ("error", "warning") else None)
        context.on("weberror", lambda error: note(str(error.error)))
        try:
            yield visit
        finally:
            context.close()

    return start
