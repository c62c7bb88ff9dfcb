/* tambour-programme-page-guests.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-library-doing.h"
#include "tambour-library-text.h"
#include "tambour-notice-row.h"
#include "tambour-plan-row.h"
#include "tambour-programme-page-private.h"
#include "tambour-row-list.h"
#include "tambour-row-menu.h"
#include "tambour-row-record.h"

/* Who was invited to a programme, and what they answer. */

static TambourPortfolio *
get_portfolio (TambourProgrammePage *self)
{
  return tambour_page_get_portfolio (TAMBOUR_PAGE (self));
}

static const TambourGuest *
find_guest (TambourProgrammePage *self,
            const char           *id)
{
  for (guint i = 0; self->file != NULL && i < self->file->guests->len; i++)
    {
      const TambourGuest *guest = g_ptr_array_index (self->file->guests, i);

      if (g_strcmp0 (guest->record->id, id) == 0)
        return guest;
    }

  return NULL;
}

static char *
dup_guest_key (gconstpointer item)
{
  return g_strdup (((const TambourGuest *) item)->record->id);
}

static GtkWidget *
new_guest_row (gpointer data)
{
  return tambour_plan_row_new (((TambourProgrammePage *) data)->priorities);
}

/* What can be answered depends on how they stand, and on the seats. */
static void
add_answers (TambourProgrammePage *self,
             GMenu                *menu,
             const TambourGuest   *guest)
{
  const char *id = guest->record->id;
  gboolean is_free = self->file->n_free > 0;

  if (guest->state == TAMBOUR_GUEST_WAITING && is_free)
    tambour_row_menu_item (menu, _("Give a Seat"), "programme.answer", g_variant_new ("(sb)", id, TRUE));
  else if (guest->state == TAMBOUR_GUEST_ASKED || guest->state == TAMBOUR_GUEST_DECLINED)
    tambour_row_menu_item (menu, is_free ? _("Accepts") : _("Accepts and Waits"), "programme.answer", g_variant_new ("(sb)", id, TRUE));
  if (guest->state != TAMBOUR_GUEST_DECLINED)
    tambour_row_menu_item (menu, _("Declines"), "programme.answer", g_variant_new ("(sb)", id, FALSE));
}

static GMenu *
new_guest_menu (TambourProgrammePage *self,
                const TambourGuest   *guest)
{
  GMenu *menu = g_menu_new ();
  const char *id = guest->record->id;

  if (tambour_page_can_write (TAMBOUR_PAGE (self)))
    {
      add_answers (self, menu, guest);
      tambour_row_menu_item (menu, _("Follow Up…"), "win.ask-library", tambour_library_new_question (TAMBOUR_LIBRARY_MOVE_FOLLOW_UP, id, NULL));
      if (tambour_date_is_stated (guest->follow_up_on) && !tambour_date_is_stated (guest->followed_up_on))
        tambour_row_menu_item (menu, _("Followed Up"), "programme.followed-up", g_variant_new_string (id));
      tambour_row_menu_record (menu, _("Edit…"), "win.edit-record", guest->record);
    }
  tambour_row_menu_record (menu, _("Open"), "win.open-record", guest->record);

  return menu;
}

static void
show_guest (GtkWidget *row,
            gpointer   item)
{
  const TambourGuest *guest = item;
  TambourProgrammePage *self = TAMBOUR_PROGRAMME_PAGE (gtk_widget_get_ancestor (row, TAMBOUR_TYPE_PROGRAMME_PAGE));
  g_autofree char *priority = g_strdup_printf ("%d", (int) guest->priority);
  g_autofree char *line = tambour_library_text_guest (guest, self->file->today);
  g_autofree char *state = tambour_library_text_state (guest);
  g_autoptr(GMenu) menu = new_guest_menu (self, guest);

  tambour_row_record_set (row, guest->record);
  tambour_plan_row_show (TAMBOUR_PLAN_ROW (row), &(TambourPlanWords) {
                                                   .lead = priority,
                                                   .icon = tambour_guest_is_due (guest, self->file->today) ? "alarm-symbolic" : NULL,
                                                   .title = guest->account_name ? guest->account_name : _("No account"),
                                                   .line = line,
                                                   .tag = state,
                                                   .tag_style = tambour_library_text_state_style (guest),
                                                 });
  tambour_row_menu_offer (GTK_LIST_BOX_ROW (row), G_MENU_MODEL (menu));
}

