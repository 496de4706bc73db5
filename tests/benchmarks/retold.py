"""A briefing retold for other programs: its texts, tables, charts and source numbers, as Markdown, Typst and JSON.

What footnoted adds is left out: who looks for evidence in what they make finds a number in brackets.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.briefing.model import Briefing, BriefingSection
from generator.briefing.printed import Line, Printed
from generator.charts.draw import draw
from generator.settings.theme import Theme

_TYPST_MARKS = re.compile(r"([\\#$*_`<>@~\[\]])|(?<=^)([-+=/])")
_MARKDOWN_MARKS = re.compile(r"([\\`*_\[\]<>|#~^$])")
_STYLE = """#set page(paper: "a4", margin: 2cm, header: [{title}], numbering: "1 / 1")
#set text(font: ("Noto Sans", "Noto Sans CJK SC"), size: 10pt, lang: "{language}")
#set table(stroke: 0.5pt + luma(80%))
#show heading: set text(fill: rgb("{accent}"))
"""


@dataclass(frozen=True)
class Words:
    """A paragraph, or with `bullet` a point of a list."""

    text: str
    bullet: bool = False


@dataclass(frozen=True)
class Grid:
    """A table."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Drawing:
    """A chart, by the name of its specification."""

    name: str
    description: str


Part = Words | Grid | Drawing


def retell(briefing: Briefing, theme: Theme, folder: Path) -> None:
    """Write a briefing as briefing.md, slides.md, briefing.typ and parts.json, its charts as charts/NAME.json (Vega-Lite)."""
    (folder / "charts").mkdir(parents=True)
    for block, half in briefing.charts:
        spec = json.dumps(draw(block, theme, briefing.language, half).spec, ensure_ascii=False)
        (folder / "charts" / f"{block.id}.json").write_text(spec, encoding="utf-8")
    cover = briefing.cover
    parts = [(section.title, list(_parts(section))) for section in briefing.sections]
    parts.append((briefing.labels["disclaimer"], [Words(briefing.disclaimer)]))
    plain = [(title, [_plain(part) for part in some]) for title, some in parts]
    (folder / "parts.json").write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
    told = f"% {_md(cover.title)} · {_md(cover.entity)}\n% {_md(cover.audience)}\n% {_md(cover.as_of)}\n\n"
    pages = "\n".join(f"# {_md(title)}\n\n{''.join(map(markdown, some))}" for title, some in parts)
    (folder / "briefing.md").write_text(told + pages, encoding="utf-8")
    front = f"---\nmarp: true\npaginate: true\n---\n\n# {_md(cover.title)}\n\n{_md(cover.entity)}, {_md(cover.as_of)}\n"
    slides = "".join(f"\n---\n\n## {_md(title)}\n\n{''.join(map(markdown, some))}" for title, some in parts)
    (folder / "slides.md").write_text(front + slides, encoding="utf-8")
    style = _STYLE.format(title=_typ(cover.title), language=briefing.language, accent=theme.colours.accent)
    head = f"#text(24pt)[{_typ(cover.title)}]\n\n{_typ(cover.subtitle)}\n\n#outline()\n\n"
    body = "\n".join(f"= {_typ(title)}\n\n{''.join(map(typst, some))}" for title, some in parts)
    (folder / "briefing.typ").write_text(style + head + body, encoding="utf-8")


def markdown(part: Part) -> str:
    """Return a part as Markdown."""
    if isinstance(part, Words):
        return f"- {_md(part.text)}\n" if part.bullet else f"{_md(part.text)}\n\n"
    if isinstance(part, Drawing):
        return f"![{_md(part.description)}](charts/{part.name}.PICTURE)\n\n"
    rows = [part.header, ["---"] * len(part.header), *part.rows]
    lines = [[cell if i == 1 else _md(cell) for cell in row] for i, row in enumerate(rows)]
    return "\n" + "".join(f"| {' | '.join(cells)} |\n" for cells in lines) + "\n"


def typst(part: Part) -> str:
    """Return a part as Typst."""
    if isinstance(part, Words):
        return f"- {_typ(part.text)}\n" if part.bullet else f"{_typ(part.text)}\n\n"
    if isinstance(part, Drawing):
        return f'#figure(image("charts/{part.name}.svg", width: 100%, alt: {json.dumps(part.description, ensure_ascii=False)}))\n\n'
    head = f"table.header({', '.join(f'[{_typ(cell)}]' for cell in part.header)})"
    cells = [f"[{_typ(cell)}]" for row in part.rows for cell in row]
    return f"#table(columns: {len(part.header)}, {', '.join([head, *cells])})\n\n"


