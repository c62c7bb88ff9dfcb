/* tambour-call-dialog-draft.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "tambour-account.h"
#include "tambour-buffer.h"
#include "tambour-call-dialog-private.h"
#include "tambour-draft-keeper.h"
#include "tambour-problem.h"
#include "tambour-when-parse.h"
#include "tambour-when.h"

/* What is typed, read from the fields, and kept until the call is saved. */

/* When nothing is known of the call, it was over just now. */
#define MINUTES_BEFORE 30
#define MINUTES_ROUND  5

/* How a call is kept, and what people read. */
static const struct
{
  const char *kept;
  const char *words;
} channels[] = {
  { "Video", N_("Video call") },
  { "Phone", N_("Phone") },
  { "On site", N_("On site") },
  { "Chat", N_("Chat") },
};

/**
 * tambour_call_dialog_add_channels:
 * @self: a dialog
 *
 * Offers the ways by which a call can go.
 */
void
tambour_call_dialog_add_channels (TambourCallDialog *self)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    gtk_string_list_append (list, _(channels[i].words));

  gtk_drop_down_set_model (self->channel_down, G_LIST_MODEL (list));
}

/**
 * tambour_call_text_free:
 * @text: (transfer full): what the fields say
 */
void
tambour_call_text_free (TambourCallText *text)
{
  g_clear_pointer (&text->account_id, g_free);
  g_clear_pointer (&text->planned_id, g_free);
  g_clear_pointer (&text->agenda, g_free);
  g_clear_pointer (&text->channel, g_free);
  g_clear_pointer (&text->attendees, g_strfreev);
  g_clear_pointer (&text->newcomers, g_strfreev);
  g_clear_pointer (&text->text, g_free);
  g_clear_pointer (&text->zone, g_time_zone_unref);
  g_free (text);
}

/**
 * tambour_call_dialog_get_account:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): the id of the account that is chosen
 */
const char *
tambour_call_dialog_get_account (TambourCallDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->account_down);

  return selected < self->accounts->len ? tambour_record_get_id (g_ptr_array_index (self->accounts, selected)) : NULL;
}

/**
 * tambour_call_dialog_dup_text:
 * @self: a dialog
 *
 * Returns: (transfer full): the minutes
 */
char *
tambour_call_dialog_dup_text (TambourCallDialog *self)
{
  return tambour_buffer_dup_text (self->buffer);
}

/**
 * tambour_call_dialog_dup_newcomers:
 * @self: a dialog
 *
 * Returns: (transfer full): the names of who becomes a contact with the call
 */
GStrv
tambour_call_dialog_dup_newcomers (TambourCallDialog *self)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < self->newcomers->len; i++)
    g_strv_builder_add (names, g_ptr_array_index (self->newcomers, i));

  return g_strv_builder_end (names);
}

static gboolean
read_when (TambourCallDialog *self,
           TambourInstant    *start)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->when_entry));
  gboolean has_time;
  gboolean is_read = tambour_when_parse_moment (typed, self->zone, tambour_portfolio_now (self->portfolio), start, &has_time);

  tambour_problem_mark (self->when_entry, self->when_entry, !is_read);

  return is_read;
}

/**
 * tambour_call_dialog_read:
 * @self: a dialog
 *
 * Returns: (transfer full) (nullable): what its fields say; %NULL while that is no
 *   call: without an account, or a time
 */
TambourCallText *
tambour_call_dialog_read (TambourCallDialog *self)
{
  guint kind = gtk_drop_down_get_selected (self->kind_down);
  g_autofree char *text = tambour_call_dialog_dup_text (self);
  TambourInstant start;
  TambourCallText *read;

  if (!read_when (self, &start) || tambour_call_dialog_get_account (self) == NULL)
    return NULL;

  read = g_new0 (TambourCallText, 1);
  read->account_id = g_strdup (tambour_call_dialog_get_account (self));
  read->planned_id = g_strdup (self->planned_id);
  read->agenda = g_strdup (self->agenda);
  read->channel = g_strdup (channels[gtk_drop_down_get_selected (self->channel_down)].kept);
  read->attendees = tambour_attendees_dup_typed (self->attendees);
  read->newcomers = tambour_call_dialog_dup_newcomers (self);
  read->text = g_steal_pointer (&text);
  read->zone = g_time_zone_ref (self->zone);
  read->call = (TambourCall) {
    .account_id = read->account_id,
    .planned_id = read->planned_id,
    .agenda = read->agenda,
    .kind = kind == 0 ? TAMBOUR_CALL_AS_PLANNED : (int) kind - 1,
    .start = start,
    .minutes = gtk_spin_button_get_value_as_int (self->minutes_spin),
    /* What is planned is not logged. */
    .status = gtk_drop_down_get_selected (self->status_down) + TAMBOUR_ENGAGEMENT_STATUS_HELD,
    .channel = read->channel,
    .attendees = (const char * const *) read->attendees,
    .newcomers = (const char * const *) read->newcomers,
    .text = read->text,
  };

  return read;
}

