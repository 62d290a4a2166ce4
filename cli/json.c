#include "cli/session.h"

#include <stdlib.h>

json_t *json_text(const char *text, SanitiseMode mode)
{
    if (!text)
        return json_null();
    char *clean = sanitise_string(text, mode);
    json_t *string = json_string(clean);
    free(clean);
    return string;
}

void json_put(json_t *object, const char *key, const char *text)
{
    (void)json_object_set_new(object, key, json_text(text, SANITISE_LINE));
}

void json_put_lines(json_t *object, const char *key, const char *text)
{
    (void)json_object_set_new(object, key, json_text(text, SANITISE_LINES));
}

void json_put_list(json_t *object, const char *key, const StringList *list)
{
    json_t *array = json_array();

    for (size_t i = 0; i < list->count; i++)
        (void)json_array_append_new(array, json_text(list->items[i], SANITISE_LINE));
    (void)json_object_set_new(object, key, array);
}

void json_put_number(json_t *object, const char *key, long long number)
{
    (void)json_object_set_new(object, key, json_integer(number));
}

static int write_part(const char *bytes, size_t length, void *output)
{
    output_write_bytes(output, bytes, length);
    return 0;
}

void session_write_json(Session *session, json_t *root)
{
    (void)json_dump_callback(root, write_part, &session->output, JSON_INDENT(2) | JSON_ENCODE_ANY | JSON_REAL_PRECISION(15));
    output_write(&session->output, "\n");
    json_decref(root);
}
