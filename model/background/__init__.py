"""What the page Achtergrond computes from the documents of Zuid-Holland Zuid, Rotterdam and Holland Rijnland."""
