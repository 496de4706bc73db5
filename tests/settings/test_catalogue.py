"""The catalogue that is shipped: a name is of one company, and no short Chinese name stands inside words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.corpus.cleaning import fold
from generator.extraction.marks.names import Names
from generator.settings.catalogue import Company
from generator.settings.catalogued import load_catalogue

# Words and ends of words in which a short Chinese name has been found.
_PROSE = (
    "中国巨头认为，其中通信业务与表达能力都在提高，意识到适宜家庭的音乐高手、文艺电影和审阅文件很多；增长和利润、增长实现突破；"
    "大力拓展市场，增强生产力，更佳能力；今日立即公布，社群联盟，四川湖南，科技嘉年华，千万豪宅，美好未来，致富途径，引领展示，"
    "平台塑造，两万科技人员，伊利诺伊州，发电装机，严格芯片管制，夏普比率，扩大疆域，掀起亚洲热潮，达到世界水平。"
)

_ENGLISH = (
    "Sector Snap: Zoom in, Grab a seat, Circle back. Unity and Strategy first, Block by block. Visa rules ease; Sharp gains. "
    "Target prices rise, Best of all. Coherent plans, Gigabyte speeds, Next steps, Gap years. Sea levels. Orange juice. Dow Jones. Delta flows. "
    "Continental breakfast, Industrial output, General orders, Elite schools, Open doors, Square one, Shell companies."
)


def _forms(company: Company) -> Iterator[str]:
    for name in (company.name, company.short or company.name):
        yield from (name.en, name.zh)
    yield from (*company.aliases.en, *company.aliases.zh, *company.ordinary, *company.tickers)


def test_a_name_is_of_one_company() -> None:
    whose = defaultdict(set)
    for name, company in load_catalogue().companies.items():
        for form in _forms(company):
            whose[fold(form).text].add(name)
    assert len(whose) > 2000
    assert {form: sorted(names) for form, names in whose.items() if len(names) > 1} == {}


def test_a_person_speaks_for_one_company() -> None:
    whose = defaultdict(set)
    for name, company in load_catalogue().companies.items():
        for person in company.people:
            whose[person].add(name)
    assert len(whose) > 300
    assert {person: sorted(names) for person, names in whose.items() if len(names) > 1} == {}


def test_no_alias_stands_inside_the_words_of_plain_prose() -> None:
    prose = fold(_PROSE).text
    companies = load_catalogue().companies.values()
    aliases = {fold(form).text for c in companies for form in (*c.aliases.zh, (c.short or c.name).zh, c.name.zh)}
    assert [form for form in aliases if form in prose] == []


def test_no_company_is_called_by_an_english_word() -> None:
    found = {_ENGLISH[e.start : e.end] for e in Names(load_catalogue()).entities(_ENGLISH)}
    assert found <= {"Shell"}, "whose only name it is"


def test_the_first_noun_of_a_count_is_one_to_print() -> None:
    counts = {name: metric.counted for name, metric in load_catalogue().metrics.items() if metric.unit == "count"}
    printed = {name: counted.en[0] for name, counted in counts.items() if counted.en}
    assert {name: noun for name, noun in printed.items() if not (noun.islower() and noun.endswith("s"))} == {}
