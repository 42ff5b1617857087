"""CT1xx, first part: ids, which become file names and addresses on every system, and never change hands."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import attrs

from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.records.ids import is_slug
from claimtrack.rules.ids import LONGEST_ID, Id, by_name, ids_of, slug_of
from claimtrack.rules.rule import rule
from claimtrack.rules.suggestions import Suggestions

_OUR_NAMES = frozenset({"404", "article", "assets", "desk", "feed", "index", "search", "sitemap", "sources"})
_DEVICES = frozenset(
    {"aux", "clock$", "con", "conin$", "conout$", "nul", "prn", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
)


@rule("CT101", "bad-id", Severity.ERROR)
def bad_id(project: Project) -> Iterator[Remark]:
    """An id is not written in lower-case letters a to z, digits and single hyphens.

    Reason: Ids become file names and addresses. Capitals, umlauts, blanks and dots are other names on other systems, break in links, or
        look like a name that they are not.
    Remedy: Rename the file, the folder or the key.

    Bad:
        --- town/Brücke repariert.yaml
        status: draft  # here
        authors: [ines]
        statement: The old bridge was repaired in 1998.
        quote: The bridge was repaired in 1998

    Good:
        --- town/bruecke-repariert.yaml
        status: draft
        authors: [ines]
        statement: The old bridge was repaired in 1998.
        quote: The bridge was repaired in 1998
    """
    colliding = {(one.what, one.id) for _, *others in by_name(project) for one in others}
    for one in ids_of(project):
        if not is_slug(one.id) and not _is_reserved(one) and (one.what, one.id) not in colliding:
            slug = slug_of(one.id)
            yield one.remark(
                say("‘{id}’ is no id for {what}; expected lower-case letters a to z, digits and single hyphens", id=one.id, what=one.what),
                say("call it ‘{slug}’", slug=slug) if slug else say("give it a name of letters a to z and digits"),
            )


@rule("CT102", "id-too-long", Severity.ERROR)
def id_too_long(project: Project) -> Iterator[Remark]:
    """An id is longer than 64 characters.

    Reason: Ids become file names and addresses. Very long ones are cut off by some systems and unreadable for people.
    Remedy: Give it a shorter name; the statement says what the claim is, the id only has to tell it from the others.

    Bad:
        --- town/the-old-bridge-was-repaired-in-nineteen-ninety-eight-and-then-again.yaml
        status: draft  # here
        authors: [ines]
        statement: The old bridge was repaired in 1998 and again in 2011.
        quote: The bridge was repaired in 1998

    Good:
        --- town/old-bridge-repaired-twice.yaml
        status: draft
        authors: [ines]
        statement: The old bridge was repaired in 1998 and again in 2011.
        quote: The bridge was repaired in 1998
    """
    for one in ids_of(project):
        if len(one.id) > LONGEST_ID:
            message = say(
                "the id of {what} has {found} characters; expected at most {limit}", what=one.what, found=len(one.id), limit=LONGEST_ID
            )
            yield one.remark(message, say("give it a shorter name"))


@rule("CT103", "reserved-id", Severity.ERROR)
def reserved_id(project: Project) -> Iterator[Remark]:
    """An id is a name that the finished site or an operating system needs for itself.

    Reason: A claim called `index` would take the place of the start page. A file called `con` or `nul` cannot be written on Windows, where
        these are devices, so that nobody there could even check out the records.
    Remedy: Give it a name that says more.

    Bad:
        --- town/index.yaml
        status: draft  # here
        authors: [ines]
        statement: Traffic on the old bridge is measured by an index.
        quote: whether the bridge is closed to lorries

    Good:
        --- town/traffic-index.yaml
        status: draft
        authors: [ines]
        statement: Traffic on the old bridge is measured by an index.
        quote: whether the bridge is closed to lorries
    """
    for one in ids_of(project):
        if _is_reserved(one):
            whose = say("the finished site") if _usual(one) in _OUR_NAMES else say("Windows")
            message = say("‘{id}’ cannot be the id of {what}; {whose} needs that name for itself", id=one.id, what=one.what, whose=whose)
            yield one.remark(message, say("give it a name that says more"))


def _is_reserved(one: Id) -> bool:
    return one.becomes_a_file and _usual(one) in _OUR_NAMES | _DEVICES


def _usual(one: Id) -> str:
    """Return an id as systems that make no difference between some letters see it; `COM¹` is a device as `COM1` is."""
    return unicodedata.normalize("NFKC", one.id).casefold()


@rule("CT104", "colliding-id", Severity.ERROR)
def colliding_id(project: Project) -> Iterator[Remark]:
    """Two ids are one and the same name on some systems.

    Reason: On Windows and on a Mac, capitals make no difference in file names, and two ways of writing an accent are one. Whoever checks
        out the records there loses one of the two.
    Remedy: Give one of them another name, in lower-case letters a to z.

    Bad:
        --- town/Other.yaml
        status: draft  # here
        authors: [ines]
        statement: The old bridge was repaired in 1998.
        quote: The bridge was repaired in 1998

    Good:
        --- town/repaired-in-1998.yaml
        status: draft
        authors: [ines]
        statement: The old bridge was repaired in 1998.
        quote: The bridge was repaired in 1998
    """
    for first, *others in by_name(project):
        for one in others:
            yield attrs.evolve(
                one.remark(
                    say(
                        "‘{id}’ and ‘{other}’ are the same name on some systems; expected names that differ in more than capitals",
                        id=one.id,
                        other=first.id,
                    ),
                    say("give one of them another name"),
                ),
                related=((first.file, first.path, say("the other one is here")),),
            )


@rule("CT105", "repeated-id", Severity.ERROR)
def repeated_id(project: Project) -> Iterator[Remark]:
    """Two records of one kind have the same id.

    Reason: Nobody can say which of them is meant where the id is used; only the first one is looked at.
    Remedy: Rename one of them. If they are the same thing, delete one.

    Bad:
        --- town/sources.yaml
        bridge-count:  # here
          url: "https://roads.example/bridge-count-2025"

    Good:
        --- town/sources.yaml
        older-bridge-count:
          url: "https://roads.example/bridge-count-2025"
    """
    two = {"claim": say("two claims"), "article": say("two articles"), "source": say("two sources")}
    for (kind, repeated), (first, *others) in project.repeated.items():
        path: RecordPath = (repeated,) if kind == "source" else ()
        for file in others:
            yield Remark(
                file,
                path,
                say("there are {two} called ‘{id}’; expected every id once in the project", two=two[kind], id=repeated),
                say("rename one of them, or delete it if they are the same"),
                key=True,
                related=((first, path, say("first defined here")),),
            )


@rule("CT106", "former-id-in-use", Severity.ERROR)
def former_id_in_use(project: Project) -> Iterator[Remark]:
    """An id that a claim had before belongs to something else now.

    Reason: Old links are sent on to the renamed claim. If the old id names another claim too, readers of an old article are shown the
        verdict on something else.
    Remedy: Rename the claim that took the id. If the former id was never published, take it out of `former_ids`.

    Bad:
        former_ids: [other]  # here

    Good:
        former_ids: [lorries-doubled]
    """
    owners: dict[str, str] = {}
    for claim in project.claims.values():
        for place, former in enumerate(claim.former_ids):
            if project.exists("claim", former):
                whose = say("still the id of this claim") if former == claim.id else say("the id of another claim")
            elif project.exists("article", former):
                whose = say("the id of an article")
            elif owners.setdefault(former, claim.id) != claim.id:
                whose = say("also a former id of ‘{owner}’", owner=owners[former])
            else:
                continue
            yield Remark(
                project.file_of("claim", claim.id),
                ("former_ids", place),
                say("the former id ‘{id}’ is {whose}; expected an id that nothing else has or had", id=former, whose=whose),
                say("ids are never used again: rename the newer one"),
            )


@rule("CT107", "unknown-article", Severity.ERROR)
def unknown_article(project: Project) -> Iterator[Remark]:
    """A claim is said to appear in an article that does not exist.

    Reason: Nobody can see where the words are supposed to stand.
    Remedy: Write the id of the article, which is the name of its folder, or give the `url` of the place instead.

    Bad:
        appearances:
          - {article: twon}  # here

    Good:
        appearances:
          - {article: town}
    """
    known = Suggestions(project.articles)
    for claim in project.claims.values():
        for place, appearance in enumerate(claim.appearances):
            if appearance.article is not None and not project.exists("article", appearance.article):
                yield Remark(
                    project.file_of("claim", claim.id),
                    ("appearances", place, "article"),
                    say("there is no article ‘{id}’", id=appearance.article),
                    known.hint(appearance.article, say("write the name of the article's folder, or `url` in place of `article`")),
                )


@rule("CT108", "quote-from-nowhere", Severity.ERROR)
def quote_from_nowhere(project: Project) -> Iterator[Remark]:
    """A claim quotes words, and nothing says where they stand.

    Reason: `quote` holds the words in the article of the claim's folder. Where the folder has no article and the claim names no appearance,
        readers cannot see whose words they are.
    Remedy: Record the article in `article.yaml` of the folder, or say under `appearances` where the words were said or written.

    Bad:
        --- speeches/bridge-is-safe.yaml
        status: draft
        authors: [ines]
        statement: The old bridge is safe.
        quote: Nobody has to worry about the bridge  # here

    Good:
        --- speeches/bridge-is-safe.yaml
        status: draft
        authors: [ines]
        statement: The old bridge is safe.
        quote: Nobody has to worry about the bridge
        appearances:
          - {url: "https://video.example/council-2026-02-02", at: "1:02:40-1:02:58"}
    """
    for claim in project.claims.values():
        if claim.quote is not None and not claim.appearances and not project.exists("article", claim.folder):
            yield Remark(
                project.file_of("claim", claim.id),
                ("quote",),
                say(
                    "the quote stands in no known text; the folder ‘{folder}’ has no article, and the claim names no appearance",
                    folder=claim.folder,
                ),
                say("add `article.yaml` to the folder, or `appearances` to the claim"),
            )


RULES = (bad_id, id_too_long, reserved_id, colliding_id, repeated_id, former_id_in_use, unknown_article, quote_from_nowhere)
"""The rules of this part of the family, in the order of their codes."""
