#include "config.h"

#include "sheets/render/package.h"

#ifndef HAVE_LIBZIP

bool package_write(const char *name, xmlDocPtr package, Text *output, Error *error)
{
    (void)package, (void)output;
    error_set_at(error, ERROR_UNSUPPORTED, name, 0, "this build of gairo writes no containers: it lacks libzip");
    return false;
}

#else

#include "core/frame.h"
#include "core/memory.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#define PACKAGE_NAMESPACE "urn:gairo:package:1"
#define PART_NAME_BYTES 100
#define PARTS_MAX 100

/* A package while it is written. */
typedef struct Package {
    zip_t *archive;
    zip_source_t *source; /* the bytes of the archive */
    zip_uint16_t day;     /* of every part, as MS-DOS keeps it */
    const char *name;     /* of the stylesheet, for messages */
} Package;

static bool is_named(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0 && node->ns != NULL &&
           strcmp((const char *)node->ns->href, PACKAGE_NAMESPACE) == 0;
}

/* An attribute; the caller frees it with xmlFree(). NULL where there is none. */
static char *attribute(xmlNode *node, const char *name)
{
    return (char *)xmlGetNoNsProp(node, (const xmlChar *)name);
}

/* Letters, digits, and . _ - [ ] with single slashes between: nothing that unpacks elsewhere. */
static bool part_name_is_valid(const char *name)
{
    if (name == NULL || *name == '\0' || *name == '/' || strlen(name) > PART_NAME_BYTES || strstr(name, "..") != NULL)
        return false;
    for (const char *place = name; *place != '\0'; place++)
        if (!isalnum((unsigned char)*place) && strchr("._-[]/", *place) == NULL)
            return false;
    return true;
}

/* The days since 1980 as ZIP keeps them: seven bits of year, four of month, five of day. 1 January 1980 for no date. */
static zip_uint16_t dos_day(const char *date)
{
    int year = 1980, month = 1, day = 1;
    if (date != NULL && sscanf(date, "%4d-%2d-%2d", &year, &month, &day) == 3 && year >= 1980 && year < 2100 &&
        month >= 1 && month <= 12 && day >= 1 && day <= 31)
        return (zip_uint16_t)((year - 1980) << 9 | month << 5 | day);
    return 1 << 5 | 1;
}

/* The bytes of a part: the XML of the element in it as a document of its own, or its text. */
static bool part_bytes(xmlNode *part, xmlChar **bytes, int *length)
{
    xmlNode *element = part->children;
    while (element != NULL && element->type != XML_ELEMENT_NODE)
        element = element->next;
    *bytes = NULL;
    *length = 0;
    if (element == NULL) {
        *bytes = xmlNodeGetContent(part);
        *length = *bytes != NULL ? (int)strlen((const char *)*bytes) : 0;
        return *bytes != NULL;
    }
    xmlDocPtr document = xmlNewDoc((const xmlChar *)"1.0");
    xmlNode *copy = document != NULL ? xmlDocCopyNode(element, document, 1) : NULL;
    if (copy != NULL) {
        xmlDocSetRootElement(document, copy);
        xmlReconciliateNs(document, copy);
        xmlDocDumpMemoryEnc(document, bytes, length, "UTF-8");
    }
    if (document != NULL)
        xmlFreeDoc(document);
    return *bytes != NULL;
}

static bool add_part(Package *package, xmlNode *part, Error *error)
{
    char *name = attribute(part, "name"), *stored = attribute(part, "stored");
    xmlChar *bytes = NULL;
    int length = 0;
    bool ok = false;
    if (!part_name_is_valid(name)) {
        error_set_at(error, ERROR_INPUT, package->name, 0, "a part of the package has no name that a package can have");
    } else if (!part_bytes(part, &bytes, &length)) {
        error_set_at(error, ERROR_INPUT, package->name, 0, "the part %s of the package could not be written", name);
    } else {
        void *copy = malloc((size_t)length + 1);
        if (copy == NULL)
            abort();
        memcpy(copy, bytes, (size_t)length);
        zip_source_t *source = zip_source_buffer(package->archive, copy, (zip_uint64_t)length, 1);
        zip_int64_t index = source != NULL ? zip_file_add(package->archive, name, source, ZIP_FL_ENC_UTF_8) : -1;
        ok = index >= 0 &&
             zip_set_file_compression(package->archive, (zip_uint64_t)index, stored != NULL ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
                                      9) == 0 &&
             zip_file_set_dostime(package->archive, (zip_uint64_t)index, 0, package->day, 0) == 0;
        if (!ok)
            error_set_at(error, ERROR_IO, package->name, 0, "%s", zip_strerror(package->archive));
    }
    xmlFree(bytes);
    xmlFree(name);
    xmlFree(stored);
    return ok;
}

static bool open_archive(Package *package, Error *error)
{
    zip_error_t failure;
    zip_error_init(&failure);
    package->source = zip_source_buffer_create(NULL, 0, 0, &failure);
    if (package->source != NULL)
        package->archive = zip_open_from_source(package->source, ZIP_TRUNCATE, &failure);
    if (package->archive != NULL)
        zip_source_keep(package->source); /* it outlives the archive, which owns it too */
    else
        error_set_at(error, ERROR_IO, package->name, 0, "%s", zip_error_strerror(&failure));
    if (package->archive == NULL && package->source != NULL)
        zip_source_free(package->source);
    zip_error_fini(&failure);
    return package->archive != NULL;
}

/* Appends the bytes of the closed archive. */
static bool read_archive(Package *package, Text *output, Error *error)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    bool ok = zip_source_stat(package->source, &stat) == 0 && (stat.valid & ZIP_STAT_SIZE) != 0 &&
              stat.size < FRAME_BYTES_MAX && zip_source_open(package->source) == 0;
    if (ok) {
        char *bytes = memory_zeroed((size_t)stat.size + 1, 1);
        ok = zip_source_read(package->source, bytes, stat.size) == (zip_int64_t)stat.size;
        if (ok)
            text_append_bytes(output, bytes, (size_t)stat.size);
        free(bytes);
        zip_source_close(package->source);
    }
    if (!ok)
        error_set_at(error, ERROR_LIMIT, package->name, 0, "the package could not be written out");
    return ok;
}

bool package_write(const char *name, xmlDocPtr document, Text *output, Error *error)
{
    xmlNode *root = xmlDocGetRootElement(document);
    if (root == NULL || !is_named(root, "package")) {
        error_set_at(error, ERROR_INPUT, name, 0, "what the stylesheet makes is no package (docs/outputs.md)");
        return false;
    }
    char *date = attribute(root, "date");
    Package package = {.name = name, .day = dos_day(date)};
    xmlFree(date);
    if (!open_archive(&package, error))
        return false;
    bool ok = true;
    size_t count = 0;
    for (xmlNode *part = root->children; ok && part != NULL; part = part->next)
        if (is_named(part, "part") && count++ < PARTS_MAX)
            ok = add_part(&package, part, error);
    if (ok && zip_close(package.archive) != 0) {
        error_set_at(error, ERROR_IO, name, 0, "%s", zip_strerror(package.archive));
        ok = false;
        zip_discard(package.archive);
    } else if (!ok) {
        zip_discard(package.archive);
    }
    ok = ok && read_archive(&package, output, error);
    zip_source_free(package.source);
    return ok;
}

#endif
