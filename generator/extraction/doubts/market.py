"""What is measured of a market, of all makers, or of several together rather than of one company."""

from __future__ import annotations

import re

from generator.corpus.months import MONTHS
from generator.extraction.amounts.amount import Amount
from generator.extraction.doubts.all_makers_zh import (
    ALL_OF_A_KIND,
    OF_MARKET_ZH,
    is_of_all_makers_zh,
    is_of_all_there,
    is_of_customers_things,
    is_set_before_a_company,
)
from generator.extraction.doubts.as_all_grew_en import is_of_all_that_grew
from generator.extraction.doubts.counted_of_all_en import is_counted_of_all
from generator.extraction.doubts.counted_of_all_zh import is_counted_of_all_zh
from generator.extraction.doubts.counters import is_of_counters
from generator.extraction.doubts.national import is_of_a_country
from generator.extraction.doubts.of_all_makers_en import is_of_all_makers_en
from generator.extraction.doubts.of_no_maker import is_of_no_maker
from generator.extraction.doubts.of_nobody_yet_en import is_of_nobody_yet
from generator.extraction.doubts.of_several_en import is_of_several
from generator.extraction.doubts.of_them_there_en import is_of_them_there
from generator.extraction.doubts.ranked_itself_zh import ranks_itself
from generator.extraction.doubts.shipped_there_en import is_shipped_there
from generator.extraction.doubts.told_together import SUM
from generator.extraction.doubts.where_all_sold_en import is_sold_where
from generator.extraction.doubts.whole_market_en import OF_WHAT, is_named_whole
from generator.extraction.doubts.whole_market_zh import is_of_whole_market
from generator.extraction.doubts.worldwide_first_en import is_of_the_world
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_USERS
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.market_spoken_of import NO_COMPANYS
from generator.extraction.whose.place_turned_to_zh import counts_all_there, of_place
from generator.extraction.whose.trackers import SOMEONE, is_of_all_makers
from generator.extraction.whose.whose import owner_behind

