#include "store/following.h"
#include "store/items.h"

#include "core/memory.h"
#include "core/text.h"

#include <stdlib.h>
#include <string.h>

/* Who came here by way of from goes on to to: no id leads to one that leads on. */
bool following_note(Store *store, const char *from, const char *to, Error *error)
{
    if (strcmp(from, to) == 0)
        return true;
    return store_run(store, error, "UPDATE formerly SET item = ?2 WHERE item = ?1 AND id <> ?2", "ss", from, to) &&
           store_run(store, error, "DELETE FROM formerly WHERE item = ?1", "s", from) &&
           store_run(store, error,
                     "INSERT INTO formerly(id, item) VALUES (?1, ?2)"
                     " ON CONFLICT(id) DO UPDATE SET item = excluded.item",
                     "ss", from, to);
}

bool following_tidy(Store *store, Error *error)
{
    return store_run(store, error,
                     "DELETE FROM formerly WHERE id IN (SELECT t.item FROM touched t JOIN item i ON i.id = t.item)", "") &&
           store_run(store, error,
                     "DELETE FROM formerly WHERE NOT EXISTS (SELECT 1 FROM record r WHERE r.given = formerly.id)"
                     " AND id NOT IN (SELECT item FROM sheet_entry) AND id NOT IN (SELECT item FROM item_note)"
                     " AND id NOT IN (SELECT item FROM mark) AND id NOT IN (SELECT item FROM review)",
                     "");
}

bool item_id_now(Store *store, const char *id, char **now, Error *error)
{
    Statement statement;
    *now = NULL;
    if (statement_open(store, "SELECT item FROM formerly WHERE id = ?1", &statement, error)) {
        statement_bind(&statement, 1, id);
        *now = statement_step(&statement) ? statement_copy_word(&statement, 0) : string_copy(id);
    }
    if (statement_close(&statement))
        return true;
    free(*now);
    *now = NULL;
    return false;
}
