"""Bytes -> captures and text layers."""
