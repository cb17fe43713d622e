"""The panel with sliders and results, in the browser."""
