/* tambour-ctl-connect.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "tambour-ctl-connect.h"
#include "tambour-inbox.h"
#include "tambour-lookup.h"
#include "tambour-secrets.h"

static void
words_clear (TambourCtlConnect *self)
{
  char **texts[] = {
    &self->since, &self->add, &self->change, &self->remove, &self->test, &self->map, &self->kind, &self->address,
    &self->every, &self->assign, &self->always, &self->account, &self->rule, &self->forget, &self->ignore, &self->heed,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);

  tambour_ctl_team_clear (&self->team);
  if (self->store != NULL)
    tambour_store_close (self->store);
  g_clear_object (&self->store);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TambourCtlConnect, words_clear)

/* --- signing in ------------------------------------------------------------------- */

/**
 * tambour_ctl_connection_clear:
 * @self: a portal, and what signs in there
 *
 * Frees what is in it.
 */
void
tambour_ctl_connection_clear (TambourCtlConnection *self)
{
  g_clear_pointer (&self->connector, tambour_connector_free);
  g_clear_pointer (&self->server, tambour_server_free);
  g_clear_pointer (&self->secret, tambour_secrets_free);
  g_clear_pointer (&self->token, tambour_secrets_free);
}

/**
 * tambour_ctl_connection_open:
 * @self: (out caller-allocates): where it goes
 * @words: what the command line said
 * @name: what a connector is called
 * @error: return location for an error
 *
 * Finds the connector, and what signs in there: out of the file that the command line names, where
 * it is kept, or a person’s head.
 *
 * Returns: %FALSE if there is none, or nobody can sign in
 */
gboolean
tambour_ctl_connection_open (TambourCtlConnection  *self,
                             TambourCtlConnect     *words,
                             const char            *name,
                             GError               **error)
{
  g_autoptr(TambourPortalMap) map = NULL;
  g_autoptr(TambourServer) session = NULL;

  self->words = words;
  if (!(self->connector = tambour_connectors_get (words->store, name, error)) ||
      !(map = tambour_connect_load_map (self->connector, error)))
    return FALSE;

  self->server = tambour_connector_dup_server (self->connector);
  if (tambour_portal_map_pick_sign_in (map, self->connector->user) == TAMBOUR_PORTAL_SIGN_IN_NONE)
    return TRUE;

  session = tambour_connector_dup_token_server (self->connector);
  self->token = tambour_secrets_lookup (session, words->ctl->cancellable, NULL);

  return tambour_ctl_team_find_secret (&words->team, words->ctl, self->server, &self->secret, &self->is_new, error);
}

/**
 * tambour_ctl_connection_keep:
 * @self: a portal where somebody has signed in
 *
 * Keeps a secret that is new for the next time.
 */
void
tambour_ctl_connection_keep (TambourCtlConnection *self)
{
  if (self->is_new && self->secret != NULL)
    tambour_ctl_team_keep_secret (self->words->ctl, self->server, self->secret);
}

static void
code_cb (const char *code,
         const char *address,
         gpointer    user_data)
{
  fprintf (stderr, _("Open %s in a browser and enter %s\n"), address, code);
}

static void
token_cb (const char *token,
          gpointer    user_data)
{
  TambourCtlConnection *self = user_data;
  g_autoptr(TambourServer) session = tambour_connector_dup_token_server (self->connector);

  if (token != NULL)
    tambour_ctl_team_keep_secret (self->words->ctl, session, token);
  else
    tambour_secrets_clear (session, self->words->ctl->cancellable, NULL);
}

static void
progress_cb (const char *what,
             guint64     done,
             guint64     total,
             gpointer    user_data)
{
  TambourCtlConnection *self = user_data;

  tambour_ctl_show_progress (what, done, total, self->words->ctl);
}

/**
 * tambour_ctl_connection_order:
 * @self: a portal
 * @order: (out caller-allocates): what is to be read of it
 *
 * Goes on where the last run ended.
 */
void
tambour_ctl_connection_order (TambourCtlConnection *self,
                              TambourConnectOrder  *order)
{
  *order = (TambourConnectOrder) {
    .connector = self->connector,
    .secret = self->secret,
    .token = self->token,
    .since = { TAMBOUR_NEVER },
    .author = tambour_ctl_get_author (),
    .progress = progress_cb,
    .code = code_cb,
    .keep = token_cb,
    .user_data = self,
  };
}

