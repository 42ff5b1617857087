"""A site is replaced as a whole or not at all, and nothing is touched that claimtrack did not make."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from claimtrack.errors import CannotWriteError
from claimtrack.site import publish as publishing
from claimtrack.site.publish import MARKER, publish
from claimtrack.site.swap import exchange

PAGES = {"index.html": b"<p>new</p>", "de/claims/a.html": b"a", "assets/style.css": b"p {}"}


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """The folder of the records."""
    folder = tmp_path / "desk" / "claims"
    folder.mkdir(parents=True)
    (folder / "desk.yaml").write_text("format: 1", "utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def refused(output: Path, records: Path) -> str:
    before = contents(records.parents[1])
    with pytest.raises(CannotWriteError) as caught:
        publish(PAGES, output, keep_out=records)
    assert contents(records.parents[1]) == before
    return str(caught.value).replace(str(records.parents[1]), "")


def test_a_new_site(tmp_path: Path, records: Path) -> None:
    publish(PAGES, tmp_path / "some" / "where" / "site", keep_out=records)
    site = tmp_path / "some" / "where" / "site"
    assert contents(site) == {**PAGES, MARKER: (site / MARKER).read_bytes()}
    assert b"made by claimtrack" in (site / MARKER).read_bytes()
    assert stat.S_IMODE(site.stat().st_mode) == 0o755
    assert [path.name for path in site.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("atomic", [True, False], ids=["exchanged", "renamed twice"])
def test_an_old_site_is_replaced_as_a_whole(tmp_path: Path, records: Path, monkeypatch: pytest.MonkeyPatch, *, atomic: bool) -> None:
    if not atomic:
        monkeypatch.setattr(publishing, "exchange", lambda _one, _other: False)
    site = tmp_path / "site"
    publish({"index.html": b"old", "gone.html": b"gone"}, site, keep_out=records)
    publish(PAGES, site, keep_out=records)
    assert set(contents(site)) == {*PAGES, MARKER}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["desk", "site"]


def test_a_relative_path_is_meant_from_here(tmp_path: Path, records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    publish(PAGES, Path("site"), keep_out=records)
    assert (tmp_path / "site" / "index.html").is_file()


def test_an_empty_folder_may_be_used(tmp_path: Path, records: Path) -> None:
    (tmp_path / "site").mkdir()
    publish(PAGES, tmp_path / "site", keep_out=records)
    assert (tmp_path / "site" / MARKER).is_file()


class TestRefusals:
    """What is never touched."""

    def test_a_folder_that_was_not_made_here(self, tmp_path: Path, records: Path) -> None:
        (tmp_path / "site").mkdir()
        (tmp_path / "site" / "thesis.txt").write_text("the only copy", "utf-8")
        assert refused(tmp_path / "site", records) == (
            f"/site was not made by claimtrack (it has no {MARKER}); choose another folder, or remove it yourself"
        )

    def test_a_file(self, tmp_path: Path, records: Path) -> None:
        (tmp_path / "site").write_text("x", "utf-8")
        assert refused(tmp_path / "site", records) == "/site is no folder; choose another name for the site"

    @pytest.mark.parametrize("target", ["elsewhere", "nowhere"])
    def test_a_symbolic_link(self, tmp_path: Path, records: Path, target: str) -> None:
        publish(PAGES, tmp_path / "elsewhere", keep_out=records)
        (tmp_path / "site").symlink_to(tmp_path / target)
        assert refused(tmp_path / "site", records) == "/site is a symbolic link; name the folder itself"

    @pytest.mark.parametrize("output", ["desk/claims", "desk/claims/site", "desk/claims/a/b", "desk", "", "desk/claims/../claims/site"])
    def test_a_folder_in_or_around_the_records(self, tmp_path: Path, records: Path, output: str) -> None:
        assert refused(tmp_path / output, records).endswith("holds the records or lies among them; choose another folder for the site")

    def test_a_folder_that_a_link_puts_among_the_records(self, tmp_path: Path, records: Path) -> None:
        (tmp_path / "shortcut").symlink_to(records)
        assert refused(tmp_path / "shortcut" / "site", records).endswith("choose another folder for the site")

    def test_beside_the_records_is_fine(self, tmp_path: Path, records: Path) -> None:
        publish(PAGES, tmp_path / "desk" / "site", keep_out=records)
        assert (records / "desk.yaml").is_file()

    def test_where_the_records_lie_at_the_root_one_folder_beside_them_is_free(self, tmp_path: Path) -> None:
        desk = tmp_path / "desk"
        desk.mkdir()
        publish(PAGES, desk / "site", keep_out=desk, free=desk / "site")
        assert (desk / "site" / "index.html").is_file()
        for output in (desk, desk / "town", desk / "sites", desk / "site" / ".." / "town", tmp_path):
            with pytest.raises(CannotWriteError, match="holds the records or lies among them"):
                publish(PAGES, output, keep_out=desk, free=desk / "site")

    def test_a_name_that_no_system_takes(self, tmp_path: Path, records: Path) -> None:
        assert refused(tmp_path / ("x" * 300), records).endswith("the site cannot be written: File name too long")

    def test_a_page_outside_the_site(self, tmp_path: Path, records: Path) -> None:
        with pytest.raises(CannotWriteError, match="would lie outside the site"):
            publish({"../escaped.html": b"x"}, tmp_path / "site", keep_out=records)
        assert sorted(path.name for path in tmp_path.iterdir()) == ["desk"]


class TestFaults:
    """The old site stays when something fails, and nothing is left beside it."""

    @pytest.fixture
    def site(self, tmp_path: Path, records: Path) -> Path:
        publish({"index.html": b"old"}, tmp_path / "site", keep_out=records)
        return tmp_path / "site"

    @pytest.mark.skipif(sys.platform == "win32", reason="needs locks on files")
    def test_what_another_build_is_at_work_on_is_not_swept_away(self, site: Path, records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        put = publishing._put  # noqa: SLF001  (the moment at which another build comes along)

        def with_another_build_between(new: Path, output: Path) -> None:
            monkeypatch.setattr(publishing, "_put", put)
            publish({"index.html": b"other"}, site, keep_out=records)
            assert contents(new).keys() == {*PAGES, MARKER}
            put(new, output)

        monkeypatch.setattr(publishing, "_put", with_another_build_between)
        publish(PAGES, site, keep_out=records)
        assert {path: data for path, data in contents(site).items() if path != MARKER} == PAGES
        assert sorted(path.name for path in site.parent.iterdir()) == ["desk", "site"]

    def test_a_folder_that_is_gone_in_the_middle_is_not_made_anew(self, site: Path, records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write = publishing._write  # noqa: SLF001  (the moment at which the folder goes)

        def write_where_nothing_is(pages: Mapping[str, bytes], new: Path) -> None:
            shutil.rmtree(new)
            write(pages, new)

        monkeypatch.setattr(publishing, "_write", write_where_nothing_is)
        with pytest.raises(CannotWriteError, match="the old one is still there"):
            publish(PAGES, site, keep_out=records)
        assert (site / "index.html").read_bytes() == b"old"

    def test_a_page_that_cannot_be_written(self, site: Path, records: Path) -> None:
        with pytest.raises(CannotWriteError, match="the old one is still there"):
            publish({"a": b"x", "a/b": b"y"}, site, keep_out=records)
        assert (site / "index.html").read_bytes() == b"old"
        assert sorted(path.name for path in site.parent.iterdir()) == ["desk", "site"]

    @pytest.mark.parametrize("failing", [1, 2])
    def test_a_rename_that_fails(self, site: Path, records: Path, monkeypatch: pytest.MonkeyPatch, failing: int) -> None:
        calls = []
        rename = Path.rename

        def failing_once(self: Path, target: Path) -> Path:
            calls.append(target)
            if len(calls) == failing:
                raise OSError(28, "No space left on device")
            return rename(self, target)

        monkeypatch.setattr(publishing, "exchange", lambda _one, _other: False)
        monkeypatch.setattr(Path, "rename", failing_once)
        with pytest.raises(CannotWriteError, match=r"No space left on device; the old one is still there"):
            publish(PAGES, site, keep_out=records)
        assert (site / "index.html").read_bytes() == b"old"
        assert sorted(path.name for path in site.parent.iterdir()) == ["desk", "site"]

    def test_what_a_killed_build_left_is_swept(self, site: Path, records: Path) -> None:
        left = site.parent / ".site.claimtrack-dead"
        left.mkdir()
        (left / MARKER).write_bytes(b"")
        (site.parent / ".site.claimtrack-empty").mkdir()
        stranger = site.parent / ".site.claimtrack-notes"
        stranger.mkdir()
        (stranger / "mine.txt").write_text("x", "utf-8")
        publish(PAGES, site, keep_out=records)
        assert sorted(path.name for path in site.parent.iterdir()) == [".site.claimtrack-notes", "desk", "site"]

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to this user")
    def test_a_folder_that_may_not_be_written(self, site: Path, records: Path) -> None:
        site.parent.chmod(0o555)
        try:
            with pytest.raises(CannotWriteError, match="the site cannot be written"):
                publish(PAGES, site, keep_out=records)
        finally:
            site.parent.chmod(0o755)
        assert (site / "index.html").read_bytes() == b"old"


def test_the_exchange_says_whether_it_could(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    assert exchange(one, other) is False, "there is nothing to exchange with"
    other.mkdir()
    (one / "a").touch()
    if exchange(one, other):
        assert ([path.name for path in one.iterdir()], [path.name for path in other.iterdir()]) == ([], ["a"])
