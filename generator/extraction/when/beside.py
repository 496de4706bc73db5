"""What an amount is set beside, and whether words say that this is the year before."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.corpus.months import EITHER_WAY
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.bases import A_YEAR_AGO, MONTH_BEFORE, QUARTER_BEFORE, YEAR_BEFORE
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import DID, MOVED
from generator.extraction.whose.context import Surroundings

EARLIER = rf"(?:{A_YEAR_AGO}|(?:the )?same (?:period|quarter|month)(?: of| in)? (?:the )?(?:last|previous|preceding|prior) (?:(?:fiscal|financial)(?: year)?)|(?:the )?corresponding(?: period| quarter)?|(?:the )?(?:comparable|equivalent) (?:period|quarter))"
_WAS = rf"(?:had|was|were|came|stood|{MOVED}|{DID})"
# `A year earlier, in the fourth quarter of 2022,`: named as well, and so no year before that
_NAMED = r" (?:in|during|for) (?:the )?(?:(?:[1-4]Q|Q[1-4]|[12]H|H[12]|FY)[ '’]?(?:20)?\d\d|[A-Za-z-]+(?: [a-z]+)?(?: of)?(?: fiscal)? 20\d\d|20\d\d)\b"
_PRIOR_OPENING = re.compile(
    rf"\s*(?:(?:[•*–-] )?(?:(?:only |just )?(?:(?:during|in|for|over)\s+(?:the )?{EARLIER}|{EARLIER}(?=:)|(?:(?:a|one) year|(?:twelve|12) months) (?:ago|earlier|before|previously)|the year before|year earlier|(?:at )?this (?:time|point|stage) (?:last year|a year (?:ago|before|earlier)))(?:[,:](?!{_NAMED})|(?= (?:it|they|the company|[A-Z]\w+) {_WAS}\b)))|(?:而|但|且|要知道|相比之下|对比之下|作为对比|作为对照|与之对比|对照来看)?,?\s?(?:在)?(?:(?:去年|上年|前一年|上一年)(?:同期|同季|同月|的?这个?时候|此时|此刻)|一年(?:之|以)?前(?:的?(?:同期|此时|这个?时候))?),|(?:in|by) comparison,? (?:last year|a year (?:ago|earlier)|in {EARLIER}),? )",
    re.I,
)
# `Last month, BYD sold 301,800 cars` counts from the day of the news; `It sold 334,000 in July. Last month, it sold 301,800` from what was told
_OPENS_BEFORE = re.compile(
    rf"\s*(?:(?:[Bb]ut|[Yy]et|[Aa]nd|Still|while|whereas|when|where),? )?(?:[Oo]nly |[Jj]ust )?(?:(?:[Ii]n|[Dd]uring|[Ff]or) )?(?:(?i:(?P<quarter>{QUARTER_BEFORE}))|(?i:(?P<month>{MONTH_BEFORE})))(?:,|(?= (?:it|they|the company|[A-Z]\w+) {_WAS}\b))"
)
_FROM_NEWS = re.compile(
    r"\s*(?:[A-Za-z]+,? ){0,4}?(?i:last) (?P<of>quarter|month|three[- ]months?(?: period)?),? (?P<who>[A-Z]\w+)?"
)
_LEVEL_TOLD = re.compile(r"\d,\d{3}(?![\d%])|\d ?(?:million|billion|trillion|bn|mn)\b")
_A_MONTH = re.compile(rf"\b(?:{EITHER_WAY}|month)\b")
_A_QUARTER = re.compile(r"\b(?:[a-z]+[- ])?quarter\b|\bQ[1-4]\b|\b[1-4]Q")
_TOLD_BEFORE = 240  # characters before a sentence, within which the one is that it may count from
_NOW = re.compile(
    "今年|如今|现在|眼下|目前|本季|当季|本期|这一次|[今这]个?季度|20\\d\\d年|[一二三四1-4]季度?"
)  # 去年同期,营收…,今年则为…
FROM_BEFORE = sought(
    r"(?:(?<!range )(?<!ranging )(?<!varying )(?<!spanning )\bfrom|\b(?:improvement|increase|growth|gain|rise|jump|decline|drop|decrease) (?:over|on)|\b(?:up|down) on|\bagainst|\bversus|\bvs\.?|compare[sd] (?:with|to)|(?<!more )(?<!less )(?<!fewer )(?<!greater )\bthan(?: the)?|从|由|自|较|相比|对比)\s*(?:每[股部台辆]|原先的?|原本的?|原来的?|先前的?|about |around |over |more than |nearly |the |its |an? (?:(?:net|operating|adjusted|gross|record|quarterly) )*(?:profit|loss|inflow|outflow|margin|revenue|figure|net income|income|total) of |(?:(?:net|operating|adjusted|gross|diluted|basic|quarterly|segment|non-GAAP|non-IFRS) )*(?:profits?(?: from operations)?|loss(?:es)?(?: from operations)?|margins?|revenues?|sales|income(?: from operations)?|earnings|EPS|earnings per share|deliveries|shipments) of |an? |some |大?约|[接将]?近|超过?|逾|不足|不到|高达|just |only |barely |merely |mere |roughly |approximately |almost |less than |at least |well over |minus |negative )*$",
    re.I,
)
_EARLIER_ZH = re.compile(r"而?(?:[上去]年(?:同期|同季)|[上前][一个]?季度?|一年前)(?:的|则|为)?")
PRIOR_BEHIND = re.compile(
    rf"(?: (?:in|of) (?:[a-z-]+ ){{0,2}}[a-z-]+| (?:posted|reported|recorded|booked|seen|made|earned|achieved|delivered|sold|shipped))? (?:in|for|during|of) (?:the )?{EARLIER}",
    re.I,
)
_THEN = re.compile(
    rf"(?: [a-z-]+){{0,2}},? (?:(?:in|for|of|during) )?(?:{QUARTER_BEFORE}|{MONTH_BEFORE}|{YEAR_BEFORE})(?![a-z'’])"
)
_SET_AFTER = re.compile(
    rf"\b(?:from|than|after|following|against|versus|vs\.?|compared (?:with|to)) (?:an? )?(?:[a-z]+ of )?{ABOUT}$"
)
LED_TO = sought(
    r"(?<!compared )\bto (?:about |around |nearly |over |more than |less than |between |just |only |some |a record )*$",
    re.I,
)
_AGAINST_IT = re.compile(
    r"(?: (?:a|per) share)?,? (?:versus|vs\.?|against|compared (?:with|to)) (?:a |the )?(?:[A-Z]{2,3} ?)?"
)
_EXPECTED_TOO = re.compile(
    r"[^;.\d]{0,40}\b(?:expect|estimat|consensus|forecast|guid|predict|project|anticipat|analysts|street|target)", re.I
)


def is_set_beside_zh(scan: Scan, mention: Mention | None) -> bool:
    """Whether a Chinese clause says no more before a metric than that it is an earlier one's: 而上年同期净亏损12.2亿元."""
    return mention is not None and bool(_EARLIER_ZH.fullmatch(scan.text, scan.clause(mention.start)[0], mention.start))


