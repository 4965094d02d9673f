"""Measuring Variorum: how right it is (`benchmarks.accuracy`) and how fast (`benchmarks.bench`)."""
