__version__ = "1.2.0"


def report():
    return "acme-telemetry {}".format(__version__)
