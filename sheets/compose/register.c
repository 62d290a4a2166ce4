/* The risk register: a row for each risk of the sheet. */
#include "sheets/compose/table.h"
#include "sheets/compose/words.h"

#include "core/memory.h"
#include "store/consequences.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* How many laws a row names; what is in force stands first, and all of them stand with the risk itself. */
#define LAWS_OF_RISK 6
/* Where fewer than one risk of so many has a note, the notes take no column of their own. */
#define FEW_NOTES 4
/* What a cell says where nothing is known to follow, in the words of a trace. */
#define NO_RECOMMENDATION "no recommendation"
#define NO_RULE "no rule seen"

typedef enum RegisterColumn { RISK, HAPPENS, EFFECT, EVIDENCE, REDUCED, ACTIONS, LAW, NOTE, COLUMN_COUNT } RegisterColumn;

/* The texts of a row but its title; NULL: nothing. Owned. */
typedef struct RegisterRow {
    const Item *item; /* borrowed */
    char *values[COLUMN_COUNT];
} RegisterRow;

typedef struct Register {
    RegisterRow *rows;
    size_t count;
    bool notes_apart; /* in a column of their own */
} Register;

/* The titles of what follows by a relation, the first of them, joined; of law with its state on the day. NULL: none. */
static char *consequence_titles(const Consequences *consequences, ConsequenceRelation relation, size_t most)
{
    Text titles = {0};
    size_t count = 0;
    for (size_t i = 0; i < consequences->count; i++) {
        const Consequence *entry = &consequences->entries[i];
        if (entry->relation != relation || count++ >= most)
            continue;
        char *state = entry->state != NULL ? state_words(entry->state) : NULL;
        text_append_format(&titles, "%s%s%s%s", titles.length > 0 ? "; " : "", entry->title, state != NULL ? ", " : "",
                           state != NULL ? state : "");
        free(state);
    }
    if (count > most)
        text_append_format(&titles, "; and %zu more", count - most);
    return titles.length > 0 ? text_take(&titles) : NULL;
}

static bool is_risk(const Entry *entry)
{
    return entry->item != NULL && entry->item->kind == KIND_RISK;
}

/* Takes titles over. */
static char *or_words(char *titles, const char *words)
{
    return titles != NULL ? titles : string_copy(words);
}

/* A risk whose mitigations are none says why; what is not known is said to be so. */
static char *mitigation_words(const Item *item)
{
    const ItemField *gap = item_field(item, "gap");
    char *titles = link_titles(item, "reduces", false, 0);
    if (titles != NULL)
        return titles;
    return string_copy(gap != NULL && gap->text != NULL ? gap->text : "none known");
}

/* What can happen; a note that has no column of its own stands behind it. */
static char *summary_words(const Entry *entry, bool notes_apart)
{
    const char *summary = entry->item->summary != NULL ? entry->item->summary : "";
    if (notes_apart || !entry_has_note(entry))
        return string_copy(summary);
    char *note = entry_note(entry);
    char *words = string_format("%s%sNote by the author of this sheet: %s", summary, *summary != '\0' ? " " : "", note);
    free(note);
    return words;
}

static bool load_row(const Composition *composition, const Entry *entry, bool notes_apart, RegisterRow *row, Error *error)
{
    const Item *item = entry->item;
    Consequences consequences = {0};
    bool ok = consequences_load(composition->store, item, &consequences, error) &&
              consequences_add_states(composition->store, composition->as_of, &consequences, error);
    *row = (RegisterRow){.item = item};
    if (ok) {
        row->values[HAPPENS] = summary_words(entry, notes_apart);
        row->values[EFFECT] = choice_words(item, "effect");
        row->values[EVIDENCE] = choice_words(item, "evidence");
        row->values[REDUCED] = mitigation_words(item);
        row->values[ACTIONS] = or_words(consequence_titles(&consequences, CONSEQUENCE_RECOMMENDATION, SIZE_MAX), NO_RECOMMENDATION);
        row->values[LAW] = or_words(consequence_titles(&consequences, CONSEQUENCE_PROVISION, LAWS_OF_RISK), NO_RULE);
        row->values[NOTE] = entry_note(entry);
    }
    consequences_free(&consequences);
    return ok;
}

