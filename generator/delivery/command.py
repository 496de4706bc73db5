"""What `footnoted send` does: which issues to whom, and what became of each letter."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.delivery.letters import issues
from generator.delivery.record import Letter
from generator.delivery.send import Sent, send
from generator.errors import DeliveryFailed, FootnotedError
from generator.settings.asked import asked
from generator.settings.delivery import read_delivery
from generator.settings.project import open_project


def deliver(
    root: Path,
    reports: Sequence[str],
    issue: str | None,
    audiences: Sequence[str],
    out: Path | None,
    again: bool,
    rehearse: bool,
    quiet: bool,
) -> None:
    """Send finished issues and say what became of them. Raises DeliveryFailed where a letter was not taken."""
    project = open_project(root)
    delivery = read_delivery(root)
    chosen = asked("audience", audiences, project.audiences, root)
    if not any(audience.recipients for audience in chosen.values()):
        raise FootnotedError(
            f"No recipients: {', '.join(chosen)} {'has' if len(chosen) == 1 else 'have'} none.",
            "List them in config/audiences/<name>.yaml: recipients: [someone@example.org].",
        )
    folder = out or root / "reports"
    found = issues(folder, list(asked("report", reports, project.reports, root)), issue)
    result = send(found, chosen, delivery, folder, again, rehearse)
    if not quiet:
        _tell(result, rehearse)
    if result.failed:
        told = "\n".join(f"{_named(letter)}: {reason}" for letter, reason in result.failed)
        raise DeliveryFailed(told, "What was taken is on record; run again to send the rest.")


def _tell(result: Sent, rehearse: bool) -> None:
    for letter in result.sent:
        print(f"{'would send' if rehearse else 'sent'}: {_named(letter)}")
    for letter in result.before:
        print(f"sent before: {_named(letter)}")
    for letter in result.unclear:
        print(f"unclear: {_named(letter)} was handed over by a sender that was stopped; --again sends it once more.")


def _named(letter: Letter) -> str:
    return f"{letter.report} {letter.issue} for {letter.audience} to {letter.recipient}"
