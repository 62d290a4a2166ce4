/* Ids, and the components, values and levels of the openness taxonomy. */
#include "config.h"

#include "core/vocabulary.h"

#include <string.h>

const char *const component_ids[COMPONENT_COUNT] = {
    "training.code.pretraining", "training.code.finetuning", "training.code.alignment",   "training.data.pretraining",
    "training.data.sft",         "training.data.alignment",  "evaluation.code.general",   "evaluation.code.safety",
    "evaluation.data.utility",   "evaluation.data.safety",   "deployment.code.inference", "deployment.data.weights",
};

int component_index(const char *id)
{
    for (int i = 0; id && i < COMPONENT_COUNT; i++)
        if (strcmp(component_ids[i], id) == 0)
            return i;
    return -1;
}

char component_letter(size_t index)
{
    return strstr(component_ids[index], ".code.") ? 'C' : 'D';
}

static bool is_level_digit(const char *value)
{
    return value && value[0] >= '1' && value[0] <= '5' && value[1] == '\0';
}

bool cell_value_is_known(const char *value)
{
    return value && (is_level_digit(value) || strcmp(value, "unknown") == 0 || strcmp(value, "not-applicable") == 0);
}

const char *cell_level(size_t component, const char *value)
{
    static const char *const code[] = {"C1", "C2", "C3", "C4", "C5"};
    static const char *const data[] = {"D1", "D2", "D3", "D4", "D5"};

    if (!is_level_digit(value))
        return NULL;
    return component_letter(component) == 'C' ? code[value[0] - '1'] : data[value[0] - '1'];
}

#define LOWER_CASE_AND_DIGITS "abcdefghijklmnopqrstuvwxyz0123456789"

/* True where text is not empty and has none but the allowed characters. */
static bool consists_of(const char *text, const char *allowed)
{
    return *text && text[strspn(text, allowed)] == '\0';
}

/* source:native-id, as imported taxonomies number their entries ("owasp-llm:LLM01:2025"). */
static bool is_native_id(const char *id)
{
    size_t source = strspn(id, LOWER_CASE_AND_DIGITS "-");

    if (source == 0 || id[source] != ':' || id[source + 1] == '\0')
        return false;
    for (const char *at = id + source + 1; *at; at++)
        if (*at <= ' ' || *at > '~' || strchr("\"'&<>", *at))
            return false;
    return true;
}

KindSet id_kinds(const char *id)
{
    if (!id || strlen(id) > ID_BYTES)
        return 0;
    if (component_index(id) >= 0)
        return KIND_BIT(KIND_COMPONENT);
    if (is_native_id(id))
        return KIND_BIT(KIND_FRAMEWORK) | KIND_BIT(KIND_FRAMEWORK_ENTRY);
    for (int i = 0; i < KIND_COUNT; i++) {
        const char *name = kind_definition((Kind)i)->name;
        size_t length = strlen(name);
        if (i != KIND_COMPONENT && strncmp(id, name, length) == 0 && id[length] == '.')
            return consists_of(id + length + 1, LOWER_CASE_AND_DIGITS ".+-_") ? KIND_BIT(i) : 0;
    }
    return 0;
}

bool id_is_valid(Kind kind, const char *id)
{
    return (id_kinds(id) & KIND_BIT(kind)) != 0;
}
