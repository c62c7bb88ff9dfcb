/* fuzz-master.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>

#include "tambour-pptx-master.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* Whatever file is given as a master, it is one that can be packed again, or it is refused with a reason. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourPptxMaster) master = tambour_pptx_master_new_from_bytes (bytes, &error);
  g_autoptr(TambourPackage) package = NULL;
  g_autoptr(GBytes) packed = NULL;

  g_assert ((master == NULL) == (error != NULL));
  if (master == NULL)
    return 0;

  package = tambour_package_new ();
  tambour_pptx_master_add_to (master, package);
  for (int i = 0; i < TAMBOUR_N_PPTX_LAYOUTS; i++)
    g_assert (tambour_pptx_master_get_layout (master, i) != NULL);
  packed = tambour_package_to_bytes (package, &error);
  g_assert_no_error (error);

  return 0;
}
