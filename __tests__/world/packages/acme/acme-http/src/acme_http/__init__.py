from acme_core import greet

__version__ = "1.1.0"


def welcome(name):
    return "{} by acme-http {}".format(greet(name), __version__)
