"""How fast extraction is on one core, beside other finders of amounts, and on inputs made to hurt.

`make bench-extract` prints MB/s and documents/s over the demo corpus and the seed page repeated; then the time that
each trap takes at n, 2n and 4n characters, which may grow no faster than the text does.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from time import process_time

from rich.console import Console
from rich.table import Table

import generator.garbage  # noqa: F401  # as the command line begins
from generator.corpus.document import Document
from generator.corpus.reading import read_corpus
from generator.extraction.extractor import Extractor
from generator.settings.catalogued import load_catalogue
from tests.benchmarks.others import Finder, finders
from tests.benchmarks.traps import TRAPS, seconds
from tests.conftest import ROOT, SEED

_LEAST = 3.0  # seconds that a measurement takes at least, where the texts repeated allow it
_MEGABYTE = 1_000_000
_SUPERLINEAR = 1.6  # 4n may take this many times four times as long as n: the machine is never quite still
_NOTICED = 0.2  # seconds below which growth is noise


@dataclass(frozen=True)
class Speed:
    """What was read in how many seconds of processor time."""

    documents: int
    size: int
    seconds: float

    @property
    def megabytes(self) -> float:
        """Megabytes of UTF-8 a second."""
        return self.size / self.seconds / _MEGABYTE

    @property
    def rate(self) -> float:
        """Documents a second."""
        return self.documents / self.seconds


def measured(read: Callable[[Document], object], documents: Sequence[Document], least: float = _LEAST) -> Speed:
    """Return how fast documents are read, one after the other and over again, all of them at least once."""
    count = size = 0
    start = process_time()
    for document in cycle(documents):
        read(document)
        count += 1
        size += len(document.text.encode())
        if count >= len(documents) and process_time() - start >= least:
            break
    return Speed(count, size, process_time() - start)


def everything(extractor: Extractor, document: Document) -> None:
    """Find figures, quotes and ratings."""
    extractor.figures(document)
    extractor.quotes(document)
    extractor.ratings(document)


def speeds(extractor: Extractor, documents: Sequence[Document], others: Sequence[Finder]) -> Table:
    """Measure footnoted and the others, each of them beside footnoted's figures on the same documents."""
    made = Table("reader", "documents", box=None, pad_edge=False, header_style="bold")
    for column in ("MB/s", "documents/s", "footnoted is faster by"):
        made.add_column(column, justify="right")
    whole = (("figures", extractor.figures), ("quotes", extractor.quotes), ("all", partial(everything, extractor)))
    for name, read in whole:
        _line(made, f"footnoted {name}", "all", measured(read, documents))
    for other in others:
        if other.missing:
            made.add_row(other.name, other.missing)
        for language in other.by_language:
            own = [document for document in documents if document.language.startswith(language)]
            read_other = other.by_language[language]
            read_other(own[0].text)  # what it loads at first use is not counted
            theirs = measured(lambda document, read=read_other: read(document.text), own, least=0)
            ours = measured(extractor.figures, own, least=1)
            _line(made, other.name, language, theirs, ours)
    return made


def _line(made: Table, name: str, documents: str, speed: Speed, ours: Speed | None = None) -> None:
    ratio = f"{ours.megabytes / speed.megabytes:.0f}×" if ours else ""
    made.add_row(name, documents, f"{speed.megabytes:.4f}", f"{speed.rate:.1f}", ratio)


def growth(extractor: Extractor, size: int) -> Table:
    """Time every trap at n, 2n and 4n characters."""
    made = Table("trap", box=None, pad_edge=False, header_style="bold")
    for column in (f"{size:,}", f"{2 * size:,}", f"{4 * size:,}", "growth", ""):
        made.add_column(column, justify="right")
    for name, trap in TRAPS.items():
        taken = [seconds(extractor, trap(factor * size)) for factor in (1, 2, 4)]
        grown = taken[2] / max(taken[0], 1e-6)
        verdict = "grows faster than the text" if grown > 4 * _SUPERLINEAR and taken[2] > _NOTICED else ""
        made.add_row(name, *(f"{time:.3f} s" for time in taken), f"{grown:.1f}×", verdict)
    return made


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--traps", type=int, default=5_000, metavar="N", help="characters of the smallest trap")
    parser.add_argument("--only", choices=("speed", "traps", "line"), help="one part only")
    options = parser.parse_args()
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 110)
    extractor = Extractor(load_catalogue())
    paths = [ROOT / "corpus", *([SEED] if SEED.is_dir() else [])]
    documents = read_corpus(paths).documents
    if options.only in (None, "speed"):
        size = sum(len(document.text.encode()) for document in documents)
        console.print(f"{len(documents)} documents, {size:,} bytes; processor time of one core\n")
        console.print(speeds(extractor, documents, list(finders())))
    if options.only in (None, "traps"):
        console.print(growth(extractor, options.traps))
    if options.only in (None, "line"):
        for name in ("words without a stop", "Chinese without a stop", "clauses"):
            text = TRAPS[name](_MEGABYTE)
            console.print(f"one line of 1 MB, {name}: {seconds(extractor, text):.1f} s")


if __name__ == "__main__":
    main()
