"""Characters that nobody sees, and letters that look like those of another script.

What scripts need is let be: the joiners of Arabic, Persian, Indic scripts and emoji, marks of direction beside letters that run to the
left, Cyrillic words in a text that has Cyrillic letters nobody takes for Latin ones, Greek letters in formulas.
"""

from __future__ import annotations

import re
import unicodedata

import attrs

_ALPHABET = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u02af\u0370-\u052f"
"""Latin, Greek and Cyrillic letters, which run to the right and are not joined."""
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2064\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0100-\U000e01ef]"
)
"""All of them, wherever they stand: one quick search that most texts end at."""
_UNSEEN = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\u2800\u3164\ufeff\uffa0]"
    f"|(?<=[{_ALPHABET}])[\u061c\u200c-\u200f](?=[\u061c\u200c-\u200f]{{0,8}}[{_ALPHABET}])"
    f"|(?:^|(?<=[\\s{_ALPHABET}]))[\ufe00-\ufe0f\U000e0100-\U000e01ef]",
    re.MULTILINE,
)
_PERHAPS_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2064\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0100-\U000e01ef]"
)
"""What the pattern above looks for, without looking around it: most texts have none of it, and this sees so much faster."""
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC_LIKE_LATIN = "АВЕКМНОРСТУХЅІЈҮӀԌԚԜЁЇЀѴаеорсухѕіјүһӏԁԛԝёїѐѵ"
_GREEK_LIKE_LATIN = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικρτυχ"
_GREEK_LIKE_LATIN_ALONE = frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον")
"""Those that pass for Latin letters even where a whole word is made of them."""
_OTHER_SCRIPT = re.compile(f"[\u0400-\u052f{_GREEK_LIKE_LATIN}]")
_UNMISTAKABLE = re.compile(f"(?![{_CYRILLIC_LIKE_LATIN}{_GREEK_LIKE_LATIN}])[\u0370-\u052f]")
_LATIN_LETTER = re.compile("[A-Za-z\u00c0-\u024f]")
_SHORTEST_ALONE = 3

_BLANKS_AND_MARKS = str.maketrans({**dict.fromkeys("\u00a0\u2009\u202f", " "), **dict.fromkeys("‘’ʼ´`", "'"), **dict.fromkeys("‐‑–—", "-")})
_LOOKS_LIKE = str.maketrans(
    "АВЕКМНОРСТУХЅІЈҮӀԌԚԜѴаеорсухѕіјүһӏԁԛԝѵΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαιυνργκχօոսհՕՍ",
    "ABEKMHOPCTYXSlJYlGQWVaeopcyxsijyhldqwvABEZHlKMNOPTYXoaiuvpykxonuhOU",
)
_ONE_STROKE = str.maketrans("I1|0", "lllO")
_FULL_WIDTH = str.maketrans({chr(sign + 0xFEE0): chr(sign) for sign in range(0x21, 0x7F)})
_UNSEEN_BESIDE = re.compile("[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff]")


def unseen(text: str) -> list[tuple[int, str]]:
    """Return place and name of every invisible character that makes equal-looking texts different.

    The joiners and marks of direction that Arabic, Persian, Hebrew, Indic scripts and emoji are written with are not among them, unless
    they stand within a Latin, Greek or Cyrillic word.

    >>> unseen("bri\u200bdge")
    [(3, 'ZERO WIDTH SPACE')]
    """
    if _PERHAPS_UNSEEN.search(text) is None:
        return []
    return [(match.start(), unicodedata.name(match[0])) for match in _UNSEEN.finditer(text)]


@attrs.frozen
class BorrowedLetters:
    """A word that looks Latin and has letters of another script.

    Attributes:
        word: the word.
        script: the other script, Cyrillic or Greek.
        letter: the first of these letters.
        latin: the first Latin letter, or nothing where there is none.
    """

    word: str
    script: str
    letter: str
    latin: str = ""


def mixed_word(text: str) -> BorrowedLetters | None:
    """Return the first word that mixes Latin letters with letters of another script that look like them.

    >>> mixed_word("P\u0430ris")
    BorrowedLetters(word='Pаris', script='Cyrillic', letter='а', latin='P')
    """
    if _OTHER_SCRIPT.search(text) is None:
        return None
    for match in _WORD.finditer(text):
        word = match[0]
        other, latin = _OTHER_SCRIPT.search(word), _LATIN_LETTER.search(word)
        if other is not None and latin is not None:
            return BorrowedLetters(word, _script(other[0]), other[0], latin[0])
    return None


def disguised_word(text: str) -> BorrowedLetters | None:
    """Return the first word among Latin ones that is all letters of another script and looks Latin.

    A text that has a Cyrillic or Greek letter which nobody takes for a Latin one is written in that script, and so is a word in capitals:
    "ТАСС" and "СССР" are what they are.

    >>> disguised_word("The \u0441\u043e\u0441\u043e case")
    BorrowedLetters(word='сосо', script='Cyrillic', letter='с', latin='')
    >>> disguised_word("The Russian нос")
    """
    if _OTHER_SCRIPT.search(text) is None or _LATIN_LETTER.search(text) is None or _UNMISTAKABLE.search(text) is not None:
        return None
    for match in _WORD.finditer(text):
        word = match[0]
        if len(word) < _SHORTEST_ALONE or word.isupper():
            continue
        if all(letter in _CYRILLIC_LIKE_LATIN or letter in _GREEK_LIKE_LATIN_ALONE for letter in word):
            return BorrowedLetters(word, _script(word[0]), word[0])
    return None


def _script(letter: str) -> str:
    return "Greek" if letter in _GREEK_LIKE_LATIN else "Cyrillic"


def written_alike(name: str) -> str:
    """Return a name without what nobody takes for a difference: sorts of blanks, of apostrophes and of hyphens.

    >>> written_alike("Hauliers’ Union")
    "Hauliers' Union"
    """
    return " ".join((name if name.isascii() else name.translate(_BLANKS_AND_MARKS)).split())


def looks(name: str, *, across_scripts: bool) -> str:
    """Return what a name looks like: two names with the same look cannot be told apart by eye.

    Arguments:
        name: the name.
        across_scripts: true where Cyrillic, Greek and Armenian letters are taken for the Latin ones that they look like.

    >>> looks("OpenAI", across_scripts=True) == looks("OpenAl", across_scripts=True)
    True
    """
    if not name.isascii():
        name = unicodedata.normalize("NFD", _UNSEEN_BESIDE.sub("", name.translate(_FULL_WIDTH)))
        if across_scripts:
            name = name.translate(_LOOKS_LIKE)
    return name.translate(_ONE_STROKE)
