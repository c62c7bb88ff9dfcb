/* tambour-ctl-calendar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-calendars.h"
#include "tambour-ctl-team.h"
#include "tambour-lookup.h"
#include "tambour-secrets.h"

typedef struct
{
  char           *add;
  char           *remove;
  char           *offer;
  char           *address;
  char           *path;
  char           *account;
  gboolean        is_contacts;
  gboolean        is_list;
  gboolean        is_all;
  TambourCtlTeam  team;
  TambourCtl     *ctl;
  TambourStore   *store;
} Words;

static void
words_clear (Words *self)
{
  g_clear_pointer (&self->add, g_free);
  g_clear_pointer (&self->remove, g_free);
  g_clear_pointer (&self->offer, g_free);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->account, g_free);
  tambour_ctl_team_clear (&self->team);
  if (self->store != NULL)
    tambour_store_close (self->store);
  g_clear_object (&self->store);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* What signs in somewhere. */
typedef struct
{
  TambourServer *server;
  char          *secret;
  gboolean       is_new;
} SignIn;

static void
sign_in_clear (SignIn *self)
{
  g_clear_pointer (&self->server, tambour_server_free);
  g_clear_pointer (&self->secret, tambour_secrets_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SignIn, sign_in_clear)

static gboolean
find_sign_in (Words                   *words,
              const TambourDavSource  *source,
              SignIn                  *sign_in,
              GError                 **error)
{
  return (sign_in->server = tambour_dav_source_dup_server (source, error)) != NULL &&
         tambour_ctl_team_find_secret (&words->team, words->ctl, sign_in->server, &sign_in->secret, &sign_in->is_new, error);
}

static void
keep_sign_in (Words        *words,
              const SignIn *sign_in)
{
  if (sign_in->is_new && sign_in->secret != NULL)
    tambour_ctl_team_keep_secret (words->ctl, sign_in->server, sign_in->secret);
}

static const char *
get_kind (const TambourDavSource *source)
{
  return source->kind == TAMBOUR_DAV_CALENDARS ? "calendars" : "contacts";
}

/* --- what is read ---------------------------------------------------------- */

static int
add_source (Words *words)
{
  g_autoptr(TambourDavSource) source = tambour_dav_source_new (words->add, words->is_contacts ? TAMBOUR_DAV_ADDRESS_BOOKS : TAMBOUR_DAV_CALENDARS, words->address);
  g_autoptr(TambourAccount) account = NULL;
  g_autoptr(GError) error = NULL;

  if (words->address == NULL)
    return tambour_ctl_misuse (words->ctl, _("--add needs the server’s address: --address URL"));
  if (words->account != NULL && !(account = tambour_lookup_account (words->store, words->account, &error)))
    return tambour_ctl_fail (words->ctl, error);

  source->user = g_strdup (words->team.user);
  source->path = g_strdup (words->path);
  source->account_id = account ? g_strdup (tambour_record_get_id (TAMBOUR_RECORD (account))) : NULL;

  return tambour_calendars_put (words->store, source, &error) ? TAMBOUR_CTL_DONE : tambour_ctl_fail (words->ctl, error);
}

static int
remove_source (Words *words)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourDavSource) source = tambour_calendars_get (words->store, words->remove, &error);
  g_autoptr(TambourServer) server = source ? tambour_dav_source_dup_server (source, NULL) : NULL;

  if (source == NULL || !tambour_calendars_remove (words->store, words->remove, &error))
    return tambour_ctl_fail (words->ctl, error);
  if (server != NULL && server->user != NULL)
    tambour_secrets_clear (server, words->ctl->cancellable, NULL);

  return TAMBOUR_CTL_DONE;
}

