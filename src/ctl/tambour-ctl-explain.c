/* tambour-ctl-explain.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <inttypes.h>
#include <locale.h>
#include <string.h>

#include "tambour-ctl.h"
#include "tambour-evidence.h"
#include "tambour-fact-records.h"
#include "tambour-fact-text.h"
#include "tambour-live.h"
#include "tambour-lookup.h"
#include "tambour-reviews.h"

#include "tambour-wording.h"

/* So many keys are named beside one that does not exist. */
#define MAX_ALIKE 8

/* Figures are told in the language of the person who asks, as everything else here. */
static void
use_own_language (void)
{
  const char *language = setlocale (LC_MESSAGES, NULL);

  tambour_wording_set_language (tambour_wording_is_translated (language) ? language : NULL);
}

/* --- keys ----------------------------------------------------------------- */

/* How many letters two keys begin with alike. */
static gsize
count_alike (const char *a,
             const char *b)
{
  gsize n = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;

  return n;
}

/* 0 is nothing alike: a part of the key, or the same beginning to a dot or for most of it. */
static gsize
rate_key (const char *key,
          const char *asked)
{
  gsize n = count_alike (key, asked);

  if (strstr (key, asked) != NULL || strstr (asked, key) != NULL)
    return 1000 + n;

  return n >= 3 ? n : 0;
}

typedef struct
{
  const char *key;
  gsize       rating;
} Alike;

static gint
compare_alike (gconstpointer a,
               gconstpointer b)
{
  const Alike *first = a;
  const Alike *second = b;

  if (first->rating != second->rating)
    return first->rating > second->rating ? -1 : 1;
  if (strlen (first->key) != strlen (second->key))
    return strlen (first->key) < strlen (second->key) ? -1 : 1;

  return strcmp (first->key, second->key);
}

static char *
dup_alike (TambourFacts *facts,
           const char   *asked)
{
  g_autoptr(GArray) alike = g_array_new (FALSE, FALSE, sizeof (Alike));
  g_autoptr(GStrvBuilder) keys = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;

  for (guint i = 0; i < facts->all->len; i++)
    {
      const TambourFact *fact = g_ptr_array_index (facts->all, i);
      Alike one = { fact->key, rate_key (fact->key, asked) };

      if (one.rating > 0)
        g_array_append_val (alike, one);
    }

  g_array_sort (alike, compare_alike);
  for (guint i = 0; i < MIN (alike->len, MAX_ALIKE); i++)
    g_strv_builder_add (keys, g_array_index (alike, Alike, i).key);
  list = g_strv_builder_end (keys);

  return g_strjoinv (", ", list);
}

static int
fail_unknown (TambourCtl   *ctl,
              TambourFacts *facts,
              const char   *key)
{
  g_autofree char *alike = dup_alike (facts, key);
  g_autoptr(GError) error = NULL;

  if (*alike != '\0')
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("there is no figure “%s”; like it are: %s"), key, alike);
  else
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _("there is no figure “%s”; tambourctl review --format csv lists all keys"), key);

  return tambour_ctl_fail (ctl, error);
}

/* --- as text -------------------------------------------------------------- */

static void
print_pair (const char *label,
            const char *text)
{
  if (text != NULL && *text != '\0')
    tambour_ctl_print ("%s: %s\n", label, text);
}

static void
print_measure (TambourFacts      *facts,
               const TambourFact *fact,
               gboolean           prior)
{
  const TambourMeasure *measure = prior ? &fact->prior : &fact->now;
  const TambourPeriod *period = prior ? &facts->earlier : &facts->period;
  g_autofree char *days = tambour_wording_dates (period->from, (TambourDate) { period->to.julian - 1 });
  g_autofree char *text = tambour_fact_full (fact, prior);

  tambour_ctl_print ("%s: %s", days, text);
  if (tambour_measure_is_known (measure))
    tambour_ctl_print ("  (n = %" PRId64 ")", measure->n);
  else if (measure->reason != NULL)
    tambour_ctl_print (": %s", _(measure->reason));
  tambour_ctl_print ("\n");
}

