"""The nouns: frozen values, standard library only.

Nothing here computes an opinion; everything here can be compared, hashed and sent to another process.
"""
