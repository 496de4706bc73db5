"""Times that a sentence without a figure only names: what follows is not of `The second half is usually stronger`, nor of 去年整个行业都很困难."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import REPORTED, PeriodMention
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_SPANS = (*REPORTED, "year")
# How a company fares in a time: what comes next may be its figures of then
_FARES = re.compile(
    r"\b(?:results?|reports?|reported|earnings|profit\w*|loss\w*|loss-making|figures?|numbers|pictures?|story|business|sales|growth|trends?|same|similar\w*|different\w*|better|worse|best|worst|strong(?:er|est|ly)?|weak(?:er|est|ly|ness)?|faster|slower|softer"
    r"|fared|perform\w*|grew|grow\w*|rose|fell|gain(?:s|ed)|declin\w*|jump\w*|slid\w*|slip\w*|drop\w*|surg\w*|improv\w*|deteriorat\w*|accelerat\w*|slow(?:ed|s|er|down)|record|momentum|suffer\w*|struggl\w*|recover\w*|rebound\w*|disappoint\w*|beat|missed|turn(?:ed|s|around)?|did)\b"
    "|业绩|财报|季报|年报|中报|快报|成绩|表现|答卷|数据|例外|不同|类似|一样|同样|相同|情况|方面|而言|来看|增长|增速|下滑|下降|回升|回暖|回落|放缓|加速|改善|恶化|亏损|亏|盈利|扭亏|强劲|强势|疲软|疲弱|承压|势头|好过|难过|稳健|亮眼|低迷|惨淡|不及|超出|胜过"
    "|(?:更|较|颇|很|最)(?:好|佳|差|糟|快|慢|强|弱)",
    re.I,
)
# but what is so every year, has only begun, or is said of everybody tells nothing of how the company fared
_EVERY_YEAR = re.compile(
    r"\b(?:usually|typically|traditionally|generally|normally|always|historically|seasonally|tends? to|tended to)\b|通常|一般|往往|历来|向来|传统|一向|总是|多为|旺季|淡季",
    re.I,
)
_BEGUN = re.compile(
    r",? (?:so far )?(?:(?:has|had|have|is|was) )?(?:just |already |only )?(?:begun|began|begins|started|starts|got off|opened|opens|kicked off|(?:well )?under ?way)\b|(?:的)?(?:开局|伊始|起步|开门红|刚刚?开始|已经?开始|才开始)"
)
_OF_ALL = re.compile(
    r"\b(?:industry|sector|markets?|peers|rivals|competitors|everyone|everybody|economy|economies|demand|consumers|carmakers|automakers|chipmakers|phone ?makers|banks|retailers|companies|Beijing|Brussels|Washington|Tokyo|regulators?|government|central bank)\b"
    "|行业|业界|业内|市场|同行|对手|大盘|经济|竞争|需求|车企|厂商|各家|整个|消费者|国家|政府|监管|央行"
)
_COMPANY = re.compile(
    r"\b(?:[Ii]ts?|[Tt]hey|[Tt]heir|[Ww]e|[Oo]ur|[Tt]he (?:company|group|firm|business|unit|division|segment|brand))\b|公司|集团|本集团|我们|其(?!中|他|它|余)|该|旗下"
)

# 去年第四季度,公司推出新款L6。当季营收443亿元: the next sentence goes on with it, and says so
_ON_THEN = re.compile(
    r"[\s\"“”']*(?:(?:In |For |Over |During )?[Tt]hat (?:same )?(?:quarter|half|year|period)\b|(?:当季|当期|当年|该季|该年|那一?[季年]))"
)
_BEST_IN = re.compile(
    r"\b(?:best|worst|record|peak|high|low|last|first|(?:strong|weak|great|big|fast|slow|hard|tough)est|(?:good|bad|hard|tough|difficult|weak|strong|poor|great|rough|bumper|banner) (?:year|quarter|half))\b[^,;:]{0,40} (?:(?:back )?(?:in|of|during|since|from) )?(?:the )?$|\bpeaked (?:back )?(?:in )?(?:the )?$"
)
_BASE_OF = re.compile("[^,;。\\d]{0,14}基[数期]")  # 归母净利增速较低,主要因2021年投资收益基数较高
# 全年来看,市场整体承压。华为以4670万台登顶: words that turn to a time for what follows
_TURNS_TO = re.compile("[^,;。\\d]{0,6}(?:来?看|而言|来说|来讲)[,:]")
_HARDLY, _HARDLY_ZH = 14, 3  # characters of a sentence beside the time that it names


def only_names(around: Surroundings, mention: PeriodMention, period: Period) -> bool:
    """Whether a sentence without a figure says nothing of how its company fared in the time that it opens with."""
    scan = around.scan
    if scan.amounts or period == around.ground.period or mention.scope not in _SPANS:
        return False
    low, high = scan.sentence.start, scan.sentence.end
    if _BASE_OF.match(scan.text, mention.end) or _is_of_the_best(around, mention, period):
        return True
    if (
        scan.text.startswith("?", high - 1)
        or _tells_a_metric(scan)
        or _is_all(scan, mention)
        or _ON_THEN.match(scan.text, high)
        or (around.tracked and _TURNS_TO.match(scan.text, mention.end))
    ):
        return False
    if _EVERY_YEAR.search(scan.text, low, high) or _BEGUN.match(scan.text, mention.end):
        return True
    return not _FARES.search(scan.text, low, high) or _is_of_all(scan)


def _is_of_the_best(around: Surroundings, mention: PeriodMention, period: Period) -> bool:
    """Whether an English sentence ends with a time before that it calls the best, the last or the first: `It had its best year in 2021`."""
    scan, on = around.scan, around.ground.period
    if scan.chinese or on is None or on != around.reported or period.end >= on.end:
        return False
    ends = not scan.text[mention.end : scan.sentence.end].strip(" .!")
    year = mention.end - 4  # `had a good year in 2021` is all one
    at = year if mention.scope == "year" and scan.text.endswith(" in ", 0, year) else mention.start
    return ends and _BEST_IN.search(scan.text, scan.sentence.start, max(at, mention.start)) is not None


def _tells_a_metric(scan: Scan) -> bool:
    """Whether a sentence names what companies report; who `sold part of his stake` did nothing of the kind."""
    return bool(scan.metrics) and not any("stake" in m.metrics for m in scan.metrics)


def _is_all(scan: Scan, mention: PeriodMention) -> bool:
    """Whether a sentence hardly says more than a time, and so heads what follows: `Full year.`, `Now to the second quarter`."""
    return scan.sentence.end - scan.sentence.start - (mention.end - mention.start) <= (
        _HARDLY_ZH if scan.chinese else _HARDLY
    )


def _is_of_all(scan: Scan) -> bool:
    """Whether a sentence that names no company is on a whole industry, or on what everybody did."""
    low, high = scan.sentence.start, scan.sentence.end
    return not (scan.entities or _COMPANY.search(scan.text, low, high)) and bool(_OF_ALL.search(scan.text, low, high))
