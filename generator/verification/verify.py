"""Finished files held against their evidence, and the evidence against itself and against the corpus."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from rapidfuzz import fuzz, process

from generator.briefing.claims import plain, unquoted
from generator.corpus.cleaning import rejoin
from generator.corpus.document import Document
from generator.rendering.imprint import FINGERPRINT
from generator.verification.evidence import Claim, Entry, Imprinted, Ledger, Output
from generator.verification.ledger import read_ledger
from generator.verification.origins import UNKNOWN
from generator.verification.reading_back import Found, read_back
from generator.verification.restating import follows, restates, stated_in
from generator.verification.saved_anew import astray, same_words

_DRAWN = " drawn"  # places inside a picture, which is held by its digest
_SHOWN = 90  # characters of a text in a message
_BESIDE = "its words are as they were, but something else is not: a drawing, picture, note, link, format or property."
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
    expected = _Expected.of(output)
    found = read_back(path, {page: places.keys() for page, places in expected.pieces.items()})
    told = _print(expected, found, entries)
    printed = [f"{expected.where(page)}: {problem}" for page, some in told.items() for problem in some]
    problems = [
        *_registered(output, entries),
        *(f"{entry.id}: {problem}" for entry in entries.values() for problem in _grounded(entry.claim)),
        *(_sources(ledger, entries, corpus) if corpus is not None else ()),
    ]
    changed = hashlib.sha256(path.read_bytes()).hexdigest() != output.sha256
    if changed and not printed and not problems and not expected.fingerprinted:
        printed.append(f"{expected.where(1)}: {_BESIDE}")
    beside = bool(printed) and not problems and all(some == [_BESIDE] for page, some in told.items() if page)
    if beside and told.keys() >= expected.pieces.keys() - {0}:
        printed = [_ANEW.format(word=expected.word)]
    problems = [*(printed if not (beside and words) else ()), *problems]
    checked = sum(1 for page in output.pages for piece in page.pieces if piece.evidence)
    unique = tuple(dict.fromkeys(problems))
    return Verdict(path, checked, unique, changed, corpus is not None, beside=beside)


@dataclass(frozen=True)
class _Expected:
    """What the ledger says stands at each place of each page."""

    pieces: Mapping[int, Mapping[str, list[Imprinted]]]
    word: str
    fingerprinted: bool

    @classmethod
    def of(cls, output: Output) -> _Expected:
        found: dict[int, dict[str, list[Imprinted]]] = defaultdict(lambda: defaultdict(list))
        for page in output.pages:
            for piece in page.pieces:
                if not piece.at.endswith(_DRAWN):
                    found[page.page][piece.at].append(piece)
        fingerprinted = any(FINGERPRINT in places for places in found.values())
        return cls(found, "slide" if output.format == "pptx" else "page", fingerprinted)

    def same_words(self, page: int, found: Mapping[str, str]) -> bool:
        """Whether all words of a page stand somewhere on it, and no others."""
        places = self.pieces.get(page, {})
        here = {at: "".join(one.text for one in some) for at, some in places.items() if at != FINGERPRINT}
        return same_words(here, {at: text for at, text in found.items() if at != FINGERPRINT}, page)

    def where(self, page: int) -> str:
        return f"{self.word} {page}" if page else "the file's properties"


def _print(expected: _Expected, found: Found, entries: Mapping[str, Entry]) -> dict[int, list[str]]:
    """Return, by page, a problem for each text that is not the one registered at its place, and for each page that
    holds something else beside its words.
    """
    told: dict[int, list[str]] = {}
    for page in sorted({*expected.pieces, *found}):
        here, there = expected.pieces.get(page, {}), found.get(page, {})
        problems = list(_texts(here, there, entries))
        if problems and page and expected.same_words(page, there):
            problems = [_BESIDE]
        meant = "".join(piece.text for piece in here.get(FINGERPRINT, ()))
        if not problems and expected.fingerprinted and meant != there.get(FINGERPRINT, ""):
            problems = [_BESIDE]
        if problems:
            told[page] = problems
    return told


def _texts(
    here: Mapping[str, list[Imprinted]], there: Mapping[str, str], entries: Mapping[str, Entry]
) -> Iterator[str]:
    """Yield what is wrong with each place of a page whose text is not the one registered, and what stands in none."""
    meant_at = {at: "".join(piece.text for piece in pieces) for at, pieces in here.items()}
    meant, said = astray(meant_at, there)
    moved = meant & said  # to a place of another name, by a program that saved the file anew
    for at, pieces in here.items():
        text = there.get(at, "")
        if (
            at != FINGERPRINT
            and plain(text) != plain(meant_at[at])
            and (at in there or plain(meant_at[at]) not in moved)
        ):
            yield _altered(text, meant_at[at], pieces, entries)
    for at, text in there.items():
        if at not in here and at != FINGERPRINT and plain(text) and plain(text) not in moved:
            yield f"'{_cut(text)}' is not of this briefing.{_nearest(text, entries)}"


def _altered(there: str, meant: str, pieces: list[Imprinted], entries: Mapping[str, Entry]) -> str:
    """Say what stands where something else should, and name the evidence it touches."""
    if not there:
        told = f"'{_cut(meant)}' is missing."
    else:
        said, meant = _about(there, meant)
        told = f"'{said}' stands where the evidence has '{meant}'."
    ident = next((piece.evidence for piece in _touched(plain(there), pieces) if piece.evidence), None)
    entry = entries.get(ident or "")
    return f"{told} {_named(entry)}" if entry else f"{told}{_nearest(meant, entries)}"


def _touched(said: str, pieces: list[Imprinted]) -> Iterator[Imprinted]:
    """Yield the pieces that differ, those of evidence first."""
    meant = "".join(plain(piece.text) for piece in pieces)
    changes = [op for op in SequenceMatcher(None, meant, said, autojunk=False).get_opcodes() if op[0] != "equal"]
    start = 0
    for piece in pieces:
        end = start + len(plain(piece.text))
        if any((op[1] < end and op[2] > start) or (op[1] == op[2] and start <= op[1] <= end) for op in changes):
            yield piece
        start = end


def _registered(output: Output, entries: Mapping[str, Entry]) -> Iterator[str]:
    """Yield a problem for each registered text that has no origin, or does not say what its evidence does."""
    word = "slide" if output.format == "pptx" else "page"
    for page in output.pages:
        for piece in page.pieces:
            where = f"{word} {page.page}" if page.page else "the file's properties"
            if piece.origin == UNKNOWN:
                yield f"{where}: nothing stands behind '{_cut(piece.text)}'.{_nearest(piece.text, entries)}"
            elif piece.evidence and piece.evidence not in entries:
                yield f"{where}: '{_cut(piece.text)}' names the evidence '{piece.evidence}', which there is not."
            elif piece.evidence and not _says(piece, entries[piece.evidence].claim):
                yield f"{where}: '{_cut(piece.text)}' is not what its evidence says. {_named(entries[piece.evidence])}"


def _grounded(claim: Claim) -> Iterator[str]:
    """Yield what a figure claims without ground: a value that no source's words state, or no formula gives."""
    if claim.derivation is not None:
        if not follows(claim):
            yield f"{claim} is not what '{claim.derivation.formula}' gives."
        for given in claim.derivation.inputs.values():
            yield from _grounded(given)
    elif claim.kind == "figure":
        if not any((target.value, target.unit) == (claim.value, claim.unit) for target in claim.supporting):
            yield f"no source states {claim}."
        for target in (*claim.supporting, *claim.dissenting, *claim.superseded, *claim.converted):
            if target.value is not None and not stated_in(target.selector[0].exact, target.value):
                yield f"'{_cut(target.selector[0].exact)}' does not state {target.value:,f} {target.unit}."


