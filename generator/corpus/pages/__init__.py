"""Where words stand on a page, of a PDF or in letters of one width, and the tables that they make."""
