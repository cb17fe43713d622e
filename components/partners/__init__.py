"""Who names whom as partner, and neighbours that choose bovenregionaal together."""
