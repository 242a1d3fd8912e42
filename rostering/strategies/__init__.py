"""Ways to turn a problem into a roster, all behind one interface."""
