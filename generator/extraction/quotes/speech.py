"""Verbs of saying, as they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from generator.corpus.beginnings import beginnings
from generator.extraction.frozen import frozen
from generator.extraction.quotes.holding_en import HOLDING, TELLING_SO
from generator.extraction.vocabulary import words

# opened by saying, went on to explain
_COMPOUND = r"(?:likes?|liked|loves?|loved|used|tends?) to (?:say|argue|joke|tell (?:people|colleagues|investors|reporters|visitors))|(?:opened|began|started|ended|closed|finished|responded|replied|concluded|continued|followed up) by (?:saying|noting|warning|arguing|stressing|adding|explaining|pointing out)|(?:went|goes|going) on to (?:say|add|note|explain|argue|warn|stress|claim|state|predict|suggest|point out|acknowledge|admit|insist|emphasi[sz]e|write|describe)"
_LONG = rf"(?P<holding>{HOLDING})|(?P<compound>{_COMPOUND}|{TELLING_SO})|(?:pointed|points|pointing) out|(?:made|makes|making)(?: it)? clear|went on|(?:shot|shoots|fired|hits?) back|(?:chimed|cut|put|weighed) in|sum(?:s|med) up|according to|as per(?= (?:an? |the |[a-z]+ )?[A-Za-z])|(?<![\w-])per(?= [A-Z])"
_TOLD_APART = 3  # characters: at most words none of the long ones begins
_STARTS = beginnings(_LONG, _TOLD_APART)
_MORE_WORDS = re.compile(rf"(?:{_LONG})\b(?!-)", re.I)
_WORD = re.compile(r"\b[a-z]+\b(?!-)", re.I)
# 提醒鸿海,“…”: whom somebody speaks to stands before what is quoted
_ADDRESSES = "(?:提醒|喊话|勉励|期勉|呼吁|奉劝|劝告?)(?![称说道停拒抵取终反杜推警守])[^,。;:\x1e]{1,12}(?=[,:]?\x1e)"
_TO_THEM = "(?:提醒|警告|告诫|奉劝|安慰|叮嘱|劝告|提示)(?:投资[者人]|股[东民]|员工|用户|消费者|车主|大家|同行|市场|外界|各位|网友|客户|供应商|经销商|年轻人|业界|行业)(?=[,:])"
# When somebody said it: 周二, 昨晚, 当地时间10日, 11月26日下午
DAY_ZH = (
    r"(?:北京|当地|本地|美东|美国|欧洲)时间|(?:上|本|这|前|下)个?(?:周|星期|月)[一二三四五六日天末]?|(?:周|星期|礼拜)[一二三四五六日天末]|[今昨前](?:天|日|早|晚|晨|夜)|[今昨前]?\(\d{1,2}日?\)日?|"
    r"\d{1,2}月\d{1,2}日|[今昨前]?\d{1,2}日|日前|近日|近期|最近|此前|早前|稍早|当[天日晚时]|上午|下午|晚间|凌晨|傍晚|中午|清晨|深夜|[今昨晚](?!年)|约?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[时点](?:\d{1,2}分?|许|半|左右)?"
)
# That, and words that only join: 商务部12日表示, 毛宁今天也说
WHEN_ZH = rf"(?>(?:{DAY_ZH}|随后|也|亦|则|还|仍|又|再(?![次度三])|更|曾|并|续|同时|进一步)*)"
# How somebody says it, in two or four characters, so that a name's last one is none of them: 清醒地指出, 不无自豪地表示; no 各地.
MANNER_ZH = "(?:[一-鿿]{2}|[一-鿿]{4})(?<![各当本外内异产驻工基场园农土耕所落何此该原两多天用腹高低营圣荒极政殖属领])地"
# 在电话会上, 针对传闻, 接受记者采访时: right before the verb
_WHERE_ZH = (
    r"(?:在|于|就|对|向|针对|面对|通过|透过|接受|回应|回复|谈到|谈及|谈起|被问[到及]|受访)[^,。;:!?\x1e\n]{1,24}?"
)
_PLACES = "交究易务"  # before 所: 交易所, 研究所, 事务所
# What may stand between an English name and its verb, and tells nothing of it.
WHILE_EN = (
    r"(?:,? (?:for (?:its|their|his|her) part|in turn|too|however|meanwhile|separately|by contrast|at the time|also|then|later|once|again|still|likewise|further|himself|herself|itself|"
    r"has|have|had|now|previously|earlier|recently|which has|which had|which|repeatedly|(?!only|early|family|supply|monthly|daily|weekly|quarterly|yearly|likely)[a-z]+ly|"
    r"(?:last|this) (?:week|month|year)|(?:on )?[A-Z][a-z]+day|(?:in|on|at|during) (?:an?|the|his|her|its) (?:[a-z-]+ ){0,2}[a-z]+)\b,?){0,3}"
)
# 发布《关于维护公平竞争秩序的倡议》, 发布一封公开信; not what a maker brings out: 发布新车
ISSUED_ZH = (
    "(?:发布|发表|发出|刊发|刊登|公布|推出)(?:了|的)?(?:[^,。;:《》!?\\x1e\\n]{0,10}《[^《》\\n]{2,40}》(?:的?(?:报告|研报|文章|声明|公告|通知|倡议|公开信|白皮书|通报|一文))?"
    "|[^,。;:《》!?\\x1e\\n]{0,12}?(?:公开信|声明|倡议书?|通知|通报|海报|长文|意见|公告|简报|白皮书|说明|回应|告知书|消息|快报|周报|月报|预告))[中里上]?"
)
MASKED = "\x1e" * 12  # words in marks of some length
# Any verb that, right beside words in marks, is one of saying: “…,” Keller beamed; no `he is fond of saying`.
_NO_SAYING = "is|was|has|does|his|its|this|as|thus|us|perhaps|always|sometimes|besides|needed|used|based|named|owned|titled|located"
_PAST = "[a-z]+ed|told|wrote|swore|spoke|spat|felt|thought|foretold|sang|began|went on|shot back"
ANY_PAST = rf"(?!(?:{_NO_SAYING})\b)(?:{_PAST})"  # before the name no `analysts Ann Lee and Bo Park said`
ANY_VERB = rf"(?!(?:{_NO_SAYING})\b)(?:[a-z]+s|{_PAST})"
# What closes a clause of saying, or trails it.
CLOSES = r"[.,:;\n\x1f]|$| (?:in|on|at|during|to|of|about|when|as|after|before|with|via|from|last|this|earlier|later|yesterday|today|while|through|by|without|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
# 表情仿佛在说:“…”: nobody says it
SEEMS_ZH = "(?:仿佛|彷佛|好像|好似|似乎|像是|宛如|如同|犹如)(?:是|在|要|想|[向对][^,。;:\x1e]{1,6})*"
_SAYS_SO = re.compile("(?!.*[问喊答]).*[称说道]")  # 打趣说,换电站比咖啡店还多: with 说, a statement may follow
Kind = Literal["said", "nouns", "opinion", "that", "quotes", "according"]
_KIND_OF: dict[str, Kind] = {"compound": "said", "holding": "that"}


@frozen
class Verb:
    """A verb of saying at `start` to `end`; `kind` is its list in vocabulary/speech.yaml."""

    start: int
    end: int
    kind: Kind
    word: str

    @property
    def participle(self) -> bool:
        """Whether it goes on with a sentence that has its subject: `…, saying that`."""
        return self.word.partition(" ")[0].endswith("ing")


def verbs(text: str, start: int, end: int, chinese: bool) -> Iterator[Verb]:
    """Yield the verbs of saying within a stretch of text."""
    if chinese:
        for m in _chinese().finditer(text, start, end):
            kind = "said" if m.lastgroup == "quotes" and _SAYS_SO.fullmatch(m.group()) else m.lastgroup
            yield Verb(m.start(), m.end(), kind, m[m.lastgroup])  # type: ignore[arg-type, index]
    else:
        yield from _english_verbs(text, start, end)


def _english_verbs(text: str, start: int, end: int) -> Iterator[Verb]:
    kinds, read = _english(), start
    for one in _WORD.finditer(text, start, end):
        at = one.start()
        if at < read:
            continue
        more = _MORE_WORDS.match(text, at, end) if text[at : at + _TOLD_APART].lower() in _STARTS else None
        found = more or one
        word, read = found[0].lower(), found.end()
        if kind := kinds.get(word) or (_KIND_OF[more.lastgroup] if more and more.lastgroup else None):
            yield Verb(at, read, kind, word)


@cache
def said_zh() -> str:
    """Return the Chinese verbs that a clause may follow, those of one character left out, as alternatives of a pattern."""
    said = [verb for kind in ("said", "nouns", "opinion") for verb in words("speech")["zh"][kind] if len(verb) > 1]
    return "|".join(sorted(said, key=len, reverse=True))


@cache
def amid_zh() -> str:
    """Return the pattern of what may stand between a Chinese name and a verb of saying: when, how, where and to whom."""
    how = rf"(?:{MANNER_ZH}|{'|'.join(words('speech')['manner'])}|公开|明确|特别|直接|坦率|对此)?"
    return rf"(?:\([^)\n]{{1,24}}\))?{WHEN_ZH}{how}(?:{_WHERE_ZH})?{WHEN_ZH}{how}"


@cache
def says_zh() -> str:
    """Return the Chinese verbs that a clause may follow, 说 and 称 before a comma or words in marks included."""
    return rf"(?:{said_zh()}|[说称指](?=[,:\x1e]))"


@cache
def said_en(*kinds: str) -> str:
    """Return the English verbs that a clause may follow, or those of some kinds, participles left out, as alternatives."""
    listed = [verb for kind in kinds or ("said", "nouns", "that") for verb in words("speech")["en"][kind]]
    said = [verb for verb in listed if verb != "reported"]  # which makes nobody a speaker: reported Harbour Wire
    return "|".join(sorted((v for v in said if not v.partition(" ")[0].endswith("ing")), key=len, reverse=True))


@cache
def nobody_says_zh() -> re.Pattern[str]:
    """Return the pattern of someone without a name who says something: 一名接近公司的人士向记者透露."""
    nobody = "|".join(
        (
            *words("speech")["nobody"]["zh"],
            "(?:有|[一某几多数])[位名家](?!为)",
            "有[^,。;:]{0,6}(?:经理|分析师|学者|高管|工程师|律师|机构|券商|投资人|业者)",
        )
    )
    return re.compile(rf"(?:{nobody})[^,。;:]{{0,14}}?(?:{said_zh()}|劝|[说称](?![明法谓为]))")


@cache
def _chinese() -> re.Pattern[str]:
    listed = words("speech")["zh"]
    kinds = "|".join(f"(?P<{kind}>{_forms(listed[kind])})" for kind in ("quotes", "nouns", "opinion", "said"))
    first = "".join(
        sorted(
            {
                "期",
                "劝",
                "奉",
                "希",
                "盼",
                "寄",
                "冀",
                "举",
                "打",
                "担",
                "安",
                "叮",
                "声",
                *(verb[0] for verbs_of in listed.values() for verb in verbs_of),
            }
        )
    )
    kinds = kinds.replace("|形容|", "|形容(?!,(?!\x1e))|", 1)  # 形容,造车就像…: no words in marks
    kinds = kinds.replace(
        "(?P<nouns>",
        "(?P<nouns>(?<![的一新无有抱大了])(?:形容|期望|希望|期盼|盼望|寄望|冀望|期待|担心|担忧)(?=,(?!\x1e))|",
        1,
    )
    kinds = kinds.replace(
        "(?P<nouns>", "(?P<nouns>举例(?=[,:])|举(?:了|出)?一?个?例子?(?=[,:])|打了?个?比方(?=[,:])|", 1
    )
    kinds = kinds.replace(
        "(?P<nouns>",
        rf"(?P<nouns>告诉[^,。;:]{{1,12}}(?=[,:])|{_ADDRESSES}|{_TO_THEM}|(?<![的表布出份该项合署此上])声明(?=,(?!\x1e))|",
        1,
    )
    return re.compile(
        rf"(?=[{first}])(?:{kinds})(?:(?<!表示)表示|称|说(?!明)|道|到(?!底)|时称|时说)?(?:了(?=[,:]))?(?!的是|书|师|人士|针对)"
    )


@cache
def _english() -> dict[str, Kind]:
    listed = words("speech")["en"]
    kinds: tuple[Kind, ...] = ("quotes", "that", "opinion", "nouns", "said")
    verbs_of: dict[str, Kind] = {verb: kind for kind in kinds for verb in listed[kind]}
    verbs_of["according to"] = verbs_of["as per"] = verbs_of["per"] = "according"
    return verbs_of


def _forms(listed: list[str]) -> str:
    return "|".join(_form(verb) for verb in sorted(listed, key=len, reverse=True))


def _form(verb: str) -> str:
    """Return the pattern of a verb; 说 is none inside 小说 or 说明."""
    around = words("speech")["part_of_a_word"].get(verb)
    if not around:
        return f"(?<![{_PLACES}]){verb}" if verb[0] == "所" else re.escape(verb)
    place = verb in ("说", "称") and f"(?<!(?<![{_PLACES}])所)"  # 证交所说, but 所说
    listed = around["before"].replace("所", "") if place else around["before"]
    before = f"(?<![{listed}])" if listed else ""
    before += place or ""
    before += "(?<![^言责始伙门办持事]人)" if verb == "称" else ""  # 人称, but 发言人称
    return before + verb + (f"(?![{around['after']}])" if around["after"] else "")
