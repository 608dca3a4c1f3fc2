"""What a sidecar says of an article, made into claims. The text's own claims stay; a rule reports where the two disagree."""

from __future__ import annotations

import msgspec

from checks.model import Agent, Claim, Claims, Sidecar, Status

_WHY = ("the sidecar file says so",)


def with_supplied(claims: Claims, supplied: Sidecar | None) -> Claims:
    """The claims with those of the sidecar in the places where the text says nothing."""
    if supplied is None:
        return claims
    given: dict[str, Claim] = {}
    if supplied.url and not claims.url.answered:
        given["url"] = _supplied(supplied.url)
    if supplied.publisher and not claims.publisher.answered:
        given["publisher"] = _supplied(Agent(supplied.publisher, "NewsMediaOrganization", "distributor"))
    if supplied.license and not claims.license.answered:
        given["license"] = _supplied(supplied.license)
    return msgspec.structs.replace(claims, **given)


def _supplied(value: str | Agent) -> Claim:
    return Claim(status=Status.SUPPLIED, value=value, rule="sidecar", why=_WHY)
