"""Companies that Chinese introduces and the catalogue does not list: 金发科技(600143)公布, 世界先进第三季营收."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.extraction.marks.names import Names
from generator.extraction.reading import Reading
from generator.extraction.vocabulary import words

_BODY = 3000  # characters, within which whoever a title names does what companies do
_SHORT = 3  # characters of a name that is too short to hold what the company is
_LEAST = 2  # characters of a name
_NAME = r"(?P<name>[*A-Za-z一-鿿·&-]{2,10}?)"
# (600143), (1234.HK), (5347-TW), (股票代码:600143), (SNOW.US), (NYSE:SNOW); 人工智能(AI) is no company
_CODE = r"\s?\((?:(?:股票|证券)?代[码号]:?)?(?:(?:[A-Z]{2,6}[:.])?(?:\d{6}|(?!19|20)\d{4}|\d{5})(?:[.-][A-Z]{1,3})?|[A-Z]{2,6}:[A-Z]{1,5}|[A-Z]{1,5}[.-][A-Z]{2})\)"
_BEGINS = r"(?:^|(?<=[\s,。;:、!?\"“」「(|】\]]))(?:其中|此外|同时|据悉|对此|受此影响|作为)?"
_CODED = re.compile(rf"{_BEGINS}(?:[一-鿿]{{2,6}}:)?{_NAME}{_CODE}", re.M)
_REPORTS = r"(?:(?:于|在)?(?:美股|美东)?(?:盘[前后]|收盘后)|[今昨周本近日天]|\(?\d+\s?日\)?|晚间?|正式|也|已|最新)*(?:公布|发布|披露|公告|召开法|举行法)"
_STAFF = r"(?:总经理|董事长|执行长|财务长|首席|发言人|副总|创始人|管理层|CEO|CFO|董事会)"
_WHEN = r"(?:第?[一二三四1-4]季|[上首次本]季|(?:20)?\d\d年|\d{1,2}月(?!\d{1,2}日)|上半年|下半年|前三季|全年|今年前|Q[1-4]|[1-4]Q)"
_WHAT = r"(?:实现|估值|股价|递表|招股|旗下|完成|(?:合并|营业|总)?营收|营业收入|总收入|净利|归母|毛利|税后|每股)"
# 欧菲光实现收入95.36亿元, 欣旺达营收239.18亿元, in a list of many
_EARNS = re.compile(
    rf"{_BEGINS}{_NAME}实现(?:营|收|净|归|总营|总收)|(?:^|(?<=[。;]))(?P<earner>[一-鿿]{{3,5}}?)(?:营业收入|营收|归母净利润|净利润)[\d.]+亿?",
    re.M,
)
_COMPANY = re.compile(rf"{_BEGINS}{_NAME}(?:{_REPORTS}|{_STAFF})", re.M)
_SUBJECT = re.compile(rf"{_BEGINS}{_NAME}(?:{_REPORTS}|{_STAFF}|{_WHEN}|{_WHAT})", re.M)
_WHAT_IT_IS = re.compile(
    r".*(?:厂商?|平台|巨头|龙头|制造商|供应商|企业|品牌|运营商|大厂|代工厂|母公司|子公司|券商|独角兽|公司|概念股|[族类]股)(?=[一-鿿A-Za-z]{2})"
)
_RELATED = re.compile(
    "(?:供应商|代工厂|伙伴|概念股|客户|对手|旗下|(?:参股|投资|持股|控股)的?)$"
)  # 小米汽车供应商无锡振华
# What companies' names end in: what is left before it must be a name.
_HOUSE = re.compile(
    "(?:集团|股份|科技|医药|药业|制药|生物|电气|电子|电力|电器|机械|重工|控股|能源|材料|新材|智能|食品|乳业|酒业|光电|信息|软件|通信|环保|化学|化工|精密|半导体|航空|物流|传媒|汽车|银行|证券|保险|公司)+$"
)
_OF_ANY_TEXT = tuple(words("terms")["words_zh"])
_GENERAL = re.compile(
    "GAAP|IFRS|HKFRS|EBIT|公司|集团|合并|期内|每股|[双三]率|综合|维持|重申|服务|截[至止]|信心|有望|力争|盈利|亏损|扭亏|增长|下滑|交付|期间|合计|累计|整体|调整|应占|归属|股东|市场|行业|业务|营[业收]|收入|利润|净利|毛利|销量|同比|季|第|月|年|机构|分析|市值|股价|产品|手机|汽车|车[企型市]|用户|政府|报告|数据|消息|项目|预期"
    "|新能源|电动|芯片|势力|品牌|板块|平台|大盘|A股|港股|美股|指数|基金|央行|经济|出口|进口|董事|总裁|首席|投资者|管理层|财报|业绩|点评|研报|快讯|独家|观察|解读|智能|机器人|模型|游戏|广告|大行|上半|下半|全年|去年|今年|内地|盘[前后中]|财测|[外内陆港]资|法人|投信|券商|业界|外界|境[内外]|线[上下]|主业|本土|^度|系列$|晶片$|可能|^半导体$"
    "|[云厂部]$|^[这那][家间]|^(?:[其该本单昨今晚在与和由对将从料估预前上下首次]|共[^同]|中国.?$|全球|国内|海外|美国.?$|欧洲|日本.?$)|[的称指为谈说答]$"
)


def introduced_zh(reading: Reading, names: Names) -> Iterator[str]:
    """Yield what names a company that a Chinese text introduces with its code, or with what it earned: 金发科技(600143)."""
    for text in (reading.title, reading.text):
        for found in _CODED.finditer(text):
            if (name := own_part(found["name"])) and not is_known(name, found[0], names):
                yield name
        for found in _EARNS.finditer(text):
            name = own_part(found["name"] or found["earner"])
            if not (is_general(name, found[0], names) or is_known(name, name, names)):
                yield name


def titled_zh(reading: Reading, names: Names, known: bool) -> Iterator[str]:
    """Yield the names in a title that do in the text what companies do; beside one that is `known`, what only they do."""
    title = reading.title
    for found in _SUBJECT.finditer(reading.text, 0, _BODY):
        name = own_part(found["name"])
        if name not in title or is_general(name, found[0], names) or is_known(name, name, names):
            continue
        first = title.startswith(name) or _RELATED.search(title, 0, title.index(name))
        if first or not known or _COMPANY.match(reading.text, found.start()):
            yield name


def own_part(name: str) -> str:
    """Return a name without what the company is: 晶圆代工厂世界先进."""
    return _WHAT_IT_IS.sub("", name)


def is_general(name: str, said: str, names: Names) -> bool:
    """Whether a name holds general words, or begins a metric's: the 经调整 of 经调整净利润113亿元."""
    end = said.index(name) + len(name)
    return is_made_of_words(name) or any(m.start < end for m in names.mentions(said))


