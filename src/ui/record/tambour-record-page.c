/* tambour-record-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-draft-keeper.h"
#include "tambour-feedback.h"
#include "tambour-heading.h"
#include "tambour-kind-words.h"
#include "tambour-menu-button.h"
#include "tambour-people.h"
#include "tambour-record-facts.h"
#include "tambour-record-history.h"
#include "tambour-record-page-private.h"
#include "tambour-record-related.h"
#include "tambour-record-words.h"
#include "tambour-status.h"
#include "tambour-talk-history.h"

/* Longer titles can be cut. */
#define MAX_PLAIN_TITLE 120

/* As the details of a case (04). */
#define SIDE_WIDTH 260

/**
 * TambourRecordPage:
 *
 * A record of whatever kind: what it says, what refers to it, and its history.
 */
G_DEFINE_FINAL_TYPE (TambourRecordPage, tambour_record_page, TAMBOUR_TYPE_PAGE)

/**
 * tambour_record_page_get_now:
 * @self: a page of a record
 *
 * Returns: what time it is in its portfolio
 */
TambourInstant
tambour_record_page_get_now (TambourRecordPage *self)
{
  return tambour_portfolio_now (tambour_page_get_portfolio (TAMBOUR_PAGE (self)));
}

static gboolean
is_writable (TambourRecordPage *self)
{
  TambourPortfolio *portfolio = tambour_page_get_portfolio (TAMBOUR_PAGE (self));

  return self->view != NULL && portfolio != NULL && !tambour_portfolio_is_read_only (portfolio) &&
         !(self->klass->traits & TAMBOUR_RECORD_DERIVED);
}

static void
update_actions (TambourRecordPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean can_write = is_writable (self);
  gboolean is_there = can_write && !tambour_record_is_deleted (self->view->record);
  gboolean is_history = (self->klass->traits & TAMBOUR_RECORD_APPEND_ONLY) != 0;

  gtk_widget_action_set_enabled (widget, "page.new", can_write);
  gtk_widget_action_set_enabled (widget, "page.edit", is_there);
  gtk_widget_action_set_enabled (widget, "record.edit", is_there && !is_history);
  gtk_widget_action_set_enabled (widget, "record.correct", is_there && is_history);
  gtk_widget_action_set_enabled (widget, "record.duplicate", is_there && !is_history);
  gtk_widget_action_set_enabled (widget, "record.remove", is_there);
  gtk_widget_action_set_enabled (widget, "record.restore", can_write && !is_there);
  gtk_widget_action_set_enabled (widget, "record.restore-step", is_there);
  tambour_record_page_show_steps (self, is_there);
  gtk_widget_set_visible (self->edit_button, can_write);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), can_write);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->edit_button), is_history ? "record.correct" : "record.edit");
  gtk_widget_set_tooltip_text (self->edit_button, is_history ? _("Add a Correction") : _("Edit"));
  adw_button_content_set_label (self->edit_content, self->is_narrow ? "" : is_history ? _("_Correct…")
                                                                                      : _("_Edit"));
}

/* Somebody at the customer: what we talked about. */
static void
show_talks (TambourRecordPage *self)
{
  GtkWidget *talks = adw_bin_get_child (self->talks);

  if (!TAMBOUR_IS_CONTACT (self->view->record))
    return;

  if (talks == NULL)
    {
      talks = tambour_talk_history_new ();
      adw_bin_set_child (self->talks, talks);
      gtk_widget_set_visible (GTK_WIDGET (self->talks), TRUE);
    }

  tambour_talk_history_show (TAMBOUR_TALK_HISTORY (talks), tambour_page_get_portfolio (TAMBOUR_PAGE (self)), self->id);
}

/* What stands among the talks does not stand twice. */
static void
leave_talks_out (TambourRecordPage *self,
                 GPtrArray         *referrers)
{
  if (!TAMBOUR_IS_CONTACT (self->view->record))
    return;

  for (guint i = referrers->len; i-- > 0;)
    if (g_str_equal (((TambourReferrers *) g_ptr_array_index (referrers, i))->klass->kind, "attendance"))
      g_ptr_array_remove_index (referrers, i);
}

