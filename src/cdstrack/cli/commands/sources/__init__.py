"""Commands that read documents and plan versions."""
