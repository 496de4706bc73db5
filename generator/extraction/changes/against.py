"""What a change is measured against: the year or the quarter before, or something else."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.compared import compared
from generator.extraction.changes.gapped import gap_of
from generator.extraction.changes.grew_then import grew_then
from generator.extraction.changes.too_zh import taken_over
from generator.extraction.changes.two_times_zh import TWO_TIMES, of_time
from generator.extraction.frozen import frozen
from generator.extraction.marks.bases import A_QUARTER_AGO
from generator.extraction.marks.cues import BASES, Against, Cue
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED

AGAINST: dict[str, Against] = {"yoy": "yoy", "prior": "yoy", "qoq": "qoq", "quarter_before": "qoq", "mom": "mom"}
_BASES = (*BASES, "other_base", "prior", "quarter_before")
_PHRASE = re.compile(r"(?:(?!,|;|\band\b|\bwhile\b|\bbut\b)[\x00-\x7f])*")
_HAN_BEFORE = re.compile(r"[一-鿿][^A-Za-z]{0,6}$")
# `its fastest expansion since 2022, with revenue increasing 20%`
_RECORD = re.compile(
    r"\b(?:fast|slow|quick|big|large|great|high|low|strong|weak|sharp|steep|deep)est\b[^,;.\d]{0,40}$|\b(?:best|worst|first|not|never|unseen|unmatched|unequalled|at any time|unlike any)\b[^,;.\d]{0,40}$|n['’]t\b[^,;.\d]{0,40}$",
    re.I,
)
_COMPARES = re.compile(
    r"\b(?:from|than|over|vs\.?|versus|with|to|against|on|exceeding|beating) (?:the |that of )?$", re.I
)
_NEAR = 30  # characters between an amount and the base that stands after it in its own phrase
GREW_ZH = "[年季月](?:增|减|成长|衰退)"  # 月增、年增幅度分别为29.5%、11.5%
_BOTH = re.compile(
    rf"(?P<one>同比?|环比?|按年|按季|{GREW_ZH})(?:和|及|与|以及|、|/ ?|,)?(?P<two>同比|环比|按年|按季|{GREW_ZH})(?:增速|增幅|变动|变化|幅度?|率)?(?:(?:则|均|亦)?(?:分别|各)|为?(?=[-+]\d|$))"
)
_GREW_IN = re.compile(
    r" (?:(?:year-over-year |year-on-year |annual )?(?:growth|increase|rise|gain|jump|surge|decline|drop|fall|decrease|rate|pace|expansion) )?(?:seen |recorded |reported |posted |registered |achieved )?(?:in|for|during) "
)
# `In the quarter before, it sold 9 million`: when that was, and nothing that a change is against
_AGO = re.compile(A_QUARTER_AGO, re.I)  # `Three months earlier, growth had been 22%`
_QUARTERS_BEFORE = (
    "last quarter",
    *(f"the {word} quarter" for word in ("previous", "prior", "preceding")),
    "the quarter before",
)
_RIGHT_BEHIND = re.compile(r" (?:(?:higher|lower|more|less|fewer|better|worse|up|down) )?")
_ITS_RATE = re.compile(r"的(?:约|近)?[\d.]+%")
_A_RATE = re.compile(r"(?:增速|增长率|成长率|增幅|升幅|跌幅|降幅|减幅|年增率?|同比|按年)")
# 营收增速较上季度放缓至22%: what the rate is held against, and not what grew
_A_RATE_AT = re.compile(
    r"(?:增速|增长率?|成长率?|[增升涨跌降减]幅|年增率?)[虽则已仍也亦却]?(?:相?[较比]于?|[从由自])?$"
)
_PACES = re.compile(
    r"[^,;。\d]{0,8}?(?:放缓|放慢|减慢|减速|趋缓|回[落升]|加快|加速|提速|收窄|扩大|改善|翻[一两]?[倍番]|提[升高]|反弹|下[滑降]|跳升|飙升)了?[至到]"
)
# `up 37.2%, and down 8.0% from the prior quarter`, `down 13%, but was up 19%`: each with its own word, of which the second has that base
_MOVED_APART = re.compile(
    r"(?:, (?:and |but |while |though |although |yet |albeit )?|,? (?:and|but|yet|while|though|although|albeit) )(?:(?:it|they|that) )?(?:(?:was|were|is|are) )?(?:still |also )?(?:up|down|an? (?:increase|decrease|rise|fall|decline) of|rose|rising|grew|growing|climbed|climbing|increased|increasing|fell|falling|dropped|dropping|declined|declining|decreased|decreasing|slipped|slipping)(?: just| only| merely| a mere)? (?:by )?"
)
_ITS_BASE = re.compile(r" (?:from |over |on |than )?(?:in )?(?:the )?")
_OPENING, _COMMA = re.compile(r"[\s•*-]*(?:On an? )?", re.I), re.compile(r"(?: basis)?, ")
_OPENS = re.compile(r"(?: (?:units|vehicles|cars|devices|phones))? ?\(")
_AND_AGAIN = re.compile(
    r"个?\s?(?:和|及|与|以及|、|,|/)\s?(?:大?约|近|逾|超过?|接近)?(?P<own>(?:大幅|小幅|微|略)?(?:增[长加]?|成长|减少?|衰退|下[降滑跌]|上升|提升|升|降|跌|[多少](?:出|了)?)(?:了|大?约|近|逾|超过?|接近)*)?"
)  # 同比、环比分别增长21%和约3%


@frozen
class Both:
    """A change of two that are told together, against a year and a quarter before; `told` or `sign` says in which direction."""

    told: Amount
    against: Against
    sign: int = 0


_ANOTHER_MOVE = re.compile(
    rf"(?:[^;.]|\.(?=\d)){{0,60}}?,? (?:but|though|although|yet|albeit|while)(?: (?:it|they|this|that|(?:the |its )?(?:growth|pace|rate)))?(?: (?:was|were|had|still))?(?: [a-z]+ly)? (?:{MOVED}|slowed|eased|cooled|accelerated|up|down|lower|higher|below|above|less|fewer)\b"
)
_IN_THEN = re.compile(r"(?: [a-z]+)? (?:in|for|of) (?:the )?")
_TURNS = re.compile(r"\b(?:but|while|whereas|though|although|yet)\b")
_FROM_BASE = re.compile(r"\b(?:from|against|versus|vs\.?|compared with|compared to|than) (?:about |around |just )?$")
_A_POINT_LESS = re.compile(
    r"[^,;.\d]{0,40},? (?:(?:an?|one|two|three|four|five|six|half an?|[\d.]+) (?:full )?(?:percentage )?points? )?(?:less|more|lower|higher|slower|faster|quicker|better|worse) than\b"
)


def in_both(scan: Scan, amount: Amount) -> Both | None:
    """Return which of two changes an amount is: 按年及按季分别跌5.4及3.9个百分点; 同环比+65.7%/+20.2%."""
    start, end = scan.clause(amount.start)[0], amount.start
    said = next(iter(_BOTH.finditer(scan.text, max(scan.sentence.start, start - 12), end)), None)
    said = said or next(iter(TWO_TIMES.finditer(scan.text, max(scan.sentence.start, start - 24), end)), None)
    if said is None:
        return None
    run = [a for a in scan.amounts if said.end() <= a.start and a.kind == amount.kind][:2]
    again = _AND_AGAIN.fullmatch(scan.text, run[0].end, run[1].start) if amount in run and len(run) == 2 else None
    if again is None:
        return None
    base = said["one" if amount is run[0] else "two"]
    base = of_time(base) if said.re is TWO_TIMES else base
    quarter = base in ("环", "环比", "按季", "季") or base[0] in "季月"
    sign = (-1 if base[1] in "减衰" else 1) if re.fullmatch(GREW_ZH, base) else 0
    return Both(amount if again["own"] else run[0], "qoq" if quarter else "yoy", sign)


def in_brackets(scan: Scan, amount: Amount) -> bool:
    """Whether a percentage with its sign stands alone in brackets behind an amount: `$1.34B (+27%)`, `(+27%; +25% cc)`."""
    before = scan.amount_before(amount.start)
    closes = (")", ";") if amount.signed else (")",)
    alone = scan.text[amount.end : amount.end + 1] in closes and before > scan.sentence.start
    return alone and bool(_OPENS.fullmatch(scan.text, before, amount.start))


def against_of(scan: Scan, amount: Amount) -> tuple[Against, str | None]:
    """Return what the change is measured against: the nearest such word of its clause, else of the sentence."""
    if in_brackets(scan, amount) and amount.signed:
        return "yoy", None
    if touching := next((c for c in scan.cues if c.end == amount.start and c.kind in BASES), None):
        return AGAINST[touching.kind], None  # (yoy+15% qoq+2%)
    if beside := compared(scan, amount):
        return beside.than.against, None
    if (gap := gap_of(scan, amount)) and not scan.cues_between(amount.end, _next(scan, amount), *_BASES):
        return against_of(scan, gap.verb)  # `Nio's deliveries rose 45% from a month earlier, Li Auto's 41%`
    start, end = scan.clause(amount.start)
    floor = max(start, scan.amount_before(amount.start))
    ends = amount.end in scan.separators  # 利润降29% 盘后挫3%: a headline's next phrase
    at_once = re.compile(r"[\s(]*").match(scan.text, amount.end)
    assert at_once is not None
    stretches: tuple[tuple[int, int], ...] = (
        (amount.end, min(at_once.end() + 40, scan.amount_after(amount.end)))
        if _is_cue(scan, at_once.end()) and not (ends or _has_own_base_zh(scan, floor, amount))
        else (0, 0),
        (floor, amount.start),
        _opening(scan, amount),
        (amount.end, min(end, scan.amount_after(amount.end))),
        (start, amount.start),
        (amount.end, scan.amount_after(amount.end)),
        (scan.sentence.start, amount.start),
        (amount.end, scan.sentence.end),
    )
    if (own := _own_base(scan, amount, floor)) is not None:
        stretches = ((own.start, own.end), *stretches)
    elif _HAN_BEFORE.search(scan.text, max(start, amount.start - 8), amount.start):
        # 收入升34%至398亿元,按季亦增19%: what a later amount is measured against is its own
        stretches = (*stretches[:-3], stretches[-2])
    for low, high in stretches:
        cues = [
            c
            for c in scan.cues_between(low, high, *_BASES)
            if not (
                _is_subject(scan, c)
                or _opens_the_next(scan, c, amount)
                or _is_anothers(scan, c, amount)
                or _is_a_pace_beside(scan, c, amount)
                or _is_of_another_move(scan, c, amount)
            )
        ]
        if cues:
            cue = cues[-1] if high == amount.start else cues[0]
            if cue.kind == "other_base":
                return "yoy", "measured against something other than the period a quarter or a year before"
            told_with = "yoy" if _is_the_second_base(scan, cues, amount) else AGAINST[cue.kind]
            return told_with, None
    return taken_over(scan, amount)


def _next(scan: Scan, amount: Amount) -> int:
    """Return where the words behind an amount end: at the next one, or with its clause."""
    return min(scan.clause(amount.end)[1], scan.amount_after(amount.end))


def _is_the_second_base(scan: Scan, cues: list[Cue], amount: Amount) -> bool:
    """Whether a Chinese quarter or month before is one of two bases that another metric was told against, to which a bare change adds none.

    收入274亿元,按年减36.2%,按季减9.5%,其中车辆收入259亿元,跌37.4%
    """
    last = cues[-1]
    if not scan.chinese or last.end > amount.start or AGAINST.get(last.kind) == "yoy":
        return False
    both = any(AGAINST.get(c.kind) == "yoy" for c in cues)
    return both and any(last.end < m.start < amount.start for m in scan.metrics)


def _opening(scan: Scan, amount: Amount) -> tuple[int, int]:
    """Return where the base stands that an English sentence opens with, until it names another: `Year over year, it rose 5%, and quarter over quarter`."""
    first = next((c for c in scan.cues if c.kind in BASES), None)
    opens = first and _OPENING.fullmatch(scan.text, scan.sentence.start, first.start)
    if first is None or not opens or not _COMMA.match(scan.text, first.end) or first.end > amount.start:
        return 0, 0
    return (0, 0) if scan.cues_between(first.end, amount.start, *BASES) else (first.start, first.end)


def _opens_the_next(scan: Scan, cue: Cue, amount: Amount) -> bool:
    """Whether a base opens the clause behind a semicolon, whose change it is the base of: `an increase of 8%; month on month, sales rose 2%`."""
    opens = amount.end <= cue.start and scan.text.endswith("; ", 0, cue.start)
    return opens and scan.text.startswith(",", cue.end)


def _is_anothers(scan: Scan, cue: Cue, amount: Amount) -> bool:
    """Whether `quarter-over-quarter` stands right behind an earlier change, or a later one past a level, and is the base of that one alone."""
    if cue.kind not in ("qoq", "mom", "quarter_before") or not scan.text[cue.start].isascii():
        return False
    before = scan.amount_before(cue.start)
    last = next((a for a in scan.amounts if a.end == before and a.kind == "percent"), None)
    if last and amount.end <= last.start and _MOVED_APART.fullmatch(scan.text, amount.end, last.start):
        return bool(_ITS_BASE.fullmatch(scan.text, before, cue.start))
    if cue.kind == "quarter_before":
        return False
    if last is None or before < amount.start:
        return last is not None and scan.text[before : cue.start] == " "
    # `climbed 34% to 39.8 billion yuan and was 19% higher sequentially`: of the later one, past a level
    past = any(amount.end <= a.start and a.end <= last.start and a.kind != "percent" for a in scan.amounts)
    return past and bool(_RIGHT_BEHIND.fullmatch(scan.text, before, cue.start))


def _is_a_pace_beside(scan: Scan, cue: Cue, amount: Amount) -> bool:
    """Whether a quarter before is only what the growth itself is compared with: `grew 33%, a point less than in the quarter before`."""
    return cue.start > amount.end and _A_POINT_LESS.match(scan.text, amount.end, cue.end) is not None


def _is_of_another_move(scan: Scan, cue: Cue, amount: Amount) -> bool:
    """Whether a base is that of a verb of its own behind a change: `surged 229% to 3,040 units, but decreased from the previous month's 3,478`."""
    if _is_of_another_level(scan, cue, amount):
        return True
    on = _ANOTHER_MOVE.match(scan.text, amount.end, cue.start) if cue.start > amount.end else None
    if on is None or not scan.text[cue.start].isascii():
        return False
    if "," in scan.text[on.end() : cue.start]:
        return False  # `fell 3.1%, though higher than feared, from the previous quarter`: an aside
    return not any(on.end() <= a.start < cue.start and a.kind == "percent" for a in scan.amounts)


def _is_of_another_level(scan: Scan, cue: Cue, amount: Amount) -> bool:
    """Whether a base stands behind the level of another metric, which is set beside it: `a 15% rise in revenue while costs hit 21 billion yuan, against 27 billion in the previous quarter`."""
    base = next((a for a in reversed(scan.amounts) if amount.end < a.start and a.end <= cue.start), None)
    if base is None or base.kind == "percent" or not scan.text[cue.start].isascii():
        return False
    if not _IN_THEN.fullmatch(scan.text, base.end, cue.start):
        return False
    if not _FROM_BASE.search(scan.text, max(amount.end, base.start - 24), base.start):
        return False
    turn = _TURNS.search(scan.text, amount.end, base.start)
    return turn is not None and any(turn.end() <= m.start < base.start for m in scan.metrics)


def _is_subject(scan: Scan, cue: Cue) -> bool:
    """Whether a word says when it is, or since when there was no such growth, and not what a change is compared with."""
    said, before = scan.text[cue.start : cue.end], scan.text[max(0, cue.start - 1) : cue.start]
    if said.lower() == "since" and _RECORD.search(scan.text, max(scan.sentence.start, cue.start - 60), cue.start):
        return True
    if said.lower() == "since" and any(cue.end <= m.start < scan.amount_after(cue.end) for m in scan.metrics):
        return True  # `since Musk announced that sales of electric vehicles rose 7%`
    if said.lower() == "last quarter" and not _COMPARES.search(
        scan.text, max(scan.sentence.start, cue.start - 18), cue.start
    ):
        return True  # `net income more than doubled last quarter`
    opens = scan.text[scan.sentence.start : cue.start].strip().lower() in ("", "in")
    if opens and (said.lower() in _QUARTERS_BEFORE or (cue.end in scan.separators and _AGO.fullmatch(said))):
        return True
    if (
        _is_a_rate_held_against(scan, cue)
        or _is_when_another_grew(scan, cue)
        or (cue.kind == "quarter_before" and _had_a_rate(scan, cue))
    ):
        return True
    return cue.kind == "quarter_before" and said in ("上季", "上季度") and before not in tuple("较比与和由从于")


def _is_when_another_grew(scan: Scan, cue: Cue) -> bool:
    """Whether a quarter says when something grew by the percentage before it: `slowed to 12% from 18% in the previous quarter`."""
    before = scan.amount_before(cue.start)
    rate = next((a for a in scan.amounts if a.end == before and a.kind == "percent"), None)
    if rate is None:
        return False
    if cue.kind == "quarter_before" and _GREW_IN.fullmatch(scan.text, before, cue.start):
        return True
    then = grew_then(scan, rate)
    return then is not None and cue.end <= then.end


def _had_a_rate(scan: Scan, cue: Cue) -> bool:
    """Whether a Chinese quarter before only says of when a rate was that another is set beside: 增速由上季的26%加快至32%."""
    rate = _ITS_RATE.match(scan.text, cue.end)
    return rate is not None and bool(_A_RATE.search(scan.text, scan.sentence.start, cue.start))


def _is_a_rate_held_against(scan: Scan, cue: Cue) -> bool:
    """Whether a Chinese time before is what a rate of growth moved from, and nothing grew against it: 增速较上季度放缓至22%."""
    if cue.kind not in ("qoq", "quarter_before", "mom") or not scan.chinese:
        return False
    rate = _A_RATE_AT.search(scan.text, max(scan.sentence.start, cue.start - 8), cue.start)
    return rate is not None and bool(_PACES.match(scan.text, cue.end))


def _own_base(scan: Scan, amount: Amount, floor: int) -> Cue | None:
    """Return the base that stands in the amount's own phrase, after it or before: `a 29% increase from the previous quarter`."""
    after = scan.cues_between(amount.end, scan.amount_after(amount.end), *_BASES)
    slashed = bool(after) and scan.text[amount.end] == "/"  # 环比提高0.1个百分点/同比增长3.3个百分点
    if (
        after
        and not (slashed or _has_own_base_zh(scan, floor, amount))
        and amount.end not in scan.separators
        and after[0].start - amount.end <= _NEAR
        and _PHRASE.fullmatch(scan.text, amount.end, after[0].start)
    ):
        return after[0]
    before = scan.cues_between(floor, amount.start, *_BASES)
    return before[-1] if before and _PHRASE.fullmatch(scan.text, before[-1].end, amount.start) else None


def _has_own_base_zh(scan: Scan, floor: int, amount: Amount) -> bool:
    """Whether a Chinese base stands before an amount: 同比增长16.2% 环比下降1.7%, of which the second is the next one's."""
    return any(not scan.text[c.start].isascii() for c in scan.cues_between(floor, amount.start, *BASES))


def _is_cue(scan: Scan, at: int) -> bool:
    return any(cue.start == at and cue.kind in (*BASES, "other_base") for cue in scan.cues)
