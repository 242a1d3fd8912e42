"""The fitted whole: fit, forecast, what is kept on disk, its watch, its card and its picture.

Import what is needed from the modules: the light ones (``told``, ``drift``, ``card``) need neither
pandas nor scikit-learn, so that a service answers from what a fit has told without them.
"""
