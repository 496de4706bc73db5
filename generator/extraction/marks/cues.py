"""The words of the grammar in a sentence: growth, comparison, expectation, multiples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from typing import Any, Literal

from generator.extraction.amounts.amount import Amount
from generator.extraction.frozen import frozen
from generator.extraction.marks.met_so_en import tells_how_met
from generator.extraction.marks.met_so_zh import is_only_met_zh
from generator.extraction.phrases import Phrases
from generator.extraction.reading import Reading
from generator.extraction.vocabulary import words

OF_WHICH = re.compile("(?:其中|当中),?")  # 其中,游戏业务表现出色,总收入达636亿元
_EXPECTATION = re.compile(r"预期|预估|预测|预计|估计|预料")
# 研发支出超预期增32%: by how much it grew, more than anybody expected; not 收入增8%,低于预期增长10% nor 收入增8%不及预期增长10%
_GREW_BEYOND = re.compile(
    r"(?:大幅|同比|环比|按年|按季|强劲|显著)*(?:增长|增加|成长|上[升涨]|下[降滑跌]|减少|萎缩|衰退|[增升涨跌降减])(?:了|约|近|逾|超)*[\d一二三四五六七八九]"
)
_STARTS = ",;:。(!?\n %"
_ITS_OWN = re.compile("该行|我们|大摩|小摩")  # 略高于该行预期的108亿元: one broker's
_ITS_AMOUNT = re.compile(
    r"(?:的|值|为|是|约|近|中值|中位数|:|增长|增幅|升幅|跌幅|同比|下[降滑跌]|减少|净?亏损|盈利|[增升跌降]|人民币|港币|US\$|HK\$|RMB|[$€£¥]|新?台币|\s)*(?!\d+(?:Q|H\d|年|月|季)|[一二三四]季)[\d一二三四五六七八九]"
)
# `topping Q3 estimates with $180B in revenue`: what topped them came; `topping estimates of $177B` states them.
_BEATEN = re.compile(
    r"\b(?:beat(?:s|ing|en)?|topp?(?:s|ed|ing)?|miss(?:es|ed|ing)?|exceed\w*|surpass\w*|outpac\w*|outstripp\w*|smash\w*|crush\w*|match(?:es|ed|ing)?|ahead of|short of|shy of|(?:came (?:in|out)|coming in|was|were|landed|ended) (?:[a-z]+ )?(?:above|below|(?:better|higher|lower|worse|stronger|weaker) than))\s+(?:[\w.'’&]+ ){0,4}$",
    re.I,
)
_FOLLOWS = re.compile(
    r" (?:follows|followed|comes (?:after|on)|came (?:after|on))\b"
)  # `This optimistic outlook follows a quarter`
_NOTHING_MORE = re.compile(r"\s*(?:[:.,;)]|$)")  # `AMD has a rival to reckon with: Nvidia's revenue rose`
_ANNOUNCES = re.compile(r"[,,]?(?:正式|将)?(?:公[布佈告]|发[布佈表]|宣[布佈]|披露|揭晓|举行|召开)")
_HOLDS = re.compile("括[号弧][^()。;,\\d]{0,24}$")
_SO_FAR = re.compile("年初至今[一-鿿A-Za-z]{0,6}?的?(?:累计|总|汽车|新车)*(?:交付|销量|销售|出货|收入|营收)")
_EXPECTED = re.compile(r"(?:estimate|expectation|forecast|projection|target|consensus|con)s?", re.I)
_THEIR_AMOUNT = re.compile(
    r"(?:,? (?:of|for|by|from|in|about|around|nearly|the|an?|that|called|which|calling|revenue|sales|earnings|profit|eps|analysts?|estimates?|forecasts?|average|lseg|refinitiv|factset|polled|[a-z]+['’]s))*[\s(:]*[A-Z]{0,3}[$€£¥]?\d",
    re.I,
)
Against = Literal["yoy", "qoq", "mom"]  # the year, the quarter, the month before
BASES: tuple[Against, ...] = ("yoy", "qoq", "mom")
# `its third straight monthly drop`, `the biggest monthly rise` are of a month, against no matter what
_OF_MONTHS = re.compile(
    r"\b(?:straight|consecutive|successive|running|first|second|third|fourth|fifth|sixth|\d+th|[a-z]{3,}est|record|only)\s+$",
    re.I,
)
_WILL = "将"  # 将下降8.5% is expected, and a fall
_MAYBE = ("probably ", "likely ", "presumably ")
_EXPECTED_EN = ("expectations", "estimates")
_OF_LAST_YEAR = re.compile("[去上]年(?!同)")  # 去年第四季较前年同期成长9%; of this year's, that was two years ago
_ITS_AMOUNT_EN = re.compile(r" (?:of|for) (?:about |around |an? |the )?(?:[A-Z]{2,3} ?)?(?:[A-Z]{0,2}[$€£¥] ?)?\d")

_EACH_SO_MUCH = re.compile(
    r"\d|自?(?:同比|环比|按[年季月]|[年季月]|大幅|小幅|[微急大再])?(?:(?:增长|增加|成长|上[升涨]|提[升高]|下[跌滑降]|减少|衰退|[升增跌降减涨占售达为])[至到]?|交付|销售|卖出|录得)了?约?\d[\d.,]*[%万亿千]*[^,;。\d]{0,6}[、和及与]"
)


@frozen
class Cue:
    """A word of the grammar: `kind` is its entry in vocabulary/cues.yaml."""

    start: int
    end: int
    kind: str


def cues_in(reading: Reading, low: int, high: int) -> list[Cue]:
    """Return the cues of a stretch of a document."""
    cues, text = [], reading.text
    for start, end, kinds in reading.seen(cue_phrases()).within(low, high):
        # the year's, the quarter's or the month's: 2026年增长至577亿元, 较第2季成长33.8%, 10月增长5%
        # 较今年首季增加52.6%
        of_year = start > low and (
            (text[start] in "年季月" and (text[start - 1].isdigit() or text[start - 1] in "一二三四半"))
            or (text[start] == "季" and text[start - 1] in "首次末上本该当下")
        )
        now = text.startswith("同期", start) and text.endswith("今年", low, start)  # 今年同期为34.8亿元: what came
        for kind in kinds:
            if not ((of_year and kind in BASES) or (kind == "each" and _names_all(text, start, end)) or now):
                cues.append(Cue(start + of_year, end, _told(kind, text, low, start, end, high)))
        if "forecast" in kinds and (moving := _moves_behind(text, start, end)):
            cues.append(moving)
    return cues


def _moves_behind(text: str, start: int, end: int) -> Cue | None:
    """Return the word of growth behind the one that only expects it: 将下降8.5%, `probably fell 8.5%`."""
    at = start + 1 if text[start] == _WILL else text.find(" ", start, end) + 1
    if text[start] != _WILL and not text.startswith(_MAYBE, start, end):
        return None
    moved = moves().get(text[at:end])
    return Cue(at, end, moved) if moved else None


def _names_all(text: str, start: int, end: int) -> bool:
    """Whether 各 only says all of them: 各项业务, not 年增率各12%、58% nor 各升20%和30%."""
    return text.startswith("各", start, end) and end - start == 1 and not _EACH_SO_MUCH.match(text, end)


def _told(kind: str, text: str, low: int, start: int, end: int, high: int) -> str:
    """Return a cue's kind; `好于市场预期` tells of an expectation, and states it where an amount follows at once."""
    beyond = (
        start > low and text[start - 1] not in _STARTS and not text[start - 1].isdigit() and "超" in text[start:end]
    )
    grew = beyond and _GREW_BEYOND.match(text, end, high)
    states = kind == "none" and not grew and _EXPECTATION.search(text, start, end)
    if states and _ITS_AMOUNT.match(text, end, high):
        return "forecast" if _ITS_OWN.search(text, start, end) else "consensus"
    if kind == "other_base" and (_ANNOUNCES.match(text, end, high) or _SO_FAR.match(text, start, high)):
        return "none"  # 盘后公布业绩, 年初至今交付6.65万辆 say when
    if (
        kind == "mom"
        and text.startswith(("monthly", "Monthly"), start)
        and _OF_MONTHS.search(text, max(low, start - 16), start)
    ):
        return "none"
    if _is_of_others(kind, text, low, start, end, high):
        return "none"
    if kind == "yoy":
        return _of_years(text, low, start, end)
    if kind in ("forecast", "target", "consensus") and _EXPECTED.fullmatch(text, start, end):
        beaten = _BEATEN.search(text, max(low, start - 50), start)
        return "none" if beaten and not _THEIR_AMOUNT.match(text, end, high) else kind
    if tells_how_met(kind, text, low, start, end, high) or is_only_met_zh(kind, text, low, start, end, high):
        return "none"
    if kind == "none" and text.endswith(_EXPECTED_EN, start, end) and _ITS_AMOUNT_EN.match(text, end, high):
        return "consensus"  # `well below expectations for 210.2 billion yuan`
    if kind == "none" and text.endswith("指引", start, end) and _ITS_AMOUNT.match(text, end, high):
        return "forecast"  # 高于公司指引的70%
    return kind


