"""Metrics that count the same things: cars, users, what makers sold in a market."""

from __future__ import annotations

CARS_SOLD = ("vehicle_sales", "ev_deliveries")
OF_CARS = (*CARS_SOLD, "vehicle_production")
OF_USERS = ("monthly_active_users", "daily_active_users", "users", "subscribers")
OF_STORES = ("offline_stores", "large_stores")
TRACKED = ("shipments", "market_share", "unit_sales")  # what trackers of a market count


def is_tracked(metric: str) -> bool:
    """Whether trackers of a market count what a metric tells, of all devices or of smartphones."""
    return metric.removeprefix("smartphone_") in TRACKED
