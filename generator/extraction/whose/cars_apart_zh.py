"""Carmakers whose text calls the margin on cars by its name: the bare word is the company's. 汽车收入180亿元。毛利率19.9%。不过汽车毛利率为13.0%."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.whose.context import Surroundings

_ON_CARS = re.compile(r"(?:汽车|整车|车辆|单车|卖车)(?:业务|销售|板块|分部)?的?毛利率")
_NEAR = 240  # characters before and behind a margin, within which the one on cars is named
_ITS_OWN = re.compile(r"(?:业务|板块|分部|销售|车|车辆|品牌|系列|其|该业务|的)$")


def is_the_makers_whole(around: Surroundings, metric: str, mention: Mention) -> bool:
    """Whether a bare Chinese 毛利率 is a carmaker's own, which calls the one on its cars by a name of its own nearby."""
    text, start = around.scan.text, mention.start
    if (
        metric != "gross_margin"
        or not text.startswith("毛利率", start)
        or _ITS_OWN.search(text, max(0, start - 4), start)
    ):
        return False
    maker = around.names.catalogue.companies.get(around.ground.entity or around.home or "")
    if maker is None or not maker.is_car_maker:
        return False
    return _ON_CARS.search(text, max(0, start - _NEAR), start + _NEAR) is not None
