#include "store/disagreement.h"
#include "store/matrix.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

void disagreements_free(Disagreements *disagreements)
{
    for (size_t i = 0; i < disagreements->count; i++) {
        LicenceDisagreement *entry = &disagreements->entries[i];
        free(entry->model_id);
        free(entry->model_title);
        free(entry->component);
        free(entry->licence);
        free(entry->licence_id);
    }
    free(disagreements->entries);
    *disagreements = (Disagreements){0};
}

static void take(Disagreements *disagreements, const PointsTable *table, Statement *statement)
{
    int component = component_index(statement_word(statement, 2));
    const char *value = statement_word(statement, 3), *licence = statement_word(statement, 5);
    if (component < 0 || !cell_level((size_t)component, value))
        return;
    int scored = score_by_licence((size_t)component, value);
    LicencePoints points = points_table_find(table, licence);
    int by_points = component_letter((size_t)component) == 'C' ? points.code_level : points.data_level;
    if (scored == 0 || by_points == 0 || scored == by_points)
        return;
    disagreements->entries =
        memory_resize(disagreements->entries, disagreements->count + 1, sizeof *disagreements->entries);
    disagreements->entries[disagreements->count++] =
        (LicenceDisagreement){.model_id = statement_copy_word(statement, 0),
                              .model_title = statement_copy_word(statement, 1),
                              .component = statement_copy_word(statement, 2),
                              .licence = statement_copy_word(statement, 4),
                              .licence_id = string_copy(licence),
                              .scored = scored,
                              .by_points = by_points};
}

#define CELLS                                                                                                          \
    "SELECT DISTINCT c.item, m.title, c.component, c.value, c.licence, p.licence FROM cell c"                          \
    " JOIN item m ON m.id = c.item JOIN spelling p ON p.spelling = trim(c.licence) WHERE "

bool disagreements_load(Store *store, const Item *item, Disagreements *disagreements, Error *error)
{
    PointsTable table = {0};
    Statement statement;
    *disagreements = (Disagreements){0};
    if (item->kind != KIND_MODEL && item->kind != KIND_LICENCE)
        return true;
    if (!points_table_load(store, &table, error))
        return false;
    bool opened = item->kind == KIND_MODEL
                      ? statement_open(store, CELLS "c.item = ?1 ORDER BY c.position", &statement, error)
                      : statement_open(store, CELLS "p.licence = ?1 ORDER BY m.title, c.position", &statement, error);
    if (opened) {
        statement_bind(&statement, 1, item->id);
        while (statement_step(&statement))
            take(disagreements, &table, &statement);
    }
    points_table_free(&table);
    bool done = statement_close(&statement);
    if (!done)
        disagreements_free(disagreements);
    return done;
}

char *disagreement_words(const LicenceDisagreement *disagreement, bool of_licence)
{
    int component = component_index(disagreement->component);
    char letter = component < 0 ? '?' : component_letter((size_t)component);
    return string_format("%s%s%s: scored %c%d; the five points of \"%s\" give %c%d",
                         of_licence ? disagreement->model_title : "", of_licence ? ", " : "", disagreement->component, letter,
                         disagreement->scored, disagreement->licence, letter, disagreement->by_points);
}
