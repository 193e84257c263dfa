"""What an office attaches or pastes: the annex in the official form, and paragraphs with their notes."""
