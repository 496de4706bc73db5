"""What the line above a list says of all its items: the metric, the time, the part; none that says anything else but how it is listed."""

from __future__ import annotations

import re
from itertools import chain
from typing import NamedTuple

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.tallies import OF_CARS
from generator.extraction.periods.in_text import period_mentions
from generator.extraction.tables.columns import Stretch
from generator.extraction.tables.namer import Namer

_MARKS = " \t*#:_"
_WORD = re.compile(r"\w")
_LONGEST = 110  # characters of a lead
# What a lead says beside the metric, the time and the part that it is of.
_FILLER = re.compile(
    r"\b(?:here(?:'s| is| are)?|is|are|was|were|came|how|many|much|what|who|whom|each|every|all|of|them|they|the|their|its|our|in|on|by|for|from|through|to|and|at|a|an|over|as|glance|below|above|follow(?:s|ing)?"
    r"|report(?:s|ed)?|took|figures?|numbers?|results?|data|tally|scoreboard|scorecard|table|list(?:ing|ed)?|rank(?:s|ing|ings|ed)?|top|biggest|largest|leading|main|major|best|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}"
    r"|makers?|vendors?|brands?|compan(?:y|ies)|manufacturers?|(?:car|auto)makers?|players?|firms?|individual|other|others|divisions?|segments?|business(?:es)?|lines?|units?|products?|breakdown|contribution|did|which|that|global(?:ly)?|worldwide|world's|traditional|preliminary|full|quick|look|overview|in full|new|total|monthly|quarterly|yearly|annual|out|brackets|internet|spent|brought)\b(?:['’]s?)?|(?<=\w)['’]s?\b"
    r"|^[量据]|各家|各大|各|主要|头部|前[三四五六七八九十]大?|排[名行]榜?|榜单?|榜|一览表?|一览|如下|情况|数据|成绩单?|汇总|统计|盘点|公布|披露|厂商|品牌|车企|公司|企业|全球|的|为|新势力|造车|单月|分别|具体|以下是?|家|前|业绩|业务|产品线?|业务线?|分部|会计|构成|包括|明细|拆分|累计|TOP ?\d{1,2}|各?板块|按?业务划分|划分|分业务|看|按|互联网|大厂|份|已|有",
    re.I,
)
_CARS = re.compile(
    rf"{_FILLER.pattern}|\b(?:cars?|EVs?|vehicles?|autos?|automobiles?|electric)\b|\bChina(?:['’]s)? (?=EV|electric|new-energy|car)|中国(?=新势力|造车|车企)|新能源(?=车企|品牌)|汽车|新车|车型|电动车",
    re.I,
)
_IN_BRACKETS = re.compile(
    r" ?\((?:(?:year[- ]on[- ]year|y/y|yoy|annual)? ?(?:%|percentage)? ?(?:change|growth)(?: from a year (?:earlier|ago))?|(?:同比)?(?:增[速幅]|变动))(?: in (?:brackets|parentheses))?\)",
    re.I,
)
_TO_DATE = re.compile(r"\byear (?:to|through|until)\b", re.I)  # `the year to the end of September`
_SELLERS = re.compile(r"\b(?:top[- ]sellers?|best[- ]?sell(?:ers?|ing))\b", re.I)


class Lead(NamedTuple):
    """What the line above a list says: its metric, whether that is in percent, and the words that head its levels."""

    metric: Mention
    percent: bool
    said: str
    undated: str
    rest: tuple[str, ...]


def lead_of(line: str, namer: Namer) -> Lead | None:
    """Return what a line says of the list below it, None where it names no metric or several, no time, or an amount."""
    said = _SELLERS.sub("sales", _IN_BRACKETS.sub("", line.strip(_MARKS)))
    if len(said) > _LONGEST or said[-1:] in ".。!?,;":
        return None
    named = namer(said)
    times = period_mentions(said, 0, len(said))
    if len({mention.metrics for mention, _ in named}) != 1 or not times or _TO_DATE.search(said):
        return None
    mention, percent = named[0]
    kept = sorted([Stretch(mention.start, mention.end), *(Stretch(time.start, time.end) for time in times)])
    low = [0, *(stretch.end for stretch in kept)]
    high = [*(stretch.start for stretch in kept), len(said)]
    filler = _CARS if any(metric in OF_CARS for metric in mention.metrics) else _FILLER
    between = [filler.sub(" ", said[start:end]).replace(",", " ") for start, end in zip(low, high, strict=True)]
    told = [*(said[slice(*one)] for one in kept), ""]
    words = " ".join(" ".join(chain.from_iterable(zip(between, told, strict=True))).split())
    return Lead(mention, percent, words, _undated(words), tuple(said.strip() for said in between if _WORD.search(said)))


def _undated(said: str) -> str:
    """Return what heads levels of a time before: the words of a lead without its own time."""
    for time in reversed(period_mentions(said, 0, len(said))):
        said = said[: time.start] + said[time.end :]
    return " ".join(said.split())
