"""A year of news on companies that do not exist: results, deliveries, targets, corrections, and weeks without any.

What is said is made up; how it is said is how releases, agencies and papers say it, in Chinese and English.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

FIRST = date(2024, 12, 30)  # the Monday of 2025-W01
WEEKS = 52
HOLIDAYS = (5, 6, 18, 40, 52)  # weeks in which nobody publishes
_PAPERS = (("Meridian Post", "en"), ("Coastal Business", "en"), ("东岸财经", "zh"), ("明湾日报", "zh"))
_ORDINAL = {
    "Q1": ("first", "第一季度"),
    "Q2": ("second", "第二季度"),
    "Q3": ("third", "第三季度"),
    "Q4": ("fourth", "第四季度"),
}
_NAMES = {"harbourline": ("Harbourline Motors", "港线智行"), "lumen": ("Lumen Devices", "流明电子")}
_HEADS = {"harbourline": ("Helen Marsh", "chief executive", "马海伦"), "lumen": ("Chen Yu", "chairman", "陈屿")}
_BESIDE = {
    "en": ("Analysts had looked for a little less.", "The shares hardly moved in late trading.", "Rivals report next week.",
           "Demand at home was steady, and abroad it grew.", "Costs of parts eased over the period."),
    "zh": ("结果略好于分析师此前的预期。", "股价尾盘变动不大。", "同业将于下周公布业绩。", "国内需求平稳，海外需求增长。", "零部件成本有所回落。"),
}  # fmt: skip


@dataclass(frozen=True)
class Article:
    """One article: when and where it appeared; `revised` when it was changed, and whether that was to withdraw it."""

    name: str
    day: date
    publisher: str
    title: str
    body: str
    revised: date | None = None
    withdrawn: bool = False

    def text(self) -> str:
        """Return the file that holds it."""
        facts = {"title": self.title, "publisher": self.publisher, "published": f"{self.day} 09:30",
                 "address": f"https://{self.name.split('-')[-1]}.example/{self.name}"}  # fmt: skip
        facts |= {"revised": f"{self.revised} 15:00"} if self.revised else {}
        facts |= {"withdrawn": "yes"} if self.withdrawn else {}
        head = "\n".join(f"{key}: '{value}'" for key, value in facts.items())
        return f"---\n{head}\n---\n\n# {self.title}\n\n{self.body}\n"


@dataclass(frozen=True)
class Quarter:
    """What a company reports of a quarter, in billions and percent; `sold` cars, or phones in millions."""

    company: str
    label: str
    day: date
    revenue: float
    growth: float
    profit: float
    margin: float
    sold: float


QUARTERS = (
    Quarter("harbourline", "2024-Q4", date(2025, 3, 20), 23.8, 14.2, 1.1, 20.6, 70_412),
    Quarter("harbourline", "2025-Q1", date(2025, 5, 22), 24.6, 12.4, 1.3, 21.4, 66_318),
    Quarter("harbourline", "2025-Q2", date(2025, 8, 21), 27.2, 18.9, 1.7, 22.1, 81_507),
    Quarter("harbourline", "2025-Q3", date(2025, 11, 20), 28.4, 21.3, 1.9, 22.6, 86_244),
    Quarter("lumen", "2024-Q4", date(2025, 3, 25), 15.1, 6.4, 0.8, 17.9, 4.6),
    Quarter("lumen", "2025-Q1", date(2025, 5, 27), 13.9, 5.2, 0.7, 17.4, 4.2),
    Quarter("lumen", "2025-Q2", date(2025, 8, 26), 14.4, 7.1, 0.8, 18.1, 4.1),
    Quarter("lumen", "2025-Q3", date(2025, 11, 25), 15.0, 8.3, 0.9, 18.8, 4.4),
)
DELIVERIES = (25_104, 19_870, 16_205, 24_311, 25_802, 26_917, 27_455, 27_135, 28_066, 29_543, 29_118, 30_220)


def week(number: int) -> list[Article]:
    """Return what appears in a week of 2025: new articles, and earlier ones as they are changed then."""
    monday = FIRST + timedelta(weeks=number - 1)
    if number in HOLIDAYS:
        return []
    return [article for article in _year() if monday <= (article.revised or article.day) < monday + timedelta(days=7)]


def _year() -> Iterator[Article]:
    for quarter in QUARTERS:
        yield from _results(quarter)
    yield from _deliveries()
    yield from _single()
    yield from _voices()
    yield from _others()


def _results(q: Quarter) -> Iterator[Article]:
    english, chinese = _NAMES[q.company]
    year, (nth, quarter) = q.label[:4], _ORDINAL[q.label[5:]]
    sold = (
        f"It delivered {q.sold:,.0f} vehicles"
        if q.company == "harbourline"
        else f"Its smartphone shipments were {q.sold} million"
    )
    said = (f"{english}' revenue rose {q.growth}% year on year to RMB {q.revenue} billion in the {nth} quarter of {year}. "
            f"Net profit was RMB {q.profit} billion, and the gross margin was {q.margin}%. {sold} in the {nth} quarter of {year}.")  # fmt: skip
    told = f"交付汽车{q.sold:.0f}辆" if q.company == "harbourline" else f"智能手机出货量为{q.sold * 100:.0f}万台"
    sagt = (f"{chinese}{year}年{quarter}营收为{q.revenue * 10:.0f}亿元，同比增长{q.growth}%。{year}年{quarter}净利润为{q.profit * 10:.0f}亿元，"
            f"毛利率为{q.margin}%，{told}。")  # fmt: skip
    name = f"{q.day}-{q.company}"
    yield Article(
        f"{name}-release", q.day, english, f"{english} announces results for the {nth} quarter of {year}", said
    )
    yield Article(f"{name}-gonggao", q.day, chinese, f"{chinese}公布{year}年{quarter}业绩", sagt)
    for i, (publisher, language) in enumerate(_PAPERS):
        title, words = ((f"{english}: the {nth} quarter in figures", said), (f"{chinese}{quarter}成绩单", sagt))[
            language == "zh"
        ]
        beside = random.Random(f"{name}{i}").sample(_BESIDE[language], 2)
        day = q.day + timedelta(days=i % 2)
        yield Article(f"{name}-paper{i}", day, publisher, title, "\n\n".join((beside[0], words, beside[1])))


def _deliveries() -> Iterator[Article]:
    """A car maker's month, told on the second of the next one; in October after the holiday."""
    for month, cars in enumerate(DELIVERIES):
        year, told = (2024, 12) if month == 0 else (2025, month)
        day = date(2025, month + 1, {2: 12, 5: 9, 10: 9}.get(month + 1, 2))
        name = date(year, told, 1).strftime("%B")
        yield Article(f"{day}-harbourline-month", day, "Harbourline Motors", f"Deliveries in {name} {year}",
                      f"Harbourline Motors delivered {cars:,} vehicles in {name} {year}.")  # fmt: skip
        yield Article(f"{day}-harbourline-yue", day, "东岸财经", f"港线智行{told}月交付{cars}辆",
                      f"港线智行{year}年{told}月交付汽车{cars}辆。{_BESIDE['zh'][month % 5]}")  # fmt: skip


