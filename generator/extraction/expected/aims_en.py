"""Aims that an English sentence tells without saying of what: `The company's goal for the full year is 3 million vehicles`."""

from __future__ import annotations

import re

_OWN = r"(?:(?:own|official|internal|initial|original|annual|full-year|yearly|new|overall|sales|delivery|production|self-set|stated|ambitious|current) ){0,3}"
# `It cut its target for the year to 4.6 million`, `The group is sticking to its goal of 800,000`
AIM_MOVED = re.compile(
    r"\s*(?:[Ii]n [A-Z]\w+,? )?(?:It|They|The (?:company|group|firm|[a-z]*maker|brand)|[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)?) (?:(?:also|then|later|since|now|still|has|had|already|recently|last month) ){0,2}"
    r"(?P<verb>(?:cut|lowered|reduced|slashed|trimmed|raised|lifted|hiked|upped|increased|boosted|set|kept|reaffirmed|confirmed|maintained|reiterated|(?:is |was |are )?(?:sticking to|standing by|keeping to|holding on to)|(?:sticks|stuck|stood|stands) (?:to|by)|(?:has|had|have))) "
    rf"(?:its|their|an?|the) {_OWN}(?:goal|target|aim|objective|ambition|guidance|forecast)(?: (?:for|in) [^,;$€£¥\d]{{3,30}}?(?:20\d\d)?)?"
    r"(?: (?:to|at|of)(?: (?:sell|deliver|build|produce|ship|selling|delivering|shipping|handing over)(?:ing)?)?) (?:(?:about|around|roughly|nearly|at least|over|more than|only|between) )*"
)
# `The company's goal for the full year is 3 million vehicles`, `The target has been lifted to 130,000`, of the cars told before
AIM = re.compile(
    rf"\s*(?:(?:The|Its|Their|That|His|Her) |(?:The (?:company|group|firm|automaker|carmaker|brand|maker|management)|[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)?)['’]s? ){_OWN}"
    r"(?P<verb>goals?|targets?|aims?|objectives?|ambition|plan|guidance|forecast)(?: (?:for|of|in) [^,;$€£¥]{3,40}?)?"
    r" (?:(?:has|have|had) (?:now |since |just )*been (?:raised|lifted|upped|cut|lowered|hiked|increased|reduced|trimmed|slashed|set) (?:to|at)|(?:was|were|is) (?:raised|lifted|upped|cut|lowered|hiked|increased|reduced|trimmed|slashed|set) (?:to|at)|(?:is|was) to (?:sell|deliver|build|produce|ship|reach|hit)|stands at|stood at|calls for|called for|amounts to|remains|is|was)"
    r" (?:(?:about|around|roughly|nearly|at least|over|more than|only|now|still|to) )*"
)
