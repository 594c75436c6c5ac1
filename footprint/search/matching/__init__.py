"""Whether a page is about the person: names, what stands around them, reasons for and against, what answers teach."""
