/* tambour-value-section-show.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-text.h"
#include "tambour-notice-row.h"
#include "tambour-row-list.h"
#include "tambour-row-menu.h"
#include "tambour-tooltip.h"
#include "tambour-value-row.h"
#include "tambour-value-section-private.h"
#include "tambour-value-text.h"

/* The facts and the ledger. A row remembers what pressing Enter on it does. */

/* As many as one reads through: the records have the rest. */
#define MAX_ROWS 40

#define ACTION "tambour-action"
#define TARGET "tambour-target"

/**
 * tambour_value_section_find:
 * @row: a row of a section
 *
 * Returns: (transfer none): the section
 */
GtkWidget *
tambour_value_section_find (GtkWidget *row)
{
  return gtk_widget_get_ancestor (row, TAMBOUR_TYPE_VALUE_SECTION);
}

/**
 * tambour_value_section_set_action:
 * @row: a row
 * @action: (nullable): what pressing Enter on it does
 * @target: (transfer floating) (nullable): the parameter of that
 */
void
tambour_value_section_set_action (GtkWidget  *row,
                                  const char *action,
                                  GVariant   *target)
{
  g_autoptr(GVariant) owned = target ? g_variant_ref_sink (target) : NULL;

  g_object_set_data (G_OBJECT (row), ACTION, (gpointer) action);
  g_object_set_data_full (G_OBJECT (row), TARGET, owned ? g_variant_ref (owned) : NULL, (GDestroyNotify) g_variant_unref);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), action != NULL);
}

/**
 * tambour_value_section_set_record:
 * @row: a row
 * @record: the record that it leads to
 */
void
tambour_value_section_set_record (GtkWidget     *row,
                                  TambourRecord *record)
{
  tambour_value_section_set_action (row, "win.open-record", g_variant_new ("(ss)", TAMBOUR_RECORD_GET_CLASS (record)->kind, record->id));
}

/**
 * tambour_value_section_activate:
 * @row: a row of one of the lists
 *
 * Does what is behind it, if anything is.
 */
void
tambour_value_section_activate (GtkListBoxRow *row)
{
  const char *action = g_object_get_data (G_OBJECT (row), ACTION);

  if (action != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (row), action, g_object_get_data (G_OBJECT (row), TARGET));
}

/* --- the facts at the head ----------------------------------------------------- */

static void
show_figure (TambourValueSection *self,
             TambourValueFigure   figure,
             const char          *value,
             const char          *name,
             const char          *remark)
{
  const char *texts[] = { value, name, remark };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gtk_label_set_text (self->figures[figure][i], texts[i]);
      tambour_tooltip_set (self->figures[figure][i], texts[i]);
    }
}

static void
show_figures (TambourValueSection *self)
{
  const TambourValueLedger *ledger = self->ledger;
  gboolean has_share = !isnan (ledger->break_even) && ledger->break_even > 0 && ledger->break_even <= 1;
  g_autofree char *counted = tambour_value_text_amount (ledger->counted);
  g_autofree char *stands_on = tambour_value_text_counted (ledger);
  g_autofree char *waiting = tambour_value_text_waiting (ledger);
  g_autofree char *n_waiting = tambour_value_text_n_waiting (ledger);
  g_autofree char *fee = tambour_value_text_amount (ledger->fee);
  g_autofree char *year = tambour_value_text_year (ledger);
  g_autofree char *ratio = tambour_value_text_ratio (ledger);
  g_autofree char *before = tambour_value_text_before (ledger);
  g_autofree char *share = has_share ? tambour_account_text_percent (ledger->break_even) : g_strdup ("–");
  g_autofree char *break_even = tambour_value_text_break_even (ledger);

  show_figure (self, TAMBOUR_VALUE_FIGURE_COUNTED, counted, _("value counted"), stands_on);
  show_figure (self, TAMBOUR_VALUE_FIGURE_WAITING, waiting, _("awaiting acceptance"), n_waiting);
  show_figure (self, TAMBOUR_VALUE_FIGURE_FEE, fee, _("plan fee"), year);
  show_figure (self, TAMBOUR_VALUE_FIGURE_RETURN, ratio, _("value by fee"), before);
  show_figure (self, TAMBOUR_VALUE_FIGURE_BREAK_EVEN, share, _("break-even"), break_even);
}

/* --- menus ---------------------------------------------------------------------- */

static void
add_question (TambourValueSection  *self,
              GMenu                *menu,
              const char           *label,
              TambourValueMoveKind  kind,
              const char           *id)
{
  tambour_row_menu_item (menu, label, "win.ask-value",
                         g_variant_new ("(uss)", (guint) kind, id, tambour_section_get_account (TAMBOUR_SECTION (self))));
}

