"""Sheets as a controller has them: not the template, in thousands, with a total and one amount a year."""

from __future__ import annotations

SAVINGS = """Ombuigingen jeugdhulp
Bedragen x € 1.000
Nr.;Maatregel;2027;2028;Opmerking
1;Minder dubbele toewijzingen;-200;-400;
2;Vervoer anders inkopen;-100;-150;start in maart
;Totaal;-300;-550;
"""
COSTS = """Meerjarenraming;2026;2027;2028
Lasten jeugdhulp;41.250;40.500;39.600
"""
"""In a file of its own."""
PASTED_COSTS = COSTS.replace(";", "\t")
