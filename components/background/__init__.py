"""Parts of the page Achtergrond, one package per document."""
