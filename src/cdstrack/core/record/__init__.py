"""The record as values: observations, periods, submissions, revisions."""
