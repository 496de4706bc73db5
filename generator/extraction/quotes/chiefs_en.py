"""Chiefs whom English names by the company that they lead: `the president of Nakagawa Electric said`, `The boss of Fenwick hit out at the data`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.quotes.roles import Role
from generator.extraction.quotes.scene import Scene
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.quotes.subject_forms_en import role_of_company
from generator.extraction.vocabulary import words

_LEAD = 70  # characters before a body, within which whose chief speaks is said


def role_before_body(scene: Scene, body: Speaker, floor: int) -> re.Match[str] | None:
    """Return the role that leads to a body's name: the president of Nakagawa Electric."""
    return None if body.person else role_of_company().search(scene.outside, max(floor, body.start - _LEAD), body.start)


def is_led(scene: Scene, body: Speaker, floor: int) -> bool:
    """Whether a body is named as whose chief somebody speaks: the president of Nakagawa Electric said."""
    role = role_before_body(scene, body, floor)
    # not the head of Corporate Banking, nor the president of Mexico
    return (
        role is not None
        and (role[1].lower() != "head" or body.entity is not None)
        and body.name not in words("speech")["nations"]
    )


def chief_named(scene: Scene, body: Speaker, floor: int) -> Speaker:
    """Return who is meant by a role before a body's name, else the body: according to the chairman of China's BYD."""
    role = role_before_body(scene, body, floor)
    return (scene.cast.chief_of(body.entity, role[1]) if role else None) or body


def led_by(scene: Scene) -> Speaker | None:
    """Return the company whose chief, without a name, a sentence begins with: `The boss of Fenwick hit out at the data, saying …`."""
    start = scene.sentence.start
    body = next(iter(scene.cast.between(start, min(scene.sentence.end, start + 60))), None)
    role = role_of_company().search(scene.outside, start, body.start) if body and not body.person else None
    opens = role and scene.outside[start : role.start()].strip().lower() in ("", "the", "the new", "the former")
    return replace(body, role=Role(role.start(1), role[1])) if body and role and opens else None
