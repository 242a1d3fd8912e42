"""What was done, by whom and when: a chain over payloads that can be erased."""
