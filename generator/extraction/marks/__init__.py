"""What stands in a sentence: metrics, companies, amounts, periods, cues, each marked at its place."""
