"""Amounts of what was told last, in the sentence before or of the house before: 这一数字低于市场预期37.1万辆, 汇丰由20元升至22元."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.figure import Figure
from generator.extraction.links.link import Link
from generator.extraction.marks.mention import STRANGER, EntityMention, Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.meaning import Meanings
from generator.extraction.metrics.overall_level_en import groups_own

# 这一数字低于市场一致预期37.1万辆
_THAT_FIGURE_ZH = re.compile(
    r"\s*(?:而|但|不过,?|然而,?|其中,?)?(?:这一?个?|该|此)(?P<figure>数字|数据|数值|水平|水准|成绩|规模|金额|预测|预估|指引)(?:值)?(?:也|亦|则|已|仍|更|均|不仅|不但)*(?=[高低优好逊不超略远符胜大小多少接])"
)
# 汇丰从2300元上调至2400元,里昂维持2000元: behind a target price, what the next houses put theirs at
_FROM_ZH = re.compile(r"(?:则|也|亦|再|同样)?(?:把|将)?(?:其|目标价)?(?:从|由|自)")
_PUTS_AT_ZH = re.compile(
    r"(?:则|也|亦|再|更|同样)?(?:维持|给予|给出|予|看[至到]?|喊[出上到]?|给|上看|重申|订在|定为|的)(?:在|为|于)?"
)
# 大和则喊到1295元: a house that the catalogue does not list
_OTHER_HOUSE = re.compile(
    r"[,;\s]*(?P<who>[一-鿿]{2,6})则(?:也|亦|仍|再)?(?:维持|给予|给出|给|予|看[至到]?|喊[出上到]?|上看|重申)(?:在|为|于)?"
)
_TO_ZH = re.compile(
    r"(?:一口气|大幅|小幅|微|略|再|进一步)*(?:[上下]调|[上下]修|调[升降高低整]|提[高升]|推升|拉高|升|降|砍)?[至到为]"
)


def of_that_figure(scan: Scan, meanings: Meanings, amount: Amount, carried: Figure | None) -> Link:
    """Return the link of what a sentence sets beside the figure told last: 这一数字低于市场一致预期37.1万辆."""
    groups = None if scan.chinese else groups_own(scan, amount)
    said = groups or _THAT_FIGURE_ZH.match(scan.text, scan.sentence.start, amount.start)
    if said is None or carried is None or carried.metric is None or not meanings.fits(carried.metric, amount):
        return Link()
    if groups:  # `EV margin was 25.5%. The group's was 22.9%`
        whole = meanings.catalogue.metrics[carried.metric].base or carried.metric
        return Link(whole, Mention(*said.span("figure"), (whole,)))
    return Link(carried.metric, Mention(*said.span("figure"), (carried.metric,), part=carried.segment))


def put_in_turn(scan: Scan, amount: Amount, told: str | None) -> Link:
    """Return the target price that the next house of a list puts a share at, behind one `told` before."""
    house = _next_house(scan, amount) if told == "target_price" else None
    return Link(told, Mention(house.start, house.end, (told,))) if house and told else Link()


def _next_house(scan: Scan, amount: Amount) -> EntityMention | None:
    """Return the next house of a Chinese list that puts a price at an amount, or up from it: 汇丰从2300元上调至2400元."""
    before, after = scan.preceding(amount), scan.following(amount)
    if amount.kind != "money" or amount.scaled or not scan.chinese:
        return None
    if before is not None and _TO_ZH.fullmatch(scan.text, before.end, amount.start):
        return _next_house(scan, before)
    start = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
    house = next((e for e in reversed(scan.entities) if start <= e.start and e.end <= amount.start), None)
    if house is None:
        other = _OTHER_HOUSE.fullmatch(scan.text, start, amount.start)
        return EntityMention(*other.span("who"), STRANGER) if other else None
    from_it = _FROM_ZH.fullmatch(scan.text, house.end, amount.start)
    led = from_it and after is not None and _TO_ZH.fullmatch(scan.text, amount.end, after.start)
    return house if led or _PUTS_AT_ZH.fullmatch(scan.text, house.end, amount.start) else None
