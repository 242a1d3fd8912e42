"""The service: one ward from wishes to a published roster, over HTTP."""
