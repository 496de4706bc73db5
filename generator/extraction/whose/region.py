"""The region that an amount is of."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.names import Mention
from generator.extraction.whose.context import Surroundings

WHOLE = re.compile(r"(?:总|整体|综合|合并|集团|total|overall|group|consolidated)", re.I)
_BRACKETS = re.compile(r"\([^()]*\)")  # 大中华区(包括香港、台湾)的营收: what a region takes in
_WORLD = re.compile(r"\b(?:global(?:ly)?|world(?:wide|'s|’s)?)\b", re.I)
TRACKED = ("shipments", "market_share", "unit_sales")  # what trackers of a market count
# `在中国大陆智能手机销量排名第二,市占率16.7%`; `分地区来看,大中华地区…`
_RANK = re.compile(r"(?:排名?|位[列居]|稳居|居|升至)[一-鿿]{0,4}第|第[一二三四五六七八九十\d]+[位名]?")
_MATTERS = re.compile(
    r"(?:地区|市场)?(?:则|已|仍|亦|也)?(?:(?:为|是|成为|成)[^,;。]{0,16}(?:市场|地区|区域|亮点|来源|引擎)|(?:的(?:营收|业绩|销售|收入|市场|整体)?)?表现[^,;。]{0,16}|[^,;。\d]{0,8}(?:出现|迎来|呈现|恢复|重返)[^,;。\d]{0,14}|[^,;。\d]{0,6}最[^,;。\d]{1,6}),"
)
# In a report on India: 中国智能手机市场2018年出货数据显示
_A_MARKET = re.compile(r"(?P<where>中国|国内|大陆|印度|欧洲|东南亚|美国|日本|韩国|拉美|非洲|中东)[一-鿿A-Z\d]{0,8}市场")
# 衰退出现在欧洲,8月销量下降22%; 最大的跌幅在欧洲; 尤其是欧洲
_HAPPENED_IN = re.compile(
    "(?:出现|发生|集中|来自|主要|最[一-鿿]{1,3}的[一-鿿]{0,6}|幅|[增下减]长?[降跌滑少])(?:在|是|于)?$|(?:尤其|特别|主要)[是在]?$"
)
_THAT_REGION = re.compile(r"(?:该|此|这一|当地)(?:区域|地区|市场|区)[一-鿿]{0,6}$")
_BY_REGION = re.compile(r"[一-鿿]{0,3},?(?:分|按|从)(?:地区|区域|市场)")
_BEFORE_METRIC = re.compile(
    r"(?:['’]s)?\s*(?:(?!(?:after|as|when|while|and|but|where|with|because|since|before|although|though|if|its|their|drove|helped|lifted|pushed|boosted|led)\b)[\w&-]+\s+){0,3}",
    re.I,
)
_IN_REGION = re.compile(
    r"(?:\s+of (?:its|the|all) (?:[a-z]+ )?(?=smartphones|phones|cars|vehicles|devices))?(?:\s+(?:new energy|passenger|electric))?\s*(?:units|vehicles|cars|NEVs|EVs|devices|smartphones|phones|stores|retail stores|shops)?\s*(?:(?:came |comes |was |were |derived |generated )?from|in|of|across|for|to|sold|outside)\s+(?:the |its |all )?",
    re.I,
)


# `the price in China rose 13.3% and overseas it increased 6.7%`
_AGAIN_THERE = re.compile(
    r",? (?:it|they) (?:rose|fell|grew|increased|decreased|declined|dropped|climbed|jumped|slipped|was up|was down)(?: by)? ",
    re.I,
)
# `deliveries fell 7%, with China down 15%`
_ITSELF = re.compile(
    r" (?:was |were )?(?:up|down|ros(?:e|ing)|rising|f(?:e|a)ll(?:ing)?|gr(?:e|o)w(?:ing)?|(?:declin|dropp|jump|surg|plung|slump|increas|decreas)(?:ed|ing))(?: by)? (?:about |around |nearly |over |more than )?",
)
_BESIDE = ("with ", "while ", "as ", "and ")
_ABROAD = re.compile(r" (?:units|vehicles|cars|NEVs|EVs)?(?: |$)")  # `a record 36,174 vehicles overseas`
_OPENING_IN = re.compile(r"(?:^|[.!?\n\x1f\s])In (?:the )?$")
# `In China, a market that has proved hard, revenue grew 4%`
_THERE = re.compile(
    r"(?: markets?)?(?:, (?:an?|the|its|one of|home to|where|which|long) [^,;.\d]{2,70},|,)? (?:the |its |total |(?:the |its )?(?:group|company|firm|brand|unit|[a-z]*maker|giant)['’]s (?:total |own |smartphone |vehicle )?|[A-Z][\w&.]+(?: [A-Z]\w+)?(?:['’]s)? (?:(?:total|smartphone|vehicle) |(?:posted|held|recorded|reported|had|achieved|generated) (?:an? )?)?)?"
)
# `India, where its revenue rose`, `the overseas business saw its revenue grow`: the clause is of what the region did
_DID = re.compile(
    r"(?: [a-z]+){0,2},? (?:where|in which) (?:its?|they|their|the (?:company|group|brand|firm)(?:['’]s)?) (?:[a-z]+ ){0,2}"
    r"|(?: (?:business|operations?|market|unit|arm|division|segment))? (?:saw|posted|reported|recorded) (?:its |their |an? )?(?:[a-z]+ )?"
    r"|(?: (?:business|operations?|market))? (?:saw|posted|recorded|suffered|experienced|registered)\b[^,;.\d]{0,50}, with (?:its |total )?"
    r"|, where (?=(?:deliveries|shipments|sales|revenues?)\b)",
)
_SEIZING = re.compile(r"\s*(?:and )?(?:seizing|capturing|taking|holding|commanding|securing|giving it|for) an? ", re.I)


def itself(around: Surroundings, amount: Amount) -> str | None:
    """Return the region that grew itself: `deliveries fell 7%, with China down 15%`."""
    text, kinds = around.scan.text, around.names.catalogue.segments
    for region in around.scan.segments:
        if kinds[region.segment or ""].kind == "region" and _ITSELF.fullmatch(text, region.end, amount.start):
            return region.segment if text.endswith(_BESIDE, 0, region.start) else None
    return None


def region_of(around: Surroundings, metric: str, amount: Amount, mention: Mention) -> str | None:
    """Return the region that a metric's amount is of, None where it is of all."""
    named = itself(around, amount) or _named(around, mention, amount) or _held_there(around, metric, amount)
    return named or _of_that_market(around, metric)


