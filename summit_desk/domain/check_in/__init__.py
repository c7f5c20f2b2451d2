"""What happens at the door: codes read, rules asked, outcomes told."""
