/* tambour-talk-history.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-calls-text.h"
#include "tambour-choice-words.h"
#include "tambour-feedback.h"
#include "tambour-heading.h"
#include "tambour-marked-row.h"
#include "tambour-notice-row.h"
#include "tambour-row-list.h"
#include "tambour-talk-history.h"
#include "tambour-when.h"

/* What one sees without asking for more. */
#define SHOWN 5

/**
 * TambourTalkHistory:
 *
 * When we talked with somebody at the customer, in which calls, and what they
 * promised.
 */
struct _TambourTalkHistory
{
  GtkBox            parent_instance;

  TambourPortfolio *portfolio;
  TambourTalks     *talks;
  GCancellable     *loading;
  gboolean          shows_all_calls;
  gboolean          shows_all_promises;

  TambourHeading   *calls_heading;
  GtkWidget        *calls_button;
  GtkListBox       *calls_list;
  GtkWidget        *promises_box;
  GtkWidget        *promises_button;
  GtkListBox       *promises_list;
};

G_DEFINE_FINAL_TYPE (TambourTalkHistory, tambour_talk_history, GTK_TYPE_BOX)

static void
show_button (GtkWidget *button,
             guint      n,
             gboolean   shows_all)
{
  g_autofree char *number = tambour_when_number (n);
  g_autofree char *label = g_strdup_printf (_("All %s"), number);

  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_widget_set_visible (button, n > SHOWN && !shows_all);
}

/* --- calls ----------------------------------------------------------------- */

static char *
dup_last (TambourTalkHistory *self)
{
  TambourInstant now = tambour_portfolio_now (self->portfolio);
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  const TambourCallView *last = self->talks->calls->len > 0 ? g_ptr_array_index (self->talks->calls, 0) : NULL;
  g_autofree char *day = NULL;

  if (last == NULL)
    return NULL;

  day = tambour_when_day (tambour_zone_date_of (zone, tambour_call_time (last->call)), tambour_zone_date_of (zone, now));

  /* Translators: the day of the last talk with somebody: “Last: Tue”, “Last: 4 Nov” */
  return g_strdup_printf (_("Last: %s"), day);
}

static void
show_calls (TambourTalkHistory *self)
{
  GPtrArray *calls = self->talks->calls;
  g_autofree char *last = dup_last (self);

  tambour_heading_set_remark (self->calls_heading, last ? last : "");
  show_button (self->calls_button, calls->len, self->shows_all_calls);
  gtk_list_box_remove_all (self->calls_list);
  for (guint i = 0; i < calls->len && (i < SHOWN || self->shows_all_calls); i++)
    gtk_list_box_append (self->calls_list, tambour_calls_text_new_row (g_ptr_array_index (calls, i), tambour_portfolio_now (self->portfolio)));

  if (calls->len == 0)
    tambour_row_list_say (self->calls_list, tambour_notice_row_new ("tambour-call-symbolic", _("No call together yet"),
                                                                    _("Calls that name them as an attendee stand here")));
}

/* --- promises -------------------------------------------------------------- */

static gboolean
is_late (TambourRecord  *promise,
         TambourInstant  now)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  TambourDate due = tambour_promise_get_due (promise);

  return tambour_promise_is_open (promise) && tambour_date_is_stated (due) &&
         due.julian < tambour_zone_date_of (zone, now).julian;
}

static const char *
say_state (TambourRecord  *promise,
           TambourInstant  now)
{
  if (is_late (promise, now))
    return C_("promise", "Overdue");
  if (TAMBOUR_IS_COMMITMENT (promise))
    return _(tambour_choice_get_words (TAMBOUR_TYPE_COMMITMENT_STATUS, TAMBOUR_COMMITMENT (promise)->status));

  return _(tambour_choice_get_words (TAMBOUR_TYPE_ACTION_STATUS, TAMBOUR_ACTION_ITEM (promise)->status));
}

static GtkWidget *
new_promise_row (TambourRecord  *promise,
                 TambourInstant  now)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  gboolean is_commitment = TAMBOUR_IS_COMMITMENT (promise);
  g_autofree char *title = tambour_record_dup_title (promise);
  g_autofree char *line = g_strdup_printf ("%s · %s", is_commitment ? _("Commitment") : _("Action"), say_state (promise, now));
  g_autofree char *due = tambour_when_day (tambour_promise_get_due (promise), tambour_zone_date_of (zone, now));
  GtkWidget *row = tambour_marked_row_new (is_commitment ? "tambour-handover-symbolic" : "object-select-symbolic",
                                           is_late (promise, now) ? "warning" : NULL, title, line, due);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", TAMBOUR_RECORD_GET_CLASS (promise)->kind, promise->id);

  return row;
}

