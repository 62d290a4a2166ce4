/* A page of text: paragraphs, fields with a label, links. It is made once and laid out for the width it is shown at. */
#ifndef GAIRO_TUI_DOCUMENT_H
#define GAIRO_TUI_DOCUMENT_H

#include "tui/style.h"

#include <stdbool.h>
#include <stddef.h>

/* Before an item's id in a link's target: the list of the incidents that are linked with it. No id has a blank. */
#define TARGET_INCIDENTS "incidents "

typedef enum BlockKind {
    BLOCK_PARAGRAPH,
    BLOCK_HEADING,
    BLOCK_FIELD, /* a label in a column of its own, text beside it */
    BLOCK_LINK,  /* text that leads to target; its reason below */
    BLOCK_GAP,   /* an empty line */
} BlockKind;

typedef struct Block {
    BlockKind kind;
    Style style;
    char *label;  /* BLOCK_FIELD; else NULL */
    char *text;   /* as it can be shown */
    char *note;   /* quiet words after the text: where it is from; NULL */
    char *mark;   /* BLOCK_PARAGRAPH: its number, "(a)"; NULL */
    int level;    /* BLOCK_PARAGRAPH: how deep it stands, from 0 */
    char *reason; /* BLOCK_LINK: quiet text below; NULL */
    char *spoken; /* what is heard in place of text; NULL: text */
    char *target; /* BLOCK_LINK: an item's id, or TARGET_INCIDENTS and one */
    int link;     /* BLOCK_LINK: its number in the document, from 0; else -1 */
} Block;

/* Starts zeroed. Owns its strings. The strings given to the functions below are copied and may hold anything; NULL as
 * text adds nothing. */
typedef struct Document {
    Block *blocks;
    size_t count, capacity;
    int link_count;
} Document;

void document_paragraph(Document *document, Style style, const char *text, const char *note);
/* Paragraphs separated by an empty line, each as deep as it stands and with its number (core/paragraph.h). */
void document_body(Document *document, const char *text);
void document_heading(Document *document, const char *text, const char *note);
void document_field(Document *document, const char *label, Style style, const char *text, const char *note);
void document_link(Document *document, const char *text, const char *note, const char *reason, const char *target);
/* What is heard in place of the text of the block added last, where that means something by its place or its look. */
void document_say(Document *document, const char *words);
/* An empty line, unless the last block is one or there is none yet. */
void document_gap(Document *document);
void document_clear(Document *document);

/* One line of a document at a width. */
typedef struct DocumentLine {
    size_t block;
    char *text; /* at column */
    int column;
    Style style;
    char *note; /* at note_column; NULL */
    int note_column;
    bool first; /* of its block: label and link's number stand here */
} DocumentLine;

typedef struct Layout {
    DocumentLine *lines;
    size_t count, capacity;
    int columns;       /* it was made for */
    int label_columns; /* of the fields' labels; 0: each label has a line of its own */
} Layout;

#define DOCUMENT_TEXT_COLUMNS_MAX 76 /* lines are no longer, however wide the screen is: they would be hard to read */

/* Lays a document out on columns. */
void document_lay_out(const Document *document, int columns, Layout *layout);
void layout_free(Layout *layout);

#endif
