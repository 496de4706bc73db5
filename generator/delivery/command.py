"""What `footnoted send` does: which issues to whom, and what became of each letter."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.delivery.letters import issues
from generator.delivery.record import Letter
from generator.delivery.send import Sent, send
from generator.errors import DeliveryFailed, FootnotedError
from generator.settings.asked import asked
from generator.settings.audience import Audience
from generator.settings.delivery import read_delivery
from generator.settings.project import open_project


def deliver(
    root: Path,
    reports: Sequence[str],
    issue: str | None,
    audiences: Sequence[str],
    recipients: Sequence[str],
    out: Path | None,
    again: bool,
    rehearse: bool,
    quiet: bool,
) -> None:
    """Send finished issues and say what became of them; with `recipients`, to those alone.

    Raises DeliveryFailed where a letter was not taken.
    """
    project = open_project(root)
    delivery = read_delivery(root)
    chosen = asked("audience", audiences, project.audiences, root)
    if not any(audience.recipients for audience in chosen.values()):
        raise FootnotedError(
            f"No recipients: {', '.join(chosen)} {'has' if len(chosen) == 1 else 'have'} none.",
            "List them in config/audiences/<name>.yaml: recipients: [someone@example.org].",
        )
    chosen = _to(recipients, chosen, root)
    folder = out or root / "reports"
    named = asked("report", reports, {**project.reports, **project.families}, root)
    made = dict.fromkeys(made for name in named for made in project.named(name))
    found = issues(folder, list(made), issue, each=bool(reports))
    result = send(found, chosen, delivery, folder, again, rehearse)
    if not quiet:
        _tell(result, rehearse)
    if result.failed:
        told = "\n".join(f"{_named(letter)}: {reason}" for letter, reason in result.failed)
        raise DeliveryFailed(told, "What was taken is on record; run again to send the rest.")


def _to(recipients: Sequence[str], audiences: dict[str, Audience], root: Path) -> dict[str, Audience]:
    known = {address: address for audience in audiences.values() for address in audience.recipients}
    some = asked("recipient", recipients, known, root)
    return {
        name: audience.model_copy(update={"recipients": tuple(each for each in audience.recipients if each in some)})
        for name, audience in audiences.items()
    }


def _tell(result: Sent, rehearse: bool) -> None:
    for letter in result.sent:
        print(f"{'would send' if rehearse else 'sent'}: {_named(letter)}")
    for letter in result.before:
        print(f"sent before: {_named(letter)}")
    for letter in result.unclear:
        again = f"--again --to {letter.recipient} sends it once more."
        print(f"unclear: {_named(letter)} was handed over by a sender that was stopped; {again}")


def _named(letter: Letter) -> str:
    return f"{letter.report} {letter.issue} for {letter.audience} to {letter.recipient}"
