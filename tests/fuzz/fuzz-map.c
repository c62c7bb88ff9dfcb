/* fuzz-map.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>
#include <string.h>

#include "tambour-import.h"
#include "tambour-memory-target.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
import_by (TambourImportMap *map,
           const char       *csv)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data (csv, strlen (csv), NULL);
  g_autoptr(TambourCsvReader) reader = tambour_csv_reader_new (stream, ',', NULL, NULL);
  g_autoptr(TambourMemoryTarget) target = tambour_memory_target_new ();
  g_autoptr(TambourImport) import = tambour_import_new (TAMBOUR_IMPORT_TARGET (target), map);
  g_autoptr(GError) error = NULL;
  TambourImportCounts counts;

  if (tambour_import_run (import, reader, &counts, NULL, &error))
    g_assert (counts.created + counts.updated + counts.unchanged + counts.rejected == counts.read);
  else
    g_assert (error != NULL);
}

/* Any bytes are a map, or an error; any map can be used on rows that do not fit it. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourImportMap) map = tambour_import_map_parse ((const char *) data, size, &error);

  g_assert ((map == NULL) == (error != NULL));
  if (map != NULL)
    import_by (map, "number,a,b,at\n1,x,?,1/2/2016 10:00\n1,y,,5\n2,\"z\nz\",x,2016-02-01T00:00:00Z\n3\n");

  return 0;
}
