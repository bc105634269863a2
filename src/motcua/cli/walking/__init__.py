# SPDX-License-Identifier: EUPL-1.2
"""What `motcua walk` does: the main job over HTTP, as people do it, without a browser."""
