"""The forms a text comes in: pages of search results, Markdown with front matter, plain text; told by how they look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from generator.corpus.document import Document, Span, document_id
from generator.corpus.language import language_of
from generator.errors import DocumentUnreadable

# A byline of search results: `Xin Lang Cai Jing· 2026-01-07 10:52`.
_BYLINE = re.compile(
    r"^(?P<publisher>[^\n·]{1,60}?)[ \t]*·[ \t]*(?P<when>\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?)[ \t]*\r?$", re.M
)
_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*(?:\r?\n|\Z)", re.M | re.S)
_HEADING = re.compile(r"^#{1,6}[ \t]+(?P<title>.+?)[ \t]*\r?$", re.M)
_MONTH = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DATE = re.compile(
    r"(?P<y>(?:19|20)\d\d)(?:-|/|\.|年)[ ]?(?P<m>\d{1,2})(?:-|/|\.|月)[ ]?(?P<d>\d{1,2})日?"
    rf"|(?P<month>{_MONTH})[a-z]*\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>20\d\d)"
    rf"|(?P<day2>\d{{1,2}}) (?P<month2>{_MONTH})[a-z]*\.? (?P<year2>20\d\d)"
)
_MONTHS = _MONTH.split("|")
_LEAD = 400  # characters at the top of a plain text, where a date is the date of publication


def documents(text: str, path: Path | None = None) -> Iterator[Document]:
    """Yield the documents of a text: one, except for a page of search results. Raises DocumentUnreadable."""
    if front := _FRONT_MATTER.match(text):
        yield _markdown(text, front, path)
        return
    bylines = list(_BYLINE.finditer(text))
    if bylines:
        yield from _search_page(text, bylines, path)
    elif text.strip():
        yield _plain(text, path)


def _search_page(text: str, bylines: list[re.Match[str]], path: Path | None) -> Iterator[Document]:
    starts = [text.rfind("\n", 0, max(0, byline.start() - 1)) + 1 for byline in bylines]
    for byline, start, end in zip(bylines, starts, [*starts[1:], len(text)], strict=True):
        own = text[start:end].rstrip("\r\n")
        title = text[start : byline.start()].strip()
        body = Span(min(byline.end() + 1 - start, len(own)), len(own))
        readable = (Span(0, len(text[start : byline.start()].rstrip())), body)
        yield _document(own, title, byline["publisher"], datetime.fromisoformat(byline["when"]), readable, path)


def _markdown(text: str, front: re.Match[str], path: Path | None) -> Document:
    try:
        facts: Any = yaml.load(front["yaml"], Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise DocumentUnreadable(f"{path or 'The text'}: the front matter is no YAML: {error}") from None
    facts = facts if isinstance(facts, dict) else {}
    heading = _HEADING.search(text, front.end())
    title = str(facts.get("title") or (heading["title"] if heading else "") or (path.stem if path else ""))
    publisher = facts.get("publisher")
    address = facts.get("url") or facts.get("address")
    return _document(
        text, title, str(publisher) if publisher else None, _moment(facts.get("published") or facts.get("date")),
        (Span(front.end(), len(text)),), path, str(address) if address else None, facts.get("language"),
    )  # fmt: skip


def _plain(text: str, path: Path | None) -> Document:
    heading = _HEADING.match(text)
    first = next(line for line in text.splitlines() if line.strip()).strip()
    title = heading["title"] if heading else first[:120]
    return _document(text, title, None, _date_in(text[:_LEAD]), (Span(0, len(text)),), path)


def _document(
    text: str, title: str, publisher: str | None, published: datetime | None, readable: tuple[Span, ...],
    path: Path | None, address: str | None = None, language: Any = None,
) -> Document:  # fmt: skip
    body = "".join(text[a:b] for a, b in readable)
    told = language if language in ("en", "zh-Hans", "zh-Hant") else language_of(body)
    key = document_id(publisher, published, title, text)
    return Document(key, title, publisher, published, told, text, readable, address, path)


def _moment(value: Any) -> datetime | None:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    try:
        return datetime.fromisoformat(str(value)).replace(tzinfo=None) if value else None
    except ValueError:
        return _date_in(str(value))


def _date_in(lead: str) -> datetime | None:
    """Return the first date of a text's opening lines."""
    for found in _DATE.finditer(lead):
        month = found["month"] or found["month2"]
        number = _MONTHS.index(month) + 1 if month else int(found["m"])
        year = found["y"] or found["year"] or found["year2"]
        try:
            return datetime(int(year), number, int(found["d"] or found["day"] or found["day2"]))
        except ValueError:
            continue
    return None
