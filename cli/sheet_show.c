/* What sheets there are, what is in one, and what to know before it goes out. */
#include "cli/sheet.h"

#include "core/memory.h"
#include "sheets/check.h"
#include "sheets/fit.h"
#include "sheets/templates.h"

#include <stdlib.h>
#include <string.h>

static json_t *sheet_json(const Sheet *sheet)
{
    json_t *object = json_object(), *entries = json_array();

    json_put(object, "name", sheet->name);
    for (int i = 0; i < SHEET_PROPERTY_COUNT; i++)
        json_put(object, sheet_property_name((SheetProperty)i), sheet->properties[i]);
    for (size_t i = 0; i < sheet->entry_count; i++) {
        const SheetEntry *entry = &sheet->entries[i];
        json_t *row = json_object();

        json_put(row, "id", entry->id);
        json_put(row, "title", entry->title);
        json_put(row, "heading", entry->heading);
        json_put(row, "depth", sheet_depth_name(entry->depth));
        json_put_lines(row, "note", entry->remark);
        json_put_lines(row, "item_note", entry->note);
        json_put(row, "added", entry->added);
        (void)json_object_set_new(row, "gone", json_boolean(entry->gone));
        (void)json_array_append_new(entries, row);
    }
    (void)json_object_set_new(object, "entries", entries);
    return object;
}

static void write_sheet_json(Session *session, const Sheet *sheet)
{
    json_t *array = json_array();

    (void)json_array_append_new(array, sheet_json(sheet));
    session_write_json(session, array);
}

bool sheet_tell(Session *session, const char *name, const char *line, Error *error)
{
    if (session->form == FORM_JSON) {
        Sheet *sheet = sheet_load(session->store, name, error);
        if (!sheet)
            return false;
        write_sheet_json(session, sheet);
        sheet_free(sheet);
    } else if (!session->quiet) {
        session_write_line(session, line);
    }
    return true;
}

static bool list_json(Session *session, const StringList *names, Error *error)
{
    json_t *array = json_array();
    bool done = true;

    for (size_t i = 0; done && i < names->count; i++) {
        Sheet *sheet = sheet_load(session->store, names->items[i], error);
        done = sheet != NULL;
        if (done)
            (void)json_array_append_new(array, sheet_json(sheet));
        sheet_free(sheet);
    }
    if (done)
        session_write_json(session, array);
    else
        json_decref(array);
    return done;
}

bool sheet_command_list(Session *session, Error *error)
{
    static const TableColumn columns[] = {{"name", "Name", false, false},
                                          {"title", "Title", false, true},
                                          {"template", "Template", false, false},
                                          {"items", "Items", true, false}};
    StringList names = {0};
    Table table;
    bool done = sheet_names(session->store, &names, error);

    if (done && session->form == FORM_JSON) {
        done = list_json(session, &names, error);
        string_list_free(&names);
        return done;
    }
    table_init(&table, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; done && i < names.count; i++) {
        Sheet *sheet = sheet_load(session->store, names.items[i], error);
        done = sheet != NULL;
        if (!done)
            break;
        table_add_row(&table);
        table_set(&table, 0, sheet->name);
        table_set(&table, 1, sheet_property(sheet, SHEET_TITLE));
        table_set(&table, 2, sheet_property(sheet, SHEET_TEMPLATE));
        table_set_number(&table, 3, (long long)sheet->entry_count);
        sheet_free(sheet);
    }
    done = done && session_write_table(session, &table, "No sheets.", error);
    table_free(&table);
    string_list_free(&names);
    return done;
}

static void write_properties(Session *session, const Sheet *sheet)
{
    for (int i = 0; i < SHEET_PROPERTY_COUNT; i++) {
        if (!sheet->properties[i])
            continue;
        char *line = string_format("%s: %s", sheet_property_name((SheetProperty)i), sheet->properties[i]);
        session_write_line(session, line);
        free(line);
    }
}

bool sheet_command_show(Session *session, Error *error)
{
    static const TableColumn columns[] = {{"place", "", true, false},        {"id", "Id", false, false},
                                          {"title", "Title", false, true},   {"heading", "Heading", false, true},
                                          {"depth", "Shown", false, false},  {"note", "Note", false, true}};
    Sheet *sheet = sheet_load(session->store, verb_argument(session, 0), error);
    Table table;

    if (!sheet)
        return false;
    if (session->form == FORM_JSON) {
        write_sheet_json(session, sheet);
        sheet_free(sheet);
        return true;
    }
    if (session->form == FORM_TABLE)
        write_properties(session, sheet);
    table_init(&table, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < sheet->entry_count; i++) {
        const SheetEntry *entry = &sheet->entries[i];
        char *title = entry->gone ? string_format("%s (no longer in the data)", entry->title) : string_copy(entry->title);

        table_add_row(&table);
        table_set_number(&table, 0, (long long)i + 1);
        table_set(&table, 1, entry->id);
        table_set(&table, 2, title);
        table_set(&table, 3, entry->heading);
        table_set(&table, 4, sheet_depth_name(entry->depth));
        table_set(&table, 5, entry->remark ? entry->remark : entry->note);
        free(title);
    }
    bool done = session_write_table(session, &table, "Nothing is in it.", error);
    table_free(&table);
    sheet_free(sheet);
    return done;
}

