"""The version of copydesk."""

VERSION = "0.1.0"
