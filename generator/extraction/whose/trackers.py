"""Research houses: they count by the calendar's quarters, and what all makers ship together is no maker's."""

from __future__ import annotations

import re

from generator.corpus.cleaning import fold
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.tallies import OF_CARS, is_tracked
from generator.extraction.periods.in_text import period_mentions
from generator.extraction.reading import Reading
from generator.extraction.whose.context import Surroundings

_OPENING = 300  # characters, within which a document says whose counts it reports
_COUNTED = re.compile(
    r"\b(?:shipments|shipped|market share|handsets?|(?:smartphone|phone|PC|tablet) market)\b|出货|市占|市场份额|(?:手机|平板|电脑|手表)[^,。]{0,8}销量",
    re.I,
)
_WHERE = r"(?:全球|世界|中国|国内|内地|全国|印度|欧洲|东南亚|大陆)[一-鿿A-Z\d]{0,12}?"
# `今年首季全球智能手机总出货量为3.6亿部`, `中国智能手机市场出货量`: what all makers together shipped.
_WHOLE_MARKET_ZH = re.compile(rf"{_WHERE}(?:\([^()]{{2,8}}\))?(?:总|的)?(?:出货量?|销量|销售量)$")
_OF_ALL_MAKERS = re.compile(r"(?:市场|厂商|行业|品牌)[一-鿿\d]{0,10}?(?:出货量?|销量|销售量)$")
# `Gartner says worldwide PC shipments were up 1.5 percent, with Lenovo leading the way`
_OF_THE_WORLD = re.compile(r"(?<!['’]s )(?<!its )(?<!their )\b(?:global|worldwide)(?: [\w-]+){1,3}$", re.I)
_WORLDWIDE = re.compile(r" (?:worldwide|globally|around the world)\b")  # `IDC said shipments worldwide fell 29%`
_MARKETS = re.compile(r".{0,60}?\b(?:[Gg]lobal|[Ww]orldwide)(?: [\w-]+){1,2}$")
_COUNTS = re.compile(r"(?:(?<!财)报告|数据|统计|资料)[一-鿿]{0,4}(?:显示|指出|表明|称|,)")
_VOLUMES = ("shipments", "unit_sales", "vehicle_sales", "vehicle_production")
SOMEONE = re.compile(
    r"\b(?:it|its|they|their|which|that|the (?:[\w-]+ ){0,2}(?:company|firm|brand|maker|manufacturer|giant|vendor|group))\b",
    re.I,
)
_OF_THE_COMPANY = re.compile(
    r" (?:of|by|from|at) the (?:[\w-]+ ){0,2}(?:company|firm|brand|maker|manufacturer|giant|vendor|group)\b"
)
# `Smartphone shipments were 32 million units, and its share of the global market was 14%, according to Canalys`: of whoever has that
_ITS_SHARE = re.compile(
    r"\b(?:its|their) (?:[a-z]+ ){0,2}share\b|\b(?:gave|giving|left|leaving|earned|earning|put|putting|made|making|lifted|lifting) (?:it|the (?:[\w-]+ )?(?:company|group|firm|vendor|brand|[a-z]*maker))\b"
)
# `Shipments rose 0.5% to 43.3 million units, according to Omdia`
_BARE = re.compile(r"\W*(?:(?:Total|Unit|Quarterly) )?")
_MARKETS_WORDS = re.compile(r"\b(?:global(?:ly)?|world(?:wide)?|markets?|vendors|makers|industry|as a whole)\b")
_WHILE = re.compile(r"[^,;。]{0,16}的(?:情况|背景|环境|大环境|趋势)下")  # 在全球手机销量下滑4%的情况下
# 印度智能手机市场第三季度表现强劲,出货量回升至5430万台; 中国市场则转弱,第三季出货约6840万支
_MARKET_DID = re.compile(
    rf"[^。;]*?(?<![在于]){_WHERE}(?:市场(?!份额|占有|上|中|的|,)|(?:手机|汽车|乘用车|新能源车|电动车|平板|电脑|电视|空调|家电|可穿戴设备|穿戴设备)(?:市场|行业)?(?:整体|总)?(?:的)?(?:销量|出货量?|销售|需求))[^,;。]{{2,24}},(?:第?[一二三四1-4首]季度?|[上下]半年|全年|当季|单季|期内|\d{{1,2}}月)?(?:总?体?)$"
)
_OURS = re.compile("我们|本公司|集团")
# 特斯拉全球交付44.4万辆。中国市场销量14.56万辆: nothing says what else is sold there
_ONLY_WHERE = re.compile(
    r"(?:^|[\s•·,;。-])(?:其中,?|在)?(?:中国(?:大陆|内地)?|国内|内地|大陆|欧洲|美国|北美|印度|日本|韩国|海外|东南亚)市场(?:的|总)?(?:出货量?|销量|销售量|交付量?)$"
)


