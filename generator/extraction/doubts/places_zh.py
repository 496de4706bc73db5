"""Chinese figures of a place that has no name in the catalogue: of one plant (一期工厂产能也翻倍), of where a sentence points to (来自东欧市场,但该处销量挫四成)."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.whose.context import Surroundings

OF_A_PLANT = "of a plant, not of the company"
OF_A_PLACE = "of a region that the catalogue does not name"
_PLANT = re.compile("(?:[一二三四五六\\d]期|第[一二三四五]|[一-鿿]{2}(?:市|超级|整车)?)(?:工厂|厂区|基地|产线|生产线)")
_THERE = re.compile("(?:该处|该地|该国|该市场|该地区|当地|那里|那边|此地)(?:的|市场|整体|汽车|手机|新车|总){0,3}$")
# 在许多城市的市占率不足20%: of a share, and 在66个国家有用户 counts all
_SOME_PLACES = re.compile(
    "(?:许多|部分|多个|多数|一些|不少|若干|众多|个别|[\\d一二三四五六七八九十]+个)(?:主要|重点|一线|二线|欧洲|海外)?(?:城市|国家|地区|市场|省份)(?:和地区)?(?:中|内|里)?,?的?[^,;。\\d]{0,6}$"
)
_PLACE = re.compile("[一-鿿]{2}(?:市场|地区)|[东西南北中]欧|中亚|高加索|独联体")


def of_a_place(around: Surroundings, amount: Amount, mention: Mention) -> str | None:
    """Return a doubt where a figure is of one plant, or of a place that the catalogue does not know."""
    scan = around.scan
    if not scan.chinese:
        return None
    low = scan.clause(mention.start)[0]
    if "production_capacity" in mention.metrics:
        plant = _PLANT.search(scan.text, low, mention.start)
        return OF_A_PLANT if plant and amount.kind == "percent" else None
    share = mention.metrics[0].endswith("market_share")
    if share and _SOME_PLACES.search(scan.text, scan.sentence.start, mention.start):
        return OF_A_PLACE
    if not _THERE.search(scan.text, low, mention.start):
        return None
    kinds = around.names.catalogue.segments
    known = [m for m in scan.segments if m.end <= mention.start and kinds[m.segment or ""].kind == "region"]
    placed = list(_PLACE.finditer(scan.text, scan.sentence.start, low))
    return OF_A_PLACE if placed and not any(m.start >= scan.clause(placed[-1].start())[0] for m in known) else None
