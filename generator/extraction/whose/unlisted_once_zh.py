"""Companies that a Chinese text names, be it once, and the catalogue does not list, told by the company they keep: 毛利率高于启明芯的24.5%, 华瑞精工为小米生产零部件."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.marks.names import Names
from generator.extraction.reading import Reading
from generator.extraction.vocabulary import words
from generator.extraction.whose.unlisted_acting_zh import is_no_name
from generator.extraction.whose.unlisted_zh import own_part

_BODY = 4000  # characters, within which a text names whom it is about
_LISTED, _METRIC = "\ue000", "\ue001"  # what stands in the place of listed companies and of metrics
_C, _M = f"{_LISTED}+", f"(?:的|实现|录得|也)*(?:总|合并|单季)?{_METRIC}+"
_NAME = r"(?P<name>[A-Za-z一-鿿·]{2,6}?)"
_BEGINS = r"(?:^|(?<=[\s,。;:!?\"“”「(【|】•-]))(?:其中|此外|同时|据悉|而|反观|另外|至于|对手|同行|供应商)?"
_WHEN = r"(?:今年|去年|20\d\d年)?(?:第?[一二三四1-4]季度?|[上首次本]季度?|\d{1,2}月份?|上半年|下半年|前三季度?|全年|去年|今年|Q[1-4]|[1-4]Q|20\d\d年)"
_SUM = r"[\d.,]+(?:%|[万亿兆])"
_RELATED = r"(?:概念股|供应商|供货商|生态链(?:企业|公司)|(?:的)?(?:主要|最大|老)?(?:竞争)?对手|代工厂|(?:旗下)?(?:参股|联营|关联)公司|(?:投资|参股|收购|控股|持股[\d.]+%)的|(?:的)?(?:最大|主要|第一大)?(?:客户|股东|经销商|合作伙伴))"
# What a name is between: on its left, on its right.
_FORMS = (
    rf"{_BEGINS}{_NAME}(?:为{_C}(?:供货|生产|代工|提供|供应|配套|打造|{_METRIC})|(?:也)?是{_C}的|(?:成功|已|首次|正式)?(?:超越|反超|赶超|超过|击败|取代|收购|入股){_C}|(?:的)?规模(?:不及|大于|小于|超过){_C}|获得?{_C}|持有{_C})",
    rf"{_C}{_RELATED}{_NAME}(?={_WHEN}|{_M}|公布|公告|发布|披露|表示|称|预计|宣布|,|、|:)",
    rf"{_C}被{_NAME}(?=超越|反超|赶超|取代|击败|收购)",
    rf"(?:面临|面对|遭遇)(?:来自)?{_NAME}(?=的?(?:竞争|挑战|追赶))",
    rf"{_C}持有{_NAME}(?=[\d.]+%|的?(?:股份|股权))",
    rf"(?:收购|投资|入股|参股|控股)的{_NAME}(?=,|{_WHEN}|{_M}|公布|公告|发布|披露|表示)",
    rf"占{_NAME}(?={_M}的?{_SUM}|{_M}的)",
    rf"^(?P<name>[A-Za-z一-鿿·]{{2,4}}(?:汽车|科技|集团|电子|股份|医药|生物|能源|电气|半导体|控股|银行|证券|食品|航空|微电|精密|材料|光电|重工|传媒|时代|在线|网络|信息|中国))(?={_M}(?:为|达|同比|{_SUM}))",
    rf"(?:拟|以{_SUM}元?|将|已|\d月|\d年)(?:全资)?收购了?{_NAME}(?=[。,,的]|{_WHEN}|$)",
    rf"(?:高于|低于|超过|不及|领先于?|落后于?|好于|逊于|优于|大于|小于|多于|少于|是){_NAME}(?=(?:同期)?的?\(?{_SUM}|{_M}[\d.])",
    rf"(?:(?<=[,。;:\n])|^)(?:反观|同业中,|同行中,|相比之下,|其他公司方面,|除{_C}外,){_NAME}(?=则|方面|{_WHEN}|{_M}|为{_SUM}|,)",
    rf"{_BEGINS}{_NAME}(?=(?:周[一二三四五]|[昨今]日|日前|近日|同日|正式|今晚|盘[前后])*(?:公告|公布|披露|发布(?:财报|业绩))|(?:预计|预期){_WHEN}{_M}|(?:首席执行官|CEO|董事长|财务总监|总裁)|则(?:表现|{_M}|同比|为)|方面,{_M}|表示,(?:{_WHEN}|{_M}|来自{_C})|以{_SUM}[部台辆]?(?:紧随|位列|位居|排名|居))",
    rf"{_BEGINS}(?:{_WHEN},?)?{_NAME}(?={_WHEN}{_M}(?:同比|环比|约|近|仅|为|达|[增下上大]|\d|由|从))",
    rf"{_BEGINS}{_WHEN},?{_NAME}(?=(?:的)?(?:智能)?(?:手机|汽车)?{_M}(?:同比|环比|约|近|仅|为|达|[增下上大]|\d))",
    rf"{_C}(?:{_WHEN})?(?:{_M})?(?:为|达|约)?{_SUM}[元部台辆]?[、,](?P<name>[A-Za-z一-鿿·]{{3,6}}?)(?=(?:实现)?{_M}{_SUM}|(?:则)?为?{_SUM})",
    rf"{_C}(?:、|和|与|及){_NAME}(?=、|的{_M}分别|分别|两家|{_M}(?:分别|合计)|同日|均|等)",
    rf"{_BEGINS}(?:{_WHEN},?)?{_NAME}(?=(?:、|和|与|及){_C}(?:(?:、|和|与|及)[A-Za-z一-鿿·]{{2,6}})?的?(?:{_M}分别|分别|两家|同日|均|都|合计|{_M}合计))",
    rf"{_BEGINS}与{_NAME}(?={_M}|不同|相比)",
    rf"而{_NAME}(?=(?:则)?(?:{_M}|同比)(?:增长|下降|下滑|增|减|下|为|达)?)",
)
_FOUND = tuple(re.compile(form, re.M) for form in _FORMS)
_GENERAL = re.compile("|".join(words("terms")["no_company_zh"]))
_SHARES = re.compile("股[份权]|持股|生产")
_LABEL = re.compile(rf"(?:^|(?<=[\n【]))[\s•*-]*(?P<name>[A-Za-z一-鿿·]{{2,8}}):(?=公司|{_WHEN}|{_M})", re.M)
_LISTED_LABEL = re.compile(rf"(?:^|(?<=[\n【]))[\s•*-]*{_C}:", re.M)


def named_once_zh(reading: Reading, names: Names) -> Iterator[str]:
    """Yield the names that stand where only a company's do."""
    if reading.document.language == "en":
        return
    masked = _masked(reading, names)
    forms = (*_FOUND, _LABEL) if _LISTED_LABEL.search(masked) else _FOUND
    for name in dict.fromkeys(own_part(found["name"]) for form in forms for found in form.finditer(masked)):
        if len(name) > 1 and not _GENERAL.search(name) and not is_no_name(name, names):
            yield name


def _masked(reading: Reading, names: Names) -> str:
    """Return a text with a sign in each place of a listed company or a metric."""
    text = list(reading.text[:_BODY])
    spans = [(e.start, e.end, _LISTED) for e in names.entities_in(reading, 0, len(text))]
    metrics = (m for m in names.mentions_in(reading, 0, len(text), None) if m.metrics)
    spans += [(m.start, m.end, _METRIC) for m in metrics if not _SHARES.match(reading.text, m.start)]  # 启明股份
    for start, end, sign in spans:
        text[start:end] = sign * (end - start)
    return "".join(text)
