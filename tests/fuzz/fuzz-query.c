/* fuzz-query.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "tambour-kinds.h"
#include "tambour-store.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

/* An empty portfolio to ask: what is understood must also run. */
static TambourStore *
get_store (void)
{
  static TambourStore *store;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  if (store == NULL)
    {
      folder = g_dir_make_tmp ("tambour-fuzz-XXXXXX", NULL);
      path = g_build_filename (folder, "fuzz.tambour", NULL);
      store = tambour_store_open (path, TAMBOUR_STORE_CREATE, NULL);
      g_assert_nonnull (store);

      /* The open file stays; its name does not. */
      g_unlink (path);
    }

  return store;
}

static void
ask (GType       type,
     const char *expression)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);
  g_autoptr(GError) error = NULL;

  if (!tambour_query_parse (query, expression, &error))
    {
      g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_QUERY);
      return;
    }

  g_assert_cmpint (tambour_store_count (get_store (), query, &error), ==, 0);
  g_assert_no_error (error);
}

/**
 * LLVMFuzzerTestOneInput:
 * @data: (array length=size): any bytes
 * @size: how many
 *
 * Asks for them as an expression, and searches for them.
 *
 * Returns: 0
 */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) hits = NULL;

  ask (TAMBOUR_TYPE_CASE, text);
  ask (TAMBOUR_TYPE_VALUE_ENTRY, text);

  hits = tambour_store_search (get_store (), text, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 0);

  return 0;
}
