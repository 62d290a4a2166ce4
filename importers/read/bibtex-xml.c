/* BibTeX has no escape and no end but that of its braces, so that one that is missing swallows what follows. Reading
 * therefore begins anew at the next line with an "@" at its start. */
#include "config.h"

#include "importers/read/bibtex-xml.h"

#include "core/record.h"
#include "importers/read/bibtex-names.h"
#include "importers/read/bibtex-state.h"
#include "importers/read/input.h"
#include "importers/read/latex-text.h"
#include "importers/read/xml.h"

#include <string.h>
#include <strings.h>

/* --- an entry --- */

static bool is_among(const char *name, const char *list)
{
    const char *found = strstr(list, name);

    return found != NULL && found[strlen(name)] == ' ' && found != list && found[-1] == ' ';
}

/* Values that LaTeX does not set. */
static bool is_verbatim(const char *field)
{
    return is_among(field, " doi eprint isbn issn url file crossref xdata keywords ");
}

static void append_small(Text *text, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        text_append_character(text, bytes[i] >= 'A' && bytes[i] <= 'Z' ? (char)(bytes[i] + 'a' - 'A') : bytes[i]);
}

static bool append_value(Bibtex *bibtex, const char *field, long line)
{
    const char *bytes = bibtex->value.data == NULL ? "" : bibtex->value.data;
    Text plain = {0};
    bool good;

    if (is_among(field, " author editor "))
        return bibtex_append_names(&bibtex->xml, bytes, bibtex->value.length, line) ||
               bibtex_fail(bibtex, "a control character that no text may hold");
    if (is_verbatim(field))
        latex_append_verbatim(&plain, bytes, bibtex->value.length);
    else
        latex_append_text(&plain, bytes, bibtex->value.length);
    if (is_among(field, " crossref xdata ") && bibtex->parent.length == 0 && plain.length <= BIBTEX_NAME_BYTES)
        append_small(&bibtex->parent, plain.data == NULL ? "" : plain.data, plain.length);
    good = plain.length <= RECORD_TEXT_BYTES || bibtex_fail(bibtex, "a value longer than 256 KiB; is a brace missing?");
    good = good && (plain.length == 0 || xml_append_escaped(&bibtex->xml, plain.data, plain.length) ||
                    bibtex_fail(bibtex, "a control character that no text may hold"));
    text_free(&plain);
    return good;
}

static bool append_field(Bibtex *bibtex, const char *name, long line, StringList *seen)
{
    text_append(&bibtex->xml, "<entry");
    if (!document_append_attribute(&bibtex->xml, "key", name, strlen(name)))
        return bibtex_fail(bibtex, "a control character in the name of a field");
    text_append_format(&bibtex->xml, " line=\"%ld\"", line);
    if (string_list_contains(seen, name))
        text_append(&bibtex->xml, " repeated=\"1\"");
    string_list_add(seen, name);
    if (bibtex->undefined.count > 0 && !document_append_attribute(&bibtex->xml, "undefined", bibtex->undefined.items[0],
                                                                  strlen(bibtex->undefined.items[0])))
        return bibtex_fail(bibtex, "a control character in the name of a macro");
    text_append_character(&bibtex->xml, '>');
    if (!append_value(bibtex, name, line))
        return false;
    text_append(&bibtex->xml, "</entry>");
    return true;
}

/* From behind the key to behind the brace or parenthesis that ends the entry. */
static bool take_fields(Bibtex *bibtex, char end, StringList *seen)
{
    Text name = {0};
    bool good = true;

    while (good && bibtex_next(bibtex) == ',') {
        long line;

        bibtex->at++;
        if (bibtex_next(bibtex) == end)
            break;
        line = bibtex->line;
        good = bibtex_take_name(bibtex, &name, true) && bibtex_next(bibtex) == '=';
        if (!good) {
            if (bibtex->fault == NULL)
                bibtex_fail(bibtex, "a field must be NAME = VALUE, and a comma must stand before the next");
            break;
        }
        bibtex->at++;
        good = seen->count < BIBTEX_FIELDS_MAX || bibtex_fail(bibtex, "more than 200 fields");
        good = good && bibtex_take_value(bibtex) && append_field(bibtex, name.data, line, seen);
    }
    text_free(&name);
    if (good && bibtex_next(bibtex) != end)
        return bibtex_fail(bibtex, bibtex_character_at(bibtex) == '\0'
                                       ? "the entry that begins here does not end; is a brace missing?"
                                       : "a comma is missing before a field, or a brace at the entry's end");
    bibtex->at += good;
    return good;
}

static bool append_key(Bibtex *bibtex, const char *type, const char *key, long line)
{
    text_append_format(&bibtex->xml, "<member line=\"%ld\"><entry key=\"@type\">", line);
    if (!xml_append_escaped(&bibtex->xml, type, strlen(type)))
        return bibtex_fail(bibtex, "a control character in the entry's type");
    text_append(&bibtex->xml, "</entry>");
    if (*key == '\0')
        return true;
    text_append(&bibtex->xml, "<entry key=\"@key\">");
    if (!xml_append_escaped(&bibtex->xml, key, strlen(key)))
        return bibtex_fail(bibtex, "a control character in the entry's key");
    text_append(&bibtex->xml, "</entry>");
    return true;
}

