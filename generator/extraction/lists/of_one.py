"""One metric's amounts in as many parts, periods, brands or companies: `手机、互联网服务收入分别为455亿元和91亿元`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.lists.alike import in_pairs, same_place, side_by_side
from generator.extraction.marks.cues import Cue
from generator.extraction.marks.mention import WORLD, EntityMention, Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.periods.spans import spanned

_TWO = 2
_NAMED = re.compile("[/、]")  # between names side by side
# 全球及中国大陆MIUI月活用户数分别达5.47亿和1.40亿: all of it, and a part
_WORLD_AND = re.compile(r"(?P<world>全球|全世界|整体|总体|合计)(?:市场|范围)?(?:和|及|与|以及|、|/)")


def of_one(scan: Scan, linker: Linker, cue: Cue, run: list[Amount], named: Mention) -> dict[int, Link]:
    """Return the links of one metric's amounts in as many parts, periods or companies."""
    count, floor = len(run), scan.amount_before(run[0].start)
    entries, kinds = linker.meanings.catalogue.metrics, linker.meanings.catalogue.segments
    lines = [m for m in _lines(scan, linker) if m.start >= floor]
    parts = side_by_side(scan, lines, cue.start, count)
    regions = [m for m in lines if m.segment and kinds[m.segment].kind == "region"]
    parts = parts or side_by_side(scan, regions, cue.start, count)  # 印度及中国大陆的智能手机出货量分别为
    if parts and (base := next((entries[n].base for n in named.metrics if n in entries and entries[n].base), None)):
        named = replace(named, metrics=(base,)) if same_place(named, parts[-1]) else named
    parts = parts or _world_and_part(scan, cue, count)
    links = list(in_pairs(scan, linker, run, [named] * count).values())
    if any(link.metric is None for link in links):
        return {}
    if parts:
        links = [replace(link, mention=replace(named, part=m.segment)) for link, m in zip(links, parts, strict=True)]
    elif periods := side_by_side(scan, scan.periods, cue.start, count) or _in_span(scan, cue, count):
        links = [replace(link, when=p) for link, p in zip(links, periods, strict=True)]
    elif brands := side_by_side(scan, _brands(scan, linker), cue.start, count):
        links = [replace(link, mention=replace(named, part=m.segment)) for link, m in zip(links, brands, strict=True)]
    elif companies := side_by_side(scan, scan.entities, cue.start, count):
        links = [replace(link, company=e.entity) for link, e in zip(links, companies, strict=True)]
    elif makers := side_by_side(scan, _makers(scan, linker), cue.start, count):
        owners = {kinds[m.segment or ""].entity for m in makers if isinstance(m, Mention)}
        links = [_of_maker(link, named, m, owners) for link, m in zip(links, makers, strict=True)]
    else:
        return {}
    return dict(zip((amount.start for amount in run), links, strict=True))


def _world_and_part(scan: Scan, cue: Cue, count: int) -> list[Mention]:
    """Return all the world and the part beside it, of which two amounts are told."""
    said = count == _TWO and _WORLD_AND.search(scan.text, scan.clause(cue.start)[0], cue.start)
    part = next((m for m in scan.segments if said and m.start == said.end()), None)
    return [Mention(*said.span("world"), segment=WORLD), part] if said and part else []


def _in_span(scan: Scan, cue: Cue, count: int) -> Sequence[PeriodMention]:
    """Return each period of the span before 分别; none where as many names stand between: 1-3月蔚来、小鹏、理想分别交付."""
    periods = spanned(scan.periods, scan.text, cue.start, count)
    names = len(_NAMED.findall(scan.text, periods[-1].end, cue.start)) + 1 if periods else 0
    return () if names == count else periods


def _brands(scan: Scan, linker: Linker) -> list[Mention]:
    """Return where a sentence names brands, a company's name standing for its own among them: 蔚来、乐道、萤火虫分别交付."""
    kinds = linker.meanings.catalogue.segments
    main = (Mention(e.start, e.end, segment=f"{e.entity}_brand") for e in scan.entities)
    owners = {kinds[m.segment or ""].entity for m in scan.segments} - {None}
    own = [m for m in main if m.segment in kinds and kinds[m.segment].entity in owners]
    return sorted((*own, *scan.segments), key=lambda m: m.start) if own else []


def _makers(scan: Scan, linker: Linker) -> list[Mention | EntityMention]:
    """Return where a sentence names companies, and brands of others beside them: 领克与极氪的销量则各升20%和30%."""
    kinds = linker.meanings.catalogue.segments
    brands = [m for m in scan.segments if kinds[m.segment or ""].entity and kinds[m.segment or ""].kind != "region"]
    apart = [e for e in scan.entities if not any(m.start < e.end and e.start < m.end for m in brands)]
    return sorted((*apart, *brands), key=lambda m: m.start) if apart and brands else []


def _of_maker(link: Link, named: Mention, maker: Mention | EntityMention, owners: set[str | None]) -> Link:
    """Return a link of a company, or of a brand and the company that it belongs to; a doubt of one beside its own: 腾势、比亚迪和仰望."""
    if isinstance(maker, EntityMention) and maker.entity in owners:
        return Link(doubt="of a company, or of its main brand, in a list of its brands")
    if isinstance(maker, EntityMention):
        return replace(link, company=maker.entity)
    return replace(link, mention=replace(named, part=maker.segment))


def _lines(scan: Scan, linker: Linker) -> list[Mention]:
    """Return where a sentence names segments, also as a part of a metric's name: the last of 手机、互联网服务收入."""
    entries = linker.meanings.catalogue.metrics
    own = (
        replace(m, segment=entries[name].segment)
        for m in scan.metrics
        for name in m.metrics[:1]
        if name in entries and entries[name].base and entries[name].segment and m not in scan.segments
    )
    return sorted((*scan.segments, *own), key=lambda m: m.start)
