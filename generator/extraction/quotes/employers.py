"""Speakers beside their companies: whose a role is, and whose a person is by the company named beside."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.extraction.quotes.roles import Role
from generator.extraction.quotes.speaker import Speaker

# 大和资本|证券研究部主管, 吉利控股|集团董事长; but 长江和记|公司秘书, 万科|证券事务代表
_OF_NAME = re.compile("^(?:证券(?!事务|部|法务)|集团|公司(?!秘书|治理|法务|律师)|控股(?!股东)|股份)+(?=.)")
OVERLAP = 24  # characters of a company's name before a role that its last word seems to belong to


def without(role: Role | None, companies: Iterable[str]) -> Role | None:
    """Return a role without the company it is at: 小米集团总裁 is 总裁, founder and CEO of NVIDIA founder and CEO."""
    if role is None:
        return None
    at, text = role
    for company in sorted(companies, key=len, reverse=True):
        if company.lower() not in text.lower():
            continue
        # 小米汽车明年翻倍 小米创始人雷军: a headline without a stop runs into the role
        run_on = "" if company.isascii() else "(?:[^、,]{3,}(?=[一-鿿]))?"
        led = re.match(rf"{run_on}{re.escape(company)}(?:'s)?[的 ]?", text)
        at, text = (at + led.end(), text[led.end() :]) if led else (at, text)
        text = re.sub(rf" (?:of|for|at|with|in) (?:the )?{re.escape(company)}\b.*$", "", text, flags=re.I)
    text = text.rstrip(" ,、")
    return Role(at, text) if text else None


def without_company(person: Speaker, companies: dict[int, int]) -> Speaker:
    """Return a person without the company that stands right before the name: Daniela Cavallo in `VW Daniela Cavallo`."""
    end = companies.get(person.start, 0)
    name = person.name[end - person.start :].lstrip()
    if not person.start < end < person.end or " " not in name:
        return person
    return replace(person, start=person.end - len(name), name=name)


def titled(person: Speaker, companies: dict[int, int], inside: bool = False) -> Speaker:
    """Return a person with the role alone, where a company's name opens it: 花旗分析师 is 分析师.

    `inside`: only where the name opens before it. The SEC's vice chair is that, whatever company she is at.
    """
    role = person.role
    end = max((companies.get(at, 0) for at in range(role.at - inside, role.at - OVERLAP, -1)), default=0) if role else 0
    if role is None or not role.at <= end < role.at + len(role.text):
        return person  # Auto founder, of Li Auto, is founder
    title = role.text[end - role.at :]
    text = _OF_NAME.sub("", title).lstrip("的 ")
    return replace(person, role=Role(end + len(title) - len(text), text))


def employed(person: Speaker, companies: dict[int, Speaker]) -> Speaker:
    """Return a person with the company right before the role or in it: SK Hynix CEO Kwak Noh-jung, founder of NIO."""
    if person.role is None or person.entity:
        return person
    at, text = person.role
    places = (*range(at, at - 4, -1), *range(at + len(text), at, -1))
    company = next((companies[end] for end in places if end in companies), None)
    return replace(person, entity=company.entity) if company else person
