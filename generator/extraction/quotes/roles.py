"""Roles beside names."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from generator.extraction.vocabulary import words

# What ends the words before a role that belong to it (福建某公司创始人), and what joins two roles.
_BREAKS = set('的在据由对向与给让被将是了说称该为,。;:!?()“”「」『』《》\n\x1e\x1f…—"')
_CITED = re.compile(
    "(?:借|套|引)?用(?![户友])|[^、]{0,10}(?:引述|援引|引用|拜会|会见|专访|采访|对话|邀请|[想再又邀]约|约见|约了|记者|任命|聘请|正如|作为|身为|其中)"
)  # 日经亚洲引述麦格理分析师: only the latter is a role
_THAT_HOUSE = re.compile("(?:行|院(?![长士校])|机构|公司|集团|券商|企业|平台|协会|大学|品牌|部门)(?!长)(?=.)")
_JOINS = re.compile("(?:而|但|不过|同时|另外|此外|其中|随后|(?:近日|日前)?一[段则条份封篇])(?=..)")
_OTHER = re.compile("[^、]{0,10}?(?:另|某|[这那该某一])一?[位名](?!为)")
_JOINT = re.compile("、|兼任?|暨|及|和")
_LAST_WORD = re.compile(r"([A-Za-z]+),? $")
_WIDEST = 48  # characters of roles in a row
_AFFILIATION = 18  # characters of one role and what it is of
# How the same chief is called.
_CHIEFS = {
    "chief executive officer": re.compile(r"\bCEO\b|\b[Cc]hief executive(?! officer)\b"),
    "chief financial officer": re.compile(r"\bCFO\b|\b[Ff]inanc(?:e|ial) chief\b|\b[Ff]inance director\b"),
    "chief operating officer": re.compile(r"\bCOO\b"),
    "chief technology officer": re.compile(r"\bCTO\b"),
}


class Role(NamedTuple):
    """A role, and where in the text it stands."""

    at: int
    text: str


def role_before(text: str, at: int) -> Role | None:
    """Return the role that stands right before a name, what it is a role of included: `小米集团合伙人、总裁`."""
    last = _LAST_WORD.search(text, max(0, at - 24), at)
    if last and (last[1].lower() in last_words() or _field().fullmatch(last[1])):
        return _role(_before_en().search(text, max(0, at - 90), at))
    return _chain(text, at) if _ends_zh().search(text, max(0, at - 8), at) else None


def _chain(text: str, at: int) -> Role:
    """Return the Chinese roles that stand in a row before an offset: 小米集团创始人、董事长兼CEO."""
    run, least = at, max(0, at - _WIDEST)
    while run > least and (text[run - 1] not in _BREAKS or text.startswith("被动", run - 1)):
        run -= 1
    if cited := _CITED.match(text, run, at):
        run = cited.end()
    joints = [(run, run), *(m.span() for m in _JOINT.finditer(text, run, at))]
    begin, end = at, at
    for joint, start in reversed(joints):
        if not _ends_zh().search(text, max(start, end - 8), end):
            break
        begin, end = max(start, _word_start(text, end - _AFFILIATION)), joint
    if led := _JOINS.match(text, begin, at):  # 而招银国际证券分析师
        begin = led.end()
    if other := _OTHER.match(text, begin, at):  # 华硕另一位共同执行长
        begin = other.end()
    while text[begin] in "-–":  # ——小米集团创始人 雷军
        begin += 1
    if text.startswith("该", begin - 1) and (that := _THAT_HOUSE.match(text, begin, at)):  # 该行分析师
        begin = that.end()
    return Role(begin, text[begin:at].rstrip(" "))


def _word_start(text: str, at: int) -> int:
    """Return where the Latin name that an offset stands in begins: Creative Strategies执行长."""
    while (
        at > 0
        and text[at].isascii()
        and (text[at - 1].isascii() and (text[at - 1].isalnum() or text[at - 1] in " .&-"))
    ):
        at -= 1
    return at


def role_after(text: str, at: int) -> Role | None:
    """Return the role that stands after a name: `Alain Lam, Xiaomi's chief financial officer,`."""
    return _role(_after_en().match(text, at))


def role_in(text: str, start: int, end: int) -> Role | None:
    """Return the role in what stands behind a name in a label: `Chief Financial Officer` in ` -- Fenwick Inc -- Chief Financial Officer`."""
    found = _any_role().search(text, start, end)
    return Role(found.start(), found.group().strip()) if found else None


def role_above(text: str, start: int, end: int) -> Role | None:
    """Return the role in a line of capitals that announces whose the words below are: `MINISTER FOR TRADE ANN LEE:`."""
    if not text.startswith(":", end) or not text[start:end].isupper():
        return None
    at = text.rfind("\n", max(0, start - 120), start) + 1
    found = _in_capitals().search(text, at, start) if at and text[at:end].isupper() else None
    return Role(found.start(), found.group().rstrip()) if found else None


def _role(found: re.Match[str] | None) -> Role | None:
    return Role(found.start("role"), found["role"].rstrip(" ,、")) if found else None


@cache
def listed_roles(language: str) -> str:
    """Return the roles of a language (en, zh) as alternatives of a pattern, the longest first."""
    listed = "|".join(sorted(map(re.escape, words("speech")["roles"][language]), key=len, reverse=True))
    return listed if language == "en" else rf"{listed}|首席[一-鿿]{{2,5}}官"


@cache
def _phrase() -> str:
    """Return the pattern of an English role: `founder and chief executive`, `senior vice president`."""
    modifiers = "|".join(words("speech")["roles"]["modifiers"])
    officer = r"chief (?:(?!officer)[a-z]+ ){1,2}officer"  # else chief and executive would be two modifiers, and no officer one
    one = rf"(?:{_place()})?(?:(?:(?:{modifiers})[ -]){{0,3}}?{officer}|(?:(?:{modifiers})[ -]){{0,4}}(?:{listed_roles('en')}))\b"
    return rf"(?i:{one}(?:(?:, and| and|,| &|/) ?(?:co-)?{one}){{0,3}})"


@cache
def _place() -> str:
    """Return the pattern of where a chief leads: China head, Asia-Pacific chief."""
    return rf"(?:{'|'.join(words('speech')['roles']['places'])}) (?=(?:[a-z]+ ){{0,2}}(?:head|chief|boss|manager|director|lead|analyst|strategist|economist)\b)"


@cache
def _any_role() -> re.Pattern[str]:
    # Executive Vice President of Hardware, and no further: what follows may be the company
    return re.compile(
        rf"\b{_phrase()}(?:(?: (?:Officer|of|for|and|&) ?| )(?:[A-Z][\w&-]*|of|for|and|&))*|[一-鿿]{{0,12}}(?:{listed_roles('zh')})+"
    )


@cache
def _ends_zh() -> re.Pattern[str]:
    return re.compile(rf"(?:{listed_roles('zh')})[ ]?$")


@cache
def _before_en() -> re.Pattern[str]:
    # Joint Administrator at Deloitte Ann Lee; Fenwick head of equity research Ann Lee
    of_field = rf"(?: (?:of|for) (?:the )?(?:[\w&-]+,? (?!of |for )){{0,3}}?{fields()})"
    return re.compile(
        rf"\b(?P<role>{_phrase()}{of_field}?)(?:,?| (?:at|of|for|with) [A-Z][\w&.-]*(?: [A-Z&][\w&.-]*){{0,2}}) $"
    )


@cache
def _field() -> re.Pattern[str]:
    return re.compile(fields())


def fields() -> str:
    """Return what a head or vice president is of, as alternatives of a pattern: research, sales, Greater China."""
    return rf"(?:{'|'.join((*words('speech')['roles']['fields'], *words('speech')['roles']['places']))})"


@cache
def _in_capitals() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{listed_roles('en').upper()})\b[A-Z' ]*$")


@cache
def last_words() -> set[str]:
    """Return the words that English roles end with: officer, chief, manager."""
    return {re.split("[ -]", role)[-1].lower() for role in words("speech")["roles"]["en"]}


@cache
def _after_en() -> re.Pattern[str]:
    return re.compile(
        rf"(?: \(|(?:(?: \([^)\n]{{1,30}}\)|, \d\d(?=,))?,| [–—-]+| (?:is|was)(?= (?:the |an? )?[a-z ]*(?:of|at)\b|(?= (?:the |an? )?{_phrase()} (?:of|at)\b))) )(?:the [a-z]+'s |an? |the |its |his |her )?(?:(?!(?i:chief|vice|senior|executive|managing|general) |{_place()})[A-Z][\w&.-]*(?: (?!Chief |Vice )[A-Z&][\w&.-]*){{0,4}}(?:'s|')? )?(?:\([A-Z.:\d ]{{1,12}}\) )?"
        rf"(?:[A-Z][a-z]+-[a-z]+ )?(?P<role>(?:(?!(?:the|an?|once|who|then|now|and|as|by|its|his|her|said|says|added|adds|told|wrote|writes|noted|notes|warned|warns|explained|explains) )[a-z]+(?:-[a-z]+)* ){{0,3}}?{_phrase()}(?: (?:of|for|at|in|with|on) [\w&' -]{{2,60}}?(?=[,.;)]|$| said| told| who| wrote))?)"
    )


def spelled_out(role: str) -> str:
    """Return a role in small letters, with that of a chief by one name: CEO and `chief executive` are one."""
    for officer, names in _CHIEFS.items():
        role = names.sub(officer, role)
    return role.lower()
