"""What is asked of git, and what is not: real repositories, honest ones and hostile ones."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimtrack import git
from claimtrack.errors import NoHistoryError

if TYPE_CHECKING:
    from tests.conftest import ScriptedGit

    NewRepository = Callable[..., ScriptedGit]

WORK_NAMES = ("a b.yaml", "über.yaml", "-rf.yaml", "two\nlines.yaml", "\ttab.yaml", 'quo"te.yaml', "back\\slash.yaml", ":(top)x.yaml")


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture
def scripted(tmp_path: Path, new_repository: NewRepository) -> ScriptedGit:
    """A repository with three commits."""
    scripted = new_repository(tmp_path / "work")
    for number in range(3):
        write(scripted.folder, {f"desk/{number}.yaml": f"number {number}\n", "desk/same.yaml": f"edition {number}\n"})
        scripted.commit(f"Commit {number}")
    return scripted


def texts(repository: git.Repository, commit: str, *within: str) -> dict[str, bytes | None]:
    files = git.files_of(repository, commit, *within)
    return {one.file: data for one, (_, data) in zip(files, git.contents(repository, [one.content for one in files]), strict=True)}


def test_files_of_a_commit_with_their_contents(scripted: ScriptedGit) -> None:
    repository = git.repository_of(scripted.folder / "desk")
    assert (repository.prefix, repository.is_shallow, repository.is_partial) == ("desk/", False, False)
    assert repository.git_folder.resolve() == (scripted.folder / ".git").resolve()
    assert texts(repository, git.commit_id(repository, "HEAD~1")) == {
        "0.yaml": b"number 0\n",
        "1.yaml": b"number 1\n",
        "same.yaml": b"edition 1\n",
    }
    assert texts(repository, git.commit_id(repository, "HEAD"), "2.yaml") == {"2.yaml": b"number 2\n"}


def test_commits_newest_first_with_what_they_did(scripted: ScriptedGit) -> None:
    scripted("mv", "desk/0.yaml", "desk/none.yaml")
    (scripted.folder / "desk" / "1.yaml").unlink()
    write(scripted.folder, {"elsewhere.txt": "not looked at"})
    scripted.commit("Ümlaute: ß\n\nMore.")
    repository = git.repository_of(scripted.folder / "desk")
    found = list(git.commits(repository, [git.commit_id(repository, "HEAD")]))

    def names(commit: git.Commit) -> list[tuple[str | None, str | None]]:
        return [(one.before.file if one.before else None, one.after.file if one.after else None) for one in commit.files]

    assert [(one.subject, names(one)) for one in found] == [
        ("Ümlaute: ß", [("1.yaml", None), ("0.yaml", "none.yaml")]),
        ("Commit 2", [(None, "2.yaml"), ("same.yaml", "same.yaml")]),
        ("Commit 1", [(None, "1.yaml"), ("same.yaml", "same.yaml")]),
        ("Commit 0", [(None, "0.yaml"), (None, "same.yaml")]),
    ]
    assert [one.parents for one in found] == [*((one.id,) for one in found[1:]), ()]
    assert (found[0].written, found[0].committed) == ("2026-03-01T04:00:00+00:00", "2026-03-01T04:00:00+00:00")
    last_two = git.commits(repository, [found[0].id, f"^{found[2].id}"], "1.yaml")
    assert [(one.subject, names(one)) for one in last_two] == [("Ümlaute: ß", [("1.yaml", None)]), ("Commit 2", [])]


def test_a_merge_is_told_beside_its_first_parent(scripted: ScriptedGit) -> None:
    scripted("checkout", "-q", "-b", "side", "HEAD~1")
    write(scripted.folder, {"desk/side.yaml": "side\n"})
    scripted.commit("On the side")
    scripted("checkout", "-q", "main")
    scripted.settings = {f"GIT_{who}_{what}": "x@x.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    scripted("merge", "-q", "--no-ff", "-m", "Merge", "side")
    repository = git.repository_of(scripted.folder)
    found = list(git.commits(repository, [git.commit_id(repository, "HEAD"), f"^{git.commit_id(repository, 'HEAD~2')}"]))
    assert [(one.subject, [moved.after.file for moved in one.files if moved.after]) for one in found] == [
        ("Merge", ["desk/side.yaml"]),
        ("On the side", ["desk/side.yaml"]),
        ("Commit 2", ["desk/2.yaml", "desk/same.yaml"]),
    ]
    assert len(found[0].parents) == 2


def test_any_name_that_a_file_can_have(tmp_path: Path, new_repository: NewRepository) -> None:
    scripted = new_repository(tmp_path / "Über uns\nund -mehr")
    write(scripted.folder, {f"-desk {{n}}/{name}": name for name in WORK_NAMES})
    strange = os.fsencode(scripted.folder) + b"/-desk {n}/\xff.yaml"
    with open(strange, "wb") as file:  # noqa: PTH123  (a name that is no text)
        file.write(b"\xff.yaml")
    commit = scripted.commit()
    repository = git.repository_of(scripted.folder / "-desk {n}")
    assert repository.prefix == "-desk {n}/"
    assert {name: os.fsdecode(data or b"") for name, data in texts(repository, commit).items()} == {
        name: name for name in (*WORK_NAMES, "\udcff.yaml")
    }
    (told,) = git.commits(repository, [commit])
    assert sorted(one.after.file for one in told.files if one.after) == sorted((*WORK_NAMES, "\udcff.yaml"))
    assert [one.file for one in git.files_of(repository, commit, "-rf.yaml")] == ["-rf.yaml"]


def test_a_folder_whose_name_has_a_line_break(tmp_path: Path, new_repository: NewRepository) -> None:
    scripted = new_repository(tmp_path / "work")
    write(scripted.folder, {"one\ntwo/x.yaml": "x"})
    commit = scripted.commit()
    repository = git.repository_of(scripted.folder / "one\ntwo")
    assert repository.prefix == "one\ntwo/"
    assert texts(repository, commit) == {"x.yaml": b"x"}


def test_links_and_repositories_within_are_told_apart_from_files(scripted: ScriptedGit, new_repository: NewRepository) -> None:
    (scripted.folder / "desk" / "link.yaml").symlink_to("0.yaml")
    inner = new_repository(scripted.folder / "desk" / "inner")
    write(inner.folder, {"x.yaml": "x"})
    inner.commit()
    scripted.commit()
    repository = git.repository_of(scripted.folder / "desk")
    found = git.files_of(repository, git.commit_id(repository, "HEAD"))
    assert [(one.file, one.is_ordinary) for one in found] == [
        ("0.yaml", True), ("1.yaml", True), ("2.yaml", True), ("link.yaml", False), ("same.yaml", True),
    ]  # fmt: skip


def test_thousands_of_large_contents_and_nobody_waits(tmp_path: Path, new_repository: NewRepository) -> None:
    scripted = new_repository(tmp_path / "work")
    write(scripted.folder, {f"{number}.yaml": f"{number}\n" * 20_000 for number in range(40)})
    commit = scripted.commit()
    repository = git.repository_of(scripted.folder)
    ids = [one.content for one in git.files_of(repository, commit)]
    asked = [*ids * 50, "0" * 40]
    sizes = [None if data is None else len(data) for _, data in git.contents(repository, asked)]
    assert sizes == [len(data or b"") for _, data in git.contents(repository, ids)] * 50 + [None]
    cut = dict(git.contents(repository, ids, most=1000))
    assert {len(data or b"") for data in cut.values()} == {1001}
    assert list(git.contents(repository, [])) == []


def test_whoever_stops_reading_leaves_no_git_behind(tmp_path: Path, new_repository: NewRepository) -> None:
    scripted = new_repository(tmp_path / "work")
    write(scripted.folder, {"large.yaml": "x" * 1_000_000})
    commit = scripted.commit()
    repository = git.repository_of(scripted.folder)
    (large,) = git.files_of(repository, commit)
    reading = git.contents(repository, [large.content] * 100)
    assert next(reading)[1] == b"x" * 1_000_000
    reading.close()  # type: ignore[attr-defined]  # a generator, which is what this is about
    assert list(git.commits(repository, [commit]))


def test_another_hash(tmp_path: Path, new_repository: NewRepository) -> None:
    scripted = new_repository(tmp_path / "work", "--object-format=sha256")
    write(scripted.folder, {"x.yaml": "x"})
    commit = scripted.commit()
    repository = git.repository_of(scripted.folder)
    assert len(git.commit_id(repository, "main")) == 64
    assert texts(repository, commit) == {"x.yaml": b"x"}
    assert [one.files[0].after for one in git.commits(repository, [commit])] == list(git.files_of(repository, commit))


def test_names_as_the_mailmap_has_them_co_authors_too(scripted: ScriptedGit) -> None:
    write(scripted.folder, {".mailmap": "Omar Haddad <omar@desk.example> <omar@home.example>\nInes <ines@desk.example> <i@old.example>\n"})
    scripted.commit(
        "Squashed\n\nCo-authored-by: O. <omar@home.example>\nCo-authored-by: Jo\nco-authored-by:  Kim  <kim@desk.example>\n"
        "Co-authored-by: -x <y> <z>\nSigned-off-by: Lee <lee@desk.example>",
        by="I. <i@old.example>",
        through="GitHub <noreply@github.com>",
    )
    repository = git.repository_of(scripted.folder)
    found = next(iter(git.commits(repository, [git.commit_id(repository, "HEAD")])))
    assert (found.author, found.committer) == (git.Identity("Ines", "ines@desk.example"), git.Identity("GitHub", "noreply@github.com"))
    assert found.co_authors == (
        git.Identity("Omar Haddad", "omar@desk.example"),
        git.Identity("Jo", ""),
        git.Identity("Kim", "kim@desk.example"),
        git.Identity("-x", "y"),
    )


def test_the_words_of_another_encoding(scripted: ScriptedGit) -> None:
    scripted("config", "i18n.logOutputEncoding", "iso-8859-1")
    scripted.commit("Größe", by="Jörg <joerg@desk.example>")
    repository = git.repository_of(scripted.folder)
    found = next(iter(git.commits(repository, [git.commit_id(repository, "HEAD")])))
    assert (found.subject, found.author.name) == ("Größe", "Jörg")


def test_what_says_another_call_of_git_is_not_listened_to(
    scripted: ScriptedGit, tmp_path: Path, new_repository: NewRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hook runs with the variables of the git that runs it."""
    other = new_repository(tmp_path / "other")
    commit = other.commit("Other")
    for name, value in {
        "GIT_DIR": str(other.folder / ".git"), "GIT_WORK_TREE": str(other.folder), "GIT_INDEX_FILE": "nowhere", "GIT_PREFIX": "x/",
        "GIT_OBJECT_DIRECTORY": str(other.folder / ".git" / "objects"), "GIT_GLOB_PATHSPECS": "1", "GIT_FLUSH": "0",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    repository = git.repository_of(scripted.folder / "desk")
    assert repository.prefix == "desk/"
    head = git.commit_id(repository, "HEAD")
    assert head != commit
    assert [one.subject for one in git.commits(repository, [head])] == ["Commit 2", "Commit 1", "Commit 0"]
    assert len(texts(repository, head)) == 4


# What is not there.


def message(ask: Callable[[], object]) -> str:
    with pytest.raises(NoHistoryError) as raised:
        ask()
    return str(raised.value)


def test_no_repository(tmp_path: Path, new_repository: NewRepository) -> None:
    del new_repository  # asked for its settings
    assert message(lambda: git.repository_of(tmp_path)) == f"{tmp_path} lies in no git repository, so nothing is known of its history"
    assert git.folder_of(tmp_path) is None


def test_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert message(lambda: git.repository_of(tmp_path)) == "there is no git on this machine, so nothing is known of the history"
    assert git.folder_of(tmp_path) is None
    assert git.setting(tmp_path, "user.email") == ""


def test_a_repository_of_somebody_else(scripted: ScriptedGit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert message(lambda: git.repository_of(scripted.folder)) == (
        f"git does not look into {scripted.folder}, since it belongs to somebody else; if that is as it should be, "
        "`git config --global --add safe.directory FOLDER` says so, with the top folder of the repository"
    )


def test_no_commit_yet(tmp_path: Path, new_repository: NewRepository) -> None:
    repository = git.repository_of(new_repository(tmp_path / "new").folder)
    assert message(lambda: git.commit_id(repository, "main")) == (
        "there is no commit yet in this repository, so there is no history to compare with"
    )


@pytest.mark.parametrize("revision", ["nowhere", "", "-x", "--all", "HEAD~9", "HEAD:desk", "main..HEAD", "a\nb", "a\0b", "^HEAD", "\udcff"])
def test_no_such_commit(revision: str, scripted: ScriptedGit) -> None:
    repository = git.repository_of(scripted.folder)
    assert message(lambda: git.commit_id(repository, revision)) == f"there is no commit {revision!r} in this repository"


def test_nothing_in_common(scripted: ScriptedGit) -> None:
    scripted("checkout", "-q", "--orphan", "apart")
    apart = scripted.commit()
    repository = git.repository_of(scripted.folder)
    main = git.commit_id(repository, "main")
    assert message(lambda: git.merge_base(repository, apart, main)) == f"{apart[:12]} and {main[:12]} have no commit in common"


def test_a_detached_head_a_worktree_and_a_submodule(scripted: ScriptedGit, tmp_path: Path, new_repository: NewRepository) -> None:
    scripted("checkout", "-q", "--detach", "HEAD~1")
    assert git.commit_id(git.repository_of(scripted.folder), "HEAD") == scripted("rev-parse", "main~1")

    scripted("worktree", "add", "-q", str(tmp_path / "beside"), "main")
    beside = git.repository_of(tmp_path / "beside" / "desk")
    assert (beside.prefix, beside.git_folder.resolve()) == ("desk/", (scripted.folder / ".git" / "worktrees" / "beside").resolve())
    assert len(texts(beside, git.commit_id(beside, "HEAD"))) == 4

    above = new_repository(tmp_path / "above")
    above("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(scripted.folder), "inner")
    above.commit()
    inner = git.repository_of(tmp_path / "above" / "inner" / "desk")
    assert inner.prefix == "desk/"
    assert [one.subject for one in git.commits(inner, [git.commit_id(inner, "HEAD")])] == ["Commit 1", "Commit 0"]


def test_a_clone_without_its_past(scripted: ScriptedGit, tmp_path: Path) -> None:
    scripted("clone", "-q", "--depth=1", scripted.folder.as_uri(), str(tmp_path / "shallow"))
    repository = git.repository_of(tmp_path / "shallow")
    assert repository.is_shallow
    assert message(lambda: git.commit_id(repository, "HEAD~1")) == (
        "there is no commit 'HEAD~1' in this repository; this clone is shallow, `git fetch --unshallow` gets the rest"
    )
    assert [one.subject for one in git.commits(repository, [git.commit_id(repository, "HEAD")])] == ["Commit 2"]


PARTIAL = "; this clone is partial and nothing is fetched here, `git fetch --refetch --no-filter` gets the rest"


@pytest.mark.parametrize("kind", ["blob:none", "tree:0"])
def test_a_clone_without_its_files_fetches_none(kind: str, scripted: ScriptedGit, tmp_path: Path) -> None:
    scripted("config", "uploadpack.allowFilter", "true")
    scripted("mv", "desk/0.yaml", "desk/none.yaml")
    write(scripted.folder, {"desk/none.yaml": "number 0\nand more\n"})
    scripted.commit("Renamed")
    folder = tmp_path / "partial"
    scripted("clone", "-q", "--no-checkout", f"--filter={kind}", scripted.folder.as_uri(), str(folder))
    packs = sorted((folder / ".git" / "objects").rglob("*.pack"))
    repository = git.repository_of(folder)
    head = git.commit_id(repository, "HEAD")
    assert repository.is_partial
    if kind == "blob:none":
        ids = [one.content for one in git.files_of(repository, head)]
        assert message(lambda: list(git.contents(repository, ids))) == f"git does not have all the files that it should{PARTIAL}"
        renamed = next(iter(git.commits(repository, [head])))
        assert sorted((bool(one.before), bool(one.after)) for one in renamed.files) == [(False, True), (True, False)]
    else:
        assert message(lambda: git.files_of(repository, head)) == f"git cannot list the files of {head[:12]}{PARTIAL}"
        assert message(lambda: list(git.commits(repository, [head]))) == f"git cannot tell the history of {head}{PARTIAL}"
    assert sorted((folder / ".git" / "objects").rglob("*.pack")) == packs


# What a hostile repository would like.


@pytest.fixture
def started() -> Iterator[list[tuple[str, list[str]]]]:
    """The programs that are started, as Python sees it."""
    seen: list[tuple[str, list[str]]] = []
    watching = [True]

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching[0] and event in {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork"}:
            seen.append((event, list(arguments[1]) if event == "subprocess.Popen" else [str(arguments)]))  # type: ignore[call-overload]  # argv

    sys.addaudithook(watch)
    yield seen
    watching[0] = False


def hostile(folder: Path, evil: Path) -> None:
    """Let a repository name a program wherever it can."""
    (folder / ".git" / "config").write_text(
        f"""
[core]
    repositoryformatversion = 1
    fsmonitor = {evil}
    sshCommand = {evil}
    pager = {evil}
    editor = {evil}
    askPass = {evil}
    gitProxy = {evil}
    alternateRefsCommand = {evil}
    hooksPath = {evil.parent}/hooks
    attributesFile = {folder}/.gitattributes
[extensions]
    partialClone = origin
[remote "origin"]
    url = ext::{evil} %S
    promisor = true
[remote "of-a-helper"]
    url = x
    vcs = evil
    promisor = true
[remote "elsewhere"]
    url = ssh://evil.example/x
    promisor = true
[remote "here"]
    url = file://{folder}
    uploadpack = {evil}
    promisor = true
[protocol "evil"]
    allow = always
[protocol "file"]
    allow = always
[protocol]
    allow = always
[protocol "ext"]
    allow = always
[protocol "ssh"]
    allow = always
[diff]
    external = {evil}
    relative = true
[diff "evil"]
    textconv = {evil}
    command = {evil}
[filter "evil"]
    process = {evil}
    smudge = {evil}
    clean = {evil}
    required = true
[merge "evil"]
    driver = {evil}
[gpg]
    program = {evil}
[log]
    showSignature = true
    follow = true
[credential]
    helper = !{evil}
[alias]
    log = !{evil}
    ls-tree = !{evil}
    cat-file = !{evil}
    rev-parse = !{evil}
[pager]
    log = {evil}
    rev-parse = {evil}
[interactive]
    diffFilter = {evil}
[maintenance]
    auto = true
""",
        encoding="utf-8",
    )


def test_a_hostile_repository_starts_nothing(
    scripted: ScriptedGit, tmp_path: Path, started: list[tuple[str, list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    mark, evil = tmp_path / "it-ran", tmp_path / "evil"
    evil.write_text(f'#!/bin/sh\necho "$0 $*" >> "{mark}"\n', encoding="utf-8")
    evil.chmod(0o755)
    (tmp_path / "hooks").mkdir()
    for hook in ("post-checkout", "reference-transaction", "post-index-change", "fsmonitor-watchman", "pre-auto-gc"):
        for place in (tmp_path / "hooks", scripted.folder / ".git" / "hooks"):
            place.mkdir(exist_ok=True)
            shutil.copy(evil, place / hook)
    shutil.copy(evil, tmp_path / "git-remote-evil")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(evil))
    monkeypatch.setenv("GIT_PAGER", str(evil))
    write(scripted.folder, {".gitattributes": "*.yaml filter=evil diff=evil merge=evil\n"})
    commit = scripted.commit()
    gone = git.files_of(git.repository_of(scripted.folder), commit, "desk/0.yaml")[0].content
    (scripted.folder / ".git" / "objects" / gone[:2] / gone[2:]).unlink()
    hostile(scripted.folder, evil)
    mark.unlink()  # of the commit just made, which runs hooks
    started.clear()

    repository = git.repository_of(scripted.folder / "desk")
    assert [one.subject for one in git.commits(repository, [git.commit_id(repository, "HEAD")])][-1] == "Commit 0"
    assert len(git.files_of(repository, commit)) == 4
    assert git.merge_base(repository, commit, git.commit_id(repository, "HEAD~2")) == git.commit_id(repository, "HEAD~2")
    assert git.is_ignored(scripted.folder, "desk/new.yaml") is False
    message(lambda: list(git.contents(repository, [gone])))

    assert not mark.exists(), mark.read_text(encoding="utf-8")
    assert started
    assert {(event, command[0]) for event, command in started} == {("subprocess.Popen", "git")}


def test_what_stands_in_for_a_commit_is_not_believed(scripted: ScriptedGit) -> None:
    scripted("replace", scripted("rev-parse", "HEAD"), scripted("rev-parse", "HEAD~2"))
    repository = git.repository_of(scripted.folder)
    assert [one.subject for one in git.commits(repository, [git.commit_id(repository, "HEAD")])] == ["Commit 2", "Commit 1", "Commit 0"]
