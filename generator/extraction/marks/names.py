"""The catalogue's names, found in text: metrics, segments, companies."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from generator.corpus.cleaning import fold
from generator.extraction.marks.acting_zh import ACTS
from generator.extraction.marks.called_zh import is_label, stands_behind_epithet, stands_behind_which
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.of_places import only_describes
from generator.extraction.marks.own_lines import OwnLine, with_own_lines
from generator.extraction.marks.own_subject import is_of_the_whole, is_said_of
from generator.extraction.marks.terms import (
    ADJUSTED,
    Term,
    companies_of,
    headed_by,
    own_lines_of,
    own_words_of,
    terms_of,
)
from generator.extraction.phrases import Found, Phrases, Sightings, lowered
from generator.extraction.reading import Reading
from generator.settings.catalogue import Catalogue, Company

# Whom the catalogue does not list, where a text is about it: a company like any other, but no figure of its is stated.
STRANGER = "*stranger"
_UNLISTED = {"en": "a company that the catalogue does not list", "zh": "目录未收的公司"}
_NO_NAMES = ("ADS",)  # American depositary shares, no advertisements
_GM = "GM"
_RIVALS_OF_GM = r"(?:Stellantis|\bFord\b|Toyota|Volkswagen|Honda)"
# General Motors, where a text on cars names it so, or says what only a maker does; else a broker's gross margin
_MAKERS = re.compile(
    rf"General Motors|通用|上汽|Chevrolet|Buick|Cadillac|Detroit|Barra|GM['’]s|\bGM\b[^\n]{{0,200}}{_RIVALS_OF_GM}|{_RIVALS_OF_GM}[^\n]{{0,200}}\bGM\b|\bGM (?:sold|said|says|reported|posted|delivered|plans|will|has|had|announced|also|shares|stock|CEO|and (?:SAIC|Ford))\b"
)
_GM_IS = re.compile(
    r"\bGM (?:(?!shares|stock|sales|revenue|deliver|profit|said|sold|earn|now|has)[a-z]+ ){0,3}(?:[+-]|c\.|~)?\d[\d.]*(?:-\d[\d.]*)? ?(?:%|pp|bp)"
)
# 北美光通信 names no 美光, 王者荣耀 no 荣耀
# 极氪董事长安聪慧 names no 长安, 其中芯片业务 no 中芯
_PART_OF_A_WORD = ("北美", "南美", "欧美", "王者荣", "董事长", "其中", "当中")
# What names a line of business before some words alone: 云毛利率, `Embedded revenue`
_TAKINGS = (" revenue", " sales", " turnover", " net revenue", " net sales", " total revenue", " total sales")
_MOVED = (
    " rose",
    " grew",
    " climbed",
    " jumped",
    " increased",
    " fell",
    " declined",
    " decreased",
    " dropped",
    " slid",
    " slipped",
)
_ITS_FIGURES = (*_TAKINGS, *_MOVED, " segment", " operating")
_ONLY_BEFORE: dict[str, str | tuple[str, ...]] = {
    "云": (
        "毛利",
        "的收入",
        "的营收",
        "实现",
        "录得",
        "营",
        "经营",
        "经调整",
        "利润",
        "收入",
        "板块",
        "分部",
        "方面",
        "增长",
        "增速",
    ),
    "电竞": ("营", "收入", "业务", "部门", "事业", "方面", "板块", "与AI", "及AI", "和AI"),  # no 电竞赛事, 电竞笔电
    "embedded": _ITS_FIGURES,
    "client": _ITS_FIGURES,
    "search": (*_TAKINGS, " +"),
    "clients": ("\0",),  # who are served, no line of business
}
# 其中国际业务收入: of which the business abroad; no 其中国市场, which is its Chinese one
_WHICH_ABROAD = re.compile("[其当]中国[际外内]")
_LONGEST = 14  # characters of a name of what is abroad
# 对手表现更差, 这家电动车厂
_NEVER_BEHIND = {"手表": ("对",), "家电": tuple("这那哪各每两多几一二三四五")}
# 美团股份今早高开1.2%: shares that are traded, and nobody's stake; but 股份升至25%
_TRADED = re.compile(
    r"(?:[今昨早午尾现]|全日|开市|收市|盘中|一度)[^,;。\d]{0,8}[开升涨跌挫抽泻]|[高低平]开|(?:逆市|应声|早段|[急微大劲飙曾再续]){0,2}[升涨跌挫泻](?:幅|近|逾|超|约)?\d"
)
_LOSS = re.compile("亏|蚀|损失|净损|营损|所用现金|loss|cash used|outflow")
# What stands around an ordinary word that is a company's name there.
_NAME_AFTER = re.compile(
    r"(?:^|[\s,;。:、(“「/]|\d\)|和|与|及|于|比|较|超过?|是|而|但|被|对|由|中|看|以|新势力|车企|归属|归属于|预[计测期]|估计|认为|(?:依次|分别|依序)[为是]|(?:\d|[本上当])月份?|[季年]度|[今去]年)\Z"
)
_NAME_BEFORE = re.compile(
    r"(?:的|在)?(?:第?[一二三四]季|Q[1-4]|20\d\d|\d|[今去前]年|前三季|[上下]半年|当季|单季|本季|上季|[今次首末]季|季内|期内|年内|同期|本期|报告期|截至|于期内|全年|[LiI]\d|ONE|MEGA"
    r"|年?(?:总?营收|总?收入)|毛利|净[利亏]|归母|经调整|交付|销量|销售|单车|车辆|研发|现金|累计|同比|环比|股价|市值|宣布|发布|公布|给出|预计|表示|[为达]\d|CEO|CFO|总裁|总经理|执行长|财务长|董事长|今[日天]|创始人|方面|来[说讲看]|而言|为例|。|分别|报\d|收[报于]?\d|仍?以\d|[亏赚]|这边|股东|则|亦|均|、|和|与|及|,|。|\)|\(\d|:(?:第?[一二三四]季|Q[1-4]|20\d\d|\d{1,2}月|\d[\d,.]*万?[辆台]|交付|销量|总?营收|收入|净[利亏]))"
)
# `世界先进11月营收39亿元`, `群联第三季毛利率32.4%`: at a sentence's head, with a time and a figure of companies behind it
_HEAD_BEFORE = re.compile(r"(?:^|[\n\x1f。!?;])\s*\Z")
_HEAD_BEHIND = re.compile(
    r"(?:的|在|公司)?(?:(?:今年|去年|20\d\d年?)?的?(?:第?[一二三四]季度?|Q[1-4]|\d{1,2}月份?|前三季度?|[上下]半年|全年|年度|当季|单季|本季|上季|[今次首末]季|季内|期内|年内|本期|报告期内?)|[今去]年|20\d\d年)的?"
    r"(?:单月|单季|合并|总|累计|自结|税后|归母|整体|净)*(?:营业?收|收入|净?利[润益]?|毛利|获利|盈利|每股|EPS|交付|交车|销量|销售|售出|卖出|出货|营业利益)"
)
# 小鹏累计交付42.9万辆,理想累计交付40.6万辆; 理想:11月交付3.32万辆: at a clause's head, in a text on several companies
_CLAUSE_HEAD = re.compile(r"(?:^|[\n\x1f。!?;,:]|\d\)|(?:依次|分别|依序)[为是])\s*(?:\d{1,2}月份?)?\Z")
_CLAUSE_BEHIND = re.compile(
    r"(?::\s?)?(?:(?:今年|去年|20\d\d年?)?的?(?:第?[一二三四]季度?|Q[1-4]|\d{1,2}月份?|前三季度?|[上下]半年|全年|当月|当季|单季))?(?:的|累计|共|则|总|新车|实现|历史|指引|预计|计划|料)*(?:交付|交车|销量|销售|售出|卖出|营收|净利|净亏|为?\(?\d[\d,.]*万?辆)"
)
# 理想交付33181辆: with so many cars right behind it, the word is no other, whatever else the text names
_HANDED_OVER = re.compile(
    r"(?:\d{1,2}月份?)?(?:累计|共|则)*(?:交付|交车|售出|卖出)(?:了|新车|量|为|达)*\d[\d,.]*万?[辆台]"
)
# 理想的压力在财报里更直接, 几家之中,理想最先公布财报: what a clause is on, in a text that names the company otherwise; no 理想的状态是…
_TOPIC_BEHIND = re.compile(
    r"(?:的(?:压力|财报|业绩|答卷|成绩|日子|处境|困境|下滑|增长|增速|变化|转型|策略|打法|优势|短板|问题|新车|产品|车型|账面|资金|盈利|亏损|股价|管理层|情况(?=正在|也|类似|更|要|最|有所|稍|略)|表现(?=[也更要最则]))"
    rf"|也(?!是)|[仍还正](?=[在未有是])|同样|{ACTS})"
)
# 理想站稳2万, 理想跌破3万辆: how far it went
_TO_A_MARK = re.compile(rf"{ACTS}[一-鿿]{{0,3}}\d[\d.,]*[万辆%]")
# the code of a share behind a name
_CODE = re.compile(r"\((?P<code>\d{4,6})(?:\.[A-Z]{2})?\)")
_DIGITS = re.compile(r"\d{4,6}")
_HONG_KONG = re.compile(r"[一-鿿]{2,4}\((?P<code>0\d{4})(?:\.HK)?\)")
_OF_HONG_KONG = re.compile(r"(?:HKEX?: ?|SEHK: ?)0*(\d{1,5})|0*(\d{1,5})\.HK")
_BESIDE = tuple("、和与及/")  # between the names of a list: 蔚来、理想
_OFTEN, _OTHERS = (
    2,
    2,
)  # times that an ordinary word stands as a name in a text on two other companies, or more, to be one
# 京东方面,第三季收入2991亿元: 京东, and no 京东方; but 京东方面向全球客户, 京东方面板业务
_SIDE = re.compile("面(?![板对向临貌世积试谈孔市包])")
Named = Found[tuple[str, ...]]


class Names:
    """Finds what the catalogue names."""

    def __init__(self, catalogue: Catalogue) -> None:
        unlisted = Company.model_validate({"name": _UNLISTED})
        self.catalogue = catalogue.model_copy(update={"companies": {**catalogue.companies, STRANGER: unlisted}})
        self._terms: Phrases[Term] = Phrases(terms_of(catalogue))
        self._own_words_of_lines: Phrases[OwnLine] = Phrases(own_lines_of(catalogue))
        self._with_own_lines = {name for name, company in catalogue.companies.items() if company.lines}
        lines = {form for segment in catalogue.segments.values() for form in segment.aliases.zh}
        self._own_lines = {form for s in catalogue.segments.values() if s.entity for form in s.aliases.zh}
        self._own_words = {name: own_words_of(company, lines) for name, company in self.catalogue.companies.items()}
        self._companies: Phrases[str] = Phrases(companies_of(catalogue))
        self.ordinary = {fold(form).text: name for name, c in catalogue.companies.items() for form in c.ordinary}
        self._ordinary = frozenset(self.ordinary)
        tickers = ((t, name) for name, company in catalogue.companies.items() for t in company.tickers)
        self._hong_kong = {name: hong_kong_codes(c) for name, c in catalogue.companies.items()}
        self._codes = frozenset((code[0], name) for t, name in tickers if (code := _DIGITS.search(t)))
        people = ((one, name) for name, company in catalogue.companies.items() for one in company.people.values())
        self.leaders = {called: name for person, name in people for called in person.aliases.en}
        metrics = catalogue.metrics.items()
        self.specific = {(m.base, m.segment): name for name, m in metrics if m.base and m.segment}
        self.bases = {m.base for _, m in metrics if m.base} - {"rd_expense"}
        self._headed = headed_by(catalogue)
        self._adjusted = {name.removeprefix(ADJUSTED): name for name, _ in metrics if name.startswith(ADJUSTED)}

    def mentions(self, text: str, home: str | None = None) -> list[Mention]:
        """Return the metrics and segments that a text names; of two segments of one name, that of the company `home`."""
        own = self._own_words_of_lines.find(text) if home in self._with_own_lines else []
        return self._and_own_lines(self._mentions(text, self._terms.find(text), home), text, own, home)

    def mentions_in(self, reading: Reading, start: int, end: int, home: str | None) -> list[Mention]:
        """Return the metrics and segments that a stretch of a document names, as if it stood alone."""
        mentions = self._mentions(reading.text, reading.seen(self._terms).within(start, end), home)
        own = reading.seen(self._own_words_of_lines).within(start, end) if home in self._with_own_lines else []
        return self._and_own_lines(mentions, reading.text, own, home)

    def _and_own_lines(
        self, mentions: list[Mention], text: str, words: list[Found[tuple[OwnLine, ...]]], home: str | None
    ) -> list[Mention]:
        """Return what a text names with the lines that the company `home` has words of its own for."""
        return with_own_lines(
            mentions,
            text,
            words,
            home,
            lambda low, high: self._behind(text, low, high, home),
            lambda low, high: self._is_homes(text, low, high, home, whole=True),
        )

    def _is_homes(self, text: str, start: int, end: int, home: str | None, *, whole: bool = False) -> bool:
        """Return whether a word that counts in texts on `home` is said of it, and of the `whole` of a line."""
        if home is None or (whole and not is_of_the_whole(home, text, start, self._companies)):
            return False
        return is_said_of(home, text, start, end, self._companies)

    def _behind(self, text: str, start: int, end: int, home: str | None) -> list[Mention]:
        """Return what a stretch right behind a name names: the revenue of `web services revenue`."""
        found = [f._replace(start=f.start + start, end=f.end + start) for f in self._terms.find(text[start:end])]
        return self._mentions(text, found, home)

    def _mentions(self, text: str, found: list[Found[tuple[Term, ...]]], home: str | None) -> list[Mention]:
        mentions = []
        for start, end, meanings in self._past_which(text, found):
            if (text[start:end] == _GM and _is_a_maker(text)) or only_describes(text[start:end], text, end):
                continue
            if text[start:end] == "股份" and _TRADED.match(text, end):
                continue
            if text.endswith(_NEVER_BEHIND.get(text[start:end], ("\0",)), 0, start):
                continue
            if (said := text[start:end]) not in _NO_NAMES and text.startswith(_ONLY_BEFORE.get(said.lower(), ""), end):
                metrics, segments, at_home = _by_kind(meanings)
                named = (*segments, *at_home)
                own = [name for name in named if home and self.catalogue.segments[name].entity == home]
                if own and own[0] in at_home and own[0] not in segments and not self._is_homes(text, start, end, home):
                    own = []  # `Meituan's new initiatives`, in a text on Xiaomi
                segment = next(iter(own or segments), None)
                if metrics or segment:
                    mentions.append(Mention(start, end, metrics, segment, _is_loss(said)))
        return mentions

    def _past_which(self, text: str, found: list[Found[tuple[Term, ...]]]) -> list[Found[tuple[Term, ...]]]:
        """Return what is found, with the 国际 of 其中国际业务 for a 中国 that is none."""
        torn = [f.start + 1 for f in found if _WHICH_ABROAD.match(text, f.start - 1)] if "中国" in text else []
        whole = [
            f._replace(start=at, end=at + f.end)
            for at in torn
            for f in self._terms.find(text[at : at + _LONGEST])[:1]
            if not f.start
        ]
        if not torn:
            return found
        kept = [
            f
            for f in found
            if not any(f.start < at < f.end or (w.start < f.end and f.start < w.end) for at in torn for w in whole)
        ]
        return sorted([*kept, *whole], key=lambda f: f.start)

    def headed_at(self, word: str, home: str | None) -> str | None:
        """Return the line of business that a word over a figure names in a text on the company `home`."""
        segment = self._headed.get(word.lower())
        return segment if segment and self.catalogue.segments[segment].entity in (None, home) else None

    def adjusted(self, metrics: tuple[str, ...]) -> tuple[str, ...]:
        """Return the adjusted metrics that there are of reported ones."""
        return tuple(self._adjusted[name] for name in metrics if name in self._adjusted)

    def own_words(self, mention: EntityMention) -> str:
        """Return the words that are a company's own name: the cars of 理想汽车 are no segment, those of 小米汽车 are."""
        return self._own_words[mention.entity]

    def owner(self, metric: str, segment: str | None) -> str | None:
        """Return the one company that a metric, or a segment, belongs to."""
        entry, segments = self.catalogue.metrics[metric], self.catalogue.segments
        own = (segments[name].entity for name in (segment, entry.segment) if name in segments)
        return entry.entity or next((entity for entity in own if entity), None)

    def special(self, metric: str, segment: str) -> str | None:
        """Return the metric that another one is in a segment, or in the wider one that this counts as."""
        wider = self.catalogue.segments[segment].counts_as
        return self.specific.get((metric, segment)) or (self.specific.get((metric, wider)) if wider else None)

    def entities(self, text: str) -> list[EntityMention]:
        """Return the companies that a text names."""
        seen = self._companies.seen_in(text, lowered(text))
        return self._named(seen, seen.whole())

    def entities_in(self, reading: Reading, start: int, end: int) -> list[EntityMention]:
        """Return the companies that a stretch of a document names, as if it stood alone."""
        seen = reading.seen(self._companies)
        return self._named(seen, seen.within(start, end))

    def _named(self, seen: Sightings[str], found: list[Named]) -> list[EntityMention]:
        """Return companies without the ordinary words that name none: in no text that does not name them otherwise as well."""
        text = seen.text
        found = [self._of_its_side(text, f) for f in found]
        if self._ordinary and any(text[low:high] in self._ordinary for low, high, _ in found):
            coded = _coded(seen, self._codes)
            sure = _sure(seen, self._ordinary) | coded
            found = [
                f for f in found
                if text[f.start : f.end] not in self._ordinary
                or (f.meaning in sure and as_a_name(text, f.start, f.end))
                or (f.meaning in coded and _CODE.match(text, f.end))
            ]  # fmt: skip
        found = [Found(f.start, f.end, (STRANGER,)) if self._has_anothers_code(text, f) else f for f in found]
        if any(text[f.start : f.end] == _GM for f in found) and not _is_a_maker(text):
            found = [f for f in found if text[f.start : f.end] != _GM]
        return [
            EntityMention(f.start, f.end, f.meaning[0])
            for f in found
            if not text.endswith(_PART_OF_A_WORD, 0, f.start + 1)
        ]

    def _has_anothers_code(self, text: str, found: Named) -> bool:
        """Whether a longer name that begins with a company's has the code of another share of Hong Kong: 京东物流(02618.HK), 联想控股(03396)."""
        code = _HONG_KONG.match(text, found.end)
        own = self._hong_kong.get(found.meaning[0])
        if code is None or not own or int(code["code"]) in own:
            return False
        return text[found.start : text.index("(", found.end)] not in self._own_lines  # 网易云音乐(09899)

    def _of_its_side(self, text: str, found: Named) -> Named:
        """Return the company of 京东方面 for 京东方: a name that 方面 takes its last character from is the shorter one's."""
        if text[found.end - 1] != "方" or not _SIDE.match(text, found.end):
            return found
        shorter = self._companies.find(text[found.start : found.end - 1])
        whole = next((f for f in shorter if f.end == found.end - found.start - 1 and f.start == 0), None)
        return Found(found.start, found.end - 1, whole.meaning) if whole else found


