__version__ = "1.0.0"


def greet(name):
    return "Hello, {}, from acme-core {}".format(name, __version__)
