/* A sheet as a whole: what is asked for, its groups, its head and its end. */
#include "sheets/compose/composition.h"
#include "sheets/compose/words.h"

#include "core/date.h"
#include "core/memory.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define LAW_KINDS (KIND_BIT(KIND_INSTRUMENT) | KIND_BIT(KIND_PROVISION))

typedef struct Group {
    const char *name;
    const char *title;
    KindSet kinds;
} Group;

#define LEADING_GROUPS 6
#define GROUP_COUNT (KIND_COUNT - 1) /* instruments and provisions share one */

/* The groups in the order of a sheet: what is at stake, what can be done, the law, the models, and the other kinds in the
 * vocabulary's order. */
static void make_groups(Group groups[GROUP_COUNT])
{
    static const Kind leading[LEADING_GROUPS] = {KIND_RISK,           KIND_OPPORTUNITY, KIND_MITIGATION,
                                                 KIND_RECOMMENDATION, KIND_INSTRUMENT,  KIND_MODEL};
    KindSet taken = LAW_KINDS;
    size_t count = 0;
    for (; count < LEADING_GROUPS; count++) {
        const KindDefinition *definition = kind_definition(leading[count]);
        groups[count] = (Group){definition->plural, definition->title_plural, KIND_BIT(leading[count])};
        if (leading[count] == KIND_INSTRUMENT)
            groups[count] = (Group){"law", "Law", LAW_KINDS};
        taken |= groups[count].kinds;
    }
    for (Kind kind = 0; kind < KIND_COUNT; kind++) {
        if ((taken & KIND_BIT(kind)) != 0)
            continue;
        groups[count++] = (Group){kind_definition(kind)->plural, kind_definition(kind)->title_plural, KIND_BIT(kind)};
    }
}

const Item *composition_item(const Composition *composition, const char *id)
{
    for (size_t i = 0; i < composition->entry_count; i++)
        if (strcmp(composition->entries[i].id, id) == 0)
            return composition->entries[i].item;
    return NULL;
}

size_t composition_count(const Composition *composition, KindSet kinds)
{
    size_t count = 0;
    for (size_t i = 0; i < composition->entry_count; i++) {
        const Item *item = composition->entries[i].item;
        if (item != NULL && (KIND_BIT(item->kind) & kinds) != 0)
            count++;
    }
    return count;
}

static bool has_entry(const Composition *composition, const char *id)
{
    for (size_t i = 0; i < composition->entry_count; i++)
        if (strcmp(composition->entries[i].id, id) == 0)
            return true;
    return false;
}

static bool add_entry(Composition *composition, const SheetEntry *asked, Error *error)
{
    if (has_entry(composition, asked->id))
        return true;
    Entry *entry = &composition->entries[composition->entry_count];
    *entry = (Entry){.id = asked->id,
                     .title = asked->title,
                     .note = composition->notes == NOTES_ALL ? asked->note : NULL,
                     .remark = composition->notes != NOTES_NONE ? asked->remark : NULL,
                     .heading = asked->heading,
                     .depth = asked->depth};
    if (!asked->gone) {
        entry->item = item_load(composition->store, asked->id, error);
        if (entry->item == NULL)
            return false;
        if (composition->notes == NOTES_ALL && entry->note == NULL)
            entry->note = entry->item->note; /* of what is in no sheet */
    }
    composition->entry_count++;
    return true;
}

static size_t group_of(const Group groups[GROUP_COUNT], const Entry *entry)
{
    size_t group = 0;
    while (group < GROUP_COUNT - 1 && entry->item != NULL && (KIND_BIT(entry->item->kind) & groups[group].kinds) == 0)
        group++;
    return group;
}

/* Grouped by kind, entries would stand in another order than the list had: they stand under one heading. */
static void keep_order(Composition *composition)
{
    Group groups[GROUP_COUNT];
    bool grouped = true;
    make_groups(groups);
    for (size_t i = 1; i < composition->entry_count; i++)
        grouped = grouped && group_of(groups, &composition->entries[i - 1]) <= group_of(groups, &composition->entries[i]);
    for (size_t i = 0; !grouped && i < composition->entry_count; i++)
        composition->entries[i].heading = "As listed";
}

bool composition_load(Composition *composition, const SheetRequest *request, Error *error)
{
    if (!sources_list(composition->store, &composition->infos, error))
        return false;
    size_t count = request->sheet != NULL ? request->sheet->entry_count : request->ids != NULL ? request->ids->count : 0;
    if (request->table != NULL)
        return true;
    if (count == 0) {
        error_set(error, ERROR_USAGE, "there is nothing in the sheet; name at least one item");
        return false;
    }
    composition->entries = memory_zeroed(count, sizeof *composition->entries);
    for (size_t i = 0; i < count; i++) {
        SheetEntry asked = {.depth = DEPTH_FULL};
        if (request->sheet != NULL)
            asked = request->sheet->entries[i];
        else
            asked.id = request->ids->items[i];
        if (!add_entry(composition, &asked, error))
            return false;
    }
    if (request->in_order)
        keep_order(composition);
    return true;
}