/* --- reading ------------------------------------------------------------------------ */

static void
print_outcome (TambourCtlConnection  *self,
               TambourConnectOutcome *outcome)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonObject) counts = tambour_connect_counts_pack (&outcome->counts);
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr(GList) names = json_object_get_members (counts);

  tambour_ctl_end_progress (self->words->ctl);
  for (guint i = 0; outcome->told != NULL && outcome->told[i] != NULL; i++)
    fprintf (stderr, "%s\n", outcome->told[i]);

  json_object_set_string_member (object, "connector", self->connector->name);
  for (GList *name = names; name != NULL; name = name->next)
    json_object_set_int_member (object, name->data, json_object_get_int_member (counts, name->data));
  json_node_set_object (node, object);
  tambour_ctl_print_json (node);
}

/* What was read before an error is kept. */
static int
conclude (TambourCtlConnection  *self,
          TambourConnectOutcome *outcome,
          gboolean               is_done,
          GError                *error)
{
  if (!is_done)
    tambour_ctl_end_progress (self->words->ctl);
  if (!is_done && outcome->counts.read == 0)
    return tambour_ctl_fail (self->words->ctl, error);

  tambour_ctl_connection_keep (self);
  print_outcome (self, outcome);
  if (!is_done)
    tambour_ctl_fail (self->words->ctl, error);

  return is_done && outcome->counts.rejected + outcome->counts.faults == 0 ? TAMBOUR_CTL_DONE : TAMBOUR_CTL_PARTLY;
}

static int
run_one (TambourCtlConnect *words,
         const char        *name,
         TambourInstant     since)
{
  g_auto(TambourCtlConnection) self = { NULL };
  g_auto(TambourConnectOutcome) outcome = { { 0 }, NULL, 0 };
  g_autoptr(GError) error = NULL;
  TambourConnectOrder order;
  gboolean is_done;

  if (!tambour_ctl_connection_open (&self, words, name, &error))
    return tambour_ctl_fail (words->ctl, error);

  tambour_ctl_connection_order (&self, &order);
  order.since = since;
  is_done = tambour_connect_run (words->store, &order, &outcome, words->ctl->cancellable, &error);

  return conclude (&self, &outcome, is_done, error);
}

/* One that cannot be read keeps none of the others from it. */
static int
run_all (TambourCtlConnect *words,
         TambourInstant     since)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) connectors = tambour_connectors_list (words->store, &error);
  guint n_done = 0, n_failed = 0;

  if (connectors == NULL)
    return tambour_ctl_fail (words->ctl, error);

  for (guint i = 0; i < connectors->len && !g_cancellable_is_cancelled (words->ctl->cancellable); i++)
    {
      const TambourConnector *connector = g_ptr_array_index (connectors, i);
      int status = run_one (words, connector->name, since);

      n_done += status == TAMBOUR_CTL_DONE;
      n_failed += status == TAMBOUR_CTL_FAILED;
    }

  if (n_done == connectors->len)
    return TAMBOUR_CTL_DONE;

  return n_failed == connectors->len ? TAMBOUR_CTL_FAILED : TAMBOUR_CTL_PARTLY;
}

static int
test_one (TambourCtlConnect *words)
{
  g_auto(TambourCtlConnection) self = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonObject) object = json_object_new ();
  g_autofree char *who = NULL;
  TambourConnectOrder order;

  if (!tambour_ctl_connection_open (&self, words, words->test, &error))
    return tambour_ctl_fail (words->ctl, error);

  tambour_ctl_connection_order (&self, &order);
  if (!tambour_connect_test (&order, &who, words->ctl->cancellable, &error))
    return tambour_ctl_fail (words->ctl, error);

  tambour_ctl_connection_keep (&self);
  json_object_set_string_member (object, "connector", words->test);
  json_object_set_string_member (object, "who", who ? who : "");
  tambour_ctl_print_object (words->ctl, object, who ? who : words->test);

  return TAMBOUR_CTL_DONE;
}

/* --- the inbox ------------------------------------------------------------------------ */

