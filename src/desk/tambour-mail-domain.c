/* tambour-mail-domain.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-mail-domain.h"

#include <string.h>

#include "tambour-desk-resources.h"

#define PUBLIC_DOMAINS "/io/github/tambour/Tambour/public-mail-domains.txt"

/**
 * tambour_mail_domain_of:
 * @email: (nullable): an address
 *
 * Returns: (nullable): what stands behind its “@”, as it is written there
 */
const char *
tambour_mail_domain_of (const char *email)
{
  const char *at = email ? strrchr (email, '@') : NULL;

  return at != NULL && at[1] != '\0' ? at + 1 : NULL;
}

static gpointer
read_public_domains (gpointer data)
{
  GHashTable *domains = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GBytes) bytes = g_resource_lookup_data (tambour_desk_get_resource (), PUBLIC_DOMAINS, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && lines[i][0] != '#')
      g_hash_table_add (domains, g_strstrip (g_strdup (lines[i])));

  return domains;
}

/**
 * tambour_mail_domain_is_public:
 * @domain: a domain in lower case
 *
 * Of such a domain nobody can tell whose an address is.
 *
 * Returns: whether anybody can have an address in it
 */
gboolean
tambour_mail_domain_is_public (const char *domain)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, read_public_domains, NULL);

  return g_hash_table_contains (once.retval, domain);
}
