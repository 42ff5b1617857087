"""Rating scales: versioned, with a definition for every rating, and mapped to nothing by guessing."""

from __future__ import annotations

import itertools

import attrs
from attrs import field

from claimtrack.records.fields import doc
from claimtrack.records.text import Text


@attrs.frozen(kw_only=True)
class Rating:
    """One rating of a scale."""

    id: str = field(metadata=doc("The rating as records write it."))
    label: Text = field(metadata=doc("What readers see.", name_from="schema.org Rating.alternateName"))
    definition: Text = field(metadata=doc("What it means; stands beside the rating and on the methodology page."))
    number: int | None = field(
        default=None,
        metadata=doc(
            "Its place on the axis, the higher the truer; absent for ratings off the axis, which get no number in markup either.",
            name_from="schema.org Rating.ratingValue",
        ),
    )


@attrs.frozen(kw_only=True)
class Scale:
    """A scale of ratings with its version: a changed definition is a new version, so old verdicts keep their meaning."""

    name: str = field(metadata=doc("The name, such as `six-step`."))
    version: str = field(metadata=doc("The version, such as `1`; records cite a scale as `name@version`."))
    ratings: tuple[Rating, ...] = field(metadata=doc("The ratings, from truest to least true, then those off the axis."))

    @property
    def id(self) -> str:
        """The scale as records cite it.

        >>> Scale(name="six-step", version="1", ratings=()).id
        'six-step@1'
        """
        return f"{self.name}@{self.version}"

    def rating(self, rating_id: str) -> Rating | None:
        """Return a rating by its id, or None where the scale has none of that name."""
        return next((rating for rating in self.ratings if rating.id == rating_id), None)

    @property
    def bounds(self) -> tuple[int, int] | None:
        """The lowest and the highest number on the axis, or None for a scale without numbers."""
        numbers = [rating.number for rating in self.ratings if rating.number is not None]
        return (min(numbers), max(numbers)) if numbers else None

    @property
    def is_in_order(self) -> bool:
        """Whether the numbers fall, or stay as they are, from each rating to the next, so that the highest one means the truest."""
        numbers = [rating.number for rating in self.ratings if rating.number is not None]
        return all(higher >= lower for higher, lower in itertools.pairwise(numbers))

    @property
    def bounds_in_markup(self) -> tuple[int, int] | None:
        """The same where markup can give the numbers: at least two of them, each for one rating, and none below 1; else None."""
        numbers = [rating.number for rating in self.ratings if rating.number is not None]
        usable = len(numbers) > 1 and len(set(numbers)) == len(numbers) and min(numbers) >= 1
        return self.bounds if usable else None
