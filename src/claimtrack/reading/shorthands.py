"""The short ways of writing a record: a text in place of a mapping, one word in place of a record, one pair in place of two fields.

Each entry of :data:`SHORTHANDS` is a function from what stands in the file to what it is short for. For a class: the finished record, or
the mapping to be read. For a union of types: the type that is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args

from claimtrack.phrases import say
from claimtrack.reading.kinds import BAD_LANGUAGE, NOT_IN_VOCABULARY
from claimtrack.reading.scalars import SCALARS, Unfit, Unfits, did_you_mean, found, language, same_letters, text
from claimtrack.records.claim import Relation
from claimtrack.records.passage import MediaStretch, Quote, Stretch
from claimtrack.records.scale import Scale
from claimtrack.records.source import Source
from claimtrack.records.speaker import NoClaimant, OwnVoice, Speaker
from claimtrack.records.text import Text
from claimtrack.records.vocabulary import RelationKind
from claimtrack.records.workflow import Workflow


def _text(value: Any) -> Text:  # noqa: ANN401  (what stands in a file can be anything; so for all below)
    if value.__class__ is str:
        return Text.plain(text(value))
    if value.__class__ is not dict or not value:
        raise Unfit(say("expected a text, or a text for each language; found {found}", found=found(value)))
    misfits = list(_misfits_in_text(value))
    if misfits:
        raise Unfits(misfits)
    return Text(dict(value))


def _misfits_in_text(by_language: dict[str, Any]) -> Iterator[Unfit]:
    for tag, words in by_language.items():
        try:
            language(tag)
            text(words)
        except Unfit as error:
            if error.kind is BAD_LANGUAGE:
                hint = error.hint or say("a text is written plainly, or under the tag of its language")
                yield Unfit(error.message, hint, error.kind, (tag,), names_step=True, instead=error.instead)
            else:
                yield Unfit(error.message, error.hint, error.kind, (tag,), instead=error.instead)


def _quote(value: Any) -> Any:  # noqa: ANN401
    return Quote(exact=text(value)) if value.__class__ is str else value


def _speaker(value: Any) -> Any:  # noqa: ANN401
    return Speaker(name=Text.plain(text(value))) if value.__class__ is str else value


def _relation(value: Any) -> Relation:  # noqa: ANN401
    kinds = get_args(RelationKind)
    all_kinds = say("the kinds are {kinds}", kinds=", ".join(kinds))
    if value.__class__ is not dict or len(value) != 1:
        raise Unfit(say("expected one pair such as `embeds: other-claim`, found {found}", found=found(value)), all_kinds)
    ((kind, target),) = value.items()
    if kind not in kinds:
        message = say("there is no relation {kind}", kind=found(kind))
        hint = did_you_mean(kind, kinds) or all_kinds
        raise Unfit(message, hint, NOT_IN_VOCABULARY, (kind,), names_step=True, instead=same_letters(kind, kinds))
    try:
        return Relation(kind=kind, target=text(target))
    except Unfit as error:
        raise Unfit(error.message, say("write the id of the other claim behind `{kind}:`", kind=kind), step=(kind,)) from None


def _claimant(value: Any) -> OwnVoice | type:  # noqa: ANN401
    if value == "article":
        return OwnVoice()
    if value.__class__ is dict:
        return NoClaimant if "none" in value else Speaker
    hint = say("write `article` for the outlet's own voice, `{{name: …}}` for a speaker, `{{none: why}}` where nobody can be named")
    raise Unfit(say("expected who makes the claim, found {found}", found=found(value)), hint)


def _text_or(record: type) -> Callable[[Any], Any]:
    """Return what tells an id from a record that is written out."""
    return lambda value: text(value) if value.__class__ is str else record


def _position(value: Any) -> Any:  # noqa: ANN401
    return SCALARS[MediaStretch if ":" in str(value) else Stretch](value)


SHORTHANDS: Mapping[Any, Callable[[Any], Any]] = {
    Text: _text,
    Quote: _quote,
    Speaker: _speaker,
    Relation: _relation,
    frozenset({OwnVoice, Speaker, NoClaimant}): _claimant,
    frozenset({str, Source}): _text_or(Source),
    frozenset({str, Scale}): _text_or(Scale),
    frozenset({str, Workflow}): _text_or(Workflow),
    frozenset({Stretch, MediaStretch}): _position,
}
"""For a class or a set of types: the function that reads the short ways of writing it."""
