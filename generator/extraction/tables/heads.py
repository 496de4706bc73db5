"""What the heads of a table's rows and columns say of its cells: metric, segment, company, period, change, unit."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.corpus.bars import OR
from generator.corpus.document import Document, Span
from generator.corpus.table import Unit
from generator.extraction.about import About
from generator.extraction.figure import Basis
from generator.extraction.frozen import frozen
from generator.extraction.marks.cues import BASES, Against
from generator.extraction.marks.marking_up import scan
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.spoken import Spoken
from generator.extraction.reading import Reading
from generator.extraction.sentences import Sentence
from generator.extraction.tables.columns import CHANGE
from generator.extraction.tables.dated_labels import dated
from generator.extraction.tables.head_marks import ACCOUNT
from generator.extraction.tables.this_month import in_month_told
from generator.extraction.tables.units_named import BRACKETED, PIECES, unit_in
from generator.extraction.when.resolving import resolve
from generator.settings.period import Period

_BASES: tuple[tuple[Basis, re.Pattern[str]], ...] = (
    ("consensus", re.compile(r"\b(?:consensus|cons\b\.?|analysts?'? (?:estimates?|ests?)|street|bloomberg|factset|lseg)\b|一致预期|市场预期|彭博预期", re.I)),
    ("target", re.compile(r"\btargets?\b|目标", re.I)),
    ("forecast", re.compile(r"\b(?:forecasts?|estimates?|ests?\b\.?|estimated|guidance|outlook|projections?|expected)\b|(?<=\d)[EF]\b|预测|预计|预期|指引|展望", re.I)),
)  # fmt: skip
# Words that leave what a label names as it is; any other word makes it something else: revenue per user, cost of revenue.
_FILLER = re.compile(
    r"\b(?:total|net|overall|group|company|consolidated|the|of|for|from|in|by|and|our|its|to|which|as|at|on|three|six|nine|twelve|annual|yearly|months?|quarters?|periods?|years?|full|ended|ending"
    r"|unaudited|audited|actual|reported|key|selected|financial|financials|highlights|results|summary|data|diluted|percent(?:age)?|metrics?|items?|values?|figures?|segments?|reportable|category|business|amounts?|number|FTEs?|after tax|basic|units?|attributable|owners?|(?:common )?(?:stock|share)holders|parent|equity holders|vs)\b"
    r"|年比年|年对年|合计|总计|总|其中|集团|公司|本期|本|上年|同期|未经审核|未经审计|经审计|实际|项目|指标|主要|财务|数据|摘要|概要|业绩|期间|单位|截至|止|年度|月份?|日|季度|全年|的|及|和|与|归属于?|归母|母公司|股东|拥有人|业务|分部|金额|数额|数值|基本|摊薄|稀释",
    re.I,
)
# In a label or over columns: `Non-GAAP net income`, `Non-IFRS`, 非国际财务报告准则
ADJUSTED = re.compile(r"\bnon-?\s?(?:GAAP|IFRS)\b|非(?:国际|公认|美国)", re.I)
_WORD = re.compile(r"[A-Za-z\d一-鿿]")
_NOTE = re.compile(r"[\[(]\d{1,2}[\])]|\*+|(?<=[^\W\d])[¹²³⁴-⁹]+")  # marks of notes below the table
# 非国际财务报告准则计量:经调整净利润: what kind of measure a row is, before its own name
_MEASURE = re.compile(
    r"^非(?:国际财务报告|公认|香港财务报告|通用)[一-鿿]{0,4}准则(?:财务)?(?:计量|指标|量度)\s?[:：]\s?(?=[一-鿿])"
)
_RANK = re.compile(r"^\d{1,2}[.)] (?=[A-Za-z])")  # `1. Lenovo`, `5. vivo`
_LEGAL = re.compile(
    r"(?:,? (?:Inc|Corp|Co|Ltd|Group|Technologies|Technology|Computer|Electronics|Corporation|Company|Limited|Holdings)\b\.?)+"
)  # `HP Inc.`, `Dell Technologies`
# `Operating profit/(loss)`, `Net income (loss)`, 净利润（亏损）, 經營利潤╱(虧損)
_OR_LOSS = re.compile(
    r"\s?/\s?\(loss(?:es)?\)|\(loss(?:es)?\)\s?/\s?(?=[A-Za-z])|(?<=[a-z]) ?\(loss(?:es)?\)|(?<=[利润收益])[/╱]?[(（]亏损[)）]",
    re.I,
)
# `Diluted earnings per share (EPS)`
_INITIALS = re.compile(r"(?<=[a-z]) \((?!RMB|USD|CNY|HKD|EUR|GBP|JPY|TWD|KRW|GAAP|IFRS)[A-Z&]{2,6}s?\)")
_YEAR = re.compile(r"(?:FY)?(?P<year>(?:19|20)\d\d)[AEF]?年?(?:度|全年)?")
_CODED = re.compile(r"[^()\d\s]{2,8}(?P<code>\(\d{4,6}(?:\.[A-Z]{2,3})?\))")
_VERSUS = re.compile(r"vs\b", re.I)  # `vs. Q2 2023` heads a column of changes
_BY_PARTS = re.compile(
    r"\bby (?:line of business|(?:reportable |business |operating )?segments?|product(?: line| category)?s?|categor(?:y|ies)|(?:geographic )?(?:region|area|market)s?|geography)\b|按(?:业务|分部|产品|地区|地域|分类)",
    re.I,
)
# What a unit does not go for names nothing: `(in millions, except per share amounts)`
_EXCEPT = re.compile(
    r",?\s*\b(?:except|unless)\b[^()|\d]*|[,，]?除(?:非)?(?:另有|特别)(?:说明|注明|指明)(?:者?外)?|[,，]?每股[^()（）|]{0,8}除外",
    re.I,
)
# `Year-ago`, 去年同期, where the text tells no period that it could be counted from but the table's own
_YEAR_BEFORE = re.compile(
    r"\b(?:(?:a|one) year (?:ago|earlier|before)|year[- ](?:ago|earlier)|(?:prior|previous)[- ]year)\b|(?:去年|上年)(?:同期|同月|同季)",
    re.I,
)
_OF_THE_PERIOD = re.compile(
    r"(?:期内|年内|年度|本期间?|本年度?)(?=净?(?:利润|溢利|亏损|盈利))"
)  # 期内利润, of its column's


@frozen
class Head:
    """What a label says; what it leaves open is None.

    `strange` says that it holds words that name nothing known, `earlier` that it is of the year before what the table is of.
    """

    marks: Scan
    metric: Mention | None = None
    segment: str | None = None
    entity: str | None = None
    period: Period | None = None
    against: Against | None = None
    change: bool = False
    basis: Basis | None = None
    unit: Unit | None = None
    strange: bool = False
    adjusted: bool = False
    earlier: bool = False


class Heads:
    """Reads the labels of one document's tables."""

    def __init__(self, names: Names, about: About, reported: Period | None, adjusted: bool = False) -> None:
        self._names, self._about, self._adjusted = names, about, adjusted
        self._spoken = Spoken(reported, None, reported)

    def read(self, text: str, adjusted: bool = False) -> Head:
        """Return what a label says; `adjusted`, where another one says that its profits are adjusted."""
        text = _OF_THE_PERIOD.sub("", _EXCEPT.sub("", dated(_MEASURE.sub("", text), self._spoken.reported)))
        text = _RANK.sub("", _OR_LOSS.sub("", _NOTE.sub("", _INITIALS.sub("", text))).strip(), count=1)
        reading = Reading(Document("", "", None, None, "en", text, (Span(0, len(text)),)))
        folded = reading.text
        own = bool(ADJUSTED.search(folded))
        adjusted = adjusted or own or self._adjusted
        marks = scan(reading, Sentence(0, len(folded), 0, ""), self._names, self._about.home, adjusted)
        year = year_alone(folded)
        resolved = in_month_told(resolve(marks, self._about.calendar, self._spoken), self._about.month)
        kinds = {cue.kind for cue in marks.cues}
        metrics = [m for m in marks.metrics if not m.nothing]
        segments = dict.fromkeys(m.segment for m in marks.segments)
        companies = self._names.catalogue.companies
        alone = self._names.ordinary.get(folded.strip())  # 理想: an ordinary word elsewhere
        # IDC counts others'; in order, so that what a text gives hangs on no run's hashes
        named = dict.fromkeys(e.entity for e in marks.entities if companies[e.entity].kind == "company")
        entities = {alone: None} if alone else named
        versus = _VERSUS.match(folded)
        against: Against | None = next((base for base in BASES if base in kinds), None)
        several = (
            len({m.metrics for m in metrics}) > 1
            or len(segments) > 1
            or len(entities) > 1
            or len(marks.metrics) > len(metrics)
        )
        unknown = (
            not alone and bool(_WORD.search(_unknown(folded, marks))) and not (metrics and _BY_PARTS.search(folded))
        )
        change = bool(against or versus or CHANGE.search(folded))
        pushed = OR in text or (len({period for _, period in resolved}) > 1 and _only_periods(folded, marks))
        period = None if versus or pushed else year or (resolved[-1][1] if resolved else None)
        return Head(
            marks, metrics[0] if metrics else None, next(iter(segments), None), next(iter(entities), None),
            period, against, change,
            next((basis for basis, words in _BASES if words.search(folded)), None), unit_in(folded),
            several or pushed or (not year and (len(resolved) != len(marks.periods) or unknown)), own,
            not change and bool(_YEAR_BEFORE.search(folded)),
        )  # fmt: skip


