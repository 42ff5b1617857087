"""An audit as a page that can be published: what was looked at, what was found of which kind, and what git cannot know.

Nothing is on it that readers may not see: no addresses, of people only the names that the desk gives them, and no claim that readers never
saw.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimtrack.formats.as_json import FORMAT_VERSION, as_text
from claimtrack.formats.audits import ID, Audited, day, looked_at, period, where_it_begins
from claimtrack.formats.languages import translator
from claimtrack.formats.markdown_text import plain, sentence
from claimtrack.formats.terminal import safe
from claimtrack.history.breaks import Break
from claimtrack.phrases import Phrase, say
from claimtrack.rules.registry import kind

_KINDS: Mapping[str, Phrase] = {
    "CT701": say("a published claim said something else, and no correction said so"),
    "CT702": say("another rating was given, and the correction called it minor or an update"),
    "CT703": say("a correction gave another verdict as the former one than readers had been told"),
    "CT704": say("the day of publication was changed or taken out"),
    "CT705": say("a withdrawal was taken back or dated anew"),
    "CT706": say("the record of a published claim was deleted"),
    "CT707": say("a published claim got another id and did not name the former one"),
    "CT708": say("the id of a published claim was given to another claim"),
    "CT709": say("a disclosure was taken out of a published claim"),
    "CT711": say("the written history of a claim was changed"),
    "CT712": say("a correction was changed or taken out"),
    "CT713": say("a claim was moved past the workflow"),
    "CT714": say("a claim was changed after it was approved"),
    "CT721": say("an approval was committed by who wrote the claim"),
    "CT722": say("an author was taken off the record and approved the claim"),
    "CT723": say("approvals were committed by somebody whom the desk does not know"),
    "CT724": say("the id of a person was given to somebody else"),
    "CT731": say("a rating was redefined in a scale of the same version"),
    "CT732": say("a status promised less than before in a workflow of the same version"),
    "CT733": say("the text of an article was replaced under its quotes"),
}


def write_page(audited: Audited) -> str:
    """Write the page as plain text."""
    title, *sections = _sections(audited)
    blocks = [_underlined(safe(audited.say(title[0])), "=")]
    for head, lines in sections:
        blocks.append(_underlined(safe(audited.say(head)), "-"))
        blocks.append("\n".join(f"- {safe(audited.say(line), 2_000)}" for line in lines))
    return "\n\n".join(blocks)


def write_page_in_markdown(audited: Audited) -> str:
    """Write the page as Markdown, every text of a record or a commit as code."""
    translate = translator(audited.language)
    title, *sections = _sections(audited)
    blocks = [f"# {sentence(title[0], translate)}"]
    for head, lines in sections:
        blocks.append(f"## {plain(audited.say(head))}")
        blocks.append("\n".join(f"- {sentence(line, translate)}" for line in lines))
    return "\n\n".join(blocks)


def write_page_as_json(audited: Audited) -> str:
    """Write what the page says for programs."""
    audit, figures = audited.audit, audited.audit.figures
    counted = None if figures is None else {
        "claims": figures.claims, "published": figures.published, "withdrawn": figures.withdrawn, "corrections": figures.corrections,
    }  # fmt: skip
    kinds = [
        {"code": of_code, "what": audited.say(words), "count": len(found), "made_good": sum(one.later is not None for one in found)}
        for of_code, words, found in _by_kind(audited)
    ]
    return as_text(
        {
            "format_version": FORMAT_VERSION,
            "language": audited.language,
            **looked_at(audit),
            "figures": counted,
            "kinds": kinds,
            "unreadable": len(audit.unreadable),
        }
    )


_Section = tuple[Phrase, Sequence[Phrase]]


def _sections(audited: Audited) -> list[_Section]:
    audit = audited.audit
    name = "?" if audit.desk is None else audit.desk.by_language.get(audited.language) or next(iter(audit.desk.by_language.values()))
    sections: list[_Section] = [
        (say("Audit of the history of {desk}", desk=name), ()),
        (say("What was looked at"), [*_looked_at(audited)]),
        (say("What was found"), [*_found(audited)]),
    ]
    if audit.breaks:
        sections.append((say("One by one"), [_one(audited, one) for one in audit.breaks]))
    sections.append((say("What git cannot tell"), _LIMITS))
    return sections


_LIMITS = (
    say("what was on the main line and was taken out of it again by force: it is in no history any more"),
    say("who really sat at the keyboard: a commit carries the name that its author gave"),
    say("what readers were shown, where the site was built from something else than the main line"),
    say("why something was changed: each of these may have had a good reason"),
)


def _looked_at(audited: Audited) -> Iterator[Phrase]:
    audit, figures = audited.audit, audited.audit.figures
    commits = say("1 commit") if audit.commits == 1 else say("{number:,} commits", number=audit.commits)
    last = audit.last.id[:ID] if audit.last is not None else say("no commits")
    yield say("{commits} {period}, up to {last}", commits=commits, period=period(audit), last=last) if audit.first else say("no commits")
    yield say("the main line of the repository, commit by commit, as readers saw it; what was merged counts when it was merged")
    if audit.begins == "named" and audit.base is not None:
        yield say("what was there at {commit} was taken as it was", commit=audit.base[:ID])
    yield from where_it_begins(audit)
    if audit.begins == "first":
        yield say("what the first commit with a desk record brought was taken as it was")
    if figures is not None:
        yield say("claims at the end: {number:,}", number=figures.claims)
        yield say("of these, readers see: {number:,}", number=figures.published)
        yield say("withdrawn: {number:,}", number=figures.withdrawn)
        yield say("corrections in what readers see: {number:,}", number=figures.corrections)
    unreadable = len(audit.unreadable)
    if unreadable:
        yield say("records that could not be read at a time, and were taken to be what they were before: {number:,}", number=unreadable)


def _found(audited: Audited) -> Iterator[Phrase]:
    for _, words, found in _by_kind(audited):
        number, good = len(found), sum(one.later is not None for one in found)
        if good:
            yield say("{what}: {number:,}, of which made good later: {good:,}", what=words, number=number, good=good)
        else:
            yield say("{what}: {number:,}", what=words, number=number)
    if not audited.audit.breaks:
        yield say("nothing that readers were not told")


def _by_kind(audited: Audited) -> list[tuple[str, Phrase, list[Break]]]:
    by_code: dict[str, list[Break]] = {}
    for one in audited.audit.breaks:
        by_code.setdefault(one.finding.code, []).append(one)
    return [(of_code, _words(of_code), by_code[of_code]) for of_code in sorted(by_code)]


def _words(of_code: str) -> Phrase:
    described = kind(of_code)
    return _KINDS.get(of_code) or say("{title}", title=described.title if described is not None else of_code)


def _one(audited: Audited, one: Break) -> Phrase:
    who: object = say("somebody whom the desk does not know")
    if one.who is not None:
        who = one.who.by_language.get(audited.language) or next(iter(one.who.by_language.values()))
    commit, about = one.commit.id[:ID], one.claim if one.claim is not None and one.is_public else say("a claim that readers never saw")
    if one.claim is None:
        about = say("the desk")
    told = say("{day}, {claim}: {what}, by {who} ({commit})", day=day(one.commit), claim=about, what=_words(one.finding.code), who=who,
               commit=commit)  # fmt: skip
    if one.later is None:
        return told
    how = say("{told}; readers were told on {day}", told=told, day=day(one.later))
    return how if one.how == "told" else say("{told}; put back on {day}", told=told, day=day(one.later))


def _underlined(text: str, sign: str) -> str:
    return f"{text}\n{sign * len(text)}"
