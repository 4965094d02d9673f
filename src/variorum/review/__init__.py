"""People over machines: rulings, and where they apply."""
