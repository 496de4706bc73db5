"""Words that an English sentence has for the figure of the one before: `In February, it had stood at 20,000`, `But they reached a record 20,500`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.corpus.months import MONTHS
from generator.extraction.amounts.amount import Amount
from generator.extraction.figure import Figure
from generator.extraction.marks.bases import A_MONTH_AGO, A_QUARTER_AGO, A_YEAR_AGO
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED, TOLD
from generator.extraction.metrics.measured_in import is_measured_in
from generator.extraction.when.beside import is_of_then
from generator.extraction.whose.ground import Ground

# `In the third quarter alone, when families buy consoles, it edged up`
_ASIDE = r"(?:, (?:when|where|in which|usually|typically|traditionally|normally|the|an?) [^,;:.\d]{3,60}(?=, ))?"
# When it was so, said first: `A year earlier, `, `In February, `, `Only three months before `
_WHEN = (
    r"(?:(?:Only |Just |Back |As recently as |Until |By |In |At |For |During |Over )?(?:[Aa] (?:year|month|quarter)|[Oo]ne (?:year|month|quarter)|[Tt]hree months|[Tt]he (?:year|month|quarter|first|second|third|fourth|same|previous|prior|full|whole|entire|current|coming|next|rest)|[Ll]ast (?:year|month|quarter)"
    rf"|{MONTHS}|20\d\d|Q[1-4]|(?:that|this) (?:year|month|quarter))[a-zA-Z0-9 ]{{0,30}}?"
    rf"{_ASIDE},? "
    rf"|(?:(?:[Ii]n|[Ff]or|[Dd]uring|[Oo]ver) )?(?:(?i:{A_YEAR_AGO}|{A_QUARTER_AGO}|{A_MONTH_AGO})|(?:the |that |its )?(?:[\w'’-]+ ){{0,3}}(?:quarter|half|months?|year|period)(?: of (?:20\d\d|last year))?),? )?"
)
_STANDS = rf"(?P<that>(?:[Ii]t|[Tt]hey|(?:[Tt]he|[Tt]hat|[Tt]his) (?:(?!(?:tax|interest|exchange|growth|churn|take|occupancy|inflation|discount|usage|utilisation|utilization|default|conversion|retention) )(?:[a-z]+|{MONTHS}) )?(?:measure|metric|figure|number|value|rate|level|total|tally|count|ratio|reading|percentage|sum|margin|volume)|[Tt]hose numbers|[Tt]he (?:numbers|figures)))"
_AHEAD = r"(?:(?:is|are) (?:now |still |currently )?(?:expected|seen|forecast|projected|put|estimated|likely|set|due|guided|pegged|reckoned)|(?:will|should|would|could|may|might) (?:be|reach|come|total|hit|amount|stand|exceed|top|rise|grow|fall|climb|drop|increase|decline))"
_DOES = rf"(?: (?:also|even|still|only|just|then|now|had|has|have|already|actually|thus|again))* (?:was|were|been|stood|came|come|reached|hit|landed|amounted|totall?ed|numbered|topped|exceeded|approached|neared|{_AHEAD}|{MOVED})\b"
_SAID = re.compile(
    rf"[^\w\n]{{0,4}}(?:(?:But|And|Yet|Still|However|Then|Now|By contrast),? )?{_WHEN}{_STANDS}(?={_DOES})"
)
# Whose it is and which span it counts: `XPeng's third-quarter`, `NIO's July to September`, `The nine-month`
_MONTH = f"(?:{MONTHS})"
_OF_SPAN = (
    r"(?:(?:first|second|third|fourth|full|nine|six|three|half|half-)[- ]?(?:quarter|half|month|months|year)|quarterly|monthly|full-year|half-year|annual|yearly|year-to-date|combined|corresponding|comparable|Q[1-4]"
    rf"|{_MONTH}(?:(?: to | through |[-–]){_MONTH})?|preliminary|final|latest|overall|group|domestic) "
)
_OWNER = r"(?:[Tt]he (?:company|group|carmaker|automaker|firm|chipmaker)['’]s|[Tt]he|[Ii]ts|[Tt]heir|[Tt]hat|[Tt]his|[A-Z][\w.&]*(?: [A-Z][\w.&]*){0,2}['’]s?) "
_NOUN = "(?:figure|total|tally|number|count|sum|haul|result)"
# `The third-quarter figure was 40,008 cars`, `The figure for the quarter rose 12%`, `NIO's July to September total of 55,432 vehicles was 75.4% higher`
_FIGURE = re.compile(
    rf"[^\w\n]{{0,4}}(?:(?:But|And|Yet|Still|However|Then|Now|By contrast|Meanwhile|Overall),? )?{_WHEN}"
    rf"(?P<that>(?:{_OWNER})(?:{_OF_SPAN}){{0,2}}{_NOUN})"
    rf"(?:(?: (?:for|in) (?:the )?[A-Za-z0-9 -]{{3,36}}?)?(?={_DOES})| of (?=(?:about |around |nearly |some |over )?[A-Z]{{0,3}} ?[$€£¥]?\d))"
)
# `XPeng's came to 20,011`: what it is goes without saying
_ELLIPTIC = re.compile(
    rf"[^\w\n]{{0,4}}(?:(?:But|And|Meanwhile|By contrast),? )?[A-Z][\w.&]*(?: [A-Z][\w.&]*){{0,2}}(?P<that>['’]s)(?={_DOES})"
)
# `That brought the third-quarter total to 105,108`: of the span that it names, where `its total` would be of all there ever was
_BROUGHT = re.compile(
    rf"[^\w\n]{{0,4}}(?:That|This|It|The (?:figure|number|total|result|month)) (?:brings|brought|takes|took|lifts|lifted|pushes|pushed|raises|raised) "
    rf"(?P<that>{_OWNER}(?:(?:{_OF_SPAN}){{1,2}}{_NOUN}|{_NOUN} (?=(?:for|in) (?:the )?[A-Za-z0-9 -]{{3,36}}? to )))(?=[A-Za-z0-9 -]{{0,44}} to )"
)
# `A year earlier, NIO had reported 14.2%`, `It had posted 5.1 billion yuan in the second quarter`
_HAD_TOLD = re.compile(
    rf"[^\w\n]{{0,4}}(?:(?:But|And|Yet|Still),? )?{_WHEN}(?:[Ii]t|[Tt]hey|[Tt]he (?:company|group|firm|[a-z]*maker)|(?P<name>[A-Z][\w.&]*(?: [A-Z][\w.&]*){{0,2}})) (?P<that>had) (?:(?:only|still|already|just|even) )?{TOLD} "
)
_TO_AMOUNT = re.compile(r"[^,;:$€£¥\d]{0,44}$")  # between what stands for it and the first amount
_ENDS, _IN = re.compile(r"[.,;]"), re.compile(r" (?:(?:in|for|during) )?(?:the )?")
# `the current cloud backlog, a measure of contracted revenue`
_GLOSS = re.compile(r", (?:an?|the) (?:[a-z]+ )?(?:measure|gauge|indicator|sign|proxy|barometer|yardstick) (?:of|for) ")
_WATCHED = re.compile(
    r"\b(?:(?:pay|pays|paid|paying) (?:[a-z]+ )?attention to|watch(?:es|ed|ing)?|focus(?:es|ed)? on|(?:keep|keeps|kept) an eye on|look(?:s|ed)? (?:closely )?at) (?:the |its |[\w.&-]+['’]s )?$"
)
_NEAR = 44  # characters from a sentence's start, within which its metric is its subject


def subject_metric(scan: Scan) -> tuple[str, ...]:
    """Return the metrics of the word that an English sentence without a figure is about: `Xpeng's deliveries had been falling for months`."""
    gloss = _GLOSS.search(scan.text, scan.sentence.start, scan.sentence.end)
    named = [m for m in scan.metrics if not m.nothing and not (gloss and gloss.start() < m.start)]
    alone = len(named) == 1 and not scan.chinese and not scan.amounts
    alone = alone and (named[0].start - scan.sentence.start <= _NEAR or _is_watched(scan, named[0]))
    return named[0].metrics if alone and not named[0].any_profit else ()


def _is_watched(scan: Scan, mention: Mention) -> bool:
    """Whether a sentence only says that somebody looks at what a metric names: `Investors pay particular attention to the current cloud backlog`."""
    return _WATCHED.search(scan.text, scan.sentence.start, mention.start) is not None


def subject_part(scan: Scan) -> str | None:
    """Return the part whose metric such a sentence is about: `BYD's overseas sales slipped in May`."""
    parts = [m.part or m.segment for m in (*scan.metrics, *scan.segments) if m.part or m.segment]
    return parts[0] if parts and len(set(parts)) == 1 else None


def stands_for_the_last(scan: Scan) -> bool:
    """Whether a sentence opens with what stands for the figure of the one before."""
    return bool(_SAID.match(scan.text, scan.sentence.start, scan.sentence.end))


def _said(scan: Scan, end: int, ground: Ground) -> re.Match[str] | None:
    """Return what a sentence opens with that stands for a figure told before, `end` being where its first amount begins."""
    start = scan.sentence.start
    said = _SAID.match(scan.text, start, end) or _FIGURE.match(scan.text, start, end + 1)
    if said := said or _BROUGHT.match(scan.text, start, end) or _had_told(scan, ground):
        return said
    owned = any(start <= e.start < end and scan.text.startswith(("'s", "’s"), e.end) for e in scan.entities)
    of_a_market = ground.told is not None and ground.told[0].endswith(
        "share"
    )  # one's share was told of several markets
    return _ELLIPTIC.match(scan.text, start, end) if owned and not of_a_market else None


def _had_told(scan: Scan, ground: Ground) -> re.Match[str] | None:
    """Return what says that the company spoken of had told an amount of a time before, and nothing of what."""
    first = scan.amounts[0]
    had = _HAD_TOLD.match(scan.text, scan.sentence.start, first.start)
    if had is None or not (_ENDS.match(scan.text, first.end) or is_of_then(scan, first) or _is_dated(scan, first)):
        return None
    named = next((e for e in scan.entities if e.start == had.start("name")), None) if had["name"] else None
    return had if not had["name"] or (named and named.entity == ground.entity) else None


def _is_dated(scan: Scan, amount: Amount) -> bool:
    """Whether a period stands right behind an amount."""
    return any(_IN.fullmatch(scan.text, amount.end, m.start) for m in scan.periods if m.start >= amount.end)


def _level_alike(ground: Ground, first: Amount, names: Names) -> Figure | None:
    """Return the only level of the sentence before that an amount is measured as: `Net income was $1 billion, or 25 cents a share. A year ago it had been $6.8 billion`."""
    if ground.told and ground.told[0].endswith("share"):
        return None  # `shipped 6.7 million and had a share of 19%. A year before it was third with 5.4 million` goes on with the share
    alike = [f for f in ground.levels if f.metric and is_measured_in(names.catalogue, f.metric, first)]
    return alike[0] if len(alike) == 1 else None


def stand_in(scan: Scan, ground: Ground, names: Names) -> Mention | None:
    """Return what stands for the figure or the metric of the sentence before as a mention of it, where its first amount fits that."""
    if not scan.amounts or scan.chinese or not (ground.told or ground.named or ground.tallied):
        return None
    first = scan.amounts[0]
    said = _said(scan, first.start, ground)
    if (
        said is None
        or any(m.start < first.start for m in scan.metrics)
        or any(m.segment for m in scan.segments if m.start < first.start)
    ):
        return None
    if not _TO_AMOUNT.fullmatch(scan.text, said.end(), first.start):
        return None
    metrics = (ground.told[0],) if ground.told else ground.named or (ground.tallied or "",)
    known = [name for name in metrics if name in names.catalogue.metrics]
    fits = first.kind == "percent" or any(is_measured_in(names.catalogue, name, first) for name in known)
    if not fits and (level := _level_alike(ground, first, names)):
        return Mention(*said.span("that"), (level.metric or "",), part=level.segment, loss=level.value < 0)
    part = ground.told[1] if ground.told else ground.named_part if ground.named else None
    that = Mention(*said.span("that"), tuple(known), part=part)
    return replace(that, loss=ground.lost) if known and fits else None