/* Keeps what others may take fields from. What they take from one that takes them itself is left out. */
static void keep_parent(Bibtex *bibtex, const char *type, const Text *key, size_t fields)
{
    Text small = {0}, xml = {0};

    if (is_among(
            type,
            " proceedings mvproceedings book mvbook collection mvcollection reference mvreference periodical xdata ") &&
        key->length > 0 && bibtex->parent_bytes + bibtex->xml.length - fields <= BIBTEX_EXPANDED_BYTES) {
        append_small(&small, key->data, key->length);
        text_append_bytes(&xml, bibtex->xml.data + fields, bibtex->xml.length - fields);
        bibtex->parent_bytes += xml.length;
        (void)bibtex_macros_set(&bibtex->parents, small.data, &xml);
    }
    text_free(&small);
    text_free(&xml);
}

static bool append_parent(Bibtex *bibtex)
{
    size_t before = bibtex->xml.length;

    if (bibtex->parent.length == 0)
        return true;
    text_append(&bibtex->xml, "<entry key=\"@parent\">");
    if (!bibtex_macros_append(&bibtex->parents, bibtex->parent.data, &bibtex->xml)) {
        bibtex->xml.length = before;
        bibtex->xml.data[before] = '\0';
        return true;
    }
    text_append(&bibtex->xml, "</entry>");
    bibtex->expanded += bibtex->xml.length - before;
    return bibtex->expanded <= BIBTEX_EXPANDED_BYTES || bibtex_fail(bibtex, "crossrefs that stand for too much");
}

static bool take_entry(Bibtex *bibtex, const char *type, char end, long line)
{
    Text key = {0};
    StringList seen = {0};
    size_t fields = 0;
    bool good;

    text_reset(&bibtex->xml);
    text_reset(&bibtex->parent);
    bibtex_take_name(bibtex, &key, false);
    good = bibtex->fault == NULL && append_key(bibtex, type, key.data == NULL ? "" : key.data, line);
    fields = bibtex->xml.length;
    good = good && take_fields(bibtex, end, &seen);
    bibtex->entries += good;
    if (good && bibtex->collecting) {
        keep_parent(bibtex, type, &key, fields);
    } else if (good && (good = append_parent(bibtex))) {
        text_append_bytes(&bibtex->document.xml, bibtex->xml.data, bibtex->xml.length);
        text_append(&bibtex->document.xml, "</member>");
        document_end_record(&bibtex->document);
    }
    text_free(&key);
    string_list_free(&seen);
    return good;
}

static bool take_string(Bibtex *bibtex, char end)
{
    Text name = {0};
    bool good = bibtex_take_name(bibtex, &name, true) && bibtex_next(bibtex) == '=';

    if (!good && bibtex->fault == NULL)
        bibtex_fail(bibtex, "a @string must be NAME = VALUE");
    bibtex->at += good;
    good = good && bibtex_take_value(bibtex);
    if (good && bibtex_next(bibtex) == ',')
        bibtex->at++;
    good = good && (bibtex_next(bibtex) == end ||
                    bibtex_fail(bibtex, "the @string that begins here does not end; is a brace missing?"));
    bibtex->at += good;
    if (good && !bibtex_macros_set(&bibtex->macros, name.data, &bibtex->value))
        good = bibtex_fail(bibtex, "more than 5,000 macros");
    text_free(&name);
    return good;
}

/* A comment in braces goes to their end; one without them to that of its line. */
static bool skip_comment(Bibtex *bibtex)
{
    size_t at = bibtex->at;
    long line = bibtex->line;

    text_reset(&bibtex->value);
    while (bibtex_character_at(bibtex) == ' ' || bibtex_character_at(bibtex) == '\t')
        bibtex->at++;
    if (bibtex_character_at(bibtex) == '{' && bibtex_take_quoted(bibtex, '}'))
        return true;
    bibtex->fault = NULL;
    bibtex->at = at;
    bibtex->line = line;
    bibtex_skip_line(bibtex);
    return true;
}

/* --- a file --- */

/* Behind an "@": whether it begins something, whose type is then in type, and at is behind its brace or parenthesis. */
static bool take_start(Bibtex *bibtex, Text *type, char *end)
{
    char mark;

    if (!bibtex_take_name(bibtex, type, true)) {
        bibtex->fault = NULL;
        return false;
    }
    if (strcmp(type->data, "comment") == 0)
        return true;
    mark = bibtex_next(bibtex);
    *end = mark == '{' ? '}' : ')';
    if (mark != '{' && mark != '(')
        return false;
    bibtex->at++;
    return true;
}

static bool take_thing(Bibtex *bibtex, const char *type, char end, long line)
{
    if (strcmp(type, "comment") == 0)
        return skip_comment(bibtex);
    if (strcmp(type, "string") == 0)
        return take_string(bibtex, end);
    if (strcmp(type, "preamble") == 0) {
        bool good = bibtex_take_value(bibtex) &&
                    (bibtex_next(bibtex) == end ||
                     bibtex_fail(bibtex, "the @preamble that begins here does not end; is a brace missing?"));

        bibtex->at += good;
        return good;
    }
    return take_entry(bibtex, type, end, line);
}