def by_researchers(reading: Reading, names: Names) -> bool:
    """Whether a document opens with the counts of a house of research, which are of the calendar's quarters; not behind a company's fiscal quarter."""
    opening = fold(f"{reading.document.title}\n{reading.text[:_OPENING]}").text
    kinds = names.catalogue.companies
    houses = (e.start for e in names.entities(opening) if kinds[e.entity].kind == "researcher")
    first = next(houses, None)
    if first is None or not _COUNTED.search(opening):
        return False
    return not any(m.fiscal for m in period_mentions(opening, 0, first))


def is_of_all_makers(around: Surroundings, mention: Mention, at: int) -> bool:
    """Whether a headline, or a sentence that reports a research house's counts, names no maker before what was shipped; `at`: where the amount stands."""
    scan, start = around.scan, around.scan.sentence.start
    if scan.text[mention.start].isascii():
        return _is_of_no_maker(around, mention)
    if around.subject_before(at if scan.sentence.title else mention.end):
        return False
    counted = any(name.removeprefix("smartphone_") in _VOLUMES for name in mention.metrics)
    ours = _OURS.search(scan.text, start, mention.end)
    if counted and not ours and _MARKET_DID.match(scan.text, start, mention.start):
        return True
    low = max(start, mention.end - 24)
    if ours or not _WHOLE_MARKET_ZH.search(scan.text, low, mention.end):
        return False
    kinds = {around.names.catalogue.companies[e.entity].kind for e in scan.entities}
    told = (
        "researcher" in kinds
        or around.region  # of a market that the title names
        or scan.sentence.title
        or _WHILE.match(scan.text, mention.end)
        or _COUNTS.search(scan.text, start, mention.start)
    )
    return bool(told or _OF_ALL_MAKERS.search(scan.text, low, mention.end)) and not _is_its_part(around, mention)


def _is_its_part(around: Surroundings, mention: Mention) -> bool:
    """Whether what was sold in a market is less than what a company was told to have sold, or made, in all right before."""
    scan, told = around.scan, around.ground.level
    if told is None or told.entity is None or told.entity != around.ground.entity or told.segment or around.tracked:
        return False
    if told.metric not in OF_CARS and not is_tracked(told.metric or ""):
        return False
    count = next((a for a in scan.amounts if a.start >= mention.end and a.kind in ("count", "bare")), None)
    low = max(scan.sentence.start, mention.start - 12)
    less = count is not None and count.value < told.value
    return less and bool(_ONLY_WHERE.search(scan.text[low : mention.end]))


def _is_of_no_maker(around: Surroundings, mention: Mention) -> bool:
    """Whether an English sentence tells a research house's count and names no maker: `According to IDC, sales totaled 64.9 million units`."""
    scan, kinds = around.scan, around.names.catalogue.companies
    named = {kinds[e.entity].kind for e in scan.entities}
    if _OF_THE_COMPANY.match(scan.text, mention.end):
        return False
    counted = any(name.removeprefix("smartphone_") in _VOLUMES for name in mention.metrics)
    if counted and "researcher" in named and not around.subject_before(mention.end):
        said = scan.text[scan.sentence.start : mention.end]
        if _OF_THE_WORLD.search(said) or _WORLDWIDE.match(scan.text, mention.end):
            return True
    if counted and around.tracked and not scan.entities and _MARKETS.match(scan.text, scan.sentence.start, mention.end):
        return True  # `The report shows that global smartphone shipments were 353.6 million units`
    return (
        counted
        and "researcher" in named
        and "company" not in named
        and not _goes_on_with_its_own(around, mention)
        and not SOMEONE.search(scan.text, scan.sentence.start, mention.start)
        and not _ITS_SHARE.search(scan.text, mention.end, scan.sentence.end)
    )


def _goes_on_with_its_own(around: Surroundings, mention: Mention) -> bool:
    """Whether a text on a company opens a sentence with what was shipped, and says neither of what nor where: it is the company's."""
    scan, kinds = around.scan, around.names.catalogue.companies
    spoken = kinds.get(around.ground.entity or "")
    of_company = spoken is not None and spoken.kind == "company" and not around.tracked
    bare = _BARE.fullmatch(scan.text, scan.sentence.start, mention.start)
    there = any(mention.end <= m.start for m in scan.segments) or _MARKETS_WORDS.search(
        scan.text, mention.end, scan.sentence.end
    )
    return of_company and bool(bare) and not there
