"""What a sentence leaves to the one after it: whom it speaks of, and of when."""

from __future__ import annotations

import re

from generator.extraction.frozen import replace
from generator.extraction.marks.mention import STRANGER, EntityMention
from generator.extraction.marks.scanning import Scan
from generator.extraction.unnamed.stand_ins import stands_for_the_last
from generator.extraction.when.last_days import day_opened_with
from generator.extraction.when.led_from_zh import bases_told
from generator.extraction.when.looked_back import looks_back
from generator.extraction.when.month_introduced_zh import month_introduced
from generator.extraction.whose.among_brands_zh import is_among_brands
from generator.extraction.whose.asked_of_zh import asked_of
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.counts_published_zh import published_since
from generator.extraction.whose.division_spoken_of import division_spoken_of
from generator.extraction.whose.first_person import of_whoever_speaks
from generator.extraction.whose.ground import Ground
from generator.extraction.whose.holders import next_holder
from generator.extraction.whose.in_passing_zh import is_named_in_passing_zh
from generator.extraction.whose.latter_en import two_named
from generator.extraction.whose.latter_zh import two_named_zh
from generator.extraction.whose.lines_named import is_called_segment, lines_named
from generator.extraction.whose.region_en import names_the_world
from generator.extraction.whose.rivals_aside import returns_to
from generator.extraction.whose.shares_spoken_of_en import shares_after
from generator.extraction.whose.spoken_of_behind_en import spoken_of_behind
from generator.extraction.whose.strangers import opens_with_a_stranger
from generator.extraction.whose.strangers_in_passing_en import is_stranger_in_passing
from generator.extraction.whose.strangers_zh import opens_with_stranger
from generator.extraction.whose.things_shipped import things_before
from generator.extraction.whose.time_left import is_nameless_span, month_left, only_time_named, time_opened_with
from generator.extraction.whose.told_beside import is_aside, is_told_beside
from generator.extraction.whose.told_by_place import named_lately
from generator.settings.period import Period

_ON_IT = re.compile(r"\s*(?:It|Its|They|Their|The (?:company|group|firm|[a-z]*maker|giant|retailer)(?:['’]s)?) ")


def ground_after(around: Surroundings, spoken: Period | None, segment: str | None) -> Ground:
    """Return what the next sentence inherits; `spoken` is the period that this one's figures name."""
    scan = around.scan
    beside = [next_holder(scan, amount) for amount in scan.amounts]
    subjects = [e for e in scan.entities if around.is_subject(e) and not is_aside(scan, e) and e not in beside]
    passing = [e for e in scan.entities if is_named_in_passing_zh(scan, e) or is_stranger_in_passing(scan, e)]
    subjects = [e for e in subjects if not around.inserted(e) and e not in passing]
    subjects = [e for e in _own(scan, subjects) if not is_among_brands(around, e, subjects[0])]
    strange = not passing and (opens_with_stranger(scan) or opens_with_a_stranger(scan))
    behind = spoken_of_behind(scan)
    house = (
        behind is not None and around.names.catalogue.company_kind(behind) != "company"
    )  # `Nomura, which rates it buy`
    speaks = (None if house else behind) or of_whoever_speaks(around, scan.sentence.end)
    entity = subjects[-1].entity if subjects else STRANGER if strange else speaks or around.ground.entity
    whom = asked_of(scan)
    entity = whom.entity if whom else entity
    returns = None if whom else returns_to(around, [e for e in scan.entities if around.is_subject(e)])
    back = _tells_of_then(around, spoken)
    introduced = time_opened_with(around, entity)
    own = None if back else next((p for p in (spoken, introduced) if p and not looks_back(around, p)), None)
    own = own or (None if back else month_introduced(around))
    period = own or (None if is_nameless_span(around) else around.ground.period or only_time_named(around))
    ends = (p for _, p in around.resolved if p.kind == "quarter" and period is not None and p.end == period.end)
    quarter = period if period is not None and period.kind == "quarter" else next(ends, around.ground.quarter)
    kinds = around.names.catalogue.segments
    named = lines_named(around)
    lines = [m.segment for m in named if is_called_segment(scan, m)] or [m.segment for m in named]
    regions = [m.segment for m in scan.segments if kinds[m.segment or ""].kind == "region"]
    region = regions[-1] if regions else None if names_the_world(scan) else around.ground.region
    joined = scan.text[scan.sentence.end - 1] == ";"
    division = division_spoken_of(around)
    return replace(
        around.ground, entity=entity, period=period, segment=segment, division=division, quarter=quarter, joined=joined,
        line=lines[-1] if lines else around.ground.line, region=region, owner=_owner(around, entity, own), returns=returns,
        month=month_left(around, own), as_of=day_opened_with(around), two=two_named_zh(scan, around.names, around.ground.two) if scan.chinese else two_named(scan, around.names), lately=named_lately(scan.entities, around.names, around.ground.lately),
        things=things_before(scan, around.names.catalogue, scan.sentence.end, around.ground.things), based=bases_told(around),
        earlier=_set_beside(around, period), shares=shares_after(scan, around.ground.shares, around.home),
        published=published_since(scan, around.ground.line or around.ground.heading_segment),
    )  # fmt: skip


def _owner(around: Surroundings, entity: str | None, own: Period | None) -> str | None:
    """Return the company whose period is told; nobody's is one that a sentence names for whoever comes: `Add up the quarter. Nio delivered 87,071`."""
    scan, ground = around.scan, around.ground
    for_all = own is not None and own.kind == "quarter" and not (scan.amounts or scan.entities or scan.chinese)
    again = own == ground.period and ground.owner is None
    return None if for_all or (own and again) else entity if own else ground.owner


def _set_beside(around: Surroundings, now: Period | None) -> Period | None:
    """Return the quarter that a sentence set beside a later one, which `that earlier quarter` may mean next."""
    before = (p for _, p in reversed(around.resolved) if p.kind == "quarter" and now is not None)
    return next((p for p in before if now and p.kind == now.kind and p.end < now.end), around.ground.earlier)


def _own(scan: Scan, subjects: list[EntityMention]) -> list[EntityMention]:
    """Return those of a sentence's subjects that it is on: not who is only set beside one that it names, or that `it` stands for."""
    own = [e for e in subjects if not is_told_beside(scan, e)]
    return own if own or _ON_IT.match(scan.text, scan.sentence.start) else subjects


def _tells_of_then(around: Surroundings, spoken: Period | None) -> bool:
    """Whether an English sentence only says what the figure before had been: `A year earlier the number stood at 106,042, and in March it was 207,080`."""
    ground = around.ground.period
    if spoken is None or ground is None or spoken.kind != ground.kind or spoken.fiscal != ground.fiscal:
        return False
    return spoken < ground and stands_for_the_last(around.scan)
