"""The sample briefing's blocks around the figures, made of pieces that the other blocks print."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from generator.briefing.charted import ChartBlock, ChartPair
from generator.briefing.printed import Printed
from generator.briefing.story import (
    Change,
    Entry,
    Glossary,
    Happening,
    KeyMessages,
    Progress,
    TargetProgress,
    Timeline,
    WhatChanged,
)


def key_messages(say: Any, growth: Printed, cars: Printed) -> KeyMessages:
    return KeyMessages(
        (
            (say("Revenue grew by ", "营业收入同比增长"), growth, say(", faster than costs.", "，快于成本。")),
            (say("The company handed over ", "本季交付汽车"), cars, say(" cars.", "。")),
        )
    )


def timeline(say: Any, cars: Printed) -> Timeline:
    first, last = say("18 November 2025", "2025年11月18日"), say("20 November 2025", "2025年11月20日")
    what = say("The company reports its quarter.", "公司公布季度业绩。")
    return Timeline(
        (
            Happening(first, "2025-11-18", (what,)),
            Happening(
                last, "2025-11-20", (say("Deliveries of ", "交付"), cars, say(" discussed", "引发讨论")), "Yicai"
            ),
        )
    )


def target_progress(say: Any, cars: Printed, share: Printed) -> TargetProgress:
    name, year = say("Cars delivered", "汽车交付量"), say("2025", "2025年")
    quarter, none = say("Q3 2025", "2025年第三季度"), say("no figure stated yet", "尚无披露数据")
    return TargetProgress(
        (
            Progress(name, cars, year, cars, quarter, share, Decimal("0.76"), before=share),
            Progress(name, cars, say("2026", "2026年"), None, "", None, Decimal(0), none),
        )
    )


def what_changed(say: Any, now: Printed, before: Printed) -> WhatChanged:
    header = (say("Metric", "指标"), say("Now", "本期"), say("Before", "此前"), say("Change", "变化"))
    quarter, earlier = say("Q3 2025", "2025年第三季度"), say("Q3 2024", "2024年第三季度")
    new = (say("new figure", "新披露"),)
    return WhatChanged(
        header,
        (
            Change(say("Revenue", "营业收入"), new, now, quarter, before, earlier),
            Change(say("Revenue (target)", "营业收入（目标）"), new, now, quarter, None, ""),
        ),
    )


def glossary(say: Any) -> Glossary:
    return Glossary(
        (
            Entry(say("Gross margin", "毛利率"), say("Gross profit as a share of revenue", "毛利占营收的比例")),
            Entry("AIoT", say("Connected devices that learn from how they are used", "能从使用中学习的联网设备")),
        )
    )


def chart_pair(say: Any, one: ChartBlock, other: ChartBlock) -> ChartPair:
    titles = (say("Revenue, eight quarters", "八季度营业收入"), say("Margins", "毛利率"))
    return ChartPair(titles, (replace(one, id="pair_1"), replace(other, id="pair_2")))
