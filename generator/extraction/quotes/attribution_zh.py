"""Who says something in a Chinese sentence: 雷军在电话会上表示, 据卢伟冰介绍, 该行指, 高盛发布研报称."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.extraction.quotes.as_told_zh import as_told
from generator.extraction.quotes.attribution import Attribution, apart
from generator.extraction.quotes.passage import MASK
from generator.extraction.quotes.scene import Scene
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.quotes.speech import Verb, nobody_says_zh, verbs
from generator.extraction.quotes.subjects_zh import is_reported, lead_without_subject, left_of, subject_of
from generator.extraction.quotes.taking_zh import closes, follows_words, takes_words
from generator.extraction.quotes.unsaid_zh import unsaid
from generator.extraction.vocabulary import words

_IN_WORDS = ("话说", "话来说", "话来讲", "话称", "话报道", "话指出", "说法")
_BORROWS = re.compile(r"(?:套用|借用|引用|引述|援引|用|据|按|拿|照|依)[^,。;]{0,24}$")
_QUOTES_AT_ONCE = re.compile(rf"[,:]?{MASK}")  # 订单满到明年,断言「…」: still the words of whoever spoke
_ONE_CHARACTER = re.compile("[指称说](?=[,:])")
_HE_FIRST = re.compile("[^,。;:他她\x1e]{0,8}[他她](?![们人的])")  # 下午他换了便服,除了夸苹果,还说…
_WRITES = ("发文", "撰文", "发帖", "发声", "表态")
_AND = re.compile(",(?:并|还|也|又|公开|首次|再次)?")
_BUT = re.compile("^(?:但是|但|不过|却|惟|而)")  # “…。”但也坦言…
_BECAUSE = re.compile(r"\s*(?:主要|主因|皆)?(?:是|乃)?(?:因为?|由于)(?:该行|其)?\s*")
_TO_HIM_AT_ONCE = re.compile(rf"(?:[对跟向][他她我]|告诉[他她我]|问[他她我]?)[^,。;:]{{0,4}}[:,]?{MASK}")
_NEXT = re.compile(r";(?:而|但|不过|至于)?\s*$")
_ASKED = re.compile("(?:问[到及]|提问|追问|询问|好奇)")
# 该负责人表示,吉利不参与价格战,并指出“…”: not 吉利
_THAT_ONE = re.compile(
    "(?:该|这[位名])[^,。;:\x1e]{0,8}?(?:负责人|人士|高管|员工|工作人员|发言人|店员|销售|博主|网友|车主|用户|分析师|经销商|供应商|投资人|工程师|专家|学者)[^,。;:]{0,14}?(?:表示|指出|认为|透露|坦言|强调|告诉|[说称](?![明法谓为]))"
)
_LONGEST = 120  # characters between a clause's beginning and its verb
_TITLE = 40  # characters of a work's title


def attributions(scene: Scene) -> list[Attribution]:
    """Return a sentence's attributions in order."""
    found: list[Attribution] = []
    listed = {
        verb.start: verb for verb in (*_behind_names(scene), *verbs(scene.outside, *scene.sentence, chinese=True))
    }
    for _, verb in sorted(listed.items()):
        if found and verb.start < found[-1].end:
            continue
        if not takes_words(scene, verb) or _in_title(scene, verb):
            continue
        if found and (verb.start == found[-1].end or _says_in_it(scene, found[-1], verb)):  # 发文表示,…
            found[-1] = replace(found[-1], end=verb.end, verb=verb)
            continue
        attribution = _attribution(scene, verb, found[-1] if found else None)
        if attribution is not None:
            found.append(attribution)
    opening = list(as_told(scene))
    found = [*opening, *apart(found, opening)]
    return sorted([*found, *apart(unsaid(scene), found)], key=lambda a: a.start)


def _in_title(scene: Scene, verb: Verb) -> bool:
    """Whether a verb stands in the title of a work: 《很难说的话》."""
    least = max(scene.sentence.start, verb.start - _TITLE)
    return scene.outside.rfind("《", least, verb.start) > scene.outside.rfind("》", least, verb.start)


def _attribution(scene: Scene, verb: Verb, before: Attribution | None) -> Attribution | None:
    floor = before.end if before else scene.sentence.start
    if verb.word in _IN_WORDS:
        return _in_words_of(scene, verb, floor)
    clause = max(scene.passage.clause_start(verb.start, floor), verb.start - _LONGEST)
    if subject := subject_of(scene, clause, verb):
        start, speaker = subject
        if before and _nested(scene, before, verb, start, speaker):
            return None
        last = start > scene.sentence.start and closes(scene, verb) and not follows_words(scene, verb)
        last = last and all(s.key != speaker.key for s in scene.cast.between(scene.sentence.start, start))
        last = last and before is None and not scene.outside[verb.end : scene.sentence.end].strip("。 \x1f")
        return Attribution(start, verb.end, speaker, verb, named=True, side="before" if last else "after")
    piece = scene.outside[clause : verb.start]
    if before is None and (because := _foreseen(scene, clause, verb, piece)):
        return because
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
                and (_QUOTES_AT_ONCE.match(scene.outside, verb.end) or _after_words(scene, verb))
            )
        )
        return Attribution(verb.start, verb.end, before.speaker, verb, named=False) if joined else None
    speaker_there = None if _is_anothers(scene, verb) else _understood(scene, clause, verb, piece)
    if speaker_there is None or is_reported(scene, clause, verb.start):
        return None
    return Attribution(verb.start, verb.end, speaker_there, verb, named=False)


