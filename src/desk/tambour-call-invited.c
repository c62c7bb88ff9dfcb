/* tambour-call-invited.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-call-private.h"

/* Who was asked to a call that was planned: they were there, unless somebody says who was. */

/**
 * tambour_call_read_invited:
 * @making: (inout): a call, as it was planned if it was
 * @error: return location for a #TambourStoreError
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_call_read_invited (TambourCallMaking  *making,
                           GError            **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ATTENDANCE);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  making->plan->absent = g_ptr_array_new_with_free_func (g_object_unref);
  if (making->plan->planned != NULL)
    {
      if (!tambour_query_where (query, "engagement_id", TAMBOUR_IS, TAMBOUR_RECORD (making->plan->planned)->id, error) ||
          !(making->invited = tambour_store_list (making->store, query, making->cancellable, error)))
        return FALSE;

      for (guint i = 0; i < making->invited->len; i++)
        {
          const char *name = TAMBOUR_ATTENDANCE (making->invited->pdata[i])->name;

          g_strv_builder_add (names, name ? name : "?");
        }
    }

  making->plan->invited = g_strv_builder_end (names);

  return TRUE;
}

static gboolean
is_who (TambourAttendance *attendance,
        const char        *typed,
        TambourRecord     *person)
{
  g_autofree char *name = NULL;
  g_autofree char *wanted = NULL;

  if (person != NULL)
    return g_strcmp0 (TAMBOUR_IS_CONTACT (person) ? attendance->contact_id.id : attendance->person_id.id, person->id) == 0;

  name = g_utf8_casefold (attendance->name ? attendance->name : "", -1);
  wanted = g_utf8_casefold (typed, -1);

  return g_str_equal (name, wanted);
}

/**
 * tambour_call_take_invited:
 * @making: (inout): a call
 * @typed: who was there
 * @person: (nullable): who that is
 *
 * Returns: (transfer full) (nullable): what stands for them already
 */
TambourRecord *
tambour_call_take_invited (TambourCallMaking *making,
                           const char        *typed,
                           TambourRecord     *person)
{
  for (guint i = 0; making->invited && i < making->invited->len; i++)
    if (is_who (making->invited->pdata[i], typed, person))
      return g_ptr_array_steal_index (making->invited, i);

  return NULL;
}

/**
 * tambour_call_leave_invited:
 * @making: (inout): a call of which is said who was there
 *
 * Whoever was asked and is not named was not there.
 */
void
tambour_call_leave_invited (TambourCallMaking *making)
{
  while (making->invited && making->invited->len > 0)
    g_ptr_array_add (making->plan->absent, g_ptr_array_steal_index (making->invited, making->invited->len - 1));
}
