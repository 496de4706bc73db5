"""What a Chinese verb of saying takes: words in marks or a statement, not a noun; a statement before it that it closes."""

from __future__ import annotations

import re
from functools import cache

from generator.extraction.quotes.not_yet_zh import is_not_said_yet
from generator.extraction.quotes.passage import MASK
from generator.extraction.quotes.scene import Scene
from generator.extraction.quotes.speech import DAY_ZH, SEEMS_ZH, Verb, said_zh

# 表示感谢, 提到了: a noun follows, no statement.
_NOMINAL = re.compile(
    r"(?:了|过(?!去)|着|著|出(?![海现口货台任席行租售版资示品色发生国厂局征]))(?![,:\x1e])|[这那](?:番|些|句|席)?话(?!的?是)|[完罢]|(?:的|感谢|欢迎|遗憾|支持|歉意|认同|赞同|赞赏|关注|怀疑|祝贺|不满|振奋|高兴|欣慰|满意|担忧|乐观|不解|愤慨|看法(?=[,。])|意见(?=[,。])|观点(?=[,。])|"
    r"惋惜|理解|尊重|哀悼|慰问|谢意|抱歉|肯定|同意|反对|信心)"
)
_PREDICATE = re.compile(
    r"是|将|会(?![议员计])|已|有(?![关限])|能(?![源力耗量])|可(?!能性|靠|穿戴)|(?<![重主必首])要(?![求素点])|不|达|增|超|拟(?![人真合议订])|令|让|使(?![用命])|应(?![用对])|需(?!求)|没|未(?!来)|尚|仍|为(?![主止期])|\d"
)
# 强调购置税优惠退坡,…: a verb in the clause, unless the clause ends as a noun does, 强调持续创新的重要性.
_WEAK_PREDICATE = re.compile(
    "太[快慢高低多少大小早晚贵]|不够|退坡|下[降滑跌调]|上[升涨调]|[回提]升|涨|跌|减少|放缓|转[为向正]|进入|成为|变得|失去|守[得不住]|缺[乏少货]|[很较更过太]难|无法|均|(?<=[一-鿿])(?<!首)都(?!市|会)|持续|来自|取决|属于|存在|面临|处于|保持|维持"
    "|^(?:公司|自己|我们|他们|集团|团队|目前|现在|今[年后天]|[明去后]年|[上下]半年|未来|过去).{4}|继续|开始|完成|实现|获得|受到|带来|影响|依然|依旧|越来越|足以|充[足裕]|稳[定健]"
)
_NOUN_LAST = re.compile(
    "[的之][^,的]{1,8}$|(?:性|度|力|化|作用|意义|价值|关系|问题|情况|原因|战略|策略|计划|方案|立场|态度|目标|理念|路线|重要|趋势|环境|影响|压力|优势|能力|机制|展望|规划|进展|情况|表现|业绩|数据|成绩|前景|布局)$"
)
_ABOUT = (
    "谈到",
    "谈及",
    "提到",
    "提及",
    "提出",
    "介绍",
    "评价",
    "回应",
    "总结",
    "分析",
    "讲述",
    "披露",
    "说明",
    "汇报",
    "阐述",
    "阐释",
    "论述",
    "解读",
    "概括",
    "归纳",
)
_CALLED = re.compile(
    "(?:其|之|它|他|她|自己|对方|这)[^,。;:]{0,6}(?<![是因认以作成行改])为(?![了何什时期])|[^,。;:\x1e]{1,10}为\x1e"
)  # 称其为“…”; not 称这次拆车是为了回应质疑
_BRANDED = re.compile("(?:其|之|它|他|她|对方)为\x1e")  # 怒斥其为“…”
_ACTS = (
    "回应",
    "答复",
    "回复",
    "澄清",
    "承诺",
    "保证",
    "提醒",
    "警告",
    "批评",
    "质疑",
    "反驳",
    "解释",
    "说明",
    "表态",
    "介绍",
    "披露",
    "评价",
    "分析",
)
_ACT = re.compile(
    "(?:的|这一|这次|此次|此番|上述)(?:迅速|及时|快速|第一时间|积极|正面|官方|首次|最新|明确|公开|正式|强硬|严厉|郑重|有力|直接)?$"
)
_OUTSIDE = re.compile("外界|市场")  # 回应市场传闻
# 没有具体说明哪些工厂: what was not said.
_DENIED = re.compile(
    r"(?:没有|没|未|不愿|拒绝|无法|不便|不肯|禁止|不许|不准|不要|不想|不敢|不必|不用|无须|无需|不爱|懒得|并?不(?!得))(?:就此|对此|对外|再|多|先|急着|具体|正面|进一步|明确|详细|直接)*$"
)
_HOW = re.compile("得[^,。;:]{1,8}:")
_SOMEBODY = re.compile(r"(?:有人|网友|外界|大家)(?:都|会|就)?(?:说|称|认为|问)")
# 就此作了解释,称公司的储备充足: the verb behind the comma is what opens the statement
_SAYS_SO = re.compile(r",(?:并|且|亦|也|则|又|还)?(?:[称指](?![为之其数标出向])|表示|认为|强调|指出)")
_DECIDED = re.compile("[不没未会将已]")  # 强调不会裁员,…
# 台上只有雷军一个人讲,卢伟冰坐在旁边: who talks, not what
_TALKS = re.compile(
    "(?:一个人|独自|独自一人|两个人|(?:只有|都是|总是|全是|就是|轮到)[^,。;:]{1,10})在?$|[^,。;:]{1,10}(?<![会场台现站坐这那存所])在$"
)
_SEEMS = re.compile(f"{SEEMS_ZH}$")
_CLAUSE_LEAST = 4
# characters of a statement that its speaker closes, and of speaker and verb; of a speaker by role and name, and verb
_CLOSED_LEAST, _CLOSING, _NAMED_LEAST, _CLOSING_WIDE = 10, 12, 7, 48
# 对于外界的质疑,卢伟冰回应。: no statement stands before the comma
_LEADS_IN = re.compile(
    "(?:对于?|针对|面对|关于|就|谈[到及]|提[到及]|至于|当|随着|记者)[^,]{2,40}$"
    "|[^,]{2,40}(?:(?:会议?|论坛|采访|活动|仪式|直播|峰会|年会)[上中]|时|之际|期间|当[天日晚]|[^以之]后)$"
)
_TO_VERB = re.compile(
    f"(?:{DAY_ZH}|今天|昨天|[也还则再又])*(?:(?:在|于|接受|向|对|通过)[^,。;:]{{2,24}}?[上中里时后]?)?(?:公开|明确|进一步|曾|此前|近日|日前)*"
)


