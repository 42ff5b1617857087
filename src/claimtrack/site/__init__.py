"""The site: views of a project, the words around them, the pages made from both, and the folder they are put into."""