def has_region_behind(around: Surroundings, amount: Amount) -> bool:
    """Whether a region stands right behind an amount: `with 187 million from mainland China`."""
    kinds = around.names.catalogue.segments
    regions = (m for m in around.scan.segments if kinds[m.segment or ""].kind == "region" and m.start >= amount.end)
    text = around.scan.text
    return any(
        _IN_REGION.fullmatch(text, amount.end, m.start)
        or (text.startswith("in ", m.start) and _ABROAD.fullmatch(text, amount.end, m.start))
        for m in regions
    )


def _held_there(around: Surroundings, metric: str, amount: Amount) -> str | None:
    """Return the region of `shipments in Europe grew 90%, seizing an 18% market share`: a share goes on with them."""
    scan, kinds = around.scan, around.names.catalogue.segments
    start, _ = scan.clause(amount.start)
    if not metric.endswith("market_share") or not _SEIZING.match(scan.text, start, amount.start):
        return None
    regions = [m for m in scan.segments if kinds[m.segment or ""].kind == "region" and m.end <= start]
    beside = regions and any(_IN_REGION.fullmatch(scan.text, m.end, regions[-1].start) for m in scan.metrics)
    return regions[-1].segment if beside else None


def _of_that_market(around: Surroundings, metric: str) -> str | None:
    """Return the region whose market a tracker's report is about, unless the sentence speaks of the world's."""
    sentence = around.scan.sentence
    if around.region is None or metric.removeprefix("smartphone_") not in TRACKED:
        return None
    if _WORLD.search(around.scan.text, sentence.start, sentence.end):
        return None
    named = [
        m.segment
        for said in _A_MARKET.finditer(around.scan.text, sentence.start, sentence.end)
        for m in around.names.mentions(f"{said['where']}市场")
    ]
    return named[-1] if named else around.region


