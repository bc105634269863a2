"""Một Cửa: administrative procedures online, end to end."""
