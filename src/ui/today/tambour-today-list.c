/* tambour-today-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-heading.h"
#include "tambour-notice-row.h"
#include "tambour-today-list.h"

/**
 * TambourTodayList:
 *
 * One section of Today: a heading with a remark and a button, and a list. It is
 * told what it shows, or that there is nothing.
 */
struct _TambourTodayList
{
  AdwBin          parent_instance;

  char           *title;
  char           *action;
  char           *action_label;

  /* Template widgets */
  TambourHeading *heading;
  GtkButton      *button;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (TambourTodayList, tambour_today_list, ADW_TYPE_BIN)

typedef enum
{
  PROP_TITLE = 1,
  PROP_ACTION,
  PROP_ACTION_LABEL,
} TambourTodayListProps;

static GParamSpec *props[PROP_ACTION_LABEL + 1];

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_activated_cb (TambourTodayList *self,
                  GtkListBoxRow    *row)
{
  g_signal_emit (self, signals[ACTIVATED], 0, (guint) gtk_list_box_row_get_index (row));
}

static void
tambour_today_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_TODAY_LIST);

  G_OBJECT_CLASS (tambour_today_list_parent_class)->dispose (object);
}

static void
tambour_today_list_finalize (GObject *object)
{
  TambourTodayList *self = TAMBOUR_TODAY_LIST (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->action, g_free);
  g_clear_pointer (&self->action_label, g_free);

  G_OBJECT_CLASS (tambour_today_list_parent_class)->finalize (object);
}

static void
tambour_today_list_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TambourTodayList *self = TAMBOUR_TODAY_LIST (object);

  switch ((TambourTodayListProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_ACTION:
      g_value_set_string (value, self->action);
      break;
    case PROP_ACTION_LABEL:
      g_value_set_string (value, self->action_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tambour_today_list_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TambourTodayList *self = TAMBOUR_TODAY_LIST (object);

  switch ((TambourTodayListProps) prop_id)
    {
    case PROP_TITLE:
      if (g_set_str (&self->title, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      self->title ? self->title : "", -1);
      break;
    case PROP_ACTION:
      if (g_set_str (&self->action, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_ACTION_LABEL:
      tambour_today_list_set_action_label (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tambour_today_list_class_init (TambourTodayListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_today_list_dispose;
  object_class->finalize = tambour_today_list_finalize;
  object_class->get_property = tambour_today_list_get_property;
  object_class->set_property = tambour_today_list_set_property;

  props[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_ACTION] =
    g_param_spec_string ("action", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_ACTION_LABEL] =
    g_param_spec_string ("action-label", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[ACTIVATED] =
    g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (TAMBOUR_TYPE_HEADING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-today-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourTodayList, heading);
  gtk_widget_class_bind_template_child (widget_class, TambourTodayList, button);
  gtk_widget_class_bind_template_child (widget_class, TambourTodayList, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tambour_today_list_init (TambourTodayList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_today_list_set_remark:
 * @self: a list
 * @remark: (nullable): what stands small beside its title
 */
void
tambour_today_list_set_remark (TambourTodayList *self,
                               const char       *remark)
{
  g_return_if_fail (TAMBOUR_IS_TODAY_LIST (self));

  tambour_heading_set_remark (self->heading, remark);
}

/**
 * tambour_today_list_set_action_label:
 * @self: a list
 * @label: (nullable): what its button says; %NULL for no button
 */
void
tambour_today_list_set_action_label (TambourTodayList *self,
                                     const char       *label)
{
  g_return_if_fail (TAMBOUR_IS_TODAY_LIST (self));

  if (!g_set_str (&self->action_label, label))
    return;

  gtk_button_set_label (self->button, label ? label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTION_LABEL]);
}

/**
 * tambour_today_list_show:
 * @self: a list
 * @rows: how it shows items
 * @items: the items
 * @n_items: how many of them
 * @data: for making rows
 */
void
tambour_today_list_show (TambourTodayList     *self,
                         const TambourRowList *rows,
                         GPtrArray            *items,
                         guint                 n_items,
                         gpointer              data)
{
  g_return_if_fail (TAMBOUR_IS_TODAY_LIST (self));

  tambour_row_list_show (self->list, rows, items, n_items, data);
}

/**
 * tambour_today_list_say:
 * @self: a list
 * @row: (transfer floating): a row that says why there is nothing else
 */
void
tambour_today_list_say (TambourTodayList *self,
                        GtkWidget        *row)
{
  g_return_if_fail (TAMBOUR_IS_TODAY_LIST (self));

  tambour_row_list_say (self->list, row);
}

/**
 * tambour_today_list_wait:
 * @self: a list
 * @n_rows: how many rows there will be, about
 * @with_box: whether they begin with a box
 *
 * Shows quiet blocks until it is told what to show.
 */
void
tambour_today_list_wait (TambourTodayList *self,
                         guint             n_rows,
                         gboolean          with_box)
{
  g_return_if_fail (TAMBOUR_IS_TODAY_LIST (self));

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < n_rows; i++)
    gtk_list_box_append (self->list, tambour_notice_row_new_blank (with_box));
}

/**
 * tambour_today_list_get_list:
 * @self: a list
 *
 * Returns: (transfer none): the list box in it
 */
GtkListBox *
tambour_today_list_get_list (TambourTodayList *self)
{
  g_return_val_if_fail (TAMBOUR_IS_TODAY_LIST (self), NULL);

  return self->list;
}
