"""Speed and memory, as ratios from one run: each figure stands beside what it is compared with on the same machine."""
