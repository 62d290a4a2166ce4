/* What only laws and models have: states and dates; cells and their scale. */
#include "sheets/compose/composition.h"
#include "sheets/compose/words.h"

#include "core/date.h"
#include "core/memory.h"
#include "store/law.h"
#include "store/law_text.h"
#include "store/opinions.h"

#include <stdlib.h>
#include <string.h>

static void write_one_state(Composition *composition, const char *state, const char *on, bool in_paper)
{
    char *words = date_words(on), *text = state_words(state);
    xml_begin(&composition->writer, "state");
    xml_attribute(&composition->writer, "on", on);
    xml_attribute(&composition->writer, "on-text", words);
    xml_attribute_flag(&composition->writer, "in-the-paper", in_paper);
    xml_text(&composition->writer, text);
    xml_end(&composition->writer);
    free(words);
    free(text);
}

bool write_state(Composition *composition, const Item *item, Error *error)
{
    if (item->kind != KIND_INSTRUMENT && item->kind != KIND_PROVISION)
        return true;
    bool ok = false;
    char *then = NULL;
    char *now = law_state(composition->store, item, composition->as_of, error);
    if (now == NULL)
        goto cleanup;
    write_one_state(composition, now, composition->as_of, false);
    then = law_state(composition->store, item, LAW_PAPER_DATE, error);
    if (then == NULL)
        goto cleanup;
    if (strcmp(now, then) != 0)
        write_one_state(composition, then, LAW_PAPER_DATE, true);
    ok = true;
cleanup:
    free(now);
    free(then);
    return ok;
}

bool write_law_text(Composition *composition, const Item *item, Error *error)
{
    XmlWriter *writer = &composition->writer;
    const ItemField *version = item_field(item, "text-version");
    LawText text;
    if (!law_text_of(composition->store, item, composition->as_of, &text, error))
        return false;
    if (version != NULL && text.version != NULL) {
        xml_begin(writer, "field");
        xml_attribute(writer, "name", version->name);
        xml_attribute(writer, "title", "Text");
        xml_begin(writer, "entry");
        xml_attribute(writer, "value", text.version);
        xml_attribute(writer, "value-title", text.version);
        xml_paragraphs(writer, text.amended);
        write_cite(composition, &version->citation, item, CITE_OF_FIELD);
        xml_end(writer);
        xml_end(writer);
        use_source(composition, version->source);
    }
    law_text_free(&text);
    return true;
}

void write_events(Composition *composition, const Item *item)
{
    XmlWriter *writer = &composition->writer;
    for (size_t i = 0; i < item->event_count; i++) {
        const ItemEvent *event = &item->events[i];
        char *date = date_words(event->date), *words = law_event_words(event, composition->as_of);
        xml_begin(writer, "event");
        xml_attribute(writer, "date", event->date);
        xml_attribute(writer, "date-text", date);
        xml_attribute(writer, "type", event->type);
        xml_attribute(writer, "type-title", words);
        if (law_event_to_come(event, composition->as_of))
            xml_attribute(writer, "to-come", "yes");
        xml_text(writer, event->text);
        xml_end(writer);
        use_source(composition, event->source);
        free(words);
        free(date);
    }
}

bool load_component_titles(Composition *composition, Error *error)
{
    if (composition->component_titles[0] != NULL)
        return true;
    for (size_t i = 0; i < COMPONENT_COUNT; i++)
        composition->component_titles[i] = string_copy(component_ids[i]);
    ItemRows rows = {0};
    const Query query = {.kinds = KIND_BIT(KIND_COMPONENT)};
    if (!items_list(composition->store, &query, &rows, error))
        return false;
    for (size_t i = 0; i < rows.count; i++) {
        int index = component_index(rows.rows[i].id);
        if (index < 0)
            continue;
        free(composition->component_titles[index]);
        composition->component_titles[index] = string_copy(rows.rows[i].title);
    }
    item_rows_free(&rows);
    return true;
}

static const char *openness_of(const char *value)
{
    if (strcmp(value, "1") == 0)
        return "closed";
    if (strcmp(value, "5") == 0)
        return "open";
    return value[0] >= '2' && value[0] <= '4' ? "semi-open" : NULL;
}