def _named(around: Surroundings, mention: Mention, amount: Amount) -> str | None:
    """Return the region that an amount is of. In English it stands right beside the metric or the amount."""
    text, kinds = around.scan.text, around.names.catalogue.segments
    low, _ = around.scan.clause(min(mention.start, amount.start))
    high = max(mention.end, amount.end) + 40
    regions = [m for m in around.scan.segments if kinds[m.segment or ""].kind == "region"]
    if mention.start < len(text) and text[mention.start].isascii():
        found = [
            m for m in regions
            if m.end <= high and (_opens(text, m, mention) or (low <= m.start and _beside(text, m, mention, amount)))
        ]  # fmt: skip
        return found[-1].segment if found else None
    return _before(around, regions, low, mention, amount)


def _before(around: Surroundings, regions: list[Mention], low: int, mention: Mention, amount: Amount) -> str | None:
    """Return the region that a Chinese clause names before its metric or amount, or that its sentence opens with.

    `中国手机大厂小米` tells who Xiaomi is: a region before the company that is spoken of is not where the sales were.
    """
    text, start = around.scan.text, around.scan.sentence.start
    high = max(mention.start, amount.start)
    subject = around.subject_before(high)
    fresh = subject.start if subject else start
    near = min(mention.start, amount.start)
    found = [
        m for m in regions
        if low <= m.start and m.end <= high and (m.start > fresh or fresh < low) and _leads_to(around, m, near)
    ]  # fmt: skip
    if found:
        return found[-1].segment
    if _THAT_REGION.search(text, low, mention.start):
        here = next((m.segment for m in reversed(regions) if m.end <= low), None)
        return here or around.ground.region  # 大中华区是亮点,该区域营收255亿
    again = (
        _topic(around, regions, mention)
        or _again(around, regions, low, mention)
        or _told(around, regions, low, mention.start)
    )
    again = again or _ranked(around, regions, fresh, low, mention)
    if again is not None:
        return again.segment
    said = text[max(low, mention.start - 6) : mention.end]
    opening = next((m for m in regions if m.start - start <= 4 and m.end <= near and _leads_to(around, m, near)), None)
    if (
        opening is None
        or (WHOLE.search(said) and opening.end < mention.start)  # 海外业务整体毛利率 is of that region
        or "全球" in said
        or (fresh > opening.start and not _frames(text, opening))
    ):
        return None
    return opening.segment


def _leads_to(around: Surroundings, region: Mention, near: int) -> bool:
    """Whether a region is no item of a list before what is told, nor in brackets that only say what another takes in."""
    text = around.scan.text
    closed = any(b.start < region.start and region.end < b.end <= near for b in around.scan.brackets)
    return not closed and "、" not in _BRACKETS.sub("", text[region.end : near])


def _frames(text: str, region: Mention) -> bool:
    """Whether a region is all that a clause says, of which the next one tells: `在欧洲市场,小米出货量市占率达22.5%`."""
    return text[region.start - 1] == "在" and text[region.end] == ","


def _again(around: Surroundings, regions: list[Mention], low: int, mention: Mention) -> Mention | None:
    """Return the region of `海外市场收入已占总收入的36%,二季度收入达164亿元`: the clause goes on with the same metric's."""
    scan = around.scan
    period = next((p.end for p in scan.periods if p.start == low and p.end <= mention.start), low)
    if scan.text[period : mention.start] not in ("", "的", "总"):
        return None
    before = {m.start for m in scan.metrics if m.end <= low and m.metrics == mention.metrics}
    return next((m for m in reversed(regions) if m.end in before), None)


