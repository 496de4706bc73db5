"""Which format a file is in: by its first bytes where they leave no doubt, by its suffix, by a look at it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from generator.corpus.forms import looks_composed

Format = Literal["text", "html", "pdf", "docx", "jsonl", "feed", "csv", "parquet"]

SUFFIXES: dict[str, Format] = {
    ".txt": "text", ".md": "text", ".markdown": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".pdf": "pdf", ".docx": "docx",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl",
    ".rss": "feed", ".atom": "feed",
    ".csv": "csv", ".tsv": "csv", ".parquet": "parquet",
}  # fmt: skip
_BEFORE = rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?.*?\?>\s*)*"
_FEED = re.compile(_BEFORE + rb"(?:<!DOCTYPE\s[^\[>]*(?:\[[^\]]*\]\s*)?>\s*)?<(?:rss|feed|rdf:RDF)\b", re.S)
_HTML = re.compile(_BEFORE + rb"<(?:!doctype\s+html|html)\b", re.S | re.I)
_JSON = re.compile(rb'\A(?:\xef\xbb\xbf)?\s*\[?\s*\{\s*"')
_HEAD = 4096


def format_of(path: Path, data: bytes) -> Format | None:
    """Return the format of a file; None for what is no kind of document."""
    suffix = path.suffix.lower()
    return _unmistakable(data, suffix) or SUFFIXES.get(suffix) or _by_look(data, suffix)


def _unmistakable(data: bytes, suffix: str) -> Format | None:
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PAR1"):
        return "parquet"
    if data.startswith(b"PK\x03\x04") and (suffix == ".docx" or b"word/" in data):
        return "docx"
    return None


def _by_look(data: bytes, suffix: str) -> Format | None:
    head = data[:_HEAD]
    if _FEED.match(head):
        return "feed"
    if _HTML.match(head):
        return "html"
    if _JSON.match(head):
        return "jsonl"
    if b"\x00" in head:
        return None
    text = head.decode("utf-8", errors="ignore")
    return "text" if not suffix or looks_composed(text) else None
