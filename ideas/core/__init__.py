"""Mechanisms without nouns; imports no room."""
