# SPDX-License-Identifier: EUPL-1.2
"""The look: skeletons, components, compiled styles and scripts, and the gallery that shows them all."""