def _single() -> Iterator[Article]:
    """What happens once: targets, a restatement, a correction, a withdrawal, a dissenting paper."""
    yield Article("2025-01-09-harbourline-target", date(2025, 1, 9), "Harbourline Motors", "Harbourline sets its target for 2025",
                  "Harbourline Motors has set a target of 300,000 vehicle deliveries for 2025.")  # fmt: skip
    yield Article("2025-08-28-harbourline-raised", date(2025, 8, 28), "Harbourline Motors", "Harbourline raises its target for 2025",
                  "Harbourline Motors has raised its 2025 delivery target to 340,000 vehicles.")  # fmt: skip
    yield Article("2025-07-10-harbourline-restated", date(2025, 7, 10), "Harbourline Motors", "Harbourline restates its first quarter",
                  "After a change in how leases are counted, Harbourline Motors' revenue was RMB 24.1 billion in the first quarter of 2025.")  # fmt: skip
    shipped = (
        "Lumen Devices' smartphone shipments were {} million in the second quarter of 2025, the research house said."
    )
    first = date(2025, 7, 16)
    yield Article(
        "2025-07-16-lumen-shipments",
        first,
        "Meridian Post",
        "Lumen's phones in the second quarter",
        shipped.format(4.8),
    )
    yield Article(
        "2025-07-16-lumen-shipments",
        first,
        "Meridian Post",
        "Lumen's phones in the second quarter",
        shipped.format(4.1),
        date(2025, 7, 24),
    )
    spent = "Lumen Devices' R&D expenses were RMB 0.9 billion in the third quarter of 2025, a person with knowledge of the matter said."
    yield Article(
        "2025-10-15-lumen-research", date(2025, 10, 15), "Coastal Business", "Lumen spends more on research", spent
    )
    yield Article(
        "2025-10-15-lumen-research",
        date(2025, 10, 15),
        "Coastal Business",
        "Lumen spends more on research",
        spent,
        date(2025, 10, 22),
        True,
    )
    yield Article("2025-12-03-harbourline-doubt", date(2025, 12, 3), "明湾日报", "港线智行第三季度营收存疑",
                  "接近公司的业内人士称，港线智行2025年第三季度营收为279亿元。")  # fmt: skip


