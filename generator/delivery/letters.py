"""Letters: an issue's finished files for one audience, held against their evidence, as mail for each recipient."""

from __future__ import annotations

import hashlib
import mimetypes
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage
from email.utils import format_datetime, localtime
from pathlib import Path

from generator.briefing.dates import day_name
from generator.delivery.record import Letter
from generator.errors import OutputFailed, VerificationFailed
from generator.settings.audience import Audience
from generator.settings.delivery import Delivery
from generator.verification.evidence import Ledger, Output
from generator.verification.ledger import read_ledger
from generator.verification.verify import verify

_PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Issue:
    """One finished issue of a report, in its folder."""

    folder: Path
    ledger: Ledger

    def outputs(self, audience: str) -> list[Output]:
        """Return the files made for an audience."""
        return [output for output in self.ledger.outputs if output.audience == audience]

    def title(self, audience: str) -> str:
        """Return the title that the briefing itself bears: a page's among its elements, a document's by that name."""
        pieces = (p for output in self.outputs(audience) for page in output.pages for p in page.pieces)
        titles = (piece.text for piece in pieces if piece.at.partition(" ")[0] == "title")
        return next(titles, f"{self.ledger.report} {self.ledger.issue}")


def issues(out: Path, reports: Collection[str], name: str | None, each: bool = True) -> list[Issue]:
    """Return each report's issue of a name, or its latest one.

    Raises OutputFailed for a report that has none; unless `each` must have one, only where no report has.
    """
    found = [_issue(out, report, name) for report in reports]
    missing = [report for report, issue in zip(reports, found, strict=True) if issue is None]
    if missing and (each or len(missing) == len(found)):
        which = f"issue {name}" if name else "issue"
        raise OutputFailed(f"{out}: there is no finished {which} of {', '.join(missing)}.", "Build it first.")
    return [issue for issue in found if issue]


def _issue(out: Path, report: str, name: str | None) -> Issue | None:
    folders = [path.parent for path in (out / report).glob(f"{name or '*'}/evidence.json")]
    latest = (max(folders, key=lambda folder: folder.name) for folders in _of_one_form(folders))
    found = [Issue(folder, read_ledger(folder / "evidence.json")) for folder in latest]
    return max(found, key=lambda issue: (issue.ledger.as_of, issue.ledger.issue), default=None)


def _of_one_form(folders: list[Path]) -> Iterable[list[Path]]:
    """Part folders by the form of their names: weeks, quarters and days are in order of time among themselves."""
    forms: dict[str, list[Path]] = {}
    for folder in folders:
        forms.setdefault(_DIGIT.sub("0", folder.name), []).append(folder)
    return forms.values()


def checked(issue: Issue, audience: str) -> list[Path]:
    """Return an audience's files. Raises VerificationFailed where one does not say what its evidence says."""
    paths = [issue.folder / output.file for output in issue.outputs(audience)]
    problems = [str(verdict) for path in paths if (verdict := verify(path, issue.ledger)).problems]
    if problems:
        raise VerificationFailed("\n".join(problems), "Nothing of it is sent. Build the briefing again.")
    return paths


def mail(issue: Issue, letter: Letter, audience: Audience, delivery: Delivery, files: list[Path]) -> EmailMessage:
    """Return the message for one recipient; a mail program that gets it twice can tell by its id."""
    filled = {
        "title": issue.title(letter.audience),
        "report": letter.report,
        "issue": letter.issue,
        "as_of": day_name(date.fromisoformat(issue.ledger.as_of), audience.language),
    }
    message = EmailMessage()
    message["From"], message["To"] = delivery.sender, letter.recipient
    if delivery.reply_to:
        message["Reply-To"] = delivery.reply_to
    message["Subject"] = " ".join(delivery.subject.of(audience.language).format_map(filled).split())
    message["Date"] = format_datetime(localtime())
    digest = hashlib.sha256("\x1f".join(letter).encode()).hexdigest()[:32]
    message["Message-ID"] = f"<{digest}@{delivery.sender.rsplit('@', 1)[-1]}>"
    message.set_content(delivery.body.of(audience.language).format_map(filled))
    for file in files:
        main, sub = _kind(file).split("/")
        message.add_attachment(file.read_bytes(), maintype=main, subtype=sub, filename=_name(letter, file))
    return message


def _kind(file: Path) -> str:
    return _PPTX if file.suffix == ".pptx" else mimetypes.guess_type(file.name)[0] or "application/octet-stream"


def _name(letter: Letter, file: Path) -> str:
    return f"{letter.report}-{letter.issue}-{file.name}"


def letters(issue: Issue, audiences: dict[str, Audience]) -> Iterator[tuple[Letter, Audience]]:
    """Yield what is to be sent of an issue: each audience that files were made for, to each of its recipients."""
    for name, audience in audiences.items():
        if issue.outputs(name):
            for recipient in audience.recipients:
                yield Letter(issue.ledger.report, issue.ledger.issue, name, recipient), audience
