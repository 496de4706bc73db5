"""Who speaks by a role behind a company's name, and no name of his own: 小米创办人,董事长兼CEO回应:…."""

from __future__ import annotations

import re
from functools import cache

from generator.extraction.quotes.roles import listed_roles
from generator.extraction.quotes.scene import Scene
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.quotes.speech import Verb, amid_zh

_TOP = re.compile("(?:董事长|CEO|创始人|创办人|首席执行官|执行长|掌门人|老板)$")
_OF = ("", "集团", "公司", "汽车", "科技", "的")
_LONGEST = 60  # characters of company and roles


def chief(scene: Scene, verb: Verb) -> tuple[int, Speaker] | None:
    """Return where a company stands whose chief is the subject of a verb, and who that is; None where the text does not tell."""
    found = _roles().search(scene.outside, max(scene.sentence.start, verb.start - _LONGEST), verb.start)
    body = scene.cast.before(found.start() + 1, scene.sentence.start) if found else None
    if not found or not body or body.person or scene.outside[body.end : found.start()] not in _OF:
        return None
    known = scene.cast.chief_of(body.entity, found["role"])
    known = known or (scene.cast.sole_of(body.entity) if _TOP.search(found["role"]) else None)
    return (body.start, known) if known else None


@cache
def _roles() -> re.Pattern[str]:
    """Return the pattern of roles in a row, right before a verb."""
    one = rf"(?:{listed_roles('zh')})"
    return re.compile(rf"(?:{one}[,、]?(?:兼任?|暨|及|和)?){{0,3}}(?P<role>{one}){amid_zh()}$")
