"""Whose figure an amount is."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS, is_tracked
from generator.extraction.marks.verbs import MOVED
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.expected_from_en import expected_from
from generator.extraction.whose.first_person import of_whoever_speaks
from generator.extraction.whose.holders import holder_behind, holder_of
from generator.extraction.whose.shares_spoken_of_en import unnamed_shares
from generator.extraction.whose.singled_out_en import singled_out
from generator.extraction.whose.spoken import OWNS
from generator.extraction.whose.subjects import led_to, whose_units
from generator.extraction.whose.then_did import then_did

# `BYD outsold Tesla, which delivered 1.64 million vehicles`: who is spoken of, for as long as the clause goes
_WHICH = re.compile(r",? (?:which|who) (?!(?:is|are|was|were|has|have)\b)(?:also |only |itself )?[a-z]+ ")
# `behind Tesla China, whose wholesale volume leapt 73%`: the name that stands right before it
_WHOSE = re.compile(r", whose ")
_NAMED_SO = re.compile(
    r"(?: (?:China|Motors?|Auto|Group|Cars|Inc|Corp|Electronics|Holdings?)\b\.?)?(?: \([^()]{1,24}\))?"
)
_THE_GROUP = re.compile(r"(?:另外|此外|同时|而|不过|其中|[,\s])*(?:该?集团)")
_AND_OF = re.compile(
    r"(?: (?:units|vehicles|cars|smartphones|phones|devices|yuan|lower|higher|down|up|more|less|fewer))?(?: (?:in|for|during|between|from|over|through) [^,;.]{2,40}?)?,? (?:and|while|whereas|but|as) "
)
_OPENS_ZH = re.compile(r"[^,;]{0,8}[,;](?:而|但|反观|至于|惟|不过)?")
# `while smaller rival Zeekr managed 35,589`, `while that of BYD doubled`
_TAKES_OVER = re.compile(
    r"\s*(?:(?:and|while|whereas|but) )?(?:(?:that|those) of (?:the |[A-Z]\w+['’]s )?)?(?:(?:its |the )?(?:[a-z-]+ ){0,2}(?:rival|competitor|peer|start-up|newcomer|[a-z]*maker) |[a-z]+ )?"
)
# `Xiaomi's shipments grew 45% while Huawei's fell 23%`, `In terms of sales, BYD's August volume`: the same is told of another company.
_ITS_OWN = re.compile(
    rf"'s (?:also |only |alone )?(?:{MOVED}|was|were|stood|reached|came|edged|(?:more than |nearly |almost |roughly )?(?:doubled|tripled|quadrupled|quintupled|sextupled|halved))\b"
    r"|'s (?:also |only |alone |[a-z]+ly )?[a-z]+(?: up| down| back)? (?:(?:by|to|at|from|about|around|nearly|almost|more than|over|roughly|some|an?|another|the) )*[A-Z]{0,3}[$€£¥]?\d"
    r"|'s (?:[\w-]+ ){0,2}?(?:figure|number|total|tally|count|volume|result)\b"
)
# `高于特斯拉同期12.5%的毛利率`
_THEN = re.compile(r"(?:同期|(?:20\d\d年|去年)?(?:全年|第?[一二三四1-4]季度?)?)的?(?:约|近)?")

# `The deliveries are the most ever in a quarter for Austin-based Tesla and an 83% increase`
_OF = re.compile(
    r"\s{1,3}(?:of|for|at|by|(?P<from>from))\s{1,3}(?:[A-Z]\w+['’]s )?"
    r"(?:(?:(?:its|the|an?|[A-Z]\w+) )?(?:[a-z-]+ ){0,3}?(?:arch-)?(?:rival|competitor|peer|start-?up|company|giant|group|firm|newcomer|[a-z]*maker) )?"
)
_ON = re.compile(r" (?:on|for) (?:the )?(?:(?:shares|stock) (?:of|in) )?")
_FOR_THE = re.compile(r"\bever\b[^,;]{0,30} for (?:the )?(?:[A-Z]\w+-based )?$")
_BEYOND = ("低于", "高于", "超过", "超越", "不及", "落后于", "领先于")
_ITS = re.compile("[一-鿿]{0,8}?(?:约|近|逾)?")  # 远低于比亚迪纯电动车近226万辆的销量


def company_of(around: Surroundings, amount: Amount, mention: Mention | None) -> str | None:
    """Return the company whose figure an amount is."""
    scan = around.scan
    if mention is not None:
        if behind := owner_behind(around, mention) or _put_on(around, amount, mention):
            return behind.entity
        named = [e for e in scan.entities if mention.end <= e.start and e.end <= amount.start]
        if len(named) == 1 and _FOR_THE.search(scan.text, mention.end, named[0].start):
            return named[0].entity
    holder = holder_behind(scan, amount) or holder_of(scan, amount) or whose_units(scan, amount)
    if holder := holder or then_did(scan, amount) or expected_from(scan, amount):
        return holder.entity
    if mention is not None and mention.start >= amount.end and scan.text[mention.start].isascii():
        between = [e for e in scan.entities if amount.end <= e.start and e.end <= mention.start]
        if between and OWNS.match(scan.text, between[-1].end):
            return between[-1].entity  # `a 17% decline in Apple's annual shipments`
    if taker := takes_over(around, amount, mention) or _which_did(around, amount) or _had_then(around, amount, mention):
        return taker
    at = mention.start if mention and mention.start < amount.start else amount.start
    found = singled_out(scan, at) or _spoken_of(around, amount, mention, at)
    if found is None and _THE_GROUP.match(scan.text, scan.sentence.start, at) and _is_of_home(around):
        return around.home  # after 比亚迪电子 was spoken of, 集团 is 比亚迪
    if found and _is_home_again(around, found, at):
        return around.home
    return found.entity if found else _spoken_of_before(around, amount, mention)


def _spoken_of_before(around: Surroundings, amount: Amount, mention: Mention | None) -> str | None:
    """Return the company that the sentences before leave to one that names none; of shares, the one whose they spoke of."""
    if around.ground.shares and unnamed_shares(around.scan, mention):
        return around.ground.shares
    return of_whoever_speaks(around, amount.start) or around.ground.entity


def owner_behind(around: Surroundings, mention: Mention) -> EntityMention | None:
    """Return the company right behind a metric that is its own: `shipments by Realme`, `deliveries at NIO`, `phone shipments from Oppo`."""
    text = around.scan.text
    after = [e for e in around.scan.entities if e.start >= mention.end and not _sets_it(around, mention, e)]
    of = _OF.fullmatch(text, mention.end, after[0].start) if after else None
    counted = any(is_tracked(name) or name in OF_CARS for name in mention.metrics[:1])
    return after[0] if of and (counted or not of["from"]) else None


def _put_on(around: Surroundings, amount: Amount, mention: Mention) -> EntityMention | None:
    """Return the company whose share a price is the target of: `a price target of HK$13 on Lenovo`."""
    if "target_price" not in mention.metrics:
        return None
    behind = (e for e in around.scan.entities if _ON.fullmatch(around.scan.text, amount.end, e.start))
    return next((e for e in behind if not _sets_it(around, mention, e)), None)


def _sets_it(around: Surroundings, mention: Mention, entity: EntityMention) -> bool:
    """Whether a house behind a price target only sets it: `was given a $483 target by Stifel`."""
    return around.names.catalogue.company_kind(entity.entity) == "broker" and "target_price" in mention.metrics


def _spoken_of(around: Surroundings, amount: Amount, mention: Mention | None, at: int) -> EntityMention | None:
    """Return the company that the sentence speaks of where it tells an amount, whose metric or itself begins at `at`."""
    scan = around.scan
    found = around.subject_before(max(at, mention.end if mention and mention.start < amount.start else at))
    if found is None and mention is not None and not scan.text[mention.start].isascii():
        found = around.subject_before(amount.start)  # 从单车均价来看,比亚迪达到18.2万元
    behind = None if found else led_to(scan, amount)
    return behind if behind and around.is_subject(behind) else found


def _which_did(around: Surroundings, amount: Amount) -> str | None:
    """Return the company that an English clause says of what it did: `Tesla, which delivered 1.64 million vehicles`.

    A house only speaks: `said Dan Ives of Wedbush, who rates the stock a buy with a target of $500`.
    """
    scan, kind = around.scan, around.names.catalogue.company_kind
    start = scan.clause(amount.start)[0]
    alone = not any(start < e.start < amount.start for e in scan.entities)  # `Xiaomi, which said Leapmotor had shipped`
    named = (
        e for e in scan.entities
        if alone and e.end in (start - 1, start) and _WHICH.match(scan.text, e.end, amount.start)
    )  # fmt: skip
    whose = _WHOSE.match(scan.text, start - 1, amount.start)
    owns = (e for e in scan.entities if whose and e.end < start and _NAMED_SO.fullmatch(scan.text, e.end, start - 1))
    return next((e.entity for e in (*named, *owns) if kind(e.entity) not in (None, "broker")), None)


def _is_home_again(around: Surroundings, found: EntityMention, at: int) -> bool:
    """Whether a clause sets the document's own company beside another: 三星以19.7%份额居首,公司以15.7%排名第二."""
    scan, start = around.scan, around.scan.clause(at)[0]
    behind = found.end < start and scan.text.startswith("公司以", start)
    return around.home is not None and behind and any(found.end <= a.start < start for a in scan.amounts)


