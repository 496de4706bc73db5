"""The subject of a Chinese verb of saying: 雷军在会上表示, 高盛发布研报称, 该行指, 董事会主席马化腾,昨日透露."""

from __future__ import annotations

import re
from functools import cache

from generator.extraction.quotes.chiefs_zh import chief
from generator.extraction.quotes.passage import MASK
from generator.extraction.quotes.roles import listed_roles
from generator.extraction.quotes.scene import Scene
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.quotes.speech import DAY_ZH, ISSUED_ZH, MANNER_ZH, Verb
from generator.extraction.vocabulary import words

_PREPOSITION = (
    "回应|回[复覆]|答[复覆]|在|于|就|对于|对|针对|面对|谈到|谈及|以|用|当|从|通过|向|接受|根据|为|被问|随着|至于"
)
# 他回应董明珠的指责时强调: who opens the clause speaks, not who is named in it.
_ANSWERING = re.compile(
    "(?:而|但|对此)?[他她](?:在|对|就|则)?(?:回应|回覆|回答|谈到|谈及|提到|面对|回忆|评价|形容)[^,;:。]*时[^,;:。]{0,4}"
)
_SOMEONE = re.compile(
    r"(?:而|但|曾|甚至|另)?有?(?:一|某|几|多|数|两)[位名](?!为)"
)  # 一位主管在会上对他说: nobody who is named
# 这位深耕行业多年的“老兵”日前受访时表示: whoever was named last, unless nobody was
_THIS_ONE = re.compile(
    r"\s*(?:而|但|对此)?[这该][位名](?![^,。;:]{0,24}(?:不愿|匿名|人士|网友|员工|车主|消费者|用户|顾客|投资者|股民|店员|分析师|高管|中层|主管|内部|工程师|经理))(?:[^,。;:]{3,30}的[^,。;:]{1,40}|[^,。;:]{0,10}(?:企业家|老兵|掌门人|创业者|掌舵人|大佬)[^,。;:]{0,12})"
)
# 谈到价格时他还表示; a heading that ran into it: 两家做的不是一门生意他还表示
_HE_ALSO = re.compile(
    "(?<=[一-鿿])(?<![对向和跟给与其让被比听据像为把问替请劝])(?P<he>[他她])(?:还|也|又|则|同时|随后|接着|继续|进一步){1,2}$"
)
_WRITTEN = tuple(
    f"的{what}" for what in ("微博", "说法", "报告", "研报", "研究", "文章", "声明", "公开信", "内部信", "评论")
)


def subject_of(scene: Scene, clause: int, verb: Verb) -> tuple[int, Speaker] | None:
    """Return where the subject of a verb stands in its clause, and who it is; people come before houses."""
    head = scene.outside[clause : min(verb.start, clause + 16)]
    answering = any(
        _ANSWERING.fullmatch(scene.outside, clause, end) for end in (verb.start, verb.end)
    )  # 回应…的指责时说
    if answering and (pronoun := scene.pronoun(head, clause)):
        return clause, pronoun
    named = [s for s in scene.cast.between(clause, verb.start) if s.end <= verb.start and not scene.is_object(s)]
    if person := _person(scene, named, verb):
        return _begin(scene, person, clause), person
    for house in reversed(named):
        if not house.person and _between().fullmatch(scene.outside[house.end : verb.start]):
            return house.start, house
    if led := chief(scene, verb):
        return led
    if is_reported(scene, clause, verb.start):
        return None
    if _THIS_ONE.fullmatch(scene.outside, clause, verb.start) and (person := scene.latest("person", clause)):
        return clause, person
    return _pronoun(scene, clause, verb, head)


def _pronoun(scene: Scene, clause: int, verb: Verb, head: str) -> tuple[int, Speaker] | None:
    """Return where a pronoun stands that is the subject of a verb, and whom it means."""
    if verb.kind == "opinion":
        head = (
            scene.outside[clause : verb.start]
            if _between_pronoun().fullmatch(scene.outside[clause : verb.start])
            else ""
        )
    also = _HE_ALSO.search(scene.outside, clause, verb.start)
    if also and (pronoun := scene.pronoun(also["he"], also.start())):
        return also.start(), pronoun
    quoted = scene.outside.rfind(MASK, clause, verb.start) + 1  # “…,”他继续说道
    for piece in (head, scene.outside[quoted : min(verb.start, quoted + 16)] if quoted else ""):
        if verb.start - max(clause, quoted) <= 60 and (pronoun := scene.pronoun(piece, clause)):
            return max(clause, quoted), pronoun
    return None


