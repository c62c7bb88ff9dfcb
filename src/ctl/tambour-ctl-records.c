/* tambour-ctl-records.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-checks.h"
#include "tambour-ctl.h"
#include "tambour-kinds.h"
#include "tambour-lookup.h"
#include "tambour-record-json.h"

/**
 * tambour_ctl_find_kind:
 * @ctl: what every command gets
 * @name: what was typed
 *
 * Returns: (transfer none) (nullable): the kind, or %NULL if there is none,
 *   which has then been said
 */
TambourRecordClass *
tambour_ctl_find_kind (TambourCtl *ctl,
                       const char *name)
{
  TambourRecordClass *klass = tambour_kinds_find (name);
  g_autoptr(GString) all = NULL;
  const GType *types;
  guint n_types;

  if (klass != NULL)
    return klass;

  all = g_string_new (NULL);
  types = tambour_kinds_get_types (&n_types);
  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourRecordClass) one = g_type_class_ref (types[i]);

      g_string_append_printf (all, "%s%s", i ? ", " : "", one->plural);
    }

  tambour_ctl_misuse (ctl, _("“%s” is not a kind of record; there are: %s"), name, all->str);

  return NULL;
}

/* One field as a cell of a list: no line breaks, no tabs. */
static char *
dup_cell (const TambourField *field,
          TambourRecord      *record)
{
  char *text = tambour_field_dup_text (field, record);

  return text ? g_strdelimit (text, "\t\r\n", ' ') : g_strdup ("");
}

/* The id, what the record is called, and the fields that one sorts by. */
static gboolean
print_row (TambourRecord *record,
           gpointer       user_data)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);
  g_autofree char *title = tambour_record_dup_title (record);

  tambour_ctl_print ("%s\t%s", record->id, g_strdelimit (title, "\t\r\n", ' '));

  for (guint i = klass->n_common; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & TAMBOUR_FIELD_INDEXED) && &klass->fields[i] != klass->title)
      {
        g_autofree char *cell = dup_cell (&klass->fields[i], record);

        tambour_ctl_print ("\t%s", cell);
      }

  tambour_ctl_print ("\n");

  return TRUE;
}

static gboolean
print_record_json (TambourRecord *record,
                   gpointer       user_data)
{
  g_autoptr(JsonNode) node = tambour_record_pack (record);

  tambour_ctl_print_json (node);

  return TRUE;
}

static TambourQuery *
build_query (TambourStore        *store,
             TambourRecordClass  *klass,
             const char          *account,
             const char          *where,
             gint64               limit,
             GError             **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (G_TYPE_FROM_CLASS (klass));

  if (account != NULL)
    {
      g_autoptr(TambourAccount) found = tambour_lookup_account (store, account, error);

      if (found == NULL)
        return NULL;

      tambour_query_account (query, tambour_record_get_id (TAMBOUR_RECORD (found)));
    }

  if (where != NULL && !tambour_query_parse (query, where, error))
    return NULL;

  if (limit >= 0)
    tambour_query_limit (query, limit, 0);

  return g_steal_pointer (&query);
}

/**
 * tambour_ctl_list:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `list KIND [--account A] [--where EXPR] [--limit N] [--json]`
 *
 * Returns: the exit status
 */
int
tambour_ctl_list (TambourCtl  *ctl,
                  int          argc,
                  char       **argv)
{
  g_autofree char *account = NULL;
  g_autofree char *where = NULL;
  gint64 limit = -1;
  const GOptionEntry entries[] = {
    { "account", 0, 0, G_OPTION_ARG_FILENAME, &account, N_("Only this account’s (name, short code or id)"), "A" },
    { "where", 0, 0, G_OPTION_ARG_FILENAME, &where, N_("Only those that fit, such as 'priority=P1 and opened_at>=2026-01-01T00:00:00Z'"), "EXPR" },
    { "limit", 0, 0, G_OPTION_ARG_INT64, &limit, N_("At most so many"), "N" },
    { NULL }
  };
  TambourRecordClass *klass;
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(TambourQuery) query = NULL;
  g_autoptr(GError) error = NULL;
  gboolean listed;
  int status;

  if (!tambour_ctl_parse (ctl, "list KIND", _("Lists records of a kind."), entries, &argc, &argv, 1, 1, &status))
    return status;

  if (!(klass = tambour_ctl_find_kind (ctl, argv[1])))
    return TAMBOUR_CTL_USAGE;

  if (!(store = tambour_ctl_open (ctl, TAMBOUR_STORE_READ_ONLY)))
    return TAMBOUR_CTL_FAILED;

  query = build_query (store, klass, account, where, limit, &error);
  listed = query != NULL &&
           tambour_store_each (store, query, ctl->json ? print_record_json : print_row, NULL, ctl->cancellable, &error);
  tambour_store_close (store);

  return listed ? TAMBOUR_CTL_DONE : tambour_ctl_fail (ctl, error);
}