def _had_then(around: Surroundings, amount: Amount, mention: Mention | None) -> str | None:
    """Return the company of `高于特斯拉同期12.5%的毛利率`, `毛利率高于特斯拉的12.5%`: what another is set beside is its own."""
    scan, kind = around.scan, around.names.catalogue.company_kind
    if mention is None or (mention.start < amount.end and scan.amount_before(amount.start) > mention.end):
        return None
    then = (e for e in scan.entities if kind(e.entity) == "company" and _THEN.fullmatch(scan.text, e.end, amount.start))
    than = (
        e for e in scan.entities
        if scan.text.endswith(_BEYOND, 0, e.start) and _ITS.fullmatch(scan.text, e.end, amount.start)
    )  # fmt: skip
    return next((e.entity for e in (*then, *than)), None)


def _is_of_home(around: Surroundings) -> bool:
    """Whether the company spoken of last bears the name of the document's own: 比亚迪电子 is one of 比亚迪."""
    companies = around.names.catalogue.companies
    if around.home is None or around.ground.entity in (None, around.home):
        return False
    own, other = companies[around.home], companies[around.ground.entity]
    return (other.short or other.name).zh.startswith((own.short or own.name).zh)


def _turns_to(scan: Scan, company: EntityMention, floor: int) -> bool:
    """Whether the same is told of one more company without a comma: `Xiaomi's fell 2% and Apple's rose 9%`."""
    turned = floor > scan.sentence.start and _AND_OF.fullmatch(scan.text, floor, company.start)
    return bool(turned and _ITS_OWN.match(scan.text, company.end))


