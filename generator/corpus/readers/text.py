"""Pages of search results, Markdown, plain text."""

from __future__ import annotations

from generator.corpus.encodings import decode
from generator.corpus.forms import documents
from generator.corpus.publishers import outlets
from generator.corpus.readers import Read, Source


def read(source: Source) -> Read:
    """Yield the documents of a text."""
    yield from documents(decode(source.data, str(source.path)), source.path, outlets(source.catalogue))
