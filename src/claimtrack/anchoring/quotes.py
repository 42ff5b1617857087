"""Where a quote stands in a text: at the place that the record names, somewhere else, several times, or nowhere but nearly here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import attrs

from claimtrack.anchoring.folding import Folded
from claimtrack.records.passage import Quote, Stretch

MOST_PLACES = 20
"""How many places of a quote are looked for; what stands so often identifies nothing."""
_COMPARED = 200
_SEED = 4
_SEEDS = 25


@attrs.frozen
class Passage:
    """The passage of a text that comes nearest to words that do not stand in it.

    Attributes:
        at: where it is, in code points.
        words: the passage as the text has it.
        edits: how many characters would have to be changed, put in or taken out; 0 where only quotation marks, dashes, hyphens or
            apostrophes are others.
        sought: the words that were compared with it.
    """

    at: Stretch
    words: str
    edits: int
    sought: str


class QuotedText:
    """A text that quotes are looked for in.

    Words stand in the text where they are the same but for blanks, line breaks, invisible characters and the two ways in which Unicode
    writes an accent. Another quotation mark or dash makes other words: a quote is to be copied.

    Arguments:
        text: the text as it was stored; positions are code points in it.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _same(self) -> Folded:
        return Folded(self.text)

    @cached_property
    def _alike(self) -> Folded:
        return Folded(self.text, alike=True)

    def stands_at(self, quote: Quote, at: Stretch) -> bool:
        """Say whether a quote stands at a place.

        >>> QuotedText("The bridge is closed.").stands_at(Quote(exact="The … closed"), Stretch(0, 20))
        True
        """
        words = self.text[at.start : at.end]
        if at.end > len(self.text):
            return False
        return words == quote.exact or _fits(words, quote.parts) or _fits(Folded(words).text, _comparable(quote.parts))

    def places(self, quote: Quote) -> tuple[Stretch, ...]:
        """Return where a quote stands, at most :data:`MOST_PLACES` places; what it says of the words before and after is heeded.

        >>> QuotedText("so far, so good").places(Quote(exact="so", prefix="far, "))
        (Stretch(start=8, end=10),)
        """
        found = [Stretch(*ends) for ends in _search(self.text, quote.parts)]
        if not found:
            folded = self._same
            found = [Stretch(folded.place(start), folded.place(end)) for start, end in _search(folded.text, _comparable(quote.parts))]
        return tuple(place for place in found if self._is_framed(quote, place))

    def holds(self, stretches: Sequence[str]) -> bool:
        """Say whether stretches of words stand in the text, one behind the other, whatever quotation marks and dashes either has.

        >>> QuotedText("So it is – “so far”.").holds(["it is -", "'so"])
        True
        """
        return _in_order(stretches, self.text) or _in_order([Folded(one, alike=True).text for one in stretches], self._alike.text)

    def _is_framed(self, quote: Quote, at: Stretch) -> bool:
        for frame, before in ((quote.prefix, True), (quote.suffix, False)):
            if frame:
                words = Folded(frame).text.strip()
                reach = 2 * len(frame) + 2
                beside = self.text[max(at.start - reach, 0) : at.start] if before else self.text[at.end : at.end + reach]
                folded = Folded(beside).text.strip()
                if not (folded.endswith(words) if before else folded.startswith(words)):
                    return False
        return True

    def nearest(self, quote: Quote, near: Stretch | None = None) -> Passage | None:
        """Return the passage that comes nearest to a quote that stands nowhere, or None where nothing comes near.

        The effort is bounded, whatever the texts are: of a long quote only the first stretch that is not found is compared, and only with
        the places that share the most with it.

        Arguments:
            quote: the quote.
            near: a place to look at besides, such as the one that the record names.
        """
        text = self._alike.text
        pieces = [
            words[start : start + _COMPARED]
            for words in (Folded(part, alike=True).text for part in quote.parts)
            for start in range(0, len(words), _COMPARED)
        ]
        sought = next((piece for piece in pieces if piece not in text), pieces[0] if len(pieces) == 1 else None)
        if sought is None:
            return None
        best = min((_closest(sought, text, *window) for window in self._windows(sought, near)), default=None)
        if best is None or best[0] > len(sought) // 3:
            return None
        edits, start, end = best
        at = Stretch(self._alike.place(start), self._alike.place(end))
        return Passage(at, self.text[at.start : at.end], edits, sought)

    def _windows(self, sought: str, near: Stretch | None) -> Iterator[tuple[int, int]]:
        """Yield the stretches of the comparable text that share the most with the words."""
        text = self._alike.text
        size = max(len(sought) // 2, _SEED)
        votes: Counter[int] = Counter()
        for offset in range(0, max(len(sought) - _SEED, 1), max(len(sought) // _SEEDS, 1)):
            for start, _ in _search(text, (sought[offset : offset + _SEED],)):
                votes[(start - offset) // size] += 1
        best = sorted(votes, key=lambda bucket: (-votes[bucket], bucket))[:2]
        for bucket in best:
            yield max((bucket - 1) * size, 0), (bucket + 2) * size + len(sought)
        if near is not None:
            yield max(near.start - size, 0), near.start + size + len(sought)


def _in_order(stretches: Iterable[str], text: str) -> bool:
    at = 0
    for stretch in stretches:
        found = text.find(stretch, at)
        if found < 0:
            return False
        at = found + len(stretch)
    return True


def _comparable(parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(Folded(part).text for part in parts)


def _fits(words: str, parts: tuple[str, ...]) -> bool:
    """Say whether words are a quote's parts with anything in between."""
    if len(parts) < 2:  # noqa: PLR2004  (nothing is left out)
        return (words,) == parts
    end = len(words) - len(parts[-1])
    at = 0 if words.startswith(parts[0]) and words.endswith(parts[-1]) else -1
    for part in parts[:-1]:
        at = words.find(part, at) if at >= 0 else -1
        at = at + len(part) if at >= 0 else -1
    return 0 <= at <= end


def _search(text: str, parts: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield start and end of the stretches that begin with the first part and go to the end of the last, each part behind the other."""
    if not all(parts) or not parts:
        return
    start = text.find(parts[0])
    for _ in range(MOST_PLACES):
        end = start
        for part in parts:
            end = text.find(part, end) if end >= 0 else -1
            end = end + len(part) if end >= 0 else -1
        if start < 0 or end < 0:
            return
        yield start, end
        start = text.find(parts[0], start + 1)


def _closest(sought: str, text: str, begin: int, end: int) -> tuple[int, int, int]:
    """Return the least number of edits that make a stretch of ``text[begin:end]`` out of the words, and that stretch (Sellers 1980)."""
    costs = list(range(len(sought) + 1))
    starts = [begin] * (len(sought) + 1)
    best = (len(sought), begin, begin)
    for place in range(begin, min(end, len(text))):
        sign = text[place]
        diagonal, diagonal_start = 0, place
        starts[0] = place + 1
        for row in range(1, len(sought) + 1):
            cost, start = diagonal + (sought[row - 1] != sign), diagonal_start
            if costs[row] + 1 < cost:
                cost, start = costs[row] + 1, starts[row]
            if costs[row - 1] + 1 < cost:
                cost, start = costs[row - 1] + 1, starts[row - 1]
            diagonal, diagonal_start = costs[row], starts[row]
            costs[row], starts[row] = cost, start
        best = min(best, (costs[-1], starts[-1], place + 1))
    return best
