#include "config.h"

#include "store/law_text.h"

#include "store/database.h"
#include "store/law_citation.h"

#include "core/date.h"
#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

static const char *value_of(const Item *item, const char *name)
{
    const ItemField *field = item_field(item, name);
    return field ? field->value : NULL;
}

static const char *instrument_of(const Item *item)
{
    if (item->kind == KIND_INSTRUMENT)
        return item->id;
    for (size_t i = 0; i < item->link_count; i++) {
        if (item->links[i].forward && strcmp(item->links[i].relation, "part-of") == 0)
            return item->links[i].id;
    }
    return NULL;
}

/* The text's day comes before its publication where it is what was published. */
static bool read_version(Store *store, const Item *item, const char *instrument, LawText *text, Error *error)
{
    const char *version = value_of(item, "text-version"), *date = value_of(item, "text-date");
    Statement statement;
    if (statement_open(store, "SELECT min(date) FROM event WHERE item = ?1 AND type = 'published'", &statement, error)) {
        statement_bind(&statement, 1, instrument);
        while (statement_step(&statement)) {
            const char *published = statement_text(&statement, 0);
            bool is_published = published && (!date || date_compare(published, date) >= 0);
            text->version = is_published ? string_format("%s, published %s", version, published)
                            : date       ? string_format("%s, of %s", version, date)
                                         : string_copy(version);
        }
    }
    return statement_close(&statement);
}

/* What was amended by the day that is looked at, and what later. */
typedef struct Amendments {
    const char *as_of;
    Text since, later;
} Amendments;

static bool is_any(const Amendments *amendments)
{
    return amendments->since.length > 0 || amendments->later.length > 0;
}

static void add_amendment(Amendments *amendments, const char *parts, const char *by, const char *date)
{
    bool later = date_compare(date, amendments->as_of) > 0;
    Text *amended = later ? &amendments->later : &amendments->since;
    text_append(amended, amended->length > 0 ? "; " : later ? "Amended later: " : "Amended since: ");
    text_append(amended, parts);
    if (by)
        text_append_format(amended, "%s%s", *parts ? " by " : "by ", by);
    text_append_format(amended, " (%s)", date);
}

/* By what other instruments say that they amend. */
static bool read_amendments(Store *store, const Item *item, const char *instrument, Amendments *amended, Error *error)
{
    const char *since = value_of(item, "text-date"), *whole = value_of(item, "citation");
    Statement statement;
    if (statement_open(store,
                       "SELECT DISTINCT coalesce((SELECT value FROM field WHERE item = l.item AND name = 'short-name'), i.title),"
                       " l.locator, l.text, (SELECT min(date) FROM event WHERE item = l.item AND type = 'in-force') AS day"
                       " FROM link l JOIN item i ON i.id = l.item WHERE l.target = ?1 AND l.relation = 'amends'"
                       " AND day IS NOT NULL ORDER BY day, l.item",
                       &statement, error)) {
        statement_bind(&statement, 1, instrument);
        while (statement_step(&statement)) {
            const char *day = statement_word(&statement, 3);
            Text parts = {0};
            if (since && date_compare(day, since) > 0 &&
                (item->kind == KIND_INSTRUMENT || law_citation_names(statement_text(&statement, 1), whole, &parts) ||
                 law_citation_names(statement_text(&statement, 2), whole, &parts)))
                add_amendment(amended, parts.data ? parts.data : "", statement_word(&statement, 0), day);
            text_free(&parts);
        }
    }
    return statement_close(&statement);
}

/* By events of what is said of it here. */
static bool read_events(Store *store, const Item *item, Amendments *amended, Error *error)
{
    const char *since = value_of(item, "text-date");
    Statement statement;
    if (statement_open(store,
                       "SELECT DISTINCT e.date, e.text FROM link l JOIN event e ON e.item = l.target"
                       " WHERE l.item = ?1 AND l.relation = 'text-of' AND e.type = 'amended' ORDER BY e.date",
                       &statement, error)) {
        statement_bind(&statement, 1, item->id);
        while (statement_step(&statement)) {
            const char *day = statement_word(&statement, 0), *words = statement_text(&statement, 1);
            if (since && date_compare(day, since) > 0)
                add_amendment(amended, words ? words : value_of(item, "citation"), NULL, day);
        }
    }
    return statement_close(&statement);
}

