/* tambour-catalogue-load.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-calendar-read.h"
#include "tambour-catalogue-private.h"
#include "tambour-place.h"

/* Twenty years of minutes and of business days: enough for any promise, and
 * nothing that could overflow.
 */
#define MAX_MINUTES       (20 * 366 * 1440)
#define MAX_BUSINESS_DAYS (20 * 366)
#define MAX_CONTACTS      1000000

static const char * const catalogue_keys[] = { "valid_from", "calendars", "plans", NULL };

static const char * const plan_keys[] = {
  "id", "name", "dedicated_tam", "named_contacts", "channels", "targets", NULL
};

static const char * const target_keys[] = {
  "kind", "priority", "channels", "minutes", "business_days", "rule", "calendar", NULL
};

static gboolean
read_calendars (TambourCatalogue  *self,
                JsonNode          *node,
                GError           **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return tambour_place_refuse (error, "calendars", _("An object of calendars by their names is expected here."));

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autofree char *place = tambour_place_member ("calendars", name);
      TambourCalendar *calendar;

      if (*name == '\0')
        return tambour_place_refuse (error, "calendars", _("A calendar has no name."));

      calendar = tambour_calendar_read (name, member, place, error);
      if (calendar == NULL)
        return FALSE;

      g_hash_table_replace (self->calendars, (char *) tambour_calendar_get_name (calendar), calendar);
    }

  return TRUE;
}

/* Channels by name; each once. */
static gboolean
read_channels (JsonArray   *channels,
               const char  *place,
               guint       *bits,
               GError     **error)
{
  for (guint i = 0; i < json_array_get_length (channels); i++)
    {
      g_autofree char *where = tambour_place_element (place, i);
      JsonNode *element = json_array_get_element (channels, i);
      guint channel;

      if (!tambour_place_choice (element, where, TAMBOUR_TYPE_CHANNEL, &channel, error))
        return FALSE;

      if (*bits >> channel & 1)
        return tambour_place_refuse (error, where, _("The channel “%s” is there twice."),
                                     json_node_get_string (element));

      *bits |= 1u << channel;
    }

  return TRUE;
}

static gboolean
read_target_channels (TambourTarget  *target,
                      JsonObject     *object,
                      const char     *place,
                      GError        **error)
{
  g_autofree char *where = tambour_place_member (place, "channels");
  JsonArray *channels;

  if (!tambour_place_array (object, place, "channels", &channels, error))
    return FALSE;

  if (channels == NULL)
    return TRUE;

  if (json_array_get_length (channels) == 0)
    return tambour_place_refuse (error, where, _("No channel is named; leave the key out for every channel."));

  return read_channels (channels, where, &target->channels, error);
}

static gboolean
read_rule (JsonNode           *node,
           const char         *place,
           TambourTargetRule  *rule,
           GError            **error)
{
  const char *text = tambour_place_string (node, place, error);

  if (text == NULL)
    return FALSE;

  if (g_str_equal (text, "same_time"))
    *rule = TAMBOUR_RULE_SAME_TIME;
  else if (g_str_equal (text, "covered"))
    *rule = TAMBOUR_RULE_COVERED;
  else if (g_str_equal (text, "end_of_day"))
    *rule = TAMBOUR_RULE_END_OF_DAY;
  else
    return tambour_place_refuse (error, place, _("“%s” is none of same_time, covered, end_of_day."), text);

  return TRUE;
}

static gboolean
read_amount (TambourTarget  *target,
             JsonObject     *object,
             const char     *place,
             GError        **error)
{
  gboolean in_minutes = json_object_has_member (object, "minutes");
  gboolean has_rule = json_object_has_member (object, "rule");
  g_autofree char *where = tambour_place_member (place, "rule");

  if (in_minutes == json_object_has_member (object, "business_days"))
    return tambour_place_refuse (error, place, _("A target promises either minutes or business_days."));

  if (in_minutes && has_rule)
    return tambour_place_refuse (error, where, _("A promise of minutes has no rule."));

  target->rule = in_minutes ? TAMBOUR_RULE_MINUTES : TAMBOUR_RULE_SAME_TIME;

  return tambour_place_count (object, place, "minutes", 1, MAX_MINUTES, &target->amount, error) &&
         tambour_place_count (object, place, "business_days", 1, MAX_BUSINESS_DAYS, &target->amount, error) &&
         (!has_rule || read_rule (json_object_get_member (object, "rule"), where, &target->rule, error));
}

