"""The region that an amount is of."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import WORLD, Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import is_tracked
from generator.extraction.marks.verbs import TOOK
from generator.extraction.metrics.part_of import is_of_all_again
from generator.extraction.whose.behind_change_en import is_behind_change
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.localities import ADVERB
from generator.extraction.whose.market_spoken_of import market_spoken_of
from generator.extraction.whose.part_acts_en import part_that_acts
from generator.extraction.whose.place_turned_to_zh import PART, WHOLE, place_goes_on, place_here
from generator.extraction.whose.region_en import (
    followed_in,
    names_the_world,
    opened_with,
    ranked_in,
    spoken_of_there,
    turned_to,
)
from generator.extraction.whose.region_of_shares import BEFORE_METRIC, IN_REGION, held_there
from generator.extraction.whose.region_zh import named_before

# In a report on India: 中国智能手机市场2018年出货数据显示
_A_MARKET = re.compile(r"(?P<where>中国|国内|大陆|印度|欧洲|东南亚|美国|日本|韩国|拉美|非洲|中东)[一-鿿A-Z\d]{0,8}市场")
# `the price in China rose 13.3% and overseas it increased 6.7%`
_AGAIN_THERE = re.compile(
    r",? (?:it|they) (?:rose|fell|grew|increased|decreased|declined|dropped|climbed|jumped|slipped|was up|was down)(?: by)? ",
    re.I,
)
# `deliveries fell 7%, with China down 15%`
_ITSELF = re.compile(
    r" (?:was |were )?(?:up|down|ros(?:e|ing)|rising|f(?:e|a)ll(?:ing)?|gr(?:e|o)w(?:ing)?|(?:declin|dropp|jump|surg|plung|slump|increas|decreas)(?:ed|ing))(?: by)? (?:about |around |nearly |over |more than )?",
)
# `China's Zeekr reports EV deliveries`: where a company is from
_IS_FROM = re.compile(
    r"['’]s (?:[\w-]+ ){0,2}?[A-Z][\w&.-]*(?: [A-Z][\w.-]*)?(?: Q[1-4])? (?:reports?|posts?|delivers?|sells?|sees?|clocks?|logs?|records?|says?|expects?|reported|posted|delivered|sold|saw|said|clocked|logged|recorded|expected) "
)
_WHOSE = re.compile(r"['’]s (?:[a-z-]+ ){0,4}")
# `Japan's biggest automaker expects operating profit of`: so does what a company is called
_ITS_COMPANY = re.compile(
    r"['’]s (?:[\w&-]+ ){0,5}?(?:company|group|firm|conglomerate|giant|start-?up|[a-z]*makers?|manufacturer|producer|vendor|supplier|retailer|exporter|seller|lender|developer|operator|champion|leader|brand)(?:['’]s)? "
)
# `Greater China reported $15.37 billion in revenue`
_TOOK_IN = re.compile(
    rf"(?: (?:region|market|business|operations|segment|unit))?(?: also)? (?:{TOOK}|accounted for)"
    r" (?:about |around |nearly |over |more than |roughly |a record )?[A-Z]{0,3} ?[$€£¥]?[\d.,]+ ?[a-zA-Z]*(?: (?:yuan|euros?|dollars|pounds|yen|won))?(?: \([^()]*\))? in (?:net |total |quarterly )?"
)
# `revenues fell the hardest in the Greater China region, down 26 percent`
_FELL_MOST = re.compile(
    r" (?:also )?(?:fell|rose|grew|declined|dropped|increased|climbed|jumped|slipped|slid|plunged|surged|was|were)(?: (?:the )?[a-z]+){1,2} (?:in|across) (?:the )?"
)
_AND_AT_HOME = re.compile(
    r" (?:and|as well as) (?:(?:within|in|at) )?(?:home|domestic(?:ally)?|[A-Z]\w+)\b"
)  # `units abroad and within Korea`
_BESIDE = ("with ", "while ", "as ", "and ")
_ABROAD = re.compile(
    r"(?: (?:units|vehicles|cars|NEVs|EVs|smartphones|phones|devices|of (?:them|these|those)))?(?: (?:(?:were|was|(?:will|would|should|could|are to|(?:are|is) (?:expected|set|due) to) be) )?(?:sold|delivered|shipped|went))?(?: to (?:customers|buyers|markets))?(?: (?:are|is|will|would|should) (?:(?:expected|set|due) )?(?:to )?come from| (?:came|come|comes) from)?(?: |$)"
)  # `a record 36,174 vehicles overseas`, `34,413 were sold outside of China`
_OPENING_IN = re.compile(r"(?:^|[.!?\n\x1f\s])In (?:the )?$")
# `In China, a market that has proved hard, revenue grew 4%`
_THERE = re.compile(
    r"(?: markets?)?(?:, (?:an?|the|its|one of|home to|where|which|long) [^,;.\d]{2,70},|,)? (?:the |its |total |(?:the |its )?(?:group|company|firm|brand|unit|[a-z]*maker|giant)['’]s (?:total |own |smartphone |vehicle )?|[A-Z][\w&.]+(?: [A-Z]\w+)?(?:['’]s)? (?:(?:total|smartphone|vehicle) |(?:posted|held|recorded|reported|had|achieved|generated) (?:an? )?)?)?"
)
# `India, where its revenue rose`, `the overseas business saw its revenue grow`: the clause is of what the region did
_DID = re.compile(
    r"(?: [a-z]+){0,2},? (?:where|in which) (?:its?|they|their|the (?:company|group|brand|firm)(?:['’]s)?) (?:[a-z]+ ){0,2}"
    r"|(?: (?:business|operations?|market|unit|arm|division|segment))? (?:saw|posted|reported|recorded|made|earned|suffered|(?:swung|slipped|slid|sank|fell|plunged|returned|moved|turned)(?: back)? (?:in)?to) (?:its |their |an? )?(?:[a-z]+ )?"
    r"|(?: (?:business|operations?|market))? (?:saw|posted|recorded|suffered|experienced|registered)\b[^,;.\d]{0,50}, with (?:its |total )?"
    r"|, where [A-Z][\w&.-]*(?: [A-Z][\w.-]*)?['’]s (?:[a-z]+ ){0,2}"
    r"|, where (?:total |net |unit |retail |vehicle )?",
)


_LEADS_ZH = re.compile("(?:其中|当中|而|但|至于|同时)?")
_IS_TO_ZH = re.compile(
    "(?:市场|地区|区域)?(?:则|也|亦)?(?:将|要|需|可|有望|预计|计划)+(?:达到?|贡献|占|超过?|有|为|卖出|售出|交付|销售|增至|升至|突破)(?:了|约|近|逾|超过?)*"
)
# `in China, where 10 percent fewer vehicles were sold`
_SO_MANY_WHERE = re.compile(
    r"(?: market)?,? where (?:about |around |only |just |nearly |almost |some |as many as )?[a-z\d.,-]+(?: ?%| per ?cent| [mb]illion)? (?:(?:fewer|more|less) )?(?:[a-z-]+ )?(?:vehicles|cars|units|smartphones|phones|devices)(?: than [a-z ]{3,20}?)?,? (?:were |was |had been |have been )?"
)


def itself(around: Surroundings, amount: Amount) -> str | None:
    """Return the region that grew itself: `deliveries fell 7%, with China down 15%`; or that a Chinese clause opens with."""
    if around.scan.chinese:
        return _opens_clause_zh(around, amount)
    text, kinds = around.scan.text, around.names.catalogue.segments
    for region in around.scan.segments:
        if kinds[region.segment or ""].kind == "region" and _ITSELF.fullmatch(text, region.end, amount.start):
            return region.segment if text.endswith(_BESIDE, 0, region.start) else None
    return None


def turns_elsewhere(around: Surroundings, mention: Mention, amount: Amount) -> bool:
    """Whether a clause turns to another region between a metric and an amount of it: `sales rose 12%, while abroad they tripled`."""
    return mention.end <= amount.start and turned_to(around.scan, _regions(around), mention, amount) is not None


def region_of(around: Surroundings, metric: str, amount: Amount, mention: Mention) -> str | None:
    """Return the region that a metric's amount is of, None where it is of all; both ends of a range are of one."""
    if mention.part == WORLD:
        return None  # 全球及中国大陆MIUI月活用户数分别达5.47亿和1.40亿
    upper = around.scan.following(amount)
    amount = upper if upper is not None and upper.range_end else amount
    named = itself(around, amount) or _named(around, metric, mention, amount)
    named = named or held_there(around, metric, amount)
    turned = None if named and not _names_several_places(around, mention) else place_goes_on(around, metric, mention)
    if turned not in (None, PART, WHOLE):
        return turned if turned != WORLD else None
    return named or market_spoken_of(around, metric) or _of_that_market(around, metric)


