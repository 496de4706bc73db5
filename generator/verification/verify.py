"""Finished files held against their evidence, and the evidence against itself and against the corpus."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.corpus.document import Document
from generator.verification.differences import BESIDE, Expected, differences
from generator.verification.evidence import Ledger
from generator.verification.grounds import grounded, registered, sourced
from generator.verification.ledger import read_ledger
from generator.verification.reading_back import read_back

_WORDS = (
    " Only the words were held: the file was saved anew, and where they stand, and what is no text, may be altered."
)
_ANEW = (
    "all its words, figures and quotes are as they were built, but a program saved it anew and wrote every {word} "
    "otherwise: nothing vouches for where they stand, nor for drawings, formats and links. To hold the words alone: "
    "footnoted verify --words."
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a file says what its evidence says. `checked` counts the figures and quotes; `sources`, whether their
    documents were at hand; `past`, how many of those only the store has; `beside`, whether all words are as they were
    built, and only what stands beside them is not.
    """

    path: Path
    checked: int
    problems: tuple[str, ...]
    changed: bool = False
    sources: bool = False
    past: int = 0
    beside: bool = False

    def __str__(self) -> str:
        if self.problems:
            return "\n".join(f"{self.path}: {problem}" for problem in self.problems)
        against = "evidence and sources" if self.sources else "evidence (the corpus was not at hand)"
        rest = "" if not self.changed else " The file was changed after it was built, but says the same."
        rest = _WORDS if self.beside else rest
        if self.past:
            documents = "1 source is" if self.past == 1 else f"{self.past} sources are"
            rest += f" {documents} no longer in the corpus as cited, and stand in the store as they were."
        return f"{self.path}: {self.checked} figures and quotes, all as {against} have them.{rest}"


def verify_files(
    paths: Sequence[Path], corpus: Sequence[Path] = (), root: Path | None = None, words: bool = False
) -> list[Verdict]:
    """Hold finished files against the evidence.json beside each, and that against a corpus and a project's store.

    Raises what sources_of raises, and VerificationFailed where a file or its evidence cannot be read.
    """
    from generator.verification.sources import sources_of  # it brings the store, and processes that print need none

    ledgers = {folder: read_ledger(folder / "evidence.json") for folder in dict.fromkeys(p.parent for p in paths)}
    sources = sources_of(ledgers.values(), corpus, root)
    verdicts = []
    for path in paths:
        ledger = ledgers[path.parent]
        past = sum(cited.id in sources.past for cited in ledger.documents) if sources else 0
        verdicts.append(replace(verify(path, ledger, sources.all if sources else None, words), past=past))
    return verdicts


def verify(path: Path, ledger: Ledger, corpus: Mapping[str, Document] | None = None, words: bool = False) -> Verdict:
    """Return whether each text of a file is the one registered at its place, every number and quotation in it has
    evidence or an origin, every figure restates its evidence, and every source (with `corpus`, by id) says so.

    With `words`, nothing beside them is a problem, nor that a program which saved the file anew renamed their places.
    """
    output = ledger.output(path.name)
    if output is None:
        known = ", ".join(one.file for one in ledger.outputs)
        return Verdict(path, 0, (f"the evidence does not know this file; it knows {known}.",))
    entries = {entry.id: entry for entry in ledger.evidence[output.evidence]}
    expected = Expected.of(output)
    found = read_back(path, {page: places.keys() for page, places in expected.pieces.items()})
    told = differences(expected, found, entries)
    printed = [f"{expected.where(page)}: {problem}" for page, some in told.items() for problem in some]
    problems = [
        *registered(output, entries),
        *(f"{entry.id}: {problem}" for entry in entries.values() for problem in grounded(entry.claim)),
        *(sourced(ledger, entries, corpus) if corpus is not None else ()),
    ]
    changed = hashlib.sha256(path.read_bytes()).hexdigest() != output.sha256
    if changed and not printed and not problems and not expected.fingerprinted:
        printed.append(f"{expected.where(1)}: {BESIDE}")
    beside = bool(printed) and not problems and all(some == [BESIDE] for page, some in told.items() if page)
    if beside and told.keys() >= expected.pieces.keys() - {0}:
        printed = [_ANEW.format(word=expected.word)]
    problems = [*(printed if not (beside and words) else ()), *problems]
    checked = sum(1 for page in output.pages for piece in page.pieces if piece.evidence)
    unique = tuple(dict.fromkeys(problems))
    return Verdict(path, checked, unique, changed, corpus is not None, beside=beside)
