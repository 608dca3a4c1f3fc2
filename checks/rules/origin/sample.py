"""A sound article whose head, byline, middle and end the examples of this family change, and readers of claims."""

from __future__ import annotations

from checks.model import Agent, Claim, Work

HEADLINE = "Ferry link to the outer islands closes for the winter"
OPENING = "The ferry to the outer islands made its last crossing of the year on Friday evening, a week earlier than planned, "
REST = (
    (
        "About four hundred people live on the islands. They will be served by a smaller boat twice a week until the end of March, "
        "the harbour master said on the quay."
    ),
    (
        "Schools on the islands have packed two weeks of lessons into a box for every child. "
        '"We are used to it," said a teacher who has wintered there for eleven years.'
    ),
)


def file(
    head: str = "", byline: str = "By Jonas Aldermoor", planted: str = "", tail: str = "\n\nSource: Saltreach Gazette", dateline: str = ""
) -> str:
    """The article with something above its headline, another byline, a paragraph planted, another end or a dateline."""
    opening = f"{dateline}{OPENING}because the older of the two boats needs a new engine."
    return f"{head}{HEADLINE}\n\n{byline}\nPublished: 3 November 2023, 07:15\n\n{opening}\n\n{planted}{REST[0]}\n\n{REST[1]}{tail}\n"


def name_of(claim: Claim) -> str:
    """The name in a claim about a person or an organisation; empty when it is not answered."""
    return claim.value.name if claim.answered and isinstance(claim.value, Agent) else ""


def work_of(claim: Claim) -> Work | None:
    """The article in a claim about the source; None when it is not answered."""
    return claim.value if claim.answered and isinstance(claim.value, Work) else None
