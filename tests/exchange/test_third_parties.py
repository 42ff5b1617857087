"""Formats of other packages: found by their entry point, loaded when somebody asks, and named when they fail."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claimtrack.cli import exits
from claimtrack.cli.program import run
from claimtrack.errors import ForeignFaultError
from claimtrack.exchange.third_parties import find_format, format_names

WRITING = """
from claimtrack.exchange import Loss


def export(outgoing):
    yield "# ids\\n"
    for claim in outgoing.claims:
        if claim.retracted:
            yield Loss(of=claim.id, why="it was withdrawn")
        else:
            yield f"{claim.id}\\n"
"""
FORMAT = 'from claimtrack.exchange import Format\n\nFORMAT = Format(name="ids", about="one id a line", module="idlist.writing")\n'

Install = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Put a package where Python finds it, as an installer does."""
    monkeypatch.syspath_prepend(tmp_path)
    before = set(sys.modules)

    def put(*, files: dict[str, str], entry: str = "ids = idlist:FORMAT", name: str = "claimtrack-ids") -> None:
        for file, text in files.items():
            path = tmp_path / file
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        info = tmp_path / f"{name.replace('-', '_')}-1.2.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[claimtrack.formats]\n{entry}\n", "utf-8")

    yield put
    for module in set(sys.modules) - before:
        if module.partition(".")[0] in {"idlist", "claimtrack_tally"}:
            del sys.modules[module]


