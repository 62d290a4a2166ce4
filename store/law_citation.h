/* Citations of a law: what "Art. 5(1)(ba)-(bb), 25(4), 111(4) and 113(c)" names. */
#ifndef GAIRO_STORE_LAW_CITATION_H
#define GAIRO_STORE_LAW_CITATION_H

#include "core/text.h"

#include <stdbool.h>

/* Whether citation names whole or a part of it. whole is one article, recital, annex or section: "Art. 25", "Recital 89",
 * "Annex XIII", "Sec. 4" ("Sec. 4.6" is a part of it). Where it does, what is named is appended to parts ("Art. 25(4)"),
 * unless that is NULL. NULL as citation or whole names nothing. */
bool law_citation_names(const char *citation, const char *whole, Text *parts);

/* The number that a law's web address tells: "eu-2024-1689" of an address with "/eli/reg/2024/1689/oj" or
 * "CELEX:32024R1689", "us-fr-2023-24283" of one of the Federal Register. NULL where it tells none; the caller owns it. */
char *law_key(const char *url);

#endif
