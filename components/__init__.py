"""Everything that draws: frame, maps, charts, tables, exports."""
