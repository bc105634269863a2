# SPDX-License-Identifier: EUPL-1.2
"""Separate programs that play the counterparts of Một Cửa, each labelled as a simulator."""
