/* tambour-portal-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-portal-text.h"
#include "tambour-when.h"

/**
 * tambour_portal_text_counts:
 * @counts: what a run has done
 *
 * Returns: (transfer full): "12 new, 3 changed", or that nothing was
 */
char *
tambour_portal_text_counts (const TambourConnectCounts *counts)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  g_autofree char *created = tambour_when_number ((gint64) counts->created);
  g_autofree char *updated = tambour_when_number ((gint64) counts->updated);
  g_autofree char *rejected = tambour_when_number ((gint64) counts->rejected);

  if (counts->created > 0)
    g_ptr_array_add (words, g_strdup_printf (ngettext ("%s new", "%s new", (gulong) counts->created), created));
  if (counts->updated > 0)
    g_ptr_array_add (words, g_strdup_printf (ngettext ("%s changed", "%s changed", (gulong) counts->updated), updated));
  if (counts->rejected > 0)
    g_ptr_array_add (words, g_strdup_printf (ngettext ("%s not readable", "%s not readable", (gulong) counts->rejected), rejected));

  return words->len > 0 ? g_strjoinv (", ", (char **) words->pdata) : g_strdup (_("nothing new"));
}

/**
 * tambour_portal_text_status:
 * @status: how a connector stands
 * @now: the time that is "now"
 *
 * Returns: (transfer full): in one line
 */
char *
tambour_portal_text_status (const TambourPortalStatus *status,
                            TambourInstant             now)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  g_autofree char *number = tambour_when_number ((gint64) status->n_read);
  g_autofree char *moment = NULL;
  g_autofree char *counts = NULL;

  if (status->code != NULL)
    return g_strdup (status->code);
  if (status->is_running)
    return g_strdup_printf (ngettext ("Reading, %s item so far", "Reading, %s items so far", (gulong) status->n_read), number);
  if (status->error != NULL)
    return g_strdup (status->error);
  if (!tambour_instant_is_stated (status->state->finished_at))
    return g_strdup (_("Not read yet"));

  moment = tambour_when_moment (status->state->finished_at, here, now);
  counts = tambour_portal_text_counts (&status->state->counts);

  /* Translators: a time, and "12 new, 3 changed" */
  return g_strdup_printf (_("Read %1$s: %2$s"), moment, counts);
}

/**
 * tambour_portal_text_inbox:
 * @n: how many items belong to no account that is known
 *
 * Returns: (transfer full): that, in one line
 */
char *
tambour_portal_text_inbox (guint n)
{
  return g_strdup_printf (ngettext ("%u item of a portal belongs to no account yet", "%u items of portals belong to no account yet", n), n);
}

/**
 * tambour_portal_text_hint:
 * @hint: what a hint is called
 *
 * Returns: (transfer full): the same for people
 */
char *
tambour_portal_text_hint (const char *hint)
{
  if (g_str_equal (hint, "organisation"))
    return g_strdup (_("Organisation"));
  if (g_str_equal (hint, "email"))
    return g_strdup (_("Address"));
  if (g_str_equal (hint, "domain"))
    return g_strdup (C_("of an address", "Domain"));

  return g_strdup (hint);
}

/**
 * tambour_portal_text_hints:
 * @entry: an item of a portal
 *
 * Returns: (transfer full): "Domain: example.org · Organisation: Orion"
 */
char *
tambour_portal_text_hints (const TambourInboxEntry *entry)
{
  g_autoptr(GList) names = g_list_sort (g_hash_table_get_keys (entry->hints), (GCompareFunc) strcmp);
  GString *text = g_string_new (NULL);

  for (GList *name = names; name != NULL; name = name->next)
    {
      g_autofree char *word = tambour_portal_text_hint (name->data);

      if (text->len > 0)
        g_string_append (text, " · ");

      /* Translators: what a portal says of whose something is: "Domain: example.org" */
      g_string_append_printf (text, _("%1$s: %2$s"), word, (const char *) g_hash_table_lookup (entry->hints, name->data));
    }

  return g_string_free_and_steal (text);
}
