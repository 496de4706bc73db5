"""A block of the project's own: its data, texts in the reader's language and figures filled in."""

from __future__ import annotations

from typing import Any

from generator.briefing.desk import Desk
from generator.briefing.own import Fields, Own
from generator.briefing.printed import Line
from generator.briefing.prose import sentence, title
from generator.settings.word_sections import OwnSection

_CALLS = ("{{", "{%")


def own(section: OwnSection, desk: Desk) -> tuple[Line, Own]:
    """Return the headline, where the author gives one, and the block."""
    headline = sentence(section.headline.of(desk.language), desk) if section.headline else ()
    return headline, Own(section.name, _worded(section.data, desk))


def _worded(value: Any, desk: Desk) -> object:
    """Return data as templates read it: `{en: …, zh: …}` is a text, and a text with figures a line."""
    if isinstance(value, dict):
        if value.keys() == {"en", "zh"}:
            return _worded(value[desk.language], desk)
        return Fields(tuple((str(key), _worded(one, desk)) for key, one in value.items()))
    if isinstance(value, list | tuple):
        return tuple(_worded(one, desk) for one in value)
    if isinstance(value, str) and any(call in value for call in _CALLS):
        return sentence(value, desk) or (desk.words.labels["not_stated"],)
    return title(value, desk) if isinstance(value, str) else value
