"""Saved web pages: the article without what stands around it (trafilatura), and what the page says of itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

import trafilatura
from lxml import etree, html
from trafilatura.settings import Document as Article

from generator.corpus.encodings import decode
from generator.corpus.facts import Facts, moment
from generator.corpus.readers import Read, Source
from generator.errors import DocumentUnreadable

# Where pages state when they were published and last changed, the more exact ones first (Open Graph, schema.org).
_PUBLISHED = ("article:published_time", "datePublished", "publishdate", "pubdate", "og:published_time")
_ADDRESS = ("og:url", "article:url")
_REVISED = ("article:modified_time", "dateModified", "og:updated_time")


def read(source: Source) -> Read:
    """Yield the page's article."""
    page = decode(source.data, str(source.path), declared=True)
    try:
        tree = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        raise DocumentUnreadable(f"{source.path}: no HTML is in it.") from None
    said = _said(tree)  # before trafilatura takes the head away
    found = cast("Article | None", trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False))
    if found is None or not found.text:
        raise DocumentUnreadable(f"{source.path}: no article is in this page.", "Save the article's own page.")
    published = _first(said, _PUBLISHED) or moment(found.date)
    known = Facts(
        title=" ".join((found.title or source.path.stem).split()),
        publisher=found.sitename or found.hostname,
        published=published,
        address=found.url or next((said[name] for name in _ADDRESS if said.get(name, "").startswith("http")), None),
        revised=_first(said, _REVISED),
    )
    yield _told(known).document(found.text, source.path)


def _told(known: Facts) -> Facts:
    """Leave out a revision that is none: many pages give the hour of publication twice."""
    if known.revised and known.published and known.revised <= known.published:
        return replace(known, revised=None)
    return known


def _first(said: dict[str, str], names: tuple[str, ...]) -> datetime | None:
    return next((when for name in names if (when := moment(said.get(name)))), None)


def _said(tree: html.HtmlElement) -> dict[str, str]:
    """Return what the page's meta elements, its microdata and its JSON-LD say, first word first."""
    said: dict[str, str] = {}
    for element in tree.iterfind(".//meta[@content]"):
        for attribute in ("property", "name", "itemprop"):
            if name := element.get(attribute):
                said.setdefault(name, element.get("content", ""))
    for element in tree.iterfind(".//time[@datetime]"):
        said.setdefault(element.get("itemprop", "pubdate"), element.get("datetime", ""))
    for element in tree.iterfind(".//script[@type='application/ld+json']"):
        for name, value in _linked_data(element.text or ""):
            said.setdefault(name, value)
    return said


def _linked_data(text: str) -> Iterator[tuple[str, str]]:
    try:
        waiting: list[Any] = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            yield from ((name, value) for name, value in node.items() if isinstance(value, str))
            if "headline" in node:  # the address of an article, not of the outlet that is told beside it
                page = node.get("mainEntityOfPage")
                address = node.get("url") or (page.get("@id") if isinstance(page, dict) else page)
                yield from [("article:url", address)] if isinstance(address, str) else []
            waiting += node.get("@graph", [])