static void
print_record (TambourFacts            *facts,
              const TambourFactRecord *record)
{
  g_autofree char *number = tambour_fact_record_dup_number (record, facts);
  g_autofree char *title = tambour_fact_record_dup_title (record, facts);
  const char *kind = tambour_fact_record_get_kind (record);

  tambour_ctl_print ("  %s\t%s\t%s\t%s\t%s", tambour_fact_record_get_part (record), kind ? kind : "", record->id,
                     number ? number : "", title ? title : "");
  if (record->reason != NULL)
    tambour_ctl_print ("\t%s", _(record->reason));
  tambour_ctl_print ("\n");
}

static void
print_records (TambourFacts      *facts,
               const TambourFact *fact,
               gboolean           prior)
{
  g_autoptr(GArray) records = tambour_fact_records_list (facts, prior ? &fact->prior : &fact->now);

  print_measure (facts, fact, prior);
  for (guint i = 0; i < records->len; i++)
    print_record (facts, &g_array_index (records, TambourFactRecord, i));
}

static void
print_text (TambourFacts      *facts,
            const TambourFact *fact)
{
  g_autofree char *version = g_strdup_printf ("%s, %u", fact->metric, fact->version);
  g_autofree char *change = tambour_fact_change_text (fact);

  print_pair (_("Key"), fact->key);
  print_pair (_("Figure"), _(fact->name));
  print_pair (_("Of what"), fact->subject);
  print_pair (_("How it is computed"), _(fact->formula));
  print_pair (_("Definition, version"), version);
  print_pair (_("Unit"), tambour_unit_name (fact->unit));
  print_pair (_("Source"), _(fact->source));
  print_pair (_("Change"), change);
  print_records (facts, fact, FALSE);
  print_records (facts, fact, TRUE);
}

/* --- as JSON -------------------------------------------------------------- */

