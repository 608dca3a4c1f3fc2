"""Rules about completeness."""
