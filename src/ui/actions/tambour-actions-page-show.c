/* tambour-actions-page-show.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-action-text.h"
#include "tambour-actions-page-private.h"
#include "tambour-status.h"
#include "tambour-when.h"

/* What the page of actions says beside its rows. */

/**
 * tambour_actions_page_show_status:
 * @self: a page of actions
 * @icon: a picture
 * @title: what it says
 * @text: (nullable): what else
 * @button: (nullable): what one can do
 * @action: (nullable): by which action
 *
 * Says something in place of the list.
 */
void
tambour_actions_page_show_status (TambourActionsPage *self,
                                  const char         *icon,
                                  const char         *title,
                                  const char         *text,
                                  const char         *button,
                                  const char         *action)
{
  tambour_status_say (self->status_page, icon, title, text);
  tambour_status_offer (self->status_button, button, action);
  gtk_stack_set_visible_child_name (self->list_stack, "status");
}

/* What the customers have to do next, when there is nothing for us. */
static char *
dup_next (TambourActionsPage *self)
{
  TambourActionFilter theirs = tambour_actions_page_get_filter (self);

  theirs.view = TAMBOUR_ACTION_VIEW_THEIRS;
  for (guint i = 0; i < self->list->lines->len; i++)
    {
      const TambourActionLine *line = g_ptr_array_index (self->list->lines, i);

      if (tambour_action_filter_shows (&theirs, line))
        {
          g_autofree char *plain = tambour_action_text_plain (line, tambour_actions_page_get_now (self));

          /* Translators: %s is something that a customer has to do */
          return g_strdup_printf (_("The customers’ next: %s"), plain);
        }
    }

  return NULL;
}

/**
 * tambour_actions_page_show_nothing:
 * @self: a page of actions that shows none
 *
 * Says what that means.
 */
void
tambour_actions_page_show_nothing (TambourActionsPage *self)
{
  g_autofree char *next = NULL;

  if (self->words != NULL)
    {
      tambour_actions_page_show_status (self, "system-search-symbolic", _("Nothing Like That"), NULL, NULL, NULL);
      return;
    }

  switch (tambour_actions_page_get_filter (self).view)
    {
    case TAMBOUR_ACTION_VIEW_OURS:
      next = dup_next (self);
      tambour_actions_page_show_status (self, "object-select-symbolic", _("All Done"), next, _("_New Action…"), "page.new");
      break;
    case TAMBOUR_ACTION_VIEW_THEIRS:
      tambour_actions_page_show_status (self, "object-select-symbolic", _("No Customer Has Anything to Do"), NULL, NULL, NULL);
      break;
    case TAMBOUR_ACTION_VIEW_DECISIONS:
      tambour_actions_page_show_status (self, "object-select-symbolic", _("No Decision Is Noted"), NULL, NULL, NULL);
      break;
    case TAMBOUR_ACTION_VIEW_DONE:
      tambour_actions_page_show_status (self, "object-select-symbolic", _("Nothing Is Done Yet"), NULL, NULL, NULL);
      break;
    }
}

static const char *
say_reach (TambourActionReach reach)
{
  switch (reach)
    {
    case TAMBOUR_ACTION_REACH_ACCOUNTS:
      return _("my accounts");
    case TAMBOUR_ACTION_REACH_MINE:
      return _("mine only");
    case TAMBOUR_ACTION_REACH_TEAM:
      return _("whole team");
    }

  g_return_val_if_reached (NULL);
}

/**
 * tambour_actions_page_show_title:
 * @self: a page of actions that has read
 *
 * Says how much of ours is open, and late.
 */
void
tambour_actions_page_show_title (TambourActionsPage *self)
{
  TambourActionFilter ours = tambour_actions_page_get_filter (self);
  guint n_open = 0, n_late = 0;
  g_autofree char *number = NULL;
  g_autofree char *open = NULL;
  g_autofree char *late = NULL;
  g_autofree char *subtitle = NULL;

  ours.view = TAMBOUR_ACTION_VIEW_OURS;
  ours.words = NULL;
  for (guint i = 0; i < self->list->lines->len; i++)
    if (tambour_action_filter_shows (&ours, g_ptr_array_index (self->list->lines, i)))
      {
        n_open++;
        n_late += ((TambourActionLine *) g_ptr_array_index (self->list->lines, i))->group == TAMBOUR_ACTION_GROUP_OVERDUE;
      }

  number = tambour_when_number (n_open);
  /* Translators: %s is a number of actions */
  open = g_strdup_printf (ngettext ("%s open", "%s open", n_open), number);
  late = n_late > 0 ? g_strdup_printf (ngettext ("%d overdue", "%d overdue", (int) n_late), (int) n_late) : NULL;
  subtitle = g_strjoin (" · ", late ? late : open, late ? open : say_reach (ours.reach), late ? say_reach (ours.reach) : NULL, NULL);
  adw_window_title_set_subtitle (self->window_title, subtitle);
}
