"""The names that the catalogue has for metrics, segments and companies, as texts write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from generator.corpus.cleaning import fold
from generator.extraction.marks.cash_names_zh import cash_from_operations
from generator.extraction.marks.spelled_out_en import spelled_out
from generator.extraction.vocabulary import words
from generator.settings.catalogue import Catalogue, Company
from generator.settings.model import Aliases

_LINE_NOUN = re.compile(
    r"(?: (?:business|segment|division|unit|department|group|computing|sales))+$|(?<=.)(?:业务|部门|板块|分部)$"
)
_TWO_WORDS = re.compile(r"[a-z]{3,} (?!and |of |in |to |for |from |at |with )[a-z]{3,}")
_JOINED = re.compile(r"(?P<head>[^,]{2,16}?)(?:以及|[与和及])(?P<last>[一-鿿]{2,8})")
_COMPOUND = re.compile(r"[a-z]{3,}-[a-z]{3,}\b")
_SPELLINGS = (("center", "centre"), ("license", "licence"))
# `profit` and `盈利` alone: which profit is meant, the context says.
_ANY_PROFIT = (
    "profit",
    "profits",
    "earnings",
    "earning",
    "loss",
    "losses",
    "盈利",
    "利润",
    "亏损",
    "溢利",
    "赚",
    "净赚",
    "转赚",
    "转蚀",
    "多赚",
    "少赚",
    "获利",
    "蚀",
    "净蚀",
    "亏",
)
ANY_PROFIT = "*profit"
# Words that hold a metric's name and name none (研发费用率, 市盈率): nothing is claimed for them.
NO_METRIC = "*none"
ADJUSTED = "adjusted_"
_ADJUSTED_WORD = re.compile(r"\badjusted\b", re.I)
# Words that stand in no name of a line's metric: `cloud total operating income`; and what names other things as well.
_OF_NO_LINE = frozenset(
    (
        "of",
        "an",
        "achieve",
        "achieved",
        "realized",
        "realised",
        "operating",
        "total",
        "overall",
        "gaap",
        "top",
        "line",
        "top-line",
        "sales",
        "gm",
        "gms",
        "rev",
        "revs",
    )
)
_EACH_SHARE = "每股"  # 每股经调整盈利 as well as 经调整每股盈利
Term = tuple[Literal["metric", "segment", "at_home"], str]


def terms_of(catalogue: Catalogue) -> dict[str, tuple[Term, ...]]:
    phrases: dict[str, dict[Term, None]] = {}
    for word in _ANY_PROFIT:
        phrases.setdefault(word, {})[("metric", ANY_PROFIT)] = None
    for name, metric in catalogue.metrics.items():
        for form in (
            *_forms(metric.aliases),
            *_adjusted_forms(name, catalogue),
            *_adjusted_otherwise(name, catalogue),
            *_net_margins(name, catalogue),
            *_of_line(name, catalogue),
            *(cash_from_operations() if name == "operating_cash_flow" else ()),
        ):
            phrases.setdefault(form, {})[("metric", name)] = None
    for name, segment in catalogue.segments.items():
        joined = (other for form in segment.aliases.zh for other in _joined_otherwise(form))
        for form in (*_forms(segment.aliases), *joined):
            phrases.setdefault(form, {})[("segment", name)] = None
        for form in _forms(segment.at_home):
            phrases.setdefault(form, {})[("at_home", name)] = None
    for word in words("terms")["no_metric"]:
        phrases.setdefault(word, {("metric", NO_METRIC): None})
    return {form: tuple(meanings) for form, meanings in phrases.items()}


def own_lines_of(catalogue: Catalogue) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the companies that have a word of their own for a line of business, and the line, by the word."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for company, entry in catalogue.companies.items():
        for segment, aliases in entry.lines.items():
            for form in _forms(aliases):
                found.setdefault(form, {})[(company, segment)] = None
    return {form: tuple(lines) for form, lines in found.items()}


def _adjusted_forms(name: str, catalogue: Catalogue) -> Iterator[str]:
    """Yield the names of an adjusted metric: each way of saying adjusted before each name of the reported one."""
    reported = catalogue.metrics.get(name.removeprefix(ADJUSTED))
    if not name.startswith(ADJUSTED) or reported is None:
        return
    profits = [word for word in _ANY_PROFIT if not word.isascii()] if name == "adjusted_net_profit" else []
    for before in words("terms")["adjusted"]:
        for form in (*reported.aliases.zh, *profits):
            yield before + form
            if form.startswith(_EACH_SHARE):
                yield _EACH_SHARE + before + form.removeprefix(_EACH_SHARE)
        for short in filter(str.isupper, reported.aliases.en):
            yield from (before + short, f"{before} {short}")  # 调整后 EPS
    for before in words("terms")["adjusted_in_english"]:
        for form in reported.aliases.en:
            yield f"{before} {form}"


def _adjusted_otherwise(name: str, catalogue: Catalogue) -> Iterator[str]:
    """Yield the names that hold `adjusted` by its other words: `adjusted EBITDA` and `underlying EBITDA`, `EPS adjusted`."""
    for form in catalogue.metrics[name].aliases.en:
        if _ADJUSTED_WORD.search(form):
            yield from (_ADJUSTED_WORD.sub(word, form) for word in words("terms")["adjusted_in_english"])


def _of_line(name: str, catalogue: Catalogue) -> Iterator[str]:
    """Yield a line's metric by each name of what it is of the line: `vehicle margin` and `vehicle GPM`, `cloud revenue` and `cloud turnover`."""
    metric = catalogue.metrics[name]
    base = catalogue.metrics.get(metric.base or "")
    if base is None or metric.segment is None or base.unit == "count" or metric.base == "market_share":
        return
    ends = [form for form in base.aliases.en if not (_OF_NO_LINE & set(form.lower().split()))]
    ends.sort(key=len, reverse=True)
    for form in metric.aliases.en:
        end = next((end for end in ends if form.endswith(f" {end}")), None)
        if end is not None:
            yield from (form.removesuffix(end) + other for other in ends)


