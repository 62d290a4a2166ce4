/* The limit for an import: libxml2 reads the same bytes and does nothing with them. */
#include <libxml/parser.h>

#include <stdio.h>
#include <string.h>

int main(int count, char **arguments)
{
    static char buffer[1 << 16];
    xmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    handler.initialized = XML_SAX2_MAGIC;
    FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
    if (file == NULL || parser == NULL) {
        return 1;
    }
    size_t length;
    while ((length = fread(buffer, 1, sizeof buffer, file)) > 0) {
        if (xmlParseChunk(parser, buffer, (int)length, 0) != 0) {
            return 1;
        }
    }
    int result = xmlParseChunk(parser, buffer, 0, 1) != 0;
    xmlFreeParserCtxt(parser);
    fclose(file);
    return result;
}
