"""A reader a format: each takes a file's bytes and gives its documents, what cannot be read among them as an error.

Readers are imported when a file of their format comes, because what they stand on takes long to start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

from generator.corpus.document import Document
from generator.corpus.formats import Format
from generator.errors import FootnotedError
from generator.settings.catalogue import Catalogue
from generator.settings.corpus import LIMITS, Limits

Read = Iterator[Document | FootnotedError]


@dataclass(frozen=True, slots=True)
class Source:
    """One file: its bytes, and what readers go by. Without a `catalogue`, ids in tables of figures are not checked."""

    path: Path
    data: bytes
    limits: Limits = LIMITS
    catalogue: Catalogue | None = None


def reader(form: Format) -> Callable[[Source], Read]:
    """Return the reader of a format."""
    return cast(Callable[[Source], Read], import_module(f"{__name__}.{form}").read)
