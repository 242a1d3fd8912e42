"""Files of this package: one way to read them, with every fault told."""