static bool load_rows(const Composition *composition, Register *risks, Error *error)
{
    size_t noted = 0, count = composition_count(composition, KIND_BIT(KIND_RISK));
    bool ok = true;
    for (size_t i = 0; i < composition->entry_count; i++)
        noted += is_risk(&composition->entries[i]) && entry_has_note(&composition->entries[i]);
    risks->notes_apart = noted * FEW_NOTES >= count && noted > 0;
    risks->rows = memory_zeroed(count, sizeof *risks->rows);
    for (size_t i = 0; ok && i < composition->entry_count; i++)
        if (is_risk(&composition->entries[i]))
            ok = load_row(composition, &composition->entries[i], risks->notes_apart, &risks->rows[risks->count++], error);
    return ok;
}

/* How much of the width a column gets: more where more stands in it, so that no row is high for one narrow cell. The root, since what
 * stands in a wide row also needs less height. */
static unsigned share_of(const Register *risks, RegisterColumn column)
{
    size_t length = 0, root = 1;
    for (size_t i = 0; i < risks->count; i++)
        length += risks->rows[i].values[column] != NULL ? strlen(risks->rows[i].values[column]) : 0;
    length /= risks->count;
    while ((root + 1) * (root + 1) <= length)
        root++;
    return root < 10 ? 12 : root > 22 ? 24 : (unsigned)root + 2;
}

static void write_row(Composition *composition, const RegisterRow *row, size_t columns)
{
    row_begin(composition, row->item->id);
    write_title_value(composition, row->item);
    for (size_t i = HAPPENS; i < columns; i++)
        row_value(composition, row->values[i]);
    xml_end(&composition->writer);
}

/* With what "no rule seen" means, where a row says it. */
static const char *caption_of(const Register *risks)
{
    for (size_t i = 0; i < risks->count; i++)
        if (strcmp(risks->rows[i].values[LAW], NO_RULE) == 0)
            return "Risks in this sheet, in its order; " NO_RULE ": nothing was found in what was read, which is no proof that there is none";
    return "Risks in this sheet, in its order";
}

static void write_register(Composition *composition, const Register *risks)
{
    TableColumnText columns[COLUMN_COUNT] = {{"Risk", 15},       {"What can happen", 0}, {"Effect of openness", 8},
                                             {"Evidence", 8},    {"Reduced by", 0},      {"What to do", 0},
                                             {"What law says", 0}, {"Note by the author of this sheet", 0}};
    size_t count = risks->notes_apart ? COLUMN_COUNT : NOTE;
    for (size_t i = 0; i < count; i++)
        if (columns[i].share == 0)
            columns[i].share = share_of(risks, (RegisterColumn)i);
    section_begin(composition, "register", "Risk register");
    table_begin(composition, caption_of(risks), columns, count);
    for (size_t i = 0; i < risks->count; i++)
        write_row(composition, &risks->rows[i], count);
    xml_end(&composition->writer);
    xml_end(&composition->writer);
}

bool section_register(Composition *composition, Error *error)
{
    Register risks = {0};
    if (composition_count(composition, KIND_BIT(KIND_RISK)) == 0)
        return true;
    bool ok = load_rows(composition, &risks, error);
    if (ok)
        write_register(composition, &risks);
    for (size_t i = 0; i < composition->entry_count; i++)
        composition->entries[i].noted = composition->entries[i].noted || is_risk(&composition->entries[i]);
    for (size_t i = 0; i < risks.count; i++)
        for (size_t j = 0; j < COLUMN_COUNT; j++)
            free(risks.rows[i].values[j]);
    free(risks.rows);
    return ok;
}