/* By what an item of the inbox says, or as the command line says it. */
static TambourMatchRule *
new_rule (TambourCtlConnect  *words,
          const char         *name,
          const char         *account_id,
          GError            **error)
{
  g_autoptr(TambourInboxEntry) entry = NULL;
  const char *text, *equals = words->rule ? strchr (words->rule, '=') : NULL;
  g_autofree char *hint = equals ? g_strndup (words->rule, equals - words->rule) : NULL;

  if (equals != NULL)
    return tambour_match_rule_new (hint, equals + 1, account_id);
  if (!(entry = tambour_inbox_get (words->store, name, words->assign, error)))
    return NULL;

  text = g_hash_table_lookup (entry->hints, words->always);
  if (text == NULL)
    g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                 _("The portal says no “%s” of %s: --inbox shows what it says."), words->always, words->assign);

  return text ? tambour_match_rule_new (words->always, text, account_id) : NULL;
}

static gboolean
carry_out (TambourCtlConnect      *words,
           TambourConnectOrder    *order,
           const char             *account_id,
           TambourConnectOutcome  *outcome,
           GError                **error)
{
  TambourMatchRule *rule;
  gboolean is_done;

  if (words->always == NULL && words->rule == NULL)
    return tambour_connect_assign (words->store, order, words->assign, account_id, outcome, words->ctl->cancellable, error);
  if (!(rule = new_rule (words, order->connector->name, account_id, error)))
    return FALSE;

  is_done = tambour_connect_assign_always (words->store, order, rule, outcome, words->ctl->cancellable, error);
  tambour_match_rule_free (rule);

  return is_done;
}

static gboolean
is_rule (const char *text)
{
  const char *equals = strchr (text, '=');

  return equals != NULL && equals != text && equals[1] != '\0';
}

static int
assign (TambourCtlConnect *words,
        const char        *name)
{
  g_auto(TambourCtlConnection) self = { NULL };
  g_auto(TambourConnectOutcome) outcome = { { 0 }, NULL, 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourAccount) account = NULL;
  TambourConnectOrder order;
  gboolean is_done;

  if (words->account == NULL)
    return tambour_ctl_misuse (words->ctl, _("--assign and --rule need --account: whose it is"));
  if (words->rule != NULL && !is_rule (words->rule))
    return tambour_ctl_misuse (words->ctl, _("--rule takes HINT=PATTERN, such as domain=*.example.org"));
  if (!(account = tambour_lookup_account (words->store, words->account, &error)) ||
      !tambour_ctl_connection_open (&self, words, name, &error))
    return tambour_ctl_fail (words->ctl, error);

  tambour_ctl_connection_order (&self, &order);
  is_done = carry_out (words, &order, TAMBOUR_RECORD (account)->id, &outcome, &error);

  return conclude (&self, &outcome, is_done, error);
}

/* --- the command ------------------------------------------------------------------------ */

static int
carry_out_with_name (TambourCtlConnect *words,
                     const char        *name)
{
  TambourInstant since = { TAMBOUR_NEVER };
  TambourDate date;

  if (words->since != NULL && !tambour_instant_parse (words->since, &since))
    {
      g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();

      if (!tambour_date_parse (words->since, &date))
        return tambour_ctl_misuse (words->ctl, _("--since takes a time such as 2026-11-23T10:00:00Z or a date, not “%s”"), words->since);
      since = tambour_zone_start_of_day (zone, date);
    }

  if (words->is_all)
    return run_all (words, since);
  if (name == NULL)
    return tambour_ctl_misuse (words->ctl, _("say which connector, or --all, or --list"));
  if (words->assign != NULL || words->rule != NULL)
    return assign (words, name);
  if (words->forget != NULL)
    return tambour_ctl_connectors_forget (words, name);
  if (words->ignore != NULL || words->heed != NULL)
    return tambour_ctl_connectors_ignore (words, name);

  return run_one (words, name, since);
}

static int
choose (TambourCtlConnect *words,
        const char        *name)
{
  if (words->is_list)
    return tambour_ctl_connectors_list (words);
  if (words->add != NULL || words->change != NULL)
    return tambour_ctl_connectors_add (words);
  if (words->remove != NULL)
    return tambour_ctl_connectors_remove (words);
  if (words->test != NULL)
    return test_one (words);
  if (words->is_inbox)
    return tambour_ctl_connectors_inbox (words, name);

  return carry_out_with_name (words, name);
}

