"""An expected rate of growth that is moved from one to another: 全年营收的成长幅度,由4月所预估的接近25%,改为约30%."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan, once

_RATE = r"(?:年增长?|增长|成长|增速|增幅|按年增长?|同比增长?)(?:率|幅度|速度)?的?"
_EXPECTED = r"(?:预[估测期计]|展望|目标|财测|指引|估计)"
_BEFORE = r"(?:此前|先前|之前|早前|原先|原本|原来|原估|上次|前次)"
_ABOUT = r"(?:约|近|接近|大约|逾|超过?|低于|不到|至少|略高于|略低于)*"
_VALUE = r"[\d.]+%?(?:[至到~-]+[\d.]+)?%"
_REVISED = r"(?:改(?:为|成|至|到)|(?:调整|修[正改订]|更新|变更|[上下][修调]|调[高低升降])[至到为成])"
_CHANGED = rf"(?:(?P<revised>{_REVISED})|(?:提[高升]|拉高|升|降)[至到为成])"
# 改为mid-thirties(约34%至36%): the phrase that the company used
_IN_ITS_WORDS = r"(?:[\"“「]?[A-Za-z][A-Za-z -]{2,30}[\"”」]?(?:的?水[平准])?)?"
_MOVED = re.compile(
    rf"{_RATE}(?P<outlook>{_EXPECTED}值?)?[^;。\d]{{0,12}}?[由从自](?P<earlier>[^;。%]{{0,14}}?)的?{_ABOUT}(?P<old>{_VALUE})(?:[^,;。\d%]{{0,4}})?,?"
    rf"(?:再|进一步|现|则|已|大幅|小幅)?{_CHANGED}{_IN_ITS_WORDS}\(?(?:即|也就是)?{_ABOUT}(?P<new>{_VALUE})"
)
_EXPECTED_THEN = re.compile(_EXPECTED)
_EARLIER = re.compile(_BEFORE)
_ANOTHER_TIME = re.compile("去年|上年|同期|第?[一二三四1-4]季")  # 增速由去年的25%变为30%: of two times
_REACH = 100  # characters of such a sentence before its last amount


@once
def is_moved_outlook(scan: Scan, amount: Amount) -> str | None:
    """Return whether a percentage is the rate that was expected before, `old`, or the one that is expected now, `new`; None for neither."""
    if not scan.chinese or amount.kind != "percent":
        return None
    for moved in _MOVED.finditer(scan.text, max(scan.sentence.start, amount.start - _REACH), scan.sentence.end):
        if not _is_of_an_outlook(moved):
            continue
        for which in ("old", "new"):
            if moved.start(which) <= amount.start < moved.end(which):
                return which
    return None


def _is_of_an_outlook(moved: re.Match[str]) -> bool:
    """Whether a rate that moved is called an outlook, or was revised: no growth that came, 增速由3月的50%提升至80%."""
    expected = moved["outlook"] or _EXPECTED_THEN.search(moved["earlier"])
    revised = moved["revised"] and _EARLIER.search(moved["earlier"])
    return bool(expected or revised) and not _ANOTHER_TIME.search(moved["earlier"])


def as_outlook(scan: Scan, amount: Amount) -> int:
    """Return the direction of an expected rate of growth that is moved, 0 where a percentage is none."""
    return 1 if is_moved_outlook(scan, amount) else 0
