"""What a document is about: its company, the period it reports on, the currency of amounts that name none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from generator.corpus.beginnings import sought
from generator.extraction.frozen import frozen
from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.names import Names
from generator.extraction.periods.begun import calls_by_beginning
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.mention import REPORTED
from generator.extraction.reading import Reading
from generator.extraction.when.called_fiscal import named_once
from generator.extraction.when.months import titled_month
from generator.extraction.when.previews import awaits_results, awaits_this_quarter, foresees_results, is_previewed
from generator.extraction.when.reporting import labels_fiscal, reported_period
from generator.extraction.when.told_throughout import quarter_told
from generator.extraction.whose.banks import bank_titled
from generator.extraction.whose.epithets import named_for_themselves
from generator.extraction.whose.market_led_with import region_led_with
from generator.extraction.whose.on_several import on_several
from generator.extraction.whose.told_of_others import told_of_others
from generator.extraction.whose.trackers import by_researchers
from generator.extraction.whose.unlisted import Unlisted, unlisted
from generator.settings.period import Period

_DECLARED = sought(
    r"\((?:in |单位:?|均以|以下)?\s*(?P<currency>人民币|美元|港元|港币|欧元|日元|新台币|RMB|yuan|CNY)(?!柜台)[^)]{0,6}(?:[,·.、;]?\s*[下以]下?同|)\)"
    r"|(?P<currency2>人民币|美元|港元|港币|欧元|日元|新台币)[)]?\s*[,(·.、]?\s*[下以]下?同"
)
_IN_YUAN = re.compile(
    r"美元\s?\((?:[^()]{0,10}?(?:约合|折合|合|约|相当于))?\s?人民币|人民币[\d.,]+[万亿]*元?\s?\([^()]{0,6}美元|\d[万亿]元人民币"
)
# 比亚迪股份(01211), 比亚迪(002594): a share's number in Hong Kong, and on the mainland
_CODE_THERE = sought(r"(?<=[一-鿿]\()(?:0\d{4}|\d{4,5}(?=\.HK))(?=\.HK|[),])")
_CODE_HERE = sought(r"(?<=[一-鿿]\()[036]\d{5}(?=\.S[ZH]|[),])")
# titles of notes on many companies
_OF_MANY = re.compile("晨会|晨报|早报|日报(?!告)|晚报|周报(?!告)|早参|早餐|精粹|要闻(?:精选|汇总|速览)")
_LATE = 500  # characters, from which on a text names in passing whom it names once
_OPENS_TITLE = 2  # mentions that opening the title is worth
_CODES = {"美元": "USD", "港元": "HKD", "港币": "HKD", "欧元": "EUR", "日元": "JPY", "新台币": "TWD"}
_ABROAD = {
    "USD": "美元",
    "EUR": "欧元",
    "JPY": "日元",
    "KRW": "韩元",
}  # what companies abroad report in, as Chinese texts say it
# What a text is about it says more often: English words count whole, Chinese ones anywhere.
_CARS = (
    "vehicle", "vehicles", "car", "cars", "automaker", "automakers", "carmaker", "carmakers", "hybrid", "hybrids",
    "ev", "evs", "hev", "hevs", "nev", "nevs", "nhev", "nhevs", "bev", "bevs", "bhev", "bhevs", "pev", "pevs", "phev", "phevs",
)  # fmt: skip
_CARS_ZH = ("汽车", "新能源车", "乘用车", "电动车")
_PHONES = ("smartphone", "smartphones", "phone", "phones", "handset", "handsets", "iphone", "iphones")
_PHONES_ZH = ("手机",)
_DEVICES = {
    "smartphones": (_PHONES, _PHONES_ZH),
    "pcs": (("pc", "pcs", "notebook", "notebooks", "laptop", "laptops"), ("个人电脑", "笔记本")),
    "tablets": (("tablet", "tablets"), ("平板",)),
}
_TITLED = {
    "手机": "smartphones",
    "平板": "tablets",
    "电脑": "pcs",
    "PC": "pcs",
}  # 第三季度中国PC市场, which tells of 平板 too
_OTHER_DEVICES = re.compile(
    r"\b(?:tablets?|PCs?|notebooks?|laptops?|wearables?|smartwatch(?:es)?|TVs?|televisions?|appliances?|air conditioners?|refrigerators?|headsets?)\b",
    re.I,
)
_RESULTS = re.compile(r"\b(?:revenues?|profits?|margins?)\b", re.I)
_PARAGRAPHS = 2  # of a text whose last one may tell of something else than its title does
_OWN_RESULTS = re.compile(r"\b(?:[Rr]esults|[Rr]evenues?|[Pp]rofits?|[Ee]arnings|[Ll]oss(?:es)?)\b")
_WORLD = re.compile(r"\b(?:global(?:ly)?|world(?:wide|'s|’s)?)\b|全球", re.I)
_TRACKED = sought(
    r"(?<![A-Za-z])(?:IDC|Canalys|Counterpoint|Omdia|Strategy Analytics|TrendForce|TechInsights|Gartner|Cybermedia)(?![A-Za-z])"
)
# `第三季度中国智能手机市场:华为占据42%`
_MARKET_TITLED = re.compile(
    r"(?:手机|平板|平板电脑|电脑|PC)市场|(?:手机|平板|电脑|PC)[^,。]{0,6}出货|\b(?:[Ss]martphone|[Hh]andset|[Pp]hone|PC|[Tt]ablet) (?:[Mm]arket|[Ss]hipments)\b|\b(?:[Gg]lobal|[Ww]orldwide|[Ii]ndia(?:'s|n)?|[Cc]hin(?:a's|ese)|[Ee]urope(?:an)?) (?:[Ss]martphone|[Pp]hone|PC|[Tt]ablet) [Ss]ales\b"
)


@frozen
class Currencies:
    """The currency of amounts that name none, and that of a bare 元: what the text declares (美元,下同), else the yuan."""

    unnamed: str
    yuan: str
    in_hong_kong: bool = False  # the company is told by its number at Hong Kong's exchange: 比亚迪股份(01211)
    declared: bool = False  # the text says so of all that follows: 纯利402亿元(人民币,下同),派末期息39.74元


@frozen
class About:
    """The company that a document is about, its calendar, the period it reports on, its currency.

    `awaited` says that the results of that period are still to come and the market expects them, `previewed` that a broker does, `foreseen` that a Chinese title says so, `cars` that what it counts are cars, `tracked` is the
    segment of the devices in whose market it tells how makers stand, `region` in which region's, where its title says so,
    `several` that its title names more than one company, or none, and the text more than one
    about as often, `counts` that it tells how many cars were sold, and of no money earned,
    `to_come` that 当季 is the quarter awaited and 上季 the one before (what Hong Kong and Taiwan call 上季 is the one awaited), `month` the month of whose sales its title tells; `strangers` are where it names companies that it is about and the catalogue does not list.
    """

    home: str | None
    calendar: Calendar
    reported: Period | None
    awaited: bool
    previewed: bool
    foreseen: bool
    currencies: Currencies
    cars: bool
    tracked: str | None
    region: str | None = None
    several: bool = False
    counts: bool = False
    month: Period | None = None
    to_come: bool = False
    strangers: tuple[EntityMention, ...] = ()


def about(reading: Reading, names: Names) -> About:
    """Return what a document is about."""
    strangers = unlisted(reading, names)
    titled = _in_title(reading, names, strangers)
    counts = _mentioned(reading, names, strangers, titled)
    many = not titled and bool(_OF_MANY.search(reading.title))
    others = told_of_others(reading, names, titled)
    tracked = _tracked(reading, others)
    home = None if many or (tracked and not titled) else _home(counts, titled)
    home = bank_titled(reading, names) or home if not titled else home
    day = reading.document.published
    counted = by_researchers(reading, names)
    year_end = names.catalogue.companies[home].fiscal_year_end if home and not counted else 12
    alike = home is not None and names.catalogue.companies[home].fiscal_year_end == 12
    calendar = Calendar(day.date() if day else None, year_end, years_alike=alike)
    calendar = replace(
        calendar,
        labels_fiscal=labels_fiscal(reading, calendar, others),
        begun=calls_by_beginning(reading.text, calendar),
    )
    awaited, previewed, foreseen = awaits_results(reading, calendar), is_previewed(reading), foresees_results(reading)
    to_come = awaited or previewed or (foreseen and awaits_this_quarter(reading))
    several = on_several(reading, names, titled, strangers.mentions) or many or (not titled and _many(counts))
    month = titled_month(reading, calendar)
    reported = reported_period(reading, calendar, others)
    reported = reported or (None if several or month else quarter_told(reading, calendar))
    reported = named_once(reading, calendar, reported, several, others)
    if day is None and reported is not None and reported.kind in REPORTED:
        calendar = replace(calendar, until=calendar.ended(reported))
    return About(
        home, calendar, reported, awaited, previewed, foreseen, _currencies(reading, home, titled, names), _of_cars(reading) or _of_a_car_maker(reading, names, home),
        tracked, (_region(reading, names) or region_led_with(reading, names)) if tracked else None, several, _of_cars(reading) and not _RESULTS.search(reading.text),
        month, to_come, strangers.mentions,
    )  # fmt: skip


def _count(reading: Reading, english: Iterable[str], chinese: Iterable[str]) -> int:
    """Return how often a text says any of some words."""
    return sum(reading.words[word] for word in english) + sum(reading.text.count(word) for word in chinese)


def _of_cars(reading: Reading) -> bool:
    """Whether a text's sales, where they are counted, are of cars rather than of phones."""
    return _count(reading, _CARS, _CARS_ZH) > _count(reading, _PHONES, _PHONES_ZH)


