"""What a text tells as having come behind an expectation that it goes along with: `raised its outlook after profit climbed 9%`, `The forecast came despite a 3% decline`, 预期增30%,结果增长32%."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.scanning import Scan, once
from generator.extraction.marks.verbs import MOVED, TOOK

_CAME = re.compile(
    rf"\b(?:{MOVED}|{TOOK}|was|were|came|reached|hit|totall?ed|stood|said|beat|topped|missed|sold|shipped|made|swung|doubled|tripled|halved|lifted|propelled|drove|boosted|pushed|sent|fuell?ed|powered|carried|took)\b"
)
_NOT_CAME = re.compile(
    r"\b(?:would|could|may|might|will|should|expect\w*|forecast\w*|targets?|targeted|aims?|aimed|sees|plans?|likely)\b"
)
# with a verb of its own behind it, what it introduces came
_CONJUNCTION = re.compile(
    r"\b(?:after|as|even as|even though|although|though|while|whereas|because|since|when|and (?:said|reported|posted)|saying|adding|noting|reporting)\b"
)
# so did a thing told with it: `despite a 3.2% decline in profit`, `follows a quarter`, `overshadowed a profit of`
_BESIDE = re.compile(
    r"\b(?:despite|in spite of|on the back of|notwithstanding|follow(?:s|ed|ing) (?:an? |the )?(?=[a-z]+-quarter|quarterly|record|first|second|third|fourth|\d|strong|weak|solid|better|worse)|overshadow(?:s|ed|ing)|(?:comes?|came|coming) (?:along |together )?(?:with|alongside|after|on top of|amid)|accompan(?:ies|ied|ying)|alongside)\b"
)
_EXPECTED_OF = re.compile(r"\b(?:despite|after|with) (?:an? |the )?(?:expected|anticipated|projected|likely|planned)\b")


# `forecast revenue of $54 billion, after posting $46.7 billion`, `having sold 300,000 cars`
_HAVING_DONE = re.compile(
    r"\b(?:after|having|following)(?: (?:it|the company|already|just|only))? (?:[a-z]+ly )?"
    r"(?:(?:post|report|record|earn|sell|deliver|generat|book|log|mak|tak|bring|spend|buy|repurchas|achiev|register|hand|turn)ing|(?:posted|reported|recorded|earned|sold|delivered|generated|booked|logged|shipped|made|taken|brought|spent|bought|repurchased|achieved|registered|handed))\b[^;$€£¥]{0,60}[A-Z]{0,3} ?[$€£¥]?$"
)
# `will look at capital expenditure, which was $17 billion in the June quarter`; not `the consensus for revenue, which was $17 billion`
_WHICH_WAS = re.compile(
    rf", (?:which|and which|itself) (?:(?:was|were|had been|came (?:in )?(?:to|at)|stood at|reached|amounted to|totall?ed|hit)|(?:had )?(?:fallen|fell|risen|rose|grown|grew|climbed|dropped|slipped|jumped|declined|increased) (?:by [^,;]{{1,20}} )?to) {ABOUT}(?:[A-Z]{{2,3}} ?)?[$€£¥]?"
)
_THE_AMOUNT = re.compile(rf"\bthe {ABOUT}(?:[A-Z]{{2,3}} ?)?$")
_SOMEBODY_DID = re.compile(
    r"(?: (?:vehicles|cars|units|phones|EVs))? (?:(?:that|which) )?(?:it|they|the company|[A-Z][\w.&]*(?: [A-Z]\w+)?) (?:had )?"
    r"(?:booked|reported|posted|sold|delivered|shipped|earned|made|recorded|took in|brought in|generated|spent|achieved|handed over|produced|logged|registered)\b"
)
_OF_A_VIEW = re.compile(
    r"\b(?:expected|expectations?|estimate[sd]?|consensus|forecasts?|projections?|guidance|outlook|targets?|views?|goals?|aims?) (?:[a-z]+ ){0,3}$",
    re.I,
)
_THEN = re.compile(r"(?: [a-z]+)? (?:in|for|during|at|of) |,? ")
# `forecast slower gains for the current quarter after 12 per cent growth in Q3`
_GROWTH = r"(?:growth|increase|rise|gain|jump|surge|decline|drop|fall|decrease|slump|plunge|slide)"
_AFTER_GROWTH = re.compile(
    rf"\b(?:after|following) (?:an? |the )?(?:(?:[a-z-]+ ){{0,2}}(?P<of>{_GROWTH} of ))?{ABOUT}$"
)
_GROWTH_BEHIND = re.compile(rf"[ -](?:(?:[a-z-]+|year[- ]o(?:n|ver)[- ]year) ){{0,2}}?{_GROWTH}\b")
_TO_COME = re.compile(r"[^,;.]* (?:next|this|current|coming)\b")
# 分析师料纯利增30%,结果这项指标增长32%
_AFTER_ALL_ZH = re.compile(
    "[,;:](?:但|而|不过|惟|可|然而|,)*(?:结果|最终|最后|事实上|到头来)(?!显示|表明|公布|出炉|公告|发布|将|会|料|或|有望|可望)"
)
_LEAD = 90  # characters before an amount, within which stands that it came
_LEVEL = 24  # characters between an amount and the comma behind it
_COMMA = re.compile(r",(?!\d)")


@once
def told_since(scan: Scan, amount: Amount) -> int:
    """Return where the words begin that tell an amount as having come, whatever was expected before them; -1 for nowhere."""
    text, ahead = scan.text, scan.cues_between(scan.sentence.start, amount.start, "forecast", "target", "consensus")
    if not ahead:
        return -1
    # `raised its guidance after posting higher-than-expected earnings of`: what is only a part of such a word expects nothing
    plain = [c for c in ahead if scan.text[c.start - 1] != "-"]
    low = (plain or ahead)[-1].end
    if scan.chinese:
        after_all = _AFTER_ALL_ZH.search(text, low, amount.start)
        return after_all.start() if after_all else -1
    if grew := _after_growth(scan, amount):
        return grew.start()
    if came_before(scan, amount):
        done = _HAVING_DONE.search(text, low, amount.start)
        return max(scan.amount_before(amount.start), done.start() if done else -1)
    beside = _BESIDE.search(text, low, amount.start)
    if beside and not (_EXPECTED_OF.match(text, beside.start()) or _NOT_CAME.search(text, beside.end(), amount.start)):
        return beside.start()
    joined = _CONJUNCTION.search(text, low, amount.start)
    if joined is None or _NOT_CAME.search(text, joined.end(), amount.start):
        return -1
    return joined.start() if _is_told(scan, joined.end(), amount) else -1


def _after_growth(scan: Scan, amount: Amount) -> re.Match[str] | None:
    """Return the words that say that something is expected after a growth that came: `after 12 per cent growth in Q3`."""
    said = _AFTER_GROWTH.search(scan.text, max(scan.sentence.start, amount.start - _LEAD), amount.start)
    behind = _GROWTH_BEHIND.match(scan.text, amount.end)
    if said is None or amount.kind != "percent" or not (behind or said["of"]):
        return None
    return None if _TO_COME.match(scan.text, amount.end, scan.sentence.end) else said


def _is_told(scan: Scan, low: int, amount: Amount) -> bool:
    """Whether a verb of what came leads to an amount, past no comma but one behind an amount: not `expects, as demand was strong, sales of`."""
    commas = [c.start() for c in _COMMA.finditer(scan.text, low, amount.start)]
    apart = [at for at in commas if scan.amount_before(at) < at - _LEVEL]
    return bool(_CAME.search(scan.text, apart[-1] if apart else low, amount.start))


@once
def came_before(scan: Scan, amount: Amount) -> bool:
    """Whether an English amount is only what came before what its sentence expects: `after posting $46.7 billion`."""
    low = max(scan.sentence.start, scan.amount_before(amount.start), amount.start - _LEAD)
    if scan.chinese or not scan.cues_between(scan.sentence.start, amount.start, "forecast", "target", "consensus"):
        return False
    if _after_growth(scan, amount) or is_what_it_was(scan, amount):
        return True
    done = _HAVING_DONE.search(scan.text, low, amount.start)
    return done is not None and not _NOT_CAME.search(scan.text, done.end(), amount.start)


def is_what_somebody_took(scan: Scan, amount: Amount) -> bool:
    """Whether a relative clause without a pronoun says who took or sold an amount: `which would top the $26.3 billion Nvidia booked there`."""
    the = _THE_AMOUNT.search(scan.text, max(scan.sentence.start, amount.start - _LEVEL), amount.start)
    return bool(the and _SOMEBODY_DID.match(scan.text, amount.end))


def is_what_it_was(scan: Scan, amount: Amount) -> bool:
    """Whether a relative clause behind a metric says what it was in a time that it names."""
    metric = next((m for m in reversed(scan.metrics) if m.end < amount.start), None)
    if scan.chinese or metric is None or not _WHICH_WAS.fullmatch(scan.text, metric.end, amount.start):
        return False
    if _OF_A_VIEW.search(scan.text, max(scan.sentence.start, metric.start - 40), metric.start):
        return False
    return any(_THEN.match(scan.text, amount.end, m.end) for m in scan.periods if 0 <= m.start - amount.end <= _LEVEL)
