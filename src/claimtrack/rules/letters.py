"""CT4xx, fifth part: letters, the time that they leave for an answer, and what came of them."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, say
from claimtrack.project import Project
from claimtrack.records.claim import Claim, Letter
from claimtrack.records.vocabulary import LetterOutcome
from claimtrack.rules.rule import rule
from claimtrack.rules.time_order import has_not_come

_ANSWERED: tuple[LetterOutcome, ...] = ("replied", "declined")
"""What can come of a letter that was answered; a refusal can be shown to readers too."""
_SHOWN = 10
"""How many claims of an article are named for one letter."""


@rule("CT423", "published-before-the-answer-was-due", Severity.WARNING)
def published_before_the_answer_was_due(project: Project) -> Iterator[Remark]:
    """A claim is published while the claimant still has time to answer.

    Reason: Whoever is given a day and reads the check before it has been promised a say and not given one. On that day
        itself a claim may be published, since the letter may have named an hour.
    Remedy: Publish on that day or later, or when an answer has come. If the answer came before publication, write the `outcome`.
    Clause: ifcn-5.5, efcsn-reply

    Bad:
        letters:
          - {to: Rike Holm (invented), about: claim, on: 2026-02-17, until: 2026-02-24}
        published: 2026-02-20  # here
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-20, by: omar, covers: 5e1f00d2}

    Good:
        letters:
          - {to: Rike Holm (invented), about: claim, on: 2026-02-17, until: 2026-02-20}
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-20, by: omar, covers: 5e1f00d2}
    """
    for claim in project.claims.values():
        file = project.file_of("claim", claim.id)
        for place, letter in enumerate(claim.letters):
            if _is_still_open(claim, letter):
                message = say(
                    "publication comes before the answer is due; found {day}, expected {until} or later",
                    day=claim.published,
                    until=letter.until,
                )
                related = ((file, ("letters", place, "until"), say("the day by which an answer was asked")),)
                yield Remark(file, ("published",), message, _wait_for_it(), related=related)
    yield from _of_articles(project)


@rule("CT424", "no-reply-too-early", Severity.ERROR)
def no_reply_too_early(project: Project) -> Iterator[Remark]:
    """A letter is said to have had no answer, and the time for one is not over.

    Reason: Nobody can know yet. Readers would be told that somebody kept silent who may be writing the answer. On the
        day itself it may be said, since the letter may have named an hour.
    Remedy: Leave the `outcome` out until that day.
    Clause: ifcn-5.5, efcsn-reply

    Bad:
        letters:
          - {to: Rike Holm (invented), about: claim, on: 2026-02-10, until: 2026-03-03, outcome: no-reply}  # here

    Good:
        letters:
          - {to: Rike Holm (invented), about: claim, on: 2026-02-10, until: 2026-03-01, outcome: no-reply}
    """
    for file, path, letter in _letters(project):
        if letter.outcome == "no-reply" and letter.until and project.today and letter.until > project.today:
            message = say(
                "nobody can know yet that there is no answer; it was asked by {until}, expected {today} or before",
                until=letter.until,
                today=project.today,
            )
            yield Remark(file, (*path, "outcome"), message, say("leave the outcome out until that day"))


@rule("CT425", "reply-against-outcome", Severity.ERROR)
def reply_against_outcome(project: Project) -> Iterator[Remark]:
    """A letter names the answer to it, and its outcome says that none came.

    Reason: Readers are shown an answer, and beside it that there was none, or that it is still awaited.
    Remedy: Write `outcome: replied`, or `declined` where the answer is a refusal; or take `reply` away.
    Clause: ifcn-5.5, efcsn-reply

    Bad:
        letters:
          - {to: Rike Holm (invented), about: claim, on: 2026-02-10, outcome: no-reply, reply: holm-letter}  # here

    Good:
        letters:
          - {to: Rike Holm (invented), about: claim, on: 2026-02-10, outcome: replied, reply: holm-letter}
    """
    for file, path, letter in _letters(project):
        if letter.reply is None or letter.outcome in _ANSWERED:
            continue
        hint = say("write `outcome: replied` if there was an answer, or take `reply` away")
        if letter.outcome is None:
            message = say("the letter names the answer and has no outcome; expected ‘replied’")
            yield Remark(file, (*path, "reply"), message, hint)
        else:
            message = say("the letter names the answer, and its outcome is ‘{outcome}’; expected ‘replied’", outcome=letter.outcome)
            yield Remark(file, (*path, "outcome"), message, hint)


@rule("CT426", "answer-not-shown", Severity.WARNING)
def answer_not_shown(project: Project) -> Iterator[Remark]:
    """The claimant answered, and an approved claim does not show what.

    Reason: Readers learn that there was an answer and not what it says; whoever took the trouble to answer sees nothing of it.
    Remedy: Add the answer as evidence, with what it says under `quote`, and name it under `reply` of the letter.
    Clause: ifcn-5.5, efcsn-reply

    Bad:
        letters:
          - {to: Rike Holm (invented), about: claim, on: 2026-02-10, outcome: replied}  # here
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}

    Good:
        letters:
          - {to: Rike Holm (invented), about: claim, on: 2026-02-10, outcome: replied, reply: holm-letter}
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
    """
    for claim in project.claims.values():
        for place, letter in enumerate(claim.letters):
            if letter.about != "claim" or letter.outcome != "replied" or letter.reply is not None or claim.retracted is not None:
                continue
            status = project.status_of(claim)
            if status is not None and status.approves:
                yield Remark(
                    project.file_of("claim", claim.id),
                    ("letters", place, "outcome"),
                    say("the claimant answered, and readers are not shown what; expected the evidence that is the answer under `reply`"),
                    say("add the answer as evidence, and name it under `reply`"),
                )


@rule("CT427", "answer-due-before-asked", Severity.ERROR)
def answer_due_before_asked(project: Project) -> Iterator[Remark]:
    """The day by which a letter asks for an answer lies before the day on which it was sent.

    Reason: One of the days is wrong, and with it whether the claimant had time to answer.
    Remedy: Correct the day that is wrong.
    Clause: ifcn-5.5, efcsn-reply

    Bad:
        letters:
          - {to: Rike Holm (invented), about: claim, on: 2026-02-10, until: 2026-02-09}  # here

    Good:
        letters:
          - {to: Rike Holm (invented), about: claim, on: 2026-02-10, until: 2026-02-10}
    """
    for file, path, letter in _letters(project):
        if letter.until is not None and letter.until < letter.on and not has_not_come(project, letter.on):
            message = say(
                "the answer was due before the letter was sent; found {until}, expected {on} or later", until=letter.until, on=letter.on
            )
            yield Remark(file, (*path, "until"), message, say("correct the day that is wrong"))


def _is_still_open(claim: Claim, letter: Letter) -> bool:
    """Say whether the claimant still had time to answer when the claim was published; a letter sent later asks something else."""
    if claim.published is None or claim.retracted is not None or letter.about != "claim" or letter.outcome is not None:
        return False
    return letter.until is not None and letter.on <= claim.published < letter.until


def _wait_for_it() -> Phrase:
    return say("publish on that day or later, or when the answer has come; if it has, write the `outcome`")


def _of_articles(project: Project) -> Iterator[Remark]:
    """Yield a remark for each letter about all claims of an article that was still open when some of them were published."""
    open_ones: dict[tuple[str, int], list[Claim]] = {}
    for claim in project.claims.values():
        article = project.article_of(claim) if claim.published is not None else None
        for place, letter in enumerate(article.for_all_claims.letters if article else ()):
            if _is_still_open(claim, letter):
                open_ones.setdefault((claim.folder, place), []).append(claim)
    for (article_id, place), claims in open_ones.items():
        until = project.articles[article_id].for_all_claims.letters[place].until
        one = say("publication of a claim comes before the answer is due; expected {until} or later", until=until)
        several = say(
            "publication of {many} claims comes before the answer is due; expected {until} or later", many=len(claims), until=until
        )
        yield Remark(
            project.file_of("article", article_id),
            ("for_all_claims", "letters", place, "until"),
            one if len(claims) == 1 else several,
            _wait_for_it(),
            related=tuple(
                (project.file_of("claim", claim.id), ("published",), say("published on {day}", day=claim.published))
                for claim in claims[:_SHOWN]
            ),
        )


def _letters(project: Project) -> Iterator[tuple[str, RecordPath, Letter]]:
    """Yield every letter, with its file and path."""
    for article in project.articles.values():
        for place, letter in enumerate(article.for_all_claims.letters):
            yield project.file_of("article", article.id), ("for_all_claims", "letters", place), letter
    for claim in project.claims.values():
        for place, letter in enumerate(claim.letters):
            yield project.file_of("claim", claim.id), ("letters", place), letter


RULES = (
    published_before_the_answer_was_due,
    no_reply_too_early,
    reply_against_outcome,
    answer_not_shown,
    answer_due_before_asked,
)
"""The rules of this part of the family, in the order of their codes."""