def _net_margins(name: str, catalogue: Catalogue) -> Iterator[str]:
    """Yield the names of the net margin with adjusted before them: of the two there is one metric."""
    if name == "net_margin":
        yield from (
            before + form for before in words("terms")["adjusted"] for form in catalogue.metrics[name].aliases.zh
        )


def own_words_of(company: Company, lines: set[str]) -> str:
    """Return the words of a company's names, and the one line of business that texts call it by.

    蔚来汽车 is all of NIO; 小米汽车, beside 小米手机, is a part of Xiaomi.
    """
    names = (company.name, company.short) if company.short else (company.name,)
    short = (company.short or company.name).zh
    called_by = {form.removeprefix(short) for form in company.aliases.zh if form.startswith(short)} & lines
    words = [word for name in names for word in (name.en, name.zh)]
    return " ".join([*words, *(called_by if len(called_by) == 1 else ())]).lower()


def _forms(aliases: Aliases) -> list[str]:
    plurals = [f"{form}s" for form in aliases.en if form[-1:].isalpha() and form[-1] not in "sS"]
    english = [*aliases.en, *plurals]
    return [*english, *aliases.zh, *(other for form in english for other in _spelt_otherwise(form))]


def _joined_otherwise(form: str) -> Iterator[str]:
    """Yield a Chinese name with its last two parts joined by other words: 穿戴装置、家居与配件 as 穿戴装置、家居及配件."""
    if joined := _JOINED.fullmatch(form):
        yield from (joined["head"] + joint + joined["last"] for joint in ("与", "和", "及", "以及"))


def _spelt_otherwise(form: str) -> Iterator[str]:
    """Yield an English name by its other spellings: `data center` as `data-center` and `data-centre`, `cloud and software` as `cloud & software`."""
    if " and " in form:
        yield form.replace(" and ", " & ")
    yield from spelled_out(form)
    for one, other in _SPELLINGS:
        if one in form:
            yield from _hyphened(form.replace(one, other))
            yield form.replace(one, other)
    yield from _hyphened(form)


def _hyphened(form: str) -> Iterator[str]:
    """Yield a name of small words with a hyphen between its first two, or with a blank for the one that it has."""
    if _TWO_WORDS.match(form):
        yield form.replace(" ", "-", 1)
    if _COMPOUND.match(form):
        yield form.replace("-", " ", 1)


def headed_by(catalogue: Catalogue) -> dict[str, str]:
    """Return the lines of business by the words that name them over a figure alone: the `embedded` of an embedded segment."""
    found: dict[str, set[str]] = {}
    for name, segment in catalogue.segments.items():
        if segment.kind == "business":
            for form in (segment.name.en, *segment.aliases.en, *segment.aliases.zh):
                word = _LINE_NOUN.sub("", form).strip().lower()
                found.setdefault(word, set()).add(name)
    return {word: names.pop() for word, names in found.items() if len(names) == 1}


def companies_of(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    phrases: dict[str, tuple[str, ...]] = {}
    for name, company in catalogue.companies.items():
        names = (company.name, company.short) if company.short else (company.name,)
        forms = [form for text in names for form in (text.en, text.zh)]
        for form in (*forms, *company.aliases.en, *company.aliases.zh, *company.ordinary, *company.tickers):
            phrases.setdefault(fold(form).text, (name,))  # 哪吒汽车 stands in folded text as 哪咤汽车
    return phrases