def _of_a_car_maker(reading: Reading, names: Names, home: str | None) -> bool:
    """Whether a text that names neither cars nor phones is about a car maker: `BYD's November sales reached 480,000 units`."""
    company = names.catalogue.companies[home] if home else None
    makes = company is not None and (company.makes_cars or company.combustion)
    return makes and not _count(reading, _PHONES, _PHONES_ZH)


def _tracked(reading: Reading, others: Collection[int]) -> str | None:
    """Return the devices of which a text reports what a tracker of markets counted: its shipments and shares are of them."""
    titled = _MARKET_TITLED.search(reading.title)
    if not (titled or _TRACKED.search(reading.text)):
        return None
    last = _last_paragraph(reading) if titled or _TRACKED.search(reading.title) else None
    if _results_told(reading, others, last) > 1:
        return None
    if not titled and _OWN_RESULTS.search(reading.title):
        return None  # `Smartphone shipments were 32 million units`, in a report of a company's results
    counts = {name: _count(reading, *words) for name, words in _DEVICES.items()}
    named = next((name for word, name in _TITLED.items() if titled and word in titled[0]), None)
    most = named or max(counts, key=lambda name: counts[name])
    beside = len(_OTHER_DEVICES.findall(reading.text)) + counts["smartphones"] + _count(reading, _CARS, _CARS_ZH)
    return most if named or (counts[most] > (not titled) and counts[most] > beside - counts[most]) else None


