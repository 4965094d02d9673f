"""One adapter for each benchmark: its texts in, Variorum's findings in the benchmark's format out.

An adapter is given `id`, `text` and `date` (for pages: the bytes and the address), never a label or an origin. It
calls public functions only and decides nothing itself.
"""
