"""Bytes into text: UTF-8, what the file declares, or what its bytes look like (GB18030, Big5, UTF-16, Latin)."""

from __future__ import annotations

import codecs
import re

from generator.errors import DocumentUnreadable

# What news in Chinese and English comes in beside UTF-8; any more, and short texts are taken for Korean or Greek.
_LIKELY = ["gb18030", "big5hkscs", "utf_16", "utf_16_le", "utf_16_be", "cp1252"]
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_SAMPLE = 200_000  # bytes: more change nothing in what they look like
_NOT_TEXT = re.compile("[\x00\x01-\x08\x0e-\x1a]")


def decode(data: bytes, name: str, declared: bool = False) -> str:
    """Return the text of a file; with `declared`, as HTML or XML declares it. Raises DocumentUnreadable for no text."""
    text = _decoded(data, name, declared)
    if _NOT_TEXT.search(text):
        raise DocumentUnreadable(f"{name}: this is no text.", "Save it as plain text, or take it out of the corpus.")
    return text


def _decoded(data: bytes, name: str, declared: bool) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if declared and (text := _as_declared(data)) is not None:
        return text
    return _as_it_looks(data, name)


def _as_declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:2048])
    if not found:
        return None
    encoding = found[1].decode("ascii", errors="ignore").lower()
    try:
        # Pages that say GB2312 write what only its successor has.
        return data.decode("gb18030" if encoding in ("gb2312", "gbk") else encoding)
    except (LookupError, UnicodeDecodeError):
        return None


def _as_it_looks(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes  # needed by few files

    found = from_bytes(data[:_SAMPLE], cp_isolation=_LIKELY).best()
    try:
        if found is not None:
            return data.decode(found.encoding)
    except UnicodeDecodeError:
        pass
    raise DocumentUnreadable(
        f"{name}: its encoding is not known: it is neither UTF-8 nor GB18030, Big5, UTF-16 or Windows-1252.",
        "Save it as UTF-8 and build again.",
    )