# 营收281亿美元,预测为263.6亿美元: what was expected beside what came is nobody's statement
_SET_BESIDE = re.compile(
    r"值?(?:(?:为|是|约为)(?:约|近)?(?:[A-Z]{2,3}\$?|[$¥€]|人民币|港币)?[-\d]|[A-Z$¥€]{0,4}[\d.,]+(?:%|[万亿兆美港欧日元辆台倍])+(?=[,;。)]|$))"
)
# 说小米没有危机感恐怕言过其实: what may be said, by nobody
_MAY_BE_SAID = re.compile(
    r"[^,。;]{2,40}(?:为时[尚过]早|言过其实|不为过|不过分|不夸张|不公平|有失公允|以偏概全|不恰当|不准确|也不尽然)"
)


def takes_words(scene: Scene, verb: Verb) -> bool:
    """Whether a verb is followed by words or a statement, not by a noun: 强调,… and 强调公司将…, not 强调重要性."""
    if _says_nothing(scene, verb) or _is_nobodys(scene, verb) or is_not_said_yet(scene, verb):
        return False
    after = scene.outside[verb.end : min(scene.sentence.end, verb.end + 60)]
    if re.match(rf"{MASK}+[^,。;{MASK}]{{0,10}}时", after):
        return False  # 回应「遗址论」时表示
    if verb.kind == "nouns" and _SAYS_SO.match(after):
        return False
    closing = after[:1] == "。" and follows_words(scene, verb)  # “…。”周鸿回答。
    if verb.word in ("回答", "答复") and after[:1] not in (",", ":", MASK) and not closing:
        return False
    if not after.strip("。 \x1f"):
        return verb.word in ("看来", "所言", "所说", "所称") or follows_words(scene, verb) or closes(scene, verb)
    if (
        (verb.word == "称" and _CALLED.match(after))
        or _BRANDED.match(after)
        or (verb.kind == "nouns" and _OUTSIDE.match(after))
    ):
        return False
    if verb.word != "看来" and _NOMINAL.match(after):
        return bool(re.match(r"[过到][,:\x1e]", after))
    if _SOMEBODY.search(re.split(r"[,;。]", after)[0]):
        return False
    if verb.kind == "quotes":
        return bool(re.match(rf"[^。;]{{0,8}}?{MASK}|[,:]{MASK}", after)) or follows_words(scene, verb)
    return not _wants_clause(scene, verb, after) or _is_clause(verb, re.split(r"[,;。]", after)[0])


