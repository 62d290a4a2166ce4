#include "config.h"

#include "importers/read/readers.h"

#include "importers/read/bibtex-xml.h"
#include "importers/read/front-matter.h"
#include "importers/read/json-xml.h"
#include "importers/read/table-xml.h"
#include "importers/read/xml-lines.h"
#include "importers/read/yaml-xml.h"

#include <string.h>

static bool read_front_matter(const ReadInput *input, const ReadSettings *settings, const ReadBatches *batches,
                              Error *error)
{
    Text xml = {0};
    bool good = front_matter_read(input, &xml, error);

    (void)settings;
    if (good)
        batches->take(batches->context, &xml);
    text_free(&xml);
    return good;
}

/* READER_NAMES has the same. */
static const struct {
    const char *name;
    ReadFunction read;
} readers[] = {
    {"bibtex", bibtex_read},         {"csv", csv_read}, {"front-matter", read_front_matter}, {"json", json_read},
    {"json-lines", json_lines_read}, {"tsv", tsv_read}, {"xml", xml_lines_read},             {"yaml", yaml_read},
};

ReadFunction reader_find(const char *name)
{
    for (size_t i = 0; name != NULL && i < sizeof(readers) / sizeof(readers[0]); i++)
        if (strcmp(readers[i].name, name) == 0)
            return readers[i].read;
    return NULL;
}