/* "risks, mitigations and law": the groups that have something in them. */
static char *group_words(const Composition *composition, const Group groups[GROUP_COUNT])
{
    Text words = {0};
    const char *pending = NULL;
    for (size_t i = 0; i < GROUP_COUNT; i++) {
        if (composition_count(composition, groups[i].kinds) == 0)
            continue;
        if (pending != NULL)
            text_append_format(&words, "%s%s", words.length > 0 ? ", " : "", pending);
        pending = groups[i].name;
    }
    if (pending != NULL)
        text_append_format(&words, "%s%s", words.length > 0 ? " and " : "", pending);
    char *taken = text_take(&words), *result = name_words(taken);
    free(taken);
    return result;
}

static char *make_title(const Composition *composition, const SheetRequest *request, const Group groups[GROUP_COUNT])
{
    if (request->title != NULL && *request->title != '\0')
        return string_copy(request->title);
    if (request->table != NULL)
        return string_copy(request->table->title);
    const Sheet *sheet = request->sheet;
    const char *own = sheet != NULL ? sheet_property(sheet, SHEET_TITLE) : NULL;
    if (own != NULL && *own != '\0')
        return string_copy(own);
    if (sheet != NULL && strcmp(sheet->name, BASKET_NAME) != 0)
        return string_copy(sheet->name);
    if (composition->entry_count == 1)
        return string_copy(composition->entries[0].item != NULL ? composition->entries[0].item->title
                                                                : composition->entries[0].title);
    char *words = group_words(composition, groups);
    char *title = string_format("Open generative AI%s%s", *words != '\0' ? ": " : "", words);
    free(words);
    return title;
}

/* The same with what it was narrowed by: who gets it has to know that it is a part. */
static char *make_whole_title(const Composition *composition, const SheetRequest *request, const Group groups[GROUP_COUNT])
{
    char *title = make_title(composition, request, groups);
    if (request->narrowing == NULL || *request->narrowing == '\0')
        return title;
    char *whole = string_format("%s (%s)", title, request->narrowing);
    free(title);
    return whole;
}

char *composition_title(const Composition *composition, const SheetRequest *request)
{
    Group groups[GROUP_COUNT];
    make_groups(groups);
    return make_whole_title(composition, request, groups);
}

static void write_date(XmlWriter *writer, const char *name, const char *date)
{
    char *words = date_words(date), *text_name = string_format("%s-text", name);
    xml_attribute(writer, name, date);
    xml_attribute(writer, text_name, words);
    free(words);
    free(text_name);
}

const char *composition_data_date(const Composition *composition)
{
    for (size_t i = 0; i < composition->infos.count; i++)
        if (composition->infos.sources[i].date != NULL)
            return composition->infos.sources[i].date;
    return NULL;
}

char *composition_balance(const Composition *composition)
{
    size_t risks = composition_count(composition, KIND_BIT(KIND_RISK));
    size_t opportunities = composition_count(composition, KIND_BIT(KIND_OPPORTUNITY));
    if (risks + opportunities == 0)
        return NULL;
    bool one_sided = risks == 0 || opportunities == 0;
    char *risk_words = count_words(risks, KIND_RISK), *opportunity_words = count_words(opportunities, KIND_OPPORTUNITY);
    char *words = string_format("This sheet holds %s and %s%s.", risk_words, opportunity_words,
                                one_sided ? "; it shows one side of the question" : "");
    free(risk_words);
    free(opportunity_words);
    return words;
}

/* How many risks and how many opportunities, so that one side alone is seen to be one side alone. */
static void write_balance(Composition *composition)
{
    XmlWriter *writer = &composition->writer;
    size_t risks = composition_count(composition, KIND_BIT(KIND_RISK));
    size_t opportunities = composition_count(composition, KIND_BIT(KIND_OPPORTUNITY));
    char *words = composition_balance(composition);
    if (words == NULL)
        return;
    bool one_sided = risks == 0 || opportunities == 0;
    xml_begin(writer, "balance");
    xml_attribute_number(writer, "risks", risks);
    xml_attribute_number(writer, "opportunities", opportunities);
    xml_attribute_flag(writer, "one-sided", one_sided);
    xml_text(writer, words);
    xml_end(writer);
    free(words);
}

