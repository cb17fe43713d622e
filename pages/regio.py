"""Regio: everything that the inventory says of one region, on one sheet that can be printed."""

from components.frame import page
from components.governance_dots import show_cooperation, show_partners
from components.region_choices import show_choices, show_meaning_of_regional
from components.region_comparison import show_comparison
from components.region_page import choose_a_region, show_heading, show_notes, show_sources, shown_region

with page("Regio") as visit:
    region_code = shown_region(visit)
    if region_code is None:
        choose_a_region()
    else:
        show_heading(region_code, visit)
        show_choices(region_code, visit.region_code)
        show_meaning_of_regional(region_code)
        show_comparison(region_code, visit.region_code)
        show_cooperation(region_code)
        show_partners(region_code)
        show_notes(region_code)
        show_sources(region_code)
