"""The tables that ship: reporting verbs, titles, outlets, speakers, topics, furniture."""
