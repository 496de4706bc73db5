"""What is measured of a market, of all makers, or of several together rather than of one company."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.doubts.as_all_grew_en import is_of_all_that_grew
from generator.extraction.doubts.counted_of_all_en import is_counted_of_all
from generator.extraction.doubts.national import is_of_a_country
from generator.extraction.doubts.of_all_makers_en import is_of_all_makers_en
from generator.extraction.doubts.of_no_maker import is_of_no_maker
from generator.extraction.doubts.of_them_there_en import is_of_them_there
from generator.extraction.doubts.ranked_itself_zh import ranks_itself
from generator.extraction.doubts.shipped_there_en import is_shipped_there
from generator.extraction.doubts.told_together import SUM
from generator.extraction.doubts.where_all_sold_en import is_sold_where
from generator.extraction.doubts.whole_market_zh import is_of_whole_market
from generator.extraction.doubts.worldwide_first_en import is_of_the_world
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS, OF_USERS
from generator.extraction.periods.period_forms import MONTHS
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.market_spoken_of import NO_COMPANYS
from generator.extraction.whose.trackers import SOMEONE, is_of_all_makers
from generator.extraction.whose.whose import owner_behind

# `their combined deliveries exceeded 24,000`
_COMBINED = re.compile(r"\b(?:combined|collective|aggregate) (?:[a-z]+ )?(?:deliveries|sales volumes?|shipments)$")
_HAD_TOGETHER = re.compile(r" (?:together )?(?:had|saw|posted|recorded|reached|achieved) ")
# `cost JD.com, Meituan and Alibaba over 20 billion yuan in combined earnings`
_OF_SEVERAL = re.compile(r"\b(?:combined|collective|aggregate) (?:[a-z]+ )?$")
# `Hyundai and Kia hit a combined 20.8 trillion won in operating profit and sales of 196.5 trillion won`
_A_COMBINED = re.compile(
    r"\b[A-Z][\w&.-]*,? and [^;]{0,80}?\b(?:a|have|had|has|together) (?:total )?combined (?!with\b)[^;]*$"
)
_THEY = re.compile(
    r"\s*(?:The )?(?:two|three|four|five|both) (?:[a-z-]+ ){0,2}?(?:[a-z]*makers?|companies|firms|brands|banks|giants|rivals|groups|affiliates)(?:['’]s?)? (?!said\b|reported (?:their|earnings|results)\b)",
    re.I,
)
_ALL_ON_LINE = ("internet ", "Internet ")  # `the mainland's 618 million internet users`
_ITS_OWN = re.compile(r"\b(?:[Ii]ts|[Tt]heir) (?:[a-z]+ ){0,2}internet $")  # `its global internet user base`
_AIRCRAFT = re.compile(r"\b(?:aircraft|airplanes?|airliners?|planes?|jets?|helicopters?)\b", re.I)
# 产线改造以生产人形机器人,目标年产100万台
_ROBOTS = re.compile(r"机器人(?:(?!车)[^;。]){0,20}$")
# What is said of a whole market, which a company's name further off does not make its own.
_WHOLE_MARKET = sought(
    r"\b(?:[Aa]cross the (?:industry|market|sector|country)|(?:[Ss]ales|[Rr]evenues?|[Pp]rofits?|[Ss]hipments|[Dd]eliveries|[Oo]utput) of the (?:whole|entire|overall) (?:industry|sector|market)|industry-wide|nationwide|(?:the )?(?:industry|market)(?:'s|’s)"
    r"|(?:[Rr]etail|[Ww]holesale|[Nn]ationwide|[Ii]ndustry) (?:sales|volume|volumes) of (?:[\w-]+ ){0,3}(?:cars|vehicles|NEVs|EVs)|(?:[Ss]ales|[Dd]eliveries) of (?:[\w-]+ ){0,3}(?:cars|vehicles|NEVs|EVs) in China|worldwide sales of (?:PCs|smartphones|phones|tablets)"
    r"|(?<!in )(?<!for )China(?:'s|’s) (?:overall|total|entire|auto|car|passenger|EV|NEV|smartphone)|(?:the )?(?:overall|total|entire|wider|broader) (?:[\w-]+ ){0,3}market(?! (?:share|value|cap))"
    r"|(?:smartphone|phone|handset|PC|tablet|EV|NEV|car|auto) market (?:shipments|sales|volumes?)"
    r"|(?:global|worldwide|Chinese|Indian|European|domestic|China(?:'s|’s)|India(?:'s|’s)|the)(?: [\w-]+){0,3} market(?:,? where (?!its?\b|they\b|we\b|our\b|the (?:company|group|firm|maker|brand|vendor)\b)[a-z]+|(?: also)? (?:grew|rose|fell|declined|shrank|expanded|contracted|shipped|recorded|saw|experienced|witnessed|suffered|registered)))\b"
)
_SHARE_OF = re.compile(
    r"(?:share|slice|chunk|portion|part|%|per ?cent|pct) of (?:the )?$"
)  # `a 17% share of the overall market` is a company's
# `According to the China Association of Automobile Manufacturers, China sold 160,000`, and behind it `Among them, the sales of`
_COUNTERS = re.compile(
    r"\b(?:China Association of Automobile Manufacturers|CAAM|China Passenger Car Association|CPCA|National Bureau of Statistics|European Automobile Manufacturers|ACEA|Federation of Automobile Dealers|VAHAN|JADA)\b"
)
# 中汽协预计,全年新能源汽车销量将达1150万辆; no 据乘联会数据,公司10月销量
_COUNTERS_ZH = re.compile(
    r"(?:中汽协|汽车工业协会|乘联分?会|乘用车市场信息联席会|汽车流通协会|公安部|工信部|统计局|业内|业界)[^;。]{0,20}?(?:显示|数据|统计|表示|指出|[预估]计|预测|预期|预判|认为|称|披露|公布|发布)(?![^;]*(?:公司|集团|该(?:品牌|车企)|其))"
)
_AMONG_THEM = re.compile(
    r"\s*(?:Among (?:them|these|those)|Of (?:them|these|those|the total)), (?:the |sales |production |exports )"
)
_BEFORE = 500  # characters before a sentence, within which the sum stands whose parts it tells
_ITS_OWN_THINGS = (
    "offline_stores",
    "large_stores",
    "ev_stores",
    "charging_stations",
    "headcount",
)  # `has 278 stores across the country`
_EXPECTS = re.compile(r" (?:average |consensus |median )?(?:estimate|expectation|forecast|consensus|projection)")
# `Shipments grew 3% to 43 million, leaving the company third in the world`: whose share and place they make is who shipped
_PLACED = re.compile(
    r"(?:[^;.]|\.(?=\d)){0,80}?, (?:leaving|making|putting|placing|giving|keeping|lifting|ranking|taking) (?:it|the (?:company|group|firm|brand|[a-z]*maker)) (?!with\b)"
)
# who is spoken of again: `as the market grew faster, its share fell`
_BACK = re.compile(r",[^,;]{0,12}\b(?:(?:the company|the group|the firm|it) [a-z]+|its (?:[a-z]+ ){0,3}$)")
# `The company, once the only profitable one among China's EV startups, delivered 93,211 vehicles`
_ASIDE_ON_IT = re.compile(
    r"\s*(?:It|They|The (?:[a-z-]+ )?(?:company|group|firm|[a-z]*maker|brand|start-?up)), [^;.]{3,140}?, (?=[a-z])"
)
# `as global smartphone shipments jump 2.7%`: the world's, though a company is spoken of before.
_MARKET_BESIDE = re.compile(
    r"\b(?:as|while|amid|despite|although|though|whereas|where|since|when) (?:the )?(?P<whose>(?:wider|broader|industry|market|China['’]s|India['’]s|Chinese|Indian|European|worldwide) (?:[\w-]+ ){0,2})?$"
)
_ALL_SHIPMENTS = re.compile(
    r"\s*(?:(?:Yet|But|Still|And|Overall|Meanwhile|However|By contrast),? )?(?:(?:[Ss]martphone|[Pp]hone|[Hh]andset|[Tt]ablet|PC|[Nn]otebook) sales (?:in|across|throughout) |[Ss]ales of (?:smartphones|phones|handsets|tablets|PCs|notebooks) (?:in|across|throughout) )|\s*(?:In (?:the )?[A-Z][\w' ]{2,24}, )?(?:(?:IDC|Canalys|Counterpoint|Omdia|Gartner|TrendForce)(?:: | says | data show | sees ))?(?:(?:Total|Overall|Global|Worldwide|Smartphone|Tablet|Wearables?|Mobile|Phone|Handset|Notebook|Laptop|PC|TV|total|overall|global|worldwide|smartphone|tablet|wearables?|mobile|phone|handset|notebook|laptop|foldable|Foldable|shipments of) )*(?:[Ss]hipments|(?<=of )(?:smartphones|tablets|PCs|phones|handsets|wearables))\b"
)
_DIVIDENDS_AND = re.compile(r"\bdividends? (?:and|&) (?:(?:share|stock) )?$")
_MARKET_OPENING = re.compile(
    rf"\s*[\"“]?(?:[A-Z][^,]{{3,70}}, (?:(?:as|with|since|while) )?)?(?:[Tt]he )?(?:(?:global|worldwide|overall|(?:{MONTHS})(?:'s|’s)(?= (?:new[ -]energy|NEV|EV|car|passenger|overall|total))|total(?= [\w -]{{0,30}}\b(?:around the world|worldwide|globally))|China(?:'s|’s)|India(?:'s|’s))(?: [\w-]+){{0,4}} (?:shipments|sales|deliveries)\b"
    r"|(?:(?:[NP]?H?EV|car|vehicles?|auto|smartphones?|mobile|handset|phone|PC|passenger|electric|hybrid|plug-in|and|new energy)[ -])+(?:sales|shipments|deliveries) (?:in|across) (?:the )?(?:[A-Z]\w+|country|world)|(?:[Tt]he )?(?:(?:[Tt]wo|[Tt]hree|[Ff]our) others|[Oo]thers|[Oo]ther (?:major )?(?:automakers|carmakers|companies|makers|brands|rivals)|[Rr]ivals|[Pp]eers|[Cc]ompetitors)\b|(?:Among them, )?(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal|[Mm]any|[Mm]ost) (?:[\w-]+ ){0,4}(?:manufacturers|makers|automakers|carmakers|companies|brands)\b|(?:(?:[A-Z]\w+|smartphone|phone|handset|PC|EV|car|tablet|global|all|worldwide)[ -]){0,3}(?:vendors|makers|manufacturers|brands|companies|carmakers|automakers|market|industry) (?:collectively |together )?(?:shipped|sold|delivered|posted|grew|recorded|saw|shrank|contracted|fell|declined|dropped|expanded|rose|witnessed|registered)\b|(?:Each|Both)(?: of (?:them|the [a-z]+)| brands?| compan(?:y|ies)| vendors?| makers?| firms?)\b|number of (?:[a-z]+ )?users in (?:the )?(?:[A-Z]\w+|country|world))",
)

# `The average selling price of a smartphone in Europe rose 8%`, in a report on how makers stand there
_ALL_PRICES = re.compile(
    r"\s*(?:[Tt]he )?[Aa]verage (?:selling |retail |wholesale )?(?:price (?:(?:of|for) an? |(?:of|for|across|in) the (?:whole |entire )?(?:industry|market)\b)|prices\b(?! (?:of|for) (?:its|their)\b))"
)
# What counts of all makers together are told under, and how: 2025年行业景气度预测, 国内新能源乘用车批发销量.
_INDUSTRY = re.compile("行业(?!地位|领先|竞争)|市场(?:规模|概况|空间)")
_ALL_CARS = re.compile("(?:国内|全国|中国|行业|我国)[一-鿿]{0,5}(?:车|卡|客)(?:市场)?(?:零售|批发|上险)[一-鿿]{0,2}$")
_DEVICES = re.compile("全球(?:智能)?(?:手机|平板|电脑|可穿戴设备)(?:市场)?(?:的)?(?:总)?出货量?$")
# 执行长表示,今年全球5G手机出货量约8亿支: what whoever speaks says of all makers, as far as the words go
_ALL_OF_A_KIND = re.compile(
    "(?:表示|指出|[称说]|认为|预计|预期|预测|预估|估计|预料|透露|看好|料)[,:]?[“「]?(?:[据根]据?[^,;。]{2,16}(?:数据|统计|报告|资料)(?:显示)?,)?(?:(?:到|在)?(?:20\\d\\d|[今去明前])年(?:全年|度)?|(?:今年)?第?[一二三四1-4上下]半?[季年]度?|未来|整体|的|将|,){0,3}"
    "(?:全球|全世界|我国|全国|国内|中国|全行业|行业)(?:[\\dA-Za-z]{1,4}|智能|智慧型|新能源|电动|高端|整体|乘用|可折叠|折叠屏?|个人|的|总){0,3}(?:手机|汽车|车|平板|电脑|PC|服务器|伺服器|电视|芯片|晶片|可穿戴设备)(?:市场|行业)?的?(?:总|年)?(?:出货|销|产|销售)量?$"
)
# Characters behind a metric, within which it is said of what: `wholesale sales of new energy passenger cars`.
_OF_WHAT = 44
_COUNTED = ("shipments", "unit_sales", "vehicle_sales", "vehicle_production")
# `5G models made up 43% of all shipments`, in a report on how makers stand
_MADE_UP = re.compile(
    r"\W*(?:(?:and|but|while) )?(?P<kind>(?:[\w.-]+ ){1,6}?)(?:account(?:s|ed)? for|ma[dk]es? up|represent(?:s|ed)?|compris(?:es?|ed)) (?:[a-z-]+ ){0,3}"
)


# 8月乘用车市场:批发241万辆; 平板方面,市场总出货870万台. 在中国市场交付 is a company's
_OF_MARKET_ZH = sought(
    r"(?:(?:乘用车|新能源车|汽车|车|手机|平板|电脑|PC|彩电|电视|空调|家电|可穿戴|穿戴)市场[:：]|(?<![外内国洲美球土陆地亚本度东韩])(?:市场|行业|大盘|厂商)(?:总|整体|合计|总体|累计|全部)(?:的)?(?:出货|销量|零售|批发|销售|交付)?)[^,;。\d]{0,6}$"
)


def of_market(around: Surroundings, mention: Mention, amount: Amount) -> str | None:
    """Return a doubt where what is measured is a market's rather than a company's."""
    scan = around.scan
    if mention.metrics == ("share_price",):
        return None  # `closed at HK$61, with a total market value of`
    if "ev_deliveries" in mention.metrics and _AIRCRAFT.search(scan.text, scan.sentence.start, scan.sentence.end):
        return "of aircraft, not of cars"
    robots = scan.chinese and "vehicle_production" in mention.metrics and not scan.text.startswith("辆", amount.end)
    if robots and _ROBOTS.search(scan.text, max(scan.sentence.start, amount.start - _OF_WHAT), amount.start):
        return "of robots, not of cars"
    if _PLACED.match(scan.text, amount.end, scan.sentence.end):
        return None
    if _is_of_several(scan, mention, amount) or is_of_them_there(around, amount):
        return SUM
    if _is_of_market(around, mention, amount) or _is_of_counters(around, mention) or is_of_a_country(around, mention):
        return NO_COMPANYS
    of_all = _ALL_OF_A_KIND.search(scan.text, max(scan.sentence.start, mention.end - _OF_WHAT), mention.end)
    if scan.chinese and of_all and not ranks_itself(around, mention, amount):
        return "of a market, or of a company that is not named"
    if is_sold_where(around, mention, amount):
        return "of a market, or of a company that is not named"
    opening = _MARKET_OPENING.match(scan.text, scan.sentence.start)
    if opening and mention.start <= opening.end() and around.subject_before(mention.end) is None:
        return "of a market, or of a company that is not named"
    return None


def _is_of_counters(around: Surroundings, mention: Mention) -> bool:
    """Whether cars are those that an association or an office counted of all makers, or a part of what the sentence before told so."""
    scan, cars = around.scan, any(name in OF_CARS for name in mention.metrics)
    if not cars or around.subject_before(mention.end) is not None:
        return False
    counters = _COUNTERS_ZH if scan.chinese else _COUNTERS
    if counters.search(scan.text, scan.sentence.start, mention.end):
        return True
    part = _AMONG_THEM.match(scan.text, scan.sentence.start)
    before = scan.text.rfind("\n", 0, max(scan.sentence.start - 2, 0))
    return part is not None and bool(
        _COUNTERS.search(scan.text, max(before, scan.sentence.start - _BEFORE), scan.sentence.start)
    )


def _is_of_market(around: Surroundings, mention: Mention, amount: Amount) -> bool:
    """Whether the words around a mention say that it is of all makers together."""
    scan = around.scan
    if is_of_all_makers(around, mention, amount.start) or _is_of_nobody(around, mention, amount):
        return True
    if _OF_MARKET_ZH.search(scan.text, max(scan.sentence.start, mention.start - 16), mention.end):
        return True
    if _is_set_before_a_company(scan, mention) or _is_share_of_a_kind(scan, mention, amount):
        return True
    if is_of_whole_market(around, mention, amount) or is_of_no_maker(around, mention):
        return True
    if (
        is_of_all_that_grew(around, mention)
        or is_of_all_makers_en(around, mention)
        or is_counted_of_all(around, mention)
        or is_of_the_world(around, mention)
    ):
        return True
    if not scan.entities and (_is_of_market_zh(scan, mention) or _is_of_customers(around, mention)):
        return True
    subject, start = around.subject_before(mention.end), scan.sentence.start
    if (
        around.tracked
        and not (subject or owner_behind(around, mention))
        and (_ALL_SHIPMENTS.match(scan.text, start) or _ALL_PRICES.match(scan.text, start) or is_shipped_there(around))
    ):
        return True
    if subject and mention.metrics[0] in _ITS_OWN_THINGS:
        return False
    return _is_named_whole(scan, mention, amount, subject)


def _is_named_whole(scan: Scan, mention: Mention, amount: Amount, subject: EntityMention | None) -> bool:
    """Whether a sentence names a whole market before a mention, and turns to no company behind it."""
    start = scan.sentence.start
    named = [
        m
        for m in _WHOLE_MARKET.finditer(scan.text, start, min(mention.end + _OF_WHAT, scan.sentence.end))
        if not (
            _of_it(scan, m)
            or _is_behind(scan, amount, m)
            or _is_in_an_aside(scan, mention, m)
            or any(scan.text[e.end : m.start()] in ("'s ", "’s ") for e in scan.entities)
        )
    ]
    back = named and _BACK.search(scan.text, named[-1].end(), mention.start)
    if named and not back and (subject is None or subject.end <= named[-1].start()):
        return True
    beside = _MARKET_BESIDE.search(scan.text, max(start, mention.start - 50), mention.start)
    return beside is not None and (
        beside["whose"] is not None or scan.text.startswith(("global ", "worldwide "), mention.start)
    )


def _is_share_of_a_kind(scan: Scan, mention: Mention, amount: Amount) -> bool:
    """Whether a share of all that makers shipped is that of some kind of things, and no maker's."""
    if amount.kind != "percent" or mention.start < amount.end or not mention.metrics[0].endswith("market_share"):
        return False
    start = scan.clause(amount.start)[0]
    said = _MADE_UP.fullmatch(scan.text, start, amount.start)
    return said is not None and not (
        SOMEONE.search(said["kind"]) or any(start <= e.start < amount.start for e in scan.entities)
    )


