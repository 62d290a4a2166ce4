/* A licence's five points, and the level they give. */
#include "store/matrix.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

static const char *const point_names[] = {"point-research", "point-commercial", "point-modify", "point-copyright",
                                          "point-relicense"};
#define POINT_COUNT 5

void points_table_free(PointsTable *table)
{
    for (size_t i = 0; i < table->count; i++)
        free(table->licences[i].id);
    free(table->licences);
    *table = (PointsTable){0};
}

static void add_point(PointsTable *table, const char *id, const char *value)
{
    if (table->count == 0 || strcmp(table->licences[table->count - 1].id, id) != 0) {
        table->licences = memory_resize(table->licences, table->count + 1, sizeof *table->licences);
        table->licences[table->count++] = (PointsOfLicence){.id = string_copy(id)};
    }
    PointsOfLicence *licence = &table->licences[table->count - 1];
    licence->known += strcmp(value, "yes") == 0 || strcmp(value, "no") == 0;
    licence->yes += strcmp(value, "yes") == 0;
}

bool points_table_load(Store *store, PointsTable *table, Error *error)
{
    Statement statement;
    char *last = NULL;
    *table = (PointsTable){0};
    /* Of several sources the one of the lowest rank counts. */
    if (statement_open(store,
                       "SELECT f.item, f.name, f.value FROM field f JOIN record r ON r.number = f.record"
                       " JOIN source o ON o.id = r.source WHERE r.kind = 'licence' AND f.value IS NOT NULL"
                       " AND f.name IN (?1, ?2, ?3, ?4, ?5) ORDER BY f.item, f.name, o.rank, o.id",
                       &statement, error)) {
        for (int i = 0; i < POINT_COUNT; i++)
            statement_bind(&statement, i + 1, point_names[i]);
        while (statement_step(&statement)) {
            const char *id = statement_word(&statement, 0), *name = statement_word(&statement, 1);
            char *here = string_format("%s %s", id, name);
            if (string_compare(here, last) != 0)
                add_point(table, id, statement_word(&statement, 2));
            free(last);
            last = here;
        }
    }
    free(last);
    if (statement_close(&statement))
        return true;
    points_table_free(table);
    return false;
}

static int compare_licences(const void *a, const void *b)
{
    return strcmp(((const PointsOfLicence *)a)->id, ((const PointsOfLicence *)b)->id);
}

LicencePoints points_table_find(const PointsTable *table, const char *id)
{
    /* By the number of points: highly, moderately, slightly restrictive, free of restriction. D2 is no matter of
     * points. */
    static const int code_levels[] = {2, 2, 3, 3, 4, 5}, data_levels[] = {3, 3, 3, 3, 4, 5};
    PointsOfLicence wanted = {.id = (char *)id};
    const PointsOfLicence *found =
        id && table->count ? bsearch(&wanted, table->licences, table->count, sizeof wanted, compare_licences) : NULL;
    if (!found || found->known != POINT_COUNT)
        return (LicencePoints){.points = -1};
    return (LicencePoints){found->yes, code_levels[found->yes], data_levels[found->yes]};
}

bool licence_points(Store *store, const char *licence_id, LicencePoints *points, Error *error)
{
    PointsTable table;
    *points = (LicencePoints){.points = -1};
    if (!points_table_load(store, &table, error))
        return false;
    *points = points_table_find(&table, licence_id);
    points_table_free(&table);
    return true;
}
