"""RSS and Atom: an entry a document (feedparser)."""

from __future__ import annotations

from typing import Any

import feedparser

from generator.corpus.facts import Facts, moment
from generator.corpus.readers import Read, Source
from generator.corpus.readers.jsonl import under_title
from generator.corpus.readers.markup import declares_entities, plain
from generator.errors import DocumentUnreadable


def read(source: Source) -> Read:
    """Yield the feed's entries that carry a text."""
    if declares_entities(source.data):
        raise DocumentUnreadable(f"{source.path}: its XML declares entities, as no feed needs to.")
    feed = feedparser.parse(source.data, sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries and (feed.bozo or not feed.version):
        reason = getattr(feed.get("bozo_exception"), "getMessage", lambda: "it is no RSS and no Atom")()
        raise DocumentUnreadable(f"{source.path}: {reason}.")
    for entry in feed.entries:
        body = plain(_body(entry))
        known = _facts(entry, feed.feed)
        if body.strip() or known.title:
            yield known.document(under_title(known.title, body), source.path)


def _body(entry: Any) -> str:
    contents = [part.get("value", "") for part in entry.get("content", ())]
    return str(max([*contents, entry.get("summary", "")], key=len))


def _facts(entry: Any, feed: Any) -> Facts:
    revised = moment(entry["updated"]) if "updated" in entry.keys() else None  # noqa: SIM118  (`in entry` finds aliases)
    published = moment(entry.get("published")) or revised
    return Facts(
        title=" ".join(plain(entry.get("title", "")).split()),
        publisher=entry.get("source", {}).get("title") or feed.get("title") or None,
        published=published,
        address=entry.get("link") or entry.get("id") or None,
        revised=revised if revised and published and revised > published else None,
    )
