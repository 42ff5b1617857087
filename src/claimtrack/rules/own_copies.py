"""CT2xx: the desk's own copies of sources, as they were found when the project was read, held against what the records say of them."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, say
from claimtrack.project import Project
from claimtrack.reading.archives import MAX_HASHED, MAX_READ, CopyFile, State
from claimtrack.records.source import Archive
from claimtrack.rules.digests import is_digest
from claimtrack.rules.fixes import digest_recorded
from claimtrack.rules.records import parts_in
from claimtrack.rules.rule import rule

_MEBIBYTE = 1024 * 1024


@rule("CT235", "archive-file-missing", Severity.ERROR)
def archive_file_missing(project: Project) -> Iterator[Remark]:
    """A file that a record names below `archives/` is not there, or cannot be read.

    Reason: A copy that is not there proves nothing. A link, a pipe or a device is no copy, and is never followed or opened.
    Remedy: Put the file below `archives/`, under the name that the record gives, or correct the name. Where the whole folder is not at
        hand, one note for the desk says so instead (CT238).
    Clause: efcsn-replicable

    Bad:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          archives:
            - {provider: own, file: survey/page.txt}  # here
        --- archives/survey/pages.txt
        Our members report about twice as many crossings as last winter.

    Good:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          archives:
            - {provider: own, file: survey/pages.txt}
        --- archives/survey/pages.txt
        Our members report about twice as many crossings as last winter.
    """
    for file, path, name, found in _files(project):
        if found.state != "there":
            otherwise = say("put the file below `archives/`, or correct the name")
            hint = say("did you mean ‘{name}’?", name=found.near) if found.near else otherwise
            yield Remark(file, path, _in_its_place(name, found.state), hint)


@rule("CT236", "archive-digest-differs", Severity.ERROR)
def archive_digest_differs(project: Project) -> Iterator[Remark]:
    """The file of an archived copy is not the one that its digest was taken of.

    Reason: The digest is there so that a copy cannot change unnoticed. What lies there now is not what the evidence was taken from.
    Remedy: Put the file back that was archived. If it was taken anew, correct `sha256` and `captured_at`, and look at the evidence again.
    Clause: efcsn-replicable

    Bad:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          archives:
            - {provider: own, file: survey.txt, sha256: a87a505dc5de5eb3e8ae566af1cb813e2a538c917e1fb63c09be91ca14848ff0}  # here
        --- archives/survey.txt
        Our members report about twice as many crossings as last winter.

    Good:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          archives:
            - {provider: own, file: survey.txt, sha256: 0dcb94509dd006e910d7a06ed966e5c024f68a95aefc2b9cc47a74bc5948d26c}
        --- archives/survey.txt
        Our members report about twice as many crossings as last winter.
    """
    for file, path, archive, found in _copies(project):
        recorded = (archive.sha256 or "").lower()
        if found.sha256 is not None and is_digest(recorded) and found.sha256 != recorded:
            message = say(
                "archives/{name} is another file; found the digest {found}, expected {expected}",
                name=archive.file,
                found=found.sha256,
                expected=recorded,
            )
            hint = say("put the file back that was archived; if it was taken anew, correct `sha256` and look at the evidence again")
            yield Remark(file, (*path, "sha256"), message, hint)


@rule("CT237", "archive-without-digest", Severity.WARNING)
def archive_without_digest(project: Project) -> Iterator[Remark]:
    """A claim rests on a copy of the desk whose digest is not recorded.

    Reason: Without its digest nobody can tell whether the copy is still what it was when the claim was approved. It is asked for where the
        claim has to have archived copies: from its approval on.
    Remedy: Write the digest that the hint gives as `sha256`, after a look at the file.
    Fix: The digest of the file that lies there is recorded. One that is recorded is never changed.

    Bad:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          archives:
            - {provider: own, file: survey.txt}  # here
        --- archives/survey.txt
        Our members report about twice as many crossings as last winter.

    Good:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          archives:
            - {provider: own, file: survey.txt, sha256: 0dcb94509dd006e910d7a06ed966e5c024f68a95aefc2b9cc47a74bc5948d26c}
        --- archives/survey.txt
        Our members report about twice as many crossings as last winter.
    """
    for file, path, archive, found in _copies(project):
        if archive.sha256 is None and found.state == "there" and archive.file in project.once(_copies_of_approved):
            message = say("the digest of archives/{name} is not recorded; expected it in `sha256`", name=archive.file)
            print_it = say("write what `sha256sum archives/{name}` prints as `sha256`", name=archive.file)
            hint = say("look at the file, then write `sha256: {digest}`", digest=found.sha256) if found.sha256 else print_it
            yield Remark(file, (*path, "file"), message, hint, fix=digest_recorded(path, found.sha256))


@rule("CT238", "archives-not-at-hand", Severity.INFO)
def archives_not_at_hand(project: Project) -> Iterator[Remark]:
    """The desk's own copies are not at hand, so they were not looked at.

    Reason: Copies of other people's pages often stay where only the desk can see them, and then a check elsewhere says nothing about them.
    Remedy: Nothing, if they lie elsewhere on purpose. Otherwise put them into `archives/` at the root of the project.

    Bad:
        --- desk.yaml
        format: 1  # here
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          archives:
            - {provider: own, file: survey.txt, wacz: survey.wacz}

    Good:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          archives:
            - {provider: own, file: survey.txt}
        --- archives/survey.txt
        Our members report about twice as many crossings as last winter.
    """
    if project.archives.at_hand:
        return
    many = len({name for _, _, archive in parts_in(project, Archive) for _, name in _names(archive)})
    one = say("the folder `archives/` is not at hand; the file that records name there was not looked at")
    several = say("the folder `archives/` is not at hand; the {many} files that records name there were not looked at", many=many)
    hint = say("put the desk's copies into `archives/`, if you have them")
    yield Remark(project.desk_file, (), one if many == 1 else several, hint)


@rule("CT239", "copy-too-large", Severity.INFO)
def copy_too_large(project: Project) -> Iterator[Remark]:
    """A copy of the desk is too large to be looked at.

    Reason: A check is run often and has to stay quick. A digest is taken of files up to 256 MiB; quotes are looked for in files up to
        4 MiB, as long as the texts of all copies together have no more than 16 million characters.
    Remedy: Look at it yourself: `sha256sum` prints the digest. Beside a large file, a text of the passage that is quoted can be searched.

    Bad:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          archives:
            - {provider: own, file: film.mp4, sha256: a87a505dc5de5eb3e8ae566af1cb813e2a538c917e1fb63c09be91ca14848ff0}  # here
        --- archives/film.mp4 of 300 MiB

    Good:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          archives:
            - {provider: own, file: survey.txt}
        --- archives/survey.txt
        Our members report about twice as many crossings as last winter.
    """
    left_over: dict[str | None, tuple[str, RecordPath]] = {}
    for file, path, archive, found in _copies(project):
        if found.size > MAX_HASHED and archive.sha256 is not None:
            message = say(
                "archives/{name} is too large for its digest to be compared; found {found} MiB, expected at most {most}",
                name=archive.file,
                found=-(-found.size // _MEBIBYTE),
                most=MAX_HASHED // _MEBIBYTE,
            )
            yield Remark(file, (*path, "sha256"), message, say("compare it with what `sha256sum` prints"))
        elif found.too_large and found.size > MAX_READ:
            message = say(
                "archives/{name} is too large to be searched for quotes; found {found} MiB, expected at most {most}",
                name=archive.file,
                found=-(-found.size // _MEBIBYTE),
                most=MAX_READ // _MEBIBYTE,
            )
            yield Remark(file, (*path, "file"), message, say("look for the quotes of the evidence yourself"))
        elif found.too_large:
            left_over.setdefault(archive.file, (file, (*path, "file")))
    if left_over:
        one = say("archives/{name} was not searched for quotes; all copies together have too many characters", name=next(iter(left_over)))
        several = say(
            "{many} copies were not searched for quotes, such as archives/{name}; all copies together have too many characters",
            many=len(left_over),
            name=next(iter(left_over)),
        )
        message = one if len(left_over) == 1 else several
        yield Remark(*next(iter(left_over.values())), message, say("look for the quotes of the evidence yourself"))


def _in_its_place(name: str, state: State) -> Phrase:
    """Say what was found in place of a file."""
    if state == "missing":
        return say("there is no file archives/{name}", name=name)
    if state == "link":
        return say("archives/{name} is a symbolic link, which is not followed; expected an ordinary file", name=name)
    if state == "folder":
        return say("archives/{name} is a folder; expected an ordinary file", name=name)
    if state == "device":
        return say("archives/{name} is a pipe, a socket or a device; expected an ordinary file", name=name)
    return say("archives/{name} cannot be read", name=name)


def _files(project: Project) -> Iterator[tuple[str, RecordPath, str, CopyFile]]:
    """Yield every place that names a file below ``archives/``, with the name and what was found there."""
    for file, path, archive in project.once(_archives):
        for step, name in _names(archive):
            if found := project.archives.files.get(name):
                yield file, (*path, *step), name, found


def _copies(project: Project) -> Iterator[tuple[str, RecordPath, Archive, CopyFile]]:
    """Yield every archived copy that has a file of the desk, with what was found there."""
    for file, path, archive in project.once(_archives):
        if archive.file is not None and (found := project.archives.files.get(archive.file)):
            yield file, path, archive, found


def _archives(project: Project) -> tuple[tuple[str, RecordPath, Archive], ...]:
    return tuple(parts_in(project, Archive)) if project.archives.files else ()


def _names(archive: Archive) -> Iterator[tuple[RecordPath, str]]:
    """Yield the files that an archived copy names, each with the path to the name."""
    named: tuple[tuple[RecordPath, str | None], ...] = ((("file",), archive.file), (("wacz",), archive.wacz))
    yield from ((path, name) for path, name in named if name is not None)
    yield from ((("proofs", place), proof) for place, proof in enumerate(archive.proofs))


def _copies_of_approved(project: Project) -> frozenset[str]:
    """Return the files of the copies that claims rest on which have to have archived copies, or which readers see."""
    names: set[str] = set()
    for claim in project.claims.values():
        status = project.status_of(claim)
        if claim.published is not None or (status is not None and "archives" in status.demands):
            sources = (project.source_of(evidence) for evidence in claim.evidence)
            of_all = [source.archives for source in sources if source] + [appearance.archives for appearance in claim.appearances]
            names.update(archive.file for archives in of_all for archive in archives if archive.file is not None)
    return frozenset(names)


RULES = (archive_file_missing, archive_digest_differs, archive_without_digest, archives_not_at_hand, copy_too_large)
"""The rules of this part of the family, in the order of their codes."""
