"""Who says something in a Chinese sentence: 雷军在电话会上表示, 据卢伟冰介绍, 该行指, 高盛发布研报称."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from generator.extraction.quotes.attribution import Attribution, apart
from generator.extraction.quotes.passage import MASK
from generator.extraction.quotes.scene import Scene
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.quotes.speech import Verb, nobody_says_zh, said_zh, verbs
from generator.extraction.quotes.subjects_zh import is_reported, lead_without_subject, left_of, subject_of
from generator.extraction.quotes.unsaid_zh import unsaid
from generator.extraction.vocabulary import words

# 表示感谢, 提到了: a noun follows, no statement.
_NOMINAL = re.compile(
    r"(?:了|过(?!去)|着|著|出(?![海现口货台任席行租售版资示品色发生国厂局征]))(?![,:\x1e])|[这那](?:番|些|句|席)?话(?!的?是)|[完罢]|(?:的|感谢|欢迎|遗憾|支持|歉意|认同|赞同|赞赏|关注|怀疑|祝贺|不满|振奋|高兴|欣慰|满意|担忧|乐观|不解|愤慨|"
    r"惋惜|理解|尊重|哀悼|慰问|谢意|抱歉|肯定|同意|反对|信心)"
)
_PREDICATE = re.compile(
    r"是|将|会(?![议员计])|已|有(?![关限])|能(?![源力耗量])|可(?!能性|靠|穿戴)|要(?![求素点])|不|达|增|超|拟(?![人真合议订])|令|让|使(?![用命])|应(?![用对])|需(?!求)|没|仍|为(?![主止期])|\d"
)
# 强调购置税优惠退坡,…: a verb in the clause, unless the clause ends as a noun does, 强调持续创新的重要性.
_WEAK_PREDICATE = re.compile(
    "退坡|下[降滑跌调]|上[升涨调]|[回提]升|涨|跌|减少|放缓|转[为向正]|进入|成为|变得|失去|守[得不住]|缺[乏少货]|[很较更过太]难|无法|均|持续|来自|取决|属于|存在|面临|处于|保持|维持"
    "|继续|开始|完成|实现|获得|受到|带来|影响|依然|依旧|越来越|足以|充[足裕]|稳[定健]"
)
_NOUN_LAST = re.compile(
    "[的之][^,的]{1,8}$|(?:性|度|力|化|作用|意义|价值|关系|问题|情况|原因|战略|策略|计划|方案|立场|态度|目标|理念|路线|重要|趋势|环境|影响|压力|优势|能力|机制)$"
)
# 没有具体说明哪些工厂: what was not said.
_DENIED = re.compile(
    r"(?:没有|没|未|不愿|拒绝|无法|不便|不肯|禁止|不许|不准|不要|并?不(?!得))(?:就此|对此|对外|再|具体|正面|进一步|明确|详细|直接)*$"
)
_SOMEBODY = re.compile(r"(?:有人|网友|外界|大家)(?:都|会|就)?(?:说|称|认为|问)")
_IN_WORDS = ("话说", "话来说", "话来讲", "说法")
_BORROWS = re.compile(r"(?:套用|借用|引用|引述|援引|用|据|按|拿)[^,。;]{0,24}$")
_QUOTES_AT_ONCE = re.compile(rf"[,:]?{MASK}")  # 订单满到明年,断言「…」: still the words of whoever spoke
_LONGEST = 120  # characters between a clause's beginning and its verb
_CLAUSE_LEAST = 5
_TITLE = 40  # characters of a work's title


def attributions(scene: Scene) -> list[Attribution]:
    """Return a sentence's attributions in order."""
    found: list[Attribution] = []
    for verb in verbs(scene.outside, *scene.sentence, chinese=True):
        if found and verb.start < found[-1].end:
            continue
        if not _takes_words(scene, verb) or _in_title(scene, verb):
            continue
        if found and verb.start == found[-1].end:  # 发文表示,…
            found[-1] = replace(found[-1], end=verb.end, verb=verb)
            continue
        attribution = _attribution(scene, verb, found[-1] if found else None)
        if attribution is not None:
            found.append(attribution)
    return sorted([*found, *apart(unsaid(scene), found)], key=lambda a: a.start)


