"""What is altered in a finished file is found: digits, units, signs, periods, speakers, quoted words, at random."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from generator.briefing.claims import plain
from generator.rendering.web_imprint import web_texts
from generator.verification.evidence import Ledger
from generator.verification.ledger import read_ledger
from generator.verification.verify import verify
from tests.verification.altering import CHANGES, Deck, Pages

AUDIENCES = ("board", "analysts", "retail")
SEED = 20260107


@pytest.fixture(scope="module")
def ledger(issue: Path) -> Ledger:
    return read_ledger(issue / "evidence.json")


def claiming(ledger: Ledger, file: str) -> dict[int, set[str]]:
    """Return the texts of each page that claim something: evidence, periods and dates, who speaks, quoted words."""
    output = ledger.output(file)
    assert output is not None
    speakers = {e.claim.speaker for e in ledger.evidence[output.evidence] if e.claim.speaker}
    told = (
        "period",
        "Point.label",
        "QuoteCard",
        "Cell.line",
        "Table.header",
        "axis",
        "headline",
        "picture",
        "notes",
        "proofs",
    )
    return {
        page.page: {
            plain(piece.text)
            for piece in page.pieces
            if piece.evidence or piece.text in speakers or any(word in (piece.origin or "") for word in told)
        }
        for page in output.pages
    }


@pytest.mark.parametrize("form", ["pdf", "pptx", "html"])
@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_nobody_altered_passes(issue: Path, ledger: Ledger, audience: str, form: str) -> None:
    verdict = verify(issue / f"{audience}.{form}", ledger)
    assert verdict.problems == ()
    assert not verdict.changed
    assert verdict.checked > 20


@pytest.mark.parametrize(
    ("report", "audience", "form", "rounds"),
    [
        *(("weekly", audience, form, rounds) for form, rounds in (("pptx", 9), ("pdf", 15)) for audience in AUDIENCES),
        ("results", "analysts", "pptx", 9),  # its charts are native
    ],
)
def test_one_alteration_a_page_is_found_on_each(
    request: pytest.FixtureRequest, tmp_path: Path, report: str, audience: str, form: str, rounds: int
) -> None:
    folder: Path = request.getfixturevalue("issue" if report == "weekly" else "results")
    ledger, file = read_ledger(folder / "evidence.json"), f"{audience}.{form}"
    chance = random.Random(f"{SEED} {file}")
    claims = claiming(ledger, file)
    counts: Counter[str] = Counter()
    for _ in range(rounds):
        opened = Deck(folder / file) if form == "pptx" else Pages(folder / file)
        texts = [one for one in opened.texts() if plain(one[1]) in claims.get(one[0], ())]
        altered: dict[int, tuple[str, str, str]] = {}
        for number in sorted({number for number, _, _ in texts}):
            here = [(text, change) for n, text, change in texts if n == number]
            if done := alter(here, chance):
                altered[number] = done
                counts[done[0]] += 1
        opened.save(tmp_path / file)
        problems = verify(tmp_path / file, ledger).problems
        found = {int(problem.split(":")[0].split()[1]) for problem in problems}
        assert found == set(altered), {n: altered[n] for n in altered if n not in found} or problems
    print(f"{report}/{file}: {sum(counts.values())} alterations, all found: {dict(counts)}")
    assert sum(counts.values()) >= 3 * rounds
    assert set(counts) == set(CHANGES), "each kind of change was made"


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_alteration_of_a_page_for_browsers_is_found(
    issue: Path, ledger: Ledger, tmp_path: Path, audience: str
) -> None:
    file = f"{audience}.html"
    chance = random.Random(f"{SEED} {file}")
    whole = (issue / file).read_text(encoding="utf-8")
    body = whole.index("<body>")
    claims = claiming(ledger, file)[1]
    texts = [text.strip() for _, text, _ in web_texts(whole) if plain(text) in claims]
    counts: Counter[str] = Counter()
    while counts.total() < 60:
        text, kind = chance.choice(texts), chance.choice(list(CHANGES))
        new = CHANGES[kind](text, chance)
        at = whole.find(f">{text}<", body)
        if new is None or plain(new) == plain(text) or at < 0:
            continue
        (tmp_path / file).write_text(whole[: at + 1] + new + whole[at + 1 + len(text) :], encoding="utf-8")
        problems = verify(tmp_path / file, ledger).problems
        assert any("stands where" in problem or "is missing" in problem for problem in problems), (kind, text, new)
        counts[kind] += 1
    print(f"weekly/{file}: {counts.total()} alterations, all found: {dict(counts)}")
    assert set(counts) == set(CHANGES), "each kind of change was made"


def alter(texts: list, chance: random.Random) -> tuple[str, str, str] | None:  # type: ignore[type-arg]
    """Alter one of some texts in one way; return the way, what stood there and what stands there now."""
    for _ in range(40):
        (text, change), kind = chance.choice(texts), chance.choice(list(CHANGES))
        new = CHANGES[kind](text, chance)
        if new is not None and plain(new) != plain(text):
            try:
                change(new)
            except ValueError:  # a workbook's number that would be none
                continue
            return kind, text, new
    return None