def _says_nothing(scene: Scene, verb: Verb) -> bool:
    """Whether it is told that nothing was said, or the verb is a noun: 没有透露…; 对于谣言的迅速回应,…."""
    least = max(scene.sentence.start, verb.start - 12)
    act = verb.word in _ACTS and scene.outside.startswith(",", verb.end)
    led = scene.outside[scene.passage.clause_start(verb.start, scene.sentence.start) : verb.start]
    if verb.word in "说讲" and scene.outside.startswith(",", verb.end) and _TALKS.search(led):
        return True
    if verb.word == "提出" and scene.outside.startswith(("让", "与", "和", "由", "把"), verb.end):
        return True  # 提出让两款车比一比: what is proposed
    if verb.kind == "quotes" and _HOW.match(scene.outside, verb.end):
        return True  # 有人问“…”,李斌答得干脆:…
    return bool(
        _DENIED.search(scene.outside, least, verb.start)
        or _SEEMS.search(scene.outside, least, verb.start)
        or (act and _ACT.search(scene.outside, least, verb.start))
    )


def _is_nobodys(scene: Scene, verb: Verb) -> bool:
    """Whether what a clause opens with is set beside what came, or is what anybody may say: 预测为263.6亿美元, 说小米没有危机感恐怕言过其实."""
    if verb.start > scene.sentence.start and scene.outside[verb.start - 1] not in ",。;\x1f":
        return False
    beside = verb.kind == "opinion" and _SET_BESIDE.match(scene.outside, verb.end, scene.sentence.end)
    return bool(beside or (verb.word == "说" and _MAY_BE_SAID.match(scene.outside, verb.end, scene.sentence.end)))


def _wants_clause(scene: Scene, verb: Verb, after: str) -> bool:
    """Whether only a clause makes what follows at once a statement, since a noun may follow as well."""
    return (
        verb.kind == "nouns"
        and scene.outside[verb.end - 1] not in "称说道"
        and not scene.outside.startswith("表示", verb.end - 2)
        and not verb.word.startswith("告诉")
        and not (len(verb.word) > 2 and verb.word.startswith(("提醒", "喊话", "勉励", "期勉", "呼吁")))
        and after[0] not in f",:{MASK}"
    )


def _is_clause(verb: Verb, clause: str) -> bool:
    return (
        (len(clause) > _CLAUSE_LEAST or (len(clause) == _CLAUSE_LEAST and bool(_DECIDED.match(clause))))
        and not _when_asked().search(clause)
        and bool(_PREDICATE.search(clause[:-1]) or _is_weak_clause(verb, clause))
        and not clause.endswith(("时", "后"))
    )


def _is_weak_clause(verb: Verb, clause: str) -> bool:
    """Whether a clause without 是 or 会 is one nevertheless, behind a verb that asserts: 承认需求放缓."""
    return verb.word not in _ABOUT and bool(_WEAK_PREDICATE.search(clause)) and not _NOUN_LAST.search(clause)


def closes(scene: Scene, verb: Verb) -> bool:
    """Whether a subject and a verb close a sentence that is a statement: 公司要回到创业的状态,他说; …,高盛分析师刘洋在报告中指出."""
    comma = scene.outside.rfind(",", max(scene.sentence.start, verb.start - _CLOSING_WIDE), verb.start)
    stated = comma - scene.sentence.start
    if stated < _NAMED_LEAST or _LEADS_IN.match(scene.outside, scene.sentence.start, comma):
        return False
    short = stated >= _CLOSED_LEAST and verb.start - comma <= _CLOSING and verb.kind == "said"
    return (short and verb.word not in ("指", "称", "看来", "发文", "表态")) or _is_named_last(scene, verb, comma + 1)


def _is_named_last(scene: Scene, verb: Verb, clause: int) -> bool:
    """Whether a clause is a person's name, the role before it, and a verb of saying: 高盛分析师刘洋在报告中指出."""
    person = next((s for s in scene.cast.between(clause, verb.start) if s.person), None)
    if person is None or verb.word in ("看来", "发文", "表态", "回应"):
        return False
    begins = person.begins(clause)
    body = scene.cast.before(begins, clause)
    begins = body.start if body and body.end == begins else begins
    return begins == clause and bool(_TO_VERB.fullmatch(scene.outside, person.end, verb.start))


@cache
def _when_asked() -> re.Pattern[str]:
    """Return the pattern of a clause that only leads to its verb: 谈到竞争时说 is one saying, not two."""
    return re.compile(rf"时(?:又|还|也|则|曾)?[^,。;时]{{0,12}}(?:{said_zh()}|[说称指道])")


def follows_words(scene: Scene, verb: Verb) -> bool:
    """Whether a verb closes what is quoted before it, as 说 does in “…”雷军说."""
    return MASK in scene.outside[max(scene.passage.start, verb.start - 60) : verb.start]