/* One paragraph of it; NULL where nothing was amended. */
static char *amendments_take(Amendments *amendments, bool provision)
{
    Text words = {0};
    if (is_any(amendments)) {
        text_append(&words, amendments->since.data);
        if (amendments->later.length > 0)
            text_append_format(&words, "%s%s", words.length > 0 ? ". " : "", amendments->later.data);
        if (provision)
            text_append(&words, ". Here is the text before that.");
    }
    text_free(&amendments->since);
    text_free(&amendments->later);
    return words.length > 0 ? text_take(&words) : NULL;
}

bool law_text_of(Store *store, const Item *item, const char *as_of, LawText *text, Error *error)
{
    const char *instrument = instrument_of(item);
    char today[DATE_SIZE];
    Amendments amended = {.as_of = as_of};
    *text = (LawText){0};
    if (!instrument || !value_of(item, "text-version"))
        return true;
    if (!as_of) {
        date_today(today);
        amended.as_of = today;
    }
    bool done = read_version(store, item, instrument, text, error) &&
                read_amendments(store, item, instrument, &amended, error) &&
                (is_any(&amended) || read_events(store, item, &amended, error));
    text->amended = amendments_take(&amended, item->kind == KIND_PROVISION);
    if (!done)
        law_text_free(text);
    return done;
}

void law_text_free(LawText *text)
{
    free(text->version);
    free(text->amended);
    *text = (LawText){0};
}

bool law_text_said_of(Store *store, const char *instrument, const char *whole, const char *source, StringList *ids,
                      Error *error)
{
    Statement statement;
    if (statement_open(store,
                       "SELECT DISTINCT r.id, f.value FROM link l JOIN record r ON r.number = l.record AND r.kind = 'provision'"
                       " JOIN field f ON f.record = r.number AND f.name = 'citation'"
                       " WHERE l.target = ?1 AND l.relation = 'part-of' AND r.source IS NOT ?2"
                       " AND NOT EXISTS (SELECT 1 FROM field t WHERE t.item = r.id AND t.name = 'text-version')"
                       " ORDER BY r.number",
                       &statement, error)) {
        statement_bind(&statement, 1, instrument);
        statement_bind(&statement, 2, source);
        while (statement_step(&statement)) {
            if (law_citation_names(statement_text(&statement, 1), whole, NULL) &&
                !string_list_contains(ids, statement_word(&statement, 0)))
                string_list_add(ids, statement_word(&statement, 0));
        }
    }
    return statement_close(&statement);
}

bool full_texts_add(Store *store, const char *provision, FullTexts *texts, Error *error)
{
    Statement statement;
    if (statement_open(store,
                       "SELECT DISTINCT i.id, i.title FROM link l JOIN item i ON i.id = l.item"
                       " WHERE l.target = ?1 AND l.relation = 'text-of' ORDER BY i.id",
                       &statement, error)) {
        statement_bind(&statement, 1, provision);
        while (statement_step(&statement)) {
            texts->texts = memory_resize(texts->texts, texts->count + 1, sizeof *texts->texts);
            texts->texts[texts->count++] = (FullText){.of = string_copy(provision),
                                                      .id = string_copy(statement_word(&statement, 0)),
                                                      .title = string_copy(statement_text(&statement, 1))};
        }
    }
    return statement_close(&statement);
}

void full_texts_free(FullTexts *texts)
{
    for (size_t i = 0; i < texts->count; i++) {
        free(texts->texts[i].of);
        free(texts->texts[i].id);
        free(texts->texts[i].title);
    }
    free(texts->texts);
    *texts = (FullTexts){0};
}
