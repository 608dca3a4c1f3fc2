"""How a date as written becomes a claim."""

from __future__ import annotations

from datetime import date
from typing import Any

from checks.claims.dates.ladder import Step
from checks.claims.dates.times import Time, time_beside
from checks.claims.dates.written import Written
from checks.model import Confidence, DateClaim, Span, Status


def iso(day: date, time: Time | None) -> str:
    """ISO 8601 to the precision printed."""
    return day.isoformat() + (f"T{time.iso}{time.offset}" if time else "")


def iso_day(text: str | None) -> date | None:
    """The day of an ISO 8601 date or time; None for what is none."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def claim_of(
    text: str,
    written: Written,
    line: tuple[int, int],
    step: Step | None,
    *,
    status: Status = Status.STATED,
    sure: Confidence = Confidence.HIGH,
    why: tuple[str, ...] = (),
    label: tuple[int, int] | None = None,
) -> DateClaim:
    """The claim that a date makes: of the status given when its day is settled, else ambiguous, with the readings and no value.

    A date that no calendar has is missing: it has a text and no reading.
    """
    time = time_beside(text, written.start, written.end, line)
    span = Span(min(written.start, time.start), max(written.end, time.end)) if time else Span(written.start, written.end)
    spans: tuple[Span, ...] = (span,)
    if label and not span.start <= label[0] < span.end:
        spans += (Span(*label),)
    shared: dict[str, Any] = {
        "text": text[span.start : span.end],
        "calendar": written.calendar,
        "time_zone": time.zone if time else None,
        "label": text[slice(*label)] if label else "",
    }
    if step is None:
        readings = tuple(iso(day, time) for day in written.readings)
        if not readings:
            return DateClaim(status=Status.MISSING, order=written.order, evidence=spans, why=("no calendar has this day",), **shared)
        return DateClaim(
            status=Status.AMBIGUOUS, order="", readings=_days(written), candidates=readings, evidence=spans,
            why=(*why, "day and month can be read in either order, and nothing else in the text tells which"), **shared,
        )  # fmt: skip
    order = dict(zip(written.readings, written.orders, strict=True)).get(step.day, written.order)
    told = tuple(reason for reason in (*why, step.why) if reason)
    return DateClaim(
        status=status, value=iso(step.day, time), confidence=sure, order=order, readings=_days(written),
        resolved_by=(step.by,) if step.by else (), evidence=spans + step.spans, why=told, **shared,
    )  # fmt: skip


def _days(written: Written) -> tuple[str, ...]:
    return tuple(day.isoformat() for day in written.readings)
