"""Text layers -> labelled reports, and how reports depend on each other."""
