"""The strategy that runs the others: side by side on several cores, in turns on one."""
