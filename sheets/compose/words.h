/* Values of the data in words that a reader who never saw the data understands. */
#ifndef GAIRO_SHEETS_COMPOSE_WORDS_H
#define GAIRO_SHEETS_COMPOSE_WORDS_H

#include "core/vocabulary.h"

/* A field's value in words: "raises this risk", "no rule seen", "April 2024". The caller owns it; NULL for NULL. */
char *value_words(Kind kind, const FieldDefinition *field, const char *value);
/* "23 November 2026" of YYYY-MM-DD, "November 2026" of YYYY-MM; what is no date is copied. NULL for NULL. */
char *date_words(const char *date);
/* A law's state (store/law.h) in words: "applies from 2 August 2027". The caller owns it. */
char *state_words(const char *state);
/* "rescission announced": a name with its hyphens as blanks. NULL for NULL. */
char *name_words(const char *name);
/* "no risks", "1 risk", "12 risks", in small letters. */
char *count_words(size_t count, Kind kind);
/* Authors as text names them: "Kapoor" of "Kapoor, Sayash", "Rombach and Esser" of "Rombach, Robin and Esser, Patrick", "Kapoor et al."
 * where there are more, as in "Kapoor, Sayash and 24 others"; an organisation's name stays. The caller owns it. */
char *short_authors(const char *authors);
/* A name that can be an anchor in every output and belongs to no other id: letters, digits, "." and "-" stay, every
 * other byte becomes "_" and two hexadecimal digits. */
char *anchor_name(const char *id);
/* The address as a link holds it: what no address may have in it is percent-encoded. NULL where it may not become a link: it is neither http nor
 * https, or has a blank, a quotation mark or a control in it. The caller owns it. */
char *url_link(const char *url);

#endif