static void
print_fields (TambourRecord *record)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

  tambour_ctl_print ("%s %s\n", klass->kind, record->id);
  for (guint i = 0; i < klass->n_fields; i++)
    if (tambour_field_is_stated (&klass->fields[i], record))
      {
        g_autofree char *text = tambour_field_dup_text (&klass->fields[i], record);

        tambour_ctl_print ("  %s: %s\n", klass->fields[i].name, text);
      }
}

static void
print_history_json (const TambourHistoryEntry *entry)
{
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr(JsonObject) object = json_object_new ();
  g_autofree char *at = tambour_instant_dup_text (entry->at);

  json_object_set_int_member (object, "change", entry->change);
  json_object_set_string_member (object, "at", at);
  json_object_set_string_member (object, "by", entry->by);
  json_object_set_string_member (object, "label", entry->label);
  json_object_set_string_member (object, "action", entry->action);
  if (entry->before != NULL)
    json_object_set_object_member (object, "before", json_object_ref (entry->before));
  json_node_set_object (node, object);

  tambour_ctl_print_json (node);
}

static void
print_history_text (const TambourHistoryEntry *entry)
{
  g_autofree char *at = tambour_instant_dup_text (entry->at);
  g_autoptr(GList) names = entry->before ? json_object_get_members (entry->before) : NULL;

  tambour_ctl_print ("%" G_GINT64_FORMAT "  %s  %s  %s  %s\n", entry->change, at, entry->by, entry->action, entry->label);
  for (GList *l = names; l; l = l->next)
    {
      g_autofree char *value = json_to_string (json_object_get_member (entry->before, l->data), FALSE);

      tambour_ctl_print ("    %s was %s\n", (const char *) l->data, value);
    }
}

static gboolean
print_history (TambourCtl    *ctl,
               TambourStore  *store,
               const char    *id,
               GError       **error)
{
  g_autoptr(GPtrArray) history = tambour_store_history (store, id, error);

  if (history == NULL)
    return FALSE;

  for (guint i = 0; i < history->len; i++)
    {
      if (ctl->json)
        print_history_json (g_ptr_array_index (history, i));
      else
        print_history_text (g_ptr_array_index (history, i));
    }

  return TRUE;
}

/**
 * tambour_ctl_show:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `show ID [--history] [--json]`
 *
 * Returns: the exit status
 */
int
tambour_ctl_show (TambourCtl  *ctl,
                  int          argc,
                  char       **argv)
{
  gboolean with_history = FALSE;
  const GOptionEntry entries[] = {
    { "history", 0, 0, G_OPTION_ARG_NONE, &with_history, N_("Who changed what, and when"), NULL },
    { NULL }
  };
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(TambourRecord) record = NULL;
  g_autoptr(GError) error = NULL;
  gboolean shown = FALSE;
  int status;

  if (!tambour_ctl_parse (ctl, "show ID", _("Shows one record."), entries, &argc, &argv, 1, 1, &status))
    return status;

  if (!(store = tambour_ctl_open (ctl, TAMBOUR_STORE_READ_ONLY)))
    return TAMBOUR_CTL_FAILED;

  record = tambour_store_find (store, argv[1], &error);
  if (record != NULL)
    {
      if (ctl->json)
        print_record_json (record, NULL);
      else
        print_fields (record);

      shown = !with_history || print_history (ctl, store, record->id, &error);
    }

  tambour_store_close (store);

  return shown ? TAMBOUR_CTL_DONE : tambour_ctl_fail (ctl, error);
}

