/* tambour-clock-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-clock-buttons.h"
#include "tambour-clock-row-private.h"
#include "tambour-clock-text.h"
#include "tambour-later.h"
#include "tambour-menu-button.h"
#include "tambour-priority-label.h"
#include "tambour-tooltip.h"

/* Where it is narrow, minutes are told below so many hours. */
#define HOURS_FULL 10

/**
 * TambourClockRow:
 *
 * A response clock and its case: how urgent it is, when it is due at the
 * customer's and here, and how much of its time is left. It follows the time by
 * itself and offers what can be done: log a response, open the case or the
 * account, call back.
 */
G_DEFINE_FINAL_TYPE (TambourClockRow, tambour_clock_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_class (gpointer    widget,
           const char *name,
           gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_style (TambourClockRow *self,
            const char      *style)
{
  if (g_strcmp0 (self->style, style) == 0)
    return;

  if (self->style != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->bar), self->style);
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->bar), style);
  self->style = style;

  set_class (self->left_label, "error", g_strcmp0 (style, "err") == 0);
  set_class (self->left_label, "dimmed", g_strcmp0 (style, "idle") == 0);
}

/* One unit is enough where it is narrow and there is much time left. */
static TambourWhenLength
find_length (TambourClockRow *self,
             TambourInstant   now)
{
  TambourClockMeasure measure;

  tambour_clock_facts_measure (self->facts, now, &measure);

  return self->is_narrow && measure.seconds >= HOURS_FULL * TAMBOUR_HOUR ? TAMBOUR_WHEN_SHORT : TAMBOUR_WHEN_FULL;
}

/* Where it is narrow there is one line for both times. */
static void
show_due (TambourClockRow        *self,
          const TambourClockText *text)
{
  g_autofree char *both = NULL;

  if (self->is_narrow && *text->yours != '\0')
    /* Translators: a time at the customer's, and the same in one's own time */
    both = g_strdup_printf (_("%1$s, %2$s"), text->due, text->yours);

  gtk_label_set_text (self->due_label, both ? both : text->due);
  gtk_label_set_text (self->yours_label, text->yours);
}

/* One sentence instead of seven labels, and only when it says something new. */
static void
describe (TambourClockRow        *self,
          const TambourClockText *text)
{
  g_autofree char *name = NULL;

  /* Translators: priority, title, due time and time left of a case, for screen readers */
  name = g_strdup_printf (_("%1$s %2$s, %3$s, %4$s"), tambour_clock_text_priority (self->facts->priority),
                          gtk_label_get_text (self->title_label), text->due, text->left);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_time (GtkWidget *widget)
{
  TambourClockRow *self = TAMBOUR_CLOCK_ROW (widget);
  g_auto(TambourClockText) text = { 0 };
  gboolean is_short;
  TambourInstant now;

  if (self->facts == NULL)
    return;

  now = tambour_portfolio_now (self->portfolio);
  is_short = tambour_clock_text_is_short (self->facts, now);
  tambour_clock_text_fill (&text, self->facts, now, self->city, find_length (self, now));

  show_due (self, &text);
  gtk_label_set_text (self->left_label, text.left);
  tambour_bar_set_part (self->bar, text.passed);
  show_style (self, text.style);
  describe (self, &text);
  tambour_ticker_set_pace (tambour_portfolio_get_ticker (self->portfolio), widget,
                           is_short ? TAMBOUR_TICK_SECONDS : TAMBOUR_TICK_MINUTES);
}

typedef struct
{
  int column;
  int row;
  int columns;
  int rows;
} Cell;

static void
place (TambourClockRow *self,
       gpointer         widget,
       Cell             cell)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self->grid));
  GtkGridLayoutChild *child = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, widget));

  gtk_grid_layout_child_set_column (child, cell.column);
  gtk_grid_layout_child_set_row (child, cell.row);
  gtk_grid_layout_child_set_column_span (child, cell.columns);
  gtk_grid_layout_child_set_row_span (child, cell.rows);
}

static void
arrange_cells (TambourClockRow *self)
{
  gboolean narrow = self->is_narrow;

  place (self, self->priority_label, narrow ? (Cell) { 0, 0, 1, 1 } : (Cell) { 0, 0, 1, 2 });
  place (self, self->title_label, narrow ? (Cell) { 1, 0, 2, 1 } : (Cell) { 1, 0, 1, 1 });
  place (self, self->source_label, narrow ? (Cell) { 1, 1, 2, 1 } : (Cell) { 1, 1, 1, 1 });
  if (self->menu_button != NULL)
    place (self, self->menu_button, narrow ? (Cell) { 1, 0, 2, 2 } : (Cell) { 1, 0, 1, 2 });
  place (self, self->due_label, narrow ? (Cell) { 1, 2, 1, 1 } : (Cell) { 2, 0, 1, 1 });
  place (self, self->yours_label, narrow ? (Cell) { 3, 0, 1, 1 } : (Cell) { 2, 1, 1, 1 });
  place (self, self->left_label, narrow ? (Cell) { 2, 2, 1, 1 } : (Cell) { 3, 0, 1, 1 });
  place (self, self->bar, narrow ? (Cell) { 1, 3, 2, 1 } : (Cell) { 3, 1, 1, 1 });
}

