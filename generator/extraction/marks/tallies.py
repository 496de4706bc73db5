"""Metrics that count the same things: cars, users."""

from __future__ import annotations

CARS_SOLD = ("vehicle_sales", "ev_deliveries")
OF_CARS = (*CARS_SOLD, "vehicle_production")
OF_USERS = ("monthly_active_users", "daily_active_users", "users", "subscribers")