@lru_cache(maxsize=1)  # every sentence of a document asks
def _sure(seen: Sightings[str], ordinary: frozenset[str]) -> frozenset[tuple[str, ...]]:
    """Return the companies that a text names by more than an ordinary word, or by one in a list with others or that opens a sentence on its figures."""
    found = seen.whole()
    others = [f for f in found if seen.text[f.start : f.end] not in ordinary]
    ends, starts = {f.end for f in others}, {f.start for f in others}
    often = Counter(
        f.meaning for f in found if seen.text[f.start : f.end] in ordinary and as_a_name(seen.text, f.start, f.end)
    )
    several = len({f.meaning for f in others}) >= _OTHERS
    beside = (meaning for meaning, count in often.items() if several and count >= _OFTEN)
    listed = (
        f.meaning for f in found
        if seen.text[f.start : f.end] in ordinary
        and (opens_on_figures(seen.text, f.start, f.end) or ((several or _HANDED_OVER.match(seen.text, f.end)) and _opens_a_clause(seen.text, f.start, f.end)) or (seen.text[f.start - 1] in _BESIDE and f.start - 1 in ends) or (seen.text[f.end : f.end + 1] in _BESIDE and f.end + 1 in starts))
    )  # fmt: skip
    called = (
        f.meaning for f in found
        if seen.text[f.start : f.end] in ordinary
        and (_is_called(seen.text, f.start, f.end) or (several and is_label(seen.text, f.start, f.end)))
    )  # fmt: skip
    return frozenset(f.meaning for f in others) | frozenset(listed) | frozenset(beside) | frozenset(called)


