"""What the programme plan of the Stadsregio Rotterdam says, computed."""
