"""Separate programs that play the counterparts of Một Cửa, each labelled as a simulator."""