def _voices() -> Iterator[Article]:
    """People who speak and state no figure, every fourth week of each company."""
    subjects = ("batteries", "service", "safety", "software", "suppliers", "stores", "training", "repair", "exports",
                "design", "testing", "warranty claims", "quality")  # fmt: skip
    themen = ("电池", "服务", "安全", "软件", "供应商", "门店", "培训", "维修", "出口", "设计", "测试", "充电", "质量")
    for i, (subject, thema) in enumerate(zip(subjects, themen, strict=True)):
        for shift, company in enumerate(_NAMES):
            day = FIRST + timedelta(weeks=4 * i + 2 * shift, days=3)
            head, role, haupt = _HEADS[company]
            english, chinese = _NAMES[company]
            yield Article(f"{day}-{company}-voice", day, "Meridian Post", f"{english} on {subject}",
                          f'{head}, {role} of {english}, said: "We will not save on {subject}, whatever the season brings."')  # fmt: skip
            yield Article(f"{day}-{company}-sheng", day, "东岸财经", f"{chinese}谈{thema}", f"{chinese}{haupt}表示：“无论淡季旺季，我们在{thema}上都不会省钱。”")  # fmt: skip


def _others() -> Iterator[Article]:
    """Ten articles a week on a company that no report is about, each from an angle of its own: what makes a corpus grow."""
    chance = random.Random(52)
    who = ("Shoppers", "Farmers", "Hauliers", "Bakers", "Inspectors", "Franchisees", "Suppliers", "Landlords", "Cooks")
    did = ("welcomed", "questioned", "put off", "paid for", "asked about", "agreed on", "turned down", "waited for")
    what = ("longer hours", "a second depot", "cheaper flour", "new ovens", "cold stores", "the autumn menu", "fewer lorries",
            "a loyalty card", "printed receipts", "vegetable crates", "a training kitchen", "later closing")  # fmt: skip
    where = ("the north", "the old port", "two suburbs", "the valley", "market towns", "the capital", "border villages")
    for number in range(1, WEEKS + 1):
        quarter = (number - 1) // 13
        said = (f"Northgate Foods' revenue rose {4 + quarter}.5% year on year to RMB {6 + quarter / 5:.1f} billion in the "
                f"{('fourth', 'first', 'second', 'third')[quarter]} quarter of {2024 if quarter == 0 else 2025}.")  # fmt: skip
        for i in range(10):
            day = FIRST + timedelta(weeks=number - 1, days=i % 7)
            seen = [" ".join(map(chance.choice, (who, did, what))) + f" in {chance.choice(where)}." for _ in range(6)]
            yield Article(f"{day}-northgate-{i}", day, f"Grocer {i}", f"Northgate in week {number}, note {i}",
                          " ".join((*seen[:3], said, *seen[3:])))  # fmt: skip