@lru_cache(maxsize=1)
def _coded(seen: Sightings[str], codes: frozenset[tuple[str, str]]) -> frozenset[tuple[str, ...]]:
    """Return the companies behind whose names their own codes stand: 研华(2395), whatever else the word means."""
    behind = ((f, _CODE.match(seen.text, f.end)) for f in seen.whole())
    return frozenset(f.meaning for f, code in behind if code and (code["code"], f.meaning[0]) in codes)


@lru_cache(maxsize=4)
def _is_a_maker(text: str) -> bool:
    """Whether GM is the maker of cars in a text, and no margin: `GM at 22.0%` where nothing tells of General Motors or cars of Detroit."""
    return bool(_MAKERS.search(text)) or not _GM_IS.search(text)


def opens_on_figures(text: str, start: int, end: int) -> bool:
    """Whether an ordinary word opens a sentence that goes on with a time and a figure that companies have."""
    return bool(_HEAD_BEHIND.match(text, end) and _HEAD_BEFORE.search(text, max(0, start - 3), start))


def _opens_a_clause(text: str, start: int, end: int) -> bool:
    """Whether an ordinary word opens a clause that tells one of a company's figures: 小鹏交付3.6万辆,理想累计交付40.6万辆."""
    return bool(
        (_CLAUSE_BEHIND.match(text, end) or _TO_A_MARK.match(text, end))
        and _CLAUSE_HEAD.search(text, max(0, start - 6), start)
    )


