"""Zuid-Holland Zuid on the page Achtergrond: the steering framework of 2013 and the plan of 2019."""

from __future__ import annotations

from components.background.zhz.bodies import show_bodies
from components.background.zhz.dilemmas.section import show_dilemmas
from components.background.zhz.facts import show_facts
from components.background.zhz.lists import show_lists
from components.background.zhz.planning import show_planning
from components.background.zhz.scales import show_scales
from components.background.zhz.scenarios import show_scenarios
from components.frame.linked_parts import Show

ABOUT = (
    "Twee stukken van de regio Zuid-Holland Zuid: het **sturingskader van juli 2013** (toen 17 gemeenten), waarin "
    "staat wie waarover gaat, en het **plan van 25 juni 2019** (toen 10 gemeenten) om de kosten te verlagen. "
    "Het zijn voornemens van toen; wat ervan is gekomen, staat er niet in."
)
TERMS = ("sturingskader", "jeugdregio")
"""Words for `ABOUT` that the glossary explains."""

SHOWN: dict[str, Show] = {
    "schaaltabel": show_scales,
    "dilemmas": show_dilemmas,
    "planning": show_planning,
    "wie-doet-wat": show_bodies,
    "scenarios": show_scenarios,
    "lijsten": show_lists,
    "feiten": show_facts,
}
"""What shows each part of the site map."""
