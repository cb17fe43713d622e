"""What is known of one region: profile, cooperation, partners, mergers, names."""
