"""Every front door: browser, JSON, command line."""