static void
show_promises (TambourTalkHistory *self)
{
  GPtrArray *promises = self->talks->promises;

  show_button (self->promises_button, promises->len, self->shows_all_promises);
  gtk_list_box_remove_all (self->promises_list);
  for (guint i = 0; i < promises->len && (i < SHOWN || self->shows_all_promises); i++)
    gtk_list_box_append (self->promises_list, new_promise_row (g_ptr_array_index (promises, i), tambour_portfolio_now (self->portfolio)));
  gtk_widget_set_visible (self->promises_box, promises->len > 0);
}

static void
all_calls_cb (TambourTalkHistory *self)
{
  self->shows_all_calls = TRUE;
  show_calls (self);
  gtk_widget_child_focus (GTK_WIDGET (self->calls_list), GTK_DIR_TAB_FORWARD);
}

static void
all_promises_cb (TambourTalkHistory *self)
{
  self->shows_all_promises = TRUE;
  show_promises (self);
  gtk_widget_child_focus (GTK_WIDGET (self->promises_list), GTK_DIR_TAB_FORWARD);
}

/* --- reading --------------------------------------------------------------- */

static gpointer
load_talks (TambourStore    *store,
            const char      *me,
            TambourInstant   now,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  return tambour_talks_load (store, data, now, cancellable, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourTalkHistory) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourTalks) talks = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (talks == NULL)
    {
      tambour_feedback_fail (GTK_WIDGET (self), error);
      return;
    }

  g_clear_pointer (&self->talks, tambour_talks_free);
  self->talks = g_steal_pointer (&talks);
  show_calls (self);
  show_promises (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/* --- the widget ------------------------------------------------------------ */

static GtkWidget *
add_list (TambourTalkHistory  *self,
          const char          *title,
          TambourHeading     **heading,
          GtkWidget          **button,
          GtkListBox         **list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  *heading = g_object_new (TAMBOUR_TYPE_HEADING, "title", title, NULL);
  *button = g_object_new (GTK_TYPE_BUTTON, "css-classes", (const char *[]) { "flat", "smallbtn", NULL }, NULL);
  *list = g_object_new (GTK_TYPE_LIST_BOX,
                        "selection-mode", GTK_SELECTION_NONE,
                        "tab-behavior", GTK_LIST_TAB_ITEM,
                        "css-classes", (const char *[]) { "boxed-list", "compact", NULL },
                        NULL);
  GTK_BUILDABLE_GET_IFACE (*heading)->add_child (GTK_BUILDABLE (*heading), NULL, G_OBJECT (*button), "action");
  gtk_accessible_update_property (GTK_ACCESSIBLE (*list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*heading));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*list));
  gtk_box_append (GTK_BOX (self), box);

  return box;
}

static void
tambour_talk_history_dispose (GObject *object)
{
  TambourTalkHistory *self = TAMBOUR_TALK_HISTORY (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (tambour_talk_history_parent_class)->dispose (object);
}

static void
tambour_talk_history_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_TALK_HISTORY (object)->talks, tambour_talks_free);

  G_OBJECT_CLASS (tambour_talk_history_parent_class)->finalize (object);
}

static void
tambour_talk_history_class_init (TambourTalkHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tambour_talk_history_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_talk_history_finalize;
}

static void
tambour_talk_history_init (TambourTalkHistory *self)
{
  TambourHeading *promises_heading;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 14);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  add_list (self, _("Talks"), &self->calls_heading, &self->calls_button, &self->calls_list);
  self->promises_box = add_list (self, _("Promised by Them"), &promises_heading, &self->promises_button, &self->promises_list);
  g_signal_connect_object (self->calls_button, "clicked", G_CALLBACK (all_calls_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->promises_button, "clicked", G_CALLBACK (all_promises_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tambour_talk_history_new:
 *
 * Returns: (transfer floating): the talks with nobody yet
 */
GtkWidget *
tambour_talk_history_new (void)
{
  return g_object_new (TAMBOUR_TYPE_TALK_HISTORY, NULL);
}

/**
 * tambour_talk_history_show:
 * @self: talks
 * @portfolio: a portfolio
 * @contact_id: somebody at a customer
 *
 * Reads them anew, off the main loop, and shows them.
 */
void
tambour_talk_history_show (TambourTalkHistory *self,
                           TambourPortfolio   *portfolio,
                           const char         *contact_id)
{
  g_return_if_fail (TAMBOUR_IS_TALK_HISTORY (self));

  g_set_object (&self->portfolio, portfolio);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  tambour_portfolio_load_async (portfolio, load_talks, g_strdup (contact_id), g_free, (GDestroyNotify) tambour_talks_free,
                                self->loading, loaded_cb, g_object_ref (self));
}