/**
 * tambour_programme_page_show_guests:
 * @self: a page that has read its programme
 *
 * Shows who was invited, and how that stands.
 */
void
tambour_programme_page_show_guests (TambourProgrammePage *self)
{
  static const TambourRowList rows = { dup_guest_key, new_guest_row, show_guest, NULL };
  GPtrArray *guests = self->file->guests;

  tambour_heading_set_remark (self->guests_heading, guests->len > 0 ? _("by seat, then priority 1 to 3") : NULL);
  if (guests->len > 0)
    tambour_row_list_show (self->guests_list, &rows, guests, guests->len, self);
  else
    tambour_row_list_say (self->guests_list, tambour_notice_row_new ("tambour-people-symbolic", _("Nobody is invited yet"),
                                                                     _("Invite those for whom it matters most first")));
}

static void
answer (TambourProgrammePage *self,
        const TambourGuest   *guest,
        gboolean              comes)
{
  if (guest != NULL && tambour_page_can_write (TAMBOUR_PAGE (self)))
    tambour_library_answer (GTK_WIDGET (self), get_portfolio (self), guest, comes, self->file->n_free > 0);
}

static void
answer_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourProgrammePage *self = TAMBOUR_PROGRAMME_PAGE (widget);
  gboolean comes;
  const char *id;

  g_variant_get (parameter, "(&sb)", &id, &comes);
  answer (self, find_guest (self, id), comes);
}

static void
followed_up_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TambourProgrammePage *self = TAMBOUR_PROGRAMME_PAGE (widget);
  const TambourGuest *guest = find_guest (self, g_variant_get_string (parameter, NULL));

  if (guest != NULL)
    tambour_library_end_follow_up (widget, get_portfolio (self), guest);
}

/* The guest whose row the keyboard is on. */
static const TambourGuest *
get_focused (TambourProgrammePage *self)
{
  for (guint i = 0; self->file != NULL && i < self->file->guests->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->guests_list, (int) i);

      if (row != NULL && gtk_widget_has_focus (GTK_WIDGET (row)))
        return g_ptr_array_index (self->file->guests, i);
    }

  return NULL;
}

/* Keys of the list: they are letters only while a row has the keyboard. */
static gboolean
accept_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  TambourProgrammePage *self = user_data;
  const TambourGuest *guest = get_focused (self);

  if (guest == NULL || guest->state == TAMBOUR_GUEST_SEATED || (guest->state == TAMBOUR_GUEST_WAITING && self->file->n_free <= 0))
    return GDK_EVENT_PROPAGATE;

  answer (self, guest, TRUE);

  return GDK_EVENT_STOP;
}

static gboolean
decline_cb (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  TambourProgrammePage *self = user_data;
  const TambourGuest *guest = get_focused (self);

  if (guest == NULL || guest->state == TAMBOUR_GUEST_DECLINED)
    return GDK_EVENT_PROPAGATE;

  answer (self, guest, FALSE);

  return GDK_EVENT_STOP;
}

/**
 * tambour_programme_page_add_keys:
 * @self: a page of a programme
 *
 * Has “a” accept and “d” decline for the guest whose row has the keyboard.
 */
void
tambour_programme_page_add_keys (TambourProgrammePage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("a"), gtk_callback_action_new (accept_cb, self, NULL)));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("d"), gtk_callback_action_new (decline_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->guests_list), keys);
}

/**
 * tambour_programme_page_install_answers:
 * @widget_class: the class of pages of programmes
 */
void
tambour_programme_page_install_answers (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "programme.answer", "(sb)", answer_action);
  gtk_widget_class_install_action (widget_class, "programme.followed-up", "s", followed_up_action);
}
