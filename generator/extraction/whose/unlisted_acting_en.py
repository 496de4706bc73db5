"""Companies that an English text names again and again and the catalogue does not list, told by what only companies do and have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.corpus.beginnings import sought
from generator.extraction.marks.names import Names
from generator.extraction.reading import Reading
from generator.extraction.whose.rows_of_names import beside_listed
from generator.extraction.whose.unlisted_en import GENERAL, people_en
from generator.extraction.whose.unlisted_houses_en import judges_shares

_BODY = 6000  # characters, within which whoever a text is about is named
_LEAST = 2  # times that it is, at least
_BEFORE = 24  # characters before a name that may tell what it is
_WORD = r"[A-ZÀ-ÞŠŽČ][\w&+-]*(?:\.(?:com|ai|io)\b)?"
_RUN = rf"(?P<name>{_WORD}(?: {_WORD}){{0,2}})"
# Capitals mean a name within a sentence alone: `year. Demand rose` begins one, `rival Qorvia` does not.
_WITHIN = sought(rf"(?<=[a-z\d,;)%’'] ){_RUN}(?![\w'’-]*-)")
_NUMBERED = r"[$€£¥]?\d|(?:about|around|over|nearly|some|almost|more than|a (?:total|record) |RMB|HK\$|US\$|CNY|EUR)"
HAS = (
    r"(?:['’]s|['’]) (?:(?:[a-z]+|Q[1-4]|\d{4}|[a-z]+-[a-z]+) ){0,3}?"
    r"(?:revenues?|sales|turnover|(?:net |gross |operating )?(?:profits?|income|margins?|loss|losses)|earnings|results|deliveries|shipments|orders|output|production|market share|share of|market (?:cap|value)|shares?\b(?! of)|stock|shareholders|customers|lineup|smartphones?|vehicles?|cars|phones|phone business|users|backlog|board|headquarters|workforce|employees)\b"
)
ACTS = (
    r"(?: \([^()]{1,24}\))?,? (?:(?:also|then|now|has|had|itself|only|again) )*"
    rf"(?:(?:delivered|sold|shipped|produced|handed over|registered|logged|recorded|posted|reported|generated|earned|notched|booked|made|lost|employs|raised|secured) (?:{_NUMBERED}|(?:an?|its|record|total|net|revenues?|profits?|sales|deliveries|shipments|strong|third|first|second|fourth|quarterly) ?)"
    r"|(?:outperformed|outsold|outpaced|overtook|overtakes|came (?:in )?(?:second|third|fourth|fifth|next|top|first)|ranked|followed (?:in|with|at)|finished (?:in|first|second|third)|moved into|climbed to|topped|led the|leads the|took (?:the )?(?:first|second|third|top|lead)|dominated|dominates|went public|filed for|swung to|beat (?:analysts|expectations|forecasts|estimates|Wall)|missed (?:analysts|expectations|estimates)|witnessed|said (?:it|its|in a (?:statement|filing))|announced (?:on [A-Z][a-z]+ )?(?:its|that it)|(?:an?|the) (?:[\w-]+ ){{0,4}}(?:company|[a-z]*maker|firm|start-?up|retailer|brand|operator|supplier|vendor|giant|platform)\b|expects? (?:its|to deliver|to sell|revenue|sales)|plans to (?:sell|deliver|build|launch)))"
)
_ACTING = sought(rf"(?<![\w$.&-]){_RUN}(?:{HAS}|{ACTS})")
_WHAT_IT_IS = sought(
    rf"\b(?:rivals?|startup|start-up|[a-z]*maker|automaker|brands?|giant|compan(?:y|ies)|firms?|manufacturers?|vendors?|[Bb]acked|operator|retailer|competitors?) (?:(?:such as|like|including) )?{_RUN}"
)
# Who stands in a row with a company that the catalogue lists: NIO, Qorvia and XPeng; Xiaomi vs. Qorvia.
_JOINT = r"(?:, (?:and )?| and | & | [Vv]s\.? | or )"
_ROW_AFTER = re.compile(rf"(?:['’]s)?{_JOINT}{_RUN}")
_ROW_BEFORE = re.compile(rf"(?<![\w$.&-]){_RUN}{_JOINT}$")
_ROW = 60  # characters of a name before another's
_FORM = re.compile(r"Inc|Corp|Corporation|Ltd|Limited|plc|PLC|AG|SE|NV|Co|Holdings?")
# No company: Tesla's Cybertruck, its Horizon; in Nevada; CEO Ann Lee, Mr. Lee.
_PRODUCT = re.compile(r"(?:['’]s?|\b(?:its|their|the|a|an|new|his|her)) $")
_PLACE = re.compile(
    r"(?<!stake )(?<!stakes )(?<!interest )(?<!invested )\b(?:in|across|near|throughout|outside|around) (?:the )?$"
)
_PERSON = re.compile(
    r"(?i:\b(?:Mr|Ms|Mrs|Dr|analysts?|CEO|CFO|COO|CTO|chief|officer|president|chairman|chairwoman|founder|executive|director|economist|strategist|boss|billionaire|manager|head|investor|minister|reporter) $)"
)
# `Chief Executive Officer Ann Lee`: what somebody is, before the name
_ROLE = r"Chief|Executive|Financial|Finance|Operating|Technology|Marketing|Officer|President|Vice|Senior|Managing|Director|Chair(?:man|woman)?|Founder|Chairperson"
_WHO = r"(?:Mr|Ms|Mrs|Dr|analyst|CEO|CFO|COO|CTO|chief [a-z]+|officer|president|chairman|chairwoman|founder|executive|director|economist|strategist|manager|head)"
# `Chief Strategy Officer Jane Smith`, `Jane Smith, an analyst at`: whoever is called Smith from then on
_CALLED = r"(?i:\b{who}\.? )(?:[A-Z][\w.-]+ ){{0,2}}{name}(?!\w)|(?<!\w)[A-Z][\w.-]+ {name}, (?:an? |the |its |[A-Z]\w+['’]s )?(?:[a-z-]+ ){{0,4}}{who}\b"
_NOBODY = re.compile(
    rf"(?:{GENERAL}|{_ROLE}|(?:COO|PCs?|IFRS|IPO|SUVs?|PHEVs?|BEVs?|NEVs?|HEVs?|YoY|QoQ|IoT|LLMs?|GPUs?|CPUs?|R&D|TVs?|EBITDA)|[A-Z][a-z]+(?:an|ese|ish)(?:s)?|Wall|Street|Congress|Commerce|Ministry|Department|Commission|Exchange|Association|University|Act|Model|Series|Pro|Max|Plus|Ultra|Mini|Air|Group|Center|Bank|Company|Board|Government|State|Party|Court|Reserve)$"
)


def acting(reading: Reading, names: Names) -> Iterator[str]:
    """Yield the names that a text gives again and again, of whom it tells what only a company does or has."""
    text = reading.text[:_BODY]
    within = {own_part(found["name"]) for found in _WITHIN.finditer(text)}
    told = (own_part(found["name"]) for pattern in (_ACTING, _WHAT_IT_IS) for found in pattern.finditer(text))
    acting = [name for name in dict.fromkeys(told) if name in within or _is_no_word(name, text)]
    joint = map(own_part, beside_listed(reading.title, names, _ROW_BEFORE, _ROW_AFTER, _ROW))
    beside = [name for name in joint if name in text[len(reading.title) :] and _is_no_word(name, text)]
    for name in dict.fromkeys((*acting, *beside)):
        if name and not is_known(name, names) and is_a_company(text, name) and not judges_shares(text, name, names):
            yield name


def _is_no_word(name: str, text: str) -> bool:
    """Whether a text never writes a name's first word small: `Deliveries` only begins a sentence or a title."""
    return re.search(rf"(?<!\w){re.escape(name.partition(' ')[0].lower())}(?!\w)", text) is None


