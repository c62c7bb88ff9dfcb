/* tambour-heading.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-heading.h"

/**
 * TambourHeading:
 *
 * The heading of a section: a title, a remark beside it, and at its end one or
 * two flat buttons, which are its children of the type "action".
 */
struct _TambourHeading
{
  AdwBin    parent_instance;

  char     *title;
  char     *remark;

  /* Template widgets */
  GtkLabel *title_label;
  GtkBox   *actions;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_REMARK,
} TambourHeadingProps;

static GParamSpec *props[PROP_REMARK + 1];

static GtkBuildableIface *parent_buildable;

static void
tambour_heading_add_child (GtkBuildable *buildable,
                           GtkBuilder   *builder,
                           GObject      *child,
                           const char   *type)
{
  if (g_strcmp0 (type, "action") == 0)
    gtk_box_append (TAMBOUR_HEADING (buildable)->actions, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_iface_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = tambour_heading_add_child;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TambourHeading, tambour_heading, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_iface_init))

static void
tambour_heading_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_HEADING);

  G_OBJECT_CLASS (tambour_heading_parent_class)->dispose (object);
}

static void
tambour_heading_finalize (GObject *object)
{
  TambourHeading *self = TAMBOUR_HEADING (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->remark, g_free);

  G_OBJECT_CLASS (tambour_heading_parent_class)->finalize (object);
}

static void
tambour_heading_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TambourHeading *self = TAMBOUR_HEADING (object);

  switch ((TambourHeadingProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_REMARK:
      g_value_set_string (value, self->remark);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tambour_heading_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TambourHeading *self = TAMBOUR_HEADING (object);

  switch ((TambourHeadingProps) prop_id)
    {
    case PROP_TITLE:
      if (g_set_str (&self->title, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_REMARK:
      tambour_heading_set_remark (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tambour_heading_class_init (TambourHeadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_heading_dispose;
  object_class->finalize = tambour_heading_finalize;
  object_class->get_property = tambour_heading_get_property;
  object_class->set_property = tambour_heading_set_property;

  props[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_REMARK] =
    g_param_spec_string ("remark", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-heading.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourHeading, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourHeading, actions);
}

static void
tambour_heading_init (TambourHeading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title_label, NULL, -1);
}

/**
 * tambour_heading_set_remark:
 * @self: a heading
 * @remark: (nullable): what stands small beside its title
 */
void
tambour_heading_set_remark (TambourHeading *self,
                            const char     *remark)
{
  g_return_if_fail (TAMBOUR_IS_HEADING (self));

  if (g_set_str (&self->remark, remark))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REMARK]);
}

/**
 * tambour_heading_set_part:
 * @self: the heading of a list
 * @shown: how much of it there is room for
 * @all: how much there is
 * @remark: (nullable): what stands beside the title when all of it is shown
 *
 * Says of a list which part of it is shown.
 */
void
tambour_heading_set_part (TambourHeading *self,
                          guint           shown,
                          guint           all,
                          const char     *remark)
{
  g_autofree char *part = NULL;

  if (all > shown)
    /* Translators: how many are shown, and how many there are */
    part = g_strdup_printf (_("%1$u of %2$u"), shown, all);

  tambour_heading_set_remark (self, part ? part : remark);
}
