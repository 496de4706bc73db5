"""Sales of things that no name of the catalogue is: `Sales of the flagship model reached 8.2 billion yuan` tells nothing of all sales."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED, MOVING, TOOK

_ENDS = rf"(?:of|to|in|for|at|from|by|with|on|that|which|during|over|across|and|as|alone|was|were|is|are|had|has|{MOVED}|{MOVING}|{TOOK}|came|coming|reached|reaching|hit|hitting|totall?ed|amounted|brought|bringing|made|will|would|should|could|may|might|doubled|tripled|halved|more|almost|nearly|also|again|now|account(?:s|ed)|contribut(?:es?|ed)|exceed(?:s|ed)|topp(?:s|ed)|stood|remained|grow|rise|fall|reach)"
_OF_THINGS = sought(
    rf" of (?:(?:the|its|their|an?|these|those|such|some|new|newer|older|other|all|our) )*(?P<name>[a-z][\w'’-]*(?: [a-z][\w'’-]*){{0,3}}?)(?= {_ENDS}\b|[,.;:()]|$)"
)
# what is the whole, or no thing at all
_NO_THING = re.compile(
    r"\b(?:company|group|firm|conglomerate|giant|[a-z]*maker|retailer|operator|parent|brand|bank|business(?:es)?|whole|everything|units?|vendors?|market|industry|sector|country|quarter|year|years|month|months|half|period|week|more|less|least|most|about|around|nearly|almost|over|just|only|roughly|some|up|between|approximately|close|well|under|first|second|third|fourth|past|last|same|continuing|operations|segments?|divisions?|units|kind|late|it|them|this|any|both|each|one|two|three|four|five|six|seven|eight|nine|ten|hundreds|thousands|millions|billions|zero)\b"
)
# `tickets sold rose 12% to 74,211`: what stands before a bare count of what was sold
_BEFORE_SOLD = re.compile(
    r"(?:^|[\s'’])(?P<thing>(?:tickets|books|copies|bottles|meals|cups|rooms|seats|albums|records|games|licen[cs]es|policies|homes|houses|flats|apartments|shares|tonnes|tons|barrels|coupons|subscriptions|discs|toys|bikes|scooters|motorcycles|motorbikes|watches|parts|batteries|chips|servers)) $"
)
# all that a company sells, whatever that is
_ALL = re.compile(r"goods|products?|services|merchandise|items|things|cars|vehicles|automobiles|autos")


def is_of_things_unknown(scan: Scan, mention: Mention) -> bool:
    """Whether English revenue is of things right behind it, whose name is none that the catalogue knows."""
    if _is_of_things_before(scan, mention):
        return True
    if "revenue" not in mention.metrics or not scan.text[mention.start].isascii():
        return False
    things = _OF_THINGS.match(scan.text, mention.end, scan.sentence.end)
    if things is None or _NO_THING.search(things["name"]) or _ALL.fullmatch(things["name"]):
        return False
    return not scan.is_marked(mention.end + 1, things.end("name"))


def _is_of_things_before(scan: Scan, mention: Mention) -> bool:
    """Whether what was sold are things that no metric counts, told right before the word: `tickets sold`."""
    if not scan.text.startswith("sold", mention.start) or mention.end - mention.start != len("sold"):
        return False
    things = _BEFORE_SOLD.search(scan.text, max(scan.sentence.start, mention.start - 20), mention.start)
    return things is not None and not scan.is_marked(*things.span("thing"))