def _names_several_places(around: Surroundings, mention: Mention) -> bool:
    """Whether a sentence names several regions before a metric's clause, and none in it: 海外方面,印度市场出货4840万台,vivo以970万台领跑."""
    low, regions = around.scan.clause(mention.start)[0], _regions(around)
    before = [m for m in regions if m.end <= low]
    several = len({m.segment for m in before}) > 1 and not any(low <= m.start for m in regions)
    return several and before[-1].segment == place_here(around)


def _opens_clause_zh(around: Surroundings, amount: Amount) -> str | None:
    """Return the region that a Chinese clause opens with and gives a part of what is expected: 海外市场要贡献45万辆."""
    scan, start = around.scan, around.scan.clause(amount.start)[0]
    if not scan.chinese or amount.kind not in ("count", "money"):
        return None
    opens = (m for m in _regions(around) if start <= m.start and _LEADS_ZH.fullmatch(scan.text, start, m.start))
    return next((m.segment for m in opens if _IS_TO_ZH.fullmatch(scan.text, m.end, amount.start)), None)


def has_region_behind(around: Surroundings, amount: Amount) -> bool:
    """Whether a region stands right behind an amount: `with 187 million from mainland China`."""
    text, regions = around.scan.text, [m for m in _regions(around) if m.start >= amount.end]
    return any(
        IN_REGION.fullmatch(text, amount.end, _past_in(text, m))
        or (ADVERB.match(text, m.start, m.end) and _ABROAD.fullmatch(text, amount.end, m.start))
        for m in regions
    )


