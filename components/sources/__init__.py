"""Parts of the page Bronnen: documents, faults, what moved, glossary, data dictionary, downloads, places, account."""
