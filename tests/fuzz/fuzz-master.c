/* fuzz-master.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>
#include <string.h>

#include "tambour-pptx-master.h"

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

#define SPACES                                                                                          \
  "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "                                  \
  "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "                    \
  "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""

/* The parts that a master is read from; the first byte of an input says which of them it is. */
static const struct
{
  const char *name;
  const char *text;
} parts[] = {
  { "ppt/presentation.xml", "<p:presentation " SPACES "><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/>"
                            "</p:sldMasterIdLst><p:sldSz cx=\"12192000\" cy=\"6858000\"/></p:presentation>" },
  { "ppt/m.xml", "<p:sldMaster " SPACES "><p:clrMap bg1=\"lt1\" accent1=\"accent1\"/><p:sldLayoutIdLst>"
                 "<p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/></p:sldLayoutIdLst></p:sldMaster>" },
  { "ppt/l.xml", "<p:sldLayout " SPACES " type=\"titleOnly\"/>" },
  { "ppt/t.xml", "<a:theme " SPACES "/>" },
};

static GBytes *
pack (guint         fuzzed,
      const guint8 *data,
      gsize         size)
{
  g_autoptr(TambourPackage) package = tambour_package_new ();
  GBytes *packed;

  tambour_package_relate (package, "", OFFICE "officeDocument", parts[0].name);
  tambour_package_relate (package, parts[0].name, OFFICE "slideMaster", parts[1].name);
  tambour_package_relate (package, parts[1].name, OFFICE "slideLayout", parts[2].name);
  tambour_package_relate (package, parts[1].name, OFFICE "theme", parts[3].name);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    tambour_package_add (package, parts[i].name, "application/xml",
                         i == fuzzed ? g_bytes_new (data, size) : g_bytes_new_static (parts[i].text, strlen (parts[i].text)));
  packed = tambour_package_to_bytes (package, NULL);
  g_assert_nonnull (packed);

  return packed;
}

/* Whatever file is given as a master, it is one that can be packed again, or it is refused with a reason. */
static void
check (GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourPptxMaster) master = tambour_pptx_master_new_from_bytes (bytes, &error);
  g_autoptr(TambourPackage) package = NULL;
  g_autoptr(GBytes) packed = NULL;

  g_assert_true ((master == NULL) == (error != NULL));
  if (master == NULL)
    return;

  package = tambour_package_new ();
  tambour_pptx_master_add_to (master, package);
  for (int i = 0; i < TAMBOUR_N_PPTX_LAYOUTS; i++)
    g_assert_nonnull (tambour_pptx_master_get_layout (master, i));
  packed = tambour_package_to_bytes (package, &error);
  g_assert_no_error (error);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  gboolean whole = size == 0 || data[0] < '0' || data[0] >= '0' + G_N_ELEMENTS (parts);
  g_autoptr(GBytes) bytes = whole ? g_bytes_new_static (data, size) : pack (data[0] - '0', data + 1, size - 1);

  check (bytes);

  return 0;
}
