"""Parts of the page Bronnen: documents, faults, what moved, glossary, data dictionary, downloads, document sections,
account.
"""
