"""CT2xx, fourth part: how things were seen, by whom, and where copies of them lie."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, say
from claimtrack.project import Project
from claimtrack.reading.archives import stays_below
from claimtrack.records.article import ArticleText
from claimtrack.records.claim import Claim
from claimtrack.records.evidence import Evidence
from claimtrack.records.source import Archive
from claimtrack.rules.digests import is_digest
from claimtrack.rules.foundations import CARRYING, added_up, says_how_it_is
from claimtrack.rules.rule import part_rule, rule


@rule("CT231", "verdict-on-memory", Severity.ERROR)
def verdict_on_memory(project: Project) -> Iterator[Remark]:
    """There is a verdict, and nobody has seen what it rests on.

    Reason: What somebody remembers of a source, a machine above all, is often wrong and cannot be held against anything. It may be a lead;
        it carries no verdict, and neither does what is only there for context or, where the rating says how right the claim is, what can
        be read either way. A calculation rests on each of its numbers.
    Remedy: Look at a source and say how it was `seen`, or take the verdict back and write `so_far` and `gaps`.
    Clause: ifcn-3.1, efcsn-replicable

    Bad:
        evidence:
          - {id: count-2026, source: bridge-count, stance: supports, seen: memory}
          - {id: survey, source: haulier-survey, stance: context}
        computed:
        letters:
        verdict:  # here
          rating: supported
          summary: The Roads Office counted twice as many lorries as a year before.
          rationale: The Roads Office counted 620 lorries a day [@count-2026]; the hauliers report the same [@survey].
        reasons: {single_origin: The count was not seen.}

    Good:
        evidence:
          - {id: count-2026, source: bridge-count, stance: supports, seen: excerpt}
          - {id: survey, source: haulier-survey, stance: supports, seen: not-seen}
        computed:
        letters:
        verdict:
          rating: supported
          summary: The Roads Office counted twice as many lorries as a year before.
          rationale: The Roads Office counted 620 lorries a day [@count-2026]; the hauliers report the same [@survey].
        reasons: {single_origin: The survey was not seen.}
    """
    hint = say("look at a source and say how it was `seen`, or write `so_far` and `gaps` in place of the verdict")
    for claim in project.claims.values():
        if claim.verdict is None or not claim.evidence:
            continue
        file = project.file_of("claim", claim.id)
        if not any(map(project.was_seen, _telling(project, claim))):
            message = say("nobody has seen any of the evidence that the verdict rests on; expected at least one piece that was seen")
            yield Remark(file, ("verdict",), message, hint, key=True)
            continue
        terms = added_up(claim)
        for place, evidence in enumerate(claim.evidence):
            if evidence.id in terms and not project.was_seen(evidence):
                message = say(
                    "the verdict rests on a calculation with ‘{evidence}’, which nobody has seen; expected a number that was seen",
                    evidence=evidence.id,
                )
                yield Remark(file, ("evidence", place), message, hint)


@rule("CT232", "deed-of-a-machine", Severity.ERROR)
def deed_of_a_machine(project: Project) -> Iterator[Remark]:
    """A machine is said to have searched, or a record that it wrote alone tells of a search, of a letter, or of a page that was seen live.

    Reason: Machines write such sentences whether or not anybody has searched, written or looked. Readers would take them for the work of
        people.
    Remedy: Take it out. If a person has done it, that person belongs among the authors.

    Bad:
        authors: [robot]
        letters:
        searches:  # here
          - {read: The counts of all bridges, on: 2026-02-11, by: robot, found: no other count}

    Good:
        authors: [robot]
        letters:
        searches:
    """
    machines = {person for person, known in project.desk.people.items() if known.kind == "machine"}
    for claim in project.claims.values():
        if not claim.authors or not machines.issuperset(claim.authors):
            for place, search in enumerate(claim.searches):
                if search.by in machines:
                    message = say("‘{machine}’ is a machine and is said to have searched; expected a person", machine=search.by)
                    hint = say("take the search out, or name who made it")
                    yield Remark(project.file_of("claim", claim.id), ("searches", place, "by"), message, hint)
            continue
        deeds: list[tuple[RecordPath, Phrase]] = []
        if claim.letters:
            deeds.append((("letters",), say("a letter")))
        if claim.searches:
            deeds.append((("searches",), say("a search")))
        for place, evidence in enumerate(claim.evidence):
            if project.seen_of(evidence) == "live":
                deeds.append((("evidence", place), say("a page seen live")))
        for path, deed in deeds:
            message = say(
                "only a machine is named as author, and the record tells of {deed}; expected nothing that only people can have done",
                deed=deed,
            )
            hint = say("take it out, or name the person who did it among the `authors`")
            yield Remark(project.file_of("claim", claim.id), path, message, hint, key=isinstance(path[-1], str))


@part_rule("CT233", "bad-digest", Severity.ERROR, ArticleText, Archive)
def bad_digest(_: Project, file: str, path: RecordPath, part: ArticleText | Archive) -> Iterator[Remark]:
    """A digest is not written as SHA-256 is.

    Reason: It is what a file is recognised by; mistyped or cut off, it can never match, and one of another kind looks like tampering.
    Remedy: Write what `sha256sum`, or `Get-FileHash` in PowerShell, prints: 64 digits and letters a to f, small or capital.

    Bad:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          archives:
            - {provider: own, file: survey.pdf, sha256: a87a505dc5}  # here

    Good:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          archives:
            - {provider: own, file: survey.pdf, sha256: a87a505dc5de5eb3e8ae566af1cb813e2a538c917e1fb63c09be91ca14848ff0}
    """
    if part.sha256 is not None and not is_digest(part.sha256):
        message = say("no SHA-256 digest: {found} characters; expected 64 digits and letters a to f", found=len(part.sha256))
        yield Remark(file, (*path, "sha256"), message, say("write what `sha256sum` prints"))


@part_rule("CT234", "file-outside-the-archives", Severity.ERROR, Archive)
def file_outside_the_archives(_: Project, file: str, path: RecordPath, archive: Archive) -> Iterator[Remark]:
    """The file of an archived copy does not lie below `archives/`.

    Reason: A path that leads elsewhere could make a page offer any file of the machine that it is built on.
    Remedy: Put the file below `archives/` and write its path from there, with `/` between folders.

    Bad:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          archives:
            - {provider: own, file: ../survey.pdf}  # here

    Good:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          archives:
            - {provider: own, file: hauliers/survey.pdf}
    """
    named: list[tuple[RecordPath, str | None]] = [((*path, "file"), archive.file), ((*path, "wacz"), archive.wacz)]
    named += [((*path, "proofs", number), proof) for number, proof in enumerate(archive.proofs)]
    for place, name in named:
        if name is not None and not stays_below(name):
            message = say(
                "the path does not stay below `archives/`; expected folders and a name with `/` between them, such as survey/page.html"
            )
            yield Remark(file, place, message, say("put the file below `archives/` and write its path from there"))


def _telling(project: Project, claim: Claim) -> Sequence[Evidence]:
    """Return the evidence that a verdict can rest on: what takes a side; else what can be read either way; else whatever there is."""
    sides = [evidence for evidence in claim.evidence if evidence.stance in CARRYING] if says_how_it_is(project, claim) else []
    return sides or [evidence for evidence in claim.evidence if evidence.stance != "context"] or claim.evidence


RULES = (verdict_on_memory, deed_of_a_machine, bad_digest, file_outside_the_archives)
"""The rules of this part of the family, in the order of their codes."""