def is_a_company(text: str, name: str, least: int = _LEAST) -> bool:
    """Whether a text gives a name again, or `least` times, calls nobody of that name anything, and mostly gives it not as that of a product, a place or a person."""
    places = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
    if re.search(_CALLED.format(who=_WHO, name=re.escape(name)), text):
        return False
    other = sum(
        bool(pattern.search(text, max(0, at - _BEFORE), at)) for at in places for pattern in (_PRODUCT, _PLACE, _PERSON)
    )
    return len(places) >= least and other * 2 < len(places)


@lru_cache(maxsize=1024)  # the same names stand again and again
def own_part(name: str) -> str:
    """Return a name without the general words that it opens or ends with: `Meanwhile Qorvia`, `Qorvia Q3`."""
    said = name.split(" ")
    while said and _NOBODY.match(said[0]):
        said = said[1:]
    while said and (_NOBODY.match(said[-1]) or _FORM.fullmatch(said[-1])):
        said = said[:-1]
    return " ".join(said)


def is_known(name: str, names: Names) -> bool:
    known = names.entities(name) or any(m.start == 0 for m in names.mentions(name))  # Voyah Auto is no car business
    return (
        len(name) < 3 or bool(known) or any(name in alias or name.endswith(f" {alias}") for alias in people_en(names))
    )
