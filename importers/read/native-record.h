/* The parts of a record as their elements are read: folded text, and what an element adds when it ends. */
#ifndef GAIRO_IMPORTERS_READ_NATIVE_RECORD_H
#define GAIRO_IMPORTERS_READ_NATIVE_RECORD_H

#include "core/record.h"
#include "core/text.h"
#include "importers/read/native-elements.h"

#include <stdbool.h>
#include <stddef.h>

/* What XML counts as white space. */
static inline bool is_white_space(char character)
{
    return character == ' ' || character == '\n' || character == '\t' || character == '\r';
}

/* Text whose white space is folded: runs become one blank, those at the ends go. Starts zeroed. */
typedef struct FoldedText {
    Text text;
    bool blank;     /* white space was met since the last word */
    bool paragraph; /* a new paragraph starts with the next word */
} FoldedText;

void folded_text_append(FoldedText *folded, const char *bytes, size_t length);
/* The next word starts a new paragraph, after an empty line. */
void folded_text_paragraph(FoldedText *folded);
/* Hands the text over, NULL where there is none, and starts anew. */
char *folded_text_take(FoldedText *folded);
void folded_text_free(FoldedText *folded);

/* An element that has begun. values are by the positions of its attribute table; owned; NULL where there is none. */
typedef struct OpenElement {
    Element element;
    long line;
    char *values[ATTRIBUTES_MAX];
    bool has_text; /* text stands directly in it */
    bool has_paragraphs;
} OpenElement;

void open_element_free(OpenElement *open);

/* Adds what the element says to record and takes its values. text: what is in it, or NULL; taken. False where the
 * record has as many entries as one may have. */
bool record_add_element(Record *record, OpenElement *open, char *text);

#endif
