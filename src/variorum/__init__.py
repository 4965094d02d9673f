"""Variorum reads many reports of one crisis and keeps one record of it."""
