"""Companies that a Chinese text names again and again and the catalogue does not list, told by what only companies do, or by whom they stand beside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.extraction.marks.names import Names
from generator.extraction.reading import Reading
from generator.extraction.whose.rows_of_names import beside_listed
from generator.extraction.whose.unlisted_zh import is_known, is_made_of_words, own_part

_BODY = 4000  # characters, within which whoever a text is about is named
_LEAST = 2  # times that it is
_BEGINS = r"(?:^|(?<=[\s,。;:、!?\"“”「」(|】\]-]))(?:其中|此外|同时|据悉|而|反观|另外)?"
_NAME = r"(?P<name>[A-Za-z一-鿿·&]{2,8}?)"
_WHEN = r"(?:今年|去年|20\d\d年)?(?:第?[一二三四1-4]季度?|[上首次本]季|\d\d年|20\d\d年|\d{1,2}月份?(?!\d{1,2}日)|上半年|下半年|前三季度?|全年|Q[1-4]|[1-4]Q)"
_TELLS = r"(?:的|共|累计|总|新车|实现|录得|整体|合计|单月|单季|汽车|经调整|调整后|归母)*(?:交付|销量|销售|出货|营业收入|营业总收入|营收|收入|净利|净亏|毛利|市占|市场份额|研发)"
_DOES = r"(?:累计|单月|单季|全年|周[一二三四五]|Q[1-4])*(?:总?交付|总?销量|股价|市值|评级|亏损|扭亏|营收|营业收入|净利|毛利率|出货|预计|预期|宣布|公布|发布|推出|旗下)"
# 启明芯11月交付量为36728辆, 启明芯第三季度营业收入203.8亿元, 启明芯亏损收窄
_ACTING = re.compile(rf"{_BEGINS}(?:根据)?{_NAME}(?:{_WHEN}{_TELLS}|(?:集团|控股|公司)?{_DOES})", re.M)
# 威马汽车11月交付1200辆, named once among other makers
_DELIVERED = re.compile(
    rf"{_BEGINS}(?P<name>[A-Za-z一-鿿]{{2,4}}?)(?:汽车|品牌)?(?:方面,)?{_WHEN}?(?:当月|单月|共|则|新车|累计|总|也|实现|的)*"
    r"(?:交付|销量|销售)了?(?:新车|量|汽车|为|达到?|共|约|近|超过?|突破|首次|了)*\d[\d,.]*万?[辆台]",
    re.M,
)
_NO_MAKER = re.compile(
    "汽车|家族|系列|车|款|主[力打]|增程|纯[电燃]|混动|插电|豪华|旗舰|轿|首[发批款]|[两三四五各多半数0-9]|[均也亦]|以及|其|当|单|上市|[新旧老]|直营|零售|批发|订单|[日同]期|[同环]比|历史|包括|去|今|旗下|门店|用户|渠道|前|后|SUV|MPV"
)
_MAKERS = 2  # that a text on several makers names, at least
_JOINS = "[、和与及跟]"
# 启明芯、小鹏、理想三家; 理想与启明芯
_ROW_BEFORE = re.compile(rf"(?:^|[\s,。;:、!?\"“「(|《】]|[和与及]){_NAME}{_JOINS}$")
_ROW_AFTER = re.compile(rf"{_JOINS}{_NAME}(?=[、,。;:!?\s和与及等三两四五]|$|{_WHEN})")
# 哪吒26421辆,蔚来20797辆: a name with a count right beside a listed company with its own
_COUNT = r"(?:汽车)?\d[\d,.]*万?[辆台部]"
_COUNTED_NAME = rf"(?P<name>(?:(?![增减升降跌涨达到至近约超逾破为是有仅共计合各又再另余每第月年季上本]|目标|指引|预期|内销|同期|单[月季]|其)[A-Za-z一-鿿]){{2,4}}){_COUNT}"
_COUNTED_BEFORE = re.compile(rf"(?:^|[\s:,、;。]){_COUNTED_NAME}[、,;]$")
_COUNTED_AFTER = re.compile(rf"{_COUNT}[、,;]{_COUNTED_NAME}")
# 略超预期, 大致符合预期, again and again, name nobody
_WORDS = re.compile(
    "[以会我你他她它们所被把让才都又还更很太这那怎么已经将需应是在从对于与及或但且因若虽则即了着过]|包括|器$|[机屏卡盘柜架]$|^(?:实现|归母|扣非|税|指引|车辆|业主|快运)|归母|(?:超出?|超过|符合|不及|未达|逊|胜过?)$|[千百万亿十]|电池$|销售|整车"
)
_SHAPED = re.compile(
    "(?:汽车|科技|集团|电子|股份|医药|生物|能源|电气|半导体|智能|控股|银行|证券|食品|航空|物流)$"
)  # what companies' names end in
_ROW = 12  # characters of a name before another's


def acting_zh(reading: Reading, names: Names) -> Iterator[str]:
    """Yield the names that a Chinese text gives again, of whom it tells what only a company does, or that stand in a row with one listed."""
    if reading.document.language == "en":
        return
    text, title = reading.text[:_BODY], reading.title
    told = Counter(own_part(m["name"]) for said in (title, text) for m in _ACTING.finditer(said))
    rows = (n for said in (title, text) for n in beside_listed(said, names, _ROW_BEFORE, _ROW_AFTER, _ROW))
    beside = Counter(map(own_part, rows))
    for name in told | beside:
        shaped = _SHAPED.search(name, 2) is not None
        signs = told[name] + beside[name] + shaped + (name in title and text.count(name) > 1)
        if signs >= _LEAST <= text.count(name) and len(name) >= _LEAST and not is_no_name(name, names):
            yield name
    yield from _that_delivered(reading, text, names)
    counted = {own_part(n) for n in beside_listed(text, names, _COUNTED_BEFORE, _COUNTED_AFTER, 2 * _ROW)}
    yield from sorted(n for n in counted if not (_NO_MAKER.search(n) or is_no_name(n, names)))


def _that_delivered(reading: Reading, text: str, names: Names) -> Iterator[str]:
    """Yield the makers of cars that a text names once, in a row with others: 威马汽车交付1200辆."""
    found = {m["name"] for m in _DELIVERED.finditer(text)}
    found = {name for name in found if not (_NO_MAKER.search(name) or is_no_name(name, names))}
    companies = names.catalogue.companies
    listed = {e.entity for e in names.entities_in(reading, 0, len(reading.text))} if found else set()
    if sum(companies[name].kind == "company" for name in listed) >= _MAKERS:
        yield from sorted(found)


def is_no_name(name: str, names: Names) -> bool:
    """Whether what was found is words, or a name that the catalogue has."""
    opens = any(m.start == 0 for m in names.mentions(name))  # 汽车 ends 远航汽车
    return bool(opens or _WORDS.search(name)) or is_made_of_words(name) or is_known(name, name, names)
