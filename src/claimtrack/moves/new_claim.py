"""A new claim out of the words of an article: found in its text, with the place, and with an id."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from claimtrack.anchoring.anchors import text_of
from claimtrack.anchoring.quotes import MOST_PLACES, QuotedText
from claimtrack.changes import Bare, Value
from claimtrack.editing import compose_record
from claimtrack.errors import RefusedError, UsageError
from claimtrack.moves.naming import known_workflow, nearest
from claimtrack.moves.new_ids import IdsOfClaims, given_id, id_made_of
from claimtrack.moves.plan import Plan
from claimtrack.moves.told_texts import told_text
from claimtrack.project import Project
from claimtrack.reading.snapshots import SNAPSHOTS_FOLDER
from claimtrack.records.article import Article
from claimtrack.records.passage import Quote, Stretch

_BLANKS = re.compile(r"\s+")
_CONTEXT = 30
"""How many characters are shown before and behind a place."""
_FRAME = 24
"""How many characters are written as the words before or behind a quote, as far as whole words go."""
_WIDEST_FRAME = 200


@attrs.frozen(kw_only=True)
class Told:
    """What is told of a claim.

    Attributes:
        quote: the words in the article.
        occurrence: which of several places is meant, from 1.
        statement: the claim as one neutral sentence, for each language.
        id: its id.
        aspect: what is checked.
        claimant: who makes it: ``article``, or a name.
        role: the role of the claimant.
        topics: topics of the desk.
        by: who writes it.
    """

    quote: str
    occurrence: int | None = None
    statement: Sequence[str] = ()
    id: str | None = None
    aspect: str | None = None
    claimant: str | None = None
    role: str | None = None
    topics: Sequence[str] = ()
    by: str


def write_claim(project: Project, article_id: str, told: Told) -> Plan:
    """Plan a new claim.

    Arguments:
        project: the desk.
        article_id: the article that it stands in.
        told: what is told of it.

    Raises:
        UsageError: there is no such article, or what is given has the wrong form.
        RefusedError: the words stand in the article several times and nobody said which place is meant; or the id is taken.
    """
    article = _article(project, article_id)
    words = " ".join(told.quote.split())
    if not words:
        raise UsageError("--quote wants the words of the article, and what was given is empty")
    quote, notes = _anchored(project, article, words, told.occurrence)
    statement = told_text(project.desk, "--statement", told.statement) if told.statement else None
    if isinstance(statement, str) and len(project.desk.languages) > 1:  # so that the other languages find their place beside it
        statement = {project.desk.reference_language: statement}
    ids = IdsOfClaims(project)
    if told.id is not None:
        claim_id = given_id(told.id, "a claim")
        ids.refuse_taken(claim_id)
    else:
        claim_id = id_made_of(_first(statement) or words, ids, "the claim")
    if told.role is not None and told.claimant in {None, "article"}:
        raise UsageError("--role wants to be the role of somebody; give the name with --claimant")
    status = known_workflow(project).statuses[0].id
    fields: dict[str, Value | None] = {
        "status": status,
        "authors": [told.by],
        "statement": statement,
        "quote": quote,
        "aspect": told.aspect,
        "claimant": _claimant(told),
        "topics": list(told.topics) or None,
    }
    folder = project.file_of("article", article_id).removesuffix("article.yaml")
    data = compose_record({name: value for name, value in fields.items() if value is not None})
    return (
        Plan(project=project)
        .with_file(f"{folder}{claim_id}.yaml", data)
        .saying(*notes, following=f"say what speaks for and against it: `claimtrack add evidence {claim_id} --source … --stance …`")
    )


def _article(project: Project, article_id: str) -> Article:
    article = project.articles.get(article_id)
    if article is not None:
        return article
    if project.exists("article", article_id):
        raise RefusedError(f"the record of the article {article_id!r} has errors of reading; `claimtrack check` shows them")
    otherwise = "`claimtrack new article` takes one in"
    raise UsageError(f"there is no article {article_id!r}; {nearest(article_id, project.articles, otherwise)}")


def _claimant(told: Told) -> Value | None:
    if told.claimant is None or told.claimant == "article":
        return told.claimant
    return {"name": told.claimant} | ({"role": told.role} if told.role is not None else {})


def _anchored(project: Project, article: Article, words: str, occurrence: int | None) -> tuple[Value, tuple[str, ...]]:
    """Return a quote with its place, as far as the text of the article is at hand, and what there is to say about that."""
    text = text_of(project, article)
    if text is None:
        if occurrence is not None:
            raise UsageError(f"--occurrence counts in the text of {article.id!r}, which is not at hand")
        file = f"{SNAPSHOTS_FOLDER}/{article.id}.txt"
        why = f"{file} is another text" if article.id in project.snapshots else f"there is no {file} here"
        return words, (f"the quote was not looked for in the article and has no position: {why}",)
    quoted = QuotedText(text)
    places = quoted.places(Quote(exact=words))
    if not places:  # what stands there instead, the rules say when they object
        return words, ()
    if len(places) == 1 and occurrence in {None, 1}:
        return {"exact": words, "at": Bare(str(places[0]))}, ()
    if occurrence is None or not 1 <= occurrence <= len(places):
        raise RefusedError(_which(article, text, places, occurrence))
    place = places[occurrence - 1]
    return {"exact": words, "at": Bare(str(place)), **_frame(quoted, words, place)}, ()


def _which(article: Article, text: str, places: Sequence[Stretch], occurrence: int | None) -> str:
    """Say where words stand that stand in several places."""
    times = f"{len(places)} times or more" if len(places) == MOST_PLACES else "once" if len(places) == 1 else f"{len(places)} times"
    asked = "say which place is meant with --occurrence" if occurrence is None else f"so there is no --occurrence {occurrence}"
    lines = [f"refused, and nothing was written: these words stand {times} in the text of {article.id!r}; {asked}"]
    for number, place in enumerate(places, start=1):
        line = text.count("\n", 0, place.start) + 1
        stretches = (max(place.start - _CONTEXT, 0), place.start), (place.start, place.end), (place.end, place.end + _CONTEXT)
        before, middle, behind = (_BLANKS.sub(" ", text[start:end]) for start, end in stretches)
        middle = middle if len(middle) <= 3 * _CONTEXT else f"{middle[:_CONTEXT]} … {middle[-_CONTEXT:]}"
        lines.append(f"  {number}: line {line}, at {place}: …{before}[{middle}]{behind}…")
    return "\n".join(lines)


def _frame(quoted: QuotedText, words: str, place: Stretch) -> dict[str, Value]:
    """Return the words before and behind a place that tell it apart from the others, as few as it takes."""
    for reach in range(_FRAME, _WIDEST_FRAME, _FRAME):
        prefix = _whole_words(quoted.text[max(place.start - reach, 0) : place.start], from_the_end=True)
        suffix = _whole_words(quoted.text[place.end : place.end + reach], from_the_end=False)
        for frame in ({"prefix": prefix}, {"suffix": suffix}, {"prefix": prefix, "suffix": suffix}):
            quote = Quote(exact=words, prefix=frame.get("prefix"), suffix=frame.get("suffix"))
            if all(frame.values()) and quoted.places(quote) == (place,):
                return dict(frame)
    return {}


def _whole_words(text: str, *, from_the_end: bool) -> str:
    """Return what of a cut text is whole words, on one line."""
    words = text.split()
    if from_the_end and text[:1].strip() and len(words) > 1:
        words = words[1:]
    elif not from_the_end and text[-1:].strip() and len(words) > 1:
        words = words[:-1]
    return " ".join(words)


def _first(statement: Value | None) -> str:
    if isinstance(statement, dict):
        statement = next(iter(statement.values()), None)
    return statement if isinstance(statement, str) else ""
