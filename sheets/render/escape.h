/* Text as the languages of the outputs write it, so that it stays text in each. Every function appends to result. */
#ifndef GAIRO_SHEETS_RENDER_ESCAPE_H
#define GAIRO_SHEETS_RENDER_ESCAPE_H

#include "core/text.h"

#define TEXT_COLUMNS 76 /* of plain text */

/* Appends string so that CommonMark (with pipe tables and GitHub's autolinks) shows it as the same plain text wherever it
 * is put in a line, at its start too. White space is folded to single blanks and trimmed. */
void markdown_escape(Text *result, const char *string);
/* Appends a URL so that it can stand in a link's parentheses. */
void markdown_escape_url(Text *result, const char *url);
/* A field of CSV in quotation marks (RFC 4180). What a spreadsheet would take for a formula (it begins with = + - or @) gets an
 * apostrophe in front. White space becomes blanks. */
void csv_escape(Text *result, const char *string);
/* A JSON string (RFC 8259) with its quotation marks. */
void json_escape(Text *result, const char *string);
/* A string of CSS (CSS Syntax, 4.3.7) with its quotation marks, in which nothing stands that XML or HTML would read. */
void css_escape(Text *result, const char *string);
/* Text for TeX and BibTeX: what they read as a command, a group or a comment is written so that it is printed. */
void tex_escape(Text *result, const char *string);
/* "A, B.; C; and others" as "A, B. and {C} and others". */
void tex_names_escape(Text *result, const char *names);
/* A reference's id as a BibTeX key. */
void tex_key_escape(Text *result, const char *id);
/* An address, or an identifier, for the fields url, doi and eprint, and for \url: biblatex and the package url read them verbatim, so that an
 * escape would become part of the link. What could end the field or be read as a command is percent-encoded. */
void tex_url_escape(Text *result, const char *url);
/* A paragraph of plain text wrapped to TEXT_COLUMNS, each line ended: first stands before the first line, rest before the
 * others. White space is folded. */
void text_paragraph(Text *result, const char *string, const char *first, const char *rest);
/* A line of marks as wide as the widest of the lines. */
void text_underline(Text *result, const char *lines, const char *mark);

#endif