def _is_in_an_aside(scan: Scan, mention: Mention, market: re.Match[str]) -> bool:
    """Whether a market only stands in an aside on who is spoken of: `The company, once the only profitable one among China's EV startups, delivered`."""
    aside = _ASIDE_ON_IT.match(scan.text, scan.sentence.start, mention.end)
    return aside is not None and market.end() <= aside.end()


def _is_behind(scan: Scan, amount: Amount, market: re.Match[str]) -> bool:
    """Whether a market is only spoken of in a clause behind an amount: `Its shipments rose 1%, but as the market grew`."""
    return amount.end <= market.start() and scan.text.find(",", amount.end, market.start()) >= 0


def _of_it(scan: Scan, market: re.Match[str]) -> bool:
    """Whether a market is only what a company has a share of, or who expects something."""
    expects = _EXPECTS.match(scan.text, market.end())
    return bool(expects or _SHARE_OF.search(scan.text, scan.sentence.start, market.start()))


def _is_of_nobody(around: Surroundings, mention: Mention, amount: Amount) -> bool:
    """Whether a Chinese report on a market, which is about no maker, has named none so far; or users are all that a country has."""
    text, low = around.scan.text, max(around.scan.sentence.start, mention.start - 30)
    if mention.metrics[0] in OF_USERS and text.endswith(_ALL_ON_LINE, 0, mention.start):
        return _ITS_OWN.search(text, low, mention.start) is None
    nobody = around.tracked and around.home is None and around.ground.entity is None
    chinese = not around.scan.text[mention.start].isascii()
    return (
        bool(nobody)
        and chinese
        and not any(e.start < amount.start for e in around.scan.entities if around.is_subject(e))
    )


