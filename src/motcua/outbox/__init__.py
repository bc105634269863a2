# SPDX-License-Identifier: EUPL-1.2
"""publish(event): stored with the change, delivered after commit."""
