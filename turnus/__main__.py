"""Make ``python -m turnus`` the same as the command ``turnus``."""

from __future__ import annotations

from turnus.app import main

main()
