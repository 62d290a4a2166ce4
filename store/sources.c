#include "store/sources.h"
#include "store/database.h"

#include "core/memory.h"

#include <stdlib.h>

const char *source_version_words(const SourceInfo *source)
{
    return source->version == NULL ? "no version given" : source->version;
}

void source_infos_free(SourceInfos *sources)
{
    for (size_t i = 0; i < sources->count; i++) {
        SourceInfo *source = &sources->sources[i];
        free(source->id);
        free(source->title);
        free(source->version);
        free(source->date);
        free(source->licence);
        free(source->url);
        free(source->cite);
        free(source->imported);
    }
    free(sources->sources);
    *sources = (SourceInfos){0};
}

bool sources_list(Store *store, SourceInfos *sources, Error *error)
{
    Statement statement;
    *sources = (SourceInfos){0};
    if (statement_open(
            store,
            "SELECT s.id, s.title, s.version, s.date, s.licence, s.url, s.cite, s.imported,"
            " (SELECT count(*) FROM record r WHERE r.source = s.id), s.rank FROM source s ORDER BY s.rank, s.id",
            &statement, error)) {
        while (statement_step(&statement)) {
            sources->sources = memory_resize(sources->sources, sources->count + 1, sizeof *sources->sources);
            sources->sources[sources->count++] = (SourceInfo){.id = statement_copy_word(&statement, 0),
                                                              .title = statement_copy_word(&statement, 1),
                                                              .version = statement_copy(&statement, 2),
                                                              .date = statement_copy(&statement, 3),
                                                              .licence = statement_copy(&statement, 4),
                                                              .url = statement_copy(&statement, 5),
                                                              .cite = statement_copy(&statement, 6),
                                                              .imported = statement_copy_word(&statement, 7),
                                                              .records = (long)statement_number(&statement, 8),
                                                              .rank = (int)statement_number(&statement, 9)};
        }
    }
    if (statement_close(&statement))
        return true;
    source_infos_free(sources);
    return false;
}
