"""What is done: one function a use case, values in and values out; a script may call them.

They print nothing and know no options; what they refuse, they raise as a `RefusedError`. Each that
looks into the store raises `StoreUnusableError` where it cannot be used.
"""
