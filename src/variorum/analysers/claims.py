"""What is asserted, denied, acknowledged or doubted, by whom, as of when: the step `claims`.

Figures: every count of harm, of things destroyed, of strikes. Positions: accusations with their denials and
acknowledgements. The outlet's own caveats and corrections.
"""

from __future__ import annotations

from collections.abc import Iterable

from variorum.analysers.alongside import shared
from variorum.analysers.caveats import Caveats
from variorum.analysers.figures import Figures
from variorum.analysers.focus import Focus
from variorum.analysers.positions import Positions
from variorum.analysers.protocol import Layers
from variorum.crisis import Crisis
from variorum.model.entries import Claim
from variorum.model.reports import Report


class ClaimRules:
    """Analyser `claims.rules`."""

    name = "claims"
    version = "rules/7"
    requires = frozenset({"resolved", "moments", "quantities", "statements", "events"})
    provides = frozenset({"claims"})

    def analyse(self, report: Report, given: Layers, crisis: Crisis) -> Iterable[Claim]:
        """Every claim of the report."""
        del crisis
        reading = Figures(report, given)
        figures = [claim for quantity in given.quantities if (claim := reading.figure(quantity)) is not None]
        figures = list(shared(figures, given))
        figures = list(Focus(report, given, figures).completed(figures))
        positions: list[Claim] = []
        told = Positions(report, given)
        for statement in given.statements:
            positions += told.positions(statement, (*figures, *positions))
        found = (*figures, *positions, *Caveats(report, given).caveats())
        return list({claim.id: claim for claim in found}.values())
