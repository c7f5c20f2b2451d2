"""The demo summit: one real event with invented people, built the same way from the same seed."""

from summit_desk.services.demo.service import DemoService

__all__ = ["DemoService"]
