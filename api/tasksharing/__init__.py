"""Task sharing for HR: what units do, who may do it, and what if that were otherwise."""
