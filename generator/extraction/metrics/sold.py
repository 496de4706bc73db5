"""Cars that a verb says were sold which says so only of things: `Geely moved 2.18 million vehicles last year`, 海外销8.4万辆."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_MOVED = sought(
    r"\b(?P<verb>mov(?:es?|ed|ing)|selling|shift(?:s|ed|ing)?|offload(?:s|ed|ing)|retail(?:s|ed)|rack(?:s|ed|ing) up|clock(?:s|ed|ing)(?: up)?|chalk(?:s|ed|ing) up|notch(?:es|ed|ing) up|found (?:buyers|homes) for)\s+(?:(?:about|around|approximately|roughly|nearly|almost|over|more than|some|only|just|a record|another)\s+)*$",
    re.I,
)
_CARS = re.compile(
    r" (?:(?:new|electric|electrified|passenger|pure|battery[- ]electric|plug-in|hybrid|energy|new[- ]energy)[ -]){0,4}(?:vehicles|cars|units|EVs|NEVs|BEVs|PHEVs|hybrids|automobiles)\b"
)
# `4Q guidance: 120-125k vehicles`, `guides to 100,000 to 110,000 units`
_GUIDED = re.compile(
    r"\b(?P<guided>guid(?:ance|es?|ed|ing)|outlook)(?: (?:for|of|to|at|is|was|calls for|stands at))?:? (?:between |about |around |c\.)?$",
    re.I,
)
_MORE_ZH = "(?:出|得|了|约|近|逾|超|超过|达)*"
# 10月销44.2万辆, 其中海外销8.4万辆; 直销, 月销 and 年销 are other things
_SOLD_ZH = re.compile(
    f"(?<![直分代促营畅供包经滞展推购统产年日周季]|(?<!\\d)月)(?P<verb>销){_MORE_ZH}$"
    # 今年售车422万辆, but 零售车…; 一共交出69,697辆新车, 上个月交了2.8万辆
    f"|(?<![零批预待销出发在热停代])(?P<cars>[售卖](?:出(?:了)?)?(?:新|汽)?车){_MORE_ZH}$|(?P<handed>交出|(?<![提成外移转上递])交(?=了)){_MORE_ZH}$"
    # 5月国内零售3.8万辆, 在英国注册1758辆, 当月上牌7231辆: whoever counts it so
    f"|(?P<counted>(?:(?:新车)?(?:注册|上牌)|(?<![新线])零售)(?:销?量)?)(?:[仅只共为有出得了约近逾超达]|合计|超过)*$"
)
_CARS_ZH = re.compile("(?:多|余|几)?(?:辆|台)(?!(?:车|新车|汽车)?的?(?:订单|大定|锁单))")
_NAMED_CARS = re.compile("[多余几]?[辆台](?:新|汽|电动)?车")
# 将2.5万辆车交到用户手中
_TO_BUYERS_ZH = re.compile(
    "(?:多|余)?[辆台](?:新|汽)?车?(?P<handed>交到|交给|交付给?|送到|送达)了?(?:用户|客户|车主|消费者|买家)"
)
_OF_ALL_ZH = re.compile(
    r"(?:全国|全行业|行业|我国|全球|整体|合计|市场|当地|该国|(?<!在)国内)[^,;。\d]{0,12}$|当地[^,;。]{0,6}$"
)
_NEAR_ZH = 12  # characters before a count, within which such a verb stands


def sold(scan: Scan, amount: Amount, on_cars: bool) -> tuple[str, Mention] | None:
    """Return the sales of cars that a verb tells which says so only of things, in a text on cars: `moved 2.18 million vehicles`."""
    whole = scan.end_of_range(amount)
    if amount.kind not in ("count", "bare"):
        return None
    if scan.chinese:
        return _sold_zh(scan, amount, whole, on_cars)
    if not on_cars or not _CARS.match(scan.text, whole):
        return None
    if guided := _GUIDED.search(scan.text, max(scan.sentence.start, amount.start - 40), amount.start):
        return "ev_deliveries", Mention(*guided.span("guided"), ("ev_deliveries",))
    floor = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
    moved = _MOVED.search(scan.text, floor, amount.start)
    return ("vehicle_sales", Mention(*moved.span("verb"), ("vehicle_sales",))) if moved else None


def _is_of_all(scan: Scan, at: int) -> bool:
    """Whether what was retailed or registered is a whole market's, or of a place that only a word stands for: 全国新能源零售435万辆."""
    return _OF_ALL_ZH.search(scan.text, scan.clause(at)[0], at) is not None


def _sold_zh(scan: Scan, amount: Amount, end: int, on_cars: bool) -> tuple[str, Mention] | None:
    """Return the cars that a Chinese verb says were sold, or handed over; `end` is where their count does.

    Where a text is on more than cars, the verb or the count has to say that it is of them.
    """
    said = _SOLD_ZH.search(scan.text, max(scan.sentence.start, amount.start - _NEAR_ZH), amount.start)
    said = said if said and _CARS_ZH.match(scan.text, end) else _TO_BUYERS_ZH.match(scan.text, end)
    named = said is not None and (said.lastgroup == "cars" or _NAMED_CARS.match(scan.text, end))
    if said is None or not (on_cars or named) or (said.lastgroup == "counted" and _is_of_all(scan, said.start())):
        return None
    verb = said.lastgroup or "verb"
    metric = "ev_deliveries" if verb == "handed" else "vehicle_sales"
    return metric, Mention(*said.span(verb), (metric,))
