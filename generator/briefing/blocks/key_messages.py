"""Key messages: the author's sentences, then one of each metric named."""

from __future__ import annotations

from generator.briefing.desk import Desk
from generator.briefing.printed import Line
from generator.briefing.prose import sentence
from generator.briefing.story import KeyMessages
from generator.settings.figure_sections import KeyMessagesSection

_BRIEF = 3  # messages


def key_messages(section: KeyMessagesSection, desk: Desk) -> tuple[Line, KeyMessages] | None:
    """Return the headline and the messages; None where the corpus states none of their figures."""
    written = [sentence(text.of(desk.language), desk) for text in section.messages]
    facts = [(ref, desk.find(ref)) for ref in section.metrics]
    said = [*filter(None, written), *(desk.sentence(ref, fact) for ref, fact in facts if fact)]
    if not said:
        desk.notice("None of the key messages can be stated; the block is left out.")
        return None
    said = said[:_BRIEF] if desk.brief else said
    count = desk.words.quantity("points", len(said))
    return desk.words.line("key_messages_headline", points=count), KeyMessages(tuple(said))
