"""Who may be offered, who is next, what a case may become, which words ring the bell."""
