"""Whether a metric stands near enough before an amount to be what it is of."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.per_share import PER_SHARE

# What stands between a metric and its bare number: `deliveries in the third quarter were 497,099`, `fell 3% from 42,013`, `guidance from 363,000 to 473,000`.
_TOLD = re.compile(
    r"(?:(?:[^,;]|,(?=\d{3})){0,60}\b|[^,;]{0,60}, (?=to )|[^,;]{0,40}, which [^;\d]{3,90}, (?=to ))?(?:was|were|is|are|from|to be|to be between|to be in the range of|to|of|at|reached|reaching|hit|numbered|numbering|totall?ed|totall?ing|stood at|came to|exceeded|exceeding|surpassed|topped|neared|nearing|approached)\s+(?:a record |about |around |approximately |roughly |nearly |over |more than |only |just )*",
    re.I,
)
# `deliveries, also a record, exceeded 37,700`: what is said of them between
_ASIDE = re.compile(
    r", (?:also|again|still|once more|the|an?|its|up|down|by far|at|including|excluding)\b[^,;\d]{0,60},(?= )"
)
# What a company does, which is an amount only where it says that it was spent: 四年研发,砸下135亿.
_ACTIVITY = ("研发",)
QUOTED = ("报",)  # `跌1.7%,报68.95元`: a price, where nothing else is said to be reported
_SHARES = ("美股", "港股", "A股", "H股", "ADR", "ADS")  # 美股报27.05美元
_SPENT = re.compile(r"投|砸|花|支出|费用|烧|斥")
_SOURCE = re.compile(r" from (?:the |its )?(?:total |overall )?")
# `5.67% of revenue, an increase of 4.95%`, `to 10% of revenue, down from 41.8 billion yuan`: the revenue is only what the rest is a share of.
_SHARE_OF = re.compile(
    r"(?:%|per ?cent|pct|(?<!first )(?<!second )\bhalf|\b(?:an?|one|two|three|four)[ -](?:third|quarter|fifth)s?) of (?:the |its )?(?:total |net |overall |group )?$"
)
# 贡献512亿美元,占到总营收的九成,同比涨66%: the whole's revenue did not rise so
_IN_A_SHARE_ZH = re.compile(r"(?<!应)占(?:到|据|了|公司|集团|全部|整体|其|同期|当季|总)*$")
_SHARE_ZH = 10  # characters before a metric, within which a part is said to be a share of it
_SHARE_LEAD = 22  # characters before a metric, within which it is said to be what the rest is a share of
_DIRECT = 22  # characters between a metric and a bare number


def is_shared(scan: Scan, mention: Mention, low: int) -> bool:
    """Whether a metric is only what the rest is a share of: `5.67% of revenue, an increase of 4.95%`."""
    return bool(_SHARE_OF.search(scan.text, max(low, mention.start - _SHARE_LEAD), mention.start))


def is_in_a_share_zh(scan: Scan, mention: Mention, low: int) -> bool:
    """Whether a Chinese metric is only what a part is a share of: iPhone营收824亿,占总营收近九成,优于预期的737亿."""
    return bool(_IN_A_SHARE_ZH.search(scan.text, max(low, mention.start - _SHARE_ZH), mention.start))


def is_source(scan: Scan, mention: Mention) -> bool:
    """Whether a metric only says what another one is from: `gross profit from total automotive sales`."""
    others = (m for m in scan.metrics if "revenue" not in m.metrics)  # `revenue from smartphone sales` is theirs
    return any(_SOURCE.fullmatch(scan.text, m.end, mention.start) for m in others)


def near_enough(scan: Scan, mention: Mention, amount: Amount, again: bool) -> bool:
    """Whether a metric is near enough; `again` says that the figure before is of it too."""
    said = scan.text[mention.start : mention.end]
    if said in _ACTIVITY:
        return bool(_SPENT.search(scan.text, mention.end, amount.start))
    if said in QUOTED:
        alone = scan.text[mention.start - 1] in ",,;" or scan.text.endswith(_SHARES, 0, mention.start)
        return amount.start - mention.end <= 2 and alone
    if amount.kind != "bare" or amount.scaled:
        return True
    near = amount.start - mention.end <= _DIRECT or again
    if amount.precision < 1:
        return near and any(name in PER_SHARE.values() for name in mention.metrics)
    aside = _ASIDE.match(scan.text, mention.end, amount.start)
    told = _TOLD.fullmatch(scan.text, aside.end() if aside else mention.end, amount.start)
    return amount.value >= 100 and (near or bool(told))