def _turned_to_in_chinese(around: Surroundings, amount: Amount, mention: Mention) -> str | None:
    """Return the company that a Chinese clause turns to, of which the same is told: 联发科营收年增39%,台达电则年减40%; 小米则从15%降至14%."""
    scan = around.scan
    floor = max(mention.end, scan.amount_before(scan.clause(amount.start)[0]))
    company = next((e for e in reversed(scan.entities) if floor <= e.start and e.end <= amount.start), None)
    opens = company and _OPENS_ZH.fullmatch(scan.text, floor, company.start)
    return company.entity if company and opens and around.is_subject(company) else None


def takes_over(around: Surroundings, amount: Amount, mention: Mention | None) -> str | None:
    """Return the company that a clause opens with, between a metric named before and the amount."""
    scan = around.scan
    if mention is None or mention.end > amount.start:
        return None
    if not scan.text[mention.start].isascii():
        return _turned_to_in_chinese(around, amount, mention)
    start, _ = scan.clause(amount.start)
    floor = max(mention.end, start)
    found = [e for e in scan.entities if floor <= e.start < amount.start and around.is_subject(e)]
    if turned := next(
        (e for e in reversed(found) if _turns_to(scan, e, max(floor, scan.amount_before(e.start)))), None
    ):
        return turned.entity
    opening = found and _TAKES_OVER.fullmatch(scan.text, start, found[0].start)
    owns = opening and OWNS.match(scan.text, found[0].end) and not _ITS_OWN.match(scan.text, found[0].end)
    return found[0].entity if opening and not owns else None