def as_a_name(text: str, start: int, end: int) -> bool:
    """Whether an ordinary word stands where a company's name does: 蔚来、理想; 理想第三季度营收; 高于理想的16.3%."""
    if _TOPIC_BEHIND.match(text, end) and _CLAUSE_HEAD.search(text, max(0, start - 6), start):
        return True
    if _is_called(text, start, end) or is_label(text, start, end):
        return True
    return bool(_NAME_AFTER.search(text, max(0, start - 4), start) and _NAME_BEFORE.match(text, end))


def _is_called(text: str, start: int, end: int) -> bool:
    """Whether what a company is stands before an ordinary word: 昔日一哥理想则继续掉队, 掉到第四的理想交付3.1万辆."""
    if stands_behind_epithet(text, start):
        return _NAME_BEFORE.match(text, end) is not None
    return stands_behind_which(text, start) and _HANDED_OVER.match(text, end) is not None


def hong_kong_codes(company: Company) -> frozenset[int]:
    """Return the codes of a company's shares in Hong Kong."""
    told = (_OF_HONG_KONG.fullmatch(t) for t in company.tickers)
    return frozenset(int(m[1] or m[2]) for m in told if m)


@cache
def _by_kind(meanings: tuple[Term, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the metrics and the segments that a term of the catalogue means, and those it means at home."""
    return tuple(tuple(name for of, name in meanings if of == kind) for kind in ("metric", "segment", "at_home"))


@cache
def _is_loss(term: str) -> bool:
    return bool(_LOSS.search(term.lower()))
