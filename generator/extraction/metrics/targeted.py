"""What English brokers think a share is worth, where only the word target says so: `rates SAP Overweight with a target of 255 euros`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.settings.catalogue import Catalogue

_NEAR = 110  # characters before a price, within which it is said what it is
_OWN = r"(?:(?:new|old|latest|revised|updated|current|previous|unchanged|existing|average|mean|median|consensus|analysts?['’]?|12-month|twelve-month|one-year|[Ss]treet-high|base-case|highest|lowest) ){0,3}"
_FOR = r"(?: (?:on|for) (?:[^,;.\d]|\.(?=[A-Za-z-])){2,40})?"
_FROM = r"(?: from (?:[A-Z]{0,3} ?[$€£¥]?)[\d,.]+(?: [a-z]+)?)?"
# `cut its target to HK$95`, `lowers the target from €262 to €255`
_MOVED = re.compile(
    rf"\b[a-z]+(?: (?:up|down))? (?:its|their|the|his|her|a) (?:[A-Z][\w.]+ )?{_OWN}(?P<word>target){_FOR}{_FROM}(?: all the way)?(?: (?:up|down))? (?:to|at|of) $"
)
# `with a target of 255 euros`, `The target was trimmed to`, `The average target of the 24 analysts stands at`
_SET = re.compile(
    rf"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[A-Z][\w.]*['’]s?) {_OWN}(?P<word>target){_FOR}{_FROM}(?: (?:of|by|among) (?:the )?(?:\d+ )?(?:analysts|brokers|houses|experts)(?: (?:polled|surveyed) by [A-Z]\w+)?)?"
    r"(?: (?:was|is|has been|were|stands|goes|remains|comes)(?: (?:now|still|up|down|raised|trimmed|cut|lowered|lifted|set|put|confirmed|reduced|increased|hiked|left|kept))?)? (?:of|to|at|is) $"
)
# `has the highest target among large houses at $600`, `the lowest target comes from UBS, at`
_AMONG = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) (?:[a-z-]+ )?(?P<word>target)(?! for)(?: [\w.&]+){1,6},? (?:at|of|is) $"
)
# `puts fair value at HK$38`
_FAIR = re.compile(
    r"(?:\b(?:sees?|puts?|estimates?|reckons?|calculates?|has|with) (?:its |a |the )?|\b(?:[Ii]ts|[Tt]heir|[Oo]ur) )(?P<word>fair value)(?: estimate)?(?: (?:for|of) (?:the|its) (?:shares?|stock))? (?:at|of|to|is) $"
)
_ON_SHARES = re.compile(r" (?:a share )?(?:on|for) (?:the|its) (?:shares?|stock)\b")
# `keeps Neutral, with target unchanged at HK$98`
_SHORT = re.compile(
    r"(?:,|;| and| with) (?P<word>target)(?: (?:unchanged|raised|cut|lowered|kept|left|hiked|trimmed))?(?: (?:at|of|to))? $"
)
# `a $483 target`, `its Street-high €600 target`
_BEFORE = re.compile(rf"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[A-Z][\w.]*['’]s?|and|with) {_OWN}$")
_BEHIND = re.compile(
    r"[ -](?:a[- ]share )?(?:price )?(?P<word>target)\b(?! (?:for|of) (?:the|its|this|next|20\d\d|fiscal))"
)
# `Jefferies thinks the share is worth 145 euros`, `Citi now sees your shares at HK$73.5`
_WORTH = re.compile(
    r"\b(?:(?:thinks?|believes?|reckons?|says?|said) (?:that )?|(?:sees?|puts?|values?) )(?P<word>(?:the|your|our|its|their|[A-Z][\w.]*['’]s) (?:shares?|stock))(?: (?:is|are) worth| at)(?: about| around| up to| as much as)? $"
)
# who sets such a target
_BROKERS = re.compile(
    r"\b(?:[Bb]rokers?|[Hh]ouses?|[Bb]rokerages?|[Aa]nalysts?|[Bb]ank|Research|Securities|[Uu]pside|[Dd]ownside|[Uu]pgrad\w+|[Dd]owngrad\w+|[Rr]ating|[Rr]ates|[Rr]ated|Buy|Sell|Hold|Neutral|Outperform|Underperform|Overweight|Underweight|Equal[- ][Ww]eight|[Ss]treet-high|Wall Street|[Cc]onsensus)\b"
)
# `8 euros in free cash flow per share`, `25,000 euros a car`: no share costs that
_OF_ELSE = re.compile(r" (?:in|of) (?!(?:Hong Kong|New York|Frankfurt)\b)[a-z]| (?:a|per) (?!share\b|ADS\b|ADR\b)[a-z]")


def targeted(scan: Scan, amount: Amount, catalogue: Catalogue) -> Mention | None:
    """Return the word that makes an amount a price that a broker aims at for a share."""
    low = max(scan.sentence.start, amount.start - _NEAR)
    if _OF_ELSE.match(scan.text, amount.end):
        return None
    said = moved_target(scan, amount) or _FAIR.search(scan.text, low, amount.start)
    if said is None and (_is_brokers(scan, catalogue) or _ON_SHARES.match(scan.text, amount.end)):
        said = next((s for form in (_SET, _AMONG, _SHORT) if (s := form.search(scan.text, low, amount.start))), None)
        behind = _BEHIND.match(scan.text, amount.end) if _BEFORE.search(scan.text, low, amount.start) else None
        said = said or behind or _WORTH.search(scan.text, low, amount.start)
    return Mention(*said.span("word"), ("target_price",)) if said else None


def moved_target(scan: Scan, amount: Amount) -> re.Match[str] | None:
    """Return the words that move a target to an amount, and no target of anything: `trimmed its target to HK$48`, not `its EPS target`."""
    said = _MOVED.search(scan.text, max(scan.sentence.start, amount.start - _NEAR), amount.start)
    of_else = said and any(said.start() <= m.start and m.end < amount.start for m in scan.metrics)
    return None if of_else or _OF_ELSE.match(scan.text, amount.end) else said


def _is_brokers(scan: Scan, catalogue: Catalogue) -> bool:
    """Whether a sentence names a broker, or speaks as only one does."""
    named = any(catalogue.company_kind(e.entity) == "broker" for e in scan.entities)
    return named or bool(_BROKERS.search(scan.text, scan.sentence.start, scan.sentence.end))
