"""What reports of those who count a market leave unsaid: `Vivo grew 9% to 12.1 million units`, `its volumes soared 70%`, `Huawei's share climbed to 15.5%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.names import Mention
from generator.extraction.marks.scanning import Scan

_VERB = r"(?:grew|grow(?:s|ing)|rose|rising|gain(?:ed|ing)|climb(?:ed|ing)|jump(?:ed|ing)|surg(?:ed|ing)|soar(?:ed|ing)|leapt|swelled|increas(?:ed|ing)|expand(?:ed|ing)|rebound(?:ed|ing)|advanc(?:ed|ing)|fell|falling|declin(?:ed|ing)|dropp(?:ed|ing)|decreas(?:ed|ing)|slipp(?:ed|ing)|dipp(?:ed|ing)|slid|sliding|sank|sinking|shrank|shrinking|contract(?:ed|ing)|plung(?:ed|ing)|tumbl(?:ed|ing)|slump(?:ed|ing)|plummet(?:ed|ing)|(?:edg|inch|tick)(?:ed|ing) (?:up|down)|was (?:up|down)|up|down)"
_ABOUT = r"(?:about |around |nearly |almost |more than |over |just |only |an? )?"
# `Xiaomi, in sixth, grew 9%`, `Apple (15.7%) fell 19%`
_GREW = re.compile(
    rf"(?:, [^,;%\d]{{3,40}},| \([^()]{{1,24}}\))? (?:also |meanwhile |even |then |[a-z]+ly )?(?P<verb>{_VERB})(?: (?:by|at))? {_ABOUT}"
)
_LED_TO = re.compile(r"[^,;\d]{0,40}? to (?:about |around |nearly |over |a record )?")
_VOLUMES = re.compile(
    rf"(?:\b[Ii]ts|\b[Tt]heir|['’]s) (?:own |shipment |sales |unit |local |domestic )?(?P<word>volumes?) (?:also |even )?(?:{_VERB})(?: by)? {_ABOUT}$"
)
_SHARE = re.compile(
    r"(?:\b[Ii]ts|\b[Tt]heir|['’]s) (?:own |local |domestic |global |overall |combined )?(?P<share>share)(?: of the [a-z ]{3,30}| in (?:the )?[A-Z]?[a-z]+| there)? "
    rf"(?:also |even )?(?:was|is|stood|came|reached|hit|widened|narrowed|improved|held|remained|eased|ebbed|dwindled|{_VERB})(?: (?:steady|flat|unchanged))?(?: (?:to|at|in at|from))? {_ABOUT}$"
)
_LEAD = 90


def vendor_moved(scan: Scan, amount: Amount) -> Mention | None:
    """Return the shipments of the maker that a percentage says grew, or that such growth led to."""
    if amount.kind != "percent":
        before = next((a for a in reversed(scan.amounts) if a.end <= amount.start), None)
        led = before is not None and before.kind == "percent" and _LED_TO.fullmatch(scan.text, before.end, amount.start)
        return vendor_moved(scan, before) if led and before and amount.kind in ("count", "bare") else None
    low = max(scan.sentence.start, scan.amount_before(amount.start), amount.start - _LEAD)
    if any(low <= m.start < amount.start for m in scan.metrics):
        return None
    if volumes := _VOLUMES.search(scan.text, low, amount.start):
        return Mention(*volumes.span("word"), ("shipments",))
    grew = (_GREW.fullmatch(scan.text, e.end, amount.start) for e in scan.entities if e.end > low)
    return next((Mention(*found.span("verb"), ("shipments",)) for found in grew if found), None)


def vendors_share(scan: Scan, amount: Amount) -> Mention | None:
    """Return the market share of `Huawei's share climbed to 15.5%`."""
    low = max(scan.sentence.start, scan.amount_before(amount.start), amount.start - _LEAD)
    share = _SHARE.search(scan.text, low, amount.start)
    return Mention(*share.span("share"), ("market_share",)) if share else None