/* As somebody would type it. */
static char *
dup_when (TambourCallDialog *self,
          TambourInstant     start)
{
  TambourDate today = tambour_zone_date_of (self->zone, tambour_portfolio_now (self->portfolio));
  g_autofree char *time = NULL;

  if (tambour_zone_date_of (self->zone, start).julian != today.julian)
    return tambour_when_edit_moment (start, self->zone);

  time = tambour_when_time (start, self->zone);

  return g_strdup_printf ("%s %s", C_("typed", "today"), time);
}

static char *
dup_default_when (TambourCallDialog *self)
{
  gint64 now = tambour_portfolio_now (self->portfolio).seconds - MINUTES_BEFORE * TAMBOUR_MINUTE;

  return dup_when (self, (TambourInstant) { now - now % (MINUTES_ROUND * TAMBOUR_MINUTE) });
}

static GStrv
dup_names (JsonObject *fields,
           const char *member)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  JsonNode *node = fields ? json_object_get_member (fields, member) : NULL;
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array && i < json_array_get_length (array); i++)
    if (json_array_get_string_element (array, i) != NULL)
      g_strv_builder_add (names, json_array_get_string_element (array, i));

  return g_strv_builder_end (names);
}

static guint
get_choice (JsonObject *fields,
            const char *name)
{
  return fields ? (guint) MAX (json_object_get_int_member_with_default (fields, name, 0), 0) : 0;
}

static void
take_newcomers (TambourCallDialog *self,
                JsonObject        *fields)
{
  g_auto(GStrv) names = dup_names (fields, "newcomers");

  g_ptr_array_set_size (self->newcomers, 0);
  for (guint i = 0; names[i]; i++)
    g_ptr_array_add (self->newcomers, g_strdup (names[i]));
}

static void
choose (GtkDropDown *down,
        guint        position)
{
  if (position < g_list_model_get_n_items (gtk_drop_down_get_model (down)))
    gtk_drop_down_set_selected (down, position);
}

/**
 * tambour_call_dialog_fill:
 * @self: a dialog
 * @draft: (nullable): what was typed and not saved
 */
void
tambour_call_dialog_fill (TambourCallDialog  *self,
                          const TambourDraft *draft)
{
  JsonObject *fields = draft ? draft->fields : NULL;
  g_autofree char *when = dup_default_when (self);
  g_auto(GStrv) names = dup_names (fields, "attendees");

  self->is_filling = TRUE;
  choose (self->kind_down, get_choice (fields, "kind"));
  choose (self->status_down, get_choice (fields, "status"));
  choose (self->channel_down, get_choice (fields, "channel"));
  gtk_editable_set_text (GTK_EDITABLE (self->when_entry),
                         fields ? json_object_get_string_member_with_default (fields, "when", when) : when);
  gtk_spin_button_set_value (self->minutes_spin, fields ? json_object_get_int_member_with_default (fields, "minutes", MINUTES_BEFORE)
                                                        : MINUTES_BEFORE);
  tambour_attendees_set_typed (self->attendees, (const char * const *) names);
  take_newcomers (self, fields);
  gtk_text_buffer_set_text (self->buffer, fields ? json_object_get_string_member_with_default (fields, "text", "") : "", -1);
  self->has_when = self->has_minutes = self->has_channel = self->has_people = draft != NULL;
  g_set_str (&self->draft_key, draft ? draft->key : NULL);
  g_set_str (&self->planned_id, fields ? json_object_get_string_member_with_default (fields, "planned", NULL) : NULL);
  g_set_str (&self->agenda, fields ? json_object_get_string_member_with_default (fields, "agenda", NULL) : NULL);
  adw_window_title_set_subtitle (self->title, draft ? _("Draft kept on this computer") : "");
  self->is_filling = FALSE;
}