def _of_that_market(around: Surroundings, metric: str) -> str | None:
    """Return the region whose market a tracker's report is about, unless the sentence speaks of the world's."""
    sentence = around.scan.sentence
    if around.region is None or not is_tracked(metric) or names_the_world(around.scan):
        return None
    named = [
        m.segment
        for said in _A_MARKET.finditer(around.scan.text, sentence.start, sentence.end)
        for m in around.names.mentions(f"{said['where']}市场")
    ]
    return named[-1] if named else around.region


def _named(around: Surroundings, metric: str, mention: Mention, amount: Amount) -> str | None:
    """Return the region that an amount is of. In English it stands right beside the metric or the amount."""
    text, regions = around.scan.text, _regions(around)
    if is_of_all_again(around.scan, amount):
        regions = [m for m in regions if m.start >= amount.end]
    low, _ = around.scan.clause(min(mention.start, amount.start))
    high = max(mention.end, amount.end) + 40
    if mention.start < len(text) and text[mention.start].isascii():
        if elsewhere := turned_to(around.scan, regions, mention, amount):
            return elsewhere.segment
        found = [
            m for m in regions
            if m.end <= high and (_opens(text, m, mention) or (low <= m.start and _beside(around.scan, m, mention, amount)))
        ]  # fmt: skip
        return found[-1].segment if found else _spoken_of(around, regions, metric, mention, amount)
    return named_before(around, regions, low, mention, amount)


def _regions(around: Surroundings) -> list[Mention]:
    """Return the regions that a sentence names, but for those that only say where a company is from: `China's BYD`."""
    kinds, text = around.names.catalogue.segments, around.scan.text
    named = [m for m in around.scan.segments if kinds[m.segment or ""].kind == "region"]
    return [m for m in named if not any(_WHOSE.fullmatch(text, m.end, e.start) for e in around.scan.entities)]


def _spoken_of(
    around: Surroundings, regions: list[Mention], metric: str, mention: Mention, amount: Amount
) -> str | None:
    """Return the region that an English clause is on, though it stands beside neither the metric nor the amount."""
    if there := spoken_of_there(around, regions, mention, amount):
        return there
    scan = around.scan
    told = min(mention.start, amount.start) if mention.start >= scan.sentence.start else amount.start
    if acts := part_that_acts(scan, regions, told):
        return acts.segment
    region = opened_with(scan, regions, metric, mention, amount) or ranked_in(scan, regions, metric, amount)
    return region.segment if region else followed_in(around, regions, metric)


def _past_in(text: str, region: Mention) -> int:
    """Return where the place itself begins: `in China` is a name of the region."""
    return region.start + 3 * text.startswith(("In ", "in "), region.start)


def _opens(text: str, region: Mention, mention: Mention) -> bool:
    """`In the Chinese market, sales reached 1.2 million units`, `in India, where its sales fell`."""
    if _DID.fullmatch(text, region.end, mention.start) or _SO_MANY_WHERE.fullmatch(text, region.end, mention.start):
        return True
    opens = _OPENING_IN.search(text, max(0, region.start - 10), _past_in(text, region))
    return bool(opens) and bool(_THERE.fullmatch(text, region.end, mention.start))


def _beside(scan: Scan, region: Mention, mention: Mention, amount: Amount) -> bool:
    """`sales in China`, `overseas revenue`, `71,231 vehicles in overseas markets`."""
    text = scan.text
    if region.end <= mention.start:
        if _IS_FROM.match(text, region.end, mention.end + 1) or _ITS_COMPANY.match(text, region.end, mention.start):
            return False
        if _TOOK_IN.fullmatch(text, region.end, mention.start):
            return True
        return bool(BEFORE_METRIC.fullmatch(text, region.end, mention.start))
    if (
        mention.end <= region.start
        and region.end <= amount.start
        and _FELL_MOST.fullmatch(text, mention.end, region.start)
    ):
        return True
    if region.end <= amount.start and _AGAIN_THERE.fullmatch(text, region.end, amount.start):
        return True
    home = _AND_AT_HOME.match(text, region.end)
    if home and not any(region.end < e.start < home.end() for e in scan.entities):
        return False
    abroad = ADVERB.match(text, region.start, region.end)
    if mention.end <= amount.start and is_behind_change(text, amount, region):
        return True
    return any(
        IN_REGION.fullmatch(text, mark.end, _past_in(text, region))
        or (abroad and _ABROAD.fullmatch(text, mark.end, region.start))
        for mark in (mention, amount)
        if mark.end <= region.start
    )