def _begin(scene: Scene, person: Speaker, clause: int) -> int:
    """Return where a subject begins, with the role and the company right before it: 吉利控股|集团董事长李书福."""
    begin = person.begins()
    body = scene.cast.before(begin, clause)
    return body.start if body and not body.person and body.end == begin else begin


def _person(scene: Scene, named: list[Speaker], verb: Verb) -> Speaker | None:
    """Return the last person of a clause who may be the verb's subject."""
    people = [s for s in named if s.person and not _possessor(scene, s)]
    if verb.kind == "opinion":
        people = [s for s in people if _between().fullmatch(scene.outside[s.end : verb.start])]
    if len(people) > 1 and scene.outside[people[-2].end : people[-1].start] == "(":
        people.pop()  # 蒂姆·库克(Tim Cook)表示
    return people[-1] if people else None


def left_of(scene: Scene, clause: int) -> Speaker | None:
    """Return who stands right before the comma that the verb's clause begins after: 董事会主席马化腾,昨日在会上透露."""
    speaker = scene.cast.before(clause, scene.sentence.start)
    if speaker is None or not speaker.person or scene.outside[speaker.end : clause].strip() not in ("", ","):
        return None
    return None if scene.is_object(speaker) else speaker


def _possessor(scene: Scene, person: Speaker) -> bool:
    return scene.outside.startswith(("的", "所谓的", "所说的", "提出的"), person.end) and not scene.outside.startswith(
        _WRITTEN, person.end
    )


# 接受记者采访时, 针对传闻, 在社交媒体上: who asked, and what of, speaks not
_TO_THEM = re.compile(
    r"(?:对|向|跟|同|和|与|告诉|接受|回应|回复|答复)[^,]{0,16}?(?:记者|媒体)[^,]{0,12}?(?:采访|提问|专访)?|(?:在|于|就|对(?!此)|向|针对|面对|通过|透过|接受|回应|谈到|谈及)[^,有]{1,24}$"
)


def is_reported(scene: Scene, start: int, end: int) -> bool:
    """Whether it is reporters who say something: 有消息称, 外媒报道称."""
    piece = _TO_THEM.sub("", scene.outside[max(start, end - 60) : end])
    return bool(_SOMEONE.match(piece)) or any(reporter in piece for reporter in words("speech")["reporters"]["zh"])


@cache
def lead_without_subject() -> re.Pattern[str]:
    """Return the pattern of a clause that has no subject of its own before its verb."""
    return re.compile(
        rf"(?:但是|但|却|不过|惟|而)?(?>(?:{DAY_ZH}|{_fillers()}|\s)*)(?:(?:{_PREPOSITION})[^,;:。]{{1,60}}|[^,;:。]{{1,14}}时[^,;:。]{{0,4}})?就?[\s,]*"
    )


@cache
def _between() -> re.Pattern[str]:
    """Return the pattern of what may stand between a house and its verb: 高盛(发布最新研报)称."""
    filler = rf"(?:{DAY_ZH}|{ISSUED_ZH}|{_fillers()}|(?:回应|回[复覆]|答[复覆])[^,;。]{{0,6}}?(?:记者|媒体|传媒|查询|询问|提问|问题|采访)(?:时|提问|采访|查询|询问)*|(?:回应|谈及|谈到|展望)[^,;:。]{{1,24}}?时|的|其|\s|\([^)]{{1,16}}\))"
    return re.compile(
        rf"(?>{filler}*)(?:(?:在|于|就|对|向|根据|通过|透过|针对|面对|接受|回应|谈到|谈及|被问[到及])[^,;:。]{{1,24}})?"
    )


@cache
def _between_pronoun() -> re.Pattern[str]:
    listed = [word for kind in ("pronouns", "that_house", "that_company") for word in words("speech")[kind]["zh"]]
    return re.compile(
        rf"(?:同时|此外|另外|现在|如今|眼下|当时|这一次|这次|此时)?[而但且,\s]*(?:{'|'.join(sorted(listed, key=len, reverse=True))}|该(?:{listed_roles('zh')})){_between().pattern}"
    )


@cache
def _fillers() -> str:
    listed = {*words("speech")["joining"]["zh"], *words("speech")["between"]["zh"], *words("speech")["manner"]} - {
        "的",
        "其",
        "在",
        "于",
        "就",
        "通过",
    }
    return "|".join((MANNER_ZH, *sorted(listed, key=len, reverse=True)))
