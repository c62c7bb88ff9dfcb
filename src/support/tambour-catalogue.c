/* tambour-catalogue.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-catalogue-private.h"

/**
 * TambourCatalogue:
 *
 * One version of a support plan as data: calendars, plans and what each plan
 * promises (RESPONSE-CLOCK.md, Catalogue format). Once loaded it never changes,
 * and may be asked from any thread.
 */
G_DEFINE_FINAL_TYPE (TambourCatalogue, tambour_catalogue, G_TYPE_OBJECT)

G_DEFINE_QUARK (tambour-catalogue-error-quark, tambour_catalogue_error)

static void
free_plan (gpointer data)
{
  TambourCataloguePlan *plan = data;

  g_free (plan->id);
  g_free (plan->name);
  g_strfreev (plan->channels);
  g_array_unref (plan->targets);
  g_free (plan);
}

static void
tambour_catalogue_finalize (GObject *object)
{
  TambourCatalogue *self = TAMBOUR_CATALOGUE (object);

  g_hash_table_unref (self->plans);
  g_hash_table_unref (self->calendars);
  g_array_unref (self->warnings);

  G_OBJECT_CLASS (tambour_catalogue_parent_class)->finalize (object);
}

static void
tambour_catalogue_class_init (TambourCatalogueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_catalogue_finalize;
}

static void
tambour_catalogue_init (TambourCatalogue *self)
{
  self->plans = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_plan);
  self->calendars = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                           (GDestroyNotify) tambour_calendar_free);
  self->warnings = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * tambour_catalogue_load:
 * @path: a file
 * @error: return location
 *
 * Returns: (transfer full): the catalogue in the file, see tambour_catalogue_new();
 *   %NULL also if the file cannot be read (%G_FILE_ERROR)
 */
TambourCatalogue *
tambour_catalogue_load (const char  *path,
                        GError     **error)
{
  g_autofree char *document = NULL;
  TambourCatalogue *self;
  gsize length;

  if (!g_file_get_contents (path, &document, &length, error))
    return NULL;

  if (strlen (document) != length)
    {
      g_set_error (error, TAMBOUR_CATALOGUE_ERROR, TAMBOUR_CATALOGUE_ERROR_INVALID,
                   _("“%s” is no plan catalogue: it contains binary data."), path);
      return NULL;
    }

  self = tambour_catalogue_new (document, error);
  if (self == NULL)
    g_prefix_error (error, "%s: ", path);

  return self;
}

/**
 * tambour_catalogue_valid_from:
 * @self: a catalogue
 *
 * Returns: the date from which it is valid, not stated if it always was
 */
TambourDate
tambour_catalogue_valid_from (TambourCatalogue *self)
{
  g_return_val_if_fail (TAMBOUR_IS_CATALOGUE (self), (TambourDate) { 0 });

  return self->valid_from;
}

/**
 * tambour_catalogue_choose_target:
 * @targets: (element-type TambourTarget): the targets of a plan
 * @kind: a kind of clock
 * @priority: a priority
 * @channel: a channel
 *
 * Returns: (nullable): the most specific target: one that names the channel
 *   before one for every channel
 */
const TambourTarget *
tambour_catalogue_choose_target (GArray           *targets,
                                 TambourClockKind  kind,
                                 TambourPriority   priority,
                                 TambourChannel    channel)
{
  const TambourTarget *found = NULL;

  for (guint i = 0; i < targets->len; i++)
    {
      const TambourTarget *target = &g_array_index (targets, TambourTarget, i);

      if (target->kind != kind || target->priority != priority)
        continue;

      if (target->channels >> channel & 1)
        return target;

      if (target->channels == 0)
        found = target;
    }

  return found;
}

static void
refuse_target (gboolean           is_known,
               const char        *plan,
               TambourClockKind   kind,
               TambourPriority    priority,
               TambourChannel     channel,
               GError           **error)
{
  const char *kind_nick = tambour_choice_nick (TAMBOUR_TYPE_CLOCK_KIND, kind);
  const char *priority_nick = tambour_choice_nick (TAMBOUR_TYPE_PRIORITY, priority);
  const char *channel_nick = tambour_choice_nick (TAMBOUR_TYPE_CHANNEL, channel);

  if (is_known)
    g_set_error (error, TAMBOUR_CATALOGUE_ERROR, TAMBOUR_CATALOGUE_ERROR_NO_TARGET,
                 _("Plan “%s” has no target for a %s of priority %s by channel %s."),
                 plan, kind_nick, priority_nick, channel_nick);
  else
    g_set_error (error, TAMBOUR_CATALOGUE_ERROR, TAMBOUR_CATALOGUE_ERROR_NO_TARGET,
                 _("There is no plan “%s” in the catalogue, so a %s of priority %s by channel %s has no target."),
                 plan, kind_nick, priority_nick, channel_nick);
}

/**
 * tambour_catalogue_find_target:
 * @self: a catalogue
 * @plan: the id of a plan
 * @kind: a kind of clock
 * @priority: a priority
 * @channel: how the case came in
 * @error: return location
 *
 * Returns: (transfer none): the most specific promise; %NULL with
 *   %TAMBOUR_CATALOGUE_ERROR_NO_TARGET, which names plan, priority and channel,
 *   if there is none (RESPONSE-CLOCK.md, The catalogue that ships)
 */