def _takes_words(scene: Scene, verb: Verb) -> bool:
    """Whether a verb is followed by words or a statement, not by a noun: 强调,… and 强调公司将…, not 强调重要性."""
    if _DENIED.search(scene.outside, max(scene.sentence.start, verb.start - 12), verb.start):
        return False
    after = scene.outside[verb.end : min(scene.sentence.end, verb.end + 60)]
    if re.match(rf"{MASK}+[^,。;{MASK}]{{0,10}}时", after):
        return False  # 回应「遗址论」时表示
    if verb.word in ("回答", "答复") and after[:1] not in (",", ":", MASK):
        return False
    if not after.strip("。 \x1f"):
        return verb.word in ("看来", "所言", "所说", "所称") or _after_words(scene, verb)
    if verb.kind == "nouns" and after.startswith(("外界", "市场")):  # 回应市场传闻
        return False
    if verb.word != "看来" and _NOMINAL.match(after):
        return bool(re.match(r"[过到][,:\x1e]", after))
    if _SOMEBODY.search(re.split(r"[,;。]", after)[0]):
        return False
    if verb.kind == "quotes":
        return bool(re.match(rf"[^。;]{{0,8}}?{MASK}|[,:]{MASK}", after)) or _after_words(scene, verb)
    if (
        verb.kind == "nouns"
        and scene.outside[verb.end - 1] not in "称说道"
        and not verb.word.startswith("告诉")
        and not (len(verb.word) > 2 and verb.word.startswith(("提醒", "喊话", "勉励", "期勉", "呼吁")))
        and after[0] not in f",:{MASK}"
    ):
        clause = re.split(r"[,;。]", after)[0]
        return (
            len(clause) >= _CLAUSE_LEAST
            and not _when_asked().search(clause)
            and bool(
                _PREDICATE.search(clause[:-1]) or (_WEAK_PREDICATE.search(clause) and not _NOUN_LAST.search(clause))
            )
            and not clause.endswith(("时", "后"))
        )
    return True


def _in_title(scene: Scene, verb: Verb) -> bool:
    """Whether a verb stands in the title of a work: 《很难说的话》."""
    least = max(scene.sentence.start, verb.start - _TITLE)
    return scene.outside.rfind("《", least, verb.start) > scene.outside.rfind("》", least, verb.start)


@cache
def _when_asked() -> re.Pattern[str]:
    """Return the pattern of a clause that only leads to its verb: 谈到竞争时说 is one saying, not two."""
    return re.compile(rf"时(?:又|还|也|则|曾)?[^,。;时]{{0,4}}(?:{said_zh()}|[说称指道])")


def _after_words(scene: Scene, verb: Verb) -> bool:
    """Whether a verb closes what is quoted before it, as 说 does in “…”雷军说."""
    return MASK in scene.outside[max(scene.passage.start, verb.start - 60) : verb.start]


def _attribution(scene: Scene, verb: Verb, before: Attribution | None) -> Attribution | None:
    floor = before.end if before else scene.sentence.start
    if verb.word in _IN_WORDS:
        return _in_words_of(scene, verb, floor)
    clause = max(scene.passage.clause_start(verb.start, floor), verb.start - _LONGEST)
    if subject := subject_of(scene, clause, verb):
        start, speaker = subject
        if before and _nested(scene, before, start, speaker):
            return None
        return Attribution(start, verb.end, speaker, verb, named=True)
    piece = scene.outside[clause : verb.start]
    if not lead_without_subject().fullmatch(piece.replace(MASK, "")):
        return None
    if before is not None:
        joined = (
            piece.startswith(tuple(words("speech")["joining"]["zh"]))
            or verb.word in words("speech")["going_on"]["zh"]
            or (
                not piece
                and len(verb.word) > 1
                and verb.kind != "opinion"
                and _QUOTES_AT_ONCE.match(scene.outside, verb.end)
            )
        )
        return Attribution(verb.start, verb.end, before.speaker, verb, named=False) if joined else None
    if nobody_says_zh().search(scene.outside, scene.sentence.start, verb.start):
        return None  # …,美系外资最新报告指出,…,建议…
    speaker_there = left_of(scene, clause) or scene.topic(clause)
    if speaker_there is None and (piece or verb.word).startswith(tuple(words("speech")["joining"]["zh"])):
        speaker_there = scene.focus.last.get("person")
    if speaker_there is not None and not speaker_there.person and verb.word == "说":
        return None
    if speaker_there is None or is_reported(scene, clause, verb.start):
        return None
    return Attribution(verb.start, verb.end, speaker_there, verb, named=False)


def _in_words_of(scene: Scene, verb: Verb, floor: int) -> Attribution | None:
    """Return whose words somebody borrows: 用雷军的话说,…; 引述分析师李明说法,…."""
    speaker = scene.cast.before(verb.start, floor)
    if scene.outside[verb.start - 2 : verb.start] in ("他的", "她的") and verb.start - 2 > floor:
        meant = scene.pronoun(scene.outside[verb.start - 2], verb.start - 2)
        speaker = replace(meant, start=verb.start - 2, end=verb.start - 1) if meant else None
    if speaker is None or scene.outside[speaker.end : verb.start] not in ("的", "" if verb.word == "说法" else "的"):
        return None
    borrowed = _BORROWS.search(scene.outside, max(floor, speaker.start - 30), speaker.start)
    return Attribution(borrowed.start(), verb.end, speaker, verb, named=True) if borrowed else None


def _nested(scene: Scene, outer: Attribution, start: int, speaker: Speaker) -> bool:
    """Whether someone is quoted by the one who speaks already: 该行指小米管理层预计."""
    if scene.outside[outer.end : start].rstrip().endswith(";"):
        return False  # 三星表示…;美光则表示…
    at_once = len(scene.outside[outer.end : start].strip(", :")) < 4
    return at_once or (speaker.key != outer.speaker.key and not speaker.person)
