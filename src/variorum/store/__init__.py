"""The record, kept. The only floor that speaks SQL."""