def _is_of_several(scan: Scan, mention: Mention, amount: Amount) -> bool:
    """Whether an English metric is what several companies have together, by its own words."""
    together = _COMBINED.search(scan.text, max(scan.sentence.start, mention.start - 30), mention.end)
    if together and _of_models_named(scan, together.start()):
        return False
    if _A_COMBINED.search(scan.text, scan.sentence.start, amount.start) or _THEY.match(scan.text, scan.sentence.start):
        return True
    low = max(scan.sentence.start, mention.start - 30)
    if together or _with_dividends(scan, mention):
        return True
    return bool(_OF_SEVERAL.search(scan.text, low, mention.start)) and len({e.entity for e in scan.entities}) > 1


def _of_models_named(scan: Scan, at: int) -> bool:
    """Whether what is combined is that of models that go by one name: `Model S and Model X had combined deliveries of 17,027`."""
    had = (m for m in scan.segments if _HAD_TOGETHER.fullmatch(scan.text, m.end, at))
    return len({e.entity for e in scan.entities}) < 2 and any(scan.text.find(" and ", m.start, m.end) > 0 for m in had)


def _with_dividends(scan: Scan, mention: Mention) -> bool:
    """Whether buybacks are told in one sum with dividends: `in the form of dividends and share repurchases, an increase of 15%`."""
    noun = "buyback" in mention.metrics and not scan.text.endswith(("ed", "bought back"), mention.start, mention.end)
    return noun and bool(_DIVIDENDS_AND.search(scan.text, max(0, mention.start - 24), mention.start))


