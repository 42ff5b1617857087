"""Texts that say nearly the same in nearly the same words, found among very many.

Two texts are nearly alike where four fifths of the words that either has stand in both (articles aside), at most one word that carries
meaning is replaced, and nothing differs that makes another claim of it: names and numbers, and which small word says how each of them
stands in the sentence; denials; numbers in words, comparisons and opposites. "Lorries doubled in Alderford" and "Lorries doubled in
Brackham" are two claims, however much they have in common.

So texts are first put into groups by what must not differ, and only those of one group are held against each other: first the ones with
the same words, then the others, with the filter by prefixes of Chaudhuri, Ganti and Kaushik (2006): two sets that have four fifths in
common share one of the rarest words of each. What is found is exact as long as no group is very large; see :data:`MOST_SHARING` and
:data:`MOST_KEPT` for what the bounds cost.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence

import attrs

from claimtrack.anchoring.abbreviations import STARTERS
from claimtrack.anchoring.decisive import DECISIVE, DETERMINERS, LIGHT, NEGATIONS, OPPOSING_PREFIXES, PREPOSITIONS

MOST_SHARING = 24
"""How many different wordings that share a rare word are held against a new one: the first ones. Where more share it, as among thousands of
texts that differ only in common words, some pairs of later ones are not found."""
MOST_KEPT = 8
"""How many texts of one wording a new text is paired with, and how many near wordings a wording has at most: the first ones. A text with
the very same words as an earlier one is always found."""
FEWEST_WORDS = 3
"""How many different words a text needs to be compared at all."""

_PUNCTUATION = r"""\s!-#&-/:-@\[-`{-~¡¿…–—―„“”‚‘’«»‹›·•、。，；：？！「」『』（）؟،؛।॥۔"""
_TOKEN = re.compile(f"[^{_PUNCTUATION}]+")
_THOUSANDS = re.compile(r"(?<=\d)[.,'’\u00a0\u202f\u2009](?=\d{3}(?!\d))")
_FRACTION = re.compile(r"(?<=\d)[.,](?=\d)")
_SIGN = re.compile("([%$€£¥])")
_NOT = re.compile(r"\bcan(?:not|[’']t)\b|(?<=\w)n[’']t\b", re.IGNORECASE)
_WITHOUT_BLANKS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_SHORTEST_WITH_ENDING = 4
_MOST_BETWEEN = 2
_SMALL_WORDS = NEGATIONS | DECISIVE | DETERMINERS | PREPOSITIONS.keys()

_Key = Hashable


