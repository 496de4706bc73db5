"""What English speakers call something beside what they do: `Huang attacked the rules, calling them “the wrong way round”`."""

from __future__ import annotations

import re

from generator.extraction.quotes.passage import MASK
from generator.extraction.quotes.scene import Scene
from generator.extraction.quotes.speech import Verb

_CALLING = ("calling", "describing", "branding", "dubbing", "labelling", "labeling", "terming", "characterizing")
_SOMETHING = re.compile(rf" (?:[^.,;:{MASK}]{{1,60}} )?(?:as )?{MASK}")
# Huang met analysts who praised the chip, calling it “…”; Huang frowned as a rival took the stage, calling it “…”: another may
_ANOTHER = re.compile(
    r"\b(?:who|whose|whom|as|when|while|where|after|before|because|until|if|and|but) (?!(?:a|an|the|its|his|her|their|out|well|far|much|part|of|to|in|on)\b)(?!(?:he|she|it|they)\b)[\w'’]"
    r"|\b(?:as|when|while|where|after|before|because|until) (?:an?|the|its|his|her|their|some|many) (?:[\w'’-]+ ){1,4}?(?:[a-z]+ed|took|said|told|gave|made|rose|fell|was|were|had|has|is|are)\b"
)
_BEFORE = 240  # characters


def calls_so(scene: Scene, verb: Verb) -> bool:
    """Whether a participle tells what whoever the sentence is about calls something, in marks; nobody else acts between them."""
    if verb.word not in _CALLING or not _SOMETHING.match(scene.outside, verb.end, scene.sentence.end):
        return False
    return not _ANOTHER.search(scene.outside, max(scene.sentence.start, verb.start - _BEFORE), verb.start)
