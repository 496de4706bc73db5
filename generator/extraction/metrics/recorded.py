"""Revenue left unsaid where a part of the business is the subject: `Local services recorded growth of 17%, hitting 12 billion`, 游戏部门年增29%."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.grew_then import grew_then
from generator.extraction.changes.towards import TO
from generator.extraction.marks.bases import FROM_THEN
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED, TOOK
from generator.extraction.unnamed.profits_of_lines import is_of_profits

_OPENS = re.compile(r"[\s*•-]*(?:(?:the|its|while|and|meanwhile,?) |[A-Z][\w.]*['’]s ){0,2}", re.I)
_RECORDED = re.compile(
    r"(?: (?:business(?:es)?|segment|division|unit|group|arm|retail|operations))*(?:,? (?:which|that|consisting|including|comprising) [^,;]{3,90}(?:, [^,;]{2,20}){0,3},)?"
    rf" (?:also )?(?P<verb>{TOOK}) "
)
_LED_TO = re.compile(rf"{TO}$")
# `Gaming was down 4% year-on-year, but up 8% sequentially`: the same part's next growth
_AND_GREW = re.compile(
    rf"(?: [a-z/-]+| {FROM_THEN})?,? (?:and|but|while) (?:(?:was|were) )?(?:(?:up|down|{MOVED})(?: [a-z]+ly)?(?: by)? )?(?:about |around |nearly |over |more than )?"
    # `grew 3%, after the previous quarter's 1% decline`
    r"|,? (?:(?:slowing|easing|accelerating|cooling|improving|recovering|rebounding|decelerating|picking up|up|down)(?: [a-z]+ly)? from|after|following|compared (?:with|to)|versus|against) (?:the |a )?(?:previous|prior|preceding|last) (?:quarter|year|month)['’]s "
)
# 资料中心增长69%到600亿美元; 游戏部门年增29%、42.7亿美元
_GREW_ZH = re.compile(
    r"(?P<unit>业务|部门|分部|板块|事业群)?(?:则|亦|也|更|再)?(?P<verb>(?:同比|按年|年对?比|年|环比|按季|季)?(?:大幅?|再|微)?(?:增长|增加|成长|上升|激增|增|飙升|飙|升|减少|下降|下滑|衰退|减|跌|降))(?:了|约|近|逾|超过?)?"
)
# 消费电子占比37%,季增21%; 云业务占营收42%,年增…
_ITS_SHARE = re.compile(
    r"(?:业务|产品|部门|分部|板块)?(?:收入|营收)?(?:的)?(?:占比|占(?:总|整体|公司)?(?:营收|收入)(?:比重)?)(?:则|达|约|为|逾|近)*[\d.]+%,"
)
_LED_TO_ZH = re.compile(r"%?(?:、|,?(?:至|到|达到?))(?:约|近|逾|超过?)?")
_OPENS_ZH = re.compile(r"[\s•·*-]*(?:其中|当中|而|但|至于|另外|此外)?,?")
_FARED_ZH = re.compile("(?:业务|部门|分部|板块|地区|市场|区)?(?![和与及、等])[^,;。:、\\d]{1,10},")
# Parts whose growth is that of what they take: nobody counts their units.
IN_MONEY = (
    "games", "mobile_games", "pc_games", "core_commerce", "domestic_games", "international_games", "cloud", "advertising", "fintech", "value_added_services", "social_networks",
    "services", "internet_services", "data_center", "networking", "visualization", "customer_management", "international_commerce",
    "fashion_leather", "wines_spirits", "perfumes_cosmetics", "watches_jewelry", "selective_retailing", "software", "cloud_and_software",
    "music", "online_music", "social_entertainment", "digital_media", "baidu_core", "iqiyi", "local_services", "local_commerce", "domestic_ecommerce",
    "family_of_apps", "reality_labs", "other_bets", "network_services", "digital_industries", "smart_infrastructure", "mobility", "ict_infrastructure",
    "consumer_business", "digital_power", "jd_retail", "corporate_travel", "packaged_tours", "harman",
    "youtube", "search_ads", "google_services", "google_network", "subscriptions_platforms", "third_party_sellers", "online_stores",
    "linkedin", "xbox", "mac", "ipad", "apple_wearables", "productivity", "personal_computing", "foundry", "client", "embedded", "licensing", "services_solutions", "infrastructure_solutions",
    "intelligent_devices", "youdao", "cloud_music", "new_initiatives", "live_streaming", "accommodation", "transportation_ticketing", "iot",
    "quick_commerce", "general_merchandise", "electronics_and_appliances", "logistics", "ai_products", "servers_networking", "nvidia_automotive", "pc_gaming",
    "entertainment", "experiences", "sports", "financial_services", "client_and_gaming", "kling", "pictures", "direct_sales", "wholesale_agents", "ev_segment",
)  # fmt: skip
# `Ford Pro earned $2 billion and Ford Blue $1.5 billion`: what the one before earned or lost, the next did
_EARNED = re.compile(r"\b(?:earned|earns|lost|loses|netted|cleared)\b[^;:]{0,60}$")
_BESIDE = 80  # characters before a part, within which another is said to have earned or lost money


def is_beside_earned(scan: Scan, part: Mention) -> bool:
    """Whether a part and its amount only follow on what another earned or lost."""
    return _EARNED.search(scan.text, max(scan.sentence.start, part.start - _BESIDE), part.start) is not None


def recorded(scan: Scan, amount: Amount) -> Mention | None:
    """Return the revenue of the part that is a sentence's subject and `recorded a 29% growth to 18.5 billion yuan`."""
    if not scan.segments:
        return None
    if scan.chinese:
        return _grew(scan, amount)
    part = scan.segments[0]
    said = _RECORDED.match(scan.text, part.end, amount.start)
    if said is None or not _OPENS.fullmatch(scan.text, scan.sentence.start, part.start):
        return None
    if any(said.end() <= m.start < amount.start for m in (*scan.metrics, *scan.segments[1:])):
        return None
    first = scan.amount_before(amount.start) <= part.end
    fits = (amount.kind == "percent" and first) or (
        amount.kind == "money" and amount.scaled and _LED_TO.search(scan.text, said.end(), amount.start)
    )
    return Mention(said.start("verb"), said.end("verb"), ("revenue",), part=part.segment) if fits else None