const TambourTarget *
tambour_catalogue_find_target (TambourCatalogue  *self,
                               const char        *plan,
                               TambourClockKind   kind,
                               TambourPriority    priority,
                               TambourChannel     channel,
                               GError           **error)
{
  const TambourTarget *target = NULL;
  TambourCataloguePlan *known;

  g_return_val_if_fail (TAMBOUR_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (plan != NULL, NULL);

  known = g_hash_table_lookup (self->plans, plan);
  if (known != NULL)
    target = tambour_catalogue_choose_target (known->targets, kind, priority, channel);

  if (target == NULL)
    refuse_target (known != NULL, plan, kind, priority, channel, error);

  return target;
}

/**
 * tambour_catalogue_get_calendar:
 * @self: a catalogue
 * @name: the name of a calendar
 *
 * Returns: (transfer none) (nullable): the calendar
 */
TambourCalendar *
tambour_catalogue_get_calendar (TambourCatalogue *self,
                                const char       *name)
{
  g_return_val_if_fail (TAMBOUR_IS_CATALOGUE (self), NULL);

  return name ? g_hash_table_lookup (self->calendars, name) : NULL;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/**
 * tambour_catalogue_dup_calendars:
 * @self: a catalogue
 *
 * Returns: (transfer full): the names of its calendars, in order
 */
GStrv
tambour_catalogue_dup_calendars (TambourCatalogue *self)
{
  g_autofree const char **names = NULL;
  guint n_names;

  g_return_val_if_fail (TAMBOUR_IS_CATALOGUE (self), NULL);

  names = (const char **) g_hash_table_get_keys_as_array (self->calendars, &n_names);
  qsort (names, n_names, sizeof (char *), compare_names);

  return g_strdupv ((GStrv) names);
}

/**
 * tambour_catalogue_has_plan:
 * @self: a catalogue
 * @plan: (nullable): the id of a plan
 *
 * Returns: whether the catalogue has it
 */
gboolean
tambour_catalogue_has_plan (TambourCatalogue *self,
                            const char       *plan)
{
  g_return_val_if_fail (TAMBOUR_IS_CATALOGUE (self), FALSE);

  return plan != NULL && g_hash_table_contains (self->plans, plan);
}

/**
 * tambour_catalogue_plan_name:
 * @self: a catalogue
 * @plan: the id of a plan
 *
 * Returns: (nullable): what people call the plan
 */
const char *
tambour_catalogue_plan_name (TambourCatalogue *self,
                             const char       *plan)
{
  TambourCataloguePlan *known;

  g_return_val_if_fail (TAMBOUR_IS_CATALOGUE (self), NULL);

  known = plan ? g_hash_table_lookup (self->plans, plan) : NULL;

  return known ? known->name : NULL;
}

/**
 * tambour_catalogue_dup_plans:
 * @self: a catalogue
 *
 * Returns: (transfer full): a record of every plan, in the order of their codes:
 *   what it is called, its channels, how many contacts may be named and whether
 *   it has a TAM
 */
GPtrArray *
tambour_catalogue_dup_plans (TambourCatalogue *self)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) ids = NULL;

  g_return_val_if_fail (TAMBOUR_IS_CATALOGUE (self), records);

  ids = g_hash_table_get_keys_as_ptr_array (self->plans);
  g_ptr_array_sort_values (ids, (GCompareFunc) g_strcmp0);

  for (guint i = 0; i < ids->len; i++)
    {
      TambourCataloguePlan *plan = g_hash_table_lookup (self->plans, g_ptr_array_index (ids, i));
      TambourPlan *record = TAMBOUR_PLAN (tambour_record_new (TAMBOUR_TYPE_PLAN, NULL));

      record->code = g_strdup (plan->id);
      record->name = g_strdup (plan->name);
      record->channels = g_strdupv (plan->channels);
      record->named_contact_limit = plan->named_contacts;
      record->has_tam = plan->dedicated_tam;
      g_ptr_array_add (records, record);
    }

  return records;
}

static int
compare_percents (gconstpointer a,
                  gconstpointer b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

/* "75", "75%" or "75 %": something has passed, and something is left. */
static gboolean
parse_percent (const char *text,
               guint      *percent)
{
  g_autofree char *number = g_strstrip (g_strdup (text));
  gsize length = strlen (number);
  guint64 value;

  if (length > 0 && number[length - 1] == '%')
    number[length - 1] = '\0';

  if (!g_ascii_string_to_unsigned (g_strchomp (number), 10, 1, 99, &value, NULL))
    return FALSE;

  *percent = (guint) value;

  return TRUE;
}

/**
 * tambour_catalogue_set_warnings:
 * @self: a catalogue that is not in use yet
 * @texts: (nullable): how much of a clock's time has passed when one is warned,
 *   in percent, such as "75"; what is no such thing is left out
 */
void
tambour_catalogue_set_warnings (TambourCatalogue   *self,
                                const char * const *texts)
{
  g_return_if_fail (TAMBOUR_IS_CATALOGUE (self));

  g_array_set_size (self->warnings, 0);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      guint percent;

      if (parse_percent (texts[i], &percent))
        g_array_append_val (self->warnings, percent);
    }

  g_array_sort (self->warnings, compare_percents);
}

/**
 * tambour_catalogue_get_warnings:
 * @self: a catalogue
 * @n_warnings: (out): how many there are
 *
 * Returns: (array length=n_warnings) (transfer none): how much of a clock's
 *   covered time has passed when one is warned, in percent, ascending
 */
const guint *
tambour_catalogue_get_warnings (TambourCatalogue *self,
                                guint            *n_warnings)
{
  g_return_val_if_fail (TAMBOUR_IS_CATALOGUE (self), NULL);

  *n_warnings = self->warnings->len;

  return (const guint *) (gpointer) self->warnings->data;
}