/* Returns: which of the channels is called so, or the first */
static guint
find_channel (const char *kept)
{
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    if (g_strcmp0 (channels[i].kept, kept) == 0)
      return i;

  return 0;
}

static gint64
planned_minutes (TambourEngagement *planned)
{
  if (planned == NULL || !tambour_instant_is_stated (planned->planned_end) ||
      planned->planned_end.seconds <= planned->planned_start.seconds)
    return MINUTES_BEFORE;

  return (planned->planned_end.seconds - planned->planned_start.seconds) / TAMBOUR_MINUTE;
}

static char *
dup_planned_when (TambourCallDialog *self)
{
  TambourEngagement *planned = self->plan->planned;

  if (planned != NULL && planned->planned_start.seconds <= tambour_portfolio_now (self->portfolio).seconds)
    return dup_when (self, planned->planned_start);

  return dup_default_when (self);
}

/* Who was asked to it was there, as long as nobody says otherwise. */
static gboolean
take_invited (TambourCallDialog *self)
{
  const char *id = self->plan->planned ? tambour_record_get_id (TAMBOUR_RECORD (self->plan->planned)) : NULL;
  g_auto(GStrv) typed = tambour_attendees_dup_typed (self->attendees);
  const char * const *before = (const char * const *) typed;
  gboolean is_typed = typed[0] != NULL && (self->invited == NULL || !g_strv_equal (before, (const char * const *) self->invited));

  if (self->has_people || is_typed || g_strcmp0 (id, self->invited_id) == 0)
    return FALSE;

  g_set_str (&self->invited_id, id);
  g_strfreev (self->invited);
  self->invited = g_strdupv (self->plan->invited);
  if (g_strv_equal (before, (const char * const *) self->invited))
    return FALSE;

  tambour_attendees_set_typed (self->attendees, (const char * const *) self->invited);

  return TRUE;
}

/**
 * tambour_call_dialog_take_planned:
 * @self: a dialog that shows what will be recorded
 *
 * When, how long, by which way and who was there come from what was planned for the day, as long
 * as nobody says otherwise.
 *
 * Returns: whether that changed what the fields say
 */
gboolean
tambour_call_dialog_take_planned (TambourCallDialog *self)
{
  TambourEngagement *planned = self->plan->planned;
  double minutes = (double) planned_minutes (planned);
  guint channel = find_channel (planned ? planned->channel : NULL);
  g_autofree char *when = dup_planned_when (self);
  gboolean is_changed = FALSE;

  self->is_filling = TRUE;
  if (!self->has_when && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->when_entry)), when))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->when_entry), when);
      is_changed = TRUE;
    }
  if (!self->has_minutes && gtk_spin_button_get_value_as_int (self->minutes_spin) != (int) minutes)
    {
      gtk_spin_button_set_value (self->minutes_spin, minutes);
      is_changed = TRUE;
    }
  if (!self->has_channel && gtk_drop_down_get_selected (self->channel_down) != channel)
    {
      gtk_drop_down_set_selected (self->channel_down, channel);
      is_changed = TRUE;
    }
  is_changed = take_invited (self) || is_changed;
  self->is_filling = FALSE;

  return is_changed;
}

static JsonArray *
pack_names (char **names)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; names[i]; i++)
    json_array_add_string_element (array, names[i]);

  return array;
}

static JsonObject *
pack_fields (TambourCallDialog *self)
{
  JsonObject *fields = json_object_new ();
  g_auto(GStrv) typed = tambour_attendees_dup_typed (self->attendees);
  g_auto(GStrv) newcomers = tambour_call_dialog_dup_newcomers (self);
  g_autofree char *text = tambour_call_dialog_dup_text (self);

  json_object_set_int_member (fields, "kind", gtk_drop_down_get_selected (self->kind_down));
  json_object_set_int_member (fields, "status", gtk_drop_down_get_selected (self->status_down));
  json_object_set_int_member (fields, "channel", gtk_drop_down_get_selected (self->channel_down));
  json_object_set_string_member (fields, "when", gtk_editable_get_text (GTK_EDITABLE (self->when_entry)));
  json_object_set_int_member (fields, "minutes", gtk_spin_button_get_value_as_int (self->minutes_spin));
  json_object_set_array_member (fields, "attendees", pack_names (typed));
  json_object_set_array_member (fields, "newcomers", pack_names (newcomers));
  json_object_set_string_member (fields, "text", text);
  if (self->planned_id != NULL)
    json_object_set_string_member (fields, "planned", self->planned_id);
  if (self->agenda != NULL)
    json_object_set_string_member (fields, "agenda", self->agenda);

  return fields;
}

