"""CT6xx, seventh part: what markup needs to know of who makes a claim, and where."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.records.speaker import Speaker
from claimtrack.rules.marked_up import marked_up
from claimtrack.rules.rule import rule
from claimtrack.urls import host_of, web_address
from claimtrack.variants.documents import document_at
from claimtrack.variants.services import WEB_ARCHIVES

_NOBODY = frozenset(
    {
        "?", "-", "n/a", "none", "nobody", "unknown", "unknown author", "unknown person", "unknown source", "unnamed", "anonymous",
        "various", "various people", "various sources", "various users", "several people", "several users", "many people", "many users",
        "multiple people", "multiple sources", "multiple users", "people", "users", "viral", "viral claim", "viral post", "viral posts",
        "viral video", "internet", "the internet", "internet user", "internet users", "netizens", "social media", "social media post",
        "social media posts", "social media user", "social media users", "social networks", "chain letter", "chain message", "rumour",
        "rumor", "facebook post", "facebook posts", "facebook user", "facebook users", "instagram users", "telegram users",
        "tiktok users", "twitter users", "whatsapp message", "whatsapp messages", "x users", "youtube users",
        "niemand", "unbekannt", "unbekannter", "unbekannte", "unbekannte person", "unbekannte quelle", "anonym", "anonyme person",
        "keine angabe", "k. a.", "k.a.", "ohne angabe", "verschiedene", "verschiedene nutzer", "verschiedene personen",
        "verschiedene quellen", "diverse", "diverse nutzer", "mehrere nutzer", "mehrere personen", "viele", "viele menschen",
        "viele nutzer", "nutzer", "nutzer im internet", "nutzer im netz", "nutzer in sozialen medien",
        "nutzer in sozialen netzwerken", "nutzer sozialer medien", "nutzer sozialer netzwerke", "das internet", "im internet",
        "internetnutzer", "netz", "das netz", "im netz", "soziale medien", "soziale netzwerke", "in sozialen medien",
        "in sozialen netzwerken", "social-media-nutzer", "kettenbrief", "kettenbriefe", "gerücht", "gerüchte", "virale beiträge",
        "viraler beitrag", "facebook-beitrag", "facebook-nutzer", "facebook-post", "instagram-nutzer", "telegram-nutzer",
        "tiktok-nutzer", "twitter-nutzer", "whatsapp-nachricht", "whatsapp-nachrichten", "x-nutzer", "youtube-nutzer",
    }
)  # fmt: skip
"""What stands in place of a name where there is none, in small letters. The names of the companies themselves are not here."""


@rule("CT640", "claimant-page-is-the-claim", Severity.WARNING, "google")
def claimant_page_is_the_claim(project: Project) -> Iterator[Remark]:
    """The page that should say who the claimant is, is the one on which the claim appeared.

    Reason: It tells machines whom the check is about. An article or a post says what they claimed, not who they are.
    Remedy: Name their home page, or their entry in Wikipedia or Wikidata, or leave `same_as` out. Where the claim appeared stands under
        `appearances`.
    Clause: google-claim-author

    Bad:
        claimant:
          name: Rike Holm (invented)
          role: Councillor
          same_as: https://courier.example/old-bridge  # here
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        pages: {report: "mailto:errors@desk.example"}

    Good:
        claimant:
          name: Rike Holm (invented)
          role: Councillor
          same_as: https://bridge-list.example/holm
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        pages: {report: "mailto:errors@desk.example"}
    """
    for claim in project.once(marked_up):
        page = document_at(claim.claimant.same_as) if isinstance(claim.claimant, Speaker) and claim.claimant.same_as else None
        if page is None:
            continue
        for file, path, url in _appeared_at(project, claim):
            work = document_at(url)
            if work is not None and work.key == page.key:
                message = say("the page about the claimant is one on which the claim appeared; expected one that says who they are")
                hint = say("name their home page or their entry in Wikipedia or Wikidata, or leave `same_as` out")
                related = ((file, path, say("the claim appeared here")),)
                yield Remark(project.file_of("claim", claim.id), ("claimant", "same_as"), message, hint, related=related)
                break


@rule("CT641", "placeholder-claimant", Severity.WARNING, "google")
def placeholder_claimant(project: Project) -> Iterator[Remark]:
    """In place of a claimant stand words for nobody, such as "social media users".

    Reason: Markup would name an author of the claim that does not exist. A claim that has no author that can be named has none in markup.
    Remedy: Write `claimant: {none: why nobody can be named}`, or name who made the claim.
    Clause: google-claim-author

    Bad:
        claimant:
          name: Social media users  # here
          kind: group
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        pages: {report: "mailto:errors@desk.example"}

    Good:
        claimant:
          none: Many posts have it, and the first one is not known.
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        pages: {report: "mailto:errors@desk.example"}
    """
    for claim in project.once(marked_up):
        names = claim.claimant.name.by_language if isinstance(claim.claimant, Speaker) else {}
        for tag, name in names.items():
            if " ".join(name.split()).rstrip(".").casefold() in _NOBODY or name.strip().casefold() in _NOBODY:
                path: RecordPath = ("claimant", "name", *([tag] if tag else []))
                message = say(
                    "the claimant is nobody in particular, ‘{name}’; expected a name, or why nobody can be named", name=name.strip()
                )
                hint = say("write `claimant: {{none: why nobody can be named}}`")
                yield Remark(project.file_of("claim", claim.id), path, message, hint)
                break


@rule("CT642", "no-appearance", Severity.WARNING, "google")
def no_appearance(project: Project) -> Iterator[Remark]:
    """Nothing says at which address the claim appeared.

    Reason: The check is shown beside what it is about. Without an address nobody, human or machine, finds the one from the other.
    Remedy: Add the address of a page on which the claim appeared to `appearances`. Where there is none, say so: in `unknown` of the
        article, or in `reasons.no_quote`.
    Clause: google-appearance

    Bad:
        --- desk.yaml
        standards: [google]
        pages: {report: "mailto:errors@desk.example"}
        --- meeting/heard.yaml
        status: approved
        authors: [ines]
        statement: {en: The bridge is closed to lorries., de: Die Brücke ist für Lastwagen gesperrt.}
        headline: {en: It is open., de: Sie ist offen.}
        appearances: [{title: Meeting of the council}]  # here
        aspect: fact
        claimant: {name: Rike Holm (invented), role: Councillor}
        selection: It was asked often.
        letters: [{to: Rike Holm (invented), about: claim, on: 2026-02-10}]
        evidence:
          - {id: count, source: bridge-count, stance: refutes}
          - {id: survey, source: haulier-survey, stance: refutes}
        verdict: {rating: refuted, summary: {en: So., de: So.}, rationale: {en: "[@count] [@survey]", de: "[@count] [@survey]"}}
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]

    Good:
        --- desk.yaml
        standards: [google]
        pages: {report: "mailto:errors@desk.example"}
        --- meeting/heard.yaml
        status: approved
        authors: [ines]
        statement: {en: The bridge is closed to lorries., de: Die Brücke ist für Lastwagen gesperrt.}
        headline: {en: It is open., de: Sie ist offen.}
        appearances: [{title: Meeting of the council, url: "https://video.example/council-2026-02-02"}]
        aspect: fact
        claimant: {name: Rike Holm (invented), role: Councillor}
        selection: It was asked often.
        letters: [{to: Rike Holm (invented), about: claim, on: 2026-02-10}]
        evidence:
          - {id: count, source: bridge-count, stance: refutes}
          - {id: survey, source: haulier-survey, stance: refutes}
        verdict: {rating: refuted, summary: {en: So., de: So.}, rationale: {en: "[@count] [@survey]", de: "[@count] [@survey]"}}
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
    """
    for claim in project.once(marked_up):
        article = project.article_of(claim)
        if project.lacks_its_article(claim) or (article is not None and article.unknown is not None):
            continue
        if any(one.article is not None and one.article not in project.articles for one in claim.appearances):
            continue  # told by itself, and where it appeared may stand there
        if next(_appeared_at(project, claim), None) is None and project.reasons_of(claim).no_quote is None:
            message = say("nothing says at which address the claim appeared; expected one among the appearances")
            hint = say("add the address of a page on which it appeared to `appearances`, or say in `reasons.no_quote` why there is none")
            yield Remark(project.file_of("claim", claim.id), ("appearances",), message, hint, key=True)


@rule("CT643", "article-on-own-site", Severity.ERROR, "google")
def article_on_own_site(project: Project) -> Iterator[Remark]:
    """The article that approved claims are taken from lies on the desk's own site.

    Reason: What a desk checks has to come from somewhere else; a check of one's own words is no fact-check, and search engines refuse it.
        Appearances on the desk's own pages are told of by another finding.
    Remedy: Take the claim from where it was made, and name that page.
    Clause: google-origin

    Bad:
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        pages: {report: "mailto:errors@desk.example"}
        --- article.yaml
        url: https://www.desk.example/old-bridge  # here

    Good:
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        pages: {report: "mailto:errors@desk.example"}
        --- article.yaml
        url: https://courier.example/old-bridge
    """
    own = host_of(web_address(project.desk.publisher.url or "") or "").removeprefix("www.")
    for folder in dict.fromkeys(claim.folder for claim in project.once(marked_up)) if own else ():
        article = project.articles.get(folder)
        address = web_address(article.url or "") if article else None
        if address is not None and f".{host_of(address)}".endswith(f".{own}"):
            message = say(
                "the article lies on {host}, the desk's own site; expected one that somebody else has published", host=host_of(address)
            )
            hint = say("take the claims from where they were made")
            yield Remark(project.file_of("article", folder), ("url",), message, hint)


@rule("CT644", "copy-as-appearance", Severity.WARNING, "google")
def copy_as_appearance(project: Project) -> Iterator[Remark]:
    """An archived copy stands in place of the page on which the claim appeared.

    Reason: Programs that put the check beside the claim look for the address of the claim. They do not know that of the copy.
    Remedy: Write the address of the page itself under `url`, even where it is gone, and the copy under `archives`.
    Clause: google-appearance

    Bad:
        appearances:
          - url: https://web.archive.org/web/20260203100000/https://posts.example/1  # here
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        pages: {report: "mailto:errors@desk.example"}

    Good:
        appearances:
          - url: https://posts.example/1
            archives:
              - {provider: archive.org, url: "https://web.archive.org/web/20260203100000/https://posts.example/1"}
        status: approved
        history: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]
        --- desk.yaml
        standards: [google]
        pages: {report: "mailto:errors@desk.example"}
    """
    for claim in project.once(marked_up):
        for place, appearance in enumerate(claim.appearances):
            address = web_address(appearance.url or "")
            document = document_at(address) if address else None
            if (
                address is not None
                and document is not None
                and (document.captured or host_of(address).removeprefix("www.") in WEB_ARCHIVES)
            ):
                message = say(
                    "the appearance is an archived copy, on {host}; expected the page on which it appeared", host=host_of(address)
                )
                hint = say("write the address of the page itself, and the copy under `archives`")
                yield Remark(project.file_of("claim", claim.id), ("appearances", place, "url"), message, hint)


def _appeared_at(project: Project, claim: Claim) -> Iterator[tuple[str, RecordPath, str]]:
    """Yield the addresses at which a claim appeared, with file and path."""
    article = project.article_of(claim)
    if article is not None and article.url is not None:
        yield project.file_of("article", article.id), ("url",), article.url
    for place, appearance in enumerate(claim.appearances):
        other = project.articles.get(appearance.article) if appearance.article else None
        if appearance.url is not None:
            yield project.file_of("claim", claim.id), ("appearances", place, "url"), appearance.url
        elif other is not None and other.url is not None:
            yield project.file_of("article", other.id), ("url",), other.url


RULES = (claimant_page_is_the_claim, placeholder_claimant, no_appearance, article_on_own_site, copy_as_appearance)
"""The rules of this part of the family, in the order of their codes."""