_ALL_ON_LINE = ("internet ", "Internet ")  # `the mainland's 618 million internet users`
_ITS_OWN = re.compile(r"\b(?:[Ii]ts|[Tt]heir) (?:[a-z]+ ){0,2}internet $")  # `its global internet user base`
_AIRCRAFT = re.compile(r"\b(?:aircraft|airplanes?|airliners?|planes?|jets?|helicopters?)\b", re.I)
# 产线改造以生产人形机器人,目标年产100万台
_ROBOTS = re.compile(r"(?:机器人|Optimus|擎天柱)(?:(?!车)[^;。]){0,40}$")
_ITS_OWN_THINGS = (
    "offline_stores",
    "large_stores",
    "ev_stores",
    "charging_stations",
    "headcount",
)  # `has 278 stores across the country`
# `Shipments grew 3% to 43 million, leaving the company third in the world`: whose share and place they make is who shipped
_PLACED = re.compile(
    r"(?:[^;.]|\.(?=\d)){0,80}?, (?:leaving|making|putting|placing|giving|keeping|lifting|ranking|taking) (?:it|the (?:company|group|firm|brand|[a-z]*maker)) (?!with\b)"
)
_ALL_SHIPMENTS = re.compile(
    r"\s*(?:(?:Yet|But|Still|And|Overall|Meanwhile|However|By contrast),? )?(?:(?:[Ss]martphone|[Pp]hone|[Hh]andset|[Tt]ablet|PC|[Nn]otebook) sales (?:in|across|throughout) |[Ss]ales of (?:smartphones|phones|handsets|tablets|PCs|notebooks) (?:in|across|throughout) )|\s*(?:In (?:the )?[A-Z][\w' ]{2,24}, )?(?:(?:IDC|Canalys|Counterpoint|Omdia|Gartner|TrendForce)(?:: | says | data show | sees ))?(?:(?:Total|Overall|Global|Worldwide|Smartphone|Tablet|Wearables?|Mobile|Phone|Handset|Notebook|Laptop|PC|TV|total|overall|global|worldwide|smartphone|tablet|wearables?|mobile|phone|handset|notebook|laptop|foldable|Foldable|shipments of) )*(?:[Ss]hipments|(?<=of )(?:smartphones|tablets|PCs|phones|handsets|wearables))\b"
)
_MARKET_OPENING = re.compile(
    rf"\s*[\"“]?(?:[A-Z][^,]{{3,70}}, (?:(?:as|with|since|while) )?)?(?:[Tt]he )?(?:(?:global|worldwide|overall|(?:{MONTHS})(?:'s|’s)(?= (?:new[ -]energy|NEV|EV|car|passenger|overall|total))|total(?= [\w -]{{0,30}}\b(?:around the world|worldwide|globally))|China(?:'s|’s)|India(?:'s|’s))(?: [\w-]+){{0,4}} (?:shipments|sales|deliveries)\b"
    r"|(?:(?:[NP]?H?EV|car|vehicles?|auto|smartphones?|mobile|handset|phone|PC|passenger|electric|hybrid|plug-in|and|new energy)[ -])+(?:sales|shipments|deliveries) (?:in|across) (?:the )?(?:[A-Z]\w+|country|world)|(?:[Tt]he )?(?:(?:[Tt]wo|[Tt]hree|[Ff]our) others|[Oo]thers|[Oo]ther (?:major )?(?:automakers|carmakers|companies|makers|brands|rivals)|[Rr]ivals|[Pp]eers|[Cc]ompetitors)\b|(?:Among them, )?(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal|[Mm]any|[Mm]ost) (?:[\w-]+ ){0,4}(?:manufacturers|makers|automakers|carmakers|companies|brands)\b|(?:(?:[A-Z]\w+|smartphone|phone|handset|PC|EV|car|tablet|global|all|worldwide)[ -]){0,3}(?:vendors|makers|manufacturers|brands|companies|carmakers|automakers|market|industry) (?:collectively |together )?(?:shipped|sold|delivered|posted|grew|recorded|saw|shrank|contracted|fell|declined|dropped|expanded|rose|witnessed|registered)\b|(?:Each|Both)(?: of (?:them|the [a-z]+)| brands?| compan(?:y|ies)| vendors?| makers?| firms?)\b|number of (?:[a-z]+ )?users in (?:the )?(?:[A-Z]\w+|country|world))",
)

# `The average selling price of a smartphone in Europe rose 8%`, in a report on how makers stand there
_ALL_PRICES = re.compile(
    r"\s*(?:[Tt]he )?[Aa]verage (?:selling |retail |wholesale )?(?:price (?:(?:of|for) an? |(?:of|for|across|in) the (?:whole |entire )?(?:industry|market)\b)|prices\b(?! (?:of|for) (?:its|their)\b))"
)
# `5G models made up 43% of all shipments`, in a report on how makers stand
_MADE_UP = re.compile(
    r"\W*(?:(?:and|but|while) )?(?P<kind>(?:[\w.-]+ ){1,6}?)(?:account(?:s|ed)? for|ma[dk]es? up|represent(?:s|ed)?|compris(?:es?|ed)) (?:[a-z-]+ ){0,3}"
)


