#include "store/licences.h"
#include "store/database.h"
#include "store/matrix.h"

#include "core/memory.h"

#include <stdlib.h>

bool licence_spellings_list(Store *store, LicenceSpellings *spellings, Error *error)
{
    PointsTable points;
    Statement statement;
    *spellings = (LicenceSpellings){0};
    if (!points_table_load(store, &points, error))
        return false;
    /* A spelling of the data before what a licence is called besides. */
    if (statement_open(store,
                       "SELECT s.spelling, s.licence, i.title, 1 AS way FROM spelling s JOIN item i ON i.id = s.licence"
                       " UNION ALL SELECT f.value, f.item, i.title, 2 FROM field f JOIN item i ON i.id = f.item"
                       " WHERE f.name = 'spdx' AND f.value IS NOT NULL AND i.kind = 'licence'"
                       " UNION ALL SELECT title, id, title, 3 FROM item WHERE kind = 'licence' ORDER BY 4, 1, 2",
                       &statement, error)) {
        while (statement_step(&statement)) {
            spellings->spellings =
                memory_resize(spellings->spellings, spellings->count + 1, sizeof *spellings->spellings);
            spellings->spellings[spellings->count++] =
                (LicenceSpelling){.spelling = statement_copy_word(&statement, 0),
                                  .licence = statement_copy_word(&statement, 1),
                                  .title = statement_copy_word(&statement, 2),
                                  .points = points_table_find(&points, statement_text(&statement, 1))};
        }
    }
    points_table_free(&points);
    if (statement_close(&statement))
        return true;
    licence_spellings_free(spellings);
    return false;
}

void licence_spellings_free(LicenceSpellings *spellings)
{
    for (size_t i = 0; i < spellings->count; i++) {
        free(spellings->spellings[i].spelling);
        free(spellings->spellings[i].licence);
        free(spellings->spellings[i].title);
    }
    free(spellings->spellings);
    *spellings = (LicenceSpellings){0};
}
