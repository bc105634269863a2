# SPDX-License-Identifier: EUPL-1.2
"""Messages to people, their deliveries, and the providers that carry them."""
