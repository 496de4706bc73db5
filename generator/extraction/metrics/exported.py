"""Cars sold abroad, which English calls exports: `sales were flat at 1.23 million, though exports grew 45% to 453,141`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.terms import NO_METRIC

_ABROAD = "vehicle_exports"
_SAID = ("exports", "export", "exported", "exporting", "export volume", "export volumes", "export sales")
# `出口126336辆`, `累计出口106.3万辆`
_SAID_ZH = "出口"
_DID_ZH = re.compile(
    r"(?:汽车|新车|整车|乘用车|新能源(?:汽?车|乘用车)?|数?量|总量|共计|合计|累计|实现|完成|了|为|达到?|至|[升增降减]至|约|近|超过?|逾|突破|首次|单月|[便则就亦也仅只占有将料]|预[计期估]|有望|可望|贡献|至少|最多|\s){0,8}"
    r"\d[\d.]*万?(?:辆|台)?(?:\s?[-~至到]\s?\d[\d.]*)?万?[余多]?[辆台]"
    r"|量(?:将|会|则|也|亦|更|可望|有望|预计|预期|料|同比|环比|按年|按季|年|大幅|近|约|再)*(?:[增升涨跌降减]|成长|上升|攀升|激增|急增|大增|翻|倍增|下降|下滑|下跌)"  # 出口量将翻番
)
# What exports do of which a figure is told; in a text on cars they are what was sold.
_DID = re.compile(
    r" (?:(?:of (?!which\b)|in |for |during |over |between |from )[^,;\d]{2,40}? )?(?:(?:also|more than|nearly|almost|will|would|should|could|may|to) )*(?:was|were|is|are|reach|hit|total|stood|came|account|grew|grow|rose|rise|ris|f[ae]ll|jump|climb|surg|soar|swell|balloon|leap|expand|advanc|edg|sank|shr[aiu]nk|plung|tumbl|slump|increas|declin|decreas|dropp|drop|slip|doubl|tripl|halv|top|exceed|surpass|up\b|down\b|(?:[A-Z]\w+ )?\d)",
)
# `wants to export 640,000 this year`, `exports of 19,000`, `its export target for 2026`; not `export controls`
_COUNTS = re.compile(
    rf" (?:of )?{ABOUT}\d|(?: sales)? (?:goals?|targets?|aims?|forecasts?|guidance|outlook|estimates?|expectations?)\b"
)
# `17,358 exported`, `17,358 were exported`
_SO_MANY = re.compile(r"\d (?:(?:units|vehicles|cars) )?(?:(?:were|was|being) )?$")
# `shipped the most NEVs out of the country: 42,463 units`
_OUT = ("out of the country", "out of china")
# `sent 1.34 million vehicles abroad in 2025`
_SENT_ABROAD = re.compile(
    rf"\b(?P<verb>sent|sends|sending) (?={ABOUT}\d[\d.,]* ?(?:million |thousand )?(?:(?:(?:new|finished|passenger|electric) )?(?:vehicles|cars|EVs|units)|of (?:them|those|these)) (?:abroad|overseas|out of|to (?:foreign|overseas)))"
)
_SENT = re.compile(r"(?:shipp?(?:s|ed|ing)?|sent|sends|sending)$", re.I)
_WARES = 40  # characters between the verb and where to


def with_exports(marks: Scan, cars: bool) -> Scan:
    """Return a sentence's marks with its exports as a metric: of cars in a text on them (`cars`), else of nothing that is known."""
    metric = "vehicle_sales" if cars else NO_METRIC
    marks = _with_what_was_sent(marks) if cars else marks
    sent = _SENT_ABROAD.finditer(marks.text, marks.sentence.start, marks.sentence.end) if cars else ()
    told = [Mention(*s.span("verb"), (metric,), part=_ABROAD) for s in sent]
    told += [
        Mention(m.start, m.end, (metric,), part=_ABROAD if cars else None)
        for m in marks.segments
        if m.segment == _ABROAD and _is_told(marks, m)
    ]
    if not cars:  # 对中国出口限制造成的80亿美元损失: no line of a maker of chips
        marks = replace(marks, segments=[m for m in marks.segments if m.segment != _ABROAD])
    return marks.with_metrics(told)


def _with_what_was_sent(marks: Scan) -> Scan:
    """Return marks with what was shipped out of the country as exports: `cars shipped out of China`."""
    out = [m.start for m in marks.segments if marks.text[m.start : m.end].lower() in _OUT]
    if not out:
        return marks
    metrics = [
        Mention(m.start, m.end, ("vehicle_sales",), part=_ABROAD)
        if _SENT.match(marks.text, m.start, m.end) and any(0 <= at - m.end <= _WARES for at in out)
        else m
        for m in marks.metrics
    ]
    return replace(marks, metrics=metrics)


def _is_told(marks: Scan, exports: Mention) -> bool:
    """Whether a figure is told of exports: no metric stands beside them that they only narrow."""
    said = marks.text[exports.start : exports.end].lower()
    form = _DID_ZH if said == _SAID_ZH else _DID
    did = form.match(marks.text, exports.end, marks.sentence.end)
    if did is None and said != _SAID_ZH:
        did = _COUNTS.match(marks.text, exports.end, marks.sentence.end)
    if said == "exported" and _SO_MANY.search(marks.text, max(marks.sentence.start, exports.start - 24), exports.start):
        return True
    low, high = marks.clause(exports.start) if said == _SAID_ZH else (marks.sentence.start, marks.sentence.end)
    near = [m for m in marks.metrics if low <= m.start and m.end <= high]
    start = marks.clause(exports.start)[0]  # `present in ever more countries, with export sales increasing by`
    beside = any(m.start < exports.end + 12 and max(start, exports.start - 8) < m.end for m in near)
    return said in (*_SAID, _SAID_ZH) and bool(did) and not beside
