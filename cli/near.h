/* The nearest known name to one that is not known. */
#ifndef GAIRO_CLI_NEAR_H
#define GAIRO_CLI_NEAR_H

#include "core/text.h"

/* The name among names that is fewest edits (a letter added, lost, changed, or two swapped) away from word, where that
 * is close enough to be a slip of the fingers, or the only one that begins with word; else NULL. Points into names. */
const char *near_name(const char *word, const StringList *names);
/* " (did you mean 'NAME'?)", or "" where nothing is near. The caller owns it. */
char *near_hint(const char *word, const char *prefix, const StringList *names);

#endif