/* Whether the calendar can keep the promise. */
static gboolean
check_calendar (const TambourTarget  *target,
                const char           *place,
                GError              **error)
{
  TambourCalendar *calendar = target->calendar;
  gboolean by_date = target->rule == TAMBOUR_RULE_SAME_TIME || target->rule == TAMBOUR_RULE_END_OF_DAY;

  if (tambour_calendar_is_empty (calendar))
    return tambour_place_refuse (error, place, _("The calendar “%s” has no interval, so that this target is never due."),
                                 target->calendar_name);

  if (by_date && tambour_calendar_get_zone (calendar) == NULL)
    return tambour_place_refuse (error, place, _("The calendar “%s” has no time zone to count business days in."),
                                 target->calendar_name);

  if (by_date && !tambour_calendar_has_business_weekday (calendar))
    return tambour_place_refuse (error, place, _("The calendar “%s” has no business weekday to count."),
                                 target->calendar_name);

  return TRUE;
}

static gboolean
read_target_calendar (TambourCatalogue  *self,
                      TambourTarget     *target,
                      JsonObject        *object,
                      const char        *place,
                      GError           **error)
{
  const char *name = tambour_place_text (object, place, "calendar", error);
  g_autofree char *where = tambour_place_member (place, "calendar");

  if (name == NULL)
    return FALSE;

  target->calendar = g_hash_table_lookup (self->calendars, name);
  if (target->calendar == NULL)
    return tambour_place_refuse (error, where, _("There is no calendar “%s”."), name);

  target->calendar_name = tambour_calendar_get_name (target->calendar);

  return check_calendar (target, where, error);
}

static gboolean
read_target (TambourCatalogue  *self,
             TambourTarget     *target,
             JsonNode          *node,
             const char        *place,
             GError           **error)
{
  JsonObject *object = tambour_place_object (node, place, target_keys, error);
  g_autofree char *kind_place = tambour_place_member (place, "kind");
  g_autofree char *priority_place = tambour_place_member (place, "priority");
  guint kind, priority;

  if (object == NULL ||
      tambour_place_text (object, place, "kind", error) == NULL ||
      !tambour_place_choice (json_object_get_member (object, "kind"), kind_place,
                             TAMBOUR_TYPE_CLOCK_KIND, &kind, error) ||
      tambour_place_text (object, place, "priority", error) == NULL ||
      !tambour_place_choice (json_object_get_member (object, "priority"), priority_place,
                             TAMBOUR_TYPE_PRIORITY, &priority, error))
    return FALSE;

  target->kind = kind;
  target->priority = priority;

  return read_target_channels (target, object, place, error) &&
         read_amount (target, object, place, error) &&
         read_target_calendar (self, target, object, place, error);
}

/* Both for every channel, or both naming the same one. */
static gboolean
are_equally_specific (const TambourTarget *one,
                      const TambourTarget *other)
{
  return one->kind == other->kind && one->priority == other->priority &&
         ((one->channels == 0 && other->channels == 0) || (one->channels & other->channels) != 0);
}

static gboolean
read_targets (TambourCatalogue      *self,
              TambourCataloguePlan  *plan,
              JsonArray             *targets,
              const char            *place,
              GError               **error)
{
  for (guint i = 0; targets != NULL && i < json_array_get_length (targets); i++)
    {
      g_autofree char *where = g_strdup_printf ("%s.targets[%u]", place, i);
      TambourTarget target = { 0 };

      if (!read_target (self, &target, json_array_get_element (targets, i), where, error))
        return FALSE;

      for (guint j = 0; j < plan->targets->len; j++)
        if (are_equally_specific (&target, &g_array_index (plan->targets, TambourTarget, j)))
          return tambour_place_refuse (error, where, _("The target is as specific as “%s.targets[%u]”."), place, j);

      g_array_append_val (plan->targets, target);
    }

  return TRUE;
}

/* How many contacts may be named; null for as many as they like. */
static gboolean
read_contacts (TambourCataloguePlan  *plan,
               JsonObject            *object,
               const char            *place,
               GError               **error)
{
  JsonNode *node = json_object_get_member (object, "named_contacts");

  return (node != NULL && JSON_NODE_HOLDS_NULL (node)) ||
         tambour_place_count (object, place, "named_contacts", 0, MAX_CONTACTS, &plan->named_contacts, error);
}

