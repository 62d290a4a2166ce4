#include "config.h"

#include "importers/read/keys.h"

#include "core/memory.h"
#include "core/sanitise.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/functions.h>
#include <libxslt/imports.h>
#include <libxslt/xsltutils.h>

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define UNDECLARED "no xsl:key declares the name \"%.100s\" that key() asks for"

static bool is_declared(xsltStylesheetPtr stylesheet, const xmlChar *local, const xmlChar *namespace)
{
    for (xsltStylesheetPtr at = stylesheet; at != NULL; at = xsltNextImport(at))
        for (xsltKeyDefPtr key = at->keys; key != NULL; key = key->next)
            if (xmlStrEqual(key->name, local) && xmlStrEqual(key->nameURI, namespace))
                return true;
    return false;
}

/* The name of the call whose arguments lie on the stack: whether it is declared. */
static bool names_a_key(xmlXPathParserContextPtr call, xsltTransformContextPtr running, const xmlChar *name)
{
    xmlChar *prefix = NULL, *local = xmlSplitQName2(name, &prefix);
    const xmlChar *namespace = prefix == NULL ? NULL : xmlXPathNsLookup(call->context, prefix);
    /* What prefix it is that has no namespace is libxslt's to tell. */
    bool good = (prefix != NULL && namespace == NULL) ||
                is_declared(running->style, local == NULL ? name : local, namespace);

    xmlFree(prefix);
    xmlFree(local);
    return good;
}

static void checked_key(xmlXPathParserContextPtr call, int count)
{
    xsltTransformContextPtr running = xsltXPathGetTransformContext(call);

    if (count == 2 && call->valueNr >= 2 && running != NULL) {
        xmlChar *name = xmlXPathCastToString(call->valueTab[call->valueNr - 2]);

        if (!names_a_key(call, running, name)) {
            char *clean = sanitise_string((const char *)name, SANITISE_LINE);

            xsltTransformError(running, NULL, running->inst, UNDECLARED "\n", clean);
            running->state = XSLT_STATE_STOPPED;
            free(clean);
        }
        xmlFree(name);
    }
    xsltKeyFunction(call, count);
}

static xmlXPathFunction look_up(void *context, const xmlChar *name, const xmlChar *namespace)
{
    return namespace == NULL && xmlStrEqual(name, (const xmlChar *)"key")
               ? checked_key
               : xsltXPathFunctionLookup(context, name, namespace);
}

/* libxslt's own functions are found by its look-up, before any that is registered. */
void keys_register(xsltTransformContextPtr context)
{
    xmlXPathRegisterFuncLookup(context->xpathCtxt, look_up, context->xpathCtxt);
}

/* The name that the next key('…') of a pattern asks for, from *at on, which then is behind it; NULL: there is no more. */
static char *next_name(const char **at)
{
    char quote = '\0', before = '\0';

    for (const char *c = *at; *c != '\0'; before = *c++) {
        if (quote != '\0' || *c == '\'' || *c == '"') {
            quote = quote == '\0' ? *c : quote == *c ? '\0' : quote;
            continue;
        }
        if (strncmp(c, "key", 3) != 0 || isalnum((unsigned char)before) ||
            (before != '\0' && strchr("_-.:", before) != NULL))
            continue;
        const char *open = c + 3 + strspn(c + 3, " \t\r\n");
        const char *name = *open == '(' ? open + 1 + strspn(open + 1, " \t\r\n") : open;

        if (*open == '(' && (*name == '\'' || *name == '"') && strchr(name + 1, *name) != NULL) {
            const char *end = strchr(name + 1, *name);

            *at = end + 1;
            return string_copy_bytes(name + 1, (size_t)(end - name - 1));
        }
    }
    return NULL;
}

static bool check_pattern(const char *file, xsltStylesheetPtr stylesheet, xsltTemplatePtr template, Error *error)
{
    const char *at = template->match == NULL ? "" : (const char *)template->match;
    char *name;
    bool good = true;

    while (good && (name = next_name(&at)) != NULL) {
        /* A name with a prefix is looked up when it is used. */
        good = strchr(name, ':') != NULL || is_declared(stylesheet, (const xmlChar *)name, NULL);
        if (!good) {
            char *clean = sanitise_string(name, SANITISE_LINE);

            error_set_at(error, ERROR_INPUT, file, xmlGetLineNo(template->elem), "the stylesheet fails: " UNDECLARED, clean);
            free(clean);
        }
        free(name);
    }
    return good;
}

bool keys_check_patterns(const char *name, xsltStylesheetPtr stylesheet, Error *error)
{
    bool good = true;

    for (xsltTemplatePtr at = stylesheet->templates; good && at != NULL; at = at->next)
        good = check_pattern(name, stylesheet, at, error);
    return good;
}