static void
print_source (Words                  *words,
              const TambourDavSource *source)
{
  g_autoptr(TambourDavRun) run = tambour_calendars_last_run (words->store, source->name);
  g_autoptr(JsonObject) object = json_object_new ();
  g_autofree char *at = tambour_instant_dup_text (run->started_at);
  g_autofree char *line = g_strdup_printf ("%s\t%s\t%s\t%s\t%s", source->name, get_kind (source), source->address, at ? at : "", run->error ? run->error : "");

  json_object_set_string_member (object, "name", source->name);
  json_object_set_string_member (object, "kind", get_kind (source));
  json_object_set_string_member (object, "address", source->address);
  json_object_set_string_member (object, "user", source->user ? source->user : "");
  if (source->path != NULL)
    json_object_set_string_member (object, "path", source->path);
  if (at != NULL)
    json_object_set_string_member (object, "last_run", at);
  if (run->error != NULL)
    json_object_set_string_member (object, "error", run->error);
  tambour_ctl_print_object (words->ctl, object, line);
}

static int
list_sources (Words *words)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sources = tambour_calendars_list (words->store, &error);

  if (sources == NULL)
    return tambour_ctl_fail (words->ctl, error);

  for (guint i = 0; i < sources->len; i++)
    print_source (words, sources->pdata[i]);

  return TAMBOUR_CTL_DONE;
}

static int
offer (Words *words)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourDavSource) source = tambour_calendars_get (words->store, words->offer, &error);
  g_autoptr(GPtrArray) found = NULL;
  g_auto(SignIn) sign_in = { NULL };

  if (source == NULL || !find_sign_in (words, source, &sign_in, &error) ||
      !(found = tambour_calendars_offer (source, sign_in.secret, words->ctl->cancellable, &error)))
    return tambour_ctl_fail (words->ctl, error);

  keep_sign_in (words, &sign_in);
  for (guint i = 0; i < found->len; i++)
    {
      const TambourDavCollection *one = found->pdata[i];
      g_autoptr(JsonObject) object = json_object_new ();
      g_autofree char *line = g_strdup_printf ("%s\t%s", one->path, one->name);

      json_object_set_string_member (object, "path", one->path);
      json_object_set_string_member (object, "name", one->name);
      tambour_ctl_print_object (words->ctl, object, line);
    }

  return TAMBOUR_CTL_DONE;
}

/* --- reading --------------------------------------------------------------- */

static void
say_reject (guint64     line,
            const char *reason,
            gpointer    user_data)
{
  tambour_ctl_end_progress (user_data);
  fprintf (stderr, "%s\n", reason);
}

static void
print_counts (Words                     *words,
              const char                *name,
              const TambourImportCounts *counts)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  tambour_ctl_end_progress (words->ctl);
  json_object_set_string_member (object, "calendar", name);
  json_object_set_int_member (object, "read", (gint64) counts->read);
  json_object_set_int_member (object, "created", (gint64) counts->created);
  json_object_set_int_member (object, "updated", (gint64) counts->updated);
  json_object_set_int_member (object, "unchanged", (gint64) counts->unchanged);
  json_object_set_int_member (object, "rejected", (gint64) counts->rejected);
  json_node_set_object (node, object);
  tambour_ctl_print_json (node);
}

/* That a calendar has events which concern nobody here is as it should be. */
static int
run_one (Words      *words,
         const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourDavSource) source = tambour_calendars_get (words->store, name, &error);
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  TambourDavOrder order = {
    .author = tambour_ctl_get_author (),
    .now = { g_get_real_time () / G_USEC_PER_SEC },
    .zone = zone,
    .reject = say_reject,
    .reject_data = words->ctl,
  };
  TambourImportCounts counts = { 0 };
  g_auto(SignIn) sign_in = { NULL };
  gboolean is_done;

  if (source == NULL || !find_sign_in (words, source, &sign_in, &error))
    return tambour_ctl_fail (words->ctl, error);

  order.secret = sign_in.secret;
  is_done = tambour_calendars_run (words->store, name, &order, &counts, tambour_ctl_show_progress, words->ctl, words->ctl->cancellable, &error);
  tambour_ctl_end_progress (words->ctl);
  if (!is_done && counts.read == 0)
    return tambour_ctl_fail (words->ctl, error);

  keep_sign_in (words, &sign_in);
  print_counts (words, name, &counts);
  if (!is_done)
    tambour_ctl_fail (words->ctl, error);

  return is_done ? TAMBOUR_CTL_DONE : TAMBOUR_CTL_PARTLY;
}