static GStrv
dup_channel_names (guint bits)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint channel = 0; bits >> channel; channel++)
    if (bits >> channel & 1)
      g_strv_builder_add (builder, tambour_choice_nick (TAMBOUR_TYPE_CHANNEL, channel));

  return g_strv_builder_end (builder);
}

static gboolean
read_plan_channels (TambourCataloguePlan  *plan,
                    JsonObject            *object,
                    const char            *place,
                    GError               **error)
{
  g_autofree char *where = tambour_place_member (place, "channels");
  JsonArray *channels;
  guint bits = 0;

  if (!tambour_place_array (object, place, "channels", &channels, error) ||
      (channels != NULL && !read_channels (channels, where, &bits, error)))
    return FALSE;

  plan->channels = dup_channel_names (bits);

  return TRUE;
}

/* The plan belongs to the catalogue as soon as it has an id. */
static gboolean
read_plan (TambourCatalogue  *self,
           JsonNode          *node,
           const char        *place,
           GError           **error)
{
  JsonObject *object = tambour_place_object (node, place, plan_keys, error);
  g_autofree char *id_place = tambour_place_member (place, "id");
  TambourCataloguePlan *plan;
  JsonArray *targets;
  const char *id, *name;

  if (object == NULL || (id = tambour_place_text (object, place, "id", error)) == NULL)
    return FALSE;

  if (g_hash_table_contains (self->plans, id))
    return tambour_place_refuse (error, id_place, _("There is another plan “%s”."), id);

  name = id;
  if (json_object_has_member (object, "name") &&
      (name = tambour_place_text (object, place, "name", error)) == NULL)
    return FALSE;

  plan = g_new0 (TambourCataloguePlan, 1);
  plan->id = g_strdup (id);
  plan->name = g_strdup (name);
  plan->named_contacts = TAMBOUR_NO_COUNT;
  plan->targets = g_array_new (FALSE, FALSE, sizeof (TambourTarget));
  g_hash_table_insert (self->plans, plan->id, plan);

  return tambour_place_flag (object, place, "dedicated_tam", &plan->dedicated_tam, error) &&
         read_contacts (plan, object, place, error) &&
         read_plan_channels (plan, object, place, error) &&
         tambour_place_array (object, place, "targets", &targets, error) &&
         read_targets (self, plan, targets, place, error);
}

static gboolean
read_plans (TambourCatalogue  *self,
            JsonObject        *root,
            GError           **error)
{
  JsonArray *plans;

  if (!tambour_place_array (root, "", "plans", &plans, error))
    return FALSE;

  if (plans == NULL)
    return tambour_place_refuse (error, "", _("The key “%s” is missing."), "plans");

  for (guint i = 0; i < json_array_get_length (plans); i++)
    {
      g_autofree char *place = tambour_place_element ("plans", i);

      if (!read_plan (self, json_array_get_element (plans, i), place, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_valid_from (TambourCatalogue  *self,
                 JsonObject        *root,
                 GError           **error)
{
  const char *text;

  if (!json_object_has_member (root, "valid_from"))
    return TRUE;

  text = tambour_place_text (root, "", "valid_from", error);
  if (text == NULL)
    return FALSE;

  if (!tambour_date_parse (text, &self->valid_from))
    return tambour_place_refuse (error, "valid_from", _("“%s” is no date such as “2026-11-26”."), text);

  return TRUE;
}

/**
 * tambour_catalogue_new:
 * @document: JSON (RESPONSE-CLOCK.md, Catalogue format)
 * @error: return location
 *
 * Returns: (transfer full): the catalogue; %NULL with %TAMBOUR_CATALOGUE_ERROR_INVALID
 *   if the document breaks a rule, the message beginning with the place
 */
TambourCatalogue *
tambour_catalogue_new (const char  *document,
                       GError     **error)
{
  g_autoptr(TambourCatalogue) self = g_object_new (TAMBOUR_TYPE_CATALOGUE, NULL);
  g_autoptr(JsonNode) node = NULL;
  JsonObject *root;

  g_return_val_if_fail (document != NULL, NULL);

  node = tambour_place_parse (document, error);
  if (node == NULL)
    return NULL;

  root = tambour_place_object (node, "", catalogue_keys, error);
  if (root == NULL ||
      !read_valid_from (self, root, error) ||
      !read_calendars (self, json_object_get_member (root, "calendars"), error) ||
      !read_plans (self, root, error))
    return NULL;

  return g_steal_pointer (&self);
}