@pytest.fixture
def export(invented_desk: Path, capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run the command, and return its exit code and what it says."""

    def call(name: str, *options: str) -> tuple[int, str, str]:
        code = run(["export", name, str(invented_desk), "--now", "2026-11-24", *options])
        return code, *capfd.readouterr()

    return call


def test_a_format_of_another_package_is_exported_like_ours(install: Install, export: Callable[..., tuple[int, str, str]]) -> None:
    install(files={"idlist/__init__.py": FORMAT, "idlist/writing.py": WRITING})

    code, out, told = export("ids", "--select", "folder=posts")
    assert (code, out) == (exits.CLEAN, "# ids\nmoewen-und-strassenbahn\nrobbe-in-der-linie-1\n")
    assert told == "chosen: 3 claims\nleft out: 1 × it was withdrawn (fischbude)\n"


def test_whoever_follows_the_page_about_formats_has_one(
    install: Install, export: Callable[..., tuple[int, str, str]], repository: Path
) -> None:
    page = (repository / "docs" / "how-to" / "add-a-format.md").read_text("utf-8")
    writing, package, about = (
        block[1] for block in re.finditer(r"^```(?:python|py|toml)\n# \S+\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    )
    ((name, entry),) = tomllib.loads(about)["project"]["entry-points"]["claimtrack.formats"].items()
    function = writing.partition("\n\n\nimport datetime")[0]
    install(files={"claimtrack_tally/__init__.py": package, "claimtrack_tally/writing.py": function}, entry=f"{name} = {entry}")

    assert export("tally", "--select", "id=fischbude,robbe-in-der-linie-1") == (
        exits.CLEAN,
        "# id, rating\nrobbe-in-der-linie-1, refuted\n",
        "chosen: 2 claims\nleft out: 1 × it has no verdict (fischbude)\n",
    )


def test_nothing_of_it_is_loaded_before_somebody_asks_for_it(install: Install, export: Callable[..., tuple[int, str, str]]) -> None:
    install(files={"idlist/__init__.py": "raise RuntimeError('loaded')"})

    assert format_names()[-1] == "ids"
    assert export("csv")[0] == exits.CLEAN
    assert export("idz") == (exits.USAGE, "", "claimtrack: there is no format 'idz'; did you mean ids?\n")
    assert "idlist" not in sys.modules


def test_our_formats_are_not_looked_up_in_other_packages(install: Install) -> None:
    install(files={"idlist/__init__.py": "raise RuntimeError('loaded')"}, entry="csv = idlist:FORMAT")

    found = find_format("csv")
    assert found is not None
    assert found.module == "claimtrack.exchange.csv_table"
    assert format_names().count("csv") == 1


FROM = "claimtrack: the format 'ids' comes from the package claimtrack-ids 1.2, which "
AWAY = "; update it or uninstall it\n"


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "fails: ModuleNotFoundError: No module named 'idlist'" + AWAY),
        ({"idlist/__init__.py": ""}, "fails: AttributeError: module 'idlist' has no attribute 'FORMAT'" + AWAY),
        ({"idlist/__init__.py": "raise ValueError('a\\n  b')"}, "fails: ValueError: a b" + AWAY),
        ({"idlist/__init__.py": "raise SystemExit"}, "fails: SystemExit" + AWAY),
        (
            {"idlist/__init__.py": "FORMAT = 7"},
            "names 'idlist:FORMAT' in its entry point; that is no claimtrack.exchange.Format but of type int\n",
        ),
        ({"idlist/__init__.py": FORMAT}, "fails: ModuleNotFoundError: No module named 'idlist.writing'" + AWAY),
        (
            {"idlist/__init__.py": FORMAT, "idlist/writing.py": ""},
            "fails: AttributeError: module 'idlist.writing' has no attribute 'export'" + AWAY,
        ),
        (
            {"idlist/__init__.py": FORMAT, "idlist/writing.py": "def export(outgoing):\n    return 7"},
            "fails: TypeError: 'int' object is not iterable" + AWAY,
        ),
        (
            {"idlist/__init__.py": FORMAT, "idlist/writing.py": "def export(outgoing):\n    yield 7"},
            "gives int where a text or a loss is expected" + AWAY,
        ),
        (
            {"idlist/__init__.py": FORMAT, "idlist/writing.py": "def export(outgoing):\n    yield None"},
            "gives NoneType where a text or a loss is expected" + AWAY,
        ),
        (
            {"idlist/__init__.py": FORMAT, "idlist/writing.py": "def export(outgoing):\n    yield '\\ud800'"},
            "fails: UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed" + AWAY,
        ),
        (
            {"idlist/__init__.py": FORMAT, "idlist/writing.py": "def export(outgoing):\n    yield from ()\n    raise KeyError('id')"},
            "fails: KeyError: 'id'" + AWAY,
        ),
    ],
)
def test_a_package_that_fails_is_named_in_one_line(
    files: dict[str, str], message: str, install: Install, export: Callable[..., tuple[int, str, str]]
) -> None:
    install(files=files)
    assert export("ids") == (exits.USAGE, "", FROM + message)


def test_what_a_package_refuses_in_our_words_is_told_in_its_words(install: Install, export: Callable[..., tuple[int, str, str]]) -> None:
    writing = "from claimtrack.errors import UsageError\n\n\ndef export(outgoing):\n    raise UsageError('ids wants --language en')"
    install(files={"idlist/__init__.py": FORMAT, "idlist/writing.py": writing})
    assert export("ids") == (exits.USAGE, "", "claimtrack: ids wants --language en\n")


def test_a_file_stays_as_it_was_when_a_package_fails_in_the_midst(
    install: Install, export: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    writing = "def export(outgoing):\n    yield 'half'\n    raise KeyError('id')"
    install(files={"idlist/__init__.py": FORMAT, "idlist/writing.py": writing})
    out = tmp_path / "out.txt"
    code, _, told = export("ids", "-o", str(out))
    assert (code, told) == (exits.USAGE, FROM + "fails: KeyError: 'id'" + AWAY)
    assert [one.name for one in tmp_path.iterdir() if "out" in one.name] == []


def test_two_packages_with_one_name_are_refused(install: Install, export: Callable[..., tuple[int, str, str]]) -> None:
    install(files={"idlist/__init__.py": FORMAT})
    install(files={}, name="other-ids")
    assert export("ids") == (
        exits.USAGE,
        "",
        "claimtrack: several packages bring a format 'ids': claimtrack-ids 1.2, other-ids 1.2; uninstall all but one\n",
    )


def test_a_format_for_publication_takes_no_drafts(install: Install, export: Callable[..., tuple[int, str, str]]) -> None:
    install(files={"idlist/__init__.py": FORMAT.replace(")", ", only_public=True)"), "idlist/writing.py": WRITING})
    code, out, told = export("ids", "--all")
    assert (code, out) == (exits.USAGE, "")
    assert told.startswith("claimtrack: ids says that something is published, so drafts can never go out in it; leave out --all, or ")


def test_a_program_gets_an_error_with_the_package_and_its_cause(install: Install) -> None:
    install(files={"idlist/__init__.py": "raise ValueError('no')"})
    with pytest.raises(ForeignFaultError) as error:
        find_format("ids")
    assert error.value.package == "claimtrack-ids 1.2"
    assert isinstance(error.value.__cause__, ValueError)