def _plain(part: Part) -> dict[str, object]:
    return {"rows": [part.header, *part.rows]} if isinstance(part, Grid) else asdict(part)


def _typ(text: str) -> str:
    return _TYPST_MARKS.sub(lambda mark: "\\" + mark[0], " ".join(text.split()))


def _md(text: str) -> str:
    return _MARKDOWN_MARKS.sub(r"\\\1", " ".join(text.split()))


def _line(line: Line | Printed | str | None) -> str:
    """Return a line with its source numbers."""
    if line is None or isinstance(line, str):
        return line or "–"
    parts = (line,) if isinstance(line, Printed) else line
    return "".join(part if isinstance(part, str) else part.text + _cited(part.citations) for part in parts)


def _cited(numbers: Iterable[int]) -> str:
    listed = ",".join(map(str, numbers))
    return f"[{listed}]" if listed else ""


def _parts(section: BriefingSection) -> Iterator[Part]:
    if section.headline:
        yield Words(_line(section.headline))
    yield from _BLOCKS[section.block.kind](section.block)


def _scorecard(block: object) -> Iterator[Part]:
    rows = [(c.label, c.period, _line(c.value), _line(c.change), _line(c.earlier)) for c in block.cards]
    yield Grid(("", "", "", "", ""), rows)


def _chart(block: object) -> Iterator[Part]:
    yield Drawing(block.id, block.description)
    yield Words(_line(block.takeaway) + _cited(block.citations))


def _pair(block: object) -> Iterator[Part]:
    for title, chart in zip(block.titles, block.charts, strict=True):
        yield Words(title)
        yield from _chart(chart)


def _paragraphs(block: object) -> Iterator[Part]:
    yield from (Words(_line(paragraph.line), paragraph.bullet) for paragraph in block.paragraphs)


def _quotes(block: object) -> Iterator[Part]:
    for card in block.cards:
        yield Words(f"“{card.words.text}” {_cited(card.words.citations)}")
        yield Words(", ".join(filter(None, (card.speaker, card.role, card.outlet, card.published))))


def _table(block: object) -> Iterator[Part]:
    yield Grid(
        block.header, [(row.label, *(_line(cell.line) or cell.note or "–" for cell in row.cells)) for row in block.rows]
    )


def _progress(block: object) -> Iterator[Part]:
    rows = [(r.label, _line(r.target), r.target_period, _line(r.reached), _line(r.share), r.note) for r in block.rows]
    yield Grid(("",) * 6, rows)


def _changes(block: object) -> Iterator[Part]:
    if block.none:
        yield Words(block.none)
    else:
        yield Grid(block.header, [(r.label, _line(r.what), _line(r.now), _line(r.before)) for r in block.rows])


def _conflicts(block: object) -> Iterator[Part]:
    if block.none:
        yield Words(block.none)
    for one in block.conflicts:
        yield Words(f"{one.label}: {_line(one.stated)}, {one.stated_by}. {one.explanation}")
        yield from (Words(f"{_line(said)}, {by}", bullet=True) for said, by in one.others)


def _sources(block: object) -> Iterator[Part]:
    for one in block.sources:
        yield Words(f"{one.number}: {one.document.title}, {one.publisher}, {one.published}", bullet=True)


_BLOCKS: dict[str, Callable[[object], Iterator[Part]]] = {
    "scorecard": _scorecard, "chart": _chart, "chart_pair": _pair, "text": _paragraphs, "method": _paragraphs,
    "quotes": _quotes, "table": _table, "ratings": _table, "target_progress": _progress, "what_changed": _changes,
    "conflicts": _conflicts, "sources": _sources,
    "key_messages": lambda block: (Words(_line(message), bullet=True) for message in block.messages),
    "timeline": lambda block: (Words(f"{e.day}: {_line(e.line)} {e.outlet}", bullet=True) for e in block.events),
    "glossary": lambda block: (Words(f"{e.term}: {e.meaning}", bullet=True) for e in block.entries),
}  # fmt: skip
