"""Which metric is meant, and of which part of a business."""
