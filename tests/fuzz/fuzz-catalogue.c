/* fuzz-catalogue.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-account.h"
#include "tambour-clock-rules.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
ask (TambourCatalogue *catalogue,
     const char       *plan,
     TambourPriority   priority)
{
  const TambourPause pauses[] = { { { 1795600000 }, { 1795700000 } }, { { 1795650000 }, { 1795800000 } } };
  const TambourTarget *target = tambour_catalogue_find_target (catalogue, plan, TAMBOUR_CLOCK_KIND_FIRST_RESPONSE,
                                                               priority, TAMBOUR_CHANNEL_EMAIL, NULL);
  g_autoptr(GError) error = NULL;
  TambourInstant start, due;

  if (target == NULL)
    return;

  if (!tambour_clock_due (target, (TambourInstant) { 1795554000 }, pauses, G_N_ELEMENTS (pauses), &start, &due, &error))
    g_assert_error (error, TAMBOUR_CATALOGUE_ERROR, TAMBOUR_CATALOGUE_ERROR_NEVER_OPEN);
  else
    g_assert_cmpint (start.seconds, <, due.seconds);
}

/* Whatever the document, either a catalogue that can be asked or an error that says why. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *document = g_strndup ((const char *) data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourCatalogue) catalogue = tambour_catalogue_new (document, &error);
  g_autoptr(GPtrArray) plans = NULL;

  if (catalogue == NULL)
    {
      g_assert_error (error, TAMBOUR_CATALOGUE_ERROR, TAMBOUR_CATALOGUE_ERROR_INVALID);
      g_assert_true (*error->message != '\0');
      return 0;
    }

  plans = tambour_catalogue_dup_plans (catalogue);
  for (guint i = 0; i < plans->len; i++)
    for (guint priority = TAMBOUR_PRIORITY_NONE; priority <= TAMBOUR_PRIORITY_P3; priority++)
      ask (catalogue, ((TambourPlan *) plans->pdata[i])->code, priority);

  return 0;
}
