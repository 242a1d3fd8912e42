"""Ways out of the app: a port, and its adapters for mail servers and SMS gateways."""
