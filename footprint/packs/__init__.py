"""An employer’s own guidance, contacts and checks: read, check the signature, lay over what ships."""
