#include "store/settle_links.h"

#include "store/database.h"
#include "store/law_text.h"
#include "store/records.h"
#include "store/settle_evidence.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

typedef struct Settling {
    Store *store;
    const Namings *namings;
    const SettleListener *listener;
    Error *error;
    bool adds; /* there is what our own links cite */
} Settling;

/* A record's links as its file gives them, then as they are to be; of the rest only what is needed. */
typedef struct Owner {
    Record *record;
    char *source, *origin;
    long long number;
    bool foreign;
} Owner;

static void set_target(RecordLink *link, const char *to)
{
    if (strcmp(link->to, to) == 0)
        return;
    char *copy = string_copy(to);
    free(link->to);
    link->to = copy;
}

/* The target's item: as its source's record was joined; by name where there is none of that id. An author's links go by
 * ids alone. */
static bool resolve(const Settling *settling, const Owner *owner, RecordLink *link, bool *found)
{
    Kind kind;
    const char *item = owner->foreign ? namings_item(settling->namings, owner->source, link->to) : NULL;
    if (item)
        set_target(link, item);
    if (!store_item_kind(settling->store, link->to, &kind, found, settling->error))
        return false;
    if (*found)
        return true;
    item = namings_item(settling->namings, owner->source, link->to);
    bool model = strncmp(link->to, "model.", strlen("model.")) == 0;
    bool instrument = strncmp(link->to, "instrument.", strlen("instrument.")) == 0;
    if (!item && owner->foreign && (model || instrument))
        item = namings_by_slug(settling->namings, model ? KIND_MODEL : KIND_INSTRUMENT, link->to);
    *found = item != NULL;
    if (item)
        set_target(link, item);
    return true;
}

static void free_link(RecordLink *link)
{
    free(link->relation);
    free(link->to);
    free(link->text);
    free(link->citation.reference);
    free(link->citation.locator);
    free(link->citation.basis);
    *link = (RecordLink){0};
}

/* Whether an earlier link says the same: names may have joined two targets. */
static bool is_repeated(const Record *record, size_t count, const RecordLink *link)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(record->links[i].relation, link->relation) == 0 && strcmp(record->links[i].to, link->to) == 0 &&
            string_compare(record->links[i].citation.reference, link->citation.reference) == 0 &&
            string_compare(record->links[i].citation.locator, link->citation.locator) == 0)
            return true;
    return false;
}

static void tell_left_out(const Settling *settling, const Owner *owner, const RecordLink *link, size_t position)
{
    if (!settling->listener || !settling->listener->link)
        return;
    const SettledLink told = {.source = owner->source,
                              .origin = owner->origin,
                              .file = owner->record->file,
                              .item = owner->record->id,
                              .relation = link->relation,
                              .target = link->to,
                              .line = link->line > 0 ? link->line : owner->record->line,
                              .record = owner->number,
                              .position = position};
    settling->listener->link(settling->listener->context, &told);
}

/* Leaves out the links that lead nowhere, to the record itself, or twice to the same. */
static bool leave_out(const Settling *settling, Owner *owner)
{
    Record *record = owner->record;
    size_t kept = 0;
    for (size_t i = 0; i < record->link_count; i++) {
        RecordLink link = record->links[i];
        bool found = false;
        record->links[i] = (RecordLink){0};
        bool good = resolve(settling, owner, &link, &found);
        if (good && !found)
            tell_left_out(settling, owner, &link, i);
        if (good && found && strcmp(link.to, record->id) != 0 && !is_repeated(record, kept, &link))
            record->links[kept++] = link;
        else
            free_link(&link);
        if (!good)
            return false;
    }
    record->link_count = kept;
    return true;
}

/* Adds a link of ours; the citation is its own from then on, and so is the text. */
static void add_link(Record *record, const char *relation, const char *to, char *text, Citation citation)
{
    RecordLink *link = record_add_link(record);
    link->relation = string_copy(relation);
    link->to = string_copy(to);
    link->text = text;
    link->citation = citation;
    link->line = record->line;
}

/* The citation of a law's text; NULL of what is none. The caller frees it. */
static bool text_citation(const Settling *settling, const Owner *owner, char **citation)
{
    Statement statement;
    *citation = NULL;
    if (statement_open(settling->store,
                       "SELECT c.value FROM field t JOIN field c ON c.record = t.record AND c.name = 'citation'"
                       " WHERE t.record = ?1 AND t.name = 'text-version' ORDER BY c.position LIMIT 1",
                       &statement, settling->error)) {
        statement_bind_number(&statement, 1, owner->number);
        if (statement_step(&statement))
            *citation = statement_copy(&statement, 0);
    }
    return statement_close(&statement);
}