static void
set_text (JsonObject *object,
          const char *name,
          const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

static JsonObject *
pack_record (TambourFacts            *facts,
             const TambourFactRecord *record)
{
  JsonObject *object = json_object_new ();
  g_autofree char *number = tambour_fact_record_dup_number (record, facts);
  g_autofree char *title = tambour_fact_record_dup_title (record, facts);

  set_text (object, "kind", tambour_fact_record_get_kind (record));
  set_text (object, "id", record->id);
  set_text (object, "number", number);
  set_text (object, "title", title);
  set_text (object, "part", tambour_fact_record_get_part (record));
  if (record->reason != NULL)
    set_text (object, "reason", record->reason);

  return object;
}

static void
pack_measure (TambourFacts      *facts,
              const TambourFact *fact,
              gboolean           prior,
              JsonObject        *object)
{
  const TambourMeasure *measure = prior ? &fact->prior : &fact->now;
  g_autoptr(GArray) records = tambour_fact_records_list (facts, measure);
  g_autofree char *value = tambour_evidence_dup_value (fact, measure);
  g_autofree char *text = tambour_fact_full (fact, prior);
  JsonArray *list = json_array_new ();

  if (value != NULL)
    json_object_set_double_member (object, "value", g_ascii_strtod (value, NULL));
  else
    json_object_set_null_member (object, "value");
  json_object_set_int_member (object, "n", measure->n);
  if (measure->of != TAMBOUR_NO_COUNT)
    json_object_set_int_member (object, "of", measure->of);
  if (fact->unit == TAMBOUR_UNIT_MONEY && value != NULL)
    set_text (object, "currency", measure->currency);
  set_text (object, "text", text);
  set_text (object, "state", tambour_evidence_state_name (measure->state));
  set_text (object, "reason", measure->reason);
  for (guint i = 0; i < records->len; i++)
    json_array_add_object_element (list, pack_record (facts, &g_array_index (records, TambourFactRecord, i)));
  json_object_set_array_member (object, "records", list);
}

static void
print_json (TambourFacts      *facts,
            const TambourFact *fact)
{
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonObject *prior = json_object_new ();

  set_text (object, "key", fact->key);
  set_text (object, "name", fact->name);
  if (fact->subject != NULL)
    set_text (object, "subject", fact->subject);
  set_text (object, "unit", tambour_unit_name (fact->unit));
  set_text (object, "metric", fact->metric);
  json_object_set_int_member (object, "version", fact->version);
  set_text (object, "formula", fact->formula);
  set_text (object, "source", fact->source);
  pack_measure (facts, fact, FALSE, object);
  pack_measure (facts, fact, TRUE, prior);
  json_object_set_object_member (object, "prior", prior);
  json_node_take_object (node, object);
  tambour_ctl_print_json (node);
}

/* --- the command ---------------------------------------------------------- */

/* The figure of that key, every figure of that metric (“M04”), or the one that a metric is of (“M04.P2”). */
static GPtrArray *
list_figures (TambourFacts *facts,
              const char   *key)
{
  GPtrArray *list = g_ptr_array_new ();
  TambourFact *one = tambour_facts_find (facts, key);

  for (guint i = 0; one == NULL && i < facts->all->len; i++)
    {
      TambourFact *fact = g_ptr_array_index (facts->all, i);

      if (fact->metric != NULL && g_ascii_strcasecmp (fact->metric, key) == 0)
        g_ptr_array_add (list, fact);
    }

  if (one == NULL && list->len == 0)
    one = tambour_live_find (facts, key);
  if (one != NULL)
    g_ptr_array_add (list, one);

  return list;
}

static int
explain (TambourCtl                *ctl,
         TambourStore              *store,
         const char                *name,
         const TambourReviewsOrder *order,
         const char                *key)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourAccount) account = tambour_lookup_account (store, name, &error);
  g_autoptr(TambourFacts) facts = account ? tambour_reviews_read (store, account, order, ctl->cancellable, &error) : NULL;
  g_autoptr(GPtrArray) figures = NULL;

  if (facts == NULL)
    return tambour_ctl_fail (ctl, error);

  figures = list_figures (facts, key);
  if (figures->len == 0)
    return fail_unknown (ctl, facts, key);

  for (guint i = 0; i < figures->len; i++)
    {
      if (i > 0 && !ctl->json)
        tambour_ctl_print ("\n");
      (ctl->json ? print_json : print_text) (facts, g_ptr_array_index (figures, i));
    }

  return TAMBOUR_CTL_DONE;
}

/**
 * tambour_ctl_explain:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `explain KEY --account A --period FROM..TO [--as-of INSTANT] [--json]`
 *
 * Returns: the exit status
 */
int
tambour_ctl_explain (TambourCtl  *ctl,
                     int          argc,
                     char       **argv)
{
  g_autofree char *account = NULL;
  g_autofree char *period = NULL;
  g_autofree char *as_of = NULL;
  const GOptionEntry entries[] = {
    { "account", 0, 0, G_OPTION_ARG_FILENAME, &account, N_("Whose review"), "A" },
    { "period", 0, 0, G_OPTION_ARG_FILENAME, &period, N_("First day and the day after the last"), "FROM..TO" },
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &as_of, N_("What happened later does not count"), "INSTANT" },
    { NULL }
  };
  TambourReviewsOrder order = { .as_of.seconds = TAMBOUR_NEVER };
  g_autoptr(TambourStore) store = NULL;
  int status;

  use_own_language ();
  if (!tambour_ctl_parse (ctl, "explain KEY", _("Tells how a figure was counted, and from which records."), entries, &argc, &argv, 1, 1, &status))
    return status;

  if (account == NULL || period == NULL)
    return tambour_ctl_misuse (ctl, _("it needs --account A and --period FROM..TO"));

  if ((status = tambour_ctl_read_period (ctl, period, as_of, &order)) != TAMBOUR_CTL_DONE)
    return status;

  if (!(store = tambour_ctl_open (ctl, TAMBOUR_STORE_READ_ONLY)))
    return TAMBOUR_CTL_FAILED;

  status = explain (ctl, store, account, &order, argv[1]);
  tambour_store_close (store);

  return status;
}
