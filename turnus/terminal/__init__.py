"""What the command line shows: words, tables, the roster grid and live progress."""
