"""CT6xx, fourth part: what is not for readers, and stands where they can read it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping

from claimtrack.anchoring.sentences import sentences
from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, say
from claimtrack.project import Project
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim
from claimtrack.records.desk import Desk
from claimtrack.records.parts import parts_of
from claimtrack.records.source import Source
from claimtrack.records.text import Text
from claimtrack.rules.records import parts_in
from claimtrack.rules.rule import part_rule, rule

_SHOWN = 10
_LONGEST_SHOWN = 80
_LEAST = 30
"""How many characters a sentence has at least that is looked for; shorter ones are repeated by chance."""
_WORDS_OF_OTHERS = frozenset({"chain", "disputes"})
"""Fields of claims whose texts are what others have said."""
_MARK = re.compile(
    r"\b(?:TODO|FIXME|TBD|XXX+(?!\.\s))\b|\?{3,}|\[\[[^\]\n]*\]\](?!\()|\[(?:PRÜFEN|PRUEFEN|KLÄREN|CHECK|VERIFY)\b[^\]\n]*\](?!\()"
    r"|(?i:\b(?:bitte prüfen|please check|lorem ipsum)\b)"
)
_MARK_IN_ENGLISH = re.compile(r"\bTK\b")
"""In German TK is a health insurer and a freezer."""
_TRACES = (
    ("T", ("TODO", "TBD", "TK")),
    ("X", ("FIXME", "XXX")),
    ("?", ("???",)),
    ("[", ("[[", "[PR", "[KL", "[CHECK", "[VERIFY")),
    ("prüfen", ("prüfen",)),
    ("lease", ("please", "Please")),
    ("ipsum", ("ipsum",)),
)
"""Where none of these stands, there is no mark; looking for them is cheap, and for what several begin with cheaper still."""

_Place = tuple[str, RecordPath, Phrase]


@rule("CT621", "private-in-public-repository", Severity.ERROR)
def private_in_public_repository(project: Project) -> Iterator[Remark]:
    """The repository is public and holds what is not for readers.

    Reason: Everybody can read the records in a public repository, whatever the site shows: claims before anybody has approved them,
        internal notes, and who a protected source is. It stays in the history when it is taken out.
    Remedy: Keep such records in a private repository, and publish only the site. What is out already has to be taken out of the history
        too; treat a protected source as exposed.
    Clause: efcsn-privacy

    Bad:
        --- desk.yaml
        repository: public  # here

    Good:
        --- desk.yaml
        repository: private
    """
    if project.desk.repository != "public":
        return
    claims, texts, sources = list(_unpublished(project)), list(_internal(project)), list(_protected(project))
    found: list[Phrase] = []
    if claims:
        several = say("{number} claims that are not published", number=len(claims))
        found.append(say("1 claim that is not published") if len(claims) == 1 else several)
    if texts:
        found.append(say("1 internal text") if len(texts) == 1 else say("{number} internal texts", number=len(texts)))
    if sources:
        found.append(say("1 protected source") if len(sources) == 1 else say("{number} protected sources", number=len(sources)))
    if found:
        yield Remark(
            project.desk_file,
            ("repository",),
            say(
                "the repository is public and holds what is not for readers; found {found}, expected none",
                found=functools.reduce(lambda first, rest: say("{first}, {rest}", first=first, rest=rest), found),
            ),
            say("keep them in a private repository, and take them out of the history of this one"),
            related=tuple([*sources, *texts, *claims][:_SHOWN]),
        )


@rule("CT622", "internal-text-in-public", Severity.ERROR)
def internal_text_in_public(project: Project) -> Iterator[Remark]:
    """A sentence of `internal` stands in a text for readers too.

    Reason: `internal` is the only text that never leaves the desk. What was copied out of it does. What is internal to the desk belongs
        into no text for readers, what is internal to an article into none of its claims.
    Remedy: Take the sentence out of the text for readers. If readers may know it, take it out of `internal`.
    Clause: efcsn-privacy

    Bad:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        selection: The council decides on it. The councillor's assistant told us about the second count.  # here
        internal: |
          She must not be named. The councillor's assistant told us about the second count.

    Good:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        selection: The council decides on it.
        internal: |
          She must not be named. The councillor's assistant told us about the second count.
    """
    of_desk: list[tuple[str, Claim | Article | Desk]] = [(project.desk_file, project.desk)]
    of_folder: dict[str, list[tuple[str, Claim]]] = {}
    for claim in project.claims.values():
        file = project.file_of("claim", claim.id)
        if file in project.once(_files_for_readers):
            of_folder.setdefault(claim.folder, []).append((file, claim))
            yield from _repeated(project, claim.internal, file, [(file, claim)])
    for article in project.articles.values():
        claims, file = of_folder.get(article.id), project.file_of("article", article.id)
        if claims is not None:
            of_desk.append((file, article))
            yield from _repeated(project, article.internal, file, [(file, article), *claims])
    of_desk += [one for claims in of_folder.values() for one in claims]
    yield from _repeated(project, project.desk.internal, project.desk_file, of_desk)


@part_rule("CT623", "editors-mark", Severity.WARNING, Text)
def editors_mark(project: Project, file: str, path: RecordPath, text: Text) -> Iterator[Remark]:
    """A text that readers see, or are about to, holds an editor's mark.

    Reason: "TODO", "???" or "bitte prüfen" says that somebody wanted to look again. On a published page it says that nobody did.
    Remedy: Do what the mark asks for, and take it out. What is open belongs under `gaps`, what is for the desk only under `internal`.

    Bad:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        selection: "The council decides on it in March (TODO: which day?)."  # here

    Good:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        selection: The council decides on it in March.
    """
    if file not in project.once(_files_for_readers) or path[0] in _WORDS_OF_OTHERS:
        return
    if not _has_trace("\n".join(text.by_language.values())):
        return
    for tag, words in text.by_language.items():
        if _has_trace(words):
            language = tag or project.desk.reference_language
            mark = _MARK.search(words) or (_MARK_IN_ENGLISH.search(words) if language.partition("-")[0] == "en" else None)
            if mark is not None:
                message = say("the text holds an editor's mark, ‘{mark}’; expected a text that readers can be shown", mark=mark[0])
                yield Remark(file, (*path, tag) if tag else path, message, say("do what it asks for, and take it out"))


def _has_trace(words: str) -> bool:
    for sign, traces in _TRACES:
        if sign in words:
            for trace in traces:
                if trace in words:
                    return True
    return False


def _unpublished(project: Project) -> Iterator[_Place]:
    for claim in project.claims.values():
        if claim.published is None or (project.today is not None and claim.published > project.today):
            yield project.file_of("claim", claim.id), (), say("not published")


def _internal(project: Project) -> Iterator[_Place]:
    if project.desk.internal is not None:
        yield project.desk_file, ("internal",), say("internal")
    for article in project.articles.values():
        if article.internal is not None:
            yield project.file_of("article", article.id), ("internal",), say("internal")
    for claim in project.claims.values():
        if claim.internal is not None:
            yield project.file_of("claim", claim.id), ("internal",), say("internal")


def _protected(project: Project) -> Iterator[_Place]:
    for file, path, source in parts_in(project, Source):
        if source.protected is not None:
            yield file, (*path, "protected"), say("a protected source")


def _files_for_readers(project: Project) -> frozenset[str]:
    """Return the files of the claims that are approved or published, and of their articles."""
    shown = [claim for claim in project.claims.values() if claim.published is not None or _is_approved(project, claim)]
    files = {project.file_of("claim", claim.id) for claim in shown}
    return frozenset(files | {project.file_of("article", claim.folder) for claim in shown if claim.folder in project.articles})


def _is_approved(project: Project, claim: Claim) -> bool:
    status = project.status_of(claim)
    return status is not None and status.approves


def _repeated(project: Project, internal: str | None, file: str, records: Iterable[tuple[str, Claim | Article | Desk]]) -> Iterator[Remark]:
    """Yield a remark for each text for readers that repeats a sentence of an internal one."""
    kept = _sentences(internal, project.desk.reference_language) if internal else {}
    telling = {max(sentence.split(), key=len) for sentence in kept}  # cheap to look for, and there wherever the sentence is
    for its_file, record in records if kept else ():
        for path, text in parts_of(record, Text):
            for tag, words in text.by_language.items() if path[0] not in _WORDS_OF_OTHERS else ():
                small = words.casefold()
                if not any(word in small for word in telling):
                    continue
                shown = _bare(small)
                sentence = next((one for one in kept if one in shown), None)
                if sentence is not None:
                    yield Remark(
                        its_file,
                        (*path, tag) if tag else path,
                        say(
                            "the text repeats a sentence of `internal`, ‘{sentence}’; expected nothing of that in a text for readers",
                            sentence=_shortened(kept[sentence]),
                        ),
                        say("take it out of the one or of the other"),
                        related=((file, ("internal",), say("the internal text")),),
                    )


def _sentences(internal: str, language: str) -> Mapping[str, str]:
    """Return the sentences of an internal text that are long enough to be looked for, bare and as they are; a line may be one, too."""
    pieces = [sentence for line in internal.splitlines() for sentence in (*sentences(line, language), line)]
    pieces += sentences(" ".join(internal.split()), language)
    by_bare = {_bare(piece): piece.strip() for piece in pieces}
    return {bare: by_bare[bare] for bare in sorted(by_bare, key=len) if len(bare) >= _LEAST}


def _bare(text: str) -> str:
    """Return a text on one line, without its last full stop, in small letters."""
    return " ".join(text.split()).rstrip(".").casefold()


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


RULES = (private_in_public_repository, internal_text_in_public, editors_mark)
"""The rules of this part of the family, in the order of their codes."""
