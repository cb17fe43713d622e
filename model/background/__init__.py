"""What the page Achtergrond computes from the documents behind it."""