def _told(around: Surroundings, regions: list[Mention], low: int, at: int) -> Mention | None:
    """Return the region that the clause before tells of: `目前西欧国家为重点市场,出货量年增90.9%`, 在大中华区的表现承压,本季营收….

    The next clause then says no more before its metric than when it was.
    """
    scan = around.scan
    period = next((p.end for p in scan.periods if p.start == low and p.end <= at), low)
    if scan.text[period:at].strip("的则"):
        return None
    there = [
        m for m in regions if m.end == low - 1 and _HAPPENED_IN.search(scan.text, scan.clause(m.start)[0], m.start)
    ]
    tells = (m for m in reversed(regions) if m.end < low and _MATTERS.fullmatch(scan.text, m.end, low))
    return there[-1] if there else next(tells, None)


def _topic(around: Surroundings, regions: list[Mention], mention: Mention) -> Mention | None:
    """Return the region of `分地区来看,苹果在大中华地区业绩承压,该季度实现营收150亿美元`: the sentence goes by regions."""
    scan, start = around.scan, around.scan.sentence.start
    if scan.text[mention.start].isascii() or not _BY_REGION.match(scan.text, start):
        return None
    last = [m for m in regions if m.end <= mention.start]
    between = last and any(last[-1].end <= a.start < mention.start for a in scan.amounts)
    return last[-1] if last and not between else None


def _ranked(around: Surroundings, regions: list[Mention], fresh: int, low: int, mention: Mention) -> Mention | None:
    """Return the region of `在中国大陆地区智能手机销量排名第二,市占率16.7%`: where a rank is held, there the share is.

    So it is where the sales are: `在欧洲市场的出货量同比增长90.7%,市占率达到18.7%`.
    """
    if "market_share" not in mention.metrics or low <= around.scan.sentence.start:
        return None
    counted = [m for m in around.scan.metrics if m.end <= low and any(_is_counted(name) for name in m.metrics)]
    start, _ = around.scan.clause(counted[-1].start if counted else low - 1)
    said = around.scan.text[start : mention.start]
    last = [m for m in regions if max(start, fresh) <= m.start and m.end <= low]
    there = bool(last) and (_RANK.search(said) or around.scan.text[last[-1].start - 1] == "在")
    return last[-1] if there and not re.search("全球|世界", said) else None


def _is_counted(metric: str) -> bool:
    return metric.removeprefix("smartphone_") in TRACKED


def _opens(text: str, region: Mention, mention: Mention) -> bool:
    """`In the Chinese market, sales reached 1.2 million units`, `in India, where its sales fell`."""
    if _DID.fullmatch(text, region.end, mention.start):
        return True
    within = 3 if text.startswith(("In ", "in "), region.start) else 0  # `in China` is a name of the region itself
    opens = _OPENING_IN.search(text, max(0, region.start - 10), region.start + within)
    return bool(opens) and bool(_THERE.fullmatch(text, region.end, mention.start))


def _beside(text: str, region: Mention, mention: Mention, amount: Amount) -> bool:
    """`sales in China`, `overseas revenue`, `71,231 vehicles in overseas markets`."""
    if region.end <= mention.start:
        return bool(_BEFORE_METRIC.fullmatch(text, region.end, mention.start))
    if region.end <= amount.start and _AGAIN_THERE.fullmatch(text, region.end, amount.start):
        return True
    abroad = text[region.start : region.end] in ("overseas", "abroad") or text.startswith("in ", region.start)
    return any(
        _IN_REGION.fullmatch(text, mark.end, region.start)
        or (abroad and _ABROAD.fullmatch(text, mark.end, region.start))
        for mark in (mention, amount)
        if mark.end <= region.start
    )
