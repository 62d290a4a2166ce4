#include "cli/balance.h"

#include "cli/prose.h"

static const TableColumn columns[] = {
    {"area", "Area", false, true}, {"risks", "Risks", true, false}, {"opportunities", "Opportunities", true, false}};

void balance_write(Session *session, const AreaCounts *balance)
{
    TableLook look = {.columns = session->table_columns, .titles = true, .indent = 2};
    Table table;

    table_init(&table, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < balance->count; i++) {
        table_add_row(&table);
        table_set(&table, 0, balance->rows[i].area_title);
        table_set_number(&table, 1, balance->rows[i].risks);
        table_set_number(&table, 2, balance->rows[i].opportunities);
    }
    prose_write_heading(session, "Balance");
    table_write(&table, &look, &session->output);
    table_free(&table);
}
