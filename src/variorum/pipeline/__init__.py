"""The order of the day: what runs after what, what need not run again, what may enter."""