static void write_remarks_json(Session *session, const SheetRemarks *remarks)
{
    json_t *array = json_array();

    for (size_t i = 0; i < remarks->count; i++) {
        json_t *row = json_object();

        json_put(row, "rule", remarks->remarks[i].rule);
        json_put(row, "id", remarks->remarks[i].id);
        json_put(row, "message", remarks->remarks[i].message);
        (void)json_array_append_new(array, row);
    }
    session_write_json(session, array);
}

static bool write_remarks_table(Session *session, const SheetRemarks *remarks, Error *error)
{
    static const TableColumn columns[] = {{"rule", "What", false, false},
                                          {"id", "Id", false, false},
                                          {"message", "Remark", false, true}};
    Table table;

    table_init(&table, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < remarks->count; i++) {
        table_add_row(&table);
        table_set(&table, 0, remarks->remarks[i].rule);
        table_set(&table, 1, remarks->remarks[i].id);
        table_set(&table, 2, remarks->remarks[i].message);
    }
    bool done = session_write_table(session, &table, "Nothing to remark.", error);
    table_free(&table);
    return done;
}

/* NULL is: none was asked for. */
static bool template_is_known(const char *name, Error *error)
{
    if (!name || sheet_template_find(name))
        return true;
    error_set(error, ERROR_USAGE, "there is no template '%s'; gairo sheet templates lists them", name);
    return false;
}

bool sheet_command_check(Session *session, Error *error)
{
    Sheet *sheet = sheet_load(session->store, verb_argument(session, 0), error);
    const SheetRequest request = {.as_of = session->as_of,
                                  .sheet = sheet,
                                  .template_name = invocation_value(session->invocation, OPTION_TEMPLATE)};
    SheetRemarks remarks = {0};
    bool done = sheet && template_is_known(request.template_name, error) &&
                sheet_check_contents(session->store, &request, &remarks, error) &&
                sheet_check_pages(session->store, &request, NULL, NULL, &remarks, error);

    if (done && session->form == FORM_JSON)
        write_remarks_json(session, &remarks);
    else if (done)
        done = write_remarks_table(session, &remarks, error);
    session->fault = done && remarks.count > 0;
    sheet_remarks_free(&remarks);
    sheet_free(sheet);
    return done;
}

/* null where the pages are estimated. */
static json_t *letters_json(const SheetFit *fit)
{
    return fit->letters > 0 ? json_real(fit->letters / 10.0) : json_null();
}

static json_t *fit_json(const Sheet *sheet, const SheetFit *fit, const char *advice)
{
    json_t *row = json_object(), *cut = json_array();

    json_put(row, "name", sheet->name);
    json_put(row, "template", fit->template->name);
    json_put_number(row, "pages", (long long)fit->pages);
    json_put_number(row, "meant_for", fit->template->pages);
    (void)json_object_set_new(row, "letters", letters_json(fit));
    (void)json_object_set_new(row, "estimated", json_boolean(fit->estimated));
    for (size_t i = 0; i < fit->cut.count; i++)
        (void)json_array_append_new(cut, json_text(fit->cut.items[i], SANITISE_LINE));
    (void)json_object_set_new(row, "cut", cut);
    json_put(row, "advice", advice);
    return row;
}

static void write_fit(Session *session, const SheetFit *fit, const char *advice)
{
    char *line = sheet_fit_words(fit), *small = sheet_fit_small_advice(fit);

    session_write_line(session, line);
    if (small)
        session_write_line(session, small);
    if (advice)
        session_write_line(session, advice);
    free(line);
    free(small);
}

bool sheet_command_fit(Session *session, Error *error)
{
    const char *name = invocation_value(session->invocation, OPTION_TEMPLATE);
    Sheet *sheet = sheet_load(session->store, verb_argument(session, 0), error);
    const SheetRequest request = {.as_of = session->as_of, .sheet = sheet, .template_name = name};
    SheetFit fit = {0};
    bool done = sheet && sheet_fit_measure(session->store, &request, true, NULL, NULL, &fit, error);

    if (done) {
        char *advice = sheet_fit_advice(&fit, sheet);
        if (session->form == FORM_JSON) {
            json_t *array = json_array();
            (void)json_array_append_new(array, fit_json(sheet, &fit, advice));
            session_write_json(session, array);
        } else {
            write_fit(session, &fit, advice);
        }
        free(advice);
    }
    sheet_fit_free(&fit);
    sheet_free(sheet);
    return done;
}

bool sheet_command_templates(Session *session, Error *error)
{
    static const TableColumn columns[] = {{"name", "Name", false, false},
                                          {"title", "Title", false, false},
                                          {"explanation", "What it is", false, true}};
    Table table;

    if (session->form == FORM_JSON) {
        json_t *array = json_array();

        for (size_t i = 0; i < sheet_template_count(); i++) {
            const SheetTemplate *template = sheet_template_at(i);
            json_t *row = json_object();

            json_put(row, "name", template->name);
            json_put(row, "title", template->title);
            json_put(row, "explanation", template->explanation);
            json_put_number(row, "pages", template->pages);
            (void)json_array_append_new(array, row);
        }
        session_write_json(session, array);
        return true;
    }
    table_init(&table, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < sheet_template_count(); i++) {
        table_add_row(&table);
        table_set(&table, 0, sheet_template_at(i)->name);
        table_set(&table, 1, sheet_template_at(i)->title);
        table_set(&table, 2, sheet_template_at(i)->explanation);
    }
    bool done = session_write_table(session, &table, "No templates.", error);
    table_free(&table);
    return done;
}