def is_made_of_words(name: str) -> bool:
    """Whether a name holds general words, what companies' names end in left out, or begins or ends with one of any text."""
    return (
        name.startswith(_OF_ANY_TEXT)
        or name.endswith(_OF_ANY_TEXT)
        or bool(_GENERAL.search(_HOUSE.sub("", name) if len(name) > _SHORT else name))
    )


def is_known(name: str, said: str, names: Names) -> bool:
    """Whether a name is the catalogue's, or what one of its begins with: the 理想 of 理想汽车, the 中金 of 中金公司."""
    own = _HOUSE.sub("", name) if len(name) > _SHORT else name
    start = said.index(name)
    end = start + len(name)
    inside = all(start < e.start and e.end < end for e in names.entities(said))  # the 思科 of 蓝思科技
    if len(own) < _LEAST or name.isascii() or not inside:
        return True
    if name in names.ordinary:
        return False  # 世界先进 is a company where it does what companies do
    return name in _taken(names)


@cache
def _taken(names: Names) -> frozenset[str]:
    """Return the names of people that the catalogue has, and whatever a company's name begins with."""
    companies = names.catalogue.companies.values()
    people = (alias for c in companies for p in c.people.values() for alias in p.aliases.zh)
    begun = (alias[:end] for c in companies for alias in c.aliases.zh for end in range(_LEAST, len(alias) + 1))
    return frozenset((*people, *begun))
