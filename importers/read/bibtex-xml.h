/* BibTeX as the XML that stylesheets read. */
#ifndef GAIRO_IMPORTERS_READ_BIBTEX_XML_H
#define GAIRO_IMPORTERS_READ_BIBTEX_XML_H

#include "core/error.h"
#include "importers/read/reader.h"

#include <stdbool.h>

#define BIBTEX_FILE_BYTES ((size_t)32 * 1024 * 1024)
#define BIBTEX_ENTRIES_MAX 100000u
#define BIBTEX_FIELDS_MAX 200u
#define BIBTEX_MACROS_MAX 5000u
#define BIBTEX_NAME_BYTES 200u /* of a type, a field or a macro, and of a key */
#define BIBTEX_NESTING_MAX 32
#define BIBTEX_EXPANDED_BYTES                                                                                          \
    ((size_t)8 * 1024 * 1024) /* that macros make in all, and entries taken over from others */
#define BIBTEX_FAULTS_MAX 1000u

/* A ReadFunction. Each entry is a member with the entries "@type" and "@key" (as it is written; absent where there is
 * none), then one for each field, by its name in small letters: text without LaTeX (latex-text.h); addresses and
 * identifiers as they are; author and editor as a list, each with "family" and "given", or "literal". The attribute
 * undefined names a macro of a value that nothing defines (it stands as it is called), repeated="1" stands on a field
 * said before. Where crossref or xdata names an entry that holds others, "@parent" has that one's fields, wherever it
 * stands in the file.
 * @string, @preamble and @comment are obeyed or passed over. A malformed entry is refused at the line that it begins
 * on, and reading goes on with the next line that begins with "@". The format: Oren Patashnik, BibTeXing, 1988. */
bool bibtex_read(const ReadInput *input, const ReadSettings *settings, const ReadBatches *batches, Error *error);

#endif
