"""A place as `annotate` prints it: with its id, position, precision and reason."""

from __future__ import annotations

from variorum.pipeline.reading import read_text
from variorum.views.annotation import event_json, where_json


def test_a_place_says_how_it_was_found() -> None:
    """And the words still stand under `place`."""
    (event,) = [
        found
        for found in read_text("A blast killed two people near Lahore, Pakistan.", date="2031-05-09").layers.events
        if found.where is not None
    ][:1]
    told = event_json(event)
    where = told["where"]
    assert told["place"] == where["name"] == where["span"]["text"] == "Lahore"
    assert (where["place"], where["run_by"], where["precision"]) == ("geonames:1172451", "PAK", 2)
    assert (round(where["latitude"]), round(where["longitude"])) == (32, 74)
    assert where["why"]
    assert where_json(None) is None