def _of_years(text: str, low: int, start: int, end: int) -> str:
    """Return what a word for the year before stands for: `versus last year's $4.1 billion` names an amount of it."""
    if "前年同" in text[start:end] and not _OF_LAST_YEAR.search(text, low, start):
        return "other_base"
    return "prior" if text.startswith("'s ", end) else "yoy"


def _is_of_others(kind: str, text: str, low: int, start: int, end: int, high: int) -> bool:
    """Whether a cue only names what others tell: `this optimistic outlook follows`; 括号内为LSEG统计的分析师预期 says what brackets hold."""
    if kind in ("forecast", "consensus") and _HOLDS.search(text, max(low, start - 30), start):
        return True
    if kind == "forecast":
        rivals = text.endswith("reckon with", start, end) and _NOTHING_MORE.match(text, end)
        return bool(rivals or _FOLLOWS.match(text, end, high))
    return kind in ("qoq", "quarter_before", "yoy", "prior") and _OWN_GROWTH.match(text, end, high) is not None


# `grew 1%, slowing from the previous quarter's 2% rise`: what that quarter grew by is nothing this one is measured against
_OWN_GROWTH = re.compile(
    r"['’]s (?:[a-z]+ly )?(?:revised )?-?[\d.]+ ?(?:%|per ?cent|pct) (?:[a-z-]+ )?(?:rise|increase|growth|gain|jump|decline|drop|fall|surge|slump|expansion|contraction|pace|decrease|dip|leap|climb)\b"
)


