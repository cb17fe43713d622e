"""Zuid-Holland Zuid on the page Achtergrond: the steering framework of 2013 and the plan of 2019."""

from components.background.zhz.bodies import show_bodies
from components.background.zhz.dilemmas.section import DILEMMA, POSITIONS, show_dilemmas
from components.background.zhz.facts import KEYS, show_facts
from components.background.zhz.planning import PARTY, show_planning
from components.background.zhz.scales import OUTCOME, ROW, show_scales
from components.background.zhz.scenarios import show_scenarios
from components.frame.linked_parts import Document, Part

DOCUMENT = Document(
    "Zuid-Holland Zuid",
    "Twee stukken van de regio Zuid-Holland Zuid: het **sturingskader van juli 2013** (toen 17 gemeenten), waarin staat wie "
    "waarover gaat, en het **plan van 25 juni 2019** (toen 10 gemeenten) om de kosten te verlagen. "
    "Het zijn voornemens van toen; wat ervan is gekomen, staat er niet in.",
    {
        "schaaltabel": Part("Schaaltabel", show_scales, (ROW, OUTCOME)),
        "dilemmas": Part("Dilemma's", show_dilemmas, (POSITIONS, DILEMMA)),
        "planning": Part("Planning", show_planning, (PARTY,)),
        "wie-doet-wat": Part("Wie doet wat", show_bodies),
        "scenarios": Part("Scenario's", show_scenarios),
        "feiten": Part("Feiten", show_facts, KEYS),
    },
)
