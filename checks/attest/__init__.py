"""Attestation: who ran the gate, over which bytes, and what it found. Signed and verified offline.

A signature binds the one who ran the gate, and says nothing of who wrote the article.
"""
