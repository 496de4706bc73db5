"""Other finders of amounts, each on the documents of its languages: what footnoted's speed is held against."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.corpus.document import Document

Read = Callable[[str], object]


@dataclass(frozen=True)
class Finder:
    """A library's way to read one text, by language; or why it is not here."""

    name: str
    by_language: dict[str, Read]
    missing: str | None = None

    def reads(self, document: Document) -> Read | None:
        """Return what reads a document, None where the library does not know its language."""
        return self.by_language.get(document.language[:2])


def finders() -> Iterator[Finder]:
    """Yield the others, those that are not installed with the reason."""
    for name, load in (("recognizers-text-suite", _recognizers), ("quantulum3", _quantulum)):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                yield Finder(name, load())
        except ImportError as error:
            yield Finder(name, {}, f"not installed ({error}): pip install -e .[bench] -c constraints.txt")


def _recognizers() -> dict[str, Read]:
    """Its models of numbers, percentages and currencies, of the document's own language only."""
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer
    from recognizers_text import Culture

    def models(culture: str) -> Read:
        numbers, units = NumberRecognizer(culture), NumberWithUnitRecognizer(culture)
        each = (numbers.get_number_model(), numbers.get_percentage_model(), units.get_currency_model())
        return lambda text: [model.parse(text) for model in each]

    return {"en": models(Culture.English), "zh": models(Culture.Chinese)}


def _quantulum() -> dict[str, Read]:
    """It knows English; its classifier of ambiguous units is left out, which makes it faster."""
    from quantulum3 import parser

    return {"en": lambda text: parser.parse(text)}
