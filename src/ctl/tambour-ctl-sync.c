/* tambour-ctl-sync.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <stdio.h>

#include "tambour-ctl-team.h"
#include "tambour-net-error.h"
#include "tambour-replica.h"
#include "tambour-secrets.h"
#include "tambour-sync-settings.h"
#include "tambour-sync.h"

/* What a sync works with. */
typedef struct
{
  TambourCtl     *ctl;
  TambourStore   *store;
  TambourServer  *server;
  char           *secret;       /* (nullable) */
  gboolean        is_new;       /* the secret is to be kept */
} Syncing;

static void
syncing_clear (Syncing *self)
{
  if (self->store != NULL)
    tambour_store_close (self->store);

  g_clear_object (&self->store);
  g_clear_pointer (&self->server, tambour_server_free);
  g_clear_pointer (&self->secret, tambour_secrets_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Syncing, syncing_clear)

/* From now on the portfolio is the team's. */
static gboolean
join (Syncing  *self,
      GError  **error)
{
  if (!tambour_sync_settings_write (self->store, self->server, error))
    return FALSE;

  if (self->is_new && self->secret != NULL)
    tambour_ctl_team_keep_secret (self->ctl, self->server, self->secret);

  return TRUE;
}

static void
progress_cb (TambourSyncDirection      direction,
             const TambourSyncOutcome *outcome,
             gpointer                  user_data)
{
  gboolean is_known = direction == TAMBOUR_SYNC_DIRECTION_PULL && outcome->total > 0;

  tambour_ctl_show_progress (direction == TAMBOUR_SYNC_DIRECTION_PULL ? _("Received") : _("Sent"),
                             direction == TAMBOUR_SYNC_DIRECTION_PULL ? outcome->done : outcome->n_sent,
                             is_known ? outcome->total : 0, user_data);
}

/* Each with the server's words, or what to do about it: they are kept here. */
static void
print_one_refused (const TambourReplicaEntry *entry)
{
  g_autofree char *title = entry->record != NULL ? tambour_record_dup_title (entry->record) : NULL;

  if (entry->reason == TAMBOUR_REPLICA_ERASED)
    fprintf (stderr, _("erased on the server by an administrator: %1$s %2$s: remove it here too, or send it with --again %1$s\n"),
             entry->id, title != NULL ? title : "");
  else
    fprintf (stderr, _("not taken by the server: %s %s: %s\n"), entry->id, title != NULL ? title : "", entry->refused);
}

static void
print_refused (TambourStore *store)
{
  g_autoptr(GPtrArray) refused = tambour_replica_list_refused (store, 1000, NULL);

  for (guint i = 0; refused != NULL && i < refused->len; i++)
    print_one_refused (refused->pdata[i]);
}

static int
print_outcome (Syncing                   *self,
               const TambourSyncOutcome  *outcome,
               GError                   **error)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autofree char *text = NULL;
  gint64 n_conflicts = tambour_sync_count_conflicts (self->store);
  gint64 n_refused = tambour_replica_count_refused (self->store, error);

  if (n_refused < 0)
    return TAMBOUR_CTL_FAILED;

  json_object_set_int_member (object, "received", outcome->n_received);
  json_object_set_int_member (object, "sent", outcome->n_sent);
  json_object_set_int_member (object, "skipped", outcome->n_skipped);
  json_object_set_int_member (object, "failed", outcome->n_failed);
  json_object_set_int_member (object, "refused", n_refused);
  json_object_set_int_member (object, "conflicts", n_conflicts);

  text = g_strdup_printf (_("received %" PRId64 ", sent %" PRId64 ", skipped %" PRId64 ", failed %" PRId64 ", refused %" PRId64 ", conflicts %" PRId64),
                          outcome->n_received, outcome->n_sent, outcome->n_skipped, outcome->n_failed, n_refused, n_conflicts);
  tambour_ctl_print_object (self->ctl, object, text);
  print_refused (self->store);

  return n_conflicts + n_refused + outcome->n_failed > 0 ? TAMBOUR_CTL_PARTLY : TAMBOUR_CTL_DONE;
}

static int
sync_once (Syncing  *self,
           GError  **error)
{
  TambourSyncOutcome outcome = { 0 };

  if (!tambour_sync_once (self->store, self->server, self->secret, progress_cb, self->ctl, self->ctl->cancellable, &outcome, error) ||
      !join (self, error))
    return TAMBOUR_CTL_FAILED;

  return print_outcome (self, &outcome, error);
}

static const char *
name_state (TambourSyncState state)
{
  switch (state)
    {
    case TAMBOUR_SYNC_OFF:
      return "off";
    case TAMBOUR_SYNC_IDLE:
      return "idle";
    case TAMBOUR_SYNC_SENDING:
      return "sending";
    case TAMBOUR_SYNC_RECEIVING:
      return "receiving";
    case TAMBOUR_SYNC_OFFLINE:
      return "offline";
    case TAMBOUR_SYNC_WAITING:
      return "waiting";
    case TAMBOUR_SYNC_FAILED:
      return "failed";
    }

  g_assert_not_reached ();
}

static void
print_status (Syncing                 *self,
              const TambourSyncStatus *status)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autofree char *last = tambour_instant_dup_text (status->last);
  g_autofree char *text = NULL;

  json_object_set_string_member (object, "state", name_state (status->state));
  json_object_set_int_member (object, "waiting", status->n_waiting);
  json_object_set_int_member (object, "refused", status->n_refused);
  json_object_set_int_member (object, "conflicts", status->n_conflicts);
  if (last != NULL)
    json_object_set_string_member (object, "last", last);
  if (status->error != NULL)
    json_object_set_string_member (object, "error", status->error->message);

  text = g_strdup_printf (_("%s, waiting %" PRId64 ", refused %" PRId64 ", conflicts %" PRId64 "%s%s"), name_state (status->state),
                          status->n_waiting, status->n_refused, status->n_conflicts,
                          status->error != NULL ? ": " : "", status->error != NULL ? status->error->message : "");
  tambour_ctl_print_object (self->ctl, object, text);
  fflush (stdout);
}

