"""What a Chinese sentence only supposes to be said, or says will be: 如果雷军表示工厂要关闭,…; 雷军将在周一宣布…."""

from __future__ import annotations

import re

from generator.extraction.quotes.scene import Scene
from generator.extraction.quotes.speech import Verb

_IF = re.compile(r"[\s\x1f]*(?:而|但)?(?:如果|要是|假如|假设|倘若|若是|一旦|万一|除非|只要|哪怕|即使|即便)(?!说$)")
# 雷军将在周一宣布; not 雷军将目标上调并表示
_WILL = re.compile(
    "(?:将会?|拟|计划|准备|打算|有望|定于)(?:(?:在|于)[^,。;:\x1e]{1,14}|择机|正式|对外|适时|很快|陆续)?$"
)


# 在雷军表示离任后,股价下跌: when it was
_IN, _ENDS = re.compile(r"[\s\x1f]*(?:在|自从?|就在|当)"), re.compile("(?:之?后|时|之际|以来|之?前|期间)$")
# 雷军预计将于三月离任: what is expected of him
_LEAVES = re.compile(
    "(?:将|会)?(?:于|在)?[^,。;:\x1e]{0,8}(?:离任|卸任|退休|上任|出席|访华|访问|抵达|离职|辞职|出庭|亮相|现身|出狱|回国)(?=[,。;]|$)"
)


def is_not_said_yet(scene: Scene, verb: Verb) -> bool:
    """Whether the clause of a verb supposes that it is said, or tells that it will be."""
    clause = scene.passage.clause_start(verb.start, scene.sentence.start)
    supposed = _IF.match(scene.outside, clause, verb.start)
    comma = scene.outside.find(",", verb.end, scene.sentence.end)
    when = comma > 0 and _IN.match(scene.outside, clause, verb.start) and _ENDS.search(scene.outside, verb.end, comma)
    leaves = verb.kind == "opinion" and _LEAVES.match(scene.outside, verb.end, scene.sentence.end)
    return bool(supposed or when or leaves or _WILL.search(scene.outside, max(clause, verb.start - 20), verb.start))
