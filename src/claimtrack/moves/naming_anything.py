"""Whatever has an id, found by it: records, evidence of a claim, what an article wants, people, topics and origins of the desk."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

import attrs

from claimtrack.errors import RefusedError, UsageError
from claimtrack.phrases import Phrase, say
from claimtrack.project import Project, RecordKind
from claimtrack.records.references import IdKind

KINDS: Mapping[IdKind, Phrase] = {
    "claim": say("a claim"),
    "article": say("an article"),
    "source": say("a source"),
    "person": say("a person"),
    "topic": say("a topic"),
    "origin": say("an origin"),
    "evidence": say("a piece of evidence"),
    "wanted": say("something wanted"),
}
"""What has an id, with its article."""

_FOLDER = say("a folder")
_FIELDS: Mapping[IdKind, str] = {"person": "people", "topic": "topics", "origin": "origins", "wanted": "wanted"}
_RECORDS: tuple[RecordKind, ...] = ("claim", "article", "source")


@attrs.frozen
class Named:
    """Something with an id.

    Attributes:
        kind: what it is.
        id: its id.
        owner: the claim that evidence belongs to, or the article that something wanted belongs to; else empty.
        taken: the ids of everything of its kind beside it.
        called: what it is, in a word or two.
    """

    kind: IdKind
    id: str
    owner: str = ""
    taken: frozenset[str] = attrs.field(factory=frozenset, repr=False)
    called: str = ""

    @property
    def what(self) -> Phrase:
        """What it is, with its article."""
        return _FOLDER if self.called == "folder" else KINDS[self.kind]

    @property
    def shown(self) -> str:
        """Its id the way that people name it."""
        return f"{self.owner}/{self.id}" if self.owner else self.id

    @property
    def field(self) -> str:
        """The field of the desk record, or of the article, below which it is given."""
        return _FIELDS[self.kind]


def find_named(project: Project, typed: str, kind: str | None = None) -> Named:
    """Find what has an id.

    Arguments:
        project: the records.
        typed: the id; that of evidence stands behind its claim and a slash, that of something wanted behind its article.
        kind: what is meant, where several things have the id.

    Raises:
        UsageError: nothing has that id, or several things have.
        RefusedError: it is the id of a record that cannot be read, or of several records.
    """
    found = [one for one in _candidates(project, typed) if kind in {None, one.kind}]
    if not found:
        what = kind or ("evidence or wanted thing" if "/" in typed else "claim, article, source, person, topic or origin")
        raise UsageError(f"there is no {what} {typed!r}; {_advice(project, typed, kind)}")
    if len(found) > 1:
        kinds = " and ".join(KINDS[one.kind] for one in found)
        raise UsageError(f"{typed!r} is the id of {kinds}; say which is meant with --kind")
    (named,) = found
    record: tuple[RecordKind, str] | None = next(((one, named.id) for one in _RECORDS if one == named.kind), None)
    if record is not None:
        if named.id in project.unreadable.get(record[0], ()):
            raise RefusedError(f"the record of {named.id!r} has errors of reading; mend them first, `claimtrack check` shows them")
        if files := project.repeated.get(record, ()):
            raise RefusedError(f"there are several called {named.id!r}: {', '.join(files)}; rename one of the files by hand first (CT105)")
    return named


def _candidates(project: Project, typed: str) -> Iterator[Named]:
    owner, slash, inner = typed.partition("/")
    if slash:
        claim, article = project.claims.get(owner), project.articles.get(owner)
        if claim is not None and claim.cited(inner) is not None:
            yield Named("evidence", inner, owner, frozenset(one.id for one in claim.evidence), "evidence")
        if article is not None and inner in article.wanted:
            yield Named("wanted", inner, owner, frozenset(article.wanted), "wanted thing")
        return
    for kind, ids in _ids(project).items():
        if typed in ids:
            is_folder = kind == "article" and not project.exists("article", typed)
            yield Named(kind, typed, "", ids, "folder" if is_folder else kind)


def _ids(project: Project) -> Mapping[IdKind, frozenset[str]]:
    records: dict[IdKind, frozenset[str]] = {
        "claim": frozenset(project.claims) | project.unreadable.get("claim", frozenset()),
        "article": frozenset(project.articles) | project.unreadable.get("article", frozenset()) | _folders(project),
        "source": frozenset(project.sources) | project.unreadable.get("source", frozenset()),
    }
    return {
        **records,
        "person": frozenset(project.desk.people),
        "topic": frozenset(project.desk.topics),
        "origin": frozenset(project.desk.origins),
    }


def _folders(project: Project) -> frozenset[str]:
    return frozenset(one.folder for one in project.claims.values())


def _advice(project: Project, typed: str, kind: str | None) -> str:
    owner, slash, inner = typed.partition("/")
    if slash:
        claim, article = project.claims.get(owner), project.articles.get(owner)
        if claim is None and article is None:
            close = difflib.get_close_matches(owner, [*project.claims, *project.articles], n=1)
            return f"did you mean {close[0]}/{inner}?" if close else "evidence is named CLAIM/EVIDENCE, something wanted ARTICLE/WANTED"
        known = [*(one.id for one in claim.evidence)] if claim is not None else []
        known += list(article.wanted) if article is not None else []
        close = difflib.get_close_matches(inner, known, n=1)
        return f"did you mean {owner}/{close[0]}?" if close else f"{owner} has {', '.join(known) or 'nothing of its own with an id'}"
    holders = [claim.id for claim in project.claims.values() if claim.cited(typed) is not None]
    if holders:
        return f"did you mean {holders[0]}/{typed}?"
    close = difflib.get_close_matches(typed, sorted({one for of, ids in _ids(project).items() if kind in {None, of} for one in ids}), n=1)
    return f"did you mean {close[0]}?" if close else "`claimtrack list` lists the claims"
