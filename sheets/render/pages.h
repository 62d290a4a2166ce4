/* A document drawn on pages: PDF (ISO 32000) by pango and cairo. Runs in the worker only. */
#ifndef GAIRO_SHEETS_RENDER_PAGES_H
#define GAIRO_SHEETS_RENDER_PAGES_H

#include "core/error.h"
#include "core/text.h"
#include "sheets/drawn.h"

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

/* Lays a document (namespace urn:gairo:document:1; docs/outputs.md) out on A4 pages and appends the PDF to output; *pages tells how
 * many and how big the letters are. A document that is meant for some pages is set smaller, down to what can still be read, until it takes no more; and
 * any gets a little less space where that saves a page of a few lines. The bytes depend on the document, the fonts and the libraries alone: the PDF carries the document's date. name is for
 * messages. Fails with ERROR_INPUT where it is no such document, ERROR_UNSUPPORTED in a build without pango and cairo, or where
 * there is no font. */
bool pages_draw(const char *name, xmlDocPtr document, Text *output, DrawnPages *pages, Error *error);

/* Tells in a document what only a layout shows, for a file that an office lays out itself. One that is meant for few pages gets the attribute
 * `scale`: how big its letters can be, as a share of the usual; and a cell of its columns that begins the right one `begins-column`. In any other each entry of the contents gets a `page`: about where it leads to, to
 * be shown until the office has laid it out. Neither where there is no font, or no pango and cairo. */
void pages_prepare_office(xmlDocPtr document);

#endif
