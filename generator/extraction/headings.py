"""What a heading, or a line like one, says of all that stands below it: a period, a line of business, a company."""

from __future__ import annotations

import re

from generator.extraction.expected.listed_below import is_outlook
from generator.extraction.marks.names import Names
from generator.extraction.marks.names_makers import names_a_maker
from generator.extraction.periods.mention import REPORTED
from generator.extraction.sentences import stops
from generator.extraction.when.came import tells_what_came
from generator.extraction.when.headed_years import heads_with_year, year_headed
from generator.extraction.when.reporting import its_quarter
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_OUTLOOK = re.compile(r"[^,;。]{0,14}(?:业绩)?(?:指引|展望)")  # a heading over what is expected of a period to come
_LONG = (6, 9, 12)  # months of what `For the half:` and `12-month figures` name beside what was told
_SHORT = 90  # characters: a line that is no longer and states nothing is a heading
_OUTLOOK_EN = re.compile(r"\b(?:Guidance|Outlook|Targets)\b", re.I)  # `2020 Second Quarter Guidance`, `Outlook 2024`
_ITEM = re.compile(r"[\s]{0,6}[-–•*·●■] ?[^\W_]")  # `- 2025 outlook confirmed`, among what came
# `Xpeng`, `Group 2: Tencent's Performance`: a heading over what is told of one company.
_BEFORE_NAME = re.compile(r"\s*(?:(?:Group|Part|Section) \d+: )?")
# `Services business`, `2. Core local commerce`, `Smartphones`: a line that is no more than that heads what stands below it
_HEADS = re.compile(r"[\s#*•]*(?:[a-z]?[A-Z]|\d{1,2}[.)] )")
_BEFORE_LINE = re.compile(r"[\s#*•]*(?:\d{1,2}[.)] )?(?:(?:The|Our|Its) |[A-Z]\w+['’]s )?")
_HAN = re.compile(
    r"[\s#*•·●■▪–—-]*(?:[(]?[一二三四五六七八九十\d]{1,2}[)、.])?\s*[A-Za-z&+ ]{0,12}[一-鿿]"
)  # IoT与生活消费产品:
_BULLETS, _LINE_ONLY = tuple("•·●■▪–—-*"), re.compile(r"[^,;:。\d]{2,12}(?:业务|分部|板块|部门|集团|事业群)")
_BEFORE_LABEL = re.compile(r"(?:[(]?[一二三四五六七八九十\d]{1,2}[)、.])?\s*")
_BEHIND_LABEL = re.compile("(?:业务|分部|板块|部门|集团|事业群)?(?:方面|表现|情况|业绩)?:")
_OTHER_ZH = re.compile(r"[^,;:。.!?\d]{2,12}")  # 展望, 集团整体业绩
_OF_ALL_ZH = re.compile(r"[^;。]{0,24}?(?:(?<![该分子])公司(?!间)|集团|整体|总体)(?![^;。,]{0,8}(?:业务|分部|板块))")
_BEHIND_LINE = re.compile(
    r"(?:['’]s)?(?: \([A-Z][A-Z&]{1,5}\))?(?: (?:business|segment|division|unit|group|arm|results|performance))*[\s*]*"
)


def period_headed(around: Surroundings) -> Period | None:
    """Return the period that a heading or a line like one sets for what stands below it."""
    sentence, text = around.scan.sentence, around.scan.text
    if not is_like_heading(around):
        return None
    said = _OUTLOOK.match(text, sentence.start)
    # 理想第四季指引不及预期, over a text that tells of the third: a title that says more than what it heads
    over = said is not None and (not sentence.title or not text[said.end() : sentence.end].strip())
    aside = not (sentence.title or _ITEM.match(text, sentence.start)) and (
        _OUTLOOK_EN.search(text, sentence.start, sentence.end)
        or is_outlook(text[sentence.start : sentence.end].strip())
    )
    outlook = over or bool(aside)
    spans = [
        its_quarter(text, sentence.start, m, p) for m, p in around.resolved
        if p.kind in (*REPORTED, "year") and (m.scope != "relative" or m.number in _LONG or (m.relation == "told" and around.scan.chinese)) and (outlook or around.calendar.is_over(p))
        and (outlook or tells_what_came(text, sentence.start, m))
        and (p.kind != "year" or heads_with_year(text, sentence, m))
    ]  # fmt: skip
    return spans[-1] if spans else year_headed(around) if not around.resolved else None


def is_like_heading(around: Surroundings) -> bool:
    """Whether a sentence is a heading, or a line like one."""
    sentence = around.scan.sentence
    short = sentence.end - sentence.start <= _SHORT and not stops(around.scan.text, sentence)
    return sentence.is_heading or (short and not around.scan.amounts)


def business_headed(heading: str, names: Names, home: str | None = None) -> str | None:
    """Return the only business that a heading names, by the words of the company `home` as well."""
    if not heading:
        return None
    named_companies = names.entities(heading)
    within = [m for m in names.mentions(heading, home) if not any(e.start < m.start < e.end for e in named_companies)]
    named = {m.segment for m in within if m.segment and not names_a_maker(heading, m, names)}
    business = [s for s in named if names.catalogue.segments[s].kind == "business"]
    return business[0] if len(business) == 1 else None


def line_headed(line: str, before: str | None, names: Names, home: str | None = None) -> str | None:
    """Return the line of business that a line of its own heads: one that names it and nothing else; any other heading ends that of the one `before`."""
    if _HAN.match(line):
        return _line_headed_zh(line, before, names)
    if len(line) > _SHORT or line[-1:] in ",;:" or not _HEADS.match(line):
        return before
    business = business_headed(line, names, home)
    named = next((m for m in names.mentions(line, home) if business and m.segment == business), None)
    if named is None:
        return None
    alone = _BEFORE_LINE.fullmatch(line[: named.start]) and _BEHIND_LINE.fullmatch(line[named.end :])
    return business if alone else None


def _line_headed_zh(line: str, before: str | None, names: Names) -> str | None:
    """Return the line of business that a Chinese line is the label of: `核心本地商业:`; another label, or what is told of all, ends that of the one `before`."""
    label = line.strip(" #*•·●■▪–—-\n")
    bare = line.lstrip()[:1] in _BULLETS and _LINE_ONLY.fullmatch(label)  # • 云智能集团, over bullets of its own
    label = f"{label}:" if bare else label
    if not label.endswith(":"):
        ended = _OTHER_ZH.fullmatch(label) or _OF_ALL_ZH.match(label)
        return None if ended else before
    business = business_headed(label, names)
    named = next((m for m in names.mentions(label) if business and m.segment == business), None)
    alone = named and _BEHIND_LABEL.fullmatch(label[named.end :]) and _BEFORE_LABEL.fullmatch(label[: named.start])
    return business if alone else None


def line_told_on(sentence: str, before: str) -> str | None:
    """Return the line of a Chinese label, unless a paragraph below it opens with what is the whole company's: 第二季度,公司毛利率33%."""
    return None if _OF_ALL_ZH.match(sentence) else before


def company_headed(heading: str, names: Names) -> str | None:
    """Return the only company that a heading names, where it opens with it."""
    companies = names.catalogue.companies
    named = [e for e in names.entities(heading) if companies[e.entity].kind == "company"]
    only = len({e.entity for e in named}) == 1 and _BEFORE_NAME.fullmatch(heading, 0, named[0].start)
    return named[0].entity if only else None