static char *
dup_meta (TambourRecordPage *self)
{
  TambourRecord *record = self->view->record;
  g_autofree char *when = tambour_words_moment (record->updated_at, tambour_record_page_get_now (self));

  if (self->view->changed_by == NULL || *when == '\0')
    return g_steal_pointer (&when);

  /* Translators: when a record was changed, and by whom */
  return g_strdup_printf (_("Changed %1$s by %2$s"), when, self->view->changed_by);
}

static void
show_record (TambourRecordPage *self)
{
  g_autofree char *title = tambour_record_words_title (self->view->record, self->view->others, tambour_record_page_get_now (self));
  g_autofree char *meta = dup_meta (self);

  gtk_label_set_text (self->title_label, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title_label), g_utf8_strlen (title, -1) > MAX_PLAIN_TITLE ? title : NULL);
  gtk_label_set_text (self->meta_label, meta);
  tambour_record_facts_show (self->facts, self->view, tambour_record_page_get_now (self));
  tambour_record_facts_show_texts (self->texts, self->view);
  tambour_record_history_show (self->history, self->view, tambour_record_page_get_now (self), is_writable (self));
  gtk_widget_set_visible (self->history_box, self->view->steps->len > 0);
  gtk_stack_set_visible_child_name (self->stack, "record");
}

static char *
dup_refused (TambourRecordView *view)
{
  if (view->is_erased)
    return g_strdup (_("Kept on this computer only. An administrator has erased it on the team server for good."));

  return view->refused ? g_strdup_printf (_("Kept on this computer only. The team server refused it: %s"), view->refused) : NULL;
}

/* What a reader edits is kept here, and not on the server; what was erased there goes back
 * when somebody says so.
 */
static void
show_refused (TambourRecordPage *self)
{
  g_autofree char *message = dup_refused (self->view);

  if (message != NULL)
    adw_banner_set_title (self->refused_banner, message);
  adw_banner_set_button_label (self->refused_banner, self->view->is_erased ? _("_Send Again") : NULL);
  adw_banner_set_revealed (self->refused_banner, message != NULL);
}

/* What is gone stays in the history, from where it can be brought back. */
static void
show_removed (TambourRecordPage *self)
{
  TambourRecord *record = self->view->record;
  g_autofree char *title = tambour_record_words_title (record, self->view->others, tambour_record_page_get_now (self));
  g_autofree char *when = tambour_words_moment (record->deleted_at, tambour_record_page_get_now (self));
  g_autofree char *text = self->view->changed_by ? g_strdup_printf (_("Removed %1$s by %2$s"), when, self->view->changed_by)
                                                 : g_strdup_printf (_("Removed %s"), when);

  tambour_status_say (self->status_page, "user-trash-symbolic", title, text);
  gtk_widget_set_visible (self->restore_button, is_writable (self));
  gtk_stack_set_visible_child_name (self->stack, "status");
}

