"""A company's own words for its lines of business: `display` at Samsung is one where its revenue or its division is told, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.verbs import MOVED, TOOK
from generator.extraction.phrases import Found

_KINDS = r"(?:(?:net|total|operating|gross|adjusted|quarterly|annual|segment|core|business) )*"
_FIGURES = (
    r"(?:revenues?|sales|turnover|takings|margins?|profits?|profitability|income|loss(?:es)?|earnings|EBITA?|EBITDA)"
)
_UNITS = r"(?:business(?:es)?|segment|division|unit|arm|operations?|side|department)"
# `foundry revenue`, `its display division`, `Chips brought in`
_BEFORE = re.compile(rf"(?:['’]s?)? {_KINDS}{_FIGURES}\b|[- ]{_UNITS}\b")
_ACTS = re.compile(rf",? (?:which )?(?:also |alone )?(?:{TOOK}|{MOVED}|accounted for|made up|was responsible for)\b")
_OPENS = re.compile(r"(?:^|[.;:!?\n]|, and|, while|, but)[\s\"“]*(?:The |Its |the |its )?\Z")
# `revenue from hotels`, `sales of chips and displays`
_BEHIND = re.compile(
    rf"\b(?i:{_FIGURES})(?: growth)? (?:from|of|at|in|for) (?:(?:its|the|their|our|[A-Z]\w+['’]s) )?(?:[a-z-]{{2,14}} (?:and|or) )?\Z"
)
OwnLine = tuple[str, str]  # a company and its line
Finding = Callable[[int, int], list[Mention]]
Asking = Callable[[int, int], bool]
# `In games, revenue rose`
_IN = re.compile(r"(?:^|[.;:!?\n]|, and|, while) ?(?:In|At|in|at) (?:its |the )?\Z")
_ITS_FIGURE = re.compile(rf"(?: {_UNITS})?, (?:its |net |total |operating )?{_FIGURES}\b")
_REACH = 60  # characters before it that tell
_BEFORE_ZH = re.compile(
    r"(?:等|相关)?(?:业务|板块|分部|部门|事业[群部]?|产品|服务)?(?:的|实现|录得|净|总|销售|季度?|合计|方面)*(?:营业?[收利益]|收入|销售额|收益|毛利|经营|营运|利润|净利|亏损|业务|板块|分部|部门|事业|贡献)"
)
_BEHIND_ZH = re.compile(r"(?:来自|源自|来源于)(?:于)?\Z")
# `automotive revenue rose 6%, energy 44% and services 25%`: the next of several
_LISTED = re.compile(
    rf"\b(?i:{_FIGURES})\b(?:[^.;\n]|\.\d){{0,120}}\d(?:[^.;,\n]|\.\d){{0,24}}(?:,| and|,? with|, while)(?: and)? (?:its |the |(?:that|those) (?:from|of|in|at) )?\Z"
)
_SO_MUCH = re.compile(
    r" (?:(?:was |were )?(?:up|down|higher|lower|rising|growing|falling|climbing|jumping|declining|rose|grew|fell) )?(?:by )?(?:about |around |nearly |over )?(?:(?:[A-Z]{1,2})?[$€£¥] ?)?\d[\d.,]*(?: ?%| per ?cent| ?[mb]illion| ?[mb]n\b| trillion)"
)
_LISTED_ZH = re.compile(r"(?:收入|营收|销售额)[^。;\n]{0,60}\d[^,。;\n]{0,10}(?:[,、及和与]|以及)\Z")
_GREW_ZH = re.compile(
    r"(?:业务)?(?:则|亦|也)?(?:同比|按年|年)?(?:大幅|微幅?|略)?(?:增长|成长|上升|下降|下滑|下跌|[增升降跌])(?:了|约|近|逾)?\d"
)
_LIST = 160  # characters before a line, within which a list of lines began


def with_own_lines(
    mentions: list[Mention],
    text: str,
    words: list[Found[tuple[OwnLine, ...]]],
    home: str | None,
    find: Finding,
    is_said_of_home: Asking,
) -> list[Mention]:
    """Return what a text names with the lines that its company has words of its own for; of two in one place the longer one counts.

    What such a word holds names nothing there: the PCs of AMD's `PC chips`. `find` gives what a stretch names behind one.
    """
    own = [
        (f.start, f.end, segment, _stands_for_it(text, f.start, f.end))
        for f in words for company, segment in f.meaning if company == home
    ]  # fmt: skip
    own = [o for o in own if not o[3] or is_said_of_home(o[0], o[1])]
    own = [o for o in own if not any(_is_longer(m, o[0], o[1]) and not _only_adds(m, o[1], find) for m in mentions)]
    for start, end, segment, stands in own:
        over = [m for m in mentions if m.start < end and start < m.end]
        if not stands:
            within = (m for m in over if start <= m.start and m.end <= end and m.end - m.start < end - start)
            over = [m for m in within if m.segment and not m.metrics]
        mentions = [m for m in mentions if m not in over]
        if stands:
            mentions += [m for o in over if o.end > end for m in find(end, o.end)]
            mentions.append(Mention(start, end, (), segment))
    return sorted(mentions, key=lambda m: m.start) if own else mentions


def _only_adds(mention: Mention, end: int, find: Finding) -> bool:
    """Whether a longer name adds but a metric to a word: the 服务收入 that 服务 stands in, and no 互联网服务收入 for 互联网."""
    rest = find(end, mention.end) if mention.metrics else []
    return len(rest) == 1 and rest[0].start == end and rest[0].segment is None


def _is_longer(mention: Mention, start: int, end: int) -> bool:
    return mention.start <= start and end <= mention.end and mention.end - mention.start > end - start


def _stands_for_it(text: str, start: int, end: int) -> bool:
    lead = text[max(0, start - _REACH) : start]
    if not text[start].isascii() or not text[end - 1].isascii():
        listed = _GREW_ZH.match(text, end) and _LISTED_ZH.search(lead)
        return bool(listed or _BEFORE_ZH.match(text, end) or _BEHIND_ZH.search(lead))
    if _SO_MUCH.match(text, end) and _LISTED.search(text[max(0, start - _LIST) : start]):
        return True
    if _ITS_FIGURE.match(text, end) and _IN.search(lead):
        return True
    return bool(_BEFORE.match(text, end) or _BEHIND.search(lead) or (_ACTS.match(text, end) and _OPENS.search(lead)))