def _says(piece: Imprinted, claim: Claim) -> bool:
    """Whether a piece says what its evidence does. A line of a longer one need only be part of its words."""
    if claim.kind in ("quote", "title"):
        return unquoted(piece.text) in plain(claim.words or "")
    if claim.kind == "rating" or claim.value is None or claim.unit is None or claim.precision is None:
        return True
    if not any(char.isdigit() for char in piece.text) and piece.text not in ("unchanged", "持平"):
        return True  # a figure of several lines: its digits are in another piece
    return restates(piece.text, claim.value, claim.unit, claim.precision)


def _sources(ledger: Ledger, entries: Mapping[str, Entry], corpus: Mapping[str, Document]) -> Iterator[str]:
    """Yield a problem for each document that is not the one cited, and each passage that is not where it was."""
    used = {target.source for entry in entries.values() for target in entry.claim.targets()}
    for cited in ledger.documents:
        document = corpus.get(cited.id)
        if cited.id in used and document is None:
            yield f"the corpus does not hold the source '{_cut(cited.title)}' ({cited.id})."
        elif document and hashlib.sha256(document.text.encode()).hexdigest() != cited.sha256:
            yield f"the source '{_cut(cited.title)}' ({cited.id}) was changed."
    for entry in entries.values():
        for target in entry.claim.targets():
            quote, position = target.selector
            document = corpus.get(target.source)
            if document and document.slice((position.start, position.end)) != quote.exact:
                yield f"{entry.id}: '{_cut(quote.exact)}' does not stand in its source at {position.start}."
        if entry.claim.kind in ("quote", "title"):
            exact = entry.claim.supporting[0].selector[0].exact
            if plain(rejoin(exact)) != plain(entry.claim.words or ""):
                yield f"{entry.id}: the words printed are not those of the source: '{_cut(exact)}'."


def _named(entry: Entry) -> str:
    return f"Evidence {entry.id}: {entry.claim}."


def _nearest(text: str, entries: Mapping[str, Entry]) -> str:
    """Name the entry whose printed words are most like a text."""
    words = {(entry.id, place.text): place.text for entry in entries.values() for place in entry.printed}
    best = process.extractOne(text, words, scorer=fuzz.partial_ratio) if words else None
    return f" Nearest: '{_cut(best[0])}'. {_named(entries[best[2][0]])}" if best else ""


def _about(said: str, meant: str) -> tuple[str, str]:
    """Return of two long texts what stands around their first difference."""
    said, meant = (" ".join(text.split()) for text in (said, meant))
    same = next((i for i, (a, b) in enumerate(zip(said, meant, strict=False)) if a != b), min(len(said), len(meant)))
    start = max(0, same - _SHOWN // 2) if max(len(said), len(meant)) > _SHOWN else 0
    return tuple(f"{'…' * (start > 0)}{_cut(text[start:])}" for text in (said, meant))  # type: ignore[return-value]


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
