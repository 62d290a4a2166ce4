/* The openness of a model's components: what one source says of them, or what several say, side by side. */
#include "cli/item.h"

#include "cli/prose.h"
#include "core/memory.h"
#include "store/opinions.h"

#include <stdlib.h>
#include <string.h>

#define INDENT 2

static TableLook look_of(const Session *session)
{
    return (TableLook){
        .columns = session->table_columns, .bold_titles = session->color, .titles = true, .indent = INDENT};
}

static const char *level_of(const ItemCell *cell)
{
    const char *level = cell_level(cell->component, cell->value);
    return level ? level : choice_title(cell->value);
}

static void write_one_source(Session *session, const Item *item)
{
    static const TableColumn columns[] = {{"component", "Component", false, false},
                                          {"level", "Level", false, false},
                                          {"licence", "Licence", false, true},
                                          {"licence_id", "Licence id", false, false},
                                          {"guess", "Guess", false, false},
                                          {"source", "Says", false, false},
                                          {"text", "Note", false, true}};
    TableLook look = look_of(session);
    Table table;

    table_init(&table, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < item->cell_count; i++) {
        const ItemCell *cell = &item->cells[i];

        table_add_row(&table);
        table_set(&table, 0, component_ids[cell->component]);
        table_set(&table, 1, level_of(cell));
        table_set(&table, 2, cell->licence);
        table_set(&table, 3, cell->licence_id);
        table_set(&table, 4, cell->guess);
        table_set(&table, 5, cell->source);
        table_set(&table, 6, cell->text);
    }
    table_write(&table, &look, &session->output);
    table_free(&table);
}

/* "C5, Apache 2.0"; "unknown, a guess: D3 or D4". NULL where there is no cell. The caller owns it. */
static char *cell_words(const ItemCell *cell)
{
    if (!cell)
        return NULL;
    return string_format("%s%s%s%s%s", level_of(cell), cell->licence ? ", " : "", cell->licence ? cell->licence : "",
                         cell->guess ? ", a guess: " : "", cell->guess ? cell->guess : "");
}

static void write_side_by_side(Session *session, const Opinions *opinions)
{
    TableColumn *columns = memory_zeroed(opinions->source_count + 1, sizeof *columns);
    TableLook look = look_of(session);
    Table table;

    columns[0] = (TableColumn){"component", "Component", false, false};
    for (size_t i = 0; i < opinions->source_count; i++)
        columns[i + 1] = (TableColumn){opinions->sources[i], opinions->sources[i], false, true};
    table_init(&table, columns, opinions->source_count + 1);
    for (size_t component = 0; component < COMPONENT_COUNT; component++) {
        if (!opinions->spoken[component])
            continue;
        table_add_row(&table);
        table_set(&table, 0, component_ids[component]);
        for (size_t i = 0; i < opinions->source_count; i++) {
            char *words = cell_words(opinions->cells[component * opinions->source_count + i]);
            table_set(&table, i + 1, words);
            free(words);
        }
    }
    table_write(&table, &look, &session->output);
    table_free(&table);
    free(columns);
}

/* What a source says beside its values, once, with the components that it says it of. */
static void write_remarks(Session *session, const Opinions *opinions)
{
    for (size_t i = 0; i < opinions->remark_count; i++) {
        const OpinionRemark *remark = &opinions->remarks[i];
        Text line = {0};

        if (i == 0)
            output_write(&session->output, "\n");
        text_append_format(&line, "%s: %s (", remark->source, remark->text);
        for (size_t component = 0, count = 0; component < COMPONENT_COUNT; component++)
            if (remark->components[component])
                text_append_format(&line, "%s%s", count++ > 0 ? ", " : "", component_ids[component]);
        text_append(&line, ")");
        prose_write_ids(session, INDENT, line.data);
        text_free(&line);
    }
}

/* The licences that the spellings in the cells are known as. Where a spelling did not fit its column it stands here. */
static void write_licences(Session *session, const Opinions *opinions)
{
    for (size_t i = 0; i < opinions->licence_count; i++) {
        const OpinionLicence *licence = &opinions->licences[i];
        Text line = {0};

        if (i == 0)
            output_write(&session->output, "\n");
        text_append_format(&line, "%s: ", licence->id);
        for (size_t k = 0; k < licence->spellings.count; k++)
            text_append_format(&line, "%s%s", k > 0 ? "; " : "", licence->spellings.items[k]);
        prose_write_ids(session, INDENT, line.data);
        text_free(&line);
    }
}

void item_write_cells(Session *session, const Item *item)
{
    Opinions opinions = opinions_of(item);

    if (opinions.source_count == 1) {
        prose_write_heading(session, "Openness");
        write_one_source(session, item);
    } else if (opinions.source_count > 1) {
        prose_write_heading(session, "Openness: who says what");
        write_side_by_side(session, &opinions);
        write_remarks(session, &opinions);
        write_licences(session, &opinions);
    }
    opinions_free(&opinions);
}
