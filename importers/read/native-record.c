#include "config.h"

#include "importers/read/native-record.h"

#include "core/memory.h"

#include <stdlib.h>

static size_t word_length(const char *bytes, size_t length)
{
    size_t count = 0;

    while (count < length && !is_white_space(bytes[count]))
        count++;
    return count;
}

void folded_text_append(FoldedText *folded, const char *bytes, size_t length)
{
    for (size_t at = 0; at < length;) {
        size_t word = word_length(bytes + at, length - at);

        if (word == 0) {
            folded->blank = true;
            at++;
            continue;
        }
        if (folded->text.length > 0 && folded->paragraph)
            text_append(&folded->text, "\n\n");
        else if (folded->text.length > 0 && folded->blank)
            text_append_character(&folded->text, ' ');
        folded->blank = folded->paragraph = false;
        text_append_bytes(&folded->text, bytes + at, word);
        at += word;
    }
}

void folded_text_paragraph(FoldedText *folded)
{
    folded->paragraph = true;
}

char *folded_text_take(FoldedText *folded)
{
    char *text = folded->text.length > 0 ? string_copy_bytes(folded->text.data, folded->text.length) : NULL;

    text_reset(&folded->text);
    folded->blank = folded->paragraph = false;
    return text;
}

void folded_text_free(FoldedText *folded)
{
    text_free(&folded->text);
}

void open_element_free(OpenElement *open)
{
    for (size_t i = 0; i < ATTRIBUTES_MAX; i++)
        free(open->values[i]);
    *open = (OpenElement){0};
}

static char *take(OpenElement *open, size_t index)
{
    char *value = open->values[index];

    open->values[index] = NULL;
    return value;
}

static void add_field(Record *record, OpenElement *open, char *text)
{
    *record_add_field(record) = (RecordField){
        .name = take(open, FIELD_NAME),
        .value = take(open, FIELD_VALUE),
        .text = text,
        .citation = {.reference = take(open, FIELD_REF),
                     .locator = take(open, FIELD_LOCATOR),
                     .basis = take(open, FIELD_BASIS)},
        .line = open->line,
    };
}

static void add_link(Record *record, OpenElement *open, char *text)
{
    *record_add_link(record) = (RecordLink){
        .relation = take(open, LINK_RELATION),
        .to = take(open, LINK_TO),
        .text = text,
        .citation = {.reference = take(open, LINK_REF),
                     .locator = take(open, LINK_LOCATOR),
                     .basis = take(open, LINK_BASIS)},
        .line = open->line,
    };
}

static void add_cell(Record *record, OpenElement *open, char *text)
{
    *record_add_cell(record) = (RecordCell){
        .component = take(open, CELL_COMPONENT),
        .value = take(open, CELL_VALUE),
        .licence = take(open, CELL_LICENCE),
        .guess = take(open, CELL_GUESS),
        .text = text,
        .line = open->line,
    };
}

static void replace(char **string, char *with)
{
    free(*string);
    *string = with;
}

bool record_add_element(Record *record, OpenElement *open, char *text)
{
    size_t entries =
        record->citation_count + record->field_count + record->link_count + record->cell_count + record->event_count;

    if (entries >= RECORD_ENTRIES_MAX) {
        free(text);
        return false;
    }
    switch (open->element) {
    case ELEMENT_TITLE:
        replace(&record->title, text);
        return true;
    case ELEMENT_SUMMARY:
        replace(&record->summary, text);
        return true;
    case ELEMENT_BODY:
        replace(&record->body, text);
        return true;
    case ELEMENT_FIELD:
        add_field(record, open, text);
        return true;
    case ELEMENT_LINK:
        add_link(record, open, text);
        return true;
    case ELEMENT_CELL:
        add_cell(record, open, text);
        return true;
    case ELEMENT_SOURCE:
        *record_add_citation(record) = (Citation){.reference = take(open, SOURCE_REF),
                                                  .locator = take(open, SOURCE_LOCATOR),
                                                  .basis = take(open, SOURCE_BASIS),
                                                  .line = open->line};
        break;
    case ELEMENT_EVENT:
        *record_add_event(record) = (RecordEvent){
            .date = take(open, EVENT_DATE), .type = take(open, EVENT_TYPE), .text = text, .line = open->line};
        return true;
    default:
        break;
    }
    free(text);
    return true;
}
