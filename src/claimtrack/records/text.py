"""Text for readers: one text in the desk's first language, or one text for each language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

UNNAMED = ""
"""Stands for "the desk's first language" where a text was written without naming its language."""


@attrs.frozen
class Text:
    """A text for readers, in one language or several.

    Attributes:
        by_language: language tag to text; the tag is empty for a text that was written without one, which means that it is in the
            language of the desk that reads it (its first).
    """

    by_language: Mapping[str, str]

    @classmethod
    def plain(cls, text: str) -> Text:
        """Return a text written without naming its language."""
        return cls({UNNAMED: text})

    def languages(self, reference: str) -> tuple[str, ...]:
        """Return the languages that the text is in, in the order written; *reference* is the desk's first language."""
        return tuple(language or reference for language in self.by_language)

    def in_language(self, language: str, reference: str) -> str | None:
        """Return the text in a language, or None where there is none.

        >>> Text.plain("Hallo").in_language("de", "de")
        'Hallo'
        """
        for tag, text in self.by_language.items():
            if (tag or reference) == language:
                return text
        return None

    def best(self, language: str, reference: str) -> tuple[str, str]:
        """Return the text and its language: as asked if there is one, else in the reference language, else the first.

        >>> Text({"en": "Hello"}).best("de", "de")
        ('Hello', 'en')
        """
        for wanted in (language, reference):
            found = self.in_language(wanted, reference)
            if found is not None:
                return found, wanted
        tag, text = next(iter(self.by_language.items()))
        return text, tag or reference

    def says_the_same(self, other: Text) -> bool:
        r"""Say whether another text has the same words in the same languages; how they end on an empty line does not count.

        >>> Text({"en": "Hello\n"}).says_the_same(Text({"en": "Hello"})), Text({"en": "Hello"}).says_the_same(Text.plain("Hello"))
        (True, False)
        """
        ours, theirs = ({tag: words.rstrip() for tag, words in one.by_language.items()} for one in (self, other))
        return ours == theirs

    def missing(self, languages: Iterable[str], reference: str) -> tuple[str, ...]:
        """Return those of the languages that the text is not in."""
        have = self.languages(reference)
        return tuple(language for language in languages if language not in have)
