# SPDX-License-Identifier: EUPL-1.2
"""How the parts are put together: settings, addresses, who reacts to what."""
