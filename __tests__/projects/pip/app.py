from acme_http import welcome
from acme_telemetry import report

print(welcome("world"), "with", report())
