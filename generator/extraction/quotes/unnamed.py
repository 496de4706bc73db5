"""Speakers told by what they are, without a name: people familiar with the matter, `a person at one supplier`, 一位投资人, 知情人士."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import replace
from functools import cache

from generator.corpus.beginnings import sought
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.quotes.speech import MASKED, WHILE_EN, amid_zh, said_en, says_zh
from generator.extraction.vocabulary import words

_SOURCES = r"(?:people|persons?|sources?|insiders?|individuals?)"
# two people familiar with the matter, a person at one supplier
_KNOWING = (
    rf"(?:(?i:an?|one|two|three|four|five|six|several|multiple|another|other) )?(?:[a-z-]{{1,20}} ){{0,2}}?(?i:{_SOURCES})"
    r"(?: who (?:is|was|are|were|has|have))? (?:familiar|close|briefed|with (?:direct )?knowledge|involved|at|in|inside|within|near)\b[^.,;:\n\x1e]{0,90}?"
)
# one dealer in Leeds, a former engineer; users and fans are a crowd, letters and carmakers no persons
_NO_PERSON = (
    r"(?:paper|newspaper|letter|number|order|quarter|computer|server|chapter|banner|sticker|poster|user|shopper|customer|buyer|driver|owner|visitor|passenger|consumer|seller|reader|viewer|follower|reviewer|blogger|commenter|"
    r"commentator|outlet|reporter|[a-z]{0,12}maker|tracker|factor|sensor|error|monitor|offer|member|power|matter|corner|answer|summer|winter|other|former|whisper|filer|timer|tower|"
    r"moderator|regulator|broadcaster|publisher|indicator|broker|retailer|lender|insurer|brewer|grocer|carrier|operator|developer|provider)\b"
)
_ONE = (
    rf"(?i:an?|one|another) (?!company |group )(?:(?!of |in |by |at |for |to |and |that |from |with )[a-z][a-z-]{{0,20}} ){{0,3}}?(?!{_NO_PERSON})(?:[a-z]{{2,16}}(?:er|or|ist|ian|ee|wright)|sales(?:wo)?man|salesperson|shop assistant|friend|colleague|boss|resident|consultant|accountant|agent|veteran)"
    r"(?: (?:at|in|of|from|for|close|who)\b[^.,;:\n\x1e]{1,70}?)?"
)
# Jim Hollis, a fund manager, said: what somebody is who has a name
_APPOSED = re.compile(r"(?:[A-Z][\w'&.-]*|\)|\d), (?:now |then |once )?$")
# a former Netflix executive is not Netflix
_FORMER = (
    r"(?i:an?|one|another) (?:[a-z]{2,12} )?(?:former |ex-)(?:(?:[A-Z][\w&-]*|U\.[SK]\.|at|of) ){1,4}(?:[a-z-]{2,16} ){0,2}?(?:executive|employee|official|manager|engineer|staffer|worker|director|officer|insider|designer|researcher|"
    r"scientist|recruiter|adviser|advisor|consultant|lawyer|salesman|buyer|analyst|trader|banker|boss|chief executive|CEO|president|chairman|vice president)"
    r"(?: (?:who|at|in|with)\b[^.,;:\n\x1e]{1,70}?)?"
)
# one veteran Intel engineer, a Ford dealer: neither Intel nor Ford
_OF_COMPANY = (
    r"(?i:an?|one|another) (?:[a-z]{2,12} ){0,2}?(?:(?:[A-Z][\w&-]*|U\.[SK]\.) ){1,3}(?:[a-z-]{2,16} )?(?:engineer|employee|worker|staffer|insider|dealer|salesman|saleswoman|designer|researcher|scientist|recruiter|lawyer|owner|driver|shareholder|investor|customer|buyer|trader|banker|fan)"
    r"(?: (?:in|from|at|near|outside) (?:the )?(?:[a-z]+ )?[A-Z][\w-]*(?: [A-Z][\w-]*)?| who\b[^.,;:\n\x1e]{1,70}?)?"
)
_OFFICE = r"(?<=he )(?:[a-z]{1,20} )?[a-z]{2,20}(?:'s|s') (?:press )?office"  # the mayor's office
_WHO = rf"(?P<name>{_KNOWING}|{_FORMER}|{_OF_COMPANY}|{_ONE}|{_OFFICE})"
_UNNAMED_EN = sought(
    rf"\b{_WHO}(?=,?{WHILE_EN},? (?:{said_en('said', 'nouns')}|{said_en('quotes')}(?= that\b|[:,]? ?\x1e))\b)"
)
_BEHIND_EN = sought(
    rf"(?:(?<={MASKED}), ?|(?<={MASKED}) |(?<=, ))(?:said|says|added|recalled|recalls|explained|according to) {_WHO}(?=[.,;:\n]|$| (?:on|in|at|after|as|when|who)\b)"
)
# two people briefed on the plan: what stands before the verb may end what they are
_OPEN = re.compile(r"(?:\bwho [^,]*|\b(?:briefed|involved|working|close))$")
_TRAIL = re.compile(
    rf"(?: (?:on|in|at|during|with|to|by) (?:an?|the|his|her|its) (?:[a-z-]+ ){{0,2}}[a-z]+){{1,3}}(?=(?: also| later| then| has| have| had| [a-z]+ly){{0,3}},? (?:{said_en()}|{said_en('quotes')})\b)"
)
# 一位没有参与本轮融资的投资人, 有位同事; what comes behind is the verb
_OF_KIND_ZH = "(?:[^,。;:!?、\x1e]{1,20}的)?[一-鿿]{0,8}?"
_PERSON_ZH = "[人员师者家商长管主友士东事理客工生民手户总监层](?<!记者)(?<!编辑)(?<!网友)(?<!博主)(?<!网民)(?<!用户)(?<!股民)(?<!车主)(?<!店员)(?<!消费者)(?<!投资者)"
_ONE_ZH = f"(?:有一|有|一|某|另一|另)[位名](?!为){_OF_KIND_ZH}{_PERSON_ZH}"
# 有管理学专家分析; 有分析师指出 is nobody's
_SOME_ZH = "有(?!关|所|的|不少|一些|很多|许多|人)[^,。;:!?、有\x1e]{2,10}?(?:专家|学者|分析师|从业者|经销商|供应商|高管|律师|教授|投资人|工程师|高层|中层)"
_KNOWING_ZH = "(?:[一多数两几]?[位名])?(?:接近[^,。;:!?\x1e]{1,16}的|相关|多[位名])?(?:知情|消息|业内|市场|行业|圈内|业界|供应链|产业链|产业界|渠道|通路|接近[^,。;:!?\x1e]{1,16}的)人士"


@cache
def _unnamed_zh() -> re.Pattern[str]:
    asked = "|".join(sorted((*words("speech")["zh"]["quotes"], "劝"), key=len, reverse=True))
    return re.compile(
        rf"(?:^|(?<=[\n,。;!?、:\s\x1e]))(?:据|而|但|不过|其中|另据|对此,?)?(?:(?:另|也|还)?有(?={_KNOWING_ZH}))?(?P<name>{_ONE_ZH}|{_SOME_ZH}|{_KNOWING_ZH})"
        rf"(?={amid_zh()}(?:{says_zh()}|[说称指](?![明法])|[^,。;:]{{0,4}}?(?:{asked})[^,。;:]{{0,4}}[,:]?\x1e))",
        re.M,
    )


@cache
def _staff_zh() -> re.Pattern[str]:
    who = "高管|高层|主管|负责人|内部人士|工作人员|管理人员|工程师|员工|销售"
    return re.compile(
        rf"(?:^|(?<=[\n,。;!?、:\s\x1e]))(?:据|而|但|不过|其中)?(?P<name>(?!另|还|就连|其|该|同)[A-Za-z一-鿿]{{2,8}}[一某][位名](?:{who}))(?={amid_zh()}(?:{says_zh()}|[说称指](?![明法])))",
        re.M,
    )


def staff(text: str) -> Iterator[Speaker]:
    """Yield who is without a name of a body that only they make known: 用友一位高管."""
    for found in _staff_zh().finditer(text):
        yield Speaker(*found.span("name"), found["name"], "unnamed")


def of_company(speaker: Speaker, companies: Container[int]) -> Speaker:
    """Return a speaker without 有 before a company that the text names there: 有小米高管."""
    if not speaker.name.startswith("有") or speaker.start + 1 not in companies:
        return speaker
    return replace(speaker, start=speaker.start + 1, name=speaker.name[1:])


def _whole(text: str, start: int, end: int) -> int:
    """Return where the words end that tell what somebody without a name is: an engineer who worked on the truck."""
    trail = _TRAIL.match(text, end) if _OPEN.search(text, start, end) else None
    return trail.end() if trail else end


def unnamed(text: str) -> Iterator[Speaker]:
    """Yield speakers whom a text tells by what they are, where they stand beside a verb of saying."""
    for pattern in (_UNNAMED_EN, _BEHIND_EN):
        for found in pattern.finditer(text):
            if _APPOSED.search(text, max(0, found.start("name") - 24), found.start("name")):
                continue
            office = found["name"].endswith("office")
            end = _whole(text, *found.span("name"))
            yield Speaker(found.start("name"), end, text[found.start("name") : end], "house" if office else "unnamed")
    for found in _unnamed_zh().finditer(text):
        yield Speaker(*found.span("name"), found["name"], "unnamed")
