#include "sheets/compose/words.h"

#include "core/date.h"
#include "core/memory.h"
#include "core/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

char *name_words(const char *name)
{
    char *words = string_copy(name);
    for (char *place = words; place != NULL && *place != '\0'; place++)
        if (*place == '-')
            *place = ' ';
    return words;
}

char *date_words(const char *date)
{
    static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    if (date == NULL || strlen(date) < 7 || !date_is_valid(date))
        return string_copy(date);
    const char *month = months[atoi(date + 5) - 1];
    return strlen(date) == 7 ? string_format("%s %.4s", month, date)
                             : string_format("%d %s %.4s", atoi(date + 8), month, date);
}

char *state_words(const char *state)
{
    const char *last = strrchr(state, ' ');
    if (last == NULL || !date_is_valid(last + 1))
        return string_copy(state);
    char *date = date_words(last + 1), *words = string_format("%.*s %s", (int)(last - state), state, date);
    free(date);
    return words;
}

char *value_words(Kind kind, const FieldDefinition *field, const char *value)
{
    if (value == NULL)
        return NULL;
    if (field->type == FIELD_DATE || field->type == FIELD_MONTH)
        return date_words(value);
    if (field->type != FIELD_CHOICE)
        return string_copy(value);
    if (strcmp(field->name, "effect") == 0 && (strcmp(value, "raises") == 0 || strcmp(value, "lowers") == 0))
        return string_format("%s this %s", value, kind == KIND_RISK ? "risk" : "opportunity");
    return string_copy(choice_title(value));
}

char *count_words(size_t count, Kind kind)
{
    char *name = name_words(kind_noun(kind, count));
    char *words = count == 0 ? string_format("no %s", name) : string_format("%zu %s", count, name);
    free(name);
    return words;
}

char *short_authors(const char *authors)
{
    const char *comma = strchr(authors, ','), *joined = strstr(authors, " and ");
    if (comma == NULL || (joined != NULL && joined < comma))
        return string_copy(authors); /* no family name and given names: an organisation */
    int family = (int)(comma - authors);
    const char *other = joined != NULL ? joined + strlen(" and ") : "", *end = strchr(other, ',');
    bool several = strchr(authors, ';') != NULL || strstr(other, " and ") != NULL || strstr(authors, "others") != NULL ||
                   (end != NULL && strchr(end + 1, ',') != NULL);
    if (several)
        return string_format("%.*s et al.", family, authors);
    return end != NULL ? string_format("%.*s and %.*s", family, authors, (int)(end - other), other)
                       : string_copy_bytes(authors, (size_t)family);
}

char *anchor_name(const char *id)
{
    Text anchor = {0};
    for (; *id != '\0'; id++) {
        unsigned char byte = (unsigned char)*id;
        if (byte < 0x80 && (isalnum(byte) || byte == '.' || byte == '-'))
            text_append_character(&anchor, (char)byte);
        else
            text_append_format(&anchor, "_%02X", byte);
    }
    return text_take(&anchor);
}

static bool url_is_safe(const char *url)
{
    if (url == NULL || (strncasecmp(url, "http://", 7) != 0 && strncasecmp(url, "https://", 8) != 0))
        return false;
    for (const char *place = url; *place != '\0'; place++)
        if ((unsigned char)*place <= ' ' || *place == 0x7F || strchr("\"'<>\\`", *place) != NULL)
            return false;
    return true;
}

char *url_link(const char *url)
{
    Text link = {0};
    if (!url_is_safe(url))
        return NULL;
    for (const char *place = url; *place != '\0'; place++)
        if (strchr("{}|^", *place) != NULL ||
            (*place == '%' && !(isxdigit((unsigned char)place[1]) && isxdigit((unsigned char)place[2]))))
            text_append_format(&link, "%%%02X", (unsigned char)*place);
        else
            text_append_character(&link, *place);
    return text_take(&link);
}
