"""Storylines: views of the app in an order, each with what to say of it."""
