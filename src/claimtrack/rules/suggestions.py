"""What a word that nobody knows was probably meant to be."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from claimtrack.phrases import Phrase, say

_EFFORT = 200_000
_LONGEST = 100


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


def did_you_mean(word: str) -> Phrase:
    """Return the question whether a word was meant.

    >>> did_you_mean("traffic")
    'did you mean ‘traffic’?'
    """
    return say("did you mean ‘{word}’?", word=word)
