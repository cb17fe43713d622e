"""What the pages Achtergrond and Bronnen compute from the other documents."""
