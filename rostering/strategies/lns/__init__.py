"""Large neighbourhood search: a few cells of a roster are freed and solved again, over and over."""
