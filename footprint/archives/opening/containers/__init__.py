"""What an archive comes in: zip, tar, folder or bare file, each read in place. No reader of a network is known here."""
