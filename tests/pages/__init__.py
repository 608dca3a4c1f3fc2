"""Tests of the editors' pages."""
