#include "store/law_parts.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

/* The provision under way. */
typedef struct Reading {
    char *owner, *provision; /* NULL: none yet */
    ItemEvent *events;
    size_t count, capacity;
    LawParts parts;
    const char *as_of;
} Reading;

static bool differs(const char *known, const char *read)
{
    return !known || strcmp(known, read) != 0;
}

static void set(char **slot, const char *text)
{
    free(*slot);
    *slot = string_copy(text);
}

static void end_provision(Reading *reading)
{
    if (reading->count > 0)
        law_parts_take(&reading->parts, reading->events, reading->count, reading->as_of);
    for (size_t i = 0; i < reading->count; i++) {
        free(reading->events[i].date);
        free(reading->events[i].type);
    }
    reading->count = 0;
}

static void add_event(Reading *reading, const char *date, const char *type)
{
    if (reading->count == reading->capacity) {
        reading->capacity = reading->capacity ? 2 * reading->capacity : 8;
        reading->events = memory_resize(reading->events, reading->capacity, sizeof *reading->events);
    }
    reading->events[reading->count++] = (ItemEvent){.date = string_copy(date), .type = string_copy(type)};
}

void law_parts_read(Statement *statement, const char *as_of, LawPartsTaker *take, void *context)
{
    Reading reading = {.as_of = as_of};
    while (statement_step(statement)) {
        const char *owner = statement_word(statement, 0), *provision = statement_word(statement, 1);
        bool other = differs(reading.owner, owner);
        if (other || differs(reading.provision, provision))
            end_provision(&reading);
        if (other) {
            if (reading.owner)
                take(context, reading.owner, &reading.parts);
            reading.parts = (LawParts){0};
            set(&reading.owner, owner);
        }
        set(&reading.provision, provision);
        add_event(&reading, statement_word(statement, 2), statement_word(statement, 3));
    }
    end_provision(&reading);
    if (reading.owner)
        take(context, reading.owner, &reading.parts);
    free(reading.owner);
    free(reading.provision);
    free(reading.events);
}