/* Times of a list stand in a column, but where it is narrow they need the room. */
static void
join_column (TambourClockRow *self)
{
  if (self->columns == NULL)
    return;

  if (self->is_narrow)
    gtk_size_group_remove_widget (self->columns, GTK_WIDGET (self->left_label));
  else
    gtk_size_group_add_widget (self->columns, GTK_WIDGET (self->left_label));
}

/* The buttons of the nearest P1 are made when there is one. */
static void
arrange_prominent (TambourClockRow *self)
{
  g_autofree char *caller = NULL;

  if (self->menu_button != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->menu_button), !self->is_prominent);
  if (self->buttons != NULL)
    gtk_widget_set_visible (self->buttons, self->is_prominent);
  if (!self->is_prominent)
    return;

  if (self->buttons == NULL)
    {
      self->buttons = tambour_clock_buttons_new ();
      gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self))), self->buttons);
    }

  caller = self->facts ? tambour_clock_text_caller (self->facts) : NULL;
  tambour_clock_buttons_arrange (TAMBOUR_CLOCK_BUTTONS (self->buttons), caller, self->is_narrow);
}

static void
arrange (TambourClockRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->yours_label), !self->is_narrow);
  gtk_label_set_xalign (self->due_label, self->is_narrow ? 0 : 1);
  gtk_label_set_ellipsize (self->due_label, self->is_narrow ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->due_label), self->is_narrow);
  set_class (self->due_label, "meta", self->is_narrow);
  set_class (self->due_label, "small", !self->is_narrow);
  gtk_label_set_width_chars (self->left_label, self->is_narrow ? -1 : 9);
  gtk_widget_set_margin_top (GTK_WIDGET (self->bar), self->is_narrow ? 6 : 0);
  arrange_cells (self);
  arrange_prominent (self);
}

static void
breadth_cb (GtkWidget      *widget,
            TambourBreadth  breadth)
{
  TambourClockRow *self = TAMBOUR_CLOCK_ROW (widget);

  if (self->is_narrow != (breadth >= TAMBOUR_BREADTH_NARROW))
    {
      self->is_narrow = !self->is_narrow;
      join_column (self);
    }

  arrange (self);
  if (self->portfolio != NULL)
    show_time (widget);
}

/* It is seen where the pointer or the keyboard is, so no frame waits for it. */
static gboolean
add_menu_button (gpointer data)
{
  TambourClockRow *self = data;
  GtkWidget *button = gtk_menu_button_new ();

  self->menu_button = GTK_MENU_BUTTON (button);
  gtk_menu_button_set_icon_name (self->menu_button, "view-more-symbolic");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "rowmenu");
  tambour_tooltip_set (button, _("More for This Case"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More for This Case"), -1);
  tambour_menu_button_offer (self->menu_button, self->menu);

  gtk_grid_attach (self->grid, button, 1, 0, 1, 1);
  arrange_cells (self);
  arrange_prominent (self);

  return G_SOURCE_REMOVE;
}

static void
clicked_cb (TambourClockRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "clock.menu", NULL);
}

static void
tambour_clock_row_dispose (GObject *object)
{
  TambourClockRow *self = TAMBOUR_CLOCK_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_CLOCK_ROW);
  g_clear_object (&self->portfolio);
  g_clear_object (&self->columns);
  g_clear_pointer (&self->facts, tambour_clock_facts_unref);

  G_OBJECT_CLASS (tambour_clock_row_parent_class)->dispose (object);
}

static void
tambour_clock_row_finalize (GObject *object)
{
  TambourClockRow *self = TAMBOUR_CLOCK_ROW (object);

  g_clear_pointer (&self->city, g_free);

  G_OBJECT_CLASS (tambour_clock_row_parent_class)->finalize (object);
}

