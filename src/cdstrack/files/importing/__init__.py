"""Files of figures as they arrive: canonical CSV, forms, workbooks."""