static void
show_error (TambourRecordPage *self,
            GError            *error)
{
  g_autofree char *reason = tambour_feedback_dup_reason (error);

  tambour_status_say (self->status_page, "dialog-error-symbolic", _("This Record Cannot Be Shown"), reason);
  gtk_widget_set_visible (self->restore_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

static void
show_titles (TambourRecordPage *self)
{
  g_autofree char *title = tambour_record_words_title (self->view->record, self->view->others, tambour_record_page_get_now (self));
  const char *account_id = self->view->record->account_id.id;
  TambourRecord *account = account_id ? g_hash_table_lookup (self->view->others, account_id) : NULL;
  g_autofree char *name = account ? tambour_record_words_title (account, NULL, tambour_record_page_get_now (self)) : NULL;

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_window_title_set_title (self->window_title, _(tambour_kind_get_words (self->klass)->title));
  adw_window_title_set_subtitle (self->window_title, name ? name : "");
}

static gpointer
load_referrers (TambourStore    *store,
                const char      *me,
                TambourInstant   now,
                gpointer         data,
                GCancellable    *cancellable,
                GError         **error)
{
  return tambour_record_view_referrers (store, data, TAMBOUR_RECORD_RELATED_SHOWN, cancellable, error);
}

static void
referrers_loaded_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(TambourRecordPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) referrers = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (referrers == NULL || self->view == NULL)
    return;

  leave_talks_out (self, referrers);
  tambour_record_related_show (self->related, self->view->record, referrers, tambour_record_page_get_now (self));
}

static gpointer
load_draft (TambourStore    *store,
            const char      *me,
            TambourInstant   now,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  g_autofree char *text = tambour_store_dup_setting (store, data);

  return text ? tambour_draft_unpack (data, text) : NULL;
}

static void
show_draft (TambourRecordPage  *self,
            const TambourDraft *draft)
{
  if (draft != NULL)
    {
      g_autofree char *when = tambour_words_lately (draft->at, tambour_record_page_get_now (self));
      /* Translators: %s is a time, at which something was typed last */
      g_autofree char *message = g_strdup_printf (_("Draft of %s"), when);

      adw_banner_set_title (self->draft_banner, message);
    }

  adw_banner_set_revealed (self->draft_banner, draft != NULL && is_writable (self) && !tambour_record_is_deleted (self->view->record));
}

static void
draft_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(TambourRecordPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourDraft) draft = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (error == NULL && self->view != NULL)
    show_draft (self, draft);
}

/* What somebody began to type and did not save is told; memory knows it before the file. */
static void
find_draft (TambourRecordPage *self)
{
  TambourPortfolio *portfolio = tambour_page_get_portfolio (TAMBOUR_PAGE (self));
  g_autofree char *key = tambour_draft_dup_key (self->klass->kind, self->id, NULL);
  gboolean is_known;
  g_autoptr(TambourDraft) draft = tambour_draft_keeper_dup (tambour_draft_keeper_get (portfolio), key, &is_known);

  if (is_known)
    show_draft (self, draft);
  else
    tambour_portfolio_load_async (portfolio, load_draft, g_steal_pointer (&key), g_free, (GDestroyNotify) tambour_draft_free,
                                  self->loading, draft_loaded_cb, g_object_ref (self));
}

static void
draft_changed_cb (TambourRecordPage *self,
                  const char        *key)
{
  g_autofree char *own = tambour_draft_dup_key (self->klass->kind, self->id, NULL);

  if (self->view != NULL && g_str_equal (key, own))
    find_draft (self);
}

static gpointer
load_view (TambourStore    *store,
           const char      *me,
           TambourInstant   now,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  TambourRecord *wanted = data;

  return tambour_record_view_load (store, TAMBOUR_RECORD_GET_CLASS (wanted), wanted->id, error);
}

static void
view_loaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(TambourRecordPage) self = user_data;
  g_autoptr(GError) error = NULL;
  TambourRecordView *view = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (view == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_error (self, error);
      return;
    }

  g_clear_pointer (&self->view, tambour_record_view_free);
  self->view = view;
  show_titles (self);
  show_refused (self);
  update_actions (self);
  find_draft (self);
  if (tambour_record_is_deleted (view->record))
    {
      show_removed (self);
      return;
    }

  show_record (self);
  show_talks (self);
  tambour_portfolio_load_async (TAMBOUR_PORTFOLIO (source), load_referrers, g_object_ref (view->record), g_object_unref,
                                (GDestroyNotify) g_ptr_array_unref, self->loading, referrers_loaded_cb, g_object_ref (self));
}

static void
tambour_record_page_refresh (TambourPage *page)
{
  TambourRecordPage *self = TAMBOUR_RECORD_PAGE (page);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  tambour_portfolio_load_async (tambour_page_get_portfolio (page), load_view,
                                tambour_record_new (G_TYPE_FROM_CLASS (self->klass), self->id), g_object_unref,
                                (GDestroyNotify) tambour_record_view_free, self->loading, view_loaded_cb, g_object_ref (self));
}

static void
draft_clicked_cb (TambourRecordPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "record.edit", NULL);
}

