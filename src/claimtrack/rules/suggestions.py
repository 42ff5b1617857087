"""What a word that nobody knows was probably meant to be."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from claimtrack.phrases import Phrase, say

_EFFORT = 200_000
_LONGEST = 100
_SHORTEST = 5
_SWAPPED = 2


class Suggestions:
    """Finds the nearest of the known words, as long as that is cheap.

    Every search walks over all known words. Where there are very many wrong words and very many known ones, only the first wrong words get
    a suggestion, so that a rule stays linear.

    Arguments:
        known: the words that would have been right.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._known = tuple(known)
        self._effort = _EFFORT

    def hint(self, word: str, otherwise: Phrase) -> Phrase:
        """Return "did you mean …?", or what to do where nothing is near.

        >>> Suggestions(["traffic", "budget"]).hint("trafic", say("declare the topic"))
        'did you mean ‘traffic’?'
        """
        self._effort -= len(self._known)
        if self._effort < 0 or len(word) > _LONGEST:
            return otherwise
        close = difflib.get_close_matches(word, self._known, n=1)
        return did_you_mean(close[0]) if close else otherwise


class Slips:
    """Finds the known words that a word differs from by one slip of the pen, however many there are.

    Arguments:
        known: the words that are known.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._by_trace: dict[str, list[str]] = {}
        for word in known:
            for trace in _traces(word):
                self._by_trace.setdefault(trace, []).append(word)

    def of(self, word: str) -> list[str]:
        """Return the known words that are a slip away from this one, in their order.

        One letter is left out, doubled or another one, two are swapped, or there are capitals. Words that are short and numbers are
        rightly near to each other.

        >>> Slips(["stadt", "land", "district-1"]).of("stdat"), Slips(["district-1"]).of("district-2")
        (['stadt'], [])
        """
        near = dict.fromkeys(one for trace in _traces(word) for one in self._by_trace.get(trace, ()))
        return [one for one in near if _is_slip(word, one)]


def _traces(word: str) -> list[str]:
    """Return what is left of a word without one of its letters, and the word itself; two words that are near have one in common."""
    word = word.casefold()
    return [word, *(word[:place] + word[place + 1 :] for place in range(len(word)))] if _SHORTEST <= len(word) <= _LONGEST else []


def _is_slip(word: str, other: str) -> bool:
    one, two = word.casefold(), other.casefold()
    if word == other or one == two:
        return word != other
    while one[0:1] == two[0:1]:
        one, two = one[1:], two[1:]
    while one[-1:] == two[-1:]:
        one, two = one[:-1], two[:-1]
    if any(letter.isdigit() for letter in one + two):
        return False
    return max(len(one), len(two)) == 1 or (len(one) == _SWAPPED and one == two[::-1])


def did_you_mean(word: str) -> Phrase:
    """Return the question whether a word was meant.

    >>> did_you_mean("traffic")
    'did you mean ‘traffic’?'
    """
    return say("did you mean ‘{word}’?", word=word)
