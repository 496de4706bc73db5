"""The documents that evidence is held against: the corpus as it is, and what the store keeps of earlier ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.corpus.document import Document
from generator.corpus.reading import read_corpus
from generator.holdings import Holdings
from generator.settings.catalogued import load_catalogue
from generator.settings.corpus import LIMITS
from generator.settings.project import Project, open_project
from generator.verification.evidence import Ledger


@dataclass(frozen=True, slots=True)
class Sources:
    """Documents by id; `past` are those that the corpus held once and holds no longer, as the store read them."""

    corpus: Mapping[str, Document]
    past: Mapping[str, Document] = field(default_factory=dict)

    @property
    def all(self) -> Mapping[str, Document]:
        """Both together: no document is in both."""
        return {**self.past, **self.corpus}


def sources_of(ledgers: Iterable[Ledger], paths: Sequence[Path], root: Path | None) -> Sources | None:
    """Return the sources of ledgers: a corpus, read as the project at `root` reads it, and what its store has
    of documents that were corrected, withdrawn or deleted since. None where neither is at hand.

    Raises CorpusMissing, SettingsInvalid and StoreFailed.
    """
    project = open_project(root) if root else None
    if not paths and project is None:
        return None
    cited = {document.id for ledger in ledgers for document in ledger.documents}
    corpus: dict[str, Document] = {}
    if paths:
        read = read_corpus(paths, load_catalogue(root), project.corpus.limits if project else LIMITS)
        corpus = {document.id: document for document in (*read.documents, *read.superseded)}
    past = _kept(project, cited - corpus.keys()) if project else {}
    return Sources(corpus, past) if corpus or past else None


def _kept(project: Project, ids: Collection[str]) -> dict[str, Document]:
    """Return what the store has of documents; it is not opened where none is missing."""
    return Holdings(project.corpus.store, project.root).held(ids) if ids else {}