def _is_set_before_a_company(scan: Scan, mention: Mention) -> bool:
    """Whether a Chinese sentence opens with the world's shipments, and goes on with a company's: 全球智能手机出货量+2.6%,小米手机出货量+1.8%."""
    counted = [m for m in scan.metrics if any(name.removeprefix("smartphone_") in _COUNTED for name in m.metrics)]
    later = next((m for m in counted if m.start > mention.end), None)
    if mention not in counted or later is None or "全球" not in scan.text[scan.sentence.start : mention.end]:
        return False
    return bool(scan.entities) and mention.end < scan.entities[0].start < later.start


def _is_of_market_zh(scan: Scan, mention: Mention) -> bool:
    """Whether what a Chinese sentence without a company counts is all that was sold: 国内乘用车零售销量, below 行业景气度预测."""
    counted = any(name.removeprefix("smartphone_") in _COUNTED for name in mention.metrics)
    said = scan.text[scan.sentence.start : mention.end]
    return counted and "公司" not in said and bool(_INDUSTRY.search(scan.sentence.heading) or _ALL_CARS.search(said))


def _is_of_customers(around: Surroundings, mention: Mention) -> bool:
    """Whether a note on a maker of parts counts the cars or phones of all makers: 2024年新能源汽车产量及销量, 全球智能手机出货量."""
    home, scan = around.home, around.scan
    if home is None or not around.names.catalogue.companies[home].supplies_cars or scan.text[mention.start].isascii():
        return False
    said = scan.text[scan.sentence.start : mention.end]
    cars = any(name in OF_CARS for name in mention.metrics)
    return "公司" not in said and ((cars and "汽车" in said) or bool(_DEVICES.search(said)))
