"""Two invented states for tests of analysers."""

from variorum import crisis

CRISIS = crisis.parse(
    """
[[actor]]
id = "VDR"
name = "Valdora"
kind = "government"
demonyms = ["Valdoran", "Valdorans"]
capital = "Seldin"
[[actor]]
id = "KST"
name = "Kestria"
kind = "government"
demonyms = ["Kestrian", "Kestrians"]
capital = "Morhaven"
"""
)