static void
tambour_clock_row_class_init (TambourClockRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_clock_row_dispose;
  object_class->finalize = tambour_clock_row_finalize;
  tambour_clock_row_install (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-clock-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourClockRow, grid);
  gtk_widget_class_bind_template_child (widget_class, TambourClockRow, priority_label);
  gtk_widget_class_bind_template_child (widget_class, TambourClockRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourClockRow, source_label);
  gtk_widget_class_bind_template_child (widget_class, TambourClockRow, menu);
  gtk_widget_class_bind_template_child (widget_class, TambourClockRow, due_label);
  gtk_widget_class_bind_template_child (widget_class, TambourClockRow, yours_label);
  gtk_widget_class_bind_template_child (widget_class, TambourClockRow, left_label);
  gtk_widget_class_bind_template_child (widget_class, TambourClockRow, bar);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
tambour_clock_row_init (TambourClockRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_later_run (self, GTK_WIDGET (self), add_menu_button);
  tambour_breadth_follow (GTK_WIDGET (self), breadth_cb);
}

/**
 * tambour_clock_row_new:
 * @portfolio: where its case is
 * @columns: (nullable): keeps the times of all rows of a list equally wide
 *
 * Returns: (transfer floating): a row without a clock
 */
GtkWidget *
tambour_clock_row_new (TambourPortfolio *portfolio,
                       GtkSizeGroup     *columns)
{
  TambourClockRow *self = g_object_new (TAMBOUR_TYPE_CLOCK_ROW, NULL);

  self->portfolio = g_object_ref (portfolio);
  g_set_object (&self->columns, columns);
  join_column (self);
  tambour_ticker_watch (tambour_portfolio_get_ticker (portfolio), GTK_WIDGET (self), show_time);

  return GTK_WIDGET (self);
}

/**
 * tambour_clock_row_get_facts:
 * @self: a clock row
 *
 * Returns: (transfer none) (nullable): the clock that it shows
 */
TambourClockFacts *
tambour_clock_row_get_facts (TambourClockRow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_CLOCK_ROW (self), NULL);

  return self->facts;
}

static void
show_case (TambourClockRow *self)
{
  const TambourClockFacts *facts = self->facts;
  g_autofree char *source = tambour_clock_text_source (facts, !self->hides_account);

  gtk_widget_set_visible (GTK_WIDGET (self->priority_label), tambour_priority_label_show (self->priority_label, facts->priority));
  gtk_label_set_text (self->title_label, facts->title && *facts->title ? facts->title : _("Untitled case"));
  gtk_label_set_text (self->source_label, source);
  tambour_tooltip_set (self->due_label, facts->reason);
  tambour_tooltip_set (self->yours_label, facts->pause_text ? facts->pause_text : facts->reason);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clock.call", facts->phone != NULL && *facts->phone != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clock.log-response",
                                 !tambour_instant_is_stated (facts->stop) && !tambour_portfolio_is_read_only (self->portfolio));
}

/**
 * tambour_clock_row_set_facts:
 * @self: a clock row
 * @facts: (transfer none): the clock that it shows from now on
 */
void
tambour_clock_row_set_facts (TambourClockRow   *self,
                             TambourClockFacts *facts)
{
  g_autoptr(TambourClockFacts) old = NULL;

  g_return_if_fail (TAMBOUR_IS_CLOCK_ROW (self));
  g_return_if_fail (facts != NULL);

  old = self->facts;
  self->facts = tambour_clock_facts_ref (facts);
  if (old == NULL || g_strcmp0 (old->zone, facts->zone) != 0)
    {
      g_clear_pointer (&self->city, g_free);
      self->city = facts->zone ? tambour_when_city (facts->zone) : NULL;
    }

  show_case (self);
  arrange_prominent (self);
  show_time (GTK_WIDGET (self));
}

/**
 * tambour_clock_row_set_prominent:
 * @self: a clock row
 * @is_prominent: whether it is tinted and shows its actions, as only the nearest
 *   P1 does (DESIGN.md section 4)
 */
void
tambour_clock_row_set_prominent (TambourClockRow *self,
                                 gboolean         is_prominent)
{
  g_return_if_fail (TAMBOUR_IS_CLOCK_ROW (self));

  if (self->is_prominent == is_prominent)
    return;

  self->is_prominent = is_prominent;
  set_class (self, "urgent", is_prominent);
  set_class (self->title_label, "strong", is_prominent);
  arrange_prominent (self);
}

/**
 * tambour_clock_row_set_owner:
 * @self: a clock row
 * @shows_account: whether it says whose case it is; %TRUE at first
 */
void
tambour_clock_row_set_owner (TambourClockRow *self,
                             gboolean         shows_account)
{
  g_return_if_fail (TAMBOUR_IS_CLOCK_ROW (self));

  self->hides_account = !shows_account;
  if (self->facts != NULL)
    show_case (self);
}