def _grew(scan: Scan, amount: Amount) -> Mention | None:
    """Return the revenue of the part that a Chinese clause opens with, and says no more of than that it grew, and to what."""
    start, before = scan.clause(amount.start)[0], scan.amount_before(amount.start)
    owner = next((e for e in scan.entities if e.start == start), None)  # 小米手机业务同比下降3%
    part = next((m for m in scan.segments if start <= m.start <= (owner.end if owner else start)), None)
    fared = _fared(scan, start) if part is None else None
    part = part or fared
    if part is None:
        return _grew_with_its_share(scan, amount, start)
    if is_of_profits(scan, part):
        return None
    if any(part.start <= m.start < amount.start for m in scan.metrics):
        return None
    verb = _GREW_ZH.match(scan.text, start if fared else part.end, amount.start)
    is_unit = verb and (verb["unit"] or scan.text[part.end - 2 : part.end] in ("业务", "部门", "分部", "板块"))
    in_money = part.segment in IN_MONEY and not fared
    if verb is None or not (is_unit or in_money or _led_to_money(scan, amount)):
        return None
    led_to = amount.kind == "money" and amount.scaled and before > verb.start()
    grown = verb.end() == (before if led_to else amount.start) or (
        led_to and any(a.end == before and a.start == verb.end() for a in scan.amounts)
    )
    if not grown or (led_to and not _LED_TO_ZH.fullmatch(scan.text, before, amount.start)):
        return None
    return Mention(verb.start("verb"), verb.end("verb"), ("revenue",), part=part.segment)


def _fared(scan: Scan, start: int) -> Mention | None:
    """Return the part that opens a Chinese sentence, where the clause before an offset only says how it fared: 美洲区表现较佳,增8.2%至403亿元."""
    part = scan.segments[0]
    opens = _OPENS_ZH.fullmatch(scan.text, scan.sentence.start, part.start)
    told = opens and _FARED_ZH.fullmatch(scan.text, part.end, start)
    return part if told and not scan.is_marked(part.end, start, scan.metrics) else None


def _led_to_money(scan: Scan, amount: Amount) -> bool:
    """Whether a Chinese change led to an amount of money, or that amount is meant: what grew so is what was taken in."""
    after = scan.following(amount) if amount.kind == "percent" else amount
    if after is None or after.kind != "money" or not after.scaled:
        return False
    if any(m.end <= amount.start and not m.nothing and "revenue" not in m.metrics for m in scan.metrics):
        return False  # 经营利润按业务划分,iPhone增6%至100亿美元
    return after is amount or bool(_LED_TO_ZH.fullmatch(scan.text, amount.end, after.start))


def _grew_with_its_share(scan: Scan, amount: Amount, start: int) -> Mention | None:
    """Return the revenue of the part whose share of it the clause before told: 云产品占比42%,季增18%."""
    verb = _GREW_ZH.fullmatch(scan.text, start, amount.start)
    if verb is None or amount.kind != "percent":
        return None
    for part in scan.segments:
        share = _ITS_SHARE.match(scan.text, part.end, start)
        if share is not None and share.end() == start:
            return Mention(verb.start("verb"), verb.end("verb"), ("revenue",), part=part.segment)
    return None


def grew_first(scan: Scan, amount: Amount) -> Amount | None:
    """Return the growth that one goes on with: `Gaming was down 4% year-on-year, but up 8% sequentially`."""
    before = scan.preceding(amount) if amount.kind == "percent" else None
    if before and before.kind == "money" and grew_then(scan, amount):
        before = scan.preceding(before)  # `grew 31% to $20 billion, against 33% in the prior quarter`
    first = before if before and before.kind == "percent" else None
    on = first and (_AND_GREW.fullmatch(scan.text, first.end, amount.start) or grew_then(scan, amount))
    return first if on else None
