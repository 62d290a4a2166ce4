/* LaTeX as it stands in the fields of BibTeX, as plain text. */
#ifndef GAIRO_IMPORTERS_READ_LATEX_TEXT_H
#define GAIRO_IMPORTERS_READ_LATEX_TEXT_H

#include "core/text.h"

#include <stddef.h>

/* What nests deeper is left as it is written. */
#define LATEX_DEPTH_MAX 32

/* Appends what a reader of the printed page would see: accents composed (NFC), letters and signs by their commands,
 * dashes and quotation marks, superscripts and subscripts of digits as characters (else behind ^ or _, in parentheses).
 * Braces, dollars and commands that only change the type go; what a command that is not known holds stays, one that
 * holds nothing stays as it is written. White space is folded, at both ends taken off. bytes must be UTF-8 without
 * NULs. */
void latex_append_text(Text *text, const char *bytes, size_t length);

/* Appends an address or another identifier: only braces and the backslash before a sign go. */
void latex_append_verbatim(Text *text, const char *bytes, size_t length);

#endif
