"""What a line of business brought in, was good for or grew to: its revenue, where an English clause names no metric."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.changes.towards import BY, SINCE, TO
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import GAMES_IN
from generator.extraction.marks.terms import NO_METRIC
from generator.extraction.marks.verbs import MOVED
from generator.extraction.unnamed.profits_of_lines import is_of_profits
from generator.extraction.unnamed.subject import ADVERBS, ASIDE, FARED, UNIT, is_subject, of_whole_name

# What only takings do: `graphics cards fetched $1.3bn`, `the cloud brought in 5 billion euros`
_TOOK = (
    r"(?:(?:br(?:ought|ings?)|t(?:ook|akes?)|rak(?:ed?|es)|pull(?:ed|s)?|haul(?:ed|s)?|chipp(?:ed)|chips?|kick(?:ed|s)?|chalk(?:ed|s)? up)(?: (?:in|home))?"
    r"|(?:fetch|gross)(?:ed|es)|yield(?:ed|s)|generate[ds]?|produce[ds]?|deliver(?:ed|s)|made|turned over|(?:was|were|is|are|proved) good for)"
)
# What a part of anything does: of profit, too, where that was spoken of.
_SHARED = (
    r"(?:contribut(?:ed?|es|ing)|add(?:ed|s|ing)|account(?:ed|s|ing)? for|ma(?:de|kes?|king) up|represent(?:ed|s|ing)?|(?:was|were|is|are) (?:responsible for|behind)|supplied|provided|threw in"
    r"|came (?:in )?(?:to|at)|comes? (?:in )?(?:to|at)|amounted to|totall?ed|stood at|reached|hit|ended(?: up)? at|finished at|closed at|landed at|sat at|recorded|posted|logged|booked|saw|registered|reported|achieved"
    r"|(?:was|were|is|are) (?:[a-z]+ )?(?:unchanged|flat|stable|steady) at"
    r"|(?:hit|reached) (?:an?|another|yet another) (?:[a-z-]+ ){0,2}(?:high|record|peak) (?:of|at)"
    r"|set (?:a|another|a new|an all-time) (?:[a-z-]+ ){0,2}record(?: (?:with|of|at)|:)"
    r"|(?:remain|stay)(?:ed|s) (?:the |its )?(?:[a-z]+ ){1,5}(?:at|with|on)|(?:was|were) next (?:at|with)|followed (?:at|with))"
)
# What a line is expected to do: `the iPhone should bring in`, `games are seen contributing`
_AHEAD = r"(?:(?:will|should|could|would|may|might|can|(?:is|are|was|were) (?:now |also |still )?(?:expected|seen|likely|set|forecast|projected|tipped|due|estimated|thought|predicted|on course|on track) to|(?:expected|seen|likely|forecast|projected|tipped|estimated|predicted) to|probably|is to|are to) (?:also |again |alone |have )*)"
_WILL_TAKE = r"(?:(?:bring|brought|take|taken|rake|raked|pull|pulled|haul|kick)(?: (?:in|home))|(?:fetch|gross)(?:ed)?|yield|generated?|produced?|deliver(?:ed)?|made?|turn over|be good for)"
_WILL_SHARE = r"(?:contributed?|add|account for|make up|represent|supply|provide|come (?:in )?(?:to|at)|amount to|total|stand at|reach|hit|record|post(?:ed)?|log|book|report|register|achieve)"
_MORE = r"(?:(?:another|a further|a good|a solid|a whopping|a hefty|a healthy|the bulk of it,|most of it,|the lion's share,|the largest share,) )?"
_EARNED = re.compile(
    rf"{UNIT}{ASIDE}{FARED}{ADVERBS} (?:(?P<took>{_TOOK}|{_AHEAD}{_WILL_TAKE})|(?P<shared>{_SHARED}|{_AHEAD}{_WILL_SHARE})) {_MORE}(?:a little (?:over|under|more than|less than) )?{ABOUT}"
)
_IN_PLACE = re.compile(r" (?:in (?:the )?)?")
# `In international markets, games brought in 6 billion yuan`
_OPENS_PLACE = re.compile(r"\s*(?:(?:But|And|Meanwhile,) )?[Ii]n (?:the )?")
_THERE = re.compile(r"(?: markets?)?, (?:its |the )?")
_WITH_A = r"(?:[a-z]{2,}ed|shone|stood out|did well|led|rose) (?:with|by|on) (?:an? )?(?:[a-z]+ )?(?:jump|rise|increase|gain|surge|leap|growth|plus|drop|decline|decrease|fall|slump|minus) of"
_GREW = re.compile(
    rf"{UNIT}{ASIDE}{FARED}{ADVERBS} (?P<grew>(?:{MOVED})(?: for the [a-z-]+ (?:quarter|year|month) (?:running|in a row))?|{_WITH_A}|put on|added|adds|lost|loses|shed|sheds|gave up|went up|went down|(?:was|were|is|are) (?:up|down)){BY}"
)
_LED_TO = re.compile(
    rf"(?: in (?:the|its) [a-z-]+(?: quarter| year)?)?{SINCE}(?:{TO}|,? (?:and|to|which) (?:{_TOOK}|{_SHARED}) {ABOUT})"
)
# What says behind an amount that it is no takings: `contributed 3 billion yuan in profit`, `brought in $2 billion from the parent`
_NO_TAKINGS = re.compile(
    r"(?: \([^()]{1,24}\))?,? (?:(?:in|of|worth of) (?!(?:that|it|this|which|the (?:total|money|sum)|the|its|fiscal|total|overall|net|annual|quarterly|revenue|sales|takings|turnover|business)\b|Q\d|\d|[A-Z])|(?:in|of) (?:the |its |net |annual |quarterly |total |overall )?(?:[a-z]+ )?(?:profit|loss|cash|income|earnings|costs?|expenses|savings|investment|funding|capital|orders|backlog|bookings|assets|equity|payments)|from (?!the (?:first|second|third|fourth|same|previous|prior|year)|a year|\$|[A-Z][a-z]+ to|\d)|(?:worldwide|globally|industry-wide|across the (?:industry|market|world))\b|for (?:an?|the) (?:stake|share|\d)|less than|more than|short of|in the red|in the black)"
)
_OF_REVENUE = re.compile(
    r"(?: \([^()]{1,24}\))?,? (?:of|in) (?:(?:the|its|total|overall|group|company) ){0,3}(?:revenues?|sales|turnover)\b"
)
_PROFITS = (
    "profit",
    "loss",
    "income",
    "ebitda",
    "eps",
    "expense",
    "cost",
    "capex",
    "cash",
    "buyback",
    "margin",
    "dividend",
    "price",
)


def earned(scan: Scan, amount: Amount, told: str | None, back: Mention | None = None) -> Mention | None:
    """Return the revenue that money is of, by what the line of business before it is said to have done; `told` is the metric told before.

    `back` are words that stand for such a line. What it shared in, where a profit was spoken of, is of no metric: it may be of that.
    """
    if amount.kind != "money" or not amount.scaled or _NO_TAKINGS.match(scan.text, amount.end):
        return None
    parts = [m for m in scan.segments if m.end <= amount.start and is_subject(scan, m) and not of_whole_name(scan, m)]
    parts = [_in_its_place(scan, part) for part in parts]
    for part in [*parts, back] if back else parts:
        verb = _verb(scan, part, amount)
        if verb is None or _is_interrupted(scan, verb[1], amount):
            continue
        shared = verb[0] == "shared" or scan.text.startswith("made ", verb[1])
        of_else = shared and is_no_revenue(spoken_of(scan, part.start, told))
        of_else = of_else or (verb[0] == "grew" and is_of_profits(scan, part))
        metric = NO_METRIC if of_else and not _OF_REVENUE.match(scan.text, amount.end) else "revenue"
        return Mention(*verb[1:], (metric,), part=part.segment)
    return None


def _in_its_place(scan: Scan, part: Mention) -> Mention:
    """Return games with the place right behind them as what makers of games call these: `Games at home, the mainstay of the group, contributed`."""
    behind = (m for m in scan.segments if part.segment == "games" and m.segment in GAMES_IN)
    place = next((m for m in behind if _IN_PLACE.fullmatch(scan.text, part.end, m.start)), None)
    if place is not None:
        return replace(part, end=place.end, segment=GAMES_IN[place.segment or ""])
    before = (m for m in scan.segments if part.segment == "games" and m.segment in GAMES_IN)
    there = next(
        (
            m
            for m in before
            if _OPENS_PLACE.fullmatch(scan.text, scan.sentence.start, m.start)
            and _THERE.fullmatch(scan.text, m.end, part.start)
        ),
        None,
    )
    return replace(part, segment=GAMES_IN[there.segment or ""]) if there else part


def _verb(scan: Scan, part: Mention, amount: Amount) -> tuple[str, int, int] | None:
    """Return which kind of verb leads from a part to an amount of money, and where it stands."""
    if said := _EARNED.fullmatch(scan.text, part.end, amount.start):
        kind = "took" if said["took"] else "shared"
        return kind, *said.span(kind)
    by = scan.preceding(amount)
    if (
        by is None
        or by.kind != "percent"
        or by.start < part.end
        or not _LED_TO.fullmatch(scan.text, by.end, amount.start)
    ):
        return None
    grew = _GREW.fullmatch(scan.text, part.end, by.start)
    return ("grew", *grew.span("grew")) if grew else None


def _is_interrupted(scan: Scan, at: int, amount: Amount) -> bool:
    """Whether something that has a name of its own stands between a verb and its amount."""
    starts = [m.start for m in (*scan.metrics, *scan.segments)] + [e.start for e in scan.entities]
    return any(at <= start < amount.start for start in starts)


def spoken_of(scan: Scan, at: int, told: str | None) -> tuple[str, ...]:
    """Return the metrics that a text speaks of at an offset: those that its sentence named last, or the one told before."""
    named = [m for m in scan.metrics if m.end <= at and not m.nothing]
    return named[-1].metrics if named else (told,) if told else ()


def is_no_revenue(metrics: tuple[str, ...]) -> bool:
    """Whether metrics are of money that is no revenue: what a part contributed may be of that."""
    return any(word in metric for metric in metrics[:1] for word in _PROFITS)
