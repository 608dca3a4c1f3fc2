"""The nouns of copydesk: what the walk passes from one stage to the next.

Coordinates are the same everywhere. A `Span` counts code points of the decoded file, from 0, half-open, nothing
normalised, the byte order mark counted. Lines end at LF, CRLF or CR and at nothing else; inside the code they are
counted from 0, and only what people read counts them from 1.
"""

from checks.model.claims import MISSING, NO_DATE, Agent, Claim, Claims, Confidence, DateClaim, Outlet, Sidecar, Status, Work
from checks.model.document import MOST_LINES, BadByte, Document, Encoding, Region, Sha256, Span
from checks.model.findings import BatchFinding, Finding, Hit, Place, RuleCode, Severity, Verdict, fingerprint
from checks.model.zones import Inset, Zone, Zones

__all__ = [
    "MISSING",
    "MOST_LINES",
    "NO_DATE",
    "Agent",
    "BadByte",
    "BatchFinding",
    "Claim",
    "Claims",
    "Confidence",
    "DateClaim",
    "Document",
    "Encoding",
    "Finding",
    "Hit",
    "Inset",
    "Outlet",
    "Place",
    "Region",
    "RuleCode",
    "Severity",
    "Sha256",
    "Sidecar",
    "Span",
    "Status",
    "Verdict",
    "Work",
    "Zone",
    "Zones",
    "fingerprint",
]