/* Sets FIELD=VALUE words on a record, with the same checks as the window. */
static gboolean
assign_words (TambourStore   *store,
              TambourRecord  *record,
              char          **words,
              GError        **error)
{
  for (guint i = 0; words[i]; i++)
    {
      const char *equals = strchr (words[i], '=');
      g_autofree char *name = NULL;

      if (equals == NULL)
        {
          g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_QUERY,
                       _("“%s” is not FIELD=VALUE"), words[i]);
          return FALSE;
        }

      name = g_strndup (words[i], equals - words[i]);
      if (!tambour_lookup_set (store, record, name, equals + 1, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
commit_record (TambourStore   *store,
               TambourRecord  *record,
               const char     *label,
               gboolean        remove,
               GError        **error)
{
  g_autoptr(TambourChange) change = tambour_change_new (tambour_ctl_get_author (), label);

  /* What is missing is told before what is wrong with the rest. */
  if (!remove && (!tambour_record_check (record, error) || !tambour_checks_run (store, record, error)))
    return FALSE;

  if (remove)
    tambour_change_remove (change, record);
  else
    tambour_change_put (change, record);

  return tambour_store_commit (store, change, error);
}

/**
 * tambour_ctl_add:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `add KIND FIELD=VALUE…`; prints the id of the new record
 *
 * Returns: the exit status
 */
int
tambour_ctl_add (TambourCtl  *ctl,
                 int          argc,
                 char       **argv)
{
  TambourRecordClass *klass;
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(TambourRecord) record = NULL;
  g_autoptr(GError) error = NULL;
  gboolean added;
  int status;

  if (!tambour_ctl_parse (ctl, "add KIND FIELD=VALUE…", _("Adds a record."), NULL, &argc, &argv, 2, -1, &status))
    return status;

  if (!(klass = tambour_ctl_find_kind (ctl, argv[1])))
    return TAMBOUR_CTL_USAGE;

  if (!(store = tambour_ctl_open (ctl, TAMBOUR_STORE_OPEN)))
    return TAMBOUR_CTL_FAILED;

  record = tambour_record_new (G_TYPE_FROM_CLASS (klass), NULL);
  added = assign_words (store, record, argv + 2, &error) &&
          commit_record (store, record, "Add", FALSE, &error);
  tambour_store_close (store);
  if (!added)
    return tambour_ctl_fail (ctl, error);

  if (ctl->json)
    print_record_json (record, NULL);
  else
    tambour_ctl_print ("%s\n", record->id);

  return TAMBOUR_CTL_DONE;
}

static int
change_record (TambourCtl  *ctl,
               const char  *id,
               char       **words,
               const char  *label)
{
  g_autoptr(TambourStore) store = tambour_ctl_open (ctl, TAMBOUR_STORE_OPEN);
  g_autoptr(TambourRecord) record = NULL;
  g_autoptr(GError) error = NULL;
  gboolean changed;

  if (store == NULL)
    return TAMBOUR_CTL_FAILED;

  record = tambour_store_find (store, id, &error);
  changed = record != NULL &&
            (words == NULL || assign_words (store, record, words, &error)) &&
            commit_record (store, record, label, words == NULL, &error);
  tambour_store_close (store);
  if (!changed)
    return tambour_ctl_fail (ctl, error);

  if (ctl->json)
    print_record_json (record, NULL);

  return TAMBOUR_CTL_DONE;
}

/**
 * tambour_ctl_set:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `set ID FIELD=VALUE…`
 *
 * Returns: the exit status
 */
int
tambour_ctl_set (TambourCtl  *ctl,
                 int          argc,
                 char       **argv)
{
  int status;

  if (!tambour_ctl_parse (ctl, "set ID FIELD=VALUE…", _("Changes a record; FIELD= empties a field."), NULL, &argc, &argv, 2, -1, &status))
    return status;

  return change_record (ctl, argv[1], argv + 2, "Set");
}

/**
 * tambour_ctl_remove:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `remove ID`
 *
 * Returns: the exit status
 */
int
tambour_ctl_remove (TambourCtl  *ctl,
                    int          argc,
                    char       **argv)
{
  int status;

  if (!tambour_ctl_parse (ctl, "remove ID", _("Removes a record; undo brings it back."), NULL, &argc, &argv, 1, 1, &status))
    return status;

  return change_record (ctl, argv[1], NULL, "Remove");
}

/**
 * tambour_ctl_undo:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `undo [CHANGE]`: the last change, or the one with that number
 *
 * Returns: the exit status
 */
int
tambour_ctl_undo (TambourCtl  *ctl,
                  int          argc,
                  char       **argv)
{
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(GError) error = NULL;
  gint64 number = 0;
  gboolean undone;
  int status;

  if (!tambour_ctl_parse (ctl, "undo [CHANGE]", _("Takes back the last change, or the one with that number."), NULL,
                          &argc, &argv, 0, 1, &status))
    return status;

  if (argc == 2 && !g_ascii_string_to_signed (argv[1], 10, 1, G_MAXINT64, &number, NULL))
    return tambour_ctl_misuse (ctl, _("“%s” is not the number of a change"), argv[1]);

  if (!(store = tambour_ctl_open (ctl, TAMBOUR_STORE_OPEN)))
    return TAMBOUR_CTL_FAILED;

  if (number == 0)
    number = tambour_store_last_change (store);

  undone = tambour_store_undo (store, number, tambour_ctl_get_author (), NULL, &error);
  tambour_store_close (store);

  return undone ? TAMBOUR_CTL_DONE : tambour_ctl_fail (ctl, error);
}
