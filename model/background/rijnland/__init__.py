"""What the policy plan of Holland Rijnland says, computed."""
