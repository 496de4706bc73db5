"""Users who have several things are some of all that a company has: `with 15.2 million users having five or more connected devices`, 拥有五件及以上设备的用户数达1520万."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_USERS

OF_SOME_USERS = "some of the users, not all"
_COUNTED = {*OF_USERS, "aiot_connected_devices"}
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_THINGS = r"(?:devices|products|services|apps|games|cars|items|gadgets)"
_SEVERAL = re.compile(
    rf"\b(?:users?|customers|members|subscribers|accounts|people|households)\b[^,;.\d]{{0,50}}?\b(?:{_NUMBER}(?: or more|\+| and more| or above)|(?:at least|more than|over) {_NUMBER}) (?:[\w-]+ ){{0,4}}?{_THINGS}\b",
    re.I,
)
# 拥有五件及以上连接至AIoT平台的设备(不包括智能手机)的用户数
_SEVERAL_ZH = re.compile(r"[两二三四五六七八九十\d]{1,2}[件台个种款部](?:及|或|和)?以上")
_REACH = 90  # characters around the word for them, within which that is told


def of_some_users(scan: Scan, mention: Mention) -> str | None:
    """Return why a count is only of the users who have several things, or a growth of it; None where it may be of all."""
    if mention.metrics[0] not in _COUNTED:
        return None
    if scan.chinese:
        some = _SEVERAL_ZH.search(scan.text, scan.clause(mention.start)[0], mention.start)
        return OF_SOME_USERS if some else None
    low = max(scan.sentence.start, mention.start - _REACH, scan.amount_before(mention.start))
    found = _SEVERAL.search(scan.text, low, min(scan.sentence.end, mention.end + _REACH))
    return OF_SOME_USERS if found and found.start() <= mention.end else None
