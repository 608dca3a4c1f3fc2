"""Rules about origin."""
