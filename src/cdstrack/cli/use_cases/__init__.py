"""Use cases: one function each, from values to values; scripts may call them.

They print nothing and know no options. What they refuse they raise as a `RefusedError`; those that
read the store raise `StoreUnusableError` if it cannot be used.
"""
