"""The forms a text comes in: pages of search results, Markdown with front matter, plain text; told by how they look."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from generator.corpus.document import Document, Span
from generator.corpus.facts import Facts, moment
from generator.corpus.leads import HEADING_MARK, headline, lead, unmarked
from generator.errors import DocumentUnreadable
from generator.settings.yaml_nodes import fault, load_yaml

# A byline of search results: `Xin Lang Cai Jing· 2026-01-07 10:52`.
_BYLINE = re.compile(
    r"^(?P<publisher>[^\n·]{1,60}?)[ \t]*·[ \t]*(?P<when>\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?)[ \t]*\r?$", re.M
)
_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*(?:\r?\n|\Z)", re.M | re.S)
_FACT = re.compile(r"""(?P<key>\w[\w ]*):\s+(?P<quote>["']?)(?P<value>[^\s\["'{&*|>].*?)(?P=quote)\s*$""")
_HEADING = re.compile(r"^#{1,6}[ \t]+(?P<title>.+?)[ \t]*\r?$", re.M)


def documents(
    text: str, path: Path | None = None, is_outlet: Callable[[str], bool] = lambda name: False
) -> Iterator[Document]:
    """Yield the documents of a text: one, except for a page of search results. Raises DocumentUnreadable.

    `is_outlet` tells the names of publishers, which a plain text may open with.
    """
    if front := _FRONT_MATTER.match(text):
        yield _markdown(text, front, path)
        return
    bylines = list(_BYLINE.finditer(text))
    if bylines:
        yield from _search_page(text, bylines, path)
    elif text.strip():
        yield lead(text, is_outlet).document(text, path)


def looks_composed(text: str) -> bool:
    """Whether a text opens as a page of search results or Markdown does: with bylines or front matter."""
    return bool(_FRONT_MATTER.match(text) or _BYLINE.search(text))


def _search_page(text: str, bylines: list[re.Match[str]], path: Path | None) -> Iterator[Document]:
    starts = [_title_at(text, byline.start()) for byline in bylines]
    for byline, start, end in zip(bylines, starts, [*starts[1:], len(text)], strict=True):
        own = text[start:end].rstrip("\r\n")
        title = unmarked(text[start : byline.start()].strip())
        body = Span(min(byline.end() + 1 - start, len(own)), len(own))
        readable = (Span(0, len(text[start : byline.start()].rstrip())), body)
        yield Facts(title, byline["publisher"], moment(byline["when"])).document(own, path, readable)


def _title_at(text: str, byline: int) -> int:
    """Return where the title above a byline begins: the line before; past blank lines, a heading or the first line."""
    above = text[:byline].rstrip()
    start = above.rfind("\n") + 1
    is_title = not above[:start].strip() or HEADING_MARK.match(text, start)
    return start if is_title else text.rfind("\n", 0, max(0, byline - 1)) + 1


def _markdown(text: str, front: re.Match[str], path: Path | None) -> Document:
    try:
        facts: Any = load_yaml(front["yaml"])
    except yaml.YAMLError as error:
        facts = _by_line(front["yaml"])
        if facts is None:
            raise DocumentUnreadable(f"{path or 'The text'}:{fault(error, above=1)}") from None
    known = Facts.of(facts if isinstance(facts, dict) else {})
    title = known.title or _headed(text, front.end()) or (path.stem if path else "")
    return replace(known, title=title).document(text, path, (Span(front.end(), len(text)),))


def _headed(text: str, start: int) -> str:
    """Return what stands over a text that is told no title: its first heading, else its headline."""
    heading = _HEADING.search(text, start)
    return heading["title"] if heading else headline(text, start)


def _by_line(front: str) -> dict[str, str] | None:
    """Read front matter that a colon in a title makes no YAML, `title: Results: a record`; None where it is more."""
    pairs = [_FACT.match(line) for line in front.splitlines() if line.strip()]
    return {pair["key"]: pair["value"] for pair in pairs if pair} if all(pairs) else None
