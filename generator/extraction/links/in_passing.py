"""Metrics that a sentence names only in passing: what grew so is something else."""

from __future__ import annotations

import re

from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.links.near import is_in_a_share_zh, is_shared
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_STORES

# `Blackwell contributed to revenue, with a growth of 17%`: the revenue did not grow so
_ALL_OF = r"(?:the |its |total |overall |[A-Z]\w+['’]s )*$"
_CONTRIBUTED = re.compile(
    rf"\b(?:contribut\w+|add(?:s|ed|ing)?|gave (?:an? )?(?:[a-z]+ )?(?:boost|lift|push)) (?:(?:much|a lot|a great deal|more|[a-z]+ly) ){{0,2}}to {_ALL_OF}"
    rf"|\b(?:help(?:s|ed|ing)|aid(?:s|ed|ing)|benefit(?:s|ed|ing)|support(?:s|ed|ing)|buoy(?:s|ed|ing)|fed|underpin(?:s|ned|ning)|bolster(?:s|ed|ing)) (?:[a-z]+ly )?(?:(?:to )?(?:push|lift|drive|boost|grow|raise|increase) )?{_ALL_OF}"
)
# but `cloud helped lift revenue by 17%`
_SO_MUCH = re.compile(rf" (?:(?:up|down) )?(?:by )?{ABOUT}\d[\d.]* ?(?:%|per ?cent|pct)")
# 盈利46.9亿元,去年同期蚀11.2亿元,按季升40%: what was earned before rose by nothing
_EARLIER_ZH = re.compile("(?:去年同期|上年同期|去年同季|上年同季)(?:则|为|是|亦|也|录得|净)*$")
# 净利润646亿元,日赚2.36亿元,同比增长6.25%: what was earned a day only says again what was earned
_A_DAY_ZH = re.compile(r"(?:每[天日]|(?<![\d今昨当同首即单])日)(?:就|能|可|净|均)?$")
_A_PART_OF = re.compile(r"的(?:约|近|逾)?\d[\d.]*%,")  # 约为比亚迪交付量的72.6%,较2024年下滑超8%
# `ad impressions delivered across our apps increased by 17%`: what was delivered are no cars
_LONGEST_SHOWN = "advertisements "
_SHOWN = re.compile(
    r"\b(?:impressions|ads|adverts|advertisements|messages|services|packages|parcels|meals|results|returns|growth) delivered$"
)

_IN_SHOPS = re.compile(
    r"\b(?:in|at|through|into|to|from|across) (?:(?:its|the|their|all|own|retail|physical|most|many|\d[\d,]*) )*$"
)


def _is_where(scan: Scan, mention: Mention) -> bool:
    """Whether shops are only where something happened: `with the new models in stores, growing 4 percent`, `sales at its 24,097 stores rose`."""
    stores = mention.metrics[:1] and mention.metrics[0] in OF_STORES
    return (
        bool(stores)
        and _IN_SHOPS.search(scan.text, max(scan.sentence.start, mention.start - 30), mention.start) is not None
    )


def is_named_in_passing(scan: Scan, mention: Mention, low: int) -> bool:
    """Whether a metric is what something contributed to, is a share of, or what was earned before or in a day."""
    text, start = scan.text, mention.start
    return bool(
        _SHOWN.search(text, max(low, start - len(_LONGEST_SHOWN)), mention.end)
        or _A_PART_OF.match(text, mention.end)
        or _EARLIER_ZH.search(text, low, start)
        or _A_DAY_ZH.search(text, max(low, start - 4), start)
        or (_CONTRIBUTED.search(text, low, start) and not _SO_MUCH.match(text, mention.end))
        or is_shared(scan, mention, low)
        or _is_where(scan, mention)
        or is_in_a_share_zh(scan, mention, low)
    )