def _results_told(reading: Reading, others: Collection[int], last: int | None) -> int:
    """Return how often a text names results, but for the sentences that start where it speaks of `others`, and its last paragraph."""
    told = (s for s in reading.sentences if s.start not in others and s.paragraph != last)
    return sum(len(_RESULTS.findall(reading.text, s.start, s.end)) for s in told)


def _last_paragraph(reading: Reading) -> int | None:
    """Return the last of a text's paragraphs, where it has several: `Apple is due to report on May 2. Analysts expect revenue of $90 billion`."""
    last = reading.sentences[-1].paragraph if reading.sentences else 0
    return last if last > _PARAGRAPHS else None


def _region(reading: Reading, names: Names) -> str | None:
    """Return the only region that a document's title names."""
    title, kinds = reading.title, names.catalogue.segments
    homes = {e.start - len("'s ") for e in names.entities(title)}  # China's Xiaomi leads in India
    named = {
        m.segment
        for m in names.mentions(title)
        if m.segment and kinds[m.segment].kind == "region" and m.end not in homes
    }
    return next(iter(named)) if len(named) == 1 and not _WORLD.search(title) else None


def _home(counts: Counter[str], titled: list[str]) -> str | None:
    """Return the company a document is about: of those in its title, the one it names most often, what the title opens with first."""
    candidates = [e for e in titled if e in counts] or list(counts)
    ahead = {titled[0]: _OPENS_TITLE} if titled else {}
    return max(candidates, key=lambda e: counts[e] + ahead.get(e, 0)) if candidates else None


