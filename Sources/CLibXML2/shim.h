// Debian's libxml2 is built with ICU, whose names clash with those of Foundation; nothing here needs it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/threads.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

// RELAX NG became an option of its own in 2.14 and may go; W3C schemas are an option everywhere. Swift cannot ask
// the preprocessor, so each is reached through the functions below, which answer "not there" where it was left out.
#ifdef LIBXML_SCHEMAS_ENABLED
#include <libxml/xmlschemas.h>
#if LIBXML_VERSION < 21400 || defined(LIBXML_RELAXNG_ENABLED)
#define CLIBXML2_RELAXNG 1
#endif
#elif defined(LIBXML_RELAXNG_ENABLED)
#define CLIBXML2_RELAXNG 1
#endif
#ifdef CLIBXML2_RELAXNG
#include <libxml/relaxng.h>
#endif

// xmlFree is a variable, which Swift 6 may not read.
static inline void clibxml2_free(void *memory) { xmlFree(memory); }

/// How many bytes of the document the parser has read. Deprecated since 2.14, whose replacement 2.9 does not have.
static inline long clibxml2_bytes_read(xmlParserCtxtPtr context) { return xmlByteConsumed(context); }

static inline int clibxml2_has_relaxng(void) {
#ifdef CLIBXML2_RELAXNG
  return 1;
#else
  return 0;
#endif
}

static inline int clibxml2_has_xsd(void) {
#ifdef LIBXML_SCHEMAS_ENABLED
  return 1;
#else
  return 0;
#endif
}

/// Compiles a RELAX NG schema; NULL when it has errors, which are reported.
static inline void *clibxml2_relaxng_compile(const char *bytes, int count, xmlStructuredErrorFunc report, void *data) {
#ifdef CLIBXML2_RELAXNG
  xmlRelaxNGParserCtxtPtr context = xmlRelaxNGNewMemParserCtxt(bytes, count);
  if (context == NULL) return NULL;
  xmlRelaxNGSetParserStructuredErrors(context, report, data);
  xmlRelaxNGPtr schema = xmlRelaxNGParse(context);
  xmlRelaxNGFreeParserCtxt(context);
  return schema;
#else
  return NULL;
#endif
}

/// Checks a tree: 0 when valid, above 0 when not, below 0 when libxml2 could not do it.
static inline int clibxml2_relaxng_validate(void *schema, xmlDocPtr tree, xmlStructuredErrorFunc report, void *data) {
#ifdef CLIBXML2_RELAXNG
  xmlRelaxNGValidCtxtPtr context = xmlRelaxNGNewValidCtxt((xmlRelaxNGPtr)schema);
  if (context == NULL) return -1;
  xmlRelaxNGSetValidStructuredErrors(context, report, data);
  int result = xmlRelaxNGValidateDoc(context, tree);
  xmlRelaxNGFreeValidCtxt(context);
  return result;
#else
  return -1;
#endif
}

static inline void clibxml2_relaxng_free(void *schema) {
#ifdef CLIBXML2_RELAXNG
  xmlRelaxNGFree((xmlRelaxNGPtr)schema);
#endif
}

/// Compiles a W3C schema; NULL when it has errors, which are reported.
static inline void *clibxml2_xsd_compile(const char *bytes, int count, xmlStructuredErrorFunc report, void *data) {
#ifdef LIBXML_SCHEMAS_ENABLED
  xmlSchemaParserCtxtPtr context = xmlSchemaNewMemParserCtxt(bytes, count);
  if (context == NULL) return NULL;
  xmlSchemaSetParserStructuredErrors(context, report, data);
  xmlSchemaPtr schema = xmlSchemaParse(context);
  xmlSchemaFreeParserCtxt(context);
  return schema;
#else
  return NULL;
#endif
}

/// Checks a tree: 0 when valid, above 0 when not, below 0 when libxml2 could not do it.
static inline int clibxml2_xsd_validate(void *schema, xmlDocPtr tree, xmlStructuredErrorFunc report, void *data) {
#ifdef LIBXML_SCHEMAS_ENABLED
  xmlSchemaValidCtxtPtr context = xmlSchemaNewValidCtxt((xmlSchemaPtr)schema);
  if (context == NULL) return -1;
  xmlSchemaSetValidStructuredErrors(context, report, data);
  int result = xmlSchemaValidateDoc(context, tree);
  xmlSchemaFreeValidCtxt(context);
  return result;
#else
  return -1;
#endif
}

static inline void clibxml2_xsd_free(void *schema) {
#ifdef LIBXML_SCHEMAS_ENABLED
  xmlSchemaFree((xmlSchemaPtr)schema);
#endif
}
