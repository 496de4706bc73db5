"""What is known of a document beside its text, however its source names it: front matter, sidecars, JSON, feeds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from generator.corpus.days import day_in, with_time
from generator.corpus.document import Document, Kind, Language, Span, document_id
from generator.corpus.language import language_of

_STAMP = re.compile(r"1\d{9}(?:\d{3})?")  # seconds or milliseconds, from 2001 to 2033
_WIKI = re.compile(r"\[\[|\]\]")  # around the name of another note: `source: "[[Reuters]]"`
_KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline", "标题"),
    "publisher": ("publisher", "source", "site", "outlet", "来源"),
    "published": (
        "published",
        "date",
        "time",
        "published_at",
        "publish_time",
        "publishedat",
        "datepublished",
        "pubdate",
        "发布时间",
        "日期",
    ),
    "revised": ("revised", "updated", "modified", "updated_at", "updatedat", "datemodified", "更新时间"),
    "address": ("address", "url", "link", "链接"),
    "language": ("language", "lang", "语言"),
    "withdrawn": ("withdrawn", "撤回"),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """Title, publisher, times, address and language of a document, as far as its source gives them."""

    title: str = ""
    publisher: str | None = None
    published: datetime | None = None
    address: str | None = None
    language: Language | None = None
    revised: datetime | None = None
    withdrawn: bool = False

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Facts:
        """Return the facts that a mapping gives, under any of the names that sources use for them."""
        lower = {str(key).strip().casefold(): value for key, value in given.items()}
        named = {
            fact: next((_named(lower[key]) for key in keys if lower.get(key) not in (None, "")), None)
            for fact, keys in _KEYS.items()
        }
        language = named["language"] if named["language"] in ("en", "zh-Hans", "zh-Hant") else None
        return cls(
            title=" ".join(str(named["title"] or "").split()),
            publisher=_WIKI.sub("", str(named["publisher"])) if named["publisher"] else None,
            published=moment(named["published"]),
            address=str(named["address"]) if named["address"] else None,
            language=language,
            revised=moment(named["revised"]) or moment(named["withdrawn"]),
            withdrawn=_is_so(named["withdrawn"]) or moment(named["withdrawn"]) is not None,
        )

    def over(self, below: Facts) -> Facts:
        """Return these facts, with another's where these say nothing."""
        known = {name: value for name in _KEYS if (value := getattr(self, name))}
        return replace(below, **known)

    def document(
        self, text: str, path: Path | None, readable: tuple[Span, ...] | None = None, kind: Kind = "text"
    ) -> Document:
        """Return the document of a text; without `readable` all of it is read."""
        readable = readable or (Span(0, len(text)),)
        language = self.language or language_of("".join(text[a:b] for a, b in readable))
        return Document(
            id=document_id(self.publisher, self.published, self.title, text),
            title=self.title,
            publisher=self.publisher,
            published=self.published,
            language=language,
            text=text,
            readable=readable,
            address=self.address,
            path=path,
            kind=kind,
            revised=self.revised,
            withdrawn=self.withdrawn,
        )


def _is_so(value: Any) -> bool:
    return value is True or str(value).casefold() in ("true", "yes", "1", "是")


def _named(value: Any) -> Any:
    """Return a value, or the name of what is given with its properties, as publishers are: `{"name": "Daily"}`.

    What stands alone in a list is meant: `source: [[Reuters]]` is one in YAML.
    """
    while isinstance(value, list) and len(value) == 1:
        value = value[0]
    return value.get("name") or value.get("title") if isinstance(value, dict) else value


def moment(value: Any) -> datetime | None:
    """Return the publisher's local time that a value states: a date, ISO 8601, RFC 2822, or a date in words.

    A number counts seconds or milliseconds since 1970, and gives UTC.
    """
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    if not value or isinstance(value, bool):
        return None
    text = str(value).strip()
    if _STAMP.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC).replace(tzinfo=None)
    for form in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return form(text).replace(tzinfo=None)
        except ValueError:
            continue
    day = day_in(text)
    return with_time(text, day) if day else None
