#include "config.h"

#include "cli/help.h"

#include "importers/import.h"

#include <stdlib.h>
#ifdef HAVE_LIBCSV
#include <csv.h>
#endif

void version_write(Output *output)
{
    char *data = import_shipped_version(NULL);

    output_write(output, PACKAGE_STRING "\n");
    output_format(output, "shipped data set: %s\n", data ? data : "not found");
    output_write(output, "built with: " BUILT_WITH "\n");
#ifdef HAVE_LIBCSV
    output_format(output, "CSV output: by libcsv %d.%d.%d\n", CSV_MAJOR, CSV_MINOR, CSV_RELEASE);
#else
    output_write(output, "CSV output: not in this build (libcsv was not there); tsv and json are\n");
#endif
#ifdef GAIRO_SANITIZERS
    output_write(output, "sanitizers: AddressSanitizer, UndefinedBehaviorSanitizer\n");
#endif
    free(data);
}
