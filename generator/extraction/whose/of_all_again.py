"""Whether a metric is the whole company's again, after a part of it was named: `Vehicle margin was 14%, and revenue rose 6%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.did_both_en import goes_on_to_earn
from generator.extraction.whose.lines_rate import is_a_lines_rate
from generator.extraction.whose.said_aside_en import goes_on_past_aside
from generator.extraction.whose.spoken_before import ALSO_BY_SEGMENT

_IT_NOW = re.compile(
    r"\s*(?:and|while|but|whereas) (?:it|they|the (?:company|group|firm)) (?:now |also |still )?[a-z]+ "
)
# `Despite rising costs for smartphones, the bank expects the company's Q3 gross margin to reach 22.9%`
_ASIDE = re.compile(
    r"[\s•*-]*(?:Despite|While|Although|Though|Even (?:as|though|with)|As|After|With|Amid|Given|Because|Since|Thanks to|Driven by|Helped by|Boosted by|Hurt by|Weighed down by)\b[^,;.]{3,140}, "
)
_COMPANYS = re.compile(
    r"\b(?:the (?:[a-z]+ )?(?:company|group|firm|[a-z]*maker|giant|retailer)|(?P<name>[A-Z][\w.-]+))['’]s (?:(?:own|overall|total|quarterly|annual|net|Q[1-4]|[a-z]+-(?:quarter|year)|20\d\d) )*$"
)
# `Vehicle margin was 14.6% (+3.1ppt); revenue was 20.3 billion`, `a vehicle margin of 12.3% on revenue of 42.2 billion`
_ALONE = re.compile(r"\s*(?:(?:total|net|overall|quarterly) )?")
_WAS = re.compile(
    r" (?:was|were|came|stood|rose|fell|grew|dropped|climbed|declined|totall?ed|increased|decreased|reached|amounted|jumped|slipped|surged)\b"
)
_ON = re.compile(r"\bon (?:(?:total|net|overall|quarterly) )?$")
_AND = re.compile(r"\s*(?:and|while|but|whereas|even as|though|although)\s")
# `For 2025 SAP expects cloud revenue of 21.6 billion, operating profit of 10.3 billion`: a list of what the company itself expects or reported
_ITS_LIST = re.compile(
    r"(?:(?!segment|unit|division|business)[^,;]){0,40}(?:, (?:which|the|a|an) [^,;]{3,60},)? (?:(?:also|now|still|meanwhile|itself) )*(?:expects?|expected|sees?|saw|forecasts?|projects?|projected|guides?(?: for)?|guided(?: for)?|anticipates?|targets?|reported|posted|booked|recorded) (?:(?!segment|unit|division|business)[^,;]){0,50}"
)


def speaks_of_all(around: Surroundings, metric: str, mention: Mention, amount: Amount, named: int) -> bool:
    """Whether a metric is the whole company's again, after a part of it was named at `named`.

    `Vehicle margin was 14%, and revenue rose 6%`; `22 billion euros in cloud revenue and 11.5 billion in operating profit`.
    """
    clause = around.scan.clause(mention.start)[0]
    if _IT_NOW.match(around.scan.text, clause, mention.start):
        return True
    if (metric in ALSO_BY_SEGMENT and mention.start >= amount.end) or _ends_a_list(around, clause, mention):
        return True
    aside = _ASIDE.match(around.scan.text, around.scan.sentence.start, mention.start)
    if aside and named < aside.end() and _COMPANYS.search(around.scan.text, aside.end(), mention.start):
        return True
    if metric.endswith("operating_profit") and named >= 0 and _is_of_its_list(around, named, mention):
        return True
    if metric == "revenue" and mention.start >= amount.end and -1 < named < clause:
        return True  # `Ships 32 Million Smartphones, Posts 15 Percent Rise in Sales`
    if metric in ("revenue", *ALSO_BY_SEGMENT) and goes_on_to_earn(around, mention):
        return True
    if metric == "revenue" and _stands_by_a_lines_rate(around, mention, named, clause):
        return True
    told = metric in ("revenue", *ALSO_BY_SEGMENT) and mention in around.scan.metrics and -1 < named < clause
    told = told and not goes_on_past_aside(around.scan, mention, named)
    return told and bool(_AND.match(around.scan.text, clause))


def _stands_by_a_lines_rate(around: Surroundings, mention: Mention, named: int, clause: int) -> bool:
    """Whether revenue has a clause of its own, or is what was earned on, behind a margin or a price that only its own name makes a line's."""
    scan = around.scan
    rate = next((m for m in scan.metrics if m.start == named and m.metrics), None)
    if rate is None or not is_a_lines_rate(around, rate.metrics[:1]):
        return False
    alone = named < clause and _ALONE.fullmatch(scan.text, clause, mention.start) and _WAS.match(scan.text, mention.end)
    return bool(alone or _ON.search(scan.text, max(named, mention.start - 16), mention.start))


def _ends_a_list(around: Surroundings, clause: int, mention: Mention) -> bool:
    """Whether a metric alone goes on, behind a semicolon, with a list of several lines' figures: `VAS rev +6% to RMB79bn; ads +19% to RMB30bn; gross margin up 6ppt`."""
    scan, kinds = around.scan, around.names.catalogue.segments
    alone = scan.text[clause - 1 : clause] == ";" and not scan.text[clause : mention.start].strip()
    before = (m.segment or "" for m in scan.segments if m.end <= clause)
    return alone and len({name for name in before if kinds[name].kind == "business"}) > 1


def _is_of_its_list(around: Surroundings, named: int, mention: Mention) -> bool:
    """Whether a company's own verb leads to a list in which a part was named by its metric alone at `named`, before another metric."""
    scan = around.scan
    own = any(m.start == named and m.metrics for m in scan.metrics)
    lists = own and any(named < a.start < mention.start for a in scan.amounts)
    subject = around.subject_before(named) if lists else None
    low = subject.end if subject else scan.sentence.start
    return lists and bool(_ITS_LIST.fullmatch(scan.text, low, named))
