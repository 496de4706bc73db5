"""What a change without a verb of its own is of, and the level it led to: `iPhone revenue rose 6% to $46 billion, services 14% to $24 billion`."""

from __future__ import annotations

from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.gapped import Gap, gap_of, gap_that_led_to
from generator.extraction.links.link import Link
from generator.extraction.links.told_links import ToldLinks
from generator.extraction.marks.mention import EntityMention


def gapped_link(linker: ToldLinks, amount: Amount) -> Link | None:
    """Return the link of a change whose clause names no metric: that of the change whose verb it shares, of its own part or company."""
    gap = gap_of(linker.scan, amount)
    return None if gap is None or gap.names_metric else _of_the_same(linker, amount, gap)


def led_in_gap(linker: ToldLinks, level: Amount) -> Link | None:
    """Return the link of the level that such a change led to."""
    led = gap_that_led_to(linker.scan, level)
    return None if led is None or led[1].names_metric else _of_the_same(linker, level, led[1])


def _of_the_same(linker: ToldLinks, amount: Amount, gap: Gap) -> Link:
    told = linker.told.get(gap.verb.end, Link())
    if told.metric is None or told.mention is None or told.doubt:
        return Link()
    if isinstance(gap.subject, EntityMention):
        return replace(told, company=gap.subject.entity)
    kinds, metric = linker.meanings.catalogue.segments, told.metric
    if kinds[gap.subject.segment or ""].kind != "region":
        metric = linker.meanings.catalogue.metrics[told.metric].base or told.metric
    elif any(kinds[m.segment or ""].kind == "business" and m.end <= gap.verb.start for m in linker.scan.segments):
        return Link()  # `gaming revenue at home climbed 24%, abroad 23%`: of a line in a place
    elif gap.subject.start >= amount.end:
        return told  # `prices edged up 2.3% in China and 4.9% in Europe`
    part = replace(gap.subject, metrics=(metric,), segment=None, part=gap.subject.segment)
    return Link(metric, part)
