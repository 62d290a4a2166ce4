#include "config.h"

#include "importers/read/document.h"

#include "core/file.h"
#include "core/unicode.h"
#include "importers/read/native-elements.h"
#include "importers/read/xml.h"

#include <string.h>

bool document_append_attribute(Text *xml, const char *name, const char *value, size_t length)
{
    text_append_format(xml, " %s=\"", name);
    if (!xml_append_escaped(xml, value, length))
        return false;
    text_append_character(xml, '"');
    return true;
}

bool document_append_start(Text *xml, const char *prefix, const char *file, Error *error)
{
    const char *name = path_name(file);
    const char *dot = strrchr(name, '.');
    size_t stem = dot == NULL || dot == name ? strlen(name) : (size_t)(dot - name);

    text_append_format(xml, "<%s%sdocument xmlns%s%s=\"" READER_NAMESPACE "\"", prefix == NULL ? "" : prefix,
                       prefix == NULL ? "" : ":", prefix == NULL ? "" : ":", prefix == NULL ? "" : prefix);
    if (utf8_is_valid(name, strlen(name), NULL) && document_append_attribute(xml, "file", name, strlen(name)) &&
        document_append_attribute(xml, "stem", name, stem)) {
        text_append_character(xml, '>');
        return true;
    }
    error_set_at(error, ERROR_INPUT, file, 0, "the file's name is not UTF-8");
    return false;
}

bool document_start(Document *document, const ReadInput *input, const ReadSettings *settings,
                    const ReadBatches *batches, Error *error)
{
    *document = (Document){.input = input, .settings = settings, .batches = batches};
    if (!document_append_start(&document->xml, NULL, input->file, error))
        return false;
    document_end_head(document);
    return true;
}

void document_end_head(Document *document)
{
    text_reset(&document->head);
    text_append_bytes(&document->head, document->xml.data, document->xml.length);
}

static void hand_on(Document *document)
{
    text_append(&document->xml, "</document>");
    document->stopped = !document->batches->take(document->batches->context, &document->xml) || document->stopped;
    document->handed++;
    document->records = 0;
    text_reset(&document->xml);
    text_append_bytes(&document->xml, document->head.data, document->head.length);
}

bool document_end_record(Document *document)
{
    const ReadSettings *settings = document->settings;

    document->records++;
    if (settings->whole)
        return !document->stopped;
    if (settings->single || document->records >= DOCUMENT_RECORDS || document->xml.length > DOCUMENT_BYTES)
        hand_on(document);
    return !document->stopped;
}

void document_finish(Document *document)
{
    if (!document->stopped && (document->records > 0 || document->handed == 0))
        hand_on(document);
}

void document_free(Document *document)
{
    text_free(&document->head);
    text_free(&document->xml);
}
