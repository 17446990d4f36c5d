__version__ = "1.0.0"


def report():
    return "acme-telemetry {}".format(__version__)
