"""Car makers that two others own together and name after themselves, which the catalogue does not list: SAIC-GM, GAC Toyota, 一汽-大众."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.corpus.beginnings import sought
from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.scanning import Scan

_AT_HOME = r"(?:SAIC(?: Motor)?|FAW|GAC|BAIC|Dongfeng|Changan|Chang'an|Beijing|Brilliance|JAC)"
_FROM_ABROAD = (
    r"(?:GM(?:[- ]Wuling)?|General Motors(?:[- ]Wuling)?|Volkswagen|VW|Audi|Toyota|Honda|Nissan|Mazda|Ford|Hyundai|Mercedes(?:-Benz)?"
    r"|Benz|Peugeot|Citro[eë]n|Mitsubishi|Fiat|Renault|Kia|Stellantis)"
)
_AT_HOME_ZH = "(?:上汽|一汽|广汽|北汽|东风|长安|北京|华晨)"
_FROM_ABROAD_ZH = (
    "(?:通用五菱|通用汽车|通用|大众|奥迪|丰田|本田|日产|马自达|福特|现代|奔驰|标致|雪铁龙|三菱|菲克|宝马|起亚|雷诺)"
)
_VENTURE = sought(
    rf"\b{_AT_HOME}[ -]{_FROM_ABROAD}\b|\bBMW[ -]Brilliance\b|\bSGMW\b|(?<!收购){_AT_HOME_ZH}[-·]?{_FROM_ABROAD_ZH}|悦达起亚"
)
# `Toyota said GAC Toyota was hit, and its China sales fell`: its own
_ITS = re.compile(r"[^;.\d]{0,40}(?:,? and|, where|,? while|,? but) its ")
_OPENS = 6  # characters before a company that opens its sentence


def is_beside_its_partner(scan: Scan, mention: EntityMention) -> bool:
    """Whether English names such a maker only beside the company that its sentence is about: that is whom it goes on with."""
    if scan.chinese or not _VENTURE.fullmatch(scan.text, mention.start, mention.end):
        return False
    start = scan.sentence.start
    first = next((e for e in scan.entities if e.start - start <= _OPENS), None)
    if first is None or first.end > mention.start or _VENTURE.match(scan.text, first.start):
        return False
    return _ITS.match(scan.text, mention.end) is not None


def car_ventures(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text names such a maker."""
    for found in _VENTURE.finditer(text):
        yield found.span()


def outside_ventures(named: Sequence[EntityMention], text: str) -> list[EntityMention]:
    """Return the companies that are named for themselves, and not within the name of a maker that they own with another."""
    ventures = list(car_ventures(text)) if named else []
    return [e for e in named if not any(low <= e.start < high for low, high in ventures)]
