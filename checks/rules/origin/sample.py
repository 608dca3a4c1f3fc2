"""A sound article whose head, byline, middle and end the examples of this family change, and readers of claims."""

from __future__ import annotations

from checks.model import Agent, Claim, Work

BRIDGE = """\
{head}Ferry link to the outer islands closes for the winter

{byline}
Published: 3 November 2023, 07:15

The ferry to the outer islands made its last crossing of the year on Friday evening, a week earlier than planned, because the older of the two boats needs a new engine.

{planted}About four hundred people live on the islands. They will be served by a smaller boat twice a week until the end of March, the harbour master said on the quay.

Schools on the islands have packed two weeks of lessons into a box for every child. "We are used to it," said a teacher who has wintered there for eleven years.{tail}
"""


def file(head: str = "", byline: str = "By Jonas Aldermoor", planted: str = "", tail: str = "\n\nSource: Saltreach Gazette") -> str:
    return BRIDGE.format(head=head, byline=byline, planted=planted, tail=tail)


def name_of(claim: Claim) -> str:
    return claim.value.name if claim.answered and isinstance(claim.value, Agent) else ""


def work_of(claim: Claim) -> Work | None:
    return claim.value if claim.answered and isinstance(claim.value, Work) else None
