"""How amounts are written: scale, decimals, currency, bounds and signs, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from babel import Locale
from babel.numbers import format_decimal, get_currency_name, get_currency_symbol

from generator.extraction.figure import Bound
from generator.settings.audience import NumberStyle
from generator.settings.model import OutputLanguage

MINUS = "\u2212"
_LOCALES = {"en": Locale("en"), "zh": Locale("zh")}  # by name, each would be looked up anew at every number
_SCALES = {
    "en": {"trillion": 10**12, "billion": 10**9, "million": 10**6, "thousand": 10**3},
    "zh": {"万亿": 10**12, "十亿": 10**9, "亿": 10**8, "百万": 10**6, "万": 10**4, "千": 10**3},
}
_AUTO = {"en": ("trillion", "billion", "million"), "zh": ("万亿", "亿", "万")}
_NAMED = {"thousand": "千", "million": "百万", "billion": "十亿"}
_BOUNDS: dict[str, dict[Bound, str]] = {
    "en": {"exact": "", "approx": "about ", "at_least": "over ", "at_most": "at most "},
    "zh": {"exact": "", "approx": "约", "at_least": "超", "at_most": "至多"},
}
_SIGNS: dict[Bound, str] = {"exact": "", "approx": "≈", "at_least": ">", "at_most": "<"}
# As business pages write them; every other currency as the Unicode CLDR names it.
_CURRENCIES = {("CNY", "en"): "yuan", ("CNY", "zh"): "元"}
_UNITS = {
    "en": {
        "speed": " tokens per second",
        "years": " years",
        "times": " times",
        "percentage_point": " percentage points",
    },
    "zh": {"speed": " tokens/秒", "years": "年", "times": "倍", "percentage_point": "个百分点"},
}
_SHORT_OF_SCALE = 10**7  # below this a count is written out rather than rounded off by its scale


@dataclass(frozen=True)
class Scale:
    """What values are divided by, and the word for it; no word for one."""

    factor: int = 1
    word: str = ""


@dataclass(frozen=True)
class Numbers:
    """Writes amounts for one audience. Never more decimals than the source states."""

    language: OutputLanguage
    style: NumberStyle

    def amount(self, value: Decimal, unit: str, precision: Decimal, bound: Bound = "exact") -> str:
        """`about 28.3 billion yuan`, `43.4 million`, `22.9%`."""
        sign = MINUS if value < 0 else ""
        return f"{_BOUNDS[self.language][_of_value(bound, value)]}{self._size(abs(value), unit, precision, sign)}"

    def signed(self, value: Decimal, unit: str, precision: Decimal, bound: Bound = "exact") -> str:
        """A change for a table: `+22.3%`, `−3.1%`, `+2.5 pp`."""
        plus = "+" if bound == "exact" and value > 0 else ""
        text = self._size(abs(value), unit, precision, MINUS if value < 0 else plus)
        if self.language == "en":
            text = text.replace(_UNITS["en"]["percentage_point"], " pp")
        return f"{_BOUNDS[self.language][_of_value(bound, value)]}{text}"

    def moved(self, value: Decimal, unit: str, precision: Decimal, bound: Bound = "exact") -> str:
        """A change for prose: `up 22.3%`, `下降3.1%`."""
        points = unit == "percentage_point"
        if value == 0:
            return "unchanged" if self.language == "en" else "持平"
        size = f"{_BOUNDS[self.language][bound]}{self._size(abs(value), unit, precision)}"
        if self.language == "en":
            return f"{'up' if value > 0 else 'down'} {size}"
        return f"{('上升' if points else '增长') if value > 0 else '下降'}{size}"

    def bare(self, value: Decimal, precision: Decimal, scale: Scale, bound: Bound = "exact", unit: str = "CNY") -> str:
        """A number whose unit stands elsewhere, for axes and columns: `113.1`, `≈28.3`."""
        sign = MINUS if value < 0 else ""
        precision = precision if _is_money(unit) else _meant(abs(value), precision, scale)
        digits = f"{sign}{self._digits(abs(value), unit, precision, scale)}{'%' if unit == 'percent' else ''}"
        return f"{_SIGNS[_of_value(bound, value)]}{digits}"

    def common(self, sizes: Iterable[tuple[Decimal, Decimal]], counted: bool) -> Scale:
        """Return one scale that suits all of some values, each with its precision; small counts keep their digits."""
        sizes = [(abs(value), precision) for value, precision in sizes]
        largest = max((value for value, _ in sizes), default=Decimal(0))
        if counted and largest < _SHORT_OF_SCALE and self.style.scale == "auto":
            return Scale(10**4, "万") if self.language == "zh" and largest >= 10**6 else Scale()
        scale = self._scale(largest)
        rounds = counted and any(self._rounds(value, precision, scale) for value, precision in sizes)
        return self._finer(largest, scale) if rounds else scale

    def unit(self, unit: str, scale: Scale, noun: str) -> str:
        """The unit of an axis or a column, in the order of an amount: `billion yuan`, `CNY billion`, `万台`, `%`."""
        if unit == "percent":
            return "%"
        name = self.currency(unit) if _is_money(unit) else _UNITS[self.language].get(unit, noun).strip()
        if _is_money(unit) and self._before(unit):
            apart = scale.word and self.language == "en" and not name[-1:].isalpha()  # `US$ billion`
            return _beside(f"{name} " if apart else name, scale.word).rstrip()
        return (" " if self.language == "en" else "").join(part for part in (scale.word, name) if part)

    def decimals(self, unit: str, precision: Decimal, scale: Scale) -> int:
        """Return how many decimals to show: the audience's, but never more than the source's precision has.

        Cents take two, and so do counts in 亿: 9.89亿 would lose nine million with one, and 98900万 is not written.
        """
        cents = _is_money(unit) and scale.factor == 1
        large = not _is_money(unit) and self.style.scale == "auto" and self.language == "zh" and scale.factor >= 10**8
        most = max(2, self.style.decimals) if cents or large else self.style.decimals
        return min(most, max(0, -(precision / scale.factor).adjusted())) if precision else most

    def currency(self, code: str) -> str:
        """The currency beside an amount, in the audience's style."""
        if code in self.style.labels:
            return self.style.labels[code]
        if self.style.currency == "symbol":
            return str(get_currency_symbol(code, locale=_LOCALES[self.language]))
        if self.style.currency == "code":
            return code
        named = _CURRENCIES.get((code, self.language))
        return named or str(get_currency_name(code, count=2, locale=_LOCALES[self.language]))

    def _size(self, value: Decimal, unit: str, precision: Decimal, sign: str = "") -> str:
        money = _is_money(unit)
        if unit in ("percent", "percentage_point"):
            suffix = "%" if unit == "percent" else _UNITS[self.language]["percentage_point"]
            return f"{sign}{self._digits(value, unit, precision, Scale())}{suffix}"
        scale = self._fitting(value, precision, counted=not money)
        gap = " " if self.language == "en" and scale.word else ""
        precision = precision if money else _meant(value, precision, scale)
        number = f"{self._digits(value, unit, precision, scale)}{gap}{scale.word}"
        if not money:
            return f"{sign}{number}{_UNITS[self.language].get(unit, '')}"
        name = self.currency(unit)
        if not self._before(unit):
            return f"{sign}{number}{' ' if self.language == 'en' else ''}{name}"
        return f"{sign}{_beside(name, number)}"

    def _before(self, code: str) -> bool:
        """Whether a currency is written before its amounts: RMB 113.1 billion, as against 113.1 billion yuan."""
        return code in self.style.labels or self.style.currency != "name"

    def _fitting(self, value: Decimal, precision: Decimal, counted: bool) -> Scale:
        scale = self._scale(value)
        if not self._rounds(value, precision, scale):
            return scale
        if value < (_SHORT_OF_SCALE if counted else 10**6):
            return Scale()
        return self._finer(value, scale) if counted else scale

    def _rounds(self, value: Decimal, precision: Decimal, scale: Scale) -> bool:
        """Whether a scale of our choice has a value lose digits that its source states."""
        stated = max(0, -(precision / scale.factor).adjusted()) if precision else 0
        return self.style.scale == "auto" and stated > self.style.decimals and value % precision == 0

    def _finer(self, largest: Decimal, scale: Scale) -> Scale:
        """Return the scale below: 1,036 million says what 1.0 billion would round away. Chinese takes decimals."""
        return self._scale(largest / 10) if self.language == "en" and largest / scale.factor < 10 else scale

    def _scale(self, value: Decimal) -> Scale:
        scales = _SCALES[self.language]
        if self.style.scale == "plain":
            return Scale()
        if self.style.scale != "auto":
            word = self.style.scale if self.language == "en" else _NAMED[self.style.scale]
            return Scale(scales[word], word)
        return next((Scale(scales[w], w) for w in _AUTO[self.language] if value >= scales[w]), Scale())

    def _digits(self, value: Decimal, unit: str, precision: Decimal, scale: Scale) -> str:
        places = self.decimals(unit, precision, scale)
        scaled = value / scale.factor
        coarse = (precision / scale.factor).adjusted() if precision else 0
        step = Decimal(1).scaleb(coarse if coarse > 0 else -places)
        rounded = Decimal((scaled / step).to_integral_value(ROUND_HALF_UP)) * step
        pattern = "#,##0" + ("." + "0" * places if places else "")
        return str(format_decimal(rounded, format=pattern, locale=_LOCALES[self.language]))


def _beside(currency: str, number: str) -> str:
    """Return an amount behind its currency: `RMB 113.1 billion`, `HK$53.5`, `人民币1,131亿元`."""
    if currency.endswith("币"):
        return f"{currency}{number}元"
    return f"{currency}{' ' if currency.isascii() and currency[-1:].isalpha() else ''}{number}"


def _is_money(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _meant(value: Decimal, precision: Decimal, scale: Scale) -> Decimal:
    """The unit of a count's last digit: 25万 and 1 billion of things, 43.3 million, not 25.0, 1.0 and 43.30."""
    digit = Decimal(scale.factor)
    while scale.factor > 1 and value % digit and digit > 1:
        digit /= 10
    return max(precision, digit) if scale.factor > 1 else precision


def _of_value(bound: Bound, value: Decimal) -> Bound:
    """Return the bound of a signed value: a loss of over 600 million is at most −600 million."""
    if value >= 0 or bound in ("exact", "approx"):
        return bound
    return "at_most" if bound == "at_least" else "at_least"
