"""Pages of search results, Markdown, plain text."""

from __future__ import annotations

import re

from generator.corpus.encodings import decode
from generator.corpus.forms import documents
from generator.corpus.pages.letters import aligned
from generator.corpus.publishers import outlets
from generator.corpus.readers import Read, Source
from generator.corpus.readers.marked_tables import unmarked_tables
from generator.corpus.readers.pasted import pasted
from generator.corpus.readers.torn_rows import torn_rows

_MARKDOWN = (".md", ".markdown")
# A sign that Markdown is told not to read as its own: `\$ in millions`; a bar in a cell stays one.
_ESCAPED = re.compile(r"\\([$~%&<>()\[\]_+.-])")


def read(source: Source) -> Read:
    """Yield the documents of a text."""
    text = decode(source.data, str(source.path))
    if source.path.suffix.lower() in _MARKDOWN:
        text = _ESCAPED.sub(r"\1", text)
    yield from documents(tabled(text), source.path, outlets(source.catalogue))


def tabled(text: str) -> str:
    """Return a text with the tables in it as rows of cells between bars, however they were set; all else as it was."""
    return aligned(pasted(torn_rows(unmarked_tables(text))))