def of_market(around: Surroundings, mention: Mention, amount: Amount) -> str | None:
    """Return a doubt where what is measured is a market's rather than a company's."""
    scan = around.scan
    if mention.metrics == ("share_price",):
        return None  # `closed at HK$61, with a total market value of`
    if "ev_deliveries" in mention.metrics and _AIRCRAFT.search(scan.text, scan.sentence.start, scan.sentence.end):
        return "of aircraft, not of cars"
    made = mention.metrics[0] in ("vehicle_production", "production_capacity")
    robots = scan.chinese and made and not scan.text.startswith("辆", amount.end)
    if robots and _ROBOTS.search(scan.text, max(scan.sentence.start, amount.start - OF_WHAT), amount.start):
        return "of robots, not of cars"
    if _PLACED.match(scan.text, amount.end, scan.sentence.end):
        return None
    if is_of_several(scan, mention, amount) or is_of_them_there(around, amount):
        return SUM
    if _is_of_market(around, mention, amount) or is_of_counters(around, mention) or is_of_a_country(around, mention):
        return NO_COMPANYS
    if there := of_place(around, mention):
        return there
    of_all = ALL_OF_A_KIND.search(scan.text, max(scan.sentence.start, mention.end - OF_WHAT), mention.end)
    told_by_all = scan.chinese and of_all and not ranks_itself(around, mention, amount)
    if told_by_all or is_of_all_there(around, mention, amount.start) or is_sold_where(around, mention, amount):
        return "of a market, or of a company that is not named"
    opening = _MARKET_OPENING.match(scan.text, scan.sentence.start)
    opened = opening and mention.start <= opening.end() and around.subject_before(mention.end) is None
    if opened or is_of_nobody_yet(around, mention):
        return "of a market, or of a company that is not named"
    return None


def _is_of_market(around: Surroundings, mention: Mention, amount: Amount) -> bool:
    """Whether the words around a mention say that it is of all makers together."""
    scan = around.scan
    if is_of_all_makers(around, mention, amount.start) or _is_of_nobody(around, mention, amount):
        return True
    if OF_MARKET_ZH.search(scan.text, max(scan.sentence.start, mention.start - 16), mention.end):
        return True
    if is_set_before_a_company(scan, mention) or _is_share_of_a_kind(scan, mention, amount):
        return True
    if is_of_whole_market(around, mention, amount) or is_of_no_maker(around, mention):
        return True
    if counts_all_there(around, mention, amount.start) or is_counted_of_all_zh(around, mention, amount.start):
        return True
    if (
        is_of_all_that_grew(around, mention)
        or is_of_all_makers_en(around, mention)
        or is_counted_of_all(around, mention)
        or is_of_the_world(around, mention)
    ):
        return True
    if not scan.entities and (is_of_all_makers_zh(scan, mention) or is_of_customers_things(around, mention)):
        return True
    subject, start = around.subject_before(mention.end), scan.sentence.start
    if (
        around.tracked
        and not (subject or owner_behind(around, mention))
        and (_ALL_SHIPMENTS.match(scan.text, start) or _ALL_PRICES.match(scan.text, start) or is_shipped_there(around))
    ):
        return True
    if subject and mention.metrics[0] in _ITS_OWN_THINGS:
        return False
    return is_named_whole(scan, mention, amount, subject)


def _is_share_of_a_kind(scan: Scan, mention: Mention, amount: Amount) -> bool:
    """Whether a share of all that makers shipped is that of some kind of things, and no maker's."""
    if amount.kind != "percent" or mention.start < amount.end or not mention.metrics[0].endswith("market_share"):
        return False
    start = scan.clause(amount.start)[0]
    said = _MADE_UP.fullmatch(scan.text, start, amount.start)
    return said is not None and not (
        SOMEONE.search(said["kind"]) or any(start <= e.start < amount.start for e in scan.entities)
    )


def _is_of_nobody(around: Surroundings, mention: Mention, amount: Amount) -> bool:
    """Whether a Chinese report on a market, which is about no maker, has named none so far; or users are all that a country has."""
    text, low = around.scan.text, max(around.scan.sentence.start, mention.start - 30)
    if mention.metrics[0] in OF_USERS and text.endswith(_ALL_ON_LINE, 0, mention.start):
        return _ITS_OWN.search(text, low, mention.start) is None
    nobody = around.tracked and around.home is None and around.ground.entity is None
    chinese = not around.scan.text[mention.start].isascii()
    return (
        bool(nobody)
        and chinese
        and not any(e.start < amount.start for e in around.scan.entities if around.is_subject(e))
    )