# `the year-ago quarter's vehicle margin of negative 4.3%`, `compared to last year's interim profit of £225 million`
YEARS_OWN = sought(
    r"\b(?:(?:year-ago|year-earlier|prior-year) (?:quarter|period)?|last year|the year before|(?:the )?same (?:quarter|period) last year|a year (?:earlier|ago))['’]s (?:(?:[\w-]+ ){1,4}of )?(?:negative |minus |about |around |nearly )?$"
)


def is_of_year_before(scan: Scan, amount: Amount) -> bool:
    """Whether a year before stands right behind an amount, or owns it: `RMB 6.6 billion in the same quarter last year`."""
    if YEARS_OWN.search(scan.text, max(scan.sentence.start, amount.start - 60), amount.start):
        return True
    return bool(PRIOR_BEHIND.match(scan.text, amount.end, min(scan.amount_after(amount.end), scan.sentence.end)))


def is_set_against(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is only set against what the market expects, and nothing says that it is expected too: `Earnings are seen at $2.08 per share versus $0.51`."""
    low = max(scan.amount_before(amount.start), amount.start - 40)
    against = _AGAINST_IT.fullmatch(scan.text, low, amount.start)
    return against is not None and not _EXPECTED_TOO.match(scan.text, amount.end)


def is_of_then(scan: Scan, amount: Amount) -> bool:
    """Whether a time before stands right behind an amount: `down from 75.7% in the previous quarter`."""
    return bool(_THEN.match(scan.text, amount.end, min(scan.amount_after(amount.end), scan.sentence.end)))


def is_set_beside_then(scan: Scan, amount: Amount) -> bool:
    """Whether what is expected is set beside an amount of a time before: `expect a margin of 22.4%, after 22.5% in the quarter before`."""
    if scan.chinese or not is_of_then(scan, amount):
        return False
    return bool(_SET_AFTER.search(scan.text, max(scan.sentence.start, amount.start - 32), amount.start))


def opens_earlier(scan: Scan, at: int | None = None) -> bool:
    """Whether a sentence opens with the year before, and has not come back from it `at` an offset: `A year ago, revenue jumped 59 percent`."""
    opening = _PRIOR_OPENING.match(scan.text, scan.sentence.start, scan.sentence.end)
    return opening is not None and not _NOW.search(scan.text, opening.end(), at or scan.sentence.end)


def clause_opens_earlier(scan: Scan, at: int) -> bool:
    """Whether what stands behind a semicolon opens with the year before: `rose to 38 billion in the quarter; a year earlier, it was 35 billion`."""
    return _PRIOR_OPENING.match(scan.text, at, scan.sentence.end) is not None


def opens_before(scan: Scan, at: int) -> str | None:
    """Return which time before, a quarter or a month, an English sentence or clause opens with: `The month before it had delivered 51,000`."""
    opening = _OPENS_BEFORE.match(scan.text, at, scan.sentence.end)
    return opening.lastgroup if opening and not _counts_from_news(scan, at) else None


def _counts_from_news(scan: Scan, at: int) -> bool:
    """Whether `last month` is the one before the news: whoever did something then was told no level of a later one in the sentence before."""
    last = _FROM_NEWS.match(scan.text, at, scan.sentence.end)
    if last is None:
        return False
    end = scan.sentence.start
    low = max(
        scan.text.rfind("\n", 0, end),
        scan.text.rfind(". ", max(0, end - _TOLD_BEFORE), max(0, end - 2)),
        end - _TOLD_BEFORE,
        0,
    )
    named = last["who"] is None or scan.text.find(last["who"], low, end) >= 0
    alike = _A_MONTH if last["of"] == "month" else _A_QUARTER
    return not (named and _LEVEL_TOLD.search(scan.text, low, end) and alike.search(scan.text, low, end))


def is_set_beside(around: Surroundings, amount: Amount) -> bool:
    """Whether an amount is only what another is compared with: `up 8 percent compared to around 60 percent growth`."""
    lead = around.scan.text[max(around.scan.sentence.start, amount.start - 40) : amount.start]
    return bool(FROM_BEFORE.search(lead)) and not LED_TO.search(lead)
