/* tambour-ctl-insights.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-ctl.h"
#include "tambour-insight-words.h"
#include "tambour-lookup.h"

static void
set_number (JsonObject *object,
            const char *name,
            double      number)
{
  if (isnan (number))
    json_object_set_null_member (object, name);
  else
    json_object_set_double_member (object, name, number);
}

static void
set_text (JsonObject *object,
          const char *name,
          const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

static void
print_json (const TambourInsightProposal *proposal,
            const char                   *title)
{
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr(JsonObject) object = json_object_new ();
  g_autofree char *first = tambour_date_dup_text (proposal->first);
  g_autofree char *last = tambour_date_dup_text (proposal->last);

  json_object_set_string_member (object, "rule", tambour_choice_nick (TAMBOUR_TYPE_INSIGHT_GROUND, tambour_insight_rule_get_ground (proposal->rule)));
  set_text (object, "account_id", proposal->account_id);
  json_object_set_string_member (object, "metric", proposal->metric);
  set_text (object, "dimension", proposal->dimension);
  json_object_set_string_member (object, "first", first);
  json_object_set_string_member (object, "last", last);
  set_number (object, "before", proposal->before);
  set_number (object, "now", proposal->now);
  json_object_set_int_member (object, "values", proposal->n_values);
  json_object_set_string_member (object, "title", title);
  json_node_set_object (node, object);
  tambour_ctl_print_json (node);
}

static void
print_proposal (TambourCtl                   *ctl,
                const TambourInsightProposal *proposal)
{
  g_autofree char *title = tambour_insight_words_title (proposal);
  g_autofree char *first = tambour_date_dup_text (proposal->first);

  if (ctl->json)
    print_json (proposal, title);
  else
    tambour_ctl_print ("%s\t%s\t%s\n", tambour_choice_nick (TAMBOUR_TYPE_INSIGHT_GROUND, tambour_insight_rule_get_ground (proposal->rule)), first, title);
}

static GPtrArray *
propose (TambourCtl    *ctl,
         TambourStore  *store,
         const char    *name,
         GError       **error)
{
  g_autoptr(TambourAccount) account = name ? tambour_lookup_account (store, name, error) : NULL;

  if (name != NULL && account == NULL)
    return NULL;

  return tambour_insights_propose (store, account ? TAMBOUR_RECORD (account)->id : NULL, tambour_ctl_show_progress, ctl, ctl->cancellable, error);
}

/**
 * tambour_ctl_insights:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `insights [--account A] [--json]`
 *
 * Lists what the values say that nobody has taken up or dismissed. It records nothing:
 * that is for people.
 *
 * Returns: the exit status
 */
int
tambour_ctl_insights (TambourCtl  *ctl,
                      int          argc,
                      char       **argv)
{
  g_autofree char *account = NULL;
  const GOptionEntry entries[] = {
    { "account", 0, 0, G_OPTION_ARG_FILENAME, &account, N_("Only this account’s (name, short code or id)"), "A" },
    { NULL }
  };
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(GPtrArray) proposals = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  if (!tambour_ctl_parse (ctl, "insights", _("Lists what the values of the metrics say."), entries, &argc, &argv, 0, 0, &status))
    return status;
  if (!(store = tambour_ctl_open (ctl, TAMBOUR_STORE_READ_ONLY)))
    return TAMBOUR_CTL_FAILED;

  proposals = propose (ctl, store, account, &error);
  tambour_ctl_end_progress (ctl);
  tambour_store_close (store);
  if (proposals == NULL)
    return tambour_ctl_fail (ctl, error);

  tambour_insight_words_begin (g_get_language_names ()[0]);
  for (guint i = 0; i < proposals->len; i++)
    print_proposal (ctl, g_ptr_array_index (proposals, i));

  return TAMBOUR_CTL_DONE;
}
