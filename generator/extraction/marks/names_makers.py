"""A segment's name that only says what a company or its goods are: `an electric vehicle (EV) maker`, `Tesla's China-made EVs`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names

# `an electric vehicle (EV) maker`: what a company is, not which part of its business is spoken of.
_MAKER = re.compile(
    r"\)?(?: and(?: [a-z]+(?:-[a-z]+)?){1,2}| (?:services?|solutions|products|goods|technology|equipment|systems|hardware|infrastructure|delivery|chips?|parts|components?|batter(?:y|ies)|displays?|sensors?))?[ -](?:maker|giant|manufacturer|brand|start-?up|market(?! share)|industry|sector|exporter|outsourcer|conglomerate|stalwart|operator|developer|retailer|lender|insurer|chipmaker|automaker|carmaker|group(?= (?-i:[A-Z]))|rival|pioneer|company|firm|player|leader|major|behemoth|titan|powerhouse|heavyweight|specialist|component|part|supplier)s?\b|(?: (?:services?|solutions))?[ -](?:vendor|seller|supplier|producer|provider)\b|\) (?:maker|giant)|\s\((?:EV|NEV)\) (?:maker|giant|manufacturer|company|firm|start-?up)"
    r"|(?:品牌|晶片|芯片|代工|制造|电池|零部件|零组件|整车|设备|软件|服务)?(?:大厂|厂商?|巨头|龙头|一哥|霸主|巨擘|制造商|车企|新势力|生产商|行业)",
    re.I,
)
# `the largest maker of memory chips and smartphones`, `a giant in handsets`
_MAKER_OF = re.compile(
    r"\b(?:maker|manufacturer|producer|seller|supplier|vendor|giant) (?:of|in|for (?:making|manufacturing|producing)) (?:(?!report|post|said|saw|had|sold|its\b|the\b)[a-z-]+,? ){0,4}$"
)
# 联电在日本新厂加入营运,今年前11月营收…: where a plant stands is no market
_PLANT = re.compile(r"新?(?:厂|工厂|基地)[^,;。\d]{0,14}[,;]")
# 成中国清零政策最大受害者, 受美国关税冲击: a state or its economy, and no market
_STATE = re.compile(
    "的?(?:市场)?[一-鿿]{0,4}?(?:政策|经济|政府|当局|官方|疫情|关税|法规|监管|央行|管制|禁令|制裁|大选|通胀|物价|GDP|股[市民])"
)
# 从云端滑下, 跌落云端: how a company, or its share, fell
_FROM_THE_CLOUDS = re.compile(
    "[由从自]云端,?(?:[滑跌坠摔掉走栽回重急直]|下[来凡])|[跌坠滑摔掉][落下]云端|[重直飞高][回上冲登]云端|[登站飞冲升]上云端"
)

# 特斯拉汽车第二季度营收, 特斯拉汽车表示: the maker, and no line of its business, as in 特斯拉汽车收入
_MAKERS_NAME = re.compile(
    "汽车(?:公司)?(?:于|在|的)?(?:第?[一二三四1-4]季|Q[1-4]|[上下]半年|前三季|[今去]年|20\\d\\d|\\d{1,2}月|全年|单季|[本上]季|股价|股票|表示|宣布|称|指出)"
)
_NAME = 8  # characters before 汽车, within which a maker's name stands


def _is_makers_name(text: str, mention: Mention, names: Names) -> bool:
    """Whether 汽车 only ends the name of who makes nothing else."""
    if not _MAKERS_NAME.match(text, mention.start):
        return False
    lead = text[max(0, mention.start - _NAME) : mention.start]
    before = [e for e in names.entities(lead) if e.end == len(lead)]
    return any(names.catalogue.companies[e.entity].makes_cars for e in before)


def names_a_maker(text: str, mention: Mention, names: Names) -> bool:
    """Whether a segment's name only says what a company or its goods are; the brand ONVO is a segment itself."""
    if text[max(0, mention.start - 3) : mention.start].endswith(("'s ", "’s ")) and text.startswith(
        " sector", mention.end
    ):
        return False  # `the company's infrastructure solutions sector`
    if text.startswith(" sector", mention.end) and text[max(0, mention.start - 9) : mention.start].endswith(
        ("from the ", "of the ", " its ", "The ")
    ):
        return False  # `revenue from the automotive sector`
    if _is_makers_name(text, mention, names):
        return True
    region = names.catalogue.segments[mention.segment or ""].kind == "region"
    if region and (_PLANT.match(text, mention.end) or _STATE.match(text, mention.end)):
        return True
    if any(_FROM_THE_CLOUDS.match(text, max(0, mention.start - back)) for back in (1, 2)):
        return True
    of_one = names.catalogue.segments[mention.segment or ""].entity is not None
    own_brand = of_one and text.startswith(" brand", mention.end)
    if text.startswith(("-made", "-built", "-based", "-listed", "-produced"), mention.end):
        return True  # `Tesla's China-made EVs` are sold abroad as well
    if not region and _MAKER_OF.search(text, max(0, mention.start - 72), mention.start):
        return True  # `the Chinese manufacturer of new energy vehicles`
    return not own_brand and bool(_MAKER.match(text, mention.end))
