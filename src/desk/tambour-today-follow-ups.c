/* tambour-today-follow-ups.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-today-private.h"

#include "tambour-guests.h"

/* How far ahead they come up, in days. */
#define DAYS_FOLLOW_UPS 7

static gboolean
add_follow_ups (TambourScope  *scope,
                TambourToday  *today,
                GType          type,
                GError       **error)
{
  g_autofree char *until = tambour_scope_dup_date (scope, DAYS_FOLLOW_UPS);
  g_autofree char *expression = g_strdup_printf ("follow_up_on != \"\" and follow_up_on <= %s and followed_up_on = \"\"", until);
  g_autoptr(GPtrArray) records = tambour_scope_list (scope, type, expression, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (records, i);
      g_autoptr(TambourGuest) guest = tambour_guest_new (record);
      TambourTodayComing *coming;

      if (tambour_scope_find (scope, record) == NULL)
        continue;

      coming = tambour_today_add_coming (today, scope, TAMBOUR_TODAY_FOLLOW_UP, record, guest->follow_up_on);
      coming->text = g_strdup (guest->follow_up);
    }

  return records != NULL;
}

/**
 * tambour_today_list_follow_ups:
 * @scope: the accounts
 * @today: where to put them
 * @error: return location
 *
 * Finds who was invited to something and is to be looked after.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_today_list_follow_ups (TambourScope  *scope,
                               TambourToday  *today,
                               GError       **error)
{
  return add_follow_ups (scope, today, TAMBOUR_TYPE_EARLY_ACCESS, error) && add_follow_ups (scope, today, TAMBOUR_TYPE_INVITATION, error);
}