def nearly_alike(texts: Sequence[str], language: str) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield the place of every text that is nearly like earlier ones, with the places of these.

    Arguments:
        texts: the texts.
        language: the tag of their language.

    >>> list(nearly_alike(["The bridge was closed in 1998.", "It is new.", "In 1998 the bridge was closed."], "en"))
    [(2, (0,))]
    """
    starters = STARTERS.get(language.partition("-")[0].lower(), frozenset())
    groups: dict[_Key, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        groups[_what_must_not_differ(_tokens(text), starters)].append(place)
    for places in groups.values():
        if len(places) > 1:
            yield from _within_group([(place, _words(_tokens(texts[place]))) for place in places])


def _tokens(text: str) -> list[str]:
    """Return the words of a text as they are written; a number is one word, however its thousands are parted."""
    text = unicodedata.normalize("NFC", text)
    text = _SIGN.sub(r" \1 ", _FRACTION.sub("·", _THOUSANDS.sub("", text)))
    return _TOKEN.findall(_NOT.sub(lambda found: "can not" if found[0][0] in "cC" else " not", text))


def _words(tokens: list[str]) -> frozenset[str]:
    """Return the words of a text without articles and capitals; where a script has no blanks, pairs of neighbouring letters."""
    words: set[str] = set()
    for token in tokens:
        if _WITHOUT_BLANKS.match(token):
            words.update(token[place : place + 2] for place in range(max(len(token) - 1, 1)))
        else:
            words.add(token.casefold())
    return frozenset(words - DETERMINERS)


def _what_must_not_differ(tokens: list[str], starters: frozenset[str]) -> _Key:
    """Return what two texts must have in common to say the same: names, numbers, denials and decisive words.

    A name or a number with a small word before it, such as "in the old Alderford", may stand anywhere; the others in the same order,
    because "Alderford sued Brackham" is not "Brackham sued Alderford".
    """
    names = _Names()
    decisive: list[str] = []
    denials = 0
    for place, token in enumerate(tokens):
        word = token.casefold()
        begins = place == 0 and (token in starters or word in _SMALL_WORDS)
        if token[0].isdigit() or (token[0].isupper() and not begins):
            names.go_on(word)
            continue
        names.end(word)
        if word in NEGATIONS:
            denials += 1
        elif word in DECISIVE:
            decisive.append(word)
    names.end("")
    return (denials, tuple(names.bare), tuple(sorted(names.bound)), tuple(sorted(decisive)))


@attrs.define
class _Names:
    """The names and numbers of a text, those that stand side by side as one, while the text is read word by word.

    Attributes:
        bare: those without a small word before them, in order.
        bound: those with one, and that word.
    """

    bare: list[str] = attrs.Factory(list)
    bound: list[str] = attrs.Factory(list)
    _run: list[str] = attrs.Factory(list)
    _before: str = ""
    _words_since: int = 0

    def go_on(self, word: str) -> None:
        """Read a word of a name, or a number."""
        self._run.append(_without_ending(word))

    def end(self, word: str) -> None:
        """Read any other word."""
        if self._run:
            (self.bound if self._before else self.bare).append(f"{self._before} {' '.join(self._run)}")
            self._run.clear()
            self._before = ""
        if word in PREPOSITIONS:
            self._before, self._words_since = PREPOSITIONS[word], 0
        elif word not in DETERMINERS:
            self._words_since += 1
            if self._words_since > _MOST_BETWEEN:
                self._before = ""


def _without_ending(word: str) -> str:
    """Return a name without the s of the genitive."""
    return word[:-1] if word[-1] == "s" and len(word) > _SHORTEST_WITH_ENDING else word


@attrs.define
class _Wording:
    """Different words, the first texts that have them, and the other wordings that are near."""

    words: frozenset[str]
    texts: list[int] = attrs.Factory(list)
    near: list[_Wording] = attrs.Factory(list)


def _within_group(texts: list[tuple[int, frozenset[str]]]) -> Iterator[tuple[int, tuple[int, ...]]]:
    known: dict[frozenset[str], _Wording] = {}
    rarity = Counter(word for words in {words for _, words in texts} for word in words)
    sharing: dict[str, list[_Wording]] = defaultdict(list)
    for place, words in texts:
        if len(words) < FEWEST_WORDS:
            continue
        wording = known.get(words)
        if wording is None:
            wording = known[words] = _Wording(words)
            _introduce(wording, sharing, rarity)
        earlier = [*wording.texts, *(one for near in wording.near for one in near.texts)]
        if earlier:
            yield place, tuple(sorted(earlier))
        if len(wording.texts) < MOST_KEPT:
            wording.texts.append(place)


def _introduce(new: _Wording, sharing: dict[str, list[_Wording]], rarity: Counter[str]) -> None:
    """Find the wordings that are near a new one, and let later ones find it."""
    size = len(new.words)
    rarest = sorted(new.words, key=lambda word: (rarity[word], word))[: size - (4 * size + 4) // 5 + 1]
    for other in {id(one): one for word in rarest for one in sharing[word]}.values():
        if len(new.near) == MOST_KEPT:
            break
        if _are_near(new.words, other.words):
            new.near.append(other)
            if len(other.near) < MOST_KEPT:
                other.near.append(new)
    for word in rarest:
        if len(sharing[word]) < MOST_SHARING:
            sharing[word].append(new)


def _are_near(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether four fifths of the words of both are the same, at most one of the others is replaced, and none by its opposite."""
    if 9 * len(one & other) < 4 * (len(one) + len(other)):
        return False
    only_one, only_other = one - other, other - one
    if min(len(only_one - LIGHT), len(only_other - LIGHT)) > 1:
        return False
    pairs = itertools.chain(itertools.product(only_one, only_other), itertools.product(only_other, only_one))
    return not any(long.endswith(word) and long[: -len(word)] in OPPOSING_PREFIXES for word, long in pairs)
