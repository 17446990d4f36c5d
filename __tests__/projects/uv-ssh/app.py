from acme_core import greet

print(greet("world"))