/* One that cannot be read keeps none of the others from it. */
static int
run_all (Words *words)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sources = tambour_calendars_list (words->store, &error);
  guint n_done = 0, n_failed = 0;

  if (sources == NULL)
    return tambour_ctl_fail (words->ctl, error);

  for (guint i = 0; i < sources->len && !g_cancellable_is_cancelled (words->ctl->cancellable); i++)
    {
      int status = run_one (words, ((TambourDavSource *) sources->pdata[i])->name);

      n_done += status == TAMBOUR_CTL_DONE;
      n_failed += status == TAMBOUR_CTL_FAILED;
    }

  if (n_done == sources->len)
    return TAMBOUR_CTL_DONE;

  return n_failed == sources->len ? TAMBOUR_CTL_FAILED : TAMBOUR_CTL_PARTLY;
}

static int
carry_out (Words *words,
           char  *name)
{
  if (words->add != NULL)
    return add_source (words);
  if (words->remove != NULL)
    return remove_source (words);
  if (words->offer != NULL)
    return offer (words);
  if (words->is_list)
    return list_sources (words);

  return words->is_all ? run_all (words) : run_one (words, name);
}

/**
 * tambour_ctl_calendar:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `calendar NAME | --all | --list | --add NAME --address URL | --remove NAME | --offer NAME`;
 *   prints what became of the events and people, a JSON object for each that is read
 *
 * Returns: the exit status
 */
int
tambour_ctl_calendar (TambourCtl  *ctl,
                      int          argc,
                      char       **argv)
{
  g_auto(Words) words = { .ctl = ctl };
  const GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &words.is_all, N_("All of them"), NULL },
    { "list", 0, 0, G_OPTION_ARG_NONE, &words.is_list, N_("What is read, and how it went the last time"), NULL },
    { "add", 0, 0, G_OPTION_ARG_STRING, &words.add, N_("Reads a server’s calendars from now on, under this name"), "NAME" },
    { "contacts", 0, 0, G_OPTION_ARG_NONE, &words.is_contacts, N_("Its address books instead of its calendars"), NULL },
    { "address", 0, 0, G_OPTION_ARG_STRING, &words.address, N_("Where the server is, or one of its calendars"), "URL" },
    { "path", 0, 0, G_OPTION_ARG_STRING, &words.path, N_("Only this calendar (--offer shows them all)"), "PATH" },
    { "account", 0, 0, G_OPTION_ARG_STRING, &words.account, N_("Whose the events are that name nobody who is known"), "NAME" },
    { "offer", 0, 0, G_OPTION_ARG_STRING, &words.offer, N_("Which calendars or address books are there"), "NAME" },
    { "remove", 0, 0, G_OPTION_ARG_STRING, &words.remove, N_("Reads it no more; what came from there stays"), "NAME" },
    TAMBOUR_CTL_TEAM_ENTRIES (words.team),
    { NULL }
  };
  guint n;
  int status;

  if (!tambour_ctl_parse (ctl, "calendar [NAME]", _("Reads calendars and address books from a server (CalDAV, CardDAV)."), entries,
                          &argc, &argv, 0, 1, &status))
    return status;

  n = (argc == 2) + words.is_all + words.is_list + (words.add != NULL) + (words.offer != NULL) + (words.remove != NULL);
  if (n != 1)
    return tambour_ctl_misuse (ctl, _("it needs one of a name, --all, --list, --add, --offer and --remove"));
  if (!(words.store = tambour_ctl_open (ctl, TAMBOUR_STORE_OPEN)))
    return TAMBOUR_CTL_FAILED;

  return carry_out (&words, argc == 2 ? argv[1] : NULL);
}