/* Tells what is wrong with what began at line, and goes to the next line that begins with "@". */
static void recover(Bibtex *bibtex, size_t start, long line)
{
    if (!bibtex->collecting && bibtex->expanded <= BIBTEX_EXPANDED_BYTES)
        bibtex->document.batches->refused(bibtex->document.batches->context, line, bibtex->fault);
    bibtex->fault = NULL;
    bibtex->faults++;
    bibtex->at = start;
    bibtex->line = line;
    do {
        bibtex_skip_line(bibtex);
        while (bibtex->at < bibtex->input->length &&
               (bibtex_character_at(bibtex) == ' ' || bibtex_character_at(bibtex) == '\t'))
            bibtex->at++;
    } while (bibtex->at < bibtex->input->length && bibtex_character_at(bibtex) != '@');
}

/* An "@" within a word is that of a mail address. */
static bool is_start(const Bibtex *bibtex)
{
    char before = bibtex->at == 0 ? ' ' : bibtex->input->bytes[bibtex->at - 1];

    return bibtex_character_at(bibtex) == '@' && ((unsigned char)before > 0x7F || !bibtex_is_name_character(before));
}

static void read_entries(Bibtex *bibtex)
{
    Text type = {0};

    bibtex->at = bibtex->input->length >= 3 && memcmp(bibtex->input->bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    bibtex->line = 1;
    bibtex->entries = bibtex->faults = bibtex->expanded = 0;

    while (bibtex->at < bibtex->input->length && !bibtex->document.stopped && bibtex->faults < BIBTEX_FAULTS_MAX &&
           bibtex->entries <= BIBTEX_ENTRIES_MAX && bibtex->expanded <= BIBTEX_EXPANDED_BYTES) {
        size_t start = bibtex->at;
        long line = bibtex->line;
        char end = '}';

        if (!is_start(bibtex)) {
            bibtex_move_to(bibtex, bibtex->at + 1);
            continue;
        }
        bibtex->at++;
        if (!take_start(bibtex, &type, &end))
            continue;
        if (!take_thing(bibtex, type.data, end, line))
            recover(bibtex, start, line);
    }
    text_free(&type);
}

/* Whether all was read. */
static bool check_end(const Bibtex *bibtex)
{
    if (bibtex->expanded > BIBTEX_EXPANDED_BYTES)
        error_set_at(bibtex->error, ERROR_LIMIT, bibtex->input->file, bibtex->line,
                     "macros or crossrefs that stand for more than a file may hold");
    else if (bibtex->entries > BIBTEX_ENTRIES_MAX)
        error_set_at(bibtex->error, ERROR_LIMIT, bibtex->input->file, bibtex->line, "more than 100,000 entries");
    else if (bibtex->faults >= BIBTEX_FAULTS_MAX)
        error_set_at(bibtex->error, ERROR_LIMIT, bibtex->input->file, bibtex->line,
                     "more than 1,000 faults; what follows was not read");
    else if (bibtex->entries == 0 && bibtex->faults == 0 && !bibtex->document.stopped)
        error_set_at(bibtex->error, ERROR_INPUT, bibtex->input->file, 0,
                     "there is no entry, such as @article{key, …}, in it");
    else
        return true;
    return false;
}

/* Whether an entry may take fields from another one, which may come after it. */
static bool has_parents(const ReadInput *input)
{
    static const char *const names[] = {"crossref", "xdata"};

    for (size_t i = 0; i + 8 <= input->length; i++)
        for (size_t k = 0; k < 2; k++)
            if ((input->bytes[i] | 0x20) == names[k][0] &&
                strncasecmp(input->bytes + i, names[k], strlen(names[k])) == 0)
                return true;
    return false;
}

bool bibtex_read(const ReadInput *input, const ReadSettings *settings, const ReadBatches *batches, Error *error)
{
    Bibtex bibtex = {.input = input, .error = error};
    bool good;

    if (input->length > BIBTEX_FILE_BYTES) {
        error_set_at(error, ERROR_LIMIT, input->file, 0, "the file has more than 32 MiB");
        return false;
    }
    if (!input_check_text(input, error) || !document_start(&bibtex.document, input, settings, batches, error))
        return false;
    if (has_parents(input)) {
        bibtex.collecting = true;
        read_entries(&bibtex);
        bibtex.collecting = false;
        bibtex_macros_free(&bibtex.macros);
    }
    read_entries(&bibtex);
    good = check_end(&bibtex);
    if (good)
        document_finish(&bibtex.document);
    document_free(&bibtex.document);
    bibtex_macros_free(&bibtex.macros);
    bibtex_macros_free(&bibtex.parents);
    text_free(&bibtex.value);
    text_free(&bibtex.parent);
    text_free(&bibtex.xml);
    string_list_free(&bibtex.undefined);
    return good;
}
