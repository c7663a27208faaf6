"""Everything that happens for a query."""