/* Each state is told once; a first pull shows how far it is meanwhile. */
static void
changed_cb (TambourSync *sync,
            gpointer     user_data)
{
  Syncing *self = user_data;
  g_autoptr(TambourSyncStatus) status = tambour_sync_dup_status (sync);
  TambourSyncState *told = g_object_get_data (G_OBJECT (sync), "told");

  if (status->state == TAMBOUR_SYNC_RECEIVING && status->done > 0)
    tambour_ctl_show_progress (_("Received"), status->done, MAX (status->total, 0), self->ctl);
  if (told != NULL && *told == status->state)
    return;

  g_object_set_data_full (G_OBJECT (sync), "told", g_memdup2 (&status->state, sizeof status->state), g_free);
  tambour_ctl_end_progress (self->ctl);
  print_status (self, status);
}

/* Until it is interrupted, or somebody has to do something. */
static int
follow (Syncing  *self,
        GError  **error)
{
  g_autoptr(TambourSync) sync = NULL;
  g_autoptr(TambourSyncStatus) last = NULL;

  if (!join (self, error))
    return TAMBOUR_CTL_FAILED;

  sync = tambour_sync_new (self->store, self->server, self->secret);
  g_signal_connect (sync, "changed", G_CALLBACK (changed_cb), self);
  tambour_sync_start (sync);
  while (!g_cancellable_is_cancelled (self->ctl->cancellable))
    {
      g_clear_pointer (&last, tambour_sync_status_free);
      last = tambour_sync_dup_status (sync);
      if (last->state == TAMBOUR_SYNC_FAILED)
        break;
      g_main_context_iteration (NULL, TRUE);
    }

  tambour_sync_stop (sync);
  if (last == NULL || last->state != TAMBOUR_SYNC_FAILED)
    return TAMBOUR_CTL_DONE;

  g_propagate_error (error, g_error_copy (last->error));

  return TAMBOUR_CTL_FAILED;
}

static gboolean
wake_cb (GCancellable *cancellable,
         gpointer      user_data)
{
  return G_SOURCE_REMOVE;
}

static gboolean
prepare (Syncing               *self,
         const TambourCtlTeam  *team,
         const char            *address,
         GError               **error)
{
  self->server = tambour_ctl_team_find_server (team, address, self->store, &self->secret, error);

  return self->server != NULL &&
         tambour_ctl_team_find_secret (team, self->ctl, self->server, &self->secret, &self->is_new, error);
}

/* What the server refused or erased and somebody wants it to have. */
static gboolean
offer_again (Syncing             *self,
             const char * const  *again,
             GError             **error)
{
  for (guint i = 0; again != NULL && again[i] != NULL; i++)
    {
      g_autoptr(TambourRecord) record = NULL;

      if (g_str_equal (again[i], "all"))
        {
          if (!tambour_sync_offer_refused (self->store, error))
            return FALSE;
          continue;
        }

      if (!(record = tambour_store_find (self->store, again[i], error)) ||
          !tambour_replica_offer_again (self->store, record->id, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tambour_ctl_sync:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `sync [URL] [--once | --follow] [--again all|ID…] [--json]`
 *
 * Returns: the exit status: done in part if conflicts are left, or the server
 *   refused something
 */
int
tambour_ctl_sync (TambourCtl  *ctl,
                  int          argc,
                  char       **argv)
{
  g_auto(TambourCtlTeam) team = { NULL };
  gboolean is_once = FALSE, is_following = FALSE;
  g_auto(GStrv) again = NULL;
  const GOptionEntry entries[] = {
    { "once", 0, 0, G_OPTION_ARG_NONE, &is_once, N_("Until both sides have everything (the default)"), NULL },
    { "follow", 0, 0, G_OPTION_ARG_NONE, &is_following, N_("Until it is interrupted"), NULL },
    { "again", 0, 0, G_OPTION_ARG_STRING_ARRAY, &again, N_("Offer the server once more what it refused (“all”), or this record, even if it was erased there"), "ID" },
    TAMBOUR_CTL_TEAM_ENTRIES (team),
    { NULL }
  };
  g_auto(Syncing) self = { .ctl = ctl };
  g_autoptr(GSource) interrupted = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  if (!tambour_ctl_parse (ctl, "sync [URL]", _("Replicates with the team’s server; an address makes the portfolio that team’s."), entries,
                          &argc, &argv, 0, 1, &status))
    return status;
  if (is_once && is_following)
    return tambour_ctl_misuse (ctl, _("--once and --follow cannot both be"));
  if (!(self.store = tambour_ctl_open (ctl, TAMBOUR_STORE_OPEN)))
    return TAMBOUR_CTL_FAILED;

  interrupted = g_cancellable_source_new (ctl->cancellable);
  g_source_set_callback (interrupted, G_SOURCE_FUNC (wake_cb), NULL, NULL);
  g_source_attach (interrupted, NULL);
  if (!prepare (&self, &team, argc > 1 ? argv[1] : NULL, &error) || !offer_again (&self, (const char * const *) again, &error))
    return tambour_ctl_fail (ctl, error);

  status = is_following ? follow (&self, &error) : sync_once (&self, &error);

  return error != NULL ? tambour_ctl_team_fail (ctl, self.server->pin != NULL, error) : status;
}