/* What is said here of an article hangs on its text. */
static bool add_text_of(const Settling *settling, const Owner *owner)
{
    Record *record = owner->record;
    size_t part = 0;
    StringList ids = {0};
    char *citation;
    if (!text_citation(settling, owner, &citation))
        return false;
    while (part < record->link_count && strcmp(record->links[part].relation, "part-of") != 0)
        part++;
    bool good = !citation || part == record->link_count ||
                law_text_said_of(settling->store, record->links[part].to, citation, owner->source, &ids, settling->error);
    for (size_t i = 0; good && i < ids.count && i < SETTLE_ADDED_MAX; i++) {
        const Citation *cited = &record->links[part].citation; /* the list moves when one is added */
        add_link(record, "text-of", ids.items[i], NULL,
                 (Citation){string_copy(cited->reference), string_copy(citation), string_copy(cited->basis), 0});
    }
    string_list_free(&ids);
    free(citation);
    return good;
}

static bool is_same(const RecordLink *link, Statement *row)
{
    return string_compare(link->relation, statement_text(row, 0)) == 0 &&
           string_compare(link->to, statement_text(row, 1)) == 0 &&
           string_compare(link->text, statement_text(row, 2)) == 0 &&
           string_compare(link->citation.reference, statement_text(row, 3)) == 0 &&
           string_compare(link->citation.locator, statement_text(row, 4)) == 0 &&
           string_compare(link->citation.basis, statement_text(row, 5)) == 0 && link->line == statement_number(row, 6);
}

static bool is_written(const Settling *settling, const Owner *owner, bool *written)
{
    Statement statement;
    size_t count = 0;
    *written = true;
    if (statement_open(settling->store,
                       "SELECT relation, target, text, reference, locator, basis, line FROM link WHERE record = ?1"
                       " ORDER BY position",
                       &statement, settling->error)) {
        statement_bind_number(&statement, 1, owner->number);
        while (statement_step(&statement)) {
            *written = *written && count < owner->record->link_count && is_same(&owner->record->links[count], &statement);
            count++;
        }
    }
    *written = *written && count == owner->record->link_count;
    return statement_close(&statement);
}

static bool write(const Settling *settling, const Owner *owner)
{
    const Record *record = owner->record;
    bool written;
    if (!is_written(settling, owner, &written))
        return false;
    return written || (store_run(settling->store, settling->error, "DELETE FROM link WHERE record = ?1", "n", owner->number) &&
                       store_links_put(settling->store, owner->number, record, settling->error) &&
                       store_run(settling->store, settling->error, "INSERT OR IGNORE INTO touched(item) VALUES (?1)", "s",
                                 record->id));
}

static bool settle(const Settling *settling, Owner *owner)
{
    return leave_out(settling, owner) &&
           (!settling->adds || owner->record->kind != KIND_INCIDENT || settle_evidence(settling->store, owner->record, settling->error)) &&
           (owner->record->kind != KIND_PROVISION || add_text_of(settling, owner)) && write(settling, owner);
}

static void owner_clear(Owner *owner)
{
    record_free(owner->record);
    free(owner->source);
    free(owner->origin);
    *owner = (Owner){0};
}

static void owner_take(Owner *owner, Statement *row)
{
    owner->record = record_new();
    owner->number = statement_number(row, 0);
    owner->record->id = statement_copy_word(row, 1);
    owner->source = statement_copy_word(row, 2);
    owner->record->kind = store_kind(statement_text(row, 3));
    owner->origin = statement_copy_word(row, 4);
    owner->record->file = statement_copy(row, 5);
    owner->record->line = (long)statement_number(row, 6);
    owner->foreign = statement_number(row, 7) != 0;
}

static void take_link(Record *record, Statement *row)
{
    *record_add_link(record) = (RecordLink){.relation = statement_copy_word(row, 8),
                                            .to = statement_copy_word(row, 9),
                                            .text = statement_copy(row, 10),
                                            .citation = {.reference = statement_copy(row, 11),
                                                         .locator = statement_copy(row, 12),
                                                         .basis = statement_copy(row, 13)},
                                            .line = (long)statement_number(row, 14)};
}

bool settle_links(Store *store, const Namings *namings, const SettleListener *listener, Error *error)
{
    Settling settling = {.store = store, .namings = namings, .listener = listener, .error = error};
    Owner owner = {0};
    Statement statement;
    Kind kind;
    if (!store_item_kind(store, "reference.gairo", &kind, &settling.adds, error))
        return false;
    bool good = true;
    if (statement_open(store,
                       "SELECT g.record, r.id, r.source, r.kind, r.origin, r.file, r.line, r.given IS NOT NULL, g.relation,"
                       " g.target, g.text, g.reference, g.locator, g.basis, g.line FROM given_link g"
                       " JOIN record r ON r.number = g.record ORDER BY g.record, g.position",
                       &statement, error)) {
        while (good && statement_step(&statement)) {
            if (owner.record && owner.number != statement_number(&statement, 0)) {
                good = settle(&settling, &owner);
                owner_clear(&owner);
            }
            if (!owner.record)
                owner_take(&owner, &statement);
            take_link(owner.record, &statement);
        }
    }
    good = statement_close(&statement) && good && (!owner.record || settle(&settling, &owner));
    owner_clear(&owner);
    return good;
}
