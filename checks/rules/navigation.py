"""Rules about navigation."""
