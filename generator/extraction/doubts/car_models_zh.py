"""Cars of one model whose Chinese name has a number, of a brand that the catalogue knows or none: 方程豹新品豹5 9月销量逾6000辆, 钛7在9月的销量 are not the maker's."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS

# 第5, 前10名, 双11, 近3个月, 2025款: no names
_NO_NAME = "第前近每约达超逾共过满至到双于在年月日等首末头连个款万千百十比增升为是有与和及、从其下上"
# 豹5, 钛7, 海豹06, 海狮05EV, N9, 9X, 900
_NAME = rf"(?:[一-鿿]{{0,2}}[^{_NO_NAME}\W\da-zA-Z_][A-Z]?\d{{1,3}}(?:[A-Z]{{1,4}})?|(?!Q[1-4]|H[12]|TOP|FY)[A-Z]{{1,4}}-?\d{{1,3}}[A-Za-z]{{0,2}}|\d[A-Z]|\d{{2,3}}|[一-鿿]{{1,2}}L(?![A-Za-z]))"
_NEW = "(?:旗下|品牌|汽车|的|全新|新一代|新品|新车|新款|首款|改款|车型|首款车型|新车型|中?大型|纯电|插混|增程|越野|轿车|SUV|MPV){0,4}"
# what stands behind the name: a time, its sales, how long it is sold
_THEN = r"[\"”」』》]?(?:\s?(?:车型|系列|Pro|Max|Ultra|Plus|EV|DM-?[ip]|PHEV))?(?=\s|在|于|的|自|首[月周季年]|单[月周季]|当月|累计|月销|月均|上市|销[量售]|交付|$)"
_MODEL = re.compile(rf"{_NEW}\s?[\"“「『《]?(?P<name>{_NAME}){_THEN}")
_LAUNCHED = re.compile(
    "(?:上市|开售|开启交付|上线|发布)后?的?(?:首个?|第[一二三]个?|次)(?:完整)?(?:月份?|周|季度?|年|自然月|交付月)的?$"
)
# 这两款车合计交付373728辆: of some models together; 旗下五款车型 may be all
_SOME = re.compile(
    "(?<!旗下)(?<!全部)(?<!所有)(?<!全系)[两二三四五六几]款(?:车型?|新车|车款|SUV|轿车|MPV|主力车型)(?:[^,;。\\d旗]{0,10})$"
)
_WHOLE = re.compile(
    "品牌|公司|集团|全系|全品牌|整体|合计|共计|总计|总共|总[销交]|全部|双方"
)  # of more than the model again


def is_of_car_model(scan: Scan, mention: Mention, amount: Amount) -> bool:
    """Whether a Chinese count of cars, or its change, is of a model named before it and of nothing since, or of one that was just launched."""
    if not any(name in OF_CARS for name in mention.metrics) or scan.text[mention.start].isascii():
        return False
    at = min(mention.start, amount.start)
    if _SOME.search(scan.text, max(scan.clause(at)[0], at - 20), at):
        return True
    if not scan.segments and _LAUNCHED.search(scan.text, max(scan.sentence.start, at - 16), at):
        return True
    named = [e.end for e in scan.entities if e.end <= at] + [m.end for m in scan.segments if m.end <= at]
    return any(_is_model(scan, low, at) for low in (scan.clause(at)[0], scan.sentence.start, *named))


def _is_model(scan: Scan, low: int, at: int) -> bool:
    """Whether a model's name stands at an offset, and nobody, no brand and no whole between it and the metric."""
    model = _MODEL.match(scan.text, low, at)
    if model is None or _WHOLE.search(scan.text, model.end(), at):
        return False
    start, end = model.span("name")
    known = [(m.start, m.end) for m in scan.entities] + [(m.start, m.end) for m in scan.segments]
    since = any(model.end() <= begins < at for begins, _ in known)
    known += [(p.start, p.end) for p in scan.periods]
    return not since and not any(begins < end and start < ends for begins, ends in known)
