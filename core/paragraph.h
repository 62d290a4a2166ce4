/* Paragraphs of a law: how deep one stands, and its number. A body keeps both in its text (docs/data-format.md). */
#ifndef GAIRO_CORE_PARAGRAPH_H
#define GAIRO_CORE_PARAGRAPH_H

#define PARAGRAPH_SPACE "\xE2\x80\x83" /* an em space: one before the words for each level, one behind the number */
#define PARAGRAPH_LEVELS_MAX 12
#define PARAGRAPH_LEVEL_COLUMNS 4 /* a level's width on a terminal, and the least that a number is given */

typedef struct Paragraph {
    int level;         /* from 0 to PARAGRAPH_LEVELS_MAX */
    char *mark;        /* "(a)"; the caller frees it; NULL: the paragraph has none */
    const char *words; /* what follows, inside the text that was read */
} Paragraph;

/* Reads text, which must be one paragraph. What is no such mark is words: every text can be read. */
Paragraph paragraph_read(const char *text);

#endif
