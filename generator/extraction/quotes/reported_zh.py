"""The clause that a Chinese sentence reports somebody to have said; 雷军讲得最多 reports none."""

from __future__ import annotations

import re

from generator.corpus.document import Span
from generator.extraction.quotes.attribution import Attribution
from generator.extraction.quotes.narrated import NARRATED_ZH, NO_STATEMENT
from generator.extraction.quotes.passage import MASK, Passage

_ALONE_IN_MARKS = re.compile(rf"{MASK}{{2,14}}[,;]")
_OF_WHAT_ZH = re.compile(
    "(?:谈[到及]|提[到及]|说起|就|针对)[^,。;:]{2,40}(?<!而言)(?<!来[说讲看]),(?:称(?![霸赞得为职号王雄道颂呼心])|说(?![到起明服法白不实穿真来])|(?:表示|指出|认为|直言|坦言|透露|强调)(?![的过]))[,:]?"
)  # 发文,谈到造车的难处,称…; not 谈到未来,称霸市场不是目标; 就小米而言,说到底还是要看产品
# 当雷军讲新车的时候,…; 雷军讲造车的时候,…: when it was, no statement; but 雷军说上市的时候,价格会公布
_WHILE = re.compile("[^,。;:\x1e]{1,14}(?:时候|之时|之际|当下|同时|一刻|[^同]时),")
_WHEN = re.compile("(?:当|就在|每次|正在)[^,。;:\x1e]{0,16}$")
_HOW = re.compile(r"得[^,。;:\x1e]{1,8}[,:]")
# 说得更白:…, 说得很清楚,…; not 讲得最多,卢伟冰坐在旁边
_CLEARLY = re.compile(
    r"得(?:[^,。;:\x1e]{1,8}(?=:)|[^,。;:\x1e]{0,4}(?:清楚|明白|直白|直接|干脆|坚决|坦率|肯定|明确|透彻|坦诚|实在|斩钉截铁)(?=,))"
)
_SOMEBODY_TOLD = re.compile(r"[^,。;:\x1e]{2,16}(?:[。!?]|$)")
_PAPER_TOLD = re.compile(r"《[^》]{1,20}》(?:记者)?(?:[。!?]|$)")
_CHINESE_LEAD = re.compile(rf"(?:道|称|说|{_CLEARLY.pattern})?[ \n,:]*")  # a mask counts as a blank for \s


def reported_zh(passage: Passage, attribution: Attribution, end: int) -> Span | None:
    """Return the clause that a Chinese attribution reports; None where no statement follows it."""
    if attribution.verb.kind == "nouns" and passage.outside.startswith(MASK, attribution.end):
        return None  # 提出“人车家全生态”战略: a term
    if _says_none(passage, attribution, end):
        return None
    lead = _CHINESE_LEAD.match(passage.outside, attribution.end, end)
    start = lead.end() if lead else attribution.end
    if _ALONE_IN_MARKS.match(passage.outside, start, end):
        return None  # 雷军说:“不会”,然后走了
    if attribution.verb.kind == "opinion" and start == attribution.end:
        start = attribution.verb.start
    of = _OF_WHAT_ZH.match(passage.outside, start, end)
    start = of.end() if of else start
    narrated = NARRATED_ZH.search(passage.outside, start, end)
    return (
        None if NO_STATEMENT.match(passage.outside, start, end) else Span(start, narrated.start() if narrated else end)
    )


def _says_none(passage: Passage, attribution: Attribution, end: int) -> bool:
    """Whether what follows a verb is no statement: 讲了“小米为什么要造车”,以及…; “…,”雷军告诉《财新周刊》; 雷军讲得最多,…."""
    outside, verb = passage.outside, attribution.verb
    if verb.word in "说讲" and _WHILE.match(outside, verb.end, end):
        when = _WHEN.search(outside, max(passage.start, verb.start - 24), verb.start)
        return verb.word == "讲" or when is not None
    if verb.word in "说讲":
        return outside.startswith(("了", "过"), verb.end) or (
            bool(_HOW.match(outside, verb.end, end)) and not _CLEARLY.match(outside, verb.end, end)
        )
    if not verb.word.startswith("告诉"):
        return False
    behind = outside[max(passage.start, attribution.start - 2) : attribution.start].rstrip(",").endswith(MASK)
    return bool((_SOMEBODY_TOLD if behind else _PAPER_TOLD).match(outside, attribution.end, passage.end))
