"""What must hold in a plan and in the recorded figures: named rules, one small function each."""