/* How many items nobody held against the paper's text yet. */
static size_t count_unchecked(const Composition *composition, size_t *items)
{
    size_t unchecked = 0;
    *items = 0;
    for (size_t i = 0; i < composition->entry_count; i++) {
        const Item *item = composition->entries[i].item;
        *items += item != NULL;
        unchecked += item != NULL && item_is_unchecked(item);
    }
    return unchecked;
}

char *composition_unchecked(const Composition *composition)
{
    size_t items, unchecked = count_unchecked(composition, &items);
    if (unchecked == 0)
        return NULL;
    return items == 1 ? string_copy("Its words were not yet checked against the paper's text.")
                             : string_format("The words of %zu of its %zu items were not yet checked against the paper's "
                                             "text; each of them says so.", unchecked, items);
}

static void write_unchecked(Composition *composition)
{
    XmlWriter *writer = &composition->writer;
    size_t items, unchecked = count_unchecked(composition, &items);
    char *words = composition_unchecked(composition);
    if (words == NULL)
        return;
    xml_begin(writer, "unchecked");
    xml_attribute_number(writer, "items", unchecked);
    xml_attribute_number(writer, "of", items);
    xml_text(writer, words);
    xml_end(writer);
    free(words);
}

/* The title that an item's heading is: the user's, else NULL. */
static bool stands_under(const Entry *entry, const char *heading)
{
    return heading != NULL ? entry->heading != NULL && strcmp(entry->heading, heading) == 0 : entry->heading == NULL;
}

/* Writes the items of these kinds under a heading (NULL: without one), in the user's order. */
static bool write_group(Composition *composition, const Group *group, const char *heading, KindSet kinds, Error *error)
{
    XmlWriter *writer = &composition->writer;
    bool begun = false, ok = true;
    for (size_t i = 0; ok && i < composition->entry_count; i++) {
        const Entry *entry = &composition->entries[i];
        if (entry->item == NULL || (KIND_BIT(entry->item->kind) & kinds & group->kinds) == 0 ||
            !stands_under(entry, heading))
            continue;
        if (!begun) {
            xml_begin(writer, "group");
            xml_attribute(writer, "name", group->name);
            xml_attribute(writer, "title", group->title);
            begun = true;
        }
        ok = write_item(composition, entry, error);
    }
    if (begun)
        xml_end(writer);
    return ok;
}

/* True where no earlier entry stands under the same heading. */
static bool is_first_of_heading(const Composition *composition, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (stands_under(&composition->entries[i], composition->entries[index].heading))
            return false;
    return true;
}

bool write_groups(Composition *composition, KindSet kinds, Error *error)
{
    Group groups[GROUP_COUNT];
    make_groups(groups);
    bool ok = true;
    for (size_t i = 0, number = 0; ok && i < composition->entry_count; i++) {
        const char *heading = composition->entries[i].heading;
        if (heading == NULL || !is_first_of_heading(composition, i))
            continue;
        char *name = string_format("heading-%zu", ++number);
        const Group own = {name, heading, ~0u};
        ok = write_group(composition, &own, heading, kinds, error);
        free(name);
    }
    for (size_t i = 0; ok && i < GROUP_COUNT; i++)
        ok = write_group(composition, &groups[i], NULL, kinds, error);
    return ok;
}

/* Appends the entries of a group that stand under a heading (NULL: under none). */
static void place_group(const Composition *composition, const char *heading, const Group *group, PlacedEntry *placed, size_t *count)
{
    size_t first = *count;
    for (size_t i = 0; i < composition->entry_count; i++) {
        const Entry *entry = &composition->entries[i];
        if (entry->item == NULL || (KIND_BIT(entry->item->kind) & group->kinds) == 0 || !stands_under(entry, heading))
            continue;
        placed[*count] = (PlacedEntry){entry, group->title, *count == first};
        ++*count;
    }
}

size_t composition_place(const Composition *composition, PlacedEntry *placed)
{
    Group groups[GROUP_COUNT];
    size_t count = 0;
    make_groups(groups);
    for (size_t i = 0; i < composition->entry_count; i++) {
        const char *heading = composition->entries[i].heading;
        if (heading != NULL && is_first_of_heading(composition, i))
            place_group(composition, heading, &(Group){"heading", heading, ~0u}, placed, &count);
    }
    for (size_t i = 0; i < GROUP_COUNT; i++)
        place_group(composition, NULL, &groups[i], placed, &count);
    return count;
}