static GMenu *
new_item_menu (TambourValueSection    *self,
               const TambourValueItem *item)
{
  TambourRecord *record = TAMBOUR_RECORD (item->entry);
  GMenu *menu = g_menu_new ();

  if (!tambour_section_can_write (TAMBOUR_SECTION (self)) || item->is_held)
    return menu;

  switch ((TambourValueState) item->entry->state)
    {
    case TAMBOUR_VALUE_STATE_PROPOSED:
      if (item->entry->class != TAMBOUR_VALUE_CLASS_UNQUANTIFIED)
        add_question (self, menu, _("Accept…"), TAMBOUR_VALUE_MOVE_ACCEPT, record->id);
      add_question (self, menu, _("Reject…"), TAMBOUR_VALUE_MOVE_REJECT, record->id);
      tambour_row_menu_item (menu, _("Withdraw"), "review.withdraw", g_variant_new_string (record->id));
      break;

    case TAMBOUR_VALUE_STATE_ACCEPTED:
      tambour_row_menu_item (menu, _("Withdraw"), "review.withdraw", g_variant_new_string (record->id));
      break;

    case TAMBOUR_VALUE_STATE_DRAFT:
    case TAMBOUR_VALUE_STATE_REJECTED:
      if (item->entry->class != TAMBOUR_VALUE_CLASS_UNQUANTIFIED)
        tambour_row_menu_item (menu, _("Propose to Customer"), "review.show-customer", g_variant_new_string (record->id));
      break;
    }

  tambour_row_menu_record (menu, _("Edit…"), "win.edit-record", record);

  return menu;
}

/* --- rows ------------------------------------------------------------------------ */

static char *
dup_item_key (gconstpointer item)
{
  return g_strdup (TAMBOUR_RECORD (((const TambourValueItem *) item)->entry)->id);
}

static GtkWidget *
new_row (gpointer data)
{
  return tambour_value_row_new (((TambourValueSection *) data)->amounts);
}

static char *
dup_amount (const TambourValueItem *item)
{
  TambourMoney amount = item->entry->gross;

  amount.minor = item->counted;

  return item->counted == TAMBOUR_NO_COUNT ? NULL : tambour_value_text_amount (amount);
}

static void
show_item (GtkWidget *row,
           gpointer   data)
{
  const TambourValueItem *item = data;
  TambourValueSection *self = TAMBOUR_VALUE_SECTION (tambour_value_section_find (row));
  g_autofree char *line = tambour_value_text_item (item, self->ledger);
  g_autofree char *amount = dup_amount (item);
  g_autofree char *share = tambour_value_text_share (item->entry);
  g_autoptr(GMenu) menu = new_item_menu (self, item);

  tambour_value_section_set_record (row, TAMBOUR_RECORD (item->entry));
  tambour_value_row_show (TAMBOUR_VALUE_ROW (row), &(TambourValueWords) {
                                                     .title = item->entry->title,
                                                     .line = line,
                                                     .tag = item->is_held ? _("In a review") : NULL,
                                                     .amount = amount,
                                                     .share = share,
                                                   });
  tambour_row_menu_offer (GTK_LIST_BOX_ROW (row), G_MENU_MODEL (menu));
}

/* Of what does not count, the title and the reason (METRICS.md M63). */
static void
show_other (GtkWidget              *row,
            const TambourValueItem *item)
{
  TambourValueSection *self = TAMBOUR_VALUE_SECTION (tambour_value_section_find (row));
  g_autofree char *line = tambour_value_text_reason (item);
  g_autoptr(GMenu) menu = new_item_menu (self, item);

  tambour_value_section_set_record (row, TAMBOUR_RECORD (item->entry));
  tambour_value_row_show (TAMBOUR_VALUE_ROW (row), &(TambourValueWords) {
                                                     .title = item->entry->title,
                                                     .line = line,
                                                   });
  tambour_row_menu_offer (GTK_LIST_BOX_ROW (row), G_MENU_MODEL (menu));
}

/* --- proposals -------------------------------------------------------------------- */

static char *
dup_proposal_key (gconstpointer item)
{
  return g_strdup (((const TambourValueProposal *) item)->key);
}

static void
show_proposal (GtkWidget *row,
               gpointer   data)
{
  const TambourValueProposal *proposal = data;
  TambourValueSection *self = TAMBOUR_VALUE_SECTION (tambour_value_section_find (row));
  g_autofree char *line = tambour_value_text_proposal (proposal);
  g_autofree char *share = tambour_value_text_share (proposal->entry);
  g_autofree char *amount = NULL;
  g_autoptr(GMenu) menu = g_menu_new ();
  TambourMoney counted = proposal->entry->gross;
  gboolean can_be_made = tambour_value_proposal_can_be_made (proposal) && tambour_section_can_write (TAMBOUR_SECTION (self));

  if (counted.minor != TAMBOUR_NO_COUNT && proposal->reason == NULL)
    {
      counted.minor = tambour_value_take_share (counted.minor, proposal->entry->share);
      amount = tambour_value_text_amount (counted);
    }

  tambour_value_section_set_action (row, can_be_made ? "review.propose" : NULL, can_be_made ? g_variant_new_string (proposal->key) : NULL);
  tambour_value_row_show (TAMBOUR_VALUE_ROW (row), &(TambourValueWords) {
                                                     .title = proposal->entry->title,
                                                     .line = line,
                                                     .tag = proposal->reason ? NULL : proposal->is_recorded ? _("Changed")
                                                                                                            : _("Not recorded"),
                                                     .tag_style = proposal->reason ? NULL : "accent",
                                                     .amount = amount,
                                                     .share = proposal->reason ? NULL : share,
                                                   });
  if (can_be_made)
    tambour_row_menu_item (menu, proposal->is_recorded ? _("Propose Again") : _("Propose"), "review.propose", g_variant_new_string (proposal->key));
  else if (proposal->rate != NULL && tambour_section_can_write (TAMBOUR_SECTION (self)))
    tambour_row_menu_item (menu, _("Add Rate…"), "review.ask-rate", g_variant_new_string (""));
  tambour_row_menu_offer (GTK_LIST_BOX_ROW (row), G_MENU_MODEL (menu));
}