/**
 * tambour_call_prepare_draft:
 * @account_id: with whom the call is
 * @meeting: (nullable): the call that is planned
 * @attendees: who joins
 * @agenda: what is to be raised, as minutes
 * @now: the time that is "now"
 *
 * Returns: (transfer full): a draft of the call that begins now
 */
TambourDraft *
tambour_call_prepare_draft (const char         *account_id,
                            TambourEngagement  *meeting,
                            const char * const *attendees,
                            const char         *agenda,
                            TambourInstant      now)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *time = tambour_when_time (now, zone);
  g_autofree char *when = g_strdup_printf ("%s %s", C_("typed", "today"), time);
  TambourDraft *draft = tambour_draft_new_call (NULL, account_id);
  JsonArray *names = json_array_new ();

  for (guint i = 0; attendees[i]; i++)
    json_array_add_string_element (names, attendees[i]);

  draft->at = now;
  draft->fields = json_object_new ();
  json_object_set_string_member (draft->fields, "when", when);
  json_object_set_array_member (draft->fields, "attendees", names);
  json_object_set_string_member (draft->fields, "text", agenda);
  json_object_set_string_member (draft->fields, "agenda", agenda);
  if (meeting == NULL)
    return draft;

  json_object_set_string_member (draft->fields, "planned", tambour_record_get_id (TAMBOUR_RECORD (meeting)));
  json_object_set_int_member (draft->fields, "kind", (gint64) meeting->kind + 1);
  if (tambour_instant_is_stated (meeting->planned_end) && meeting->planned_end.seconds > meeting->planned_start.seconds)
    json_object_set_int_member (draft->fields, "minutes", (meeting->planned_end.seconds - meeting->planned_start.seconds) / TAMBOUR_MINUTE);
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    if (g_strcmp0 (channels[i].kept, meeting->channel) == 0)
      json_object_set_int_member (draft->fields, "channel", i);

  return draft;
}

/**
 * tambour_call_dialog_keep:
 * @self: a dialog
 *
 * Keeps what is typed, for the account that is chosen: a crash takes none of it.
 */
void
tambour_call_dialog_keep (TambourCallDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->account_down);
  TambourAccount *account = selected < self->accounts->len ? g_ptr_array_index (self->accounts, selected) : NULL;
  g_autoptr(TambourDraft) draft = NULL;

  if (account == NULL)
    return;

  draft = tambour_draft_new_call (self->draft_key, tambour_record_get_id (TAMBOUR_RECORD (account)));
  g_set_str (&self->draft_key, draft->key);
  draft->title = g_strdup_printf (_("Call with %s"), account->name);
  draft->at = tambour_portfolio_now (self->portfolio);
  draft->fields = pack_fields (self);
  tambour_draft_keeper_keep (tambour_draft_keeper_get (self->portfolio), draft);
  adw_window_title_set_subtitle (self->title, _("Draft kept on this computer"));
}

/**
 * tambour_call_dialog_forget:
 * @self: a dialog
 *
 * The draft is no longer wanted: the call is saved.
 */
void
tambour_call_dialog_forget (TambourCallDialog *self)
{
  g_autoptr(TambourDraft) prep = NULL;

  if (self->draft_key == NULL)
    return;

  tambour_draft_keeper_discard (tambour_draft_keeper_get (self->portfolio), self->draft_key);
  g_clear_pointer (&self->draft_key, g_free);
  if (self->planned_id == NULL)
    return;

  /* What was to be raised in it has been. */
  prep = tambour_draft_new_prep (tambour_call_dialog_get_account (self), self->planned_id);
  tambour_draft_keeper_discard (tambour_draft_keeper_get (self->portfolio), prep->key);
}
