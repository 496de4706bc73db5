"""Metrics that are of the same kind of thing: of cars, of users, of what makers sold in a market, of the whole company alone."""

from __future__ import annotations

CARS_SOLD = ("vehicle_sales", "ev_deliveries")
OF_CARS = (*CARS_SOLD, "vehicle_production")
GAMES_IN = {"mainland_china": "domestic_games", "overseas": "international_games"}  # as makers of games report them
OF_USERS = ("monthly_active_users", "daily_active_users", "users", "subscribers")
OF_STORES = ("offline_stores", "large_stores", "ev_stores")
OF_PLACES = (*OF_USERS, *OF_STORES, "production_capacity", "headcount")  # what there is, and may be somewhere
TRACKED = ("shipments", "market_share", "unit_sales")  # what trackers of a market count

# What only a whole company has, whatever part was spoken of before: `commerce revenue leapt, with free cash flow swinging to an outflow`.
OF_THE_WHOLE = (
    "free_cash_flow", "operating_cash_flow", "cash", "eps", "adjusted_eps", "dividend", "buyback", "market_cap", "share_price", "target_price", "total_assets",
    "capex", "rd_expense", "selling_expense", "administrative_expense",
)  # fmt: skip
# 玄戒芯片历时四年研发、砸下135亿 is of chips; no part's gross margin is told adjusted
OF_THE_WHOLE_ZH = {*OF_THE_WHOLE, "adjusted_gross_margin"} - {"rd_expense"}


def is_tracked(metric: str) -> bool:
    """Whether trackers of a market count what a metric tells, of all devices or of smartphones."""
    return metric.removeprefix("smartphone_") in TRACKED
