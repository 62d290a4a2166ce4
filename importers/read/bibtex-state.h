/* What the reader of BibTeX is at, and the pieces that entries are made of. */
#ifndef GAIRO_IMPORTERS_READ_BIBTEX_STATE_H
#define GAIRO_IMPORTERS_READ_BIBTEX_STATE_H

#include "core/text.h"
#include "importers/read/bibtex-macros.h"
#include "importers/read/bibtex-xml.h"
#include "importers/read/document.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct Bibtex {
    const ReadInput *input;
    Document document;
    BibtexMacros macros;
    BibtexMacros parents; /* entries that others may name in crossref or xdata, as XML, by key */
    size_t parent_bytes;
    bool collecting; /* parents: nothing is handed on */
    size_t at;
    long line; /* of at */
    size_t entries, faults;
    size_t expanded;      /* bytes */
    Text value;           /* of the field that is being read, as it is written */
    StringList undefined; /* macros in it */
    Text xml;             /* of the entry that is being read */
    Text parent;          /* the key of the entry that it takes fields from */
    Error *error;
    const char *fault; /* of the entry; NULL */
} Bibtex;

/* '\0' at the end of the input, which holds no NULs. */
char bibtex_character_at(const Bibtex *bibtex);
bool bibtex_is_name_character(char character);
void bibtex_move_to(Bibtex *bibtex, size_t to); /* counts lines */
void bibtex_skip_line(Bibtex *bibtex);
/* Passes over blanks, and the comments that biber allows between fields; gives the character that comes next. */
char bibtex_next(Bibtex *bibtex);
/* Says what is wrong with the entry; static. Gives false. */
bool bibtex_fail(Bibtex *bibtex, const char *fault);
/* A name, in small letters where they mean the same; false where there is none, or (with a fault) it is too long. */
bool bibtex_take_name(Bibtex *bibtex, Text *name, bool small);
/* Appends to value what stands between the brace or quotation mark that is next and its fellow, end. */
bool bibtex_take_quoted(Bibtex *bibtex, char end);
/* Fills value, and undefined, from pieces joined by "#". False with a fault. */
bool bibtex_take_value(Bibtex *bibtex);

#endif
