/* The lines of what a stylesheet makes, where it says none. */
#ifndef GAIRO_IMPORTERS_READ_STYLESHEET_LINES_H
#define GAIRO_IMPORTERS_READ_STYLESHEET_LINES_H

#include <libxml/tree.h>

/* Gives the elements that the stylesheet (a tree that is not compiled yet) makes in its templates an attribute "line": that of
 * what the reader gave and the stylesheet is at. Elements that say their own keep it; those within one, made of the same
 * thing, have its line anyway. */
void stylesheet_lines_add(xmlDocPtr stylesheet);

#endif
