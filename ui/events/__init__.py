"""“When life changes”: a short audit for what happens in a life, in the order of what cannot wait."""