def year_alone(text: str) -> Period | None:
    """Return the year that a label is, `2025` or `2025E`: in a text a bare number is none, over a column it is."""
    found = _YEAR.fullmatch(text.strip())
    return Period(found["year"]) if found else None


def _only_periods(text: str, marks: Scan) -> bool:
    """Whether a label is nothing but periods: heads that a file's layout has pushed together, `Q3 FY26 Q2 FY26`."""
    between = pairwise([0, *(edge for found in marks.periods for edge in (found.start, found.end)), len(text)])
    return not any(_WORD.search(text, low, high) for low, high in list(between)[::2])


def _unknown(text: str, marks: Scan) -> str:
    """Return what of a label is neither a mark of the grammar, nor a unit, nor a word that changes nothing."""
    spans = [
        (m.start, m.end) for group in (marks.metrics, marks.segments, marks.entities, marks.periods) for m in group
    ]
    spans += [(cue.start, cue.end) for cue in marks.cues]
    spans += [legal.span() for e in marks.entities if (legal := _LEGAL.match(text, e.end))]
    spans += [found.span() for found in BRACKETED.finditer(text) if unit_in(found[1])]
    for _, words in _BASES:
        spans += [found.span() for found in words.finditer(text)]
    spans += [found.span() for found in CHANGE.finditer(text)]
    if coded := _CODED.fullmatch(text):  # 长汽(02333.HK): whose code it is says who
        spans += [coded.span() for e in marks.entities if coded.start("code") <= e.start]
    letters = list(text)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    rest = "".join(letters)
    pieces = (piece for piece in PIECES.split(rest) if not unit_in(piece))
    return ACCOUNT.sub("", _FILLER.sub("", " ".join(pieces)))