@cache
def cue_phrases() -> Phrases[str]:
    """Return the index of the grammar's cues."""
    phrases: dict[str, tuple[str, ...]] = {}
    for kind, listed in words("cues").items():
        for word in _words_of(listed):
            phrases[word] = (*phrases.get(word, ()), kind)
    return Phrases(phrases)


@cache
def moves() -> dict[str, str]:
    """Return the words of growth with their kind, up or down."""
    return {word: kind for kind in ("up", "down") for word in _words_of(words("cues")[kind])}


def _words_of(listed: Any) -> Iterator[str]:
    """Yield the words of a kind of cue."""
    groups = [listed["words"]] if isinstance(listed, dict) else listed
    yield from (str(word) for group in groups for word in _spelled(group))


def _spelled(group: list[str] | dict[str, list[str]]) -> Iterable[str]:
    """Return a group's words; one given in parts stands for each way of joining them: 市场 + 普遍 + 预期."""
    return map("".join, product(*group.values())) if isinstance(group, dict) else group


def multiple_of(cue: Cue, text: str, floor: int) -> Amount:
    """Return the change that one word stands for: tripled is an increase of 200 %."""
    from decimal import Decimal

    change = Decimal(words("cues")[cue.kind]["change"])
    lead = text[max(floor, cue.start - 14) : cue.start]
    bound = "exact"
    if re.search(r"(?:more than|over|超|逾|超过)\s*$", lead, re.I) or "more than" in text[cue.start : cue.end].lower():
        bound = "at_least"
    elif re.search(r"(?:nearly|almost|close to|(?<=\ba )near|近|将近|接近|几乎)[\s-]*$", lead, re.I):
        bound = "at_most"
    return Amount(cue.start, cue.end, change, "percent", None, "multiple", bound, Decimal(100), signed=True)  # type: ignore[arg-type]
