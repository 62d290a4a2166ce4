/* A document drawn on pages: PDF (ISO 32000) by pango and cairo. Runs in the worker only. */
#ifndef GAIRO_SHEETS_RENDER_PAGES_H
#define GAIRO_SHEETS_RENDER_PAGES_H

#include "core/error.h"
#include "core/text.h"

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

/* Lays a document (namespace urn:gairo:document:1; docs/outputs.md) out on A4 pages and appends the PDF to output; *pages is their
 * number. A document that is meant for some pages is set smaller, down to what can still be read, until it takes no more; any other
 * gets a little less space where that saves a page of a few lines. The bytes depend on the document, the fonts and the libraries alone: the PDF carries the document's date. name is for
 * messages. Fails with ERROR_INPUT where it is no such document, ERROR_UNSUPPORTED in a build without pango and cairo, or where
 * there is no font. */
bool pages_draw(const char *name, xmlDocPtr document, Text *output, size_t *pages, Error *error);

/* Gives each entry of a document's contents the attribute `page`: about where it leads to in a file that an office lays out itself, to be shown until
 * that is done. None where there are no contents, no font, or no pango and cairo. */
void pages_number_contents(xmlDocPtr document);

#endif
