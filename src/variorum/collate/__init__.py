"""Entries -> matters: what speaks of one thing, and how the accounts stand."""
