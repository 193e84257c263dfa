"""What commands say beside their data, in both languages."""
