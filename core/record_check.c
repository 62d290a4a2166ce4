/* Checks a record by the vocabulary: the record itself and its texts. */
#include "config.h"

#include "core/record_check.h"

#include "core/memory.h"
#include "core/unicode.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SHOWN_BYTES 80

bool record_fault(const RecordCheck *check, long line, const char *format, ...)
{
    va_list arguments;
    char *message = NULL;

    va_start(arguments, format);
    if (vasprintf(&message, format, arguments) < 0)
        message = NULL;
    va_end(arguments);
    error_set_at(check->error, ERROR_INPUT, check->record->file, line > 0 ? line : check->record->line, "%s",
                 message ? message : format);
    free(message);
    return false;
}

int shown_length(const char *value)
{
    size_t length = value ? strnlen(value, SHOWN_BYTES + 1) : 0;

    if (length <= SHOWN_BYTES)
        return (int)length;
    length = SHOWN_BYTES;
    while (length > 0 && ((unsigned char)value[length] & 0xC0) == 0x80)
        length--;
    return (int)length;
}

void append_name(Text *list, const char *name)
{
    if (list->length)
        text_append(list, ", ");
    text_append(list, name);
}

bool is_blank(const char *text)
{
    return !text || text[strspn(text, " \t\r\n")] == '\0';
}

bool check_text(const RecordCheck *check, long line, const char *what, const char *text, size_t limit)
{
    size_t length = text ? strlen(text) : 0;
    size_t bad = 0;

    if (length > limit)
        return record_fault(check, line, "%s has %zu bytes; at most %zu are allowed", what, length, limit);
    if (text && !utf8_is_valid(text, length, &bad))
        return record_fault(check, line, "%s is not valid UTF-8 (at byte %zu)", what, bad + 1);
    return true;
}

static bool unknown_basis(const RecordCheck *check, long line, const char *what, const char *basis)
{
    Text known = {0};

    for (size_t i = 0; i < basis_count(); i++)
        append_name(&known, basis_at(i)->name);
    if (basis)
        record_fault(check, line, "unknown basis \"%.*s\"; known: %s", SHOWN(basis), known.data);
    else
        record_fault(check, line, "%s has no basis; known: %s", what, known.data);
    text_free(&known);
    return false;
}

bool check_citation(const RecordCheck *check, long line, const char *what, const Citation *citation)
{
    KindSet kinds = id_kinds(citation->reference);

    if (is_blank(citation->reference))
        return record_fault(check, line, "%s has no ref; it names the reference or the instrument that says so", what);
    if (!(kinds & (KIND_BIT(KIND_REFERENCE) | KIND_BIT(KIND_INSTRUMENT))))
        return record_fault(check, line, "ref \"%.*s\" is neither a reference's id (reference.KEY) nor an instrument's",
                            SHOWN(citation->reference));
    if (!basis_find(citation->basis))
        return unknown_basis(check, line, what, citation->basis);
    return check_text(check, line, "locator", citation->locator, RECORD_TOKEN_BYTES);
}

static bool check_id(const RecordCheck *check)
{
    const Record *record = check->record;
    const char *kind = kind_definition(record->kind)->name;

    if (id_is_valid(record->kind, record->id))
        return true;
    if (is_blank(record->id))
        return record_fault(check, 0, "a %s has no id", kind);
    if (strlen(record->id) > ID_BYTES)
        return record_fault(check, 0, "id \"%.*s…\" is longer than %u bytes", SHOWN(record->id), ID_BYTES);
    if (record->kind == KIND_COMPONENT)
        return record_fault(check, 0, "id \"%.*s\" is none of the twelve components, such as %s", SHOWN(record->id),
                            component_ids[0]);
    bool native = record->kind == KIND_FRAMEWORK || record->kind == KIND_FRAMEWORK_ENTRY;
    return record_fault(check, 0, "id \"%.*s\" is not of the form %s.NAME, where NAME is made of a-z 0-9 . + - _%s",
                        SHOWN(record->id), kind, native ? ", nor of the form source:number" : "");
}

static bool check_head(const RecordCheck *check)
{
    const Record *record = check->record;
    size_t entries = record->citation_count;

    if ((unsigned)record->kind >= KIND_COUNT)
        return record_fault(check, 0, "the record is of no known kind");
    if (!check_id(check))
        return false;
    if (is_blank(record->title))
        return record_fault(check, 0, "%s has no title", record->id);
    if (record->citation_count == 0)
        return record_fault(check, 0, "%s has no source; it needs at least one", record->id);
    /* One by one, so that no sum can overflow. */
    const size_t more[] = {record->field_count, record->link_count, record->cell_count, record->event_count};
    for (size_t i = 0; i < 4 && entries <= RECORD_ENTRIES_MAX; i++)
        entries = more[i] > RECORD_ENTRIES_MAX ? more[i] : entries + more[i];
    if (entries > RECORD_ENTRIES_MAX)
        return record_fault(check, 0, "%s has more than %u entries", record->id, RECORD_ENTRIES_MAX);
    return check_text(check, 0, "title", record->title, RECORD_TITLE_BYTES) &&
           check_text(check, 0, "summary", record->summary, RECORD_SUMMARY_BYTES) &&
           check_text(check, 0, "body", record->body, RECORD_TEXT_BYTES);
}

bool record_check(const Record *record, Error *error)
{
    const RecordCheck check = {record, error};
    bool good = check_head(&check);

    for (size_t i = 0; good && i < record->citation_count; i++)
        good = check_citation(&check, record->citations[i].line, "source", &record->citations[i]);
    for (size_t i = 0; good && i < record->field_count; i++)
        good = check_field(&check, &record->fields[i]);
    for (size_t i = 0; good && i < record->link_count; i++)
        good = check_link(&check, &record->links[i]);
    for (size_t i = 0; good && i < record->cell_count; i++)
        good = check_cell(&check, &record->cells[i]);
    for (size_t i = 0; good && i < record->event_count; i++)
        good = check_event(&check, &record->events[i]);
    return good && check_duplicates(&check);
}
