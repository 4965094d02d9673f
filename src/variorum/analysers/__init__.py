"""Report -> marks and entries. Each module is one analyser: a pure function of its arguments."""
