"""What 前者 and 后者 stand for: companies, 比亚迪领先于特斯拉,后者全年交付164万辆; or lines of business, whose figures were told."""

from __future__ import annotations

import re
from dataclasses import replace
from operator import attrgetter

from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.latter_en import Two

_ONE_OF_TWO = re.compile("(?P<former>前者)|后者(?!居上)")
_ITS_FIGURE = re.compile(
    "(?:业务|分部|板块)*(?:的|总|实现|录得|贡献)*"
)  # between a line and the metric that is told of it
# 后者同比减少22.4%: what was told of it moved so
_MOVED = re.compile(
    "(?:则|也|亦|更|却)?(?:同比|环比|按年|按季|较[^,;。\\d]{2,8})?(?:大幅|小幅|微|略|猛|骤|大|暴|激|急|劲|锐|再|续)?(?:增|减|升|降|跌|涨|上[升涨]|下[降滑跌])"
)
_SIDE_BY_SIDE = re.compile("(?:业务|分部|板块)?(?:和|与|及|以及|、)")
_STARTS = attrgetter("start")


def with_the_latter(marks: Scan, names: Names, spoken: str | None = None, before: Two | None = None) -> Scan:
    """Return a Chinese sentence's marks with 前者 and 后者 as mentions of what they stand for; `spoken` is who was spoken of before.

    `before` are the two that the sentence before named: 极氪与零跑差距不大:前者5月交付18616辆;后者交付18165辆
    """
    if "者" not in marks.text[marks.sentence.start : marks.sentence.end]:
        return marks
    companies = [e for e in marks.entities if names.catalogue.companies[e.entity].kind == "company"]
    said = list(_ONE_OF_TWO.finditer(marks.text, marks.sentence.start, marks.sentence.end))
    meant = [
        EntityMention(*one.span(), company) for one in said if (company := _company_of(one, companies, spoken, before))
    ]
    if meant:
        return replace(marks, entities=sorted([*marks.entities, *meant], key=_STARTS))
    told = _told_of_lines(marks, names) if said else []
    lines = [replace(line, start=one.start(), end=one.end()) for one in said if (line := _line_of(one, told, marks))]
    if lines:
        return marks.with_metrics(lines)
    moved = [part for one in said if (part := _part_that_moved(one, marks, names))]
    if moved:
        return marks.with_metrics(moved)
    parts = [part for one in said if (part := _part_of(one, marks, names))]
    return replace(marks, segments=sorted([*marks.segments, *parts], key=_STARTS)) if parts else marks


def two_named_zh(marks: Scan, names: Names, before: Two | None) -> Two | None:
    """Return the only two companies that a Chinese sentence names; those before, where it goes on with 前者."""
    kinds = names.catalogue.companies
    named = list(dict.fromkeys(e.entity for e in marks.entities if kinds[e.entity].kind == "company"))
    if len(named) == 2:
        return Two(companies=(named[0], named[1]))
    said = marks.text[marks.sentence.start : marks.sentence.end]
    return before if "前者" in said and before and set(named) <= set(before.companies or ()) else None


def _company_of(
    said: re.Match[str], companies: list[EntityMention], spoken: str | None, before: Two | None
) -> str | None:
    """Return which of the last two companies named before it a pronoun stands for, None where not two are known.

    Behind one that is named alone, the other is who was spoken of before: 公司9月交付43153辆,理想则有28164辆,前者升8%.
    """
    named = list(dict.fromkeys(e.entity for e in reversed(companies) if e.end <= said.start()))
    if not named and before and before.companies:
        return before.companies[0 if said["former"] else 1]
    named += [spoken] if spoken and len(named) == 1 and spoken not in named else []
    return None if len(named) < 2 else named[1] if said["former"] else named[0]


def _told_of_lines(marks: Scan, names: Names) -> list[tuple[str, Mention]]:
    """Return the lines of business that a sentence names together with a metric, each as one of that part."""
    entries, kinds = names.catalogue.metrics, names.catalogue.segments
    lines = [m for m in marks.segments if kinds[m.segment or ""].kind == "business"]
    told: list[tuple[str, Mention]] = []
    for mention in (m for m in marks.metrics if m.metrics and not m.nothing):
        entry = entries.get(mention.metrics[0])
        own = entry.segment if entry is not None and entry.base else None
        at_it = (m for m in lines if m.end <= mention.start and _ITS_FIGURE.fullmatch(marks.text, m.end, mention.start))
        part = mention.part or next((m.segment for m in at_it), None)
        if line := own or part:
            told.append((line, mention if own else replace(mention, part=part)))
    return told


def _part_of(said: re.Match[str], marks: Scan, names: Names) -> Mention | None:
    """Return which of two lines that a sentence names side by side, and tells nothing of, a pronoun stands for: 按手游和端游划分,前者收入391亿元."""
    kinds = names.catalogue.segments
    lines = [m for m in marks.segments if m.end <= said.start() and kinds[m.segment or ""].kind == "business"][-2:]
    if len(lines) != 2 or any(lines[0].end <= a.start < said.start() for a in marks.amounts if said["former"]):
        return None
    if not _SIDE_BY_SIDE.fullmatch(marks.text, lines[0].end, lines[1].start):
        return None
    end = next((p.end for p in marks.periods if p.start == said.end()), said.end())  # 前者二季度收入358亿元
    own = any(m.start == end or _ITS_FIGURE.fullmatch(marks.text, end, m.start) for m in marks.metrics)
    meant = lines[0] if said["former"] else lines[1]
    return Mention(*said.span(), segment=meant.segment) if own else None


def _part_that_moved(said: re.Match[str], marks: Scan, names: Names) -> Mention | None:
    """Return the metric told before as that of which of two lines moved: 纯电动和插混车型分别为237540辆与237381辆,后者同比减少22.4%."""
    kinds = names.catalogue.segments
    lines = [m for m in marks.segments if m.end <= said.start() and kinds[m.segment or ""].kind == "business"][-2:]
    told = next((m for m in reversed(marks.metrics) if m.end <= said.start() and m.metrics and not m.nothing), None)
    if told is None or len(lines) != 2 or not _MOVED.match(marks.text, said.end()):
        return None
    if not _SIDE_BY_SIDE.fullmatch(marks.text, lines[0].end, lines[1].start):
        return None
    meant = lines[0] if said["former"] else lines[1]
    return replace(told, start=said.start(), end=said.end(), segment=None, part=meant.segment)


def _line_of(said: re.Match[str], told: list[tuple[str, Mention]], marks: Scan) -> Mention | None:
    """Return which of the two figures of lines told before it a pronoun stands for; none where its clause names another metric."""
    before = {line: m for line, m in told if m.end <= said.start()}
    high = min(marks.clause(said.start())[1], marks.amount_after(said.end()))
    if len(before) != 2 or marks.is_marked(said.end(), high, marks.metrics):
        return None
    return list(before.values())[0 if said["former"] else 1]
