"""One module for each kind of block: what its section asks for, put into words, figures and evidence."""
