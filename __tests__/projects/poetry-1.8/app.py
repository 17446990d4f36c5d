from acme_http import welcome
from acme_telemetry import report
from vendor_metrics import __version__ as metrics

print(welcome("world"), "with", report(), "and vendor-metrics", metrics)