static void write_cell(Composition *composition, const ItemCell *cell)
{
    XmlWriter *writer = &composition->writer;
    const char *id = component_ids[cell->component];
    char *pipeline = string_copy_bytes(id, strcspn(id, "."));
    xml_begin(writer, "cell");
    xml_attribute(writer, "component", id);
    xml_attribute(writer, "title", composition->component_titles[cell->component]);
    xml_attribute(writer, "pipeline", pipeline);
    xml_attribute(writer, "artefact", component_letter(cell->component) == 'C' ? "code" : "data");
    xml_attribute(writer, "value", cell->value);
    xml_attribute(writer, "value-title", choice_title(cell->value));
    xml_attribute(writer, "level", cell_level(cell->component, cell->value));
    xml_attribute(writer, "openness", openness_of(cell->value));
    xml_attribute(writer, "licence", cell->licence);
    xml_attribute(writer, "licence-id", cell->licence_id);
    xml_attribute(writer, "guess", cell->guess);
    xml_attribute(writer, "source", cell->source);
    xml_text(writer, cell->text);
    xml_end(writer);
    use_source(composition, cell->source);
    free(pipeline);
}

/* Of several sources: whose words stand side by side, in this order; and what one says beside its levels, once. */
static void write_opinions(Composition *composition, const Opinions *opinions)
{
    XmlWriter *writer = &composition->writer;
    for (size_t i = 0; i < opinions->source_count; i++) {
        xml_begin(writer, "opinion");
        xml_attribute(writer, "source", opinions->sources[i]);
        xml_end(writer);
    }
    for (size_t i = 0; i < opinions->remark_count; i++) {
        const OpinionRemark *remark = &opinions->remarks[i];
        Text components = {0};
        for (size_t component = 0; component < COMPONENT_COUNT; component++)
            if (remark->components[component])
                text_append_format(&components, "%s%s", components.length > 0 ? ", " : "", composition->component_titles[component]);
        xml_begin(writer, "remark");
        xml_attribute(writer, "source", remark->source);
        xml_attribute(writer, "components", components.data);
        xml_text(writer, remark->text);
        xml_end(writer);
        text_free(&components);
    }
}

bool write_cells(Composition *composition, const Item *item, Error *error)
{
    if (item->cell_count == 0)
        return true;
    if (!load_component_titles(composition, error))
        return false;
    Opinions opinions = opinions_of(item);
    xml_begin(&composition->writer, "cells");
    xml_attribute_flag(&composition->writer, "several-sources", opinions.source_count > 1);
    if (opinions.source_count > 1)
        write_opinions(composition, &opinions);
    for (size_t i = 0; i < item->cell_count; i++)
        write_cell(composition, &item->cells[i]);
    xml_end(&composition->writer);
    composition->has_cells = true;
    opinions_free(&opinions);
    return true;
}

/* A level's title without its code, where it begins with that: "D4: data under …". */
static const char *title_without_code(const char *title, const char *code)
{
    size_t length = code != NULL ? strlen(code) : 0;
    return length > 0 && strncmp(title, code, length) == 0 && strncmp(title + length, ": ", 2) == 0 ? title + length + 2
                                                                                                     : title;
}

static bool write_level(Composition *composition, const char *id, Error *error)
{
    XmlWriter *writer = &composition->writer;
    Item *level = item_load(composition->store, id, error);
    if (level == NULL)
        return false;
    const ItemField *code = item_field(level, "code"), *openness = item_field(level, "openness");
    xml_begin(writer, "level");
    xml_attribute(writer, "code", code != NULL ? code->value : level->title);
    xml_attribute(writer, "openness", openness != NULL ? openness->value : NULL);
    xml_element(writer, "title", title_without_code(level->title, code != NULL ? code->value : NULL));
    xml_element(writer, "summary", level->summary);
    if (level->citation_count > 0) {
        write_cite(composition, &level->citations[0].citation, NULL, CITE_OF_OTHER);
        use_source(composition, level->citations[0].source);
    }
    xml_end(writer);
    item_free(level);
    return true;
}

bool write_scale(Composition *composition, Error *error)
{
    if (!composition->has_cells)
        return true;
    ItemRows rows = {0};
    const Query query = {.kinds = KIND_BIT(KIND_LEVEL)};
    bool ok = items_list(composition->store, &query, &rows, error);
    xml_begin(&composition->writer, "scale");
    xml_element(&composition->writer, "note",
                "Levels C1 to C5 (code) and D1 to D5 (data) are of the paper's own scale: they say how openly a component "
                "was released and under which licence, from 1 (closed) to 5 (open), and nothing else about the model. "
                "Licences are spelt as the source spells them. A guess is the source's guess; it is no score and no "
                "licence.");
    for (size_t i = 0; ok && i < rows.count; i++)
        ok = write_level(composition, rows.rows[i].id, error);
    xml_end(&composition->writer);
    item_rows_free(&rows);
    return ok;
}
