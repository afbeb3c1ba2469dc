#ifndef WAYMARK_CLIBXML2_SHIM_H
#define WAYMARK_CLIBXML2_SHIM_H

// Debian builds libxml2 with ICU, whose headers clash with Foundation's own copy.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
#include <libxml/xmlerror.h>

// `xmlFree` is a mutable global function pointer, which Swift 6 refuses to read.
static inline void waymark_xml_free(void *pointer) { xmlFree(pointer); }

// The result of `xmlSchemaInitTypes` came with libxml2 2.11.
static inline void waymark_xml_start(void) {
  xmlInitParser();
  (void)xmlSchemaInitTypes();
}

static void waymark_xml_say_nothing(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

// What no handler of ours is asked about goes to standard error as it stands, unless it is silenced;
// a handler takes variable arguments, which Swift cannot write.
static inline void waymark_xml_silence(void) {
  xmlSetGenericErrorFunc(0, waymark_xml_say_nothing);
}

#endif
