/* Running text for people: sanitised, wrapped, indented. */
#ifndef GAIRO_CLI_PROSE_H
#define GAIRO_CLI_PROSE_H

#include "cli/session.h"

/* Text of one or more paragraphs. NULL and "" write nothing. */
void prose_write(Session *session, int indent, const char *text);
/* The same; lines end at blanks only, so that ids stay whole. */
void prose_write_ids(Session *session, int indent, const char *text);
/* As prose_write, with a first line that begins further left: label, then the text at indent columns. */
void prose_write_labelled(Session *session, int label_indent, const char *label, int indent, const char *text);
/* A body: paragraphs apart by an empty line, each as deep as it stands, its number beside it (core/paragraph.h). */
void prose_write_body(Session *session, const char *text);
/* A heading of its own line after an empty one, bold where there is colour. */
void prose_write_heading(Session *session, const char *text);

#endif
