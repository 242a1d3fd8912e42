"""Rules' values as dated data: law, agreements and local defaults, one TOML file each."""
