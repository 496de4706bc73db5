"""The words of companies' own names that are no segments, or no part of a metric: 蔚来汽车的营收 is all its revenue."""

from __future__ import annotations

from dataclasses import replace

from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.names import Names

_CARS_SOLD = ("汽车销售收入", "汽车销售毛利")


def past_own_names(mentions: list[Mention], entities: list[EntityMention], names: Names, text: str) -> list[Mention]:
    """Return the mentions without the words of a company's name that they begin with: 蔚来汽车的营收 is all its revenue."""
    return [_beside_name(m, entities, names, text) for m in mentions]


def _beside_name(mention: Mention, entities: list[EntityMention], names: Names, text: str) -> Mention:
    over = next((e for e in entities if e.start < mention.start < e.end < mention.end), None)
    if over is None or text[mention.start : over.end].lower() not in names.own_words(over):
        return mention
    if text.startswith(_CARS_SOLD, mention.start, mention.end):
        return mention  # 小鹏汽车销售收入 is that from cars, beside 总收入
    rest = names.mentions(text[over.end : mention.end])
    whole = next((m for m in rest if m.metrics and m.start == 0 and m.end == mention.end - over.end), None)
    return replace(whole, start=over.end, end=mention.end) if whole else mention


def is_part_of_name(mention: Mention, entities: list[EntityMention], names: Names, text: str) -> bool:
    """Whether a mention is a word of the company's own name that it stands in: the cars of 理想汽车 are no segment."""
    start, end = mention.start, mention.end
    around = next((e for e in entities if e.start <= start and end <= e.end), None)
    return around is not None and text[start:end].lower() in names.own_words(around)
