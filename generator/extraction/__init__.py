"""Figures and quotes out of text: amounts, periods, metric mentions, speakers."""
