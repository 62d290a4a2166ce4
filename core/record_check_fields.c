/* Checks a record by the vocabulary: fields and their values. */
#include "config.h"

#include "core/record_check.h"

#include "core/date.h"

#include <ctype.h>
#include <string.h>

#define URL_BYTES 2000u
#define NUMBER_DIGITS 6u

static bool unknown_field(const RecordCheck *check, const RecordField *field)
{
    Kind kind = check->record->kind;
    const char *kind_name = kind_definition(kind)->name;
    Text known = {0};

    for (size_t i = 0; i < field_count(); i++)
        if (field_at(i)->kinds & KIND_BIT(kind))
            append_name(&known, field_at(i)->name);
    if (known.length)
        record_fault(check, field->line, "a %s has no field \"%.*s\"; it has: %s", kind_name, SHOWN(field->name),
                     known.data);
    else
        record_fault(check, field->line, "a %s has no field \"%.*s\"; it has none", kind_name, SHOWN(field->name));
    text_free(&known);
    return false;
}

static bool unknown_choice(const RecordCheck *check, const RecordField *field, const FieldDefinition *definition)
{
    Text known = {0};

    for (size_t i = 0; definition->choices[i]; i++)
        append_name(&known, definition->choices[i]);
    record_fault(check, field->line, "field \"%s\" value \"%.*s\" is not one of %s", field->name, SHOWN(field->value),
                 known.data);
    text_free(&known);
    return false;
}

static bool is_number(const char *value)
{
    size_t digits = strspn(value, "0123456789");

    return digits > 0 && digits <= NUMBER_DIGITS && value[digits] == '\0';
}

/* A web address in the plain form that every program takes for the same: ASCII, no blanks, controls, quotes or
 * brackets. */
static bool is_url(const char *value)
{
    const char *host = NULL;

    if (strncmp(value, "http://", 7) == 0)
        host = value + 7;
    else if (strncmp(value, "https://", 8) == 0)
        host = value + 8;
    if (!host || !(isalnum((unsigned char)*host) || *host == '['))
        return false;
    for (const char *at = host; *at; at++)
        if (*at <= ' ' || *at > '~' || strchr("\"<>\\", *at))
            return false;
    return true;
}

static bool is_level_code(const char *value)
{
    return (value[0] == 'C' || value[0] == 'D') && value[1] >= '1' && value[1] <= '5' && value[2] == '\0';
}

static bool has_control(const char *value)
{
    for (const char *at = value; *at; at++)
        if (iscntrl((unsigned char)*at))
            return true;
    return false;
}

static bool check_token(const RecordCheck *check, const RecordField *field)
{
    const char *value = field->value;

    if (is_blank(value))
        return record_fault(check, field->line, "field \"%s\" has an empty value", field->name);
    if (has_control(value))
        return record_fault(check, field->line, "field \"%s\" has a control character in its value", field->name);
    if (check->record->kind == KIND_LEVEL && strcmp(field->name, "code") == 0 && !is_level_code(value))
        return record_fault(check, field->line, "a level such as \"%.*s\" does not exist; they are C1..C5 and D1..D5",
                            SHOWN(value));
    if (check->record->kind == KIND_TERM && strcmp(field->name, "see") == 0 && !id_is_valid(KIND_TERM, value))
        return record_fault(check, field->line, "field \"see\" value \"%.*s\" is not a term's id (term.NAME)",
                            SHOWN(value));
    return true;
}

/* What is wrong with a value of the simple types, as the end of a sentence; NULL where nothing is. */
static const char *value_fault(FieldType type, const char *value)
{
    size_t length = strlen(value);

    switch (type) {
    case FIELD_MONTH:
        return length == 7 && date_is_valid(value) ? NULL : "is not a month (YYYY-MM, from 1900 to 2199)";
    case FIELD_DATE:
        return date_is_valid(value) ? NULL : "is not a date (YYYY, YYYY-MM or YYYY-MM-DD, from 1900 to 2199)";
    case FIELD_YEAR:
        return length == 4 && date_is_valid(value) ? NULL : "is not a year (YYYY, from 1900 to 2199)";
    case FIELD_NUMBER:
        return is_number(value) ? NULL : "is not a whole number from 0 to 999999";
    case FIELD_URL:
        return is_url(value) ? NULL : "is not a web address (http:// or https://, ASCII, without blanks and quotes)";
    default:
        return NULL;
    }
}

static bool check_value(const RecordCheck *check, const RecordField *field, const FieldDefinition *definition)
{
    if (definition->type == FIELD_TEXT) {
        if (field->value)
            return record_fault(check, field->line, "field \"%s\" takes words between its tags and no value",
                                field->name);
        return !is_blank(field->text) || record_fault(check, field->line, "field \"%s\" is empty", field->name);
    }
    if (!field->value)
        return record_fault(check, field->line, "field \"%s\" has no value", field->name);
    if (!check_text(check, field->line, "a field's value", field->value,
                    definition->type == FIELD_URL ? URL_BYTES : RECORD_TOKEN_BYTES))
        return false;
    if (definition->type == FIELD_CHOICE)
        return field_has_choice(definition, field->value) || unknown_choice(check, field, definition);
    if (definition->type == FIELD_TOKEN)
        return check_token(check, field);
    const char *fault = value_fault(definition->type, field->value);
    return !fault ||
           record_fault(check, field->line, "field \"%s\" value \"%.*s\" %s", field->name, SHOWN(field->value), fault);
}

bool check_field(const RecordCheck *check, const RecordField *field)
{
    const FieldDefinition *definition = field_find(check->record->kind, field->name);
    const Citation *citation = &field->citation;

    if (!definition)
        return unknown_field(check, field);
    if (!check_value(check, field, definition) ||
        !check_text(check, field->line, "a field's text", field->text, RECORD_TEXT_BYTES))
        return false;
    if (!citation->reference && !citation->basis && !citation->locator)
        return true;
    return check_citation(check, field->line, "field", citation);
}
