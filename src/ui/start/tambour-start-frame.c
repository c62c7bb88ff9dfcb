/* tambour-start-frame.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-start-frame.h"

/**
 * TambourStartFrame:
 *
 * What is around a page that a window shows while it has no portfolio: a header
 * bar with the main menu.
 */
struct _TambourStartFrame
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TambourStartFrame, tambour_start_frame, ADW_TYPE_BIN)

typedef enum
{
  PROP_CONTENT = 1,
} TambourStartFrameProps;

static GParamSpec *props[PROP_CONTENT + 1];

static AdwToolbarView *
get_view (TambourStartFrame *self)
{
  return ADW_TOOLBAR_VIEW (adw_bin_get_child (ADW_BIN (self)));
}

static void
tambour_start_frame_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_START_FRAME);

  G_OBJECT_CLASS (tambour_start_frame_parent_class)->dispose (object);
}

static void
tambour_start_frame_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TambourStartFrame *self = TAMBOUR_START_FRAME (object);

  switch ((TambourStartFrameProps) prop_id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, adw_toolbar_view_get_content (get_view (self)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tambour_start_frame_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  TambourStartFrame *self = TAMBOUR_START_FRAME (object);

  switch ((TambourStartFrameProps) prop_id)
    {
    case PROP_CONTENT:
      adw_toolbar_view_set_content (get_view (self), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tambour_start_frame_class_init (TambourStartFrameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_start_frame_dispose;
  object_class->get_property = tambour_start_frame_get_property;
  object_class->set_property = tambour_start_frame_set_property;

  props[PROP_CONTENT] =
    g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-start-frame.ui");
}

static void
tambour_start_frame_init (TambourStartFrame *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