/* Beside each other while there is room, else the details first. */
static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  TambourRecordPage *self = TAMBOUR_RECORD_PAGE (widget);
  int margin = breadth == TAMBOUR_BREADTH_NARROW ? 12 : 18;

  tambour_breadth_arrange_columns (self->columns, ADW_CLAMP (self->side), SIDE_WIDTH, breadth <= TAMBOUR_BREADTH_MEDIUM);
  self->is_narrow = breadth == TAMBOUR_BREADTH_NARROW;
  gtk_widget_set_margin_start (GTK_WIDGET (self->columns), margin);
  gtk_widget_set_margin_end (GTK_WIDGET (self->columns), margin);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->columns), margin);
  if (self->klass != NULL)
    update_actions (self);
}

static void
tambour_record_page_dispose (GObject *object)
{
  TambourRecordPage *self = TAMBOUR_RECORD_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_RECORD_PAGE);

  G_OBJECT_CLASS (tambour_record_page_parent_class)->dispose (object);
}

static void
tambour_record_page_finalize (GObject *object)
{
  TambourRecordPage *self = TAMBOUR_RECORD_PAGE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->view, tambour_record_view_free);

  G_OBJECT_CLASS (tambour_record_page_parent_class)->finalize (object);
}

static void
tambour_record_page_class_init (TambourRecordPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_record_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_record_page_finalize;
  TAMBOUR_PAGE_CLASS (klass)->refresh = tambour_record_page_refresh;

  tambour_record_page_install_actions (widget_class);
  tambour_record_page_install_steps (widget_class);

  g_type_ensure (TAMBOUR_TYPE_HEADING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-record-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, record_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, edit_content);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, draft_banner);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, refused_banner);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, restore_button);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, columns);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, main);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, meta_label);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, steps_box);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, settle_button);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, withdraw_button);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, move_button);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, hand_over_button);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, fixed_label);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, texts);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, talks);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, related);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, history_box);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, history);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, side);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordPage, facts);
  gtk_widget_class_bind_template_callback (widget_class, draft_clicked_cb);
}

static void
tambour_record_page_init (TambourRecordPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_menu_button_offer (self->menu_button, self->record_menu);
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}

/**
 * tambour_record_page_new:
 * @portfolio: a portfolio
 * @klass: a kind of record
 * @id: the id of one
 *
 * Returns: (transfer floating): its page
 */
TambourRecordPage *
tambour_record_page_new (TambourPortfolio   *portfolio,
                         TambourRecordClass *klass,
                         const char         *id)
{
  TambourRecordPage *self = g_object_new (TAMBOUR_TYPE_RECORD_PAGE, NULL);

  self->klass = klass;
  self->id = g_strdup (id);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _(tambour_kind_get_words (klass)->title));
  update_actions (self);
  g_signal_connect_object (tambour_draft_keeper_get (portfolio), "changed", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  tambour_page_set_portfolio (TAMBOUR_PAGE (self), portfolio);

  return self;
}

/**
 * tambour_record_page_get_kind:
 * @self: a page of a record
 *
 * Returns: (transfer none): the kind of its record
 */
TambourRecordClass *
tambour_record_page_get_kind (TambourRecordPage *self)
{
  g_return_val_if_fail (TAMBOUR_IS_RECORD_PAGE (self), NULL);

  return self->klass;
}

/**
 * tambour_record_page_get_id:
 * @self: a page of a record
 *
 * Returns: (transfer none): the id of its record
 */
const char *
tambour_record_page_get_id (TambourRecordPage *self)
{
  g_return_val_if_fail (TAMBOUR_IS_RECORD_PAGE (self), NULL);

  return self->id;
}

/**
 * tambour_record_page_get_record:
 * @self: a page of a record
 *
 * Returns: (transfer none) (nullable): its record as it is shown, once it is
 */
TambourRecord *
tambour_record_page_get_record (TambourRecordPage *self)
{
  g_return_val_if_fail (TAMBOUR_IS_RECORD_PAGE (self), NULL);

  return self->view ? self->view->record : NULL;
}
