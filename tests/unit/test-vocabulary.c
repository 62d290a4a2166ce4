/* The tables, and that docs/data-format.md says the same as they do. */
#include "tests/unit/test.h"

#include "core/file.h"
#include "core/memory.h"
#include "core/text.h"
#include "core/vocabulary.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static void kinds_are_found(void **state)
{
    (void)state;
    for (int i = 0; i < KIND_COUNT; i++) {
        Kind kind = KIND_COUNT;
        assert_true(kind_parse(kind_definition((Kind)i)->name, &kind));
        assert_int_equal(kind, i);
        kind = KIND_COUNT;
        assert_true(kind_parse(kind_definition((Kind)i)->plural, &kind));
        assert_int_equal(kind, i);
        assert_true(isupper((unsigned char)kind_definition((Kind)i)->title[0]));
        assert_true(isupper((unsigned char)kind_definition((Kind)i)->title_plural[0]));
    }
    Kind kind = KIND_TERM;
    assert_false(kind_parse("Risk", &kind));
    assert_false(kind_parse("", &kind));
    assert_false(kind_parse(NULL, &kind));
    assert_int_equal(kind, KIND_TERM);
}

static void ids_have_their_form(void **state)
{
    (void)state;
    assert_true(id_is_valid(KIND_RISK, "risk.safeguards-stripped"));
    assert_true(id_is_valid(KIND_LICENCE, "licence.apache-2.0"));
    assert_true(id_is_valid(KIND_MODEL, "model.c4ai_command-r+"));
    assert_true(id_is_valid(KIND_COMPONENT, "deployment.data.weights"));
    assert_true(id_is_valid(KIND_FRAMEWORK_ENTRY, "framework-entry.x"));
    assert_true(id_is_valid(KIND_FRAMEWORK_ENTRY, "owasp-llm:LLM01:2025"));
    assert_true(id_is_valid(KIND_FRAMEWORK, "mit-risks:1.2(a)"));
    assert_true(id_is_valid(KIND_FRAMEWORK, "framework.x"));
    const char *bad[] = {"",        "risk",   "risk.",  ".x",       "risk.Two",      "risk.a b",      "risk.a/b",
                         "risks.a", "risk:a", "risk.é", "risk.a\n", "opportunity.a", "training.code", "x.y",
                         "Risk.a",  "a:b"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(id_is_valid(KIND_RISK, bad[i]));
    assert_false(id_is_valid(KIND_RISK, NULL));
    assert_false(id_is_valid(KIND_FRAMEWORK, "framework-entry.x"));
    assert_false(id_is_valid(KIND_COMPONENT, "component.x"));
    assert_false(id_is_valid(KIND_COMPONENT, "training.code.other"));
    const char *bad_native[] = {"a:", ":b", "A:b", "a b:c", "a:b c", "a:<b>", "a:b\x7f", "a:\xc3\xa9", "a:\"b"};
    for (size_t i = 0; i < sizeof bad_native / sizeof *bad_native; i++)
        assert_int_equal(id_kinds(bad_native[i]), 0);
}

static void ids_are_not_endless(void **state)
{
    (void)state;
    char *longest = string_format("risk.%0*d", (int)ID_BYTES - 5, 0);
    char *longer = string_format("%s0", longest);

    assert_true(id_is_valid(KIND_RISK, longest));
    assert_false(id_is_valid(KIND_RISK, longer));
    free(longest);
    free(longer);
}

static void cells_have_levels(void **state)
{
    (void)state;
    assert_int_equal(component_index("training.code.pretraining"), 0);
    assert_int_equal(component_index("deployment.data.weights"), 11);
    assert_int_equal(component_index("deployment.data"), -1);
    assert_int_equal(component_index(NULL), -1);
    assert_int_equal(component_letter(0), 'C');
    assert_int_equal(component_letter(11), 'D');
    assert_string_equal(cell_level(0, "3"), "C3");
    assert_string_equal(cell_level(11, "5"), "D5");
    assert_null(cell_level(0, "unknown"));
    assert_null(cell_level(0, NULL));
    const char *bad[] = {"0", "6", "", "11", "Unknown", "n/a", "1 ", "C3"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(cell_value_is_known(bad[i]));
        assert_null(cell_level(0, bad[i]));
    }
    assert_true(cell_value_is_known("1"));
    assert_true(cell_value_is_known("not-applicable"));
    assert_false(cell_value_is_known(NULL));
}

static void choices_have_titles(void **state)
{
    (void)state;
    assert_string_equal(choice_title("silent"), "no rule seen");
    assert_string_equal(choice_title("partly-exempt"), "partly exempt");
    assert_string_equal(choice_title("raises"), "raises");
    assert_string_equal(choice_title("in-force"), "in force");
    assert_null(choice_title(NULL));
}

static void names_are_unique(void **state)
{
    (void)state;
    for (size_t i = 0; i < relation_count(); i++)
        assert_ptr_equal(relation_find(relation_at(i)->name), relation_at(i));
    for (size_t i = 0; i < basis_count(); i++)
        assert_ptr_equal(basis_find(basis_at(i)->name), basis_at(i));
    for (size_t i = 0; i < field_count(); i++)
        for (int kind = 0; kind < KIND_COUNT; kind++)
            if (field_at(i)->kinds & KIND_BIT(kind))
                assert_ptr_equal(field_find((Kind)kind, field_at(i)->name), field_at(i));
    assert_null(relation_find("reduce"));
    assert_null(relation_find(NULL));
    assert_null(basis_find(NULL));
    assert_null(field_find(KIND_TERM, "effect"));
    assert_null(field_find(KIND_TERM, NULL));
    assert_false(event_type_is_known(NULL));
}

static void choices_belong_to_fields_of_choices(void **state)
{
    (void)state;
    for (size_t i = 0; i < field_count(); i++)
        assert_int_equal(field_at(i)->choices != NULL, field_at(i)->type == FIELD_CHOICE);
    const FieldDefinition *effect = field_find(KIND_RISK, "effect");
    assert_true(field_has_choice(effect, "raises"));
    assert_false(field_has_choice(effect, "raise"));
    assert_false(field_has_choice(effect, NULL));
    assert_false(field_has_choice(field_find(KIND_RISK, "gap"), "raises"));
}

static void the_unions_of_relations_are_right(void **state)
{
    (void)state;
    for (size_t i = 0; i < relation_count(); i++) {
        KindSet from = 0, to = 0;
        for (int a = 0; a < KIND_COUNT; a++)
            for (int b = 0; b < KIND_COUNT; b++)
                if (relation_joins(relation_at(i), (Kind)a, (Kind)b)) {
                    from |= KIND_BIT(a);
                    to |= KIND_BIT(b);
                }
        assert_int_equal(from, relation_at(i)->from);
        assert_int_equal(to, relation_at(i)->to);
    }
}

/* What docs/data-format.md says. */

static Text document;

/* Copies the section behind a heading; the caller owns it. */
static char *section(const char *heading)
{
    const char *start = strstr(document.data, heading);

    assert_non_null(start);
    start += strlen(heading);
    const char *end = strstr(start, "\n## ");
    return string_copy_bytes(start, end ? (size_t)(end - start) : strlen(start));
}

/* Appends what stands between backquotes. */
static void quoted(const char *text, StringList *names)
{
    for (const char *open = strchr(text, '`'); open; open = strchr(open, '`')) {
        const char *close = strchr(++open, '`');
        assert_non_null(close);
        string_list_take(names, string_copy_bytes(open, (size_t)(close - open)));
        open = close + 1;
    }
}

/* The cells of a table's row "| a | b | c |", in place; false for what is no row with content. */
static bool row(char *line, char *cells[3])
{
    if (strncmp(line, "| ", 2) != 0 || strncmp(line, "| ---", 5) == 0)
        return false;
    char *at = line + 2;
    for (int i = 0; i < 3; i++) {
        cells[i] = at;
        char *end = strchr(at, '|');
        if (!end) {
            cells[i] = (char *)"";
            continue;
        }
        *end = '\0';
        at = end + 1;
    }
    return true;
}

/* The kinds of "risk, opportunity", "any", "any but reference". */
static KindSet kinds_of(char *text)
{
    KindSet kinds = 0;
    Kind kind;

    while (*text == ' ')
        text++;
    if (strncmp(text, "any", 3) == 0)
        return (KIND_BIT(KIND_COUNT) - 1) & ~(strstr(text, "but reference") ? KIND_BIT(KIND_REFERENCE) : 0);
    for (char *rest, *name = strtok_r(text, ", ", &rest); name; name = strtok_r(NULL, ", ", &rest)) {
        if (!kind_parse(name, &kind))
            fail_msg("docs/data-format.md names an unknown kind: %s", name);
        kinds |= KIND_BIT(kind);
    }
    return kinds;
}

static void check_documented_choices(const FieldDefinition *field, const char *value)
{
    StringList choices = {0};
    size_t count = 0;

    quoted(value, &choices);
    while (field->choices[count]) {
        if (!string_list_contains(&choices, field->choices[count]))
            fail_msg("the choice %s of %s is not in docs/data-format.md", field->choices[count], field->name);
        count++;
    }
    for (size_t i = 0; i < choices.count; i++)
        if (!field_has_choice(field, choices.items[i]))
            fail_msg("docs/data-format.md gives %s the unknown choice %s", field->name, choices.items[i]);
    string_list_free(&choices);
}

/* The type that the third cell of a row speaks of. */
static FieldType documented_type(const char *value)
{
    const struct {
        const char *start;
        FieldType type;
    } starts[] = {{" text", FIELD_TEXT}, {" token", FIELD_TOKEN},   {" YYYY-MM", FIELD_MONTH}, {" date", FIELD_DATE},
                  {" YYYY", FIELD_YEAR}, {" number", FIELD_NUMBER}, {" http", FIELD_URL}};

    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (strncmp(value, starts[i].start, strlen(starts[i].start)) == 0)
            return starts[i].type;
    return FIELD_CHOICE;
}

static void check_documented_field(const char *name, const char *names, KindSet kinds, const char *value, KindSet *seen)
{
    char *repeatable = string_format("`%s` (repeatable)", name);

    for (int kind = 0; kind < KIND_COUNT; kind++) {
        if (!(kinds & KIND_BIT(kind)))
            continue;
        const FieldDefinition *field = field_find((Kind)kind, name);
        if (!field)
            fail_msg("docs/data-format.md gives %s the unknown field %s", kind_definition((Kind)kind)->name, name);
        assert_int_equal(field->repeatable, strstr(names, repeatable) != NULL);
        if (field->type != documented_type(value))
            fail_msg("the field %s is of another type in docs/data-format.md", name);
        if (field->type == FIELD_CHOICE)
            check_documented_choices(field, value);
        for (size_t i = 0; i < field_count(); i++)
            if (field_at(i) == field)
                seen[i] |= KIND_BIT(kind);
    }
    free(repeatable);
}

static void fields_are_documented(void **state)
{
    (void)state;
    KindSet *seen = memory_zeroed(field_count(), sizeof *seen);
    char *text = section("## Fields\n");
    char *cells[3];

    for (char *rest, *line = strtok_r(text, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        if (!row(line, cells) || strncmp(cells[0], "kinds", 5) == 0)
            continue;
        StringList names = {0};
        quoted(cells[1], &names);
        KindSet kinds = kinds_of(cells[0]);
        assert_true(names.count > 0 && kinds != 0);
        for (size_t i = 0; i < names.count; i++)
            check_documented_field(names.items[i], cells[1], kinds, cells[2], seen);
        string_list_free(&names);
    }
    for (size_t i = 0; i < field_count(); i++)
        if (seen[i] != field_at(i)->kinds)
            fail_msg("the field %s is of other kinds in docs/data-format.md", field_at(i)->name);
    free(text);
    free(seen);
}

/* Whether the pairs "a; b" and "c; d" of a row join the two kinds. */
static bool documented_join(const char *from_cell, const char *to_cell, Kind from, Kind to)
{
    char *from_copy = string_copy(from_cell), *to_copy = string_copy(to_cell);
    char *from_rest, *to_rest;
    char *from_part = strtok_r(from_copy, ";", &from_rest), *to_part = strtok_r(to_copy, ";", &to_rest);
    bool joined = false;

    while (from_part && to_part) {
        KindSet froms = kinds_of(from_part), tos = kinds_of(to_part);
        joined = joined || ((froms & KIND_BIT(from)) && (tos & KIND_BIT(to)));
        from_part = strtok_r(NULL, ";", &from_rest);
        to_part = strtok_r(NULL, ";", &to_rest);
    }
    assert_true(!from_part && !to_part);
    free(from_copy);
    free(to_copy);
    return joined;
}

static void relations_are_documented(void **state)
{
    (void)state;
    char *text = section("## Relations\n");
    char *cells[3];
    size_t count = 0;

    for (char *rest, *line = strtok_r(text, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        if (!row(line, cells) || strncmp(cells[0], "relation", 8) == 0)
            continue;
        StringList names = {0};
        quoted(cells[0], &names);
        for (size_t i = 0; i < names.count; i++, count++) {
            const RelationDefinition *relation = relation_find(names.items[i]);
            assert_non_null(relation);
            for (int from = 0; from < KIND_COUNT; from++)
                for (int to = 0; to < KIND_COUNT; to++)
                    if (documented_join(cells[1], cells[2], (Kind)from, (Kind)to) !=
                        relation_joins(relation, (Kind)from, (Kind)to))
                        fail_msg("%s from %s to %s: docs/data-format.md says otherwise", relation->name,
                                 kind_definition((Kind)from)->name, kind_definition((Kind)to)->name);
        }
        string_list_free(&names);
    }
    assert_int_equal(count, relation_count());
    free(text);
}

static void bases_and_events_are_documented(void **state)
{
    (void)state;
    char *bases = section("## Sources and basis\n");
    char *events = section("## Events of an instrument or provision\n");
    StringList names = {0};
    char *table = strstr(bases, "| --- |");

    assert_non_null(table);
    quoted(table, &names);
    for (size_t i = 0; i < basis_count(); i++)
        assert_true(string_list_contains(&names, basis_at(i)->name));
    size_t known = 0;
    for (size_t i = 0; i < names.count; i++)
        known += basis_find(names.items[i]) != NULL;
    assert_int_equal(known, basis_count());
    string_list_free(&names);
    quoted(events, &names);
    assert_int_equal(names.count, event_type_count());
    for (size_t i = 0; i < names.count; i++)
        assert_true(event_type_is_known(names.items[i]));
    string_list_free(&names);
    free(bases);
    free(events);
}

static void kinds_are_documented(void **state)
{
    (void)state;
    const char *start = strstr(document.data, "| an item: ");

    assert_non_null(start);
    char *cell = string_copy_bytes(start, 2 + strcspn(start + 2, "|"));
    StringList names = {0};
    Kind kind;
    quoted(cell, &names);
    assert_int_equal(names.count, KIND_COUNT);
    for (size_t i = 0; i < names.count; i++)
        assert_true(kind_parse(names.items[i], &kind));
    string_list_free(&names);
    free(cell);
}

static int read_document(void **state)
{
    (void)state;
    const char *top = getenv("srcdir");
    char *path = string_format("%s/docs/data-format.md", top ? top : ".");
    bool done = file_read(path, 1024 * 1024, &document, NULL);

    free(path);
    return done ? 0 : -1;
}

static int drop_document(void **state)
{
    (void)state;
    text_free(&document);
    return 0;
}

static void a_kind_has_a_noun_for_each_count(void **state)
{
    (void)state;
    assert_string_equal(kind_noun(KIND_OPPORTUNITY, 1), "opportunity");
    assert_string_equal(kind_noun(KIND_OPPORTUNITY, 0), "opportunities");
    assert_string_equal(kind_noun(KIND_RISK, 2), "risks");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds_are_found),
        cmocka_unit_test(ids_have_their_form),
        cmocka_unit_test(ids_are_not_endless),
        cmocka_unit_test(cells_have_levels),
        cmocka_unit_test(choices_have_titles),
        cmocka_unit_test(names_are_unique),
        cmocka_unit_test(choices_belong_to_fields_of_choices),
        cmocka_unit_test(the_unions_of_relations_are_right),
        cmocka_unit_test(kinds_are_documented),
        cmocka_unit_test(fields_are_documented),
        cmocka_unit_test(relations_are_documented),
        cmocka_unit_test(bases_and_events_are_documented),
        cmocka_unit_test(a_kind_has_a_noun_for_each_count),
    };

    return cmocka_run_group_tests(tests, read_document, drop_document);
}
