"""Everything that happens before a query: articles in, their quotes found, named and indexed."""
