"""Figures that the plan computes from others, put beside the recorded ones before anything is judged."""