def _mentioned(reading: Reading, names: Names, strangers: Unlisted, titled: list[str]) -> Counter[str]:
    """Return how often a text names each company; one that no title names and the text only late is not counted."""
    companies = names.catalogue.companies
    told = named_for_themselves(reading.text, names.entities_in(reading, 0, len(reading.text)))
    named = [e for e in told if companies[e.entity].kind == "company"]
    counts = Counter(e.entity for e in named) + Counter(strangers.counts)
    early = {e.entity for e in named if e.start <= _LATE}
    alone = len(counts) == 1  # `The Korean giant earned 2.43 trillion won`, and its name behind that
    passing = (e.entity for e in named if e.entity not in early and not (titled or (alone and counts[e.entity] > 1)))
    return counts - Counter(passing)


def _many(counts: Counter[str]) -> bool:
    """Whether a text names two companies about as often."""
    most = [count for _, count in counts.most_common(2)]
    return len(most) > 1 and most[1] * 2 > most[0]


def _in_title(reading: Reading, names: Names, strangers: Unlisted) -> list[str]:
    """Return the companies that a document's title names."""
    companies = names.catalogue.companies
    told = named_for_themselves(reading.title, names.entities(reading.title))
    named = [(e.start, e.entity) for e in told if companies[e.entity].kind == "company"]
    named += strangers.titled
    if not named:  # 今年前六周iPhone在华销量大降24%
        kinds = names.catalogue.segments
        products = [(m.start, kinds[m.segment].entity) for m in names.mentions(reading.title) if m.segment]
        named = [(start, entity) for start, entity in products if entity]
    return list(dict.fromkeys(entity for _, entity in sorted(named)))


def _currencies(reading: Reading, home: str | None, titled: list[str], names: Names) -> Currencies:
    """Return the currencies of amounts: what the text declares, the company's, the language's."""
    there, here = _CODE_THERE.search(reading.text), _CODE_HERE.search(reading.text)
    in_hong_kong = there is not None and (here is None or there.start() < here.start())
    return replace(_told_or_own(reading, home, titled, names), in_hong_kong=in_hong_kong)


def _told_or_own(reading: Reading, home: str | None, titled: list[str], names: Names) -> Currencies:
    if declared := _DECLARED.search(reading.text):
        code = _CODES.get(declared["currency"] or declared["currency2"], "CNY")
        return Currencies(code, code, declared=declared[0].rstrip(")").endswith("同"))
    own = names.catalogue.companies[home].currency if home else None
    beside = any(names.catalogue.companies[name].currency == "CNY" for name in titled)  # 微博、B站同日放榜
    if own == "USD" and (beside or _IN_YUAN.search(reading.text)):
        return Currencies(own, "CNY")  # 第二财季收入1464亿元, and below it 204.52亿美元(约合人民币1464亿元)
    if own == "TWD" or (own in _ABROAD and _ABROAD[own] in reading.text):
        return Currencies(own, own)  # an English company's 200亿元 beside its 181亿美元; 元 in Taiwan is its own dollar
    return Currencies(own or ("USD" if reading.document.language == "en" else "CNY"), "CNY")
