"""Aims that an English sentence tells without saying of what: `The company's goal for the full year is 3 million vehicles`."""

from __future__ import annotations

import re

# `The company's goal for the full year is 3 million vehicles`, `The target has been lifted to 130,000`, of the cars told before
AIM = re.compile(
    r"\s*(?:(?:The|Its|Their|That|His|Her) |(?:The (?:company|group|firm|automaker|carmaker|brand|maker|management)|[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)?)['’]s? )(?:(?:own|official|internal|initial|original|annual|full-year|yearly|new|overall|sales|delivery|production|self-set|stated|ambitious|current) ){0,3}"
    r"(?P<verb>goals?|targets?|aims?|objectives?|ambition|plan|guidance|forecast)(?: (?:for|of|in) [^,;$€£¥]{3,40}?)?"
    r" (?:(?:has|have|had) (?:now |since |just )*been (?:raised|lifted|upped|cut|lowered|hiked|increased|reduced|trimmed|slashed|set) (?:to|at)|(?:was|were|is) (?:raised|lifted|upped|cut|lowered|hiked|increased|reduced|trimmed|slashed|set) (?:to|at)|(?:is|was) to (?:sell|deliver|build|produce|ship|reach|hit)|stands at|stood at|calls for|called for|amounts to|remains|is|was)"
    r" (?:(?:about|around|roughly|nearly|at least|over|more than|only|now|still|to) )*"
)
