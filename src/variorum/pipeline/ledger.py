"""What need not be done again: the key of one step on one report.

A key holds the digests of what the step was given, never a clock or a file date. Because those are digests of
*outputs* of the steps before, change stops where it stops mattering.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import msgspec

from variorum.analysers.masking import Masks
from variorum.analysers.protocol import Analyser
from variorum.analysers.syntax import ROWS_VERSION
from variorum.crisis import Crisis
from variorum.model.ids import address, canonical
from variorum.model.ids import digest as digest_of_value
from variorum.model.reports import Report


def settings_digest(crisis: Crisis) -> str:
    """Digest of the part of the settings that steps on reports may read: actors and metonyms."""
    return digest_of_value(msgspec.to_builtins([crisis.actor, crisis.metonym]))


def reading_digest(report: Report, text_id: str) -> str:
    """Digest of what a step reads of a report beside its layers: its lines and its masthead."""
    masthead = canonical(report.masthead)
    lines = [(line.start, line.end, line.label.value, line.language) for line in report.lines]
    return digest_of_value([text_id, report.start, report.end, masthead, lines])


def step_key(
    analyser: Analyser, report_id: str, reading: str, settings: str, model: str, given: Mapping[str, str]
) -> str:
    """Key of one step.

    Args:
        analyser: the step.
        report_id: of the report.
        reading: `reading_digest` of it.
        settings: `settings_digest` in force.
        model: hash of the parser's weights.
        given: digests of the effective layers, by name; those the step does not require are ignored.
    """
    required = sorted((name, given[name]) for name in analyser.requires)
    return address("work", analyser.name, analyser.version, settings, report_id, reading, model, required)


def parse_key(lines: Sequence[str], model: str, masks: Masks) -> str:
    """Key of a parse: the lines, the weights, and the names of the crisis that are masked in these lines."""
    hasher = hashlib.sha256()
    for line in lines:
        hasher.update(line.encode("utf-8", "surrogatepass") + b"\n")
    return address("parse", hasher.hexdigest(), model, ROWS_VERSION, *masks.own_in(lines))


def run_key(parts: object) -> str:
    """Fingerprint of all that a whole run rests on; equal means that there is nothing to do."""
    return digest_of_value(parts)