static void write_gone(Composition *composition)
{
    XmlWriter *writer = &composition->writer;
    bool begun = false;
    for (size_t i = 0; i < composition->entry_count; i++) {
        const Entry *entry = &composition->entries[i];
        if (entry->item != NULL)
            continue;
        if (!begun)
            xml_begin(writer, "gone");
        begun = true;
        xml_begin(writer, "entry");
        xml_attribute(writer, "id", entry->id);
        xml_element(writer, "title", entry->title != NULL ? entry->title : entry->id);
        write_notes(composition, entry);
        xml_end(writer);
    }
    if (begun)
        xml_end(writer);
}

/* What the user says of the sheet. */
static void write_properties(Composition *composition, const Sheet *sheet)
{
    static const SheetProperty shown[] = {SHEET_AUDIENCE, SHEET_AUTHOR, SHEET_CLASSIFICATION};
    for (size_t i = 0; sheet != NULL && i < sizeof shown / sizeof *shown; i++) {
        const char *value = sheet_property(sheet, shown[i]);
        if (value != NULL && *value != '\0')
            xml_attribute(&composition->writer, sheet_property_name(shown[i]), value);
    }
}

static void write_head(Composition *composition, const SheetRequest *request)
{
    XmlWriter *writer = &composition->writer;
    Group groups[GROUP_COUNT];
    char today[DATE_SIZE];
    const char *date = request->sheet != NULL ? sheet_property(request->sheet, SHEET_DATE) : NULL;
    date_today(today);
    make_groups(groups);
    char *title = make_whole_title(composition, request, groups);
    xml_declaration(writer);
    xml_begin(writer, "sheet");
    xml_attribute(writer, "xmlns", SHEET_NAMESPACE);
    xml_attribute(writer, "lang", "en-GB");
    xml_attribute(writer, "template", composition->template->name);
    xml_attribute(writer, "template-title", composition->template->title);
    if (composition->template->pages > 0)
        xml_attribute_number(writer, "pages", composition->template->pages);
    xml_attribute_number(writer, "items", composition_count(composition, ~0u));
    write_date(writer, "date", date != NULL && *date != '\0' ? date : today);
    write_date(writer, "as-of", composition->as_of);
    write_date(writer, "known-on", composition_data_date(composition));
    write_properties(composition, request->sheet);
    xml_element(writer, "title", title);
    free(title);
}

static bool write_sheet(Composition *composition, const SheetRequest *request, Error *error)
{
    char today[DATE_SIZE];
    date_today(today);
    composition->as_of = request->as_of != NULL ? request->as_of : today;
    write_head(composition, request);
    write_balance(composition);
    write_unchecked(composition);
    bool ok = request->table != NULL ? section_screen_table(composition, request->table, error)
                                     : write_parts_of_template(composition, error);
    write_gone(composition);
    ok = ok && write_scale(composition, error) && write_references(composition, error);
    if (ok) {
        write_provenance(composition);
        xml_end(&composition->writer);
    }
    composition->as_of = NULL;
    return ok;
}

/* The template asked for, else the sheet's, else the default. NULL with an error where there is no such one. */
static const SheetTemplate *choose_template(const SheetRequest *request, Error *error)
{
    const char *name = request->template_name;
    if (name == NULL && request->sheet != NULL)
        name = sheet_property(request->sheet, SHEET_TEMPLATE);
    if (name == NULL || *name == '\0')
        return sheet_template_default();
    const SheetTemplate *found = sheet_template_find(name);
    if (found != NULL)
        return found;
    Text list = {0};
    for (size_t i = 0; i < sheet_template_count(); i++)
        text_append_format(&list, "%s%s", i > 0 ? ", " : "", sheet_template_at(i)->name);
    error_set(error, ERROR_USAGE, "there is no template '%s'; it is one of %s", name, list.data);
    text_free(&list);
    return NULL;
}

void composition_free(Composition *composition)
{
    for (size_t i = 0; i < composition->entry_count; i++)
        item_free(composition->entries[i].item);
    free(composition->entries);
    for (size_t i = 0; i < COMPONENT_COUNT; i++)
        free(composition->component_titles[i]);
    string_list_free(&composition->references);
    string_list_free(&composition->bases);
    string_list_free(&composition->sources);
    source_infos_free(&composition->infos);
}

bool sheet_compose(Store *store, const SheetRequest *request, Text *xml, Error *error)
{
    Text out = {0};
    Composition composition = {.store = store,
                               .writer = {.out = &out},
                               .template = choose_template(request, error),
                               .notes = request->notes != NOTES_AS_SAID ? request->notes : sheet_notes(request->sheet)};
    bool ok = composition.template != NULL && composition_load(&composition, request, error) &&
              write_sheet(&composition, request, error);
    if (ok)
        text_append_bytes(xml, out.data, out.length);
    text_free(&out);
    composition_free(&composition);
    return ok;
}
