"""What stands behind names and amounts and says nothing more of a figure: codes of shares, legal forms, the amount in another currency."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from generator.corpus.beginnings import sought
from generator.corpus.cleaning import Cut, Folded, fold
from generator.extraction.at_first_en import said_at_first
from generator.extraction.cars_sold_en import cars_sold
from generator.extraction.compared_first_en import said_first
from generator.extraction.furniture import furniture
from generator.extraction.going_on_en import goes_on
from generator.extraction.growth_on_growth_en import grown_on_growth
from generator.extraction.left_unnamed_en import named_again
from generator.extraction.marks.initials import of_lines
from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.names import Names
from generator.extraction.outlook_unsaid_en import unsaid_outlooks
from generator.extraction.plainly_en import plainly
from generator.extraction.reading import Reading
from generator.extraction.said_more_en import said_more

# Tesla (NASDAQ: TSLA), Lenovo (0992.HK), NIO Inc. (NYSE: NIO; HKEX: 9866), Nvidia (NVDA 1.25%)
_CODE = r"(?:[A-Za-z]{2,14}(?: [A-Za-z]{2,10})? ?[:/] ?)?\$?(?:[A-Z]{1,6}|\d{4,6})(?:[.-][A-Z]{1,4})?(?: ?[+-]?\d{1,2}\.\d{1,2}%)?"
_CODES = re.compile(rf",? ?[(\[]{_CODE}(?:(?:[,;/、] ?| and | & ){_CODE}){{0,3}}[)\]]")
# Toyota Motor 7203.T, Tesla TSLA.O, Alibaba <9988.HK>: as Reuters sets them, behind the name and without brackets
_WITH_EXCHANGE = re.compile(
    r" <?(?:[A-Z]{1,5}(?:_p|[a-z])?|\d{4,6})\.(?:T|HK|SS|SZ|KS|KQ|TW|TWO|O|OQ|N|K|DE|F|PA|AS|MI|MC|L|S|SW|ST|HE|CO|NS|BO|AX|TO|SI)>?(?![\w.])"
)
_BARE = re.compile(r",? ?[(\[](?P<code>[A-Z]{1,6})[)\]]")
# NIO Inc. (“NIO” or the “Company”)
_CALLED = re.compile(
    r" ?\((?:(?:,? ?(?:or|and|together|the|hereinafter|collectively),? ){0,3}[“\"][^“”\"()\n]{2,40}[”\"]){1,3}\)"
)
# Tesla, Inc., Alibaba Group Holding Ltd, BYD Co., Ltd.; no Volkswagen Group, which has a brand of its name
_LEGAL = re.compile(
    r",? (?:Group )?(?:(?:Corporation|Corp|Incorporated|Inc|Company|Co|Holdings?|Limited|Ltd|PLC|plc|SE|AG|N\.?V|Bhd)\b\.?(?:,? (?=[A-Z(]))?){1,3}(?<! )"
)
# said it had overtaken BYD Co., Ltd. He left: the stop is the sentence's, too
_ENDS_WITH_IT = re.compile(
    r"\. (?:She|He|It|They|We|The|But|In|On|At|As|For|His|Her|Its|Their|This|That|These|While|When|However|Meanwhile)\b"
)
_MONEY_EN = r"(?:US|HK|NT|S|A|C|R)?\$|[€£¥₩₹]|(?:RMB|CNY|USD|HKD|EUR|JPY|GBP|TWD|KRW|INR|Rs\.?) ?"
_UNITS = r"(?:yuan|renminbi|RMB|CNY|USD|HKD|EUR|JPY|KRW|TWD|euros?|won|yen|pounds|rupees|(?:U\.?S\.? |Hong Kong |Taiwan(?:ese)? |New Taiwan )?dollars)"
_SCALE = r"(?: ?(?:billion|million|trillion|crore|bn|mn|tn|[bmk])\b)?"
_AMOUNT = rf"(?:(?:{_MONEY_EN})\d[\d,.]*{_SCALE}|\d[\d,.]*{_SCALE} ?{_UNITS})"
# 92.5 billion yuan ($12.8 billion), €3.6 billion (about $4.1 billion, £3.1 billion)
_ABOUT = r"(?:(?:equivalent to|equal to|around|about|approximately|roughly|nearly|some|approx\.|or|~|≈) ?){0,2}"
_AGAIN = sought(rf" ?\({_ABOUT}{_AMOUNT}(?:(?:, | / |/|; | or ){_ABOUT}{_AMOUNT}){{0,2}}\)(?![A-Za-z])")
# 188.2亿元(合26.8亿美元), 924亿元(约1002亿港元)
_CURRENCY_ZH = "(?:人民币|(?:新?台|港)币|[美港欧日韩英]?元|[欧日]元|英镑|卢比)"
_AGAIN_ZH = re.compile(
    rf"(?P<unit>{_CURRENCY_ZH})\s?(?P<again>\((?:约合|折合|约为|相当于|合|约|~){{0,2}}\s?(?:人民币|港币)?\s?[\d.,]+\s?[万亿千百]{{0,2}}(?P<other>{_CURRENCY_ZH})\))"
)
_ENDS_IN_MONEY = re.compile(rf"(?:(?P<sign>{_MONEY_EN})\d[\d,.]*{_SCALE}|\d[\d,.]*{_SCALE}[ -]?(?P<unit>{_UNITS}))\Z")
# 吉利汽车(00175.HK) -0.100 (-0.230%) 沽空 $4.15亿; 比率 14.013% 第三季收入…: how the share goes while the page is read
_TICKER = sought(
    r"(?<=\)) ?[+-]?\d{1,4}\.\d{2,3} ?\([+-]?\d{1,3}\.\d{2,3}%\)(?: ?沽空 ?\$?[\d.,]+[万亿]?[;,] ?比率 ?[\d.]{1,7}%)?"
)
_SCALED = re.compile(r"\b(?:billion|million|trillion|crore)\b|\d ?(?:bn|mn|tn|[bmk])\b")
_LEAD = 40  # characters of an amount


class WithoutAsides(Reading):
    """A document read without what its names and amounts do not need; offsets are those of the document."""

    def __init__(self, source: Reading, cuts: list[Cut]) -> None:
        super().__init__(source.document)
        self._cuts = cuts

    @cached_property
    def folded(self) -> Folded:
        """The whole document made uniform."""
        return fold(self.document.text, self._cuts)


def without_asides(reading: Reading, names: Names) -> Reading:
    """Return a reading without codes and legal forms behind the names of companies, amounts told again in brackets, and page furniture."""
    text = reading.text
    tickers = (ticker.span() for ticker in _TICKER.finditer(text))
    left_out = (*behind_names(reading, names), *_told_again(text), *tickers, *furniture(text), *of_lines(text))
    otherwise = (
        *plainly(text),
        *said_more(text),
        *said_first(text),
        *said_at_first(text),
        *named_again(text),
        *goes_on(text),
        *cars_sold(text),
        *unsaid_outlooks(text),
        *grown_on_growth(text),
    )
    return read_without(reading, (*((start, end, "") for start, end in left_out), *otherwise))


def read_without(reading: Reading, found: Iterable[Cut]) -> Reading:
    """Return a reading with stretches of its text read otherwise, or left out; itself where there are none."""
    cuts = [(*reading.folded.original(start, end), instead) for start, end, instead in found]
    return WithoutAsides(reading, cuts) if cuts else reading


def behind_names(reading: Reading, names: Names) -> Iterator[tuple[int, int]]:
    """Yield where a legal form or codes stand behind the Latin name of a company."""
    text = reading.text
    for mention in _companies(reading, names):
        if not text[mention.end - 1].isascii() or text[mention.start : mention.end].isdigit():
            continue
        start = end = mention.start + len(_short(text[mention.start : mention.end], mention.entity, names))
        for form in (_LEGAL, _WITH_EXCHANGE, _CODES, _CALLED):
            behind = form.match(text, end)
            end = behind.end() if behind and not _is_a_word(behind[0], mention.entity, names) else end
        end -= bool(_ENDS_WITH_IT.match(text, end - 1))
        if end > start:
            yield start, end


def codes_zh(reading: Reading, names: Names) -> Iterator[tuple[int, int]]:
    """Yield where the code of a share stands behind the Chinese name of a company: 小米(01810.HK)发言人."""
    text = reading.text
    for mention in _companies(reading, names):
        code = None if text[mention.end - 1].isascii() else _CODES.match(text, mention.end)
        if code and any(map(str.isdigit, code[0])):
            yield code.span()


def _companies(reading: Reading, names: Names) -> Iterator[EntityMention]:
    """Yield where a text names companies: International Data Corporation (IDC), a house of research, is known by its initials."""
    mentions = names.entities_in(reading, 0, len(reading.text))
    return (m for m in mentions if names.catalogue.company_kind(m.entity) == "company")


def _short(said: str, entity: str, names: Names) -> str:
    """Return a company's name without its legal form, where that still names it: Xiaomi Corp, but Target Corp."""
    legal = _LEGAL.search(said)
    whole = legal and legal.end() == len(said) and names.entities(said[: legal.start()])
    return said[: legal.start()] if legal and whole and [e.entity for e in whole] == [entity] else said


def _told_again(text: str) -> Iterator[tuple[int, int]]:
    """Yield where an amount of money is told again in another currency, in brackets right behind it."""
    yield from (again.span("again") for again in _AGAIN_ZH.finditer(text) if again["unit"] != again["other"])
    for again in _AGAIN.finditer(text):
        amount = _ENDS_IN_MONEY.search(text, max(0, again.start() - _LEAD), again.start())
        unlike = amount and amount[amount.lastgroup or 0].strip(" .") not in again[0]  # no `$3.2bn ($3.1bn a year ago)`
        if amount and unlike and bool(_SCALED.search(amount[0])) == bool(_SCALED.search(again[0])):
            yield again.span()  # no `RMB22,917 (USD3,725 million)`, whose scale it alone tells


def _is_a_word(behind: str, entity: str, names: Names) -> bool:
    """Whether what stands in brackets behind a name is a word in capitals, and not its code: Tesla (US), Apple (AAPL)."""
    bare = _BARE.fullmatch(behind)
    return bare is not None and [e.entity for e in names.entities(bare["code"])] != [entity]
