/* Reads the files of an XML conformance suite. Standard input has a line "TYPE PATH" for each. What is not well-formed
 * must be refused, before parsing or by the parser; what is valid and holds nothing that gairo refuses (a DOCTYPE, a
 * processing instruction, another encoding) must pass the parser, and fail only the vocabulary. */
#include "config.h"

#include "core/file.h"
#include "importers/read/input.h"
#include "importers/read/native.h"
#include "importers/read/xml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FILE_BYTES ((size_t)16 * 1024 * 1024)

typedef struct Verdicts {
    size_t files, before_parsing, by_parser, accepted, faults;
} Verdicts;

static void on_source(void *context, const ImportSource *source)
{
    (void)context;
    (void)source;
}

static void on_record(void *context, const Record *record)
{
    (void)context;
    (void)record;
}

static void on_refused(void *context, const char *file, long line, const char *record, const char *reason)
{
    size_t *refusals = context;

    (void)file;
    (void)line;
    (void)record;
    (void)reason;
    ++*refusals;
}

static void complain(Verdicts *verdicts, const char *path, const char *what)
{
    printf("%s %s\n", path, what);
    verdicts->faults++;
}

static void judge(Verdicts *verdicts, const char *type, const ReadInput *input)
{
    size_t refusals = 0;
    ReadOutput output = {.source = on_source, .record = on_record, .refused = on_refused, .context = &refusals};
    bool allowed = input_check_xml(input, NULL);
    xmlDocPtr document = allowed ? xml_document(input->file, input->bytes, input->length, NULL) : NULL;

    verdicts->files++;
    verdicts->before_parsing += !allowed;
    verdicts->by_parser += allowed && document == NULL;
    verdicts->accepted += document != NULL;
    if (strcmp(type, "not-wf") == 0 && document != NULL)
        complain(verdicts, input->file, "is not well-formed and passes the parser");
    if (strcmp(type, "valid") == 0 && allowed && document == NULL)
        complain(verdicts, input->file, "is valid and does not pass the parser");
    xmlFreeDoc(document);
    native_read(input, NATIVE_FILE, &output);
    if (refusals == 0)
        complain(verdicts, input->file, "is not in our vocabulary and is not refused");
}

int main(void)
{
    Verdicts verdicts = {0};
    char type[20], path[4000];

    xml_harden();
    while (scanf("%19s %3999[^\n]", type, path) == 2) {
        Text content = {0};
        Error error = {0};

        if (file_read(path, FILE_BYTES, &content, &error)) {
            judge(&verdicts, type,
                  &(ReadInput){
                      .file = path, .bytes = content.data == NULL ? "" : content.data, .length = content.length});
        } else {
            complain(&verdicts, path, error.message);
        }
        error_clear(&error);
        text_free(&content);
    }
    printf("%zu files: %zu refused before parsing, %zu by the parser, %zu well-formed; %zu wrong\n", verdicts.files,
           verdicts.before_parsing, verdicts.by_parser, verdicts.accepted, verdicts.faults);
    return verdicts.faults == 0 && verdicts.files > 1000 && verdicts.accepted > 10 ? EXIT_SUCCESS : EXIT_FAILURE;
}
