"""What a file is when it is no plain text, by the first bytes that its format demands."""

from __future__ import annotations

_MAGIC = (
    (b"%PDF-", "application/pdf"),
    (b"{\\rtf", "application/rtf"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
    (b"%!PS-Adobe", "application/postscript"),
    (b"\x7fELF", "application/x-executable"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\xfd7zXZ", "application/x-xz"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
)
_FIRST = frozenset(magic[0] for magic, _ in _MAGIC)


def media_type(raw: bytes) -> str:
    """The media type: text/plain unless the first bytes say otherwise."""
    if raw[0] in _FIRST:
        for magic, kind in _MAGIC:
            if raw.startswith(magic):
                return kind
    if raw[4:8] == b"ftyp":
        return "video/mp4"
    head = raw[:64].lstrip()[:14].lower()
    return "text/html" if head.startswith((b"<!doctype html", b"<html")) else "text/plain"
