#include "store/lost_links.h"

#include "core/memory.h"
#include "store/database.h"

#include <stdlib.h>

static void take(LostLinks *links, Statement *row)
{
    if (links->count == links->capacity) {
        links->capacity = links->capacity ? 2 * links->capacity : 16;
        links->links = memory_resize(links->links, links->capacity, sizeof *links->links);
    }
    links->links[links->count++] =
        (LostLink){.source = statement_copy_word(row, 0),
                   .target = statement_copy_word(row, 4),
                   .line = string_format("%s:%lld: %s to %s", statement_word(row, 1), statement_number(row, 2),
                                         statement_word(row, 3), statement_word(row, 4))};
}

bool lost_links_list(Store *store, LostLinks *links, Error *error)
{
    Statement statement;
    *links = (LostLinks){0};
    if (statement_open(store,
                       "SELECT r.source, r.file, l.line, r.id, l.target FROM touched t CROSS JOIN link l ON l.target = t.item"
                       " JOIN record r ON r.number = l.record WHERE NOT EXISTS (SELECT 1 FROM record x WHERE x.id = t.item)"
                       " ORDER BY 1, 2, 3, 5",
                       &statement, error)) {
        while (statement_step(&statement))
            take(links, &statement);
    }
    if (statement_close(&statement))
        return true;
    lost_links_free(links);
    return false;
}

void lost_links_free(LostLinks *links)
{
    for (size_t i = 0; i < links->count; i++) {
        free(links->links[i].source);
        free(links->links[i].target);
        free(links->links[i].line);
    }
    free(links->links);
    *links = (LostLinks){0};
}
