/* data/gairo.rng says the same as core/vocabulary.h: every kind, field, choice, relation, basis, event and component,
 * no more and no less. Otherwise an author's editor and gairo import would disagree. */
#include "config.h"

#include "core/vocabulary.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define NAMES_MAX 64u

/* Strings found in a schema, in its order. */
typedef struct Names {
    char text[NAMES_MAX][128];
    size_t count;
} Names;

static xmlDocPtr grammar, fields, words;

static xmlDocPtr read_schema(const char *name)
{
    const char *source = getenv("srcdir");
    char path[4096];
    xmlDocPtr document;

    snprintf(path, sizeof path, "%s/data/%s", source ? source : ".", name);
    document = xmlReadFile(path, NULL, XML_PARSE_NONET);
    if (!document)
        fail_msg("%s cannot be read", path);
    return document;
}

static int set_up(void **state)
{
    (void)state;
    grammar = read_schema("gairo.rng");
    fields = read_schema("gairo-fields.rng");
    words = read_schema("gairo-words.rng");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    xmlFreeDoc(grammar);
    xmlFreeDoc(fields);
    xmlFreeDoc(words);
    xmlCleanupParser();
    return 0;
}

/* What an XPath expression finds, where $name is a name: values of attributes or texts. */
static Names find(xmlDocPtr document, const char *path, const char *name)
{
    Names names = {.count = 0};
    xmlXPathContextPtr context = xmlXPathNewContext(document);
    xmlXPathObjectPtr found;

    assert_non_null(context);
    xmlXPathRegisterNs(context, BAD_CAST "r", BAD_CAST "http://relaxng.org/ns/structure/1.0");
    xmlXPathRegisterVariable(context, BAD_CAST "name", xmlXPathNewString(BAD_CAST name));
    found = xmlXPathEvalExpression(BAD_CAST path, context);
    assert_non_null(found);
    for (int i = 0; found->nodesetval && i < found->nodesetval->nodeNr; i++) {
        xmlChar *text = xmlNodeGetContent(found->nodesetval->nodeTab[i]);
        assert_true(names.count < NAMES_MAX);
        snprintf(names.text[names.count++], sizeof names.text[0], "%s", (const char *)text);
        xmlFree(text);
    }
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
    return names;
}

static bool has(const Names *names, const char *text)
{
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->text[i], text) == 0)
            return true;
    return false;
}

static void fields_of_kinds_agree(void **state)
{
    (void)state;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        Names names = find(grammar, "//r:define[@name=concat('item.',$name)]//r:ref[starts-with(@name,'field.')]/@name",
                           kind_definition((Kind)kind)->name);
        size_t expected = 0;
        for (size_t i = 0; i < field_count(); i++) {
            char name[128];
            snprintf(name, sizeof name, "field.%s", field_at(i)->name);
            bool allowed = (field_at(i)->kinds & KIND_BIT(kind)) != 0;
            if (allowed != has(&names, name))
                fail_msg("%s: %s: the schema and the vocabulary disagree", kind_definition((Kind)kind)->name, name);
            expected += allowed;
        }
        assert_int_equal(names.count, expected);
    }
    Names kinds = find(grammar, "//r:start//r:ref[starts-with(@name,$name)]/@name", "item.");
    assert_int_equal(kinds.count, KIND_COUNT);
}

static void choices_agree(void **state)
{
    Names defined = find(fields, "//r:define[starts-with(@name,$name)]", "field.");

    (void)state;
    assert_int_equal(defined.count, field_count());
    for (size_t i = 0; i < field_count(); i++) {
        const FieldDefinition *field = field_at(i);
        Names values =
            find(fields, "//r:define[@name=concat('field.',$name)]//r:attribute[@name='value']//r:value", field->name);
        Names attribute =
            find(fields, "//r:define[@name=concat('field.',$name)]//r:attribute[@name='value']", field->name);
        size_t count = 0;
        for (; field->choices && field->choices[count]; count++)
            if (!has(&values, field->choices[count]))
                fail_msg("field %s: the schema lacks %s", field->name, field->choices[count]);
        assert_int_equal(values.count, count);
        assert_int_equal(attribute.count, field->type == FIELD_TEXT ? 0 : 1);
    }
}

/* The schema keeps the relations "in" and "part-of" apart by what they lead to: areas, regions; instruments,
 * frameworks. */
static void relations_agree(void **state)
{
    (void)state;
    for (size_t i = 0; i < relation_count(); i++) {
        const RelationDefinition *relation = relation_at(i);
        Names to = find(words,
                        "//r:define[r:element[@name='link']/r:attribute[@name='relation']/r:value=$name]"
                        "//r:attribute[@name='to']//r:ref/@name",
                        relation->name);
        size_t expected = 0;
        for (int kind = 0; kind < KIND_COUNT; kind++) {
            const char *kind_name = kind_definition((Kind)kind)->name;
            char name[128];
            snprintf(name, sizeof name, "id.%s", kind_name);
            bool leads = (relation->to & KIND_BIT(kind)) != 0;
            if (leads != has(&to, name))
                fail_msg("relation %s to %s: the schema and the vocabulary disagree", relation->name, kind_name);
            expected += leads;
            Names from =
                find(grammar, "//r:define[@name=concat('item.',$name)]//r:ref[starts-with(@name,'relation.')]/@name",
                     kind_name);
            size_t starts = 0;
            for (size_t at = 0; at < from.count; at++) {
                size_t length = strlen(relation->name);
                const char *rest = from.text[at] + strlen("relation.");
                starts += strncmp(rest, relation->name, length) == 0 && (rest[length] == '\0' || rest[length] == '.');
            }
            if ((starts > 0) != ((relation->from & KIND_BIT(kind)) != 0))
                fail_msg("relation %s from %s: the schema and the vocabulary disagree", relation->name, kind_name);
        }
        assert_int_equal(to.count, expected);
    }
}

static void lists_agree(void **state)
{
    Names bases = find(words, "//r:define[@name=$name]//r:value", "basis");
    Names events = find(words, "//r:define[@name=$name]//r:value", "event-type");
    Names components = find(words, "//r:define[@name=$name]//r:value", "id.component");
    Names values = find(words, "//r:define[@name=$name]//r:value", "cell-value");

    (void)state;
    assert_int_equal(bases.count, basis_count());
    for (size_t i = 0; i < basis_count(); i++)
        assert_string_equal(bases.text[i], basis_at(i)->name);
    assert_int_equal(events.count, event_type_count());
    for (size_t i = 0; i < event_type_count(); i++)
        assert_string_equal(events.text[i], event_type_at(i));
    assert_int_equal(components.count, COMPONENT_COUNT);
    for (size_t i = 0; i < COMPONENT_COUNT; i++)
        assert_string_equal(components.text[i], component_ids[i]);
    assert_int_equal(values.count, 7);
    for (size_t i = 0; i < values.count; i++)
        assert_true(cell_value_is_known(values.text[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_of_kinds_agree),
        cmocka_unit_test(choices_agree),
        cmocka_unit_test(relations_agree),
        cmocka_unit_test(lists_agree),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