def _behind_names(scene: Scene) -> Iterator[Verb]:
    """Yield the verbs of one character right behind a person's name, whose last one would make another word of them: 黄建恒指,…."""
    for person in scene.cast.between(*scene.sentence):
        if person.person and _ONE_CHARACTER.match(scene.outside, person.end, scene.sentence.end):
            yield Verb(person.end, person.end + 1, "said", scene.outside[person.end])


def _says_in_it(scene: Scene, before: Attribution, verb: Verb) -> bool:
    """Whether a verb tells what somebody says who wrote: 发文,指出…."""
    return before.verb.word in _WRITES and bool(_AND.fullmatch(scene.outside, before.end, verb.start))


def _after_words(scene: Scene, verb: Verb) -> bool:
    """Whether a verb begins the clause behind words in marks: 直言“我很紧张”,坦承…."""
    return scene.outside.endswith((f"{MASK},", f"{MASK}、"), scene.sentence.start, verb.start)


def _foreseen(scene: Scene, clause: int, verb: Verb, piece: str) -> Attribution | None:
    """Return the attribution of what a house acts on that a sentence is about: 花旗把目标价降至40元,因预计利润率会下滑."""
    topic = scene.topic(clause) if verb.kind == "opinion" and _BECAUSE.fullmatch(piece) else None
    house = topic and topic.sort == "house" and topic.start >= scene.sentence.start
    return Attribution(verb.start, verb.end, topic, verb, named=False) if house and topic else None


def _understood(scene: Scene, clause: int, verb: Verb, piece: str) -> Speaker | None:
    """Return who is the subject of a verb that has none in its clause, nor any speaker before it."""
    speaker_there = left_of(scene, clause) or scene.topic(clause)
    led = (_BUT.sub("", piece) or verb.word) if speaker_there is None else ""
    # 鸿海科技日登场,也预告…: of what the sentence itself is about
    others = led.startswith(("也", "亦")) and bool(scene.outside[scene.sentence.start : clause].strip(f"{MASK} ,\x1f"))
    if speaker_there is None and not others and led.startswith(tuple(words("speech")["joining"]["zh"])):
        speaker_there = scene.focus.last.get("person")
    if speaker_there and not speaker_there.person and _HE_FIRST.match(scene.outside, *scene.sentence):
        speaker_there = scene.pronoun("他", scene.sentence.start) or speaker_there
    body_says = speaker_there is not None and not speaker_there.person and verb.word == "说"
    return None if body_says else speaker_there


def _is_anothers(scene: Scene, verb: Verb) -> bool:
    """Whether a verb without a subject is of someone unnamed, or of a question (法人问到,…,但预估毛利率下降,是否过于保守?)."""
    asked = verb.kind == "opinion" and _ASKED.search(scene.outside, scene.sentence.start, verb.start)
    if asked and scene.outside[scene.sentence.end - 1] == "?":
        return True
    if _THAT_ONE.search(scene.outside, scene.sentence.start, verb.start):
        return True
    # …,美系外资最新报告指出,…,建议…
    return bool(nobody_says_zh().search(scene.outside, scene.sentence.start, verb.start))


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


def _nested(scene: Scene, outer: Attribution, verb: Verb, start: int, speaker: Speaker) -> bool:
    """Whether someone is quoted by the one who speaks already: 该行指小米管理层预计."""
    if (
        speaker.person
        and speaker.key != outer.speaker.key
        and _TO_HIM_AT_ONCE.search(scene.outside, start, verb.end + 2)
    ):
        return False  # 周鸿回忆,刘洋对他说:“…”
    following = _NEXT.search(scene.outside, max(outer.end, start - 4), start)
    if following and (speaker.sort != "unnamed" or following.group().rstrip() == ";"):
        return False  # 三星表示…;美光则表示…; 许英博表示…;而招商证券则预计…
    if outer.speaker.sort == "company" and speaker.sort == "house" and outer.verb.kind != "quotes":
        # 小米预计收入会增长,高盛认为,…: no company tells what banks hold
        return not scene.outside[outer.end : start].rstrip().endswith((",", "。"))
    at_once = len(scene.outside[outer.end : start].strip(", :")) < 4
    return at_once or (speaker.key != outer.speaker.key and not speaker.person)
