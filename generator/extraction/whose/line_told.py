"""The line of business that a sentence is about, which the next one may go on with."""

from __future__ import annotations

import re

from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.whole_again import lines_of_metrics
from generator.extraction.whose.division_spoken_of import holder_of_lines
from generator.extraction.whose.framed import ASIDE
from generator.extraction.whose.lines_named import is_a_thing, is_called_segment

# `In the third quarter, the Beijing-based retailer's logistics arm`: what stands before a line that a sentence is on
_OWNED = re.compile(
    r"\s*(?:(?:In|For|During) [^,;]{3,48}, )?(?:(?:the|its|even|only) )?(?:[\w.&-]+ ){0,4}(?:[\w.&-]+['’]s? )?", re.I
)
_WHEN = re.compile(r"\s*(?:(?:In|For|During|Over|Since|Until|Before) (?:the )?)?")
# `In core local commerce, the segment with food delivery and the in-store business, revenue fell`: what it is said to hold is no other line
_HOLDS = re.compile(rf"(?: (?:segment|division|unit|business|group|arm))?, {ASIDE}")
# `Fierce competition in food delivery squeezed Meituan. Its operating profit fell`: what happens in a line, to the company
_IN_A_LINE = re.compile(
    r"\b(?:competition|rivalry|demand|appetite|war|wars|weakness|strength|slump|boom|glut|shortages?|spending|losses|growth|recovery|slowdown|subsidies) (?:in|for|on|of|over|among|from) (?:the |its )?(?:[a-z-]+ ){0,2}$"
)
_DID_TO = re.compile(
    r"\b(?:[a-z]+(?:ed|es|s)|hit|hurt|bit|ate|cost)(?: (?:on|at|into|up|down|hard|again))? (?:the |both )?$"
)
# 小米继续加大对汽车业务的投入, 腾讯加码云业务: what a company puts its money into, and is spoken of itself
_INTO_ZH = re.compile(
    r"(?:对于?|向|围绕|针对|聚焦|加码|押注|布局|发力|投资|重金投入|进军|进入|切入|拓展|推进|涉足|转向|看[好重]|重视|投入|出售|剥离|分拆|收购|重组|整合|收缩|关停)了?(?:其|旗下|自家|自身|公司|集团|全新|新)*的?[「“]?$"
)
_OPENING = 20  # characters from a sentence's start, within which what it speaks of is its subject


def line_told(marks: Scan, names: Names) -> str | None:
    """Return the segment that a sentence is about: the only one it names, and at its beginning."""
    kinds = names.catalogue.segments
    if not marks.amounts and (holder := holder_of_lines(marks)):
        return holder.segment
    whole = [m for m in marks.metrics if m.metrics[0] == "backlog"]  # `Current cloud backlog`, a metric's own name
    businesses = [
        m for m in marks.segments
        if kinds[m.segment or ""].kind == "business" and not any(w.start <= m.start < w.end for w in whole) and not is_a_thing(marks, m)
    ]  # fmt: skip
    low = _behind_when(marks)
    far = bool(businesses) and businesses[0].start - low > _OPENING
    if not businesses or (far and not _OWNED.fullmatch(marks.text, low, businesses[0].start)):
        return None
    if (
        _is_put_into(marks, businesses[0].start)
        or _is_of_an_event(marks, businesses[0].end)
        or _befalls_the_company(marks, businesses[0].start)
    ):
        return None
    if any(marks.text[businesses[0].end : a.start] == " " for a in marks.amounts):
        return None  # `iPhone $49 billion, up 6%. Gross margin 47%`: one line of a list
    holds = _HOLDS.match(marks.text, businesses[0].end, marks.sentence.end)
    behind = [m for m in businesses[1:] if not (holds and m.end <= holds.end())]
    lines = {m.segment for m in (businesses[0], *behind, *lines_of_metrics(marks, names.catalogue))}
    called = [m for m in businesses if is_called_segment(marks, m)]
    if len(lines) > 1 and not (called and marks.text[businesses[0].start].isascii()):
        return None  # `Gaming revenue rose 15%, and data center revenue 12%. Gross margin was`
    return (called or businesses)[0].segment


def _is_put_into(marks: Scan, at: int) -> bool:
    """Whether a Chinese sentence without figures is on a company, and on a line only as what that one did something about."""
    acts = any(e.end <= at for e in marks.entities)
    return marks.chinese and acts and not marks.amounts and bool(_INTO_ZH.search(marks.text, max(0, at - 14), at))


def _is_of_an_event(marks: Scan, at: int) -> bool:
    """Whether a Chinese line of business only stands in what happened before: 对手的闪购业务加码后,公司营销开支增长51%."""
    start, end = marks.clause(at - 1)
    told = [*(m.start for m in marks.metrics), *(a.start for a in marks.amounts)]
    quiet = not any(start <= x < end for x in told)
    return marks.chinese and quiet and marks.text[start:end].rstrip(",").endswith(("后", "之际", "以来", "之下"))


def _befalls_the_company(marks: Scan, at: int) -> bool:
    """Whether English only says what happened in a line of business, and to which company: that is whom the next sentence goes on with."""
    low = max(marks.sentence.start, at - 60)
    if marks.chinese or marks.amounts or not _IN_A_LINE.search(marks.text, low, at):
        return False
    behind = (e for e in marks.entities if e.start > at and not marks.text.startswith(("'s", "’s"), e.end))
    return any(_DID_TO.search(marks.text, max(at, e.start - 24), e.start) for e in behind)


def _behind_when(marks: Scan) -> int:
    """Return where a sentence begins behind the time that it opens with: `In the third quarter the cloud business had revenue of`."""
    start = marks.sentence.start
    return next((p.end for p in marks.periods if _WHEN.fullmatch(marks.text, start, p.start)), start)


def as_named(marks: Scan, segment: str | None, names: Names) -> str | None:
    """Return the line of a sentence's last figure, as it was named where it only counts as that: “智能电动汽车及AI等创新业务”分部."""
    kinds = names.catalogue.segments
    named = {m.segment for m in marks.segments if kinds[m.segment or ""].counts_as == segment}
    return named.pop() if segment and len(named) == 1 else segment
