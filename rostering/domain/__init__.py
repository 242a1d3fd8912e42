"""What a rostering problem is made of: frozen, validated data and the clock."""
