"""What an import will change, decided before anything is written."""