/**
 * tambour_ctl_connect:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `connect NAME | --all [--since T]`, or what is done with connectors; prints what came of
 *   it as one JSON object for each portal
 *
 * Returns: the exit status: done in part if it ended early, or items were rejected
 */
int
tambour_ctl_connect (TambourCtl  *ctl,
                     int          argc,
                     char       **argv)
{
  g_auto(TambourCtlConnect) words = { .ctl = ctl };
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &words.is_list, N_("List the connectors, and how their last runs went"), NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &words.is_all, N_("Read all portals"), NULL },
    { "since", 0, 0, G_OPTION_ARG_STRING, &words.since, N_("Read what has changed since then once more, and bring back what was removed here"), "T" },
    { "maps", 0, 0, G_OPTION_ARG_NONE, &words.is_maps, N_("List the maps that ship"), NULL },
    { "add", 0, 0, G_OPTION_ARG_FILENAME, &words.add, N_("Add a connector"), "NAME" },
    { "change", 0, 0, G_OPTION_ARG_FILENAME, &words.change, N_("Change a connector"), "NAME" },
    { "remove", 0, 0, G_OPTION_ARG_FILENAME, &words.remove, N_("Forget a connector; its records stay"), "NAME" },
    { "test", 0, 0, G_OPTION_ARG_FILENAME, &words.test, N_("Sign in, and say as whom"), "NAME" },
    { "map", 0, 0, G_OPTION_ARG_FILENAME, &words.map, N_("Of one that is added: a map that ships, or a file"), "MAP" },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &words.kind, N_("What is read, where the map knows several: case or feature_request"), "KIND" },
    { "address", 0, 0, G_OPTION_ARG_STRING, &words.address, N_("Where the portal is"), "URL" },
    { "every", 0, 0, G_OPTION_ARG_STRING, &words.every, N_("Read it again after so many minutes"), "MINUTES" },
    { "inbox", 0, 0, G_OPTION_ARG_NONE, &words.is_inbox, N_("List what no account is known for"), NULL },
    { "assign", 0, 0, G_OPTION_ARG_STRING, &words.assign, N_("Read an item of the inbox for --account"), "ID" },
    { "always", 0, 0, G_OPTION_ARG_FILENAME, &words.always, N_("With --assign: and all that says the same here, from now on"), "HINT" },
    { "account", 0, 0, G_OPTION_ARG_FILENAME, &words.account, N_("Whose it is"), "NAME" },
    { "rule", 0, 0, G_OPTION_ARG_FILENAME, &words.rule, N_("Items that say so are --account’s from now on"), "HINT=PATTERN" },
    { "forget", 0, 0, G_OPTION_ARG_FILENAME, &words.forget, N_("That rule counts no longer"), "HINT=PATTERN" },
    { "ignore", 0, 0, G_OPTION_ARG_STRING, &words.ignore, N_("Nothing is wanted of this item of the inbox"), "ID" },
    { "heed", 0, 0, G_OPTION_ARG_STRING, &words.heed, N_("Take that back"), "ID" },
    { "user", 0, 0, G_OPTION_ARG_STRING, &words.team.user, N_("Who signs in"), "NAME" },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &words.team.password_file, N_("Read the password from a file, or from standard input (-)"), "FILE" },
    { "token-file", 0, 0, G_OPTION_ARG_FILENAME, &words.team.token_file, N_("Sign in with the token in a file, or from standard input (-)"), "FILE" },
    { "ask-password", 0, 0, G_OPTION_ARG_NONE, &words.team.is_asking, N_("Ask for the password, even if one is kept"), NULL },
    { NULL }
  };
  int status;

  if (!tambour_ctl_parse (ctl, "connect [NAME]", _("Reads case portals and trackers; reading twice changes nothing."), entries, &argc, &argv, 0, 1, &status))
    return status;
  if (words.is_maps)
    return tambour_ctl_connectors_maps (&words);
  if (!(words.store = tambour_ctl_open (ctl, TAMBOUR_STORE_OPEN)))
    return TAMBOUR_CTL_FAILED;

  return choose (&words, argc > 1 ? argv[1] : NULL);
}
