"""Metrics that count the same things: cars, users."""

from __future__ import annotations

OF_CARS = ("vehicle_sales", "ev_deliveries", "vehicle_production")
OF_USERS = ("monthly_active_users", "daily_active_users", "users", "subscribers")
