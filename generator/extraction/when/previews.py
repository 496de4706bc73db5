"""Whether a document looks ahead to results that are still to come."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.periods.calendar import Calendar
from generator.extraction.reading import Reading
from generator.extraction.when.due import RESULTS_DUE
from generator.extraction.when.opening import opening
from generator.extraction.when.preview_titles_en import heads_a_preview
from generator.extraction.when.results_out import tells_results

# 花旗料上季收入升12%, 辉达上季营收将达460亿美元; 预计公司当季营收331.6亿美元
_FORESEEN = "(?:料|预计|预期|预估|预测|估计?|看好?|有望|有机会|将)"
_LAST_FORESEEN = re.compile(
    rf"{_FORESEEN}(?:,[^,。;:较比\d]{{0,6}}|[^,。;:较比]{{0,10}})上季(?!度)[^,。;]{{0,16}}[\d一二三四五六七八九]|(?<![较比于与由从])上季(?!度)[^,。;:]{{0,12}}{_FORESEEN}[^,。;]{{0,10}}\d"
)
_THIS_FORESEEN = re.compile(rf"{_FORESEEN}[^,。;:]{{0,10}}当季[^,。;]{{0,16}}\d")
FIRST = 4  # sentences, within which a preview says that it is one
_AWAITED = sought(
    r"\b(?:will|(?<!pleased )(?<!happy )(?<!proud )(?<!delighted )(?<!glad )(?<!able )(?<!had )(?<!has )(?<!have )(?<!having )(?<!forced )to|set to|due to|scheduled to|slated to|about to) (?:report|release|announce|publish|unveil)\b[^.;]{0,60}\b(?:results?|earnings|Q[1-4]|quarter)\b"
    r"|(?<!staff )(?<!board )(?<!workers )(?<!employees )(?<!have )(?<!has )(?<!need )(?<!had )(?<!them )(?<!managers )\b(?:to|will) report (?:(?:on|this|next) )?(?:(?:Mon|Tues|Wednes|Thurs|Fri)day|tomorrow|tonight|week)\b"
    r"|\b(?:post|report)\b[^;]{0,90}\bin (?:its|the|their) (?:upcoming|next|coming|forthcoming|pending) (?:quarterly |earnings |results |financial )?(?:report|release|earnings|results|announcement|update)\b"
    r"|\bin (?:its|the|their) (?:upcoming|next|coming|forthcoming|pending) (?:quarterly |earnings |results |financial )?(?:report|release|earnings|results|announcement|update)\b[^.;\d]{0,90}\b(?:to|(?:predict|expect|project|forecast|anticipate|estimate)s?\b[^.;\d]{0,40} will) (?:post|report|deliver|announce)\b"
    r"|\b(?:upcoming|next|coming|forthcoming|pending) (?:quarterly |earnings |results |financial )?(?:report|release|earnings|results|announcement|update) (?:from|of|by) [^.;\d]{2,40} (?:is|are) (?:expected|projected|predicted|likely|forecast) to (?:reveal|show|bring|include|feature)\b"
    r"|\b(?:post|report|announce|deliver|reveal)\b[^;]{0,90}\bin (?:its|the|their) (?:upcoming|next|coming|forthcoming|pending) (?:quarterly |earnings |results |financial )?(?:report|release|earnings|results|announcement|update)\b"
    r"|\b(?:reports|publishes|releases|presents) (?:(?:its |the )?(?:[a-z]+[- ]){0,3}(?:earnings|results|Q[1-4](?: (?:of )?(?:fiscal )?(?:20\d\d|FY ?\d\d))?(?: (?:earnings|results))?) )?(?:after|before) (?:the |market )(?:close|bell|market|open|opening bell|closing bell)\b|\b(?:earnings|results) (?:(?:is|are) )?on (?:tap|deck)\b"
    r"|\b(?:reports|publishes|releases|announces|presents|unveils) (?:(?:its |the )?(?:[a-z]+[- ]){0,3}(?:earnings|results|figures|numbers))(?:,? (?:for|of) [^.;]{3,50}?,?)? (?:on (?:Mon|Tues|Wednes|Thurs|Fri)day\b|tomorrow|this week|next week)"
    r"|\b(?:reports|publishes|releases|presents|unveils) (?:on )?(?:its|the) (?:first|second|third|fourth)[- ]quarter on (?:(?:Mon|Tues|Wednes|Thurs|Fri)day\b|[A-Z][a-z]{2,8}\.? \d)"
    r"|\bahead of (?:(?:the [a-z]{0,12}(?:company|group|maker|firm|giant)['’]s|[a-z]+['’]s?|its|the|their) )?(?:[a-z]+[- ]){0,2}(?:earnings|results)(?: report| release)?(?: on | due | (?:next|this|later this) (?:week|month)|,|$)|\b(?:expect|watch|look for) (?:as|when) [^.;\d]{2,40} reports\b"
    r"|\bset(?:ting)? up for (?:[\w'’-]+ ){0,3}?(?:earnings|results)\b"
    r"|\b(?:earnings|results|Q[1-4]|quarter) preview\b|\bpreview:|[-–—:] preview\b|^preview\b"
    r"|\bwhat (?:analysts |investors |wall street )?(?:to |should )?(?:expect|watch|look for)\b(?=[^.;]{0,60}\b(?:results?|earnings|Q[1-4]|quarter)\b)"
    r"|\b(?:expected|projected) to (?:report|post) (?:quarterly |(?:first|second|third|fourth)-quarter |Q[1-4] )?(?:earnings|revenue|EPS|adjusted EPS|a profit|results)\b",
    re.I,
)
# `Apple (AAPL) reports tonight`, as a title says it
_REPORTS_SOON = re.compile(
    r"\breports (?:tonight|tomorrow|next week|later (?:today|this week)|today(?= *(?:[.,;–—-]|$)|: (?:what|here|how|why|will|can|expect)\b)|(?:on )?(?:(?:this|next) )?(?:Mon|Tues|Wednes|Thurs|Fri)day(?= *(?:[.,:;–—-]|$)))",
    re.I,
)
# `Toyota's sales fall 4%, Reuters reports Monday`
_SAYS_THE_PRESS = re.compile(
    r"(?:,(?! (?:as|before|when|until|and|but)\b)[^,:;]{1,40}|%[^:;]{0,60}|\b(?:Reuters|Bloomberg|CNBC|Nikkei|CnEVPost|Yonhap|Xinhua|WSJ|FT|[Mm]edia|[Pp]aper|[Nn]ewspaper|[Oo]utlet)) $"
)
_PREVIEW = re.compile(
    r"(?:业绩|[财季年中]报|Q[1-4]|[1-4]Q(?:\d\d)?|季度?|年度?)前瞻|前瞻:|(?:业绩|盈利|溢利|年报|季报|半年报|净利|净利润)预(?:告|增|减|降|亏|盈|喜)|盈[喜警]"
)  # 前瞻布局 looks ahead to no results
# `苹果预定30日美股盘后发布第四财季财报`, in the opening of a text
_TO_REPORT = re.compile(
    r"(?:将|预定|定于|拟)[^,。;]{0,24}(?:公布|发布|披露|发表|放榜|派发|揭晓|端出)[^,。;]{0,24}(?:业绩|财报|季报|年报|季绩)|(?:业绩|财报)[^,。;]{0,6}(?:将|预定)[^,。;]{0,16}(?:公布|发布|揭晓|出炉|放榜)"
)
# `三季度营收217.9亿元`, before which nothing says that it is expected
_CAME_ZH = re.compile(
    r"(?:营收|收入|净利润?|净亏损?|盈利|盈余|交付)(?:量|额)?(?:约?为|达到?|录得|实现|约|是)?\d[\d.,]*[万亿]"
)
# 小米第三季收入预测中位数为774.73亿元, with which a text opens
_MEDIAN_ZH = re.compile(
    r"(?:收入|营收|盈利|净利润?|纯利|利润|溢利)(?:的)?(?:预[测期估](?:的)?(?:中位数|中值|均值|平均值)|(?:市场|综合|一致|平均)预[测期估])(?:为|是|约|达)"
)
_MET_ZH = re.compile("实际|公布|高于|低于|超出?|胜|逊|不及|符合")
_FORESEEN_ZH = re.compile(f"{_FORESEEN}|目标|指引|前瞻|去年同期|上年同期|上一?季")


def awaits_results(reading: Reading, calendar: Calendar) -> bool:
    """Whether a document's title or opening speaks of results that are still to come, and nothing before tells any that are out.

    `A record quarter, with revenue of $143 billion. … is set to report on its plans`: what came is told first.
    """
    title = reading.document.title
    soon = _REPORTS_SOON.search(title)
    if (
        _AWAITED.search(title)
        or heads_a_preview(title)
        or (soon and not _SAYS_THE_PRESS.search(title, 0, soon.start()))
    ):
        return True
    told = tells_results(title, 0, len(title), calendar, True)
    for sentence in opening(reading, FIRST):
        line = reading.text[sentence.start : sentence.end]
        if not told and (_AWAITED.search(line) or RESULTS_DUE.search(line) or heads_a_preview(line)):
            return True
        told = told or tells_results(reading.text, sentence.start, sentence.end, calendar, False)
    return False


def is_previewed(reading: Reading) -> bool:
    """Whether a Chinese title over an English digest says that it looks ahead to results; who expects them is not the market."""
    return reading.document.language == "en" and "前瞻" in reading.document.title


def foresees_results(reading: Reading) -> bool:
    """Whether a Chinese title says that its writer looks ahead to results (25Q3前瞻), or its opening that they are to come, and tells none before: 营收217.9亿元。福特将于下周公布财报."""
    if _PREVIEW.search(reading.title):
        return True
    for nth, sentence in enumerate(opening(reading, FIRST)):
        if nth == 0 and _opens_with_estimates(reading.text[sentence.start : sentence.end]):
            return True
        if _TO_REPORT.search(reading.text, sentence.start, sentence.end):
            return True
        came = _CAME_ZH.search(reading.text, sentence.start, sentence.end)
        if came and not _FORESEEN_ZH.search(reading.text, sentence.start, came.start()):
            return False
    return False


def _opens_with_estimates(line: str) -> bool:
    """Whether a text's first sentence tells only what the market expects."""
    return bool(_MEDIAN_ZH.search(line)) and not _MET_ZH.search(line)


def awaits_this_quarter(reading: Reading) -> bool:
    """Whether a text that looks ahead calls the quarter awaited 当季, and not 上季 as Hong Kong and Taiwan do; where it says neither, its script tells."""
    last = _LAST_FORESEEN.search(reading.title) or _LAST_FORESEEN.search(reading.text)
    return not last and bool(_THIS_FORESEEN.search(reading.text) or reading.document.language == "zh-Hans")
