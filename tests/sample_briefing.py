"""A complete briefing, made by hand, in both languages: what the outputs are tested with.

Publishers, articles and the forecasts are invented; every printed figure and quote is a slice of an article's text.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import yaml

from generator.briefing.backing import Evidence, Source
from generator.briefing.charted import ChartBlock, Point, Series
from generator.briefing.model import Briefing, BriefingSection, Cover, Notice, Sources
from generator.briefing.printed import Line, Printed
from generator.briefing.story import TargetProgress, WhatChanged
from generator.briefing.tabled import Card, Cell, Conflict, Conflicts, Row, Scorecard, Table
from generator.briefing.worded import Method, Paragraph, Prose, QuoteCard, Quotes
from generator.corpus.document import Document, Span, document_id
from generator.extraction.figure import Figure
from generator.extraction.quote import Quote
from generator.selection.fact import Aspects, Derivation, Fact
from generator.settings.audience import Audience
from generator.settings.builtin import folder
from generator.settings.model import OutputLanguage
from generator.settings.period import Period
from tests import sample_story as story

QUARTERS = ("2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3")
_REVENUE = ("73.2", "75.5", "88.9", "92.5", "109.0", "111.3", "116.0", "113.1")
_MARGIN = ("21.3", "22.3", "20.7", "20.4", "20.6", "22.8", "22.5", "22.9")
_CAR_MARGIN = (None, None, "15.4", "17.1", "20.4", "23.2", "26.4", "25.5")
_SEGMENTS = (
    ("smartphone_revenue", "Smartphones", "智能手机", ("47.5", "51.3", "50.6", "45.5", "46.0")),
    ("iot_revenue", "IoT and lifestyle products", "IoT与生活消费产品", ("26.1", "30.9", "32.3", "38.7", "27.6")),
    ("internet_services_revenue", "Internet services", "互联网服务", ("8.5", "9.3", "9.1", "9.1", "9.4")),
    (
        "ev_segment_revenue",
        "Smart EV, AI and other new initiatives",
        "智能电动汽车及人工智能等创新业务",
        ("9.7", "16.7", "18.6", "21.3", "29.0"),
    ),
)
_BILLION, _HUNDRED_MILLION = Decimal(10**9), Decimal(10**8)


class _Desk:
    """Writes the articles, and hands out printed figures and quotes with the evidence behind them."""

    def __init__(self, language: OutputLanguage) -> None:
        self.language = language
        self.evidence: dict[str, Evidence] = {}
        self.documents: dict[str, Document] = {}
        self.numbers: dict[str, int] = {}
        self.by_number: dict[int, list[str]] = {}
        for number, (publisher, when, lang, title, text) in enumerate(_articles(), start=1):
            ident = document_id(publisher, when, title, text)
            self.documents[ident] = Document(ident, title, publisher, when, lang, text, (Span(0, len(text)),))
            self.numbers[ident] = number

    def document(self, number: int) -> Document:
        return list(self.documents.values())[number - 1]

    def figure(self, number: int, words: str, metric: str, period: str | None, value: str, **more: Any) -> Figure:
        document = self.document(number)
        start = document.text.index(words)
        sentence = document.text.rfind("\n", 0, start) + 1, document.text.find("\n", start) % (len(document.text) + 1)
        amount = Decimal(value)
        return Figure(
            document=document.id, start=start, end=start + len(words), sentence=Span(*sentence), metric=metric,
            entity="xiaomi", segment=None, measure=more.get("measure", "level"), value=amount,
            unit=more.get("unit", "percent"), period=Period(period) if period else None,
            basis=more.get("basis", "actual"), bound="exact", precision=more.get("precision", Decimal("0.1")),
        )  # fmt: skip

    def state(self, printed: str, *figures: Figure, dissent: tuple[Figure, ...] = ()) -> Printed:
        first = figures[0]
        aspects = Aspects(first.metric or "", first.entity, None, first.measure, first.period, first.basis)
        fact = Fact(aspects, first.value, first.unit, first.bound, first.precision, figures, dissent)
        return self._printed(printed, fact, [self.numbers[figure.document] for figure in figures])

    def derive(self, printed: str, value: str, formula: str, **inputs: str) -> Printed:
        facts = {name: self.evidence[ident].claim for name, ident in inputs.items()}
        first = next(iter(facts.values()))
        assert isinstance(first, Fact)
        how = Derivation(formula, tuple((name, fact) for name, fact in facts.items() if isinstance(fact, Fact)))
        aspects = first.aspects._replace(metric="derived")
        fact = Fact(aspects, Decimal(value), "percent", "exact", Decimal("0.1"), (), (), how)
        numbers = sorted({n for _, f in how.inputs for g in f.supporting for n in [self.numbers[g.document]]})
        return self._printed(printed, fact, numbers)

    def quote(self, number: int, words: str, speaker: str, role: str | None, kind: Any) -> Printed:
        document = self.document(number)
        start = document.text.index(words)
        claim = Quote(
            document.id, start, start + len(words), Span(start, start + len(words)), kind, speaker, role, words
        )
        return self._printed(words, claim, [number])

    def _printed(self, text: str, claim: Fact | Quote, numbers: list[int]) -> Printed:
        ident = f"{'q' if isinstance(claim, Quote) else 'f'}{len(self.evidence) + 1}"
        self.evidence[ident] = Evidence(ident, claim)
        for number in numbers:
            self.by_number.setdefault(number, []).append(ident)
        return Printed(text, ident, tuple(numbers))

    def sources(self) -> tuple[Source, ...]:
        return tuple(
            Source(
                number,
                document,
                document.title,
                document.publisher or "",
                self.day(document.published),
                tuple(self.by_number[number]),
            )
            for document, number in ((d, self.numbers[d.id]) for d in self.documents.values())
            if number in self.by_number
        )

    def day(self, when: datetime | None) -> str:
        assert when is not None
        if self.language == "zh":
            return f"{when.year}年{when.month}月{when.day}日"
        return f"{when.day} {when:%B %Y}"

    def say(self, en: str, zh: str) -> str:
        return en if self.language == "en" else zh

    def money(self, billions: str) -> str:
        hundred_millions = Decimal(billions) * 10
        return self.say(f"CNY {billions} billion", f"{hundred_millions.normalize():f}亿元")


def _articles() -> list[tuple[str, datetime, Any, str, str]]:
    """Return the invented articles: publisher, time, language, title, text; their order numbers the sources."""
    quarters = "\n".join(
        f"In {period} revenue was RMB {revenue} billion at a gross margin of {margin} percent"
        + (f"; the margin on cars was {car} percent." if car else ".")
        for period, revenue, margin, car in zip(QUARTERS, _REVENUE, _MARGIN, _CAR_MARGIN, strict=True)
    )
    segments = "\n".join(
        f"分部 {zh} {period}：收入{value}（十亿元）。"
        for _, _, zh, values in _SEGMENTS
        for period, value in zip(QUARTERS[3:], values, strict=True)
    )
    return [
        (
            "Example Wire", datetime(2025, 11, 18, 17, 25), "en",
            "Xiaomi's third quarter: revenue up by a fifth as the car unit turns its first operating profit",
            quarters
            + "\nRevenue rose 22.3% and adjusted net profit was RMB 11.3 billion, up 80.9% year on year.\n"
            "Deliveries reached 108,796 vehicles, against 39,790 a year before.\n"
            "Research and development took RMB 9.1 billion, up 52.1%.\n"
            'Lu Weibing, president: "We would rather give up some volume than sell a phone below what it is worth, '
            'and memory prices will test everyone next year."\n',
        ),
        (
            "示例财经", datetime(2025, 11, 19, 8, 5), "zh-Hans",
            "小米三季报：汽车等创新业务首次单季盈利，毛利率创新高",
            segments
            + "\n小米集团总裁卢伟冰表示：“我们宁可少卖一些，也不会用低价换规模；明年内存涨价对所有厂商都是考验。”\n"
            "雷军称，集团将在未来五年投入2000亿元用于研发，芯片与操作系统是其中的重点。\n"
            "当季交付新车108796辆。\n",
        ),
        (
            "Example Market Review", datetime(2025, 11, 20, 9, 30), "en",
            "Phones stall, cars carry: what the quarter says about next year",
            "Shipments came to 43.4 million units by our count.\n"
            "We look for revenue of RMB 120.0 billion in the fourth quarter.\n"
            "Analysts at Example Securities expect dearer memory to cost the handset business about two points of "
            "gross margin in the first half, and see no relief before the autumn.\n",
        ),
        (
            "示例晨报", datetime(2025, 11, 21, 7, 0), "zh-Hans",
            "手机出货四千三百三十万台，市场份额连续二十一个季度位列前三",
            "三季度智能手机出货4330万台，平均售价1062.8元。\n现金储备2367亿元。\n",
        ),
    ]  # fmt: skip


def sample(language: OutputLanguage) -> Briefing:
    """Return the briefing in one language; equal for equal languages."""
    desk = _Desk(language)
    say = desk.say
    revenue, margins, deliveries = _revenue(desk), _margins(desk), _deliveries(desk)
    now, before = _amount(desk, "2025-Q3", "113.1"), _amount(desk, "2024-Q3", "92.5")
    share = desk.derive("76.0%", "76.0", "reached / target * 100", reached=now.evidence, target=before.evidence)
    blocks: list[tuple[str, str, Line, Any]] = [
        ("messages", say("Key messages", "核心要点"), (), story.key_messages(say, _growth(desk), deliveries)),
        ("changes", say("What changed", "本期变化"), (), story.what_changed(say, now, before)),
        ("scorecard", say("The quarter at a glance", "本季概览"), (), _scorecard(desk)),
        ("summary", say("Summary", "摘要"), (), _summary(desk)),
        ("targets", say("Targets", "目标进度"), (), story.target_progress(say, deliveries, share)),
        ("revenue", say("Revenue", "营业收入"), (), revenue),
        ("margins", say("Margins", "盈利能力"), (), margins),
        ("pair", say("Side by side", "对照"), (), story.chart_pair(say, revenue, margins)),
        ("segments", say("Segments", "分部收入"), (), _segments(desk)),
        ("table", say("Key measures", "主要指标"), (), _table(desk)),
        ("voices", say("In their own words", "各方观点"), (), _quotes(desk)),
        ("events", say("Timeline", "大事记"), (), story.timeline(say, deliveries)),
        ("glossary", say("Glossary", "名词解释"), (), story.glossary(say)),
        ("conflicts", say("Where sources disagree", "数据分歧"), (), _conflicts(desk)),
        ("method", say("Method", "编制方法"), (), _method(desk)),
    ]
    sections = [BriefingSection(ident, title, _headline(desk, block), block) for ident, title, _, block in blocks]
    sources = desk.sources()
    sections.append(BriefingSection("sources", say("Sources", "资料来源"), (), Sources(sources)))
    labels = yaml.safe_load((folder("templates") / "labels.yaml").read_text("utf-8"))
    return Briefing(
        report="weekly", issue="2025-W47", audience_id="board", language=language, as_of=date(2025, 11, 21),
        audience=Audience.model_validate({"name": {"en": "The board", "zh": "董事会"}, "language": language}),
        cover=Cover(
            title=say("Weekly investor briefing", "投资者周报"),
            subtitle=say("Third-quarter results and what the market made of them", "第三季度业绩及市场反应"),
            entity=say("Xiaomi Corporation", "小米集团"),
            audience=say("The board", "董事会"),
            as_of=say("21 November 2025", "2025年11月21日"),
            issue=say("Week 47, 2025", "2025年第47周"),
            numbered=say("No. 3 · Week 47, 2025", "第3期 · 2025年第47周"),
        ),
        sections=tuple(sections), sources=sources, evidence=desk.evidence, documents=desk.documents,
        disclaimer=say(
            "This briefing restates what the sources listed say. It is no offer and no advice to buy or sell any "
            "security. Forecasts are those of the sources named and may not come true.",
            "本简报仅转述所列资料来源的内容，不构成任何证券的要约或投资建议。预测均出自所注明的来源，实际结果可能与之不同。",
        ),
        labels={key: words[language] for key, words in labels.items()},
        notices=(Notice(say("free_cash_flow is not stated.", "语料未披露自由现金流。"), "scorecard"),),
        generated=datetime(2025, 11, 21, 18, 0),
        keywords=("Xiaomi", "2025-Q3"),
    )  # fmt: skip


def _headline(desk: _Desk, block: Any) -> Line:
    if isinstance(block, ChartBlock):
        return block.headline
    if isinstance(block, TargetProgress):
        return (block.rows[0].label, desk.say(" reached ", "达"), block.rows[0].target)
    if isinstance(block, WhatChanged):
        return (desk.say("One figure is new: ", "一项新数据："), block.rows[0].now)
    if isinstance(block, Scorecard):
        return (
            desk.say("Revenue grew by ", "营业收入同比增长"),
            _growth(desk),
            desk.say(" as the car unit turned a profit", "，汽车业务扭亏为盈"),
        )
    return ()


def _growth(desk: _Desk) -> Printed:
    return desk.state("22.3%", desk.figure(1, "22.3%", "revenue", "2025-Q3", "22.3", measure="yoy"))


def _amount(desk: _Desk, period: str, billions: str) -> Printed:
    words = f"In {period} revenue was RMB {billions} billion"
    figure = desk.figure(
        1, words, "revenue", period, str(Decimal(billions) * _BILLION), unit="CNY", precision=_HUNDRED_MILLION
    )
    return desk.state(desk.money(billions), figure)


def _shipments(desk: _Desk) -> Printed:
    count = {"unit": "count", "precision": Decimal(100000)}
    stated = desk.figure(4, "4330万台", "smartphone_shipments", "2025-Q3", "43300000", **count)
    other = desk.figure(3, "43.4 million units", "smartphone_shipments", "2025-Q3", "43400000", **count)
    return desk.state(desk.say("43.3 million", "4330万台"), stated, dissent=(other,))


def _deliveries(desk: _Desk) -> Printed:
    count = {"unit": "count", "precision": Decimal(1)}
    first = desk.figure(1, "108,796 vehicles", "ev_deliveries", "2025-Q3", "108796", **count)
    second = desk.figure(2, "108796辆", "ev_deliveries", "2025-Q3", "108796", **count)
    return desk.state(desk.say("108,796", "108796辆"), first, second)


def _scorecard(desk: _Desk) -> Scorecard:
    say, period = desk.say, desk.say("Q3 2025", "2025年第三季度")

    def percent(words: str, metric: str, **more: Any) -> Printed:
        return desk.state(f"+{words}", desk.figure(1, words, metric, "2025-Q3", words.rstrip("%"), **more))

    def money(words: str, metric: str, billions: str) -> Printed:
        value = str(Decimal(billions) * _BILLION)
        figure = desk.figure(1, words, metric, "2025-Q3", value, unit="CNY", precision=_HUNDRED_MILLION)
        return desk.state(desk.money(billions), figure)

    earlier = say("a year earlier", "上年同期")
    revenue, before = _amount(desk, "2025-Q3", "113.1"), _amount(desk, "2024-Q3", "92.5")
    margin = desk.state("22.9%", desk.figure(1, "22.9 percent", "gross_margin", "2025-Q3", "22.9"))
    margin_before = desk.state("20.4%", desk.figure(1, "20.4 percent", "gross_margin", "2024-Q3", "20.4"))
    points = desk.derive(
        say("+2.5 points", "+2.5个百分点"), "2.5", "now - before", now=margin.evidence, before=margin_before.evidence
    )
    deliveries = _deliveries(desk)
    count = {"unit": "count", "precision": Decimal(1)}
    deliveries_before = desk.state(
        say("39,790", "39790辆"), desk.figure(1, "39,790", "ev_deliveries", "2024-Q3", "39790", **count)
    )
    rise = desk.derive(
        "+173.4%", "173.4", "now / before - 1", now=deliveries.evidence, before=deliveries_before.evidence
    )
    cards = (
        Card(
            say("Revenue", "营业收入"), period, revenue, percent("22.3%", "revenue", measure="yoy"), "up", True,
            (before, f" {earlier}") if desk.language == "en" else (earlier, before),
        ),
        Card(
            say("Adjusted net profit", "经调整净利润"), period,
            money("RMB 11.3 billion", "adjusted_net_profit", "11.3"),
            percent("80.9%", "adjusted_net_profit", measure="yoy"), "up", True,
        ),
        Card(
            say("Gross margin", "毛利率"), period, margin, points, "up", True,
            (margin_before, f" {earlier}") if desk.language == "en" else (earlier, margin_before),
        ),
        Card(
            say("Cars delivered", "汽车交付量"), period, deliveries, rise, "up", True,
            (deliveries_before, f" {earlier}") if desk.language == "en" else (earlier, deliveries_before),
        ),
        Card(
            say("Research and development expense", "研发开支"), period, money("RMB 9.1 billion", "rd_expense", "9.1"),
            percent("52.1%", "rd_expense", measure="yoy"), "up", None,
        ),
        Card(say("Smartphone shipments", "智能手机出货量"), period, _shipments(desk), disputed=True),
        Card(say("Free cash flow", "自由现金流"), period, None, note=say("not stated in the sources", "资料未披露")),
    )  # fmt: skip
    return Scorecard(cards)


def _summary(desk: _Desk) -> Prose:
    say = desk.say
    cash = desk.state(
        desk.money("236.7"),
        desk.figure(4, "2367亿元", "cash", "2025-09-30", "236700000000", unit="CNY", precision=_HUNDRED_MILLION),
    )
    asp = desk.state(
        say("CNY 1,062.8", "1062.8元"), desk.figure(4, "1062.8元", "smartphone_asp", "2025-Q3", "1062.8", unit="CNY")
    )
    lead: Line = (
        say("Revenue rose by ", "本季营业收入为"),
        _growth(desk) if desk.language == "en" else _amount(desk, "2025-Q3", "113.1"),
        say(" to ", "，同比增长"),
        _amount(desk, "2025-Q3", "113.1") if desk.language == "en" else _growth(desk),
        say(
            ". Growth came from cars and from services; phones, which still bring in most of the money, sold at lower "
            "prices than a year before. The margin on cars slipped for the first time since deliveries began.",
            "。增长主要来自汽车与互联网服务；手机仍是最大的收入来源，但平均售价低于上年同期。汽车毛利率自交付以来首次环比回落。",
        ),
    )
    bullets: tuple[Line, ...] = (
        (
            say("Cars delivered: ", "汽车交付"),
            _deliveries(desk),
            say(", more than in the whole first half of the year before.", "，超过上年上半年总和。"),
        ),
        (
            say("The average phone sold for ", "智能手机平均售价"),
            asp,
            say("; shipments were ", "，出货量"),
            _shipments(desk),
            say(", on which the sources disagree.", "，各来源口径不一。"),
        ),
        (
            say("Cash stood at ", "期末现金储备为"),
            cash,
            say(" at the end of September, enough for the plan announced.", "，足以覆盖已公布的投入计划。"),
        ),
    )
    return Prose((Paragraph(lead), *(Paragraph(line, bullet=True) for line in bullets)))


def _labels(desk: _Desk, periods: tuple[str, ...]) -> tuple[str, ...]:
    order = {"1": "一", "2": "二", "3": "三", "4": "四"}
    return tuple(desk.say(f"Q{p[-1]} {p[:4]}", f"{p[:4]}年第{order[p[-1]]}季度") for p in periods)


def _chart(desk: _Desk, ident: str, kind: Any, unit: str, periods: tuple[str, ...], series: Any, **more: Any) -> Any:
    every = [number for one in series for point in one.points for number in point.printed.citations]
    labels = _labels(desk, periods)
    return ChartBlock(ident, kind, more["headline"], more["takeaway"], unit, 1, labels, tuple(series),
                      more["description"], tuple(sorted(set(every))))  # fmt: skip


def _scale(desk: _Desk, billions: str) -> Decimal:
    return Decimal(billions) * (1 if desk.language == "en" else 10)


def _shown(desk: _Desk, billions: str) -> str:
    return desk.say(billions, f"{(Decimal(billions) * 10).normalize():f}")


def _revenue(desk: _Desk) -> ChartBlock:
    say, periods = desk.say, (*QUARTERS, "2025-Q4")
    points = []
    for label, period, billions in zip(_labels(desk, QUARTERS), QUARTERS, _REVENUE, strict=True):
        whole = _amount(desk, period, billions)
        printed = Printed(_shown(desk, billions), whole.evidence, whole.citations)
        points.append(Point(label, _scale(desk, billions), printed))
    figure = desk.figure(
        3, "RMB 120.0 billion", "revenue", "2025-Q4", str(120 * _BILLION), unit="CNY", basis="forecast",
        precision=_HUNDRED_MILLION,
    )  # fmt: skip
    forecast = desk.state(_shown(desk, "120.0"), figure)
    points.append(Point(_labels(desk, periods)[-1], _scale(desk, "120.0"), forecast, "target"))
    headline: Line = (
        say("Revenue reached ", "营业收入达"),
        _amount(desk, "2025-Q3", "113.1"),
        say(", a fifth more than a year before", "，较上年同期增长逾两成"),
    )
    return _chart(  # type: ignore[no-any-return]
        desk, "revenue", "bar", say("CNY billion", "亿元"), periods,
        [Series(say("Revenue", "营业收入"), tuple(points))], headline=headline,
        takeaway=(say("A house that follows the company looks for ", "有机构预计第四季度收入为"), forecast,
                  say(" in the fourth quarter.", "。")),
        description=say(
            "Bars of quarterly revenue from the fourth quarter of 2023 to the third of 2025, and a target beyond.",
            "2023年第四季度至2025年第三季度营业收入柱状图，并列出下一季度目标。"),
    )  # fmt: skip


def _margins(desk: _Desk) -> ChartBlock:
    say = desk.say
    labels = _labels(desk, QUARTERS)
    group, cars = [], []
    for label, period, value, car in zip(labels, QUARTERS, _MARGIN, _CAR_MARGIN, strict=True):
        line = f"at a gross margin of {value} percent"
        group.append(
            Point(label, Decimal(value), desk.state(f"{value}%", desk.figure(1, line, "gross_margin", period, value)))
        )
        if car:
            words = f"the margin on cars was {car} percent"
            figure = desk.figure(1, words, "ev_gross_margin", period, car)
            cars.append(Point(label, Decimal(car), desk.state(f"{car}%", figure)))
    headline: Line = (say("Cars now earn a higher margin than the group: ", "汽车毛利率已高于集团整体："),
                      cars[-1].printed, say(" against ", "对"), group[-1].printed)  # fmt: skip
    series = [
        Series(say("Gross margin, group", "集团毛利率"), tuple(group)),
        Series(
            say("Gross margin, smart EV, AI and other new initiatives", "智能电动汽车及人工智能等创新业务毛利率"),
            tuple(cars),
        ),
    ]
    return _chart(  # type: ignore[no-any-return]
        desk, "margins", "line", "%", QUARTERS, series, headline=headline,
        takeaway=(say("The car margin fell back from ", "汽车毛利率较上季的"), cars[-2].printed,
                  say(" a quarter earlier.", "有所回落。")),
        description=say("Two lines of quarterly gross margins, of the group and of its car unit.",
                        "集团与汽车业务季度毛利率的两条折线。"),
    )  # fmt: skip


def _segments(desk: _Desk) -> ChartBlock:
    say, periods = desk.say, QUARTERS[3:]
    series = []
    for metric, en, zh, values in _SEGMENTS:
        points = []
        for label, period, value in zip(_labels(desk, periods), periods, values, strict=True):
            words = f"分部 {zh} {period}：收入{value}"
            figure = desk.figure(
                2, words, metric, period, str(Decimal(value) * _BILLION), unit="CNY", precision=_HUNDRED_MILLION
            )
            points.append(Point(label, _scale(desk, value), desk.state(_shown(desk, value), figure)))
        series.append(Series(say(en, zh), tuple(points)))
    return _chart(  # type: ignore[no-any-return]
        desk, "segments", "stacked_bar", say("CNY billion", "亿元"), periods, series,
        headline=(say("A quarter of revenue now comes from cars: ", "汽车等创新业务贡献收入的四分之一："),
                  series[-1].points[-1].printed, say(" of the total", "亿元")),
        takeaway=(say("Phones brought in ", "智能手机收入"), series[0].points[-1].printed,
                  say(" billion, little changed.", "亿元，变化不大。")),
        description=say("Stacked bars of revenue by segment over five quarters.", "五个季度分部收入堆积柱状图。"),
    )  # fmt: skip


def _table(desk: _Desk) -> Table:
    say = desk.say
    growth, cars = _growth(desk), _deliveries(desk)
    rows = (
        Row(say("Revenue", "营业收入"), (
            Cell((_amount(desk, "2025-Q3", "113.1"),)), Cell((growth,), direction="up", favourable=True),
            Cell((_amount(desk, "2024-Q3", "92.5"),)))),
        Row(say("Cars delivered", "汽车交付量"), (
            Cell((cars,)), Cell((), note=say("not stated", "未披露")), Cell(()))),
        Row(say("Research and development expense", "研发开支"), (
            Cell((desk.state(desk.money("9.1"), desk.figure(
                1, "RMB 9.1 billion", "rd_expense", "2025-Q3", str(Decimal("9.1") * _BILLION), unit="CNY",
                precision=_HUNDRED_MILLION)),)),
            Cell((desk.state("+52.1%", desk.figure(1, "52.1%", "rd_expense", "2025-Q3", "52.1", measure="yoy")),),
                 direction="up"), Cell(()))),
    )  # fmt: skip
    header = (
        say("Metric", "指标"),
        say("Q3 2025", "2025年第三季度"),
        say("Year on year", "同比"),
        say("A year earlier", "上年同期"),
    )
    return Table(
        header, rows, caption=say("Year on year: change from the same quarter of 2024.", "同比：较2024年同季。")
    )


def _quotes(desk: _Desk) -> Quotes:
    say = desk.say
    english = (
        "We would rather give up some volume than sell a phone below what it is worth, "
        "and memory prices will test everyone next year."
    )
    chinese = "我们宁可少卖一些，也不会用低价换规模；明年内存涨价对所有厂商都是考验。"
    plan = "集团将在未来五年投入2000亿元用于研发，芯片与操作系统是其中的重点"
    analysts = (
        "expect dearer memory to cost the handset business about two points of gross margin in the first half, "
        "and see no relief before the autumn"
    )
    foreign: OutputLanguage = "zh" if desk.language == "en" else "en"
    lu, role = say("Lu Weibing", "卢伟冰"), say("President, Xiaomi Corporation", "小米集团总裁")
    first = say(chinese, english)
    own = say(english, chinese)
    cards = (
        QuoteCard(
            desk.quote(2 if desk.language == "en" else 1, first, lu, role, "direct"), foreign, True, lu, role,
            say("示例财经", "Example Wire"), say("19 November 2025", "2025年11月18日"),
            translation=say(english, chinese),
        ),
        QuoteCard(
            desk.quote(1 if desk.language == "en" else 2, own, lu, role, "direct"), desk.language, True, lu, role,
            say("Example Wire", "示例财经"), say("18 November 2025", "2025年11月19日"),
        ),
        QuoteCard(
            desk.quote(2, plan, "雷军", None, "indirect"), "zh", False, say("Lei Jun", "雷军"),
            say("Chairman", "董事长"), "示例财经", say("19 November 2025", "2025年11月19日"),
            untranslated=desk.language == "en",
        ),
        QuoteCard(
            desk.quote(3, analysts, "Example Securities", None, "indirect"), "en", False, "Example Securities",
            say("Broker", "证券公司"), "Example Market Review", say("20 November 2025", "2025年11月20日"),
            untranslated=desk.language == "zh",
        ),
    )  # fmt: skip
    return Quotes(cards)


def _conflicts(desk: _Desk) -> Conflicts:
    say = desk.say
    stated = _shipments(desk)
    claim = desk.evidence[stated.evidence].claim
    assert isinstance(claim, Fact)
    other = desk.state(say("43.4 million", "4340万台"), *claim.dissenting)
    conflict = Conflict(
        say("Smartphone shipments, Q3 2025", "智能手机出货量，2025年第三季度"), stated, "示例晨报",
        ((other, "Example Market Review"),),
        say("The figure that more independent sources carry is stated.", "采用较多独立来源一致的数字。"),
    )  # fmt: skip
    return Conflicts((conflict,))


def _method(desk: _Desk) -> Method:
    say = desk.say
    return Method((
        Paragraph((say(
            "Figures are taken word for word from the documents listed under Sources. Where several independent "
            "documents state the same quantity, the most precise statement of the largest agreeing group is printed.",
            "所有数字均逐字取自“资料来源”所列文件。同一指标有多个独立来源时，采用一致来源最多、精度最高的表述。"),)),
        Paragraph((say("Articles that carry one syndicated story count once.", "转载稿件只计一次。"),), bullet=True),
        Paragraph((say("Forecasts and targets are marked as such.", "预测值与目标值均单独标示。"),), bullet=True),
    ))  # fmt: skip
