"""The region of a share: where makers sold what it goes on with."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.tallies import is_tracked
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.region_en import turns_to_all

# `the new plants in Europe will push gross margin down`, `its fab in Japan diluted gross margin`: what something there does to the whole
_DOES = r"push|lower|depress|press|drag|squeez|dilut|reduc|dent|erod|weigh|hurt|hit|cut|crimp|compress|pressur|weaken|shrink|pull|knock|trim|shav|eat|lift|boost|rais|improv|strengthen|drive|send|help"
_ACTS = rf"(?:will|would|should|could|may|might|can|to|is|are|was|were|has|have|had)(?>(?: (?:(?:be|been|also|again|then|further|[a-z]+ly)\b))*) (?:{_DOES})[a-z]*\b|(?:{_DOES.replace('|hit|cut', '')})(?:e?s|ing)\b|(?:push|depress|press|dragg|squeez|dilut|dent|erod|weigh|crimp|compress|weaken|pull|knock|shav)ed\b"
# How English sets a region beside what is of it: `European shipments`, `sales of its phones in Europe`
BEFORE_METRIC = re.compile(
    rf"(?:['’]s)?\s*(?:(?!{_ACTS}|(?:after|as|when|while|and|but|where|with|because|since|before|although|though|if|its|their|drove|helped|lifted|pushed|boosted|led)\b)[\w&-]+\s+){{0,3}}",
    re.I,
)
IN_REGION = re.compile(
    r"(?:\s+of (?:(?:its|the|all) (?:[a-z]+ )?(?=smartphones|phones|cars|vehicles|devices)|(?:them|these|those)\b))?(?:\s+(?:new energy|passenger|electric))?\s*(?:units|vehicles|cars|NEVs|EVs|devices|smartphones|phones|stores|retail stores|shops)?(?: to (?:customers|buyers|dealers|clients|users))?(?:\s+(?:growth|increase|rise|gain|jump|surge|decline|drop|fall|decrease|slump|plunge|dip))?\s*(?:(?:(?:will|would|should|could|are to|is to|(?:are|is) (?:expected|set|due) to) )?(?:came |comes? |was |were |be |derived |generated )?from|in|of|across|for|to|sold|outside|at(?= its ))\s+(?:(?:the |its )(?:[a-z-]+ )?|all )?",  # `in the crucial Greater China market`
    re.I,
)


# 以20%的市场份额排在中国智能手机市场第一, 凭15%的市占率成为印度最大手机厂商
_RANKS = re.compile(
    r"的?[一-鿿]{0,4}(?:市场|市占)(?:份额|占有率|份额占比|率)?,?(?:继续|再次|首次|再度|重新|成功|一举)?(?:排名?|位[列居]|稳[居坐]|居|升至|登上|夺得|拿下|成为|坐上|跃居|跻身|蝉联|夺回|领跑|领先|名列)[在于到至为]?了?$"
)
_PLACE = re.compile(
    r"(?:智能|折叠屏?|高端|新能源)*(?:手机|汽车|平板|电脑|PC|可穿戴设备)?(?:市场|行业)?的?(?:(?:排名|榜单)?第[一二三四五六七八九十\d]|榜首|前[三四五十]|冠军|头把交椅|首位|最大|销冠|龙头)"
)


def _ranked_in(around: Surroundings, amount: Amount) -> str | None:
    """Return the region in which a Chinese clause says behind a share that it is so large a place: 以20%的份额排在中国市场第一."""
    scan, kinds = around.scan, around.names.catalogue.segments
    end = scan.clause(amount.end)[1]
    for region in (m for m in scan.segments if amount.end <= m.start < end and kinds[m.segment or ""].kind == "region"):
        if _RANKS.fullmatch(scan.text, amount.end, region.start) and _PLACE.match(scan.text, region.end):
            return region.segment
    return None


def held_there(around: Surroundings, metric: str, amount: Amount) -> str | None:
    """Return the region of what makers sold, which a share goes on with: `shipments in Europe fell 1%, leaving it third with a share of 16%, behind Samsung on 35%`."""
    scan = around.scan
    if scan.chinese:
        return _ranked_in(around, amount) if metric.endswith("market_share") else None
    kinds = around.names.catalogue.segments
    regions = [m for m in scan.segments if kinds[m.segment or ""].kind == "region" and m.end <= amount.start]
    if not metric.endswith("market_share") or len({m.segment for m in regions}) != 1:
        return None
    told = scan.amount_before(amount.start)
    tracked = (m for m in scan.metrics if is_tracked(m.metrics[0]) and m.end < told)
    beside = any(
        IN_REGION.fullmatch(scan.text, m.end, regions[-1].start)
        or BEFORE_METRIC.fullmatch(scan.text, regions[-1].end, m.start)
        for m in tracked
    )
    return regions[-1].segment if beside and not turns_to_all(scan, regions[-1].end, amount.start) else None