/**
 * tambour_value_section_show_period:
 * @self: a section that has read its ledger
 *
 * Says for which period is proposed, where there is room for it.
 */
void
tambour_value_section_show_period (TambourValueSection *self)
{
  const TambourValueProposals *proposals = self->ledger->proposals;
  g_autofree char *period = tambour_value_text_period (proposals->from, proposals->to, self->ledger->today);
  /* Translators: %s is a period */
  g_autofree char *remark = g_strdup_printf (_("computed for %s"), period);

  tambour_heading_set_remark (self->proposals_heading, self->is_small ? NULL : remark);
}

static void
show_proposals (TambourValueSection *self)
{
  static const TambourRowList rows = { dup_proposal_key, new_row, show_proposal, NULL };
  const TambourValueProposals *proposals = self->ledger->proposals;
  g_autoptr(GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; i < proposals->list->len; i++)
    if (tambour_value_proposal_can_be_made (g_ptr_array_index (proposals->list, i)))
      g_ptr_array_add (shown, g_ptr_array_index (proposals->list, i));

  gtk_widget_set_visible (self->proposals_box, shown->len > 0);
  tambour_value_section_show_period (self);
  tambour_row_list_show (self->proposals_list, &rows, shown, MIN (shown->len, MAX_ROWS), self);
}

/* --- what does not count ------------------------------------------------------------ */

/* An entry of the year, or something that the program cannot compute. */
typedef struct
{
  TambourValueItem     *item;
  TambourValueProposal *proposal;
} Other;

static char *
dup_other_key (gconstpointer data)
{
  const Other *other = data;

  return other->item ? dup_item_key (other->item) : dup_proposal_key (other->proposal);
}

static void
show_other_row (GtkWidget *row,
                gpointer   data)
{
  const Other *other = data;

  if (other->item != NULL)
    show_other (row, other->item);
  else
    show_proposal (row, other->proposal);
}

static void
show_others (TambourValueSection *self)
{
  static const TambourRowList rows = { dup_other_key, new_row, show_other_row, NULL };
  GPtrArray *list = self->ledger->proposals->list;
  g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->ledger->not_counted->len; i++)
    {
      Other *other = g_new0 (Other, 1);

      other->item = g_ptr_array_index (self->ledger->not_counted, i);
      g_ptr_array_add (others, other);
    }

  for (guint i = 0; i < list->len; i++)
    {
      TambourValueProposal *proposal = g_ptr_array_index (list, i);
      Other *other;

      if (proposal->reason == NULL)
        continue;
      other = g_new0 (Other, 1);
      other->proposal = proposal;
      g_ptr_array_add (others, other);
    }

  gtk_widget_set_visible (self->others_box, others->len > 0);
  tambour_row_list_show (self->others_list, &rows, others, MIN (others->len, MAX_ROWS), self);
}

/* --- the ledger ----------------------------------------------------------------------- */

static void
show_items (TambourValueSection *self,
            GtkListBox          *list,
            GPtrArray           *items,
            const char          *empty,
            const char          *next)
{
  static const TambourRowList rows = { dup_item_key, new_row, show_item, NULL };

  if (items->len > 0)
    tambour_row_list_show (list, &rows, items, MIN (items->len, MAX_ROWS), self);
  else
    tambour_row_list_say (list, tambour_notice_row_new ("tambour-reports-symbolic", empty, next));
}

/**
 * tambour_value_section_show:
 * @self: a section that has read its ledger
 *
 * Shows it.
 */
void
tambour_value_section_show (TambourValueSection *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->figures_box), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->columns), TRUE);
  show_figures (self);
  show_proposals (self);
  tambour_heading_set_part (self->waiting_heading, MAX_ROWS, self->ledger->waiting->len, NULL);
  show_items (self, self->waiting_list, self->ledger->waiting, _("Nothing awaits acceptance"),
              _("What is proposed to the customer stands here, and counts when it is accepted"));
  tambour_heading_set_part (self->accepted_heading, MAX_ROWS, self->ledger->accepted->len, NULL);
  show_items (self, self->accepted_list, self->ledger->accepted, _("Nothing is accepted yet"),
              _("Only what the customer accepted counts"));
  show_others (self);
  tambour_value_section_show_side (self);
}
