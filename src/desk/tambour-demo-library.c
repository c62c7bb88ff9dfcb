/* tambour-demo-library.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-demo-private.h"

/* The library is written down word for word. Its ids come from a chance of its own, so
 * that everything else is the same with it and without it.
 */

#define SEED 0x11b2a2u

/* Tells with the chance of the library, and puts that of the story back. */
static gboolean
tell_apart (TambourDemo         *demo,
            TambourDemoAccount  *account,
            guint32              seed,
            JsonArray           *told,
            GError             **error)
{
  GRand *random = demo->random;
  gboolean done;

  demo->random = g_rand_new_with_seed (demo->settings.seed ^ seed);
  done = tambour_demo_tell (demo, account, told, error);
  g_rand_free (demo->random);
  demo->random = random;

  return done;
}

/**
 * tambour_demo_make_library:
 * @demo: a demonstration
 * @error: return location
 *
 * What there is to read, to watch and to learn, and what customers are invited to.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_demo_make_library (TambourDemo  *demo,
                           GError      **error)
{
  g_autoptr(JsonObject) library = tambour_demo_load ("library.json", error);

  return library != NULL && tell_apart (demo, NULL, SEED, json_object_get_array_member (library, "told"), error);
}

/**
 * tambour_demo_find_item:
 * @demo: a demonstration with a library
 * @title: what something in it is called
 *
 * Returns: (transfer none) (nullable): its id
 */
const char *
tambour_demo_find_item (TambourDemo *demo,
                        const char  *title)
{
  g_autofree char *name = g_strconcat ("library ", title, NULL);

  return g_hash_table_lookup (demo->names, name);
}

/**
 * tambour_demo_make_guests:
 * @demo: a demonstration with a library
 * @accounts: (element-type TambourDemoAccount): its accounts
 * @error: return location
 *
 * Who of the accounts that are told was invited to the programmes of the library.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_demo_make_guests (TambourDemo  *demo,
                          GPtrArray    *accounts,
                          GError      **error)
{
  g_autoptr(JsonObject) library = tambour_demo_load ("library.json", error);
  JsonArray *guests = library ? json_object_get_array_member (library, "guests") : NULL;

  for (guint i = 0; guests != NULL && i < MIN (accounts->len, json_array_get_length (guests)); i++)
    if (!tell_apart (demo, g_ptr_array_index (accounts, i), SEED + 1 + i, json_array_get_array_element (guests, i), error))
      return FALSE;

  return library != NULL;
}
