"""Marks one sentence up with everything that the grammar knows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from generator.extraction.amounts.by_the_share import by_the_share
from generator.extraction.amounts.in_text import amounts
from generator.extraction.amounts.ranges import ranges
from generator.extraction.amounts.slashes import alike, sharing
from generator.extraction.amounts.spelt import MULTIPLES
from generator.extraction.marks.all_but import without_all_but
from generator.extraction.marks.american_en import of_america
from generator.extraction.marks.crossing import begins_span, crosses, overlaps, swallows
from generator.extraction.marks.cues import BASES, cues_in, multiple_of
from generator.extraction.marks.effects_aside import effects_aside, outside
from generator.extraction.marks.initials import explained
from generator.extraction.marks.listed_in_brackets_zh import without_listed
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.mentions import mentions_in
from generator.extraction.marks.names import Names
from generator.extraction.marks.outlook_beside_en import is_named_beside
from generator.extraction.marks.periods_told import periods_told
from generator.extraction.marks.provisions_zh import without_provisions
from generator.extraction.marks.scanning import START, Scan
from generator.extraction.marks.separating import separated
from generator.extraction.marks.share_codes import with_codes
from generator.extraction.periods.in_text import period_mentions
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.reading import Reading
from generator.extraction.sentences import Sentence

_TITLE = re.compile("《[^《》]{1,30}》")  # 《王者荣耀》 is a game, and names no company
# `the largest revenue contributor`; `put 28,277 cars into customers' hands`; 以现金分红38亿元, 计提存货跌价准备5亿元: no cash, no stock
_ONLY_DESCRIBES = re.compile(
    r" (?:contributor|driver|stream|source|generator|earner|opportunity|opportunitie|pool)s?\b"
    r"|(?<=[Cc]ash) (?:that )?(?:it|they|he|she|which|(?:the|its) (?:company|group|firm|business)) (?:itself )?(?:generat|bring|brought|produc|mak|made|throw|threw|earn|burn|pa[iy]|spen)\w*"
    r"|(?<=ustomers)['’] "
    r"|(?<=现金)(?:分红|派现|红利|派息|返还|回馈|回报股东|支出|支付|对价|收购|补贴|奖励|注资|出资)"
    r"|(?<=[存库][货存])(?:[及和与、][一-鿿]{2,6})?(?:相关)?的?(?:跌价|减值|拨备|准备金?|损失|费用|减记|减损|冲销|报废|撇减)"
)
_SOURCE_OF = ("source of ", "sources of ", "driver of ", "drivers of ", "stream of ", "streams of ")  # so does this
_HAN, _LETTER = re.compile("[一-鿿]"), re.compile("[A-Za-z]")
_COMPARED = (*BASES, "prior", "other_base")
# 手机部件及组装业务, 汽车金融: what is made for a line of business, or around it, is another one
_NARROWS = re.compile(
    "(?:零?部件|零件|配件|组件|元件|外壳|玻璃|屏幕|模组|代工|组装|金融|保险|租赁|美容|维修|后市场)"
    # `revenue from cloud service providers`: who buys, and nothing that is sold
    r"|(?<=[Cc]loud)(?:[ -](?:services?|computing|infrastructure))*[ -](?:providers?|operators?|vendors?|companies|giants?|firms?|hyperscalers?|players?|builders?)\b"
)


def scan(
    reading: Reading, sentence: Sentence, names: Names, home: str | None = None, adjusted: bool = False,
    strangers: Sequence[EntityMention] = (),
) -> Scan:  # fmt: skip
    """Mark up one sentence of a document about the company `home`.

    `adjusted` says that it stands in a list of adjusted figures; `strangers` are companies that the catalogue does not list.
    """
    text, start, end = reading.text, sentence.start, sentence.end
    entities = _entities(reading, start, end, names, strangers)
    named = mentions_in(reading, start, end, names, home, entities, adjusted)
    mentions = of_america(without_all_but(named, text, names), text)
    # `占` inside 市占率 is no cue of its own, nor is that of 股东应占净利润
    cues = [c for c in cues_in(reading, start, end) if not any(swallows(m, c) for m in mentions if m.metrics)]
    cues = [c for c in cues if not is_named_beside(text, c.start, c.end)]
    cues = [c for c in cues if c.kind != "share_of" or text[c.start - 1 : c.end] != "应占"]
    times = period_mentions(text, start, end)
    # 较去年12月 names a month, as 10月增长 does: of two that overlap by a part, the period counts
    cues = [c for c in cues if not any(crosses(text, c, p) or begins_span(text, c, p) for p in times)]
    compared = [cue for cue in cues if cue.kind in _COMPARED]
    periods = periods_told(text, times, compared)
    found = [a for a in amounts(text, start, end) if not overlaps(a, periods) and not overlaps(a, compared)]
    asides = effects_aside(text, start, end, mentions)
    found, mentions = outside(found, asides), outside(mentions, asides)
    found = by_the_share(ranges(alike(sharing(found, text), text), text), text)
    multiples = [cue for cue in cues if cue.kind in MULTIPLES]
    found = [a for a in found if not overlaps(a, multiples)]  # the 一倍 of 翻了一倍多
    found += [multiple_of(cue, text, start) for cue in multiples]
    metrics = without_provisions([m for m in mentions if m.metrics and not _only_describes(text, m)], text)
    segments = without_listed([m for m in mentions if m.segment and not _NARROWS.match(text, m.end)], text)
    whole: list[PeriodMention | Mention] = [*periods, *(m for m in mentions if "," in text[m.start : m.end])]
    return Scan(
        text, sentence, sorted(found, key=START), metrics, segments, entities, periods, cues, *separated(text, start, end, whole), _is_chinese(text[start:end]),
    )  # fmt: skip


def _is_chinese(said: str) -> bool:
    return not said.isascii() and len(_HAN.findall(said)) * 4 > len(_LETTER.findall(said))


def _entities(
    reading: Reading, start: int, end: int, names: Names, strangers: Sequence[EntityMention]
) -> list[EntityMention]:
    """Return the companies that a stretch names, but for those in the titles of works."""
    text, entities = reading.text, names.entities_in(reading, start, end)
    near = strangers[bisect_left(strangers, start, key=START) : bisect_left(strangers, end, key=START)]
    if strange := [e for e in near if e.end <= end]:  # the 思科 of 蓝思科技 names nobody
        entities = sorted([*(e for e in entities if not overlaps(e, strange)), *strange], key=START)
    if entities and (initials := explained(text)):
        entities = [e for e in entities if text[e.start : e.end] not in initials]
    if text.find("《", start, end) >= 0:
        titles = [t.span() for t in _TITLE.finditer(text, start, end)]
        entities = [e for e in entities if not any(a < e.start < b for a, b in titles)]
    return with_codes(entities, text) if text.find("(", start, end) >= 0 else entities


def _only_describes(text: str, mention: Mention) -> bool:
    return bool(_ONLY_DESCRIBES.match(text, mention.end)) or text.endswith(_SOURCE_OF, 0, mention.start)
