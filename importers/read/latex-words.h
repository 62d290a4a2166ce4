/* The commands of LaTeX that stand for characters. */
#ifndef GAIRO_IMPORTERS_READ_LATEX_WORDS_H
#define GAIRO_IMPORTERS_READ_LATEX_WORDS_H

#include <stddef.h>

/* The characters that the command (without its backslash, length bytes) stands for; "" where it only changes the type
 * and takes no argument of its own; NULL where it is not known. Static. */
const char *latex_word(const char *name, size_t length);
/* The combining character of an accent, as \c{c} or \"o have it; NULL where the command is none. Static. */
const char *latex_accent(const char *name, size_t length);

#endif
