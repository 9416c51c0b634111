"""Brackets as SVG, as PNG and as a list: one view, one layout, three ways to read them."""
