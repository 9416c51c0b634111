"""Files in and out: an event as a file of our own, and brackets in the model that others share."""
